//! Texts of the page.

/// Texts of parts that several pages share.
pub(crate) mod components {
    /// The choice of the part of the country that a page is about.
    pub(crate) mod about_choice {
        /// Shown if the chosen part of the country does not exist.
        pub(crate) const NONE_OF_THESE: &str = "None of these";
    }

    /// Figures adjusted for context, on the first page.
    pub(crate) mod adjusting {
        pub(crate) const CONTEXT: &str = "Context";
        pub(crate) const FIGURES: &str = "Figures";
        pub(crate) const AS_PUBLISHED: &str = "As published";
        pub(crate) const AS_COMPUTED: &str = "As computed";
        pub(crate) const ADJUSTED: &str = "Adjusted for context";
        pub(crate) const PARTS: &str = "Adjusted for";
        pub(crate) const MORE: &str = "See Robustness";
        pub(crate) const CHOOSE_PARTS: &str = "Choose what is adjusted for";
        pub(crate) const FIRST_TRUSTS: &str = "The first ten adjusted. The download has all.";
        pub(crate) const NO_TRUST: &str = "No trust has an adjusted figure.";
    }

    pub(crate) mod area_form {
        use records::terms::{AreaError, Authority, counted};

        pub(crate) const HEADING: &str = "Your areas";

        pub(crate) const NOTE: &str = "An area is a set of local authorities with a name of your own, shown \
            wherever regions are. Areas are kept in the page\u{2019}s address, so a link carries them.";

        pub(crate) const NAME: &str = "Name of a new area";
        pub(crate) const AUTHORITIES: &str = "Its authorities (hold Ctrl or Shift to choose several)";
        pub(crate) const ADD: &str = "Add the area";

        /// An area with its number of authorities.
        pub(crate) fn area(name: &str, authorities: usize) -> String {
            format!("{name}, {}", counted(authorities, "authority"))
        }

        pub(crate) fn remove(name: &str) -> String {
            format!("Remove the area {name}")
        }

        /// A button that adds an area with a well-known name.
        pub(crate) fn add(name: &str) -> String {
            format!("Add the {name}")
        }

        /// An authority in the list.
        pub(crate) fn authority(authority: &Authority) -> String {
            let until = authority
                .until
                .map_or_else(String::new, |until| format!(" (until {until})"));
            format!("{}{until}", authority.name)
        }

        /// What to do in the form. The error's own remedy is about the command line.
        pub(crate) fn remedy(error: &AreaError) -> String {
            match error {
                AreaError::NoName => format!("{error}. Give it one."),
                AreaError::NoCodes => format!("{error}. Choose at least one."),
                other => format!("{other}. {}", other.remedy()),
            }
        }
    }

    /// Buttons in several parts of the page.
    pub(crate) mod buttons {
        pub(crate) const ADD_FILES: &str = "Add files";
        pub(crate) const CANCEL: &str = "Cancel";
        pub(crate) const CLOSE: &str = "Close";
    }

    /// What should not be concluded from a finding.
    pub(crate) mod caution {
        /// The summary of the cautions.
        pub(crate) const NAME: &str = "What should I not conclude?";

        /// Cautions for every figure.
        pub(crate) const ALWAYS: [&str; 3] = [
            "Intake: trusts teach different pupils. Pupils differ in prior attainment, how long they have been \
                disadvantaged, their needs and where they live. Most of these figures do not allow for that. \
                Progress 8 does, but for prior attainment alone.",
            "Context: some schools select, some joined a trust because they were in difficulty, and some have \
                only just joined. A figure shows how the pupils of a trust\u{2019}s schools did, not what the \
                trust did for them.",
            "Small numbers: many figures rest on few pupils, and other pupils of the same kind would give other \
                figures. Trusts whose intervals overlap are often not distinguishable, whatever their ranks.",
        ];

        // What not to conclude from a page's finding.

        pub(crate) const REGIONS: &str = "Do not conclude that schools in the region with the widest gap, or the \
            lowest figure, teach worse than others. Trusts differ more within a region than regions do from one \
            another. The order of regions depends on the rule used for their figures.";

        pub(crate) const TOP_TEN: &str = "Do not conclude that a trust in a top ten is better than one outside \
            it. Many trusts outside could just as well be in it, and some that are in it could be outside.";

        pub(crate) const FUNNEL: &str = "Do not conclude that a trust beyond the limits is good or bad, or that \
            one within them is like the others. The limits show what chance alone would rarely produce, not why.";

        pub(crate) const ROBUSTNESS: &str = "Do not conclude that a finding is true because it holds under every \
            rule: all rules use the same figures. A finding that some rules break depends on a choice that \
            somebody made.";

        pub(crate) const TREND: &str = "Do not conclude that the trust made the change. Between the years, other \
            pupils sat the exams, schools joined and left, and the grading of exams changed.";

        pub(crate) const COMBINED: &str = "Do not conclude that the order is the right one: the weights are your \
            own, and other weights give other orders.";

        pub(crate) const COMPARE: &str = "Do not conclude that pupils are better off in the trust with the higher \
            figure. Where two trusts are not distinguishable, even their order may be chance.";

        pub(crate) const OTHERS: &str = "Do not conclude that a trust with a higher figure teaches better, or \
            that its schools are all alike. A trust\u{2019}s figure is a mean over schools that may differ widely.";
    }

    /// The file of all figures of the year.
    pub(crate) mod year_file {
        pub(crate) const ALL_FIGURES: &str = "All figures of the year (CSV)";
        pub(crate) const WHAT_IS_IN_IT: &str = "One file: every measure for every group of pupils, with a row for \
            each trust and each region.";
        pub(crate) const STOP: &str = "Stop making the file";
        pub(crate) const IS_BEING_MADE: &str = "The file is being made. Working out the possible ranks takes some \
            seconds.";
    }

    /// The surroundings of a chart.
    pub(crate) mod chart_card {
        /// The button that opens a chart's table.
        pub(crate) const TABLE: &str = "Table";

        /// Precedes the name of a chart in the name of its table.
        pub(crate) const TABLE_OF: &str = "Table: ";
    }

    pub(crate) mod columns {
        pub(crate) const LEAD: &str = "Choose the column for each item. Columns that could be guessed are already \
            chosen. A table with school numbers is read as a table of schools, any other as a table of trusts.";

        pub(crate) const USE: &str = "Use this file";
        pub(crate) const LEAVE: &str = "Leave it out";

        pub(crate) const ROWS: &str = "What each row is about";
        pub(crate) const PUPILS: &str = "Pupils at the end of key stage 4";
        pub(crate) const FIGURES: &str = "Figures";

        pub(crate) const NO_COLUMN: &str = "no column";

        /// Shown if no year is chosen.
        pub(crate) const NO_YEAR: &str = "from the file\u{2019}s name, or not known";
        pub(crate) const YEAR: &str = "Academic year of all rows";

        pub(crate) const PREVIEW: &str = "How the first rows will be read";

        pub(crate) const OWN_MEASURE: &str = "A measure of your own";
        pub(crate) const OWN_NAME: &str = "Its name";
        pub(crate) const OWN_UNIT: &str = "Unit";
        pub(crate) const PERCENT: &str = "percent of pupils";
        pub(crate) const POINTS: &str = "points";
        pub(crate) const OWN_BETTER: &str = "Better is";
        pub(crate) const HIGHER: &str = "higher";
        pub(crate) const LOWER: &str = "lower";
        pub(crate) const ADD: &str = "Add the measure";
        pub(crate) const INCOMPLETE: &str = "Give the measure a name and at least one column.";

        pub(crate) fn heading(file: &str) -> String {
            format!("What do the columns of {file} hold?")
        }

        /// The label of the list of columns for these pupils.
        pub(crate) fn column_of(pupils: &str) -> String {
            format!("Column, {pupils}")
        }
    }

    pub(crate) mod controls {
        pub(crate) const SHOWN: &str = "What is shown";

        /// The line under which the controls are folded.
        pub(crate) const CHOOSE: &str = "Choose what is shown";
    }

