//! Long work.

use crate::terms::grouped;

pub(crate) const AGAIN: &str = "Begin again";

pub(crate) const RANKS_GIVEN_UP: &str = "The ranks with intervals were given up.";
pub(crate) const SURVEY_GIVEN_UP: &str = "Trying every combination of rules was given up.";

pub(crate) fn ranking_stopped(reason: &str) -> String {
    format!("The part of this page that ranks has stopped ({reason}).")
}

pub(crate) fn ranking(done: u64, of: u64) -> String {
    let (done, of) = (grouped(done as usize), grouped(of as usize));
    format!("Ranks with intervals: {done} of {of} draws of chance")
}

pub(crate) fn surveying(steps: usize, of: usize) -> String {
    format!("Trying every combination of rules: {steps} of {of} steps")
}

pub(crate) fn no_survey(reason: &str) -> String {
    format!("These data cannot be tried under other rules: {reason}.")
}
