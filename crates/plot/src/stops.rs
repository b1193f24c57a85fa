//! The subjects of a picture in order, for moving from one to the next by keyboard.

use std::rc::Rc;

use super::picture::{Picture, Shape, Subject};

/// The position of a subject in a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// The subject.
    pub subject: Rc<Subject>,
    /// The position, in pixels from the upper left corner.
    pub at: (f64, f64),
}

/// A move along the stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the next.
    Next,
    /// To the previous one.
    Back,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// Away from all.
    Away,
}

impl Step {
    /// The index after the step, out of `count`, limited to the ends.
    ///
    /// ```
    /// use plot::Step;
    /// assert_eq!(Step::Next.from(None, 3), Some(0));
    /// assert_eq!(Step::Next.from(Some(2), 3), Some(2));
    /// assert_eq!(Step::Back.from(None, 3), Some(2));
    /// assert_eq!(Step::Last.from(Some(0), 0), None);
    /// ```
    #[must_use]
    pub fn from(self, index: Option<usize>, count: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        match (self, index) {
            (Self::Away, _) => None,
            (Self::First, _) | (Self::Next, None) => Some(0),
            (Self::Last, _) | (Self::Back, None) => Some(last),
            (Self::Next, Some(index)) => Some(last.min(index + 1)),
            (Self::Back, Some(index)) => Some(index.saturating_sub(1)),
        }
    }
}

/// The distance within which a pointer selects a stop, in pixels.
const REACH: f64 = 16.0;

impl Picture {
    /// The subjects of the picture's marks, each once, in drawing order.
    #[must_use]
    pub fn stops(&self) -> Vec<Stop> {
        let mut stops: Vec<Stop> = Vec::new();
        for mark in &self.marks {
            let Some(subject) = &mark.about else { continue };
            // A subject's marks are drawn together.
            if stops.last().is_some_and(|last| last.subject.id == subject.id) {
                continue;
            }
            if let Some(at) = middle(&mark.shape) {
                stops.push(Stop {
                    subject: Rc::clone(subject),
                    at,
                });
            }
        }
        stops
    }

    /// The nearest stop to a position. Returns `None` if none is close.
    #[must_use]
    pub fn nearest(stops: &[Stop], (x, y): (f64, f64)) -> Option<usize> {
        let mut nearest = (REACH * REACH, None);
        for (index, stop) in stops.iter().enumerate() {
            let (across, down) = (stop.at.0 - x, stop.at.1 - y);
            let square = across * across + down * down;
            if square < nearest.0 {
                nearest = (square, Some(index));
            }
        }
        nearest.1
    }
}

/// The middle of a shape. Returns `None` for texts and paths.
fn middle(shape: &Shape) -> Option<(f64, f64)> {
    match shape {
        Shape::Line { from, to, .. } => Some(((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0)),
        Shape::Circle { centre, .. } => Some(*centre),
        Shape::Area { corners } => {
            let (first, rest) = corners.split_first()?;
            let ends = rest.iter().fold([*first; 2], |[low, high], (x, y)| {
                [(low.0.min(*x), low.1.min(*y)), (high.0.max(*x), high.1.max(*y))]
            });
            let [low, high] = ends;
            Some(((low.0 + high.0) / 2.0, (low.1 + high.1) / 2.0))
        }
        Shape::Text { .. } | Shape::Path { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DrawnMark, Ink};

    fn mark(id: Option<&str>, x: f64) -> DrawnMark {
        DrawnMark {
            shape: Shape::Circle {
                centre: (x, 10.0),
                radius: 4.0,
            },
            ink: Ink::WORDS,
            about: id.map(|id| Rc::new(Subject::new(id, format!("the words of {id}")))),
        }
    }

    #[test]
    fn each_subject_is_one_stop_in_drawing_order() {
        let picture = Picture {
            width: 100,
            height: 20,
            title: String::new(),
            description: String::new(),
            marks: vec![
                mark(Some("a"), 10.0),
                mark(Some("a"), 20.0),
                mark(None, 30.0),
                mark(Some("b"), 80.0),
            ],
        };
        let stops = picture.stops();
        let ids: Vec<&str> = stops.iter().map(|stop| stop.subject.id.as_str()).collect();
        assert_eq!(ids, ["a", "b"]);
        assert_eq!(Picture::nearest(&stops, (70.0, 12.0)), Some(1));
        assert_eq!(Picture::nearest(&stops, (45.0, 12.0)), None);
    }
}
