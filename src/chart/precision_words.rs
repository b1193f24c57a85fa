//! What intervals rest on and what they say, in plain words.

use crate::method::{Analysis, Doubt, Ground, Precisions, RankKind};
use crate::model::Basis;
use crate::terms::{Unit, counted};

use super::bounds::{in_short, level_in_words};

/// What is said of the interval of a region's figure, beside it.
pub(crate) const PUPIL_SAMPLING_ONLY: &str = "pupil sampling only";

/// What the intervals of an analysis rest on.
///
/// ```
/// use trust_gap::chart::precision_in_words;
/// use trust_gap::method::{Doubt, Measured, Precisions, Rules};
/// use trust_gap::{layout::read_file, model::Library};
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,65%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let rules = Rules::default();
/// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
/// let analysis = measured.analysis(rules.focus, rules.regional, &[]).unwrap();
/// let precisions = Precisions::new(&measured, &analysis, &Doubt::default());
/// let words = precision_in_words(&analysis, &precisions);
/// assert!(words.starts_with("95% intervals by Wilson\u{2019}s formula from each trust\u{2019}s pupils."));
/// ```
#[must_use]
pub fn precision_in_words(analysis: &Analysis, precisions: &Precisions) -> String {
    let figures = || {
        let trusts = analysis.trusts.iter().zip(&precisions.trusts);
        trusts.filter(|(trust, _)| trust.figure().is_some())
    };
    let without = figures().filter(|(_, precision)| precision.is_none());
    let (all, without) = (figures().count(), without.count());
    if all == 0 {
        return "No intervals: no trust has a figure.".to_owned();
    }
    if without == all {
        return why_none(analysis, precisions.ground);
    }
    let mut words = format!(
        "{} intervals {}.",
        level_in_words(precisions.level),
        basis_in_words(analysis, precisions)
    );
    if analysis.rules.focus.group().is_none() {
        words.push_str(" That of a gap joins the errors of both groups.");
    }
    if precisions.is_upper_bound {
        words.push_str(
            " A trust file does not tell how unevenly pupils weigh, so the true intervals are wider (upper bound of \
             precision).",
        );
    }
    if without > 0 {
        let have = if without == 1 { "has" } else { "have" };
        let trusts = counted(without, "trust");
        words.push_str(&format!(" {trusts} with a figure {have} no interval."));
    }
    words
}

/// What follows "95% intervals".
fn basis_in_words(analysis: &Analysis, precisions: &Precisions) -> String {
    let pupils = match analysis.basis {
        Basis::Published => "each trust\u{2019}s pupils",
        Basis::Computed => "each trust\u{2019}s effective number of pupils",
    };
    match precisions.ground {
        Ground::Pupils => format!("by Wilson\u{2019}s formula from {pupils}"),
        Ground::Published => "as published with Progress 8, made wider or narrower where another level than 95% is asked \
                              for; a trust without one of its own gets it from its pupils and the spread that the \
                              others tell"
            .to_owned(),
        Ground::ProgressSpread(sd) => format!(
            "from {pupils} and the standard deviation of pupils\u{2019} scores that published intervals tell, {} grades",
            in_short(sd)
        ),
        Ground::Assumed(sd) => format!(
            "from {pupils}, assuming that pupils\u{2019} scores differ by a standard deviation of {} points: this \
             project\u{2019}s assumption, which you can change",
            in_short(sd)
        ),
        Ground::Nothing => "of nothing".to_owned(),
    }
}

fn why_none(analysis: &Analysis, ground: Ground) -> String {
    let measure = analysis.rules.measure;
    let reason = match (ground, measure.unit()) {
        (Ground::Nothing, Unit::Grades) => {
            "the files publish none for Progress 8, and without them nothing tells how much pupils\u{2019} scores differ"
        }
        (Ground::Nothing, _) => {
            "nothing tells how much pupils\u{2019} scores in this measure differ"
        }
        _ => "the files do not count the pupils behind each trust\u{2019}s figure",
    };
    format!("No intervals: {reason}.")
}

/// What the intervals of regional figures are, and what they leave out.
#[must_use]
pub fn region_precision_in_words(precisions: &Precisions) -> Option<String> {
    let found = precisions.all.is_some() || precisions.regions.iter().any(Option::is_some);
    let level = level_in_words(precisions.level);
    found.then(|| {
        format!(
            "{level} intervals of regional figures: {PUPIL_SAMPLING_ONLY}. They take the trusts as given, and tell \
             nothing of which schools are in trusts."
        )
    })
}

/// What the range of a trust's rank says, by level and kind.
///
/// ```
/// use trust_gap::{chart::ranks_in_words, method::Doubt};
/// assert_eq!(
///     ranks_in_words(&Doubt::default()),
///     "For any one trust you pick beforehand, the range holds its true rank with 95% confidence."
/// );
/// ```
#[must_use]
pub fn ranks_in_words(doubt: &Doubt) -> String {
    let level = level_in_words(doubt.level);
    match doubt.kind {
        RankKind::Marginal => format!(
            "For any one trust you pick beforehand, the range holds its true rank with {level} confidence."
        ),
        RankKind::Simultaneous => format!(
            "All ranges of the list hold at once with {level} confidence, whichever trusts you look at."
        ),
    }
}

/// What "could be in the top ten" says, by level and kind.
#[must_use]
pub fn could_be_in_words(doubt: &Doubt) -> String {
    let level = level_in_words(doubt.level);
    let scope = match doubt.kind {
        RankKind::Marginal => "for that trust alone",
        RankKind::Simultaneous => "for all trusts of the list at once",
    };
    format!(
        "A trust could be in the top ten when chance in its pupils does not rule that out at {level} confidence, {scope}."
    )
}
