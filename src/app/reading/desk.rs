//! The page's side: files wait here, one is with the worker, and the state is told of each drop as a
//! whole.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::file::File;
use js_sys::Uint8Array;
use yew::prelude::*;

use crate::app::mapping::{MappingTask, Table};
use crate::app::state::{Action, Outcome, State};
use crate::app::worker::{Hired, Request, Told, taken};
use crate::layout::{Answer, Ask, Explained, Purpose, Recognised, Refusal};
use crate::model::{LoadedFile, SourceFile};
use crate::source::Choices;
use crate::terms::grouped;
use crate::words::app::reading::desk as words;

/// Bytes of a file after which the worker, whose memory never shrinks, is not kept.
const LARGE: u64 = 64 * 1024 * 1024;

/// How far the file in hand has been read.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct Progress {
    pub(in crate::app) file: String,
    /// Bytes read, and bytes in all.
    pub(in crate::app) read: u64,
    pub(in crate::app) size: u64,
    pub(in crate::app) rows: u64,
}

impl Progress {
    /// "Reading big.csv: 120 of 1,000 MB, 55,000 rows".
    pub(in crate::app) fn in_words(&self) -> String {
        let megabytes = |bytes: u64| grouped((bytes / 1_000_000) as usize);
        words::read_so_far(
            &self.file,
            megabytes(self.read),
            megabytes(self.size),
            self.rows as usize,
        )
    }
}

/// Where files are handed in.
#[derive(Clone)]
pub(in crate::app) struct Desk(Rc<Inner>);

struct Inner {
    dispatcher: UseReducerDispatcher<State>,
    work: RefCell<Work>,
}

#[derive(Default)]
struct Work {
    hired: Option<Hired>,
    /// Whether the worker has said that it waits for files.
    is_ready: bool,
    /// The file in hand first.
    files: VecDeque<Job>,
    /// The answer on the file in hand, as far as it is here.
    answer: Vec<u8>,
    /// The files handed in so far, by name the last of each, and how each was to be read: to be remembered, and to be
    /// read again.
    handed_in: Vec<(File, Purpose)>,
    /// What the user chose where files allow several readings.
    choices: Rc<Choices>,
    /// The files that were read again, by name, each with the choices that it was last read again for. The same choice
    /// made once more is another try: the last one may have been cancelled or refused.
    read_again: Vec<(String, Rc<Choices>)>,
    /// Files that are not the user's own, with what has to be said of them.
    credited: Vec<(File, Rc<str>)>,
}

/// A file to read.
struct Job {
    file: File,
    kind: Kind,
    drop: Rc<Dropped>,
    /// Its place in the drop.
    place: usize,
    ask: Ask,
}

/// What a file was handed in for.
enum Kind {
    /// To be recognised.
    Recognise,
    /// Its columns are explained.
    Mapped(Rc<MappingTask>),
    /// To be read by other choices than before.
    Again,
}

/// Files dropped together, with what has become of each so far.
struct Dropped {
    outcomes: RefCell<Vec<Option<Vec<Outcome>>>>,
    /// The file whose place they are to take. It goes with them, since those of an earlier drop may
    /// still be read.
    former: Option<Rc<SourceFile>>,
}

