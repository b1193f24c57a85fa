//! Numbers with so many decimals.

/// A number from 0 with so many decimals, at most ten: the nearest such decimal, of two the even one, as
/// the standard library's formatting gives it.
///
/// A double is a whole number times a power of two, so all of it is done in whole numbers and nothing is
/// lost. The standard library's own formatting of doubles knows any notation and takes 16 KB of the
/// page's program.
pub(crate) fn with_decimals(number: f64, places: u32) -> String {
    let scale = 10_u64.saturating_pow(places);
    let steps = in_steps(number, scale);
    let (whole, part) = (steps / scale, steps % scale);
    if places == 0 {
        return whole.to_string();
    }
    let digits = part.to_string();
    let zeros = "0".repeat((places as usize).saturating_sub(digits.len()));
    format!("{whole}.{zeros}{digits}")
}

/// A number with at most so many decimals and a plain minus sign, without zeros at its end.
pub(crate) fn trimmed(number: f64, places: u32) -> String {
    let text = with_decimals(number.abs(), places);
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    let sign = if number < 0.0 && text != "0" { "-" } else { "" };
    format!("{sign}{text}")
}

/// The number in steps of which `scale` make one; the largest there is where they are more.
fn in_steps(number: f64, scale: u64) -> u64 {
    const DIGITS: u32 = f64::MANTISSA_DIGITS - 1;
    let bits = number.abs().to_bits();
    let (exponent, fraction) = ((bits >> DIGITS) as i32, bits & ((1 << DIGITS) - 1));
    let (whole, exponent) = if exponent == 0 {
        (fraction, 1)
    } else {
        (fraction | 1 << DIGITS, exponent)
    };
    // The number is `whole` times two to the power of this.
    let power = exponent - 1023 - DIGITS as i32;
    let product = u128::from(whole) * u128::from(scale);
    let steps = if power >= 0 {
        let room = product.leading_zeros();
        let power = power.unsigned_abs();
        if power <= room {
            product << power
        } else {
            u128::MAX
        }
    } else {
        halved(product, power.unsigned_abs())
    };
    u64::try_from(steps).unwrap_or(u64::MAX)
}

/// Halved so many times and rounded to the nearest whole number, of two the even one.
fn halved(number: u128, times: u32) -> u128 {
    if times >= u128::BITS {
        return 0;
    }
    let whole = number >> times;
    let (rest, half) = (number - (whole << times), 1_u128 << (times - 1));
    let is_up = rest > half || (rest == half && whole % 2 == 1);
    whole + u128::from(is_up)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn halves_go_to_the_even_decimal() {
        assert_eq!(with_decimals(0.25, 1), "0.2");
        assert_eq!(with_decimals(0.75, 1), "0.8");
        assert_eq!(with_decimals(2.5, 0), "2");
        assert_eq!(with_decimals(37.157, 1), "37.2");
        assert_eq!(with_decimals(9.96, 1), "10.0");
        assert_eq!(with_decimals(0.001, 2), "0.00");
        assert_eq!(with_decimals(46.6, 10), "46.6000000000");
        assert_eq!(with_decimals(5e-324, 10), "0.0000000000");
    }

    proptest! {
        #[test]
        fn they_are_the_standard_librarys(number in 0.0..1e9_f64, places in 0_usize..=10) {
            prop_assert_eq!(with_decimals(number, places as u32), format!("{number:.places$}"));
        }

        #[test]
        fn so_are_those_of_short_decimals(steps in 0_u32..1_000_000, by in 0_u32..6, places in 0_usize..=4) {
            let number = f64::from(steps) / 2_f64.powi(by as i32);
            prop_assert_eq!(with_decimals(number, places as u32), format!("{number:.places$}"));
        }
    }
}
