//! The schools of trusts whose figures are as published: where there are school files, too, they are used for detail
//! only.

use std::rc::Rc;

use records::model::Basis;

use super::{Analysis, Measured, RegionalRule, Rules};

/// Figures computed from schools, next to published trusts.
#[derive(Debug)]
pub struct Detail {
    /// The values computed from those schools.
    pub measured: Rc<Measured>,
    /// The analysis of them. Regions, all trusts together and the trusts' regions are those of the
    /// figures in force, and so is their coverage; ranks are among the schools' trusts only and must not be
    /// shown.
    pub analysis: Analysis,
}

impl Measured {
    /// The detail that schools give where the figures in force are as published. A user's own schools are left out,
    /// because the basis in force decides what may be downloaded of them.
    #[must_use]
    pub fn detail(&self, in_force: &Analysis) -> Option<Detail> {
        let data = &self.judgement.data;
        let has_both = self.judgement.basis == Basis::Published && data.bases().len() > 1;
        if !has_both || data.is_own(Basis::Computed) {
            return None;
        }
        let rules = Rules {
            measure: self.measure,
            basis: Some(Basis::Computed),
            ..self.judgement.rules
        };
        let measured = Self::after(None, data, &rules).ok()?;
        let focus = in_force.rules.focus;
        let mut analysis = measured
            .analysis(focus, RegionalRule::SimpleMean, &[], &in_force.intervals.choices)
            .ok()?;
        analysis.regions.clone_from(&in_force.regions);
        analysis.all.clone_from(&in_force.all);
        analysis.coverage = in_force.coverage;
        for trust in &mut analysis.trusts {
            let mut known = in_force.trusts.iter();
            if let Some(known) = known.find(|known| known.uid == trust.uid) {
                trust.region = known.region;
            }
        }
        Some(Detail { measured, analysis })
    }
}
