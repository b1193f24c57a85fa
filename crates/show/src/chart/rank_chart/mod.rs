//! The ranks of a family: each trust's figure with its interval, its rank with the ranks that cannot be ruled out.

pub(super) mod words;

use method::{
    Analysis, Family, FamilyOf, FamilyRanks, IntervalChoices, Precision, RankKind, Scope, ShrunkenFigures, TrustRank,
};
use plot::{self, Along, Ink, Mark, Plot, Rows, Subject, Width};
use records::model::Basis;
use records::terms::order::sorted_by_key;
use records::terms::{Figure, Focus, Unit};
use stats::Level as Confidence;

use crate::chart::key::{KeyItem, Sign, words as key};
use crate::chart::precision::words::effective_pupils;
use crate::chart::words::heads;

use super::adjusted::adjusted_for;
use super::bounds::level_in_words;
use super::could_be::could_be_sentence;
use super::precision::ranks_in_words;
use super::ranked_trusts::possible_columns;
use super::table::{Cell, Column, Table};
use super::top_ten::figure_column;
use super::trust::{Trust, TrustColumn, figure_columns, figure_in_sentence, focus_in_sentence, shown, unit_of};
use super::{Chart, inks, of_loaded, scale};

/// The size of the letters of what is said between rows.
const NOTE_SIZE: f64 = 12.0;

/// The height of a row in a narrow picture, in which names are above the marks, and in a wide one, in pixels.
const NARROW_ROW: f64 = 42.0;
const WIDE_ROW: f64 = 26.0;

/// How many rows are drawn where not all can be.
const MOST_ROWS: usize = 60;

/// The chart as data: the trusts of a family by their rank.
#[derive(Debug, Clone, PartialEq)]
pub struct RankChart {
    title: String,
    subtitle: String,
    caption: String,
    figure_column: String,
    unit: Unit,
    focus: Focus,
    level: Confidence,
    /// Whether all of England is the family, so that a row needs its region.
    is_england: bool,
    /// Whether the dots show the shrunken figures.
    is_shrunken: bool,
    /// Whether the effective numbers of pupils are an upper bound.
    is_upper_bound: bool,
    /// What the figures are adjusted for, if they are.
    adjusted_for: Option<String>,
    /// The figure of the trusts' part of the country, if they are of one, and what it is.
    of_part: Option<(Figure, String)>,
    rows: Vec<Row>,
    /// How many of the rows are drawn.
    drawn: Vec<usize>,
}

/// A trust.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    trust: Trust,
    figure: Figure,
    precision: Precision,
    shrunken: Option<Figure>,
    rank: TrustRank,
    /// Whether another row has the rank, too.
    is_joint: bool,
}

impl Row {
    fn new(analysis: &Analysis, shrunken: Option<&ShrunkenFigures>, index: usize, rank: TrustRank) -> Option<Self> {
        let trust = Trust::new(analysis, analysis.trusts.get(index)?);
        trust.bounds()?;
        let shrunken = shrunken.and_then(|shrunken| shrunken.of(index));
        Some(Self {
            figure: trust.of.figure()?,
            precision: trust.of.precision?,
            trust,
            shrunken: shrunken.map(|shrunken| shrunken.figure),
            rank,
            is_joint: false,
        })
    }

    fn trust(&self) -> &Trust {
        &self.trust
    }

    fn words(&self) -> String {
        let figure = figure_in_sentence(self.figure, self.trust.basis);
        words::row(
            [self.trust.readable_name(), &figure],
            &self.trust.interval().unwrap_or_default(),
            self.shrunken.map(Figure::in_sentence).as_deref(),
            (self.rank, self.is_joint),
        )
    }

    const fn is_top_ten(&self) -> bool {
        self.rank.rank <= 10
    }

    /// Its name, its rank, and a dot on its interval; with a ring at the figure itself where the dot is elsewhere.
    fn marks(&self) -> Vec<Mark> {
        let (words, dot, line, line_width) = if self.rank.could_be_top_ten {
            (Ink::WORDS, inks::SOLID, inks::SOLID, 2.0)
        } else {
            (Ink::QUIET, inks::HOLLOW, inks::CONNECTOR, 1.5)
        };
        let interval = self.precision.interval;
        let range = Mark::range(interval.low(), interval.high());
        let mut marks = vec![
            Mark::name(self.trust.readable_name()).ink(words),
            Mark::at_right(words::rank(self.rank)).in_margin(24.0).ink(words),
            range.size(line_width).ink(line),
        ];
        if self.shrunken.is_some() {
            let ring = Mark::dot(self.figure.number()).size(2.5);
            marks.push(ring.ink(inks::HOLLOW));
        }
        let shown = self.shrunken.unwrap_or(self.figure);
        marks.push(Mark::dot(shown.number()).ink(dot));
        marks
    }
}

