//! Words of the room `app`: the page.

/// Words of what stands on several pages.
pub(crate) mod components {
    /// The choice of the part of the country that a page is about.
    pub(crate) mod about_choice {
        /// For a part of the country that is not there.
        pub(crate) const NONE_OF_THESE: &str = "None of these";
    }

    /// The form of the user's areas.
    pub(crate) mod area_form {
        use records::terms::{AreaError, Authority, counted};

        pub(crate) const HEADING: &str = "Your areas";

        pub(crate) const NOTE: &str = "A named set of local authorities, shown wherever regions are. Areas are kept in the \
                               page\u{2019}s address, so that a link to it carries them.";

        pub(crate) const NAME: &str = "Name of a new area";
        pub(crate) const AUTHORITIES: &str = "Its authorities (several with Ctrl or Shift)";
        pub(crate) const ADD: &str = "Add the area";

        /// An area with how many authorities it has.
        pub(crate) fn area(name: &str, authorities: usize) -> String {
            format!("{name}, {}", counted(authorities, "authority"))
        }

        pub(crate) fn remove(name: &str) -> String {
            format!("Remove the area {name}")
        }

        /// A button that adds an area that is known by this name.
        pub(crate) fn add(name: &str) -> String {
            format!("Add the {name}")
        }

        /// An authority to choose.
        pub(crate) fn authority(authority: &Authority) -> String {
            let until = authority
                .until
                .map_or_else(String::new, |until| format!(" (until {until})"));
            format!("{}{until}", authority.name)
        }

        /// What to do in the form; the error's own remedy speaks of the command line.
        pub(crate) fn remedy(error: &AreaError) -> String {
            match error {
                AreaError::NoName => format!("{error}. Give it one."),
                AreaError::NoCodes => format!("{error}. Choose at least one."),
                other => format!("{other}. {}", other.remedy()),
            }
        }
    }

    /// Buttons that several parts of the page have.
    pub(crate) mod buttons {
        pub(crate) const ADD_FILES: &str = "Add files";
        pub(crate) const CANCEL: &str = "Cancel";
        pub(crate) const CLOSE: &str = "Close";
    }

    /// What may not be concluded from a finding.
    pub(crate) mod caution {
        /// The name under which it opens.
        pub(crate) const NAME: &str = "What may I not conclude?";

        /// What holds of every figure here.
        pub(crate) const ALWAYS: [&str; 3] = [
            "Intake: trusts teach different pupils. How much they knew at the start, how long they have been disadvantaged, \
     what they need and where they live differ, and most of these figures take no account of it. Progress 8 does, of \
     prior attainment alone.",
            "Context: some schools select, some joined a trust because they were in difficulty, some have only just joined. A \
     figure tells how the pupils of a trust\u{2019}s schools did, not what the trust did for them.",
            "Small numbers: many figures rest on few pupils, and with other pupils of the same kind they would be others. Trusts \
     whose intervals overlap are often not distinguishable, whatever their ranks.",
        ];

        // What is not to be concluded from the finding of a page.

        pub(crate) const REGIONS: &str = "That schools of the region whose gap is widest, or whose figure is lowest, teach worse \
                                  than others: trusts differ more within a region than regions do from one another, \
                                  and the order of regions depends on the rule by which their figures are made.";

        pub(crate) const TOP_TEN: &str = "That a trust in a top ten is better than one outside of it: many outside could as \
                                  well be in it, and some that are in it could as well not be.";

        pub(crate) const FUNNEL: &str = "That a trust beyond the limits is good or bad, or that one within them is as others \
                                 are: the limits show what chance alone would hardly give, not why.";

        pub(crate) const ROBUSTNESS: &str = "That a finding is true because it holds under every rule: all rules rest on the \
                                     same figures. One that some rules break depends on a choice that somebody made.";

        pub(crate) const TREND: &str = "That a trust made the change: other pupils sat the exams, schools joined and left, and \
                                how exams are graded changed between the years.";

        pub(crate) const COMBINED: &str = "That the order is the right one: the weights are your own, and other weights give \
                                   other orders.";

        pub(crate) const COMPARE: &str = "That the trust with the higher figure is the better one to be taught in: where the \
                                  words say not distinguishable, even their order may be chance.";

        pub(crate) const OTHERS: &str = "That a trust whose figure is higher teaches better, or that its schools are all alike: \
                                 a trust\u{2019}s figure is a mean over schools that may differ widely.";
    }

    /// What stands around a chart.
    pub(crate) mod chart_card {
        /// The button that opens a chart's table.
        pub(crate) const TABLE: &str = "Table";

        /// Before the name of a chart, which is that of its table, too.
        pub(crate) const TABLE_OF: &str = "Table: ";
    }

    /// The dialogue on a table's columns.
    pub(crate) mod columns {
        pub(crate) const LEAD: &str = "For each thing, choose the column that holds it. What could be guessed is chosen \
                               already. A table with school numbers is read as one of schools, any other as one of \
                               trusts.";

        pub(crate) const USE: &str = "Use this file";
        pub(crate) const LEAVE: &str = "Leave it";

        pub(crate) const ROWS: &str = "What the rows are about";
        pub(crate) const PUPILS: &str = "Pupils at the end of key stage 4";
        pub(crate) const FIGURES: &str = "Figures";

        pub(crate) const NO_COLUMN: &str = "no column";

        /// Shown instead of a year that is chosen.
        pub(crate) const NO_YEAR: &str = "as the file\u{2019}s name says, or not known";
        pub(crate) const YEAR: &str = "Academic year of all rows";

        pub(crate) const PREVIEW: &str = "What the first rows become";

        pub(crate) const OWN_MEASURE: &str = "A measure of your own";
        pub(crate) const OWN_NAME: &str = "Its name";
        pub(crate) const OWN_UNIT: &str = "Counted in";
        pub(crate) const PERCENT: &str = "percent of pupils";
        pub(crate) const POINTS: &str = "points";
        pub(crate) const OWN_BETTER: &str = "Better is";
        pub(crate) const HIGHER: &str = "higher";
        pub(crate) const LOWER: &str = "lower";
        pub(crate) const ADD: &str = "Add the measure";
        pub(crate) const INCOMPLETE: &str = "Give the measure a name and at least one column.";

        pub(crate) fn heading(file: &str) -> String {
            format!("What are the columns of {file}?")
        }

        /// The label of the choice of the column of these pupils.
        pub(crate) fn column_of(pupils: &str) -> String {
            format!("Column, {pupils}")
        }
    }

