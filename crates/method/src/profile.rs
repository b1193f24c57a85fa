//! Everything about one trust, as shown on its page.

use std::rc::Rc;

use records::ByGroup;
use records::model::Basis;
use records::terms::{AcademicYear, Figure, Focus, Group, Measure, Missing, Region, SchoolType, Value};

use super::judgement::{Eligible, Figures};
use super::precision::second_gap_precision;
use super::{
    Analysis, Context, Contexts, Exclusion, Family, IntervalBasis, IntervalChoices, Judgement, Level, LookupError,
    Measured, Part, PartSpan, Precision, Rank, RegionalRule, Rules, SchoolFigures, Scope, SecondGap, TrustFigures,
    TrustRank, offered, part_span, published_for,
};

/// A school that counts in a trust, with its part in the figure of the measure in force.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileSchool {
    /// Its name, years and parts.
    pub figures: SchoolFigures,
    /// Its type.
    pub school_type: SchoolType,
    /// Its part in the figure of the focus; of a gap, in the disadvantaged pupils' end.
    pub part: Part,
    /// The share of the figure that is its, 0 to 1, all together 1.
    pub share: Option<f64>,
    /// The context of its pupils.
    pub context: Context,
}

/// A trust's figure of a measure for a group, or its gap, beside that of its region and of all trusts.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileLine {
    /// The group, or the gap.
    pub focus: Focus,
    /// The regional rule of the figures beside it: the one in force, or where the files lack what that needs for this
    /// measure and group, the simple mean.
    pub regional: RegionalRule,
    /// The trust's value.
    pub value: Value,
    /// Its precision.
    pub precision: Option<Precision>,
    /// The rank among the eligible trusts with a figure, and how many they are.
    pub rank: Option<(Rank, usize)>,
    /// The same in its region.
    pub regional_rank: Option<(Rank, usize)>,
    /// The ranks that cannot be ruled out among all, for this trust alone (marginal).
    pub rank_range: Option<TrustRank>,
    /// The same in its region.
    pub regional_rank_range: Option<TrustRank>,
    /// Where the figures of its region's trusts are, or those of all eligible ones if its region is not known.
    pub span: Option<PartSpan>,
    /// The figure of its region's trusts, and how precise it is: pupil sampling only.
    pub region: (Option<Figure>, Option<Precision>),
    /// The figure of all eligible trusts.
    pub all: (Option<Figure>, Option<Precision>),
    /// What the Department publishes of England's state-funded schools, where a school file has it.
    pub state_funded: Option<Value>,
}

/// A trust's disadvantaged pupils against the other pupils of all eligible trusts. It ranks trusts as the disadvantaged
/// pupils' figure does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SecondGapLine {
    /// The comparison.
    pub against: SecondGap,
    /// The trust's second gap.
    pub value: Value,
    /// Its precision.
    pub precision: Option<Precision>,
    /// The second gap of its region's trusts.
    pub region: Value,
    /// The same for all eligible trusts.
    pub all: Value,
    /// The trust's second gap compared with the Department's national figure.
    pub national: Option<Value>,
}

/// A trust in one measure.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureProfile {
    /// The measure.
    pub measure: Measure,
    /// The ground of its intervals.
    pub ground: IntervalBasis,
    /// Whether they are based on an upper bound of the effective numbers of pupils.
    pub is_upper_bound: bool,
    /// Disadvantaged, other and all pupils and the gap, if the files have them.
    pub lines: Vec<ProfileLine>,
    /// The second gap, if the files have both groups.
    pub second_gap: Option<SecondGapLine>,
}

/// Everything about one trust.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// The Department's number.
    pub uid: Rc<str>,
    /// The name as published.
    pub name: Rc<str>,
    /// The lead region.
    pub region: Option<Region>,
    /// The number of trusts in the region, the country and the ranks, if the files cover only part
    /// of the country.
    pub of_part: Option<usize>,
    /// The year of the results.
    pub year: Option<AcademicYear>,
    /// Whether the figures are computed or published.
    pub basis: Basis,
    /// The rules used.
    pub rules: Rules,
    /// Pupils at the end of key stage 4 by group.
    pub pupils: ByGroup<Option<f64>>,
    /// The number of schools that count.
    pub schools_counted: Option<usize>,
    /// Those schools. If the figures are as published this is empty, except for school files that
    /// cover part of the country, which are used for detail.
    pub schools: Vec<ProfileSchool>,
    /// The figures computed from them if they are used for detail.
    pub detail: Option<Value>,
    /// Its schools that do not count, and why.
    pub left_out: Vec<Exclusion>,
    /// The context of its pupils.
    pub context: Context,
    /// The context of its region's eligible trusts.
    pub region_context: Context,
    /// The context of all eligible trusts.
    pub all_context: Context,
}