    /// How files were read where they allow another reading.
    pub(crate) mod doubts {
        use records::{Doubt, Reading};

        pub(crate) const SUBTITLE: &str = "Some files can be read in more than one way. This is how they were \
            read, and why. You can choose another reading, and your choice is kept in the link.";

        /// The button that chooses a reading.
        pub(crate) fn choose(reading: Reading) -> String {
            match reading {
                Reading::HeaderOnLine(line) => format!("Use line {line} as the header instead"),
                _ => format!("Read as {reading} instead"),
            }
        }

        /// The same for screen readers, with column and file.
        pub(crate) fn choose_of(doubt: &Doubt, reading: Reading) -> String {
            let words = choose(reading);
            match &doubt.column {
                Some(column) => format!("{words}: {column} in {}", doubt.file),
                None => format!("{words}: {}", doubt.file),
            }
        }
    }

    /// The loaded files.
    pub(crate) mod file_bar {
        use records::terms::{counted, year_in_words};
        use show::chart::unpublished_in_words;

        use method::Analysis;

        /// Shown instead of file names.
        pub(crate) const DEMONSTRATION: &str = "Demonstration: made-up trusts";

        /// After the button that adds files.
        pub(crate) const OTHER_WAYS: &str = "or drop or paste them";
        pub(crate) const PRIVACY: &str = "Nothing leaves this browser";
        pub(crate) const FILES_TO_ADD: &str = "Files to add";

        /// The button that shows the rest of the bar on a narrow screen.
        pub(crate) const MORE: &str = "More";

        /// The year, the number of eligible trusts and the number of problems.
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
        pub(crate) const PRIVACY: &str = "Everything happens in this browser. The page can fetch only its own \
            files. Files you open, and the figures in them, are never sent anywhere. Once visited, the page opens \
            offline: a small service worker keeps the page\u{2019}s own files. The page\u{2019}s security policy does \
            not bind it, but it sees only requests for the page\u{2019}s files and never what you open.";

        /// A link follows.
        pub(crate) const COMPARE_WITH_CARE: &str = "Compare trusts with care: intakes, contexts and numbers of pupils \
            differ, and small differences in rank are mostly chance. Read each figure together with its table. ";

        pub(crate) const METHOD: &str = "What the words mean, and how figures are worked out";
    }

    /// The terms used with figures.
    pub(crate) mod glossary {
        pub(crate) const HEADING: &str = "Glossary";
    }

    /// What the demonstration is, and where to find the real files.
    pub(crate) mod guidance {
        const PERFORMANCE: &str = "https://www.compare-school-performance.service.gov.uk/download-data";
        const LINKS: &str = "https://get-information-schools.service.gov.uk/Downloads";

        pub(crate) const MADE_UP: &str = "These trusts are made up, to show what the page does.";

        /// The line under which the guidance is folded.
        pub(crate) const IN_SHORT: &str = "Made-up trusts: how to see real ones";

        /// Where to find the real files.
        pub(crate) const REAL_ONES: Step = Step::Go(
            " For real trusts, go to ",
            PERFORMANCE,
            "the Department for Education's download page",
            ". Add what you download to this page, unchanged.",
        );

        /// The summary of the steps.
        pub(crate) const WHICH_FILES: &str = "Which files, step by step";

        /// A step, with its link or file.
        pub(crate) enum Step {
            /// To an address: the text before it, the address, its name, the text after it.
            Go(&'static str, &'static str, &'static str, &'static str),
            /// For a file: the text before its name, the name, the text after it.
            File(&'static str, &'static str, &'static str),
            Do(&'static str),
        }

        /// From the download page to the drop.
        pub(crate) const STEPS: [Step; 6] = [
            Step::Go(
                "For results, open ",
                PERFORMANCE,
                "Compare school and college performance, download data",
                ". Choose the year and all of England, and tick key stage 4. Years from 2023/24 are also on the \
                    Department\u{2019}s Explore education statistics.",
            ),
            Step::File(
                "For trusts as the Department publishes them, choose ",
                "england_ks4-mats-performance.csv",
                ". You need only this file.",
            ),
            Step::File(
                "To have this page work out trusts from their schools, choose ",
                "england_ks4final.csv",
                " instead, or a later year\u{2019}s performance tables of schools. You then need the next file, too.",
            ),
            Step::Go(
                "For which school is in which trust, open ",
                LINKS,
                "Get Information About Schools, downloads",
                " and tick all group links.",
            ),
            Step::Do(
                "Add the files to this page: CSV files, or the ZIP files they came in, all at once or one after \
                    another. Files for several years give a trend.",
            ),
            Step::Do("You can also use your own spreadsheet: there is a template on Data."),
        ];
    }

    /// The page's name and navigation.
    pub(crate) mod header {
        use crate::route::Page;

        pub(crate) const SKIP: &str = "Skip to main content";
        pub(crate) const BRAND: &str = "Trust Gap Explorer";
        pub(crate) const MENU: &str = "Menu";
        pub(crate) const PAGES: &str = "Pages";

        /// The entry of the navigation that leads to this page.
        pub(crate) const fn entry(first: Page) -> &'static str {
            match first {
                Page::TopTen => "How sure?",
                other => other.name(),
            }
        }

        /// The page's name in the row of its entry's pages.
        pub(crate) const fn beneath(page: Page) -> &'static str {
            match page {
                Page::Trusts => "Every trust",
                other => other.name(),
            }
        }
    }

    pub(crate) mod interval_controls {
        pub(crate) const SPREAD: &str = "Assumed pupil standard deviation";
    }

    /// The choice of a table's columns on a narrow screen.
    pub(crate) mod data_table {
        pub(crate) const COLUMNS: &str = "Columns";
        pub(crate) const COLUMNS_SHOWN: &str = "Columns to show";
    }

    /// Long tables.
    pub(crate) mod listing {
        use records::terms::counted;

        /// The number of rows that are not shown.
        pub(crate) fn more_rows(more: usize) -> String {
            format!("and {}, all in the download", counted(more, "further row"))
        }
    }

    /// The methods paragraph, with a button to copy it.
    pub(crate) mod methods_card {
        pub(crate) const HEADING: &str = "Methods paragraph";
        pub(crate) const COPY: &str = "Copy methods paragraph";
    }

    /// Errors in files, and remarks about them.
    pub(crate) mod notices {
        use records::intake::SkippedFile;
        use records::terms::counted;
        use records::terms::letters::with_small;

        /// The most files of an archive that a message names; the rest are counted.
        const FILES_NAMED: usize = 6;

        pub(crate) const KEPT: &str = "What you had before is still here.";
        pub(crate) const SEE_DATA: &str = "See Data";
        pub(crate) const EXPLAIN: &str = "Say what its columns are";
        pub(crate) const NO_DEMONSTRATION: &str = "The demonstration could not be fetched, or only part of it. \
            You can still open your own files.";
        pub(crate) const TRY_AGAIN: &str = "Try again";

        pub(crate) const NOT_FETCHED: &str = "You may be offline, or this page may have a newer version on the \
            server. Check your connection and add the file again, or reload the page. A reload keeps your choices, but \
            files only if the box on Data is ticked.";
        pub(crate) const RELOAD: &str = "Reload the page";
        pub(crate) const NEWER_VERSION: &str = "A newer version of this page is ready.";
        pub(crate) const USE_IT: &str = "Reload to use it";

        /// The page's part that reads files could not be fetched.
        pub(crate) fn no_worker(file: &str) -> String {
            format!("{file} was not read: the part of this page that reads files could not be fetched.")
        }

        /// What a reload keeps, and whether it loses the user's files.
        pub(crate) const fn reload_keeps(loses_files: bool) -> &'static str {
            if loses_files {
                "A reload keeps your choices but not your files, unless you first tick the box on Data to remember them."
            } else {
                "A reload keeps your choices and files."
            }
        }

        /// The heading of this many errors.
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
            format!("{file} replaces {former}{}.", for_year(year))
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

