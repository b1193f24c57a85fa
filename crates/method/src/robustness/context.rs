//! Whether a finding holds whatever context is adjusted for: every set of parts under every combination of rules that
//! gives different numbers (method, sections 8 and 10).

use std::rc::Rc;

use records::model::{Basis, DataSet};
use records::terms::{Figure, Focus, Region};

use crate::adjusted::{Fit, Fitted, Units};
use crate::trial::{Candidates, RankedTrust, Trial};
use crate::{AdjustPart, AdjustParts, Claim, IntervalChoices, Measured, NotAdjusted, RegionalRule, Rules};

use super::survey::Tally;
use super::{Robustness, Surveyed, TrustRobustness};

/// The figures with one set of parts adjusted for, under one combination of rules.
#[derive(Debug, Clone, PartialEq)]
pub struct ContextOutcome {
    /// The parts.
    pub parts: AdjustParts,
    /// The rules: the first of those that give the same numbers.
    pub rules: Rules,
    /// The figures of the regions that have one, the best first.
    pub regions: Vec<(Region, Figure)>,
}

/// A claim whatever is adjusted for.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimInContexts {
    /// The claim.
    pub claim: Claim,
    /// The number of combinations in which it holds.
    pub holds: usize,
    /// The number of combinations of a set of parts and rules.
    pub of: usize,
    /// The number of sets of parts with which it holds under the rules in force, or the nearest that are tried.
    pub holds_in_force: usize,
    /// The number of sets of parts.
    pub sets: usize,
    /// The parts that break it when adjusted for by themselves, under those rules; none if it does not hold without.
    pub broken_by: AdjustParts,
    /// The parts with which it never holds, under those rules, whatever else is adjusted for.
    pub never_with: AdjustParts,
}

/// All sets of parts under all combinations of rules, with what they give.
#[derive(Debug, Clone, PartialEq)]
pub struct ContextRobustness {
    /// The parts that are tried.
    pub tried: AdjustParts,
    /// The outcomes, by rules and then by parts.
    pub outcomes: Vec<ContextOutcome>,
    /// Every trust that has a rank under some combination, with its ranks over all of them.
    pub trusts: Vec<TrustRobustness>,
    /// Sets of parts that could not be adjusted for, with the reason.
    pub refused: Vec<(AdjustParts, NotAdjusted)>,
}

impl ContextRobustness {
    /// What becomes of a claim about the figures as they are.
    #[must_use]
    pub fn of_claim(&self, claim: Claim, rules: &Rules, robustness: &Robustness) -> ClaimInContexts {
        self.of_claim_under(claim, in_force(rules, robustness))
    }

    /// The same after a survey of the rules in force alone.
    #[must_use]
    pub fn of_claim_in_force(&self, claim: Claim, rules: &Rules) -> ClaimInContexts {
        self.of_claim_under(claim, Some(rules))
    }

    fn of_claim_under(&self, claim: Claim, in_force: Option<&Rules>) -> ClaimInContexts {
        let holds = |outcome: &&ContextOutcome| claim.is_true_of(&outcome.regions);
        let under: Vec<&ContextOutcome> = (self.outcomes.iter())
            .filter(|outcome| Some(&outcome.rules) == in_force)
            .collect();
        let with = |parts: AdjustParts| under.iter().find(|outcome| outcome.parts == parts);
        let holds_without = with(AdjustParts::NONE).is_some_and(holds);
        let breaks = |part: &AdjustPart| {
            let alone = with(AdjustParts::NONE.with(*part, true));
            holds_without && alone.is_some_and(|outcome| !holds(outcome))
        };
        let never = |part: &AdjustPart| {
            let mut with = under.iter().filter(|outcome| outcome.parts.contains(*part)).peekable();
            holds_without && with.peek().is_some() && !with.any(holds)
        };
        ClaimInContexts {
            claim,
            holds: self.outcomes.iter().filter(holds).count(),
            of: self.outcomes.len(),
            holds_in_force: under.iter().filter(|outcome| holds(outcome)).count(),
            sets: under.len(),
            broken_by: self.tried.iter().filter(breaks).collect(),
            never_with: self.tried.iter().filter(never).collect(),
        }
    }

    /// A region's best and worst place among the regions under these rules, whatever is adjusted for, with how many
    /// regions have a figure; `None` if it has none.
    #[must_use]
    pub fn places(&self, region: Region, rules: &Rules, robustness: &Robustness) -> Option<(usize, usize, usize)> {
        self.places_in_force(region, in_force(rules, robustness)?)
    }

    /// The same after a survey of the rules in force alone.
    #[must_use]
    pub fn places_in_force(&self, region: Region, rules: &Rules) -> Option<(usize, usize, usize)> {
        let under = self.outcomes.iter().filter(|outcome| outcome.rules == *rules);
        let places = under.filter_map(|outcome| {
            let figure = outcome.regions.iter().find(|(of, _)| *of == region)?.1;
            let place = outcome
                .regions
                .iter()
                .position(|(_, other)| other.steps() == figure.steps())?;
            Some((place + 1, outcome.regions.len()))
        });
        places.fold(None, |range, (place, of)| {
            let (best, worst, most) = range.unwrap_or((place, place, of));
            Some((best.min(place), worst.max(place), most.max(of)))
        })
    }
}

