//! The finding in a sentence, and what shakes it.

use crate::method::{Analysis, Claim, RegionFigures, Verdict, verdicts};
use crate::model::DataSet;
use crate::terms::letters::with_capital;
use crate::terms::{Figure, Focus, Unit};

/// What the data say, in words made from them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The finding.
    pub headline: String,
    /// The figures behind it.
    pub detail: String,
    /// Whether it holds under the other rules.
    pub checks: Vec<Check>,
}

/// A claim of the finding under all regional rules on offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What became of it.
    pub text: String,
    /// Whether it holds under all of them.
    pub holds: bool,
}

impl Finding {
    /// The finding of an analysis of a data set.
    #[must_use]
    pub fn new(data: &DataSet, analysis: &Analysis) -> Self {
        Self {
            headline: headline(analysis),
            detail: detail(analysis),
            checks: verdicts(data, &analysis.rules)
                .iter()
                .map(|verdict| check(verdict, analysis))
                .collect(),
        }
    }
}

fn headline(analysis: &Analysis) -> String {
    let regions = analysis.regions_best_first();
    let measure = analysis.rules.measure;
    let focus = analysis.rules.focus;
    let Some(claim) = Claim::leading(analysis) else {
        return format!("No trust has a published figure for {}", measure.name());
    };
    let pupils = focus.group().map_or("pupils", crate::terms::Group::pupils);
    if let Claim::OnlyAbove { region, share } = claim {
        return format!(
            "{} is the only region where more than {} of {pupils} {}",
            with_capital(region.in_sentence()),
            share.words,
            measure.achievement()
        );
    }
    let (Some((best, high)), Some((last, low))) = (regions.first(), regions.last()) else {
        return format!("No trust has a published figure for {}", measure.name());
    };
    let (best, last) = (best.region.in_sentence(), last.region.in_sentence());
    match (focus, regions.len()) {
        (_, 1) => format!(
            "{} stands alone in these files: {}",
            with_capital(best),
            with_unit(*high, focus)
        ),
        (Focus::Gap, _) => format!("The gap is smallest in {best} and widest in {last}"),
        _ if high.unit() == Unit::Percent => {
            format!(
                "{} has the largest share of {pupils} who {}",
                with_capital(best),
                measure.achievement()
            )
        }
        _ if high.compare(*low) == Some(std::cmp::Ordering::Equal) => {
            format!(
                "In {}, {pupils} score alike in every region",
                measure.name()
            )
        }
        _ => format!(
            "In {}, {pupils} score highest in {best} and lowest in {last}",
            measure.name()
        ),
    }
}

/// "37.2% in London against 24.0% across all trusts. The South West is lowest at 20.1%, then the
/// South East at 21.8%."
fn detail(analysis: &Analysis) -> String {
    let regions = analysis.regions_best_first();
    let focus = analysis.rules.focus;
    let (Some((best, high)), Some(all)) = (regions.first(), analysis.all.figure) else {
        return "Choose another measure or group, or add a file that has it.".to_owned();
    };
    let first = format!(
        "{} in {} against {} across all trusts.",
        with_unit(*high, focus),
        best.region.in_sentence(),
        with_unit(all, focus)
    );
    match last_two(&regions) {
        Some(last) => format!("{first} {}", last_in_words(last, focus)),
        None => first,
    }
}

type Ranked<'a> = (&'a RegionFigures, Figure);

/// The last region and the one before it.
fn last_two<'a>(regions: &[Ranked<'a>]) -> Option<(Ranked<'a>, Ranked<'a>)> {
    match regions {
        [_, .., before, last] => Some((*last, *before)),
        _ => None,
    }
}

fn last_in_words((last, before): (Ranked<'_>, Ranked<'_>), focus: Focus) -> String {
    let word = last_word(focus);
    format!(
        "{} is {word} at {}, then {} at {}.",
        with_capital(last.0.region.in_sentence()),
        with_unit(last.1, focus),
        before.0.region.in_sentence(),
        with_unit(before.1, focus)
    )
}

fn check(verdict: &Verdict, analysis: &Analysis) -> Check {
    let focus = analysis.rules.focus;
    let claim = match verdict.claim {
        Claim::OnlyAbove { region, share } => {
            format!("{} alone above {}", region.name(), share.words)
        }
        Claim::Best(region) => format!("{} {}", region.name(), best_word(focus)),
        Claim::Last(region) => format!("{} {}", region.name(), last_word(focus)),
    };
    let rules = if verdict.of == 1 { "rule" } else { "rules" };
    let holds = verdict.holds == verdict.of;
    let mut text = format!(
        "{claim}: holds under {} of {} regional {rules}",
        verdict.holds, verdict.of
    );
    if let Some((rule, region, figure)) = verdict.broken_by {
        let word = match verdict.claim {
            Claim::OnlyAbove { .. } | Claim::Best(_) => best_word(focus),
            Claim::Last(_) => last_word(focus),
        };
        text.push_str(&format!(
            ". {}, {} is {word} ({})",
            rule.as_condition(),
            region.in_sentence(),
            with_unit(figure, focus)
        ));
    }
    Check { text, holds }
}

const fn best_word(focus: Focus) -> &'static str {
    if focus.smaller_is_better() {
        "smallest"
    } else {
        "highest"
    }
}

const fn last_word(focus: Focus) -> &'static str {
    if focus.smaller_is_better() {
        "widest"
    } else {
        "lowest"
    }
}

fn with_unit(figure: Figure, focus: Focus) -> String {
    match focus {
        Focus::Gap => figure.as_difference(),
        _ => figure.in_sentence(),
    }
}
