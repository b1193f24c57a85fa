//! The state of the page: one reducer with named actions. Nothing is kept that can be derived.

use std::rc::Rc;

use yew::prelude::*;

use crate::layout::{Explained, Mapping, PassedOver, Recognised, Refusal};
use crate::method::{
    AnalysisError, CombinedWeights, Doubt, RegionalRule, Rules, Suppression, offered,
};
use crate::model::{Basis, DataSet, Library, Origin, Replaced, SourceFile};
use crate::terms::letters::in_small;
use crate::terms::order::sorted;
use crate::terms::{AcademicYear, Area, counted, listed, year_in_words};

use super::demonstration;
use super::lens::Lens;
use super::link::{self, Said};
use super::mapping::{MappingTask, Table};
use super::place::{not_understood, parts};
use super::reading::Progress;
use super::remembering::is_asked_for;

/// Everything that the page shows follows from this.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct State {
    pub(super) library: Library,
    /// The year that the user chose; nothing means the newest.
    chosen_year: Option<Option<AcademicYear>>,
    pub(super) rules: Rules,
    /// What is asked of intervals.
    pub(super) doubt: Doubt,
    /// How figures are looked at.
    pub(super) lens: Lens,
    /// The user's areas, shown wherever regions are.
    pub(super) areas: Rc<Vec<Area>>,
    /// How much each measure counts in the combined one.
    pub(super) weights: Rc<CombinedWeights>,
    /// What went wrong with the files dropped last, or has to be known of them.
    pub(super) notices: Rc<Vec<Notice>>,
    /// What a screen reader is told after a change.
    pub(super) status: AttrValue,
    /// The table whose columns the user is explaining.
    pub(super) mapping: Option<Rc<MappingTask>>,
    /// Tables that the user has explained, for the next file with the same columns.
    pub(super) explained: Rc<Vec<Explained>>,
    /// How far the file in hand has been read; nothing where none is.
    pub(super) reading: Option<Progress>,
    /// What the link says that was opened, while files that it names are not there.
    awaited: Option<Rc<Said>>,
    /// Whether the files are remembered on this device.
    pub(super) remembers: bool,
    /// What becomes of figures of few pupils in what is taken away.
    pub(super) suppression: Suppression,
}

/// Something that the user has to know of the files dropped last.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Notice {
    /// A file was not used.
    Refused(Refusal),
    /// A table of no known layout, whose columns the user may explain.
    Unexplained(Refusal, Table),
    /// A file took the place of another.
    Replaced {
        file: String,
        former: String,
        year: Option<String>,
    },
    /// Files of an archive that are of no use here.
    PassedOver(Vec<PassedOver>),
    /// Something was done that was not asked for, or could not be kept.
    Remark(String),
    /// A rule could not be kept.
    Adjusted(String),
}

/// What became of a file.
#[derive(Debug)]
pub(super) enum Outcome {
    /// It was read.
    Read(Recognised),
    /// It is of no use.
    Refused(Refusal),
    /// It is a table of no known layout.
    Unexplained(Refusal, Table),
    /// Its columns were explained, and it was read so or was not.
    Explained(Rc<MappingTask>, Result<Recognised, Refusal>),
    /// Parts of an archive that are of no use here.
    PassedOver(Vec<PassedOver>),
    /// The user gave it up.
    Cancelled { file: String },
}

/// What happened.
#[derive(Debug)]
pub(super) enum Action {
    /// The user dropped or chose files; they are being read.
    FilesComing {
        count: usize,
    },
    /// So far has the file in hand been read.
    Progress(Progress),
    /// The page has been drawn: the demonstration may go on.
    GoOnWithDemonstration,
    /// The files of one drop were read, in the order in which they were dropped; the file whose place
    /// they take, if any.
    FilesRead(Vec<Outcome>, Option<Rc<SourceFile>>),
    /// The user chose other rules.
    SetRules(Rules),
    /// The user asks something else of intervals.
    SetDoubt(Doubt),
    SetLens(Lens),
    ChooseYear(Option<AcademicYear>),
    /// The user chose other areas.
    SetAreas(Vec<Area>),
    /// The user weighs the measures of the combined one anew.
    SetWeights(CombinedWeights),
    /// The address says so, as the page opened or the user went back.
    FollowLink(String),
    /// The file of that place goes.
    RemoveFile(usize),
    /// The user says of which year those files are that do not tell.
    StateYear(AcademicYear),
    /// The user begins to explain a table's columns.
    StartMapping(Table),
    SetMapping(Mapping),
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
    /// Tables that were explained at another time.
    KnowTables(Vec<Explained>),
    /// The user says what becomes of figures of few pupils in what is taken away.
    SetSuppression(Suppression),
    /// The user starts over.
    StartOver,
}

