//! Which trusts are eligible under the rules, and what is the same for every measure.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use records::model::{Basis, DataSet, Extent};
use records::terms::order::order;
use records::terms::{Group, Measure, Missing, Region, SchoolType, Urn, readable_name};
use records::{Amount, ByGroup, School, TrustKind, TrustRecord};

use super::location::{LinkLocations, Location, region_of};
use super::measured::cases;
use super::schools::{Members, Membership, excluded_school, judge};
use super::trust_values::TrustValues;
use super::weighting::Weight;
use super::{AnalysisError, Exclusion, Level, Reason, Rules, Supposition};

/// A data set's trusts under rules, whatever the measure, the group and the regional rule: which
/// trusts are eligible, with their schools and weights, and which are not and why. This is most of
/// the work of an analysis, and its result can be reused while [`Judgement::fits`] is true.
///
/// It shares the tables of its data set.
#[derive(Debug)]
pub struct Judgement {
    pub(super) data: DataSet,
    pub(super) rules: Rules,
    pub(super) basis: Basis,
    pub(super) eligible: Vec<Eligible>,
    pub(super) excluded: Rc<[Exclusion]>,
    /// The trusts with their values of each measure requested: see [`Judgement::cases`].
    cases: RefCell<BTreeMap<Measure, Weak<Vec<TrustValues>>>>,
    /// The indices of the eligible trusts by name: see [`Judgement::by_name`].
    by_name: OnceCell<Vec<usize>>,
    /// Their names as people read them: see [`Judgement::readable_names`].
    readable_names: OnceCell<Vec<Rc<str>>>,
    /// The schools that count, by region; the last is for schools without a known region.
    schools: [usize; Region::ALL.len() + 1],
}

/// An eligible trust.
#[derive(Debug, Clone)]
pub(super) struct Eligible {
    /// Its index among the trusts of its file or of the links, whatever the rules.
    pub(super) index: usize,
    pub(super) uid: Rc<str>,
    pub(super) name: Rc<str>,
    /// The lead region; `None` if no file gives it.
    pub(super) region: Option<Region>,
    pub(super) pupils: Option<f64>,
    pub(super) group_pupils: ByGroup<Option<f64>>,
    /// Where its schools are.
    pub(super) location: Location,
    pub(super) figures: Figures,
}

impl Eligible {
    /// Its schools that count; `None` if its figures are published.
    pub(super) fn counted(&self) -> Option<&[CountedSchool]> {
        match &self.figures {
            Figures::Schools(schools) => Some(schools),
            Figures::Published(_) => None,
        }
    }

    /// The trust with other schools in place of its own.
    fn with_schools(&self, schools: Vec<CountedSchool>) -> Self {
        eligible_with_schools(self.index, (Rc::clone(&self.uid), Rc::clone(&self.name)), schools)
    }
}

/// Where a trust's figures come from.
#[derive(Debug, Clone)]
pub(super) enum Figures {
    /// Published: the trust's row.
    Published(usize),
    /// Computed from the schools that count.
    Schools(Vec<CountedSchool>),
}

/// A school that counts in its trust: everything that is the same for every measure is kept here,
/// next to the trust's other schools in memory.
#[derive(Debug, Clone)]
pub(super) struct CountedSchool {
    /// Its row in the table of schools.
    pub(super) row: usize,
    pub(super) urn: Urn,
    /// Its current number, if its results are under an earlier one.
    pub(super) since: Option<Urn>,
    pub(super) name: Rc<str>,
    pub(super) region: Option<Region>,
    pub(super) authority: Option<u16>,
    /// Its type, as far as files state it.
    pub(super) school_type: SchoolType,
    /// Years in the trust; `None` if no file states it and no rule asks.
    pub(super) years: Option<u32>,
    /// Pupils at the end of key stage 4.
    pub(super) pupils: ByGroup<Amount>,
    /// What replaces the numbers of pupils if they are not counted.
    all_pupils: f64,
    /// Their weight under the rules.
    pub(super) weight: f64,
}

impl CountedSchool {
    /// A school with its type and years in the trust.
    pub(super) fn new(school: School<'_>, (years, school_type, authority, since): Membership, rules: &Rules) -> Self {
        let pupils = ByGroup::make(|group| school.pupils(group));
        let all = all_pupils(&pupils);
        Self {
            row: school.row(),
            urn: school.urn(),
            since,
            name: school.shared_name(),
            region: school.region().or_else(|| region_of(authority)),
            authority: school.authority().or(authority),
            school_type,
            years,
            pupils,
            all_pupils: all.unwrap_or_default(),
            weight: weight(all, years, rules).unwrap_or_default(),
        }
    }

