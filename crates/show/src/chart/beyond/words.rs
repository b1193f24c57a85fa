//! Further details of a mark.

use records::grammar::{all_of, in_order};
use records::terms::counted;

use crate::chart::End;

/// "highest of 9 regions", "joint highest of 9 regions", "2nd highest of 9 regions".
pub(crate) fn rank((rank, equal): (usize, usize), end: End, count: usize, noun: &str) -> String {
    if equal == count {
        return format!("{} the same", all_of(count, noun));
    }
    let is_joint = equal > 1;
    let before = match (rank, is_joint) {
        (1, false) => String::new(),
        (1, true) => "joint ".to_owned(),
        _ => format!("{} ", in_order(rank, is_joint)),
    };
    format!("{before}{} of {}", name(end), counted(count, noun))
}

const fn name(end: End) -> &'static str {
    match end {
        End::Highest => "highest",
        End::Lowest => "lowest",
        End::Smallest => "smallest",
    }
}
