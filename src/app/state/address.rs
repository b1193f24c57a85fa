//! What an address says, and the files that it names.

use std::rc::Rc;

use crate::app::place::{not_understood, parts};
use crate::export::link::{self, Said};
use crate::method::Settings;
use crate::model::Origin;
use crate::terms::order::sorted;
use crate::terms::{AcademicYear, listed};
use crate::words::app::state::address as words;

use super::{Notice, State};

impl State {
    /// Takes on what an address says, unless it says what is so already.
    pub(super) fn follow_link(&mut self, hash: &str) {
        if let Some(words) = not_understood(hash) {
            self.notice(Notice::Remark(words));
        }
        let (_, query) = parts(hash);
        if link::write(&self.said()) != query {
            self.follow_query(query);
        }
    }

    fn follow_query(&mut self, query: &str) {
        let (said, unread) = link::read(query);
        if !unread.is_empty() {
            let unread: Vec<&str> = unread.iter().map(String::as_str).collect();
            self.notice(Notice::Remark(words::link_not_understood(&listed(&unread))));
        }
        self.take_on(said.settings.clone());
        let files = self.fingerprints();
        if !said.files.iter().all(|file| files.contains(file)) {
            self.awaited = Some(Rc::new(said));
            self.say_what_link_names(&files);
        }
        self.keep_rules_possible();
    }

    /// From now on these settings hold.
    pub(super) fn take_on(&mut self, settings: Settings) {
        // The same choices are no reason to try again what could not be read by them.
        if self.settings.readings != settings.readings {
            self.read_by(Rc::clone(&settings.readings));
        }
        self.settings = Settings {
            readings: Rc::clone(&self.settings.readings),
            ..settings
        };
    }

    /// The files in use, as a link names them.
    fn fingerprints(&self) -> Vec<String> {
        self.files_in_use()
            .into_iter()
            .map(|(key, _)| key)
            .collect()
    }

    /// The files in use, as a link names them and as the user knows them, each once.
    fn files_in_use(&self) -> Vec<(String, String)> {
        let files = self.library.files().iter();
        let named: Vec<(String, String)> = files
            .filter_map(|file| {
                let key = link::key_of(&file.file)?;
                let newest = file.years().into_iter().flatten().max();
                Some((key, link::file_name(&file.file.name, newest)))
            })
            .collect();
        let mut named = sorted(named, Ord::cmp);
        named.dedup_by(|one, other| one.0 == other.0);
        named
    }

    /// The files that an opened link names may be here now: then the page shows what the link says.
    pub(super) fn compare_with_link(&mut self) {
        if let Some(said) = self.awaited.clone() {
            self.compare_files(&said);
        }
    }

    fn compare_files(&mut self, said: &Said) {
        let files = self.fingerprints();
        let is_on_its_way = files.iter().all(|file| said.files.contains(file));
        if !is_on_its_way {
            // Said once: the user goes on with these files.
            self.say_what_link_names(&files);
            self.awaited = None;
        } else if files.len() == said.files.len() {
            self.take_on(said.settings.clone());
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
        let named = keys(&said.files);
        let wanted = if said.names.is_empty() {
            // Links of before files had names in them.
            words::files_of(said.files.len(), &named)
        } else {
            keys(&said.names)
        };
        let words = if files.is_empty() {
            words::files_awaited(said.files.len(), &wanted)
        } else if files.iter().all(|file| said.files.contains(file)) {
            let here: Vec<String> = self
                .files_in_use()
                .into_iter()
                .map(|(_, name)| name)
                .collect();
            words::further_files_awaited(&wanted, &keys(&here))
        } else {
            words::other_files(&wanted, &named, &keys(files))
        };
        self.notice(Notice::Remark(words));
    }

    /// What the user chooses while files are awaited holds when they come.
    pub(super) fn keep_choice_for_link(&mut self) {
        if let Some(awaited) = &self.awaited {
            let (files, names) = (awaited.files.clone(), awaited.names.clone());
            self.awaited = Some(Rc::new(Said {
                files,
                names,
                ..self.said()
            }));
        }
    }

    /// The files that the address names, in both ways: those in use, or those that are awaited.
    fn files_named(&self) -> (Vec<String>, Vec<String>) {
        match (&self.awaited, self.library.origin()) {
            (_, Origin::Files) => self.files_in_use().into_iter().unzip(),
            (Some(awaited), Origin::Demonstration) => {
                (awaited.files.clone(), awaited.names.clone())
            }
            (None, Origin::Demonstration) => Default::default(),
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
    pub(in crate::app) fn said(&self) -> Said {
        let (files, names) = self.files_named();
        let settings = Settings {
            year: self.older_year().map(Some),
            ..self.settings.clone()
        };
        Said {
            settings,
            files,
            names,
        }
    }
}