    /// The school with its weight under other rules.
    pub(super) fn reweighted(&self, rules: &Rules) -> Self {
        Self {
            weight: weight(Ok(self.all_pupils), self.years, rules).unwrap_or_default(),
            ..self.clone()
        }
    }
}

impl Judgement {
    /// Judges a data set's trusts and schools.
    ///
    /// # Errors
    /// If the files have no trusts, or the year is not known and the rules need it.
    ///
    /// ```
    /// use read::layout::read_file;
    /// use method::{Judgement, Rules};
    /// use records::model::Library;
    /// use records::terms::Focus;
    /// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG\n1,ONE,London,40\n";
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// let data = library.newest().unwrap();
    /// let rules = Rules::default();
    /// let judgement = Judgement::new(&data, &rules).unwrap();
    /// assert!(judgement.fits(&data, &Rules { focus: Focus::All, ..rules }));
    /// assert!(!judgement.fits(&data, &Rules { min_schools: 5, ..rules }));
    /// ```
    pub fn new(data: &DataSet, rules: &Rules) -> Result<Self, AnalysisError> {
        let basis = basis_of(data, rules)?;
        let (eligible, excluded) = match basis {
            Basis::Published => published(data, rules),
            Basis::Computed => computed(data, rules),
        };
        Ok(Self {
            data: data.clone(),
            rules: *rules,
            basis,
            cases: RefCell::default(),
            by_name: OnceCell::new(),
            readable_names: OnceCell::new(),
            schools: schools_by_region(&eligible),
            eligible,
            excluded: excluded.into(),
        })
    }

    /// Whether trusts' figures are computed or published.
    #[must_use]
    pub const fn basis(&self) -> Basis {
        self.basis
    }

    /// The number of trusts in its figures, if these cover only part of the country.
    pub(super) fn trusts_of_part(&self) -> Option<usize> {
        let coverage = self.data.coverage(self.basis);
        (coverage.extent == Extent::Part).then_some(self.eligible.len())
    }

    /// Whether it has the same tables, and rules that differ at most in the measure, the group and
    /// the regional rule.
    #[must_use]
    pub fn fits(&self, data: &DataSet, rules: &Rules) -> bool {
        let alike = Rules {
            measure: rules.measure,
            focus: rules.focus,
            regional: rules.regional,
            ..self.rules
        };
        alike == *rules && self.data == *data
    }

    /// The eligible trusts with their values of a measure: those in use, else rebuilt. With very
    /// many schools the values of all measures need more memory than the schools, so they are kept
    /// only while used: they are a `Vec` since a weak pointer to a slice would keep its memory.
    pub(super) fn cases(&self, measure: Measure) -> Rc<Vec<TrustValues>> {
        let mut known = self.cases.borrow_mut();
        if let Some(cases) = known.get(&measure).and_then(Weak::upgrade) {
            return cases;
        }
        let made = Rc::new(cases(self, measure));
        known.insert(measure, Rc::downgrade(&made));
        made
    }

    /// The eligible trusts' names as people read them, made on first use: an analysis shows them
    /// all, a survey's many judgements do not use them.
    pub(super) fn readable_names(&self) -> &[Rc<str>] {
        self.readable_names.get_or_init(|| {
            let trusts = self.eligible.iter();
            trusts.map(|trust| readable_name(&trust.name).into()).collect()
        })
    }

    /// The indices of the eligible trusts by their names, then their numbers: the order of trusts of one
    /// rank in every analysis, made for the first.
    pub(super) fn by_name(&self) -> &[usize] {
        self.by_name.get_or_init(|| {
            let key = |index: usize| self.eligible.get(index).map(|trust| (&trust.name, &trust.uid));
            order(self.eligible.len(), &|one, two| key(one).cmp(&key(two)))
        })
    }

    /// The number of schools that count in eligible trusts, in one region or in all.
    pub(super) fn schools(&self, region: Option<Region>) -> usize {
        match region {
            Some(region) => self.schools.get(region as usize).copied().unwrap_or(0),
            None => self.schools.iter().sum(),
        }
    }
}

/// The basis that the files allow, with everything the rules need.
pub(super) fn basis_of(data: &DataSet, rules: &Rules) -> Result<Basis, AnalysisError> {
    let Some(basis) = data.basis(rules.basis) else {
        return Err(if data.schools.is_some() {
            AnalysisError::NoLinks
        } else {
            AnalysisError::NoSchools
        });
    };
    let needs_year = basis == Basis::Computed
        && data.year.is_none()
        && rules.needs_years()
        && data.links.as_ref().is_some_and(|links| links.has_join_dates());
    if needs_year {
        return Err(AnalysisError::YearNotStated);
    }
    Ok(basis)
}