impl RankChart {
    /// The chart of a family with its ranks, both of this analysis and these interval choices;
    /// with shrunken figures, the dots show those, and rings the figures themselves.
    #[must_use]
    pub fn new(
        analysis: &Analysis,
        interval_choices: &IntervalChoices,
        family: &Family,
        ranks: &FamilyRanks,
        shrunken: Option<&ShrunkenFigures>,
    ) -> Self {
        let rows = family.indices().zip(&ranks.ranks);
        let rows = rows.filter_map(|(index, rank)| Row::new(analysis, shrunken, index, *rank));
        let mut rows = sorted_by_key(rows.collect(), |row: &Row| i64::from(row.rank.rank));
        mark_joint(&mut rows);
        let drawn = drawn(&rows);
        let subtitle = words::subtitle(&shown(analysis), shrunken.is_some());
        Self {
            title: could_be_sentence(family, ranks),
            caption: caption(&subtitle, interval_choices, family),
            subtitle,
            figure_column: figure_column(analysis),
            unit: analysis.rules.measure.unit(),
            focus: analysis.rules.focus,
            level: interval_choices.level,
            is_england: family.of == FamilyOf::England,
            is_shrunken: shrunken.is_some(),
            is_upper_bound: analysis.intervals.is_upper_bound,
            adjusted_for: adjusted_for(analysis),
            of_part: figure_of_part(analysis, &family.of),
            rows,
            drawn,
        }
    }

    /// The rows of the picture.
    fn drawn(&self) -> impl Iterator<Item = &Row> {
        self.drawn.iter().filter_map(|&index| self.rows.get(index))
    }

    /// How many rows are in the table alone.
    fn not_drawn(&self) -> usize {
        self.rows.len() - self.drawn.len()
    }

    fn columns(&self) -> Vec<Column<'_, Row>> {
        let mut columns = vec![TrustColumn::NAME.of(Row::trust)];
        if self.is_england {
            columns.push(TrustColumn::REGION.of(Row::trust));
        }
        let [best, worst, could_be] = possible_columns(|row: &Row| Ok(row.rank));
        let rank = Column::numbers(heads::RANK, |row: &Row| row.rank.rank.into());
        columns.extend([rank, best, worst]);
        let unit = unit_of(self.unit, self.focus);
        let figure = figure_columns(&self.figure_column, unit, self.level, Row::trust);
        columns.extend(figure);
        let pupils = effective_pupils(self.is_upper_bound);
        columns.push(Column::numbers(pupils, |row: &Row| {
            let pupils = row.precision.effective_pupils;
            let pupils = pupils.map(|pupils| pupils.round() as usize);
            Cell::count(pupils, words::NOT_COUNTED)
        }));
        if self.is_shrunken {
            let head = words::shrunken(&self.figure_column);
            columns.push(Column::numbers(&head, |row: &Row| {
                row.shrunken.map_or(Cell::Nothing(words::NOT_SHRUNKEN), Cell::Figure)
            }));
        }
        columns.push(could_be);
        columns
    }
}

fn note(words: &str) -> Mark {
    let text = Mark::text(words, Along::START).y(Along::MIDDLE);
    text.size(NOTE_SIZE).ink(Ink::QUIET)
}

/// The line between the tenth rank and the eleventh, with its words before it.
fn end_of_top_ten() -> [Mark; 2] {
    let words = words::TOP_TEN_ABOVE;
    let start = Along::START.by(plot::width(words, NOTE_SIZE, false) + 8.0);
    let line = Mark::range(start, Along::END).y(Along::MIDDLE);
    [note(words), line.ink(inks::MEAN)]
}

/// Marks the rows that share their rank with another, all of them by rank.
fn mark_joint(rows: &mut [Row]) {
    for together in rows.chunk_by_mut(|one, next| one.rank.rank == next.rank.rank) {
        let is_joint = together.len() > 1;
        together.iter_mut().for_each(|row| row.is_joint = is_joint);
    }
}

/// The figure of the part of the country whose trusts a family is, and what it is; trusts chosen one by one have none.
fn figure_of_part(analysis: &Analysis, of: &FamilyOf) -> Option<(Figure, String)> {
    let scope = match of {
        FamilyOf::England => Scope::All,
        FamilyOf::Region(region) => Scope::Region(*region),
        FamilyOf::Area(name) => {
            let mut areas = analysis.areas.iter();
            Scope::Area(&areas.find(|local| local.area.name == *name)?.area)
        }
        FamilyOf::Chosen => return None,
    };
    let figure = analysis.figure_of(scope)?;
    let shown = focus_in_sentence(figure, Basis::Computed, analysis.rules.focus);
    Some((figure, words::figure_of_part(scope, &shown)))
}

