//! Numbers as text, with a given number of decimals.

/// A number without its sign, rounded to this many decimals, ties to even.
pub fn with_decimals(number: f64, decimals: u32) -> String {
    format!("{:.*}", decimals as usize, number.abs())
}

/// A number with at most this many decimals and a plain minus sign, without trailing zeros.
pub fn trimmed(number: f64, decimals: u32) -> String {
    let text = with_decimals(number.abs(), decimals);
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    let sign = if number < 0.0 && text != "0" { "-" } else { "" };
    format!("{sign}{text}")
}

/// A number to a tenth, as short as possible: for coordinates, lengths, and numbers in sentences.
#[must_use]
pub fn tenths(number: f64) -> String {
    let tenths = (number * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
