//! Parses the list.

use std::fmt;
use std::rc::Rc;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use super::address::check;
use super::{EntryFault, Fault, Offer, Offers};
use crate::words::list as words;

/// The most bytes in a list.
pub(crate) const LARGEST: usize = 256 * 1024;

/// The most data sets in a list.
pub const MOST_OFFERS: usize = 100;

/// The most files of a data set.
pub const MOST_FILES: usize = 20;

/// The most bytes of a title, a year, a source, a licence or a file's name. A character beyond ASCII takes two or more.
pub(crate) const LONGEST: usize = 300;

/// The keys of an entry's texts.
const TEXTS: [&str; 4] = ["title", "year", "source", "licence"];

/// The key of an entry's files: one name, or a list of those that belong together.
const FILE: &str = "file";

/// The list as written.
struct Entries(Vec<Entry>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Entries;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(words::ENTRIES)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Entries, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = list.next_element()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}

/// An entry as written: keys, each with its texts. It is a list, so that repeated and unknown keys can be named and
/// affect only that entry.
struct Entry(Vec<(String, Vec<String>)>);

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntryVisitor)
    }
}

struct EntryVisitor;

impl<'de> Visitor<'de> for EntryVisitor {
    type Value = Entry;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(words::ENTRY)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entry, A::Error> {
        let mut keys = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            let texts = if name == FILE {
                map.next_value::<Files>()?.0
            } else if TEXTS.contains(&name.as_str()) {
                vec![map.next_value()?]
            } else {
                map.next_value::<IgnoredAny>()?;
                Vec::new()
            };
            keys.push((name, texts));
        }
        Ok(Entry(keys))
    }
}

/// One file name, or a list of those that belong together.
struct Files(Vec<String>);

impl<'de> Deserialize<'de> for Files {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FilesVisitor)
    }
}

struct FilesVisitor;

impl<'de> Visitor<'de> for FilesVisitor {
    type Value = Files;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(words::FILES)
    }

    fn visit_str<E>(self, file: &str) -> Result<Files, E> {
        Ok(Files(vec![file.to_owned()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Files, A::Error> {
        let mut files = Vec::new();
        while let Some(file) = list.next_element()? {
            files.push(file);
        }
        Ok(Files(files))
    }
}

pub(super) fn read(text: &str) -> Offers {
    if text.len() > LARGEST {
        return Offers::none(Fault::TooLarge);
    }
    // Some editors put a byte order mark before the text, which JSON does not allow.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let entries = match serde_json::from_str(text) {
        Ok(Entries(entries)) => entries,
        Err(error) => {
            let reason = match error.classify() {
                Category::Eof => words::ends_too_early(error.line()),
                _ => error.to_string(),
            };
            return Offers::none(Fault::NotRead { reason });
        }
    };
    let mut read = Offers::default();
    if entries.len() > MOST_OFFERS {
        read.faults.push(Fault::TooMany(entries.len()));
    }
    for (index, entry) in entries.into_iter().take(MOST_OFFERS).enumerate() {
        let title = entry.text("title").unwrap_or_default();
        match entry.offer() {
            Ok(offer) => read.offers.push(Rc::new(offer)),
            Err(reason) => read.faults.push(Fault::Entry {
                number: index + 1,
                title,
                reason,
            }),
        }
    }
    read
}

impl Entry {
    fn offer(self) -> Result<Offer, EntryFault> {
        for (index, (name, _)) in self.0.iter().enumerate() {
            if name != FILE && !TEXTS.contains(&name.as_str()) {
                return Err(EntryFault::Unknown(name.clone()));
            }
            let mut before = self.0.iter().take(index);
            if before.any(|(other, _)| other == name) {
                return Err(EntryFault::Twice(name.clone()));
            }
        }
        let [title, year, source, licence] = TEXTS.map(|what| self.required_text(what));
        Ok(Offer {
            title: title?,
            year: year?,
            source: source?,
            licence: licence?,
            files: self.files()?,
        })
    }

    fn text(&self, name: &str) -> Option<String> {
        let mut keys = self.0.iter();
        let (_, texts) = keys.find(|(other, _)| other == name)?;
        texts.first().map(|text| in_a_line(text))
    }

    /// A text that the entry must have.
    fn required_text(&self, what: &'static str) -> Result<String, EntryFault> {
        let text = self.text(what).filter(|text| !text.is_empty());
        let text = text.ok_or(EntryFault::Lacks(what))?;
        if text.len() > LONGEST {
            return Err(EntryFault::TooLong(what));
        }
        Ok(text)
    }

    fn files(self) -> Result<Vec<String>, EntryFault> {
        let mut keys = self.0.into_iter();
        let found = keys.find(|(name, _)| name == FILE);
        let files = found.map_or_else(Vec::new, |(_, files)| files);
        if files.is_empty() {
            return Err(EntryFault::Lacks(FILE));
        }
        if files.len() > MOST_FILES {
            return Err(EntryFault::TooManyFiles(files.len()));
        }
        for (index, file) in files.iter().enumerate() {
            if file.len() > LONGEST {
                return Err(EntryFault::TooLong(FILE));
            }
            check(file).map_err(|reason| EntryFault::File {
                file: file.clone(),
                reason,
            })?;
            if files.iter().take(index).any(|before| before == file) {
                return Err(EntryFault::Twice(file.clone()));
            }
        }
        Ok(files)
    }
}

/// A text on one line, with single blanks and none at its ends.
fn in_a_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
