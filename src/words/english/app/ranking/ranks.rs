//! What the page knows of ranks with intervals.

use std::fmt::Display;

pub(crate) fn ranks_so_far(count: impl Display, of: impl Display) -> String {
    format!("Ranks with intervals: {count} of {of} draws of chance")
}
