//! What a caller wants of a file.

/// The form in which a column is kept.
///
/// ```
/// use columns::Keep;
/// let keep = if "PTL2BASICS_94".starts_with('P') { Keep::Number { percent: true } } else { Keep::Text };
/// assert_eq!(keep, Keep::Number { percent: true });
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// As it stands, blanks included: see [`Strings`](crate::Strings).
    Text,
    /// As a word of the column's dictionary, without the ASCII blanks around it: for columns of few
    /// distinct values. See [`Words`](crate::Words).
    Words,
    /// As a number where it is one, as a word where not: see [`Numbers`](crate::Numbers).
    Number {
        /// Whether a percent sign may follow a number; it changes nothing of it.
        percent: bool,
    },
}

/// Which columns of a file are wanted, and what is known of the file.
///
/// ```
/// use columns::{Keep, Projection};
/// let projection = Projection { delimiter: b';', columns: 40, wanted: vec![(3, Keep::Words)] };
/// assert_eq!(projection.wanted.len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Projection {
    /// The byte between cells: ASCII, neither a quote nor a line end.
    pub delimiter: u8,
    /// How many columns the header has. A row of fewer cells, or of more that are filled, is named
    /// by a [`Fault`](crate::Fault).
    pub columns: usize,
    /// Places of columns, counted from 0 and in any order, each with the form in which it is kept.
    /// Of a place that is named more than once the first form holds.
    pub wanted: Vec<(usize, Keep)>,
}
