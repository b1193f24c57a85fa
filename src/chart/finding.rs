//! The finding in a sentence, and what shakes it.

use crate::method::{Analysis, Claim, Counter, Measured, RegionFigures, Rules, Verdict, verdicts};
use crate::model::DataSet;
use crate::terms::letters::with_capital;
use crate::terms::{Figure, Focus, Group, Unit, counted, listed};

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
        let measured = Measured::after(None, data, &analysis.rules).ok();
        Self::with_verdicts(
            analysis,
            &measured.map_or_else(Vec::new, |measured| verdicts(&measured, analysis)),
        )
    }

    /// The finding of an analysis of these values, which need not be computed again.
    #[must_use]
    pub fn of(measured: &Measured, analysis: &Analysis) -> Self {
        Self::with_verdicts(analysis, &verdicts(measured, analysis))
    }

    fn with_verdicts(analysis: &Analysis, verdicts: &[Verdict]) -> Self {
        let checks = verdicts.iter().map(|verdict| check(verdict, analysis));
        Self {
            headline: headline(analysis),
            detail: detail(analysis),
            checks: checks.collect(),
        }
    }
}

fn headline(analysis: &Analysis) -> String {
    let measure = analysis.rules.measure;
    let focus = analysis.rules.focus;
    let pupils = focus.group().map_or("pupils", Group::pupils);
    if let Some(Claim::OnlyAbove { region, share }) = Claim::leading(analysis) {
        return format!(
            "{} is the only region where more than {} of {pupils} {}",
            with_capital(region.in_sentence()),
            share.words,
            measure.achievement()
        );
    }
    let regions = analysis.regions_best_first();
    let Some(ends) = Ends::of(&regions) else {
        return without_figure(analysis);
    };
    if regions.len() == 1 {
        let only = with_capital(&ends.best);
        return format!(
            "{only} is the only region with a figure: {}",
            with_unit(ends.high, focus)
        );
    }
    match focus {
        Focus::Gap => gap_headline(&ends),
        _ => group_headline(&ends, analysis, pupils),
    }
}

fn without_figure(analysis: &Analysis) -> String {
    let measure = analysis.rules.measure.name();
    if analysis.all.eligible == 0 {
        return "No trust is eligible under these rules".to_owned();
    }
    if analysis.all.published == 0 {
        return format!("No trust has a published figure for {measure}");
    }
    format!(
        "No regional figure can be made for {measure}: the file does not give each trust's pupils"
    )
}

/// The regions at both ends of the order, with those that share the place.
struct Ends {
    best: String,
    best_count: usize,
    high: Figure,
    last: String,
    last_count: usize,
    low: Figure,
    /// Every region has the same figure.
    alike: bool,
}

impl Ends {
    fn of(regions: &[Ranked<'_>]) -> Option<Self> {
        let (_, high) = *regions.first()?;
        let (_, low) = *regions.last()?;
        let names = |figure: Figure| -> Vec<&str> {
            regions
                .iter()
                .filter(|(_, other)| other.steps() == figure.steps())
                .map(|(region, _)| region.region.in_sentence())
                .collect()
        };
        let (best, last) = (names(high), names(low));
        Some(Self {
            best: listed(&best),
            best_count: best.len(),
            high,
            last: listed(&last),
            last_count: last.len(),
            low,
            alike: best.len() == regions.len(),
        })
    }
}

fn group_headline(ends: &Ends, analysis: &Analysis, pupils: &str) -> String {
    let measure = analysis.rules.measure;
    // What a user's own measure counts has no verb.
    let is_share = measure.unit() == Unit::Percent && !measure.is_own();
    match (ends.alike, is_share) {
        (true, true) => format!(
            "The same share of {pupils} {} in every region",
            measure.achievement()
        ),
        (true, false) => format!(
            "In {}, {pupils} score alike in every region",
            measure.name()
        ),
        (false, true) => format!(
            "{} {} the largest share of {pupils} who {}",
            with_capital(&ends.best),
            if ends.best_count == 1 { "has" } else { "have" },
            measure.achievement()
        ),
        (false, false) => format!(
            "In {}, {pupils} score {} in {} and {} in {}",
            measure.name(),
            best_word(&analysis.rules),
            ends.best,
            last_word(&analysis.rules),
            ends.last
        ),
    }
}

/// A gap below zero is one in favour of the disadvantaged pupils.
fn gap_headline(ends: &Ends) -> String {
    if ends.alike {
        "The gap is the same in every region".to_owned()
    } else if ends.low.number() <= 0.0 {
        "In no region do other pupils do better than disadvantaged pupils".to_owned()
    } else if ends.high.number() < 0.0 {
        format!(
            "Disadvantaged pupils do better than others in {}; the gap is widest in {}",
            ends.best, ends.last
        )
    } else {
        format!(
            "The gap is smallest in {} and widest in {}",
            ends.best, ends.last
        )
    }
}

/// "37.2% in London against 24.0% across all trusts. The South West is lowest at 20.1%, then the
/// South East at 21.8%."
fn detail(analysis: &Analysis) -> String {
    let regions = analysis.regions_best_first();
    let focus = analysis.rules.focus;
    if analysis.all.eligible == 0 {
        return "Data says of every trust why not; Method has the rules that leave it out."
            .to_owned();
    }
    let (Some(ends), Some(all)) = (Ends::of(&regions), analysis.all.figure) else {
        return "Choose another measure, group or regional figure, or add a file that has it."
            .to_owned();
    };
    if ends.alike && regions.len() > 1 {
        return format!("{} in each of them.", with_unit(ends.high, focus));
    }
    if regions.len() == 1 {
        let trusts = counted(analysis.all.published, "trust");
        return format!("It rests on {trusts}; there is no other region to compare it with.");
    }
    let first = format!(
        "{} in {} against {} across all trusts.",
        with_unit(ends.high, focus),
        ends.best,
        with_unit(all, focus)
    );
    match last_in_words(&ends, &regions, &analysis.rules) {
        Some(last) => format!("{first} {last}"),
        None => first,
    }
}

type Ranked<'a> = (&'a RegionFigures, Figure);

