//! The loaded files, and the data sets made from them, one for each year.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::terms::order::sorted;
use crate::terms::{AcademicYear, listed};
use crate::{Choices, Doubt, DoubtKind, OWN_SPREADSHEET, Problem, Recognised, Records};

use super::data_set::is_same;
use super::tables::SuccessionTable;
use super::{DataSet, LinkTable, Origin, SchoolTable, SourceFile, TrustTable};

/// A year, or `None` if no file states it.
type Year = Option<AcademicYear>;

/// All loaded files. The first real file replaces the demonstration.
///
/// ```
/// use read::layout::read_file;
/// use records::model::Library;
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
    /// The user's choices about how much of the country files cover.
    choices: Choices,
    /// The newest first, and an unknown year last.
    sets: Vec<Rc<DataSet>>,
}

/// A file with its tables by year. Memberships have no year if they are a snapshot. In a spreadsheet of schools they
/// have the schools' year.
#[derive(Debug, Clone)]
pub struct LoadedFile {
    /// The file.
    pub file: Rc<SourceFile>,
    parts: Vec<YearPart>,
    links: Option<Rc<LinkTable>>,
    /// Earlier numbers of schools, which also have no year.
    successions: Option<Rc<SuccessionTable>>,
    /// The year that the user states for files without one.
    stated: Year,
}

impl PartialEq for LoadedFile {
    /// Whether it is the same file with the same tables.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.file, &other.file)
            && self.parts == other.parts
            && is_same(self.links.as_ref(), other.links.as_ref())
            && is_same(self.successions.as_ref(), other.successions.as_ref())
    }
}

/// The tables of one year in a file.
#[derive(Debug, Clone)]
struct YearPart {
    year: Year,
    trusts: Option<Rc<TrustTable>>,
    schools: Option<Rc<SchoolTable>>,
    /// The memberships given with the schools.
    links: Option<Rc<LinkTable>>,
}

impl PartialEq for YearPart {
    fn eq(&self, other: &Self) -> bool {
        self.year == other.year
            && is_same(self.trusts.as_ref(), other.trusts.as_ref())
            && is_same(self.schools.as_ref(), other.schools.as_ref())
            && is_same(self.links.as_ref(), other.links.as_ref())
    }
}

impl YearPart {
    const fn is_empty(&self) -> bool {
        self.trusts.is_none() && self.schools.is_none()
    }
}

/// The result of adding a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Added {
    /// The years in the file, oldest first.
    pub years: Vec<Year>,
    /// Trusts read.
    pub trusts: usize,
    /// Schools read.
    pub schools: usize,
    /// Memberships read.
    pub memberships: usize,
    /// Earlier numbers read.
    pub successions: usize,
    /// What it replaced.
    pub replaced: Vec<Replaced>,
}

/// A file, or a year of it, that another replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The year; `None` for memberships or numbers, which have no year.
    pub year: Option<Year>,
    /// The replaced file's name.
    pub former: String,
}

impl LoadedFile {
    fn new(file: Recognised) -> Self {
        let Records {
            rows,
            mut trusts,
            mut schools,
            mut totals,
            mut memberships,
            successions,
            columns,
            progress_spread,
            problems,
            more_problems,
            doubts,
        } = file.records;
        let source = Rc::new(SourceFile {
            name: file.file,
            is_own: file.layout == OWN_SPREADSHEET,
            layout: file.layout,
            is_withheld: false,
            encoding: file.encoding.name(),
            rows,
            problems,
            more_problems,
            doubts,
            fingerprint: file.fingerprint,
            credit: file.credit,
        });
        let mut years: Vec<Year> = Vec::new();
        let of_schools = schools.rows().iter().map(|school| school.year);
        for year in trusts.iter().map(|trust| trust.year).chain(of_schools) {
            if !years.contains(&year) {
                years.push(year);
            }
        }
        let mut links_of = |year| {
            let links = memberships.take_year(year);
            let is_any = !links.rows().is_empty();
            is_any.then(|| Rc::new(LinkTable::new(Rc::clone(&source), links)))
        };
        let is_of_schools = !schools.is_empty();
        let links = if is_of_schools { None } else { links_of(None) };
        let mut parts = Vec::new();
        for year in years {
            let mut spread = progress_spread.iter();
            let sd = spread.find(|(known, _)| *known == year).map(|of| of.1);
            let trusts = trusts.extract_if(.., |trust| trust.year == year).collect();
            let totals = totals.extract_if(.., |total| total.year == year).collect();
            let schools = schools.take_year(year);
            parts.push(YearPart {
                year,
                trusts: TrustTable::new(&source, trusts, &columns, sd),
                schools: SchoolTable::new(&source, schools, totals, &columns, sd),
                links: if is_of_schools { links_of(year) } else { None },
            });
        }
        Self {
            parts,
            links,
            successions: SuccessionTable::new(&source, successions),
            file: source,
            stated: None,
        }
    }

