//! Positions along an axis, before layout.

/// A position along an axis: in the data's units or at an edge, with an offset in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Along {
    pub(super) at: At,
    /// The offset in pixels, right or down.
    pub(super) by: f64,
    /// For marks side by side at one number: its index, and how many there are.
    pub(super) turn: Option<(usize, usize)>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum At {
    /// A number of the axis.
    Number(f64),
    /// The middle of a band: a row or a column.
    Band(usize),
    /// The height of a row's words: above its marks if they take the full width.
    Words(usize),
    /// The middle of a row.
    Middle(usize),
    /// The mark's own row.
    Own,
    /// The height of the words of the mark's own row.
    OwnWords,
    /// The middle of the mark's own row.
    OwnMiddle,
    /// The left or upper edge of the picture.
    Start,
    /// The right or lower edge of the picture.
    End,
    /// The left or upper edge of the plot, within the margins.
    From,
    /// The right or lower edge of the plot.
    To,
}

impl Along {
    /// The left or upper edge of the picture.
    pub const START: Self = Self::at(At::Start);
    /// The right or lower edge of the picture.
    pub const END: Self = Self::at(At::End);
    /// The left or upper edge of the plot, within the margins.
    pub const FROM: Self = Self::at(At::From);
    /// The right or lower edge of the plot.
    pub const TO: Self = Self::at(At::To);
    /// The mark's own row.
    pub const OWN: Self = Self::at(At::Own);
    /// The middle of the mark's own row.
    pub const MIDDLE: Self = Self::at(At::OwnMiddle);
    pub(super) const OWN_WORDS: Self = Self::at(At::OwnWords);

    pub(super) const fn at(at: At) -> Self {
        Self {
            at,
            by: 0.0,
            turn: None,
        }
    }

    /// A number of the axis.
    #[must_use]
    pub const fn number(number: f64) -> Self {
        Self::at(At::Number(number))
    }

    /// The middle of a band: of a row or a column.
    #[must_use]
    pub const fn band(band: usize) -> Self {
        Self::at(At::Band(band))
    }

    /// The position moved by this many pixels, right or down.
    #[must_use]
    pub const fn by(self, pixels: f64) -> Self {
        Self {
            by: self.by + pixels,
            ..self
        }
    }

    /// The position of mark `turn` out of `of` that are side by side at the same number.
    #[must_use]
    pub const fn aside(self, turn: usize, of: usize) -> Self {
        Self {
            turn: Some((turn, of)),
            ..self
        }
    }

    /// The position with a number of another scale replaced by its place on this one.
    pub(super) fn on(self, place: impl Fn(f64) -> f64) -> Self {
        let at = match self.at {
            At::Number(number) => At::Number(place(number)),
            at => at,
        };
        Self { at, ..self }
    }

    /// The position with the mark's own row replaced by this row.
    pub(super) const fn in_row(self, row: usize) -> Self {
        let at = match self.at {
            At::Own => At::Band(row),
            At::OwnWords => At::Words(row),
            At::OwnMiddle => At::Middle(row),
            at => at,
        };
        Self { at, ..self }
    }
}

impl From<f64> for Along {
    fn from(number: f64) -> Self {
        Self::number(number)
    }
}
