//! Text for users is in plain English: short sentences, without words that a native speaker would not use there.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::support::sources::files;

/// The folders whose sentences are checked: a folder with its own `src`, or one with sources.
const PLAIN: &[&str] = &[
    "crates/cli",
    "crates/columns",
    "crates/demo",
    "crates/hosting",
    "crates/method",
    "crates/plot",
    "crates/read",
    "crates/records",
    "crates/show",
    "crates/stats",
    "crates/worker",
    "src",
];

/// The most words in a sentence. Each placeholder counts as one word.
const MOST_WORDS: usize = 25;

/// Words that a native speaker would not use in these sentences.
const AVOIDED_WORDS: &[&str] = &[
    "lie", "lies", "lying", "stand", "stands", "stood", "standing", "tell", "tells", "told",
];

/// Phrases to avoid, in lower case.
const AVOIDED_PHRASES: &[&str] = &[
    "of use",
    "taken away",
    "takes away",
    "passed over",
    "hangs on",
    "hang on",
    "is none",
    "are none",
    "is no such",
    "they are no",
    "such as there are",
    "where there is none",
    "nothing where",
    "if so",
    "is so,",
    "is so.",
    "done so",
    "made so",
    "read so",
];

/// Texts that may break the rules, each by its beginning and with the reason.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("grand sub weighted", "words of names of totals in files"),
    ("a achieved achieving", "words of column names in files"),
    ("told apart", "a form of a term that is looked for in the page's texts"),
];

/// Macros whose text only engineers see.
const FOR_ENGINEERS: [&str; 7] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "panic",
    "unreachable",
];

/// The file whose doc comments are the program's help.
const HELP: &str = "crates/cli/src/arguments.rs";

#[test]
fn every_sentence_is_short_and_plain() {
    let mut found = Vec::new();
    let mut needed = Vec::new();
    for (place, text) in texts() {
        let exception = EXCEPTIONS.iter().find(|(beginning, _)| text.starts_with(beginning));
        for fault in faults_of(&text) {
            match exception {
                Some((beginning, _)) => needed.push(*beginning),
                None => found.push(format!("{place}: {fault}: {text}")),
            }
        }
    }
    assert!(found.is_empty(), "{} not plain:\n{}", found.len(), found.join("\n"));
    for (beginning, reason) in EXCEPTIONS {
        assert!(needed.contains(beginning), "not needed: {beginning} ({reason})");
    }
}

#[test]
fn every_plain_folder_has_texts() {
    let texts = texts();
    for folder in PLAIN.iter().filter(|folder| !has_no_words(folder)) {
        assert!(texts.iter().any(|(place, _)| place.starts_with(folder)), "{folder}");
    }
    let is_help = |text: &str| text.contains("the group links from Get Information About Schools");
    let mut help = texts.iter().filter(|(place, _)| place.starts_with(HELP));
    assert!(help.any(|(_, text)| is_help(text)));
}

#[test]
fn what_is_not_plain_is_found() {
    for (text, expected) in [
        ("The dot stands at its value.", "stands"),
        ("It tells of chance alone.", "tells"),
        ("{file} was passed over: {reason}", "passed over"),
        ("; there are none", "are none"),
        ("They are no probabilities.", "they are no"),
        ("No trust of the list is eligible.", "no \u{2026} is"),
        ("No trusts are eligible.", "no \u{2026} is"),
        ("Rows may be read so.", "read so"),
    ] {
        assert!(
            faults_of(text).iter().any(|fault| fault == expected),
            "{text}: {:?}",
            faults_of(text)
        );
    }
    for text in [
        "The standard deviation is 2.",
        "no file says which trust it is in: add the group links",
        "There is no file for 2022/23.",
        "The names are not known, so they are left out.",
    ] {
        assert_eq!(faults_of(text), [""; 0], "{text}");
    }
    let words = |count: usize| vec!["word"; count].join(" ");
    assert_eq!(faults_of(&format!("{}. {}.", words(25), words(25))), [""; 0]);
    assert_eq!(faults_of(&format!("{}.", words(26))), ["26 words"]);
    // Parts of a list in brackets, and the text after a colon, belong to the same sentence.
    assert_eq!(faults_of(&format!("{}: {}", words(20), words(6))), ["26 words"]);
}

