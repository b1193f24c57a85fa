//! What the page Data says of keeping and passing on: files remembered, figures of few pupils, and starting over.

pub(crate) const HEADING: &str = "Keeping, passing on, starting over";
pub(crate) const REMEMBER: &str = "Remember these files on this device";
pub(crate) const WHAT_REMEMBERING_DOES: &str = "They are kept in this browser\u{2019}s own storage, here alone, and opened again when you come back. \
                 Untick the box, or start over, and they are forgotten.";
pub(crate) const START_OVER: &str = "Start over";
pub(crate) const WHAT_STARTING_OVER_DOES: &str =
    " forgets all files, those remembered too, and all choices, and shows the demonstration again.";
pub(crate) const LET_SMALL_NUMBERS_OUT: &str = "Let figures of fewer than 6 pupils be taken away";
pub(crate) const WHAT_BECOMES_OF_SMALL_NUMBERS: &str = "On this screen you see all figures of your own data. From downloads, copies, reports and what is printed \
         those that rest on fewer than 6 pupils are left out, all others are computed without them, and that is \
         said, unless you tick this.";
