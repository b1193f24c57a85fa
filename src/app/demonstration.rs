//! The demonstration as loaded files, in steps.

use crate::demo::Demonstration;
use crate::layout::{Recognised, read_file};
use crate::model::Library;
use crate::terms::AcademicYear;
use crate::words::app::demonstration as words;

/// The demonstration as the page opens: trusts as published, the newest year's schools and the group
/// links. The schools of earlier years follow when the page has been drawn.
pub(super) fn opening() -> Library {
    let demonstration = Demonstration::generate();
    let newest = demonstration.years().last().copied();
    let trusts = demonstration.years().iter().map(|&year| {
        let file = words::demonstration_trusts(year);
        made_up(&file, &demonstration.trust_file(year))
    });
    let schools = newest.map(|year| schools_of(&demonstration, year));
    let links = made_up(
        words::DEMONSTRATION_GROUP_LINKS,
        &demonstration.group_links(),
    );
    let files = trusts.chain(schools).chain([links]);
    Library::demonstration(files.flatten().collect())
}

/// The schools of a year.
pub(super) fn schools(year: AcademicYear) -> Option<Recognised> {
    schools_of(&Demonstration::generate(), year)
}

fn schools_of(demonstration: &Demonstration, year: AcademicYear) -> Option<Recognised> {
    let file = words::demonstration_schools(year);
    made_up(&file, &demonstration.school_file(year))
}

/// A file, read like any other; its text is made by what made the others, so that it is always one.
fn made_up(name: &str, text: &str) -> Option<Recognised> {
    read_file(name, text.as_bytes()).ok()
}
