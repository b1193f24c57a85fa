//! A frame with an upright axis of values and columns side by side, and rows of marks below them.

use super::canvas::{Canvas, Lettering, round_numbers};
use super::picture::{Anchor, Ink};

/// The widest that a column is, in pixels: a few columns stay together.
const WIDEST: f64 = 150.0;

/// Room within the plot above its highest and below its lowest value, in pixels.
const INNER_ROOM: f64 = 18.0;

/// Where everything of the chart lies, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct ColumnsFrame {
    pub(super) width: u32,
    pub(super) height: u32,
    /// Where the columns begin: left of them stand the names of rows and the axis's numbers.
    pub(super) left: f64,
    pub(super) columns: usize,
    /// The plot of values, from above to below.
    pub(super) top: f64,
    pub(super) bottom: f64,
    /// The values at its lower and its upper end.
    pub(super) from: f64,
    pub(super) to: f64,
}

impl ColumnsFrame {
    /// How wide a column is.
    pub(super) fn column_width(self) -> f64 {
        let room = f64::from(self.width) - self.left - 4.0;
        (room / self.columns.max(1) as f64).min(WIDEST)
    }

    /// Where the columns end.
    pub(super) fn right(self) -> f64 {
        self.left + self.column_width() * self.columns as f64
    }

    /// The middle of a column.
    pub(super) fn x(self, column: usize) -> f64 {
        self.left + (column as f64 + 0.5) * self.column_width()
    }

    /// A value's height.
    pub(super) fn y(self, number: f64) -> f64 {
        let room = self.bottom - self.top - 2.0 * INNER_ROOM;
        self.bottom - INNER_ROOM - (number - self.from) / (self.to - self.from) * room
    }

    /// A sheet of its size.
    pub(super) fn canvas(self) -> Canvas {
        Canvas::new(self.width, self.height)
    }

    /// The grid's level lines with their numbers to the left, at most so many.
    pub(super) fn axis(self, canvas: &Canvas, labels: usize, format: &dyn Fn(f64) -> String) {
        let quiet = Lettering::of_axis(Anchor::End);
        for number in round_numbers(self.from, self.to, labels) {
            let y = self.y(number);
            canvas.line((self.left, y), (self.right(), y), 1.0, Ink::Grid);
            canvas.text(&format(number), (self.left - 8.0, y), quiet);
        }
    }
}
