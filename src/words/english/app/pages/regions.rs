//! The first page: the finding, the regional gap, every trust, the top tens.

use std::fmt::Display;

use crate::terms::counted;

pub(crate) use super::OF_WHICH_YEAR;

pub(crate) const MADE_UP: &str = "Made-up demonstration data";
pub(crate) const YOUR_AREAS: &str = "Your areas";
pub(crate) const WHAT_BELONGS_TO_AN_AREA: &str = "A trust belongs to an area when more of its weight lies in it than outside. An authority\u{2019}s own \
                   figure is of all its schools, as the Department publishes it.";
pub(crate) const RESULTS_ARE_MISSING: &str =
    "The group links are read; the schools\u{2019} results are still missing";
pub(crate) const ADD_RESULTS: &str =
    "Add the school performance file of the year that you want to see.";
pub(crate) const NO_TRUSTS: &str = "No file with trusts is loaded";
pub(crate) const ADD_TRUSTS: &str = "Add a trust or school performance file.";
pub(crate) const ADD_GROUP_LINKS: &str = "A school file does not name trusts. Add all group links of Get Information About Schools, and the \
             schools are joined to their trusts.";
pub(crate) const NO_YEAR_TOLD: &str = "Neither the file nor its name tells, and how long a school has been in its trust depends on it.";
pub(crate) const NOTHING_TO_SHOW: &str = "There is nothing to show under these rules";
pub(crate) const WEIGH_ALIKE: &str = "Let every school weigh alike";
pub(crate) const DISADVANTAGED_PUPILS: &str = "Disadvantaged pupils";
pub(crate) const OTHER_PUPILS: &str = "Other pupils";

pub(crate) fn all_about(area: impl Display) -> String {
    format!("All about {area}")
}

pub(crate) fn group_links_are_missing(schools: usize, year: impl Display) -> String {
    let schools = counted(schools, "school");
    format!("{schools} of {year} are read; which trust each is in is still missing")
}
