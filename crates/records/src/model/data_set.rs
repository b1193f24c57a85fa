//! Everything known about one year.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::terms::keyed::keyed;
use crate::terms::{AcademicYear, Admissions, Focus, Group, Measure, listed, year_in_words};
use crate::{Choices, Doubt, TrustRecord};

use super::tables::SuccessionTable;
use super::{Coverage, Extent, LinkTable, SchoolTable, SourceFile, TrustTable};

/// The source of a data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Made up by the project, to show how the page works.
    Demonstration,
    /// Read from a user's files.
    Files,
}

/// Who computed a trust's figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Computed here from the schools' figures.
    Computed,
    /// Published by the Department, or by the author of the file of trusts.
    Published,
}

// If both are available, the first is shown.
keyed!(Basis {
    Computed => "computed",
    Published => "published",
});

/// Whether two references are to the same table. Tables never change, and comparing their contents after each change of
/// a rule would take longer than the change.
pub(super) fn is_same<T>(one: Option<&Rc<T>>, two: Option<&Rc<T>>) -> bool {
    match (one, two) {
        (Some(one), Some(two)) => Rc::ptr_eq(one, two),
        (None, None) => true,
        _ => false,
    }
}

/// One year: published trusts, schools and memberships, as far as there are files. Two data sets are equal only if they
/// share the same tables.
#[derive(Debug, Clone)]
pub struct DataSet {
    /// The year of the results; `None` if no file states it.
    pub year: Option<AcademicYear>,
    /// Its source.
    pub origin: Origin,
    /// Trusts as published.
    pub published: Option<Rc<TrustTable>>,
    /// Schools.
    pub schools: Option<Rc<SchoolTable>>,
    /// The memberships; schools without results have the earlier number with results.
    pub links: Option<Rc<LinkTable>>,
    /// The memberships with the numbers in their file.
    pub(super) links_as_read: Option<Rc<LinkTable>>,
    /// Earlier numbers of schools.
    pub(super) successions: Option<Rc<SuccessionTable>>,
    /// The user's choice about how much of the country files cover.
    pub(super) choices: Choices,
    /// How much of the country the schools and the published trusts cover, with the doubts. Computed on first use.
    pub(super) coverage: OnceCell<[(Coverage, Option<Doubt>); 2]>,
}

/// A basis's own file, its measures and groups, and the standard deviation computed from its intervals.
type Subject<'a> = (&'a Rc<SourceFile>, &'a [(Measure, Group)], Option<f64>);

fn each_once<'a>(files: &[Option<&'a Rc<SourceFile>>]) -> Vec<&'a Rc<SourceFile>> {
    let mut once: Vec<&Rc<SourceFile>> = Vec::new();
    for &file in files.iter().flatten() {
        if !once.iter().any(|known| Rc::ptr_eq(known, file)) {
            once.push(file);
        }
    }
    once
}

impl PartialEq for DataSet {
    fn eq(&self, other: &Self) -> bool {
        self.year == other.year
            && self.origin == other.origin
            && self.choices == other.choices
            && is_same(self.published.as_ref(), other.published.as_ref())
            && is_same(self.schools.as_ref(), other.schools.as_ref())
            && is_same(self.links_as_read.as_ref(), other.links_as_read.as_ref())
            && is_same(self.successions.as_ref(), other.successions.as_ref())
    }
}

/// How well a year's schools and memberships match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Joins {
    /// Schools with a membership.
    pub joined: usize,
    /// Schools without a membership.
    pub without_link: usize,
    /// Memberships of schools that are not in the school file.
    pub without_school: usize,
}

impl Joins {
    /// All schools.
    #[must_use]
    pub const fn schools(&self) -> usize {
        self.joined + self.without_link
    }
}

impl DataSet {
    /// Joins the results of earlier numbers to the schools that followed them.
    pub(super) fn with_earlier_numbers(self) -> Self {
        let read = self.links_as_read.as_ref().zip(self.schools.as_ref());
        let renumbered = read.zip(self.successions.as_ref());
        let renumbered = renumbered
            .and_then(|((links, schools), successions)| links.with_earlier_numbers(&schools.schools, successions));
        let links = renumbered.map_or_else(|| self.links_as_read.clone(), |of| Some(Rc::new(of)));
        Self { links, ..self }
    }

    /// The table of memberships as read. All years share it if it is a snapshot.
    #[must_use]
    pub const fn links_as_read(&self) -> Option<&Rc<LinkTable>> {
        self.links_as_read.as_ref()
    }

