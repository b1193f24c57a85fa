//! Shrunken figures, chances of ranks and the gap within schools, as parts of documents.

use method::{
    Analysis, FamilyChances, FiguresTowards, GapWithin, Line, Scope, TrustChances, TrustTowards, part_gap_within,
    trust_gap_within,
};
use stats::Interval;

use crate::chart::{Cell, Record};

/// The shrunken figures and the chances of an analysis's trusts, in its order: computed once for a document.
pub(super) struct Chances {
    towards: Option<FiguresTowards>,
    pub(super) trusts: Vec<TrustChance>,
}

/// A trust's shrunken figure and the chances of its ranks in England and in its region; `None` where it has none.
#[derive(Clone, Copy, Default)]
pub(super) struct TrustChance {
    pub(super) towards: Option<TrustTowards>,
    pub(super) england: Option<TrustChances>,
    pub(super) region: Option<TrustChances>,
}

impl Chances {
    pub(super) fn new(analysis: &Analysis) -> Self {
        let towards = FiguresTowards::mean(analysis);
        let mut trusts = vec![TrustChance::default(); analysis.trusts.len()];
        if let Some(towards) = &towards {
            for (trust, towards) in trusts.iter_mut().zip(&towards.trusts) {
                trust.towards = *towards;
            }
            let family = |scope| FamilyChances::new(analysis, towards, scope).map_or_else(Vec::new, |of| of.all());
            for (index, chances) in family(Scope::All) {
                if let Some(trust) = trusts.get_mut(index) {
                    trust.england = Some(chances);
                }
            }
            for region in &analysis.regions {
                for (index, chances) in family(Scope::Region(region.region)) {
                    if let Some(trust) = trusts.get_mut(index) {
                        trust.region = Some(chances);
                    }
                }
            }
        }
        Self { towards, trusts }
    }

    /// What figures are shrunken towards, and by how much they differ about it.
    pub(super) fn record(&self) -> Option<Record> {
        self.towards.as_ref().map(towards_record)
    }
}

fn towards_record(towards: &FiguresTowards) -> Record {
    let line = match towards.line {
        Line::Mean => "mean",
        Line::Context => "context",
    };
    Record::from([
        // Of all trusts, or what trusts in a like context have.
        ("towards", line.into()),
        ("mean", towards.mean.into()),
        // The standard deviation of true figures about the line (tau), in the figures' unit. With 0 chance alone could
        // explain how they differ, and no trust has chances.
        ("tau", towards.spread.into()),
        // How much of the differences is not chance, 0 to 1.
        ("rankability", towards.rankability.into()),
    ])
}

/// The document of the trust with this index in the analysis, with the chances of its ranks and its gap within schools,
/// both of the measure and group in force.
#[must_use]
pub fn with_chances(report: Record, analysis: &Analysis, index: usize) -> Record {
    report.and([
        // Null if it has none.
        ("chances", trust_chances(analysis, index)),
        // Null where figures are as published.
        ("gap_within", trust_gap(analysis, index)),
    ])
}

/// The shrunken figure of one trust with its intervals, and the chances of its ranks; null where it has none.
fn trust_chances(analysis: &Analysis, index: usize) -> Cell {
    let found = FiguresTowards::mean(analysis).and_then(|towards| {
        let of = towards.of(index)?;
        let region = analysis.trusts.get(index)?.region;
        let in_part = |scope| in_family(&FamilyChances::new(analysis, &towards, scope)?, index);
        let robust = of.robust_interval(analysis.level());
        let ends = |low, high, interval: Option<Interval>| {
            [
                (low, Cell::known(interval.map(Interval::low))),
                (high, Cell::known(interval.map(Interval::high))),
            ]
        };
        let record = towards_record(&towards)
            .and([("shrunken", of.figure.into()), ("kept", of.kept.into())])
            // If true figures are normal about the line.
            .and(ends("low", "high", of.interval))
            // Whatever their distribution about it.
            .and(ends("robust_low", "robust_high", robust));
        let region = region.and_then(|region| in_part(Scope::Region(region)));
        Some(record.and([
            ("england", Cell::known(in_part(Scope::All))),
            ("region", Cell::known(region)),
        ]))
    });
    Cell::known(found)
}

/// A trust among those of a part of the country.
fn in_family(family: &FamilyChances, index: usize) -> Option<Record> {
    let chances = family.of(index)?;
    Some(Record::from([
        ("of", chances.among.into()),
        ("expected_rank", chances.expected_rank.into()),
        // 0 to 1.
        ("chance_top_ten", chances.top_ten.into()),
        ("chance_fifths", fifths(chances.fifths)),
    ]))
}

/// The chance of each fifth of the list, the best first; null with fewer than 20 trusts.
pub(super) fn fifths(chances: Option<[f64; 5]>) -> Cell {
    chances.map_or_else(Cell::none, |chances| Cell::List(chances.map(Cell::from).to_vec()))
}

/// The gap of a part of the country within and between schools; null where figures are as published.
pub(super) fn part_gap(analysis: &Analysis, scope: Scope<'_>) -> Cell {
    Cell::known(part_gap_within(analysis, scope).map(|of| gap_record(&of)))
}

/// The gap of a trust, its region and England within and between schools.
fn trust_gap(analysis: &Analysis, index: usize) -> Cell {
    let trust = analysis.trusts.get(index);
    let own = trust.and_then(|trust| trust_gap_within(analysis, trust));
    let region = trust.and_then(|trust| trust.region);
    Cell::Record(Record::from([
        ("trust", Cell::known(own.map(|of| gap_record(&of)))),
        (
            "region",
            region.map_or_else(Cell::none, |region| part_gap(analysis, Scope::Region(region))),
        ),
        ("national", part_gap(analysis, Scope::All)),
    ]))
}

fn gap_record(of: &GapWithin) -> Record {
    Record::from([
        // Over the schools that have both groups' figures: the sum of the two parts.
        ("gap", of.gap.into()),
        ("within", of.within.into()),
        ("between", of.between.into()),
        ("schools", of.schools.into()),
        ("left_out", of.left_out.into()),
        // Under the rules in force.
        ("shown", of.shown.into()),
    ])
}
