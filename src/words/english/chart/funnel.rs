//! What the funnel says in words. They tell where trusts lie and blame nobody.

use crate::method::{Funnel, FunnelPoint, Limits, Rank};
use crate::stats::funnel::Place;
use crate::terms::decimals::with_decimals;
use crate::terms::letters::with_capital;
use crate::terms::{Unit, counted, grouped};

/// Where a trust lies.
pub(crate) const fn verdict(place: Place) -> &'static str {
    match place {
        Place::FarAbove => "above the upper 99.8% limit",
        Place::Above => "above the upper 95% limit",
        Place::Within => "within the limits",
        Place::Below => "below the lower 95% limit",
        Place::FarBelow => "below the lower 99.8% limit",
    }
}

pub(crate) fn title(funnel: &Funnel) -> String {
    let far = funnel.far_out();
    let trusts = counted(far.trusts, "trust");
    if far.outside() == 0 {
        return format!("None of {trusts} lies beyond the 99.8% limits");
    }
    let lie = if far.outside() == 1 { "lies" } else { "lie" };
    let explained = match (far.is_more, funnel.limits()) {
        (true, Limits::OverDispersed) => "more than how trusts usually differ explains",
        (true, Limits::Normal | Limits::Exact) => "more than chance explains",
        (false, Limits::OverDispersed) => "no more than how trusts usually differ explains",
        (false, Limits::Normal | Limits::Exact) => "no more than chance explains",
    };
    format!(
        "{} of {trusts} {lie} beyond the 99.8% limits, {explained}",
        grouped(far.outside())
    )
}

/// `shown` is what the figures are, as a phrase.
pub(crate) fn subtitle(shown: &str, funnel: &Funnel, highlighted: Option<&str>) -> String {
    let across = if funnel.is_upper_bound {
        "an upper bound of the effective number of pupils behind it, so that the limits are somewhat too narrow"
    } else {
        "the effective number of pupils behind it"
    };
    let mut words = format!(
        "Each dot is a trust: upwards {shown}, across {across}. The level line is the figure of all these trusts\u{2019} \
         pupils together, {}. {}",
        funnel.target.in_sentence(),
        limits(funnel)
    );
    if let Some(part) = highlighted {
        words.push_str(&format!(" Trusts of {part} stand out."));
    }
    words
}

/// How the limits are made, and what they rest on.
fn limits(funnel: &Funnel) -> String {
    if let Some(sd) = funnel.pupil_sd() {
        let sd = with_decimals(sd, 2);
        let unit = match funnel.target.unit() {
            Unit::Grades => "grades",
            _ => "points",
        };
        return format!(
            "95% and 99.8% limits for chance alone, normal, on a standard deviation of {sd} {unit} between pupils: an \
             extension of this project\u{2019}s, since funnels are made for shares."
        );
    }
    match (funnel.limits(), funnel.over_dispersion()) {
        (Limits::Exact, _) => "95% and 99.8% limits for chance alone, exact binomial.".to_owned(),
        (_, Some(spread)) => format!(
            "95% and 99.8% limits for chance and how trusts usually differ: over-dispersed, the lowest and highest tenth \
             winsorised, phi {}, tau squared {}.",
            with_decimals(spread.ratio(), 2),
            with_decimals(spread.between(), 4)
        ),
        _ => "95% and 99.8% limits for chance alone, normal.".to_owned(),
    }
}

/// How many trusts lie where, beside how many the limits are made to leave outside.
pub(crate) fn counts(funnel: &Funnel, counts: [usize; 5]) -> String {
    let far = funnel.far_out();
    let expected = with_decimals(far.expected, 1);
    let beside = match funnel.limits() {
        Limits::Normal | Limits::Exact => {
            format!("Chance alone would leave about {expected} of them")
        }
        Limits::OverDispersed => {
            format!("If trusts differed as they usually do, about {expected} of them would lie")
        }
    };
    format!(
        "Of {}, {}. {beside} beyond the 99.8% limits.",
        counted(far.trusts, "trust"),
        by_place(counts),
    )
}