    /// The controls of settings.
    pub(crate) mod controls {
        pub(crate) const SHOWN: &str = "What is shown";
    }

    /// How files were read where they allow another reading.
    pub(crate) mod doubts {
        use records::{Doubt, Reading};

        pub(crate) const SUBTITLE: &str = "Where a file allows another reading, this is how it was read, and why. Choose another \
    reading, and it is used instead; your choice is kept in the link.";

        /// On the button that chooses a reading.
        pub(crate) fn choose(reading: Reading) -> String {
            match reading {
                Reading::HeaderOnLine(line) => format!("Take line {line} as the header instead"),
                _ => format!("Read as {reading} instead"),
            }
        }

        /// The same in full, for those who hear the button alone.
        pub(crate) fn choose_of(doubt: &Doubt, reading: Reading) -> String {
            let words = choose(reading);
            match &doubt.column {
                Some(column) => format!("{words}: {column} in {}", doubt.file),
                None => format!("{words}: {}", doubt.file),
            }
        }
    }

    /// What is loaded.
    pub(crate) mod file_bar {
        use records::terms::{counted, year_in_words};
        use show::chart::unpublished_in_words;

        use method::Analysis;

        /// Shown instead of the names of files.
        pub(crate) const DEMONSTRATION: &str = "Demonstration: made-up trusts";

        /// After the button that adds files.
        pub(crate) const OTHER_WAYS: &str = "or drop or paste them anywhere";
        pub(crate) const PRIVACY: &str = "Nothing leaves this browser";
        pub(crate) const FILES_TO_ADD: &str = "Files to add";

        /// The year, the trusts that are eligible and what is wrong with the files, in short.
        pub(crate) fn counts(analysis: &Analysis, problems: usize) -> String {
            let year = year_in_words(analysis.year);
            let eligible = counted(analysis.all.eligible, "eligible trust");
            let mut words = format!("{year} \u{b7} {eligible}");
            if let Some(unpublished) = unpublished_in_words(analysis) {
                words.push_str(&format!(" \u{b7} {unpublished}"));
            }
            if problems > 0 {
                let problems = counted(problems, "problem");
                words.push_str(&format!(" \u{b7} {problems}"));
            }
            words
        }
    }

    /// The end of every page.
    pub(crate) mod footer {
        pub(crate) const PRIVACY: &str = "Everything happens in this browser. The page may fetch only its own files: no file \
                                  you open, and no figure in it, is ever sent anywhere. Once it is here, it works \
                                  offline.";

        /// A link follows.
        pub(crate) const TREACHEROUS: &str = "Comparisons of trusts are treacherous: intakes, contexts and numbers of pupils \
                                      differ, and small differences in rank are mostly chance. Read a figure together \
                                      with its table. ";

        pub(crate) const METHOD: &str = "What the words mean, and how figures are made";
    }

    /// The words that figures are told in.
    pub(crate) mod glossary {
        pub(crate) const HEADING: &str = "Words";
    }

    /// What the demonstration is, and where the real files are.
    pub(crate) mod guidance {
        const PERFORMANCE: &str =
            "https://www.compare-school-performance.service.gov.uk/download-data";
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
    }

    /// The name and the pages.
    pub(crate) mod header {
        pub(crate) const SKIP: &str = "Skip to the main part";
        pub(crate) const BRAND: &str = "Trust Gap Explorer";
        pub(crate) const PAGES: &str = "Pages";
    }

    /// What is asked of intervals.
    pub(crate) mod interval_controls {
        pub(crate) const SPREAD: &str = "Assumed pupil standard deviation";
    }

    /// Long tables.
    pub(crate) mod listing {
        use records::terms::counted;

        /// How many rows more there are than are shown.
        pub(crate) fn more_rows(more: usize) -> String {
            format!("and {}, all in the download", counted(more, "further row"))
        }
    }

    /// The methods paragraph, ready to paste.
    pub(crate) mod methods_card {
        pub(crate) const HEADING: &str = "Methods paragraph";
        pub(crate) const COPY: &str = "Copy methods paragraph";
    }

    /// What went wrong with files, and what is to be known of them.
    pub(crate) mod notices {
        use read::layout::SkippedFile;
        use records::terms::counted;
        use records::terms::letters::with_small;

        /// How many files of an archive a message names; the rest are counted.
        const FILES_NAMED: usize = 6;

        pub(crate) const KEPT: &str = "What you had before is still here.";
        pub(crate) const SEE_DATA: &str = "See Data";
        pub(crate) const EXPLAIN: &str = "Say what its columns are";
        pub(crate) const NO_DEMONSTRATION: &str = "The demonstration could not be fetched, or only a part of it. You can open your own files all the same.";
        pub(crate) const TRY_AGAIN: &str = "Try again";

        /// The heading of so many errors.
        pub(crate) fn not_used(count: usize) -> String {
            if count == 1 {
                "A file was not used".to_owned()
            } else {
                format!("{count} files were not used")
            }
        }

        pub(crate) fn and_more(rest: usize) -> String {
            format!("and {rest} more")
        }

        pub(crate) fn read_again(file: &str, year: Option<&str>) -> String {
            format!("{file} was read again{}.", for_year(year))
        }

        pub(crate) fn replaces(file: &str, former: &str, year: Option<&str>) -> String {
            format!("{file} takes the place of {former}{}.", for_year(year))
        }

        fn for_year(year: Option<&str>) -> String {
            year.map_or_else(String::new, |year| format!(" for {year}"))
        }

        /// "2 files in the archive were skipped: a.pdf (a PDF document), b.csv (…)."
        pub(crate) fn skipped(files: &[SkippedFile]) -> String {
            let named: Vec<String> = files
                .iter()
                .take(FILES_NAMED)
                .map(|file| format!("{} ({})", file.file, with_small(&file.reason)))
                .collect();
            let rest = files.len() - named.len();
            let more = if rest > 0 {
                format!(" {}", and_more(rest))
            } else {
                String::new()
            };
            format!(
                "{} in the archive {} skipped: {}{more}.",
                counted(files.len(), "file"),
                if files.len() == 1 { "was" } else { "were" },
                named.join(", ")
            )
        }
    }

    /// The rules behind a trust's figure.
    pub(crate) mod rule_controls {
        use records::terms::DayOfYear;

        pub(crate) const RULES: &str = "Rules";
        pub(crate) const MONTH: &str = "Joined by: month";
        pub(crate) const DAY: &str = "Joined by: day";

