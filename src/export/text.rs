//! The analysis as text: what the native program prints for people.

use std::fmt::Write as _;

use crate::method::{Analysis, AreaFigures, Exclusion, Level, Rank, Reason, published_for};
use crate::model::DataSet;
use crate::terms::{Figure, counted, readable_name};

/// The analysis as text for a terminal: the regions, each with its top ten, then what is left out.
#[must_use]
pub fn write(data: &DataSet, analysis: &Analysis) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_all(&mut out, data, analysis);
    out
}

fn write_all(out: &mut String, data: &DataSet, analysis: &Analysis) -> std::fmt::Result {
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
    for local in &analysis.areas {
        write_area(out, &local.area.name, &local.figures)?;
    }
    if let Some(figure) = england(analysis) {
        writeln!(out, "{:<26}{:>8}", "England, state-funded", figure.plain())?;
    }
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
    let schools_left_out = write_excluded(out, analysis)?;
    if schools_left_out > 0 {
        writeln!(
            out,
            "\n{} in no trust's figures: --format json lists each with its reason",
            if schools_left_out == 1 {
                "1 school is".to_owned()
            } else {
                format!("{schools_left_out} schools are")
            }
        )?;
    }
    for problem in data.files().into_iter().flat_map(|file| &file.problems) {
        writeln!(out, "\nProblem: {problem}")?;
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
        writeln!(
            out,
            "\nNot eligible: {} of which the school file has no school",
            counted(without_school.len(), "trust")
        )?;
    }
    for exclusion in trusts {
        writeln!(
            out,
            "\nNot eligible: {} ({})",
            readable_name(&exclusion.name),
            exclusion.reason
        )?;
    }
    Ok(schools.len())
}

fn write_area(out: &mut String, name: &str, area: &AreaFigures) -> std::fmt::Result {
    let plain = |figure: Option<Figure>| figure.map_or_else(|| "-".to_owned(), Figure::plain);
    let gap = plain(area.pair.map(|pair| pair.gap));
    writeln!(
        out,
        "{name:<26}{:>8}{gap:>8}{:>8}",
        plain(area.figure),
        area.published
    )
}
