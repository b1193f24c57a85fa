//! The files that are loaded, kept apart by year.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::layout::{Recognised, TrustRecord};
use crate::source::Problem;
use crate::terms::AcademicYear;

use super::{DataSet, Origin, SourceFile};

/// All loaded data sets, one for each year. The demonstration gives way to the first real file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Library {
    years: BTreeMap<Option<AcademicYear>, Rc<DataSet>>,
}

/// What adding a file did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The years that the file is about, the newest last.
    pub years: Vec<Option<AcademicYear>>,
    /// Trusts read.
    pub trusts: usize,
    /// Files that it took the place of, with the year.
    pub replaced: Vec<(Option<AcademicYear>, String)>,
}

impl Library {
    /// A library that holds the demonstration.
    #[must_use]
    pub fn demonstration(files: Vec<Recognised>) -> Self {
        let mut library = Self::default();
        for file in files {
            library.insert(file, Origin::Demonstration);
        }
        library
    }

    /// Adds a file. One of the same layout and year takes the former's place; the demonstration goes.
    pub fn add(&mut self, file: Recognised) -> Added {
        self.years.retain(|_, set| set.origin == Origin::Files);
        self.insert(file, Origin::Files)
    }

    fn insert(&mut self, file: Recognised, origin: Origin) -> Added {
        let mut added = Added {
            years: Vec::new(),
            trusts: file.records.trusts.len(),
            replaced: Vec::new(),
        };
        let source = Rc::new(SourceFile {
            name: file.file,
            layout: file.layout,
            encoding: file.encoding.name(),
            problems: file.records.problems,
            more_problems: file.records.more_problems,
        });
        for (year, trusts) in by_year(file.records.trusts) {
            let set = DataSet {
                year,
                origin,
                file: Rc::clone(&source),
                trusts,
                columns: file.records.columns.clone(),
            };
            added.years.push(year);
            if let Some(former) = self.years.insert(year, Rc::new(set)) {
                added.replaced.push((year, former.file.name.clone()));
            }
        }
        added
    }

    /// The years, the newest first; one that is not stated last.
    #[must_use]
    pub fn years(&self) -> Vec<Option<AcademicYear>> {
        self.years.keys().rev().copied().collect()
    }

    /// The data set of a year.
    #[must_use]
    pub fn data_set(&self, year: Option<AcademicYear>) -> Option<Rc<DataSet>> {
        self.years.get(&year).cloned()
    }

    /// The data set of the newest year.
    #[must_use]
    pub fn newest(&self) -> Option<Rc<DataSet>> {
        self.years.values().next_back().cloned()
    }

    /// The files, each once, those of the newest year first.
    #[must_use]
    pub fn files(&self) -> Vec<&SourceFile> {
        let mut files: Vec<&Rc<SourceFile>> = Vec::new();
        for set in self.data_sets() {
            if !files.iter().any(|file| Rc::ptr_eq(file, &set.file)) {
                files.push(&set.file);
            }
        }
        files.into_iter().map(Rc::as_ref).collect()
    }

    /// What is wrong in the files.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.files().into_iter().flat_map(|file| &file.problems)
    }

    /// Every data set, the newest first.
    pub fn data_sets(&self) -> impl Iterator<Item = &Rc<DataSet>> {
        self.years.values().rev()
    }
}

fn by_year(trusts: Vec<TrustRecord>) -> BTreeMap<Option<AcademicYear>, Vec<TrustRecord>> {
    let mut years: BTreeMap<_, Vec<TrustRecord>> = BTreeMap::new();
    for trust in trusts {
        years.entry(trust.year).or_default().push(trust);
    }
    years
}
