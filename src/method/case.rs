//! A trust as the method sees it for one measure, whatever file its figures come from.

use crate::layout::{Amount, ByGroup, SchoolRecord, TrustKind, TrustRecord};
use crate::model::{Basis, DataSet};
use crate::terms::{Area, Figure, Focus, Group, Measure, Missing, Region, Value};

use super::schools::{Counting, Members, judge};
use super::weighting::weighted_mean;
use super::{Exclusion, Level, MissingPolicy, Reason, Rules};

/// One group's part of a school in its trust's figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// Pupils of the group; for Progress 8 those included in it.
    pub pupils: Amount,
    /// The school's figure.
    pub value: Value,
    /// The weight; nothing where the school has no value or the rule lacks its pupils or years.
    pub weight: Option<f64>,
}

impl Part {
    /// Weight and number, where the school is part of the sums.
    pub(super) fn weighted(&self) -> Option<(f64, f64)> {
        Some((self.weight?, self.value.figure()?.number()))
    }

    /// Why the school is not part of the sums: it has no value, or its weight is not known.
    #[must_use]
    pub fn missing(&self) -> Option<Missing> {
        match (self.value, self.weight) {
            (Value::Missing(reason), _) => Some(reason),
            (Value::Published(_), Some(_)) => None,
            (Value::Published(_), None) => Some(self.pupils.err().unwrap_or(Missing::NotAvailable)),
        }
    }
}

/// A school that counts, with its part in each group's figure of the measure in question.
#[derive(Debug, Clone, PartialEq)]
pub struct SchoolFigures {
    /// The school's number.
    pub urn: String,
    /// Its name as published.
    pub name: String,
    /// Its region; nothing where its authority is unknown.
    pub region: Option<Region>,
    /// The code of its authority.
    pub authority: Option<u16>,
    /// Years in the trust; nothing where no file tells and no rule asks.
    pub years: Option<u32>,
    /// Its part in each group's figure.
    pub parts: ByGroup<Part>,
    /// Pupils at the end of key stage 4, and their weight under the rules.
    pub(super) all_pupils: f64,
    pub(super) all_weight: f64,
}

impl SchoolFigures {
    /// The school's own attainment gap, where it has both ends.
    #[must_use]
    pub fn gap(&self, measure: Measure) -> Option<Figure> {
        let value = |group| self.parts.get(group).value;
        gap(measure, value(Group::Disadvantaged), value(Group::Other))
    }

    fn new(counting: Counting<'_>, rules: &Rules) -> Self {
        let Counting { school, years } = counting;
        let all = all_pupils(school);
        Self {
            urn: school.urn.to_string(),
            name: school.name.clone(),
            region: school.region,
            authority: school.authority,
            years,
            parts: ByGroup::make(|group| part(school, years, group, rules)),
            all_pupils: all.unwrap_or_default(),
            all_weight: weight(all, years, rules).unwrap_or_default(),
        }
    }
}

/// Pupils at the end of key stage 4. A spreadsheet of one's own need not count them: then both groups
/// together stand for them, else every school counts alike for the lead region.
fn all_pupils(school: &SchoolRecord) -> Amount {
    let pupils = |group| *school.pupils.get(group);
    match pupils(Group::All) {
        Err(Missing::NoColumn | Missing::Blank) => {
            let both = pupils(Group::Disadvantaged)
                .ok()
                .zip(pupils(Group::Other).ok());
            Ok(both.map_or(1.0, |(disadvantaged, other)| disadvantaged + other))
        }
        stated => stated,
    }
}

fn part(school: &SchoolRecord, years: Option<u32>, group: Group, rules: &Rules) -> Part {
    let pupils = if rules.measure == Measure::Progress8 {
        *school.progress_pupils.get(group)
    } else {
        *school.pupils.get(group)
    };
    let value = school.attainment.value(rules.measure, group);
    Part {
        pupils,
        value,
        weight: value.figure().and_then(|_| weight(pupils, years, rules)),
    }
}

/// The weight of so many pupils; nothing where the rule needs a number that is missing.
fn weight(pupils: Amount, years: Option<u32>, rules: &Rules) -> Option<f64> {
    use super::weighting::Weight;
    match rules.weight {
        Weight::PupilsYears { .. } => Some(rules.weight.of(pupils.ok()?, years?)),
        Weight::Pupils => Some(rules.weight.of(pupils.ok()?, 0)),
        Weight::Equal => Some(rules.weight.of(0.0, 0)),
    }
}

