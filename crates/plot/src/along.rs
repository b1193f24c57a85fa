//! Where something is along an axis, before the layout.

/// A position along an axis: in the data's own terms or at an edge, and so many pixels beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Along {
    pub(super) at: At,
    /// So many pixels to the right or down.
    pub(super) by: f64,
    /// Its turn among so many that stand side by side at one number.
    pub(super) turn: Option<(usize, usize)>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum At {
    /// A number of the axis.
    Number(f64),
    /// The middle of a band: a row's marks, a column's.
    Band(usize),
    /// Where the words of a row are: above its marks where these have all the width.
    Words(usize),
    /// The middle of a row, wherever its marks and words are.
    Middle(usize),
    /// The row in which the mark is.
    Own,
    /// The words of the row in which the mark is.
    OwnWords,
    /// The middle of the row in which the mark is.
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
    /// The row in which the mark is.
    pub const OWN: Self = Self::at(At::Own);
    /// The middle of the row in which the mark is, wherever its other marks and words are.
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

    /// So many pixels further right or down.
    #[must_use]
    pub const fn by(self, pixels: f64) -> Self {
        Self {
            by: self.by + pixels,
            ..self
        }
    }

    /// A little aside, as one of so many that stand side by side at the same number.
    #[must_use]
    pub const fn aside(self, turn: usize, of: usize) -> Self {
        Self {
            turn: Some((turn, of)),
            ..self
        }
    }

    /// The same in a row, where it is of the row in which its mark is.
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
