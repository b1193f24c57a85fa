//! Everything about one trust as one document.

use std::rc::Rc;

use serde::Serialize;

use crate::chart::Record;
use crate::layout::ByGroup;
use crate::method::{
    Context, Exclusion, IntervalChoices, MeasureProfile, Profile, ProfileLine, ProfileSchool, Rank,
    RankKind, Rules, SecondGapLine, TrustRank,
};
use crate::terms::{Figure, Group, Missing, Region, Value};

use super::certainty::{Ends, ground_row};
use super::context_rows::{ContextRow, type_key};
use super::report::{RuleRow, school_columns};
pub use super::similar_rows::SimilarRow;

/// The document. Missing numbers are null, percentages are 0 to 100.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileReport {
    /// The Department's number.
    pub uid: Rc<str>,
    /// The name as published.
    pub name: Rc<str>,
    /// The lead region.
    pub region: Option<&'static str>,
    /// The year of the results.
    pub year: Option<String>,
    /// `computed` from schools or as `published` for trusts.
    pub basis: &'static str,
    /// The rules in force.
    pub rules: RuleRow,
    /// The level of intervals, in percent.
    pub level: f64,
    /// What ranges of ranks hold for: always `marginal`, this trust alone.
    pub kind: &'static str,
    /// Pupils at the end of key stage 4.
    pub pupils: GroupNumbers,
    /// How many schools count.
    pub schools_counted: Option<usize>,
    /// What is computed from its schools, where the figures are as published and the school files cover a part of the
    /// country: they serve for detail.
    pub computed_from_schools: Option<Figure>,
    /// Those schools with their parts in the figure of this measure and group; none where figures are as published.
    pub schools: Vec<ProfileSchoolRow>,
    /// The measure of those parts, and of the similar trusts.
    pub measure: &'static str,
    /// Its group.
    pub group: &'static str,
    /// Its schools that do not count.
    pub left_out: Vec<Exclusion>,
    /// Who the pupils are.
    pub context: ContextRows,
    /// Every measure.
    pub measures: Vec<MeasureRow>,
    /// The trusts in the most similar contexts; nothing where no file tells a context.
    pub similar: Option<SimilarRow>,
}

/// A number for each group of pupils.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct GroupNumbers {
    /// All.
    pub all: Option<f64>,
    /// Disadvantaged.
    pub disadvantaged: Option<f64>,
    /// Others.
    pub other: Option<f64>,
}

/// The trust's context, that of its region's eligible trusts, and of all of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ContextRows {
    /// The trust's.
    pub trust: ContextRow,
    /// Its region's.
    pub region: ContextRow,
    /// All eligible trusts'.
    pub national: ContextRow,
}

/// A school's line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileSchoolRow {
    /// Its part in the figure.
    #[serde(flatten)]
    pub part: Record,
    /// Its type.
    #[serde(rename = "type")]
    pub school_type: &'static str,
    /// Its region; nothing where its authority is unknown.
    pub region: Option<&'static str>,
    /// Who its pupils are.
    pub context: ContextRow,
}

/// A measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeasureRow {
    /// Its key.
    pub measure: &'static str,
    /// What its intervals rest on, as in `analyse`.
    pub ground: &'static str,
    /// The standard deviation of pupils' scores that they rest on.
    pub sd: Option<f64>,
    /// Whether numbers of pupils are an upper bound of the effective ones.
    pub is_upper_bound: bool,
    /// Each group, and the gap.
    pub groups: Vec<LineRow>,
    /// The disadvantaged pupils against the other pupils of all eligible trusts.
    pub second_gap: Option<SecondGapRow>,
}

/// A trust's figure beside its region's and all trusts'.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LineRow {
    /// The group's key, or `gap`.
    pub group: &'static str,
    /// The regional rule's key.
    pub regional: &'static str,
    /// The figure.
    pub figure: Option<Figure>,
    /// `published`, or the reason why there is none.
    pub status: &'static str,
    /// The interval.
    #[serde(flatten)]
    pub ends: Ends,
    /// The effective number of pupils.
    pub effective_pupils: Option<f64>,
    /// The rank among all eligible trusts.
    pub rank: RankRow,
    /// The rank in its region.
    pub regional_rank: RankRow,
    /// The figure of its region's trusts with its interval: pupil sampling only.
    pub region: AreaRow,
    /// That of all eligible trusts.
    pub national: AreaRow,
    /// The Department's figure of England's state-funded schools.
    pub state_funded: Option<Figure>,
}

/// A rank with those that cannot be ruled out for this trust alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RankRow {
    /// The rank.
    pub rank: Option<Rank>,
    /// Among so many.
    pub of: Option<usize>,
    /// The best that cannot be ruled out.
    pub low: Option<u32>,
    /// The worst.
    pub high: Option<u32>,
    /// Whether it could be in the top ten.
    pub could_be_top_ten: Option<bool>,
}

