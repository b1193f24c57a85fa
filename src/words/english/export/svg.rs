//! What stands below a picture that is handed out.

/// What made the picture, named in it.
const PROGRAM: &str = "Trust Gap Explorer";

pub(crate) fn made_on(day: &str) -> String {
    format!("Made on {day} with {PROGRAM}.")
}
