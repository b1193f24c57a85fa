//! A cell without the marks that spreadsheets and people put around it.

use std::ops::Range;

use crate::blank::{trimmed, trimmed_bytes};

/// Pairs of marks around a cell: Excel's ways to protect a text, and quotes that are not CSV quotes, because a blank
/// precedes them or because a word processor made them.
const AROUND: [(&[u8], &[u8]); 6] = [
    (b"=\"", b"\""),
    (b"\"", b"\""),
    (b"'", b"'"),
    ("\u{201c}".as_bytes(), "\u{201d}".as_bytes()),
    ("\u{201c}".as_bytes(), "\u{201c}".as_bytes()),
    ("\u{2018}".as_bytes(), "\u{2019}".as_bytes()),
];

/// Marks only at the start of a cell: an apostrophe also protects a text in Excel.
const BEFORE: [&[u8]; 4] = [b"'", b"`", "\u{2018}".as_bytes(), "\u{2019}".as_bytes()];

/// A cell without surrounding blanks, without quotes that are not CSV quotes, and without Excel's marks for protected
/// text: `="910000"` and `'910000`.
///
/// ```
/// for cell in ["910000", "=\"910000\"", "'910000", "'910000'", "\u{201c}910000\u{201d}", " \"910000\""] {
///     assert_eq!(columns::bare(cell), "910000");
/// }
/// for cell in ["'Oak' Trust", "\"Oak\" and \"Ash\"", "'", "\"\""] {
///     assert_eq!(columns::bare(cell), cell);
/// }
/// ```
#[must_use]
pub fn bare(text: &str) -> &str {
    let mut bare = trimmed(text);
    while let Some(within) = within(bare.as_bytes()).and_then(|range| bare.get(range)) {
        bare = trimmed(within);
    }
    bare
}

/// The same for a cell in the file's own bytes: UTF-8, or one byte a character.
///
/// ```
/// assert_eq!(columns::bare_bytes(b" 'ARET\xC9' "), b"ARET\xC9");
/// ```
#[must_use]
#[inline]
pub fn bare_bytes(cell: &[u8]) -> &[u8] {
    let cell = trimmed_bytes(cell);
    match cell.first() {
        Some(b'=' | b'"' | b'\'' | b'`' | 0xE2) => within_all(cell),
        _ => cell,
    }
}

#[cold]
fn within_all(mut cell: &[u8]) -> &[u8] {
    while let Some(within) = within(cell).and_then(|range| cell.get(range)) {
        cell = trimmed_bytes(within);
    }
    cell
}

/// The range within the marks, if there are any and none of them occurs inside it.
fn within(cell: &[u8]) -> Option<Range<usize>> {
    let has = |bytes: &[u8], sign: &[u8]| bytes.windows(sign.len()).any(|part| part == sign);
    let is_alone = |within: &[u8], sign: &[u8]| !within.is_empty() && !has(within, sign);
    let around = AROUND.into_iter().find_map(|(before, after)| {
        let within = cell.strip_prefix(before)?.strip_suffix(after)?;
        is_alone(within, after).then_some(before.len()..before.len() + within.len())
    });
    around.or_else(|| {
        BEFORE.into_iter().find_map(|before| {
            let within = cell.strip_prefix(before)?;
            let mut apostrophes = BEFORE.into_iter();
            apostrophes
                .all(|sign| is_alone(within, sign))
                .then_some(before.len()..cell.len())
        })
    })
}
