//! A trust's figure as published beside the one computed from its schools.

use std::rc::Rc;

use records::model::{Basis, DataSet};
use records::terms::order::sorted;
use records::terms::{Figure, Focus, Value};
use records::{ByGroup, TrustRecord};

use super::trust_values::value_for;
use super::{AnalysisError, Exclusion, Judgement, Level, Measured, Reason, RegionalRule, Rules};

/// One trust, both ways.
#[derive(Debug, Clone, PartialEq)]
pub struct SideBySide {
    /// The Department's number.
    pub uid: Rc<str>,
    /// The name.
    pub name: Rc<str>,
    /// As given in the file of trusts; `None` if it does not have the trust.
    pub published: Option<Value>,
    /// As computed here; `None` if the trust is not eligible under the rules in force.
    pub computed: Option<Value>,
    /// Why it is not computed, under either basis: the rule that leaves the trust out. `None` if it
    /// is, or where the group links do not have the trust.
    pub why_not: Option<Reason>,
    /// Computed minus published, if both are known.
    pub difference: Option<Figure>,
}

/// Every trust that is eligible either way, in the order of their numbers; empty if the data set
/// has only one basis.
///
/// # Errors
/// If one of the bases does not have the measure or the group.
pub fn side_by_side(data: &DataSet, rules: &Rules) -> Result<Vec<SideBySide>, AnalysisError> {
    if data.bases().len() < 2 {
        return Ok(Vec::new());
    }
    let measured = Measured::after(None, data, rules)?;
    both_ways(&measured, rules.focus)
}

/// [`side_by_side`] of values of one basis, so that only the other basis has to be judged.
///
/// # Errors
/// As [`side_by_side`].
pub fn both_ways(measured: &Measured, focus: Focus) -> Result<Vec<SideBySide>, AnalysisError> {
    let judgement = &measured.judgement;
    let data = &judgement.data;
    if data.bases().len() < 2 {
        return Ok(Vec::new());
    }
    // The regional rule is of no matter here, and this one is always available.
    let check = |measured: &Measured| measured.check(focus, RegionalRule::SimpleMean);
    let mut trusts = Vec::new();
    let mut excluded = Rc::clone(&judgement.excluded);
    for basis in Basis::ALL {
        if basis == judgement.basis {
            check(measured)?;
            trusts.extend(one_way(measured, focus));
        } else {
            let rules = Rules {
                basis: Some(basis),
                ..judgement.rules
            };
            let other = Rc::new(Judgement::new(data, &rules)?);
            let other = Measured::new(&other, measured.measure)?;
            check(&other)?;
            trusts.extend(one_way(&other, focus));
            if basis == Basis::Computed {
                excluded = Rc::clone(&other.judgement.excluded);
            }
        }
    }
    let mut rows: Vec<SideBySide> = Vec::new();
    for trust in sorted(trusts, |one, two| one.uid.cmp(&two.uid)) {
        match rows.last_mut() {
            Some(last) if last.uid == trust.uid => {
                last.published = last.published.or(trust.published);
                last.computed = last.computed.or(trust.computed);
            }
            _ => rows.push(trust),
        }
    }
    // A trust that its file has may not be eligible under the rules in force.
    let records = sorted(data.trusts().iter().collect(), |one, two| one.uid.cmp(&two.uid));
    for row in rows.iter_mut().filter(|row| row.published.is_none()) {
        let index = records.binary_search_by(|record: &&TrustRecord| record.uid.as_str().cmp(&row.uid));
        let record = index.ok().and_then(|index| records.get(index));
        row.published = record.map(|record| {
            let value = |group| record.attainment.value(measured.measure, group);
            value_for(measured.measure, focus, &ByGroup::make(value))
        });
    }
    say_why_not(&mut rows, &excluded);
    Ok(rows.into_iter().map(with_difference).collect())
}

/// Every eligible trust with its value on the basis of one judgement.
fn one_way(measured: &Measured, focus: Focus) -> impl Iterator<Item = SideBySide> {
    measured.cases.iter().map(move |case| {
        let value = Some(value_for(measured.measure, focus, &case.values));
        let (published, computed) = match measured.judgement.basis {
            Basis::Published => (value, None),
            Basis::Computed => (None, value),
        };
        SideBySide {
            uid: Rc::clone(&case.uid),
            name: Rc::clone(&case.name),
            published,
            computed,
            why_not: None,
            difference: None,
        }
    })
}

/// Gives each trust that is not computed the reason, from what the schools' basis leaves out.
fn say_why_not(rows: &mut [SideBySide], excluded: &[Exclusion]) {
    let trusts = excluded.iter().filter(|of| of.level == Level::Trust);
    let by_uid = sorted(trusts.collect(), |one: &&Exclusion, two| one.uid.cmp(&two.uid));
    for row in rows.iter_mut().filter(|row| row.computed.is_none()) {
        let wanted = Some(&*row.uid);
        let index = by_uid.binary_search_by(|of| of.uid.as_deref().cmp(&wanted));
        let exclusion = index.ok().and_then(|index| by_uid.get(index));
        row.why_not = exclusion.map(|of| of.reason.clone());
    }
}

fn with_difference(row: SideBySide) -> SideBySide {
    let figure = |value: Option<Value>| value.and_then(Value::figure);
    let difference = figure(row.computed)
        .zip(figure(row.published))
        .and_then(|(computed, published)| computed.minus(published));
    SideBySide { difference, ..row }
}
