//! The trusts in the most similar contexts, which a trust could learn from.

use std::rc::Rc;

use records::terms::order::sorted;
use records::terms::{ByPart, ContextPart, Figure, Focus, Measure, Missing};
use stats::moments::mean_and_sd;
use stats::ranks::marginal_of;

use super::trust_values::value_for;
use super::{
    AdjustPart, AdjustParts, Analysis, Context, Contexts, Family, Measured, TrustDifference, TrustFigures,
    trust_difference,
};

/// The weight of each part of the context in a distance, 0 or more.
///
/// By default every part has the same weight, except those that are included in another: pupils
/// with a plan and pupils with support are all pupils with special educational needs.
///
/// ```
/// use method::{AdjustParts, ContextWeights};
/// use records::terms::ContextPart;
/// let weights = ContextWeights::default().with(ContextPart::Eal, 3.0);
/// assert_eq!(weights.of(ContextPart::Eal), 3.0);
/// assert_eq!(weights.of(ContextPart::Sen), 1.0);
/// assert_eq!(weights.of(ContextPart::SenPlan), 0.0);
/// let same = ContextWeights::of_parts(AdjustParts::parse("eal,sen").unwrap());
/// assert_eq!([ContextPart::Eal, ContextPart::Disadvantaged].map(|part| same.of(part)), [1.0, 0.0]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ContextWeights(ByPart<f64>);

impl Default for ContextWeights {
    fn default() -> Self {
        Self(ByPart::make(|part| match part {
            ContextPart::SenPlan | ContextPart::SenSupport => 0.0,
            _ => 1.0,
        }))
    }
}

impl ContextWeights {
    /// The largest weight; above it one part would dominate.
    pub const MOST: f64 = 100.0;

    /// The weight of a part.
    #[must_use]
    pub const fn of(&self, part: ContextPart) -> f64 {
        *self.0.get(part)
    }

    /// The same weight for each part that figures are adjusted for, none for the others; the usual ones if none of them
    /// is a part of a trust's context.
    #[must_use]
    pub fn of_parts(parts: AdjustParts) -> Self {
        let is_in = |part: ContextPart| {
            let mut parts = parts.iter();
            parts
                .any(|of| of.of_trusts() == Some(part) || (of, part) == (AdjustPart::Selective, ContextPart::Selective))
        };
        if !ContextPart::ALL.into_iter().any(is_in) {
            return Self::default();
        }
        Self(ByPart::make(|part| f64::from(u8::from(is_in(part)))))
    }

    /// The same with another weight of a part; unchanged where the number is not from 0 to [`Self::MOST`].
    #[must_use]
    pub fn with(mut self, part: ContextPart, weight: f64) -> Self {
        if (0.0..=Self::MOST).contains(&weight) {
            self.0.set(part, weight);
        }
        self
    }
}

/// A part used in distances.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PartScale {
    /// The part.
    pub part: ContextPart,
    /// Its weight.
    pub weight: f64,
    /// Its standard deviation over the eligible trusts that have it, in its own unit.
    pub sd: f64,
}

/// Why a part with a weight is not used in distances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartLeftOut {
    /// It is not known for the trust itself.
    Missing(Missing),
    /// It is the same in all trusts.
    Alike,
}

/// How another trust's part differs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PartDifference {
    /// The part.
    pub part: ContextPart,
    /// The other trust's minus the trust's own, in the part's unit.
    pub difference: Figure,
    /// The same in standard deviations.
    pub in_sd: f64,
}

/// How another trust does by the measure in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Better.
    Better,
    /// Equally well.
    Alike,
    /// Worse.
    Worse,
    /// One of the two has no figure.
    Unknown,
}

/// A trust in a similar context.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbour {
    /// Its index among the trusts of the analysis.
    pub index: usize,
    /// The distance of its context: 0 for the same, 1 where the parts differ by one standard
    /// deviation.
    pub distance: f64,
    /// The difference of each part.
    pub differences: Vec<PartDifference>,
    /// The parts that are not known for it, which its distance leaves out.
    pub lacking: Vec<(ContextPart, Missing)>,
    /// How it does by the measure in force.
    pub standing: Standing,
    /// Its figure minus the trust's own, with an interval, and whether the two can be
    /// distinguished; `None` if one has no interval.
    pub comparison: Option<TrustDifference>,
}

