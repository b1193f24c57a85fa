//! The basis and meaning of intervals, in plain words.

pub(super) mod words;

pub use words::{could_be_in_words, ranks_in_words};

use method::Analysis;

use super::bounds::level_in_words;

/// The basis of an analysis's intervals.
///
/// ```
/// use show::chart::precision_in_words;
/// use method::{IntervalChoices, Measured, Rules};
/// use read::layout::read_file;
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,65%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let rules = Rules::default();
/// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
/// let analysis = measured.analysis(rules.focus, rules.regional, &[], &IntervalChoices::default()).unwrap();
/// let words = precision_in_words(&analysis);
/// assert!(words.starts_with("95% intervals are worked out by Wilson\u{2019}s formula"));
/// ```
#[must_use]
pub fn precision_in_words(analysis: &Analysis) -> String {
    let figures = || {
        let trusts = analysis.trusts.iter();
        trusts.filter(|trust| trust.figure().is_some())
    };
    let without = figures().filter(|trust| trust.precision.is_none());
    let (all, without) = (figures().count(), without.count());
    if all == 0 {
        return words::NO_FIGURES.to_owned();
    }
    if without == all {
        return words::why_none(analysis, analysis.intervals.ground);
    }
    words::intervals(analysis, without)
}

/// What the intervals of regional figures are, and what they leave out.
#[must_use]
pub fn region_precision_in_words(analysis: &Analysis) -> Option<String> {
    let found =
        analysis.all.precision.is_some() || (analysis.regions.iter()).any(|region| region.area.precision.is_some());
    found.then(|| words::of_regions(&level_in_words(analysis.level())))
}
