//! A file's column names, found whatever their place, case and the blanks around them.

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
    /// Without the blanks around them.
    names: Vec<String>,
    /// A hash of each name, whatever its case: a file has hundreds of columns, and a layout asks for
    /// dozens of them.
    hashes: Vec<u32>,
}

impl Header {
    pub(super) fn new(names: &[String]) -> Self {
        let names: Vec<String> = names.iter().map(|name| name.trim().to_owned()).collect();
        Self {
            hashes: names.iter().map(|name| hash(name)).collect(),
            names,
        }
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

    /// The first column of that name, whatever its case and the blanks around it.
    #[must_use]
    pub fn find(&self, wanted: &str) -> Option<ColumnIndex> {
        let wanted = wanted.trim();
        let hash = hash(wanted);
        let mut likely = self.hashes.iter().zip(&self.names);
        likely
            .position(|(known, name)| *known == hash && name.eq_ignore_ascii_case(wanted))
            .map(ColumnIndex)
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

/// FNV-1a of the letters, small and capital ones alike.
fn hash(name: &str) -> u32 {
    name.bytes().fold(0x811C_9DC5, |hash, byte| {
        (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
    })
}
