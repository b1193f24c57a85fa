//! The state in the address, and the files that a link names.

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
    /// Applies the contents of an address, unless they are already in force.
    pub(super) fn follow_link(&mut self, hash: &str) {
        if let Some(words) = not_understood(hash) {
            self.remark(words);
        }
        let (_, query) = parts(hash);
        if link::write(&self.link_contents()) == query {
            return;
        }
        let (said, unread) = link::read(query);
        if !unread.is_empty() {
            self.remark(words::link_not_understood(&all_of(&unread)));
        }
        self.apply_settings(said.settings.clone());
        let (files, _) = self.files_in_use();
        if !said.files.iter().all(|file| files.contains(file)) {
            self.announce_awaited_files(&said);
            self.awaited = Some(Rc::new(said));
        }
        self.keep_rules_possible();
    }

    pub(super) fn apply_settings(&mut self, settings: Settings) {
        // Equal choices are no reason to try again to read a file that could not be read by them.
        if self.settings.readings != settings.readings {
            self.read_by(Rc::clone(&settings.readings));
        }
        self.settings = Settings {
            readings: Rc::clone(&self.settings.readings),
            ..settings
        };
    }

    /// The files in use, as keys in links and as names for the user, without repetition.
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

    /// Checks whether the files that a link names are here now. If they are, the page shows what the link says.
    pub(super) fn compare_with_link(&mut self) {
        let Some(said) = self.awaited.clone() else {
            return;
        };
        let (files, _) = self.files_in_use();
        let are_on_their_way = files.iter().all(|file| said.files.contains(file));
        if are_on_their_way && files.len() == said.files.len() {
            self.apply_settings(said.settings.clone());
            self.awaited = None;
            return;
        }
        self.announce_awaited_files(&said);
        if !are_on_their_way {
            // Announced once: the user goes on with these files.
            self.awaited = None;
        }
    }

    /// Announces which files the link was made with, because those here differ.
    fn announce_awaited_files(&mut self, said: &LinkContents) {
        let (files, names) = self.files_in_use();
        let named = all_of(&said.files);
        let wanted = if said.names.is_empty() {
            // Links from older versions do not have names.
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

    /// Keeps a choice that the user makes while files are awaited.
    pub(super) fn keep_choice_for_link(&mut self) {
        if let Some(awaited) = &self.awaited {
            let (files, names) = (awaited.files.clone(), awaited.names.clone());
            self.awaited = Some(Rc::new(LinkContents {
                files,
                names,
                ..self.link_contents()
            }));
        }
    }

    /// The contents of an address for this state: settings, the files in use or awaited, and the year if it is not
    /// the newest.
    pub(crate) fn link_contents(&self) -> LinkContents {
        let (files, names) = match (&self.awaited, self.library.origin()) {
            (_, Origin::Files) => self.files_in_use(),
            (Some(awaited), Origin::Demonstration) => (awaited.files.clone(), awaited.names.clone()),
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
