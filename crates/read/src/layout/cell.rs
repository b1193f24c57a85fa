//! Parses a cell as a value.

use records::terms::{Date, Measure, Missing, Unit, Urn, Value, Written, is_minus};
use records::{Amount, Fault, Reading};

use crate::source::bare;

/// How the cells of one column are read. It is decided for the whole column before any cell is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Style {
    /// Whether shares are percentages or fractions: all of them, those without a sign, or those up to 1.
    pub(super) shares: Reading,
    /// What a comma before three digits separates, if both are possible.
    pub(super) commas: Reading,
    /// The same for a point.
    pub(super) points: Reading,
    /// What a cell with only a dash means.
    pub(super) dash: Reading,
    /// Whether the day or the month comes first.
    pub(super) dates: Reading,
}

impl Style {
    /// The notation of the published files.
    pub(super) const PUBLISHED: Self = Self {
        shares: Reading::Percent,
        commas: Reading::Decimals,
        points: Reading::Decimals,
        dash: Reading::NotStated,
        dates: Reading::DayFirst,
    };

    /// The intended number, for a column that is kept as numbers. More than 100% is unreadable.
    pub(super) fn number(self, number: f64, has_sign: bool) -> Amount {
        if self.shares == Reading::Percent {
            return Ok(number);
        }
        let number = self.percentage(number, has_sign);
        if number <= 100.0 {
            Ok(number)
        } else {
            Err(Missing::Unreadable)
        }
    }

    /// The intended percentage, for a number that may have had a percent sign.
    pub(super) fn percentage(self, number: f64, has_sign: bool) -> f64 {
        let is_fraction = match self.shares {
            Reading::Fractions => true,
            Reading::BySign => !has_sign,
            Reading::BySize => !has_sign && number <= 1.0,
            _ => false,
        };
        if is_fraction { as_percentage(number) } else { number }
    }
}

/// A fraction as a percentage, without binary rounding errors.
pub(super) fn as_percentage(number: f64) -> f64 {
    (number * 1e12).round() / 1e10
}

/// Parses a figure of a measure: a number (a percentage may have a percent sign) or a code.
pub(super) fn figure(text: &str, measure: Measure, style: Style) -> (Value, Option<Fault>) {
    let unit = measure.unit();
    let kind = if unit == Unit::Percent {
        Kind::Share
    } else {
        Kind::Decimal
    };
    match number(text, kind, style, unit.range()) {
        Ok(number) => match measure.figure(number) {
            Some(figure) => (Value::Published(figure), None),
            None => (Value::Missing(Missing::Unreadable), Some(Fault::NotANumber)),
        },
        Err((reason, fault)) => (Value::Missing(reason), fault),
    }
}

/// The largest count.
pub(super) const MOST: i32 = 10_000_000;

/// Parses a count: an integer, with optional commas between thousands, or a code.
pub(super) fn count(text: &str, style: Style) -> (Amount, Option<Fault>) {
    amount(number(text, Kind::Count, style, (0, MOST)))
}

/// Whether a text can be a count or a code, with any thousands separator.
pub(super) fn may_be_count(text: &str) -> bool {
    let style = Style {
        points: Reading::Thousands,
        ..Style::PUBLISHED
    };
    count(text, style).1.is_none()
}

/// Parses a share, 0 to 100, with an optional percent sign, or a code.
pub(super) fn share(text: &str, style: Style) -> (Amount, Option<Fault>) {
    amount(number(text, Kind::Share, style, (0, 100)))
}

/// The highest average at key stage 2: scaled scores end at 120, and average points far below that.
pub(super) const HIGHEST_PRIOR_ATTAINMENT: i32 = 120;

/// Parses an average result at the end of key stage 2, or a code.
pub(super) fn prior_attainment(text: &str, style: Style) -> (Amount, Option<Fault>) {
    amount(number(text, Kind::Decimal, style, (0, HIGHEST_PRIOR_ATTAINMENT)))
}

/// The kind of number in a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Count,
    Share,
    Decimal,
}

type Read = Result<f64, (Missing, Option<Fault>)>;

fn amount(read: Read) -> (Amount, Option<Fault>) {
    match read {
        Ok(number) => (Ok(number), None),
        Err((reason, fault)) => (Err(reason), fault),
    }
}

