//! The frame of a chart of rows: a horizontal axis with rows below it.

use super::canvas::{Canvas, Lettering, round_numbers};
use super::picture::{Anchor, Ink};

/// The height of the axis's numbers above the rows, in pixels.
const AXIS_HEIGHT: u32 = 28;

/// The middle height of the axis's numbers, in pixels.
const AXIS_NUMBERS: f64 = 20.4;

/// Room between two of the axis's numbers, in pixels.
const APART: f64 = 8.0;

/// Room between the axis's numbers and the first row, in pixels.
const TOP_ROOM: u32 = 8;

/// The numbers of the horizontal axis and the room around the plot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) width: u32,
    pub(super) left: u32,
    pub(super) right: u32,
    pub(super) rows: usize,
    pub(super) row_height: u32,
    pub(super) from: f64,
    pub(super) to: f64,
}

impl Frame {
    pub(super) fn height(self) -> u32 {
        AXIS_HEIGHT + TOP_ROOM + self.rows as u32 * self.row_height + 4
    }

    /// A number's place along the axis.
    pub(super) fn x(self, number: f64) -> f64 {
        let room = f64::from(self.width.saturating_sub(self.left + self.right));
        f64::from(self.left) + (number - self.from) / (self.to - self.from) * room
    }

    /// The middle of a row.
    pub(super) fn y(self, row: usize) -> f64 {
        f64::from(AXIS_HEIGHT + TOP_ROOM) + (row as f64 + 0.5) * f64::from(self.row_height)
    }

    /// A sheet of its size.
    pub(super) fn canvas(self) -> Canvas {
        Canvas::new(self.width, self.height())
    }

    /// The head of a column of words at the right, beside the axis's numbers.
    pub(super) fn head_of_column(self, canvas: &Canvas, head: &str, right: f64) {
        canvas.text(head, (right, AXIS_NUMBERS), Lettering::of_axis(Anchor::End));
    }

    /// The grid's vertical lines with their numbers above, at most so many. Plotters' own axis serves every kind of
    /// chart, and takes 15 KB.
    pub(super) fn axis(self, canvas: &Canvas, labels: usize, format: &dyn Fn(f64) -> String) {
        let numbers = self.numbers_apart(labels, format);
        let (top, bottom) = (f64::from(AXIS_HEIGHT), f64::from(self.height()) - 4.0);
        for &number in &numbers {
            let x = self.x(number);
            canvas.line((x, bottom), (x, top), 1.0, Ink::Grid);
        }
        for &number in &numbers {
            canvas.text(
                &format(number),
                (self.x(number), AXIS_NUMBERS),
                Lettering::of_axis(Anchor::Middle),
            );
        }
    }

    /// As many round numbers as can be told apart beside one another, at most so many.
    fn numbers_apart(self, most: usize, format: &dyn Fn(f64) -> String) -> Vec<f64> {
        let letters = Lettering::of_axis(Anchor::Middle);
        let half = |number: f64| letters.width_of(&format(number)) / 2.0;
        let are_apart = |numbers: &Vec<f64>| {
            let mut pairs = numbers.iter().zip(numbers.iter().skip(1));
            pairs.all(|(&one, &two)| self.x(two) - self.x(one) >= half(one) + half(two) + APART)
        };
        let mut fewer = (1..=most)
            .rev()
            .map(|most| round_numbers(self.from, self.to, most));
        fewer.find(are_apart).unwrap_or_default()
    }
}
