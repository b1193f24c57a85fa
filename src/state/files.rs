//! What becomes of files: taken in, replaced, removed.

use std::rc::Rc;

use read::layout::SavedMapping;
use records::model::{Replaced, SourceFile};
use records::terms::{AcademicYear, listed, year_in_words};
use records::{Choices, Doubt, Recognised};
use show::chart::doubts_in_short;

use crate::mapping::{MappingTask, Table};
use crate::words::{contents, state as words};

use super::{Notice, Outcome, State};

impl State {
    /// Takes in the files of one drop and shows the newest year among them.
    pub(super) fn take_in(&mut self, outcomes: Vec<Outcome>) {
        let mut read = Vec::new();
        let mut years = Vec::new();
        let before = self.doubts_between_files();
        for outcome in outcomes {
            match outcome {
                Outcome::Read(file, former) => {
                    self.remove(former.as_ref());
                    self.say_what_explained(&file);
                    years.extend(self.add(file, &mut read));
                }
                Outcome::Explained(file, task) => {
                    self.remove(task.table.replaces.as_ref());
                    self.remember(&task);
                    years.extend(self.add(file, &mut read));
                }
                Outcome::ReadAgain(file) => self.take_again(file, &mut read),
                Outcome::Notice(notice) => self.notice(notice),
            }
        }
        self.say_what_came_into_doubt(&before);
        self.reading = None;
        self.status = read.join("; ").into();
        if let Some(newest) = years.into_iter().max() {
            self.settings.year = Some(newest);
        }
        self.compare_with_link();
        self.keep_rules_possible();
    }

    /// Replaces a file by the same file read by other choices. What else an archive holds is as it was.
    fn take_again(&mut self, file: Recognised, read: &mut Vec<String>) {
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

    /// Adds a file to the library; says in `read` what was read, and gives its years.
    fn add(&mut self, file: Recognised, read: &mut Vec<String>) -> Vec<Option<AcademicYear>> {
        let name = file.file.clone();
        if let Some(words) = doubts_in_short(&file.records.doubts) {
            self.notice(Notice::Doubts(words));
        }
        let added = self.library.add(file);
        let contents = contents((
            added.trusts,
            added.schools,
            added.memberships,
            added.successions,
        ));
        read.push(words::read(&name, &contents));
        self.say_what_gave_way(&name, added.replaced);
        self.say_what_is_hidden(&name);
        added.years
    }

    /// What is in doubt about files beside others.
    pub(super) fn doubts_between_files(&self) -> Vec<Doubt> {
        self.library.doubts_between_files().cloned().collect()
    }

    /// Names what is in doubt about files beside others and was not before.
    pub(super) fn say_what_came_into_doubt(&mut self, before: &[Doubt]) {
        let mut now = self.doubts_between_files();
        now.retain(|doubt| !before.contains(doubt));
        for doubt in now {
            if let Some(words) = doubts_in_short(&[doubt]) {
                self.notice(Notice::Doubts(words));
            }
        }
    }

    /// Says that what was chosen since holds, where no file is read again for it.
    pub(super) fn say_what_is_taken_as_chosen(&mut self, before: &Choices) {
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

    /// Names files of which another stands before all.
    fn say_what_is_hidden(&mut self, by: &str) {
        let files = self.library.files().iter();
        let hidden: Vec<&str> = files
            .filter(|file| !self.library.is_shown(file))
            .map(|file| file.file.name.as_str())
            .collect();
        if !hidden.is_empty() {
            self.remark(words::shown_before(by, &listed(&hidden)));
        }
    }

    pub(super) fn say_what_gave_way(&mut self, file: &str, replaced: Vec<Replaced>) {
        for Replaced { year, former } in replaced {
            self.notice(Notice::Replaced {
                file: file.to_owned(),
                former,
                year: year.map(year_in_words),
            });
        }
    }

    /// Names the table whose explanation this one was read by.
    fn say_what_explained(&mut self, file: &Recognised) {
        if let Some(known) = &file.explained_by {
            self.remark(words::read_as_explained(&file.file, known));
        }
    }

    /// The table was taken as explained: the dialogue is over, and the next file with the same columns
    /// needs none.
    fn remember(&mut self, task: &Rc<MappingTask>) {
        let MappingTask { table, preview } = &**task;
        // The next file may be of another year, and its name may tell.
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

    /// The table has been explained: it is unknown no longer.
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
