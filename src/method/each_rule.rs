//! A region's figure under each regional rule (method, section 3).

use crate::terms::{Figure, Focus, Region};

use super::regional::Question;
use super::{Measured, Rank, RegionalRule, competition_ranks};

/// A region's figure under a regional rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnderRule {
    /// The rule.
    pub rule: RegionalRule,
    /// The figure with its place among the regions, the best first; nothing where no trust of the region has a figure or
    /// the rule cannot weight those that have.
    pub figure: Option<(Figure, Rank)>,
    /// How many regions have a figure under the rule.
    pub regions: usize,
}

/// A region's figure, and its place among the regions, under every regional rule that the files allow.
///
/// ```
/// use trust_gap::{layout::read_file, method::{Measured, Rules, each_rule}, model::Library, terms::Region};
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,PNOTFSM6CLA1A_MATPTINC,\
///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,100,50%,50%,20%\n2,TWO,London,300,50%,50%,40%\n\
///            3,THREE,South West,100,50%,50%,33%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let rules = Rules::default();
/// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
/// let found = each_rule(&measured, rules.focus, Region::London);
/// let figures: Vec<_> = found.iter().filter_map(|of| of.figure).collect();
/// // (20 + 40) / 2 is less than 33, (20 x 50 + 40 x 150) / 200 is more.
/// assert_eq!((figures[0].0.number(), figures[0].1.place()), (30.0, 2));
/// assert_eq!((figures[1].0.number(), figures[1].1.place()), (35.0, 1));
/// ```
#[must_use]
pub fn each_rule(measured: &Measured, focus: Focus, region: Region) -> Vec<UnderRule> {
    let rules = measured.offered(focus).into_iter();
    rules
        .map(|rule| under(measured, focus, region, rule))
        .collect()
}

fn under(measured: &Measured, focus: Focus, region: Region, rule: RegionalRule) -> UnderRule {
    let measure = measured.measure;
    let question = Question {
        measure,
        focus,
        rule,
    };
    let (_, found) = question.figures(&measured.cases, &|_| true);
    let figures: Vec<Figure> = found.iter().map(|(_, figure)| *figure).collect();
    let smaller_is_better = focus.smaller_is_better() || measure.lower_is_better();
    let ranks = competition_ranks(&figures, smaller_is_better);
    let mut places = found.iter().zip(ranks);
    let own = places.find(|((of, _), _)| *of == region);
    UnderRule {
        rule,
        figure: own.map(|((_, figure), rank)| (*figure, rank)),
        regions: found.len(),
    }
}