impl State {
    /// The page as it opens: on the demonstration.
    pub(super) fn new() -> Self {
        Self {
            library: demonstration::opening(),
            chosen_year: None,
            rules: Rules::default(),
            doubt: Doubt::default(),
            lens: Lens::default(),
            areas: Rc::default(),
            weights: Rc::default(),
            notices: Rc::default(),
            status: AttrValue::default(),
            mapping: None,
            explained: Rc::default(),
            reading: None,
            awaited: None,
            remembers: is_asked_for(),
            suppression: Suppression::default(),
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

    /// Takes in the files of one drop, in the place of a former file if one is given, and shows the
    /// newest year among them.
    fn take_in(&mut self, outcomes: Vec<Outcome>, former: Option<Rc<SourceFile>>) {
        let mut read = Vec::new();
        let mut years = Vec::new();
        for outcome in outcomes {
            match outcome {
                Outcome::Read(file) => {
                    if let Some(former) = &former {
                        self.remove(former);
                    }
                    self.say_what_explained(&file);
                    years.extend(self.add(file, &mut read));
                }
                Outcome::Explained(task, Ok(file)) => {
                    if let Some(former) = &task.table.replaces {
                        self.remove(former);
                    }
                    self.remember(&task);
                    years.extend(self.add(file, &mut read));
                }
                Outcome::Unexplained(refusal, table) => {
                    let replaces = former.clone();
                    self.notice(Notice::Unexplained(refusal, Table { replaces, ..table }));
                }
                Outcome::Refused(refusal) | Outcome::Explained(_, Err(refusal)) => {
                    self.notice(Notice::Refused(refusal));
                }
                Outcome::PassedOver(files) => self.notice(Notice::PassedOver(files)),
                Outcome::Cancelled { file } => self.notice(Notice::Remark(format!(
                    "Reading {file} was cancelled. What you had before is still here."
                ))),
            }
        }
        self.reading = None;
        self.status = read.join("; ").into();
        if let Some(newest) = years.into_iter().max() {
            self.chosen_year = Some(newest);
        }
        self.compare_with_link();
        self.keep_rules_possible();
    }

    /// Adds a file to the library; says in `read` what was read, and gives its years.
    fn add(&mut self, file: Recognised, read: &mut Vec<String>) -> Vec<Option<AcademicYear>> {
        let name = file.file.clone();
        let added = self.library.add(file);
        let counts = [
            (added.trusts, "trust"),
            (added.schools, "school"),
            (added.memberships, "membership"),
        ];
        let counts = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, noun)| counted(count, noun));
        read.push(format!(
            "{name} read, {}",
            counts.collect::<Vec<_>>().join(", ")
        ));
        self.say_what_gave_way(&name, added.replaced);
        self.say_what_is_hidden(&name);
        added.years
    }

    /// Names files of which another stands before all.
    fn say_what_is_hidden(&mut self, by: &str) {
        let files = self.library.files().iter();
        let hidden: Vec<&str> = files
            .filter(|file| !self.library.is_shown(file))
            .map(|file| file.file.name.as_str())
            .collect();
        if !hidden.is_empty() {
            let hidden = listed(&hidden);
            let words = format!(
                "{by} is shown before {hidden}, which stays and is shown again when you remove {by}."
            );
            self.notice(Notice::Remark(words));
        }
    }

