//! The methods paragraph: what was done with which files under which rules, ready to paste, with its references.

use crate::chart::{alike, coverage_in_words};
use crate::method::{Analysis, Ground, IntervalChoices, Limits};
use crate::model::{Basis, DataSet, Origin};
use crate::source::Reading;
use crate::terms::Focus;
use crate::words::export::citations::{
    DEPARTMENT, DERSIMONIAN, FUNNELS, MOGSTAD, OVER_DISPERSION, REFERENCES, SIMONSOHN, WILSON,
};
use crate::words::export::methods as words;

use super::svg::tenths;

/// What is shown beside the figures themselves, so that the paragraph tells of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Used {
    /// Intervals around figures.
    pub intervals: bool,
    /// Ranks with the ranges that cannot be ruled out.
    pub rank_ranges: bool,
    /// A funnel with limits of this kind.
    pub funnel: Option<Limits>,
    /// Figures drawn towards their mean.
    pub shrunken: bool,
    /// What becomes of findings under other rules.
    pub robustness: bool,
}

/// The paragraph with the works that it refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Methods {
    /// The paragraph.
    pub paragraph: String,
    /// The works, by their authors' names.
    pub references: Vec<&'static str>,
}

/// Sentences as they come, and the works they refer to.
struct Writer {
    sentences: Vec<String>,
    cited: Vec<&'static str>,
}

impl Writer {
    fn say(&mut self, sentence: impl Into<String>) {
        self.sentences.push(sentence.into());
    }

    /// A sentence that rests on a work.
    fn cite(&mut self, sentence: impl Into<String>, work: &'static str) {
        self.say(sentence);
        self.cited.push(work);
    }
}

impl Methods {
    /// The methods of an analysis of this data set.
    ///
    /// ```
    /// use trust_gap::export::methods::{Methods, Used};
    /// use trust_gap::method::{IntervalChoices, Measured, Rules};
    /// use trust_gap::{layout::read_file, model::Library};
    /// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,40%\n";
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// let (data, rules, interval_choices) = (library.newest().unwrap(), Rules::default(), IntervalChoices::default());
    /// let measured = Measured::after(None, &data, &rules).unwrap();
    /// let analysis = measured.analysis(rules.focus, rules.regional, &[], &interval_choices).unwrap();
    /// let methods = Methods::new(&data, &analysis, &interval_choices, Used::default());
    /// assert!(methods.paragraph.contains("used as published"));
    /// ```
    #[must_use]
    pub fn new(
        data: &DataSet,
        analysis: &Analysis,
        interval_choices: &IntervalChoices,
        used: Used,
    ) -> Self {
        let mut writer = Writer {
            sentences: Vec::new(),
            cited: Vec::new(),
        };
        write_data(&mut writer, data, analysis);
        write_readings(&mut writer, data, analysis);
        if let Some(words) = coverage_in_words(data, analysis) {
            writer.say(words);
        }
        write_pupils(&mut writer, analysis);
        match analysis.basis {
            Basis::Published => write_published(&mut writer, data, analysis),
            Basis::Computed => write_computed(&mut writer, data, analysis),
        }
        writer.say(words::counts(analysis.all.eligible, analysis.all.published));
        writer.say(words::regional(analysis.rules.regional));
        if used.intervals {
            write_intervals(&mut writer, analysis);
        }
        write_ranks(
            &mut writer,
            analysis,
            used.rank_ranges.then_some(interval_choices),
        );
        write_further(&mut writer, analysis, used);
        let works = REFERENCES.into_iter();
        Self {
            references: works.filter(|work| writer.cited.contains(work)).collect(),
            paragraph: writer.sentences.join(" "),
        }
    }

    /// The paragraph and its references, one below another, to be pasted.
    #[must_use]
    pub fn text(&self) -> String {
        if self.references.is_empty() {
            return self.paragraph.clone();
        }
        words::with_references(&self.paragraph, &self.references)
    }
}

fn write_data(writer: &mut Writer, data: &DataSet, analysis: &Analysis) {
    let year = data.year_in_words();
    writer.say(match data.origin {
        Origin::Demonstration => words::made_up(&year),
        Origin::Files => {
            let files = data.files_of(analysis.basis).into_iter();
            let files: Vec<String> = files.map(|file| words::file(file)).collect();
            words::of_files(&year, &files)
        }
    });
}

