//! The frame of a chart with two axes: numbers across at the bottom, numbers upwards at the left.

use super::canvas::{Canvas, Lettering, round_numbers};
use super::picture::{Anchor, Ink};

/// The numbers of both axes and the room around the plot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plane {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) left: u32,
    pub(super) right: u32,
    pub(super) top: u32,
    pub(super) bottom: u32,
    /// The least and the greatest number across.
    pub(super) across: (f64, f64),
    /// The least and the greatest number upwards.
    pub(super) up: (f64, f64),
}

/// At most so many numbers along an axis, and how they are written.
pub(super) struct Scale<'a> {
    pub(super) most: usize,
    pub(super) format: &'a dyn Fn(f64) -> String,
}

impl Plane {
    /// A number's place across.
    pub(super) fn x(self, number: f64) -> f64 {
        let (from, to) = self.across;
        let room = f64::from(self.width.saturating_sub(self.left + self.right));
        f64::from(self.left) + (number - from) / (to - from) * room
    }

    /// A number's height.
    pub(super) fn y(self, number: f64) -> f64 {
        let (from, to) = self.up;
        let room = f64::from(self.height.saturating_sub(self.top + self.bottom));
        self.floor() - (number - from) / (to - from) * room
    }

    /// Where the plot ends at the bottom.
    pub(super) fn floor(self) -> f64 {
        f64::from(self.height.saturating_sub(self.bottom))
    }

    /// Where the plot ends at the right.
    pub(super) fn end(self) -> f64 {
        f64::from(self.width.saturating_sub(self.right))
    }

    /// A sheet of its size.
    pub(super) fn canvas(self) -> Canvas {
        Canvas::new(self.width, self.height)
    }

    /// The grid's lines with the numbers of both axes.
    pub(super) fn grid(self, canvas: &Canvas, across: &Scale<'_>, up: &Scale<'_>) {
        let (top, floor) = (f64::from(self.top), self.floor());
        for number in round_numbers(self.across.0, self.across.1, across.most) {
            let x = self.x(number);
            canvas.line((x, floor), (x, top), 1.0, Ink::Grid);
            let lettering = Lettering::of_axis(Anchor::Middle);
            canvas.text(&(across.format)(number), (x, floor + 12.0), lettering);
        }
        self.levels(canvas, up);
    }

    /// The grid's level lines with the numbers of the axis upwards.
    pub(super) fn levels(self, canvas: &Canvas, up: &Scale<'_>) {
        let (left, end) = (f64::from(self.left), self.end());
        for number in round_numbers(self.up.0, self.up.1, up.most) {
            let y = self.y(number);
            canvas.line((left, y), (end, y), 1.0, Ink::Grid);
            let lettering = Lettering::of_axis(Anchor::End);
            canvas.text(&(up.format)(number), (left - 6.0, y), lettering);
        }
    }

    /// The parts of a line of numbers that lie within the heights of the plot, in pixels.
    pub(super) fn within(self, line: &[(f64, f64)]) -> Vec<Vec<(f64, f64)>> {
        let place = |(x, y): (f64, f64)| (self.x(x), self.y(y));
        let (low, high) = self.up;
        let holds = |(_, y): (f64, f64)| low <= y && y <= high;
        // Where the way from a point inside to one outside meets the bound that it crosses.
        let edge = |inside: (f64, f64), outside: (f64, f64)| {
            let bound = if outside.1 > high { high } else { low };
            let part = (bound - inside.1) / (outside.1 - inside.1);
            place((inside.0 + part * (outside.0 - inside.0), bound))
        };
        let mut parts: Vec<Vec<(f64, f64)>> = Vec::new();
        let mut last: Option<(f64, f64)> = None;
        for &point in line {
            let before = last.map(|before| (before, holds(before)));
            match (before, holds(point)) {
                (None, true) => parts.push(vec![place(point)]),
                (Some((before, false)), true) => {
                    parts.push(vec![edge(point, before), place(point)]);
                }
                (Some((_, true)), true) => parts.last_mut().into_iter().for_each(|part| {
                    part.push(place(point));
                }),
                (Some((before, true)), false) => parts.last_mut().into_iter().for_each(|part| {
                    part.push(edge(before, point));
                }),
                _ => {}
            }
            last = Some(point);
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLANE: Plane = Plane {
        width: 120,
        height: 110,
        left: 10,
        right: 10,
        top: 5,
        bottom: 5,
        across: (0.0, 100.0),
        up: (0.0, 50.0),
    };

    #[test]
    fn numbers_have_their_places() {
        assert_eq!((PLANE.x(0.0), PLANE.x(100.0)), (10.0, 110.0));
        assert_eq!((PLANE.y(0.0), PLANE.y(50.0)), (105.0, 5.0));
    }

    #[test]
    fn a_line_is_cut_where_it_leaves_the_plot() {
        let line = [(0.0, 100.0), (50.0, 0.0), (60.0, -10.0), (80.0, 10.0)];
        let parts = PLANE.within(&line);
        assert_eq!(
            parts,
            [
                vec![(35.0, 5.0), (60.0, 105.0), (60.0, 105.0)],
                vec![(80.0, 105.0), (90.0, 85.0)],
            ]
        );
        assert!(PLANE.within(&[(0.0, 60.0), (10.0, 70.0)]).is_empty());
    }
}
