//! The state of the page: one reducer with named actions. Nothing is stored that can be derived.
//!
//! `files.rs` adds files, `address.rs` follows links, `history.rs` undoes choices.

mod address;
mod files;
mod history;

use std::rc::Rc;

use hosting::Offers;
use method::{AnalysisError, Measured, Settings, Suppression};
use records::intake::{Mapping, Preview, Refusal, SavedMapping, SkippedFile};
use records::model::{DataSet, Library, Origin, SourceFile};
use records::terms::AcademicYear;
use records::{Choices, Recognised};
use show::export::link::LinkContents;
use yew::prelude::*;

use crate::words::state as words;

use super::demonstration::Demonstration;
use super::hosted::Hosted;
use super::mapping::{MappingTask, PreviewTask, Table};
use super::reading::Progress;
use super::remembering::is_asked_for;
use super::shared::Shared;
use history::History;

/// The state from which everything on the page follows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct State {
    pub(super) library: Library,
    /// Shown while the user has not opened a file.
    pub(super) demonstration: Demonstration,
    /// The user's choices.
    pub(super) settings: Settings,
    /// Earlier choices.
    history: Shared<Rc<History>>,
    /// Errors and remarks about the files dropped last.
    pub(super) notices: Rc<Vec<Notice>>,
    /// The announcement for screen readers after a change.
    pub(super) status: AttrValue,
    /// The table whose columns the user is explaining.
    pub(super) mapping: Option<Rc<MappingTask>>,
    /// The preview that a worker is asked to make.
    pub(super) preview_wanted: Option<Rc<PreviewTask>>,
    /// Mappings that the user has made, for the next file with the same columns.
    pub(super) explained: Shared<Rc<Vec<SavedMapping>>>,
    /// The progress of the current file, or `None` if no file is being read.
    pub(super) reading: Option<Progress>,
    /// The contents of the link that was opened, while files that it names are missing.
    awaited: Option<Rc<LinkContents>>,
    /// Whether the files are remembered on this device.
    pub(super) remembers: bool,
    /// Whether exports may have figures for few pupils.
    pub(super) suppression: Suppression,
    /// Whether a newer version of the page waits to be used, and the user has not closed the notice.
    newer_version: bool,
    /// The data sets offered beside this copy of the page, once they are known.
    pub(super) hosted: Shared<Option<Rc<Hosted>>>,
}

/// An error or remark about the files dropped last.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Notice {
    Refused(Refusal),
    /// A table with an unknown layout, whose columns the user can explain.
    Unexplained(Refusal, Table),
    /// A file replaced another.
    Replaced {
        file: String,
        former: String,
        year: Option<String>,
    },
    /// Files in an archive that cannot be used here.
    SkippedFiles(Vec<SkippedFile>),
    /// Decisions about a file that allows another reading.
    Doubts(String),
    /// The page did something without being asked, or could not store something.
    Remark(String),
    /// A rule had to change.
    Adjusted(String),
    /// The demonstration could not be fetched completely.
    NoDemonstration,
    /// This file was not read, because the worker could not be fetched.
    NoWorker(String),
    /// A newer version of the page waits. A reload may lose files.
    NewerVersion {
        loses_files: bool,
    },
}

/// The outcome of reading a file.
#[derive(Debug)]
pub(super) enum Outcome {
    /// It was read, to replace the second file, if any.
    Read(Recognised, Option<Rc<SourceFile>>),
    /// It was read again, with other choices between its readings.
    ReadAgain(Recognised),
    /// It was read by the user's mapping.
    Explained(Recognised, Rc<MappingTask>),
    /// It was refused, or its layout is unknown.
    Notice(Notice),
}

pub(super) enum Action {
    /// The user dropped or chose files, and reading starts.
    FilesComing {
        count: usize,
    },
    /// The current file has been read up to this point.
    Progress(Progress),
    /// This part of the demonstration was fetched, or could not be fetched (`None`).
    DemonstrationComes(usize, Option<Vec<Recognised>>),
    /// The user has the missing part of the demonstration fetched again.
    FetchDemonstration,
    /// The files of one drop were read. They are in the order in which they were dropped.
    FilesRead(Vec<Outcome>),
    /// The user changed settings. The change applies to the settings in force when the action arrives.
    Choose(Box<dyn FnOnce(&mut Settings)>),
    /// The user undoes the last change, or restores it.
    Undo,
    Redo,
    /// The address changed: the page opened, a link was followed, or the user went back.
    FollowLink(String),
    /// The user removes the file with this index.
    RemoveFile(usize),
    /// The user gives the year of files that do not state it.
    StateYear(AcademicYear),
    /// The user starts to explain a table's columns.
    StartMapping(Table),
    SetMapping(Mapping),
    /// A preview was made.
    Previewed(Rc<PreviewTask>, Preview),
    /// A preview could not be made, for this reason.
    NotPreviewed(Rc<PreviewTask>, String),
    /// The user goes to another page. The table can still be explained.
    PauseMapping,
    /// The user decides not to use the table.
    LeaveMapping,
    CloseNotices,
    /// A newer version of the page waits to be used.
    NewerVersionWaits,
    /// The user chooses whether files are remembered on this device.
    SetRemembering(bool),
    CannotRemember,
    /// Remembered mappings and choices of readings were loaded.
    KnowTables(Vec<SavedMapping>, Choices),
    /// The user chooses whether exports may have figures for few pupils.
    SetSuppression(Suppression),
    /// The list of offered data sets was loaded.
    Offered(Offers),
    /// The offer with this index is being fetched; with `None`, fetching has ended.
    OfferComing(Option<usize>),
    StartOver,
}

