//! A column of texts that do not overlap.

/// Heights near the wanted ones, at least `least` apart.
///
/// If some are pinned, the texts keep their order from top to bottom: those before the pinned ones move up, those after
/// them down. Otherwise they are ordered by height, within `top` and `bottom` if there is room for all.
pub(super) fn apart(wanted: &[(f64, bool)], least: f64, within: (f64, f64)) -> Vec<f64> {
    let is_pinned = |(_, is_pinned): &(f64, bool)| *is_pinned;
    let pins = wanted
        .iter()
        .position(is_pinned)
        .zip(wanted.iter().rposition(is_pinned));
    match pins {
        Some(pins) => around(wanted, least, pins),
        None => in_order(wanted, least, within),
    }
}

fn around(wanted: &[(f64, bool)], least: f64, (first, last): (usize, usize)) -> Vec<f64> {
    let mut heights: Vec<f64> = wanted.iter().map(|(height, _)| *height).collect();
    let (above, below) = heights.split_at_mut(first);
    let mut nearest = below.first().copied().unwrap_or_default() - least;
    for height in above.iter_mut().rev() {
        *height = height.min(nearest);
        nearest = *height - least;
    }
    let mut below = below.iter_mut().skip(last - first);
    let mut nearest = below.next().map_or(0.0, |pinned| *pinned) + least;
    for height in below {
        *height = height.max(nearest);
        nearest = *height + least;
    }
    heights
}

fn in_order(wanted: &[(f64, bool)], least: f64, (top, bottom): (f64, f64)) -> Vec<f64> {
    let mut sorted: Vec<(f64, usize)> = Vec::with_capacity(wanted.len());
    for (index, (height, _)) in wanted.iter().enumerate() {
        let after = sorted.partition_point(|(other, _)| other.total_cmp(height).is_le());
        sorted.insert(after, (*height, index));
    }
    // Downwards each moves away from the one above it, then upwards from the bottom.
    let mut lowest = top;
    for (height, _) in &mut sorted {
        *height = height.max(lowest);
        lowest = *height + least;
    }
    let mut highest = bottom;
    for (height, _) in sorted.iter_mut().rev() {
        *height = height.min(highest);
        highest = *height - least;
    }
    let mut heights = vec![top; wanted.len()];
    for (moved, index) in sorted {
        if let Some(height) = heights.get_mut(index) {
            *height = moved;
        }
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;

    fn free(wanted: &[f64]) -> Vec<f64> {
        let wanted: Vec<(f64, bool)> = wanted.iter().map(|height| (*height, false)).collect();
        apart(&wanted, 10.0, (0.0, 100.0))
    }

    #[test]
    fn texts_move_no_farther_than_they_must() {
        assert_eq!(free(&[50.0, 20.0]), [50.0, 20.0]);
        assert_eq!(free(&[20.0, 22.0, 21.0]), [20.0, 40.0, 30.0]);
        assert_eq!(free(&[95.0, 96.0]), [90.0, 100.0]);
        assert_eq!(free(&[-5.0]), [0.0]);
        assert!(free(&[]).is_empty());
    }

    #[test]
    fn texts_move_away_from_those_that_keep_their_position() {
        let wanted = [(10.0, false), (48.0, false), (50.0, true), (60.0, true), (61.0, false)];
        let moved = apart(&wanted, 10.0, (0.0, 100.0));
        assert_eq!(moved, [10.0, 40.0, 50.0, 60.0, 70.0]);
    }
}
