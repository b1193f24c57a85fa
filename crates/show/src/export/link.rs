//! The user's settings as part of the address: what differs from the defaults, never data.
//!
//! `#method?weight=pupils&area=Cornwall=908` is the page Method under those rules. Files are identified by the start of
//! their fingerprints, so that the page can detect when other files are open. A user's own spreadsheet is identified by
//! its name and length, because figures in it may have to be withheld.

use method::{From, SETTINGS, Setting, Settings};
use records::model::SourceFile;
use records::terms::AcademicYear;
use records::terms::address::{decoded, encoded};
use records::terms::letters::shortened;
use records::{Fingerprint, Fingerprinting};

/// The number of fingerprint digits that identify a file.
const FILE_DIGITS: usize = 8;

/// Letters of a file's name that an address holds.
const MOST_OF_NAME: usize = 60;

/// The keys for files in an address.
const NAMES: &str = "file";
const FILES: &str = "files";

/// The contents of an address.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LinkContents {
    /// What the user chose.
    pub settings: Settings,
    /// The files in use by the beginnings of their fingerprints, in order.
    pub files: Vec<String>,
    /// What the user knows them by, as [`file_name`] has it: who opens the link without the files learns which it
    /// wants.
    pub names: Vec<String>,
}

/// The part of an address after `?`; empty if all settings are the defaults.
///
/// ```
/// use show::export::link::{LinkContents, write};
/// assert_eq!(write(&LinkContents::default()), "");
/// let mut said = LinkContents::default();
/// said.settings.rules.min_years = 1;
/// assert_eq!(write(&said), "min-years=1");
/// ```
#[must_use]
pub fn write(said: &LinkContents) -> String {
    let usual = Settings::default();
    let mut pairs = Vec::new();
    for setting in SETTINGS {
        let values = setting.values(&said.settings);
        if values != setting.values(&usual) {
            let values = values.into_iter();
            pairs.extend(values.map(|value| (setting.key, value)));
        }
    }
    pairs.extend(said.names.iter().map(|name| (NAMES, name.clone())));
    if !said.files.is_empty() {
        pairs.push((FILES, said.files.join(",")));
    }
    let pairs = pairs.into_iter();
    let pairs: Vec<String> = pairs.map(|(key, value)| format!("{key}={}", encoded(&value))).collect();
    pairs.join("&")
}

/// How an address names a file: the first eight digits of its fingerprint.
///
/// ```
/// use show::export::link::file_key;
/// use records::Fingerprint;
/// let fingerprint = Fingerprint::parse("fbcea83c8a378bf1").unwrap();
/// assert_eq!(file_key(fingerprint), "fbcea83c");
/// ```
#[must_use]
pub fn file_key(fingerprint: Fingerprint) -> String {
    let mut digits = fingerprint.to_string();
    digits.truncate(FILE_DIGITS);
    digits
}

/// How an address calls a file: by its name, shortened where it is very long, and its year.
///
/// ```
/// use show::export::link::file_name;
/// use records::terms::AcademicYear;
/// let year = AcademicYear::ending(2023);
/// assert_eq!(file_name("trusts.csv", year), "trusts.csv, 2022/23");
/// assert_eq!(file_name("links.csv", None), "links.csv");
/// ```
#[must_use]
pub fn file_name(name: &str, year: Option<AcademicYear>) -> String {
    let name = shortened(name, MOST_OF_NAME);
    match year {
        Some(year) => format!("{name}, {year}"),
        None => name.into_owned(),
    }
}

/// The identifier of a file in an address; `None` for made-up data. A spreadsheet of the user's own is named by its
/// name and length: by a fingerprint of what it holds, whoever has the rest of it could try which figures are withheld.
#[must_use]
pub fn key_of(file: &SourceFile) -> Option<String> {
    let fingerprint = file.fingerprint?;
    if !file.is_own {
        return Some(file_key(fingerprint));
    }
    let mut taken = Fingerprinting::default();
    taken.push(file.name.as_bytes());
    taken.push(file.rows.to_string().as_bytes());
    Some(file_key(taken.finish()))
}

/// What an address says; what cannot be read is as by default and is given beside it, as the address has it.
///
/// ```
/// use show::export::link::{read, write};
/// let (said, unread) = read("weight=pupils&min-years=many");
/// assert_eq!(write(&said), "weight=pupils");
/// assert_eq!(unread, ["min-years=many"]);
/// ```
#[must_use]
pub fn read(query: &str) -> (LinkContents, Vec<String>) {
    let mut said = LinkContents::default();
    let mut unread = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decoded(value);
        let is_read = match Setting::of(key) {
            Some(setting) => setting.read(&mut said.settings, &value, From::Page).is_ok(),
            None => read_files(&mut said, key, value),
        };
        if !is_read {
            unread.push(decoded(pair));
        }
    }
    (said, unread)
}

/// Reads the parameters for files. Returns whether it could.
fn read_files(said: &mut LinkContents, key: &str, value: String) -> bool {
    match key {
        NAMES if !value.is_empty() => said.names.push(value),
        FILES if value.split(',').all(is_file_key) => {
            said.files = value.split(',').map(str::to_owned).collect();
        }
        _ => return false,
    }
    true
}

fn is_file_key(text: &str) -> bool {
    text.len() == FILE_DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