    pub(crate) mod parts {
        /// The summary of technical detail.
        pub(crate) const WORKED_OUT: &str = "How this is worked out";
    }

    pub(crate) mod rule_controls {
        use records::terms::DayOfYear;

        pub(crate) const RULES: &str = "Rules";
        pub(crate) const MONTH: &str = "Joined by: month";
        pub(crate) const DAY: &str = "Joined by: day";

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

        /// What a chart says about a region, after its name.
        pub(crate) fn described(region: Region, beyond: &str) -> String {
            format!("{}: {beyond}", region.name())
        }
    }

    /// Undo, redo and the page's colours.
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

        /// The description of undo: the setting that would change.
        pub(crate) fn undo(changed: &str) -> String {
            format!("Undo: {changed}")
        }

        /// The description of redo.
        pub(crate) fn redo(changed: &str) -> String {
            format!("Redo: {changed}")
        }
    }

    /// Every region's top ten.
    pub(crate) mod top_tens {
        use show::chart::level_in_words;
        use stats::Level;

        pub(crate) const HEADING: &str = "Top tens";
        pub(crate) const EMPTY: &str = "No trust in this region has a published figure.";

        /// Follows the name of a region.
        pub(crate) fn in_short(list: &str) -> String {
            format!(": {list}")
        }

        /// Three links, and the text between them.
        pub(crate) const COULD_BE: &str = "Who could be in it";
        pub(crate) const REGION: &str = "all about the region";
        pub(crate) const REPORT: &str = "report";
        pub(crate) const BETWEEN: &str = ", ";

        pub(crate) const RANK: &str = "Rank";
        pub(crate) const TRUST: &str = "Trust";

        pub(crate) fn heading(region: &str) -> String {
            format!("{region}: top ten")
        }

        pub(crate) fn intervals(level: Level) -> String {
            format!(
                "Each figure has its {} interval. Trusts that tie share a rank.",
                level_in_words(level)
            )
        }

        /// The region of a link, for screen readers.
        pub(crate) fn of_region(region: &str) -> String {
            format!(", {region}")
        }

        /// Added to a column's header for screen readers.
        pub(crate) fn with_interval(level: Level) -> String {
            format!(", with its {} interval", level_in_words(level))
        }
    }

    /// The search at the top of every page.
    pub(crate) mod search {
        pub(crate) const SEARCH: &str = "Search for a trust, a region or a school";
        pub(crate) const WHAT: &str = "A trust, a region or place, a school";
        pub(crate) const FOUND: &str = "Found";

        /// A link follows.
        pub(crate) const MADE_UP: &str = "These trusts are made up. ";
        pub(crate) const REAL_ONES: &str = "Where the real ones come from";

        pub(crate) fn nothing_found(text: &str) -> String {
            format!("Nothing here is called \u{201c}{text}\u{201d}.")
        }

        /// How much of what was found is shown.
        pub(crate) fn found(shown: usize, all: usize) -> String {
            if shown < all {
                format!("The first {shown} of {all}. Type more of the name.")
            } else {
                format!("{all} found.")
            }
        }
    }

    pub(crate) mod tour {
        pub(crate) const OFFER: &str = "New here? Show me around";

        /// The offer to a user who has closed the tour before.
        pub(crate) const OFFER_AGAIN: &str = "Show me around";

        pub(crate) const NAME: &str = "Tour";
        pub(crate) const BACK: &str = "Back";
        pub(crate) const NEXT: &str = "Next";
        pub(crate) const FROM_THE_START: &str = "From the start";

        pub(crate) const FINDING: &str = "This sentence says what the figures show. Below it you see under which \
            rules that holds, and how much of the ranks is chance.";

        pub(crate) const CONTROLS: &str = "Choose what is shown: the measure, the pupils, how a region\u{2019}s \
            figure is worked out, and the year. Your choice changes the whole page and is kept in its address.";

        pub(crate) const GAP: &str = "This chart compares each region\u{2019}s disadvantaged and other pupils. \
            Move along it with the mouse or the arrow keys; a click or Enter opens the region. Table shows the \
            figures. The other buttons download or copy them.";

        pub(crate) const TILES: &str = "The same gaps, as a map of the regions. Choose a region to go to its top ten.";

        pub(crate) const STRIP: &str = "Every trust is a dot. Trusts differ more within a region than regions do \
            from one another. Below are the top tens, with intervals and ties.";

        pub(crate) const FILES: &str = "Add your own files here. Nothing leaves this browser.";

        /// The number of the current stop.
        pub(crate) fn stop_of(stop: usize, of: usize) -> String {
            format!("{stop} of {of}")
        }

        /// The same before the stop's description, for screen readers.
        pub(crate) fn stop_before(stop: usize, of: usize) -> String {
            format!("{stop} of {of}: ")
        }
    }

    /// Long work.
    pub(crate) mod waiting {
        use records::terms::grouped;

        pub(crate) const AGAIN: &str = "Start again";

        pub(crate) const RANKS_CANCELLED: &str = "Working out the ranks with intervals was cancelled.";
        pub(crate) const SURVEY_CANCELLED: &str = "Trying every combination of rules was cancelled.";
        pub(crate) const CONTEXTS_CANCELLED: &str = "Trying every choice of context was cancelled.";

        pub(crate) fn ranking_stopped(reason: &str) -> String {
            format!("The part of this page that works out ranks has stopped ({reason}).")
        }

        pub(crate) fn ranking(done: u64, of: u64) -> String {
            let (done, of) = (grouped(done as usize), grouped(of as usize));
            format!("Ranks with intervals: {done} of {of} random draws")
        }

        pub(crate) fn surveying(steps: usize, of: usize) -> String {
            format!("Trying every combination of rules: {steps} of {of} steps")
        }

        pub(crate) fn trying_contexts(steps: usize, of: usize) -> String {
            format!("Trying every choice of context: {steps} of {of} steps")
        }

        pub(crate) fn no_survey(reason: &str) -> String {
            format!("These data cannot be tried under other rules: {reason}.")
        }
    }

    /// Moving along a chart's marks.
    pub(crate) mod walk {
        pub(crate) const HOW: &str = "Use the arrow keys to go from mark to mark";

        pub(crate) fn marks_of(chart: &str) -> String {
            format!("Marks of the chart: {chart}")
        }

        /// A mark's words, and what the chart adds.
        pub(crate) fn with_more(words: &str, beyond: &str) -> String {
            format!("{words}; {beyond}")
        }
    }

    /// A form for the year of results.
    pub(crate) mod year_form {
        pub(crate) const CHOOSE: &str = "Choose the year";
        pub(crate) const YEAR: &str = "Academic year of the results";
    }
}

pub(crate) mod folders {
    pub(crate) fn nothing_in_folder(folder: &str) -> String {
        format!("The folder {folder} has no CSV or ZIP files in it.")
    }

    pub(crate) fn unreadable_folder(folder: &str) -> String {
        format!("The browser could not read the folder {folder}. Drop the files in it instead.")
    }

    pub(crate) fn too_many_in_folder(folder: &str, most: usize) -> String {
        format!(
            "The folder {folder} has more than {most} CSV and ZIP files, and none of them was read. Drop those \
                that you need."
        )
    }
}

/// Texts for what the page needs from the browser.
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

/// Data sets that the host has put next to this copy of the page.
pub(crate) mod hosted {
    use records::terms::counted;

    pub(crate) fn offered_here(count: usize) -> String {
        format!("{} offered here", counted(count, "data set"))
    }

    pub(crate) const CHOOSE_AGAIN: &str = "Check your connection, and choose it again.";

    pub(crate) fn not_there(file: &str, status: u16) -> String {
        format!("{file}: this copy of the page does not have it (the server answered {status}).")
    }

    pub(crate) fn what_the_host_can_do(list: &str) -> String {
        format!(
            "Whoever hosts the page must put the file where {list} says, or remove it from that list. Choose \
                another data set, or add a file of your own."
        )
    }

    pub(crate) fn not_fetched(file: &str) -> String {
        format!("{file} could not be fetched.")
    }
}

