//! Stacks of dots that do not overlap.

/// The vertical offset of each dot of a row. Dots that would overlap are stacked around the row's middle, closer
/// together if the row is too low for the stack.
pub(super) fn offsets(xs: &[f64], radius: f64, row_height: f64) -> Vec<f64> {
    let mut stacks: Vec<(f64, usize)> = Vec::new();
    for &x in xs {
        match stacks.last_mut() {
            Some((start, count)) if x - *start < 2.0 * radius - 0.5 => *count += 1,
            _ => stacks.push((x, 1)),
        }
    }
    let room = row_height - 2.0 * radius - 4.0;
    let mut offsets = Vec::with_capacity(xs.len());
    for (_, count) in stacks {
        let step = (2.0 * radius + 0.5).min(room / (count.max(2) - 1) as f64);
        for level in 0..count {
            offsets.push((level as f64 - (count - 1) as f64 / 2.0) * step);
        }
    }
    offsets
}
