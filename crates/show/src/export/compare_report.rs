//! Two to six trusts side by side as one document.

use method::{ComparedFigure, ComparedMeasure, ComparedTrust, IntervalChoices};
use records::terms::AcademicYear;

use crate::chart::pair::words::chosen_trusts;
use crate::chart::{Cell, Record, pair_columns, pairs};

use super::certainty::ends;
use super::context_rows::context;
use super::profile_report::status;

/// The document of trusts, in the order in which they were named, and what is compared of them. Missing numbers are
/// null, percentages are 0 to 100.
#[must_use]
pub fn compare_report(
    year: Option<AcademicYear>,
    basis: &'static str,
    trusts: &[ComparedTrust],
    measures: &[ComparedMeasure],
    interval_choices: &IntervalChoices,
) -> Record {
    let measures = measures.iter().map(|measure| compared(measure, trusts));
    let trusts = trusts.iter().map(|trust| {
        Record::from([
            ("uid", Cell::words(&*trust.uid)),
            ("name", Cell::name(&trust.name)),
            ("region", Cell::Region(trust.region)),
            // At the end of key stage 4.
            ("pupils", Cell::known(trust.pupils)),
            ("context", context(&trust.context)),
        ])
    });
    Record::from([
        ("year", Cell::known(year.map(|year| year.to_string()))),
        // `computed` from schools or as `published` for trusts.
        ("basis", basis.into()),
        // The level of intervals and comparisons, in percent.
        ("level", interval_choices.level.percent().into()),
        ("trusts", Cell::Records(trusts.collect())),
        ("measures", Cell::Records(measures.collect())),
    ])
}

/// The trusts in a measure for a group, or by their gaps.
fn compared(measure: &ComparedMeasure, trusts: &[ComparedTrust]) -> Record {
    let figures = measure.figures.iter().zip(trusts);
    let figures = figures.map(|(figure, trust)| of_trust(figure, trust));
    let pairs = Record::all(&pair_columns(measure.measure.unit()), pairs(trusts, &measure.pairs));
    Record::from([
        ("measure", measure.measure.key().into()),
        // The group's key, or `gap`.
        ("group", measure.focus.key().into()),
        // The trusts whose pairs the critical value is for: those named that have an interval; and that value, in
        // standard errors of a difference.
        ("family", chosen_trusts(measure.family).into()),
        ("critical", Cell::known(measure.critical)),
        ("figures", Cell::Records(figures.collect())),
        ("pairs", Cell::Records(pairs)),
    ])
}

fn of_trust(figure: &ComparedFigure, trust: &ComparedTrust) -> Record {
    let value = Record::from([
        ("uid", Cell::words(&*trust.uid)),
        ("figure", figure.value.figure().into()),
        ("status", status(figure.value)),
    ]);
    value.and(ends(figure.precision)).and([
        ("rank", Cell::known(figure.rank)),
        ("regional_rank", Cell::known(figure.regional_rank)),
    ])
}