    /// Sets the year of rows without one. They are not merged with rows that state that year.
    fn state_year(&mut self, year: AcademicYear) {
        if self.part(Some(year)).is_none() {
            self.stated = Some(year);
            for part in &mut self.parts {
                part.year = part.year.or(Some(year));
            }
        }
    }

    /// The years in the file, oldest first.
    #[must_use]
    pub fn years(&self) -> Vec<Year> {
        sorted(self.parts.iter().map(|part| part.year).collect(), Ord::cmp)
    }

    /// The numbers of trusts, schools, memberships and earlier numbers in it.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize, usize) {
        let trusts = self.parts.iter().flat_map(|part| &part.trusts);
        let schools = self.parts.iter().flat_map(|part| &part.schools);
        let links = self.parts.iter().flat_map(|part| &part.links);
        (
            trusts.map(|table| table.trusts.len()).sum(),
            schools.map(|table| table.schools.len()).sum(),
            links.chain(&self.links).map(|table| table.links().len()).sum(),
            self.successions.as_ref().map_or(0, |table| table.len()),
        )
    }

    fn part(&self, year: Year) -> Option<&YearPart> {
        self.parts.iter().find(|part| part.year == year)
    }

    fn trusts(&self, year: Year) -> Option<&Rc<TrustTable>> {
        self.part(year)?.trusts.as_ref()
    }

    fn schools(&self, year: Year) -> Option<&Rc<SchoolTable>> {
        self.part(year)?.schools.as_ref()
    }

    const fn applies_to_every_year(&self) -> bool {
        self.links.is_some() || self.successions.is_some()
    }

    fn is_spent(&self) -> bool {
        self.parts.is_empty() && !self.applies_to_every_year()
    }

    /// Removes the tables that a later file replaces.
    fn give_way(&mut self, later: &Self) -> Vec<Replaced> {
        let former = self.file.name.clone();
        let mut replaced = Vec::new();
        // A user's own spreadsheet does not replace the Department's file: see `set_of`.
        if self.file.is_own != later.file.is_own {
            return replaced;
        }
        for part in &mut self.parts {
            let Some(later) = later.part(part.year) else {
                continue;
            };
            let trusts_go = later.trusts.is_some() && part.trusts.take().is_some();
            let schools_go = later.schools.is_some() && part.schools.take().is_some();
            if schools_go {
                // The memberships in a spreadsheet of schools are removed with the schools.
                part.links = None;
            }
            if trusts_go || schools_go {
                replaced.push(Replaced {
                    year: Some(part.year),
                    former: former.clone(),
                });
            }
        }
        self.parts.retain(|part| !part.is_empty());
        let links_go = later.links.is_some() && self.links.take().is_some();
        let successions_go = later.successions.is_some() && self.successions.take().is_some();
        if links_go || successions_go {
            replaced.push(Replaced { year: None, former });
        }
        replaced
    }
}

impl Library {
    /// A library with the demonstration.
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

