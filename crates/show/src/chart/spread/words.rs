//! Differences within regions against differences between them.

use method::TrustSpread;
use records::terms::decimals::with_decimals;
use records::terms::{Figure, Region, Unit, counted, listed};

use crate::chart::coverage::words::of_loaded;
use crate::chart::strip_row::words::each;

/// A share as a whole percentage: "24%"; "under 1%" for a share above 0.
fn share(share: f64) -> String {
    if share > 0.0 && share < 0.005 {
        return "under 1%".to_owned();
    }
    format!("{}%", with_decimals(share * 100.0, 0))
}

/// The shares of the variance between trusts that are between and within regions.
///
/// ```
/// use show::chart::spread_headline;
/// use read::layout::read_file;
/// use method::{analyse, spread, Rules};
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
///            1,ONE,London,60%\n2,TWO,London,40%\n3,THREE,South West,20%\n4,FOUR,South West,40%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// assert_eq!(
///     spread_headline(&spread(&analysis).unwrap()),
///     "50% of the variance between trusts is between regions and 50% within them"
/// );
/// ```
#[must_use]
pub fn spread_headline(spread: &TrustSpread) -> String {
    let division = spread.unweighted;
    let words = match (division.share_between(), division.share_within()) {
        (Some(between), Some(within)) => format!(
            "{} of the variance between trusts is between regions and {} within them",
            share(between),
            share(within)
        ),
        _ if spread.trusts == 1 => "Only one trust has a figure".to_owned(),
        _ => "All trusts with a figure have the same one".to_owned(),
    };
    of_loaded(spread.of_part, words)
}

/// The result of the division and its method. Both parts are called large only if each is at least a tenth.
#[must_use]
pub fn spread_lead(spread: &TrustSpread) -> String {
    let division = spread.unweighted;
    let Some((between, within)) = division.share_between().zip(division.share_within()) else {
        let nothing = "There are no differences to divide between and within regions.";
        return of_loaded(spread.of_part, nothing.to_owned());
    };
    let found = if between >= 0.1 && within >= 0.1 {
        "Both are large, so a region\u{2019}s figure says little about any one of its trusts. "
    } else {
        ""
    };
    let division = "The variance of the trusts\u{2019} figures is divided by lead region, with each trust counted \
                equally.";
    of_loaded(spread.of_part, format!("{found}{division}"))
}

/// The share between regions when each trust counts by its pupils, and how many trusts are left out.
pub(crate) fn weighted(between: f64, without_pupils: usize) -> String {
    let left_out = if without_pupils > 0 {
        let trusts = counted(without_pupils, "trust");
        format!(" ({trusts} left out, because the number of pupils is not known)")
    } else {
        String::new()
    };
    format!(
        "Weighted by each trust\u{2019}s pupils, {} is between regions{left_out}.",
        share(between)
    )
}

/// How far apart the regions' figures are, with the regions at both ends.
pub(crate) fn between(range: Figure, lowest: (&[&str], Figure), highest: (&[&str], Figure)) -> String {
    let of = |(regions, figure): (&[&str], Figure)| format!("{} ({})", listed(regions), figure.in_sentence());
    format!(
        "The regional figures are {} apart, from {} to {}.",
        range.as_difference(),
        of(lowest),
        of(highest)
    )
}

pub(crate) fn all_alike(regions: usize, figure: Figure) -> String {
    format!("The regional figures are {} {}.", each(regions), figure.in_sentence())
}

/// How far apart a region's trusts are: the range with its unit, and the two trusts with their figures.
pub(crate) fn within(
    region: Region,
    (range, unit): (&str, Unit),
    lowest: (&str, &str),
    highest: (&str, &str),
) -> String {
    let of = |(trust, figure): (&str, &str)| format!("{trust} ({figure})");
    format!(
        "Within {} alone, the trusts are {range} {} apart, from {} to {}.",
        region.in_sentence(),
        unit.difference_word(),
        of(lowest),
        of(highest)
    )
}

pub(crate) const CAPTION: &str = "How far apart trusts are within each region";

pub(crate) const TRUSTS: &str = "Trusts with a figure";

/// The column heading for the regions' own figures.
pub(crate) fn of_region(figure: &str) -> String {
    format!("Region: {figure}")
}

pub(crate) const LOWEST: &str = "Lowest trust";

pub(crate) const HIGHEST: &str = "Highest trust";

/// The range of a region's trusts.
pub(crate) const RANGE: &str = "Range";
