//! The regions and other parts of the country in the document of an analysis.

use method::{Analysis, AreaFigures, LocalArea, RegionFigures, Scope, published_for};
use records::ByGroup;
use records::terms::{Authority, Value};

use crate::chart::{Cell, Record};

use super::certainty::ends;
use super::chance_rows::part_gap;

/// A region: its trusts with a published figure, its eligible ones, its figure with the interval (pupil sampling only)
/// and its gap.
pub(super) fn region(of: &RegionFigures, analysis: &Analysis) -> Record {
    let name = Record::from([("name", of.region.name().into())]);
    name.and(counts(&of.area))
        .and(ends(of.area.precision))
        .and([gap(&of.area)])
        .and([("gap_within", part_gap(analysis, Scope::Region(of.region)))])
}

/// An area, with its authorities.
pub(super) fn area(local: &LocalArea, analysis: &Analysis) -> Record {
    let authorities = local.authorities.iter().map(|(code, values)| {
        let authority = Authority::of_code(*code);
        Record::from([
            ("code", usize::from(*code).into()),
            ("name", Cell::known(authority.map(|of| of.name))),
            // Of all its schools, as the Department publishes them.
            ("figure", published_total(values.as_ref(), analysis)),
        ])
    });
    let name = Record::from([
        ("name", Cell::words(&*local.area.name)),
        ("authorities", Cell::Records(authorities.collect())),
    ]);
    name.and(counts(&local.figures))
        .and([gap(&local.figures)])
        .and([("gap_within", part_gap(analysis, Scope::Area(&local.area)))])
}

fn counts(area: &AreaFigures) -> Record {
    Record::from([
        ("trusts", area.published.into()),
        ("eligible", area.eligible.into()),
        ("figure", area.figure.into()),
    ])
}

fn gap(area: &AreaFigures) -> (&'static str, Cell) {
    ("gap", area.pair.map(|pair| pair.gap).into())
}

/// What the Department publishes of all schools, of the group or the gap.
pub(super) fn published_total(values: Option<&ByGroup<Value>>, analysis: &Analysis) -> Cell {
    let value = values.map(|values| published_for(analysis, values));
    value.and_then(Value::figure).into()
}
