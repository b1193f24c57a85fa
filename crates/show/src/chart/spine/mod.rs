//! A trust in every measure: a row each, its figure with its interval on the span of its region's trusts.

mod words;

use method::{MeasureProfile, PartSpan, Profile, ProfileLine, Standing};
use plot::{Along, Axis, Ink, Mark, Plot, Rows, Subject, Width};
use records::model::Basis;
use records::terms::{Figure, Focus, Group, Measure, Region, Unit, Value, readable_name};
use stats::Level as Confidence;

use crate::chart::key::{KeyItem, Sign, words as key};
use crate::chart::profile::words::GAP;
use crate::chart::words::heads;

use super::bounds::{Bounds, bound_columns, interval_in_words, level_in_words};
use super::profile::row_name;
use super::table::{self, Caption, Cell, Table};
use super::trust::focus_in_sentence;
use super::{Chart, inks, of_loaded, of_trust};

/// How far a mark can be beyond the lowest or the highest figure, as a share of the distance between them. What is
/// farther away ends here.
const BEYOND: f64 = 0.3;

/// The chart as data: the measures in the order in which they are offered.
#[derive(Debug, Clone, PartialEq)]
pub struct SpineChart {
    title: String,
    subtitle: String,
    level: Confidence,
    /// The region in a sentence, or England where it is not known.
    region: &'static str,
    rows: Vec<Row>,
}

/// A measure.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    measure: Measure,
    basis: Basis,
    line: ProfileLine,
    is_less_better: bool,
}

impl SpineChart {
    /// The chart of a trust's figures of the focus in force, with their intervals at this level. `None` if there is no
    /// measure of it.
    #[must_use]
    pub fn new(profile: &Profile, measures: &[MeasureProfile], level: Confidence) -> Option<Self> {
        let focus = profile.rules.focus;
        let mut rows = Vec::new();
        for MeasureProfile { measure, lines, .. } in measures {
            let line = lines.iter().find(|line| line.focus == focus);
            rows.extend(line.map(|line| Row {
                measure: *measure,
                basis: profile.basis,
                line: line.clone(),
                is_less_better: focus.smaller_is_better() || measure.lower_is_better(),
            }));
        }
        let region = profile.region.map_or(words::ENGLAND, Region::in_sentence);
        let count = |of: Standing| rows.iter().filter(|row| row.standing() == of).count();
        let counts = [Standing::Better, Standing::Worse].map(count);
        let compared = rows.len() - count(Standing::Unknown);
        let title = words::title(&readable_name(&profile.name), region, [counts[0], counts[1], compared]);
        let subtitle = words::subtitle(focus);
        (!rows.is_empty()).then(|| Self {
            title: of_loaded(profile.of_part, title),
            subtitle: of_loaded(profile.of_part, subtitle),
            level,
            region,
            rows,
        })
    }
}

impl Row {
    fn bounds(&self) -> Option<Bounds> {
        Bounds::new(self.line.value.figure(), self.basis, self.line.precision)
    }

    /// The mean that it is compared with: its region's, or England's where the region is not known.
    fn mean(&self) -> Option<Figure> {
        self.line.region.0.or(self.line.all.0)
    }

    /// Whether its interval excludes that mean, and on which side.
    fn standing(&self) -> Standing {
        let known = self.line.value.figure().and(self.line.precision).zip(self.mean());
        let Some((precision, mean)) = known else {
            return Standing::Unknown;
        };
        let mean = mean.number();
        if precision.interval.contains(mean) {
            Standing::Alike
        } else if (precision.interval.low() > mean) == self.is_less_better {
            Standing::Worse
        } else {
            Standing::Better
        }
    }

    fn sentence(&self, figure: Figure, basis: Basis) -> String {
        focus_in_sentence(figure, basis, self.line.focus)
    }

    fn words(&self, level: Confidence) -> String {
        let figure = match self.line.value {
            Value::Published(figure) => Ok(self.sentence(figure, self.basis)),
            Value::Missing(reason) => Err(reason.reason()),
        };
        let interval = self.bounds().map(|bounds| interval_in_words(level, bounds));
        let span = self.line.span;
        let [low, high] = [span.map(|of| of.lowest), span.map(|of| of.highest)]
            .map(|end| end.map(|figure| of_trust(figure, self.basis)));
        let mean = |mean: Option<Figure>| mean.map(|mean| self.sentence(mean, Basis::Computed));
        let means = [mean(self.line.region.0), mean(self.line.all.0)];
        words::row(
            self.measure.name(),
            figure.as_deref().map_err(|reason| *reason),
            interval.as_deref(),
            self.standing(),
            means.each_ref().map(Option::as_deref),
            low.as_deref().zip(high.as_deref()),
        )
    }

    /// "37% (31–44)"; or why there is no figure.
    fn in_short(&self) -> String {
        let figure = match self.line.value {
            Value::Published(figure) => figure,
            Value::Missing(reason) => return reason.reason().to_owned(),
        };
        let is_share = figure.unit() == Unit::Percent && self.line.focus != Focus::Gap;
        let figure = format!("{}{}", of_trust(figure, self.basis), if is_share { "%" } else { "" });
        self.bounds()
            .map_or_else(|| figure.clone(), |bounds| format!("{figure} ({})", bounds.in_short()))
    }

