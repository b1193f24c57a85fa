//! The context of trusts: their pupils and their kinds of schools.
//!
//! From schools a part is the mean of the schools that count, weighted by pupils, leaving out those
//! for which it is not known; from a trust file it is as published. Years in the trust are not used
//! as weights, because this is about pupils, not results.

use records::terms::{Admissions, ByPart, ContextPart, Group, Missing, Region, SchoolType, Value};
use records::{Amount, Schools, TrustRecord};

use super::judgement::{CountedSchool, Eligible, Figures};
use super::weighting::weighted_mean;
use super::{Judgement, TrustFigures};

/// The types of school that a trust file counts separately, in its order.
const TYPES: [SchoolType; 5] = [
    SchoolType::Converter,
    SchoolType::Sponsored,
    SchoolType::Free,
    SchoolType::Studio,
    SchoolType::TechnicalCollege,
];

/// The context of a trust, a school, or a part of the country.
#[derive(Debug, Clone, PartialEq)]
pub struct Context {
    /// Each part: a share in per cent, or a score.
    pub values: ByPart<Value>,
    /// The number of schools of each type; types without a school are not listed; empty if no file
    /// states the types.
    pub types: Vec<(SchoolType, usize)>,
}

impl Context {
    /// The value of a part.
    #[must_use]
    pub const fn value(&self, part: ContextPart) -> Value {
        *self.values.get(part)
    }

    /// The context if no file gives any of it.
    pub(super) fn unknown() -> Self {
        Self::new(|_| Err(Missing::NotAvailable), Vec::new())
    }

    fn new(part: impl Fn(ContextPart) -> Amount, types: Vec<(SchoolType, usize)>) -> Self {
        Self {
            values: ByPart::make(|of| Value::of(part(of), of.unit())),
            types,
        }
    }

    fn of_record(trust: &TrustRecord) -> Self {
        let context = &trust.context;
        let counts = TYPES.into_iter().zip(context.types);
        let types: Vec<(SchoolType, usize)> = counts
            .filter_map(|(of, count)| Some((of, count.ok()? as usize)))
            .filter(|(_, count)| *count > 0)
            .collect();
        let sponsored = sponsored(&context.types, &types);
        let part = |part| match part {
            ContextPart::Disadvantaged => trust.disadvantaged_share,
            ContextPart::Eal => context.eal_share,
            ContextPart::Sen => context.sen_share,
            ContextPart::PriorAttainment => context.prior_attainment,
            ContextPart::Sponsored => sponsored,
            ContextPart::SenPlan | ContextPart::SenSupport | ContextPart::Selective => Err(Missing::NoColumn),
        };
        Self::new(part, types)
    }

    fn of_schools(counted: &[CountedSchool], schools: &Schools) -> Self {
        let part = |part| {
            let parts: Vec<WeighedPart> = counted.iter().map(|school| weighed(school, schools, part)).collect();
            mean(&parts)
        };
        Self::new(part, types_of(counted))
    }

    /// The context of one school.
    pub(super) fn of_school(school: &CountedSchool, schools: &Schools) -> Self {
        Self::of_schools(std::slice::from_ref(school), schools)
    }
}

/// The share of sponsored academies among a trust's schools as published.
fn sponsored(published: &[Amount], types: &[(SchoolType, usize)]) -> Amount {
    if let Some(reason) = published.iter().find_map(|count| count.err()) {
        return Err(reason);
    }
    let all: usize = types.iter().map(|(_, count)| count).sum();
    let mut of_each = types.iter();
    let sponsored = of_each.find(|(of, _)| *of == SchoolType::Sponsored);
    let sponsored = sponsored.map_or(0, |(_, count)| *count);
    match all {
        0 => Err(Missing::NotAvailable),
        _ => Ok(100.0 * sponsored as f64 / all as f64),
    }
}

fn types_of(counted: &[CountedSchool]) -> Vec<(SchoolType, usize)> {
    let count = |of| {
        let schools = counted.iter().filter(|school| school.school_type == of);
        schools.count()
    };
    // Other types can be made to count, and some files contain only academies.
    let mut types: Vec<SchoolType> = TYPES.to_vec();
    for school in counted {
        if school.school_type != SchoolType::NotStated && !types.contains(&school.school_type) {
            types.push(school.school_type);
        }
    }
    let types = types.into_iter().map(|of| (of, count(of)));
    types.filter(|(_, count)| *count > 0).collect()
}

/// A school's value of a part, with its weight in its trust's value.
type WeighedPart = Result<(f64, f64), Missing>;

fn weighed(counted: &CountedSchool, schools: &Schools, part: ContextPart) -> WeighedPart {
    if part == ContextPart::Sponsored {
        return match counted.school_type {
            SchoolType::NotStated | SchoolType::Academy => Err(Missing::NotAvailable),
            of => Ok((1.0, percent_if(of == SchoolType::Sponsored))),
        };
    }
    let pupils = (*counted.pupils.get(Group::All))?;
    if pupils <= 0.0 {
        return Err(Missing::NotApplicable);
    }
    let school = schools.get(counted.row).ok_or(Missing::NotAvailable)?;
    let context = school.context();
    let share = |count: Amount| -> WeighedPart { Ok((pupils, 100.0 * count? / pupils)) };
    match part {
        ContextPart::Disadvantaged => share(*counted.pupils.get(Group::Disadvantaged)),
        ContextPart::Eal => share(context.eal),
        ContextPart::Sen => share(both(context.sen_plan, context.sen_support)),
        ContextPart::SenPlan => share(context.sen_plan),
        ContextPart::SenSupport => share(context.sen_support),
        ContextPart::PriorAttainment => Ok((pupils, context.prior_attainment?)),
        ContextPart::Selective | ContextPart::Sponsored => match context.admissions {
            Admissions::NotStated => Err(Missing::NotAvailable),
            of => Ok((pupils, percent_if(of == Admissions::Selective))),
        },
    }
}

