//! The words and tables of a printable report, of one trust, region or area, for a page to lay out.

use std::borrow::Cow;
use std::rc::Rc;

use method::{Analysis, Family, FamilyRanks, Measured, NotAdjusted, Scope, Settings, TrustFigures, trust_gap_within};
use records::model::{DataSet, Origin, SourceFile};

use crate::chart::words::source_line::WITHHELD;
use crate::chart::{
    Chart as _, CompareChart, ContributionChart, Finding, Table, TrustChancesInWords, TrustContext,
    adjusted_regions_table, compare_table, could_be_sentence, gap_within_in_words, of_analysis, part_in_words,
    part_name, precision_in_words, region_adjusted_in_words, source_line,
};
use crate::export::words::report_page as words;
use crate::export::words::withheld::KEPT;

use super::methods::{Methods, Used};
use super::rules_in_force::{RuleInForce, rules_in_force};

/// The input of a report.
#[derive(Clone, Copy)]
pub struct ReportInput<'a> {
    /// The data, from which figures of few pupils have been withheld where they have to be.
    pub data: &'a DataSet,
    /// The measured values behind the analysis.
    pub measured: &'a Measured,
    /// The analysis.
    pub analysis: &'a Analysis,
    /// The analyses of every measure and group for a trust's own table.
    pub every: &'a [Analysis],
    /// The same adjusted for context, or why it is not; `None` if that is no part of the report.
    pub adjusted: Option<Result<&'a Analysis, NotAdjusted>>,
    /// Whether figures for few pupils are included because the user allowed it.
    pub is_kept: bool,
    /// What the user chose.
    pub settings: &'a Settings,
    /// The ranks in the report's part of the country, if computed.
    pub ranks: Option<(&'a Family, &'a FamilyRanks)>,
    /// What the report shows beside the figures.
    pub used: Used<'a>,
    /// The day on which it is made, in words.
    pub made_on: &'a str,
    /// The date of a file by its name, in words; `None` if not known.
    pub dated: &'a dyn Fn(&str) -> Option<String>,
}

/// A report.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportPage {
    /// The title.
    pub title: String,
    /// The findings, one sentence each, the main one first.
    pub finding: Vec<String>,
    /// The figures.
    pub tables: Vec<Table>,
    /// Notes: the basis of the intervals, withheld figures and cautions.
    pub notes: Vec<String>,
    /// The methods, with their references.
    pub methods: Methods,
    /// The rules in force.
    pub rules: Vec<RuleInForce>,
    /// The files that the figures come from.
    pub files: Vec<ReportFile>,
    /// Where the figures come from, in a line.
    pub source: String,
    /// The day on which it was made, in words.
    pub made_on: String,
}

/// A file that a report's figures come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportFile {
    /// Its name.
    pub name: String,
    /// What it is: "the trust performance file".
    pub layout: Cow<'static, str>,
    /// Its date, in words; `None` if not known.
    pub dated: Option<String>,
    /// Its fingerprint; `None` for made-up data, and if figures are withheld, because it would depend on them.
    pub fingerprint: Option<String>,
}

impl ReportPage {
    /// The report for the trust with this number. Returns `None` if it is not eligible under the rules in force.
    #[must_use]
    pub fn of_trust(report_input: &ReportInput<'_>, uid: &str) -> Option<Self> {
        let (data, analysis) = (report_input.data, report_input.analysis);
        let mut trusts = analysis.trusts.iter();
        let index = trusts.position(|trust| &*trust.uid == uid)?;
        let trust = analysis.trusts.get(index)?;
        let chart = ContributionChart::new(data, analysis, index)?;
        let mut finding = vec![sentence(chart.title())];
        finding.extend(ranks_in_words(analysis, trust));
        let region = trust.region.map(Scope::Region);
        finding.extend(region.and_then(|region| report_input.part_in_words(region)));
        let context = report_input.context_of(uid);
        if let Some(Ok(context)) = &context {
            finding.extend(context.sentences.iter().cloned());
        }
        let chances = TrustChancesInWords::new(analysis, uid);
        finding.extend(chances.iter().flat_map(|chances| &chances.sentences).cloned());
        let gap = trust_gap_within(analysis, trust);
        finding.extend(gap.map(|gap| gap_within_in_words(&trust.readable_name, &gap)));
        let uids = [Rc::clone(&trust.uid)];
        let mut tables = vec![Table {
            caption: words::EVERY_MEASURE.into(),
            ..compare_table(report_input.every, &uids)
        }];
        if chart.has_schools() {
            tables.push(chart.table());
        }
        let notes = match context {
            Some(Ok(context)) => {
                tables.push(context.table);
                context.notes
            }
            Some(Err(reason)) => vec![reason.to_string()],
            None => Vec::new(),
        };
        let mut report_input = *report_input;
        report_input.used.chances = chances.as_ref().is_some_and(|chances| chances.chart.is_some());
        let mut page = Self::new(&report_input, trust.readable_name.to_string(), finding, tables);
        page.notes.extend(notes);
        page.notes.extend(chances.map(|chances| chances.meaning));
        if !chart.has_schools() {
            page.notes.push(chart.subtitle().to_owned());
        }
        Some(page)
    }