        /// The month in which a day lies.
        pub(crate) fn month(day: DayOfYear) -> String {
            let words = day.to_string();
            let name = words.split_once(' ').map_or("", |(_, name)| name);
            name.to_owned()
        }
    }

    /// The nine regions as tiles.
    pub(crate) mod tile_map {
        use records::terms::{Figure, Region};

        pub(crate) const HEADING: &str = "The gap by region";
        pub(crate) const NOTE: &str =
            "The stronger the colour, the wider the gap. Choose a region to go to its top ten.";

        pub(crate) fn tile(region: Region, gap: Option<Figure>) -> String {
            match gap {
                Some(gap) => format!("{}: {}", region.short_name(), gap.as_difference()),
                None => format!("{}: no figure", region.short_name()),
            }
        }

        /// What a chart says of a region, after its name.
        pub(crate) fn told(region: Region, beyond: &str) -> String {
            format!("{}: {beyond}", region.name())
        }
    }

    /// Undo and the page's colours.
    pub(crate) mod toolbar {
        use crate::theme::Theme;

        pub(crate) const COLOURS: &str = "Colours";
        pub(crate) const UNDO: &str = "Undo";
        pub(crate) const REDO: &str = "Redo";

        pub(crate) fn theme(theme: Theme) -> &'static str {
            match theme {
                Theme::System => "System colours",
                Theme::Light => "Light",
                Theme::Dark => "Dark",
            }
        }

        /// What is undone: the setting that changes.
        pub(crate) fn undo(changed: &str) -> String {
            format!("Undo: {changed}")
        }

        /// What is done again.
        pub(crate) fn redo(changed: &str) -> String {
            format!("Redo: {changed}")
        }
    }

    /// Every region's top ten.
    pub(crate) mod top_tens {
        use show::chart::level_in_words;
        use stats::Level;

        pub(crate) const EMPTY: &str = "No trust of this region has a published figure.";

        /// Three links, with what stands between them.
        pub(crate) const COULD_BE: &str = "Who could be in it";
        pub(crate) const REGION: &str = "all about the region";
        pub(crate) const REPORT: &str = "report";
        pub(crate) const BETWEEN: &str = ", ";

        pub(crate) const RANK: &str = "Rank";
        pub(crate) const TRUST: &str = "Trust";

        pub(crate) fn heading(region: &str) -> String {
            format!("{region}: top ten")
        }

        /// Links follow.
        pub(crate) fn intervals(level: Level) -> String {
            format!(
                "{} intervals; trusts that tie share a rank. ",
                level_in_words(level)
            )
        }

        /// Of which region a link is, for those who hear it by itself.
        pub(crate) fn of_region(region: &str) -> String {
            format!(", {region}")
        }

        /// What stands beside a figure, for those who hear the head of its column.
        pub(crate) fn with_interval(level: Level) -> String {
            format!(", with its {} interval", level_in_words(level))
        }
    }

    /// The tour of the first page.
    pub(crate) mod tour {
        pub(crate) const OFFER: &str = "New here? Show me around";

        /// The offer to those who have closed the tour once.
        pub(crate) const OFFER_AGAIN: &str = "Show me around";

        pub(crate) const NAME: &str = "Tour";
        pub(crate) const BACK: &str = "Back";
        pub(crate) const NEXT: &str = "Next";
        pub(crate) const FROM_THE_START: &str = "From the start";

        pub(crate) const FINDING: &str = "What the figures say, in a sentence. Below it stands under which rules that holds, \
                                  and how much of the ranks is chance.";

        pub(crate) const CONTROLS: &str = "What is shown: the measure, the pupils, how a region\u{2019}s figure is made, the \
                                   year. Whatever you choose changes all of the page, and stands in its address.";

        pub(crate) const GAP: &str = "Each region\u{2019}s disadvantaged and other pupils. Walk along with the mouse or the \
                              arrow keys; a click or Enter leads to the region. Table shows the figures, the other \
                              buttons take them away.";

        pub(crate) const TILES: &str =
            "The same gaps where the regions lie. Choose one to go to its top ten.";

        pub(crate) const STRIP: &str = "Every trust as a dot: they differ more within a region than regions do from one \
                                another. Below are the top tens, with intervals and ties.";

        pub(crate) const FILES: &str = "Your own files go in here, or are dropped or pasted anywhere. Nothing leaves this browser.";

        /// How far the tour has come.
        pub(crate) fn stop_of(stop: usize, of: usize) -> String {
            format!("{stop} of {of}")
        }

        /// The same before what is said there.
        pub(crate) fn stop_before(stop: usize, of: usize) -> String {
            format!("{stop} of {of}: ")
        }
    }

    /// Long work.
    pub(crate) mod waiting {
        use records::terms::grouped;

        pub(crate) const AGAIN: &str = "Begin again";

        pub(crate) const RANKS_GIVEN_UP: &str = "The ranks with intervals were given up.";
        pub(crate) const SURVEY_GIVEN_UP: &str = "Trying every combination of rules was given up.";

        pub(crate) fn ranking_stopped(reason: &str) -> String {
            format!("The part of this page that ranks has stopped ({reason}).")
        }

        pub(crate) fn ranking(done: u64, of: u64) -> String {
            let (done, of) = (grouped(done as usize), grouped(of as usize));
            format!("Ranks with intervals: {done} of {of} draws of chance")
        }

        pub(crate) fn surveying(steps: usize, of: usize) -> String {
            format!("Trying every combination of rules: {steps} of {of} steps")
        }

        pub(crate) fn no_survey(reason: &str) -> String {
            format!("These data cannot be tried under other rules: {reason}.")
        }
    }

    /// Walking along a chart's marks.
    pub(crate) mod walk {
        pub(crate) const HOW: &str = "Use the arrow keys to go from mark to mark";

        pub(crate) fn marks_of(chart: &str) -> String {
            format!("Marks of the chart: {chart}")
        }

        /// What a mark says, and what the chart says beyond that.
        pub(crate) fn with_more(words: &str, beyond: &str) -> String {
            format!("{words}; {beyond}")
        }
    }

    /// The user says of which year results are.
    pub(crate) mod year_form {
        pub(crate) const CHOOSE: &str = "Choose the year";
        pub(crate) const YEAR: &str = "Academic year of the results";
    }
}

