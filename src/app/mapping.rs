//! A table whose columns the user explains.

use std::rc::Rc;

use crate::layout::{Mapping, Preview, preview};
use crate::model::SourceFile;

/// A file's name and bytes, and the file whose place it is to take, if any.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) file: String,
    pub(super) bytes: Rc<[u8]>,
    pub(super) replaces: Option<Rc<SourceFile>>,
}

impl PartialEq for Table {
    /// By address: bytes can be many.
    fn eq(&self, other: &Self) -> bool {
        self.file == other.file && Rc::ptr_eq(&self.bytes, &other.bytes)
    }
}

/// The table with what the mapping makes of its first rows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct MappingTask {
    pub(super) table: Table,
    pub(super) preview: Preview,
}

impl MappingTask {
    /// With the best guess.
    pub(super) fn start(table: Table) -> Option<Self> {
        let preview = preview(&table.file, &table.bytes, None).ok()?;
        Some(Self { table, preview })
    }

    /// With a mapping of the user's.
    pub(super) fn with(table: &Table, mapping: &Mapping) -> Option<Self> {
        let preview = preview(&table.file, &table.bytes, Some(mapping)).ok()?;
        let table = table.clone();
        Some(Self { table, preview })
    }
}

/// A mapping that was used, with the columns that it fits.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Remembered {
    pub(super) file: String,
    pub(super) columns: Vec<String>,
    pub(super) mapping: Mapping,
}
