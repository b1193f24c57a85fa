//! The page's side: files wait here, one is with the worker, and the state is told of each drop as a
//! whole.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::file::File;
use read::layout::{Answer, Purpose, ReadRequest, Refusal, SavedMapping};
use records::Choices;
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

/// Bytes of a file after which the worker, whose memory never shrinks, is not kept.
const LARGE: u64 = 64 * 1024 * 1024;

/// How far the file in hand has been read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Progress {
    pub(crate) file: String,
    /// Bytes read, and bytes in all.
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

/// Where files are handed in.
#[derive(Clone, PartialEq)]
pub(crate) struct ReadingQueue {
    dispatcher: UseReducerDispatcher<State>,
    work: Shared<Rc<RefCell<Work>>>,
}

#[derive(Default)]
struct Work {
    worker: Option<WorkerHandle>,
    /// The files to read, the one in hand first.
    jobs: VecDeque<Job>,
    /// What became of those files of a drop that are read.
    outcomes: Vec<Outcome>,
    /// The files handed in so far, by name the last of each: to be remembered, and to be read again.
    handed_in: Vec<HandedIn>,
    /// What the user chose where files allow several readings.
    choices: Rc<Choices>,
    /// Tables that the user has explained: files may have the same columns.
    explained: Rc<Vec<SavedMapping>>,
}

/// A file with what has to be said of it where it is not the user's own.
pub(crate) type Credited = (File, Option<Rc<str>>);

#[derive(Clone)]
struct HandedIn {
    file: File,
    credit: Option<Rc<str>>,
    purpose: Purpose,
    /// The choices that it was last read again for. The same choice made once more is another try: the last one may have
    /// been cancelled or refused.
    tried: Option<Rc<Choices>>,
}

/// A file to read.
struct Job {
    of: HandedIn,
    kind: Kind,
    /// Whether it is the last of those that were dropped together: then the state hears of them all.
    is_last: bool,
}

/// What a file was handed in for.
enum Kind {
    /// To be recognised, and to replace a former file, if any.
    Recognise(Option<Rc<SourceFile>>),
    /// Its columns are explained. The task knows what its table is to replace.
    Mapped(Rc<MappingTask>),
    /// To be read by other choices than before.
    Again,
}

/// The page's queue of files to read.
#[hook]
pub(crate) fn use_reading_queue(state: &UseReducerHandle<State>) -> ReadingQueue {
    let work = use_memo((), |()| RefCell::default());
    ReadingQueue {
        dispatcher: state.dispatcher(),
        work: Shared(work),
    }
}

impl ReadingQueue {
    /// Takes the files of one drop, which may be meant to replace a former file.
    pub(crate) fn hand_in(&self, files: Vec<File>, former: Option<&Rc<SourceFile>>) {
        let files = files.into_iter().map(|file| (file, None));
        self.recognise(files.collect(), former);
    }

    /// Takes files that may not be the user's own.
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

    /// Takes files that are remembered from another time, with what was known of tables and which readings were chosen.
    pub(crate) fn remind(
        &self,
        files: Vec<Credited>,
        explained: Vec<SavedMapping>,
        choices: Choices,
    ) {
        {
            let mut work = self.work.0.borrow_mut();
            work.choices = Rc::new(work.choices.or(&choices));
            work.explained = Rc::new(explained.clone());
        }
        self.hand_in_credited(files);
        self.tell(Action::KnowTables(explained, choices));
    }

    /// Takes a table whose columns are explained.
    pub(crate) fn hand_in_explained(&self, task: &Rc<MappingTask>) {
        let purpose = Purpose::Mapped(task.preview.mapping.clone());
        let of = HandedIn::new(task.table.blob.clone(), None, purpose);
        self.queue(vec![(of, Kind::Mapped(Rc::clone(task)))]);
    }

    /// The files that were handed in of which these names are in use: their own, or of files in an archive.
    pub(crate) fn handed_in(&self, names: &[String]) -> Vec<Credited> {
        let work = self.work.0.borrow();
        let files = work.handed_in.iter();
        let files = files.filter(|of| names.iter().any(|name| of.is_called(name)));
        files
            .map(|of| (of.file.clone(), of.credit.clone()))
            .collect()
    }

