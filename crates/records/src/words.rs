//! The words of `records`: problems with a file's rows, and doubts about the file.

use std::fmt::Display;

/// The name of a user's own spreadsheet.
pub const OWN_SPREADSHEET: &str = "your own spreadsheet";

/// The names of the Department's files in a sentence. Wherever figures from a file are shown, its publisher is named.
pub mod department {
    /// Key stage 4 by trust.
    pub const TRUST_FILE: &str = "the trust performance file";

    /// Key stage 4 by school, to 2022/23.
    pub const SCHOOL_FILE: &str = "the school performance file";

    /// The same of 2023/24.
    pub const SCHOOL_FILE_2024: &str = "the school performance file for 2023/24";

    /// The same of later years.
    pub const SCHOOL_FILE_2025: &str = "the school performance file for 2024/25 or later";

    /// Which schools are in which trust.
    pub const GROUP_LINKS: &str = "the group links from Get Information About Schools";

    /// Which school followed which.
    pub const SCHOOL_LINKS: &str = "the establishment links from Get Information About Schools";
}

/// The name of a school without a name in the file.
pub fn school_of_number(urn: impl Display) -> String {
    format!("School {urn}")
}

/// The reader's decisions where a file can be read in several ways.
mod doubt {
    use std::fmt;

    use crate::grammar::listed;
    use crate::{Doubt, DoubtKind, Evidence, Grounds, Reading};

    impl DoubtKind {
        /// The question, in a few words.
        #[must_use]
        pub const fn question(self) -> &'static str {
            match self {
                Self::Encoding => "how accented letters are encoded",
                Self::HeaderRow => "which row holds the column names",
                Self::RepeatedHeader => "whether rows repeat the header",
                Self::TotalRows => "whether rows are totals or notes",
                Self::ShareUnit => "whether shares are percentages or fractions",
                Self::Commas => "whether commas separate thousands or decimals",
                Self::Points => "whether points separate thousands or decimals",
                Self::DateOrder => "whether the day or the month comes first",
                Self::SameTrust => "whether similar names are the same trust",
                Self::Coverage => "whether the file covers the whole country",
                Self::Dash => "what a cell with only a dash means",
                Self::BlankCells => "what blank cells mean",
            }
        }
    }

    impl fmt::Display for Reading {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(match self {
                Self::Encoded(encoding) => return write!(f, "{} text", encoding.name()),
                Self::HeaderOnLine(line) => return write!(f, "header on line {line}"),
                Self::Headers => "repeated headers or units, skipped",
                Self::Totals => "totals or notes, skipped",
                Self::Rows => "ordinary rows",
                Self::Percent => "percentages (25 is 25%)",
                Self::Fractions => "fractions (0.25 is 25%)",
                Self::BySign => "percentages with a percent sign, fractions without one (0.25 is 25%)",
                Self::BySize => "percentages above 1, fractions up to 1 (0.25 is 25%)",
                Self::Thousands => "numbers with thousands separators (1,250 or 1.250 is 1250)",
                Self::Decimals => "numbers with a decimal mark (1,250 or 1.250 is 1.25)",
                Self::DayFirst => "day first (1/9/2015 is 1 September)",
                Self::MonthFirst => "month first (9/1/2015 is 1 September)",
                Self::OneTrust => "one trust",
                Self::SeveralTrusts => "separate trusts",
                Self::PartOfCountry => "part of the country",
                Self::WholeCountry => "the whole country",
                Self::NotStated => "not stated",
                Self::Zero => "zero",
                Self::AsAbove => "the same as the cell above",
            })
        }
    }

    impl Grounds {
        /// Why a reading was used, after its name.
        #[must_use]
        pub const fn in_words(self) -> &'static str {
            match self {
                Self::Assumed => "assumed",
                Self::Chosen => "your choice",
                Self::Settled => "clear from the file",
            }
        }
    }

    impl fmt::Display for Evidence {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let Some(line) = self.line else {
                return f.write_str(&self.value);
            };
            write!(f, "line {line}")?;
            if let Some(column) = &self.column {
                write!(f, ", {column}")?;
            }
            write!(f, ": \u{201c}{}\u{201d}", self.value)
        }
    }

    impl fmt::Display for Doubt {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{}", self.file)?;
            if let Some(column) = &self.column {
                write!(f, ", {column}")?;
            }
            write!(f, ": read as {} ({})", self.assumed, self.grounds.in_words())?;
            if !self.evidence.is_empty() {
                let evidence: Vec<String> = self.evidence.iter().map(ToString::to_string).collect();
                let evidence: Vec<&str> = evidence.iter().map(String::as_str).collect();
                write!(f, "; see {}", listed(&evidence))?;
            }
            match self.rows {
                0 => {}
                1 => f.write_str("; 1 row affected")?,
                rows => write!(f, "; {rows} rows affected")?,
            }
            f.write_str(".")?;
            if !self.alternatives.is_empty() {
                let others: Vec<String> = self.alternatives.iter().map(ToString::to_string).collect();
                write!(f, " It could also be: {}.", others.join("; or "))?;
            }
            Ok(())
        }
    }
}

