//! How much of a gap is inside the same school, and how much between schools: a sentence and a table.

mod words;

use method::{Analysis, GapWithin, Scope, part_gap_within, trust_gap_within};
use records::terms::{Figure, Focus, Region};

use super::table::{Caption, Cell, Column, Table};
use super::trust::unit_of;

/// The two parts of a gap in sentences, with both gaps and how many schools are left out.
///
/// ```
/// use method::GapWithin;
/// use records::terms::{Figure, Unit};
/// use show::chart::gap_within_in_words;
/// let points = |number| Figure::new(number, Unit::Percent).unwrap();
/// let gap = GapWithin {
///     gap: points(22.0),
///     within: points(19.2),
///     between: points(2.8),
///     schools: 3,
///     left_out: 1,
///     shown: Some(points(21.4)),
/// };
/// assert_eq!(
///     gap_within_in_words("Alder Trust", &gap),
///     "Alder Trust: of a gap of 22.0 percentage points, 19.2 is inside the same school and 2.8 is between schools. \
///      Between schools: disadvantaged pupils are more often in schools where other pupils do worse, too. This counts \
///      3 schools with figures of both groups, and leaves out 1 school. The gap under the rules in force is 21.4 \
///      percentage points."
/// );
/// ```
#[must_use]
pub fn gap_within_in_words(name: &str, of: &GapWithin) -> String {
    words::sentences(name, of)
}

/// The gap within and between schools of some trusts, by their indices in the analysis, of these regions, and of all
/// trusts; `None` if figures are as published, which do not say what schools have.
#[must_use]
pub fn gap_within_table(analysis: &Analysis, trusts: &[usize], regions: &[Region]) -> Option<Table> {
    let trusts = trusts.iter().filter_map(|index| {
        let trust = analysis.trusts.get(*index)?;
        Some((trust.readable_name.to_string(), trust_gap_within(analysis, trust)?))
    });
    let regions = regions.iter().filter_map(|region| {
        let of = part_gap_within(analysis, Scope::Region(*region))?;
        Some((region.name().to_owned(), of))
    });
    let all = (words::ALL_TRUSTS.to_owned(), part_gap_within(analysis, Scope::All)?);
    let rows: Vec<Row> = trusts.chain(regions).chain([all]).collect();
    Some(Table::new(
        Caption::new(words::TITLE, words::MEANING),
        &columns(unit_of(analysis.rules.measure.unit(), Focus::Gap)),
        &rows,
    ))
}

/// A name and the parts of its gap.
type Row = (String, GapWithin);

fn columns(unit: &str) -> [Column<'_, Row>; 7] {
    let gap = |head: &str, gap: fn(&GapWithin) -> Figure| {
        Column::numbers(head, move |(_, of): &Row| Cell::Figure(gap(of))).in_unit(unit)
    };
    [
        Column::words(words::OF, |(name, _): &Row| Cell::words(&**name)),
        gap(words::GAP, |of| of.gap),
        gap(words::WITHIN, |of| of.within),
        gap(words::BETWEEN, |of| of.between),
        Column::numbers(words::SCHOOLS, |(_, of): &Row| Cell::Count(of.schools)),
        Column::numbers(words::LEFT_OUT, |(_, of): &Row| Cell::Count(of.left_out)),
        Column::numbers(words::SHOWN, |(_, of): &Row| {
            of.shown.map_or(Cell::Nothing(words::NO_GAP), Cell::Figure)
        })
        .in_unit(unit),
    ]
}