#[test]
fn tests_attributes_and_names_are_not_read() {
    let text = r#"
        /// Documentation that stands here.
        #[must_use = "that stands here"]
        fn f() -> &'static str { "A sentence \
                                  of two lines" }
        fn g() { assert!(true, "it stands"); x.expect("it stands"); }
        #[cfg(test)]
        mod tests { const A: &str = "it stands"; }
    "#;
    let mut found = Vec::new();
    collect(text.parse().unwrap(), false, &mut found);
    assert_eq!(found, ["A sentence of two lines"]);
    let mut help = Vec::new();
    collect(text.parse().unwrap(), true, &mut help);
    assert_eq!(help.first().unwrap(), "Documentation that stands here.");
}

/// Crates without text for users.
fn has_no_words(folder: &str) -> bool {
    matches!(folder, "crates/columns" | "crates/plot" | "crates/stats")
}

/// Every text of the folders with at least two words, with its file.
fn texts() -> Vec<(String, String)> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let mut texts = Vec::new();
    for folder in PLAIN {
        let sources = root.join(folder).join("src");
        let sources = if sources.is_dir() { sources } else { root.join(folder) };
        let mut paths = files(&sources);
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "rs"));
        // Only engineers see the component gallery.
        paths.retain(|path| !path.starts_with(root.join("src/gallery")));
        paths.sort();
        for path in paths {
            let place = path.strip_prefix(root).unwrap().display().to_string();
            let tokens: TokenStream = fs::read_to_string(&path).unwrap().parse().unwrap();
            let mut found = Vec::new();
            collect(tokens, place == HELP, &mut found);
            found.retain(|text| text.split_whitespace().count() > 1);
            texts.extend(found.into_iter().map(|text| (place.clone(), text)));
        }
    }
    texts
}

/// Adjusting compares trusts of one kind with one another. It finds no true figure, and nothing that a trust owes.
#[test]
fn no_adjusted_figure_is_called_true_and_nothing_is_expected_of_a_trust() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let papers = ["README.md", "docs/method.md"].map(|paper| {
        let text = fs::read_to_string(root.join(paper)).unwrap();
        (paper.to_owned(), text.replace('\n', " "))
    });
    let texts = texts().into_iter().chain(papers);
    let faults = texts.flat_map(|(place, text)| {
        let faults: Vec<String> = promises(&text).map(|of| format!("{place}: {of}")).collect();
        faults
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));

    for text in [
        "Adjusted for context, its true figure is {figure}.",
        "What {name} really has: {adjusted} adjusted",
        "It has more than is expected of the trust.",
    ] {
        assert_eq!(promises(text).count(), 1, "{text}");
    }
    for text in [
        "Trusts with such an intake have {expected} on average.",
        "The true intervals are wider. They are adjusted.",
    ] {
        assert_eq!(promises(text).count(), 0, "{text}");
    }
}

/// The sentences that call an adjusted figure true, or expect something of a trust.
fn promises(text: &str) -> impl Iterator<Item = &str> {
    sentences(text).filter(|sentence| {
        let small = sentence.to_lowercase();
        let mut words = small.split(|letter: char| !letter.is_alphanumeric());
        let is_true = words.any(|word| ["actual", "actually", "real", "really", "true", "truly"].contains(&word));
        let expects = ["a trust", "the trust", "this trust", "{name}", "{trust}", "it "];
        is_true && small.contains("adjusted") || expects.iter().any(|of| small.contains(&format!("expected of {of}")))
    })
}

/// The texts in a source, except those of tests, attributes and macros for engineers. Doc comments count if they are
/// help.
fn collect(tokens: TokenStream, with_help: bool, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut help = String::new();
    let mut place = 0;
    while let Some(token) = tokens.get(place) {
        let before = tokens.get(..place).unwrap_or_default();
        place += 1;
        match token {
            TokenTree::Literal(literal) => found.extend(text_of(&literal.to_string())),
            TokenTree::Group(group) if is_attribute(before, group.delimiter()) => {
                let attribute = group.stream().to_string();
                if attribute.replace(' ', "") == "cfg(test)" {
                    place += length_of_item(tokens.get(place..).unwrap_or_default());
                } else if with_help && let Some(line) = line_of_help(group.stream()) {
                    if line.is_empty() {
                        found.push(std::mem::take(&mut help));
                    }
                    help = format!("{help} {line}").trim().to_owned();
                    continue;
                }
            }
            TokenTree::Group(group) if !is_for_engineers(before) => {
                found.push(std::mem::take(&mut help));
                collect(group.stream(), with_help, found);
            }
            TokenTree::Punct(punct) if punct.as_char() == '#' => continue,
            _ => {}
        }
        found.push(std::mem::take(&mut help));
    }
    found.retain(|text| !text.is_empty());
}