impl Judgement {
    /// A judgement under rules with other weights or another minimum of schools, from schools
    /// judged before. It does not list exclusions.
    pub(super) fn of_members(data: &DataSet, rules: &Rules, trusts: &[Members]) -> Self {
        let eligible = trusts
            .iter()
            .filter(|members| members.reason_against(rules).is_none())
            .map(|members| {
                let schools = members.counting.iter();
                let schools: Vec<CountedSchool> = schools.map(|school| school.reweighted(rules)).collect();
                let named = (Rc::clone(&members.uid), Rc::clone(&members.name));
                eligible_with_schools(members.index, named, schools)
            });
        Self::of_schools(data, rules, eligible.collect())
    }

    /// The judgement with each school that counts in place of its trust, as a trust of one school. It does not list
    /// exclusions.
    pub(super) fn of_each_school(&self) -> Self {
        let schools = self.eligible.iter().filter_map(Eligible::counted).flatten();
        let eligible = schools.map(|school| {
            let named = (Rc::from(school.urn.to_string()), Rc::clone(&school.name));
            eligible_with_schools(school.row, named, vec![school.clone()])
        });
        Self::of_schools(&self.data, &self.rules, eligible.collect())
    }

    /// The judgement with other schools in one trust. `None` if figures are published, there is no such trust, or no
    /// school would be left in it.
    pub(super) fn supposing(&self, uid: &str, of: &Supposition) -> Option<Self> {
        let (index, trust) = self.find(uid).ok()?;
        let mut own: Vec<CountedSchool> = trust.counted()?.to_vec();
        own.retain(|school| !of.without.contains(&school.urn));
        let all = self.eligible.iter().filter_map(Eligible::counted).flatten();
        let is_new = |school: &&CountedSchool| of.with.contains(&school.urn);
        own.extend(all.filter(is_new).cloned());
        if own.is_empty() {
            return None;
        }
        let supposed = trust.with_schools(own);
        let others = self.eligible.iter().enumerate().filter(|(of, _)| *of != index);
        let others = others.filter_map(|(_, trust)| {
            let schools = trust.counted()?;
            if !schools.iter().any(|school| of.with.contains(&school.urn)) {
                return Some(trust.clone());
            }
            let left = schools.iter().filter(|school| !of.with.contains(&school.urn));
            let left: Vec<CountedSchool> = left.cloned().collect();
            (!left.is_empty()).then(|| trust.with_schools(left))
        });
        let eligible = std::iter::once(supposed).chain(others).collect();
        Some(Self::of_schools(&self.data, &self.rules, eligible))
    }

    /// A judgement of these trusts, whose figures are computed from schools.
    fn of_schools(data: &DataSet, rules: &Rules, eligible: Vec<Eligible>) -> Self {
        Self {
            data: data.clone(),
            rules: *rules,
            basis: Basis::Computed,
            cases: RefCell::default(),
            by_name: OnceCell::new(),
            readable_names: OnceCell::new(),
            schools: schools_by_region(&eligible),
            eligible,
            excluded: Rc::from([]),
        }
    }
}

fn schools_by_region(eligible: &[Eligible]) -> [usize; Region::ALL.len() + 1] {
    let mut counts = [0; Region::ALL.len() + 1];
    for trust in eligible {
        if let Figures::Schools(schools) = &trust.figures {
            for school in schools {
                let index = school.region.map_or(Region::ALL.len(), |region| region as usize);
                if let Some(count) = counts.get_mut(index) {
                    *count += 1;
                }
            }
        }
    }
    counts
}

type Judged = (Vec<Eligible>, Vec<Exclusion>);

fn published(data: &DataSet, rules: &Rules) -> Judged {
    let mut eligible = Vec::with_capacity(data.trusts().len());
    let mut excluded = Vec::new();
    let of_links = data.links.as_deref().map(LinkLocations::new);
    for (row, trust) in data.trusts().iter().enumerate() {
        match reason_against_published(trust, rules) {
            None => eligible.push(Eligible {
                index: row,
                uid: trust.uid.shared(),
                name: Rc::from(trust.name.as_str()),
                region: trust.region.or_else(|| of_links.as_ref()?.region_of(trust)),
                location: of_links.as_ref().map(|links| links.of(trust)).unwrap_or_default(),
                pupils: trust.pupils.ok(),
                group_pupils: ByGroup::make(|group| pupils_as_published(trust, group)),
                figures: Figures::Published(row),
            }),
            Some(reason) => excluded.push(excluded_trust(
                trust.uid.shared(),
                Rc::from(trust.name.as_str()),
                reason,
            )),
        }
    }
    (eligible, excluded)
}

