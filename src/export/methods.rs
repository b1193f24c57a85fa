//! The methods paragraph: what was done with which files under which rules, ready to paste, with its references.

use crate::chart::level_in_words;
use crate::method::weighting::{CAP_AT_KEY_STAGE_4, Weight};
use crate::method::{
    Analysis, Doubt, Ground, Limits, MissingPolicy, Precisions, RankKind, RegionalRule,
};
use crate::model::{Basis, DataSet, Origin, SourceFile};
use crate::terms::decimals::with_decimals;
use crate::terms::letters::{in_small, with_small};
use crate::terms::{Focus, counted, grouped, listed};

use super::citations::{
    DEPARTMENT, DERSIMONIAN, FUNNELS, MOGSTAD, OVER_DISPERSION, REFERENCES, SIMONSOHN, WILSON,
};
use super::rules_in_force::types;
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
    /// The methods of an analysis of this data set. `precisions` are those of the analysis.
    ///
    /// ```
    /// use trust_gap::export::methods::{Methods, Used};
    /// use trust_gap::method::{Doubt, Measured, Precisions, Rules};
    /// use trust_gap::{layout::read_file, model::Library};
    /// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,40%\n";
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// let (data, rules, doubt) = (library.newest().unwrap(), Rules::default(), Doubt::default());
    /// let measured = Measured::after(None, &data, &rules).unwrap();
    /// let analysis = measured.analysis(rules.focus, rules.regional, &[]).unwrap();
    /// let precisions = Precisions::new(&measured, &analysis, &doubt);
    /// let methods = Methods::new(&data, &analysis, &precisions, &doubt, Used::default());
    /// assert!(methods.paragraph.contains("used as published"));
    /// ```
    #[must_use]
    pub fn new(
        data: &DataSet,
        analysis: &Analysis,
        precisions: &Precisions,
        doubt: &Doubt,
        used: Used,
    ) -> Self {
        let mut writer = Writer {
            sentences: Vec::new(),
            cited: Vec::new(),
        };
        write_data(&mut writer, data, analysis);
        write_pupils(&mut writer, analysis);
        match analysis.basis {
            Basis::Published => write_published(&mut writer, data, analysis),
            Basis::Computed => write_computed(&mut writer, data, analysis),
        }
        write_counts(&mut writer, analysis);
        write_regional(&mut writer, analysis);
        if used.intervals {
            write_intervals(&mut writer, analysis, precisions);
        }
        write_ranks(&mut writer, analysis, used.rank_ranges.then_some(doubt));
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
        let references = self.references.join("\n");
        format!("{}\n\nReferences\n{references}", self.paragraph)
    }
}

fn write_data(writer: &mut Writer, data: &DataSet, analysis: &Analysis) {
    let year = data.year_in_words();
    match data.origin {
        Origin::Demonstration => writer.say(format!(
            "The figures are those of made-up demonstration data, {year}, and say nothing of any real school."
        )),
        Origin::Files => {
            let files: Vec<String> = data
                .files_of(analysis.basis)
                .into_iter()
                .map(|file| file_in_words(file))
                .collect();
            let files: Vec<&str> = files.iter().map(String::as_str).collect();
            writer.say(format!(
                "The figures are those of England\u{2019}s multi-academy trusts at key stage 4, {year}, from {}.",
                listed(&files)
            ));
        }
    }
}

/// "the file mats.csv (the trust performance file, fingerprint 0123456789abcdef)".
fn file_in_words(file: &SourceFile) -> String {
    let fingerprint = file
        .fingerprint
        .map_or_else(String::new, |of| format!(", XXH64 fingerprint {of}"));
    format!("the file {} ({}{fingerprint})", file.name, file.layout)
}

fn write_pupils(writer: &mut Writer, analysis: &Analysis) {
    let measure = analysis.rules.measure;
    match analysis.rules.focus.group() {
        Some(group) => writer.say(format!(
            "The measure is {}.",
            the(&with_small(&measure.description(group.pupils())))
        )),
        None => writer.say(format!(
            "The measure is {}; the attainment gap is the figure of other pupils less that of disadvantaged pupils, in \
             {}, where both are there.",
            measure.name(),
            measure.unit().difference_word()
        )),
    }
    if analysis.rules.focus != Focus::All {
        writer.say(
            "Disadvantaged pupils had free school meals in the last six years, are looked after or were adopted from \
             care; all others are called other pupils.",
        );
    }
}

