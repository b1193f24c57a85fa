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

/// What happened.
#[derive(Debug)]
pub(super) enum Action {
    /// The user dropped or chose files; they are being read.
    FilesComing {
        count: usize,
    },
    /// A file was read, recognised or not.
    FileRead(Result<Recognised, FileError>),
    /// The browser could not read a file.
    FileUnreadable {
        file: String,
        reason: String,
    },
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

    fn add(&mut self, file: Recognised) {
        let name = file.file.clone();
        let Added {
            years,
            trusts,
            replaced,
        } = self.library.add(file);
        for (year, former) in replaced {
            let year = year_in_words(year);
            self.notice(Notice::Replaced {
                file: name.clone(),
                former,
                year,
            });
        }
        self.chosen_year = years.last().copied();
        self.status = format!("{name} read, {trusts} trusts").into();
        self.keep_rules_possible();
    }

    /// A measure or rule that the data set on the screen does not have gives way, and the user is told.
    fn keep_rules_possible(&mut self) {
        let Some(data) = self.data() else { return };
        if !data.measures.contains(&self.rules.measure)
            && let Some(&measure) = data.measures.first()
        {
            let lacking = self.rules.measure.name();
            self.rules.measure = measure;
            self.notice(Notice::Adjusted(format!(
                "{} has no column for {lacking}: {} is shown instead.",
                data.file.name,
                measure.name()
            )));
        }
        self.keep_rule_possible(&data);
    }

    fn keep_rule_possible(&mut self, data: &DataSet) {
        if !offered(data, self.rules.focus).contains(&self.rules.regional) {
            let lacking = self.rules.regional.name();
            self.rules.regional = RegionalRule::default();
            self.notice(Notice::Adjusted(format!(
                "{} lacks what the regional figure \u{201c}{lacking}\u{201d} needs: the {} is shown instead.",
                data.file.name,
                in_small(RegionalRule::default().name())
            )));
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::FilesComing { count } => {
                next.notices = Rc::default();
                let files = if count == 1 { "file" } else { "files" };
                next.status = format!("Reading {count} {files}").into();
            }
            Action::FileRead(Ok(file)) => next.add(file),
            Action::FileRead(Err(error)) => {
                next.status = AttrValue::default();
                next.notice(Notice::Refused(error));
            }
            Action::FileUnreadable { file, reason } => {
                next.status = AttrValue::default();
                next.notice(Notice::Unreadable { file, reason });
            }
            Action::ChooseMeasure(measure) => next.rules.measure = measure,
            Action::ChooseFocus(focus) => {
                next.rules.focus = focus;
                if let Some(data) = next.data() {
                    next.keep_rule_possible(&data);
                }
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
