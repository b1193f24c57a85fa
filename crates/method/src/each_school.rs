//! Schools by themselves: each school that counts in an eligible trust, with its figures, intervals and ranks among
//! schools. A school is judged as a trust of one school, so that every figure is computed where trusts' figures are.

use std::rc::Rc;

use records::ByGroup;
use records::model::{Basis, DataSet};
use records::terms::{AcademicYear, Figure, Focus, Measure, Missing, Region, SchoolType, Urn, Value};

use super::profile::of_analysis;
use super::trust_values::value_for;
use super::{
    Analysis, AnalysisError, Contribution, Exclusion, Family, IntervalChoices, Judgement, Level, Measured, Precision,
    Rank, RegionalRule, Rules, Scope, TrustFigures, TrustRank, competition_ranks, contributions,
};

/// The schools of a data set's eligible trusts, each by itself.
#[derive(Debug)]
pub struct EachSchool {
    /// The trusts with these schools, whose figures are computed from them.
    pub trusts: Analysis,
    judgement: Rc<Judgement>,
    /// The schools in place of trusts: a school's number is in the place of the trust's. Regional figures are means of
    /// these schools.
    pub schools: Analysis,
}

/// Why a school cannot be shown.
#[derive(Debug, Clone, PartialEq)]
pub enum NoSchool {
    /// The files do not have schools with their trusts.
    NoSchools(AnalysisError),
    /// No school in the files has this number.
    Unknown(String),
    /// It does not count in an eligible trust, for this reason.
    LeftOut(Exclusion),
}

impl std::error::Error for NoSchool {}

/// A school: its trust, its figure beside those of its region's schools, and its part in its trust's figure.
#[derive(Debug, Clone, PartialEq)]
pub struct SchoolProfile {
    /// Its number.
    pub urn: Urn,
    /// Its name as published.
    pub name: Rc<str>,
    /// Its region; `None` if its authority is unknown.
    pub region: Option<Region>,
    /// The code of its authority.
    pub authority: Option<u16>,
    /// Its type, as far as files state it.
    pub school_type: SchoolType,
    /// Years in the trust; `None` if no file states it and no rule asks.
    pub years: Option<u32>,
    /// The trust's number and its name as published.
    pub trust: (Rc<str>, Rc<str>),
    /// Its value of the focus.
    pub value: Value,
    /// The precision of the value.
    pub precision: Option<Precision>,
    /// The rank among its region's schools that have a figure of the focus, and how many they are.
    pub rank_in_region: Option<(Rank, usize)>,
    /// The ranks there that cannot be ruled out, for this school alone (marginal).
    pub range_in_region: Option<TrustRank>,
    /// The rank among the trust's schools that have a figure of the focus, and how many they are.
    pub rank_in_trust: Option<(Rank, usize)>,
    /// Its share of the weight in the trust's figure of the focus, in per cent.
    pub share: Option<Figure>,
    /// The trust's figure computed from its schools.
    pub trust_figure: Option<Figure>,
    /// What that would be without this school.
    pub without: Option<Figure>,
    /// Its values of every measure in the files, by group, with the gap.
    pub measures: Vec<(Measure, ByGroup<Value>, Value)>,
}

impl EachSchool {
    /// The schools by themselves, whether trusts' figures in force are computed from them or published.
    ///
    /// # Errors
    /// When the files do not have schools with their trusts, or lack what the rules need. A user's own schools beside
    /// published trusts are left out: the basis in force decides what may be downloaded.
    ///
    /// ```
    /// use method::{EachSchool, IntervalChoices, Rules};
    /// use read::layout::read_file;
    /// use records::model::Library;
    /// let schools = "RECTYPE,URN,SCHNAME,LEA,TPUP,TFSM6CLA1A,PTFSM6CLA1ABASICS_95\n\
    ///                1,100001,North School,908,100,40,30%\n1,100002,South School,908,100,40,50%\n";
    /// let links = "URN,EstablishmentName,Group UID,Group Name,Group Type,Joined date\n\
    ///              100001,North School,1,ONE,Multi-academy trust,01-09-2015\n\
    ///              100002,South School,1,ONE,Multi-academy trust,01-09-2015\n";
    /// let mut library = Library::default();
    /// library.add(read_file("2022-2023_ks4.csv", schools.as_bytes()).unwrap());
    /// library.add(read_file("links.csv", links.as_bytes()).unwrap());
    /// let rules = Rules { min_schools: 1, ..Rules::default() };
    /// let each = EachSchool::new(&library.newest().unwrap(), &rules, &IntervalChoices::default()).unwrap();
    /// let south = each.profile("100002").unwrap();
    /// assert_eq!((&*south.trust.1, south.rank_in_trust.unwrap().0.number()), ("ONE", 1));
    /// assert_eq!(south.without.unwrap().in_sentence(), "30.0%");
    /// ```
    pub fn new(data: &DataSet, rules: &Rules, choices: &IntervalChoices) -> Result<Self, NoSchool> {
        let in_force = data.basis(rules.basis);
        if data.is_own(Basis::Computed) && in_force == Some(Basis::Published) {
            return Err(NoSchool::NoSchools(AnalysisError::NoSchools));
        }
        let rules = Rules {
            basis: Some(Basis::Computed),
            ..*rules
        };
        Self::of_trusts(data, &rules, choices).map_err(NoSchool::NoSchools)
    }