/// Texts of the pages, one module each.
pub(crate) mod pages {
    /// A page that is not here yet.
    pub(crate) mod other {
        pub(crate) const COMING: &str = "Loading this page \u{2026}";
        pub(crate) const NOT_LOADED: &str = "This page could not be loaded";
        pub(crate) const NOT_LOADED_REMEDY: &str = "You may be offline, or the server may have a newer version of the \
            page. What you opened is still here. Check your connection and try again, or reload the page.";
        pub(crate) const TRY_AGAIN: &str = "Try again";
    }

    /// Several measures at once, with the user's own weights.
    pub(crate) mod combined {
        pub(crate) const WHAT_IS_SHOWN: &str = "What is shown";
        pub(crate) const YOUR_WEIGHTS: &str = "Your weights";
        pub(crate) const WHAT_WEIGHTS_DO: &str = "Weight 0 leaves a measure out. A measure with weight 2 counts \
            twice as much as one with weight 1.";
        pub(crate) const NO_COMBINED_MEASURE: &str = "No measures can be combined";
        pub(crate) const YOUR_OWN_CONSTRUCTION: &str = "Your own construction";
        pub(crate) const NO_TRUST_HAS_ALL_MEASURES: &str = "No trust has all measures.";
        pub(crate) const EVERY_TRUST_HAS_ALL_MEASURES: &str = "Every eligible trust has all measures.";

        pub(crate) fn not_in_the_files(measures: &str) -> String {
            format!("Not in the files for these pupils: {measures}.")
        }
    }

    /// A few trusts side by side: every measure in one picture, which trusts are distinguishable, and their context.
    pub(crate) mod compare {
        use std::fmt::Display;

        pub(crate) use super::{CHOOSE_A_TRUST, remove};

        pub(crate) const TRUSTS_SIDE_BY_SIDE: &str = "Trusts side by side";
        pub(crate) const LEAD: &str = "Every measure is shown with its interval. Where two trusts are not \
            distinguishable, the order of their figures may be chance.";
        pub(crate) const REGIONS_SIDE_BY_SIDE: &str = "Regions side by side";
        pub(crate) const LEAD_OF_REGIONS: &str = "Every measure is shown with its interval. Whether two regions are \
            distinguishable is not judged here: the intervals count chance among pupils, but not which trusts a region \
            happens to have.";
        pub(crate) const COMPARE: &str = "Compare";
        pub(crate) const TRUSTS: &str = "Trusts";
        pub(crate) const REGIONS: &str = "Regions";
        pub(crate) const CHOOSE_REGIONS: &str = "Choose two regions or more.";
        pub(crate) const REGIONS_COMPARED: &str = "Regions compared";
        pub(crate) const ADD_A_REGION: &str = "Add a region";
        pub(crate) const CHOOSE_A_REGION: &str = "Choose a region";
        pub(crate) const CHOOSE_TRUSTS: &str = "Choose two trusts or more.";
        pub(crate) const TRUSTS_COMPARED: &str = "Trusts compared";
        pub(crate) const ADD_A_TRUST: &str = "Add a trust";
        pub(crate) const NO_PAIR_HAS_INTERVALS: &str = "No two of these trusts have intervals.";
        pub(crate) const BEING_WORKED_OUT: &str = "The pairs are being worked out.";

        /// On a region's page.
        pub(crate) const WITH_OTHER_REGIONS: &str = "Compare with other regions";

        /// On a trust's page.
        pub(crate) const WITH_THOSE_LIKE_IT: &str = "Compare it with the five trusts most like it";

        pub(crate) const LIST_OF_ONES_OWN: &str = "Compare a list of your own";
        pub(crate) const NAMES_OR_NUMBERS: &str = "Names or numbers of trusts";
        pub(crate) const HOW_TO_LIST: &str = "Write or paste them, one a line or with commas between. Part of a name \
            is enough if only one trust has it. The first six are drawn.";
        pub(crate) const COMPARE_THESE: &str = "Compare these";

        pub(crate) fn found(trusts: usize) -> String {
            format!("Found: {}.", records::terms::counted(trusts, "trust"))
        }

        pub(crate) fn not_found(entries: &[String]) -> String {
            format!("Not found among the eligible trusts: {}.", entries.join("; "))
        }

        /// Those that it may mean follow, except for `more` of them.
        pub(crate) fn ambiguous(written: &str, more: usize) -> String {
            match more {
                0 => format!("\u{201c}{written}\u{201d} may mean:"),
                _ => format!("\u{201c}{written}\u{201d} may mean these or {more} others:"),
            }
        }

        pub(crate) fn add(name: &str) -> String {
            format!("Add {name}")
        }

        pub(crate) fn not_among_eligible(uids: &str) -> String {
            format!("Not among the eligible trusts under these files and rules: {uids}.")
        }

        pub(crate) fn which_can_be_told_apart(measure: impl Display) -> String {
            format!("Which are distinguishable: {measure}")
        }

        pub(crate) const HOW_PAIRS_ARE_JUDGED: &str = "Two trusts of one region are judged among all pairs of its \
            trusts, others among all pairs of England\u{2019}s. The page on top tens gives the same answers.";
    }

    /// The page on the files.
    pub(crate) mod data {
        pub(crate) use super::{OF_WHICH_YEAR, REMOVE, remove};

        use std::fmt::Display;

        use records::terms::{counted, grouped};

        pub(crate) const THE_DATA: &str = "The data";
        pub(crate) const ALL_FIGURES: &str = "All figures";
        pub(crate) const LEAD: &str = "Files are read in your browser and kept in its memory until you close the \
            page. Below, you can have them remembered for longer.";
        pub(crate) const NO_PROBLEMS: &str = "None: every row and every value was read.";
        /// The column headers of the table of files.
        pub(crate) const HEADS: [&str; 6] = [FILE, "Recognised as", "Year", "Read", "Encoding", "Problems"];
        pub(crate) const FILES: &str = "Files";
        pub(crate) const FILES_IN_USE: &str = "Files in use";
        pub(crate) const CHANGE: &str = "Change";
        pub(crate) const ANOTHER_IS_SHOWN: &str = " (another file of that year is shown)";
        pub(crate) const REPLACE: &str = "Replace";
        pub(crate) const NO_YEAR_GIVEN: &str = "Neither the file nor its name gives the year.";
        pub(crate) const LINKS_ARE_A_SNAPSHOT: &str = "The group links list present members only. A school that \
            has moved is shown in its new trust from the day it joined. Where it was before is not recorded.";
        pub(crate) const PROBLEMS_IN_THE_FILES: &str = "Problems in the files";
        pub(crate) const FILE: &str = "File";
        pub(crate) const LINE: &str = "Line";
        pub(crate) const COLUMN: &str = "Column";
        pub(crate) const VALUE: &str = "Value";
        pub(crate) const PROBLEM: &str = "Problem";
        pub(crate) const WHAT_TO_DO: &str = "What to do";
        pub(crate) const LINKS_ARE_MISSING: &str =
            "The group links are missing. Add all group links from Get Information About Schools.";
        pub(crate) const YOUR_OWN_SPREADSHEET: &str = "Your own spreadsheet";
        pub(crate) const OWN_SPREADSHEET_NOTE: &str = "Fill in the template, one row for each school: its number, \
            its authority or region, pupils and figures. Its trust and joining date can come from the group \
            links. Or add any table saved as CSV, and say what its columns hold. It is shown instead of the \
            Department\u{2019}s file for the same year.";
        pub(crate) const TEMPLATE: &str = "Template";
        pub(crate) const DOWNLOAD_TEMPLATE: &str = "Download trust-gap-template.csv";

        pub(crate) fn further_problems_not_kept(count: usize) -> String {
            let problems = counted(count, "further problem");
            format!("{problems} in the same files are not kept.")
        }

        pub(crate) fn made_up(name: impl Display) -> String {
            format!("{name} (made up)")
        }

        pub(crate) fn replace(name: impl Display) -> String {
            format!("Replace {name}")
        }

