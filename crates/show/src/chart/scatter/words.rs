//! What figures have to do with a part of the context, in words.

use method::ContextLine;
use records::terms::decimals::with_decimals;
use records::terms::{ContextPart, Figure, Focus, Unit, counted};

/// So much more of a part that a difference can be seen: ten percentage points, or a point of a score.
pub(super) fn step(part: ContextPart) -> f64 {
    match part.unit() {
        Unit::Percent => 10.0,
        _ => 1.0,
    }
}

const fn more(part: ContextPart) -> &'static str {
    match part {
        ContextPart::Disadvantaged => "more disadvantaged pupils",
        ContextPart::Eal => "more pupils with English as an additional language",
        ContextPart::Sen => "more pupils with special educational needs",
        ContextPart::SenPlan => "more pupils with an EHC plan or statement",
        ContextPart::SenSupport => "more pupils with SEN support",
        ContextPart::PriorAttainment => "higher prior attainment",
        ContextPart::Sponsored => "more sponsored academies",
        ContextPart::Selective => "more pupils in selective schools",
    }
}

/// What the line says, if it clearly goes up or down.
pub(super) fn title(part: ContextPart, line: Option<&ContextLine>, focus: Focus) -> String {
    let is_gap = focus == Focus::Gap;
    let slope = line.and_then(|line| line.slope_interval());
    match slope.filter(|slope| !slope.contains(0.0)) {
        Some(slope) => {
            let what = match (is_gap, slope.low() > 0.0) {
                (false, true) => "higher figures",
                (false, false) => "lower figures",
                (true, true) => "larger gaps",
                (true, false) => "smaller gaps",
            };
            format!("Trusts with {} have {what} on average", more(part))
        }
        None => {
            let figures = if is_gap { "gaps" } else { "figures" };
            match slope {
                None if line.is_none() => format!("Trusts\u{2019} {figures} beside {}", part.in_sentence()),
                _ => format!(
                    "Trusts with {} have neither clearly higher nor lower {figures}",
                    more(part)
                ),
            }
        }
    }
}

pub(super) fn dots(shown: &str, part: ContextPart) -> String {
    format!("Each dot is a trust: {shown}. Further right means {}.", more(part))
}

/// The key says what they are.
pub(super) const LINE_AND_BAND: &str = "The band is about the line alone: many trusts are outside it.";

/// How much figures change along the line.
pub(super) fn change(part: ContextPart, [change, low, high]: [Figure; 3], share: Option<f64>) -> String {
    let more = match part.unit() {
        Unit::Percent => "10 percentage points more",
        _ => "1 point more",
    };
    let explained = share.map_or_else(String::new, |share| {
        format!(
            " That explains {}% of the differences between trusts that are more than chance.",
            with_decimals(100.0 * share, 0)
        )
    });
    format!(
        "With {more}, figures change by {} ({} to {}).{explained}",
        change.as_difference(),
        low.plain(),
        high.plain()
    )
}

pub(super) fn highlighted(region: &str) -> String {
    format!("Trusts in {region} are highlighted.")
}

pub(super) fn without(trusts: usize) -> String {
    let (trusts, are) = (counted(trusts, "trust"), if trusts == 1 { "is" } else { "are" });
    format!("{trusts} {are} not shown, because this part is not known.")
}

pub(super) const CAUTION: &str = "The line does not say why: one part of the context goes with others, and with what \
    no file has.";

/// A dot: "Dixons, Yorkshire and the Humber: 37%, disadvantaged pupils 47%".
pub(super) fn dot(
    [name, region, figure]: [&str; 3],
    (part, context): (ContextPart, &str),
    beside: Option<&str>,
) -> String {
    let beside = beside.map_or_else(String::new, |beside| format!(", {beside}"));
    format!("{name}, {region}: {figure}, {} {context}{beside}", part.in_sentence())
}

pub(super) fn beside(expected: &str, difference: &str) -> String {
    format!("{difference} than the {expected} of trusts with such an intake")
}

pub(super) const NO_LINE: &str = "no line";

pub(super) const ON_THE_LINE: &str = "Trusts with such an intake";

pub(super) const DIFFERENCE: &str = "Difference";
