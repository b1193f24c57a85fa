//! A table whose columns the user explains.

use std::rc::Rc;

use gloo::file::File;
use read::layout::{Mapping, Preview, preview};
use records::Choices;
use records::model::SourceFile;

/// A file that holds a table, how it begins, and the file that it is to replace, if any.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) file: String,
    pub(super) blob: File,
    pub(super) start: Rc<[u8]>,
    pub(super) replaces: Option<Rc<SourceFile>>,
}

impl Table {
    /// A table that begins so.
    pub(super) fn new(file: &File, start: Vec<u8>, replaces: Option<Rc<SourceFile>>) -> Self {
        Self {
            file: file.name(),
            blob: file.clone(),
            start: start.into(),
            replaces,
        }
    }
}

impl PartialEq for Table {
    /// By address: a name does not tell files apart.
    fn eq(&self, other: &Self) -> bool {
        self.file == other.file && Rc::ptr_eq(&self.start, &other.start)
    }
}

/// The table with what the mapping makes of its first rows.
#[derive(Debug)]
pub(super) struct MappingTask {
    pub(super) table: Table,
    pub(super) preview: Preview,
}

impl PartialEq for MappingTask {
    /// By address: another mapping makes another task.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl MappingTask {
    /// With the user's mapping, or the best guess; the table is read by what the user chose where it allows several
    /// readings.
    pub(super) fn new(
        table: Table,
        mapping: Option<&Mapping>,
        choices: &Choices,
    ) -> Option<Rc<Self>> {
        let preview = preview(&table.file, &table.start, mapping, choices).ok()?;
        Some(Rc::new(Self { table, preview }))
    }

    /// By other choices; where these give the columns other names, a new guess is made.
    pub(super) fn read_by(&self, choices: &Choices) -> Option<Rc<Self>> {
        let table = || self.table.clone();
        let kept = Self::new(table(), Some(&self.preview.mapping), choices)?;
        if kept.preview.columns == self.preview.columns {
            return Some(kept);
        }
        Self::new(table(), None, choices)
    }
}