/// "the share of …"; names of one's own measures stand as they are.
fn the(phrase: &str) -> String {
    if phrase.starts_with("share") || phrase.starts_with("average") {
        format!("the {phrase}")
    } else {
        phrase.to_owned()
    }
}

fn write_published(writer: &mut Writer, data: &DataSet, analysis: &Analysis) {
    if data.is_own(Basis::Published) {
        writer.say("Each trust\u{2019}s figure was used as the user\u{2019}s own file gives it.");
    } else {
        writer.cite(
            format!(
                "Each trust\u{2019}s figure was used as published: the Department for Education weights each school by \
                 its pupils of the group and by the academic years that it has been in the trust, at most \
                 {CAP_AT_KEY_STAGE_4} (Department for Education)."
            ),
            DEPARTMENT,
        );
    }
    writer.say(format!(
        "A trust was eligible where the file counts at least {} of it or lists eligible trusts alone.",
        counted(analysis.rules.min_schools as usize, "school")
    ));
}

fn write_computed(writer: &mut Writer, data: &DataSet, analysis: &Analysis) {
    let rules = &analysis.rules;
    let as_department = if rules.weight == Weight::default() {
        ", as the Department for Education does (Department for Education)"
    } else {
        "; the Department for Education weights by pupils and years in the trust, at most 5 (Department for Education)"
    };
    writer.cite(
        format!(
            "Each trust\u{2019}s figure was computed from its schools, {}{as_department}.",
            rules.weight.in_sentence()
        ),
        DEPARTMENT,
    );
    let years = match rules.min_years {
        0 => "however long it had been in the trust".to_owned(),
        years => format!(
            "when it had been in the trust for at least {}",
            counted(years as usize, "academic year")
        ),
    };
    writer.say(format!(
        "A school counted {years}, had pupils at the end of key stage 4 and any published result, and was of one of \
         these types: {}.",
        in_small(&types(rules.types))
    ));
    if rules.needs_years() {
        writer.say(format!(
            "A school that joined by {} counted from that calendar year, a later one from the next.",
            rules.cut_off
        ));
    }
    writer.say(format!(
        "A trust was eligible when at least {} of it counted.",
        counted(rules.min_schools as usize, "school")
    ));
    writer.say(match rules.missing {
        MissingPolicy::LeaveOutSchool => {
            "A value that is suppressed or otherwise missing was never taken for zero: a school without one left the \
             sums of that measure."
        }
        MissingPolicy::LeaveOutTrust => {
            "A value that is suppressed or otherwise missing was never taken for zero: a trust with a school without \
             one has no figure for that measure."
        }
    });
    if !data.links.as_ref().is_some_and(|links| links.file.is_own) {
        writer.say(
            "The group links are a snapshot of present members: where a school was before it joined its trust is not \
             recorded.",
        );
    }
}

fn write_counts(writer: &mut Writer, analysis: &Analysis) {
    let (eligible, published) = (analysis.all.eligible, analysis.all.published);
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
    let trusts = counted(eligible, "trust");
    writer.say(format!("{trusts} {was} eligible{with}."));
}

fn write_regional(writer: &mut Writer, analysis: &Analysis) {
    writer.say(match analysis.rules.regional {
        RegionalRule::SimpleMean => {
            "A region\u{2019}s figure is the simple mean of the figures of the eligible trusts of which it is the lead \
             region."
        }
        RegionalRule::PupilWeighted => {
            "A region\u{2019}s figure is the mean of the figures of the eligible trusts of which it is the lead region, \
             weighted by each trust\u{2019}s pupils of the group."
        }
        RegionalRule::BySchool => {
            "A region\u{2019}s figure is the weighted mean of the schools in it that count in an eligible trust, each \
             with its own weight, wherever their trust\u{2019}s lead region is."
        }
    });
}