/// Folders that are dropped.
pub(crate) mod folders {
    pub(crate) fn nothing_in_folder(folder: &str) -> String {
        format!("{folder} is a folder, and there is no CSV or ZIP file in it.")
    }

    pub(crate) fn unreadable_folder(folder: &str) -> String {
        format!(
            "{folder} is a folder that the browser could not read: drop the files in it instead."
        )
    }

    pub(crate) fn too_many_in_folder(folder: &str, most: usize) -> String {
        format!(
            "{folder} is a folder of more than {most} CSV and ZIP files, and none of them was read: drop those that you \
                 need."
        )
    }
}

/// Words of what the page asks of the browser.
pub(crate) mod hooks {
    pub(crate) const ENGLAND: &str = "England";

    /// "Dixons Academies Trust – Trust Gap Explorer".
    pub(crate) fn title(subject: &str) -> String {
        format!("{subject} \u{2013} Trust Gap Explorer")
    }

    /// "Top ten, London".
    pub(crate) fn page_about(page: &str, about: &str) -> String {
        format!("{page}, {about}")
    }
}

/// Data sets that whoever hosts this copy of the page has put next to it.
pub(crate) mod hosted {
    use records::terms::counted;

    pub(crate) fn offered_here(count: usize) -> String {
        format!("{} offered here", counted(count, "data set"))
    }

    pub(crate) const CHOOSE_AGAIN: &str = "Look whether you are connected, and choose it again.";

    pub(crate) fn not_there(file: &str, status: u16) -> String {
        format!("{file}: this copy of the page does not have it (the server answers {status}).")
    }

    pub(crate) fn what_the_host_can_do(list: &str) -> String {
        format!(
            "Whoever hosts the page has to put the file where {list} says, or to take it out of there. Choose another \
             data set, or drop a file of your own."
        )
    }

    pub(crate) fn not_fetched(file: &str) -> String {
        format!("{file}: it could not be fetched.")
    }
}

/// Words of the pages, a file each.
pub(crate) mod pages {
    /// Several measures at once, by the user's own weights.
    pub(crate) mod combined {
        pub(crate) const WHAT_IS_SHOWN: &str = "What is shown";
        pub(crate) const YOUR_WEIGHTS: &str = "Your weights";
        pub(crate) const WHAT_WEIGHTS_DO: &str = "0 leaves a measure out; a measure of weight 2 counts twice as much as one of weight 1.";
        pub(crate) const NO_COMBINED_MEASURE: &str = "There is no combined measure";
        pub(crate) const YOUR_OWN_CONSTRUCTION: &str = "Your own construction";
        pub(crate) const NO_TRUST_HAS_ALL_MEASURES: &str = "No trust has all measures.";
        pub(crate) const EVERY_TRUST_HAS_ALL_MEASURES: &str =
            "Every eligible trust has all measures.";

        pub(crate) fn not_in_the_files(measures: &str) -> String {
            format!("Not in the files for these pupils: {measures}.")
        }
    }

    /// Two to six trusts side by side: every measure with intervals, context, and which two can be told apart.
    pub(crate) mod compare {
        use std::fmt::Display;

        pub(crate) use super::{CHOOSE_A_TRUST, remove};

        pub(crate) const TRUSTS_SIDE_BY_SIDE: &str = "Trusts side by side";
        pub(crate) const LEAD: &str = "Every measure with its interval. Where two cannot be told apart, the order of their figures may be chance.";
        pub(crate) const CHOOSE_TRUSTS: &str = "Choose two to six trusts.";
        pub(crate) const TRUSTS_COMPARED: &str = "Trusts compared";
        pub(crate) const ADD_A_TRUST: &str = "Add a trust";
        pub(crate) const NO_PAIR_HAS_INTERVALS: &str = "No two of these trusts have intervals.";

        pub(crate) fn not_among_eligible(uids: &str) -> String {
            format!("Not among the eligible trusts of these files and rules: {uids}.")
        }

        pub(crate) fn which_can_be_told_apart(measure: impl Display) -> String {
            format!("Which can be told apart: {measure}")
        }
    }

    /// The page on the files.
    pub(crate) mod data {
        pub(crate) use super::{OF_WHICH_YEAR, REMOVE, remove};

        use std::fmt::Display;

        use records::terms::{counted, grouped};

        pub(crate) const THE_DATA: &str = "The data";
        pub(crate) const LEAD: &str = "Files are read here, in your browser, and kept in its memory until you close the page, unless you have them remembered below.";
        pub(crate) const NO_PROBLEMS: &str = "None: every row and every value was read.";
        /// What heads the columns of the files.
        pub(crate) const HEADS: [&str; 6] =
            [FILE, "Recognised as", "Year", "Read", "Letters", "Problems"];
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
    }

    /// The funnel: trusts by the number of pupils behind their figures.
    pub(crate) mod funnel {
        pub(crate) const FUNNEL: &str = "Funnel";
        pub(crate) const TRUSTS_THAT_STAND_OUT: &str = "Trusts that stand out";
        pub(crate) const WHAT_LIMITS_SHOW: &str = "A small trust\u{2019}s figure moves more by chance than a large one\u{2019}s. The limits show how far: they \
             are for a trust\u{2019}s expected place, not around its figure.";
        pub(crate) const NO_FUNNEL: &str = "There is no funnel of this";
        pub(crate) const WHAT_A_FUNNEL_IS: &str =
            "A funnel sets each figure beside the number of pupils that it rests on.";
        pub(crate) const BEYOND_THE_LIMITS: &str = "Beyond the limits, in words";
    }

    /// What the page Data says of keeping and passing on: files remembered, figures of few pupils, and starting over.
    pub(crate) mod keeping {
        pub(crate) const HEADING: &str = "Keeping, passing on, starting over";
        pub(crate) const REMEMBER: &str = "Remember these files on this device";
        pub(crate) const WHAT_REMEMBERING_DOES: &str = "They are kept in this browser\u{2019}s own storage, here alone, and opened again when you come back. \
                 Untick the box, or start over, and they are forgotten.";
        pub(crate) const START_OVER: &str = "Start over";
        pub(crate) const WHAT_STARTING_OVER_DOES: &str = " forgets all files, those remembered too, and all choices, and shows the demonstration again.";
        pub(crate) const LET_SMALL_NUMBERS_OUT: &str =
            "Let figures of fewer than 6 pupils be taken away";
        pub(crate) const WHAT_BECOMES_OF_SMALL_NUMBERS: &str = "On this screen you see all figures of your own data. From downloads, copies, reports and what is printed \
         those that rest on fewer than 6 pupils are left out, all others are computed without them, and that is \
         said, unless you tick this.";
    }