    fn of_trusts(data: &DataSet, rules: &Rules, choices: &IntervalChoices) -> Result<Self, AnalysisError> {
        let of_trusts = Judgement::new(data, rules)?;
        if of_trusts.basis() != Basis::Computed {
            return Err(AnalysisError::NoSchools);
        }
        let judgement = Rc::new(of_trusts.of_each_school());
        let analysis = |judgement: &Rc<Judgement>| {
            let measured = Measured::new(judgement, rules.measure)?;
            measured.analysis(rules.focus, RegionalRule::SimpleMean, &[], choices)
        };
        let schools = analysis(&judgement)?;
        Ok(Self {
            trusts: analysis(&Rc::new(of_trusts))?,
            schools,
            judgement,
        })
    }

    /// The school with this number.
    ///
    /// # Errors
    /// When no school of the files has it, or it does not count in an eligible trust.
    pub fn profile(&self, urn: &str) -> Result<SchoolProfile, NoSchool> {
        let unknown = || NoSchool::Unknown(urn.to_owned());
        let mut eligible = self.judgement.eligible.iter();
        let Some(found) = eligible.find(|of| &*of.uid == urn) else {
            let is_it = |of: &&Exclusion| of.level == Level::School && of.urn.is_some_and(|of| of.to_string() == urn);
            let left_out = self.trusts.excluded.iter().find(is_it).cloned();
            return Err(left_out.map_or_else(unknown, NoSchool::LeftOut));
        };
        let school = found.counted().and_then(<[_]>::first).ok_or_else(unknown)?;
        let trust = self.trust_of(school.urn).ok_or_else(unknown)?;
        let (index, by_itself) = of_analysis(&self.schools, urn).map_err(|_| unknown())?;
        let parts = contributions(&self.trusts, trust);
        let own = parts.iter().find(|part| part.school.urn == school.urn);
        let of_region = self.schools.regions.iter().find(|of| Some(of.region) == school.region);
        let regional_rank = by_itself.regional_rank();
        Ok(SchoolProfile {
            urn: school.urn,
            name: Rc::clone(&school.name),
            region: school.region,
            authority: school.authority,
            school_type: school.school_type,
            years: school.years,
            trust: (Rc::clone(&trust.uid), Rc::clone(&trust.name)),
            value: by_itself.value(),
            precision: by_itself.precision,
            rank_in_region: regional_rank.zip(of_region.map(|of| of.area.published)),
            range_in_region: school.region.and_then(|region| {
                Family::of(&self.schools, Scope::Region(region)).rank_of(index, self.schools.level())
            }),
            rank_in_trust: rank_among(&parts, school.urn, self.trusts.rules.smaller_is_better()),
            share: own.and_then(|own| own.share),
            trust_figure: trust.figure(),
            without: own.and_then(|own| own.without),
            measures: self.measures(school.row),
        })
    }

    /// The trust in which a school counts.
    #[must_use]
    pub fn trust_of(&self, urn: Urn) -> Option<&TrustFigures> {
        let mut trusts = self.trusts.trusts.iter();
        trusts.find(|trust| trust.schools.iter().any(|school| school.urn == urn))
    }

    fn measures(&self, row: usize) -> Vec<(Measure, ByGroup<Value>, Value)> {
        let data = &self.judgement.data;
        let school = data.schools.as_ref().and_then(|table| table.schools.get(row));
        let of_measure = |measure| {
            let values = ByGroup::make(|group| school.map_or(NONE, |school| school.value(measure, group)));
            (measure, values, value_for(measure, Focus::Gap, &values))
        };
        data.measures(Basis::Computed).into_iter().map(of_measure).collect()
    }
}

/// The value of a school that the files do not have.
const NONE: Value = Value::Missing(Missing::NotAvailable);

/// The rank of one of a trust's schools among those with a figure, and how many they are.
fn rank_among(parts: &[Contribution<'_>], urn: Urn, smaller_is_better: bool) -> Option<(Rank, usize)> {
    let with_figure = parts
        .iter()
        .filter_map(|part| Some((part.school.urn, part.value.figure()?)));
    let (urns, figures): (Vec<Urn>, Vec<Figure>) = with_figure.unzip();
    let index = urns.iter().position(|of| *of == urn)?;
    let rank = *competition_ranks(&figures, smaller_is_better).get(index)?;
    Some((rank, figures.len()))
}

/// The value of the focus of the school with this number in each year that has it.
pub fn school_over_years<'a>(
    years: impl Iterator<Item = &'a Rc<DataSet>>,
    rules: &Rules,
    urn: Urn,
) -> impl Iterator<Item = (Option<AcademicYear>, Value)> {
    let (measure, focus) = (rules.measure, rules.focus);
    years.filter_map(move |data| {
        let mut schools = data.schools.as_ref()?.schools.iter();
        let school = schools.find(|school| school.urn() == urn)?;
        let values = ByGroup::make(|group| school.value(measure, group));
        Some((data.year, value_for(measure, focus, &values)))
    })
}
