//! `trust-gap datasets`: checks the data sets of a hosted page.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use trust_gap::hosting::{LIST, Offers};
use trust_gap::layout::open_file;
use trust_gap::model::Library;
use trust_gap::terms::counted;

/// Checks the folder's list and every file that it names. Prints the names of all files that belong next to the page,
/// one per line. If anything is wrong, reports it and prints nothing.
pub(crate) fn run(folder: &Path) -> Result<(), String> {
    let offers = read_list(folder)?;
    let names: BTreeSet<&str> = offers
        .offers
        .iter()
        .flat_map(|offer| offer.files.iter().map(String::as_str))
        .collect();
    let mut faults: Vec<String> = offers
        .faults
        .iter()
        .map(|fault| format!("{fault} {}", fault.remedy()))
        .collect();
    let mut library = Library::default();
    for name in &names {
        faults.extend(read(folder, name, &mut library));
    }
    if !faults.is_empty() {
        return Err(faults.join("\n"));
    }
    warn_of_missing_years(&library);
    eprintln!(
        "trust-gap: {} in {} can be offered",
        counted(offers.offers.len(), "data set"),
        counted(names.len(), "file")
    );
    let lines = [LIST].into_iter().chain(names);
    crate::print(&lines.map(|name| format!("{name}\n")).collect::<String>())
}

fn read_list(folder: &Path) -> Result<Offers, String> {
    let path = folder.join(LIST);
    match fs::read(&path) {
        Ok(bytes) => Ok(Offers::read(&String::from_utf8_lossy(&bytes))),
        Err(error) => Err(format!(
            "{}: {error}. Give the folder that contains {LIST} and its files.",
            path.display()
        )),
    }
}

/// The fault of a file, if any. Otherwise its records are added to the library.
fn read(folder: &Path, name: &str, library: &mut Library) -> Vec<String> {
    let bytes = match fs::read(folder.join(name)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return vec![format!(
                "{name}: {LIST} names this file, but it is not in the folder. Add it, or remove it from {LIST}."
            )];
        }
        Err(error) => return vec![format!("{name}: {error}.")],
    };
    let opened = open_file(name, &bytes);
    for file in opened.files {
        library.add(file);
    }
    let refused = opened.refused.iter();
    refused.map(|error| format!("{error} {}", error.remedy())).collect()
}

/// Warns of files that do not state their year: visitors could state it, but should not have to.
fn warn_of_missing_years(library: &Library) {
    let files = library.files_without_year();
    if !files.is_empty() {
        eprintln!(
            "trust-gap: {files} does not state its year, so visitors will be asked. Put the year in the name of the \
            file or its folder, such as 2022-23/schools.csv"
        );
    }
}