    /// The page on the method: what each rule does and where it comes from.
    pub(crate) mod method {
        use records::terms::counted;

        pub(crate) const THE_METHOD: &str = "The method";
        pub(crate) const LEAD: &str = "Change a rule and see what moves. The defaults are the Department for Education\u{2019}s.";
        pub(crate) const BACK_TO_DEFAULTS: &str = "Back to the Department\u{2019}s rules";
        pub(crate) const REGIONS_UNDER_THESE_RULES: &str = "Regions under these rules";
        pub(crate) const TEN_BEST_OF_ENGLAND: &str = "The ten best of England under these rules";
        pub(crate) const LEFT_OUT_UNDER_THESE_RULES: &str = "What is left out under these rules";

        pub(crate) fn with_schools(schools: usize) -> String {
            format!(" with {} that count", counted(schools, "school"))
        }

        /// What the rules make of the data: the finding's figures, and of how many trusts.
        pub(crate) fn outcome(detail: &str, eligible: usize, schools: &str) -> String {
            format!("{detail} {}{schools}.", counted(eligible, "eligible trust"))
        }

        /// A piece of the explanation. Data and one loop, since each element written out adds to the page's
        /// download.
        pub(crate) enum Block {
            Heading(&'static str),
            Text(&'static str),
            /// A word, and what it means.
            Term(&'static str, &'static str),
        }

        /// What each rule does and where it comes from.
        pub(crate) const EXPLANATION: [Block; 21] = [
            Block::Heading("Whose figures"),
            Block::Term(
                "Disadvantaged",
                " pupils had free school meals in the last six years, are looked after, or were adopted from care. \
         Everybody else is called other. The attainment gap is the other pupils\u{2019} figure less the disadvantaged \
         pupils\u{2019} figure; it is shown only where both are there.",
            ),
            Block::Heading("A trust\u{2019}s figure"),
            Block::Text(
                "The Department for Education weights each school of a trust by its pupils of the group (for Progress 8, \
         those included in it) and by the academic years it has been in the trust, at most five. From school files \
         and group links the page computes this itself, under the rules above. The trust file holds the result, \
         rounded; the page uses it as published and never weights it again.",
            ),
            Block::Text(
                "A value that is suppressed or otherwise missing is shown with its reason and is never taken for zero: a \
         school without one leaves the sums of that measure.",
            ),
            Block::Text(
                "By default a school that joined by 14 September counts from that calendar year, a later one from the next. The group \
         links are a snapshot of present members: where a school was before it joined its present trust is not \
         recorded.",
            ),
            Block::Heading("Eligible trusts"),
            Block::Text(
                "By default a multi-academy trust is eligible when at least three of its schools count: mainstream academies \
         (sponsored, converter, free and studio schools, university technical colleges) that have been in the trust \
         for three years, have pupils at the end of key stage 4 and any published result for all of them. A school \
         that does not count leaves the trust\u{2019}s sums altogether.",
            ),
            Block::Text(
                "A trust\u{2019}s lead region is the one with most of its weight. A trust belongs to an area of your own when more \
         of its weight lies in it than outside.",
            ),
            Block::Heading("A region\u{2019}s figure"),
            Block::Term(
                "Simple mean of trusts: ",
                "the mean of the eligible trusts\u{2019} figures by lead region; trusts without a published figure are left out. \
         This is the rule of the South-West Social Mobility Commission\u{2019}s analysis of June 2024.",
            ),
            Block::Term(
                "Weighted by pupils: ",
                "the same, each trust weighted by its pupils of the group.",
            ),
            Block::Term(
                "By school: ",
                "each school that counts, of an eligible trust, in the region where it is, with its own weight. Only school \
         files allow it.",
            ),
            Block::Text(
                "Under each finding the page says under how many of these rules it holds and which one breaks it. \
         England\u{2019}s state schools, where the school file has them, are the Department\u{2019}s own figure of all schools, \
         beside which those of trusts are shown.",
            ),
            Block::Heading("Ranks"),
            Block::Text(
                "Standard competition ranking: trusts that tie share the better rank (1, 2, 2, 4). Higher is better, but for \
         gaps smaller is. A top ten is everyone whose rank is at most 10; published percentages are whole numbers, \
         so ties are common and a top ten can hold more than ten trusts.",
            ),
            Block::Heading("What you may not conclude"),
            Block::Text(
                "That a trust ranked above another teaches better. Intakes, contexts and selection differ, and many figures \
         rest on few pupils: intervals show how much chance there is in a figure or a rank, and nothing of the rest.",
            ),
            Block::Heading("Sources"),
            Block::Text(
                "Department for Education: key stage 4 trust measures, methodology, and the performance tables with their \
         guides; Get Information About Schools: all group links.",
            ),
            Block::Text(
                "South-West Social Mobility Commission: analysis of 216 trusts, June 2024.",
            ),
        ];
    }

    /// What the page Data shows of the data sets that are offered beside this copy of the page.
    pub(crate) mod offered {
        pub(crate) const WHERE_THEY_COME_FROM: &str = "Whoever hosts this copy of the page has put them next to it. What you choose is fetched from there, \
                   and read in your browser like a file that you drop.";
        pub(crate) const HEADS: [&str; 6] =
            ["Data set", "Year", "Source", "Licence", "Files", "Choose"];
        pub(crate) const DATA_SETS_OFFERED_HERE: &str = "Data sets offered here";
        pub(crate) const USE_AGAIN: &str = "Use again";
        pub(crate) const USE: &str = "Use";
        pub(crate) const IN_USE: &str = " In use";
        pub(crate) const FOR_THE_HOST: &str = "For whoever hosts this copy of the page:";
        pub(crate) const FETCHING: &str = "Fetching\u{2026}";

        /// What a data set's button is called, which says `word`.
        pub(crate) fn button(word: &str, data_set: &str) -> String {
            format!("{word} {data_set}")
        }
    }

    /// One region, or an area of the user's own: its trusts, its figure under each rule, and its schools outside of trusts.
    pub(crate) mod region {
        use std::fmt::Display;

        pub(crate) use super::REPORT_TO_PRINT;