    /// Its name, its figure in words, and its marks on the scale from the worst of the trusts at 0 to the best at 1.
    fn marks(&self) -> Vec<Mark> {
        let words = Mark::at_right(self.in_short());
        let has_figure = self.line.value.figure().is_some();
        let words = if has_figure { words } else { words.ink(Ink::QUIET) };
        let mut marks = vec![
            Mark::name([self.measure.short_name(), self.measure.name()].map(str::to_owned)),
            words,
        ];
        let Some(scale) = self.line.span.and_then(|span| Scale::new(&span, self.is_less_better)) else {
            marks.push(Mark::text(words::NO_SPAN, Along::FROM).ink(Ink::QUIET));
            return marks;
        };
        let range = |from: f64, to: f64| Mark::range(scale.at(from), scale.at(to));
        let (first, third) = scale.span.middle_half;
        marks.push(
            range(scale.span.lowest.number(), scale.span.highest.number())
                .size(1.5)
                .ink(inks::CONNECTOR),
        );
        marks.push(range(first.number(), third.number()).size(11.0).ink(inks::CONNECTOR));
        if let Some(mean) = self.line.all.0 {
            marks.push(Mark::tick(scale.at(mean.number()), 9.0).size(2.0).ink(inks::MEAN));
        }
        let Some(figure) = self.line.value.figure() else {
            return marks;
        };
        if let Some(of) = self.line.precision {
            marks.push(range(of.interval.low(), of.interval.high()).size(2.0).ink(inks::SOLID));
        }
        let ink = match self.standing() {
            Standing::Better | Standing::Worse => inks::SOLID,
            Standing::Alike | Standing::Unknown => inks::HOLLOW,
        };
        marks.push(Mark::dot(scale.at(figure.number())).size(5.5).ink(ink));
        marks
    }
}

/// The scale of a row.
struct Scale {
    span: PartSpan,
    is_less_better: bool,
}

impl Scale {
    /// `None` where the trusts have one figure.
    fn new(span: &PartSpan, is_less_better: bool) -> Option<Self> {
        let (span, is_wide) = (*span, span.lowest.steps() < span.highest.steps());
        is_wide.then_some(Self { span, is_less_better })
    }

    fn at(&self, number: f64) -> f64 {
        let (low, high) = (self.span.lowest.number(), self.span.highest.number());
        let share = (number - low) / (high - low);
        let share = if self.is_less_better { 1.0 - share } else { share };
        share.clamp(-BEYOND, 1.0 + BEYOND)
    }
}

impl Chart for SpineChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
    }

    fn description(&self) -> String {
        let rows: Vec<String> = self.rows.iter().map(|row| row.words(self.level)).collect();
        format!("{} {}.", self.subtitle, rows.join(". "))
    }

    fn table(&self) -> Table {
        type Column<'a> = table::Column<'a, Row>;
        let end = |row: &Row, of: fn(PartSpan) -> Figure| match row.line.span {
            Some(span) => Cell::of_trust(Value::Published(of(span)), row.basis),
            None => Cell::NoFigure,
        };
        let quartile = |row: &Row, of: fn(PartSpan) -> Figure| Cell::from(row.line.span.map(of));
        let mut columns = vec![
            // Each row names its own unit.
            Column::words(heads::MEASURE, |row| {
                let focus = row.line.focus;
                let what = focus.group().map_or(GAP, Group::pupils);
                Cell::words(row_name(row.measure, what, focus == Focus::Gap))
            }),
            Column::numbers(heads::TRUST, |row| Cell::of_trust(row.line.value, row.basis)),
        ];
        columns.extend(bound_columns(self.level, "", Row::bounds));
        columns.extend([
            Column::numbers(&words::lowest(self.region), |row| end(row, |of| of.lowest)),
            Column::numbers(words::FIRST_QUARTILE, |row| quartile(row, |of| of.middle_half.0)),
            Column::numbers(words::THIRD_QUARTILE, |row| quartile(row, |of| of.middle_half.1)),
            Column::numbers(&words::highest(self.region), |row| end(row, |of| of.highest)),
            Column::numbers(&words::mean(self.region), |row| row.mean().into()),
            Column::words(words::BESIDE_MEAN, |row| {
                Cell::words(words::standing_in_short(row.standing()))
            }),
            Column::numbers(&words::mean(words::ENGLAND), |row| row.line.all.0.into()),
        ]);
        Table::new(Caption::new(&*self.title, &*self.subtitle), &columns, &self.rows)
    }

    fn key(&self) -> Vec<KeyItem> {
        let line = |width, ink, words| KeyItem::new(Sign::Line(width), ink, words);
        vec![
            KeyItem::new(Sign::Dot(5.5), inks::SOLID, words::clear(self.region)),
            KeyItem::new(Sign::Dot(5.5), inks::HOLLOW, words::not_clear(self.region)),
            line(2.0, inks::SOLID, key::interval(&level_in_words(self.level))),
            line(1.5, inks::CONNECTOR, words::span(self.region)),
            line(11.0, inks::CONNECTOR, words::MIDDLE_HALF.to_owned()),
            KeyItem::new(Sign::Tick(2.0), inks::MEAN, words::mean(words::ENGLAND)),
        ]
    }

    fn plot(&self, width: Width) -> Plot {
        // Every row has its own scale: from the worst of the region's trusts at 0 to the best at 1.
        let x = Axis::around((-1, 2)).with(0.0).with(1.0);
        let rows = Rows {
            height: [46.0, 30.0],
            most_names: [width.pixels() * 0.38; 2],
            after: 20.0,
            right: [20.0, 160.0],
            words_above: true,
            ..Rows::default()
        };
        let mut plot = Plot::rows(width, x, rows);
        plot.head(words::HEAD);
        for row in &self.rows {
            let about = Subject::new(row.measure.key(), row.words(self.level));
            plot.row(Some(about), row.marks());
        }
        plot
    }

    fn beyond(&self, id: &str) -> Option<String> {
        let row = self.rows.iter().find(|row| row.measure.key() == id)?;
        let (rank, all) = row.line.regional_rank?;
        Some(words::rank(&rank.among(all)))
    }
}
