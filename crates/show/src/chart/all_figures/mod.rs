//! All figures of a year as rows to compute with: one for each trust, region and area and for England, of each measure
//! and group of pupils.
//!
//! All of them are in one file, in which a column says what a row is about, as in the Department's own tidy files: a
//! program takes the rows that it needs, and nothing has to be joined. A column has numbers or blanks, and why a figure
//! is missing is in a column of its own: programs read a column that has a word in it as words.

mod words;

use method::{Analysis, AreaFigures, Family, FamilyRanks, Precision, TrustFigures, TrustRank, possible_ranks};
use records::model::Basis;
use records::terms::{Figure, Missing, Region, Value};

use crate::chart::words::heads;
use crate::export::words::origin;

use super::bounds::{Bounds, bound_columns};
use super::table::{self, Cell, Table};
use super::trust::unit_of;

/// What a row is about.
enum Line<'a> {
    /// All eligible trusts.
    England(&'a AreaFigures),
    Region(Region, &'a AreaFigures),
    /// An area of the user's own, by its name.
    Area(&'a str, &'a AreaFigures),
    /// A trust, with the ranks that it could have in its region.
    Trust(&'a TrustFigures, Option<TrustRank>),
}

impl Line<'_> {
    const fn level(&self) -> &'static str {
        match self {
            Self::England(_) => words::ENGLAND,
            Self::Region(..) => words::REGION,
            Self::Area(..) => words::AREA,
            Self::Trust(..) => words::TRUST,
        }
    }

    fn name(&self) -> Cell {
        match self {
            Self::England(_) => heads::ALL_ELIGIBLE_TRUSTS.into(),
            Self::Region(region, _) => region.name().into(),
            Self::Area(name, _) => (*name).into(),
            Self::Trust(trust, _) => Cell::name(&trust.name),
        }
    }

    const fn region(&self) -> Option<Region> {
        match self {
            Self::England(_) | Self::Area(..) => None,
            Self::Region(region, _) => Some(*region),
            Self::Trust(trust, _) => trust.region,
        }
    }

    const fn trust(&self) -> Option<&TrustFigures> {
        match self {
            Self::Trust(trust, _) => Some(trust),
            Self::England(_) | Self::Region(..) | Self::Area(..) => None,
        }
    }

    const fn area(&self) -> Option<&AreaFigures> {
        match self {
            Self::England(area) | Self::Region(_, area) | Self::Area(_, area) => Some(area),
            Self::Trust(..) => None,
        }
    }

    const fn possible(&self) -> Option<TrustRank> {
        match self {
            Self::Trust(_, possible) => *possible,
            Self::England(_) | Self::Region(..) | Self::Area(..) => None,
        }
    }

    fn value(&self) -> Value {
        let of_area = |area: &AreaFigures| {
            area.figure
                .map_or(Value::Missing(Missing::NotAvailable), Value::Published)
        };
        match self {
            Self::England(area) | Self::Region(_, area) | Self::Area(_, area) => of_area(area),
            Self::Trust(trust, _) => trust.value(),
        }
    }

    /// The figure with its precision, and whose arithmetic it is.
    fn bounds(&self, basis: Basis) -> Option<Bounds> {
        let (basis, precision): (Basis, Option<Precision>) = match self {
            Self::England(area) | Self::Region(_, area) | Self::Area(_, area) => (Basis::Computed, area.precision),
            Self::Trust(trust, _) => (basis, trust.precision),
        };
        Bounds::new(self.value().figure(), basis, precision)
    }

    fn figure(&self, basis: Basis) -> Cell {
        let shown = |figure: Figure| match self {
            // A mean has decimals even where those behind it have none.
            Self::England(_) | Self::Region(..) | Self::Area(..) => Cell::Figure(figure),
            Self::Trust(..) => Cell::of_trust(Value::Published(figure), basis),
        };
        or_blank(self.value().figure().map(shown))
    }
}

