//! A part of the country: its figure under each rule, and its schools inside and outside of trusts.

use method::{Level, Rank};
use records::terms::letters::with_capital;
use records::terms::{Figure, counted, grouped};

pub(crate) fn in_force(rule: &str) -> String {
    format!("{rule} (in force)")
}

pub(crate) const NO_RANK: &str = "no rank";

pub(crate) const EACH_RULE: &str = "Its figure under each regional rule";

pub(crate) const REGIONAL_FIGURE: &str = "Regional figure";

/// The column heading for ranks; an area's is the one that it would have.
pub(crate) const fn rank_among(is_area: bool) -> &'static str {
    if is_area {
        "Rank it would have among the regions"
    } else {
        "Rank among the regions"
    }
}

pub(crate) const REGIONS_WITH_FIGURE: &str = "Regions with a figure";

/// The rank of a part of the country among the regions, and its distance from all trusts together.
pub(crate) fn standing(is_area: bool, rank: Rank, regions: usize, difference: Option<Figure>) -> String {
    let mut words = if is_area {
        let regions = counted(regions, "region");
        format!("Among the {regions} with a figure it would be {}", rank.in_words())
    } else {
        let noun = if regions == 1 { "region" } else { "regions" };
        let rank = with_capital(&rank.among(regions));
        format!("{rank} {noun} with a figure")
    };
    if let Some(difference) = difference {
        words.push_str(&beside_all(difference));
    }
    words
}

fn beside_all(difference: Figure) -> String {
    let side = match difference.steps() {
        0 => return ", the same as all trusts together".to_owned(),
        1.. => "above",
        _ => "below",
    };
    let size = Figure::new(difference.number().abs(), difference.unit());
    let size = size.map_or_else(String::new, Figure::as_difference);
    format!(", {size} {side} all trusts together")
}

pub(crate) const NO_FIGURE: &str = "no figure";

/// The figure and the number of schools of either side.
pub(crate) fn inside_and_outside(
    part: &str,
    (inside, inside_schools): (&str, usize),
    (outside, outside_schools): (&str, usize),
) -> String {
    format!(
        "In {part}, schools in eligible trusts have {inside} ({}) and other state-funded mainstream schools have {outside} \
     ({})",
        counted(inside_schools, "school"),
        counted(outside_schools, "school")
    )
}

/// The caption of the comparison.
pub(crate) const INSIDE_AND_OUTSIDE: &str = "State-funded mainstream schools here, inside and outside eligible trusts";

/// How they are compared, and that the figures do not say why they differ.
pub(crate) fn how_compared(pupils: &str) -> String {
    format!(
        "Schools count where they are. Both figures are weighted by {pupils} and not by years in a trust, to be \
         comparable. Intake and context differ, and the figures do not say why."
    )
}

pub(crate) const SCHOOLS: &str = "Schools";

pub(crate) const WITH_FIGURE: &str = "Schools with a figure";

pub(crate) const WITHOUT_FIGURE: &str = "Schools without a figure";

/// The column heading for how many pupils a figure rests on.
pub(crate) fn pupils_behind(pupils: &str) -> String {
    format!("Pupils behind it: {pupils}")
}

pub(crate) const INSIDE: &str = "In eligible trusts";

pub(crate) const OUTSIDE: &str = "Outside eligible trusts";

pub(crate) const fn level(of: Level) -> &'static str {
    match of {
        Level::Trust => "trust",
        Level::School => "school",
    }
}

pub(crate) fn left_out(part: &str) -> String {
    format!("What is left out in {part}, and why")
}

pub(crate) const NAME: &str = "Name";

pub(crate) const WHAT: &str = "What";

pub(crate) const UID_OR_URN: &str = "UID or URN";

pub(crate) fn range(range: &str, (lowest, low): (&str, &str), (highest, high): (&str, &str)) -> String {
    format!("{range} from {lowest} ({low}) to {highest} ({high})")
}

/// Trusts that share one figure.
pub(crate) fn alike(trusts: usize, figure: &str) -> String {
    match trusts {
        2 => format!("both have {figure}"),
        _ => format!("all {} have {figure}", grouped(trusts)),
    }
}
