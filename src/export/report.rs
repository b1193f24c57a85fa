//! The analysis as one document: what the native program prints.

use std::fmt::Write as _;

use serde::Serialize;

use crate::method::{Analysis, Exclusion, Rank, RegionFigures, Status, TrustFigures};
use crate::model::DataSet;
use crate::source::Problem;
use crate::terms::{Figure, readable_name};

/// The document. Missing numbers are null, percentages are 0 to 100.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The year of the results, such as `2022/23`.
    pub year: Option<String>,
    /// The measure's key.
    pub measure: &'static str,
    /// The group's key, or `gap`.
    pub group: &'static str,
    /// The regional rule's key.
    pub regional: &'static str,
    /// Eligible trusts.
    pub eligible: usize,
    /// The figure of all eligible trusts under the regional rule.
    pub national: Option<Figure>,
    /// The regions, by name.
    pub regions: Vec<RegionRow>,
    /// Every eligible trust, the best first.
    pub trusts: Vec<TrustRow>,
    /// What is not eligible.
    pub excluded: Vec<Exclusion>,
    /// What is wrong in the files.
    pub problems: Vec<ProblemRow>,
}

/// A region's line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RegionRow {
    /// Its name.
    pub name: &'static str,
    /// Trusts with a published figure.
    pub trusts: usize,
    /// Eligible trusts.
    pub eligible: usize,
    /// The figure of the focus.
    pub figure: Option<Figure>,
    /// The attainment gap.
    pub gap: Option<Figure>,
}

/// A trust's line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TrustRow {
    /// The Department's number.
    pub uid: String,
    /// The name as published.
    pub name: String,
    /// The lead region.
    pub region: &'static str,
    /// Pupils at the end of key stage 4.
    pub pupils: Option<f64>,
    /// Those of the group; of the disadvantaged for the gap.
    pub group_pupils: Option<f64>,
    /// The figure of the focus.
    pub figure: Option<Figure>,
    /// The disadvantaged pupils' figure.
    pub disadvantaged: Option<Figure>,
    /// The other pupils' figure.
    pub other: Option<Figure>,
    /// Other less disadvantaged.
    pub gap: Option<Figure>,
    /// The rank among all eligible trusts.
    pub rank: Option<Rank>,
    /// The rank within its region.
    pub regional_rank: Option<Rank>,
    /// `published`, or the reason why there is no figure.
    pub status: &'static str,
}

/// A problem's line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProblemRow {
    /// The file's name.
    pub file: String,
    /// The line; nothing where the whole file is meant.
    pub line: Option<u64>,
    /// The column's name as the file has it.
    pub column: Option<String>,
    /// What the cell holds.
    pub value: Option<String>,
    /// What is wrong and what to do.
    pub message: String,
}

impl From<&Problem> for ProblemRow {
    fn from(problem: &Problem) -> Self {
        Self {
            file: problem.file.clone(),
            line: Some(problem.line),
            column: problem.column.clone(),
            value: problem.value.clone(),
            message: format!("{}. {}", problem.fault, problem.fault.remedy()),
        }
    }
}

impl From<&RegionFigures> for RegionRow {
    fn from(figures: &RegionFigures) -> Self {
        Self {
            name: figures.region.name(),
            trusts: figures.area.published,
            eligible: figures.area.eligible,
            figure: figures.area.figure,
            gap: figures.area.pair.map(|pair| pair.gap),
        }
    }
}

impl From<&TrustFigures> for TrustRow {
    fn from(trust: &TrustFigures) -> Self {
        Self {
            uid: trust.uid.clone(),
            name: trust.name.clone(),
            region: trust.region.name(),
            pupils: trust.pupils,
            group_pupils: trust.group_pupils,
            figure: trust.figure(),
            disadvantaged: trust.disadvantaged.figure(),
            other: trust.other.figure(),
            gap: trust.gap,
            rank: trust.rank(),
            regional_rank: trust.regional_rank(),
            status: match trust.status {
                Status::Published { .. } => "published",
                Status::Missing(reason) => reason.reason(),
            },
        }
    }
}

impl Report {
    /// The document of an analysis, with what is wrong in the files behind it.
    #[must_use]
    pub fn new<'a>(analysis: &Analysis, problems: impl Iterator<Item = &'a Problem>) -> Self {
        Self {
            year: analysis.year.map(|year| year.to_string()),
            measure: analysis.rules.measure.key(),
            group: analysis.rules.focus.key(),
            regional: analysis.rules.regional.key(),
            eligible: analysis.all.eligible,
            national: analysis.all.figure,
            regions: analysis.regions.iter().map(RegionRow::from).collect(),
            trusts: analysis.trusts.iter().map(TrustRow::from).collect(),
            excluded: analysis.excluded.clone(),
            problems: problems.map(ProblemRow::from).collect(),
        }
    }
}

/// The analysis as text for a terminal: the regions, each with its top ten, then what is left out.
#[must_use]
pub fn text(data: &DataSet, analysis: &Analysis) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_text(&mut out, data, analysis);
    out
}

fn write_text(out: &mut String, data: &DataSet, analysis: &Analysis) -> std::fmt::Result {
    let rules = analysis.rules;
    let plain = |figure: Option<Figure>| figure.map_or_else(|| "-".to_owned(), Figure::plain);
    writeln!(
        out,
        "{}, {}, {} ({})",
        rules.measure.name(),
        rules.focus.name().to_lowercase(),
        data.year_in_words(),
        rules.regional.name().to_lowercase()
    )?;
    writeln!(out, "{} eligible trusts\n", analysis.all.eligible)?;
    writeln!(out, "{:<26}{:>8}{:>8}{:>8}", "", "figure", "gap", "trusts")?;
    for figures in analysis.regions_in_order() {
        write_area(out, figures.region.name(), &figures.area)?;
    }
    write_area(out, "All trusts", &analysis.all)?;
    for figures in analysis.regions_in_order() {
        writeln!(out, "\n{}: top ten", figures.region.name())?;
        for trust in analysis.top_ten(figures.region) {
            let rank = trust.regional_rank().map_or(0, Rank::place);
            writeln!(
                out,
                "{rank:>4}  {:>6}  {}",
                plain(trust.figure()),
                readable_name(&trust.name)
            )?;
        }
    }
    for (trust, reason) in analysis.unpublished() {
        writeln!(
            out,
            "\nNo figure: {} ({})",
            readable_name(&trust.name),
            reason.reason()
        )?;
    }
    for exclusion in &analysis.excluded {
        writeln!(
            out,
            "\nNot eligible: {} ({})",
            readable_name(&exclusion.name),
            exclusion.reason
        )?;
    }
    for problem in &data.file.problems {
        writeln!(out, "\nProblem: {problem}")?;
    }
    Ok(())
}

fn write_area(out: &mut String, name: &str, area: &crate::method::AreaFigures) -> std::fmt::Result {
    let plain = |figure: Option<Figure>| figure.map_or_else(|| "-".to_owned(), Figure::plain);
    let gap = plain(area.pair.map(|pair| pair.gap));
    writeln!(
        out,
        "{name:<26}{:>8}{gap:>8}{:>8}",
        plain(area.figure),
        area.published
    )
}
