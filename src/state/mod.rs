//! The state of the page: one reducer with named actions. Nothing is kept that can be derived.
//!
//! `files.rs` takes files in, `address.rs` what an address says, `history.rs` undoes what was chosen.

mod address;
mod files;
mod history;

use std::rc::Rc;

use hosting::Offers;
use method::{AnalysisError, Settings, Suppression};
use read::layout::{Mapping, Preview, Refusal, SavedMapping, SkippedFile};
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

/// Everything that the page shows follows from this.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct State {
    pub(super) library: Library,
    /// What is shown while there is no file of the user's.
    pub(super) demonstration: Demonstration,
    /// What the user chose.
    pub(super) settings: Settings,
    /// What was chosen before.
    history: Shared<Rc<History>>,
    /// What went wrong with the files dropped last, or has to be known of them.
    pub(super) notices: Rc<Vec<Notice>>,
    /// What a screen reader is told after a change.
    pub(super) status: AttrValue,
    /// The table whose columns the user is explaining.
    pub(super) mapping: Option<Rc<MappingTask>>,
    /// The preview that a worker is asked for.
    pub(super) preview_wanted: Option<Rc<PreviewTask>>,
    /// Tables that the user has explained, for the next file with the same columns.
    pub(super) explained: Shared<Rc<Vec<SavedMapping>>>,
    /// How far the file in hand has been read; nothing where none is.
    pub(super) reading: Option<Progress>,
    /// What the link says that was opened, while files that it names are not there.
    awaited: Option<Rc<LinkContents>>,
    /// Whether the files are remembered on this device.
    pub(super) remembers: bool,
    /// What becomes of figures of few pupils in what is taken away.
    pub(super) suppression: Suppression,
    /// What is offered beside this copy of the page, once that is known.
    pub(super) hosted: Shared<Option<Rc<Hosted>>>,
}

/// Something that the user has to know of the files dropped last.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Notice {
    /// A file was not used.
    Refused(Refusal),
    /// A table of no known layout, whose columns the user may explain.
    Unexplained(Refusal, Table),
    /// A file replaced another.
    Replaced {
        file: String,
        former: String,
        year: Option<String>,
    },
    /// Files of an archive that are of no use here.
    SkippedFiles(Vec<SkippedFile>),
    /// What was decided about a file that allows another reading.
    Doubts(String),
    /// Something was done that was not asked for, or could not be kept.
    Remark(String),
    /// A rule could not be kept.
    Adjusted(String),
    /// The demonstration did not come, or not all of it.
    NoDemonstration,
}

/// What became of a file.
#[derive(Debug)]
pub(super) enum Outcome {
    /// It was read, to replace a former one, if any.
    Read(Recognised, Option<Rc<SourceFile>>),
    /// It was read again, by other choices between its readings.
    ReadAgain(Recognised),
    /// Its columns were explained, and it was read so.
    Explained(Recognised, Rc<MappingTask>),
    /// It is of no use, or nobody knows which.
    Notice(Notice),
}

/// What happened.
pub(super) enum Action {
    /// The user dropped or chose files; they are being read.
    FilesComing {
        count: usize,
    },
    /// So far has the file in hand been read.
    Progress(Progress),
    /// This part of the demonstration was fetched, or did not come.
    DemonstrationComes(usize, Option<Vec<Recognised>>),
    /// What did not come of the demonstration is to be fetched again.
    FetchDemonstration,
    /// The files of one drop were read, in the order in which they were dropped.
    FilesRead(Vec<Outcome>),
    /// The user changed settings so. It is done to those in force when it arrives, whatever has changed meanwhile.
    Choose(Box<dyn FnOnce(&mut Settings)>),
    /// The last of these changes was not meant, or was meant after all.
    Undo,
    Redo,
    /// The address says so, as the page opened or the user went back.
    FollowLink(String),
    /// The file of that index goes.
    RemoveFile(usize),
    /// The user says of which year those files are that do not tell.
    StateYear(AcademicYear),
    /// The user begins to explain a table's columns.
    StartMapping(Table),
    SetMapping(Mapping),
    /// The preview that was asked for is there.
    Previewed(Rc<PreviewTask>, Preview),
    /// It could not be made, for this reason.
    NotPreviewed(Rc<PreviewTask>, String),
    /// The user goes elsewhere: the table may still be explained.
    PauseMapping,
    /// The user leaves the table.
    LeaveMapping,
    /// The user has read the notices.
    CloseNotices,
    /// The user says whether files are remembered on this device.
    SetRemembering(bool),
    /// The browser does not remember files.
    CannotRemember,
    /// Tables that were explained, and readings that were chosen, at another time.
    KnowTables(Vec<SavedMapping>, Choices),
    /// The user says what becomes of figures of few pupils in what is taken away.
    SetSuppression(Suppression),
    /// So much is offered beside this copy of the page.
    Offered(Offers),
    /// The offer of that index is on its way, or none is any more.
    OfferComing(Option<usize>),
    /// The user starts over.
    StartOver,
}

impl Action {
    /// The user changes settings so.
    pub(super) fn choose(change: impl FnOnce(&mut Settings) + 'static) -> Self {
        Self::Choose(Box::new(change))
    }