/// A figure of a part of the country.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct AreaRow {
    /// The figure.
    pub figure: Option<Figure>,
    /// Its interval.
    #[serde(flatten)]
    pub ends: Ends,
}

/// The second gap.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SecondGapRow {
    /// The other pupils' figure of all eligible trusts.
    pub others: Figure,
    /// The second gap.
    pub figure: Option<Figure>,
    /// `published`, or the reason why there is none.
    pub status: &'static str,
    /// Its interval.
    #[serde(flatten)]
    pub ends: Ends,
    /// That of its region's trusts.
    pub region: Option<Figure>,
    /// That of all eligible trusts.
    pub national: Option<Figure>,
    /// The other pupils' figure of England's state-funded schools as published.
    pub state_funded_others: Option<Figure>,
    /// The trust's gap against that.
    pub against_state_funded: Option<Figure>,
}

impl ProfileReport {
    /// The document of a trust.
    #[must_use]
    pub fn new(
        profile: &Profile,
        measures: &[MeasureProfile],
        similar: Option<SimilarRow>,
        interval_choices: &IntervalChoices,
    ) -> Self {
        let rules = &profile.rules;
        let schools = profile.schools.iter();
        let context = |context: &Context| ContextRow(context.clone());
        Self {
            uid: Rc::clone(&profile.uid),
            name: Rc::clone(&profile.name),
            region: profile.region.map(Region::name),
            year: profile.year.map(|year| year.to_string()),
            basis: profile.basis.key(),
            rules: RuleRow::new(rules),
            level: interval_choices.level.percent(),
            kind: RankKind::Marginal.key(),
            pupils: GroupNumbers::new(&profile.pupils),
            schools_counted: profile.schools_counted,
            computed_from_schools: profile.detail.and_then(Value::figure),
            schools: schools
                .map(|school| ProfileSchoolRow::new(school, rules))
                .collect(),
            measure: rules.measure.key(),
            group: rules.focus.key(),
            left_out: profile.left_out.clone(),
            context: ContextRows {
                trust: context(&profile.context),
                region: context(&profile.region_context),
                national: context(&profile.all_context),
            },
            measures: measures.iter().map(MeasureRow::new).collect(),
            similar,
        }
    }
}

impl GroupNumbers {
    const fn new(numbers: &ByGroup<Option<f64>>) -> Self {
        Self {
            all: *numbers.get(Group::All),
            disadvantaged: *numbers.get(Group::Disadvantaged),
            other: *numbers.get(Group::Other),
        }
    }
}

impl ProfileSchoolRow {
    fn new(school: &ProfileSchool, rules: &Rules) -> Self {
        Self {
            part: Record::new(
                &school_columns(rules),
                &(&school.figures, &school.part, school.share),
            ),
            school_type: type_key(school.school_type),
            region: school.figures.region.map(Region::name),
            context: ContextRow(school.context.clone()),
        }
    }
}

impl MeasureRow {
    fn new(measure: &MeasureProfile) -> Self {
        let (ground, sd) = ground_row(measure.ground);
        Self {
            measure: measure.measure.key(),
            ground,
            sd,
            is_upper_bound: measure.is_upper_bound,
            groups: measure.lines.iter().map(LineRow::new).collect(),
            second_gap: measure.second_gap.as_ref().map(SecondGapRow::new),
        }
    }
}

/// `published`, or the reason why there is no figure.
pub(super) fn status(value: Value) -> &'static str {
    value.missing().map_or("published", Missing::reason)
}

impl LineRow {
    fn new(line: &ProfileLine) -> Self {
        Self {
            group: line.focus.key(),
            regional: line.regional.key(),
            figure: line.value.figure(),
            status: status(line.value),
            ends: line.precision.into(),
            effective_pupils: line.precision.and_then(|of| of.effective_pupils),
            rank: RankRow::new(line.rank, line.rank_range),
            regional_rank: RankRow::new(line.regional_rank, line.regional_rank_range),
            region: AreaRow {
                figure: line.region.0,
                ends: line.region.1.into(),
            },
            national: AreaRow {
                figure: line.all.0,
                ends: line.all.1.into(),
            },
            state_funded: line.state_funded.and_then(Value::figure),
        }
    }
}

impl RankRow {
    fn new(rank: Option<(Rank, usize)>, range: Option<TrustRank>) -> Self {
        Self {
            rank: rank.map(|(rank, _)| rank),
            of: rank.map(|(_, of)| of),
            low: range.map(|range| range.low),
            high: range.map(|range| range.high),
            could_be_top_ten: range.map(|range| range.could_be_top_ten),
        }
    }
}

impl SecondGapRow {
    fn new(line: &SecondGapLine) -> Self {
        Self {
            others: line.against.others,
            figure: line.value.figure(),
            status: status(line.value),
            ends: line.precision.into(),
            region: line.region.figure(),
            national: line.all.figure(),
            state_funded_others: line.against.national_others,
            against_state_funded: line.national.and_then(Value::figure),
        }
    }
}