impl Action {
    /// An action that changes settings.
    pub(super) fn choose(change: impl FnOnce(&mut Settings) + 'static) -> Self {
        Self::Choose(Box::new(change))
    }

    /// An action that chooses a reading, by the doubt's id and the reading's key.
    pub(super) fn choose_reading(id: String, reading: String) -> Self {
        Self::choose(move |settings| {
            Rc::make_mut(&mut settings.readings).set(&id, &reading);
        })
    }
}

impl State {
    /// The initial state, with the demonstration as far as it is loaded.
    pub(super) fn new(demonstration: Demonstration) -> Self {
        let mut opened = Self::on(demonstration);
        opened.announce_missing_demonstration();
        opened
    }

    fn on(demonstration: Demonstration) -> Self {
        Self {
            library: demonstration.library(),
            demonstration,
            settings: Settings::default(),
            history: Shared::default(),
            notices: Rc::default(),
            status: AttrValue::default(),
            mapping: None,
            preview_wanted: None,
            explained: Shared::default(),
            reading: None,
            awaited: None,
            remembers: is_asked_for(),
            suppression: Suppression::default(),
            newer_version: false,
            hosted: Shared::default(),
        }
    }

    /// The data set that is shown.
    pub(super) fn data(&self) -> Option<Rc<DataSet>> {
        self.settings
            .year
            .and_then(|year| self.library.data_set(year))
            .or_else(|| self.library.newest())
    }

    /// The trusts' values for the view of this state.
    pub(super) fn measured(&self) -> Option<Rc<Measured>> {
        Measured::after(None, &*self.data()?, &self.settings.rules).ok()
    }

    fn notice(&mut self, notice: Notice) {
        Rc::make_mut(&mut self.notices).push(notice);
    }

    fn remark(&mut self, words: impl Into<String>) {
        self.notice(Notice::Remark(words.into()));
    }

    /// Removes remarks about rules that had to change, once the user chooses again.
    fn forget_adjustments(&mut self) {
        let is_adjustment = |notice: &Notice| matches!(notice, Notice::Adjusted(_));
        if self.notices.iter().any(is_adjustment) {
            Rc::make_mut(&mut self.notices).retain(|notice| !is_adjustment(notice));
        }
    }

    /// The part of the demonstration to fetch next.
    pub(super) fn next_of_demonstration(&self) -> Option<usize> {
        let part = self.demonstration.next()?;
        (self.library.origin() == Origin::Demonstration).then_some(part)
    }

    /// Announces it if the demonstration could not be fetched completely.
    fn announce_missing_demonstration(&mut self) {
        if self.demonstration.has_failed() {
            self.notice(Notice::NoDemonstration);
        }
    }

    /// The visible notices. While a table's columns are explained, the notice that it is unknown is hidden. A newer
    /// version is announced after all others, and until the user closes the notice.
    pub(super) fn visible_notices(&self) -> Rc<Vec<Notice>> {
        if self.mapping.is_none() && !self.newer_version {
            return Rc::clone(&self.notices);
        }
        let is_hidden = |notice: &Notice| self.mapping.is_some() && matches!(notice, Notice::Unexplained(..));
        let others = self.notices.iter().filter(|&notice| !is_hidden(notice));
        let loses_files = self.library.origin() == Origin::Files && !self.remembers;
        let newer = self.newer_version.then_some(Notice::NewerVersion { loses_files });
        Rc::new(others.cloned().chain(newer).collect())
    }

    /// The addresses of the files in use. They identify the files, which never change once read.
    pub(super) fn file_addresses(&self) -> Vec<usize> {
        let files = self.library.files().iter();
        files.map(|file| Rc::as_ptr(&file.file).addr()).collect()
    }

    pub(super) fn has_files(&self) -> bool {
        !self.library.files().is_empty()
    }
}

/// Why there is nothing to show.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum ViewError {
    /// No file has results.
    NoResults,
    /// The files do not allow an analysis.
    Analysis(AnalysisError),
}

