//! The trusts in the most similar contexts as a part of a document.

use method::{Analysis, Neighbour, Similar, Standing};
use records::terms::{ContextPart, Missing};

use crate::chart::similar::words::left_out_because;
use crate::chart::{Cell, Record};
use crate::export::words::similar_rows as words;

/// A trust's nearest trusts by context, the nearest first.
#[must_use]
pub fn similar_trusts(analysis: &Analysis, similar: &Similar) -> Record {
    let parts = similar.parts.iter().map(|scale| {
        Record::from([
            ("part", scale.part.key().into()),
            ("weight", scale.weight.into()),
            // Its standard deviation over the eligible trusts, in its own unit.
            ("sd", scale.sd.into()),
        ])
    });
    let left_out = similar.left_out.iter();
    let left_out = left_out.map(|(part, why)| left_out_part(*part, left_out_because(*why)));
    let neighbours = similar.neighbours.iter();
    let trusts = neighbours.filter_map(|one| neighbour(analysis, one));
    Record::from([
        // The measure by which they do better or worse, and its group.
        ("measure", analysis.rules.measure.key().into()),
        ("group", analysis.rules.focus.key().into()),
        // The parts of which distances are made, and those that have a weight and are left out.
        ("parts", Cell::Records(parts.collect())),
        ("left_out", Cell::Records(left_out.collect())),
        // Trusts too little known to be compared.
        ("without", similar.without.into()),
        // Whose comparisons the critical value is for, and that value, in standard errors of a difference.
        ("family", words::family(similar.neighbours.len()).into()),
        ("critical", Cell::known(similar.critical)),
        ("trusts", Cell::Records(trusts.collect())),
    ])
}

fn left_out_part(part: ContextPart, reason: &str) -> Record {
    Record::from([("part", part.key().into()), ("reason", reason.into())])
}

fn neighbour(analysis: &Analysis, neighbour: &Neighbour) -> Option<Record> {
    let trust = analysis.trusts.get(neighbour.index)?;
    let comparison = neighbour.comparison;
    let interval = comparison.map(|comparison| comparison.interval);
    let standing = match neighbour.standing {
        Standing::Better => "better",
        Standing::Alike => "alike",
        Standing::Worse => "worse",
        // One of the two has no figure.
        Standing::Unknown => "unknown",
    };
    let differences = neighbour.differences.iter();
    let differences: Record = differences.map(|one| (one.part.key(), one.difference.into())).collect();
    let lacking = neighbour.lacking.iter();
    let lacking = lacking.map(|(part, reason)| left_out_part(*part, Missing::reason(*reason)));
    Some(Record::from([
        ("uid", Cell::words(&*trust.uid)),
        ("name", Cell::name(&trust.name)),
        ("region", Cell::Region(trust.region)),
        // In standard deviations.
        ("distance", neighbour.distance.into()),
        ("figure", trust.figure().into()),
        ("standing", standing.into()),
        // Its figure less the trust's own, with the interval at the critical value.
        ("difference", comparison.map(|of| of.difference).into()),
        ("low", Cell::known(interval.map(|of| of.low()))),
        ("high", Cell::known(interval.map(|of| of.high()))),
        // Null if one of the two has no interval.
        (
            "distinguishable",
            Cell::known(comparison.map(|of| of.is_distinguishable)),
        ),
        // Each part less the trust's own.
        ("differences", differences.into()),
        ("lacking", Cell::Records(lacking.collect())),
    ]))
}
