//! Texts of downloads, reports and the program's output.

/// The methods paragraph.
pub(crate) mod methods {
    use records::model::{Basis, SourceFile};
    use records::terms::{counted, grouped, listed};
    use records::{Doubt, DoubtKind, Grounds};

    use crate::chart::doubts::words::columns;

    /// The paragraph with the works below it.
    pub(crate) fn with_references(paragraph: &str, works: &[&str]) -> String {
        let references = works.join("\n");
        format!("{paragraph}\n\nReferences\n{references}")
    }

    pub(crate) fn made_up(year: &str) -> String {
        format!("The figures are from made-up demonstration data, {year}. They say nothing about any real school.")
    }

    pub(crate) fn of_files(year: &str, files: &[String]) -> String {
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        format!(
            "The figures are for England\u{2019}s multi-academy trusts at key stage 4, {year}, from {}.",
            listed(&files)
        )
    }

    /// "the file mats.csv (the trust performance file, fingerprint 0123456789abcdef)".
    pub(crate) fn file(file: &SourceFile) -> String {
        let fingerprint = file
            .fingerprint
            .map_or_else(String::new, |of| format!(", XXH64 fingerprint {of}"));
        format!("the file {} ({}{fingerprint})", file.name, file.layout)
    }

    /// "month first (9/1/2015 is 1 September) in links.csv, Joined date (the file itself shows it)".
    pub(crate) fn reading(first: &Doubt, of: &[&str]) -> String {
        let location = if of.is_empty() {
            String::new()
        } else {
            format!(", {}", columns(of))
        };
        let grounds = match first.grounds {
            Grounds::Assumed => "an assumption",
            Grounds::Chosen => "the user\u{2019}s choice",
            Grounds::Settled => "as the file itself shows",
        };
        format!("{} in {}{location} ({grounds})", first.assumed, first.file)
    }

    /// All decisions of one kind.
    pub(crate) fn readings(kind: DoubtKind, items: &[String]) -> String {
        format!("A decision was needed on {}: {}.", kind.question(), items.join("; "))
    }

    pub(crate) const SNAPSHOT: &str = "The group links are a snapshot of current members. Where a school was before it \
    joined its trust is not recorded.";

    /// How many trusts were eligible, and how many of them have a figure.
    pub(crate) fn counts(eligible: usize, published: usize) -> String {
        let (was, has) = if eligible == 1 {
            ("was", "has")
        } else {
            ("were", "have")
        };
        let with = if published == eligible {
            String::new()
        } else {
            format!(", of which {} {has} a figure", grouped(published))
        };
        format!("{} {was} eligible{with}.", counted(eligible, "trust"))
    }

    pub(crate) fn ties(smaller_is_better: bool) -> String {
        let better = if smaller_is_better { "Smaller" } else { "Larger" };
        format!(
            "{better} figures rank higher. Trusts that tie share the better rank (1, 2, 2, 4). A top ten is every trust that \
         ranks tenth or better."
        )
    }

    /// How chances of ranks are computed.
    pub(crate) const CHANCES: &str = "Chances of ranks take true figures as normal about figures shrunken towards the \
        mean (Laird and Louis 1989; Lin et al. 2006).";

    /// What figures are shrunken towards for that.
    pub(crate) const SHRUNKEN_FOR_CHANCES: &str = "The mean, and how much trusts differ, are those of all trusts, by \
        restricted maximum likelihood.";

    /// What was worked out again under other rules.
    pub(crate) fn robustness(basis: Basis) -> String {
        let again = match basis {
            Basis::Computed => {
                "Headlines and ranks were worked out again under every distinct combination of weight, minimum schools, minimum \
             years and regional rule."
            }
            Basis::Published => "Headlines were worked out again under every regional rule that the files allow.",
        };
        format!(
            "{again} The shares of combinations are not probabilities, and they are not a joint test of significance \
         (Simonsohn et al. 2020)."
        )
    }
}

/// The columns that say where a downloaded table's figures come from.
pub(crate) mod origin {
    pub(crate) use records::words::mapping::GROUP;

    /// The heads of the columns that say whose figures they are, of which measure and year, and from which files.
    pub(crate) const MEASURE: &str = "Measure";
    pub(crate) const YEAR: &str = "Year";
    pub(crate) const SOURCE: &str = "Source";

    /// Words that a file's name does without.
    pub(crate) const LITTLE_WORDS: [&str; 4] = ["and", "at", "in", "of"];
}

/// A printable report.
pub(crate) mod report_page {
    use method::Rank;
    use records::terms::Region;

    /// The caution beside every comparison of trusts.
    pub(crate) const NOT_TO_CONCLUDE: &str = "A higher rank does not mean better teaching. Intakes, contexts and selection differ, and \
    many figures are based on few pupils.";

    /// The title of a report: a trust or a part of the country, a measure, a group of pupils and a year.
    pub(crate) fn title(about: &str, measure: &str, focus: &str, year: &str) -> String {
        format!("{about}: {measure}, {}, {year}", focus.to_ascii_lowercase())
    }

    /// The caption of a trust's own table.
    pub(crate) const EVERY_MEASURE: &str = "The trust on every measure";

    /// The caption of the table of a part of the country.
    pub(crate) fn every_trust(part: &str) -> String {
        format!("{part}: every eligible trust, the best first")
    }

