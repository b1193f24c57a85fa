//! Adding, replacing and removing files.

use std::rc::Rc;

use records::intake::SavedMapping;
use records::model::{Replaced, SourceFile};
use records::terms::{AcademicYear, listed, year_in_words};
use records::{Choices, Doubt, Recognised};
use show::chart::doubts_in_short;

use crate::mapping::{MappingTask, Table};
use crate::words::{contents, state as words};

use super::{Notice, Outcome, State};

impl State {
    /// Adds the files of one drop and shows the newest year among them.
    pub(super) fn add_outcomes(&mut self, outcomes: Vec<Outcome>) {
        let mut read = Vec::new();
        let mut years = Vec::new();
        let before = self.doubts_between_files();
        for outcome in outcomes {
            match outcome {
                Outcome::Read(file, former) => {
                    self.remove(former.as_ref());
                    self.announce_mapping_used(&file);
                    years.extend(self.add(file, &mut read));
                }
                Outcome::Explained(file, task) => {
                    self.remove(task.table.replaces.as_ref());
                    self.remember(&task);
                    years.extend(self.add(file, &mut read));
                }
                Outcome::ReadAgain(file) => self.replace_reread(file, &mut read),
                Outcome::Notice(notice) => self.notice(notice),
            }
        }
        self.announce_new_doubts(&before);
        self.reading = None;
        self.status = read.join("; ").into();
        if let Some(newest) = years.into_iter().max() {
            self.settings.year = Some(newest);
        }
        self.compare_with_link();
        self.keep_rules_possible();
    }

    /// Replaces a file by the same file read with other choices. Other files of an archive stay as they are.
    fn replace_reread(&mut self, file: Recognised, read: &mut Vec<String>) {
        let name = file.file.clone();
        let is_in_doubt = !file.records.doubts.is_empty();
        let mut files = self.library.files().iter();
        let is_in_use = files.any(|known| known.file.name == name);
        if !self.library.read_again(file) {
            if is_in_use {
                self.remark(words::not_read_again(&name));
            }
        } else if is_in_doubt {
            read.push(words::read_again(&name));
            self.remark(words::read_as_chosen(&name));
        }
    }

    /// Adds a file to the library and a sentence to `read`. Returns the file's years.
    fn add(&mut self, file: Recognised, read: &mut Vec<String>) -> Vec<Option<AcademicYear>> {
        let name = file.file.clone();
        if let Some(words) = doubts_in_short(&file.records.doubts) {
            self.notice(Notice::Doubts(words));
        }
        let added = self.library.add(file);
        let contents = contents((added.trusts, added.schools, added.memberships, added.successions));
        read.push(words::read(&name, &contents));
        self.announce_replaced(&name, added.replaced);
        self.announce_hidden_files(&name);
        added.years
    }

    /// Doubts that concern several files.
    pub(super) fn doubts_between_files(&self) -> Vec<Doubt> {
        self.library.doubts_between_files().cloned().collect()
    }

    /// Announces new doubts that concern several files.
    pub(super) fn announce_new_doubts(&mut self, before: &[Doubt]) {
        let mut now = self.doubts_between_files();
        now.retain(|doubt| !before.contains(doubt));
        for doubt in now {
            if let Some(words) = doubts_in_short(&[doubt]) {
                self.notice(Notice::Doubts(words));
            }
        }
    }

    /// Announces that a new choice is applied, if no file is read again for it.
    pub(super) fn announce_applied_choices(&mut self, before: &Choices) {
        let doubts = self.doubts_between_files();
        let readings = self.settings.readings.iter();
        let chosen = readings.filter(|reading| !before.iter().any(|known| known == *reading));
        let taken = chosen.filter_map(|(id, _)| {
            let doubt = doubts.iter().find(|doubt| doubt.id() == *id)?;
            doubts_in_short(std::slice::from_ref(doubt))
        });
        if let Some(words) = taken.last() {
            self.status = words.into();
        }
    }

    /// Announces files that are hidden by another file.
    fn announce_hidden_files(&mut self, by: &str) {
        let files = self.library.files().iter();
        let hidden: Vec<&str> = files
            .filter(|file| !self.library.is_shown(file))
            .map(|file| file.file.name.as_str())
            .collect();
        if !hidden.is_empty() {
            self.remark(words::shown_instead(by, &listed(&hidden)));
        }
    }

    pub(super) fn announce_replaced(&mut self, file: &str, replaced: Vec<Replaced>) {
        for Replaced { year, former } in replaced {
            self.notice(Notice::Replaced {
                file: file.to_owned(),
                former,
                year: year.map(year_in_words),
            });
        }
    }

    /// Names the table whose mapping was used to read this one.
    fn announce_mapping_used(&mut self, file: &Recognised) {
        if let Some(known) = &file.explained_by {
            self.remark(words::read_as_explained(&file.file, known));
        }
    }

    /// Closes the dialogue after a table was read by its mapping, and keeps the mapping for the next file with the
    /// same columns.
    fn remember(&mut self, task: &Rc<MappingTask>) {
        let MappingTask { table, preview } = &**task;
        // The next file may be of another year, which its name may give.
        let mut mapping = preview.mapping.clone();
        mapping.year = None;
        let explained = Rc::make_mut(&mut self.explained.0);
        explained.retain(|known| known.columns != preview.columns);
        explained.push(SavedMapping {
            file: table.file.clone(),
            columns: preview.columns.clone(),
            mapping,
        });
        let is_shown = self.mapping.as_ref();
        if is_shown.is_some_and(|shown| shown.table == *table) {
            self.leave_mapping();
        }
        self.forget_table(table);
    }

    /// Removes the notice that the table is unknown.
    pub(super) fn forget_table(&mut self, table: &Table) {
        Rc::make_mut(&mut self.notices)
            .retain(|notice| !matches!(notice, Notice::Unexplained(_, other) if other == table));
    }

    fn remove(&mut self, former: Option<&Rc<SourceFile>>) {
        let mut files = self.library.files().iter();
        let index = former.and_then(|file| files.position(|known| Rc::ptr_eq(&known.file, file)));
        if let Some(index) = index {
            self.library.remove(index);
        }
    }

    pub(super) fn remove_file(&mut self, index: usize) {
        self.notices = Rc::default();
        let Some(file) = self.library.remove(index) else {
            return;
        };
        self.status = words::removed(&file.name).into();
        if self.library.files().is_empty() {
            self.library = self.demonstration.library();
            self.library.follow(&self.settings.readings);
            self.settings.year = None;
            self.remark(words::last_file_removed(&file.name));
        }
        self.keep_rules_possible();
    }
}
