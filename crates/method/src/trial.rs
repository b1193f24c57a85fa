//! All trusts under one weight, from which those with enough schools are selected. Combinations of
//! rules that differ only in the minimum of schools and the regional figure share it.

use std::rc::Rc;

use records::model::{Basis, DataSet};
use records::terms::order::sorted_by_key;
use records::terms::{Figure, Region};

use super::rank::{Ladder, best_first};
use super::regional::Question;
use super::schools::{Members, judge};
use super::trust_values::TrustValues;
use super::{Judgement, Measured, Rank, RegionalRule, Rules};

/// The trusts that are tried: as published, or all that have a school that counts.
#[derive(Debug)]
pub(super) struct Candidates {
    data: DataSet,
    basis: Basis,
    /// The schools that count, judged once for all weights and numbers of schools.
    judged: Option<JudgedOnce>,
}

#[derive(Debug)]
struct JudgedOnce {
    min_years: u32,
    needs_years: bool,
    members: Vec<Members>,
}

impl Candidates {
    /// The trusts of a data set, with figures on this basis.
    pub(super) fn new(data: &DataSet, basis: Basis) -> Self {
        Self {
            data: data.clone(),
            basis,
            judged: None,
        }
    }

    /// Their values under rules, whatever the minimum of schools.
    pub(super) fn measured(&mut self, rules: &Rules) -> Option<Measured> {
        let judgement = match self.basis {
            Basis::Published => Judgement::new(&self.data, rules).ok()?,
            Basis::Computed => {
                let rules = Rules {
                    min_schools: 1,
                    ..*rules
                };
                let data = self.data.clone();
                Judgement::of_members(&data, &rules, self.members(&rules))
            }
        };
        Measured::new(&Rc::new(judgement), rules.measure).ok()
    }

    fn members(&mut self, rules: &Rules) -> &[Members] {
        let fits =
            |judged: &JudgedOnce| judged.min_years == rules.min_years && judged.needs_years == rules.needs_years();
        if !self.judged.as_ref().is_some_and(fits) {
            self.judged = None;
        }
        let data = &self.data;
        let judged = self.judged.get_or_insert_with(|| JudgedOnce {
            min_years: rules.min_years,
            needs_years: rules.needs_years(),
            members: judge(data, rules).0,
        });
        &judged.members
    }
}

/// The ranks of an eligible trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RankedTrust {
    /// The index among the trusts of the data set.
    pub(super) trust: usize,
    pub(super) region: Option<Region>,
    /// The figure in billionths, and its ranks in England and in its region; `None` if it is not
    /// published.
    pub(super) ranked: Option<(i64, Rank, Option<Rank>)>,
}

/// Trusts with their values in order.
pub(super) struct Trial<'c> {
    cases: &'c [TrustValues],
    /// A figure for each; `None` if it is not published.
    values: Vec<Option<Figure>>,
    /// The indices of the trusts that have a figure, the best first.
    best_first: Vec<usize>,
    sign: i64,
    regional: Vec<Question>,
}

impl<'c> Trial<'c> {
    /// The trusts of these values, to be ranked under these regional rules.
    pub(super) fn new(measured: &'c Measured, rules: &Rules, regional: &[RegionalRule]) -> Self {
        let question = |rule| Question {
            measure: rules.measure,
            focus: rules.focus,
            rule,
        };
        let cases = &*measured.cases;
        let of_trusts = question(rules.regional);
        let values: Vec<Option<Figure>> = cases.iter().map(|case| of_trusts.value(case).figure()).collect();
        let smaller_is_better = rules.smaller_is_better();
        let figure = |index: usize| values.get(index).copied().flatten();
        Self {
            cases,
            best_first: best_first((0..cases.len()).collect(), &figure, smaller_is_better),
            values,
            sign: if smaller_is_better { 1 } else { -1 },
            regional: regional.iter().copied().map(question).collect(),
        }
    }

    /// The ranks of every trust with at least this many schools, in the order of the trusts.
    pub(super) fn ranked_trusts(&self, least_schools: usize) -> Vec<RankedTrust> {
        let mut ranked_trusts: Vec<Option<RankedTrust>> = self
            .cases
            .iter()
            .map(|case| {
                has_schools(case, least_schools).then_some(RankedTrust {
                    trust: case.index,
                    region: case.region,
                    ranked: None,
                })
            })
            .collect();
        let mut england = Ladder::default();
        let mut regions = Region::ALL.map(|_| Ladder::default());
        for &index in &self.best_first {
            let figure = self.values.get(index).copied().flatten();
            let slot = ranked_trusts.get_mut(index).and_then(Option::as_mut);
            let (Some(figure), Some(slot)) = (figure, slot) else {
                continue;
            };
            let region = slot.region.and_then(|region| regions.get_mut(region as usize));
            let regional = region.map(|region| region.next(figure));
            slot.ranked = Some((figure.steps(), england.next(figure), regional));
        }
        for RankedTrust { region, ranked, .. } in ranked_trusts.iter_mut().flatten() {
            let Some((_, of_england, of_region)) = ranked else {
                continue;
            };
            *of_england = england.settled(*of_england);
            let ladder = region.and_then(|region| regions.get(region as usize));
            if let (Some(of_region), Some(ladder)) = (of_region.as_mut(), ladder) {
                *of_region = ladder.settled(*of_region);
            }
        }
        ranked_trusts.into_iter().flatten().collect()
    }

    /// Under each regional rule the figures of all trusts with at least this many schools, and of
    /// the regions, the best first.
    pub(super) fn figures(
        &self,
        least_schools: usize,
    ) -> impl Iterator<Item = (RegionalRule, Option<Figure>, Vec<(Region, Figure)>)> {
        self.regional.iter().map(move |question| {
            let keeps = |case: &TrustValues| has_schools(case, least_schools);
            let (all, regions) = question.figures(self.cases, &keeps);
            let key = |(_, figure): &(Region, Figure)| figure.steps() * self.sign;
            (question.rule, all, sorted_by_key(regions, key))
        })
    }
}

fn has_schools(case: &TrustValues, least: usize) -> bool {
    case.schools.len() >= least
}