/// A trust and those in the most similar contexts.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar {
    /// The parts used in distances.
    pub parts: Vec<PartScale>,
    /// Parts with a weight that are left out.
    pub left_out: Vec<(ContextPart, PartLeftOut)>,
    /// The nearest trusts, the nearest first; ties keep the order of the analysis.
    pub neighbours: Vec<Neighbour>,
    /// Trusts for which half of the weight or less is known, so that they are not compared.
    pub without: usize,
    /// The critical value of the comparisons: of the trust with each of these neighbours, all at once.
    pub critical: Option<f64>,
}

impl Similar {
    /// The neighbours, with those that do better first; each kind by distance.
    #[must_use]
    pub fn better_first(&self) -> Vec<&Neighbour> {
        sorted(self.neighbours.iter().collect(), |one, two| {
            one.standing.cmp(&two.standing)
        })
    }
}

/// The given number of trusts with the nearest contexts to that of one trust of the analysis;
/// `None` if there is no such trust or no part to compare.
///
/// The distance is `sqrt(sum of w (d / sd)^2 / sum of w)` over the parts that are known for both
/// trusts: each difference divided by the part's standard deviation over the eligible trusts. A
/// trust for which half of the weight or less is known has no distance. Whether a neighbour can be
/// distinguished is by the critical value of this trust's comparisons with all that are returned,
/// single-step (method, section 7).
///
/// ```
/// use method::{ContextWeights, Contexts, IntervalChoices, Measured, Rules, Standing, similar};
/// use read::layout::read_file;
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PEALGRP2_MATPTINC,PSEN_ALL4_MATPTINC,\
///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,10%,20%,30%\n2,TWO,London,12%,20%,40%\n\
///            3,THREE,London,50%,10%,20%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let rules = Rules::default();
/// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
/// let analysis = measured.analysis(rules.focus, rules.regional, &[], &IntervalChoices::default()).unwrap();
/// let contexts = Contexts::new(measured.judgement());
/// let one = analysis.trusts.iter().position(|trust| &*trust.uid == "1").unwrap();
/// let found = similar(&analysis, &contexts, one, &ContextWeights::default(), 1).unwrap();
/// let nearest = &found.neighbours[0];
/// assert_eq!(&*analysis.trusts[nearest.index].uid, "2");
/// assert_eq!(nearest.standing, Standing::Better);
/// ```
#[must_use]
pub fn similar(
    analysis: &Analysis,
    contexts: &Contexts,
    index: usize,
    weights: &ContextWeights,
    count: usize,
) -> Option<Similar> {
    let trust = analysis.trusts.get(index)?;
    let own = contexts.of(trust)?;
    let (parts, left_out) = scales(own, contexts, weights);
    let all_weight: f64 = parts.iter().map(|scale| scale.weight).sum();
    let others = analysis.trusts.iter().enumerate();
    let others = others.filter(|(other, _)| *other != index);
    let mut without = 0;
    let near = others.filter_map(|(other, figures)| {
        let found = neighbour(&parts, all_weight, own, contexts.of(figures)?);
        without += usize::from(found.is_none());
        Some(Neighbour {
            index: other,
            standing: standing(analysis, trust, figures),
            ..found?
        })
    });
    // Far below what is shown, rounding is not to decide which is the nearer.
    let steps = |neighbour: &Neighbour| (neighbour.distance * 1e9).round() as i64;
    let mut neighbours = sorted(near.collect(), |one, two| steps(one).cmp(&steps(two)));
    neighbours.truncate(count);
    let critical = compare(analysis, index, &mut neighbours);
    (!parts.is_empty()).then_some(Similar {
        parts,
        left_out,
        neighbours,
        without,
        critical,
    })
}

/// The parts with a weight that can be used, and those that cannot.
fn scales(
    own: &Context,
    contexts: &Contexts,
    weights: &ContextWeights,
) -> (Vec<PartScale>, Vec<(ContextPart, PartLeftOut)>) {
    let (mut parts, mut left_out) = (Vec::new(), Vec::new());
    for part in ContextPart::ALL {
        let weight = weights.of(part);
        if weight <= 0.0 {
            continue;
        }
        if let Some(reason) = own.value(part).missing() {
            left_out.push((part, PartLeftOut::Missing(reason)));
            continue;
        }
        let values: Vec<(f64, f64)> = contexts.values(part).map(|value| (1.0, value)).collect();
        match mean_and_sd(&values) {
            Some((_, sd)) if sd > ALIKE => parts.push(PartScale { part, weight, sd }),
            _ => left_out.push((part, PartLeftOut::Alike)),
        }
    }
    (parts, left_out)
}