/// The first of the rules that give the same numbers as those in force, or as the nearest of those tried.
fn in_force<'a>(rules: &Rules, robustness: &'a Robustness) -> Option<&'a Rules> {
    robustness.outcome_of(&robustness.nearest(rules))?.rules.first()
}

/// A survey of all sets of parts, one step at a time: after that of the rules, whose distinct combinations it goes
/// through.
///
/// ```
/// use read::layout::read_file;
/// use method::{ContextSurvey, IntervalChoices, NotAdjusted, Rules, Survey, UnitKind};
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,65%\n2,TWO,London,400,25%,25%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let (data, rules) = (library.newest().unwrap(), Rules::default());
/// let mut survey = Survey::new(&data, &rules).unwrap();
/// while survey.advance().is_some() {}
/// let refused = ContextSurvey::new(&data, &rules, &survey.finish(), &IntervalChoices::default()).unwrap_err();
/// assert_eq!(refused, NotAdjusted::OneRegion(UnitKind::Trusts));
/// ```
#[derive(Debug)]
pub struct ContextSurvey {
    data: DataSet,
    rules: Rules,
    tried: AdjustParts,
    units: Rc<Units>,
    /// The sets of parts that are still to be fitted, in reverse order.
    unfitted: Vec<AdjustParts>,
    /// The sets of parts, each with its fit.
    fits: Vec<(AdjustParts, Fitted)>,
    refused: Vec<(AdjustParts, NotAdjusted)>,
    candidates: Candidates,
    /// The combinations still to be tried: what one judgement and one trial give, in reverse order.
    plan: Vec<Together>,
    /// The values of the combinations that are being tried, with the sets still ahead.
    measured: Option<(Together, Rc<Measured>, usize)>,
    taken: usize,
    outcomes: Vec<ContextOutcome>,
    tallies: Vec<Tally>,
}

/// Combinations of rules that differ in the minimum of schools and the regional figure alone.
#[derive(Debug, Clone)]
struct Together {
    rules: Rules,
    /// Minimum schools, each with the regional rules under which they give numbers of their own.
    regional: Vec<(u32, Vec<RegionalRule>)>,
}

impl ContextSurvey {
    /// A survey for the same data and rules as one of rules that is finished.
    ///
    /// # Errors
    /// If figures cannot be adjusted for any part.
    pub fn new(
        data: &DataSet,
        rules: &Rules,
        robustness: &Robustness,
        choices: &IntervalChoices,
    ) -> Result<Self, NotAdjusted> {
        let measured = Measured::after(None, data, rules).map_err(|_| NotAdjusted::NoPrecision)?;
        let mut plan = together(robustness);
        plan.reverse();
        let survey = Self::of_units(&measured, rules, choices)?;
        Ok(Self { plan, ..survey })
    }

    /// A survey of all sets of parts under the rules of these values alone, for a focus and a regional rule.
    ///
    /// # Errors
    /// If figures cannot be adjusted for any part.
    pub fn in_force(
        measured: &Rc<Measured>,
        (focus, regional): (Focus, RegionalRule),
        choices: &IntervalChoices,
    ) -> Result<Self, NotAdjusted> {
        let rules = Rules {
            measure: measured.measure(),
            focus,
            regional,
            ..measured.judgement.rules
        };
        let together = Together {
            rules,
            regional: vec![(rules.min_schools, vec![rules.regional])],
        };
        let survey = Self::of_units(measured, &rules, choices)?;
        Ok(Self {
            measured: Some((together, Rc::clone(measured), 0)),
            ..survey
        })
    }

    /// A survey that has nothing to try as yet, of the trusts or schools behind these values.
    fn of_units(measured: &Rc<Measured>, rules: &Rules, choices: &IntervalChoices) -> Result<Self, NotAdjusted> {
        let (data, basis) = (&measured.judgement.data, measured.judgement.basis);
        let units = measured.units(rules.focus, choices)?;
        let wanted = AdjustParts::TRIED.with(AdjustPart::Selective, basis == Basis::Computed);
        let tried = wanted.and(units.offered);
        let mut unfitted: Vec<AdjustParts> = tried.subsets().collect();
        unfitted.reverse();
        let trusts = match basis {
            Basis::Published => data.trusts().len(),
            Basis::Computed => data.links.as_ref().map_or(0, |links| links.trusts().len()),
        };
        Ok(Self {
            data: data.clone(),
            rules: *rules,
            tried,
            units,
            unfitted,
            fits: Vec::new(),
            refused: Vec::new(),
            taken: 0,
            candidates: Candidates::new(data, basis),
            plan: Vec::new(),
            measured: None,
            outcomes: Vec::new(),
            tallies: vec![Tally::default(); trusts],
        })
    }

