//! The demonstration as loaded files, in steps.

use crate::demo::Demonstration;
use crate::layout::{GroupLinks, Layout, Recognised, Records, SchoolFile, TrustFile};
use crate::model::Library;
use crate::source::Encoding;
use crate::terms::AcademicYear;
use crate::words::app::demonstration as words;

/// The demonstration as the page opens: trusts as published, the newest year's schools and the group
/// links. The schools of earlier years follow when the page has been drawn.
pub(super) fn opening() -> Library {
    let demonstration = Demonstration::generate();
    let newest = demonstration.years().last().copied();
    let trusts = demonstration.years().iter().map(|&year| {
        let records = demonstration.trust_records(year);
        made_up(&TrustFile, format!("demonstration, {year}"), records)
    });
    let schools = newest.map(|year| schools_of(&demonstration, year));
    let links = made_up(
        &GroupLinks,
        words::DEMONSTRATION_GROUP_LINKS.to_owned(),
        demonstration.membership_records(),
    );
    Library::demonstration(trusts.chain(schools).chain([links]).collect())
}

/// The schools of a year.
pub(super) fn schools(year: AcademicYear) -> Recognised {
    schools_of(&Demonstration::generate(), year)
}

fn schools_of(demonstration: &Demonstration, year: AcademicYear) -> Recognised {
    let records = demonstration.school_records(year);
    let file = words::demonstration_schools(year);
    made_up(&SchoolFile, file, records)
}

/// As if it had been read from a file of that layout.
fn made_up(layout: &impl Layout, file: String, records: Records) -> Recognised {
    Recognised {
        file,
        layout: layout.name(),
        encoding: Encoding::Utf8,
        records,
        explained_by: None,
        fingerprint: None,
        credit: None,
    }
}
