//! The data of the paper's examples: the demonstration's newest year under the Department's rules.

use std::collections::BTreeSet;
use std::rc::Rc;

use trust_gap::method::{Analysis, IntervalChoices, Measured, RegionalRule, Rules, TrustFigures};
use trust_gap::model::DataSet;
use trust_gap::terms::Region;

use crate::support::demonstration;

/// An analysis with the values and precisions it is made from.
pub(crate) struct Shown {
    pub(crate) data: Rc<DataSet>,
    pub(crate) measured: Rc<Measured>,
    pub(crate) analysis: Analysis,
}

impl Shown {
    /// Grade 5+ in English and maths, disadvantaged pupils, computed from schools.
    pub(crate) fn new() -> Self {
        Self::under(&Rules::default())
    }

    pub(crate) fn under(rules: &Rules) -> Self {
        let data = demonstration();
        let measured = Measured::after(None, &data, rules).unwrap();
        let analysis = measured
            .analysis(rules.focus, rules.regional, &[], &IntervalChoices::default())
            .unwrap();
        Self {
            data,
            measured,
            analysis,
        }
    }

    /// The same trusts under another regional rule.
    pub(crate) fn by(&self, rule: RegionalRule) -> Analysis {
        let focus = self.analysis.rules.focus;
        self.measured
            .analysis(focus, rule, &[], &IntervalChoices::default())
            .unwrap()
    }

    /// The first trust of a region that has a figure: the best.
    pub(crate) fn best_of(&self, region: Region) -> (usize, &TrustFigures) {
        let mut trusts = self.analysis.trusts.iter().enumerate();
        trusts.find(|(_, trust)| trust.region == Some(region)).unwrap()
    }

    /// The best trust that has four schools that count, not all of them for as long.
    pub(crate) fn best_of_four_schools(&self) -> &TrustFigures {
        let mut trusts = self.analysis.trusts.iter();
        let is_it = |trust: &&TrustFigures| {
            let years = trust.schools.iter().map(|school| school.years);
            let weights = years.flatten().map(|years| self.analysis.rules.weight.capped(years));
            let weights: BTreeSet<u32> = weights.collect();
            trust.schools.len() == 4 && weights.len() > 1
        };
        trusts.find(is_it).unwrap()
    }
}
