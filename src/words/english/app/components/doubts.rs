//! How files were read where they allow another reading.

use crate::source::{Doubt, Reading};

pub(crate) const SUBTITLE: &str = "Where a file allows another reading, this is how it was read, and why. Choose another \
    reading, and it is used instead; your choice is kept in the link.";

/// On the button that chooses a reading.
pub(crate) fn choose(reading: Reading) -> String {
    match reading {
        Reading::HeaderOnLine(line) => format!("Take line {line} as the header instead"),
        _ => format!("Read as {reading} instead"),
    }
}

/// The same in full, for those who hear the button alone.
pub(crate) fn choose_of(doubt: &Doubt, reading: Reading) -> String {
    let words = choose(reading);
    match &doubt.column {
        Some(column) => format!("{words}: {column} in {}", doubt.file),
        None => format!("{words}: {}", doubt.file),
    }
}
