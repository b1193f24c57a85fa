//! The figure of a region, or of all trusts, under a regional rule (method, section 3).

use crate::layout::TrustRecord;
use crate::terms::{Figure, Focus, Group, Measure};

use super::RegionalRule;

/// The two ends of a gap and their difference, over the same trusts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The disadvantaged pupils' figure.
    pub disadvantaged: Figure,
    /// The other pupils' figure.
    pub other: Figure,
    /// Other less disadvantaged.
    pub gap: Figure,
    /// How many trusts it is made of.
    pub trusts: usize,
}

/// Pupils of a group at the end of key stage 4: `TPUP x share`, the shares being rounded as published.
pub(super) fn pupils_of(trust: &TrustRecord, group: Group) -> Option<f64> {
    let pupils = trust.pupils.ok()?;
    let share = match group {
        Group::All => return Some(pupils),
        Group::Disadvantaged => trust.disadvantaged_share,
        Group::Other => trust.other_share,
    };
    share.ok().map(|share| pupils * share / 100.0)
}

/// What is counted, for whom and by which rule.
#[derive(Debug, Clone, Copy)]
pub(super) struct Question {
    pub(super) measure: Measure,
    pub(super) focus: Focus,
    pub(super) rule: RegionalRule,
}

impl Question {
    /// The figure of some trusts for the focus; trusts without a published figure are left out.
    pub(super) fn figure(self, trusts: &[&TrustRecord]) -> Option<Figure> {
        match self.focus.group() {
            Some(group) => self.group_figure(trusts, group),
            None => self.pair(trusts).map(|pair| pair.gap),
        }
    }

    /// Both ends of the gap, each with its own weights, over the trusts that have both.
    pub(super) fn pair(self, trusts: &[&TrustRecord]) -> Option<Pair> {
        let both: Vec<&TrustRecord> = trusts
            .iter()
            .copied()
            .filter(|trust| gap_of(trust, self.measure).is_some())
            .filter(|trust| self.weight(trust, Group::Disadvantaged).is_some())
            .filter(|trust| self.weight(trust, Group::Other).is_some())
            .collect();
        let disadvantaged = self.group_figure(&both, Group::Disadvantaged)?;
        let other = self.group_figure(&both, Group::Other)?;
        let gap = other.minus(disadvantaged)?;
        Some(Pair {
            disadvantaged,
            other,
            gap,
            trusts: both.len(),
        })
    }

    /// Trusts that have a figure but no pupil count where the rule weights by pupils.
    pub(super) fn without_weight(self, trusts: &[&TrustRecord]) -> usize {
        let groups: &[Group] = match self.focus {
            Focus::Gap => &[Group::Disadvantaged, Group::Other],
            Focus::Disadvantaged => &[Group::Disadvantaged],
            Focus::Other => &[Group::Other],
            Focus::All => &[Group::All],
        };
        let lacks_weight = |trust: &&&TrustRecord| {
            groups.iter().any(|&group| {
                trust
                    .attainment
                    .value(self.measure, group)
                    .figure()
                    .is_some()
                    && self.weight(trust, group).is_none()
            })
        };
        trusts.iter().filter(lacks_weight).count()
    }

    fn group_figure(self, trusts: &[&TrustRecord], group: Group) -> Option<Figure> {
        let parts = trusts.iter().filter_map(|trust| {
            let figure = trust.attainment.value(self.measure, group).figure()?;
            Some((figure.number(), self.weight(trust, group)?))
        });
        let (sum, total) = parts.fold((0.0, 0.0), |(sum, total), (number, weight)| {
            (sum + number * weight, total + weight)
        });
        if total > 0.0 {
            self.measure.figure(sum / total)
        } else {
            None
        }
    }

    /// A trust's weight; nothing where the rule needs pupils and the file has none.
    fn weight(self, trust: &TrustRecord, group: Group) -> Option<f64> {
        match self.rule {
            RegionalRule::SimpleMean => Some(1.0),
            RegionalRule::PupilWeighted => pupils_of(trust, group),
            RegionalRule::BySchool => None,
        }
    }
}

/// A trust's attainment gap: other less disadvantaged, both published.
pub(super) fn gap_of(trust: &TrustRecord, measure: Measure) -> Option<Figure> {
    let other = trust.attainment.value(measure, Group::Other).figure()?;
    let disadvantaged = trust
        .attainment
        .value(measure, Group::Disadvantaged)
        .figure()?;
    other.minus(disadvantaged)
}
