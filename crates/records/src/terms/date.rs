//! Dates, as files write them.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::terms::words::date::MONTHS;

use super::value::is_minus;

/// A calendar date. The published files have dates only for when a school joined a trust.
///
/// ```
/// use records::terms::Date;
/// let joined = Date::parse("01-09-2018").unwrap();
/// assert_eq!(Date::parse("2018-09-01"), Some(joined));
/// assert_eq!(Date::parse("1/9/2018"), Some(joined));
/// assert_eq!(joined.to_string(), "1 September 2018");
/// assert!(Date::parse("31-02-2018").is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct Date {
    year: u16,
    day_of_year: DayOfYear,
}

/// A day of any year, such as 14 September.
///
/// ```
/// use records::terms::DayOfYear;
/// let cut_off = DayOfYear::new(9, 14).unwrap();
/// assert_eq!(cut_off.to_string(), "14 September");
/// assert_eq!(DayOfYear::parse("09-14"), Some(cut_off));
/// assert!(DayOfYear::new(4, 31).is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct DayOfYear {
    month: u8,
    day: u8,
}

/// The number of days in each month. February has 29.
const DAYS: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

impl DayOfYear {
    /// 14 September: a school has to join by this day for the academic year to count.
    pub const SEPTEMBER_14: Self = Self { month: 9, day: 14 };

    /// The day, if the month has it. 29 February is valid.
    #[must_use]
    pub fn new(month: u8, day: u8) -> Option<Self> {
        let days = DAYS.get(usize::from(month.checked_sub(1)?))?;
        (1..=*days).contains(&day).then_some(Self { month, day })
    }

    /// Parses `09-14`, the month first, as in addresses and on the command line.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.trim().split_once('-')?;
        Self::new(month.parse().ok()?, day.parse().ok()?)
    }

    /// The text that [`DayOfYear::parse`] parses.
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

    /// This day in a calendar year. 29 February is valid in every year, between 28 February and 1 March.
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
    pub const fn day_of_year(self) -> DayOfYear {
        self.day_of_year
    }

    /// Parses `dd-mm-yyyy` and `dd/mm/yyyy`, as in British files, `yyyy-mm-dd`, and months by name. A year may be
    /// short, and a time of day may follow after a blank or a `T`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match Written::of(text)? {
            Written::Serial(_) => None,
            written => written.day(false),
        }
    }

    fn of_parts(year: u16, month: u16, day: u16) -> Option<Self> {
        let day_of_year = DayOfYear::new(month.try_into().ok()?, day.try_into().ok()?)?;
        let exists = day_of_year.month != 2 || day_of_year.day < 29 || is_leap(year);
        exists.then_some(Self { year, day_of_year })
    }

    /// The date for a spreadsheet's number: days since the end of 1899.
    fn of_serial(serial: u32) -> Option<Self> {
        // Serial 1 is 1 January 1900. Spreadsheets treat 1900 as a leap year, which matters only in its first two
        // months.
        let mut days = serial.checked_sub(61)?;
        let (mut year, mut month) = (1900_u16, 3_u8);
        loop {
            let length = match month {
                2 if !is_leap(year) => 28,
                _ => u32::from(*DAYS.get(usize::from(month) - 1)?),
            };
            if days < length {
                return Self::of_parts(year, u16::from(month), u16::try_from(days).ok()? + 1);
            }
            days -= length;
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
    }
}

/// A date as written. It may not show whether the day or the month comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// Only one date is possible.
    Sure(Date),
    /// A spreadsheet's number for a date.
    Serial(Date),
    /// Two numbers and a year.
    Either(u16, u16, u16),
}

/// The numbers of days from 1954 to 2119. Other numbers are probably not dates.
const SERIALS: std::ops::Range<u32> = 20_000..80_000;

