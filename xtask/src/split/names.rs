//! Names: functions' without what compilers add to them, the rooms they tell, and short new ones.

/// The project's own crate, whose rooms are told apart.
const OWN: &str = "trust_gap::";

/// Folders of the room `app`, whose files are told apart as well.
const FOLDERS: [&str; 3] = ["components", "hooks", "pages"];

/// Crates that only lend their code to others: a function belongs to what it is made for.
const LENDERS: [&str; 3] = ["core", "alloc", "std"];

/// A name without the hashes that Rust puts into it.
///
/// Both of Rust's manners leave some: `core[c5930c85a12de822]::fmt` and `core::fmt::h789ad96c699325ea`.
pub(super) fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        match after.split_once(']') {
            Some((hash, after)) if is_hash(hash) => rest = after,
            _ => {
                plain.push('[');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    match plain.rsplit_once("::h") {
        Some((before, hash)) if hash.len() == 16 && is_hash(hash) => before.to_owned(),
        _ => plain,
    }
}

fn is_hash(text: &str) -> bool {
    text.len() >= 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The room or crate that a function is for: of ours the room (in `app` the file, too), else the crate that the name
/// tells first, those that lend their code to all last.
pub(crate) fn room(name: &str) -> String {
    if let Some((_, path)) = name.split_once(OWN) {
        let end = path.find(|letter: char| !is_part_of_path(letter));
        let path = end.and_then(|end| path.get(..end)).unwrap_or(path);
        let steps: Vec<&str> = path
            .split("::")
            .take_while(|step| is_module(step))
            .collect();
        let depth = match steps.as_slice() {
            ["app", folder, ..] if FOLDERS.contains(folder) => 3,
            ["app", ..] => 2,
            _ => 1,
        };
        let steps: Vec<&str> = steps.into_iter().take(depth).collect();
        return steps.join("::");
    }
    let crates = || crates_in(name).filter(|name| is_module(name));
    crates()
        .find(|name| !LENDERS.contains(name))
        .or_else(|| crates().next())
        .unwrap_or("(unnamed)")
        .to_owned()
}

/// The first step of each path in a name.
fn crates_in(name: &str) -> impl Iterator<Item = &str> {
    name.split(|letter| !is_part_of_path(letter))
        .filter_map(|path| path.split_once("::"))
        .map(|(first, _)| first)
        .filter(|first| !first.is_empty())
}

fn is_part_of_path(letter: char) -> bool {
    is_part_of_identifier(letter) || letter == ':'
}

/// Modules and crates begin with a small letter, types with a capital.
fn is_module(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_lowercase())
}

/// JavaScript's own words of few letters: nothing may be called so.
const RESERVED: [&str; 8] = ["do", "if", "in", "for", "let", "new", "try", "var"];

/// Names of few letters: `a` to `z`, `aa` to `zz` and so on.
#[derive(Debug, Default)]
pub(super) struct Letters {
    given: u32,
}

impl Letters {
    /// The shortest name that was not given before.
    pub(super) fn next_name(&mut self) -> String {
        loop {
            let name = self.next_letters();
            if !RESERVED.contains(&name.as_str()) {
                return name;
            }
        }
    }

    fn next_letters(&mut self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.given;
        self.given += 1;
        loop {
            // Digits 10 to 35 are the letters, so there is always one.
            letters.extend(char::from_digit(10 + rest % 26, 36));
            rest /= 26;
            if rest == 0 {
                return letters.iter().rev().collect();
            }
            rest -= 1;
        }
    }
}

/// A text in pieces: each run of letters, digits and `_`, and each run of what is between.
pub(super) fn identifiers(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(|letter: char| !is_part_of_identifier(letter))
        .flat_map(|piece| {
            let end = piece.trim_end_matches(|letter: char| !is_part_of_identifier(letter));
            [end, piece.get(end.len()..).unwrap_or_default()]
        })
}

fn is_part_of_identifier(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_all_different() {
        let mut letters = Letters::default();
        let names: Vec<String> = (0..704).map(|_| letters.next_name()).collect();
        // Three of two letters are JavaScript's own.
        for (index, expected) in [(0, "a"), (25, "z"), (26, "aa"), (698, "zz"), (700, "aab")] {
            assert_eq!(names[index], expected);
        }
        for reserved in RESERVED {
            assert!(!names.contains(&reserved.to_owned()));
        }
        let different: std::collections::BTreeSet<&String> = names.iter().collect();
        assert_eq!(different.len(), names.len());
    }

    #[test]
    fn pieces_make_the_text_again() {
        let text = "f(wasm.__a_1, \"é\") + $b";
        assert_eq!(identifiers(text).collect::<String>(), text);
        assert!(identifiers(text).any(|piece| piece == "__a_1"));
        assert!(identifiers(text).any(|piece| piece == "$b"));
    }

    #[test]
    fn hashes_are_no_part_of_a_name() {
        assert_eq!(
            plain("core[c5930c85a12de822]::fmt::float::exact::<f64>"),
            "core::fmt::float::exact::<f64>"
        );
        assert_eq!(
            plain("trust_gap::layout::preview::preview::h0892600ff08424a9"),
            "trust_gap::layout::preview::preview"
        );
        assert_eq!(
            plain("<[u8] as core::hash::Hash>::hash"),
            "<[u8] as core::hash::Hash>::hash"
        );
        assert_eq!(plain("main"), "main");
    }

    #[test]
    fn a_function_belongs_to_the_room_it_is_made_for() {
        for (name, expected) in [
            (
                "<trust_gap::layout::school_file::SchoolFile as trust_gap::layout::Layout>::read",
                "layout",
            ),
            (
                "core::ptr::drop_in_place::<alloc::vec::Vec<trust_gap::source::problem::Problem>>",
                "source",
            ),
            (
                "<yew::html::CompStateInner<trust_gap::app::App> as yew::html::Stateful>::view",
                "app",
            ),
            ("trust_gap::app::pages::data::card", "app::pages::data"),
            ("trust_gap::app::view::View::new", "app::view"),
            (
                "<yew::virtual_dom::vtag::VTag as core::cmp::PartialEq>::eq",
                "yew",
            ),
            (
                "<core::slice::Iter<csv::Record> as core::iter::Iterator>::next",
                "csv",
            ),
            ("core::fmt::write", "core"),
            ("memcpy", "(unnamed)"),
        ] {
            assert_eq!(room(name), expected, "{name}");
        }
    }
}
