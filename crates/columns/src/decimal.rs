//! A plain decimal number from bytes.

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
    let has_digit = digits.len() > usize::from(point.is_some());
    let size = number as f64 / POWERS_OF_TEN.get(places)?;
    has_digit.then_some(if is_negative { -size } else { size })
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
