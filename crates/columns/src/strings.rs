//! Many strings in one allocation.

use std::borrow::Cow;

use crate::blank::with_plain_blanks;

/// Strings end to end in one, for a column of text or a dictionary's words.
///
/// ```
/// use columns::{Column, Keep, Projection, Reader};
/// let wanted = vec![(0, Keep::Text)];
/// let mut reader = Reader::new(Projection { delimiter: b',', columns: 1, wanted });
/// reader.push(b"name\nAsh\n Oak\n");
/// let table = reader.finish(|_| String::new());
/// let Some(Column::Text(names)) = table.column(0) else { unreachable!() };
/// assert_eq!(names.len(), 2);
/// assert_eq!(names.get(1), Some(" Oak"));
/// assert_eq!(names.get(2), None);
/// assert_eq!(names.iter().collect::<Vec<_>>(), ["Ash", " Oak"]);
/// assert_eq!(names.ends(), [3, 7]);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// The number of strings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are no strings.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A string by index, counted from 0; `None` beyond the last.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&str> {
        self.text.get(range(&self.ends, index)?)
    }

    /// All strings in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index).unwrap_or_default())
    }

    /// All strings, end to end.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The end of each string in [`text`](Self::text), in bytes. A string starts where the previous one ends.
    #[must_use]
    pub fn ends(&self) -> &[usize] {
        &self.ends
    }

    /// Returns [`text`](Self::text) and [`ends`](Self::ends).
    ///
    /// ```
    /// assert_eq!(columns::Strings::default().into_parts(), (String::new(), vec![]));
    /// ```
    #[must_use]
    pub fn into_parts(self) -> (String, Vec<usize>) {
        (self.text, self.ends)
    }
}

/// Byte strings end to end, before their encoding is known.
#[derive(Debug, Default)]
pub(crate) struct Bytes {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Bytes {
    #[inline]
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.ends.push(self.bytes.len());
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    #[inline]
    pub(crate) fn get(&self, index: usize) -> Option<&[u8]> {
        self.bytes.get(range(&self.ends, index)?)
    }

    /// The strings as text. If the file is not all UTF-8, `decode` converts those with non-ASCII bytes.
    pub(crate) fn into_strings(self, is_utf8: bool, decode: &impl Fn(&[u8]) -> String) -> Strings {
        let Self { bytes, ends } = self;
        if !is_utf8 {
            return decoded(&bytes, &ends, decode);
        }
        match String::from_utf8(bytes) {
            Ok(text) if matches!(with_plain_blanks(&text), Cow::Borrowed(_)) => Strings { text, ends },
            Ok(text) => decoded(text.as_bytes(), &ends, &|cell| {
                String::from_utf8_lossy(cell).into_owned()
            }),
            // Only a non-ASCII delimiter can split a character.
            Err(error) => decoded(error.as_bytes(), &ends, &|cell| {
                String::from_utf8_lossy(cell).into_owned()
            }),
        }
    }
}

fn decoded(bytes: &[u8], ends: &[usize], decode: &impl Fn(&[u8]) -> String) -> Strings {
    let mut strings = Strings::default();
    for index in 0..ends.len() {
        let cell = range(ends, index).and_then(|range| bytes.get(range));
        let cell = cell.unwrap_or_default();
        match std::str::from_utf8(cell) {
            Ok(text) if cell.is_ascii() => strings.text.push_str(text),
            _ => strings.text.push_str(&with_plain_blanks(&decode(cell))),
        }
        strings.ends.push(strings.text.len());
    }
    strings
}

#[inline]
fn range(ends: &[usize], index: usize) -> Option<std::ops::Range<usize>> {
    let end = *ends.get(index)?;
    let start = match index.checked_sub(1) {
        Some(before) => *ends.get(before)?,
        None => 0,
    };
    Some(start..end)
}
