//! The second gap in words.

use crate::method::SecondGapLine;
use crate::terms::{Figure, Missing, Value};

/// How far the trust's disadvantaged pupils are behind the other pupils of all eligible trusts: "19.6 percentage points
/// behind the other pupils of all eligible trusts (49.6%)", with the interval where there is one, and the Department's
/// national figure where a school file has it.
#[must_use]
pub fn second_gap_in_words(line: &SecondGapLine) -> String {
    let others = line.against.others.in_sentence();
    let whose = format!("the other pupils of all eligible trusts ({others})");
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
            words.push_str(&format!(
                ", the interval reaching {}",
                reach(gap, low, high)
            ));
        }
    }
    words.push('.');
    if let (Some(national), Some(others)) = (
        line.national.and_then(Value::figure),
        line.against.national_others,
    ) {
        words.push_str(&format!(
            " They are {} the other pupils of England\u{2019}s state-funded schools ({}, as published).",
            distance(national),
            others.in_sentence()
        ));
    }
    words
}

/// From the end of an interval that is nearer to the other pupils to the farther one: "from 2.4 to 18.4"; or where zero
/// lies between, "from 1.0 ahead to 3.0 behind".
fn reach(gap: Figure, low: Figure, high: Figure) -> String {
    let size = |end: Figure| {
        Figure::new(end.number().abs(), end.unit())
            .unwrap_or(end)
            .plain()
    };
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
    let way = if gap.number() < 0.0 {
        "ahead of"
    } else {
        "behind"
    };
    format!("{} {way}", size.as_difference())
}