/// The words for a fault of one row or cell, and what can be done about it.
mod problem {
    use std::fmt;

    use crate::grammar::{counted, listed};
    use crate::{Fault, Problem, ProblemKind};

    impl Fault {
        /// What a user can do about it.
        #[must_use]
        pub fn remedy(&self) -> &'static str {
            match self {
                Self::ShortRow { .. } => "Check the end of this row. The missing cells count as blank.",
                Self::LongRow { .. } => {
                    "Check the row for a name that contains a delimiter but is not in quotes. The extra cells are \
                    ignored."
                }
                Self::RowsOfOneLength { found, expected, .. } if found < expected => {
                    "Check the header for extra names, or the end of these rows. The missing cells count as blank."
                }
                Self::RowsOfOneLength { .. } => "Check the header for missing names. The extra cells are ignored.",
                Self::RepeatedColumn => "Rename or remove one of them. The first is used.",
                Self::UnclosedQuote => {
                    "Add the closing quote. Everything after the opening quote was read as one cell."
                }
                Self::SpansLines { .. } => {
                    "They were read as one row. If they are separate rows, remove or close the quote."
                }
                Self::NotANumber => {
                    "Enter a number or a published code (SUPP, NE, NP, NA, LOWCOV). The value counts as missing."
                }
                Self::NotADate => {
                    "Write the date as 01-09-2018 (day, month, year). Until then it counts as not stated."
                }
                Self::OutOfRange { .. } => "Correct the number. The value counts as missing.",
                Self::Blank => "Fill in the cell. The row is left out.",
                Self::Unknown { .. } => {
                    "Correct the cell. Until then it counts as not stated, and a row that needs it is left out."
                }
                Self::RepeatedGroup { .. } => {
                    "The file may split groups by a column that is not recognised. Remove that column\u{2019}s \
                    rows. The row with the larger count is used."
                }
                Self::CrossedInterval => "Correct the two ends of the interval. Until then it counts as missing.",
                Self::Repeated { .. } => "Remove one of the two rows. The first is used.",
            }
        }
    }

    impl fmt::Display for Fault {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::ShortRow { found, expected } => {
                    write!(f, "The row has {found} cells, but the header has {expected}")
                }
                Self::LongRow { found, expected } => {
                    write!(f, "The row has {found} cells, but the header has {expected}")
                }
                Self::RowsOfOneLength {
                    found,
                    expected,
                    rows,
                    lines,
                } => {
                    write!(
                        f,
                        "{} have {found} cells, but the header has {expected} ({})",
                        counted(*rows, "row"),
                        on_lines(lines, *rows)
                    )
                }
                Self::RepeatedColumn => f.write_str("The file has two columns with this name"),
                Self::UnclosedQuote => f.write_str("A quote is opened here but never closed"),
                Self::SpansLines { last_line } => {
                    write!(f, "A quoted cell continues to line {last_line}")
                }
                Self::NotANumber => f.write_str("This is not a number or a published code"),
                Self::NotADate => f.write_str("This is not a date from 1990 onwards"),
                Self::OutOfRange { lowest, highest } => {
                    write!(f, "The number is outside the possible range, {lowest} to {highest}")
                }
                Self::Blank => f.write_str("The cell is blank"),
                Self::Unknown { expected } => write!(f, "This is not {expected}"),
                Self::RepeatedGroup { first_line } => {
                    write!(f, "Line {first_line} is another row for the whole of this group")
                }
                Self::CrossedInterval => f.write_str("The upper end of the interval is below its lower end"),
                Self::Repeated { first_line } => {
                    write!(f, "The row repeats the one on line {first_line}")
                }
            }
        }
    }

    /// "lines 2, 3 and 6", "lines 2, 3, 4, 5, 6 and 12 more".
    fn on_lines(lines: &[u64], count: usize) -> String {
        let mut named: Vec<String> = lines.iter().map(ToString::to_string).collect();
        if count > lines.len() {
            named.push(format!("{} more", count - lines.len()));
        }
        let named: Vec<&str> = named.iter().map(String::as_str).collect();
        format!("lines {}", listed(&named))
    }

    impl ProblemKind<'_> {
        /// Where they are: "2", "lines 2, 3 and 6".
        #[must_use]
        pub fn where_they_are(&self) -> String {
            match self.count {
                1 => self.first.line.to_string(),
                count => on_lines(&self.lines, count),
            }
        }
    }

    impl fmt::Display for ProblemKind<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            if self.count == 1 {
                return self.first.fmt(f);
            }
            let Problem {
                file,
                column,
                value,
                fault,
                ..
            } = self.first;
            write!(f, "{file}")?;
            if let Some(column) = column {
                write!(f, ", {column}")?;
            }
            write!(f, ", {} times ({}): {fault}", self.count, self.where_they_are())?;
            if let Some(value) = value {
                write!(f, " (the first is \u{201c}{value}\u{201d})")?;
            }
            write!(f, ". {}", fault.remedy())
        }
    }

    impl fmt::Display for Problem {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{}, line {}", self.file, self.line)?;
            if let Some(column) = &self.column {
                write!(f, ", {column}")?;
            }
            write!(f, ": {}", self.fault)?;
            if let Some(value) = &self.value {
                write!(f, " (\u{201c}{value}\u{201d})")?;
            }
            write!(f, ". {}", self.fault.remedy())
        }
    }
}

