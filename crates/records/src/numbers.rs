//! A column of numbers, each published or missing for a reason.

use borsh::io::{Read, Result as Written, Write};

use crate::terms::Missing;

use super::Amount;
use super::packed;

/// The flag of a published number. Other flags are those of [`Missing::flag`].
const PUBLISHED: u8 = 0;

/// One number for each row, with a flag that says whether it was published.
///
/// ```
/// use records::Numbers;
/// use records::terms::Missing;
/// let mut numbers = Numbers::default();
/// numbers.push(Ok(46.6));
/// numbers.push(Err(Missing::Suppressed));
/// assert_eq!([numbers.get(0), numbers.get(1)], [Ok(46.6), Err(Missing::Suppressed)]);
/// assert_eq!(numbers.get(2), Err(Missing::NoColumn));
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Numbers {
    /// Zero where no value is published, so that equal columns compare equal.
    values: Vec<f64>,
    flags: Vec<u8>,
}

impl Numbers {
    /// A column in which all numbers are published.
    pub fn published(values: Vec<f64>) -> Self {
        let flags = vec![PUBLISHED; values.len()];
        Self { values, flags }
    }

    /// Writes the column. `predicted` has a number for each row, or is empty. The closer it is, the better the bytes
    /// compress.
    pub(crate) fn write(&self, predicted: &[f64], writer: &mut impl Write) -> Written<()> {
        packed::write_rows(&self.flags, writer)?;
        packed::write_numbers(&self.values, &of_published(&self.flags, predicted), writer)
    }

    /// Reads a column. `predicted` must be the same as when it was written.
    pub(crate) fn read(predicted: &[f64], reader: &mut impl Read) -> Written<Self> {
        let flags: Vec<u8> = packed::read_rows(reader)?;
        let values = packed::read_numbers(&of_published(&flags, predicted), reader)?;
        Ok(Self { values, flags })
    }

    /// Every number, or why it is missing.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Amount> {
        (0..self.len()).map(|row| self.get(row))
    }

    /// The numbers of these rows only.
    pub(crate) fn of_rows(&self, rows: &[usize]) -> Self {
        Self {
            values: rows.iter().filter_map(|row| self.values.get(*row).copied()).collect(),
            flags: rows.iter().filter_map(|row| self.flags.get(*row).copied()).collect(),
        }
    }

    /// The numbers, and a flag for each: 0 if it is published, otherwise that of its [`Missing`].
    #[must_use]
    pub fn parts(&self) -> (&[f64], &[u8]) {
        (&self.values, &self.flags)
    }

    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The number of a row, or why it is missing.
    ///
    /// # Errors
    /// The file's reason. Beyond the last row, [`Missing::NoColumn`].
    pub fn get(&self, row: usize) -> Amount {
        match (self.values.get(row), self.flags.get(row)) {
            (Some(&number), Some(&PUBLISHED)) => Ok(number),
            (_, Some(&flag)) => Err(Missing::from_flag(flag).unwrap_or(Missing::Unreadable)),
            _ => Err(Missing::NoColumn),
        }
    }

    /// Whether the number of a row is published.
    #[must_use]
    pub(crate) fn is_published(&self, row: usize) -> bool {
        self.flags.get(row) == Some(&PUBLISHED)
    }

    /// Adds a number.
    pub fn push(&mut self, amount: Amount) {
        let (value, flag) = stored(amount);
        self.values.push(value);
        self.flags.push(flag);
    }

    /// Replaces the number of an existing row.
    pub fn set(&mut self, row: usize, amount: Amount) {
        if let (Some(value), Some(flag)) = (self.values.get_mut(row), self.flags.get_mut(row)) {
            (*value, *flag) = stored(amount);
        }
    }

    /// Reserves room for this many more rows.
    pub(crate) fn reserve(&mut self, rows: usize) {
        self.values.reserve(rows);
        self.flags.reserve(rows);
    }
}

impl FromIterator<Amount> for Numbers {
    fn from_iter<I: IntoIterator<Item = Amount>>(amounts: I) -> Self {
        let (values, flags) = amounts.into_iter().map(stored).unzip();
        Self { values, flags }
    }
}

/// The predictions, with the stored 0 in rows without a published number.
fn of_published(flags: &[u8], predicted: &[f64]) -> Vec<f64> {
    let rows = flags.iter().zip(predicted);
    rows.map(|(&flag, &predicted)| if flag == PUBLISHED { predicted } else { 0.0 })
        .collect()
}

fn stored(amount: Amount) -> (f64, u8) {
    match amount {
        Ok(number) => (number, PUBLISHED),
        Err(reason) => (0.0, reason.flag()),
    }
}
