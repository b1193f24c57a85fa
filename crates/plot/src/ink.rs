//! What marks are drawn with.

/// What a mark is drawn with: the style sheet finds it by its class, a picture that is handed out has its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ink {
    /// The class by which the style sheet finds it.
    pub class: &'static str,
    /// Its colour on white: `#12436d`.
    pub color: &'static str,
    /// How a dot or an area of it is filled.
    pub filling: Filling,
}

/// How a dot or an area is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Filling {
    /// Wholly.
    Full,
    /// So that what lies below shines through: for dots that often cover one another.
    SeeThrough,
    /// Wholly, with a white edge that sets it off from its neighbours.
    Edged,
    /// With white, its edge alone drawn.
    Hollow,
    /// So faintly that all that is below is seen: for areas.
    Faint,
}

impl Ink {
    /// Lines of the grid.
    pub const GRID: Self = Self::new("ink-grid", "#dde1e4", Filling::Full);
    /// Numbers along an axis and other quiet words.
    pub const QUIET: Self = Self::new("ink-quiet", "#505a5f", Filling::Full);
    /// Areas: darker where one covers another.
    pub(crate) const SHADE: Self = Self::new("ink-shade", "#3d3d3d", Filling::Faint);
    /// Words and numbers.
    pub const WORDS: Self = Self::new("ink-words", "#0b0c0c", Filling::Full);

    /// An ink.
    #[must_use]
    pub const fn new(class: &'static str, color: &'static str, filling: Filling) -> Self {
        Self {
            class,
            color,
            filling,
        }
    }

    /// The parts of its colour: red, green and blue.
    pub(super) fn parts(self) -> (u8, u8, u8) {
        let part = |start: usize| {
            let digits = self.color.get(start..start + 2);
            digits.and_then(|digits| u8::from_str_radix(digits, 16).ok())
        };
        let part = |start| part(start).unwrap_or_default();
        (part(1), part(3), part(5))
    }
}