/// How the files were read where they allow another reading, a sentence for each kind of decision.
fn write_readings(writer: &mut Writer, data: &DataSet, analysis: &Analysis) {
    let files = data.files_of(analysis.basis);
    // That a file covers part of the country is said with what it was compared with.
    let between_files = data.doubts().filter(|doubt| {
        doubt.assumed != Reading::PartOfCountry && files.iter().any(|file| file.name == doubt.file)
    });
    let of_files = files.iter().flat_map(|file| &file.doubts);
    let decided = alike(of_files.chain(between_files));
    let mut kinds = Vec::new();
    for of in &decided {
        if !kinds.contains(&of.first.kind) {
            kinds.push(of.first.kind);
        }
    }
    for kind in kinds {
        let of_kind = decided.iter().filter(|of| of.first.kind == kind);
        let items: Vec<String> = of_kind
            .map(|of| words::reading(of.first, &of.columns))
            .collect();
        writer.say(words::readings(kind, &items));
    }
}

fn write_pupils(writer: &mut Writer, analysis: &Analysis) {
    let measure = analysis.rules.measure;
    writer.say(match analysis.rules.focus.group() {
        Some(group) => words::measure_of(measure, group),
        None => words::measure_of_gap(measure),
    });
    if analysis.rules.focus != Focus::All {
        writer.say(words::GROUPS);
    }
}

fn write_published(writer: &mut Writer, data: &DataSet, analysis: &Analysis) {
    if data.is_own(Basis::Published) {
        writer.say(words::AS_USER_GIVES);
    } else {
        writer.cite(words::as_published(), DEPARTMENT);
    }
    writer.say(words::eligible_in_file(analysis.rules.min_schools));
}

fn write_computed(writer: &mut Writer, data: &DataSet, analysis: &Analysis) {
    let rules = &analysis.rules;
    writer.cite(words::computed(rules.weight), DEPARTMENT);
    writer.say(words::schools(rules.min_years, rules.types));
    if rules.needs_years() {
        writer.say(words::cut_off(rules.cut_off));
    }
    writer.say(words::eligible(rules.min_schools));
    writer.say(words::missing(rules.missing));
    if !data.links.as_ref().is_some_and(|links| links.file.is_own) {
        writer.say(words::SNAPSHOT);
    }
}

fn write_intervals(writer: &mut Writer, analysis: &Analysis) {
    if analysis
        .trusts
        .iter()
        .all(|trust| trust.precision.is_none())
    {
        writer.say(words::NO_INTERVALS);
        return;
    }
    let (level, basis) = (analysis.level(), analysis.basis);
    match analysis.intervals.ground {
        Ground::Pupils => writer.cite(words::intervals_of_shares(level, basis), WILSON),
        Ground::Published => writer.cite(words::intervals_as_published(level), DEPARTMENT),
        Ground::ProgressSpread(sd) => writer.say(words::intervals_by_spread(level, basis, sd)),
        Ground::Assumed(sd) => {
            writer.say(words::intervals_by_assumption(level, basis, &tenths(sd)));
        }
        Ground::Nothing => {}
    }
    if analysis.intervals.is_upper_bound {
        writer.say(words::TRULY_WIDER);
    }
    if analysis.rules.focus == Focus::Gap {
        writer.say(words::INTERVAL_OF_GAP);
    }
    writer.say(words::INTERVALS_OF_REGIONS);
}

fn write_ranks(
    writer: &mut Writer,
    analysis: &Analysis,
    interval_choices: Option<&IntervalChoices>,
) {
    writer.say(words::ties(analysis.rules.smaller_is_better()));
    if let Some(interval_choices) = interval_choices {
        writer.cite(
            words::ranges_of_ranks(interval_choices.kind, interval_choices.level),
            MOGSTAD,
        );
    }
}

fn write_further(writer: &mut Writer, analysis: &Analysis, used: Used) {
    if let Some(limits) = used.funnel {
        let work = match limits {
            Limits::OverDispersed => OVER_DISPERSION,
            Limits::Exact | Limits::Normal => FUNNELS,
        };
        writer.cite(words::funnel(limits), work);
    }
    if used.shrunken {
        writer.cite(words::SHRUNKEN, DERSIMONIAN);
    }
    if used.robustness {
        writer.cite(words::robustness(analysis.basis), SIMONSOHN);
    }
}
