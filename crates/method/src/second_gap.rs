//! The second gap: a trust's disadvantaged pupils against the other pupils of all eligible trusts (method, section 1).
//!
//! Where a trust's own other pupils do badly, its first gap is small, which is no success. This one does not depend on
//! them.

use records::terms::{Figure, Focus, Group, Measure, Missing, Value};

use super::regional::Question;
use super::trust_values::gap_of_figures;
use super::{Measured, RegionalRule, Scope};

/// The comparison for the disadvantaged pupils of each trust.
///
/// ```
/// use read::layout::read_file;
/// use method::{IntervalChoices, Measured, RegionalRule, Rules};
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A,PTL2BASICS_95_WGTAVG_NFSM6CLA1A\n\
///            1,ONE,London,40%,60%\n2,TWO,London,20%,30%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let measured = Measured::after(None, &library.newest().unwrap(), &Rules::default()).unwrap();
/// let (focus, rule) = (Default::default(), RegionalRule::SimpleMean);
/// let analysis = measured.analysis(focus, rule, &[], &IntervalChoices::default()).unwrap();
/// let second = measured.second_gap(RegionalRule::SimpleMean).unwrap();
/// assert_eq!(second.others.number(), 45.0);
/// let gaps: Vec<_> = analysis.trusts.iter().map(|trust| second.of(trust.disadvantaged).number()).collect();
/// assert_eq!(gaps, [Ok(5.0), Ok(25.0)]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SecondGap {
    measure: Measure,
    /// The other pupils' figure of all eligible trusts, under the regional rule.
    pub others: Figure,
    /// The other pupils' figure of England's state-funded schools as the Department publishes it, where a school file
    /// has it (`RECTYPE` 7).
    pub national_others: Option<Figure>,
}

impl Measured {
    /// The second gap under a regional rule; `None` if no trust has a figure of other pupils.
    #[must_use]
    pub fn second_gap(&self, rule: RegionalRule) -> Option<SecondGap> {
        self.check(Focus::Other, rule).ok()?;
        let question = Question {
            measure: self.measure,
            focus: Focus::Other,
            rule,
        };
        let state_funded = self.england().state_funded;
        Some(SecondGap {
            measure: self.measure,
            others: question.area(self, Scope::All).figure?,
            national_others: state_funded.and_then(|values| values.get(Group::Other).figure()),
        })
    }
}

impl SecondGap {
    /// The second gap of a trust or a region with this figure for its disadvantaged pupils.
    #[must_use]
    pub fn of(&self, disadvantaged: Value) -> Value {
        self.against(disadvantaged, self.others)
    }

    /// The same compared with the Department's national figure.
    #[must_use]
    pub fn national_of(&self, disadvantaged: Value) -> Option<Value> {
        Some(self.against(disadvantaged, self.national_others?))
    }

    fn against(&self, disadvantaged: Value, others: Figure) -> Value {
        let gap = |figure| gap_of_figures(self.measure, figure, others);
        match disadvantaged {
            Value::Published(figure) => gap(figure).map_or(Value::Missing(Missing::NotAvailable), Value::Published),
            Value::Missing(_) => disadvantaged,
        }
    }
}
