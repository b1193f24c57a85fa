//! The demonstration as loaded files, in steps.

use crate::demo::Demonstration;
use crate::layout::{Recognised, read_file};
use crate::model::Library;
use crate::terms::AcademicYear;

/// The demonstration as the page opens: trusts as published, the newest year's schools and the group
/// links. The schools of earlier years follow when the page has been drawn.
pub(super) fn opening() -> Library {
    let demonstration = Demonstration::generate();
    let newest = demonstration.years().last().copied();
    let links = (
        "demonstration, group links".to_owned(),
        demonstration.group_links(),
    );
    let trusts = demonstration.years().iter().map(|&year| {
        let name = format!("demonstration, {year}");
        (name, demonstration.trust_file(year))
    });
    let schools = newest.map(|year| schools_of(&demonstration, year));
    let files = trusts.chain(schools).chain([links]);
    Library::demonstration(files.filter_map(read).collect())
}

fn schools_of(demonstration: &Demonstration, year: AcademicYear) -> (String, String) {
    let name = format!("demonstration, schools {year}");
    (name, demonstration.school_file(year))
}

fn read((name, text): (String, String)) -> Option<Recognised> {
    read_file(&name, text.as_bytes()).ok()
}

/// The schools of a year.
pub(super) fn schools(year: AcademicYear) -> Option<Recognised> {
    read(schools_of(&Demonstration::generate(), year))
}
