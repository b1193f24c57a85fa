//! The chances of a trust's ranks: a sentence to say aloud, a small picture, and the table of all trusts.

mod words;

pub use words::chance_in_words;

use method::{Analysis, FamilyChances, FamilyOf, FiguresTowards, Line, TrustChances, TrustTowards};
use plot::{Along, Axis, Ink, Mark, Plot, Subject, Width};
use records::terms::Figure;
use records::terms::order::sorted_by_key;
use stats::ranks::RankDistribution;

use crate::chart::key::{KeyItem, Sign, words as key};
use crate::chart::words::heads;

use super::bounds::interval_columns;
use super::table::{Caption, Cell, Column, Table};
use super::top_ten::figure_column;
use super::trust::{Trust, TrustColumn, unit_of};
use super::{Chart, inks, of_analysis};

/// The number of ranks in a top ten.
const TEN: usize = 10;

/// "Reach South has about 1 chance in 5 of being in the South West's top ten", without a full stop.
#[must_use]
pub fn top_ten_chance_in_words(name: &str, of: &FamilyOf, chances: TrustChances) -> String {
    if chances.among <= TEN {
        words::room_for_all(name, of)
    } else {
        words::top_ten(name, of, chances.top_ten)
    }
}

/// What chances of ranks rest on and do not say; or, where chance alone could explain how trusts differ, why there are
/// none.
#[must_use]
pub fn chances_meaning_in_words(towards: &FiguresTowards) -> String {
    if towards.is_chance_alone() {
        words::CHANCE_ALONE.to_owned()
    } else {
        words::meaning(towards.line)
    }
}

/// The chart as data: the chance of each rank of one trust.
///
/// ```
/// use method::{FamilyChances, FiguresTowards, Rules, Scope, analyse};
/// use read::layout::read_file;
/// use records::model::Library;
/// use show::chart::{Chart, RankChancesChart};
/// let mut csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
///                PTL2BASICS_95_WGTAVG_FSM6CLA1A\n".to_owned();
/// for uid in 0..24 {
///     csv.push_str(&format!("{uid},TRUST {uid},London,400,25%,{}%\n", 10 + 2 * uid));
/// }
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// let towards = FiguresTowards::mean(&analysis).unwrap();
/// let family = FamilyChances::new(&analysis, &towards, Scope::All).unwrap();
/// let chart = RankChancesChart::new(&analysis, &towards, &family, 12).unwrap();
/// assert_eq!(chart.title(), "Trust 11 has about 1 chance in 7 of being in England\u{2019}s top ten");
/// assert_eq!(chart.table().rows.len(), 24);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct RankChancesChart {
    title: String,
    subtitle: String,
    line: Line,
    brief: TrustChances,
    ranks: RankDistribution,
}

impl RankChancesChart {
    /// The chart of the trust with this index in the analysis; `None` if it is not in the family.
    #[must_use]
    pub fn new(analysis: &Analysis, towards: &FiguresTowards, family: &FamilyChances, index: usize) -> Option<Self> {
        let name = &analysis.trusts.get(index)?.readable_name;
        let brief = family.of(index)?;
        Some(Self {
            title: of_analysis(analysis, top_ten_chance_in_words(name, &family.of, brief)),
            subtitle: words::subtitle(brief.among),
            line: towards.line,
            ranks: family.distribution(index)?,
            brief,
        })
    }

    /// The rank to be expected and the chance of each fifth, where there are enough trusts.
    #[must_use]
    pub fn sentences(&self) -> Vec<String> {
        let expected = words::expected(self.brief.expected_rank, self.brief.among);
        let fifths = self.brief.fifths.map(words::fifths);
        std::iter::once(expected).chain(fifths).collect()
    }

    /// The steps of some ranks, as one area, which says their chance together.
    fn area(&self, (first, last): (usize, usize), ink: Ink) -> Option<Mark> {
        let chances = self.ranks.chances().get(first - 1..last)?;
        let steps = (first..).zip(chances).flat_map(|(rank, chance)| {
            let heights = [0.0, 100.0 * chance].map(Along::number);
            [-HALF, HALF].map(|side| (rank as f64 + side, heights))
        });
        let about = words::ranks((first, last), chances.iter().sum());
        let area = Mark::area(steps).ink(ink);
        Some(area.about(Subject::new(format!("ranks-{first}"), about)))
    }
}

/// Half the width of a rank's bar, in ranks.
const HALF: f64 = 0.5;