impl State {
    fn act(&mut self, action: Action) {
        match action {
            Action::FilesComing { count } => {
                self.notices = Rc::default();
                self.status = words::reading(count).into();
            }
            Action::DemonstrationComes(part, files) => {
                if self.demonstration.next() == Some(part) {
                    self.library.add_to_demonstration(files.clone().into_iter().flatten());
                    self.demonstration.take_in(files);
                    self.announce_missing_demonstration();
                }
            }
            Action::FetchDemonstration => {
                self.notices = Rc::default();
                self.demonstration.try_again();
            }
            Action::Progress(progress) => self.reading = Some(progress),
            Action::FilesRead(outcomes) => self.add_outcomes(outcomes),
            Action::Choose(change) => self.choose(change),
            Action::FollowLink(hash) => self.follow_link(&hash),
            Action::CloseNotices => {
                self.notices = Rc::default();
                self.newer_version = false;
            }
            Action::NewerVersionWaits => self.newer_version = true,
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::RemoveFile(index) => self.remove_file(index),
            Action::StateYear(year) => self.state_year(year),
            Action::StartMapping(table) => {
                let wanted = PreviewTask::new(table, &self.settings.readings);
                self.preview_wanted = Some(Rc::new(wanted));
            }
            Action::SetMapping(mapping) => {
                let task = self.mapping.take();
                self.mapping = task.map(|task| Rc::new(task.mapped(mapping)));
                self.preview_again();
            }
            Action::Previewed(of, preview) => {
                if self.preview_wanted.as_ref() == Some(&of) {
                    let table = of.table.clone();
                    self.preview_wanted = None;
                    self.mapping = Some(Rc::new(MappingTask { table, preview }));
                }
            }
            Action::NotPreviewed(of, reason) => {
                if self.preview_wanted.as_ref() == Some(&of) {
                    self.leave_mapping();
                    self.remark(words::no_preview(&of.table.file, &reason));
                }
            }
            Action::PauseMapping => drop(self.leave_mapping()),
            Action::LeaveMapping => {
                if let Some(task) = self.leave_mapping() {
                    self.forget_table(&task.table);
                }
            }
            Action::SetRemembering(is_checked) => self.remembers = is_checked,
            Action::CannotRemember => {
                self.remembers = false;
                self.remark(words::CANNOT_REMEMBER);
            }
            Action::KnowTables(known, choices) => {
                self.explained = Shared(Rc::new(known));
                self.read_by(Rc::new(self.settings.readings.or(&choices)));
                self.keep_rules_possible();
            }
            Action::SetSuppression(suppression) => self.suppression = suppression,
            Action::Offered(offers) => {
                let coming = None;
                self.hosted = Shared(Some(Rc::new(Hosted { offers, coming })));
            }
            Action::OfferComing(coming) => {
                if let Some(hosted) = &mut self.hosted.0 {
                    Rc::make_mut(hosted).coming = coming;
                }
            }
            Action::StartOver => self.start_over(),
        }
    }

    /// Applies the user's change of settings.
    fn choose(&mut self, change: impl FnOnce(&mut Settings)) {
        let before = self.settings.clone();
        change(&mut self.settings);
        if self.settings.rules != before.rules {
            self.forget_adjustments();
        }
        if self.settings.readings != before.readings {
            self.library.follow(&self.settings.readings);
            self.preview_again();
            self.announce_applied_choices(&before.readings);
        }
        self.keep_rules_possible();
        self.remember_choices(before);
        self.keep_choice_for_link();
    }

    /// Requests a new preview of the table that the user explains.
    fn preview_again(&mut self) {
        let task = self.mapping.as_ref();
        let wanted = task.map(|task| PreviewTask::explained(task, &self.settings.readings));
        if let Some(wanted) = wanted {
            self.preview_wanted = Some(Rc::new(wanted));
        }
    }

    /// Closes the dialogue on columns. Returns its task.
    fn leave_mapping(&mut self) -> Option<Rc<MappingTask>> {
        self.preview_wanted = None;
        self.mapping.take()
    }

    /// Changes rules that the data set does not allow, and announces it.
    fn keep_rules_possible(&mut self) {
        let Some(data) = self.data() else { return };
        for words in self.settings.keep_possible(&data) {
            self.notice(Notice::Adjusted(words));
        }
    }

    /// Sets the choices by which files are read. The queue follows them, and so does the library if a choice concerns
    /// several files.
    fn read_by(&mut self, readings: Rc<Choices>) {
        self.library.follow(&readings);
        self.settings.readings = readings;
    }

    /// Sets the year of all files that do not give one.
    fn state_year(&mut self, year: AcademicYear) {
        let stated = self.library.files_without_year();
        let before = self.doubts_between_files();
        let replaced = self.library.state_year(year);
        self.announce_replaced(&stated, replaced);
        self.announce_new_doubts(&before);
        self.settings.year = Some(Some(year));
        self.keep_rules_possible();
    }

    /// Restores the initial state, except for what it knows of the server.
    fn start_over(&mut self) {
        *self = Self {
            remembers: false,
            newer_version: self.newer_version,
            hosted: self.hosted.clone(),
            ..Self::on(self.demonstration.clone())
        };
        self.remark(words::STARTED_OVER);
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.act(action);
        if next == *self { self } else { Rc::new(next) }
    }
}
