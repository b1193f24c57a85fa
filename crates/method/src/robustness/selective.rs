//! Whether headlines hold without selective schools: one more check, beside the combinations of rules (method, section
//! 8).

use records::model::{Basis, DataSet};
use records::terms::Admissions;

use crate::{Analysis, Claim, Counter, Rules, SelectiveRule, analyse};

/// A claim without selective schools.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClaimWithoutSelective {
    /// The claim.
    pub claim: Claim,
    /// How the figures without them break it; `None` if it holds.
    pub broken: Option<Counter>,
}

/// The claims of the first page about an analysis, without schools that select by ability, all other rules unchanged.
/// `None` if figures are as published, they leave these schools out already, or no file tells of one.
///
/// ```
/// use method::{Rules, analyse, without_selective};
/// use read::layout::read_file;
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,40%\n\
///            2,TWO,South West,30%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let data = library.newest().unwrap();
/// let analysis = analyse(&data, &Rules::default()).unwrap();
/// assert!(without_selective(&data, &analysis).is_none());
/// ```
#[must_use]
pub fn without_selective(data: &DataSet, analysis: &Analysis) -> Option<Vec<ClaimWithoutSelective>> {
    let rules = analysis.rules;
    if analysis.basis == Basis::Published || rules.selective != SelectiveRule::All {
        return None;
    }
    let mut schools = data.schools.as_deref()?.schools.iter();
    if !schools.any(|school| school.context().admissions == Admissions::Selective) {
        return None;
    }
    let rules = Rules {
        selective: SelectiveRule::Without,
        ..rules
    };
    let without = analyse(data, &rules).ok()?;
    let claims = Claim::of(analysis).into_iter().map(|claim| ClaimWithoutSelective {
        claim,
        broken: (!claim.holds(&without)).then(|| claim.counter(&without)),
    });
    Some(claims.collect())
}
