//! Each crate and the page have their user-facing words in `words.rs`.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::support::sources::files;

/// Other places where words may be, and why.
const ELSEWHERE: &[(&str, &str)] = &[
    ("crates/show/src/export/svg.rs", "the language of SVG files"),
    ("src/gallery", "the component gallery, which only engineers see"),
    ("crates/records/src/grammar.rs", "plurals and lists of words"),
    ("src/prerender.rs", "a command of the build"),
    (
        "crates/read/src/layout/mapping.rs",
        "names of columns that a spreadsheet may have",
    ),
    (
        "crates/read/src/layout/other_rows.rs",
        "names of totals that a file may have",
    ),
    (
        "crates/read/src/layout/published",
        "what published files and their columns are called",
    ),
    (
        "crates/records/src/terms/measure.rs",
        "a measure's names, in its one row beside its columns",
    ),
    (
        "crates/records/src/terms/authority.rs",
        "the official list of authorities",
    ),
    (
        "crates/records/src/terms/region.rs",
        "names of regions as they are published",
    ),
    (
        "crates/method/src/settings.rs",
        "the table of settings: each row holds its own label and help",
    ),
    ("crates/method/src/robustness/choice.rs", "options of the command line"),
    (
        "crates/demo/src",
        "made-up names of trusts and schools, written to files",
    ),
    (
        "crates/cli/src",
        "the program in a terminal: its help and its answers are one language",
    ),
];

/// Texts for browsers, and codes and parts of names that are searched for in files.
const NO_WORDS: &[&str] = &[
    "End",
    "Enter",
    "Escape",
    "Home",
    "input, select, textarea",
    "screen and (prefers-color-scheme: dark)",
    "not all",
    "check holds",
    "check breaks",
    "bold ",
    "system-ui, sans-serif",
    "{weight}{}px {LETTERS}",
    "textarea, input:not([type=radio], [type=checkbox], [type=file], [type=range])",
    "<!doctype html",
    "multi-academy trust",
    "multi academy trust",
    "LA (code)",
    "Metafile heading",
    "Metafile description",
    "NON SEL",
    "OTHER NON SEL",
    "16 to 19",
    "alternative provision",
    "free school",
    "pupil referral",
    "technical college",
];

/// HTML attributes whose values only browsers read.
const FOR_BROWSERS: [&str; 9] = ["class", "d", "href", "id", "rel", "role", "style", "type", "viewBox"];

/// Macros whose words only engineers see.
const FOR_ENGINEERS: [&str; 8] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "classes",
    "debug_assert",
    "debug_assert_eq",
    "panic",
    "unreachable",
];

#[test]
fn words_that_people_read_are_in_a_rooms_file_of_words() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let crates = fs::read_dir(root.join("crates")).unwrap();
    let sources = crates.map(|folder| folder.unwrap().path().join("src"));
    let mut paths: Vec<PathBuf> = sources
        .chain([root.join("src")])
        .flat_map(|folder| files(&folder))
        .collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "rs"));
    paths.retain(|path| !path.ends_with("words.rs"));
    paths.retain(|path| !ELSEWHERE.iter().any(|(folder, _)| path.starts_with(root.join(folder))));
    let found: Vec<String> = paths.iter().flat_map(|path| out_of_place(root, path)).collect();
    assert!(found.is_empty(), "{} out of place:\n{}", found.len(), found.join("\n"));
}

#[test]
fn words_are_told_from_names() {
    for words in [
        "no trust",
        "Region",
        " of ",
        "{} pupils",
        "Left out: ",
        "None.",
        "Joined, {}",
        "Fetching\u{2026}",
    ] {
        assert!(is_words(words), "{words}");
    }
    for name in [
        "region",
        "viewBox",
        "{}{}",
        "KS4_DISADV",
        "text/csv",
        " ",
        "trust-page",
        "a.b c",
    ] {
        assert!(!is_words(name), "{name}");
    }
}

#[test]
fn what_only_browsers_and_engineers_read_is_passed_over() {
    let text = r#"
        /// Documentation of a thing.
        fn f() { html! { <p class="one two" title="For all">{ "Some words" }</p> } }
        #[cfg(test)]
        mod tests { const A: &str = "No words at all"; }
        fn g() { assert!(true, "Not so"); x.expect("a thing"); say("Said aloud"); counted(2, "trust"); }
    "#;
    let found = words_in(text.parse().unwrap());
    let found: Vec<_> = found.iter().map(|(_, words)| words.as_str()).collect();
    assert_eq!(found, ["For all", "Some words", "Said aloud", "trust"]);
}

