//! What a raw cell says, by the rules of the csv crate.

use std::borrow::Cow;

/// The content of a raw cell: the quotes around it gone, two quotes within them become one.
///
/// What follows a closing quote belongs to the cell, quotes included.
#[inline]
pub(crate) fn content(raw: &[u8]) -> Cow<'_, [u8]> {
    match raw {
        [b'"', quoted @ ..] => unquoted(quoted),
        _ => Cow::Borrowed(raw),
    }
}

/// The content of a cell, given what follows its opening quote.
fn unquoted(quoted: &[u8]) -> Cow<'_, [u8]> {
    match quoted.iter().position(|&byte| byte == b'"') {
        None => Cow::Borrowed(quoted),
        Some(quote) if quote + 1 == quoted.len() => {
            Cow::Borrowed(quoted.get(..quote).unwrap_or_default())
        }
        Some(_) => Cow::Owned(unescaped(quoted)),
    }
}

fn unescaped(quoted: &[u8]) -> Vec<u8> {
    let mut content = Vec::with_capacity(quoted.len());
    let mut bytes = quoted.iter().copied();
    while let Some(byte) = bytes.next() {
        if byte != b'"' {
            content.push(byte);
            continue;
        }
        // The quote closes unless it is doubled.
        let Some(next) = bytes.next() else { break };
        content.push(next);
        if next != b'"' {
            content.extend(bytes);
            break;
        }
    }
    content
}

/// Whether there is nothing in any of the cells, separators between them, but ASCII blanks.
pub(crate) fn are_blank(cells: &[u8], delimiter: u8) -> bool {
    let is_nothing = |byte: &u8| *byte == delimiter || byte.is_ascii_whitespace();
    // One look is enough but for rows that begin with blank or quoted cells.
    match cells.iter().find(|byte| !is_nothing(byte)) {
        None => true,
        Some(b'"') => split(cells, delimiter).all(|raw| content(raw).trim_ascii().is_empty()),
        Some(_) => false,
    }
}

/// The raw cells of a record, one byte at a time.
fn split(record: &[u8], delimiter: u8) -> impl Iterator<Item = &[u8]> {
    let mut may_open = true;
    let mut inside = false;
    record.split(move |&byte| {
        let is_quote = byte == b'"' && (inside || may_open);
        let is_separator = !inside && byte == delimiter;
        inside ^= is_quote;
        may_open = is_separator || (is_quote && !inside);
        is_separator
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(raw: &str) -> String {
        String::from_utf8(content(raw.as_bytes()).into_owned()).unwrap()
    }

    #[test]
    fn quotes_around_a_cell_go_and_doubled_ones_become_one() {
        assert_eq!(said("\"a,b\""), "a,b");
        assert_eq!(said("\"a\"\"b\""), "a\"b");
        assert_eq!(said("\"\"\"\""), "\"");
        assert_eq!(said("\"\""), "");
        assert_eq!(said("\"open"), "open");
        assert_eq!(said("\"open\"\""), "open\"");
    }

    #[test]
    fn other_quotes_stay() {
        assert_eq!(said("5\" pipe"), "5\" pipe");
        assert_eq!(said(" \"a\""), " \"a\"");
        assert_eq!(said("\"a\"b\"\"c"), "ab\"\"c");
    }

    #[test]
    fn blank_is_what_says_nothing() {
        for blank in ["", ",", " ,\t", "\"\",\" \"", "\" \n\",", "\"", "\"\" "] {
            assert!(are_blank(blank.as_bytes(), b','), "{blank:?}");
        }
        for filled in ["a", ",,a", "\",\"", "\"\"\"\"", " \"\"", "\"\"\"", "\"\",a"] {
            assert!(!are_blank(filled.as_bytes(), b','), "{filled:?}");
        }
    }
}