    /// The report for a part of the country.
    #[must_use]
    pub fn of_part(report_input: &ReportInput<'_>, scope: Scope<'_>) -> Self {
        let analysis = report_input.analysis;
        let mut finding: Vec<String> = report_input.part_in_words(scope).into_iter().collect();
        let (family, ranks) = report_input.ranks.unzip();
        if let (Some(family), Some(ranks)) = (family, ranks) {
            finding.push(sentence(&could_be_sentence(family, ranks)));
        }
        let overall = Finding::of(report_input.measured, analysis);
        finding.extend([overall.headline, overall.detail].iter().map(|of| sentence(of)));
        finding.extend(overall.checks.iter().map(|check| sentence(&check.text)));
        let trusts = analysis.trusts.iter().filter(|trust| scope.is_of(trust));
        let uids: Vec<Rc<str>> = trusts.map(|trust| Rc::clone(&trust.uid)).collect();
        let name = part_name(scope);
        let table = Table {
            caption: of_analysis(analysis, words::every_trust(name)).into(),
            ..CompareChart::new(analysis, &uids).table()
        };
        let mut tables = vec![table];
        if let Some(Ok(adjusted)) = report_input.adjusted {
            if let Scope::Region(region) = scope {
                finding.extend(region_adjusted_in_words(region, analysis, adjusted));
            }
            tables.push(adjusted_regions_table(analysis, adjusted));
        }
        Self::new(report_input, name.to_owned(), finding, tables)
    }

    fn new(report_input: &ReportInput<'_>, about: String, finding: Vec<String>, tables: Vec<Table>) -> Self {
        let ReportInput { data, analysis, .. } = *report_input;
        let rules = analysis.rules;
        let adjusted = report_input.adjusted.and_then(Result::ok);
        let used = Used {
            adjustment: adjusted.and_then(|adjusted| adjusted.adjustment.as_deref()),
            ..report_input.used
        };
        let mut notes = Vec::new();
        if report_input.used.intervals {
            notes.push(precision_in_words(analysis));
        }
        let is_withheld = report_input.files_of().any(|file| file.is_withheld);
        if is_withheld {
            notes.push(WITHHELD.to_owned());
        } else if report_input.is_kept {
            notes.push(KEPT.to_owned());
        }
        notes.push(words::NOT_TO_CONCLUDE.to_owned());
        Self {
            title: words::title(&about, rules.measure.name(), rules.focus.name(), &data.year_in_words()),
            finding,
            tables,
            notes,
            methods: Methods::new(data, analysis, report_input.settings, used),
            rules: rules_in_force(adjusted.unwrap_or(analysis), report_input.settings),
            files: report_input.files(),
            source: source_line(data, analysis),
            made_on: report_input.made_on.to_owned(),
        }
    }
}

impl ReportInput<'_> {
    /// The trust with this number beside those with such an intake, or why it is not; `None` if it has no figure.
    fn context_of(&self, uid: &str) -> Option<Result<TrustContext, NotAdjusted>> {
        let adjust = self.settings.adjust;
        match self.adjusted? {
            Ok(adjusted) => TrustContext::new(self.analysis, adjusted, adjust, uid).map(Ok),
            Err(reason) => Some(Err(reason)),
        }
    }

    fn part_in_words(&self, scope: Scope<'_>) -> Option<String> {
        let part = part_in_words(self.analysis, scope)?;
        Some(sentence(&part))
    }

    fn files_of(&self) -> impl Iterator<Item = &Rc<SourceFile>> {
        self.data.files_of(self.analysis.basis).into_iter()
    }

    fn files(&self) -> Vec<ReportFile> {
        self.files_of()
            .map(|file| ReportFile {
                name: file.name.clone(),
                layout: match self.data.origin {
                    Origin::Files => file.layout.clone(),
                    Origin::Demonstration => words::MADE_UP.into(),
                },
                dated: (self.dated)(&file.name),
                fingerprint: file.fingerprint.map(|of| of.to_string()),
            })
            .collect()
    }
}

/// A trust's ranks in a sentence. Returns `None` if it has none.
fn ranks_in_words(analysis: &Analysis, trust: &TrustFigures) -> Option<String> {
    let regional = analysis.regional_rank_among(trust)?;
    let rank = (trust.rank()?, analysis.all.published);
    let words = words::ranks(regional, trust.region?, rank);
    Some(of_analysis(analysis, words))
}

/// Adds a full stop.
fn sentence(words: &str) -> String {
    if words.ends_with(['.', '!', '?']) {
        words.to_owned()
    } else {
        format!("{words}.")
    }
}
