//! Differences within regions against differences between them.

use crate::method::TrustSpread;
use crate::terms::decimals::with_decimals;
use crate::terms::{Figure, Region, Unit, counted, listed};

use super::coverage::of_loaded;
use super::strip_row::each;

/// A share as a whole percentage: "24%"; "under 1%" where it is not nothing.
fn share(share: f64) -> String {
    if share > 0.0 && share < 0.005 {
        return "under 1%".to_owned();
    }
    format!("{}%", with_decimals(share * 100.0, 0))
}

/// What share of the differences between trusts lies between regions.
///
/// ```
/// use trust_gap::{chart::spread_headline, layout::read_file, method::{analyse, spread, Rules}, model::Library};
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
///            1,ONE,London,60%\n2,TWO,London,40%\n3,THREE,South West,20%\n4,FOUR,South West,40%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// assert_eq!(
///     spread_headline(&spread(&analysis).unwrap()),
///     "50% of the variance between trusts lies between regions, 50% within them"
/// );
/// ```
#[must_use]
pub fn spread_headline(spread: &TrustSpread) -> String {
    let division = spread.unweighted;
    let words = match (division.share_between(), division.share_within()) {
        (Some(between), Some(within)) => format!(
            "{} of the variance between trusts lies between regions, {} within them",
            share(between),
            share(within)
        ),
        _ if spread.trusts == 1 => "Only one trust has a figure".to_owned(),
        _ => "The trusts that have a figure all have the same".to_owned(),
    };
    of_loaded(spread.of_part, words)
}

/// What the division says, and how it is made: that both parts are large only where each is at least a tenth.
#[must_use]
pub fn spread_lead(spread: &TrustSpread) -> String {
    let division = spread.unweighted;
    let Some((between, within)) = division.share_between().zip(division.share_within()) else {
        let nothing =
            "There is nothing to divide into differences between regions and within them.";
        return of_loaded(spread.of_part, nothing.to_owned());
    };
    let found = if between >= 0.1 && within >= 0.1 {
        "Both are large: a region\u{2019}s figure says little of any one of its trusts. "
    } else {
        ""
    };
    let division = "The division is of the variance of the trusts\u{2019} figures, each trust counting alike, by lead \
                    region.";
    of_loaded(spread.of_part, format!("{found}{division}"))
}

/// The share that lies between regions when each trust counts by its pupils, and how many trusts are left out.
pub(crate) fn weighted(between: f64, without_pupils: usize) -> String {
    let left_out = if without_pupils > 0 {
        let trusts = counted(without_pupils, "trust");
        format!(" ({trusts} left out for want of a number of pupils)")
    } else {
        String::new()
    };
    format!(
        "Weighted by each trust\u{2019}s pupils, {} lies between regions{left_out}.",
        share(between)
    )
}

/// How far the regions' figures lie apart, with the regions at both ends.
pub(crate) fn between(
    range: Figure,
    lowest: (&[&str], Figure),
    highest: (&[&str], Figure),
) -> String {
    let of = |(regions, figure): (&[&str], Figure)| {
        format!("{} ({})", listed(regions), figure.in_sentence())
    };
    format!(
        "The regional figures lie {} apart, from {} to {}.",
        range.as_difference(),
        of(lowest),
        of(highest)
    )
}

pub(crate) fn all_alike(regions: usize, figure: Figure) -> String {
    format!(
        "The regional figures are {} {}.",
        each(regions),
        figure.in_sentence()
    )
}

/// How far a region's trusts lie apart: the range with its unit, and the two trusts with their figures.
pub(crate) fn within(
    region: Region,
    (range, unit): (&str, Unit),
    lowest: (&str, &str),
    highest: (&str, &str),
) -> String {
    let of = |(trust, figure): (&str, &str)| format!("{trust} ({figure})");
    format!(
        "Within {} alone the trusts lie {range} {} apart, from {} to {}.",
        region.in_sentence(),
        unit.difference_word(),
        of(lowest),
        of(highest)
    )
}

pub(crate) const CAPTION: &str = "How far trusts lie apart within each region";

pub(crate) const TRUSTS: &str = "Trusts with a figure";

/// The head of the column of the regions' own figures.
pub(crate) fn of_region(figure: &str) -> String {
    format!("Region: {figure}")
}

pub(crate) const LOWEST: &str = "Lowest trust";

pub(crate) const HIGHEST: &str = "Highest trust";

/// How far apart a region's trusts lie.
pub(crate) const RANGE: &str = "Range";
