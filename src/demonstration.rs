//! The demonstration as loaded files, in steps.

use demo::Demonstration;
use read::layout::read_file;
use records::Recognised;
use records::model::Library;
use records::terms::AcademicYear;

use crate::words::demonstration as words;

/// The demonstration as the page opens: trusts as published, the newest year's schools and the group
/// links. The schools of earlier years follow when the page has been drawn.
pub(super) fn opening() -> Library {
    let demonstration = Demonstration::generate();
    let mut files = Vec::new();
    for &year in demonstration.years() {
        let file = words::demonstration_trusts(year);
        files.extend(made_up(&file, &demonstration.trust_file(year)));
    }
    if let Some(&newest) = demonstration.years().last() {
        files.extend(schools_of(&demonstration, newest));
    }
    let links = demonstration.group_links();
    files.extend(made_up(words::DEMONSTRATION_GROUP_LINKS, &links));
    Library::demonstration(files)
}

/// The schools of a year.
pub(super) fn schools(year: AcademicYear) -> Option<Recognised> {
    schools_of(&Demonstration::generate(), year)
}

fn schools_of(demonstration: &Demonstration, year: AcademicYear) -> Option<Recognised> {
    let file = words::demonstration_schools(year);
    made_up(&file, &demonstration.school_file(year))
}

/// A file, read like any other. It has no fingerprint: links do not name it, and it is not remembered.
fn made_up(name: &str, text: &str) -> Option<Recognised> {
    let mut file = read_file(name, text.as_bytes()).ok()?;
    file.fingerprint = None;
    Some(file)
}
