//! A table whose columns the user explains. A worker makes the preview of its first rows: the page cannot read a file.
//!
//! `client.rs` has previews made; what is shown, and what is asked for, is part of the state.

mod client;

use std::rc::Rc;

use gloo::file::File;
use read::layout::{Mapping, Preview, SavedMapping};
use records::Choices;
use records::model::SourceFile;
use worker::{PreviewRequest, Request};

pub(super) use client::use_previews;

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
    /// The same table by another mapping, of which there is no preview yet.
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

/// A preview that is asked for.
#[derive(Debug)]
pub(super) struct PreviewTask {
    pub(super) table: Table,
    request: Request,
}

impl PartialEq for PreviewTask {
    /// By address: who asks again wants another preview.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl PreviewTask {
    /// The preview of a table of which nothing is known; it is read by what the user chose where it allows several
    /// readings.
    pub(super) fn new(table: Table, choices: &Choices) -> Self {
        Self::with(table, None, choices)
    }

    /// That of a table whose columns are explained; where these choices give them other names, a new guess is made.
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