/// All rows of an analysis: those of one measure and group. With `ranked`, every region's trusts with their ranks, each
/// trust has the ranks that it could have in its region.
///
/// ```
/// use method::{Rules, analyse, regional_ranks};
/// use read::layout::read_file;
/// use records::model::Library;
/// use show::chart::all_figures_table;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,20%\n2,TWO,London,400,25%,SUPPMAT\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// let table = all_figures_table(&analysis, Some(&regional_ranks(&analysis)));
/// let levels: Vec<String> = table.rows.iter().map(|row| row[1].text()).collect();
/// assert_eq!(levels, ["England", "Region", "Trust", "Trust"]);
/// assert_eq!((table.rows[2][8].data(), table.rows[3][8].data()), ("20".to_owned(), String::new()));
/// ```
#[must_use]
pub fn all_figures_table(analysis: &Analysis, ranked: Option<&[(Family, FamilyRanks)]>) -> Table {
    let mut lines = vec![Line::England(&analysis.all)];
    let regions = analysis.regions.iter();
    lines.extend(regions.map(|of| Line::Region(of.region, &of.area)));
    let areas = analysis.areas.iter();
    lines.extend(areas.map(|of| Line::Area(&of.area.name, &of.figures)));
    let mut possible = ranked
        .map(|ranked| possible_ranks(analysis, ranked))
        .unwrap_or_default();
    possible.resize(analysis.trusts.len(), None);
    let trusts = analysis.trusts.iter().zip(possible);
    lines.extend(trusts.map(|(trust, possible)| Line::Trust(trust, possible)));
    Table::new(words::CAPTION, &columns(analysis, ranked.is_some()), lines)
}

fn columns(analysis: &Analysis, with_possible: bool) -> Vec<table::Column<'_, Line<'_>>> {
    type Column<'a> = table::Column<'a, Line<'a>>;
    let (rules, basis) = (&analysis.rules, analysis.basis);
    let unit = unit_of(rules.measure.unit(), rules.focus);
    let mut columns = vec![
        Column::words(origin::YEAR, |_| or_blank(analysis.year.map(|year| year.to_string()))),
        Column::words(words::LEVEL, |of| of.level().into()),
        Column::words(words::NAME, Line::name),
        Column::words(heads::UID, |of| or_blank(of.trust().map(|trust| &*trust.uid))),
        Column::words(heads::REGION, |of| or_blank(of.region().map(Region::name))),
        Column::words(words::MEASURE_KEY, |_| rules.measure.key().into()),
        Column::words(origin::MEASURE, |_| rules.measure.name().into()),
        Column::words(origin::GROUP, |_| rules.focus.name().into()),
        Column::numbers(heads::FIGURE, move |of| of.figure(basis)),
    ];
    let bounds = bound_columns(analysis.level(), "", move |of: &Line<'_>| of.bounds(basis));
    columns.extend(bounds.map(|column| column.except(move |of| of.bounds(basis).is_none().then_some(BLANK))));
    columns.extend([
        Column::words(words::UNIT, move |_| unit.into()),
        Column::numbers(heads::RANK_IN_REGION, |of| {
            or_blank(of.trust().and_then(TrustFigures::regional_rank))
        }),
    ]);
    if with_possible {
        columns.extend([
            Column::numbers(words::BEST_POSSIBLE, |of| or_blank(of.possible().map(|rank| rank.low))),
            Column::numbers(words::WORST_POSSIBLE, |of| {
                or_blank(of.possible().map(|rank| rank.high))
            }),
            Column::words(words::COULD_BE_TOP_TEN, |of| {
                or_blank(of.possible().map(|rank| rank.could_be_top_ten))
            }),
        ]);
    }
    columns.extend([
        Column::numbers(heads::RANK_IN_ENGLAND, |of| {
            or_blank(of.trust().and_then(TrustFigures::rank))
        }),
        Column::numbers(words::PUPILS, |of| or_blank(of.trust().and_then(|trust| trust.pupils))),
        Column::numbers(words::TRUSTS_WITH_FIGURE, |of| {
            or_blank(of.area().map(|area| area.published))
        }),
        Column::words(words::REGIONAL_FIGURE, |of| {
            or_blank(of.area().map(|_| rules.regional.name()))
        }),
        Column::words(words::WHY_MISSING, |of| {
            or_blank(of.value().missing().map(Missing::reason))
        }),
    ]);
    columns
}

/// Nothing, for programs that read numbers.
const BLANK: Cell = Cell::Nothing("");

fn or_blank<T: Into<Cell>>(value: Option<T>) -> Cell {
    value.map_or(BLANK, Into::into)
}
