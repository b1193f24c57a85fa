//! Claims about regions, and whether they hold when the regional rule changes.

use records::terms::{Figure, Region, Unit};

use crate::words::claim as words;

use super::{Analysis, Measured, RegionalRule};

/// A statement about regions that can be wrong under another rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Claim {
    /// The region is the only one whose figure is above a share of pupils.
    OnlyAbove {
        /// The region.
        region: Region,
        /// The share.
        share: Share,
    },
    /// The region is the best: highest, or for gaps smallest.
    Best(Region),
    /// The region is the last: lowest, or for gaps widest.
    Last(Region),
}

/// A share of pupils with a plain name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The share as a percentage.
    pub percent: f64,
    /// "a third".
    pub words: &'static str,
}

/// Shares that a headline may use, the largest first.
const SHARES: [Share; 7] = [
    Share {
        percent: 75.0,
        words: words::THREE_QUARTERS,
    },
    Share {
        percent: 200.0 / 3.0,
        words: words::TWO_THIRDS,
    },
    Share {
        percent: 50.0,
        words: words::HALF,
    },
    Share {
        percent: 100.0 / 3.0,
        words: words::A_THIRD,
    },
    Share {
        percent: 25.0,
        words: words::A_QUARTER,
    },
    Share {
        percent: 20.0,
        words: words::A_FIFTH,
    },
    Share {
        percent: 10.0,
        words: words::A_TENTH,
    },
];

/// Whether a claim holds under the offered rules.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict {
    /// The claim.
    pub claim: Claim,
    /// The number of offered rules it holds under.
    pub holds: usize,
    /// The number of offered rules.
    pub of: usize,
    /// The first rule that breaks it, and how.
    pub broken_by: Option<(RegionalRule, Counter)>,
}

/// How a rule breaks a claim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Counter {
    /// Another region has the rank, with this figure, and this many more share it.
    Instead(Region, Figure, usize),
    /// No region is above the share; the claim's own has this figure.
    NoneAbove(Figure),
    /// Another region is above the share too, with this figure.
    AlsoAbove(Region, Figure),
    /// The region shares its rank with another.
    Shared(Region),
    /// There is no regional figure under the rule.
    NoFigure,
}

impl Claim {
    /// The leading claim of an analysis: the only region above a share of pupils, else the best
    /// region; `None` if several share that rank or there is only one.
    #[must_use]
    pub fn leading(analysis: &Analysis) -> Option<Self> {
        let regions = analysis.regions_best_first();
        let (best, _) = regions.first().filter(|_| regions.len() > 1)?;
        let region = best.region;
        let sayable = analysis.rules.measure.unit() == Unit::Percent
            && !analysis.rules.measure.is_own()
            && !analysis.rules.smaller_is_better();
        SHARES
            .into_iter()
            .map(|share| Self::OnlyAbove { region, share })
            .filter(|_| sayable)
            .chain([Self::Best(region)])
            .find(|claim| claim.holds(analysis))
    }

    /// The claims of the first page about an analysis.
    #[must_use]
    pub fn of(analysis: &Analysis) -> Vec<Self> {
        let claims = [Self::leading(analysis), Self::last(analysis)];
        claims.into_iter().flatten().collect()
    }

    /// The claim that a region is last; `None` if there is only one region, or several are last.
    #[must_use]
    pub fn last(analysis: &Analysis) -> Option<Self> {
        let regions = analysis.regions_best_first();
        let (last, _) = regions.last()?;
        let claim = Self::Last(last.region);
        (regions.len() > 1 && claim.holds(analysis)).then_some(claim)
    }

    /// Whether the claim is true of an analysis.
    #[must_use]
    pub fn holds(&self, analysis: &Analysis) -> bool {
        self.is_true_of(&figures_best_first(analysis))
    }

    /// Whether the claim is true of the figures of regions, the best first.
    pub(super) fn is_true_of(&self, regions: &[(Region, Figure)]) -> bool {
        let steps = |region: Option<&(Region, Figure)>| region.map(|(_, figure)| figure.steps());
        match *self {
            Self::OnlyAbove { region, share } => {
                let mut above = regions.iter().filter(|(_, figure)| figure.number() > share.percent);
                above.next().is_some_and(|(first, _)| *first == region) && above.next().is_none()
            }
            Self::Best(region) => {
                regions.first().is_some_and(|(first, _)| *first == region)
                    && steps(regions.first()) != steps(regions.get(1))
            }
            Self::Last(region) => {
                let before = regions.len().checked_sub(2).and_then(|region| regions.get(region));
                regions.last().is_some_and(|(last, _)| *last == region) && steps(regions.last()) != steps(before)
            }
        }
    }

    /// How an analysis in which the claim does not hold breaks it.
    pub(super) fn counter(&self, analysis: &Analysis) -> Counter {
        self.counter_in(&figures_best_first(analysis))
    }

    /// How figures of regions, the best first, of which the claim is not true break it.
    pub(super) fn counter_in(&self, regions: &[(Region, Figure)]) -> Counter {
        let mut in_order = regions.to_vec();
        if matches!(self, Self::Last(_)) {
            in_order.reverse();
        }
        let Some(&(first, figure)) = in_order.first() else {
            return Counter::NoFigure;
        };
        match *self {
            Self::OnlyAbove { region, share } => {
                let mut others = in_order
                    .iter()
                    .filter(|(of, figure)| *of != region && figure.number() > share.percent);
                match (others.next(), in_order.iter().find(|(of, _)| *of == region)) {
                    (Some(&(other, figure)), _) => Counter::AlsoAbove(other, figure),
                    (None, Some(&(_, own))) => Counter::NoneAbove(own),
                    (None, None) => Counter::NoFigure,
                }
            }
            Self::Best(region) | Self::Last(region) if first == region => in_order
                .get(1)
                .map_or(Counter::NoFigure, |&(other, _)| Counter::Shared(other)),
            Self::Best(_) | Self::Last(_) => {
                let figures = in_order.iter().skip(1);
                let same = figures.filter(|(_, other)| other.steps() == figure.steps());
                Counter::Instead(first, figure, same.count())
            }
        }
    }
}

/// The regions' figures, the best first.
fn figures_best_first(analysis: &Analysis) -> Vec<(Region, Figure)> {
    let regions = analysis.regions_best_first();
    regions.into_iter().map(|(of, figure)| (of.region, figure)).collect()
}

/// The claims of the first page under every regional rule available for these values.
#[must_use]
pub fn verdicts(measured: &Measured, now: &Analysis) -> Vec<Verdict> {
    let rules = now.rules;
    let others: Vec<Analysis> = measured
        .offered(rules.focus)
        .into_iter()
        .filter(|regional| *regional != rules.regional)
        .filter_map(|regional| {
            measured
                .analysis(rules.focus, regional, &[], &now.intervals.choices)
                .ok()
        })
        .collect();
    let under = |regional| {
        let others = others.iter();
        let mut all = others.chain([now]);
        all.find(|analysis| analysis.rules.regional == regional)
    };
    let under: Vec<&Analysis> = RegionalRule::ALL.into_iter().filter_map(under).collect();
    let claims = Claim::of(now).into_iter();
    claims.map(|claim| verdict(claim, &under)).collect()
}

fn verdict(claim: Claim, under: &[&Analysis]) -> Verdict {
    let breaking = under.iter().find(|analysis| !claim.holds(analysis));
    Verdict {
        claim,
        holds: under.iter().filter(|analysis| claim.holds(analysis)).count(),
        of: under.len(),
        broken_by: breaking.map(|analysis| (analysis.rules.regional, claim.counter(analysis))),
    }
}