        pub(crate) fn joined(year: &str) -> String {
            format!("Schools and their trusts, {year}")
        }

        pub(crate) fn joined_by_links(joined: usize, schools: usize) -> String {
            let (joined, schools) = (grouped(joined), counted(schools, "school"));
            format!("In a multi-academy trust, according to the group links: {joined} of {schools}.")
        }

        pub(crate) fn without_link(schools: usize) -> String {
            format!("Not in any of them: {}.", counted(schools, "school"))
        }

        pub(crate) fn without_school(memberships: usize) -> String {
            let memberships = counted(memberships, "membership");
            format!("For schools that are not in the school file, such as primary schools: {memberships}.")
        }

        /// A file's rows and contents.
        pub(crate) fn rows_with(rows: usize, contents: &str) -> String {
            format!("{}: {contents}", counted(rows, "row"))
        }
    }

    /// The funnel: figures against the number of pupils behind them.
    pub(crate) mod funnel {
        pub(crate) const FUNNEL: &str = "Funnel";
        pub(crate) const TRUSTS_TO_HIGHLIGHT: &str = "Trusts to highlight";
        pub(crate) const WHAT_LIMITS_SHOW: &str = "A small trust\u{2019}s figure moves more by chance than a \
            large one\u{2019}s. The limits show how far. They surround the target, not the figure that a trust \
            has.";
        pub(crate) const NO_FUNNEL: &str = "No funnel can be drawn for this";
        pub(crate) const WHAT_A_FUNNEL_IS: &str = "A funnel shows each figure against the number of pupils behind it.";
        pub(crate) const BEYOND_THE_LIMITS: &str = "What the limits do not say";
    }

    /// The card on the page Data for remembering files, withholding figures for few pupils, and starting over.
    pub(crate) mod keeping {
        pub(crate) const HEADING: &str = "Keeping, sharing and starting over";
        pub(crate) const REMEMBER: &str = "Remember these files on this device";
        pub(crate) const WHAT_REMEMBERING_DOES: &str = "Files are kept in this browser\u{2019}s own storage only, \
            and opened again when you come back. To have them forgotten, untick the box or start over.";
        pub(crate) const START_OVER: &str = "Start over";
        pub(crate) const WHAT_STARTING_OVER_DOES: &str = " forgets all files, including remembered ones, and all \
            choices. The demonstration is shown again.";
        pub(crate) const ALLOW_SMALL_NUMBERS: &str =
            "Allow figures for fewer than 6 pupils in downloads, copies and printed pages";
        pub(crate) const SMALL_NUMBERS_NOTE: &str = "On screen you see all figures in your own data. \
            Downloads, copies, reports and printed pages leave out figures for fewer than 6 pupils, unless you tick \
            this. All other figures there are then worked out without these, and a note says that.";
    }

    /// The page on the method: what each rule does and where it comes from.
    pub(crate) mod method {
        use records::terms::counted;

        pub(crate) const THE_METHOD: &str = "The method";
        pub(crate) const LEAD: &str = "Change a rule and see what changes. The defaults are the Department for \
            Education\u{2019}s.";
        pub(crate) const BACK_TO_DEFAULTS: &str = "Back to the Department\u{2019}s rules";
        pub(crate) const REGIONS_UNDER_THESE_RULES: &str = "Regions under these rules";
        pub(crate) const TEN_BEST_OF_ENGLAND: &str = "The ten best of England under these rules";
        pub(crate) const LEFT_OUT_UNDER_THESE_RULES: &str = "What is left out under these rules";

        pub(crate) fn with_schools(schools: usize) -> String {
            format!(" with {} that count", counted(schools, "school"))
        }

        /// The result of the rules: the finding's figures, and the number of trusts.
        pub(crate) fn outcome(detail: &str, eligible: usize, schools: &str) -> String {
            format!("{detail} {}{schools}.", counted(eligible, "eligible trust"))
        }

        /// A piece of the explanation. Data and one loop, because each element written out adds to the page's
        /// download.
        pub(crate) enum Block {
            Heading(&'static str),
            Text(&'static str),
            Term(&'static str, &'static str),
        }

        /// What each rule does and where it comes from.
        pub(crate) const EXPLANATION: [Block; 21] = [
            Block::Heading("Whose figures"),
            Block::Term(
                "Disadvantaged",
                " pupils had free school meals in the last six years, are looked after, or were adopted from \
                    care. All others are called other pupils. The attainment gap is the other pupils\u{2019} \
                    figure minus the disadvantaged pupils\u{2019} figure. It is shown only where both are \
                    available.",
            ),
            Block::Heading("A trust\u{2019}s figure"),
            Block::Text(
                "The Department for Education weights each school in a trust by pupils and by years. Pupils are \
                    those in the group, for Progress 8 those included in it. Years are the academic years the \
                    school has been in the trust, at most five. From school files and group links, the page \
                    works this out itself under the rules above. The trust file holds the result, rounded. The \
                    page uses it as published and never weights it again.",
            ),
            Block::Text(
                "A value that is suppressed or otherwise missing is shown with its reason and never counted as \
                    zero. A school without a value is left out of the sums for that measure.",
            ),
            Block::Text(
                "By default, a school that joined by 14 September counts from that calendar year, and a later one \
                    from the next. The group links list present members only: where a school was before is not \
                    recorded.",
            ),
            Block::Heading("Eligible trusts"),
            Block::Text(
                "By default, a multi-academy trust is eligible when at least three of its schools count. Those \
                    are mainstream academies: sponsored, converter, free and studio schools, and university \
                    technical colleges. To count, a school must have been in the trust for three years and have \
                    pupils at the end of key stage 4. It must also have a published result for all of these \
                    pupils. A school that does not count is left out of all the trust\u{2019}s sums.",
            ),
            Block::Text(
                "A trust\u{2019}s lead region is the one with most of its weight. A trust belongs to an area of \
                    your own when more of its weight is inside than outside.",
            ),
            Block::Heading("A region\u{2019}s figure"),
            Block::Term(
                "Simple mean of trusts: ",
                "the mean of the eligible trusts\u{2019} figures by lead region. Trusts without a published \
                    figure are left out. The South-West Social Mobility Commission used this rule in its analysis \
                    of June 2024.",
            ),
            Block::Term(
                "Weighted by pupils: ",
                "the same, with each trust weighted by its pupils in the group.",
            ),
            Block::Term(
                "By school: ",
                "each school that counts in an eligible trust is counted in its own region, with its own weight. \
                    Only school files allow this.",
            ),
            Block::Text(
                "Under each finding, the page shows how many of these rules it holds under, and which one breaks \
                    it. Where the school file has a figure for England\u{2019}s state schools, it is shown beside \
                    the trusts. It is the Department\u{2019}s own figure for all schools.",
            ),
            Block::Heading("Ranks"),
            Block::Text(
                "Trusts that tie share the better rank (1, 2, 2, 4), as in standard competition ranking. Higher \
                    is better, except for gaps, where smaller is better. A top ten is every trust whose rank is \
                    at most 10. Published percentages are whole numbers, which makes ties common, and a top ten \
                    can hold more than ten trusts.",
            ),
            Block::Heading("What you should not conclude"),
            Block::Text(
                "Do not conclude that a trust ranked above another teaches better. Intakes, contexts and \
                    selection differ, and many figures rest on few pupils. Intervals show how much chance there \
                    is in a figure or a rank, and nothing else.",
            ),
            Block::Heading("Sources"),
            Block::Text(
                "Department for Education: key stage 4 trust measures, methodology, and the performance tables \
                    with their guides. Get Information About Schools: all group links.",
            ),
            Block::Text("South-West Social Mobility Commission: analysis of 216 trusts, June 2024."),
        ];
    }