impl Written {
    /// The date in a text.
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(serial) = serial(text) {
            return Date::of_serial(serial).map(Self::Serial);
        }
        if let Some(day) = compact(text) {
            return Some(Self::Sure(day));
        }
        let is_separator = |letter: char| is_minus(letter) || matches!(letter, '/' | '.' | ',' | ' ');
        let mut parts = text.split(is_separator).filter(|part| !part.is_empty());
        let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
        // The time of day may follow, after a blank or a T.
        let is_time = |part: &str| part.contains(':') || part.bytes().all(|byte| byte.is_ascii_digit());
        let third = third.split('T').next()?;
        let separators = text.split(|letter: char| !is_separator(letter));
        let is_tight = |gap: &&str| gap.contains(|letter| letter == '/' || is_minus(letter));
        if separators.filter(is_tight).count() > 2 || parts.next().is_some_and(|part| !is_time(part)) {
            return None;
        }
        if let Some(month) = month(second) {
            return Date::of_parts(year(third)?, month, ordinal(first)?).map(Self::Sure);
        }
        if let Some(month) = month(first) {
            return Date::of_parts(year(third)?, month, ordinal(second)?).map(Self::Sure);
        }
        if first.len() == 4 {
            let day = Date::of_parts(number(first)?, number(second)?, number(third)?);
            return day.map(Self::Sure);
        }
        let short = |part: &str| number(part).filter(|_| part.len() <= 2);
        Some(Self::Either(short(first)?, short(second)?, year(third)?))
    }

    /// The date, with the day or the month first if both are possible.
    pub fn day(self, is_month_first: bool) -> Option<Date> {
        match self {
            Self::Sure(day) | Self::Serial(day) => Some(day),
            Self::Either(month, day, year) if is_month_first => Date::of_parts(year, month, day),
            Self::Either(day, month, year) => Date::of_parts(year, month, day),
        }
    }
}

/// A spreadsheet's number of days, with an optional time of day after the point.
fn serial(text: &str) -> Option<u32> {
    let (days, time) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let days = Some(days).filter(|days| days.len() == 5 && is_number(days) && is_number(time))?;
    days.parse().ok().filter(|days| SERIALS.contains(days))
}

/// A year of four digits, or of two: 00 to 49 are in this century.
fn year(text: &str) -> Option<u16> {
    let year = number(text)?;
    match text.len() {
        4 => Some(year),
        2 if year < 50 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// A month by its English name or the name's first three letters.
fn month(text: &str) -> Option<u16> {
    let start = text.get(..3)?;
    let index = MONTHS.iter().position(|name| {
        let is_whole = text.len() == 3 || text.eq_ignore_ascii_case(name) || text.eq_ignore_ascii_case("sept");
        is_whole && name.get(..3).is_some_and(|known| known.eq_ignore_ascii_case(start))
    })?;
    u16::try_from(index + 1).ok()
}

/// A day in eight digits, the year first: `20190914`.
fn compact(text: &str) -> Option<Date> {
    let is_compact = text.len() == 8 && text.starts_with(['1', '2']);
    let (year, rest) = text.split_at_checked(4).filter(|_| is_compact)?;
    let (month, day) = rest.split_at_checked(2)?;
    Date::of_parts(number(year)?, number(month)?, number(day)?)
}

/// The day of a month, perhaps as an ordinal: `1st`.
fn ordinal(text: &str) -> Option<u16> {
    let mut endings = ["st", "nd", "rd", "th"].into_iter();
    number(endings.find_map(|end| text.strip_suffix(end)).unwrap_or(text))
}

/// The number written in digits.
fn number(digits: &str) -> Option<u16> {
    let add = |number: u16, byte: u8| {
        let digit = byte.is_ascii_digit().then(|| u16::from(byte - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    };
    let number = digits.bytes().try_fold(0, add)?;
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
            "14/9/19",
            "14-Sep-2019",
            "14 September 2019",
            "Sep 14, 2019",
            "14th September 2019",
            "14\u{2013}09\u{2013}2019",
            "20190914",
        ] {
            assert_eq!(Date::parse(text), day, "{text}");
        }
        for text in [
            "",
            "2019",
            "14-09",
            "09-14-2019",
            "1-2-3-2019",
            "29-02-2019",
            "x-y-2019",
            "1--2019",
            "257-1-2019",
            "1-1-99999999",
            "20191409",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        for (serial, day) in [("42248", "1/9/2015"), ("43722.5", "14/9/2019"), ("43890", "29/2/2020")] {
            let written = Written::of(serial).and_then(|written| written.day(false));
            assert_eq!(written, Date::parse(day), "{serial}");
            assert_eq!(Date::parse(serial), None, "only where a day is expected");
        }
        assert!(Date::parse("29-02-2020").is_some());
        assert!(Date::parse("15-09-2019") > day);
        assert!(Date::parse("14-10-2018") < day);
        assert_eq!(DayOfYear::new(9, 14).map(|cut_off| cut_off.of(2019)), day);
    }
}
