//! The page's queue of files: one is with the worker, the others wait. Outcomes are dispatched for each drop as a
//! whole.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::file::File;
use records::Choices;
use records::intake::{Answer, Purpose, ReadRequest, Refusal, SavedMapping};
use records::model::SourceFile;
use records::terms::grouped;
use wasm_bindgen_futures::spawn_local;
use worker::Request;
use yew::prelude::*;

use crate::mapping::{MappingTask, Table};
use crate::shared::Shared;
use crate::state::{Action, Notice, Outcome, State};
use crate::words::reading as words;
use crate::worker::{FromWorker, WorkerHandle};

/// After a file of this many bytes, the worker is replaced, because its memory never shrinks.
const LARGE: u64 = 64 * 1024 * 1024;

/// The progress of the current file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Progress {
    pub(crate) file: String,
    /// Bytes read, and bytes in total.
    pub(crate) read: u64,
    pub(crate) size: u64,
    pub(crate) rows: u64,
}

impl Progress {
    /// "Reading big.csv: 120 of 1,000 MB, 55,000 rows".
    pub(crate) fn in_words(&self) -> String {
        let megabytes = |bytes: u64| grouped((bytes / 1_000_000) as usize);
        let (read, size) = (megabytes(self.read), megabytes(self.size));
        words::read_so_far(&self.file, &read, &size, self.rows as usize)
    }
}

/// A handle to the queue.
#[derive(Clone, PartialEq)]
pub(crate) struct ReadingQueue {
    dispatcher: UseReducerDispatcher<State>,
    work: Shared<Rc<RefCell<Work>>>,
}

#[derive(Default)]
struct Work {
    worker: Option<WorkerHandle>,
    /// The files to read. The first is the current one.
    jobs: VecDeque<Job>,
    /// The outcomes for the files of a drop that have been read.
    outcomes: Vec<Outcome>,
    /// All files queued so far, the latest for each name. They can be remembered and read again.
    handed_in: Vec<HandedIn>,
    /// The user's choices where files allow several readings.
    choices: Rc<Choices>,
    /// The mappings that the user has made, for files with the same columns.
    explained: Rc<Vec<SavedMapping>>,
}

/// A file with its credit, if it is not the user's own.
pub(crate) type Credited = (File, Option<Rc<str>>);

#[derive(Clone)]
struct HandedIn {
    file: File,
    credit: Option<Rc<str>>,
    purpose: Purpose,
    /// The choices by which it was last read again. If the user makes the same choice once more, it is another
    /// attempt, because the last one may have been cancelled or refused.
    tried: Option<Rc<Choices>>,
}

/// A file to read.
struct Job {
    of: HandedIn,
    kind: Kind,
    /// Whether it is the last of its drop. The outcomes of the drop are then dispatched.
    is_last: bool,
}

/// The purpose of reading a file.
enum Kind {
    /// To be recognised, and to replace a former file, if any.
    Recognise(Option<Rc<SourceFile>>),
    /// To be read by a mapping. The task knows which file its table replaces.
    Mapped(Rc<MappingTask>),
    /// To be read by other choices than before.
    Again,
}

/// The queue with the worker that reads its files.
#[hook]
pub(crate) fn use_reading_queue(state: &UseReducerHandle<State>) -> ReadingQueue {
    let work = use_memo((), |()| RefCell::default());
    ReadingQueue {
        dispatcher: state.dispatcher(),
        work: Shared(work),
    }
}

impl ReadingQueue {
    /// Queues the files of one drop, which may replace a former file.
    pub(crate) fn hand_in(&self, files: Vec<File>, former: Option<&Rc<SourceFile>>) {
        let files = files.into_iter().map(|file| (file, None));
        self.recognise(files.collect(), former);
    }

    /// Queues files that may not be the user's own.
    pub(crate) fn hand_in_credited(&self, files: Vec<Credited>) {
        self.recognise(files, None);
    }

    fn recognise(&self, files: Vec<Credited>, former: Option<&Rc<SourceFile>>) {
        let purpose = Purpose::Recognise(self.work.0.borrow().explained.to_vec());
        let jobs = files.into_iter().map(|(file, credit)| {
            let of = HandedIn::new(file, credit, purpose.clone());
            (of, Kind::Recognise(former.cloned()))
        });
        self.queue(jobs.collect());
    }

    /// Queues remembered files, with the remembered mappings and choices of readings.
    pub(crate) fn remind(&self, files: Vec<Credited>, explained: Vec<SavedMapping>, choices: Choices) {
        {
            let mut work = self.work.0.borrow_mut();
            work.choices = Rc::new(work.choices.or(&choices));
            work.explained = Rc::new(explained.clone());
        }
        self.hand_in_credited(files);
        self.tell(Action::KnowTables(explained, choices));
    }

    /// Queues a table to be read by its mapping.
    pub(crate) fn hand_in_explained(&self, task: &Rc<MappingTask>) {
        let purpose = Purpose::Mapped(task.preview.mapping.clone());
        let of = HandedIn::new(task.table.blob.clone(), None, purpose);
        self.queue(vec![(of, Kind::Mapped(Rc::clone(task)))]);
    }

