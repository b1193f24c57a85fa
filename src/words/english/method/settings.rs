//! The user's settings, as the methods paragraph and a report tell them.

use crate::method::weighting::{CAP_AT_KEY_STAGE_4, Weight};
use crate::method::{Limits, MissingPolicy, RankKind, RegionalRule, level_in_words};
use crate::model::Basis;
use crate::stats::Level;
use crate::terms::decimals::with_decimals;
use crate::terms::letters::{with_capital, with_small};
use crate::terms::{DayOfYear, Group, Measure, SchoolType, SchoolTypes, counted};

pub(crate) fn measure_of(measure: Measure, group: Group) -> String {
    let phrase = with_small(&measure.description(group.pupils()));
    format!("The measure is {}.", the(&phrase))
}

/// "the share of …"; names of one's own measures stand as they are.
fn the(phrase: &str) -> String {
    if phrase.starts_with("share") || phrase.starts_with("average") {
        format!("the {phrase}")
    } else {
        phrase.to_owned()
    }
}

pub(crate) fn measure_of_gap(measure: Measure) -> String {
    format!(
        "The measure is {}; the attainment gap is the figure of other pupils less that of disadvantaged pupils, in \
         {}, where both are there.",
        measure.name(),
        measure.unit().difference_word()
    )
}

pub(crate) const GROUPS: &str = "Disadvantaged pupils had free school meals in the last six years, are looked after or \
    were adopted from care; all others are called other pupils.";

pub(crate) const AS_USER_GIVES: &str =
    "Each trust\u{2019}s figure was used as the user\u{2019}s own file gives it.";

pub(crate) fn as_published() -> String {
    format!(
        "Each trust\u{2019}s figure was used as published: the Department for Education weights each school by its \
         pupils of the group and by the academic years that it has been in the trust, at most {CAP_AT_KEY_STAGE_4} \
         (Department for Education)."
    )
}

pub(crate) fn eligible_in_file(min_schools: u32) -> String {
    format!(
        "A trust was eligible where the file counts at least {} of it or lists eligible trusts alone.",
        counted(min_schools as usize, "school")
    )
}

pub(crate) fn computed(weight: Weight) -> String {
    let as_department = if weight == Weight::default() {
        ", as the Department for Education does (Department for Education)"
    } else {
        "; the Department for Education weights by pupils and years in the trust, at most 5 (Department for Education)"
    };
    format!(
        "Each trust\u{2019}s figure was computed from its schools, {}{as_department}.",
        weight.in_sentence()
    )
}

/// Which schools counted.
pub(crate) fn schools(min_years: u32, of: SchoolTypes) -> String {
    let years = match min_years {
        0 => "however long it had been in the trust".to_owned(),
        years => format!(
            "when it had been in the trust for at least {}",
            counted(years as usize, "academic year")
        ),
    };
    format!(
        "A school counted {years}, had pupils at the end of key stage 4 and any published result, and was of one of \
         these types: {}.",
        types(of).to_ascii_lowercase()
    )
}

pub(crate) fn cut_off(day: DayOfYear) -> String {
    format!(
        "A school that joined by {day} counted from that calendar year, a later one from the next."
    )
}

pub(crate) fn eligible(min_schools: u32) -> String {
    format!(
        "A trust was eligible when at least {} of it counted.",
        counted(min_schools as usize, "school")
    )
}

pub(crate) const fn missing(policy: MissingPolicy) -> &'static str {
    match policy {
        MissingPolicy::LeaveOutSchool => {
            "A value that is suppressed or otherwise missing was never taken for zero: a school without one left the \
             sums of that measure."
        }
        MissingPolicy::LeaveOutTrust => {
            "A value that is suppressed or otherwise missing was never taken for zero: a trust with a school without \
             one has no figure for that measure."
        }
    }
}

pub(crate) const fn regional(rule: RegionalRule) -> &'static str {
    match rule {
        RegionalRule::SimpleMean => {
            "A region\u{2019}s figure is the simple mean of the figures of the eligible trusts of which it is the lead \
             region."
        }
        RegionalRule::PupilWeighted => {
            "A region\u{2019}s figure is the mean of the figures of the eligible trusts of which it is the lead region, \
             weighted by each trust\u{2019}s pupils of the group."
        }
        RegionalRule::BySchool => {
            "A region\u{2019}s figure is the weighted mean of the schools in it that count in an eligible trust, each \
             with its own weight, wherever their trust\u{2019}s lead region is."
        }
    }
}

pub(crate) const NO_INTERVALS: &str = "No intervals could be made.";

/// Whose numbers intervals rest on.
const fn pupils(basis: Basis) -> &'static str {
    match basis {
        Basis::Published => "each trust\u{2019}s number of pupils of the group",
        Basis::Computed => "each trust\u{2019}s effective number of pupils of the group",
    }
}

pub(crate) fn intervals_of_shares(level: Level, basis: Basis) -> String {
    format!(
        "The {} intervals of trusts are Wilson\u{2019}s score intervals on {} (Wilson 1927).",
        level_in_words(level),
        pupils(basis)
    )
}