impl Chart for RankChancesChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
    }

    fn description(&self) -> String {
        let mut said = vec![self.title.clone()];
        said.extend(self.sentences());
        format!("{}. {}", said.join(". "), words::meaning(self.line))
    }

    fn table(&self) -> Table {
        let columns = [
            Column::numbers(heads::RANK, |rank: &usize| Cell::Count(*rank)),
            Column::numbers(words::CHANCE, |rank: &usize| {
                let chance = self.ranks.chances().get(rank - 1);
                chance.map_or_else(Cell::none, |chance| Cell::Share(*chance))
            }),
            Column::numbers(words::THIS_RANK_OR_BETTER, |rank: &usize| {
                Cell::Share(self.ranks.at_most(*rank))
            }),
        ];
        let rows: Vec<usize> = (1..=self.brief.among).collect();
        let meaning = format!("{}. {}", self.sentences().join(". "), words::meaning(self.line));
        Table::new(Caption::new(&*self.title, meaning), &columns, &rows)
    }

    fn key(&self) -> Vec<KeyItem> {
        vec![
            KeyItem::new(Sign::Area, inks::SOLID, key::RANKS_OF_TOP_TEN),
            KeyItem::new(Sign::Area, inks::CONNECTOR, key::OTHER_RANKS),
        ]
    }

    fn plot(&self, width: Width) -> Plot {
        let among = self.brief.among;
        let most = self.ranks.chances().iter().copied().fold(0.0, f64::max);
        // There are no ranks between whole numbers.
        let rank = |number: f64| match number.fract() {
            0.0 => number.to_string(),
            _ => String::new(),
        };
        let across = Axis::numbers(1.0 - HALF, among as f64 + HALF).labels(rank);
        let up = Axis::numbers(0.0, 110.0 * most).labels(|number| number.to_string());
        let mut plot = Plot::plane(width, [across, up], [170.0, 190.0], [34.0, 44.0]);
        let quiet = |text: Mark| text.size(12.0).ink(Ink::QUIET);
        plot.mark(quiet(
            Mark::text(words::CHANCE_AXIS, Along::START).y(Along::START.by(10.0)),
        ));
        plot.mark(quiet(
            Mark::text(words::RANK_AXIS, Along::TO)
                .y(Along::TO.by(34.0))
                .ends_here(),
        ));
        let ten = TEN.min(among);
        plot.marks(self.area((1, ten), inks::SOLID));
        if among > ten {
            plot.marks(self.area((ten + 1, among), inks::CONNECTOR));
            let end = ten as f64 + HALF;
            plot.mark(Mark::vertical(end).ink(inks::MEAN));
            let top_ten = Mark::text(words::TOP_TEN, Along::number(end).by(-3.0)).y(Along::FROM.by(-5.0));
            plot.mark(quiet(top_ten.ends_here().within(Along::FROM, Along::TO)));
        }
        plot
    }
}

/// A trust of the table of chances.
struct Row {
    trust: Trust,
    towards: TrustTowards,
    chances: TrustChances,
}

/// Each trust of a family with its figure, the shrunken one with its interval, the rank to be expected and the chance
/// of the top ten; those with the best ranks to be expected first.
#[must_use]
pub fn chances_table(analysis: &Analysis, towards: &FiguresTowards, family: &FamilyChances) -> Table {
    let rows = family.all().into_iter().filter_map(|(index, chances)| {
        Some(Row {
            trust: Trust::new(analysis, analysis.trusts.get(index)?),
            towards: towards.of(index)?,
            chances,
        })
    });
    // To a thousandth of a rank; ties keep the order of the analysis.
    let rows = sorted_by_key(rows.collect(), |row: &Row| (row.chances.expected_rank * 1e3) as i64);
    let rules = &analysis.rules;
    let (head, unit) = (figure_column(analysis), unit_of(rules.measure.unit(), rules.focus));
    let end = |row: &Row, end: fn(stats::Interval) -> f64| {
        let number = row.towards.interval.map(end);
        let figure = number.and_then(|number| Figure::new(number, rules.measure.unit()));
        figure.map_or(Cell::Nothing(words::NO_CHANCES), Cell::Figure)
    };
    let [low, high] = interval_columns(
        analysis.level(),
        unit,
        move |row: &Row| end(row, stats::Interval::low),
        move |row: &Row| end(row, stats::Interval::high),
    );
    let columns = [
        TrustColumn::NAME.of(|row: &Row| &row.trust),
        TrustColumn::FIGURE.headed(&head, |row: &Row| &row.trust),
        Column::numbers(&words::shrunken(&head), |row: &Row| Cell::Figure(row.towards.figure)),
        low,
        high,
        Column::numbers(words::EXPECTED_RANK, |row: &Row| {
            Cell::standard(row.chances.expected_rank)
        }),
        Column::numbers(words::CHANCE_OF_TOP_TEN, |row: &Row| Cell::Share(row.chances.top_ten)),
    ];
    let caption = Caption::new(words::all(&family.of), words::meaning(towards.line));
    Table::new(caption, &columns, &rows)
}
