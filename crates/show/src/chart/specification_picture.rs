//! How a specification curve is drawn: the outcomes' dots above, the matrix of choices below.

use std::rc::Rc;

use plot::{self, Along, Axis, Frame, Ink, Mark, Plot, Subject, Width};
use records::terms::Focus;

use crate::chart::specification::words::RULES_IN_FORCE;

use super::choice::{choice_name, short_choice_name};
use super::specification::{Specification, SpecificationChart};
use super::trust::unit_of;
use super::{inks, scale};

/// The height of the axis's unit and of the words above the rules in force, in pixels.
const LINE: f64 = 22.0;

/// The widest that a column is, in pixels, and the least that has its figure above its dot.
const WIDEST: f64 = 150.0;
const WITH_FIGURE: f64 = 48.0;

pub(super) fn plot(chart: &SpecificationChart, width: Width) -> Plot {
    let up = scale::differences(chart.unit, chart.focus == Focus::Gap).inset(18.0);
    let across = Axis::bands(chart.columns.len()).widest(WIDEST);
    let (top, bottom) = (2.0 * LINE, 14.0);
    let height = top + width.either(190.0, 230.0) + bottom;
    let mut plot = Plot::plane(width, [across, up], height, [top, bottom]);
    plot.ask_right(4.0);
    let mut rows = Vec::new();
    for (rule, choices) in &chart.rules {
        let names = choices.iter().map(|choice| {
            let name = [short_choice_name(*choice), choice_name(*choice)];
            name.into()
        });
        rows.extend(plot.facet(rule.name(), names));
    }
    let frame = plot.frame();
    let unit = Mark::text(unit_of(chart.unit, chart.focus), Along::START).y(Along::START.by(LINE / 2.0));
    plot.mark(unit.ink(Ink::QUIET));
    // The rules in force are drawn below the marks, so that no mark is hidden.
    if let Some(index) = chart.columns.iter().position(|of| of.is_in_force) {
        plot.marks(in_force(&frame, index, width));
    }
    for (index, column) in chart.columns.iter().enumerate() {
        plot.marks(marks(&frame, &rows, index, column));
    }
    plot
}

/// A vertical line through everything, with its words above.
fn in_force(frame: &Frame, index: usize, width: Width) -> [Mark; 2] {
    let x = Along::band(index);
    let half = plot::width(RULES_IN_FORCE, 12.0, true) / 2.0;
    let words = |at: Along| {
        let words = Mark::text(RULES_IN_FORCE, at).bold();
        words.y(Along::START.by(1.5 * LINE))
    };
    let words = if frame.x(x) - half < 0.0 {
        words(Along::START)
    } else if frame.x(x) + half > width.pixels() {
        words(Along::END).ends_here()
    } else {
        words(x).centred()
    };
    let line = Mark::line((x, Along::FROM), (x, Along::END.by(-6.0)));
    [words, line.ink(inks::MEAN)]
}

/// A column: a dot or a cross at its figure, a stroke for each of its choices, and its figure where the column is wide.
fn marks(frame: &Frame, rows: &[Along], index: usize, column: &Specification) -> Vec<Mark> {
    let (x, width) = (Along::band(index), frame.step());
    let radius = (width.min(11.0) * 0.45).max(2.2);
    // The rules in force are the larger mark on the line.
    let radius = if column.is_in_force { radius + 2.0 } else { radius };
    let breaks = column.holds == Some(false);
    let about = Rc::new(Subject::new(&column.id, &column.words));
    let mut marks = Vec::new();
    let y = column.figure.map(|figure| Along::number(figure.number()));
    if let Some(y) = y {
        let dot = if breaks {
            cross(x, y, radius)
        } else {
            Mark::dot(x).y(y).size(radius).ink(inks::TRUST)
        };
        marks.push(dot.about(Rc::clone(&about)));
    }
    let (half, ink) = if breaks {
        (3.0, inks::OTHER)
    } else {
        (5.5, inks::DISADVANTAGED)
    };
    let stroke = (width * 0.8).min(9.0);
    for (y, _) in rows.iter().zip(&column.has).filter(|(_, has)| **has) {
        let tick = Mark::tick(x, half).y(*y);
        marks.push(tick.size(stroke).ink(ink).about(Rc::clone(&about)));
    }
    if let (Some(figure), Some(y), true) = (column.figure, y, width >= WITH_FIGURE) {
        // Beside the line of the rules in force, not on it.
        let figure = if column.is_in_force {
            Mark::text(figure.plain(), x.by(5.0))
        } else {
            Mark::text(figure.plain(), x).centred()
        };
        marks.push(figure.y(y.by(-radius - 8.0)));
    }
    marks
}

/// A cross: where the claim breaks.
fn cross(x: Along, y: Along, radius: f64) -> Mark {
    Mark::cross(x, radius * 0.9).y(y).ink(inks::OTHER)
}
