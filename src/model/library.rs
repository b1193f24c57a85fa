//! The files that are loaded, and the data sets that they make, one for each year.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::layout::{MembershipRecord, Recognised, SchoolRecord, TotalRecord, TrustRecord};
use crate::source::Problem;
use crate::terms::AcademicYear;

use super::{DataSet, LinkTable, Origin, SchoolTable, SourceFile, TrustTable};

/// A year, or that no file states it.
type Year = Option<AcademicYear>;

/// All loaded files. The demonstration gives way to the first real file.
///
/// ```
/// use trust_gap::{layout::read_file, model::Library};
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,ATT8SCR_WGTAVG\n1,ONE,London,202223,46.6\n";
/// let mut library = Library::default();
/// let added = library.add(read_file("mats.csv", csv.as_bytes()).unwrap());
/// assert_eq!((added.trusts, library.years().len()), (1, 1));
/// library.remove(0);
/// assert!(library.newest().is_none());
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Library {
    files: Vec<LoadedFile>,
    is_demonstration: bool,
    sets: BTreeMap<Year, Rc<DataSet>>,
}

/// A file with what was read from it, by year. Memberships are of no year where they are a snapshot,
/// and of the schools' year where a spreadsheet of schools tells them.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedFile {
    /// The file.
    pub file: Rc<SourceFile>,
    trusts: BTreeMap<Year, Rc<TrustTable>>,
    schools: BTreeMap<Year, Rc<SchoolTable>>,
    own_links: BTreeMap<Year, Rc<LinkTable>>,
    links: Option<Rc<LinkTable>>,
}

/// What adding a file did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Added {
    /// The years that the file is about, the oldest first.
    pub years: Vec<Year>,
    /// Trusts read.
    pub trusts: usize,
    /// Schools read.
    pub schools: usize,
    /// Memberships read.
    pub memberships: usize,
    /// What it took the place of.
    pub replaced: Vec<Replaced>,
}

/// A file, or a year of it, whose place another took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The year; nothing where it is of memberships, which are of no year.
    pub year: Option<Year>,
    /// The former file's name.
    pub former: String,
}

impl LoadedFile {
    fn new(file: Recognised) -> Self {
        let records = file.records;
        let source = Rc::new(SourceFile {
            name: file.file,
            layout: file.layout,
            encoding: file.encoding.name(),
            rows: records.rows,
            problems: records.problems,
            more_problems: records.more_problems,
        });
        let trusts = by_year(records.trusts, |trust: &TrustRecord| trust.year)
            .into_iter()
            .map(|(year, trusts)| {
                let table = TrustTable {
                    file: Rc::clone(&source),
                    trusts,
                    columns: records.columns.clone(),
                };
                (year, Rc::new(table))
            })
            .collect();
        let mut totals = by_year(records.totals, |total: &TotalRecord| total.year);
        let schools: BTreeMap<Year, Rc<SchoolTable>> =
            by_year(records.schools, |school: &SchoolRecord| school.year)
                .into_iter()
                .map(|(year, schools)| {
                    let table = SchoolTable {
                        file: Rc::clone(&source),
                        schools,
                        totals: totals.remove(&year).unwrap_or_default(),
                        columns: records.columns.clone(),
                    };
                    (year, Rc::new(table))
                })
                .collect();
        let (mut links, mut own_links) = (None, BTreeMap::new());
        for (year, memberships) in by_year(records.memberships, |link: &MembershipRecord| link.year)
        {
            let table = Rc::new(LinkTable::new(Rc::clone(&source), memberships));
            if schools.is_empty() {
                links = Some(table);
            } else {
                own_links.insert(year, table);
            }
        }
        Self {
            trusts,
            schools,
            own_links,
            links,
            file: source,
        }
    }

    /// The years that the file is about, the oldest first.
    #[must_use]
    pub fn years(&self) -> Vec<Year> {
        let mut years: Vec<Year> = self
            .trusts
            .keys()
            .chain(self.schools.keys())
            .copied()
            .collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// Trusts, schools and memberships in it.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        (
            self.trusts.values().map(|table| table.trusts.len()).sum(),
            self.schools.values().map(|table| table.schools.len()).sum(),
            self.own_links
                .values()
                .chain(&self.links)
                .map(|links| links.memberships().len())
                .sum(),
        )
    }

    /// Whether it says which school is in which trust and nothing else.
    #[must_use]
    pub fn is_links_alone(&self) -> bool {
        self.links.is_some()
    }

    fn is_spent(&self) -> bool {
        self.trusts.is_empty() && self.schools.is_empty() && self.links.is_none()
    }

    /// Gives up what a later file is about too.
    fn give_way(&mut self, later: &Self) -> Vec<Replaced> {
        let former = || self.file.name.clone();
        let mut replaced = Vec::new();
        for year in later.years() {
            let had = later.trusts.contains_key(&year) && self.trusts.contains_key(&year)
                || later.schools.contains_key(&year) && self.schools.contains_key(&year);
            if had {
                replaced.push(Replaced {
                    year: Some(year),
                    former: former(),
                });
            }
        }
        if later.is_links_alone() && self.is_links_alone() {
            replaced.push(Replaced {
                year: None,
                former: former(),
            });
            self.links = None;
        }
        self.trusts
            .retain(|year, _| !later.trusts.contains_key(year));
        self.schools
            .retain(|year, _| !later.schools.contains_key(year));
        self.own_links
            .retain(|year, _| !later.schools.contains_key(year));
        replaced
    }
}

