//! The positions of marks in a picture.

use trust_gap::plot::{Anchor, Picture, Shape};

/// The left, top, right and bottom of a mark. Text is about as wide as in DejaVu Sans.
pub(crate) fn bounds(shape: &Shape) -> [f64; 4] {
    match shape {
        Shape::Line { from, to, width } => {
            // A stroke has its own length, and its width across its direction.
            let (x, y) = if from.1 == to.1 {
                (0.0, width / 2.0)
            } else {
                (width / 2.0, 0.0)
            };
            [
                from.0.min(to.0) - x,
                from.1.min(to.1) - y,
                from.0.max(to.0) + x,
                from.1.max(to.1) + y,
            ]
        }
        Shape::Path { points, width } => points.iter().fold(
            [f64::MAX, f64::MAX, f64::MIN, f64::MIN],
            |[left, top, right, bottom], &(x, y)| {
                let half = width / 2.0;
                [
                    left.min(x - half),
                    top.min(y - half),
                    right.max(x + half),
                    bottom.max(y + half),
                ]
            },
        ),
        Shape::Area { corners } => corners.iter().fold(
            [f64::MAX, f64::MAX, f64::MIN, f64::MIN],
            |[left, top, right, bottom], &(x, y)| [left.min(x), top.min(y), right.max(x), bottom.max(y)],
        ),
        Shape::Circle { centre, radius } => [
            centre.0 - radius,
            centre.1 - radius,
            centre.0 + radius,
            centre.1 + radius,
        ],
        Shape::Text {
            at,
            size,
            anchor,
            bold,
            text,
        } => {
            let broad = if *bold { 1.13 } else { 1.0 };
            let long = text.chars().map(letter_width).sum::<f64>() * size * broad;
            let left = match anchor {
                Anchor::Start => at.0,
                Anchor::Middle => at.0 - long / 2.0,
                Anchor::End => at.0 - long,
            };
            [left, at.1 - size * 0.73, left + long, at.1 + size * 0.24]
        }
    }
}

/// The width of a letter, relative to the font size.
fn letter_width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | 'I' | 'J' => 0.285,
        ' ' | '.' | ',' | ':' | '/' => 0.325,
        'f' | 't' | '-' | '(' | ')' => 0.38,
        'r' => 0.411,
        's' | 'z' => 0.523,
        'c' | 'L' => 0.553,
        'k' | 'v' | 'x' | 'y' | 'F' => 0.59,
        'w' => 0.818,
        'a' | 'e' | 'o' | 'P' | 'T' | 'Y' => 0.613,
        'M' => 0.863,
        'm' | 'W' | '%' => 0.975,
        'A' | 'B' | 'C' | 'K' | 'R' | 'S' | 'V' | 'X' | 'Z' => 0.686,
        'D' | 'G' | 'H' | 'N' | 'O' | 'Q' | 'U' => 0.765,
        '\u{2212}' => 0.838,
        '\u{2026}' => 1.0,
        _ => 0.632,
    }
}

/// Checks that no mark is outside the picture. `what` names it.
pub(crate) fn assert_inside(picture: &Picture, what: &str) {
    let (width, height) = (f64::from(picture.width), f64::from(picture.height));
    for mark in &picture.marks {
        let [left, top, right, bottom] = bounds(&mark.shape);
        assert!(
            left >= -0.5 && top >= -0.5 && right <= width + 0.5 && bottom <= height + 0.5,
            "{what} at {width}: {mark:?}"
        );
    }
}