        pub(crate) const NO_SUCH_AREA: &str = "No area of yours has this number";
        pub(crate) const AREAS_ARE_MADE_ON_PAGE: &str = "Areas are made on the page ";
        pub(crate) const METHOD: &str = "Method";
        pub(crate) const AREAS_NEED_SCHOOL_FILES: &str =
            "; they need files of schools, since a trust file does not tell places.";
        pub(crate) const REGION: &str = "Region";
        pub(crate) const NO_TRUST_HAS_A_FIGURE: &str = "No trust here has a published figure.";
        pub(crate) const NO_ELIGIBLE_TRUST: &str =
            "No eligible trust is of this part of the country.";
        pub(crate) const NOTHING_LEFT_OUT: &str = "Nothing here is left out.";

        pub(crate) fn its_trusts(words: impl Display) -> String {
            format!("Its trusts: {words}")
        }

        pub(crate) fn no_eligible_trust_of(name: impl Display) -> String {
            format!("No eligible trust is of {name}")
        }
    }

    /// The first page: the finding, the regional gap, every trust, the top tens.
    pub(crate) mod regions {
        pub(crate) use super::OF_WHICH_YEAR;

        use std::fmt::Display;

        use records::terms::counted;

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
    }

    /// A report: one trust, region or area as a page made for printing and for saving as PDF.
    pub(crate) mod report {
        pub(crate) use show::export::words::svg::made_on;

        use std::fmt::Display;

        pub(crate) const NO_REPORT: &str = "No report";
        pub(crate) const NO_SUCH_TRUST_OR_AREA: &str = "No eligible trust has this number or name under the rules in force, or no area of yours is the one of this \
                     link.";
        pub(crate) const ABOUT_WHAT: &str =
            "A report is about one region, area or trust: open it from there.";
        pub(crate) const PRINT: &str = "Print or save as PDF";
        pub(crate) const CAUTIONS: &str = "To be read with this";
        pub(crate) const RULES_IN_FORCE: &str = "Rules in force";
        pub(crate) const FILES: &str = "Files";

        pub(crate) fn source_line(source: &str, day: &str) -> String {
            format!("{source} {}", made_on(day))
        }

        pub(crate) fn last_changed_on(day: impl Display) -> String {
            format!(", last changed on {day}")
        }

        pub(crate) fn fingerprint(of: impl Display) -> String {
            format!(", fingerprint {of}")
        }
    }

    /// Do the findings survive the rules? Every combination of them, as sentences, a curve and tables.
    pub(crate) mod robustness {
        pub(crate) const HEADING: &str = "Do the findings survive the rules?";
        pub(crate) const LEAD: &str = "Weights, caps, least years and schools, and the regional figure are choices. Here every \
                       combination of them that gives other numbers is tried.";
        pub(crate) const CURVE: &str = "Curve";
        pub(crate) const CURVE_OF: &str = "Curve of";
        pub(crate) const HEADLINE: &str = "Headline";
        pub(crate) const WHAT_COLUMNS_ARE: &str = "Each column is a combination of rules that gives other numbers. Choose one, by a click or with \
                       the arrow keys and Enter, to make its rules the rules in force. ";
        pub(crate) const NO_HEADLINE: &str = "There is no headline to test.";
        pub(crate) const RANKS_OF_TRUSTS: &str = "Ranks of trusts";
        pub(crate) const NO_ELIGIBLE_TRUST: &str = "No trust is eligible under any combination.";
    }

    /// Differences within regions against differences between them.
    pub(crate) mod spread {
        pub(crate) const CHOOSE_A_MARK: &str =
            "Choose a region\u{2019}s line or a trust\u{2019}s dot to go to its page.";
        pub(crate) const NO_ROWS: &str = "No trust has a figure.";
        pub(crate) const NO_FIGURE: &str = "No trust has a figure";
    }

    /// The top tens with their doubt: ranks with intervals, and who could be among the ten.
    pub(crate) mod top_ten {
        pub(crate) const WHO_COULD_BE_IN_IT: &str = "Who could be in the top ten?";
        const WHAT_A_RANK_IS: &str = "A rank counts how many figures are higher; with few pupils behind each, chance alone moves it.";
        pub(crate) const DOUBT: &str = "Doubt";
        pub(crate) const TOP_TEN_OF: &str = "Top ten of";
        pub(crate) const NO_INTERVALS: &str = "No trust has an interval.";
        pub(crate) const CHOOSE_TWO: &str = "Choose two different trusts.";
        pub(crate) const CAN_TWO_BE_TOLD_APART: &str = "Can two trusts be told apart?";
        pub(crate) const WHICH_CRITICAL_VALUE: &str = "At the critical value of the whole family, so that the answer holds whichever two you pick.";
        pub(crate) const TWO_TRUSTS: &str = "Two trusts";
        pub(crate) const ONE_TRUST: &str = "One trust";
        pub(crate) const ANOTHER: &str = "Another";
        pub(crate) const RANKS_FIRST: &str = "The ranks have to be computed first.";

        /// `in_all` is how many could be in the top tens of all regions.
        pub(crate) fn lead(in_all: Option<&str>) -> String {
            match in_all {
                Some(in_all) => format!("{in_all}. {WHAT_A_RANK_IS}"),
                None => WHAT_A_RANK_IS.to_owned(),
            }
        }
    }

    /// Two years or more: whose figures rise or whose gap closes.
    pub(crate) mod trend {
        pub(crate) use super::remove;

        use std::fmt::Display;

        use records::terms::letters::with_capital;

        pub(crate) const TREND: &str = "Trend";
        pub(crate) const LEAD: &str = "A trust\u{2019}s figure moves by chance from year to year, the more the fewer pupils it has. Filled dots mark \
             changes that chance alone hardly explains.";
        pub(crate) const NO_TREND: &str = "There is no trend yet";
        pub(crate) const ADD_YEARS: &str = "Add the same kind of file of another year with exams, up to 2018/19 or from 2021/22 on: a trust file beside \
             trust files; a school file beside school files, whose group links serve every year.";
        pub(crate) const ADD_SCHOOLS: &str =
            "Add school files and the group links, or compare trusts as they are in each year.";
        pub(crate) const SIX_ARE_DRAWN: &str = "Six trusts are drawn; remove one to add another.";
        pub(crate) const DRAW_A_TRUST: &str = "Draw a trust";
        pub(crate) const NO_ELIGIBLE_TRUST: &str = "No trust is eligible in these years.";

        pub(crate) const EVERY_TRUST: &str =
            "Every trust, those that change for the better most first";

        pub(crate) fn not_in_these_years(uid: impl Display) -> String {
            format!("Trust {uid}: not in these years")
        }