fn number(text: &str, kind: Kind, style: Style, (lowest, highest): (i32, i32)) -> Read {
    match Missing::from_code(text) {
        Some(Missing::Dash) if style.dash == Reading::Zero => return Ok(0.0),
        Some(reason) => return Err((reason, None)),
        None => {}
    }
    let text = bare(text);
    let number = match kind {
        Kind::Count => count_of(text, style),
        Kind::Share => share_of(text, style).map(|(number, sign)| style.percentage(number, sign)),
        Kind::Decimal => decimal_of(text, style),
    };
    match number {
        None => Err((Missing::Unreadable, Some(Fault::NotANumber))),
        Some(number) if !(f64::from(lowest)..=f64::from(highest)).contains(&number) => {
            Err((Missing::Unreadable, Some(Fault::OutOfRange { lowest, highest })))
        }
        Some(number) => Ok(number),
    }
}

/// A school's number.
pub(super) fn urn(text: &str) -> Option<Urn> {
    let text = bare(text);
    let joined = without_thousands(text, ',').or_else(|| without_blanks(text));
    Urn::parse(joined.as_deref().unwrap_or(text))
}

/// The first year in which a school can have joined a trust. The group links have 1 January 1900 for unknown dates.
const FIRST_YEAR: u16 = 1990;

/// A date in a column of this style.
pub(super) fn day(text: &str, style: Style) -> Option<Date> {
    let day = Written::of(bare(text))?.day(style.dates == Reading::MonthFirst);
    day.filter(|day| day.year() >= FIRST_YEAR)
}

/// The number of a share, with whether it has a percent sign.
pub(super) fn share_of(text: &str, style: Style) -> Option<(f64, bool)> {
    const SIGNS: [char; 2] = ['%', '\u{ff05}'];
    let bare = text.trim_matches(SIGNS).trim();
    Some((decimal_of(bare, style)?, bare.len() < text.len()))
}

/// Counts are whole, but some programs add a point or a comma and zeros.
fn count_of(text: &str, style: Style) -> Option<f64> {
    let joined = match separated_by('.', text) {
        Separates::Thousands => Some(without_thousands(text, '.')?),
        Separates::Either if style.points == Reading::Thousands => without_thousands(text, '.'),
        _ => None,
    };
    let mut zero_decimals = [",00", ",0"].into_iter();
    let before_comma = zero_decimals.find_map(|end| text.strip_suffix(end));
    let whole = joined
        .as_deref()
        .or(before_comma)
        .unwrap_or_else(|| without_zero_decimals(text));
    let joined = without_thousands(whole, ',').or_else(|| without_blanks(whole));
    let digits = joined.as_deref().unwrap_or(whole);
    if digits.contains(['.', ',']) {
        return None;
    }
    decimal(digits)
}

/// A number without its decimals, if they are all zero.
pub(super) fn without_zero_decimals(text: &str) -> &str {
    let parts = text.split_once('.');
    let parts = parts.filter(|(_, decimals)| !decimals.is_empty());
    parts
        .filter(|(_, decimals)| decimals.bytes().all(|digit| digit == b'0'))
        .map_or(text, |(whole, _)| whole)
}

/// What a mark in a number separates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Separates {
    /// It is missing, or the text is not a number.
    Nothing,
    Thousands,
    Decimals,
    /// One mark before three digits, as in `1,250`.
    Either,
}

/// What the commas, or the points, of a text separate, judged from this text alone.
pub(super) fn separated_by(mark: char, text: &str) -> Separates {
    let other = if mark == ',' { '.' } else { ',' };
    let Some(first) = text.find(mark) else {
        return Separates::Nothing;
    };
    if let Some(other) = text.find(other) {
        return if other < first {
            Separates::Decimals
        } else {
            Separates::Thousands
        };
    }
    let (before, after) = (
        text.get(..first).unwrap_or_default(),
        text.get(first + 1..).unwrap_or_default(),
    );
    let before =
        before.trim_start_matches(|character: char| is_minus(character) || matches!(character, '+' | '(' | ' '));
    let after = after.trim_end_matches(['%', ')', ' ']);
    if after.contains(mark) {
        Separates::Thousands
    } else if after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0') {
        Separates::Either
    } else {
        Separates::Decimals
    }
}

