//! The basis and meaning of intervals, in plain words.

use method::{Analysis, IntervalBasis, IntervalChoices, RankKind};
use records::model::Basis;
use records::terms::{Unit, counted};

use crate::chart::words::PUPIL_SAMPLING_ONLY;
use crate::chart::{in_short, level_in_words};

/// The column heading for effective numbers of pupils.
pub(crate) const fn effective_pupils(is_upper_bound: bool) -> &'static str {
    if is_upper_bound {
        "Effective pupils, at most"
    } else {
        "Effective pupils"
    }
}

pub(crate) const NO_FIGURES: &str = "No intervals: no trust has a figure.";

/// The basis of the intervals, and the number of trusts with a figure but no interval.
pub(crate) fn intervals(analysis: &Analysis, without: usize) -> String {
    let mut words = format!(
        "{} intervals {}.",
        level_in_words(analysis.level()),
        basis_in_words(analysis)
    );
    if analysis.rules.focus.group().is_none() {
        words.push_str(" The interval of a gap combines the errors of both groups.");
    }
    if analysis.intervals.is_upper_bound {
        words.push_str(
        " The true intervals are wider, because a trust file does not say how pupils are spread over schools and years.",
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
        IntervalBasis::Pupils => {
            format!("are worked out by Wilson\u{2019}s formula from {pupils}")
        }
        IntervalBasis::Published => {
            "are those published with Progress 8, made wider or narrower for a level other than \
                                     95%. Where a trust has none, it is estimated from its number of pupils"
                .to_owned()
        }
        IntervalBasis::ProgressSpread(sd) => format!(
            "are worked out from {pupils}. The standard deviation of pupils\u{2019} scores is taken from published \
             intervals, {} grades",
            in_short(sd)
        ),
        IntervalBasis::Assumed(sd) => format!(
            "are worked out from {pupils}. They assume a standard deviation of {} points between pupils\u{2019} scores: \
             this project\u{2019}s assumption, which you can change",
            in_short(sd)
        ),
        IntervalBasis::Nothing => "are not available".to_owned(),
    }
}

pub(crate) fn why_none(analysis: &Analysis, ground: IntervalBasis) -> String {
    let measure = analysis.rules.measure;
    let reason = match (ground, measure.unit()) {
        (IntervalBasis::Nothing, Unit::Grades) => {
            "the files publish none for Progress 8, so it is not known how much pupils\u{2019} scores differ"
        }
        (IntervalBasis::Nothing, _) => "it is not known how much pupils\u{2019} scores in this measure differ",
        _ => "the files do not say how many pupils each trust\u{2019}s figure covers",
    };
    format!("No intervals: {reason}.")
}

/// What the intervals of regional figures are, and what they leave out.
pub(crate) fn of_regions(level: &str) -> String {
    format!(
        "{level} intervals of regional figures: {PUPIL_SAMPLING_ONLY}. They take the trusts as given and say \
     nothing about which schools are in trusts."
    )
}

/// What the range of a trust's rank says, by level and kind.
///
/// ```
/// use show::chart::ranks_in_words;
/// use method::IntervalChoices;
/// assert_eq!(
///     ranks_in_words(&IntervalChoices::default()),
///     "For any one trust you pick beforehand, the range contains its true rank with 95% confidence."
/// );
/// ```
#[must_use]
pub fn ranks_in_words(interval_choices: &IntervalChoices) -> String {
    let level = level_in_words(interval_choices.level);
    match interval_choices.kind {
        RankKind::Marginal => {
            format!("For any one trust you pick beforehand, the range contains its true rank with {level} confidence.")
        }
        RankKind::Simultaneous => {
            format!("All ranges in the list hold at once with {level} confidence, whichever trusts you look at.")
        }
    }
}

/// What "could be in the top ten" says, by level and kind.
#[must_use]
pub fn could_be_in_words(interval_choices: &IntervalChoices) -> String {
    let level = level_in_words(interval_choices.level);
    let scope = match interval_choices.kind {
        RankKind::Marginal => "for that trust alone",
        RankKind::Simultaneous => "for all trusts in the list at once",
    };
    format!(
        "A trust could be in the top ten if chance among pupils does not rule that out at {level} confidence, {scope}."
    )
}
