//! Parses a plain decimal number from bytes.

use crate::bytes::BYTES;
use crate::cell::Cell;

/// A parsed number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Decimal {
    pub(crate) number: f64,
    /// Whether a percent sign follows it.
    pub(crate) is_percent: bool,
}

/// One more than the largest integer of 15 digits.
const TOO_LARGE: u64 = 1_000_000_000_000_000;

/// The powers of ten that a double represents exactly.
const POWERS_OF_TEN: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// Parses a cell that is a plain decimal number: an optional sign, digits with an optional point anywhere, and, if
/// `percent`, an optional percent sign. ASCII blanks around it are ignored. The result is the nearest double. Returns
/// `None` for anything else, and for more than 15 significant digits or 22 decimals.
///
/// Such a number is an integer below 2^53 divided by a power of ten up to 10^22. Both are exact, so the quotient is the
/// nearest double (Clinger, How to read floating point numbers accurately, 1990).
#[inline]
pub(crate) fn decimal(cell: Cell<'_>, percent: bool) -> Option<Decimal> {
    let short = cell.side_by_side();
    short
        .and_then(|text| of_short(text, cell.len(), percent))
        .or_else(|| of_any(cell.bytes(), percent))
}

/// A plain decimal number, read as cells are: `20`, `-2.1`. The standard library's parser accepts any notation, and its
/// tables are larger than all other code that the page needs for numbers.
///
/// ```
/// assert_eq!(columns::plain_number("99.9"), Some(99.9));
/// assert_eq!(columns::plain_number("1e2"), None);
/// assert_eq!(columns::plain_number("nan"), None);
/// ```
#[must_use]
pub fn plain_number(text: &str) -> Option<f64> {
    of_any(text.as_bytes(), false).map(|decimal| decimal.number)
}

/// Reads any cell, byte by byte.
fn of_any(cell: &[u8], percent: bool) -> Option<Decimal> {
    let text = cell.trim_ascii();
    let (text, is_percent) = match text {
        [text @ .., b'%'] if percent => (text.trim_ascii_end(), true),
        text => (text, false),
    };
    let (is_negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    let size = size(digits)?;
    Some(Decimal {
        number: if is_negative { -size } else { size },
        is_percent,
    })
}

fn size(digits: &[u8]) -> Option<f64> {
    let mut number = 0_u64;
    let mut point = None;
    for (index, &byte) in digits.iter().enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if digit < 10 {
            number = number * 10 + u64::from(digit);
            if number >= TOO_LARGE {
                return None;
            }
        } else if byte == b'.' && point.is_none() {
            point = Some(index);
        } else {
            return None;
        }
    }
    let decimals = point.map_or(0, |point| digits.len() - point - 1);
    let has_digit = digits.len() > usize::from(point.is_some());
    let size = number as f64 / POWERS_OF_TEN.get(decimals)?;
    has_digit.then_some(size)
}

/// Parses most numbers: one to eight bytes in one number, the first lowest, with zeros above. In [`of_any`], signs,
/// points and digits in unpredictable order would each cost a mispredicted branch, which is slower than everything
/// here. `None` does not mean that the cell is not a number.
#[inline]
fn of_short(text: u64, length: usize, percent: bool) -> Option<Decimal> {
    let last = text >> (length.checked_sub(1)? * 8);
    let is_percent = percent & (last == u64::from(b'%'));
    let first = text & 0xFF;
    let is_negative = first == u64::from(b'-');
    let has_sign = is_negative | (first == u64::from(b'+'));
    let bits = length * 8 - usize::from(is_percent) * 8 - usize::from(has_sign) * 8;
    // At most seven bytes of digits and point, so that there is room for a point after them.
    if bits > 56 {
        return None;
    }
    let text = text >> (u32::from(has_sign) * 8) & ((1 << bits) - 1);
    let point = zero_bytes(text ^ (BYTES * u64::from(b'.'))) | 0x80 << bits;
    let before = point.trailing_zeros() as usize - 7;
    let has_point = usize::from(before < bits);
    let decimals = (bits - before) / 8 - has_point;
    let whole = (1 << before) - 1;
    let digits = (text & whole) | (text >> 8 & !whole);
    let size = f64::from(whole_number(digits, bits - has_point * 8)?) / POWERS_OF_TEN.get(decimals)?;
    Some(Decimal {
        number: f64::from_bits(size.to_bits() | u64::from(is_negative) << 63),
        is_percent,
    })
}

/// The highest bit of each zero byte.
fn zero_bytes(bytes: u64) -> u64 {
    let low = BYTES * 0x7F;
    !(((bytes & low) + low) | bytes | low)
}

/// The integer in this many bits of digits, the first digit in the lowest byte.
fn whole_number(digits: u64, bits: usize) -> Option<u32> {
    if bits == 0 {
        return None;
    }
    // Shifted to the upper end, with zeros before them.
    let free = 64 - bits;
    let values = digits << free ^ (BYTES * u64::from(b'0')) << free;
    let beyond_nine = values | ((values & (BYTES * 0x7F)) + BYTES * 0x76);
    if beyond_nine & (BYTES * 0x80) != 0 {
        return None;
    }
    // Combines digits in twos, in fours, then all.
    let twos = (values * 10 + (values >> 8)) & 0x00FF_00FF_00FF_00FF;
    let fours = (twos * 100 + (twos >> 16)) & 0x0000_FFFF_0000_FFFF;
    Some((fours * 10_000 + (fours >> 32)) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<u64> {
        let decimal = decimal(Cell::from(text.as_bytes()), false);
        decimal.map(|decimal| decimal.number.to_bits())
    }

    #[test]
    fn plain_decimals_are_parsed_as_by_the_standard_library() {
        for text in [
            "0",
            "-0",
            "46.6",
            "-0.93",
            "+7",
            ".5",
            "5.",
            "007",
            "0.000",
            "1234567",
            "12345678",
            "123456789012345",
            "0.0000000000000000000001",
            "999999999999.999",
            "-.12345",
            "-123456.",
        ] {
            let standard: f64 = text.parse().unwrap();
            assert_eq!(read(text), Some(standard.to_bits()), "{text}");
        }
    }

    #[test]
    fn nothing_else_is_a_number() {
        for text in [
            "",
            "-",
            "+",
            ".",
            "-.",
            "1.2.3",
            "--1",
            "1e5",
            "inf",
            "NaN",
            "1,5",
            "1 2",
            "SUPP",
            "/",
            ":",
            "1:",
            "/1",
            "1%",
            "%",
            "\0",
            "1\0",
            "\u{b0}1",
            "+-1",
            "1-",
            "1234567890123456",
            "123456789012345.0",
            "0.00000000000000000000001",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn both_parsers_agree() {
        let letters = b"019.-+% /:";
        for number in 0..10_usize.pow(5) {
            let digit = |index: u32| letters[number / 10_usize.pow(index) % 10];
            let text = [0, 1, 2, 3, 4].map(digit);
            for length in 1..=5 {
                let cell = Cell::from(&text[..length]);
                for percent in [false, true] {
                    let any = of_any(cell.bytes(), percent);
                    assert_eq!(decimal(cell, percent), any, "{:?}", &text[..length]);
                }
            }
        }
    }
}
