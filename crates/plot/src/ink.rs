//! Inks: how marks are drawn.

/// How a mark is drawn: pages style it by its class, exported pictures use its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ink {
    /// The class for the style sheet.
    pub class: &'static str,
    /// The colour on white: `#12436d`.
    pub color: &'static str,
    /// How dots and areas are filled.
    pub filling: Filling,
}

/// How a dot or an area is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Filling {
    /// Opaque.
    Full,
    /// Translucent: for dots that often overlap.
    SeeThrough,
    /// Opaque, with a white edge that separates it from its neighbours.
    Edged,
    /// White, with only the edge drawn.
    Hollow,
    /// Very faint: for areas.
    Faint,
}

impl Ink {
    /// Lines of the grid.
    pub const GRID: Self = Self::new("ink-grid", "#dde1e4", Filling::Full);
    /// Axis numbers and other secondary text.
    pub const QUIET: Self = Self::new("ink-quiet", "#505a5f", Filling::Full);
    /// Areas: darker where they overlap.
    pub const SHADE: Self = Self::new("ink-shade", "#3d3d3d", Filling::Faint);
    /// Text and numbers.
    pub const WORDS: Self = Self::new("ink-words", "#0b0c0c", Filling::Full);

    /// Creates an ink.
    #[must_use]
    pub const fn new(class: &'static str, color: &'static str, filling: Filling) -> Self {
        Self { class, color, filling }
    }

    /// Its red, green and blue components.
    pub(super) fn parts(self) -> (u8, u8, u8) {
        let part = |start: usize| {
            let digits = self.color.get(start..start + 2);
            digits.and_then(|digits| u8::from_str_radix(digits, 16).ok())
        };
        let part = |start| part(start).unwrap_or_default();
        (part(1), part(3), part(5))
    }
}