/// An eligible trust, for one measure.
#[derive(Debug)]
pub(super) struct Case<'a> {
    pub(super) uid: &'a str,
    pub(super) name: &'a str,
    pub(super) region: Region,
    pub(super) pupils: Option<f64>,
    pub(super) group_pupils: ByGroup<Option<f64>>,
    pub(super) values: ByGroup<Value>,
    /// The schools that count; none where the figures are as published.
    pub(super) schools: Vec<SchoolFigures>,
}

impl Case<'_> {
    /// The attainment gap: other less disadvantaged, both there. Where a lower figure is the better
    /// one it is turned round, so that a gap above zero is always at the expense of the
    /// disadvantaged pupils.
    pub(super) fn gap(&self, measure: Measure) -> Option<Figure> {
        gap(
            measure,
            *self.values.get(Group::Disadvantaged),
            *self.values.get(Group::Other),
        )
    }

    /// Whether more of the trust's weight for all pupils lies in an area than outside it.
    pub(super) fn lies_in(&self, area: &Area) -> bool {
        let (inside, total) = self
            .schools
            .iter()
            .fold((0.0, 0.0), |(inside, total), school| {
                let is_inside = school.authority.is_some_and(|code| area.contains(code));
                let weight = school.all_weight;
                (
                    inside + if is_inside { weight } else { 0.0 },
                    total + weight,
                )
            });
        total > 0.0 && inside > total / 2.0
    }
}

/// The gap between two values of a measure.
pub(super) fn gap(measure: Measure, disadvantaged: Value, other: Value) -> Option<Figure> {
    gap_of_figures(measure, disadvantaged.figure()?, other.figure()?)
}

/// The value of a focus among those of the groups: a group's own, or the gap; a gap that lacks an end
/// has that end's reason.
pub(super) fn value_for(measure: Measure, focus: Focus, values: &ByGroup<Value>) -> Value {
    let (disadvantaged, other) = (*values.get(Group::Disadvantaged), *values.get(Group::Other));
    match focus.group() {
        Some(group) => *values.get(group),
        None => gap(measure, disadvantaged, other).map_or_else(
            || {
                let reason = disadvantaged.missing().or(other.missing());
                Value::Missing(reason.unwrap_or(Missing::NotAvailable))
            },
            Value::Published,
        ),
    }
}

/// The gap between two figures of a measure.
pub(super) fn gap_of_figures(
    measure: Measure,
    disadvantaged: Figure,
    other: Figure,
) -> Option<Figure> {
    if measure.lower_is_better() {
        disadvantaged.minus(other)
    } else {
        other.minus(disadvantaged)
    }
}

/// The eligible trusts of a data set under rules, and everything that is left out.
#[derive(Debug)]
pub(super) struct Cases<'a> {
    pub(super) eligible: Vec<Case<'a>>,
    pub(super) excluded: Vec<Exclusion>,
}

impl<'a> Cases<'a> {
    pub(super) fn new(data: &'a DataSet, basis: Basis, rules: &Rules) -> Self {
        match basis {
            Basis::Published => published(data, rules),
            Basis::Computed => computed(data, rules),
        }
    }
}

fn published<'a>(data: &'a DataSet, rules: &Rules) -> Cases<'a> {
    let mut cases = Cases {
        eligible: Vec::with_capacity(data.trusts().len()),
        excluded: Vec::new(),
    };
    for trust in data.trusts() {
        match (reason_against_published(trust, rules), trust.region) {
            (None, Some(region)) => cases.eligible.push(case_as_published(trust, region, rules)),
            (reason, _) => cases.excluded.push(excluded_trust(
                trust.uid.as_str(),
                &trust.name,
                reason.unwrap_or(Reason::NoLeadRegion),
            )),
        }
    }
    cases
}

fn excluded_trust(uid: &str, name: &str, reason: Reason) -> Exclusion {
    Exclusion {
        level: Level::Trust,
        uid: Some(uid.to_owned()),
        urn: None,
        name: name.to_owned(),
        reason,
    }
}

/// Nothing where a trust as published is eligible, else the first rule that leaves it out.
///
/// A file that does not say how many schools it counted lists eligible trusts alone.
fn reason_against_published(trust: &TrustRecord, rules: &Rules) -> Option<Reason> {
    if let TrustKind::Another(kind) = &trust.kind {
        return Some(Reason::NotMultiAcademy { kind: kind.clone() });
    }
    if trust.region.is_none() {
        return Some(Reason::NoLeadRegion);
    }
    let schools = trust.schools.ok()? as u32;
    (schools < rules.min_schools).then_some(Reason::TooFewSchools {
        schools,
        needed: rules.min_schools,
        left_out: None,
    })
}

