//! The analysis as text: what the native program prints for people.

use std::fmt::Write as _;

use method::{
    Analysis, AreaFigures, Exclusion, Level, Precision, Rank, Reason, TrustFigures, TrustRank, published_for,
};
use records::ProblemKind;
use records::model::DataSet;
use records::terms::{Figure, Measure, readable_name};

use crate::chart::{adjustment_in_words, coverage_in_words, of_analysis, region_adjusted_in_words, rounding_in_words};
use crate::export::words::text as words;

use super::certainty::{Certainty, high, low};

/// The analysis as text for a terminal: the regions, each with its top ten, then what is left out.
#[must_use]
pub fn write(data: &DataSet, analysis: &Analysis, certainty: &Certainty) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_all(&mut out, data, analysis, certainty);
    out
}

/// The same adjusted for context, after the figures as they are: what is adjusted for, then each region in a sentence.
#[must_use]
pub fn write_adjusted(before: &Analysis, adjusted: &Analysis) -> String {
    let regions = adjusted.regions_in_order().into_iter();
    let regions = regions.filter_map(|region| region_adjusted_in_words(region.region, before, adjusted));
    let sentences: Vec<String> = adjustment_in_words(adjusted).into_iter().chain(regions).collect();
    format!("\n{}\n", sentences.join("\n"))
}

fn write_all(out: &mut String, data: &DataSet, analysis: &Analysis, certainty: &Certainty) -> std::fmt::Result {
    write_regions(out, data, analysis)?;
    for figures in analysis.regions_in_order() {
        writeln!(
            out,
            "\n{}",
            of_analysis(analysis, words::top_ten(figures.region.name()))
        )?;
        let trusts = analysis.trusts.iter().zip(&certainty.ranks);
        let mut shown = Vec::new();
        for (trust, possible) in trusts.filter(|(trust, _)| trust.region == Some(figures.region)) {
            if let Some(rank) = trust.regional_rank().filter(|rank| rank.is_top_ten()) {
                write_ranked(out, rank, trust, *possible, analysis.rules.measure)?;
                shown.push((plain(trust.figure()), rank));
            }
        }
        if let Some(rounded) = rounding_in_words(shown.into_iter()) {
            writeln!(out, "{rounded}")?;
        }
    }
    write_left_out(out, data, analysis)
}

fn write_regions(out: &mut String, data: &DataSet, analysis: &Analysis) -> std::fmt::Result {
    let rules = analysis.rules;
    writeln!(
        out,
        "{}, {}, {} ({})",
        rules.measure.name(),
        rules.focus.name().to_ascii_lowercase(),
        data.year_in_words(),
        rules.regional.name().to_ascii_lowercase()
    )?;
    writeln!(out, "{}", words::eligible(analysis.all.eligible))?;
    if let Some(words) = coverage_in_words(data, analysis) {
        writeln!(out, "{words}")?;
    }
    writeln!(out, "{}\n", words::intervals(&analysis.intervals))?;
    let [figure, interval_head, gap, trusts] = words::HEADS;
    writeln!(out, "{:<26}{figure:>8}{interval_head:>18}{gap:>8}{trusts:>8}", "")?;
    for figures in analysis.regions_in_order() {
        let interval = interval(figures.area.precision, rules.measure);
        write_area(out, figures.region.name(), &figures.area, &interval)?;
    }
    let interval = interval(analysis.all.precision, rules.measure);
    write_area(out, words::ALL_TRUSTS, &analysis.all, &interval)?;
    for local in &analysis.areas {
        write_area(out, &local.area.name, &local.figures, "")?;
    }
    if let Some(figure) = england(analysis) {
        writeln!(out, "{:<26}{:>8}", words::ENGLAND, figure.plain())?;
    }
    Ok(())
}

/// The two ends in the decimals of a measure; blank where there are none.
fn interval(precision: Option<Precision>, measure: Measure) -> String {
    let plain = |end: Option<f64>| Some(measure.figure(end?)?.plain());
    match (plain(low(precision)), plain(high(precision))) {
        (Some(low), Some(high)) => words::from_to(&low, &high),
        _ => String::new(),
    }
}

/// A trust of a top ten, with the ranks that it can have in its region.
fn write_ranked(
    out: &mut String,
    rank: Rank,
    trust: &TrustFigures,
    possible: Option<TrustRank>,
    measure: Measure,
) -> std::fmt::Result {
    let ranks = possible.map_or_else(String::new, |of| {
        let ranks = words::from_to(&of.low.to_string(), &of.high.to_string());
        format!("({ranks})")
    });
    writeln!(
        out,
        "{rank:>4} {ranks:<10}{:>6}  {:<16}  {}",
        plain(trust.figure()),
        interval(trust.precision, measure),
        trust.readable_name
    )
}

/// A figure with its unit's decimals.
fn plain(figure: Option<Figure>) -> String {
    figure.map_or_else(|| "-".to_owned(), Figure::plain)
}

/// What has no figure, is not eligible or is wrong.
fn write_left_out(out: &mut String, data: &DataSet, analysis: &Analysis) -> std::fmt::Result {
    for (trust, reason) in analysis.unpublished() {
        let said = words::no_figure(&trust.readable_name, reason.reason());
        writeln!(out, "\n{said}")?;
    }
    let schools_left_out = write_excluded(out, analysis)?;
    if schools_left_out > 0 {
        writeln!(out, "\n{}", words::schools_left_out(schools_left_out))?;
    }
    let files = data.files();
    for kind in ProblemKind::of(files.into_iter().flat_map(|file| &file.problems)) {
        writeln!(out, "\n{}", words::problem(&kind))?;
    }
    Ok(())
}

/// The Department's figure of England's state-funded schools.
fn england(analysis: &Analysis) -> Option<Figure> {
    published_for(analysis, analysis.england.state_funded.as_ref()?).figure()
}

/// The trusts that are not eligible; gives back how many schools are in no figures.
fn write_excluded(out: &mut String, analysis: &Analysis) -> Result<usize, std::fmt::Error> {
    let (trusts, schools): (Vec<&Exclusion>, Vec<&Exclusion>) = analysis
        .excluded
        .iter()
        .partition(|exclusion| exclusion.level == Level::Trust);
    let (without_school, trusts): (Vec<&Exclusion>, Vec<&Exclusion>) = trusts
        .into_iter()
        .partition(|exclusion| matches!(exclusion.reason, Reason::NoSchoolInFile));
    if !without_school.is_empty() {
        writeln!(out, "\n{}", words::without_school(without_school.len()))?;
    }
    for exclusion in trusts {
        let name = readable_name(&exclusion.name);
        writeln!(out, "\n{}", words::not_eligible(&name, &exclusion.reason))?;
    }
    Ok(schools.len())
}

fn write_area(out: &mut String, name: &str, area: &AreaFigures, interval: &str) -> std::fmt::Result {
    let gap = plain(area.pair.map(|pair| pair.gap));
    writeln!(
        out,
        "{name:<26}{:>8}{interval:>18}{gap:>8}{:>8}",
        plain(area.figure),
        area.published
    )
}
