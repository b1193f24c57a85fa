//! A table whose columns the user explains. A worker makes the preview of its first rows, because the page cannot
//! read files.
//!
//! `client.rs` requests previews. What is requested and shown is part of the state.

mod client;

use std::rc::Rc;

use gloo::file::File;
use records::Choices;
use records::intake::{Mapping, Preview, SavedMapping};
use records::model::SourceFile;
use worker::{PreviewRequest, Request};

pub(super) use client::use_previews;

/// A file with a table, its beginning, and the file that it is to replace, if any.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) file: String,
    pub(super) blob: File,
    pub(super) start: Rc<[u8]>,
    pub(super) replaces: Option<Rc<SourceFile>>,
}

impl Table {
    /// A table with this beginning.
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
    /// Compared by address, because a name does not identify a file.
    fn eq(&self, other: &Self) -> bool {
        self.file == other.file && Rc::ptr_eq(&self.start, &other.start)
    }
}

/// The table, with a preview of how the mapping reads its first rows.
#[derive(Debug)]
pub(super) struct MappingTask {
    pub(super) table: Table,
    pub(super) preview: Preview,
}

impl PartialEq for MappingTask {
    /// Compared by address: another mapping makes another task.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl MappingTask {
    /// The same table with another mapping. Its preview is not made yet.
    pub(super) fn mapped(&self, mapping: Mapping) -> Self {
        Self {
            table: self.table.clone(),
            preview: Preview {
                mapping,
                ..self.preview.clone()
            },
        }
    }
}

/// A requested preview.
#[derive(Debug)]
pub(super) struct PreviewTask {
    pub(super) table: Table,
    request: Request,
}

impl PartialEq for PreviewTask {
    /// Compared by address: each request is for another preview.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl PreviewTask {
    /// Requests the preview of an unknown table. If it allows several readings, the user's choices are used.
    pub(super) fn new(table: Table, choices: &Choices) -> Self {
        Self::with(table, None, choices)
    }

    /// Requests the preview of a table with a mapping. If these choices change the names of columns, a new guess is
    /// made.
    pub(super) fn explained(task: &MappingTask, choices: &Choices) -> Self {
        let MappingTask { table, preview } = task;
        let explained = SavedMapping {
            file: table.file.clone(),
            columns: preview.columns.clone(),
            mapping: preview.mapping.clone(),
        };
        Self::with(table.clone(), Some(explained), choices)
    }

    fn with(table: Table, explained: Option<SavedMapping>, choices: &Choices) -> Self {
        let request = Request::Preview(PreviewRequest {
            file: table.file.clone(),
            start: table.start.to_vec(),
            explained,
            choices: choices.clone(),
        });
        Self { table, request }
    }
}