    /// Adds files to the demonstration; does nothing if it has been replaced.
    pub fn add_to_demonstration(&mut self, files: impl IntoIterator<Item = Recognised>) {
        if self.is_demonstration {
            for file in files {
                self.insert(LoadedFile::new(file));
            }
            self.rebuild();
        }
    }

    /// Adds a file. It replaces earlier tables of the same year, earlier memberships and the demonstration.
    pub fn add(&mut self, file: Recognised) -> Added {
        if self.is_demonstration {
            *self = Self {
                choices: std::mem::take(&mut self.choices),
                ..Self::default()
            };
        }
        let added = self.insert(LoadedFile::new(file));
        self.rebuild();
        added
    }

    /// Replaces a file by the same file read again, without changing the order of files or the year that the user
    /// stated. Returns whether the same file, by name and content, was in use.
    pub fn read_again(&mut self, file: Recognised) -> bool {
        let mut files = self.files.iter();
        let former =
            files.position(|former| former.file.name == file.file && former.file.fingerprint == file.fingerprint);
        let Some(index) = former else { return false };
        let mut later = self.files.split_off(index);
        let mut again = LoadedFile::new(file);
        if let Some(year) = later.remove(0).stated {
            again.state_year(year);
        }
        for file in &later {
            again.give_way(file);
        }
        self.insert(again);
        self.files.append(&mut later);
        self.files.retain(|file| !file.is_spent());
        self.rebuild();
        true
    }

    fn insert(&mut self, file: LoadedFile) -> Added {
        let (trusts, schools, memberships, successions) = file.counts();
        let mut added = Added {
            years: file.years(),
            trusts,
            schools,
            memberships,
            successions,
            replaced: Vec::new(),
        };
        for former in &mut self.files {
            added.replaced.extend(former.give_way(&file));
        }
        self.files.retain(|former| !former.is_spent());
        self.files.push(file);
        added
    }

    /// Removes the file with that index in [`Library::files`].
    pub fn remove(&mut self, index: usize) -> Option<Rc<SourceFile>> {
        if index >= self.files.len() {
            return None;
        }
        let file = self.files.remove(index).file;
        self.rebuild();
        Some(file)
    }

    /// The names of the files with results of an unknown year.
    #[must_use]
    pub fn files_without_year(&self) -> String {
        let files = self.files.iter();
        let without = files.filter(|file| file.years().contains(&None));
        let names: Vec<&str> = without.map(|file| file.file.name.as_str()).collect();
        listed(&names)
    }

    /// States the year of results in files that do not state it. These results replace earlier ones of that year.
    pub fn state_year(&mut self, year: AcademicYear) -> Vec<Replaced> {
        let (mut stated, others): (Vec<_>, Vec<_>) = std::mem::take(&mut self.files)
            .into_iter()
            .partition(|file| file.years().contains(&None));
        self.files = others;
        let mut replaced = Vec::new();
        for mut file in stated.drain(..) {
            file.state_year(year);
            replaced.extend(self.insert(file).replaced);
        }
        self.rebuild();
        replaced
    }

    /// Applies the user's choices about whether files cover the whole country. Without a choice, other files decide.
    /// Choices about a single file's contents are for its reader.
    pub fn follow(&mut self, choices: &Choices) {
        let choices = choices.of_kind(DoubtKind::Coverage);
        if self.choices != choices {
            self.choices = choices;
            self.rebuild();
        }
    }

    /// Rebuilds the data sets from the files.
    fn rebuild(&mut self) {
        let mut years = sorted(self.files.iter().flat_map(LoadedFile::years).collect(), Ord::cmp);
        years.dedup();
        let newest_first = years.into_iter().rev();
        // An unchanged year keeps its address in memory, so results computed from it remain valid.
        let sets = newest_first.map(|year| {
            let set = self.set_of(year);
            let former = self.data_set(year).filter(|former| **former == set);
            former.unwrap_or_else(|| Rc::new(set.with_earlier_numbers()))
        });
        self.sets = sets.collect();
    }

