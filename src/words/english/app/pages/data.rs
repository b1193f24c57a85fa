//! The page on the files.

use std::fmt::Display;

use crate::terms::{counted, grouped};

pub(crate) use super::{OF_WHICH_YEAR, REMOVE, remove};

pub(crate) const THE_DATA: &str = "The data";
pub(crate) const LEAD: &str = "Files are read here, in your browser, and kept in its memory until you close the page, unless you have them remembered below.";
pub(crate) const NO_PROBLEMS: &str = "None: every row and every value was read.";
/// What heads the columns of the files.
pub(crate) const HEADS: [&str; 6] = [FILE, "Recognised as", "Year", "Read", "Letters", "Problems"];
pub(crate) const FILES: &str = "Files";
pub(crate) const FILES_IN_USE: &str = "Files in use";
pub(crate) const CHANGE: &str = "Change";
pub(crate) const ANOTHER_IS_SHOWN: &str = " (another file of that year is shown)";
pub(crate) const REPLACE: &str = "Replace";
pub(crate) const NO_YEAR_TOLD: &str = "Neither the file nor its name tells.";
pub(crate) const LINKS_ARE_A_SNAPSHOT: &str = "The group links are a snapshot of present members: a school that has moved since is shown in its \
                   new trust from the day it joined that, and where it was before is not recorded.";
pub(crate) const PROBLEMS_IN_THE_FILES: &str = "Problems in the files";
pub(crate) const FILE: &str = "File";
pub(crate) const LINE: &str = "Line";
pub(crate) const COLUMN: &str = "Column";
pub(crate) const VALUE: &str = "Value";
pub(crate) const PROBLEM: &str = "Problem";
pub(crate) const WHAT_TO_DO: &str = "What to do";
pub(crate) const LINKS_ARE_MISSING: &str =
    "The group links are missing: add all group links of Get Information About Schools.";
pub(crate) const YOUR_OWN_SPREADSHEET: &str = "Your own spreadsheet";
pub(crate) const OWN_SPREADSHEET_NOTE: &str = "Fill in the template, a row for each school: its number, its authority or region, pupils and figures. \
                   Which trust it is in, since when, may be left to the group links. Or drop any table, saved as CSV, \
                   and say what its columns are. It is shown before the Department\u{2019}s file of the same year.";
pub(crate) const TEMPLATE: &str = "Template";
pub(crate) const DOWNLOAD_TEMPLATE: &str = "Download trust-gap-template.csv";

pub(crate) fn further_problems_not_kept(count: usize) -> String {
    let problems = counted(count, "further problem");
    format!("{problems} of the same files are not kept.")
}

pub(crate) fn made_up(name: impl Display) -> String {
    format!("{name} (made up)")
}

pub(crate) fn replace(name: impl Display) -> String {
    format!("Replace {name}")
}

pub(crate) fn joined(year: &str) -> String {
    format!("Joined, {year}")
}

pub(crate) fn joined_by_links(joined: usize, schools: usize) -> String {
    let (joined, schools) = (grouped(joined), counted(schools, "school"));
    format!("In a multi-academy trust by the group links: {joined} of {schools}.")
}

pub(crate) fn without_link(schools: usize) -> String {
    format!("In none of them: {}.", counted(schools, "school"))
}

pub(crate) fn without_school(memberships: usize) -> String {
    let memberships = counted(memberships, "membership");
    format!(
        "About schools that the school file does not have, such as primary schools: {memberships}."
    )
}

/// How many rows a file has, and what is in them.
pub(crate) fn rows_with(rows: usize, contents: &str) -> String {
    format!("{}: {contents}", counted(rows, "row"))
}
