//! Names one above the other, none on another.

use crate::terms::order::order;

/// Heights near those that are wanted, in the order of those, no two of them closer than `least` and all of them within
/// `top` and `bottom` where there is room for so many.
pub(super) fn apart(wanted: &[f64], least: f64, (top, bottom): (f64, f64)) -> Vec<f64> {
    let height = |place: usize| wanted.get(place).copied().unwrap_or(top);
    let order = order(wanted.len(), &|one, two| {
        height(one).total_cmp(&height(two))
    });
    // Downwards each moves away from the one above it, then upwards from the bottom.
    let mut placed: Vec<f64> = Vec::with_capacity(order.len());
    for &place in &order {
        let lowest = placed.last().map_or(top, |above| above + least);
        placed.push(height(place).max(lowest));
    }
    let mut highest = bottom;
    for y in placed.iter_mut().rev() {
        *y = y.min(highest);
        highest = *y - least;
    }
    let mut heights = vec![top; wanted.len()];
    for (place, y) in order.into_iter().zip(placed) {
        if let Some(height) = heights.get_mut(place) {
            *height = y;
        }
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_move_no_farther_than_they_must() {
        assert_eq!(apart(&[50.0, 20.0], 10.0, (0.0, 100.0)), [50.0, 20.0]);
        assert_eq!(
            apart(&[20.0, 22.0, 21.0], 10.0, (0.0, 100.0)),
            [20.0, 40.0, 30.0]
        );
        assert_eq!(apart(&[95.0, 96.0], 10.0, (0.0, 100.0)), [90.0, 100.0]);
        assert_eq!(apart(&[-5.0], 10.0, (0.0, 100.0)), [0.0]);
        assert!(apart(&[], 10.0, (0.0, 100.0)).is_empty());
    }
}