    /// Takes a step: the fit of one set of parts, or one set under some combinations; `None` if all are taken.
    pub fn advance(&mut self) -> Option<Surveyed> {
        if let Some(parts) = self.unfitted.pop() {
            match self.units.fit(parts) {
                Ok(fit) => self.fits.push((parts, Fitted::of(&self.units, fit))),
                Err(reason) => self.refused.push((parts, reason)),
            }
            self.taken += 1;
            return Some(self.surveyed());
        }
        let (together, measured, next) = match self.measured.take() {
            Some(measured) => measured,
            None => {
                let together = self.plan.pop()?;
                let measured = Rc::new(self.candidates.measured(&together.rules)?);
                (together, measured, 0)
            }
        };
        let (parts, fitted) = self.fits.get(next)?.clone();
        let adjusted = measured.with_fits((self.rules.focus, parts), vec![fitted], None);
        self.look_at(&adjusted, &together, parts);
        self.taken += 1;
        if next + 1 < self.fits.len() {
            self.measured = Some((together, measured, next + 1));
        }
        Some(self.surveyed())
    }

    /// The progress.
    #[must_use]
    pub fn surveyed(&self) -> Surveyed {
        let sets = self.unfitted.len() + self.fits.len();
        let tried = self.measured.as_ref().map_or(0, |(_, _, next)| sets - next);
        Surveyed {
            steps: self.taken,
            of: self.taken + self.unfitted.len() + self.plan.len() * sets + tried,
        }
    }

    /// The results so far.
    #[must_use]
    pub fn finish(self) -> ContextRobustness {
        let named: Vec<(Rc<str>, Rc<str>)> = match &self.data.links {
            Some(links) if self.data.basis(self.rules.basis) == Some(Basis::Computed) => {
                let trusts = links.trusts().iter();
                trusts
                    .map(|trust| (trust.uid.shared(), Rc::clone(&trust.name)))
                    .collect()
            }
            _ => {
                let trusts = self.data.trusts().iter();
                trusts
                    .map(|trust| (trust.uid.shared(), Rc::from(trust.name.as_str())))
                    .collect()
            }
        };
        let found = named.into_iter().zip(&self.tallies);
        let trusts = found
            .filter(|(_, tally)| tally.is_ranked())
            .map(|(named, tally)| tally.of_trust(named, self.outcomes.len(), None));
        ContextRobustness {
            trusts: trusts.collect(),
            tried: self.tried,
            outcomes: self.outcomes,
            refused: self.refused,
        }
    }

    fn look_at(&mut self, measured: &Measured, together: &Together, parts: AdjustParts) {
        let mut regional: Vec<RegionalRule> = together.regional.iter().flat_map(|(_, rules)| rules).copied().collect();
        regional.sort_unstable();
        regional.dedup();
        let trial = Trial::new(measured, &together.rules, &regional);
        let is_computed = self.data.basis(together.rules.basis) == Some(Basis::Computed);
        for (min_schools, wanted) in &together.regional {
            let least = if is_computed { (*min_schools).max(1) as usize } else { 0 };
            let ranked: Vec<RankedTrust> = trial.ranked_trusts(least);
            for of_trust in &ranked {
                if let Some(tally) = self.tallies.get_mut(of_trust.trust) {
                    tally.count(of_trust, wanted.len());
                }
            }
            let figures = trial.figures(least).filter(|(rule, ..)| wanted.contains(rule));
            let rules = Rules {
                min_schools: *min_schools,
                ..together.rules
            };
            self.outcomes
                .extend(figures.map(|(regional, _, regions)| ContextOutcome {
                    parts,
                    rules: Rules { regional, ..rules },
                    regions,
                }));
        }
    }
}

impl Fitted {
    fn of(units: &Rc<Units>, fit: Fit) -> Self {
        Self {
            units: Rc::clone(units),
            fit: Rc::new(fit),
        }
    }
}

/// The distinct combinations of a survey of rules: of those that give the same numbers the first.
fn together(robustness: &Robustness) -> Vec<Together> {
    let mut found: Vec<Together> = Vec::new();
    for rules in robustness.outcomes.iter().filter_map(|outcome| outcome.rules.first()) {
        let apart = |other: &Rules| Rules {
            min_schools: rules.min_schools,
            regional: rules.regional,
            ..*other
        };
        let index = found.iter().position(|known| apart(&known.rules) == *rules);
        let index = index.unwrap_or_else(|| {
            found.push(Together {
                rules: *rules,
                regional: Vec::new(),
            });
            found.len() - 1
        });
        let Some(known) = found.get_mut(index) else {
            continue;
        };
        match known.regional.iter_mut().find(|(least, _)| *least == rules.min_schools) {
            Some((_, regional)) => regional.push(rules.regional),
            None => known.regional.push((rules.min_schools, vec![rules.regional])),
        }
    }
    found
}