        pub(crate) fn error(error: &str, remedy: &str) -> String {
            format!("{}. {remedy}", with_capital(error))
        }
    }

    /// One trust: every measure beside region and nation, why its figure is what it is, its context, similar trusts.
    pub(crate) mod trust {
        pub(crate) use super::REPORT_TO_PRINT;

        use std::fmt::Display;

        use records::terms::counted;

        pub(crate) const NO_SUCH_TRUST: &str = "No eligible trust has this number or name";
        pub(crate) const REGION_NOT_KNOWN: &str = "Its region is not known.";
        pub(crate) const ALL_TRUSTS: &str = "All trusts, with those that are left out";
        pub(crate) const COMPARE_IT_WITH_OTHERS: &str = "Compare it with others";
        pub(crate) const AGAINST_OTHER_PUPILS_EVERYWHERE: &str = "Against other pupils everywhere";
        pub(crate) const ITS_CONTEXT: &str = "Its context";
        pub(crate) const SIMILAR_CONTEXTS: &str =
            "Trusts in similar contexts, those doing better first";
        pub(crate) const WEIGH_OTHERWISE: &str = "Weigh the parts of the context otherwise";
        pub(crate) const WEIGHTS_OF_THE_CONTEXT: &str = "Weights of the context";
        pub(crate) const AS_A_TABLE: &str = "As a table";

        pub(crate) fn not_eligible(uid: impl Display) -> String {
            format!("{uid} is not among the eligible trusts of the files and rules in force. ")
        }

        pub(crate) fn schools_that_count(schools: usize) -> String {
            format!(", {} that count", counted(schools, "school"))
        }

        pub(crate) fn number_and_schools(uid: impl Display, schools: impl Display) -> String {
            format!("Trust {uid}{schools}. ")
        }

        pub(crate) fn top_ten_of(region: impl Display) -> String {
            format!("{region}\u{2019}s top ten")
        }
    }

    /// Every trust: searched as one types, sorted by any column, filtered; up to six ticked to compare.
    pub(crate) mod trusts {
        use std::fmt::Display;

        use records::terms::{counted, grouped};

        pub(crate) const WITH_SPONSORED_ACADEMIES: &str = "With sponsored academies";
        pub(crate) const WITH_CONVERTERS: &str = "With converters";
        pub(crate) const WITH_FREE_SCHOOLS: &str = "With free schools";
        pub(crate) const WITH_SELECTIVE_SCHOOLS: &str = "With selective schools";
        pub(crate) const NONE_FOUND: &str = "No trust answers to that.";
        pub(crate) const EVERY_TRUST: &str = "Every trust";
        pub(crate) const LEAD: &str =
            "Search, sort and filter; a name leads to the trust, a tick puts it into a comparison.";
        pub(crate) const TRUSTS: &str = "Trusts";
        pub(crate) const SEARCH_BY_NAME: &str = "Search by name";
        pub(crate) const REGION: &str = "Region";
        pub(crate) const AREA: &str = "Area";
        pub(crate) const SIZE: &str = "Size";
        pub(crate) const DISADVANTAGED_PUPILS: &str = "Disadvantaged pupils";
        pub(crate) const SHOW_LEFT_OUT: &str = "Show trusts that are not eligible";
        pub(crate) const ANY: &str = "Any";
        pub(crate) const TRUST: &str = "Trust";
        pub(crate) const LEAD_REGION: &str = "Lead region";
        pub(crate) const SCHOOLS: &str = "Schools";
        pub(crate) const PUPILS: &str = "Pupils";
        pub(crate) const DISADVANTAGED_SHARE: &str = "Disadvantaged, %";
        pub(crate) const RANK_IN_REGION: &str = "Rank in region";
        pub(crate) const RANK_IN_ENGLAND: &str = "Rank in England";
        pub(crate) const COMPARE: &str = "Compare";
        pub(crate) const TICK_TO_COMPARE: &str = "Tick two to six trusts to compare them.";
        pub(crate) const ONE_TRUST_IS_TICKED: &str =
            "One trust is ticked; tick another to compare them.";
        pub(crate) const COMPARE_THEM: &str = "Compare them";

        pub(crate) fn found(trusts: usize, eligible: usize) -> String {
            let (trusts, eligible) = (counted(trusts, "trust"), grouped(eligible));
            format!("{trusts}, {eligible} of them eligible")
        }

        pub(crate) fn not_eligible(reason: impl Display) -> String {
            format!("not eligible: {reason}")
        }

        pub(crate) fn compare(trust: &str) -> String {
            format!("Compare {trust}")
        }

        pub(crate) fn are_ticked(trusts: usize) -> String {
            format!("{} are ticked.", counted(trusts, "trust"))
        }
    }

    use std::fmt::Display;

    /// What stands where a list has nothing in it.
    pub(crate) const NONE: &str = "None.";
    pub(crate) const REMOVE: &str = "Remove";
    pub(crate) const CHOOSE_A_TRUST: &str = "Choose a trust";
    pub(crate) const REPORT_TO_PRINT: &str = "Report to print";
    pub(crate) const OF_WHICH_YEAR: &str = "Of which year are these results?";

    pub(crate) fn remove(name: impl Display) -> String {
        format!("Remove {name}")
    }
}

/// What is pasted anywhere on the page is handed in as what is dropped: files, or a text that is a table.
pub(crate) mod pasting {
    pub(crate) const NO_TABLE: &str = "What you pasted is no table. Copy cells with the names of their columns above them, or paste the file itself.";
}

/// The pages' names, and what is said of addresses that lead nowhere.
pub(crate) mod route {
    use crate::route::Page;

    impl Page {
        pub(crate) const fn name(self) -> &'static str {
            match self {
                Self::Regions => "Regions",
                Self::TopTen => "Top ten",
                Self::Trusts => "Trusts",
                Self::Trust => "Trust",
                Self::Region => "Region",
                Self::Compare => "Compare",
                Self::Funnel => "Funnel",
                Self::Robustness => "Robustness",
                Self::Spread => "Spread",
                Self::Trend => "Trend",
                Self::Combined => "Combined",
                Self::Data => "Data",
                Self::Method => "Method",
                Self::Report => "Report",
            }
        }
    }

    pub(crate) fn no_such_page(name: &str) -> String {
        format!("This page has no part called \u{201c}{name}\u{201d}: the first is shown instead.")
    }

