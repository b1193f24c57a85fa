//! A trust's page as tables: its measures, and which school makes its figure.

use method::SecondGapLine;
use records::terms::letters::with_capital;
use records::terms::{Figure, Missing, Value};

/// The focus of a row on the gap.
pub(crate) const GAP: &str = "gap";

pub(crate) const SECOND_GAP: &str = "gap to other pupils in all eligible trusts";

pub(crate) const MEASURES: &str = "Every measure, compared with region and country";

/// The column heading for the figures of a region's trusts.
pub(crate) fn trusts_of(region: &str) -> String {
    format!("Trusts in {region}")
}

pub(crate) const STATE_FUNDED: &str = "England\u{2019}s state-funded schools";

/// The column heading for ranks in a region.
pub(crate) fn rank_in(region: &str) -> String {
    format!("Rank in {region}")
}

/// The column heading for the ranks in a region that cannot be ruled out.
pub(crate) fn ranks_possible_in(region: &str) -> String {
    format!("Possible ranks in {region}")
}

pub(crate) const RANKS_POSSIBLE_IN_ENGLAND: &str = "Possible ranks in England";

pub(crate) const REGION_NOT_KNOWN: &str = "not known";

pub(crate) const SCHOOLS: &str = "What each school contributes to the figure";

pub(crate) const TYPE: &str = "Type";

/// The column heading for a school's number of pupils in a group.
pub(crate) fn number_of(pupils: &str) -> String {
    with_capital(pupils)
}

pub(crate) const SHARE: &str = "Share of the trust\u{2019}s figure, %";

/// How far the trust's disadvantaged pupils are behind the other pupils of all eligible trusts: "19.6 percentage
/// points behind the other pupils in all eligible trusts (49.6%)", with the interval where there is one, and the
/// Department's national figure where a school file has it.
#[must_use]
pub fn second_gap_in_words(line: &SecondGapLine) -> String {
    let others = line.against.others.in_sentence();
    let whose = format!("the other pupils in all eligible trusts ({others})");
    let gap = match line.value {
        Value::Published(gap) => gap,
        Value::Missing(reason) => {
            return format!(
                "No gap to {whose}: the disadvantaged pupils\u{2019} figure is {}.",
                Missing::reason(reason)
            );
        }
    };
    let mut words = format!("Disadvantaged pupils here are {} {whose}", distance(gap));
    if let Some(precision) = line.precision {
        let (low, high) = (precision.interval.low(), precision.interval.high());
        let end = |number| Figure::new(number, gap.unit());
        if let (Some(low), Some(high)) = (end(low), end(high)) {
            words.push_str(&format!(". The interval is {}", reach(gap, low, high)));
        }
    }
    words.push('.');
    if let (Some(national), Some(others)) = (line.national.and_then(Value::figure), line.against.national_others) {
        words.push_str(&format!(
            " These pupils are {} the other pupils of England\u{2019}s state-funded schools ({}, as published).",
            distance(national),
            others.in_sentence()
        ));
    }
    words
}

/// From the end of an interval that is nearer to the other pupils to the farther one: "from 2.4 to 18.4"; or where
/// zero is between, "from 1.0 ahead to 3.0 behind".
fn reach(gap: Figure, low: Figure, high: Figure) -> String {
    let size = |end: Figure| Figure::new(end.number().abs(), end.unit()).unwrap_or(end).plain();
    let crosses = low.number() < 0.0 && high.number() > 0.0;
    match (crosses, gap.number() < 0.0) {
        (true, _) => format!("from {} ahead to {} behind", size(low), size(high)),
        (false, true) => format!("from {} to {}", size(high), size(low)),
        (false, false) => format!("from {} to {}", size(low), size(high)),
    }
}

/// "19.6 percentage points behind", "10.4 percentage points ahead of".
fn distance(gap: Figure) -> String {
    if gap.steps() == 0 {
        return "level with".to_owned();
    }
    let size = Figure::new(gap.number().abs(), gap.unit()).unwrap_or(gap);
    let way = if gap.number() < 0.0 { "ahead of" } else { "behind" };
    format!("{} {way}", size.as_difference())
}
