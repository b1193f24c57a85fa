//! Decisions about files that can be read in more than one way.

use records::terms::{counted, grouped, listed};
use records::{DoubtKind, Reading};

pub(crate) const READINGS: &str = "Readings in doubt";

pub(crate) const FILE: &str = "File";

pub(crate) const COLUMN: &str = "Column";

pub(crate) const IN_DOUBT: &str = "In doubt";

pub(crate) const READ_AS: &str = "Read as";

pub(crate) const WHY: &str = "Why";

pub(crate) const EVIDENCE: &str = "Evidence";

pub(crate) const ROWS_AFFECTED: &str = "Rows affected";

pub(crate) const OTHER_READINGS: &str = "Other readings";

/// Instead of a column, where a decision is about the whole file.
pub(crate) const ALL_COLUMNS: &str = "the whole file";

/// How many columns, and how many decisions, a sentence names; the rest are counted.
const NAMED: usize = 3;

/// "line 3, share: “0.25”; line 4, share: “26%”", or the lines where no cell speaks for it.
pub(crate) fn evidence(cells: &[String], lines: &[u64]) -> String {
    if !cells.is_empty() {
        return cells.join("; ");
    }
    let numbers: Vec<String> = lines.iter().map(u64::to_string).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    match lines.len() {
        0 => "the file itself does not settle it".to_owned(),
        1 => format!("line {}", listed(&numbers)),
        _ => format!("lines {}", listed(&numbers)),
    }
}

/// Some columns by name, the rest counted: "A, B, C and 4 more columns".
pub(crate) fn columns(of: &[&str]) -> String {
    let rest = of.len().saturating_sub(NAMED);
    if rest == 0 {
        return listed(of);
    }
    let named: Vec<&str> = of.iter().take(NAMED).copied().collect();
    let more = if rest == 1 { "column" } else { "columns" };
    format!("{} and {} more {more}", named.join(", "), grouped(rest))
}

/// "whether the day or the month comes first in Joined date: month first (9/1/2015 is 1 September)".
pub(crate) fn item(kind: DoubtKind, of: &[&str], assumed: Reading) -> String {
    let columns = if of.is_empty() {
        String::new()
    } else {
        format!(" in {}", columns(of))
    };
    format!("{}{columns}: {assumed}", kind.question())
}

/// The decisions about a file: assumed, chosen by the user, and settled by the file.
pub(crate) fn in_short(file: &str, assumed: &[String], chosen: &[String], settled: &[String]) -> String {
    let mut sentences = Vec::new();
    if !assumed.is_empty() {
        let count = counted(assumed.len(), "reading");
        sentences.push(format!("{count} in doubt: {}.", some(assumed)));
    }
    if !chosen.is_empty() {
        sentences.push(format!("Read as you chose: {}.", some(chosen)));
    }
    if !settled.is_empty() {
        sentences.push(format!("Settled by the file itself: {}.", some(settled)));
    }
    format!("{file}: {}", sentences.join(" "))
}

fn some(items: &[String]) -> String {
    let rest = items.len().saturating_sub(NAMED);
    let named: Vec<&str> = items.iter().take(NAMED).map(String::as_str).collect();
    let named = named.join("; ");
    if rest == 0 {
        named
    } else {
        format!("{named}; and {} more", grouped(rest))
    }
}
