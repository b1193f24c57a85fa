//! What intervals rest on and what they say, in plain words.

use crate::chart::{in_short, level_in_words};
use crate::method::{Analysis, Ground, IntervalChoices, RankKind};
use crate::model::Basis;
use crate::terms::{Unit, counted};

/// What is said of the interval of a region's figure, beside it.
pub(crate) const PUPIL_SAMPLING_ONLY: &str = "pupil sampling only";

/// The head of the column of effective numbers of pupils.
pub(crate) const fn effective_pupils(is_upper_bound: bool) -> &'static str {
    if is_upper_bound {
        "Effective pupils, at most"
    } else {
        "Effective pupils"
    }
}

pub(crate) const NO_FIGURES: &str = "No intervals: no trust has a figure.";

/// What the intervals rest on, and how many trusts with a figure have none.
pub(crate) fn intervals(analysis: &Analysis, without: usize) -> String {
    let mut words = format!(
        "{} intervals {}.",
        level_in_words(analysis.level()),
        basis_in_words(analysis)
    );
    if analysis.rules.focus.group().is_none() {
        words.push_str(" That of a gap joins the errors of both groups.");
    }
    if analysis.intervals.is_upper_bound {
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
fn basis_in_words(analysis: &Analysis) -> String {
    let pupils = match analysis.basis {
        Basis::Published => "each trust\u{2019}s pupils",
        Basis::Computed => "each trust\u{2019}s effective number of pupils",
    };
    match analysis.intervals.ground {
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

pub(crate) fn why_none(analysis: &Analysis, ground: Ground) -> String {
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
pub(crate) fn of_regions(level: &str) -> String {
    format!(
        "{level} intervals of regional figures: {PUPIL_SAMPLING_ONLY}. They take the trusts as given, and tell \
         nothing of which schools are in trusts."
    )
}

/// What the range of a trust's rank says, by level and kind.
///
/// ```
/// use trust_gap::{chart::ranks_in_words, method::IntervalChoices};
/// assert_eq!(
///     ranks_in_words(&IntervalChoices::default()),
///     "For any one trust you pick beforehand, the range holds its true rank with 95% confidence."
/// );
/// ```
#[must_use]
pub fn ranks_in_words(interval_choices: &IntervalChoices) -> String {
    let level = level_in_words(interval_choices.level);
    match interval_choices.kind {
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
pub fn could_be_in_words(interval_choices: &IntervalChoices) -> String {
    let level = level_in_words(interval_choices.level);
    let scope = match interval_choices.kind {
        RankKind::Marginal => "for that trust alone",
        RankKind::Simultaneous => "for all trusts of the list at once",
    };
    format!(
        "A trust could be in the top ten when chance in its pupils does not rule that out at {level} confidence, {scope}."
    )
}
