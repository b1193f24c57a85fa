//! Where the marks of a picture are.

use trust_gap::chart::{Anchor, Picture, Shape};

/// Left, top, right and bottom of a mark. Letters are taken to be 0.54 of their size wide on average; those of DejaVu Sans
/// are at most 0.64 of it.
pub(crate) fn bounds(shape: &Shape) -> (f64, f64, f64, f64) {
    match shape {
        Shape::Line { from, to, .. } => (
            from.0.min(to.0),
            from.1.min(to.1),
            from.0.max(to.0),
            from.1.max(to.1),
        ),
        Shape::Path { points, .. } => points.iter().fold(
            (f64::MAX, f64::MAX, f64::MIN, f64::MIN),
            |(left, top, right, bottom), &(x, y)| {
                (left.min(x), top.min(y), right.max(x), bottom.max(y))
            },
        ),
        Shape::Circle { centre, radius } => (
            centre.0 - radius,
            centre.1 - radius,
            centre.0 + radius,
            centre.1 + radius,
        ),
        Shape::Text {
            at,
            size,
            anchor,
            text,
            ..
        } => {
            let long = text.chars().count() as f64 * size * 0.6;
            let left = match anchor {
                Anchor::Start => at.0,
                Anchor::Middle => at.0 - long / 2.0,
                Anchor::End => at.0 - long,
            };
            (
                left,
                at.1 - size * 0.8,
                left + long * 0.9,
                at.1 + size * 0.25,
            )
        }
    }
}

/// Nothing of the picture is outside of it; `what` tells which one it is.
pub(crate) fn assert_inside(picture: &Picture, what: &str) {
    let (width, height) = (f64::from(picture.width), f64::from(picture.height));
    for mark in &picture.marks {
        let (left, top, right, bottom) = bounds(&mark.shape);
        assert!(
            left >= -0.5 && top >= -0.5 && right <= width + 12.0 && bottom <= height + 0.5,
            "{what} at {width}: {mark:?}"
        );
    }
}