/// The profile of the trust with this number, without its figures in each measure (see [`measure_profile`]).
///
/// # Errors
/// When no eligible trust has the number, or the files lack the measure or what the rules need.
///
/// ```
/// use method::{Contexts, Measured, Rules, profile};
/// use read::layout::read_file;
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A,TPUP_MATPTINC
/// 1,ONE,London,40%,100
/// ";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let measured = Measured::after(None, &library.newest().unwrap(), &Rules::default()).unwrap();
/// let contexts = Contexts::new(measured.judgement());
/// let found = profile(&measured, &contexts, Default::default(), "1").unwrap();
/// assert_eq!((&*found.name, found.schools.len()), ("ONE", 0));
/// assert!(profile(&measured, &contexts, Default::default(), "2").is_err());
/// ```
pub fn profile(measured: &Measured, contexts: &Contexts, focus: Focus, uid: &str) -> Result<Profile, LookupError> {
    let judgement = &measured.judgement;
    let (_, eligible) = judgement.find(uid)?;
    // The regional rule does not change what is used of it.
    let analysis = measured.analysis(focus, RegionalRule::SimpleMean, &[], &IntervalChoices::default())?;
    let (_, trust) = of_analysis(&analysis, uid)?;
    let of_trust = |of: &&Exclusion| of.level == Level::School && of.uid.as_deref() == Some(uid);
    let context = contexts.of(trust).cloned();
    let detail = measured.detail(&analysis);
    let of_detail = detail.as_ref().and_then(|detail| {
        let judgement = &detail.measured.judgement;
        let (_, eligible) = judgement.find(uid).ok()?;
        let (_, trust) = of_analysis(&detail.analysis, uid).ok()?;
        Some((schools(judgement, eligible, trust, focus), trust.value()))
    });
    let (schools, detail_value) = match of_detail {
        Some((schools, value)) => (schools, Some(value)),
        None => (schools(judgement, eligible, trust, focus), None),
    };
    let judged = detail.as_ref().map_or(judgement, |detail| &detail.measured.judgement);
    Ok(Profile {
        uid: Rc::clone(&trust.uid),
        name: Rc::clone(&trust.name),
        region: trust.region,
        of_part: analysis.trusts_of_part(),
        year: analysis.year,
        basis: analysis.basis,
        rules: Rules {
            regional: judgement.rules.regional,
            ..analysis.rules
        },
        pupils: eligible.group_pupils,
        schools_counted: schools_counted(judgement, eligible),
        schools,
        detail: detail_value,
        left_out: judged.excluded.iter().filter(of_trust).cloned().collect(),
        context: context.unwrap_or_else(Context::unknown),
        region_context: trust
            .region
            .map_or_else(Context::unknown, |region| contexts.area(Some(region))),
        all_context: contexts.area(None),
    })
}

/// The trust with a number in an analysis, with its index there.
pub(super) fn of_analysis<'a>(analysis: &'a Analysis, uid: &str) -> Result<(usize, &'a TrustFigures), LookupError> {
    let mut trusts = analysis.trusts.iter().enumerate();
    trusts
        .find(|(_, trust)| &*trust.uid == uid)
        .ok_or_else(|| LookupError::Unknown(uid.to_owned()))
}

fn schools_counted(judgement: &Judgement, trust: &Eligible) -> Option<usize> {
    match &trust.figures {
        Figures::Schools(counted) => Some(counted.len()),
        Figures::Published(row) => {
            let record = judgement.data.trusts().get(*row)?;
            record.schools.ok().map(|schools| schools as usize)
        }
    }
}

fn schools(judgement: &Judgement, eligible: &Eligible, trust: &TrustFigures, focus: Focus) -> Vec<ProfileSchool> {
    let (Figures::Schools(counted), Some(table)) = (&eligible.figures, &judgement.data.schools) else {
        return Vec::new();
    };
    let schools = counted.iter().zip(trust.school_shares(focus));
    schools
        .map(|(counted, (figures, part, share))| ProfileSchool {
            figures: figures.clone(),
            school_type: counted.school_type,
            part: *part,
            share,
            context: Context::of_school(counted, &table.schools),
        })
        .collect()
}

