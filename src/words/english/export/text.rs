//! The analysis as text for a terminal.

use crate::method::{Ground, Intervals, Reason};
use crate::source::ProblemKind;
use crate::terms::counted;

pub(crate) fn top_ten(region: &str) -> String {
    format!("{region}: top ten")
}

pub(crate) fn eligible(trusts: usize) -> String {
    counted(trusts, "eligible trust")
}

/// The heads of the columns of a part's figure, its interval, the gap and how many trusts have a figure.
pub(crate) const HEADS: [&str; 4] = ["figure", "interval", "gap", "trusts"];

pub(crate) const ALL_TRUSTS: &str = "All trusts";

pub(crate) const ENGLAND: &str = "England, state-funded";

/// What the intervals are and rest on.
pub(crate) fn intervals(intervals: &Intervals) -> String {
    let level = intervals.choices.level.percent();
    let ground = match intervals.ground {
        Ground::Nothing => return "No intervals: nothing tells how much pupils differ".to_owned(),
        Ground::Assumed(sd) => format!("assuming a standard deviation of pupils of {sd} points"),
        Ground::ProgressSpread(sd) => {
            format!("by the standard deviation of pupils that the file tells, {sd:.2}")
        }
        Ground::Published => "as published, pupil sampling only for regions".to_owned(),
        Ground::Pupils => "pupil sampling only".to_owned(),
    };
    let bound = if intervals.is_upper_bound {
        "; numbers of pupils are an upper bound of the effective ones"
    } else {
        ""
    };
    format!("Intervals at {level}%, {ground}{bound}")
}

pub(crate) use crate::words::chart::bounds::from_to;

pub(crate) fn no_figure(trust: &str, reason: &str) -> String {
    format!("No figure: {trust} ({reason})")
}

pub(crate) fn schools_left_out(schools: usize) -> String {
    format!(
        "{} in no trust's figures: --format json lists each with its reason",
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
        "Not eligible: {} of which the school file has no school",
        counted(trusts, "trust")
    )
}

pub(crate) fn not_eligible(trust: &str, reason: &Reason) -> String {
    format!("Not eligible: {trust} ({reason})")
}