    fn say_what_gave_way(&mut self, file: &str, replaced: Vec<Replaced>) {
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
            let words = format!(
                "{} has the columns that you explained for {known}, and was read in the same way.",
                file.file
            );
            self.notice(Notice::Remark(words));
        }
    }

    /// The table was taken as explained: the dialogue is over, and the next file with the same columns
    /// needs none.
    fn remember(&mut self, task: &Rc<MappingTask>) {
        let MappingTask { table, preview } = &**task;
        // The next file may be of another year, and its name may tell.
        let mut mapping = preview.mapping.clone();
        mapping.year = None;
        let explained = Rc::make_mut(&mut self.explained);
        explained.retain(|known| known.columns != preview.columns);
        explained.push(Explained {
            file: table.file.clone(),
            columns: preview.columns.clone(),
            mapping,
        });
        if self
            .mapping
            .as_ref()
            .is_some_and(|shown| shown.table == *table)
        {
            self.mapping = None;
        }
        self.forget_table(table);
    }

    /// The table has been explained: it is unknown no longer.
    fn forget_table(&mut self, table: &Table) {
        Rc::make_mut(&mut self.notices)
            .retain(|notice| !matches!(notice, Notice::Unexplained(_, other) if other == table));
    }

    fn remove(&mut self, file: &Rc<SourceFile>) {
        let files = self.library.files();
        if let Some(place) = files.iter().position(|known| Rc::ptr_eq(&known.file, file)) {
            self.library.remove(place);
        }
    }

    fn remove_file(&mut self, place: usize) {
        self.notices = Rc::default();
        let Some(file) = self.library.remove(place) else {
            return;
        };
        self.status = format!("{} removed", file.name).into();
        if self.library.files().is_empty() {
            self.library = demonstration::opening();
            self.chosen_year = None;
            let words = format!(
                "{} was the last file: the demonstration is shown again.",
                file.name
            );
            self.notice(Notice::Remark(words));
        }
        self.keep_rules_possible();
    }

    /// What was said of rules that gave way is over when the user chooses anew.
    fn forget_adjustments(&mut self) {
        let is_adjustment = |notice: &Notice| matches!(notice, Notice::Adjusted(_));
        if self.notices.iter().any(is_adjustment) {
            Rc::make_mut(&mut self.notices).retain(|notice| !is_adjustment(notice));
        }
    }

    /// A measure, group or rule that the data set on the screen does not have gives way, and the
    /// user is told.
    fn keep_rules_possible(&mut self) {
        let Some(data) = self.data() else { return };
        let Some(basis) = data.basis(self.rules.basis) else {
            return;
        };
        self.keep_measure_possible(&data, basis);
        self.keep_focus_possible(&data, basis);
        self.keep_regional_possible(&data, basis);
    }

    fn keep_measure_possible(&mut self, data: &DataSet, basis: Basis) {
        let measures = data.measures(basis);
        if let Some(&measure) = measures.first()
            && !measures.contains(&self.rules.measure)
        {
            let lacking = self.rules.measure.name();
            self.rules.measure = measure;
            let lacking = format!("no column for {lacking}");
            self.adjusted(&data.file_names(basis), "has", &lacking, measure.name());
        }
    }

    fn keep_focus_possible(&mut self, data: &DataSet, basis: Basis) {
        let focuses = data.focuses(basis, self.rules.measure);
        if let Some(&focus) = focuses.first()
            && !focuses.contains(&self.rules.focus)
        {
            let lacking = in_small(self.rules.focus.name());
            let measure = self.rules.measure.name();
            self.rules.focus = focus;
            self.adjusted(
                &data.file_names(basis),
                "has",
                &format!("{measure} not for \u{201c}{lacking}\u{201d}"),
                &format!("\u{201c}{}\u{201d}", in_small(focus.name())),
            );
        }
    }

    fn keep_regional_possible(&mut self, data: &DataSet, basis: Basis) {
        if !offered(data, basis, self.rules.focus).contains(&self.rules.regional) {
            let lacking = self.rules.regional.name();
            self.rules.regional = RegionalRule::default();
            self.adjusted(
                &data.file_names(basis),
                "lacks",
                &format!("what the regional figure \u{201c}{lacking}\u{201d} needs"),
                &format!("the {}", in_small(RegionalRule::default().name())),
            );
        }
    }

    fn adjusted(&mut self, files: &str, verb: &str, lacking: &str, instead: &str) {
        self.notice(Notice::Adjusted(format!(
            "{files} {verb} {lacking}: {instead} is shown instead."
        )));
    }

    /// Whether the demonstration lacks the schools of a year.
    pub(super) fn demonstration_goes_on(&self) -> bool {
        self.library.origin() == Origin::Demonstration && self.next_of_demonstration().is_some()
    }

    /// The newest year whose schools are not there.
    fn next_of_demonstration(&self) -> Option<AcademicYear> {
        let mut sets = self.library.data_sets();
        sets.find(|set| set.schools.is_none())?.year
    }

    /// Adds the schools of another year to the demonstration.
    fn go_on_with_demonstration(&mut self) {
        if !self.demonstration_goes_on() {
            return;
        }
        if let Some(year) = self.next_of_demonstration() {
            let schools = demonstration::schools(year);
            self.library.add_to_demonstration([schools]);
        }
    }

    /// Takes on what an address says, unless it says what is so already: an address knows nothing of
    /// measures of the user's own.
    fn follow_link(&mut self, hash: &str) {
        if let Some(words) = not_understood(hash) {
            self.notice(Notice::Remark(words));
        }
        let (_, query) = parts(hash);
        if link::write(&self.said()) != query {
            self.follow_query(query);
        }
    }

    /// Not inlined, so that it can come in the pages' part.
    #[inline(never)]
    fn follow_query(&mut self, query: &str) {
        let (said, unread) = link::read(query);
        if !unread.is_empty() {
            let unread: Vec<&str> = unread.iter().map(String::as_str).collect();
            self.notice(Notice::Remark(format!(
                "Not all of this link is understood, and this was passed over: {}.",
                listed(&unread)
            )));
        }
        self.take_on(&said);
        let files = self.fingerprints();
        if !said.files.iter().all(|file| files.contains(file)) {
            self.awaited = Some(Rc::new(said));
            self.say_what_link_names(&files);
        }
        self.keep_rules_possible();
    }

    fn take_on(&mut self, said: &Said) {
        self.rules = said.rules;
        self.doubt = said.doubt;
        self.lens = said.lens;
        self.areas = Rc::clone(&said.areas);
        self.weights = Rc::clone(&said.weights);
        self.chosen_year = said.year.map(Some);
    }

    /// The files in use, as a link names them. Not inlined, so that it can come in the page's later part.
    #[inline(never)]
    fn fingerprints(&self) -> Vec<String> {
        let files = self.library.files().iter();
        let keys: Vec<String> = files
            .filter_map(|file| file.file.fingerprint.map(link::file_key))
            .collect();
        let mut keys = sorted(keys, Ord::cmp);
        keys.dedup();
        keys
    }

    /// The files that an opened link names may be here now: then the page shows what the link says.
    fn compare_with_link(&mut self) {
        if let Some(said) = self.awaited.clone() {
            self.compare_files(&said);
        }
    }

    /// Not inlined, so that it can come in the pages' part.
    #[inline(never)]
    fn compare_files(&mut self, said: &Said) {
        let files = self.fingerprints();
        let is_on_its_way = files.iter().all(|file| said.files.contains(file));
        if !is_on_its_way {
            // Said once: the user goes on with these files.
            self.say_what_link_names(&files);
            self.awaited = None;
        } else if files.len() == said.files.len() {
            self.take_on(said);
            self.awaited = None;
        } else {
            self.say_what_link_names(&files);
        }
    }

    /// Says of which files the opened link is, since those here are others.
    fn say_what_link_names(&mut self, files: &[String]) {
        let Some(said) = &self.awaited else { return };
        let keys = |of: &[String]| {
            let of: Vec<&str> = of.iter().map(String::as_str).collect();
            listed(&of)
        };
        let wanted = counted(said.files.len(), "file");
        let named = keys(&said.files);
        let words = if files.is_empty() {
            format!(
                "This link was made with {wanted}, fingerprint {named}. Add the same to see what it shows; until \
                 then its rules are shown with what is here."
            )
        } else if files.iter().all(|file| said.files.contains(file)) {
            format!(
                "This link was made with {wanted}, fingerprint {named}. Here so far: {}.",
                keys(files)
            )
        } else {
            format!(
                "This link was made with other files: fingerprint {named}; here {}. What is shown may differ.",
                keys(files)
            )
        };
        self.notice(Notice::Remark(words));
    }

    /// What the user chooses while files are awaited holds when they come.
    fn keep_choice_for_link(&mut self) {
        if let Some(awaited) = &self.awaited {
            let files = awaited.files.clone();
            self.awaited = Some(Rc::new(Said {
                files,
                ..self.said()
            }));
        }
    }

    /// The files that the address names: those in use, or those that are awaited.
    fn files_named(&self) -> Vec<String> {
        match (&self.awaited, self.library.origin()) {
            (_, Origin::Files) => self.fingerprints(),
            (Some(awaited), Origin::Demonstration) => awaited.files.clone(),
            (None, Origin::Demonstration) => Vec::new(),
        }
    }

    /// The year on the screen, where it is not the newest.
    fn older_year(&self) -> Option<AcademicYear> {
        let year = self.data()?.year;
        year.filter(|_| {
            self.library
                .newest()
                .is_some_and(|newest| newest.year != year)
        })
    }

    /// What an address says of this.
    pub(super) fn said(&self) -> Said {
        Said {
            rules: self.rules,
            doubt: self.doubt,
            lens: self.lens,
            areas: Rc::clone(&self.areas),
            weights: Rc::clone(&self.weights),
            year: self.older_year(),
            files: self.files_named(),
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

    /// Whether any file is there.
    pub(super) fn has_files(&self) -> bool {
        !self.library.files().is_empty()
    }
}

/// Why there is nothing to show.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Lack {
    /// No file says how pupils did.
    Results,
    /// The files do not allow it.
    Analysis(AnalysisError),
}