    /// The card on the page Data for data sets offered beside this copy of the page.
    pub(crate) mod offered {
        pub(crate) const WHERE_THEY_COME_FROM: &str = "Whoever hosts this copy of the page has put these data \
            sets next to it. What you choose is fetched from there and read in your browser like a file you add.";
        pub(crate) const HEADS: [&str; 6] = ["Data set", "Year", "Source", "Licence", "Files", "Choose"];
        pub(crate) const DATA_SETS_OFFERED_HERE: &str = "Data sets offered here";
        pub(crate) const USE_AGAIN: &str = "Use again";
        pub(crate) const USE: &str = "Use";
        pub(crate) const IN_USE: &str = " In use";
        pub(crate) const FOR_THE_HOST: &str = "For whoever hosts this copy of the page:";
        pub(crate) const FETCHING: &str = "Fetching\u{2026}";

        /// The accessible name of a data set's button, which shows `word`.
        pub(crate) fn button(word: &str, data_set: &str) -> String {
            format!("{word} {data_set}")
        }
    }

    /// What if, on a trust's page.
    pub(crate) mod what_if {
        pub(crate) const WHAT_IF: &str = "What if?";
        pub(crate) const A_SUPPOSITION: &str = "Leave a school out, take one in, or move pupils over the threshold. What \
            comes of it is a supposition, not a result, and is neither printed nor downloaded.";
        pub(crate) const NOTHING_SUPPOSED: &str = "Change something to see its figure, interval and ranks.";
        pub(crate) const ITS_SCHOOLS: &str = "Its schools";
        pub(crate) const NO_SCHOOL: &str = "None";

        pub(crate) fn take_in(region: &str) -> String {
            format!("Take in a school of {region}")
        }

        pub(crate) fn extra_pupils(group: &str) -> String {
            format!("Extra {group} who reach it (minus for fewer)")
        }
    }

    /// One school.
    pub(crate) mod school {
        use std::fmt::Display;

        use records::terms::letters::with_capital;

        pub(crate) const NEEDS_SCHOOLS: &str = "Schools need school files and group links";
        pub(crate) const NO_SUCH_SCHOOL: &str = "This school is not shown";
        pub(crate) const DATA: &str = "What was read is on the page Data";

        pub(crate) fn number(urn: impl Display) -> String {
            format!("URN {urn}, in ")
        }

        pub(crate) fn schools_of(region: impl Display) -> String {
            format!("All schools of {region}")
        }

        pub(crate) fn because(reason: impl Display) -> String {
            format!("{}. ", with_capital(&reason.to_string()))
        }
    }

    /// One region or area: its trusts, its figure under each rule, its schools, and those outside trusts.
    pub(crate) mod region {
        use std::fmt::Display;

        pub(crate) use super::REPORT_TO_PRINT;

        pub(crate) const NO_SUCH_AREA: &str = "No area of yours has this number";
        pub(crate) const AREAS_ARE_MADE_ON_PAGE: &str = "Areas are made on the page ";
        pub(crate) const METHOD: &str = "Method";
        pub(crate) const AREAS_NEED_PLACES: &str =
            ". They need school files or the group links, because a trust file does not say where schools are.";
        pub(crate) const REGION: &str = "Region";
        pub(crate) const NOTHING_LEFT_OUT: &str = "Nothing here is left out.";
        pub(crate) const SCHOOLS_ARE_BEING_RANKED: &str = "The ranks that these schools could have are being worked \
            out \u{2026}";

        /// The ranks that a region's schools could have, which no worker could compute.
        pub(crate) fn schools_not_ranked(reason: &str) -> String {
            format!("The ranks that these schools could have are not known: {reason}.")
        }

        pub(crate) const NO_SCHOOL_COUNTS: &str = "No school here counts in an eligible trust.";

        pub(crate) fn its_trusts(words: impl Display) -> String {
            format!("Its trusts: {words}")
        }

        pub(crate) fn no_eligible_trust_of(name: impl Display) -> String {
            format!("{name} has no eligible trusts")
        }
    }

    /// The first page: the finding, the regional gap, every trust, the top tens.
    pub(crate) mod regions {
        pub(crate) use super::OF_WHICH_YEAR;

        use std::fmt::Display;

        use records::terms::counted;

        pub(crate) const STOP_HIGHLIGHTING: &str = "Stop highlighting the trust";
        pub(crate) const MADE_UP: &str = "Made-up demonstration data";
        pub(crate) const YOUR_AREAS: &str = "Your areas";
        pub(crate) const WHAT_BELONGS_TO_AN_AREA: &str = "A trust belongs to an area when more of its weight is \
            inside than outside. An authority\u{2019}s own figure covers all its schools, as the Department \
            publishes it.";
        pub(crate) const RESULTS_ARE_MISSING: &str =
            "The group links are here, but the schools\u{2019} results are still missing";
        pub(crate) const ADD_RESULTS: &str = "Add the school performance file for the year that you want to see.";
        pub(crate) const NO_TRUSTS: &str = "None of the files has trusts";
        pub(crate) const ADD_TRUSTS: &str = "Add a trust or school performance file.";
        pub(crate) const ADD_GROUP_LINKS: &str = "A school file does not name trusts. Add all group links from \
            Get Information About Schools, and the page matches schools to trusts.";
        pub(crate) const NO_YEAR_GIVEN: &str = "Neither the file nor its name gives the year. How long a school \
            has been in its trust depends on it.";
        pub(crate) const NOTHING_TO_SHOW: &str = "These rules leave nothing to show";
        pub(crate) const SAME_WEIGHT: &str = "Give every school the same weight";

        pub(crate) fn all_about(area: impl Display) -> String {
            format!("All about {area}")
        }

        /// How many of two or more checks of the finding do not hold.
        pub(crate) fn checks(all: usize, warnings: usize) -> String {
            match warnings {
                0 => format!("All {all} checks hold"),
                1 => format!("1 of {all} checks gives a warning"),
                _ => format!("{warnings} of {all} checks give a warning"),
            }
        }

        pub(crate) fn group_links_are_missing(schools: usize, year: impl Display) -> String {
            let schools = counted(schools, "school");
            format!("The trust of each school is still missing ({schools}, {year})")
        }
    }

    /// A report about one trust, region or area, to print or to save as PDF.
    pub(crate) mod report {
        pub(crate) use show::export::words::svg::made_on;

        use std::fmt::Display;

        pub(crate) const NO_REPORT: &str = "No report";
        pub(crate) const NO_SUCH_TRUST_OR_AREA: &str = "Under the rules in force, no eligible trust has this \
            number or name. If the link is about an area, you do not have that area.";
        pub(crate) const ABOUT_WHAT: &str = "A report is about one region, area or trust: open it from there.";
        pub(crate) const PRINT: &str = "Print or save as PDF";
        pub(crate) const CAUTIONS: &str = "Read with care";
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

    /// Whether findings hold under every combination of rules.
    pub(crate) mod robustness {
        pub(crate) const HEADING: &str = "Do the findings survive the rules?";
        pub(crate) const LEAD: &str = "Weights, caps, the fewest years and schools, and the regional figure are \
            choices. Every combination of them that gives different numbers is tried here.";
        pub(crate) const CURVE: &str = "Curve";
        pub(crate) const CURVE_OF: &str = "Curve of";
        pub(crate) const HEADLINE: &str = "Headline";
        pub(crate) const WHAT_COLUMNS_ARE: &str = "Each column is a combination of rules that gives different \
            numbers. Choose one, with a click or the arrow keys and Enter, to put its rules in force. ";
        /// The same of a table, which has no marks to choose.
        pub(crate) const WHAT_ROWS_ARE: &str = "Each row is a combination of rules that gives different numbers.";
        pub(crate) const NO_HEADLINE: &str = "No headlines to test.";
        pub(crate) const CONTEXT: &str = "Do they survive context?";
        pub(crate) const CONTEXT_LEAD: &str = "Schools and trusts differ in intake. Every set of parts that figures can \
            be adjusted for is a choice, tried here under every combination of rules.";
        /// Before the link to the page that says which files these are.
        pub(crate) const ONLY_PUBLISHED: &str = "Trusts\u{2019} ranks cannot be tested with published figures. For that, \
            and for more combinations of rules, add the school performance file and the group links: see ";
        pub(crate) const SEE_DATA: &str = "Data";
        pub(crate) const NO_ELIGIBLE_TRUST: &str = "There are no eligible trusts under any combination.";
    }

