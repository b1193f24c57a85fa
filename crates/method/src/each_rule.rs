//! The figure of a part of the country under each regional rule (method, section 3).

use records::terms::{Figure, Focus, Region};

use super::regional::Question;
use super::{Measured, Rank, RegionalRule, Scope, competition_ranks};

/// The figure of a part of the country under a regional rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnderRule {
    /// The rule.
    pub rule: RegionalRule,
    /// The figure with its rank among the regions, the best first; for an area, the rank that it
    /// would have. `None` if no trust of it has a figure or the rule cannot weight those that have.
    pub figure: Option<(Figure, Rank)>,
    /// The number of regions with a figure under the rule.
    pub regions: usize,
}

/// The figure of a part of the country, and its rank among the regions, under every regional rule that the files allow.
///
/// ```
/// use read::layout::read_file;
/// use method::{Measured, Rules, Scope, each_rule};
/// use records::model::Library;
/// use records::terms::Region;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,PNOTFSM6CLA1A_MATPTINC,\
///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,100,50%,50%,20%\n2,TWO,London,300,50%,50%,40%\n\
///            3,THREE,South West,100,50%,50%,33%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let rules = Rules::default();
/// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
/// let found = each_rule(&measured, rules.focus, Scope::Region(Region::London));
/// let figures: Vec<_> = found.iter().filter_map(|of| of.figure).collect();
/// // (20 + 40) / 2 is less than 33, (20 x 50 + 40 x 150) / 200 is more.
/// assert_eq!((figures[0].0.number(), figures[0].1.number()), (30.0, 2));
/// assert_eq!((figures[1].0.number(), figures[1].1.number()), (35.0, 1));
/// ```
#[must_use]
pub fn each_rule(measured: &Measured, focus: Focus, scope: Scope<'_>) -> Vec<UnderRule> {
    let rules = measured.offered(focus).into_iter();
    rules.map(|rule| under(measured, focus, scope, rule)).collect()
}

fn under(measured: &Measured, focus: Focus, scope: Scope<'_>, rule: RegionalRule) -> UnderRule {
    let measure = measured.measure;
    let question = Question { measure, focus, rule };
    let (_, found) = question.figures(&measured.cases, &|_| true);
    let is_own = |of: &Region| matches!(scope, Scope::Region(region) if region == *of);
    let own = match scope {
        Scope::Region(_) => found.iter().find(|(of, _)| is_own(of)).map(|of| of.1),
        Scope::All | Scope::Area(_) => question.area(measured, scope).figure,
    };
    let others = found.iter().filter(|(of, _)| !is_own(of));
    let figures = own.into_iter().chain(others.map(|of| of.1));
    let figures: Vec<Figure> = figures.collect();
    let smaller_is_better = focus.smaller_is_better() || measure.lower_is_better();
    let ranks = competition_ranks(&figures, smaller_is_better);
    UnderRule {
        rule,
        figure: own.zip(ranks.first().copied()),
        regions: found.len(),
    }
}