    /// The queued files from which files with these names were read, directly or from an archive.
    pub(crate) fn handed_in(&self, names: &[String]) -> Vec<Credited> {
        let work = self.work.0.borrow();
        let files = work.handed_in.iter();
        let files = files.filter(|of| names.iter().any(|name| of.is_called(name)));
        files.map(|of| (of.file.clone(), of.credit.clone())).collect()
    }

    /// The user's own file with this name. For other files, the date of the last change is not known.
    pub(crate) fn handed_in_as(&self, name: &str) -> Option<File> {
        let files = self.handed_in(&[name.to_owned()]);
        let (file, credit) = files.into_iter().next()?;
        credit.is_none().then_some(file)
    }

    /// Whether files are being read.
    pub(crate) fn is_at_work(&self) -> bool {
        !self.work.0.borrow().jobs.is_empty()
    }

    /// Cancels everything and forgets all queued files.
    pub(crate) fn forget(&self) {
        self.work.0.take();
    }

    /// Applies the state's choices and mappings to files that are read from now on. Files in use that were read by
    /// other choices are read again.
    pub(crate) fn follow(&self, state: &State) {
        let choices = &state.settings.readings;
        let in_use = state.library.files().iter();
        let read_otherwise: Vec<&str> = in_use
            .filter(|file| !file.file.doubts.iter().all(|doubt| doubt.follows(choices)))
            .map(|file| file.file.name.as_str())
            .collect();
        let again: Vec<(HandedIn, Kind)> = {
            let mut work = self.work.0.borrow_mut();
            work.choices = Rc::clone(choices);
            work.explained = Rc::clone(&state.explained.0);
            let again = work.handed_in.iter_mut().filter(|of| {
                // What one attempt does not change, another would not change, either.
                let is_tried = of.tried.as_ref().is_some_and(|by| Rc::ptr_eq(by, choices));
                !is_tried && read_otherwise.iter().any(|name| of.is_called(name))
            });
            again
                .map(|of| {
                    of.tried = Some(Rc::clone(choices));
                    (of.clone(), Kind::Again)
                })
                .collect()
        };
        self.queue(again);
    }

    /// Cancels the files that are not read yet, and ends the worker: nothing is faster, and its memory is free at
    /// once.
    pub(crate) fn cancel(&self) {
        let given_up = {
            let mut work = self.work.0.borrow_mut();
            work.worker = None;
            std::mem::take(&mut work.jobs)
        };
        for job in given_up {
            let file = job.of.file.name();
            let given_up = Notice::Remark(words::cancelled(&file));
            self.note(&job, vec![Outcome::Notice(given_up)]);
        }
    }

    /// Starts a worker before there is a file for it.
    pub(crate) fn prepare(&self) {
        let mut work = self.work.0.borrow_mut();
        if work.worker.is_none() {
            let queue = self.clone();
            work.worker = Some(WorkerHandle::new(Rc::new(move |message| queue.on_message(message))));
        }
    }

    /// Queues the files of one drop.
    fn queue(&self, drop: Vec<(HandedIn, Kind)>) {
        let count = drop.len();
        if count == 0 {
            return;
        }
        self.tell(Action::FilesComing { count });
        let is_at_work = self.is_at_work();
        for (index, (mut of, kind)) in drop.into_iter().enumerate() {
            let mut work = self.work.0.borrow_mut();
            let name = of.file.name();
            let mut handed_in = work.handed_in.iter();
            if let Some(index) = handed_in.position(|other| other.file.name() == name) {
                let former = work.handed_in.remove(index);
                of.tried = former.tried;
                if former.file == of.file {
                    of.credit = of.credit.or(former.credit);
                }
            }
            work.handed_in.push(of.clone());
            let is_last = index + 1 == count;
            work.jobs.push_back(Job { of, kind, is_last });
        }
        if !is_at_work {
            self.give_next();
        }
    }

    /// Passes the first file to the worker, if there is a file and the worker is ready.
    fn give_next(&self) {
        self.prepare();
        let work = self.work.0.borrow();
        if let (Some(worker), Some(job)) = (&work.worker, work.jobs.front())
            && worker.is_ready()
        {
            let request = Request::Read(ReadRequest {
                purpose: job.of.purpose.clone(),
                // The choices in force now: a link may have been followed since the file was queued.
                choices: Choices::clone(&work.choices),
            });
            if let Err(error) = worker.ask_of_file(&request, job.of.file.as_ref()) {
                // Dispatched later, because the state must not change while `work` is borrowed.
                let queue = self.clone();
                spawn_local(async move { queue.on_message(FromWorker::Unreadable(format!("{error:?}"))) });
            }
        }
    }

