//! What has to be said above a trend.

use crate::chart::{in_short, level_in_words};
use crate::method::{Ground, Trend, YearKind};
use crate::model::Basis;
use crate::terms::listed;
use crate::words::chart::precision_words::PUPIL_SAMPLING_ONLY;

/// What has to be said above every picture and table of a trend: a snapshot of memberships, like-for-like schools, years
/// without results, and what the intervals are.
#[must_use]
pub fn trend_cautions(trend: &Trend) -> Vec<String> {
    let mut said = Vec::new();
    if trend.is_snapshot {
        said.push(
            "The group links are a snapshot of current members: a school that has since moved is shown in its new trust in \
             every year, and its earlier membership is not recorded."
                .to_owned(),
        );
    }
    if trend.like_for_like {
        said.push(
            "Like for like: only schools that count in the same trust in every year with exams, and trusts that have enough \
             of them."
                .to_owned(),
        );
    } else if trend.basis == Basis::Published {
        said.push(
            "Trust files do not say which schools a trust has, so a change of schools shows in their number alone.".to_owned(),
        );
    }
    said.extend(of_years(trend));
    said.push(intervals(trend));
    said
}

/// The years that have no results of exams, kind by kind.
fn of_years(trend: &Trend) -> Vec<String> {
    let of_kind = |kind: &YearKind| {
        let years = trend.years.iter().filter(|year| year.kind == *kind);
        let years: Vec<String> = years.map(|year| year.year.to_string()).collect();
        let names: Vec<&str> = years.iter().map(String::as_str).collect();
        (!names.is_empty()).then(|| listed(&names))
    };
    let mut said = Vec::new();
    if let Some(years) = of_kind(&YearKind::NoExams) {
        said.push(format!("No exams in {years}: no line is drawn across."));
    }
    if let Some(years) = of_kind(&YearKind::TeacherAssessed) {
        said.push(format!(
            "Teacher-assessed (TA) in {years}, since there were no exams: crosses that no line joins, not to be compared with \
             other years."
        ));
    }
    if let Some(years) = of_kind(&YearKind::NoFile) {
        said.push(format!("No file of {years}."));
    }
    for year in &trend.years {
        if let YearKind::LeftOut(reason) = &year.kind {
            said.push(format!("{} is left out: {reason}.", year.year));
        }
    }
    said
}

fn intervals(trend: &Trend) -> String {
    let level = level_in_words(trend.level);
    if trend.ground == Ground::Nothing {
        return "No intervals: nothing tells how much pupils\u{2019} scores differ.".to_owned();
    }
    let mut words = format!(
        "Thin lines are {level} intervals ({PUPIL_SAMPLING_ONLY} for regions); that of a change takes the pupils of both years \
         as independent. Filled dots: the change is distinguishable from chance, each taken by itself."
    );
    if let Ground::Assumed(sd) = trend.ground {
        words.push_str(&format!(
            " They assume that pupils\u{2019} scores differ by a standard deviation of {} points: this project\u{2019}s \
             assumption, which you can change.",
            in_short(sd)
        ));
    }
    if trend.is_upper_bound {
        words.push_str(" The true intervals are wider, since trust files do not tell how unevenly pupils weigh.");
    }
    words
}