    fn file_of_links(&self) -> Option<&Rc<SourceFile>> {
        self.links.as_ref().map(|table| &table.file)
    }

    /// The file of schools' earlier numbers, if such results are used.
    fn file_of_successions(&self) -> Option<&Rc<SourceFile>> {
        let is_used = !is_same(self.links.as_ref(), self.links_as_read.as_ref());
        let successions = self.successions.as_ref().filter(|_| is_used);
        successions.map(|table| &table.file)
    }

    /// The available bases: computed if there are schools and memberships, published if there are trusts. The one shown
    /// comes first: published trusts are preferred to schools of part of the country.
    #[must_use]
    pub fn bases(&self) -> Vec<Basis> {
        let mut bases: Vec<Basis> = Basis::ALL
            .into_iter()
            .filter(|basis| match basis {
                Basis::Computed => self.schools.is_some() && self.links.is_some(),
                Basis::Published => self.published.is_some(),
            })
            .collect();
        if bases.len() > 1 && self.is_part(Basis::Computed) && !self.is_part(Basis::Published) {
            bases.reverse();
        }
        bases
    }

    /// Whether the school file says which schools select their pupils.
    #[must_use]
    pub fn states_selection(&self) -> bool {
        let schools = self.schools.iter().flat_map(|table| table.schools.iter());
        let mut admissions = schools.map(|school| school.admissions());
        admissions.any(|of| of != Admissions::NotStated)
    }

    fn is_part(&self, basis: Basis) -> bool {
        self.coverage(basis).extent == Extent::Part
    }

    /// How much of the country the files of a basis cover.
    ///
    /// ```
    /// use read::layout::read_file;
    /// use records::model::{ReferenceList, Basis, Extent, Library};
    /// let trusts = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG\n1,ONE,London,40\n2,TWO,London,41\n";
    /// let schools = "RECTYPE,LEA,URN,SCHNAME,NFTYPE,TPUP,ATT8SCR,ATT8SCR_22\n1,201,100,A,ACC,150,46,45\n";
    /// let links = "URN,Group UID,Group Name,Group Type,Joined date\n100,1,ONE,Multi-academy trust,01-09-2015\n";
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", trusts.as_bytes()).unwrap());
    /// library.add(read_file("england_ks4final_2022-23.csv", schools.as_bytes()).unwrap());
    /// library.add(read_file("links.csv", links.as_bytes()).unwrap());
    /// let data = library.newest().unwrap();
    /// let coverage = data.coverage(Basis::Computed);
    /// assert_eq!((coverage.extent, coverage.covered, coverage.of), (Extent::Part, 1, 2));
    /// assert_eq!(coverage.reference, ReferenceList::TrustFile);
    /// assert_eq!(data.basis(None), Some(Basis::Published));
    /// assert_eq!(data.basis(Some(Basis::Computed)), Some(Basis::Computed));
    /// ```
    #[must_use]
    pub fn coverage(&self, basis: Basis) -> Coverage {
        let [(computed, _), (published, _)] = self.coverages();
        match basis {
            Basis::Computed => *computed,
            Basis::Published => *published,
        }
    }

    /// The doubts about coverage: one for each file that is assumed to cover part of the country, or that the user made
    /// a choice about.
    pub fn doubts(&self) -> impl Iterator<Item = &Doubt> {
        self.coverages().iter().flat_map(|(_, doubt)| doubt)
    }

    fn coverages(&self) -> &[(Coverage, Option<Doubt>); 2] {
        self.coverage.get_or_init(|| {
            let (published, links) = (self.published.as_deref(), self.links.as_deref());
            let computed = self.schools.as_deref().zip(links).map(|(schools, links)| {
                Coverage::of_schools(self.year, schools, links, published)
                    .with_choice(&self.choices, &schools.file.name)
            });
            let published = published.map(|trusts| {
                Coverage::of_trusts(self.year, trusts, links).with_choice(&self.choices, &trusts.file.name)
            });
            [computed.unwrap_or_default(), published.unwrap_or_default()]
        })
    }

    /// The requested basis if the files allow it, otherwise the first available one.
    #[must_use]
    pub fn basis(&self, wanted: Option<Basis>) -> Option<Basis> {
        let bases = self.bases();
        wanted.filter(|basis| bases.contains(basis)).or(bases.first().copied())
    }

    /// The trusts as published, empty without a trust file.
    #[must_use]
    pub fn trusts(&self) -> &[TrustRecord] {
        self.published.as_ref().map_or(&[], |table| &table.trusts)
    }