/// A decimal number with this kind of thousands separator.
pub(super) fn decimal_of(text: &str, style: Style) -> Option<f64> {
    let are_thousands = |mark, reading| match separated_by(mark, text) {
        Separates::Thousands => true,
        Separates::Either => reading == Reading::Thousands,
        Separates::Nothing | Separates::Decimals => false,
    };
    let joined = if are_thousands(',', style.commas) {
        Some(without_thousands(text, ',')?)
    } else if are_thousands('.', style.points) {
        Some(without_thousands(text, '.')?)
    } else {
        without_blanks(text)
    };
    decimal(joined.as_deref().unwrap_or(text))
}

/// How many significant digits are read: as many as a spreadsheet writes, and few enough that the division below is
/// exact to the last bit.
const DIGITS: u32 = 15;

/// Parses a plain decimal number: an optional sign, digits, an optional point or decimal comma. Brackets are an
/// accountant's minus sign.
///
/// A number of at most 15 digits is an integer below 2^53 divided by a power of ten of at most 10^22. Both are exact,
/// so the quotient is the nearest double (Clinger 1990). Later digits are dropped, which changes the number by less
/// than a part in 10^15. A property test compares it with the standard library's parser, which accepts any notation.
/// That parser's tables alone are 10 KB that hardly compress.
fn decimal(text: &str) -> Option<f64> {
    let in_brackets = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let (negative, digits) = match (in_brackets, text.strip_prefix(is_minus)) {
        (Some(within), _) => (true, within.trim()),
        (None, Some(rest)) => (true, rest.trim_start()),
        (None, None) => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mut number, mut significant, mut decimals) = (0_u64, 0_u32, 0_i32);
    let (mut is_fraction, mut has_digit) = (false, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' if significant < DIGITS => {
                number = number * 10 + u64::from(byte - b'0');
                significant += u32::from(number > 0);
                decimals += i32::from(is_fraction);
                has_digit = true;
            }
            // Too many digits are dropped in the fraction, but not in the whole number.
            b'0'..=b'9' if is_fraction => {}
            b'.' | b',' if !is_fraction => is_fraction = true,
            _ => return None,
        }
    }
    let size = number as f64 / 10_f64.powi(decimals);
    (has_digit && size.is_finite()).then_some(if negative { -size } else { size })
}

/// A number without thousands separators. `None` if it has none, or if one is not before three digits.
fn without_thousands(text: &str, separator: char) -> Option<String> {
    let decimals = if separator == ',' { '.' } else { ',' };
    let (whole, rest) = match text.find(decimals) {
        Some(index) => text.split_at(index),
        None => (text, ""),
    };
    let mut parts = whole.split(separator);
    let first = parts.next()?;
    let mut digits = first.to_owned();
    let is_short = (1..=3).contains(&first.bytes().filter(u8::is_ascii_digit).count());
    let mut is_grouped = false;
    for part in parts {
        let (group, end) = part.split_at_checked(3)?;
        let is_group = group.bytes().all(|byte| byte.is_ascii_digit());
        if !is_short || !is_group || !matches!(end, "" | ")") {
            return None;
        }
        digits.push_str(part);
        is_grouped = true;
    }
    digits.push_str(rest);
    is_grouped.then_some(digits)
}