    /// One year's data set. Of the Department's file and a user's own spreadsheet, the later is shown. A spreadsheet of
    /// schools that names their trusts needs no other memberships.
    fn set_of(&self, year: Year) -> DataSet {
        let latest_first = || self.files.iter().rev();
        let with_schools = latest_first().find(|file| file.schools(year).is_some());
        let own_links = with_schools.and_then(|file| file.part(year)?.links.clone());
        let links = self.files.iter().find_map(|file| file.links.clone());
        let links = own_links.or(links);
        DataSet {
            year,
            origin: self.origin(),
            published: latest_first().find_map(|file| file.trusts(year).cloned()),
            schools: with_schools.and_then(|file| file.schools(year).cloned()),
            links: links.clone(),
            links_as_read: links,
            successions: self.files.iter().find_map(|file| file.successions.clone()),
            choices: self.choices.clone(),
            coverage: OnceCell::new(),
        }
    }

    /// The same library with each data set and each description of a file replaced.
    pub fn with_sets(
        &self,
        sets: impl FnMut(&Rc<DataSet>) -> Rc<DataSet>,
        file: impl Fn(&Rc<SourceFile>) -> Rc<SourceFile>,
    ) -> Self {
        let files = self.files.iter().map(|loaded| LoadedFile {
            file: file(&loaded.file),
            ..loaded.clone()
        });
        Self {
            files: files.collect(),
            sets: self.sets.iter().map(sets).collect(),
            ..self.clone()
        }
    }

    /// The source of the files.
    #[must_use]
    pub const fn origin(&self) -> Origin {
        if self.is_demonstration {
            Origin::Demonstration
        } else {
            Origin::Files
        }
    }

    /// The years, the newest first and an unknown year last.
    #[must_use]
    pub fn years(&self) -> Vec<Year> {
        self.sets.iter().map(|set| set.year).collect()
    }

    /// The data set of a year.
    #[must_use]
    pub fn data_set(&self, year: Year) -> Option<Rc<DataSet>> {
        self.sets.iter().find(|set| set.year == year).cloned()
    }

    /// The data set of the newest year.
    #[must_use]
    pub fn newest(&self) -> Option<Rc<DataSet>> {
        self.sets.first().cloned()
    }

    /// The files, in the order in which they were added.
    #[must_use]
    pub fn files(&self) -> &[LoadedFile] {
        &self.files
    }

    /// The problems of the files.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.files.iter().flat_map(|file| &file.file.problems)
    }

    /// Whether a data set uses any of the file. A user's own spreadsheet and the Department's file of the same year can
    /// hide each other.
    #[must_use]
    pub fn is_shown(&self, file: &LoadedFile) -> bool {
        let files = self.sets.iter().flat_map(|set| set.files());
        file.applies_to_every_year() || files.into_iter().any(|shown| Rc::ptr_eq(shown, &file.file))
    }

    /// The doubts: decisions about single files, then doubts about how much of the country files cover.
    pub fn doubts(&self) -> impl Iterator<Item = &Doubt> {
        let of_files = self.files.iter().flat_map(|file| &file.file.doubts);
        of_files.chain(self.doubts_between_files())
    }

    /// The doubts that depend on other files: how much of the country a file covers. A choice applies to all years of
    /// the file, and so does the doubt, which is taken from the newest.
    pub fn doubts_between_files(&self) -> impl Iterator<Item = &Doubt> {
        let mut of_sets: Vec<&Doubt> = Vec::new();
        for doubt in self.sets.iter().flat_map(|set| set.doubts()) {
            if of_sets.iter().all(|known| known.id() != doubt.id()) {
                of_sets.push(doubt);
            }
        }
        of_sets.into_iter()
    }

    /// The number of problems that are not kept.
    #[must_use]
    pub fn more_problems(&self) -> usize {
        self.files.iter().map(|file| file.file.more_problems).sum()
    }

    /// Every data set, the newest first.
    pub fn data_sets(&self) -> impl Iterator<Item = &Rc<DataSet>> {
        self.sets.iter()
    }
}
