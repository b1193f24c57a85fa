//! One cell to one value.

use crate::source::Fault;
use crate::terms::{Measure, Missing, Unit, Value};

use super::Amount;

/// Reads a figure of a measure: a number (a percent sign may follow a percentage) or a code.
pub(super) fn figure(text: &str, measure: Measure) -> (Value, Option<Fault>) {
    let unit = measure.unit();
    let is_percent = unit == Unit::Percent;
    match number(text, is_percent, false, unit.range()) {
        Ok(number) => match measure.figure(number) {
            Some(figure) => (Value::Published(figure), None),
            None => (Value::Missing(Missing::Unreadable), Some(Fault::NotANumber)),
        },
        Err((reason, fault)) => (Value::Missing(reason), fault),
    }
}

/// The largest count.
pub(super) const MOST: i32 = 10_000_000;

/// Reads a count: a whole number, perhaps with commas between thousands, or a code.
pub(super) fn count(text: &str) -> (Amount, Option<Fault>) {
    amount(number(text, false, true, (0, MOST)))
}

/// Reads a share, 0 to 100, a percent sign allowed, or a code.
pub(super) fn share(text: &str) -> (Amount, Option<Fault>) {
    amount(number(text, true, false, (0, 100)))
}

/// The best average of a key stage 2: scaled scores end at 120, average points far below.
pub(super) const BEST_START: i32 = 120;

/// Reads an average result at the end of key stage 2, or a code.
pub(super) fn start(text: &str) -> (Amount, Option<Fault>) {
    amount(number(text, false, false, (0, BEST_START)))
}

/// A bare number from 0, whatever it counts.
pub(super) fn count_or_fraction(text: &str) -> Option<f64> {
    share(text).0.ok()
}

type Read = Result<f64, (Missing, Option<Fault>)>;

fn amount(read: Read) -> (Amount, Option<Fault>) {
    match read {
        Ok(number) => (Ok(number), None),
        Err((reason, fault)) => (Err(reason), fault),
    }
}

fn number(text: &str, percent: bool, thousands: bool, (lowest, highest): (i32, i32)) -> Read {
    if let Some(reason) = Missing::from_code(text) {
        return Err((reason, None));
    }
    match parse(text.trim(), percent, thousands) {
        None => Err((Missing::Unreadable, Some(Fault::NotANumber))),
        Some(number) if !(f64::from(lowest)..=f64::from(highest)).contains(&number) => Err((
            Missing::Unreadable,
            Some(Fault::OutOfRange { lowest, highest }),
        )),
        Some(number) => Ok(number),
    }
}

/// A comma is a decimal one, as spreadsheets of other countries save it, but in counts, where it
/// stands between thousands.
fn parse(text: &str, percent: bool, thousands: bool) -> Option<f64> {
    if thousands {
        return count_of(text);
    }
    let bare = if percent {
        text.trim_end_matches('%').trim_end()
    } else {
        text
    };
    decimal(bare)
}

/// Counts are whole, but some programs add a point and a zero.
fn count_of(text: &str) -> Option<f64> {
    let is_grouped = text.as_bytes().contains(&b',');
    let joined = if is_grouped {
        without_thousands(text)?
    } else {
        String::new()
    };
    let digits = if is_grouped { joined.as_str() } else { text };
    let whole = digits.strip_suffix(".0").unwrap_or(digits);
    if whole.as_bytes().contains(&b'.') {
        return None;
    }
    decimal(whole)
}

/// Significant digits that are read: all that a spreadsheet writes, and few enough for the
/// division below to be exact to the last bit.
const DIGITS: u32 = 15;

/// Reads a plain decimal number: an optional sign, digits, an optional point or decimal comma.
///
/// A number of at most 15 digits is a whole number below 2^53 divided by a power of ten of at most
/// 10^22, both exact, so the quotient is the nearest double (Clinger 1990); later digits are
/// dropped, which changes the number by less than a part in 10^15. The standard library's reader
/// for any notation gives the same (a property test says so); its tables alone are 10 KB that hardly
/// compress.
fn decimal(text: &str) -> Option<f64> {
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mut number, mut significant, mut places) = (0_u64, 0_u32, 0_i32);
    let (mut is_fraction, mut is_any) = (false, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' if significant < DIGITS => {
                number = number * 10 + u64::from(byte - b'0');
                significant += u32::from(number > 0);
                places += i32::from(is_fraction);
                is_any = true;
            }
            // A digit too many of the fraction is dropped, one of the whole number is not.
            b'0'..=b'9' if is_fraction => {}
            b'.' | b',' if !is_fraction => is_fraction = true,
            _ => return None,
        }
    }
    let size = number as f64 / 10_f64.powi(places);
    (is_any && size.is_finite()).then_some(if negative { -size } else { size })
}

/// The digits of a count with commas between its thousands, and no comma elsewhere.
fn without_thousands(text: &str) -> Option<String> {
    let mut parts = text.split(',');
    let mut digits = parts.next()?.to_owned();
    for part in parts {
        if part.len() != 3 || digits.contains('.') {
            return None;
        }
        digits.push_str(part);
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(text: &str, measure: Measure) -> Option<f64> {
        figure(text, measure)
            .0
            .figure()
            .map(|figure| figure.number())
    }

    #[test]
    fn published_forms_are_read() {
        assert_eq!(published("20%", Measure::Grade5EnglishMaths), Some(20.0));
        assert_eq!(published("0%", Measure::Ebacc5), Some(0.0));
        assert_eq!(published(" -0.93 ", Measure::Progress8), Some(-0.93));
        assert_eq!(published("\u{2212}0.93", Measure::Progress8), Some(-0.93));
        assert_eq!(published("46,6", Measure::Attainment8), Some(46.6));
        assert_eq!(count("1,234").0, Ok(1234.0));
        assert_eq!(count("647.0").0, Ok(647.0));
        assert_eq!(share("21%").0, Ok(21.0));
    }

    #[test]
    fn missing_values_keep_their_reason_and_are_no_fault() {
        for (code, reason) in [
            ("SUPPMAT", Missing::Suppressed),
            ("NE", Missing::NoEntries),
            ("LOWCOV", Missing::LowCoverage),
            ("", Missing::Blank),
            (" ", Missing::Blank),
            ("None", Missing::Blank),
            ("z", Missing::NotApplicable),
        ] {
            assert_eq!(
                figure(code, Measure::Attainment8),
                (Value::Missing(reason), None),
                "{code}"
            );
        }
    }

    #[test]
    fn what_is_no_value_is_a_fault_and_never_zero() {
        let unreadable = Value::Missing(Missing::Unreadable);
        for text in ["abc", "12x", "1.2.3", "20%", "inf", "NaN", "1e400", "-"] {
            assert_eq!(
                figure(text, Measure::Attainment8),
                (unreadable, Some(Fault::NotANumber)),
                "{text}"
            );
        }
        assert!(matches!(
            figure("120%", Measure::EbaccEntry),
            (value, Some(Fault::OutOfRange { .. })) if value == unreadable
        ));
        for text in ["1,23", "1.5,234", "12.5", "1,234.5"] {
            assert_eq!(
                count(text),
                (Err(Missing::Unreadable), Some(Fault::NotANumber)),
                "{text}"
            );
        }
    }
}
