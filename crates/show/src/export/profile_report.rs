//! Everything about one trust as one document.

use method::{
    IntervalChoices, MeasureProfile, Precision, Profile, ProfileLine, ProfileSchool, Rank, RankKind, Rules,
    SecondGapLine, TrustRank,
};
use records::ByGroup;
use records::terms::{Figure, Group, Missing, Region, Value};

use crate::chart::{Cell, Record};

use super::certainty::{ends, ground_row};
use super::context_rows::{context, type_key};
use super::report::{exclusions, rules_in_force, school_columns};

/// The document of a trust. Missing numbers are null, percentages are 0 to 100.
#[must_use]
pub fn profile_report(
    profile: &Profile,
    measures: &[MeasureProfile],
    similar: Option<Record>,
    interval_choices: &IntervalChoices,
) -> Record {
    let rules = &profile.rules;
    let schools = profile.schools.iter();
    let schools = schools.map(|school| school_record(school, rules));
    let contexts = Record::from([
        ("trust", context(&profile.context)),
        // Its region's eligible trusts', and those of all.
        ("region", context(&profile.region_context)),
        ("national", context(&profile.all_context)),
    ]);
    Record::from([
        ("uid", Cell::words(&*profile.uid)),
        ("name", Cell::name(&profile.name)),
        ("region", Cell::Region(profile.region)),
        ("year", Cell::known(profile.year.map(|year| year.to_string()))),
        // `computed` from schools or as `published` for trusts.
        ("basis", profile.basis.key().into()),
        ("rules", rules_in_force(rules).into()),
        // Of intervals, in percent.
        ("level", interval_choices.level.percent().into()),
        // Ranges of ranks hold for this trust alone.
        ("kind", RankKind::Marginal.key().into()),
        ("pupils", by_group(&profile.pupils).into()),
        ("schools_counted", Cell::known(profile.schools_counted)),
        // Where the figures are as published and the school files cover a part of the country: they serve for detail.
        ("computed_from_schools", profile.detail.and_then(Value::figure).into()),
        // With their parts in the figure of this measure and group; none where figures are as published.
        ("schools", Cell::Records(schools.collect())),
        ("measure", rules.measure.key().into()),
        ("group", rules.focus.key().into()),
        ("left_out", exclusions(&profile.left_out)),
        ("context", contexts.into()),
        ("measures", Cell::Records(measures.iter().map(measure).collect())),
        // Null if no file gives a context.
        ("similar", Cell::known(similar)),
    ])
}

fn by_group(numbers: &ByGroup<Option<f64>>) -> Record {
    Record::from([
        ("all", Cell::known(*numbers.get(Group::All))),
        ("disadvantaged", Cell::known(*numbers.get(Group::Disadvantaged))),
        ("other", Cell::known(*numbers.get(Group::Other))),
    ])
}

fn school_record(school: &ProfileSchool, rules: &Rules) -> Record {
    let part = (&school.figures, &school.part, school.share);
    Record::new(&school_columns(rules), &part).and([
        ("type", type_key(school.school_type).into()),
        // Null if its authority is unknown.
        ("region", Cell::known(school.figures.region.map(Region::name))),
        ("context", context(&school.context)),
    ])
}

fn measure(of: &MeasureProfile) -> Record {
    let (ground, sd) = ground_row(of.ground);
    Record::from([
        ("measure", of.measure.key().into()),
        // What its intervals are based on, as in `analyse`, with the standard deviation of pupils' scores.
        ("ground", ground.into()),
        ("sd", Cell::known(sd)),
        // Whether numbers of pupils are an upper bound of the effective ones.
        ("is_upper_bound", of.is_upper_bound.into()),
        // Each group, and the gap.
        ("groups", Cell::Records(of.lines.iter().map(line).collect())),
        // The disadvantaged pupils against the other pupils of all eligible trusts.
        ("second_gap", Cell::known(of.second_gap.as_ref().map(second_gap))),
    ])
}

/// `published`, or the reason why there is no figure.
pub(super) fn status(value: Value) -> Cell {
    value.missing().map_or("published", Missing::reason).into()
}

/// A trust's figure with its region's and all trusts' figures, whose intervals cover pupil sampling only.
fn line(line: &ProfileLine) -> Record {
    let of_trust = Record::from([
        ("group", line.focus.key().into()),
        ("regional", line.regional.key().into()),
        ("figure", line.value.figure().into()),
        ("status", status(line.value)),
    ]);
    let pupils = line.precision.and_then(|of| of.effective_pupils);
    of_trust.and(ends(line.precision)).and([
        ("effective_pupils", Cell::known(pupils)),
        // Among all eligible trusts, then in its region.
        ("rank", rank(line.rank, line.rank_range)),
        ("regional_rank", rank(line.regional_rank, line.regional_rank_range)),
        ("region", area(line.region)),
        ("national", area(line.all)),
        // The Department's figure of England's state-funded schools.
        ("state_funded", line.state_funded.and_then(Value::figure).into()),
    ])
}

/// A rank with the ranks that cannot be ruled out for this trust alone.
fn rank(rank: Option<(Rank, usize)>, range: Option<TrustRank>) -> Cell {
    let (rank, of) = rank.unzip();
    let could_be = range.map(|range| range.could_be_top_ten);
    Cell::Record(Record::from([
        ("rank", Cell::known(rank)),
        ("of", Cell::known(of)),
        ("low", Cell::known(range.map(|range| range.low))),
        ("high", Cell::known(range.map(|range| range.high))),
        ("could_be_top_ten", Cell::known(could_be)),
    ]))
}

fn area((figure, precision): (Option<Figure>, Option<Precision>)) -> Cell {
    let figure = Record::from([("figure", figure.into())]);
    figure.and(ends(precision)).into()
}

fn second_gap(line: &SecondGapLine) -> Record {
    let own = Record::from([
        // Of all eligible trusts.
        ("others", line.against.others.into()),
        ("figure", line.value.figure().into()),
        ("status", status(line.value)),
    ]);
    own.and(ends(line.precision)).and([
        ("region", line.region.figure().into()),
        ("national", line.all.figure().into()),
        // Of England's state-funded schools as published, and the trust's gap against those.
        ("state_funded_others", line.against.national_others.into()),
        ("against_state_funded", line.national.and_then(Value::figure).into()),
    ])
}