/// How many trusts of a part of the country lie where.
pub(crate) fn counts_of(part: &str, counts: [usize; 5]) -> String {
    let trusts = counted(counts.iter().sum(), "trust");
    let part = with_capital(part);
    format!("{part}: of {trusts}, {}.", by_place(counts))
}

fn by_place([far_above, above, within, below, far_below]: [usize; 5]) -> String {
    let [far_above, above, within, below, far_below] =
        [far_above, above, within, below, far_below].map(grouped);
    format!(
        "{far_above} above the upper 99.8% limit, {above} between it and the upper 95% limit, {within} within the \
         limits, {below} between the lower limits of 95% and 99.8%, {far_below} below the latter"
    )
}

/// What being outside does not mean.
pub(crate) fn caution(funnel: &Funnel) -> String {
    let rest = match (funnel.limits(), funnel.pupil_sd()) {
        (Limits::OverDispersed, _) => {
            "these limits allow for how trusts usually differ, and a trust beyond them may differ in intake and \
             circumstances by more than that."
        }
        // Of scores there are no over-dispersed limits.
        (_, Some(_)) => {
            "trusts differ in intake and circumstances, so more of them lie outside than chance alone would leave there."
        }
        (_, None) => {
            "trusts differ in intake and circumstances, so more of them lie outside than chance alone would leave there. \
             Over-dispersed limits allow for that."
        }
    };
    format!("Being outside does not tell why: {rest}")
}

/// "Above the upper 99.8% limit are 2 trusts: One (60%, 120 effective pupils); …"
pub(crate) fn far_out(is_above: bool, trusts: &[String]) -> String {
    let place = if is_above {
        "Above the upper 99.8% limit"
    } else {
        "Below the lower 99.8% limit"
    };
    match trusts.len() {
        0 => format!("{place} is no trust."),
        1 => format!("{place} is 1 trust: {}.", trusts.join("; ")),
        count => format!(
            "{place} are {}: {}.",
            counted(count, "trust"),
            trusts.join("; ")
        ),
    }
}

/// The trust farthest beyond the limits on one side.
pub(crate) fn farthest(is_above: bool, trust: &str) -> String {
    let side = if is_above { "above" } else { "below" };
    format!("Farthest {side} the limits: {trust}.")
}

/// "at most 261 effective pupils".
pub(crate) fn pupils(point: FunnelPoint, is_upper_bound: bool) -> String {
    let pupils = counted(point.effective_pupils.round() as usize, "effective pupil");
    if is_upper_bound {
        format!("at most {pupils}")
    } else {
        pupils
    }
}

pub(crate) fn rank((rank, all): (Rank, usize)) -> String {
    format!("{} in its region", rank.among(all))
}

pub(crate) const NO_PLACE: &str = "no place";

pub(crate) fn why_no_place(reason: &str) -> String {
    format!("no place: {reason}")
}

pub(crate) fn without_place(trusts: usize) -> String {
    format!("Without a place: {}.", counted(trusts, "trust"))
}

pub(crate) fn caption(subtitle: &str) -> String {
    format!("{subtitle} The farthest outside first.")
}

pub(crate) const WHERE_IT_LIES: &str = "Where it lies";

pub(crate) const INNER_FROM: &str = "95% limits from";

pub(crate) const INNER_TO: &str = "95% limits to";

pub(crate) const OUTER_FROM: &str = "99.8% limits from";

pub(crate) const OUTER_TO: &str = "99.8% limits to";

pub(crate) const ALL_TRUSTS: &str = "All trusts";

/// The name of the level line, with the figure that it stands at.
pub(crate) fn all_trusts_at(figure: &str) -> String {
    format!("All trusts {figure}")
}

/// The name of the limit of a level.
pub(crate) fn limit(level: &str) -> String {
    format!("{level} limit")
}
