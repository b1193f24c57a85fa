//! The funnel's texts. They say where trusts are and blame nobody.

use method::{Funnel, FunnelPoint, Limits, Rank};
use records::terms::decimals::with_decimals;
use records::terms::{Unit, counted, grouped};
use stats::funnel::FunnelZone;

/// A trust's position relative to the limits.
pub(crate) const fn verdict(place: FunnelZone) -> &'static str {
    match place {
        FunnelZone::FarAbove => "above the upper 99.8% limit",
        FunnelZone::Above => "above the upper 95% limit",
        FunnelZone::Within => "within the limits",
        FunnelZone::Below => "below the lower 95% limit",
        FunnelZone::FarBelow => "below the lower 99.8% limit",
    }
}

pub(crate) fn title(funnel: &Funnel) -> String {
    let far = funnel.far_out();
    let trusts = counted(far.trusts, "trust");
    if far.outside() == 0 {
        return format!("None of {trusts} is outside the 99.8% limits");
    }
    let are = if far.outside() == 1 { "is" } else { "are" };
    let explained = match (far.is_more, funnel.limits()) {
        (true, Limits::OverDispersed) => "more than usual differences between trusts explain",
        (true, Limits::Normal | Limits::Exact) => "more than chance explains",
        (false, Limits::OverDispersed) => "no more than usual differences between trusts explain",
        (false, Limits::Normal | Limits::Exact) => "no more than chance explains",
    };
    format!(
        "{} of {trusts} {are} outside the 99.8% limits, {explained}",
        grouped(far.outside())
    )
}

/// `shown` is what the figures are, as a phrase.
pub(crate) fn subtitle(shown: &str, funnel: &Funnel, highlighted: Option<&str>) -> String {
    let mut words = format!("Each dot is a trust: {shown}. Further right means more pupils.");
    if funnel.is_upper_bound {
        words.push_str(
            " The limits are slightly too narrow, because this file does not say how pupils are spread over schools \
         and years.",
        );
    }
    words.push_str(&format!(
        " The horizontal line is the figure of all these trusts\u{2019} pupils together, {}. {}",
        funnel.target.in_sentence(),
        match funnel.limits() {
            Limits::OverDispersed => "The limits allow for chance and for how much trusts usually differ.",
            Limits::Normal | Limits::Exact => "The limits allow for chance alone.",
        }
    ));
    if let Some(part) = highlighted {
        words.push_str(&format!(" Trusts in {part} are highlighted."));
    }
    words
}

/// How the limits and the numbers of pupils are worked out, for the table's caption.
pub(crate) fn how_worked_out(funnel: &Funnel) -> String {
    let pupils = if funnel.is_upper_bound {
        "an upper bound of each trust\u{2019}s effective number"
    } else {
        "each trust\u{2019}s effective number"
    };
    format!("The number of pupils is {pupils}. {}", limits(funnel))
}

/// The kind of limits, with their parameters.
fn limits(funnel: &Funnel) -> String {
    if let Some(sd) = funnel.pupil_sd() {
        let sd = with_decimals(sd, 2);
        let unit = match funnel.target.unit() {
            Unit::Grades => "grades",
            _ => "points",
        };
        return format!(
            "The 95% and 99.8% limits are normal, with a standard deviation of {sd} {unit} between pupils. Limits for \
         scores are this project\u{2019}s extension: funnels are made for shares."
        );
    }
    match (funnel.limits(), funnel.over_dispersion()) {
        (Limits::Exact, _) => "The 95% and 99.8% limits are exact binomial limits.".to_owned(),
        (_, Some(spread)) => format!(
            "The 95% and 99.8% limits are over-dispersed: lowest and highest tenth winsorised, phi {}, tau squared {}.",
            with_decimals(spread.ratio(), 2),
            with_decimals(spread.between(), 4)
        ),
        _ => "The 95% and 99.8% limits are normal.".to_owned(),
    }
}

