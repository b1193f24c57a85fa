//! The words of a trust's spine chart.

use method::Standing;
use records::grammar::all_of;
use records::terms::Focus;
use records::terms::letters::with_capital;

/// Whose trusts those on the thin lines are, and whose mean a dot is compared with.
pub(super) fn title(name: &str, region: &str, [better, worse, all]: [usize; 3]) -> String {
    let mean = format!("the mean of {region}");
    match (better, worse) {
        _ if all == 0 => format!("{name}: no figure with an interval"),
        (1, 0) if all == 1 => format!("{name}: clearly better than {mean} in the only measure"),
        (0, 1) if all == 1 => format!("{name}: clearly worse than {mean} in the only measure"),
        (0, 0) if all == 1 => format!("{name}: not distinguishable from {mean} in the only measure"),
        (0, 0) => format!("{name}: not distinguishable from {mean} in any of {all} measures"),
        (better, _) if better == all => format!("{name}: clearly better than {mean} in {}", all_of(all, "measure")),
        (_, worse) if worse == all => format!("{name}: clearly worse than {mean} in {}", all_of(all, "measure")),
        (better, 0) => {
            format!("{name}: clearly better than {mean} in {better} of {all} measures, clearly worse in none")
        }
        (0, worse) => {
            format!("{name}: clearly worse than {mean} in {worse} of {all} measures, clearly better in none")
        }
        (better, worse) => {
            format!("{name}: clearly better than {mean} in {better} of {all} measures, clearly worse in {worse}")
        }
    }
}

/// The key says what the marks are.
pub(super) fn subtitle(focus: Focus) -> String {
    let of = match focus.group() {
        Some(group) => with_capital(group.pupils()),
        None => "Gap between disadvantaged and other pupils".to_owned(),
    };
    format!("{of}, one row a measure, better to the right.")
}

/// What a filled dot is.
pub(super) fn clear(region: &str) -> String {
    format!("The trust, clearly better or worse than the mean of {region}")
}

/// What a hollow dot is.
pub(super) fn not_clear(region: &str) -> String {
    format!("The trust, not distinguishable from the mean of {region}")
}

pub(super) fn span(region: &str) -> String {
    format!("Trusts in {region}, from the worst to the best")
}

pub(super) const MIDDLE_HALF: &str = "The middle half of them";

pub(super) const HEAD: &str = "Figure and interval";

/// A row aloud: the figure or why there is none, its interval, how it is beside its region's mean, from where to where
/// the region's trusts are, and England's mean; England takes the place of a region that is not known.
pub(super) fn row(
    measure: &str,
    figure: Result<&str, &str>,
    interval: Option<&str>,
    standing: Standing,
    [of_region, of_all]: [Option<&str>; 2],
    span: Option<(&str, &str)>,
) -> String {
    let mut words = match figure {
        Ok(figure) => format!("{measure}: {figure}"),
        Err(reason) => format!("{measure}: no figure ({reason})"),
    };
    if let Some(interval) = interval {
        words.push_str(&format!(" ({interval})"));
    }
    let of_england = of_all.map(|mean| format!("England\u{2019}s mean ({mean})"));
    let of_region = of_region.map(|mean| format!("its region\u{2019}s mean ({mean})"));
    let (beside, other) = if of_region.is_some() {
        (of_region, of_england)
    } else {
        (of_england, None)
    };
    if let (Ok(_), Some(mean)) = (figure, &beside) {
        words.push_str(&format!(", {} {mean}", self::standing(standing)));
    }
    if let Some((low, high)) = span {
        words.push_str(&format!("; trusts there {low} to {high}"));
    }
    if let Some(mean) = other {
        words.push_str(&format!("; {mean}"));
    }
    words
}

/// How the trust is beside a mean.
const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Better => "clearly better than",
        Standing::Worse => "clearly worse than",
        Standing::Alike => "not distinguishable from",
        Standing::Unknown => "not compared with",
    }
}

/// The same in a cell.
pub(super) const fn standing_in_short(standing: Standing) -> &'static str {
    match standing {
        Standing::Better => "better",
        Standing::Worse => "worse",
        Standing::Alike => "not distinguishable",
        Standing::Unknown => "not compared",
    }
}

/// In place of the marks, where all trusts of the region have one figure.
pub(super) const NO_SPAN: &str = "no other figure in its region";

pub(super) fn lowest(region: &str) -> String {
    format!("Lowest in {region}")
}

pub(super) const FIRST_QUARTILE: &str = "First quartile";

pub(super) const THIRD_QUARTILE: &str = "Third quartile";

pub(super) fn highest(region: &str) -> String {
    format!("Highest in {region}")
}

pub(super) fn mean(region: &str) -> String {
    format!("Mean of {region}")
}

/// The column heading for how the trust is beside the region's mean.
pub(super) const BESIDE_MEAN: &str = "Beside that mean";

pub(super) const ENGLAND: &str = "England";

/// "joint first of 28 in its region".
pub(super) fn rank(among: &str) -> String {
    format!("{among} in its region")
}