    /// The user's own file that was handed in of which a name is in use. Of others nobody knows when they were changed.
    pub(crate) fn handed_in_as(&self, name: &str) -> Option<File> {
        let files = self.handed_in(&[name.to_owned()]);
        let (file, credit) = files.into_iter().next()?;
        credit.is_none().then_some(file)
    }

    /// Whether files are being read.
    pub(crate) fn is_at_work(&self) -> bool {
        !self.work.0.borrow().jobs.is_empty()
    }

    /// Gives up what is not read yet, and forgets what has been.
    pub(crate) fn forget(&self) {
        self.work.0.take();
    }

    /// From now on files are read by the choices of the state and what it knows of tables. Those in use that were read
    /// by other choices are read again.
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
                // What one attempt does not change another would not, either.
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

    /// Gives up the files that are not read yet. The worker goes with them: nothing is faster, and
    /// its memory is free at once.
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

    /// Has a worker at hand before there is a file for it.
    pub(crate) fn prepare(&self) {
        let mut work = self.work.0.borrow_mut();
        if work.worker.is_none() {
            let queue = self.clone();
            work.worker = Some(WorkerHandle::new(Rc::new(move |message| {
                queue.on_message(message)
            })));
        }
    }

    /// Takes the files of one drop.
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

    /// Gives the first file to the worker, if one waits and the worker is ready for it.
    fn give_next(&self) {
        self.prepare();
        let work = self.work.0.borrow();
        if let (Some(worker), Some(job)) = (&work.worker, work.jobs.front())
            && worker.is_ready()
        {
            let request = Request::Read(ReadRequest {
                purpose: job.of.purpose.clone(),
                // The choices of now: an address may have been followed since the file came.
                choices: Choices::clone(&work.choices),
            });
            if let Err(error) = worker.ask_of_file(&request, job.of.file.as_ref()) {
                // FromWorker in its own turn: the state must not change while work is borrowed.
                let queue = self.clone();
                spawn_local(async move {
                    queue.on_message(FromWorker::Unreadable(format!("{error:?}")))
                });
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
        }
    }

    /// The worker is dead: the file in hand is lost, the others go to a new one.
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

    /// Notes what became of the file in hand and goes on to the next.
    fn go_on(&self, outcomes: impl FnOnce(&Job) -> Vec<Outcome>) {
        let job = self.work.0.borrow_mut().jobs.pop_front();
        if let Some(job) = job {
            self.note(&job, outcomes(&job));
            self.give_next_after(&job);
        }
    }

    fn give_next_after(&self, job: &Job) {
        if job.of.file.size() > LARGE {
            // What it took is given back to the browser with the worker.
            self.work.0.borrow_mut().worker = None;
        }
        if self.is_at_work() {
            self.give_next();
        }
    }

    /// Notes what became of a file; after the last of its drop the state is told of all.
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

    /// Whether a name is that of the file, or of one in that archive.
    fn is_called(&self, name: &str) -> bool {
        let rest = name.strip_prefix(&self.file.name());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl Job {
    /// What became of the file, and of each file in it where it is an archive.
    fn outcomes(&self, mut answer: Answer) -> Vec<Outcome> {
        for read in &mut answer.files {
            read.credit.clone_from(&self.of.credit);
        }
        let files = answer.files.into_iter();
        let mut outcomes: Vec<Outcome> = match &self.kind {
            Kind::Recognise(former) => files
                .map(|file| Outcome::Read(file, former.clone()))
                .collect(),
            Kind::Mapped(task) => files
                .map(|file| Outcome::Explained(file, Rc::clone(task)))
                .collect(),
            Kind::Again => files.map(Outcome::ReadAgain).collect(),
        };
        let mut notices = Vec::new();
        let mut refused = answer.refused.into_iter();
        if let Kind::Recognise(former) = &self.kind {
            // Of a file that is read again it is known what else an archive holds.
            if !answer.skipped.is_empty() {
                notices.push(Notice::SkippedFiles(answer.skipped));
            }
            // Only a file that is itself a table can be explained, and it gives one error.
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

/// A file that was not read.
fn refused(words: String, remedy: &str) -> Vec<Outcome> {
    vec![Outcome::Notice(Notice::Refused(Refusal {
        words,
        remedy: remedy.to_owned(),
        ..Refusal::default()
    }))]
}
