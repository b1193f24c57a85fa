//! The demonstration's records that the page fetches, in two parts. They are made when the page is built.

use read::layout::read_file;
use records::Recognised;
use records::terms::AcademicYear;

use super::{Demonstration, words};

/// The first part: trusts of every year, the newest year's schools, and the group links.
const OPENING: &str = "demonstration.bin";

/// The second part: the schools of earlier years.
const EARLIER: &str = "demonstration-earlier.bin";

impl Demonstration {
    /// The records of both parts. They are read from the demonstration's files like any other, so that records are made
    /// in one place only.
    #[must_use]
    pub fn records(&self) -> [Vec<Recognised>; 2] {
        let trusts = |&year| made_up(&words::trusts(year), &self.trust_file(year));
        let schools = |&year: &AcademicYear| made_up(&words::schools(year), &self.school_file(year));
        let links = made_up(words::GROUP_LINKS, &self.group_links());
        let mut years = self.years.iter().rev();
        let newest = years.next().and_then(schools);
        let opening = self.years.iter().filter_map(trusts);
        [
            opening.chain(newest).chain(links).collect(),
            years.filter_map(schools).collect(),
        ]
    }

    /// The files that the page fetches: their names, and their bytes: one [`Recognised`] after another.
    #[must_use]
    pub fn assets(&self) -> [(&'static str, Vec<u8>); 2] {
        let [opening, earlier] = self.records();
        [(OPENING, bytes(&opening)), (EARLIER, bytes(&earlier))]
    }
}

/// Reads a file like any other. It has no fingerprint, because links do not name it and it is not remembered.
fn made_up(name: &str, text: &str) -> Option<Recognised> {
    let mut file = read_file(name, text.as_bytes()).ok()?;
    file.fingerprint = None;
    Some(file)
}

fn bytes(files: &[Recognised]) -> Vec<u8> {
    files.iter().flat_map(Recognised::to_bytes).collect()
}