/// The content of a literal, if it is a text.
fn text_of(literal: &str) -> Option<String> {
    let (_, text) = literal.split_once('"')?;
    let text = text.trim_end_matches('#').strip_suffix('"')?;
    let mut lines = text.split("\\\n");
    let first = lines.next().unwrap_or_default().to_owned();
    let text = lines.fold(first, |text, line| text + line.trim_start());
    Some(
        text.replace("\\n", " ")
            .replace("\\u{2019}", "\u{2019}")
            .replace("\\u{2026}", "\u{2026}"),
    )
}

/// A line of a doc comment.
fn line_of_help(attribute: TokenStream) -> Option<String> {
    let tokens: Vec<TokenTree> = attribute.into_iter().collect();
    match tokens.as_slice() {
        [TokenTree::Ident(name), _, TokenTree::Literal(line)] if name == "doc" => {
            text_of(&line.to_string()).map(|line| line.trim().to_owned())
        }
        _ => None,
    }
}

/// The faults of a text: words to avoid, and the lengths of sentences with too many words.
fn faults_of(text: &str) -> Vec<String> {
    let small = text.to_lowercase();
    let words: Vec<&str> = small
        .split(|letter: char| !letter.is_alphanumeric() && letter != '{' && letter != '}')
        .collect();
    let mut found: Vec<String> = AVOIDED_WORDS
        .iter()
        .filter(|word| words.contains(word))
        .chain(AVOIDED_PHRASES.iter().filter(|phrase| has(&small, phrase)))
        .map(|avoided| (*avoided).to_owned())
        .collect();
    for sentence in sentences(text) {
        if begins_with_no(sentence) {
            found.push("no \u{2026} is".to_owned());
        }
        let count = words_of(sentence);
        if count > MOST_WORDS {
            found.push(format!("{count} words"));
        }
    }
    found
}

/// Whether a text contains a phrase that is not part of other words.
fn has(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let is_in_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + phrase.len()..).unwrap_or_default();
        !is_in_word(before.chars().next_back()) && !is_in_word(after.chars().next())
    })
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(". ")
        .flat_map(|part| part.split_inclusive("? "))
        .map(str::trim)
}

fn words_of(sentence: &str) -> usize {
    let is_word = |word: &&str| word.contains(|letter: char| letter.is_alphanumeric() || letter == '{');
    sentence.split_whitespace().filter(is_word).count()
}

/// Whether a sentence says "no … is" before any other verb or stop.
fn begins_with_no(sentence: &str) -> bool {
    let mut words = sentence.split_whitespace();
    if !words.next().is_some_and(|first| first.eq_ignore_ascii_case("no")) {
        return false;
    }
    for word in words.take(5) {
        if matches!(word, "is" | "are") {
            return true;
        }
        if word.ends_with([',', ':', ';', '.']) || matches!(word, "has" | "have" | "says") {
            return false;
        }
    }
    false
}

/// Whether the brackets after these tokens belong to an attribute.
fn is_attribute(before: &[TokenTree], delimiter: Delimiter) -> bool {
    let mut back = before.iter().rev();
    let (last, second) = (back.next(), back.next());
    delimiter == Delimiter::Bracket && (is_mark(last, '#') || is_mark(last, '!') && is_mark(second, '#'))
}

/// Whether what follows is an argument of a macro for engineers, or of `expect`.
fn is_for_engineers(before: &[TokenTree]) -> bool {
    let mut back = before.iter().rev();
    let (last, second) = (back.next(), back.next());
    let is_expect = is_name(last, &["expect"]) && is_mark(second, '.');
    is_expect || is_mark(last, '!') && is_name(second, &FOR_ENGINEERS)
}

fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

fn is_name(token: Option<&TokenTree>, names: &[&str]) -> bool {
    matches!(token, Some(TokenTree::Ident(name)) if names.iter().any(|one| name == one))
}

/// The number of tokens to the end of an item: its body, or the semicolon that replaces it.
fn length_of_item(tokens: &[TokenTree]) -> usize {
    let is_end = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        other => is_mark(Some(other), ';'),
    };
    let end = tokens.iter().position(is_end);
    end.map_or(tokens.len(), |end| end + 1)
}
