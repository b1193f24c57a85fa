//! The quantiles of a sample.

/// The values in order, the lowest first.
pub(super) fn in_order(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_by(f64::total_cmp);
    values
}

/// The quantile of values in order, by the rule that R calls type 7: at `(count - 1) share`, between the two values
/// on either side in proportion. Hyndman and Fan 1996, "Sample quantiles in statistical packages".
pub(super) fn quantile(in_order: &[f64], share: f64) -> Option<f64> {
    let last = in_order.len().checked_sub(1)?;
    let position = share * last as f64;
    let below = position.floor();
    let low = *in_order.get(below as usize)?;
    let high = in_order.get(below as usize + 1).copied().unwrap_or(low);
    Some(low + (position - below) * (high - low))
}

/// The least value, the three quartiles and the greatest; `None` of no values. The quartiles are those of R's type 7:
/// each at its share of the way from the least to the greatest, between the two values on either side in proportion.
///
/// ```
/// assert_eq!(stats::five_numbers(vec![4.0, 1.0, 2.0, 8.0]), Some([1.0, 1.75, 3.0, 5.0, 8.0]));
/// assert_eq!(stats::five_numbers(Vec::new()), None);
/// ```
#[must_use]
pub fn five_numbers(values: Vec<f64>) -> Option<[f64; 5]> {
    let values = in_order(values);
    let at = |share| quantile(&values, share);
    Some([at(0.0)?, at(0.25)?, at(0.5)?, at(0.75)?, at(1.0)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `quantile(c(1, 2, 4, 8, 16), c(0, .1, .5, .9, 1))` in R.
    #[test]
    fn quantiles_are_those_of_r() {
        let values = in_order(vec![16.0, 1.0, 8.0, 2.0, 4.0]);
        for (share, expected) in [(0.0, 1.0), (0.1, 1.4), (0.5, 4.0), (0.9, 12.8), (1.0, 16.0)] {
            let found = quantile(&values, share).unwrap();
            assert!((found - expected).abs() < 1e-12, "{share}: {found}");
        }
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!(quantile(&[3.0], 0.9), Some(3.0));
    }
}
