//! A trust's figure as published beside the one computed from its schools.

use crate::layout::ByGroup;
use crate::model::{Basis, DataSet};
use crate::terms::order::sorted;
use crate::terms::{Figure, Value};

use super::case::value_for;
use super::{AnalysisError, RegionalRule, Rules, analyse};

/// One trust, both ways.
#[derive(Debug, Clone, PartialEq)]
pub struct SideBySide {
    /// The Department's number.
    pub uid: String,
    /// The name.
    pub name: String,
    /// As the file of trusts has it; nothing where it does not have the trust.
    pub published: Option<Value>,
    /// As computed here; nothing where the trust is not eligible under the rules in force.
    pub computed: Option<Value>,
    /// Computed less published, where both are there.
    pub difference: Option<Figure>,
}

/// Every trust that is eligible either way, in the order of their numbers; none where the data set
/// has but one basis.
///
/// # Errors
/// When one of the bases does not have the measure or the group.
pub fn side_by_side(data: &DataSet, rules: &Rules) -> Result<Vec<SideBySide>, AnalysisError> {
    if data.bases().len() < 2 {
        return Ok(Vec::new());
    }
    let mut trusts = Vec::new();
    for basis in Basis::ALL {
        let rules = Rules {
            basis: Some(basis),
            // The regional rule is of no matter here, and this one can always be had.
            regional: RegionalRule::SimpleMean,
            ..*rules
        };
        trusts.extend(
            analyse(data, &rules)?
                .trusts
                .into_iter()
                .map(|trust| (basis, trust)),
        );
    }
    let mut rows: Vec<SideBySide> = Vec::new();
    for (basis, trust) in sorted(trusts, |(_, one), (_, two)| one.uid.cmp(&two.uid)) {
        let value = trust.value();
        if rows.last().is_none_or(|last| last.uid != trust.uid) {
            rows.push(SideBySide {
                uid: trust.uid,
                name: trust.name,
                published: None,
                computed: None,
                difference: None,
            });
        }
        match (basis, rows.last_mut()) {
            (Basis::Published, Some(row)) => row.published = Some(value),
            (Basis::Computed, Some(row)) => row.computed = Some(value),
            (_, None) => {}
        }
    }
    for row in rows.iter_mut().filter(|row| row.published.is_none()) {
        // A trust that its file has may not be eligible under the rules in force.
        let record = data
            .trusts()
            .iter()
            .find(|trust| trust.uid.as_str() == row.uid);
        row.published = record.map(|trust| {
            let value = |group| trust.attainment.value(rules.measure, group);
            value_for(rules.measure, rules.focus, &ByGroup::make(value))
        });
    }
    Ok(rows.into_iter().map(with_difference).collect())
}

fn with_difference(row: SideBySide) -> SideBySide {
    let figure = |value: Option<Value>| value.and_then(Value::figure);
    let difference = figure(row.computed)
        .zip(figure(row.published))
        .and_then(|(computed, published)| computed.minus(published));
    SideBySide { difference, ..row }
}