fn last_in_words(ends: &Ends, regions: &[Ranked<'_>], rules: &Rules) -> Option<String> {
    let before = regions.len().checked_sub(ends.last_count + 1)?;
    let (before, figure) = regions.get(before)?;
    let start = format!(
        "{} {} {} at {}",
        with_capital(&ends.last),
        if ends.last_count == 1 { "is" } else { "are" },
        last_word(rules),
        with_unit(ends.low, rules.focus)
    );
    if regions.len() < 3 {
        return Some(format!("{start}."));
    }
    Some(format!(
        "{start}, then {} at {}.",
        before.region.in_sentence(),
        with_unit(*figure, rules.focus)
    ))
}

/// "South West lowest".
#[must_use]
pub fn claim_in_words(claim: Claim, rules: &Rules) -> String {
    match claim {
        Claim::OnlyAbove { region, share } => {
            format!("{} alone above {}", region.name(), share.words)
        }
        Claim::Best(region) => format!("{} {}", region.name(), best_word(rules)),
        Claim::Last(region) => format!("{} {}", region.name(), last_word(rules)),
    }
}

fn check(verdict: &Verdict, analysis: &Analysis) -> Check {
    let rules = &analysis.rules;
    let claim = claim_in_words(verdict.claim, rules);
    let noun = if verdict.of == 1 { "rule" } else { "rules" };
    let holds = verdict.holds == verdict.of;
    let mut text = format!(
        "{claim}: holds under {} of {} regional {noun}",
        verdict.holds, verdict.of
    );
    if let Some((rule, counter)) = verdict.broken_by {
        let counter = counter_in_words(verdict.claim, counter, rules);
        text.push_str(&format!(". {}, {counter}", rule.as_condition()));
    }
    Check { text, holds }
}

/// What follows "Weighted by pupils, ".
pub(super) fn counter_in_words(claim: Claim, counter: Counter, rules: &Rules) -> String {
    let focus = rules.focus;
    let place = match claim {
        Claim::OnlyAbove { .. } | Claim::Best(_) => best_word(rules),
        Claim::Last(_) => last_word(rules),
    };
    match counter {
        Counter::Instead(region, figure) => {
            format!(
                "{} is {place} ({})",
                region.in_sentence(),
                with_unit(figure, focus)
            )
        }
        Counter::NoneAbove(own) => {
            format!("no region is (its figure is {})", with_unit(own, focus))
        }
        Counter::AlsoAbove(region, figure) => {
            format!(
                "{} is too ({})",
                region.in_sentence(),
                with_unit(figure, focus)
            )
        }
        Counter::Shared(region) => format!("it shares that place with {}", region.in_sentence()),
        Counter::NoFigure => "no regional figure can be made".to_owned(),
    }
}

pub(super) const fn best_word(rules: &Rules) -> &'static str {
    if rules.focus.smaller_is_better() {
        "smallest"
    } else if rules.smaller_is_better() {
        "lowest"
    } else {
        "highest"
    }
}

pub(super) const fn last_word(rules: &Rules) -> &'static str {
    if rules.focus.smaller_is_better() {
        "widest"
    } else if rules.smaller_is_better() {
        "highest"
    } else {
        "lowest"
    }
}

pub(super) fn with_unit(figure: Figure, focus: Focus) -> String {
    match focus {
        Focus::Gap => figure.as_difference(),
        _ => figure.in_sentence(),
    }
}
