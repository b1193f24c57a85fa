//! The state of the page: one reducer with named actions. Nothing is kept that can be derived.

use std::rc::Rc;

use yew::prelude::*;

use crate::demo::Demonstration;
use crate::layout::{FileError, Recognised, read_file};
use crate::method::{RegionalRule, Rules, offered};
use crate::model::{Added, DataSet, Library};
use crate::terms::letters::in_small;
use crate::terms::{AcademicYear, Focus, Measure, counted, year_in_words};

/// Everything that the page shows follows from this.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct State {
    pub(super) library: Library,
    /// The year that the user chose; nothing means the newest.
    chosen_year: Option<Option<AcademicYear>>,
    pub(super) rules: Rules,
    /// What went wrong with the files dropped last, or has to be known of them.
    pub(super) notices: Rc<Vec<Notice>>,
    /// What a screen reader is told after a change.
    pub(super) status: AttrValue,
}

/// Something that the user has to know of the files dropped last.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Notice {
    /// A file was not used.
    Refused(FileError),
    /// The browser could not read a file.
    Unreadable { file: String, reason: String },
    /// A file took the place of another.
    Replaced {
        file: String,
        former: String,
        year: String,
    },
    /// A rule could not be kept.
    Adjusted(String),
}

/// What became of a file.
#[derive(Debug)]
pub(super) enum Outcome {
    /// It was read.
    Read(Recognised),
    /// It is of no use.
    Refused(FileError),
    /// The browser could not read it.
    Unreadable { file: String, reason: String },
}

/// What happened.
#[derive(Debug)]
pub(super) enum Action {
    /// The user dropped or chose files; they are being read.
    FilesComing {
        count: usize,
    },
    /// The files of one drop were read, in the order in which they were dropped.
    FilesRead(Vec<Outcome>),
    ChooseMeasure(Measure),
    ChooseFocus(Focus),
    ChooseRegional(RegionalRule),
    ChooseYear(Option<AcademicYear>),
    /// The user has read the notices.
    CloseNotices,
}

impl State {
    /// The page as it opens: on the demonstration.
    pub(super) fn demonstration() -> Self {
        let demonstration = Demonstration::generate();
        let files = demonstration.years().iter().filter_map(|&year| {
            let name = format!("demonstration, {year}");
            read_file(&name, demonstration.trust_file(year).as_bytes()).ok()
        });
        Self {
            library: Library::demonstration(files.collect()),
            chosen_year: None,
            rules: Rules::default(),
            notices: Rc::default(),
            status: AttrValue::default(),
        }
    }

    /// The data set on the screen.
    pub(super) fn data(&self) -> Option<Rc<DataSet>> {
        self.chosen_year
            .and_then(|year| self.library.data_set(year))
            .or_else(|| self.library.newest())
    }

    fn notice(&mut self, notice: Notice) {
        Rc::make_mut(&mut self.notices).push(notice);
    }

    /// Takes in the files of one drop and shows the newest year among them.
    fn take_in(&mut self, outcomes: Vec<Outcome>) {
        let mut read = Vec::new();
        let mut years = Vec::new();
        for outcome in outcomes {
            match outcome {
                Outcome::Read(file) => {
                    let name = file.file.clone();
                    let added = self.add(file);
                    read.push(format!("{name} read, {}", counted(added.trusts, "trust")));
                    years.extend(added.years);
                }
                Outcome::Refused(error) => self.notice(Notice::Refused(error)),
                Outcome::Unreadable { file, reason } => {
                    self.notice(Notice::Unreadable { file, reason });
                }
            }
        }
        self.status = read.join("; ").into();
        if let Some(newest) = years.into_iter().max() {
            self.chosen_year = Some(newest);
            self.keep_rules_possible();
        }
    }

    fn add(&mut self, file: Recognised) -> Added {
        let name = file.file.clone();
        let added = self.library.add(file);
        for (year, former) in &added.replaced {
            self.notice(Notice::Replaced {
                file: name.clone(),
                former: former.clone(),
                year: year_in_words(*year),
            });
        }
        added
    }

    /// What was said of rules that gave way is over when the user chooses anew.
    fn forget_adjustments(&mut self) {
        if self
            .notices
            .iter()
            .any(|notice| matches!(notice, Notice::Adjusted(_)))
        {
            Rc::make_mut(&mut self.notices).retain(|notice| !matches!(notice, Notice::Adjusted(_)));
        }
    }

    /// A measure, group or rule that the data set on the screen does not have gives way, and the
    /// user is told.
    fn keep_rules_possible(&mut self) {
        let Some(data) = self.data() else { return };
        self.keep_measure_possible(&data);
        self.keep_focus_possible(&data);
        self.keep_regional_possible(&data);
    }

    fn keep_measure_possible(&mut self, data: &DataSet) {
        let measures = data.measures();
        if let Some(&measure) = measures.first()
            && !measures.contains(&self.rules.measure)
        {
            let lacking = self.rules.measure.name();
            self.rules.measure = measure;
            self.adjusted(
                data,
                &format!("has no column for {lacking}"),
                measure.name(),
            );
        }
    }

    fn keep_focus_possible(&mut self, data: &DataSet) {
        let focuses = data.focuses(self.rules.measure);
        if let Some(&focus) = focuses.first()
            && !focuses.contains(&self.rules.focus)
        {
            let lacking = in_small(self.rules.focus.name());
            let measure = self.rules.measure.name();
            self.rules.focus = focus;
            self.adjusted(
                data,
                &format!("has {measure} not for \u{201c}{lacking}\u{201d}"),
                &format!("\u{201c}{}\u{201d}", in_small(focus.name())),
            );
        }
    }

    fn keep_regional_possible(&mut self, data: &DataSet) {
        if !offered(data, self.rules.focus).contains(&self.rules.regional) {
            let lacking = self.rules.regional.name();
            self.rules.regional = RegionalRule::default();
            self.adjusted(
                data,
                &format!("lacks what the regional figure \u{201c}{lacking}\u{201d} needs"),
                &format!("the {}", in_small(RegionalRule::default().name())),
            );
        }
    }

    fn adjusted(&mut self, data: &DataSet, lacking: &str, instead: &str) {
        let file = &data.file.name;
        self.notice(Notice::Adjusted(format!(
            "{file} {lacking}: {instead} is shown instead."
        )));
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::FilesComing { count } => {
                next.notices = Rc::default();
                next.status = format!("Reading {}", counted(count, "file")).into();
            }
            Action::FilesRead(outcomes) => next.take_in(outcomes),
            Action::ChooseMeasure(measure) => {
                next.forget_adjustments();
                next.rules.measure = measure;
                next.keep_rules_possible();
            }
            Action::ChooseFocus(focus) => {
                next.forget_adjustments();
                next.rules.focus = focus;
                next.keep_rules_possible();
            }
            Action::ChooseRegional(regional) => next.rules.regional = regional,
            Action::CloseNotices => next.notices = Rc::default(),
            Action::ChooseYear(year) => {
                next.chosen_year = Some(year);
                next.keep_rules_possible();
            }
        }
        if next == *self { self } else { Rc::new(next) }
    }
}