pub(crate) fn intervals_as_published(level: Level) -> String {
    format!(
        "The {} intervals of trusts are those published with Progress 8, made wider or narrower where another level \
         than 95% is asked for (Department for Education).",
        level_in_words(level)
    )
}

/// Intervals by the standard deviation that published ones tell.
pub(crate) fn intervals_by_spread(level: Level, basis: Basis, sd: f64) -> String {
    format!(
        "The {} intervals of trusts rest on {} and on the standard deviation of pupils\u{2019} scores that the \
         published intervals tell, {} grades.",
        level_in_words(level),
        pupils(basis),
        with_decimals(sd, 2)
    )
}

/// Intervals by a standard deviation that is assumed.
pub(crate) fn intervals_by_assumption(level: Level, basis: Basis, sd: &str) -> String {
    format!(
        "The {} intervals of trusts rest on {} and on an assumed standard deviation of pupils\u{2019} scores of {sd} \
         points, which no publication gives.",
        level_in_words(level),
        pupils(basis)
    )
}

pub(crate) const TRULY_WIDER: &str =
    "As a file of trusts does not tell how unevenly pupils weigh, the true intervals are wider.";

pub(crate) const INTERVAL_OF_GAP: &str =
    "The interval of a gap joins the standard errors of both groups.";

pub(crate) const INTERVALS_OF_REGIONS: &str = "The intervals of regional figures take the trusts as given and tell of the \
    chance in their pupils alone.";

pub(crate) fn ranges_of_ranks(kind: RankKind, level: Level) -> String {
    let level = level_in_words(level);
    let kind = match kind {
        RankKind::Marginal => format!(
            "for any one trust picked beforehand the range holds its true rank with {level} confidence"
        ),
        RankKind::Simultaneous => {
            format!("all ranges of a list hold at once with {level} confidence")
        }
    };
    format!(
        "The ranges of ranks are those that the differences between trusts cannot rule out: {kind} (Mogstad et al. \
         2024)."
    )
}

pub(crate) const fn funnel(limits: Limits) -> &'static str {
    match limits {
        Limits::OverDispersed => {
            "The funnel\u{2019}s limits of 95% and 99.8% allow for trusts that differ by more than chance, additively on \
             the arcsine scale, the most extreme tenth at either end drawn in (Spiegelhalter 2005)."
        }
        Limits::Exact => {
            "The funnel\u{2019}s limits of 95% and 99.8% are those of the binomial distribution, with interpolation \
             (Spiegelhalter 2005)."
        }
        Limits::Normal => {
            "The funnel\u{2019}s limits of 95% and 99.8% are the target plus and minus 1.96 and 3.09 standard errors \
             (Spiegelhalter 2005)."
        }
    }
}

pub(crate) const SHRUNKEN: &str = "Shrunken figures are drawn towards the mean by as much as chance in their pupils is of \
    all their variation (DerSimonian and Laird 1986).";

/// What stands for the pupils where the gap is looked at.
pub(crate) const GAP: &str = "The gap: other pupils less disadvantaged pupils";

pub(crate) fn spread(sd: &str) -> String {
    format!("{sd} points")
}

/// The weight and its cap.
pub(crate) fn weight(weight: Weight) -> String {
    let name = Weight::KINDS
        .into_iter()
        .find(|(key, _)| *key == weight.key())
        .map_or("", |(_, name)| name);
    match weight {
        Weight::PupilsYears { cap: Some(cap) } => format!("{name}, at most {cap}"),
        Weight::PupilsYears { cap: None } => format!("{name}, however many"),
        Weight::Pupils | Weight::Equal => name.to_owned(),
    }
}

/// A type of school, as the name of a box: "sponsored academy".
pub(crate) fn type_of_school(of: SchoolType) -> &'static str {
    let words = of.in_sentence();
    words.strip_prefix("a ").unwrap_or(words)
}

/// "Sponsored academy, converter academy".
pub(crate) fn types(types: SchoolTypes) -> String {
    let counting = SchoolTypes::CHOICES
        .into_iter()
        .filter(|(of, _)| types.count(*of));
    let names: Vec<&str> = counting.map(|(of, _)| type_of_school(of)).collect();
    if names.is_empty() {
        return "None".to_owned();
    }
    with_capital(&names.join(", "))
}

/// The files have no column of a measure.
pub(crate) fn no_measure(files: &str, lacking: &str, instead: &str) -> String {
    format!("{files} has no column for {lacking}: {instead} is shown instead.")
}

/// The files do not have a measure for these pupils.
pub(crate) fn no_pupils(files: &str, measure: &str, lacking: &str, instead: &str) -> String {
    format!(
        "{files} has {measure} not for \u{201c}{lacking}\u{201d}: \u{201c}{instead}\u{201d} is shown instead."
    )
}

/// The files lack what a regional figure is made of.
pub(crate) fn no_regional_figure(files: &str, lacking: &str, instead: &str) -> String {
    format!(
        "{files} lacks what the regional figure \u{201c}{lacking}\u{201d} needs: the {instead} is shown instead."
    )
}