/// How many trusts are in each zone, beside how many the limits are expected to leave outside.
pub(crate) fn counts(funnel: &Funnel, counts: [usize; 5]) -> String {
    let far = funnel.far_out();
    let expected = with_decimals(far.expected, 1);
    let beside = match funnel.limits() {
        Limits::Normal | Limits::Exact => "By chance alone",
        Limits::OverDispersed => "If trusts differed as they usually do",
    };
    format!(
        "{} {beside}, about {expected} would be outside the 99.8% limits.",
        by_zone("Of", far.trusts, counts),
    )
}

/// How many trusts in a part of the country are in each zone.
pub(crate) fn counts_of(part: &str, counts: [usize; 5]) -> String {
    by_zone(&format!("In {part}, of"), counts.iter().sum(), counts)
}

fn by_zone(of: &str, trusts: usize, counts: [usize; 5]) -> String {
    let [.., within, _, _] = counts;
    let are = if within == 1 { "is" } else { "are" };
    let [far_above, above, within, below, far_below] = counts.map(grouped);
    format!(
        "{of} {}, {within} {are} within the limits. Above them: {far_above} beyond the 99.8% limit and {above} more beyond \
     the 95% limit. Below them: {far_below} beyond the 99.8% limit and {below} more beyond the 95% limit.",
        counted(trusts, "trust")
    )
}

/// What being outside does not mean.
pub(crate) fn caution(funnel: &Funnel) -> String {
    let rest = match (funnel.limits(), funnel.pupil_sd()) {
        (Limits::OverDispersed, _) => {
            "These limits allow for how much trusts usually differ. A trust outside them may differ by more than that in \
         intake and circumstances."
        }
        // Scores have no over-dispersed limits.
        (_, Some(_)) => {
            "Trusts differ in intake and circumstances, so more of them are outside than chance alone would explain."
        }
        (_, None) => {
            "Trusts differ in intake and circumstances, so more of them are outside than chance alone would explain. \
         Over-dispersed limits allow for that."
        }
    };
    format!("Being outside the limits does not say why. {rest}")
}

/// "2 trusts are above the upper 99.8% limit: One (60%, 120 effective pupils); …"
pub(crate) fn far_out(is_above: bool, trusts: &[String]) -> String {
    let how_many = how_many_far_out(is_above, trusts.len());
    match trusts {
        [] => format!("{how_many}."),
        _ => format!("{how_many}: {}.", trusts.join("; ")),
    }
}

/// "2 trusts are above the upper 99.8% limit".
pub(crate) fn how_many_far_out(is_above: bool, trusts: usize) -> String {
    let zone = if is_above {
        "above the upper 99.8% limit"
    } else {
        "below the lower 99.8% limit"
    };
    match trusts {
        0 => format!("There are no trusts {zone}"),
        1 => format!("1 trust is {zone}"),
        count => format!("{} are {zone}", counted(count, "trust")),
    }
}

/// The trust farthest outside the limits on one side.
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

pub(crate) const OMITTED: &str = "not shown";

pub(crate) fn why_omitted(reason: &str) -> String {
    format!("not shown: {reason}")
}

pub(crate) fn omitted(trusts: usize) -> String {
    let are = if trusts == 1 { "is" } else { "are" };
    format!("{} {are} not shown.", counted(trusts, "trust"))
}

pub(crate) fn caption(subtitle: &str, funnel: &Funnel) -> String {
    let how = how_worked_out(funnel);
    format!("{subtitle} {how} The trusts farthest outside come first.")
}

pub(crate) const POSITION: &str = "Position";

pub(crate) const INNER_FROM: &str = "95% limits from";

pub(crate) const INNER_TO: &str = "95% limits to";

pub(crate) const OUTER_FROM: &str = "99.8% limits from";

pub(crate) const OUTER_TO: &str = "99.8% limits to";

pub(crate) const ALL_TRUSTS: &str = "All trusts";

/// The name of the horizontal line, with its figure.
pub(crate) fn all_trusts_at(figure: &str) -> String {
    format!("All trusts {figure}")
}

/// The name of the limit of a level.
pub(crate) fn limit(level: &str) -> String {
    format!("{level} limit")
}
