//! A place in a ranking.

use crate::method::Rank;
use crate::terms::grouped;
use crate::words::terms::grammar::in_order;

impl Rank {
    /// The place as people say it: "joint first", "3rd".
    #[must_use]
    pub(crate) fn in_words(self) -> String {
        in_order(self.place() as usize, self.is_joint())
    }

    /// The same among so many: "joint first of 28", "the only one".
    #[must_use]
    pub(crate) fn among(self, all: usize) -> String {
        match all {
            1 => "the only one".to_owned(),
            _ => format!("{} of {}", self.in_words(), grouped(all)),
        }
    }
}
