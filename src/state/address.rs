//! What an address says, and the files that it names.

use std::rc::Rc;

use method::Settings;
use records::model::Origin;
use records::terms::listed;
use records::terms::order::sorted;
use show::export::link::{self, LinkContents};

use crate::route::{not_understood, parts};
use crate::words::state as words;

use super::State;

impl State {
    /// Takes on what an address says, unless it says what is so already.
    pub(super) fn follow_link(&mut self, hash: &str) {
        if let Some(words) = not_understood(hash) {
            self.remark(words);
        }
        let (_, query) = parts(hash);
        if link::write(&self.said()) == query {
            return;
        }
        let (said, unread) = link::read(query);
        if !unread.is_empty() {
            self.remark(words::link_not_understood(&all_of(&unread)));
        }
        self.take_on(said.settings.clone());
        let (files, _) = self.files_in_use();
        if !said.files.iter().all(|file| files.contains(file)) {
            self.say_what_link_names(&said);
            self.awaited = Some(Rc::new(said));
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

    /// The files in use, as a link names them and as the user knows them, each once.
    fn files_in_use(&self) -> (Vec<String>, Vec<String>) {
        let files = self.library.files().iter();
        let named = files.filter_map(|file| {
            let key = link::key_of(&file.file)?;
            let newest = file.years().into_iter().flatten().max();
            Some((key, link::file_name(&file.file.name, newest)))
        });
        let mut named = sorted(named.collect(), Ord::cmp);
        named.dedup_by(|one, other| one.0 == other.0);
        named.into_iter().unzip()
    }

    /// The files that an opened link names may be here now: then the page shows what the link says.
    pub(super) fn compare_with_link(&mut self) {
        let Some(said) = self.awaited.clone() else {
            return;
        };
        let (files, _) = self.files_in_use();
        let are_on_their_way = files.iter().all(|file| said.files.contains(file));
        if are_on_their_way && files.len() == said.files.len() {
            self.take_on(said.settings.clone());
            self.awaited = None;
            return;
        }
        self.say_what_link_names(&said);
        if !are_on_their_way {
            // Said once: the user goes on with these files.
            self.awaited = None;
        }
    }

    /// Says of which files the opened link is, since those here are others.
    fn say_what_link_names(&mut self, said: &LinkContents) {
        let (files, names) = self.files_in_use();
        let named = all_of(&said.files);
        let wanted = if said.names.is_empty() {
            // Links of before files had names in them.
            words::files_of(said.files.len(), &named)
        } else {
            all_of(&said.names)
        };
        self.remark(if files.is_empty() {
            words::files_awaited(said.files.len(), &wanted)
        } else if files.iter().all(|file| said.files.contains(file)) {
            words::further_files_awaited(&wanted, &all_of(&names))
        } else {
            words::other_files(&wanted, &named, &all_of(&files))
        });
    }

    /// What the user chooses while files are awaited holds when they come.
    pub(super) fn keep_choice_for_link(&mut self) {
        if let Some(awaited) = &self.awaited {
            let (files, names) = (awaited.files.clone(), awaited.names.clone());
            self.awaited = Some(Rc::new(LinkContents {
                files,
                names,
                ..self.said()
            }));
        }
    }

    /// What an address says of this: the files in use, or those that are awaited, and the year where it is not the
    /// newest.
    pub(crate) fn said(&self) -> LinkContents {
        let (files, names) = match (&self.awaited, self.library.origin()) {
            (_, Origin::Files) => self.files_in_use(),
            (Some(awaited), Origin::Demonstration) => {
                (awaited.files.clone(), awaited.names.clone())
            }
            (None, Origin::Demonstration) => Default::default(),
        };
        let (shown, newest) = (self.data(), self.library.newest());
        let year = shown.and_then(|shown| shown.year);
        let is_older = newest.is_some_and(|newest| newest.year != year);
        LinkContents {
            settings: Settings {
                year: year.filter(|_| is_older).map(Some),
                ..self.settings.clone()
            },
            files,
            names,
        }
    }
}

fn all_of(names: &[String]) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    listed(&names)
}