    pub(crate) fn neither_region_nor_trust(rest: &str) -> String {
        format!(
            "The link\u{2019}s \u{201c}{rest}\u{201d} is no region and no trust, and was passed over."
        )
    }
}

/// Ranks on their way.
pub(crate) mod ranking {
    pub(crate) const NOT_PASSED_ON: &str = "the browser did not pass the figures on";
}

/// A table whose columns the user explains.
pub(crate) mod mapping {
    pub(crate) const NOT_PASSED_ON: &str = "the browser did not pass the table on";
}

/// Files on their way.
pub(crate) mod reading {
    use records::terms::counted;

    pub(crate) const UNREADABLE_ANSWER: &str = "its answer cannot be read";
    pub(crate) const CHOOSE_AGAIN: &str =
        "It may have been changed, moved or deleted since you chose it: choose the file again.";
    pub(crate) const STARTED_AGAIN: &str = "Other files are read as before. This one may need more memory than the browser has: \
                 keep only the rows and columns you need, and try again.";

    pub(crate) fn read_so_far(file: &str, megabytes: &str, of: &str, rows: usize) -> String {
        let rows = counted(rows, "row");
        format!("Reading {file}: {megabytes} of {of} MB, {rows}")
    }

    pub(crate) fn browser_could_not_read(file: &str, reason: &str) -> String {
        format!("{file}: the browser could not read it ({reason}).")
    }

    pub(crate) fn worker_stopped(file: &str, reason: &str) -> String {
        format!("{file}: reading it failed before its end ({reason}).")
    }

    pub(crate) fn cancelled(file: &str) -> String {
        format!("Reading {file} was cancelled. What you had before is still here.")
    }
}

/// The state of the page: one reducer with named actions. Nothing is kept that can be derived.
pub(crate) mod state {
    use records::terms::counted;

    pub(crate) const CANNOT_REMEMBER: &str =
        "This browser does not let the page remember files: they are forgotten when you close it.";
    pub(crate) const STARTED_OVER: &str =
        "All files and choices are forgotten: the demonstration is shown.";

    pub(crate) fn no_preview(file: &str, reason: &str) -> String {
        format!("The columns of {file} cannot be shown ({reason}). Please try again.")
    }

    pub(crate) fn reading(files: usize) -> String {
        format!("Reading {}", counted(files, "file"))
    }

    pub(crate) fn link_not_understood(parts: &str) -> String {
        format!("Not all of this link is understood, and this was passed over: {parts}.")
    }

    /// Files of which only the fingerprints are known.
    pub(crate) fn files_of(count: usize, fingerprints: &str) -> String {
        format!("{}, fingerprint {fingerprints}", counted(count, "file"))
    }

    pub(crate) fn files_awaited(count: usize, wanted: &str) -> String {
        let it = if count == 1 { "it" } else { "them" };
        format!(
            "This link was made with {wanted}: drop {it} here to see what the link shows. Until then its rules are shown with \
                 what is here."
        )
    }

    pub(crate) fn further_files_awaited(wanted: &str, here: &str) -> String {
        format!("This link was made with {wanted}. Here so far: {here}.")
    }

    pub(crate) fn other_files(wanted: &str, fingerprints: &str, here: &str) -> String {
        format!(
            "This link was made with other files: {wanted} (fingerprint {fingerprints}; here {here}). What is shown may differ."
        )
    }

    /// `contents` is how much of what was read: "216 trusts".
    pub(crate) fn read(file: &str, contents: &str) -> String {
        format!("{file} read, {contents}")
    }

    pub(crate) fn shown_before(by: &str, hidden: &str) -> String {
        format!(
            "{by} is shown before {hidden}, which stays and is shown again when you remove {by}."
        )
    }

    pub(crate) fn read_as_explained(file: &str, known: &str) -> String {
        format!(
            "{file} has the columns that you explained for {known}, and was read in the same way."
        )
    }

    pub(crate) fn removed(file: &str) -> String {
        format!("{file} removed")
    }

    pub(crate) fn last_file_removed(file: &str) -> String {
        format!("{file} was the last file: the demonstration is shown again.")
    }

    pub(crate) fn read_again(file: &str) -> String {
        format!("{file} read again")
    }

    /// Said after the user chose another reading, or took a choice back.
    pub(crate) fn read_as_chosen(file: &str) -> String {
        format!("{file} was read again, as you chose.")
    }

    pub(crate) fn not_read_again(file: &str) -> String {
        format!(
            "{file} could not be read again, since another file of that name came after it. Drop it once more, and it is \
         read as you chose."
        )
    }
}

/// What the user takes away: tables and pictures, as files or by the clipboard.
pub(crate) mod taking {
    pub(crate) const COPY_FIGURES: &str = "Copy figures";
    pub(crate) const COPY_PICTURE: &str = "Copy picture";
    pub(crate) const DOWNLOAD: &str = "Download";
    pub(crate) const NOT_READY: &str = "Nothing was taken away: what of this may leave the page, without figures that rest on fewer \
             than 6 pupils, is not ready or cannot be made. On the page Data you can allow those figures.";

    /// What a button is called that does this with what has the name, in a file with this ending.
    pub(crate) fn button(does: &str, name: &str, ending: &str) -> String {
        format!("{does} {name}{ending}")
    }

    pub(crate) const NO_COPYING: &str =
        "This browser does not let the page copy: download or select it instead.";
    pub(crate) const PICTURE_COPIED: &str = "The picture can be pasted now.";
    pub(crate) const NO_COPYING_OF_PICTURES: &str =
        "This browser does not let the page copy pictures: download the PNG instead.";

    pub(crate) fn copied(what: &str) -> String {
        format!("{what} can be pasted now.")
    }

    pub(crate) const THE_PARAGRAPH: &str = "The paragraph";
    pub(crate) const NO_PICTURE: &str =
        "This browser could not make the picture: the SVG holds the same.";
    pub(crate) const THE_FIGURES: &str = "The figures";
}

use records::terms::counted;

/// What a file holds: "216 trusts, 5 schools". What it has none of is not named.
pub(crate) fn contents(counts: (usize, usize, usize, usize)) -> String {
    let (trusts, schools, memberships, successions) = counts;
    let parts = [
        (trusts, "trust"),
        (schools, "school"),
        (memberships, "membership"),
        (successions, "earlier school number"),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, noun)| counted(count, noun)).collect();
    parts.join(", ")
}

/// What is shown while files are dragged over the page.
pub(crate) const DROP_HINT: &str = "Drop your files anywhere on the page";
