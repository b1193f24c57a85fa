//! Days of the calendar, as the files write them.

use borsh::{BorshDeserialize, BorshSerialize};

/// A day of the calendar. The published files name days only to say when a school joined a trust.
///
/// ```
/// use trust_gap::terms::Date;
/// let joined = Date::parse("01-09-2018").unwrap();
/// assert_eq!(Date::parse("2018-09-01"), Some(joined));
/// assert_eq!(Date::parse("1/9/2018"), Some(joined));
/// assert_eq!(joined.to_string(), "1 September 2018");
/// assert!(Date::parse("31-02-2018").is_none());
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
)]
pub struct Date {
    year: u16,
    day_of_year: DayOfYear,
}

/// A day of any year, such as 14 September.
///
/// ```
/// use trust_gap::terms::DayOfYear;
/// let cut_off = DayOfYear::new(9, 14).unwrap();
/// assert_eq!(cut_off.to_string(), "14 September");
/// assert_eq!(DayOfYear::parse("09-14"), Some(cut_off));
/// assert!(DayOfYear::new(4, 31).is_none());
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
)]
pub struct DayOfYear {
    month: u8,
    day: u8,
}

/// The days of each month; February has as many as it ever has.
const DAYS: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

impl DayOfYear {
    /// 14 September: the day by which a school has to join for the academic year to count.
    pub const SEPTEMBER_14: Self = Self { month: 9, day: 14 };

    /// The day, where there is one of that number in that month; 29 February is one.
    #[must_use]
    pub fn new(month: u8, day: u8) -> Option<Self> {
        let days = DAYS.get(usize::from(month.checked_sub(1)?))?;
        (1..=*days).contains(&day).then_some(Self { month, day })
    }

    /// Reads `09-14`, the month first, as addresses and the command line write it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.trim().split_once('-')?;
        Self::new(month.parse().ok()?, day.parse().ok()?)
    }

    /// The form that [`DayOfYear::parse`] reads.
    #[must_use]
    pub fn key(self) -> String {
        format!("{:02}-{:02}", self.month, self.day)
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// This day in a calendar year; 29 February stands after 28 February in any.
    #[must_use]
    pub const fn of(self, year: u16) -> Date {
        Date {
            year,
            day_of_year: self,
        }
    }
}

impl Date {
    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The day within its year.
    #[must_use]
    pub(crate) const fn day_of_year(self) -> DayOfYear {
        self.day_of_year
    }

    /// Reads `dd-mm-yyyy` and `dd/mm/yyyy`, as British files write days, and `yyyy-mm-dd`. A time of
    /// day may follow after a blank or a `T`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().as_bytes();
        let day = text.split(|byte| matches!(byte, b' ' | b'T')).next()?;
        let mut parts = day.split(|byte| matches!(byte, b'-' | b'/'));
        let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        let (year, day) = if first.len() == 4 {
            (first, last)
        } else {
            (last, first)
        };
        let is_year = year.len() == 4;
        let (month, day) = (
            number(month)?.try_into().ok()?,
            number(day)?.try_into().ok()?,
        );
        let day_of_year = DayOfYear::new(month, day)?;
        let year = number(year)?;
        let exists = day_of_year.month != 2 || day_of_year.day < 29 || is_leap(year);
        (is_year && exists).then_some(Self { year, day_of_year })
    }
}

/// The number that digits are.
fn number(digits: &[u8]) -> Option<u16> {
    let add = |number: u16, byte: &u8| {
        let digit = byte.is_ascii_digit().then(|| u16::from(byte - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    };
    let number = digits.iter().try_fold(0, add)?;
    (!digits.is_empty()).then_some(number)
}

const fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_every_published_form_and_ordered() {
        let day = Date::parse("14-09-2019");
        for text in [
            "2019-09-14",
            "14/09/2019",
            " 2019-09-14 00:00:00",
            "2019-09-14T00:00",
        ] {
            assert_eq!(Date::parse(text), day, "{text}");
        }
        for text in [
            "",
            "2019",
            "14-09",
            "14-09-19",
            "09-14-2019",
            "1-2-3-2019",
            "29-02-2019",
            "x-y-2019",
            "1--2019",
            "257-1-2019",
            "1-1-99999999",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("29-02-2020").is_some());
        assert!(Date::parse("15-09-2019") > day);
        assert!(Date::parse("14-10-2018") < day);
        assert_eq!(DayOfYear::new(9, 14).map(|cut_off| cut_off.of(2019)), day);
    }
}
