//! A file's column names, found in any order, case and spacing.

use std::borrow::Cow;

use columns::{bare, is_blank};

/// The index of a column in a file, counted from 0. It is not a row or a rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnIndex(pub(super) usize);

impl ColumnIndex {
    /// The index, counted from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }
}

/// The names of a file's columns, in the file's order.
///
/// ```
/// use read::source::open;
/// let text = open(b"Name, urn ,,URN\nA,1,,2\n").unwrap();
/// let header = text.header();
/// let urn = header.find("URN").unwrap();
/// assert_eq!(header.name(urn), "urn");
/// assert_eq!(header.repeated(), vec![(3, "URN")]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Without surrounding blanks, and with single spaces inside.
    names: Vec<String>,
    /// The letters of each name, stored because a file has hundreds of columns and a layout searches for dozens.
    letters: Vec<String>,
    /// The same for names as rewritten by programs.
    rewritten: Vec<String>,
}

impl Header {
    pub(super) fn new(names: &[String]) -> Self {
        let names: Vec<String> = names.iter().map(|name| plain(name).into_owned()).collect();
        Self {
            letters: names.iter().map(|name| letters(name)).collect(),
            rewritten: names.iter().map(|name| essential(name)).collect(),
            names,
        }
    }

    /// The number of columns, including those without a name.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether no column has a name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names().next().is_none()
    }

    /// The names that are not blank, without surrounding blanks.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str).filter(|name| !name.is_empty())
    }

    /// The first column with this name, ignoring case and blanks. Otherwise the first whose name differs only by what
    /// R, Python and SQL change in names (`Group.UID` or `group_uid` for `Group UID`), or by a note's mark at its end
    /// (`TPUP [note 1]`).
    #[must_use]
    pub fn find(&self, wanted: &str) -> Option<ColumnIndex> {
        let wanted = plain(wanted);
        let first = |names: &[String], wanted: &str| names.iter().position(|name| name == wanted);
        let as_written = first(&self.letters, &letters(&wanted));
        let index = as_written.or_else(|| {
            let essential = essential(&wanted);
            let is_name = !essential.is_empty();
            is_name.then(|| first(&self.rewritten, &essential)).flatten()
        });
        index.map(ColumnIndex)
    }

    /// Whether there is a column with this name.
    #[must_use]
    pub fn has(&self, wanted: &str) -> bool {
        self.find(wanted).is_some()
    }

    /// A column's name as in the file, without surrounding blanks.
    #[must_use]
    pub fn name(&self, column: ColumnIndex) -> &str {
        self.names.get(column.0).map_or("", String::as_str)
    }

    /// The columns with the name of an earlier column, with their indices.
    #[must_use]
    pub fn repeated(&self) -> Vec<(usize, &str)> {
        let mut repeated = Vec::new();
        for (index, name) in self.names.iter().enumerate() {
            let earlier = self.find(name).is_some_and(|first| first.0 < index);
            if earlier && !name.is_empty() {
                repeated.push((index, name.as_str()));
            }
        }
        repeated
    }
}

/// A name without surrounding blanks and quotes, and with each blank inside, or line end, as one space.
fn plain(name: &str) -> Cow<'_, str> {
    let name = bare(name);
    let is_odd = |letter: char| letter != ' ' && is_blank(letter);
    if !name.contains(is_odd) && !name.contains("  ") {
        return Cow::Borrowed(name);
    }
    let words: Vec<&str> = name.split(is_blank).filter(|word| !word.is_empty()).collect();
    Cow::Owned(words.join(" "))
}

/// A name for comparison: in lower case and without blanks, including invisible ones.
fn letters(name: &str) -> String {
    let mut letters = name.replace(' ', "");
    letters.make_ascii_lowercase();
    letters
}

/// The letters that programs do not change: without replacements for blanks and brackets, and without a note's mark.
fn essential(name: &str) -> String {
    let noted = name.split_once('[').map_or(name, |(name, _)| name);
    letters(noted).replace(['_', '.', '-', '(', ')'], "")
}