fn write_intervals(writer: &mut Writer, analysis: &Analysis, precisions: &Precisions) {
    if precisions.trusts.iter().all(Option::is_none) {
        writer.say("No intervals could be made.");
        return;
    }
    let level = level_in_words(precisions.level);
    let pupils = match analysis.basis {
        Basis::Published => "each trust\u{2019}s number of pupils of the group",
        Basis::Computed => "each trust\u{2019}s effective number of pupils of the group",
    };
    match precisions.ground {
        Ground::Pupils => writer.cite(
            format!("The {level} intervals of trusts are Wilson\u{2019}s score intervals on {pupils} (Wilson 1927)."),
            WILSON,
        ),
        Ground::Published => writer.cite(
            format!(
                "The {level} intervals of trusts are those published with Progress 8, made wider or narrower where \
                 another level than 95% is asked for (Department for Education)."
            ),
            DEPARTMENT,
        ),
        Ground::ProgressSpread(sd) => writer.say(format!(
            "The {level} intervals of trusts rest on {pupils} and on the standard deviation of pupils\u{2019} scores \
             that the published intervals tell, {} grades.",
            with_decimals(sd, 2)
        )),
        Ground::Assumed(sd) => writer.say(format!(
            "The {level} intervals of trusts rest on {pupils} and on an assumed standard deviation of pupils\u{2019} \
             scores of {} points, which no publication gives.",
            tenths(sd)
        )),
        Ground::Nothing => {}
    }
    if precisions.is_upper_bound {
        writer.say(
            "As a file of trusts does not tell how unevenly pupils weigh, the true intervals are wider.",
        );
    }
    if analysis.rules.focus == Focus::Gap {
        writer.say("The interval of a gap joins the standard errors of both groups.");
    }
    writer.say(
        "The intervals of regional figures take the trusts as given and tell of the chance in their pupils alone.",
    );
}

fn write_ranks(writer: &mut Writer, analysis: &Analysis, doubt: Option<&Doubt>) {
    let better = if analysis.rules.smaller_is_better() {
        "the smaller figure being the better"
    } else {
        "the greater figure being the better"
    };
    writer.say(format!(
        "Trusts that tie share the better rank (1, 2, 2, 4), {better}; a top ten is every trust whose rank is at most \
         10."
    ));
    let Some(doubt) = doubt else { return };
    let level = level_in_words(doubt.level);
    let kind = match doubt.kind {
        RankKind::Marginal => format!(
            "for any one trust picked beforehand the range holds its true rank with {level} confidence"
        ),
        RankKind::Simultaneous => {
            format!("all ranges of a list hold at once with {level} confidence")
        }
    };
    writer.cite(
        format!(
            "The ranges of ranks are those that the differences between trusts cannot rule out: {kind} (Mogstad et \
             al. 2024)."
        ),
        MOGSTAD,
    );
}

fn write_further(writer: &mut Writer, analysis: &Analysis, used: Used) {
    match used.funnel {
        Some(Limits::OverDispersed) => writer.cite(
            "The funnel\u{2019}s limits of 95% and 99.8% allow for trusts that differ by more than chance, additively on \
             the arcsine scale, the most extreme tenth at either end drawn in (Spiegelhalter 2005).",
            OVER_DISPERSION,
        ),
        Some(Limits::Exact) => writer.cite(
            "The funnel\u{2019}s limits of 95% and 99.8% are those of the binomial distribution, with interpolation \
             (Spiegelhalter 2005).",
            FUNNELS,
        ),
        Some(Limits::Normal) => writer.cite(
            "The funnel\u{2019}s limits of 95% and 99.8% are the target plus and minus 1.96 and 3.09 standard errors \
             (Spiegelhalter 2005).",
            FUNNELS,
        ),
        None => {}
    }
    if used.shrunken {
        writer.cite(
            "Shrunken figures are drawn towards the mean by as much as chance in their pupils is of all their \
             variation (DerSimonian and Laird 1986).",
            DERSIMONIAN,
        );
    }
    if used.robustness {
        let trusts = match analysis.basis {
            Basis::Computed => {
                "Headlines and ranks were made anew under every distinct combination of weight, fewest schools, fewest \
                 years and regional rule"
            }
            Basis::Published => {
                "Headlines were made anew under every regional rule that the files allow"
            }
        };
        writer.cite(
            format!(
                "{trusts}; the shares of combinations are no probabilities, and no joint test of significance is \
                 claimed (Simonsohn et al. 2020)."
            ),
            SIMONSOHN,
        );
    }
}