impl Library {
    /// A library that holds the demonstration.
    #[must_use]
    pub fn demonstration(files: Vec<Recognised>) -> Self {
        let mut library = Self {
            is_demonstration: true,
            ..Self::default()
        };
        for file in files {
            library.insert(LoadedFile::new(file));
        }
        library.rebuild();
        library
    }

    /// Adds a file. What it is about too of the same year, or of memberships, gives way to it; the
    /// demonstration goes.
    pub fn add(&mut self, file: Recognised) -> Added {
        if self.is_demonstration {
            *self = Self::default();
        }
        let added = self.insert(LoadedFile::new(file));
        self.rebuild();
        added
    }

    fn insert(&mut self, file: LoadedFile) -> Added {
        let (trusts, schools, memberships) = file.counts();
        let mut added = Added {
            years: file.years(),
            trusts,
            schools,
            memberships,
            replaced: Vec::new(),
        };
        for former in &mut self.files {
            added.replaced.extend(former.give_way(&file));
        }
        self.files.retain(|former| !former.is_spent());
        self.files.push(file);
        added
    }

    /// Takes the file of that place among [`Library::files`] out; the others stay.
    pub fn remove(&mut self, place: usize) -> Option<Rc<SourceFile>> {
        if place >= self.files.len() {
            return None;
        }
        let file = self.files.remove(place).file;
        self.rebuild();
        Some(file)
    }

    /// States the year of results in files that do not tell it themselves. What those files hold of
    /// a year that is there already takes its place.
    pub fn state_year(&mut self, year: AcademicYear) -> Vec<Replaced> {
        let (mut stated, others): (Vec<_>, Vec<_>) = std::mem::take(&mut self.files)
            .into_iter()
            .partition(|file| file.years().contains(&None));
        self.files = others;
        let mut replaced = Vec::new();
        for mut file in stated.drain(..) {
            if let Some(table) = file.trusts.remove(&None) {
                file.trusts.insert(Some(year), table);
            }
            if let Some(table) = file.schools.remove(&None) {
                file.schools.insert(Some(year), table);
            }
            if let Some(table) = file.own_links.remove(&None) {
                file.own_links.insert(Some(year), table);
            }
            replaced.extend(self.insert(file).replaced);
        }
        self.rebuild();
        replaced
    }

    /// Makes the data sets anew from the files.
    fn rebuild(&mut self) {
        let mut years: Vec<Year> = self.files.iter().flat_map(LoadedFile::years).collect();
        years.sort_unstable();
        years.dedup();
        self.sets = years
            .into_iter()
            .map(|year| (year, Rc::new(self.set_of(year))))
            .collect();
    }

    /// One year. A spreadsheet of schools that names their trusts needs no other memberships.
    fn set_of(&self, year: Year) -> DataSet {
        let with_schools = self
            .files
            .iter()
            .find(|file| file.schools.contains_key(&year));
        let own_links = with_schools.and_then(|file| file.own_links.get(&year).cloned());
        let links = self.files.iter().find(|file| file.is_links_alone());
        DataSet {
            year,
            origin: self.origin(),
            published: self
                .files
                .iter()
                .find_map(|file| file.trusts.get(&year).cloned()),
            schools: with_schools.and_then(|file| file.schools.get(&year).cloned()),
            links: own_links.or_else(|| links.and_then(|file| file.links.clone())),
        }
    }

    /// Where the files come from.
    #[must_use]
    pub const fn origin(&self) -> Origin {
        if self.is_demonstration {
            Origin::Demonstration
        } else {
            Origin::Files
        }
    }

    /// The years, the newest first; one that is not stated last.
    #[must_use]
    pub fn years(&self) -> Vec<Year> {
        self.sets.keys().rev().copied().collect()
    }

    /// The data set of a year.
    #[must_use]
    pub fn data_set(&self, year: Year) -> Option<Rc<DataSet>> {
        self.sets.get(&year).cloned()
    }

    /// The data set of the newest year.
    #[must_use]
    pub fn newest(&self) -> Option<Rc<DataSet>> {
        self.sets.values().next_back().cloned()
    }

    /// The files, in the order in which they came.
    #[must_use]
    pub fn files(&self) -> &[LoadedFile] {
        &self.files
    }

    /// What is wrong in the files.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.files.iter().flat_map(|file| &file.file.problems)
    }

    /// Every data set, the newest first.
    pub fn data_sets(&self) -> impl Iterator<Item = &Rc<DataSet>> {
        self.sets.values().rev()
    }
}

fn by_year<T>(records: Vec<T>, year: fn(&T) -> Year) -> BTreeMap<Year, Vec<T>> {
    let mut years: BTreeMap<Year, Vec<T>> = BTreeMap::new();
    for record in records {
        years.entry(year(&record)).or_default().push(record);
    }
    years
}
