//! What is said of a mark beyond its own words.

use crate::chart::End;
use crate::terms::counted;

use super::robustness::ordinal;

/// "highest of 9 regions", "2nd highest of 9 regions".
pub(crate) fn place(place: usize, end: End, count: usize, noun: &str) -> String {
    let place = match place {
        1 => String::new(),
        place => format!("{} ", ordinal(place)),
    };
    format!("{place}{} of {}", name(end), counted(count, noun))
}

const fn name(end: End) -> &'static str {
    match end {
        End::Highest => "highest",
        End::Lowest => "lowest",
        End::Smallest => "smallest",
    }
}