/// The indices of the rows that are drawn: all of a region's, of a longer list those that could be in the top ten.
fn drawn(rows: &[Row]) -> Vec<usize> {
    let is_drawn = |row: &Row| rows.len() <= MOST_ROWS || row.rank.could_be_top_ten;
    let rows = rows.iter().enumerate().filter(|(_, row)| is_drawn(row));
    rows.map(|(index, _)| index).take(MOST_ROWS).collect()
}

fn caption(subtitle: &str, interval_choices: &IntervalChoices, family: &Family) -> String {
    let mut caption = format!("{subtitle} {}", ranks_in_words(interval_choices));
    if interval_choices.kind == RankKind::Marginal {
        caption.push_str(&format!(" {}", words::NOT_IF_PICKED_BY_PLACE));
    }
    if family.without_interval() > 0 {
        let left_out = words::without_interval(family.without_interval());
        caption.push_str(&format!(" {left_out}"));
    }
    of_loaded(family.of_part, caption)
}

impl Chart for RankChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
    }

    fn description(&self) -> String {
        let mut sentences = vec![format!("{}.", self.caption.trim_end_matches('.'))];
        sentences.extend(self.of_part.iter().map(|(_, words)| format!("{words}.")));
        if let (Some(first), Some(last)) = (self.rows.first(), self.rows.last()) {
            if first.rank.rank < last.rank.rank {
                sentences.push(words::first(&first.words()));
                sentences.push(words::last(&last.words()));
            } else {
                let rows = self.rows.iter().take(2);
                sentences.extend(rows.map(|row| format!("{}.", row.words())));
            }
        }
        if self.not_drawn() > 0 {
            sentences.push(words::in_table_alone(self.not_drawn()));
        }
        sentences.join(" ")
    }

    fn table(&self) -> Table {
        let table = Table::new(&*self.caption, &self.columns(), &self.rows);
        let table = table.adjusted_for(self.adjusted_for.clone());
        table.with_rounding(&self.figure_column, heads::RANK)
    }

    fn key(&self) -> Vec<KeyItem> {
        let dot = |ink, words| KeyItem::new(Sign::Dot(4.5), ink, words);
        let mut items = vec![
            dot(inks::SOLID, key::COULD_BE_TOP_TEN),
            dot(inks::HOLLOW, key::COULD_NOT_BE_TOP_TEN),
        ];
        if self.is_shrunken {
            items.push(KeyItem::new(Sign::Dot(2.5), inks::HOLLOW, key::NOT_SHRUNKEN));
        }
        let interval = key::interval(&level_in_words(self.level));
        items.push(KeyItem::new(Sign::Line(2.0), inks::SOLID, interval));
        if self.drawn().any(|row| !row.is_top_ten()) {
            items.push(KeyItem::new(Sign::Line(1.0), inks::MEAN, key::END_OF_TOP_TEN));
        }
        if let Some((_, words)) = &self.of_part {
            items.push(KeyItem::new(Sign::Tick(1.0), inks::MEAN, words.clone()));
        }
        items
    }

    fn plot(&self, width: Width) -> Plot {
        let x = scale::figures(self.unit, self.focus);
        let rows = Rows {
            height: [NARROW_ROW, WIDE_ROW],
            // A third of the picture at most.
            most_names: [(width.pixels() / 3.0).floor(); 2],
            after: 18.0,
            words_above: true,
            ..Rows::default()
        };
        let mut plot = Plot::rows(width, x, rows);
        plot.head(words::RANK);
        // Row by row and below the row's own marks: it does not cross the names that are above them.
        let reach = width.either(NARROW_ROW / 4.0, WIDE_ROW / 2.0);
        let of_part = self.of_part.as_ref().map(|(figure, _)| figure.number());
        let of_part = of_part.map(|figure| Mark::tick(figure, reach).ink(inks::MEAN));
        let mut band = 0;
        let mut add = |about: Option<Subject>, marks: Vec<Mark>| {
            if let Some(line) = &of_part {
                plot.mark(line.clone().y(Along::band(band)));
            }
            plot.row(about, marks);
            band += 1;
        };
        let mut is_inside = false;
        for row in self.drawn() {
            if is_inside && !row.is_top_ten() {
                add(None, end_of_top_ten().to_vec());
            }
            is_inside = row.is_top_ten();
            let about = Subject::new(&*row.trust.of.uid, row.words());
            add(Some(about), row.marks());
        }
        if self.not_drawn() > 0 {
            plot.row(None, [note(&words::more_in_table(self.not_drawn()))]);
        }
        plot
    }
}
