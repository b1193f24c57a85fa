//! A file's column names, found whatever their place, case and the blanks around them.

use std::borrow::Cow;

use columns::{is_blank, trimmed};

/// The place of a column in a file, counted from 0. Not a row, not a rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnIndex(pub(super) usize);

impl ColumnIndex {
    /// The place, counted from 0.
    #[must_use]
    pub const fn place(self) -> usize {
        self.0
    }
}

/// The names of a file's columns, in the file's order.
///
/// ```
/// use trust_gap::source::open;
/// let text = open(b"Name, urn ,,URN\nA,1,,2\n").unwrap();
/// let header = text.header();
/// let urn = header.find("URN").unwrap();
/// assert_eq!(header.name(urn), "urn");
/// assert_eq!(header.repeated(), vec![(3, "URN")]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Without the blanks around them, with single spaces within them.
    names: Vec<String>,
    /// The letters of each name: a file has hundreds of columns, and a layout asks for dozens of them.
    letters: Vec<String>,
}

impl Header {
    pub(super) fn new(names: &[String]) -> Self {
        let names: Vec<String> = names.iter().map(|name| plain(name).into_owned()).collect();
        let letters = names.iter().map(|name| letters(name)).collect();
        Self { names, letters }
    }

    /// How many columns there are, the nameless included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether no column has a name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names().next().is_none()
    }

    /// The names that are not blank, without the blanks around them.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names
            .iter()
            .map(String::as_str)
            .filter(|name| !name.is_empty())
    }

    /// The first column of that name, whatever its case and its blanks.
    #[must_use]
    pub fn find(&self, wanted: &str) -> Option<ColumnIndex> {
        let wanted = letters(&plain(wanted));
        let mut each = self.letters.iter();
        each.position(|name| *name == wanted).map(ColumnIndex)
    }

    /// Whether there is a column of that name.
    #[must_use]
    pub fn has(&self, wanted: &str) -> bool {
        self.find(wanted).is_some()
    }

    /// A column's name as the file has it, without the blanks around it.
    #[must_use]
    pub fn name(&self, column: ColumnIndex) -> &str {
        self.names.get(column.0).map_or("", String::as_str)
    }

    /// The columns whose name an earlier one has, with their places.
    #[must_use]
    pub fn repeated(&self) -> Vec<(usize, &str)> {
        let mut repeated = Vec::new();
        for (place, name) in self.names.iter().enumerate() {
            let earlier = self.find(name).is_some_and(|first| first.0 < place);
            if earlier && !name.is_empty() {
                repeated.push((place, name.as_str()));
            }
        }
        repeated
    }
}

/// A name without the blanks around it; those within it, line ends among them, are one space each.
fn plain(name: &str) -> Cow<'_, str> {
    let name = trimmed(name);
    let is_odd = |letter: char| letter != ' ' && is_blank(letter);
    if !name.contains(is_odd) && !name.contains("  ") {
        return Cow::Borrowed(name);
    }
    let words: Vec<&str> = name
        .split(is_blank)
        .filter(|word| !word.is_empty())
        .collect();
    Cow::Owned(words.join(" "))
}

/// The letters of a name by which it is known: small, and without the blanks, of which not all are seen.
fn letters(name: &str) -> String {
    let mut letters = name.replace(' ', "");
    letters.make_ascii_lowercase();
    letters
}