fn case_as_published<'a>(trust: &'a TrustRecord, region: Region, rules: &Rules) -> Case<'a> {
    Case {
        uid: trust.uid.as_str(),
        name: &trust.name,
        region,
        pupils: trust.pupils.ok(),
        group_pupils: ByGroup::make(|group| pupils_as_published(trust, group)),
        values: ByGroup::make(|group| trust.attainment.value(rules.measure, group)),
        schools: Vec::new(),
    }
}

/// Pupils of a group at the end of key stage 4: `TPUP x share`, the shares being rounded as published.
fn pupils_as_published(trust: &TrustRecord, group: Group) -> Option<f64> {
    let pupils = trust.pupils.ok()?;
    let share = match group {
        Group::All => return Some(pupils),
        Group::Disadvantaged => trust.disadvantaged_share,
        Group::Other => trust.other_share,
    };
    share.ok().map(|share| pupils * share / 100.0)
}

/// Every school of the data set is in one eligible trust's case or among what is left out.
fn computed<'a>(data: &'a DataSet, rules: &Rules) -> Cases<'a> {
    let (trusts, mut schools_left_out) = judge(data, rules);
    let mut eligible = Vec::new();
    let mut excluded = Vec::new();
    for members in &trusts {
        let case = match members.reason_against(rules) {
            Some(reason) => Err(reason),
            None => case_from_schools(members, rules).ok_or(Reason::NoLeadRegion),
        };
        match case {
            Ok(case) => eligible.push(case),
            Err(reason) => {
                excluded.push(excluded_trust(members.uid, members.name, reason));
                schools_left_out.extend(left_out_with_trust(members));
            }
        }
    }
    excluded.extend(schools_left_out);
    Cases { eligible, excluded }
}

/// The schools that would count in a trust that is not eligible.
fn left_out_with_trust(members: &Members<'_>) -> impl Iterator<Item = Exclusion> {
    members.counting.iter().map(|counting| Exclusion {
        level: Level::School,
        uid: Some(members.uid.to_owned()),
        urn: Some(counting.school.urn.to_string()),
        name: counting.school.name.clone(),
        reason: Reason::TrustNotEligible {
            trust: members.name.to_owned(),
        },
    })
}

/// A trust's case; nothing where no school lies in a known region.
fn case_from_schools<'a>(members: &Members<'a>, rules: &Rules) -> Option<Case<'a>> {
    let schools: Vec<SchoolFigures> = members
        .counting
        .iter()
        .map(|counting| SchoolFigures::new(*counting, rules))
        .collect();
    Some(Case {
        uid: members.uid,
        name: members.name,
        region: lead_region(&schools)?,
        pupils: sum_of_pupils(members, Group::All),
        group_pupils: ByGroup::make(|group| sum_of_pupils(members, group)),
        values: ByGroup::make(|group| value_from_schools(&schools, group, rules)),
        schools,
    })
}

/// Pupils of a group in the schools that count; nothing where no school has a number of them.
fn sum_of_pupils(members: &Members<'_>, group: Group) -> Option<f64> {
    let mut counts = members
        .counting
        .iter()
        .filter_map(|counting| counting.school.pupils.get(group).ok())
        .peekable();
    counts.peek()?;
    Some(counts.sum())
}

/// The region with the largest share of the trust's weight for all pupils; of several, the one with
/// more pupils, then the first by name (method, section 1).
fn lead_region(schools: &[SchoolFigures]) -> Option<Region> {
    let mut best: Option<(f64, f64, Region)> = None;
    for region in Region::ALL {
        let here = || {
            schools
                .iter()
                .filter(|school| school.region == Some(region))
        };
        if here().next().is_none() {
            continue;
        }
        let weight: f64 = here().map(|school| school.all_weight).sum();
        let pupils: f64 = here().map(|school| school.all_pupils).sum();
        let is_better = best.is_none_or(|(best_weight, best_pupils, _)| {
            weight > best_weight || (weight >= best_weight && pupils > best_pupils)
        });
        if is_better {
            best = Some((weight, pupils, region));
        }
    }
    best.map(|(_, _, region)| region)
}

/// The weighted figure of the schools that have one; else the first school's reason.
fn value_from_schools(schools: &[SchoolFigures], group: Group, rules: &Rules) -> Value {
    let parts = || schools.iter().map(|school| school.parts.get(group));
    let missing = parts().find_map(Part::missing);
    if let (MissingPolicy::LeaveOutTrust, Some(reason)) = (rules.missing, missing) {
        return Value::Missing(reason);
    }
    weighted_mean(parts().filter_map(Part::weighted))
        .and_then(|number| rules.measure.figure(number))
        .map_or(
            Value::Missing(missing.unwrap_or(Missing::NotAvailable)),
            Value::Published,
        )
}