fn out_of_place(root: &Path, path: &PathBuf) -> Vec<String> {
    let tokens: TokenStream = fs::read_to_string(path).unwrap().parse().unwrap();
    let name = path.strip_prefix(root).unwrap();
    let name = name.display();
    let found = words_in(tokens);
    found
        .iter()
        .map(|(line, words)| format!("{name}:{line}: {words}"))
        .collect()
}

/// The words in a program's text with their lines, except those that only engineers see.
fn words_in(tokens: TokenStream) -> Vec<(usize, String)> {
    words_within(tokens, false)
}

/// The same. Any text given to `counted` is a noun, from which it makes plurals.
fn words_within(tokens: TokenStream, is_noun: bool) -> Vec<(usize, String)> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(token) = tokens.get(place) {
        let before = tokens.get(..place).unwrap_or_default();
        match token {
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                let is_found = is_words(&unquoted(&text)) || is_noun;
                if text.contains('"') && is_found && !is_for_browsers(before) {
                    found.push((literal.span().start().line, unquoted(&text)));
                }
            }
            TokenTree::Group(group) if is_for_tests(before, group) => {
                place += length_of_item(tokens.get(place..).unwrap_or_default());
            }
            TokenTree::Group(group) if !is_passed_over(before, group.delimiter()) => {
                let is_counted = name_of(before.last()).is_some_and(|name| name == "counted");
                found.extend(words_within(group.stream(), is_counted));
            }
            _ => {}
        }
        place += 1;
    }
    found
}

fn unquoted(literal: &str) -> String {
    let text = literal.trim_start_matches(|letter| letter != '"');
    let text = text.trim_end_matches('#').trim_matches('"');
    text.replace("\\n", " ")
        .replace("\\u{2019}", "\u{2019}")
        .replace("\\u{2026}", "\u{2026}")
}

/// A letter next to a space, or a capitalised name.
fn is_words(text: &str) -> bool {
    if NO_WORDS.contains(&text) {
        return false;
    }
    let letters: Vec<char> = text.chars().collect();
    let is_letter = |letter: Option<&char>| letter.is_some_and(|letter| letter.is_alphabetic());
    let has_word = letters.split(|letter| *letter == ' ').count() > 1
        && letters.windows(2).enumerate().any(|(at, pair)| match pair {
            [' ', second] => second.is_alphabetic() && is_letter(letters.get(at + 2)),
            [first, ' '] => first.is_alphabetic() && at > 0 && is_letter(letters.get(at - 1)),
            _ => false,
        });
    has_word || is_capital(text)
}

/// A capitalised word with only stops and placeholders besides.
fn is_capital(text: &str) -> bool {
    let filled_in = text.split('{').map(|part| match part.split_once('}') {
        Some((_, after)) => after,
        None => part,
    });
    let rest: String = filled_in.collect();
    let word = rest.trim_matches(|letter: char| " .,:;!?\u{2026}".contains(letter));
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && word.chars().count() > 2 && letters.all(char::is_lowercase)
}

fn name_of(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Ident(name)) => Some(name.to_string()),
        _ => None,
    }
}

fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

/// The value of an attribute that no person reads: `class="..."`.
fn is_for_browsers(before: &[TokenTree]) -> bool {
    let mut back = before.iter().rev();
    is_mark(back.next(), '=')
        && name_of(back.next()).is_some_and(|name| FOR_BROWSERS.contains(&name.as_str()))
        && !is_mark(back.next(), '-')
}

/// An attribute of Rust, or an argument of a macro for engineers or of `expect`.
fn is_passed_over(before: &[TokenTree], delimiter: Delimiter) -> bool {
    let mut back = before.iter().rev();
    let (last, second) = (back.next(), back.next());
    if delimiter == Delimiter::Bracket && (is_mark(last, '#') || is_mark(last, '!') && is_mark(second, '#')) {
        return true;
    }
    let is_expect = name_of(last).is_some_and(|name| name == "expect") && is_mark(second, '.');
    let is_macro = is_mark(last, '!') && name_of(second).is_some_and(|name| FOR_ENGINEERS.contains(&name.as_str()));
    is_expect || is_macro
}

/// Whether these are `#` and the attribute that marks an item as a test.
fn is_for_tests(before: &[TokenTree], attribute: &Group) -> bool {
    is_mark(before.last(), '#') && attribute.stream().to_string().replace(' ', "") == "cfg(test)"
}

/// The number of tokens to the end of an item: its body, or the semicolon that replaces it.
fn length_of_item(tokens: &[TokenTree]) -> usize {
    let is_end = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        other => is_mark(Some(other), ';'),
    };
    tokens.iter().position(is_end).unwrap_or(tokens.len())
}
