//! A plain decimal number from bytes.

use crate::bytes::{BYTES, side_by_side};

/// One more than the largest whole number of 15 digits.
const TOO_LARGE: u64 = 1_000_000_000_000_000;

/// The powers of ten that a double holds exactly.
const POWERS_OF_TEN: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// Reads an optional sign and digits, a point among, before or after them: the double nearest to
/// that number. Nothing else is read, nor a number of more than 15 significant digits or 22 places.
///
/// Such a number is a whole one below 2^53 divided by a power of ten up to 10^22, both exact, so
/// that the quotient is the nearest double (Clinger, How to read floating point numbers
/// accurately, 1990).
#[inline]
pub(crate) fn decimal(text: &[u8]) -> Option<f64> {
    let (is_negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    let size = match side_by_side(digits) {
        Some(text) => of_eight(text, digits.len()),
        None => of_many(digits),
    };
    size.map(|size| if is_negative { -size } else { size })
}

/// Reads digits and a point one by one.
fn of_many(digits: &[u8]) -> Option<f64> {
    let mut number = 0_u64;
    let mut point = None;
    for (place, &byte) in digits.iter().enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if digit < 10 {
            number = number * 10 + u64::from(digit);
            if number >= TOO_LARGE {
                return None;
            }
        } else if byte == b'.' && point.is_none() {
            point = Some(place);
        } else {
            return None;
        }
    }
    let places = point.map_or(0, |point| digits.len() - point - 1);
    Some(number as f64 / POWERS_OF_TEN.get(places)?)
}

/// Reads at most eight digits and a point side by side, the first in the lowest byte: a branch for
/// each costs more than all of this.
fn of_eight(text: u64, length: usize) -> Option<f64> {
    let bits = length as u32 * 8;
    let point = zero_bytes(text ^ (BYTES * u64::from(b'.')));
    let (text, bits, places) = if point == 0 {
        (text, bits, 0)
    } else {
        let before = point.trailing_zeros() - 7;
        let below = (1 << before) - 1;
        let joined = (text & below) | (text >> 8 & !below);
        (joined, bits - 8, (bits - before) / 8 - 1)
    };
    // At the upper end, with noughts before it.
    let free = 64 - bits;
    let values = text.checked_shl(free)? ^ (BYTES * u64::from(b'0')) << free;
    let beyond_nine = values | (values & (BYTES * 0x7F)) + (BYTES * 0x76);
    if beyond_nine & (BYTES * 0x80) != 0 {
        return None;
    }
    Some(f64::from(joined(values)) / POWERS_OF_TEN.get(places as usize)?)
}

/// The highest bit of each byte that is zero.
fn zero_bytes(bytes: u64) -> u64 {
    let low = BYTES * 0x7F;
    !(((bytes & low) + low) | bytes | low)
}

/// Eight digits to their number, the first in the lowest byte: by twos, fours, and all.
fn joined(digits: u64) -> u32 {
    let twos = (digits * 10 + (digits >> 8)) & 0x00FF_00FF_00FF_00FF;
    let fours = (twos * 100 + (twos >> 16)) & 0x0000_FFFF_0000_FFFF;
    (fours * 10_000 + (fours >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_decimals_are_the_standard_librarys() {
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
            "123456789012345",
            "0.0000000000000000000001",
            "999999999999.999",
        ] {
            let standard: f64 = text.parse().unwrap();
            let read = decimal(text.as_bytes()).map(f64::to_bits);
            assert_eq!(read, Some(standard.to_bits()), "{text}");
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
            "1234567890123456",
            "123456789012345.0",
            "0.00000000000000000000001",
        ] {
            assert_eq!(decimal(text.as_bytes()), None, "{text}");
        }
    }
}
