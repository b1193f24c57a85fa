//! What the reader decided where a file allows another reading, in words.

use std::fmt;

use crate::source::{Doubt, DoubtKind, Evidence, Grounds, Reading};
use crate::words::grammar::listed;

impl DoubtKind {
    /// The question, in a few words.
    #[must_use]
    pub const fn question(self) -> &'static str {
        match self {
            Self::Encoding => "how letters with accents are written",
            Self::HeaderRow => "which row names the columns",
            Self::RepeatedHeader => "whether rows repeat the header",
            Self::TotalRows => "whether rows are totals or notes",
            Self::ShareUnit => "whether shares are percentages or fractions",
            Self::Commas => "whether commas separate thousands or decimals",
            Self::Points => "whether points separate thousands or decimals",
            Self::DateOrder => "whether the day or the month comes first",
            Self::SameTrust => "whether names that look alike are one trust",
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
            Self::HeaderOnLine(line) => return write!(f, "the header is on line {line}"),
            Self::Headers => "repeats of the header or units, skipped",
            Self::Totals => "totals or notes, skipped",
            Self::Rows => "ordinary rows",
            Self::Percent => "percentages (25 is 25%)",
            Self::Fractions => "fractions (0.25 is 25%)",
            Self::BySign => "percentages with a percent sign, fractions without one (0.25 is 25%)",
            Self::BySize => "percentages above 1, fractions up to 1 (0.25 is 25%)",
            Self::Thousands => "numbers with marks between thousands (1,250 or 1.250 is 1250)",
            Self::Decimals => "numbers with decimals (1,250 or 1.250 is 1.25)",
            Self::DayFirst => "day first (1/9/2015 is 1 September)",
            Self::MonthFirst => "month first (9/1/2015 is 1 September)",
            Self::OneTrust => "one trust",
            Self::SeveralTrusts => "separate trusts",
            Self::PartOfCountry => "part of the country",
            Self::WholeCountry => "the whole country",
            Self::NotStated => "not stated",
            Self::Zero => "zero",
            Self::AsAbove => "blank cells repeat the cell above",
        })
    }
}

impl Grounds {
    /// Why a reading was taken, to follow it.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Assumed => "assumed",
            Self::Chosen => "your choice",
            Self::Settled => "the file itself shows it",
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
        write!(
            f,
            ": read as {} ({})",
            self.assumed,
            self.grounds.in_words()
        )?;
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
