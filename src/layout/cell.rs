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

/// Reads a count: a whole number, perhaps with commas between thousands, or a code.
pub(super) fn count(text: &str) -> (Amount, Option<Fault>) {
    amount(number(text, false, true, (0.0, 10_000_000.0)))
}

/// Reads a share, 0 to 100, a percent sign allowed, or a code.
pub(super) fn share(text: &str) -> (Amount, Option<Fault>) {
    amount(number(text, true, false, (0.0, 100.0)))
}

type Read = Result<f64, (Missing, Option<Fault>)>;

fn amount(read: Read) -> (Amount, Option<Fault>) {
    match read {
        Ok(number) => (Ok(number), None),
        Err((reason, fault)) => (Err(reason), fault),
    }
}

fn number(text: &str, percent: bool, thousands: bool, (lowest, highest): (f64, f64)) -> Read {
    if let Some(reason) = Missing::from_code(text) {
        return Err((reason, None));
    }
    match parse(text.trim(), percent, thousands) {
        None => Err((Missing::Unreadable, Some(Fault::NotANumber))),
        Some(number) if !(lowest..=highest).contains(&number) => Err((
            Missing::Unreadable,
            Some(Fault::OutOfRange { lowest, highest }),
        )),
        Some(number) => Ok(number),
    }
}

/// A comma is a decimal one, as spreadsheets of other countries save it, but in counts, where it
/// stands between thousands.
fn parse(text: &str, percent: bool, thousands: bool) -> Option<f64> {
    let bare = if percent {
        text.trim_end_matches('%').trim_end()
    } else {
        text
    };
    let dotted = if thousands {
        without_thousands(bare)?
    } else {
        bare.replace(',', ".")
    };
    let plain = dotted.replace('\u{2212}', "-");
    let is_number = plain
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b".-+".contains(&byte));
    if is_number { plain.parse().ok() } else { None }
}

fn without_thousands(text: &str) -> Option<String> {
    let mut parts = text.split(',');
    let mut digits = parts.next()?.to_owned();
    for part in parts {
        let whole = part.split('.').next().unwrap_or(part);
        if whole.len() != 3 {
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
        assert_eq!(
            count("1,23"),
            (Err(Missing::Unreadable), Some(Fault::NotANumber))
        );
    }
}