    fn on_message(&self, message: FromWorker) {
        match message {
            FromWorker::Ready => self.give_next(),
            FromWorker::Progress { done, count } => self.tell_progress(done, count),
            FromWorker::Done(answer) => match Answer::from_bytes(&answer) {
                Some(answer) => self.go_on(|job| job.outcomes(answer)),
                None => self.lose_worker(words::UNREADABLE_ANSWER),
            },
            FromWorker::Unreadable(reason) => self.go_on(|job| {
                let words = words::browser_could_not_read(&job.of.file.name(), &reason);
                refused(words, words::CHOOSE_AGAIN)
            }),
            FromWorker::Stopped(reason) => self.lose_worker(&reason),
            FromWorker::NotFetched => self.go_on_without_worker(),
        }
    }

    /// Handles a worker that cannot be fetched: no file can be read. The next file is another attempt.
    fn go_on_without_worker(&self) {
        let waiting = {
            let mut work = self.work.0.borrow_mut();
            work.worker = None;
            std::mem::take(&mut work.jobs)
        };
        for job in waiting {
            let notice = Notice::NoWorker(job.of.file.name());
            self.note(&job, vec![Outcome::Notice(notice)]);
        }
    }

    /// Handles the end of the worker: the current file is lost, and the others go to a new worker.
    fn lose_worker(&self, reason: &str) {
        self.work.0.borrow_mut().worker = None;
        self.go_on(|job| {
            let words = words::worker_stopped(&job.of.file.name(), reason);
            refused(words, words::STARTED_AGAIN)
        });
    }

    fn tell_progress(&self, read: u64, rows: u64) {
        let progress = self.work.0.borrow().jobs.front().map(|job| Progress {
            file: job.of.file.name(),
            read,
            size: job.of.file.size(),
            rows,
        });
        if let Some(progress) = progress {
            self.tell(Action::Progress(progress));
        }
    }

    /// Stores the outcome of the current file and continues with the next.
    fn go_on(&self, outcomes: impl FnOnce(&Job) -> Vec<Outcome>) {
        let job = self.work.0.borrow_mut().jobs.pop_front();
        if let Some(job) = job {
            self.note(&job, outcomes(&job));
            self.give_next_after(&job);
        }
    }

    fn give_next_after(&self, job: &Job) {
        if job.of.file.size() > LARGE {
            // Ending the worker frees its memory.
            self.work.0.borrow_mut().worker = None;
        }
        if self.is_at_work() {
            self.give_next();
        }
    }

    /// Stores an outcome. After the last file of a drop, dispatches all of its outcomes.
    fn note(&self, job: &Job, outcomes: Vec<Outcome>) {
        let of_drop = {
            let mut work = self.work.0.borrow_mut();
            work.outcomes.extend(outcomes);
            job.is_last.then(|| std::mem::take(&mut work.outcomes))
        };
        if let Some(outcomes) = of_drop {
            self.tell(Action::FilesRead(outcomes));
        }
    }

    fn tell(&self, action: Action) {
        self.dispatcher.dispatch(action);
    }
}

impl HandedIn {
    const fn new(file: File, credit: Option<Rc<str>>, purpose: Purpose) -> Self {
        Self {
            file,
            credit,
            purpose,
            tried: None,
        }
    }

    /// Whether a name is that of the file, or of a file in this archive.
    fn is_called(&self, name: &str) -> bool {
        let rest = name.strip_prefix(&self.file.name());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl Job {
    /// The outcome for the file, or for each file in an archive.
    fn outcomes(&self, mut answer: Answer) -> Vec<Outcome> {
        for read in &mut answer.files {
            read.credit.clone_from(&self.of.credit);
        }
        let files = answer.files.into_iter();
        let mut outcomes: Vec<Outcome> = match &self.kind {
            Kind::Recognise(former) => files.map(|file| Outcome::Read(file, former.clone())).collect(),
            Kind::Mapped(task) => files.map(|file| Outcome::Explained(file, Rc::clone(task))).collect(),
            Kind::Again => files.map(Outcome::ReadAgain).collect(),
        };
        let mut notices = Vec::new();
        let mut refused = answer.refused.into_iter();
        if let Kind::Recognise(former) = &self.kind {
            // For a file that is read again, the other files of its archive are known already.
            if !answer.skipped.is_empty() {
                notices.push(Notice::SkippedFiles(answer.skipped));
            }
            // Only a file that is itself a table can be explained, and it has exactly one error.
            if !answer.start.is_empty()
                && let Some(refusal) = refused.next()
            {
                let table = Table::new(&self.of.file, answer.start, former.clone());
                notices.push(Notice::Unexplained(refusal, table));
            }
        }
        notices.extend(refused.map(Notice::Refused));
        outcomes.extend(notices.into_iter().map(Outcome::Notice));
        outcomes
    }
}

/// The outcome for a file that was not read.
fn refused(words: String, remedy: &str) -> Vec<Outcome> {
    vec![Outcome::Notice(Notice::Refused(Refusal {
        words,
        remedy: remedy.to_owned(),
        ..Refusal::default()
    }))]
}
