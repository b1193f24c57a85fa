//! Academic years.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};

use super::value::is_minus;

/// An academic year, stored as the calendar year in which it ends: 2022/23 is 2023.
///
/// ```
/// use records::terms::AcademicYear;
/// let year = AcademicYear::parse("202223").unwrap();
/// assert_eq!(year.to_string(), "2022/23");
/// assert_eq!(AcademicYear::parse("2022-2023"), Some(year));
/// assert_eq!(AcademicYear::found_in("ks4_2022-23_final.csv"), Some(year));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct AcademicYear {
    ends: u16,
}

impl AcademicYear {
    /// The academic year that ends in this calendar year, 1990 to 2099.
    #[must_use]
    pub fn ending(calendar_year: u16) -> Option<Self> {
        (1990..=2099)
            .contains(&calendar_year)
            .then_some(Self { ends: calendar_year })
    }

    /// The calendar year in which it ends (`Y` in the formulas of the method).
    #[must_use]
    pub const fn ends(self) -> u16 {
        self.ends
    }

    /// Whether pupils sat exams at its end. The exams of 2019/20 and 2020/21 were cancelled because of the pandemic,
    /// and teachers assessed the grades (Department for Education, "Key stage 4 performance", 2019/20 and 2020/21).
    ///
    /// ```
    /// use records::terms::AcademicYear;
    /// let had_exams = |year| AcademicYear::parse(year).unwrap().had_exams();
    /// assert_eq!(["2018/19", "2019/20", "2020/21", "2021/22"].map(had_exams), [true, false, false, true]);
    /// ```
    #[must_use]
    pub const fn had_exams(self) -> bool {
        !matches!(self.ends, 2020 | 2021)
    }

    /// The six digits of the published files, such as `202223`.
    #[must_use]
    pub fn time_period(self) -> String {
        format!("{}{:02}", self.ends - 1, self.ends % 100)
    }

    /// Parses `202223`, `2022/23`, `2022-23`, `2022-2023`, `20222023`, `2022_23`, `22/23`, with any dash and blanks
    /// between. Also parses `202223.0` and `202,223`, which spreadsheets and programs write.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let trimmed = text.trim();
        let trimmed = trimmed.strip_suffix(".0").unwrap_or(trimmed);
        let letters = trimmed.chars().filter(|letter| !matches!(letter, ' ' | ','));
        let plain: String = letters
            .map(|letter| if is_minus(letter) { '-' } else { letter })
            .collect();
        let digits = plain.chars().filter(char::is_ascii_digit).count();
        let whole = match digits {
            4 if plain.len() == 5 => format!("20{plain}"),
            _ => plain,
        };
        let year = Self::found_in(&whole)?;
        let only_a_year = whole
            .chars()
            .all(|letter| letter.is_ascii_digit() || matches!(letter, '/' | '-' | '_'));
        (only_a_year && matches!(digits, 4 | 6 | 8)).then_some(year)
    }

    /// The first academic year in a text, such as a file's name.
    #[must_use]
    pub fn found_in(text: &str) -> Option<Self> {
        let mut rest = text;
        while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
            rest = rest.get(start..)?;
            if let Some(year) = Self::at_start(rest) {
                return Some(year);
            }
            let run = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
            rest = rest.get(run..)?;
        }
        None
    }

    /// Four digits, an optional separator, then the next year in two or four digits, and nothing more.
    fn at_start(text: &str) -> Option<Self> {
        let first: u16 = text.get(..4)?.parse().ok()?;
        let after = text.get(4..)?;
        let after = after.strip_prefix(['/', '-', '_', ' ']).unwrap_or(after);
        let run = after
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(after.len());
        let second: u16 = after.get(..run)?.parse().ok()?;
        let ends = first.checked_add(1)?;
        let follows = match run {
            2 => second == ends % 100,
            4 => second == ends,
            _ => false,
        };
        if follows { Self::ending(ends) } else { None }
    }
}

impl fmt::Display for AcademicYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{:02}", self.ends - 1, self.ends % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_in_every_published_form() {
        let year = AcademicYear::ending(2023);
        for text in [
            "202223",
            "2022/23",
            "2022-23",
            "2022-2023",
            "2022_23",
            " 2022/23 ",
            "2022 / 23",
            "2022\u{2013}23",
            "22/23",
            "202223.0",
            "202,223",
        ] {
            assert_eq!(AcademicYear::parse(text), year, "{text}");
        }
        for text in [
            "",
            "2022",
            "202224",
            "2022/24",
            "a2022/23",
            "20222",
            "1899/1900",
            "2022.0",
            "22-24",
            "2223",
            "20/22/23",
        ] {
            assert_eq!(AcademicYear::parse(text), None, "{text}");
        }
        assert_eq!(
            AcademicYear::ending(2000).map(|y| y.to_string()),
            Some("1999/00".into())
        );
        assert_eq!(year.map(AcademicYear::time_period), Some("202223".into()));
    }

    #[test]
    fn a_year_is_found_in_a_name() {
        assert_eq!(
            AcademicYear::found_in("2017-2018/320_ks4revised.csv"),
            AcademicYear::ending(2018)
        );
        assert_eq!(
            AcademicYear::found_in("v2 202324_performance.csv"),
            AcademicYear::ending(2024)
        );
        assert_eq!(AcademicYear::found_in("england_ks4-mats-performance.csv"), None);
        assert_eq!(AcademicYear::found_in("2022-é"), None);
    }
}