/// A number without blanks or apostrophes between its thousands. `None` if it has none.
fn without_blanks(text: &str) -> Option<String> {
    let is_blank = |character: char| character.is_whitespace() || matches!(character, '\'' | '\u{2019}');
    let inner = text.trim_start_matches(|character| is_minus(character) || character == ' ');
    if !inner.contains(is_blank) {
        return None;
    }
    let (whole, _) = inner.split_once(['.', ',']).unwrap_or((inner, ""));
    let mut parts = whole.split(is_blank);
    let first = parts.next()?;
    let fits = (1..=3).contains(&first.len()) && parts.all(|part| part.len() == 3);
    fits.then(|| text.chars().filter(|&character| !is_blank(character)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(text: &str, measure: Measure) -> Option<f64> {
        figure(text, measure, Style::PUBLISHED)
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
        assert_eq!(count("1,234", Style::PUBLISHED).0, Ok(1234.0));
        assert_eq!(count("647.0", Style::PUBLISHED).0, Ok(647.0));
        assert_eq!(share("21%", Style::PUBLISHED).0, Ok(21.0));
    }

    #[test]
    fn separators_of_thousands_and_every_minus_sign_are_read() {
        use Reading::{Decimals, Thousands};
        for (text, marks, expected) in [
            ("1,250", Decimals, Some(1.25)),
            ("1,250", Thousands, Some(1250.0)),
            ("1,250.50", Decimals, Some(1250.5)),
            ("1.250,50", Thousands, Some(1250.5)),
            ("1,250,000", Decimals, Some(1_250_000.0)),
            ("0,250", Thousands, Some(0.25)),
            ("-0,93", Thousands, Some(-0.93)),
            ("1 250,5", Decimals, Some(1250.5)),
            ("1\u{202f}250", Decimals, Some(1250.0)),
            ("1'250", Decimals, Some(1250.0)),
            ("(0.9)", Decimals, Some(-0.9)),
            ("(1,250)", Thousands, Some(-1250.0)),
            ("1.250", Decimals, Some(1.25)),
            ("1.250", Thousands, Some(1250.0)),
            ("-12.500", Thousands, Some(-12500.0)),
            ("0.250", Thousands, Some(0.25)),
            ("12.50", Thousands, Some(12.5)),
            ("1.250.000", Decimals, Some(1_250_000.0)),
            ("\u{2013}0.9", Decimals, Some(-0.9)),
            ("\u{2011}0.9", Decimals, Some(-0.9)),
            ("1,25,000", Thousands, None),
            ("1.25.000", Thousands, None),
            ("12 50", Decimals, None),
        ] {
            let style = Style {
                commas: marks,
                points: marks,
                ..Style::PUBLISHED
            };
            assert_eq!(decimal_of(text, style), expected, "{text}");
        }
        for (text, points, expected) in [
            ("1.250", Thousands, Ok(1250.0)),
            ("1.250", Decimals, Err(Missing::Unreadable)),
            ("125.000", Thousands, Ok(125_000.0)),
            ("125.000", Decimals, Ok(125.0)),
            ("1.250.000", Decimals, Ok(1_250_000.0)),
            ("1 250", Decimals, Ok(1250.0)),
            ("1\u{2019}250", Decimals, Ok(1250.0)),
        ] {
            let style = Style {
                points,
                ..Style::PUBLISHED
            };
            assert_eq!(count(text, style).0, expected, "{text}");
        }
        assert_eq!(count("'1 250", Style::PUBLISHED).0, Ok(1250.0));
        assert_eq!(count("=\"647\"", Style::PUBLISHED).0, Ok(647.0));
    }

    #[test]
    fn fractions_are_percentages_to_the_last_digit() {
        let style = Style {
            shares: Reading::BySign,
            ..Style::PUBLISHED
        };
        for (text, expected) in [("0.29", 29.0), ("25%", 25.0), ("0.145", 14.5), ("1", 100.0)] {
            assert_eq!(share(text, style).0, Ok(expected), "{text}");
        }
    }

    #[test]
    fn missing_values_keep_their_reason_and_are_not_faults() {
        for (code, reason) in [
            ("SUPPMAT", Missing::Suppressed),
            ("NE", Missing::NoEntries),
            ("LOWCOV", Missing::LowCoverage),
            ("", Missing::Blank),
            (" ", Missing::Blank),
            ("None", Missing::Blank),
            ("z", Missing::NotApplicable),
            ("NaN", Missing::NotAvailable),
            ("-", Missing::Dash),
        ] {
            assert_eq!(
                figure(code, Measure::Attainment8, Style::PUBLISHED),
                (Value::Missing(reason), None),
                "{code}"
            );
        }
    }

    #[test]
    fn unreadable_cells_are_faults_and_never_zero() {
        let unreadable = Value::Missing(Missing::Unreadable);
        for text in ["abc", "12x", "1.2.3", "20%", "inf", "1e400", "- -", "()", "1 2"] {
            assert_eq!(
                figure(text, Measure::Attainment8, Style::PUBLISHED),
                (unreadable, Some(Fault::NotANumber)),
                "{text}"
            );
        }
        assert!(matches!(
            figure("120%", Measure::EbaccEntry, Style::PUBLISHED),
            (value, Some(Fault::OutOfRange { .. })) if value == unreadable
        ));
        for text in ["1,23", "1.5,234", "12.5", "1,234.5"] {
            assert_eq!(
                count(text, Style::PUBLISHED),
                (Err(Missing::Unreadable), Some(Fault::NotANumber)),
                "{text}"
            );
        }
    }
}