    /// Differences within regions compared with differences between them.
    pub(crate) mod spread {
        pub(crate) const CHOOSE_A_MARK: &str =
            "Choose a region\u{2019}s line or a trust\u{2019}s dot to go to its page.";
        pub(crate) const NO_ROWS: &str = "No trust has a figure.";
        pub(crate) const NO_FIGURE: &str = "No trust has a figure";
        pub(crate) const AGAINST_CONTEXT: &str = "Figures by a part of the context";
        pub(crate) const CONTEXT_NOT_KNOWN: &str = "The files do not say who the pupils are, so that figures cannot be \
            drawn against a part of the context.";
        pub(crate) const PART: &str = "Part of the context";
        pub(crate) const HIGHLIGHT: &str = "Region to highlight";
        pub(crate) const NO_REGION: &str = "None";
        pub(crate) const FIND_A_TRUST: &str = "Find a trust";
        pub(crate) const TRUSTS_FOUND: &str = "Trusts found";
        pub(crate) use super::remove;
    }

    /// The gap inside schools and between them.
    pub(crate) mod gap_within {
        pub(crate) const HEADING: &str = "The gap inside schools and between them";
        pub(crate) const NEEDS_SCHOOLS: &str = "Trust files do not say what each school has. With the school file of the \
            year and the group links, this shows how much of the gap is inside schools.";
    }

    /// The top tens with their uncertainty: rank ranges, and which trusts could be among the ten.
    pub(crate) mod top_ten {
        pub(crate) const WHO_COULD_BE_IN_IT: &str = "Who could be in the top ten?";
        const WHAT_A_RANK_IS: &str = "A rank counts how many figures are higher. With few pupils behind each \
            figure, chance alone moves it.";
        pub(crate) const UNCERTAINTY: &str = "Uncertainty";
        pub(crate) const TOP_TEN_OF: &str = "Top ten of";
        pub(crate) const NO_INTERVALS: &str = "No trust has an interval.";
        pub(crate) const NO_ELIGIBLE_TRUST: &str = "This part of the country has no eligible trusts.";
        pub(crate) const CHOOSE_TWO: &str = "Choose two different trusts.";
        pub(crate) const ARE_TWO_DISTINGUISHABLE: &str = "Are two trusts distinguishable?";
        pub(crate) const HOW_PAIRS_ARE_TESTED: &str = "The test allows for every possible pair, so the answer \
            holds whichever two you pick. Two trusts of one region are judged among its trusts, others among \
            England\u{2019}s.";
        pub(crate) const TWO_TRUSTS: &str = "Two trusts";
        pub(crate) const ONE_TRUST: &str = "One trust";
        pub(crate) const ANOTHER: &str = "Another";
        pub(crate) const RANKS_FIRST: &str = "The ranks must be worked out first.";

        /// `in_all` is how many trusts could be in the top tens of all regions.
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
        pub(crate) const LEAD: &str = "A trust\u{2019}s figure moves by chance from year to year, and moves more \
            with fewer pupils. Filled dots mark changes that chance alone hardly explains.";
        pub(crate) const NO_TREND: &str = "No trend yet";
        pub(crate) const ADD_YEARS: &str = "Add the same kind of file for another year with exams: up to 2018/19, \
            or from 2021/22 on. Add a trust file to trust files, or a school file to school files. The same group \
            links serve every year.";
        pub(crate) const ADD_SCHOOLS: &str =
            "Add school files and the group links, or compare trusts as they are in each year.";
        pub(crate) const CHART_IS_FULL: &str = "The chart shows six trusts. Remove one to add another.";
        pub(crate) const ADD_A_TRUST: &str = "Add a trust to the chart";
        pub(crate) const NO_ELIGIBLE_TRUST: &str = "There are no eligible trusts in these years.";

        pub(crate) const EVERY_TRUST: &str = "Every trust, the most improved first";

        pub(crate) fn not_adjusted(error: &str) -> String {
            format!("These lines are not adjusted: {error}.")
        }

        pub(crate) fn not_in_these_years(uid: impl Display) -> String {
            format!("Trust {uid}: not in these years")
        }

        pub(crate) fn error(error: &str, remedy: &str) -> String {
            format!("{}. {remedy}", with_capital(error))
        }
    }

    /// One trust: every measure beside region and nation, the schools behind its figure, its context, similar trusts.
    pub(crate) mod trust {
        pub(crate) use super::REPORT_TO_PRINT;

        use std::fmt::Display;

        use records::terms::counted;

        pub(crate) const NO_SUCH_TRUST: &str = "No eligible trust has this number or name";
        pub(crate) const REGION_NOT_KNOWN: &str = "Its region is not known.";
        pub(crate) const ALL_TRUSTS: &str = "All trusts, including those left out";
        pub(crate) const COMPARE_IT_WITH_OTHERS: &str = "Compare it with others";
        pub(crate) const AGAINST_OTHER_PUPILS_EVERYWHERE: &str = "Compared with other pupils everywhere";
        pub(crate) const ITS_SCHOOLS: &str = "Its schools";
        pub(crate) const ITS_CONTEXT: &str = "Its context";
        pub(crate) const SIMILAR_CONTEXTS: &str = "Trusts in similar contexts that do better";
        pub(crate) const TABLE_AND_NOTES: &str = "As a table, with what is adjusted for";
        pub(crate) const ALL_SIMILAR: &str = "All of the trusts in similar contexts";
        pub(crate) const ALL_FIGURES: &str = "All figures";
        pub(crate) const CHANGE_WEIGHTS: &str = "Change the weights of the context";
        pub(crate) const WEIGHTS_OF_THE_CONTEXT: &str = "Weights of the context";
        pub(crate) const WITH_SUCH_AN_INTAKE: &str = "Beside trusts with such an intake";
        pub(crate) const ON_THE_SCATTER: &str = "Every trust by a part of its context";
        pub(crate) const NOT_ADJUSTED: &str = "Its figure is not adjusted for context: the files do not have its \
            figure, or a part of its context.";
        pub(crate) const CHANCES_OF_ITS_RANK: &str = "Chances of its rank";