    /// The text in place of what a file is.
    pub(crate) use crate::chart::words::source_line::MADE_UP;

    /// A trust's ranks in its region and in England.
    pub(crate) fn ranks((regional, here): (Rank, usize), region: Region, (rank, all): (Rank, usize)) -> String {
        format!(
            "It ranks {} in {} and {} in England.",
            regional.among(here),
            region.in_sentence(),
            rank.among(all)
        )
    }
}

/// The trusts in the most similar contexts as parts of documents.
pub(crate) mod similar_rows {
    /// The trusts whose pairs a critical value is for.
    pub(crate) fn family(neighbours: usize) -> String {
        format!("this trust with each of the {neighbours} listed")
    }
}

/// The words around a downloaded picture.
pub mod svg {
    use records::terms::{AcademicYear, Focus, Group, Measure};

    use crate::export::rules_in_force::RuleInForce;
    use crate::export::sheet::Size;

    /// A size in a list.
    pub(crate) const fn size(size: Size) -> &'static str {
        match size {
            Size::Page => "Page, 760 pixels wide",
            Size::Slide => "Slide, 16 to 9",
            Size::Phone => "Phone, 375 pixels wide",
        }
    }

    /// What is shown of whom and when: "Grade 5+ in English and maths, disadvantaged pupils, 2022/23".
    pub(crate) fn figures(measure: Option<Measure>, group: Option<Focus>, year: Option<AcademicYear>) -> String {
        let pupils = group.map(|of| {
            of.group()
                .map_or("disadvantaged and other pupils", Group::pupils)
                .to_owned()
        });
        let parts = [
            measure.map(|measure| measure.name().to_owned()),
            pupils,
            year.map(|year| year.to_string()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// The rules that are not the usual ones, in one sentence without its full stop.
    pub(crate) fn rules(rules: &[RuleInForce]) -> String {
        let rules: Vec<String> = rules.iter().map(|(about, says)| format!("{about}: {says}")).collect();
        match rules.as_slice() {
            [] => String::new(),
            rules => format!("Rules other than the usual ones: {}", rules.join("; ")),
        }
    }

    /// What made the picture, named in it.
    const PROGRAM: &str = "Trust Gap Explorer";

    /// "Made on 30 November 2026 with Trust Gap Explorer."
    pub fn made_on(day: &str) -> String {
        format!("Made on {day} with {PROGRAM}.")
    }
}

/// The analysis as text for a terminal.
pub(crate) mod text {
    use method::{IntervalBasis, Intervals, Reason};
    use records::ProblemKind;
    use records::terms::counted;

    pub(crate) fn top_ten(region: &str) -> String {
        format!("{region}: top ten")
    }

    pub(crate) fn eligible(trusts: usize) -> String {
        counted(trusts, "eligible trust")
    }

    /// The column headings for a part's figure, its interval, the gap and how many trusts have a figure.
    pub(crate) const HEADS: [&str; 4] = ["figure", "interval", "gap", "trusts"];

    pub(crate) const ALL_TRUSTS: &str = "All trusts";

    pub(crate) const ENGLAND: &str = "England, state-funded";

    /// The level and basis of the intervals.
    pub(crate) fn intervals(intervals: &Intervals) -> String {
        let level = intervals.choices.level.percent();
        let ground = match intervals.ground {
            IntervalBasis::Nothing => {
                return "No intervals: it is not known how much pupils differ".to_owned();
            }
            IntervalBasis::Assumed(sd) => {
                format!("assuming a standard deviation of pupils of {sd} points")
            }
            IntervalBasis::ProgressSpread(sd) => {
                format!("with the standard deviation of pupils in the file, {sd:.2}")
            }
            IntervalBasis::Published => "as published, pupil sampling only for regions".to_owned(),
            IntervalBasis::Pupils => "pupil sampling only".to_owned(),
        };
        let bound = if intervals.is_upper_bound {
            "; pupil numbers are an upper bound of the effective ones"
        } else {
            ""
        };
        format!("Intervals at {level}%, {ground}{bound}")
    }

    pub(crate) use crate::chart::bounds::words::from_to;

    pub(crate) fn no_figure(trust: &str, reason: &str) -> String {
        format!("No figure: {trust} ({reason})")
    }

    pub(crate) fn schools_left_out(schools: usize) -> String {
        format!(
            "{} not in any trust's figures: --format json lists each with its reason",
            if schools == 1 {
                "1 school is".to_owned()
            } else {
                format!("{schools} schools are")
            }
        )
    }

    pub(crate) fn problem(problem: &ProblemKind<'_>) -> String {
        format!("Problem: {problem}")
    }

    pub(crate) fn without_school(trusts: usize) -> String {
        format!(
            "Not eligible: {} without a school in the school file",
            counted(trusts, "trust")
        )
    }

    pub(crate) fn not_eligible(trust: &str, reason: &Reason) -> String {
        format!("Not eligible: {trust} ({reason})")
    }
}

/// The caution beside figures for few pupils that are downloaded because the user allowed it.
pub(crate) mod withheld {
    /// The caution beside downloads that contain such figures.
    pub(crate) const KEPT: &str =
        "Figures for fewer than 6 pupils are shown because the user asked for them. Share them with care.";
}
