//! What is said of a mark beyond its own words.

use crate::chart::End;
use crate::terms::counted;
use crate::words::terms::grammar::{all_of, in_order};

/// "highest of 9 regions", "joint highest of 9 regions", "2nd highest of 9 regions": a place that so many have.
pub(crate) fn place((place, equal): (usize, usize), end: End, count: usize, noun: &str) -> String {
    if equal == count {
        return format!("{} the same", all_of(count, noun));
    }
    let is_joint = equal > 1;
    let place = match (place, is_joint) {
        (1, false) => String::new(),
        (1, true) => "joint ".to_owned(),
        _ => format!("{} ", in_order(place, is_joint)),
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