    /// The user chooses how a file is read where it allows several readings: the id of the doubt and the reading's key.
    pub(super) fn choose_reading(id: String, reading: String) -> Self {
        Self::choose(move |settings| {
            Rc::make_mut(&mut settings.readings).set(&id, &reading);
        })
    }
}

impl State {
    /// The page as it opens: on the demonstration, as far as it has come.
    pub(super) fn new(demonstration: Demonstration) -> Self {
        let mut opened = Self::on(demonstration);
        opened.say_what_did_not_come();
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
            hosted: Shared::default(),
        }
    }

    /// The data set on the screen.
    pub(super) fn data(&self) -> Option<Rc<DataSet>> {
        self.settings
            .year
            .and_then(|year| self.library.data_set(year))
            .or_else(|| self.library.newest())
    }

    fn notice(&mut self, notice: Notice) {
        Rc::make_mut(&mut self.notices).push(notice);
    }

    fn remark(&mut self, words: impl Into<String>) {
        self.notice(Notice::Remark(words.into()));
    }

    /// What was said of rules that gave way is over when the user chooses anew.
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

    /// The demonstration did not come, or not all of it.
    fn say_what_did_not_come(&mut self) {
        if self.demonstration.has_failed() {
            self.notice(Notice::NoDemonstration);
        }
    }

    /// What the user is told: while the columns of a table are explained, not that it is unknown.
    pub(super) fn told(&self) -> Rc<Vec<Notice>> {
        if self.mapping.is_none() {
            return Rc::clone(&self.notices);
        }
        let others = self.notices.iter();
        let others = others.filter(|notice| !matches!(notice, Notice::Unexplained(..)));
        Rc::new(others.cloned().collect())
    }

    /// Where the files in use are: what tells whether they are others, for they never change once read.
    pub(super) fn file_addresses(&self) -> Vec<usize> {
        let files = self.library.files().iter();
        files.map(|file| Rc::as_ptr(&file.file).addr()).collect()
    }

    /// Whether any file is there.
    pub(super) fn has_files(&self) -> bool {
        !self.library.files().is_empty()
    }
}

/// Why there is nothing to show.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum ViewError {
    /// No file says how pupils did.
    NoResults,
    /// The files do not allow it.
    Analysis(AnalysisError),
}

impl State {
    /// What an action does.
    fn act(&mut self, action: Action) {
        match action {
            Action::FilesComing { count } => {
                self.notices = Rc::default();
                self.status = words::reading(count).into();
            }
            Action::DemonstrationComes(part, files) => {
                if self.demonstration.next() == Some(part) {
                    self.library
                        .add_to_demonstration(files.clone().into_iter().flatten());
                    self.demonstration.take_in(files);
                    self.say_what_did_not_come();
                }
            }
            Action::FetchDemonstration => {
                self.notices = Rc::default();
                self.demonstration.try_again();
            }
            Action::Progress(progress) => self.reading = Some(progress),
            Action::FilesRead(outcomes) => self.take_in(outcomes),
            Action::Choose(change) => self.choose(change),
            Action::FollowLink(hash) => self.follow_link(&hash),
            Action::CloseNotices => self.notices = Rc::default(),
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
            Action::SetRemembering(is_so) => self.remembers = is_so,
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

    /// Takes on what the user chose.
    fn choose(&mut self, change: impl FnOnce(&mut Settings)) {
        let before = self.settings.clone();
        change(&mut self.settings);
        if self.settings.rules != before.rules {
            self.forget_adjustments();
        }
        if self.settings.readings != before.readings {
            self.library.follow(&self.settings.readings);
            self.preview_again();
            self.say_what_is_taken_as_chosen(&before.readings);
        }
        self.keep_rules_possible();
        self.remember_choices(before);
        self.keep_choice_for_link();
    }

    /// The table that the user explains is to be shown as it is read now.
    fn preview_again(&mut self) {
        let task = self.mapping.as_ref();
        let wanted = task.map(|task| PreviewTask::explained(task, &self.settings.readings));
        if let Some(wanted) = wanted {
            self.preview_wanted = Some(Rc::new(wanted));
        }
    }

    /// No table is explained any more; gives the one that was.
    fn leave_mapping(&mut self) -> Option<Rc<MappingTask>> {
        self.preview_wanted = None;
        self.mapping.take()
    }

    /// What the data set on the screen does not have gives way, and the user is told.
    fn keep_rules_possible(&mut self) {
        let Some(data) = self.data() else { return };
        for words in self.settings.keep_possible(&data) {
            self.notice(Notice::Adjusted(words));
        }
    }

    /// From now on files are read by these choices: the queue follows them, and the library does where a choice is about
    /// more than one file.
    fn read_by(&mut self, readings: Rc<Choices>) {
        self.library.follow(&readings);
        self.settings.readings = readings;
    }

    /// The files that do not tell their year are of this one.
    fn state_year(&mut self, year: AcademicYear) {
        let stated = self.library.files_without_year();
        let before = self.doubts_between_files();
        let replaced = self.library.state_year(year);
        self.say_what_gave_way(&stated, replaced);
        self.say_what_came_into_doubt(&before);
        self.settings.year = Some(Some(year));
        self.keep_rules_possible();
    }

    /// As the page opened, but for what is offered beside it.
    fn start_over(&mut self) {
        *self = Self {
            remembers: false,
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
