//! Rows that repeat the header or give labels or units below it. They are not trusts or schools.

use records::terms::Missing;
use records::terms::order::sorted;
use records::{DoubtKind, Doubts, Evidence, Grounds, Question, Reading, excerpt};

use crate::source::{FirstRecord, Header, Start, trimmed};

/// How many rows below the header may have labels or units.
const MOST: usize = 2;

/// How many rows are used to detect what a column contains.
const LOOKED_AT: usize = 20;

/// The first rows below the header that have labels or units.
#[derive(Debug, Default)]
pub(super) struct Labels {
    rows: Vec<Evidence>,
}

impl Labels {
    /// Finds the rows with words in every column in which the rows below have numbers.
    pub(super) fn below(start: &Start) -> Self {
        let below = start.below();
        let mut rows = Vec::new();
        for (index, record) in below.iter().enumerate().take(MOST) {
            let following = below.get(index + 1..).unwrap_or_default();
            if !is_label(record, following) {
                break;
            }
            rows.push(record.evidence());
        }
        Self { rows }
    }

    /// The lines of these rows.
    pub(super) fn lines(&self) -> Vec<u64> {
        self.rows.iter().filter_map(|row| row.line).collect()
    }

    /// Whether they are to be skipped.
    pub(super) fn are_skipped(&self, header: &Header, doubts: &mut Doubts) -> bool {
        self.decide(header, &[], doubts) == Some(Reading::Headers)
    }

    /// Decides what they are, together with rows elsewhere that repeat the header. `None` if there are none.
    pub(super) fn decide(&self, header: &Header, repeated: &[u64], doubts: &mut Doubts) -> Option<Reading> {
        let lines: Vec<u64> = self.lines().into_iter().chain(repeated.iter().copied()).collect();
        if lines.is_empty() {
            return None;
        }
        let first = header.names().next().map(excerpt).unwrap_or_default();
        let again = repeated.iter().map(|&line| Evidence {
            line: Some(line),
            column: None,
            value: first.clone(),
        });
        // A row that repeats the header is unambiguous.
        let (others, grounds) = match self.rows.is_empty() {
            true => (Vec::new(), Grounds::Settled),
            false => (vec![Reading::Rows], Grounds::Assumed),
        };
        Some(doubts.decide(Question {
            kind: DoubtKind::RepeatedHeader,
            column: None,
            likeliest: Reading::Headers,
            others,
            grounds,
            evidence: self.rows.iter().cloned().chain(again).collect(),
            rows: lines.len(),
            lines,
        }))
    }
}

/// Whether a row numbers the columns (`1, 2, 3`, `(a), (b), (c)`) or draws a line (`---`).
fn is_numbering_or_rule(record: &FirstRecord) -> bool {
    let cells = record.cells.iter().map(|cell| trimmed(cell)).enumerate();
    let filled: Vec<(usize, &str)> = cells.filter(|(_, cell)| !cell.is_empty()).collect();
    if filled.len() < 3 || filled.len() * 2 < record.cells.len() {
        return false;
    }
    let is_rule = |cell: &str| cell.chars().all(|sign| matches!(sign, '-' | '=' | '_' | ':'));
    if filled.iter().all(|(_, cell)| is_rule(cell)) {
        return filled.iter().any(|(_, cell)| cell.len() > 1);
    }
    let number = |cell: &str| {
        let bare = cell.trim_matches(['(', ')', '[', ']', '.']);
        let letter = || match bare.as_bytes() {
            [letter @ (b'a'..=b'z' | b'A'..=b'Z')] => Some(usize::from(letter.to_ascii_lowercase() - b'a') + 1),
            _ => None,
        };
        bare.parse::<usize>().ok().or_else(letter)
    };
    // From 0 or 1, starting at the first column or after columns without a number.
    let first = filled.first().and_then(|&(index, cell)| Some((index, number(cell)?)));
    first.is_some_and(|(start, from)| {
        from <= start + 1
            && filled
                .iter()
                .all(|&(index, cell)| number(cell) == Some(index - start + from))
    })
}

/// Whether a row numbers the columns, draws a line, or has words that are not codes in every column in which most
/// following rows have numbers.
fn is_label(record: &FirstRecord, following: &[FirstRecord]) -> bool {
    if !following.is_empty() && is_numbering_or_rule(record) {
        return true;
    }
    let following = following.get(..LOOKED_AT).unwrap_or(following);
    let cell = |record: &FirstRecord, index: usize| {
        let cell = record.cells.get(index).map(String::as_str);
        trimmed(cell.unwrap_or_default()).to_owned()
    };
    let (mut numbers, mut words) = (0, Vec::new());
    for index in 0..record.cells.len() {
        let starts_as_number =
            |record: &&FirstRecord| cell(record, index).starts_with(|sign: char| sign.is_ascii_digit());
        let of_numbers = following.iter().filter(starts_as_number).count();
        if of_numbers == 0 || of_numbers * 2 < following.len() {
            continue;
        }
        numbers += 1;
        let label = cell(record, index);
        if label.is_empty() {
            continue;
        }
        if !may_be_label(&label) {
            return false;
        }
        words.push(label);
    }
    let mut words = sorted(words, Ord::cmp);
    words.dedup();
    let are_units = words.iter().all(|word| is_unit(word));
    numbers >= 2 && record.filled() >= 2 && (words.len() >= 2 || (!words.is_empty() && are_units))
}

/// Whether a cell among numbers is a word that is not a code. `SUPP`, `*` and `[c]` occur in rows of schools and
/// trusts.
fn may_be_label(cell: &str) -> bool {
    let letters = cell.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_code = cell.starts_with('[') || Missing::from_code(cell).is_some();
    is_unit(cell) || (letters >= 1 && cell.chars().nth(1).is_some() && !is_code) || cell.ends_with('+')
}

/// Whether a cell is a unit: `%`, `n`, `(pupils)`. Other single letters are codes.
fn is_unit(cell: &str) -> bool {
    if matches!(cell, "n" | "N" | "no." | "No." | "\u{a3}") {
        return true;
    }
    let letters = cell.chars().filter(|letter| letter.is_alphabetic()).count();
    let has_digit = cell.contains(|sign: char| sign.is_ascii_digit());
    !has_digit && (cell.contains('%') || (cell.starts_with('(') && letters > 1))
}
