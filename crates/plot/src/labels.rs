//! Names beside dots, where there is room.

use super::picture::Anchor;
use super::text;

/// The gap between a dot and its own name, in pixels.
const BLANK: f64 = 3.0;

/// The gap between a name and anything else on its line, in pixels.
const CLEAR: f64 = 10.0;

/// A rectangle of a picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rectangle {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Rectangle {
    /// A square around a position.
    pub(super) fn around((x, y): (f64, f64), reach: f64) -> Self {
        Self {
            left: x - reach,
            top: y - reach,
            right: x + reach,
            bottom: y + reach,
        }
    }

    /// The rectangle of a text with its vertical middle at the position.
    pub(super) fn of_text(text: &str, (x, y): (f64, f64), size: f64, bold: bool, anchor: Anchor) -> Self {
        let long = text::width(text, size, bold);
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - long / 2.0,
            Anchor::End => x - long,
        };
        Self {
            left,
            top: y - 0.5 * size,
            right: left + long,
            bottom: y + 0.65 * size,
        }
    }

    fn meets(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn holds(self, other: Self) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }
}

/// The taken rectangles of a picture, and the area available for names.
#[derive(Debug)]
pub(super) struct Labels {
    room: Rectangle,
    taken: Vec<Rectangle>,
}

/// A name with its position: the vertical middle of its anchor.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Label {
    pub(super) text: String,
    pub(super) at: (f64, f64),
    pub(super) anchor: Anchor,
}

impl Labels {
    pub(super) const fn new(room: Rectangle, taken: Vec<Rectangle>) -> Self {
        Self { room, taken }
    }

    /// Finds a position for a dot's name, right or left of it, and shortens the name to `longest` pixels. Returns
    /// `None` if there is no room. A name above or below could be mistaken for another dot's.
    pub(super) fn beside(
        &mut self,
        name: &str,
        (x, y): (f64, f64),
        radius: f64,
        size: f64,
        longest: f64,
    ) -> Option<Label> {
        let text = text::shortened(name, longest, size, false)?;
        // Half a pixel more, so that rounding does not make a dot collide with its own name.
        let aside = radius + BLANK + 0.5;
        let sides = [
            (x + aside, Anchor::Start, (BLANK, CLEAR)),
            (x - aside, Anchor::End, (CLEAR, BLANK)),
        ];
        sides.into_iter().find_map(|(x, anchor, blanks)| {
            let area = Rectangle::of_text(&text, (x, y), size, false, anchor);
            self.is_free(area, blanks).then(|| {
                self.taken.push(area);
                Label {
                    text: text.clone(),
                    at: (x, y),
                    anchor,
                }
            })
        })
    }

    /// Marks a rectangle as taken, so that names avoid it.
    pub(super) fn take(&mut self, area: Rectangle) {
        self.taken.push(area);
    }

    /// Frees all rectangles.
    pub(super) fn clear(&mut self) {
        self.taken.clear();
    }

    fn is_free(&self, area: Rectangle, (left, right): (f64, f64)) -> bool {
        let wider = Rectangle {
            left: area.left - left,
            right: area.right + right,
            ..area
        };
        self.room.holds(area) && !self.taken.iter().any(|taken| taken.meets(wider))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Rectangle = Rectangle {
        left: 0.0,
        top: 0.0,
        right: 100.0,
        bottom: 60.0,
    };

    #[test]
    fn a_name_is_placed_where_nothing_else_is() {
        let mut labels = Labels::new(ROOM, vec![]);
        let mut side = |at| Some(labels.beside("name", at, 3.0, 10.0, 90.0)?.anchor);
        assert_eq!(side((30.0, 30.0)), Some(Anchor::Start));
        assert_eq!(side((95.0, 30.0)), None, "the first name is on its left");
        assert_eq!(side((95.0, 50.0)), Some(Anchor::End));
        assert_eq!(side((50.0, 20.0)), None, "both sides are taken");
    }

    #[test]
    fn a_long_name_is_shortened() {
        let mut labels = Labels::new(ROOM, vec![]);
        let name = "A name of so many words that it must be shortened";
        let label = labels.beside(name, (5.0, 30.0), 3.0, 10.0, 60.0).unwrap();
        assert!(label.text.ends_with('…') && text::width(&label.text, 10.0, false) <= 60.0);
    }
}