fn excluded_trust(uid: Rc<str>, name: Rc<str>, reason: Reason) -> Exclusion {
    Exclusion {
        level: Level::Trust,
        uid: Some(uid),
        urn: None,
        name,
        reason,
    }
}

/// `None` if a trust as published is eligible, else the first rule that leaves it out.
///
/// A file that does not say how many schools it counted lists only eligible trusts.
fn reason_against_published(trust: &TrustRecord, rules: &Rules) -> Option<Reason> {
    if let TrustKind::Another(kind) = &trust.kind {
        return Some(Reason::NotMultiAcademy { kind: kind.clone() });
    }
    let schools = trust.schools.ok()? as u32;
    (schools < rules.min_schools).then_some(Reason::TooFewSchools {
        schools,
        needed: rules.min_schools,
        left_out: None,
    })
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

/// Every school of the data set is in one eligible trust or in the exclusions.
fn computed(data: &DataSet, rules: &Rules) -> Judged {
    let (trusts, mut schools_left_out) = judge(data, rules);
    let mut eligible = Vec::new();
    let mut excluded = Vec::with_capacity(trusts.len() + schools_left_out.len());
    for members in trusts {
        let reason = members.reason_against(rules);
        match reason {
            None => {
                let Members {
                    index,
                    uid,
                    name,
                    counting,
                    ..
                } = members;
                eligible.push(eligible_with_schools(index, (uid, name), counting));
            }
            Some(reason) => {
                schools_left_out.extend(left_out_with_trust(&members));
                excluded.push(excluded_trust(members.uid, members.name, reason));
            }
        }
    }
    excluded.extend(schools_left_out);
    (eligible, excluded)
}

/// The schools that would count in a trust that is not eligible.
fn left_out_with_trust(members: &Members) -> impl Iterator<Item = Exclusion> {
    members.counting.iter().map(|school| {
        let trust = Rc::clone(&members.name);
        let uid = Some(Rc::clone(&members.uid));
        let reason = Reason::TrustNotEligible { trust };
        excluded_school(school.urn, Rc::clone(&school.name), uid, reason).since(school.since, None)
    })
}

fn eligible_with_schools(index: usize, (uid, name): (Rc<str>, Rc<str>), schools: Vec<CountedSchool>) -> Eligible {
    Eligible {
        index,
        uid,
        name,
        region: lead_region(&schools),
        pupils: sum_of_pupils(&schools, Group::All),
        group_pupils: ByGroup::make(|group| sum_of_pupils(&schools, group)),
        location: Location::of(schools.iter().map(|school| (school.authority, school.weight))),
        figures: Figures::Schools(schools),
    }
}

/// Pupils at the end of key stage 4. A user's own spreadsheet need not count them: then both groups
/// together are used instead, else every school has the same weight for the lead region.
fn all_pupils(pupils: &ByGroup<Amount>) -> Amount {
    match *pupils.get(Group::All) {
        Err(Missing::NoColumn | Missing::Blank) => {
            let disadvantaged = pupils.get(Group::Disadvantaged).ok();
            let both = disadvantaged.zip(pupils.get(Group::Other).ok());
            Ok(both.map_or(1.0, |(disadvantaged, other)| disadvantaged + other))
        }
        stated => stated,
    }
}

/// The weight of this many pupils; `None` if the rule needs a number that is missing.
pub(super) fn weight(pupils: Amount, years: Option<u32>, rules: &Rules) -> Option<f64> {
    match rules.weight {
        Weight::PupilsYears { .. } => Some(rules.weight.of(pupils.ok()?, years?)),
        Weight::Pupils => Some(rules.weight.of(pupils.ok()?, 0)),
        Weight::Equal => Some(rules.weight.of(0.0, 0)),
    }
}

/// Pupils of a group in the schools that count; `None` if no school has a number of them.
fn sum_of_pupils(schools: &[CountedSchool], group: Group) -> Option<f64> {
    let mut counts = schools
        .iter()
        .filter_map(|school| school.pupils.get(group).ok())
        .peekable();
    counts.peek()?;
    Some(counts.sum())
}

/// The region with the largest share of the trust's weight for all pupils; of several, the one with
/// the most pupils, then the first by name (method, section 1).
fn lead_region(schools: &[CountedSchool]) -> Option<Region> {
    let mut best: Option<(f64, f64, Region)> = None;
    for region in Region::ALL {
        let here = || schools.iter().filter(|school| school.region == Some(region));
        if here().next().is_none() {
            continue;
        }
        let weight: f64 = here().map(|school| school.weight).sum();
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
