//! Days of the calendar.

use std::fmt;

use crate::terms::{Date, DayOfYear};

pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl fmt::Display for DayOfYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = usize::from(self.month()).checked_sub(1);
        let name = month
            .and_then(|month| MONTHS.get(month))
            .copied()
            .unwrap_or_default();
        write!(f, "{} {name}", self.day())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.day_of_year(), self.year())
    }
}