/// A trust's figures in one measure, for every group in the files.
///
/// Ranges of ranks are marginal, for this trust alone, which needs one critical value and no simulation.
///
/// # Errors
/// As [`profile`].
///
/// ```
/// use method::{IntervalChoices, Measured, RegionalRule, Rules, measure_profile};
/// use read::layout::read_file;
/// use records::model::Library;
/// use records::terms::Focus;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A,PTL2BASICS_95_WGTAVG_NFSM6CLA1A\n\
///            1,ONE,London,40%,50%\n2,TWO,London,20%,60%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let measured = Measured::after(None, &library.newest().unwrap(), &Rules::default()).unwrap();
/// let found = measure_profile(&measured, RegionalRule::SimpleMean, "2", &IntervalChoices::default()).unwrap();
/// let gap = found.lines.iter().find(|line| line.focus == Focus::Gap).unwrap();
/// assert_eq!((gap.value.number(), gap.rank.unwrap().0.number()), (Ok(40.0), 2));
/// assert_eq!(found.second_gap.unwrap().value.number(), Ok(35.0));
/// ```
pub fn measure_profile(
    measured: &Measured,
    regional: RegionalRule,
    uid: &str,
    interval_choices: &IntervalChoices,
) -> Result<MeasureProfile, LookupError> {
    let judgement = &measured.judgement;
    judgement.find(uid)?;
    let (mut lines, mut about) = (Vec::new(), None);
    for focus in judgement.data.focuses(judgement.basis, measured.measure) {
        let rule = offered_or_simple(measured, focus, regional);
        let analysis = measured.analysis(focus, rule, &[], interval_choices)?;
        lines.push(line(&analysis, uid)?);
        about = about.or(Some((analysis.intervals.ground, analysis.intervals.is_upper_bound)));
    }
    let (ground, is_upper_bound) = about.unwrap_or((IntervalBasis::Nothing, false));
    Ok(MeasureProfile {
        measure: measured.measure,
        ground,
        is_upper_bound,
        second_gap: second_gap(measured, regional, uid, &lines, interval_choices),
        lines,
    })
}

/// The regional rule, or the simple mean if the files do not have what it needs.
pub(super) fn offered_or_simple(measured: &Measured, focus: Focus, rule: RegionalRule) -> RegionalRule {
    let judgement = &measured.judgement;
    let rules = offered(&judgement.data, judgement.basis, focus);
    if rules.contains(&rule) {
        rule
    } else {
        RegionalRule::SimpleMean
    }
}

fn line(analysis: &Analysis, uid: &str) -> Result<ProfileLine, LookupError> {
    let (index, trust) = of_analysis(analysis, uid)?;
    let mut regions = analysis.regions.iter();
    let region = regions.find(|of| Some(of.region) == trust.region);
    let in_region = region.map_or(0, |of| of.area.published);
    let range = |scope| Family::of(analysis, scope).rank_of(index, analysis.level());
    let state_funded = analysis.england.state_funded.as_ref();
    Ok(ProfileLine {
        focus: analysis.rules.focus,
        regional: analysis.rules.regional,
        value: trust.value(),
        precision: trust.precision,
        rank: trust.rank().map(|rank| (rank, analysis.all.published)),
        regional_rank: trust.regional_rank().map(|rank| (rank, in_region)),
        rank_range: range(Scope::All),
        regional_rank_range: trust.region.and_then(|region| range(Scope::Region(region))),
        span: part_span(analysis, trust.region.map_or(Scope::All, Scope::Region)),
        region: (
            region.and_then(|of| of.area.figure),
            region.and_then(|of| of.area.precision),
        ),
        all: (analysis.all.figure, analysis.all.precision),
        state_funded: state_funded.map(|values| published_for(analysis, values)),
    })
}

fn second_gap(
    measured: &Measured,
    regional: RegionalRule,
    uid: &str,
    lines: &[ProfileLine],
    interval_choices: &IntervalChoices,
) -> Option<SecondGapLine> {
    let rule = offered_or_simple(measured, Focus::Other, regional);
    let against = measured.second_gap(rule)?;
    let mut lines = lines.iter();
    let own = lines.find(|line| line.focus.group() == Some(Group::Disadvantaged))?;
    let of_figure = |figure: Option<Figure>| {
        let missing = Value::Missing(Missing::NotAvailable);
        against.of(figure.map_or(missing, Value::Published))
    };
    let value = against.of(own.value);
    let (index, _) = measured.judgement.find(uid).ok()?;
    let case = measured.cases.get(index)?;
    Some(SecondGapLine {
        precision: value
            .figure()
            .and_then(|gap| second_gap_precision(measured, rule, case, gap, interval_choices)),
        value,
        region: of_figure(own.region.0),
        all: of_figure(own.all.0),
        national: against.national_of(own.value),
        against,
    })
}