impl State {
    /// What happens to the first page. Not inlined, so that it can come in the page's later part.
    #[inline(never)]
    fn act(&mut self, action: Action) {
        let is_choice = matches!(
            action,
            Action::SetRules(_)
                | Action::SetDoubt(_)
                | Action::SetLens(_)
                | Action::SetWeights(_)
                | Action::SetAreas(_)
                | Action::ChooseYear(_)
        );
        match action {
            Action::FilesComing { count } => {
                self.notices = Rc::default();
                self.status = format!("Reading {}", counted(count, "file")).into();
            }
            Action::Progress(progress) => self.reading = Some(progress),
            Action::FilesRead(outcomes, former) => self.take_in(outcomes, former),
            Action::SetRules(rules) => {
                self.forget_adjustments();
                self.rules = rules;
                self.keep_rules_possible();
            }
            Action::ChooseYear(year) => {
                self.chosen_year = Some(year);
                self.keep_rules_possible();
            }
            Action::FollowLink(hash) => self.follow_link(&hash),
            Action::CloseNotices => self.notices = Rc::default(),
            elsewhere => self.act_elsewhere(elsewhere),
        }
        if is_choice {
            self.keep_choice_for_link();
        }
    }

    /// What a user does on other pages. Not inlined, so that it can come in the pages' part.
    #[inline(never)]
    fn act_elsewhere(&mut self, action: Action) {
        match action {
            // `reduce` and `act` have these: they come before the other pages.
            Action::GoOnWithDemonstration
            | Action::PauseMapping
            | Action::FilesComing { .. }
            | Action::Progress(_)
            | Action::FilesRead(..)
            | Action::SetRules(_)
            | Action::ChooseYear(_)
            | Action::FollowLink(_)
            | Action::CloseNotices => {}
            Action::SetDoubt(doubt) => self.doubt = doubt,
            Action::SetLens(lens) => self.lens = lens,
            Action::SetWeights(weights) => self.weights = Rc::new(weights),
            Action::SetAreas(areas) => self.areas = Rc::new(areas),
            Action::RemoveFile(place) => self.remove_file(place),
            Action::StateYear(year) => {
                let stated = self.library.files_without_year();
                let replaced = self.library.state_year(year);
                self.say_what_gave_way(&stated, replaced);
                self.chosen_year = Some(Some(year));
                self.keep_rules_possible();
            }
            Action::StartMapping(table) => {
                self.mapping = MappingTask::start(table).map(Rc::new);
            }
            Action::SetMapping(mapping) => {
                self.mapping = self
                    .mapping
                    .take()
                    .and_then(|task| MappingTask::with(&task.table, &mapping))
                    .map(Rc::new);
            }
            Action::LeaveMapping => {
                if let Some(task) = self.mapping.take() {
                    self.forget_table(&task.table);
                }
            }
            Action::SetRemembering(is_so) => self.remembers = is_so,
            Action::CannotRemember => {
                self.remembers = false;
                let words = "This browser does not let the page remember files: they are forgotten when you close it.";
                self.notice(Notice::Remark(words.to_owned()));
            }
            Action::KnowTables(known) => self.explained = Rc::new(known),
            Action::SetSuppression(suppression) => self.suppression = suppression,
            Action::StartOver => {
                *self = Self {
                    remembers: false,
                    ..Self::new()
                };
                let words = "All files and choices are forgotten: the demonstration is shown.";
                self.notice(Notice::Remark(words.to_owned()));
            }
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        if matches!(action, Action::PauseMapping) && self.mapping.is_none() {
            // So it is as the page opens: to compare the whole state takes the later part.
            return self;
        }
        let mut next = (*self).clone();
        match action {
            Action::GoOnWithDemonstration => next.go_on_with_demonstration(),
            Action::PauseMapping => next.mapping = None,
            action => next.act(action),
        }
        if next == *self { self } else { Rc::new(next) }
    }
}
