//! The columns that a caller wants.

/// The form in which a column is kept.
///
/// ```
/// use columns::Keep;
/// use columns::Accept;
/// let percent = Accept { percent: true, highest: 100, ..Accept::default() };
/// assert_ne!(Keep::Number(percent), Keep::Number(Accept::default()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// As written, including blanks: see [`Strings`](crate::Strings).
    Text,
    /// As a word of the column's dictionary, without surrounding ASCII blanks: for columns with few distinct values.
    /// See [`Words`](crate::Words).
    Words,
    /// As a number if it is accepted, otherwise as a word: see [`Numbers`](crate::Numbers).
    Number(Accept),
}

/// Which plain decimals are numbers. All others remain words.
///
/// ```
/// use columns::Accept;
/// let any = Accept::default();
/// assert_eq!((any.percent, any.whole, any.lowest), (false, false, i32::MIN));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accept {
    /// Whether a percent sign may follow; it does not change the number.
    pub percent: bool,
    /// Whether only whole numbers without a point are accepted.
    pub whole: bool,
    /// The lowest number.
    pub lowest: i32,
    /// The highest number.
    pub highest: i32,
}

impl Default for Accept {
    /// All numbers in the range of `i32`, without a percent sign.
    fn default() -> Self {
        Self {
            percent: false,
            whole: false,
            lowest: i32::MIN,
            highest: i32::MAX,
        }
    }
}

impl Accept {
    /// Whether a number in this notation is accepted.
    #[inline]
    pub(crate) fn takes(self, number: f64, cell: &[u8]) -> bool {
        number >= f64::from(self.lowest) && number <= f64::from(self.highest) && !(self.whole && cell.contains(&b'.'))
    }
}

/// The wanted columns of a file, and what is known about the file.
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
    /// The number of columns in the header. A row with fewer cells, or with more filled cells, gets a
    /// [`Fault`](crate::Fault).
    pub columns: usize,
    /// Indices of columns, counted from 0 and in any order, each with the form in which it is kept. If an index occurs
    /// more than once, its first form counts.
    pub wanted: Vec<(usize, Keep)>,
}