fn both(one: Amount, other: Amount) -> Amount {
    Ok(one? + other?)
}

const fn percent_if(is_so: bool) -> f64 {
    if is_so { 100.0 } else { 0.0 }
}

/// The weighted mean of the known values; the first reason if none is known.
fn mean(parts: &[WeighedPart]) -> Amount {
    let weighted = parts.iter().filter_map(|part| part.ok());
    weighted_mean(weighted).ok_or_else(|| {
        let reason = parts.iter().find_map(|part| part.err());
        reason.unwrap_or(Missing::NotAvailable)
    })
}

/// The context of every eligible trust.
///
/// ```
/// use read::layout::read_file;
/// use method::{Contexts, Judgement, Rules};
/// use records::model::Library;
/// use records::terms::{ContextPart, Region};
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG,TPUP_MATPTINC,PEALGRP2_MATPTINC\n\
///            1,ONE,London,40,100,30%\n2,TWO,London,50,300,10%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let judgement = Judgement::new(&library.newest().unwrap(), &Rules::default()).unwrap();
/// let contexts = Contexts::new(&judgement);
/// let london = contexts.area(Some(Region::London));
/// assert_eq!(london.value(ContextPart::Eal).figure().unwrap().in_sentence(), "15.0%");
/// assert!(london.value(ContextPart::Sen).missing().is_some());
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Contexts {
    /// In the order of the trusts' indices.
    trusts: Vec<TrustInContext>,
}

#[derive(Debug, Clone, PartialEq)]
struct TrustInContext {
    index: usize,
    region: Option<Region>,
    pupils: Option<f64>,
    context: Context,
}

impl Contexts {
    /// The contexts of a judgement's eligible trusts.
    #[must_use]
    pub fn new(judgement: &Judgement) -> Self {
        let trusts = judgement.eligible.iter().map(|trust| TrustInContext {
            index: trust.index,
            region: trust.region,
            pupils: trust.pupils,
            context: context_of(trust, judgement),
        });
        Self {
            trusts: trusts.collect(),
        }
    }

    /// The context of a trust in analyses of the same judgement.
    #[must_use]
    pub fn of(&self, trust: &TrustFigures) -> Option<&Context> {
        self.at(trust.index)
    }

    /// The context of the trust with this index, whatever the rules.
    pub(super) fn at(&self, index: usize) -> Option<&Context> {
        let trusts = &self.trusts;
        let found = trusts.binary_search_by_key(&index, |trust| trust.index);
        Some(&trusts.get(found.ok()?)?.context)
    }

    /// The context of a region's eligible trusts together, or of all. Each is weighted by its
    /// pupils, or by its schools for types of school.
    #[must_use]
    pub fn area(&self, region: Option<Region>) -> Context {
        let trusts = || {
            let trusts = self.trusts.iter();
            trusts.filter(move |trust| region.is_none_or(|region| Some(region) == trust.region))
        };
        let part = |part| {
            let parts: Vec<WeighedPart> = trusts().map(|trust| trust.weighed(part)).collect();
            mean(&parts)
        };
        let mut types: Vec<(SchoolType, usize)> = TYPES.map(|of| (of, 0)).to_vec();
        for (of, count) in trusts().flat_map(|trust| &trust.context.types) {
            match types.iter_mut().find(|(known, _)| known == of) {
                Some((_, sum)) => *sum += count,
                None => types.push((*of, *count)),
            }
        }
        types.retain(|(_, count)| *count > 0);
        Context::new(part, types)
    }

    /// Every trust's value of a part.
    pub(super) fn values(&self, part: ContextPart) -> impl Iterator<Item = f64> {
        let values = self.trusts.iter();
        values.filter_map(move |trust| Some(trust.context.value(part).figure()?.number()))
    }
}

impl TrustInContext {
    fn weighed(&self, part: ContextPart) -> WeighedPart {
        let number = self.context.value(part).number()?;
        let weight = match part {
            ContextPart::Sponsored => {
                let schools: usize = self.context.types.iter().map(|(_, count)| count).sum();
                Some(schools as f64)
            }
            _ => self.pupils,
        };
        Ok((weight.ok_or(Missing::NotAvailable)?, number))
    }
}

pub(super) fn context_of(trust: &Eligible, judgement: &Judgement) -> Context {
    match &trust.figures {
        Figures::Published(row) => {
            let record = judgement.data.trusts().get(*row);
            record.map_or_else(Context::unknown, Context::of_record)
        }
        Figures::Schools(counted) => {
            let table = judgement.data.schools.as_ref();
            table.map_or_else(Context::unknown, |table| Context::of_schools(counted, &table.schools))
        }
    }
}