/// The words for a column's field.
mod field {
    use crate::intake::Field;
    use crate::terms::Group;

    impl Field {
        /// The field's name for users.
        #[must_use]
        pub fn label(self) -> String {
            match self {
                Self::Urn => "School number (URN)".to_owned(),
                Self::School => "School".to_owned(),
                Self::SchoolType => "School type".to_owned(),
                Self::Authority => "Local authority code".to_owned(),
                Self::Region => "Region".to_owned(),
                Self::TrustUid => "Trust number".to_owned(),
                Self::Trust => "Trust".to_owned(),
                Self::Joined => "Date of joining the trust".to_owned(),
                Self::Years => "Years in the trust".to_owned(),
                Self::Year => "Academic year of the results".to_owned(),
                Self::Schools => "Schools in the trust\u{2019}s figures".to_owned(),
                Self::Pupils(group) => format!("Pupils, {}", of_group(group)),
                Self::DisadvantagedShare => "Share of disadvantaged pupils, %".to_owned(),
                Self::ProgressPupils(group) => format!("Pupils in Progress 8, {}", of_group(group)),
                Self::Figure(measure, group) => format!("{}, {}", measure.name(), of_group(group)),
            }
        }
    }

    const fn of_group(group: Group) -> &'static str {
        match group {
            Group::All => "all pupils",
            Group::Disadvantaged => "disadvantaged",
            Group::Other => "other pupils",
        }
    }
}

/// The words for faults of a mapping.
pub mod mapping {
    use std::fmt;

    use crate::intake::MappingError;

    /// The heading of a column with the group of a table's figures.
    pub const GROUP: &str = "Pupil group";

    impl fmt::Display for MappingError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::NoSuchColumn { field, column } => {
                    write!(f, "{field}: the file has no column \u{201c}{column}\u{201d}")
                }
                Self::UsedTwice { column, one, two } => write!(
                    f,
                    "The column \u{201c}{column}\u{201d} cannot be both \u{201c}{one}\u{201d} and \u{201c}{two}\u{201d}"
                ),
                Self::NoSubject => f.write_str("Choose the column that holds the school numbers or the trusts"),
                Self::NoFigure => f.write_str("Choose at least one column that holds a figure"),
            }
        }
    }
}