    /// The file of schools or published trusts whose figures a basis uses, with its measures and groups and the
    /// standard deviation computed from its intervals.
    fn subject(&self, basis: Basis) -> Option<Subject<'_>> {
        match basis {
            Basis::Computed => {
                let table = self.schools.as_ref()?;
                Some((&table.file, &table.columns, table.progress_sd))
            }
            Basis::Published => {
                let table = self.published.as_ref()?;
                Some((&table.file, &table.columns, table.progress_sd))
            }
        }
    }

    fn columns(&self, basis: Basis) -> &[(Measure, Group)] {
        self.subject(basis).map_or(&[], |(_, columns, _)| columns)
    }

    /// The measures with a column in the files, in the order in which they are offered, with the user's own last.
    #[must_use]
    pub fn measures(&self, basis: Basis) -> Vec<Measure> {
        let columns = self.columns(basis);
        let has = |measure: &Measure| columns.iter().any(|(column, _)| column == measure);
        let mut measures: Vec<Measure> = Measure::ALL.into_iter().filter(has).collect();
        for (measure, _) in columns {
            if measure.is_own() && !measures.contains(measure) {
                measures.push(*measure);
            }
        }
        measures
    }

    /// The focuses for a measure: the groups in the files, and the gap if they have both ends.
    #[must_use]
    pub fn focuses(&self, basis: Basis, measure: Measure) -> Vec<Focus> {
        let has = |group: Group| self.columns(basis).contains(&(measure, group));
        Focus::ALL
            .into_iter()
            .filter(|focus| match focus.group() {
                Some(group) => has(group),
                None => has(Group::Disadvantaged) && has(Group::Other),
            })
            .collect()
    }

    /// The standard deviation of pupils' Progress 8 scores in this year, in grades, computed from the published
    /// intervals (method, section 4). It is from the basis's own file, or else from the other, which is about the same
    /// scores.
    #[must_use]
    pub fn progress_sd(&self, basis: Basis) -> Option<f64> {
        let other = match basis {
            Basis::Computed => Basis::Published,
            Basis::Published => Basis::Computed,
        };
        let sd = |basis| self.subject(basis)?.2;
        sd(basis).or_else(|| sd(other))
    }

    /// The files, each once.
    #[must_use]
    pub fn files(&self) -> Vec<&Rc<SourceFile>> {
        let subject = |basis| self.subject(basis).map(|(file, ..)| file);
        each_once(&[
            subject(Basis::Published),
            subject(Basis::Computed),
            self.file_of_links(),
            self.file_of_successions(),
        ])
    }

    /// Whether the figures of a basis come from a user's own spreadsheet, which may contain figures that the Department
    /// would suppress.
    #[must_use]
    pub fn is_own(&self, basis: Basis) -> bool {
        self.subject(basis).is_some_and(|(file, ..)| file.is_own)
    }

    /// The files whose figures a basis uses, each once.
    #[must_use]
    pub fn files_of(&self, basis: Basis) -> Vec<&Rc<SourceFile>> {
        let subject = self.subject(basis).map(|(file, ..)| file);
        match basis {
            Basis::Published => subject.into_iter().collect(),
            Basis::Computed => each_once(&[subject, self.file_of_links(), self.file_of_successions()]),
        }
    }

    /// The names of the files whose figures a basis uses.
    #[must_use]
    pub fn file_names(&self, basis: Basis) -> String {
        let files = self.files_of(basis);
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        listed(&names)
    }

    /// The name of the file of schools or published trusts whose figures a basis uses.
    #[must_use]
    pub fn subject_file(&self, basis: Basis) -> &str {
        self.subject(basis).map_or("", |(file, ..)| file.name.as_str())
    }

    /// How well schools and memberships match. `None` if one of them is missing.
    #[must_use]
    pub fn joins(&self) -> Option<Joins> {
        let (schools, links) = (self.schools.as_ref()?, self.links.as_ref()?);
        let mut joins = Joins {
            without_school: links.links().len(),
            ..Joins::default()
        };
        for (_, memberships) in links.join(&schools.schools) {
            let memberships = memberships.len();
            joins.joined += usize::from(memberships > 0);
            joins.without_link += usize::from(memberships == 0);
            // A table has each school once, so no membership is counted twice.
            joins.without_school = joins.without_school.saturating_sub(memberships);
        }
        Some(joins)
    }

    /// The year in words.
    #[must_use]
    pub fn year_in_words(&self) -> String {
        year_in_words(self.year)
    }
}