/// A standard deviation below this is rounding.
const ALIKE: f64 = 1e-9;

/// Another trust by its context alone; `None` if too little is known of it.
fn neighbour(parts: &[PartScale], all_weight: f64, own: &Context, other: &Context) -> Option<Neighbour> {
    let (mut differences, mut lacking) = (Vec::new(), Vec::new());
    let (mut squares, mut known_weight) = (0.0, 0.0);
    for scale in parts {
        let part = scale.part;
        let value = match other.value(part).number() {
            Ok(_) => other.value(part).figure()?,
            Err(reason) => {
                lacking.push((part, reason));
                continue;
            }
        };
        let difference = value.minus(own.value(part).figure()?)?;
        let in_sd = difference.number() / scale.sd;
        squares += scale.weight * in_sd * in_sd;
        known_weight += scale.weight;
        differences.push(PartDifference {
            part,
            difference,
            in_sd,
        });
    }
    (known_weight > all_weight / 2.0).then(|| Neighbour {
        index: 0,
        distance: (squares / known_weight).sqrt(),
        differences,
        lacking,
        standing: Standing::Unknown,
        comparison: None,
    })
}

fn standing(analysis: &Analysis, trust: &TrustFigures, other: &TrustFigures) -> Standing {
    let (Some(own), Some(other)) = (trust.figure(), other.figure()) else {
        return Standing::Unknown;
    };
    let (own, other) = (own.steps(), other.steps());
    let is_higher_better = !analysis.rules.smaller_is_better();
    if own == other {
        Standing::Alike
    } else if (other > own) == is_higher_better {
        Standing::Better
    } else {
        Standing::Worse
    }
}

/// The measures in which one trust does better than another, by their numbers, of those in which both have a figure;
/// with how many these are. Each difference by itself may be chance.
///
/// ```
/// use method::{Measured, Rules, better_in};
/// use read::layout::read_file;
/// use records::model::Library;
/// use records::terms::{Focus, Measure};
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG,P8MEA_WGTAVG\n\
///            1,ONE,London,40,0.1\n2,TWO,London,41,0.0\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let data = library.newest().unwrap();
/// let of = |measure| Measured::after(None, &data, &Rules { measure, focus: Focus::All, ..Rules::default() }).unwrap();
/// let every = [of(Measure::Attainment8), of(Measure::Progress8)];
/// assert_eq!(better_in(&every, Focus::All, "2", "1"), (vec![Measure::Attainment8], 2));
/// ```
#[must_use]
pub fn better_in(every: &[Rc<Measured>], focus: Focus, one: &str, than: &str) -> (Vec<Measure>, usize) {
    let (mut better, mut of) = (Vec::new(), 0);
    for measured in every {
        let measure = measured.measure;
        let figure = |uid: &str| {
            let mut cases = measured.cases.iter();
            let case = cases.find(|case| &*case.uid == uid)?;
            Some(value_for(measure, focus, &case.values).figure()?.steps())
        };
        let (Some(one), Some(than)) = (figure(one), figure(than)) else {
            continue;
        };
        of += 1;
        let is_less_better = focus.smaller_is_better() || measure.lower_is_better();
        if one != than && (one < than) == is_less_better {
            better.push(measure);
        }
    }
    (better, of)
}

/// Sets the difference of each neighbour's figure and whether it can be distinguished, and returns
/// the critical value.
fn compare(analysis: &Analysis, index: usize, neighbours: &mut [Neighbour]) -> Option<f64> {
    let others = neighbours.iter().map(|neighbour| neighbour.index);
    let indices: Vec<usize> = std::iter::once(index).chain(others).collect();
    let family = Family::chosen(analysis, &indices);
    let own = family.indices().position(|of| of == index)?;
    let critical = marginal_of(&family.estimates(), own, analysis.level())?.critical;
    for neighbour in neighbours {
        neighbour.comparison = trust_difference(analysis, &family, critical, neighbour.index, index);
    }
    Some(critical)
}