/// The desk of the page.
#[hook]
pub(in crate::app) fn use_desk(state: &UseReducerHandle<State>) -> Desk {
    let dispatcher = state.dispatcher();
    let desk = use_memo((), move |()| {
        Desk(Rc::new(Inner {
            dispatcher,
            work: RefCell::default(),
        }))
    });
    (*desk).clone()
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Desk {
    /// Takes the files of one drop. What is known of other tables may explain one of them; they may be
    /// meant to take the place of a former file.
    pub(in crate::app) fn hand_in(
        &self,
        files: Vec<File>,
        known: &[Explained],
        former: Option<&Rc<SourceFile>>,
    ) {
        if files.is_empty() {
            return;
        }
        let count = files.len();
        self.tell(Action::FilesComing { count });
        let drop = Dropped::of(count, former.cloned());
        for (place, file) in files.into_iter().enumerate() {
            let ask = Ask::recognise(known.to_vec());
            self.queue(Job {
                file,
                kind: Kind::Recognise,
                drop: Rc::clone(&drop),
                place,
                ask,
            });
        }
    }

    /// Takes files that are remembered from another time, with what was known of tables and which readings were chosen.
    pub(in crate::app) fn remind(
        &self,
        files: Vec<File>,
        known: Vec<Explained>,
        choices: &Choices,
    ) {
        {
            let mut work = self.0.work.borrow_mut();
            work.choices = Rc::new(work.choices.or(choices));
        }
        self.hand_in(files, &known, None);
        self.tell(Action::KnowTables(known, choices.clone()));
    }

    /// The files that were handed in of which these names are in use: their own, or of files in an archive.
    pub(in crate::app) fn handed_in(&self, names: &[String]) -> Vec<File> {
        let work = self.0.work.borrow();
        let files = work.handed_in.iter().map(|(file, _)| file);
        let files = files.filter(|file| names.iter().any(|name| is_of(name, &file.name())));
        files.cloned().collect()
    }

    /// The user's own file that was handed in of which a name is in use. Of others nobody knows when they were changed.
    pub(in crate::app) fn handed_in_as(&self, name: &str) -> Option<File> {
        let file = self.handed_in(&[name.to_owned()]).into_iter().next()?;
        self.credit_of(&file).is_none().then_some(file)
    }

    /// Notes what has to be said of a file that is not the user's own, before it is handed in.
    pub(in crate::app) fn credit(&self, file: &File, credit: &Rc<str>) {
        let credited = (file.clone(), Rc::clone(credit));
        self.0.work.borrow_mut().credited.push(credited);
    }

    /// What has to be said of that very file; nothing of the user's own.
    pub(in crate::app) fn credit_of(&self, file: &File) -> Option<Rc<str>> {
        let work = self.0.work.borrow();
        let mut credited = work.credited.iter();
        let found = credited.find(|(other, _)| other == file);
        found.map(|(_, credit)| Rc::clone(credit))
    }

    /// Whether files are being read.
    pub(in crate::app) fn is_at_work(&self) -> bool {
        !self.0.work.borrow().files.is_empty()
    }

    /// Gives up what is not read yet, and forgets what has been.
    pub(in crate::app) fn forget(&self) {
        let mut work = self.0.work.borrow_mut();
        *work = Work::default();
    }

    /// Takes a table whose columns are explained.
    pub(in crate::app) fn hand_in_explained(&self, task: &Rc<MappingTask>) {
        self.tell(Action::FilesComing { count: 1 });
        self.queue(Job {
            file: task.table.blob.clone(),
            kind: Kind::Mapped(Rc::clone(task)),
            // The task knows whose place its table is to take.
            drop: Dropped::of(1, None),
            place: 0,
            ask: Ask::mapped(task.preview.mapping.clone()),
        });
    }

    /// From now on files are read by these choices. Those in use that were read otherwise are read again.
    pub(in crate::app) fn follow(&self, choices: &Rc<Choices>, in_use: &[LoadedFile]) {
        self.0.work.borrow_mut().choices = Rc::clone(choices);
        let follows = |file: &LoadedFile| {
            let mut doubts = file.file.doubts.iter();
            doubts.all(|doubt| doubt.follows(choices))
        };
        let names: Vec<&str> = in_use
            .iter()
            .filter(|file| !follows(file))
            .map(|file| file.file.name.as_str())
            .collect();
        if !names.is_empty() {
            self.read_again(&names);
        }
    }

    fn read_again(&self, names: &[&str]) {
        let again = {
            let mut work = self.0.work.borrow_mut();
            let Work {
                handed_in,
                choices,
                read_again,
                ..
            } = &mut *work;
            let mut again = Vec::new();
            for (file, purpose) in handed_in.iter() {
                let name = file.name();
                // What one attempt does not change another would not, either.
                let is_tried = read_again
                    .iter()
                    .any(|(tried, by)| *tried == name && Rc::ptr_eq(by, choices));
                if !is_tried && names.iter().any(|of| is_of(of, &name)) {
                    read_again.retain(|(other, _)| *other != name);
                    read_again.push((name, Rc::clone(choices)));
                    again.push((file.clone(), purpose.clone()));
                }
            }
            again
        };
        let count = again.len();
        if count == 0 {
            return;
        }
        self.tell(Action::FilesComing { count });
        let drop = Dropped::of(count, None);
        for (place, (file, purpose)) in again.into_iter().enumerate() {
            self.queue(Job {
                file,
                kind: Kind::Again,
                drop: Rc::clone(&drop),
                place,
                ask: Ask {
                    purpose,
                    ..Ask::default()
                },
            });
        }
    }

    /// Gives up the files that are not read yet. The worker goes with them: nothing is faster, and
    /// its memory is free at once.
    pub(in crate::app) fn cancel(&self) {
        let given_up = {
            let mut work = self.0.work.borrow_mut();
            work.hired = None;
            work.answer = Vec::new();
            std::mem::take(&mut work.files)
        };
        for job in given_up {
            let file = job.file.name();
            self.note(&job, vec![Outcome::Cancelled { file }]);
        }
    }

    /// Has a worker at hand before there is a file for it.
    pub(in crate::app) fn prepare(&self) {
        let mut work = self.0.work.borrow_mut();
        if work.hired.is_none() {
            let desk = self.clone();
            work.is_ready = false;
            work.hired = Some(Hired::new(move |told| desk.hear(told)));
        }
    }

    fn queue(&self, job: Job) {
        let is_first = {
            let mut work = self.0.work.borrow_mut();
            let (file, purpose) = (job.file.clone(), job.ask.purpose.clone());
            work.handed_in
                .retain(|(other, _)| other.name() != file.name());
            work.handed_in.push((file, purpose));
            work.files.push_back(job);
            work.files.len() == 1
        };
        if is_first {
            self.give_next();
        }
    }

    /// Gives the first file to the worker, if one waits and the worker is ready for it.
    fn give_next(&self) {
        self.prepare();
        let work = self.0.work.borrow();
        if let (Some(hired), Some(job)) = (&work.hired, work.files.front())
            && work.is_ready
        {
            let request = Request::Read {
                file: AsRef::<web_sys::File>::as_ref(&job.file).clone(),
                // The choices of now: an address may have been followed since the file came.
                ask: job
                    .ask
                    .clone()
                    .with(Choices::clone(&work.choices))
                    .to_bytes(),
            };
            if let Err(error) = hired.ask(&request) {
                // Told in its own turn: the state must not change while work is borrowed.
                let (desk, reason) = (self.clone(), format!("{error:?}"));
                wasm_bindgen_futures::spawn_local(async move {
                    desk.refuse(|file| unreadable(file, &reason));
                });
            }
        }
    }

    fn hear(&self, told: Told) {
        match told {
            Told::Ready => {
                self.0.work.borrow_mut().is_ready = true;
                self.give_next();
            }
            Told::Progress { done, count } => self.tell_progress(done, count),
            Told::Piece(piece) => self.keep(&piece),
            Told::Done => self.take_answer(),
            Told::Unreadable(reason) => {
                self.refuse(|file| unreadable(file, &reason));
            }
            Told::Stopped(reason) => self.lose_worker(&reason),
        }
    }

    fn tell_progress(&self, read: u64, rows: u64) {
        let progress = {
            let work = self.0.work.borrow();
            work.files.front().map(|job| Progress {
                file: job.file.name(),
                read,
                size: job.file.size(),
                rows,
            })
        };
        if let Some(progress) = progress {
            self.tell(Action::Progress(progress));
        }
    }

    fn keep(&self, piece: &Uint8Array) {
        self.0.work.borrow_mut().answer.extend(taken(piece));
    }

    fn take_answer(&self) {
        let answer = std::mem::take(&mut self.0.work.borrow_mut().answer);
        match Answer::from_bytes(&answer) {
            Some(answer) => self.finish(answer),
            None => self.lose_worker(words::UNREADABLE_ANSWER),
        }
    }

    /// The worker is dead: the file in hand is lost, the others go to a new one.
    fn lose_worker(&self, reason: &str) {
        {
            let mut work = self.0.work.borrow_mut();
            work.hired = None;
            work.answer = Vec::new();
        }
        self.refuse(|file| stopped(file, reason));
    }

    fn refuse(&self, refusal: impl FnOnce(&str) -> Refusal) {
        let job = self.0.work.borrow_mut().files.pop_front();
        if let Some(job) = job {
            let refusal = refusal(&job.file.name());
            self.note(&job, vec![Outcome::Refused(refusal)]);
            self.go_on(&job);
        }
    }

    fn finish(&self, mut answer: Answer) {
        let job = self.0.work.borrow_mut().files.pop_front();
        if let Some(job) = job {
            if !self.0.work.borrow().credited.is_empty() {
                self.add_credit(&job.file, &mut answer);
            }
            let outcomes = match &job.kind {
                Kind::Recognise => outcomes(&job.file, answer),
                Kind::Mapped(task) => vec![Outcome::Explained(Rc::clone(task), mapped(answer))],
                Kind::Again => read_again(answer),
            };
            self.note(&job, outcomes);
            self.go_on(&job);
        }
    }

    fn add_credit(&self, file: &File, answer: &mut Answer) {
        let credit = self.credit_of(file);
        for read in &mut answer.files {
            read.credit.clone_from(&credit);
        }
    }

    fn go_on(&self, after: &Job) {
        if after.file.size() > LARGE {
            // What it took is given back to the browser with the worker.
            self.0.work.borrow_mut().hired = None;
        }
        if !self.0.work.borrow().files.is_empty() {
            self.give_next();
        }
    }

    /// Notes what became of a file; after the last of its drop the state is told of all.
    fn note(&self, job: &Job, outcomes: Vec<Outcome>) {
        if let Some(outcomes) = job.drop.note(job.place, outcomes) {
            self.tell(Action::FilesRead(outcomes, job.drop.former.clone()));
        }
    }

    fn tell(&self, action: Action) {
        self.0.dispatcher.dispatch(action);
    }
}

impl Dropped {
    fn of(count: usize, former: Option<Rc<SourceFile>>) -> Rc<Self> {
        Rc::new(Self {
            outcomes: RefCell::new((0..count).map(|_| None).collect()),
            former,
        })
    }

    /// Notes a file's outcomes; gives those of all once the last is known.
    fn note(&self, place: usize, outcomes: Vec<Outcome>) -> Option<Vec<Outcome>> {
        let mut known = self.outcomes.borrow_mut();
        if let Some(slot) = known.get_mut(place) {
            *slot = Some(outcomes);
        }
        if !known.iter().all(Option::is_some) {
            return None;
        }
        Some(known.drain(..).flatten().flatten().collect())
    }
}

/// Whether a name is that of a file, or of one in that archive.
fn is_of(name: &str, file: &str) -> bool {
    let rest = name.strip_prefix(file);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What became of a file, and of each file in it where it is an archive.
fn outcomes(file: &File, answer: Answer) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = answer.files.into_iter().map(Outcome::Read).collect();
    if !answer.passed_over.is_empty() {
        outcomes.push(Outcome::PassedOver(answer.passed_over));
    }
    let mut start = Some(answer.start).filter(|start| !start.is_empty());
    outcomes.extend(answer.refused.into_iter().map(|refusal| {
        // Only a file that is itself a table can be explained, and it gives one error.
        match start.take() {
            Some(start) => Outcome::Unexplained(refusal, Table::new(file, start)),
            None => Outcome::Refused(refusal),
        }
    }));
    outcomes
}

/// What became of a file that was read again; what else an archive holds is known.
fn read_again(answer: Answer) -> Vec<Outcome> {
    let files = answer.files.into_iter().map(Outcome::ReadAgain);
    let refused = answer.refused.into_iter().map(Outcome::Refused);
    files.chain(refused).collect()
}

/// What became of a table whose columns are explained: one file or one error.
fn mapped(answer: Answer) -> Result<Recognised, Refusal> {
    match answer.files.into_iter().next() {
        Some(file) => Ok(file),
        None => Err(answer.refused.into_iter().next().unwrap_or_default()),
    }
}

fn unreadable(file: &str, reason: &str) -> Refusal {
    Refusal {
        words: words::browser_could_not_read(file, reason),
        remedy: words::CHOOSE_AGAIN.to_owned(),
        problems: Vec::new(),
    }
}

fn stopped(file: &str, reason: &str) -> Refusal {
    Refusal {
        words: words::worker_stopped(file, reason),
        remedy: words::STARTED_AGAIN.to_owned(),
        problems: Vec::new(),
    }
}