        pub(crate) fn not_eligible(uid: impl Display) -> String {
            format!("{uid} is not among the eligible trusts under these files and rules. ")
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

    /// Every trust: searched while typing, sorted by any column, filtered; up to six can be ticked to compare.
    pub(crate) mod trusts {
        use std::fmt::Display;

        use records::terms::{counted, grouped};

        pub(crate) const WITH_SPONSORED_ACADEMIES: &str = "With sponsored academies";
        pub(crate) const WITH_CONVERTERS: &str = "With converters";
        pub(crate) const WITH_FREE_SCHOOLS: &str = "With free schools";
        pub(crate) const WITH_SELECTIVE_SCHOOLS: &str = "With selective schools";
        pub(crate) const NONE_FOUND: &str = "No trusts match your search.";
        pub(crate) const EVERY_TRUST: &str = "Every trust";
        pub(crate) const LEAD: &str =
            "Search, sort and filter. A name opens the trust; a tick adds it to a comparison.";
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
        pub(crate) const ONE_TRUST_IS_TICKED: &str = "One trust is ticked; tick another to compare them.";
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

    /// Shown for an empty list.
    pub(crate) const NONE: &str = "None.";
    pub(crate) const REMOVE: &str = "Remove";
    pub(crate) const CHOOSE_A_TRUST: &str = "Choose a trust";
    pub(crate) const REPORT_TO_PRINT: &str = "Report to print";
    pub(crate) const OF_WHICH_YEAR: &str = "Which year are these results for?";

    pub(crate) fn remove(name: impl Display) -> String {
        format!("Remove {name}")
    }
}

/// Pasted files, and pasted text that is a table.
pub(crate) mod pasting {
    pub(crate) const NO_TABLE: &str = "What you pasted is not a table. Copy cells with the names of their columns \
        above them, or paste the file itself.";
}

/// The pages' names, and messages for addresses that lead nowhere.
pub(crate) mod route {
    use crate::route::Page;

    impl Page {
        pub(crate) const fn name(self) -> &'static str {
            match self {
                Self::Regions => "Regions",
                Self::TopTen => "Top ten",
                Self::Trusts => "Trusts",
                Self::Trust => "Trust",
                Self::School => "School",
                Self::Region => "Region",
                Self::Compare => "Compare",
                Self::Funnel => "Funnel",
                Self::Robustness => "Robustness",
                Self::Spread => "Spread",
                Self::Trend => "Years",
                Self::Combined => "Own score",
                Self::Data => "Data",
                Self::Method => "Method",
                Self::Report => "Report",
            }
        }
    }

    pub(crate) fn no_such_page(name: &str) -> String {
        format!("This page has no part called \u{201c}{name}\u{201d}. The first part is shown instead.")
    }

    pub(crate) fn neither_region_nor_trust(rest: &str) -> String {
        format!("The link\u{2019}s \u{201c}{rest}\u{201d} is neither a region nor a trust, and was ignored.")
    }
}

/// Computing ranks.
pub(crate) mod ranking {
    pub(crate) const NOT_PASSED_ON: &str = "the browser did not pass on the figures";
}

/// The part of the page that reads files and works out ranks.
pub(crate) mod worker {
    /// Why there is none.
    pub(crate) const NOT_FETCHED: &str = "part of the page could not be fetched: reload it when you are online";
}

/// A table whose columns the user explains.
pub(crate) mod mapping {
    pub(crate) const NOT_PASSED_ON: &str = "the browser did not pass on the table";
}

/// Reading files.
pub(crate) mod reading {
    use records::terms::counted;

    pub(crate) const UNREADABLE_ANSWER: &str = "its answer cannot be read";
    pub(crate) const CHOOSE_AGAIN: &str =
        "It may have been changed, moved or deleted since you chose it. Choose the file again.";
    pub(crate) const STARTED_AGAIN: &str = "Other files are read as before. This one may need more memory than \
        the browser has. Keep only the rows and columns you need, and try again.";

    pub(crate) fn read_so_far(file: &str, megabytes: &str, of: &str, rows: usize) -> String {
        let rows = counted(rows, "row");
        format!("Reading {file}: {megabytes} of {of} MB, {rows}")
    }

    pub(crate) fn browser_could_not_read(file: &str, reason: &str) -> String {
        format!("{file}: the browser could not read it ({reason}).")
    }

    pub(crate) fn worker_stopped(file: &str, reason: &str) -> String {
        format!("{file}: reading it failed before the end ({reason}).")
    }

    pub(crate) fn cancelled(file: &str) -> String {
        format!("Reading {file} was cancelled. What you had before is still here.")
    }
}

/// Messages about changes of the state.
pub(crate) mod state {
    use records::terms::counted;

    pub(crate) const CANNOT_REMEMBER: &str = "This browser does not let the page remember files. They are \
        forgotten when you close the page.";
    pub(crate) const STARTED_OVER: &str = "All files and choices are forgotten. The demonstration is shown.";

    pub(crate) fn no_preview(file: &str, reason: &str) -> String {
        format!("The columns of {file} cannot be shown ({reason}). Please try again.")
    }

    pub(crate) fn reading(files: usize) -> String {
        format!("Reading {}", counted(files, "file"))
    }

    pub(crate) fn link_not_understood(parts: &str) -> String {
        format!("Part of this link was not understood, and was ignored: {parts}.")
    }

    /// Files known only by their fingerprints.
    pub(crate) fn files_of(count: usize, fingerprints: &str) -> String {
        format!("{}, fingerprint {fingerprints}", counted(count, "file"))
    }

    pub(crate) fn files_awaited(count: usize, wanted: &str) -> String {
        let it = if count == 1 { "it" } else { "them" };
        format!(
            "This link was made with {wanted}. Add {it} here to see what the link shows. Until then, its rules \
                are applied to what is here."
        )
    }

    pub(crate) fn further_files_awaited(wanted: &str, here: &str) -> String {
        format!("This link was made with {wanted}. Here so far: {here}.")
    }

    pub(crate) fn other_files(wanted: &str, fingerprints: &str, here: &str) -> String {
        format!(
            "This link was made with other files: {wanted} (fingerprint {fingerprints}; here {here}). What is \
                shown may differ."
        )
    }

    /// `contents` is what was read, with its number: "216 trusts".
    pub(crate) fn read(file: &str, contents: &str) -> String {
        format!("{file} read, {contents}")
    }

    pub(crate) fn shown_instead(by: &str, hidden: &str) -> String {
        format!("{by} is shown instead of {hidden}, which stays here and is shown again when you remove {by}.")
    }

    pub(crate) fn read_as_explained(file: &str, known: &str) -> String {
        format!("{file} has the columns that you explained for {known}, and was read in the same way.")
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

    /// Announced after the user chose another reading or undid a choice.
    pub(crate) fn read_as_chosen(file: &str) -> String {
        format!("{file} was read again, as you chose.")
    }

    pub(crate) fn not_read_again(file: &str) -> String {
        format!(
            "{file} could not be read again, because another file with that name came after it. Add it once more \
                to have it read as you chose."
        )
    }
}

/// Exports: tables and pictures, as downloads or copies.
pub(crate) mod exporting {
    pub(crate) const COPY_FIGURES: &str = "Copy figures";
    pub(crate) const COPY_PICTURE: &str = "Copy picture";
    pub(crate) const COPY_ALTERNATIVE_TEXT: &str = "Copy alternative text";
    pub(crate) const COPY_HTML: &str = "Copy HTML";
    pub(crate) const DOWNLOAD: &str = "Download";
    pub(crate) const NOT_READY: &str = "Nothing was downloaded or copied. The version without figures for fewer \
        than 6 pupils is not ready or cannot be made. You can allow those figures on the Data page.";

    /// The accessible name of an export button: what it does, the name, and the file's ending.
    pub(crate) fn button(does: &str, name: &str, ending: &str) -> String {
        format!("{does} {name}{ending}")
    }

    pub(crate) const NO_COPYING: &str = "This browser does not let the page copy. Download or select it instead.";
    pub(crate) const PICTURE_COPIED: &str = "The picture can be pasted now.";
    pub(crate) const NO_COPYING_OF_PICTURES: &str =
        "This browser does not let the page copy pictures. Download the PNG instead.";

    pub(crate) fn copied(what: &str) -> String {
        format!("{what} can be pasted now.")
    }

    pub(crate) const THE_PARAGRAPH: &str = "The paragraph";
    pub(crate) const NO_PICTURE: &str =
        "This browser could not make the picture. Download the SVG instead: it shows the same.";
    pub(crate) const THE_FIGURES: &str = "The figures";
    /// The button that copies a finding to quote.
    pub(crate) const QUOTE_THIS: &str = "Quote this";
    pub(crate) const THE_QUOTATION: &str = "The quotation";
    pub(crate) const THE_ALTERNATIVE_TEXT: &str = "The alternative text";
    pub(crate) const THE_HTML: &str = "The HTML";

    /// Measure, pupils and year before what a chart says of itself.
    pub(crate) fn subtitle(figures: &str, of_chart: &str) -> String {
        match (figures, of_chart) {
            ("", words) | (words, "") => words.to_owned(),
            _ => format!("{figures}. {of_chart}"),
        }
    }

    /// The summary of further ways to take a chart away.
    pub(crate) const MORE: &str = "Size, text, HTML";

    /// The list of sizes.
    pub(crate) const SIZE: &str = "Size of pictures";
}

use records::terms::counted;

/// The contents of a file: "216 trusts, 5 schools". Contents without entries are not named.
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

/// Shown while files are dragged over the page.
pub(crate) const DROP_HINT: &str = "Drop your files anywhere on the page";
