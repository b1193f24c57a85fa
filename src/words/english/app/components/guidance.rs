//! What the demonstration is, and where the real files are.

const PERFORMANCE: &str = "https://www.compare-school-performance.service.gov.uk/download-data";
const LINKS: &str = "https://get-information-schools.service.gov.uk/Downloads";

pub(crate) const MADE_UP: &str = "These trusts are made up, to show what the page does.";

/// Where the real files are.
pub(crate) const REAL_ONES: Step = Step::Go(
    " For the real ones, go to ",
    PERFORMANCE,
    "the Department for Education's download page",
    " and drop or paste what you get anywhere on this page, as it is.",
);

/// The name under which the steps open.
pub(crate) const WHICH_FILES: &str = "Which files, step by step";

/// A step: what to do before and after a file's name.
pub(crate) enum Step {
    /// To an address: what stands before it, itself, its name, what stands after it.
    Go(&'static str, &'static str, &'static str, &'static str),
    /// For a file: what stands before its name, itself, what stands after it.
    File(&'static str, &'static str, &'static str),
    /// Anything else.
    Do(&'static str),
}

/// From the download page to the drop.
pub(crate) const STEPS: [Step; 6] = [
    Step::Go(
        "Results: on ",
        PERFORMANCE,
        "Compare school and college performance, download data",
        " choose the year and all of England, and tick key stage 4. The years from 2023/24 on are also published on \
         the Department\u{2019}s Explore education statistics.",
    ),
    Step::File(
        "Of multi-academy trusts, as the Department publishes them: ",
        "england_ks4-mats-performance.csv",
        ". This file is enough by itself.",
    ),
    Step::File(
        "Or of schools, from which this page computes the trusts: ",
        "england_ks4final.csv",
        ", or the performance tables of schools of a later year. They need the next file, too.",
    ),
    Step::Go(
        "Which school is in which trust: on ",
        LINKS,
        "Get Information About Schools, downloads",
        " tick all group links.",
    ),
    Step::Do(
        "Drop or paste them anywhere on this page, or choose them with Add files: CSV or the ZIP they came in, all at \
         once or one after another. Files of several years give a trend.",
    ),
    Step::Do("Your own spreadsheet will do, too: on Data there is a template."),
];
