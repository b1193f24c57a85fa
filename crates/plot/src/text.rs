//! The width of text, without a font.

/// The widths of the letters of DejaVu Sans from blank to tilde, in thousandths of the font size. It is the widest of
/// the usual system fonts, so a label that fits here fits everywhere.
const WIDTHS: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
    748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
    615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
    337, 636, 838,
];

/// Characters not in the table count as wide as a capital.
const OTHER_WIDTH: u16 = 700;

/// The factor for bold text.
const BOLD: f64 = 1.13;

/// The width of a text in pixels.
#[must_use]
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let thousandths: u32 = text.chars().map(|letter| u32::from(letter_width(letter))).sum();
    let weight = if bold { BOLD } else { 1.0 };
    f64::from(thousandths) / 1000.0 * size * weight
}

fn letter_width(letter: char) -> u16 {
    match letter {
        '\u{2026}' => 1000,
        // The minus sign.
        '\u{2212}' => 838,
        _ => (letter as usize)
            .checked_sub(' ' as usize)
            .and_then(|index| WIDTHS.get(index).copied())
            .unwrap_or(OTHER_WIDTH),
    }
}

/// The text, shortened with an ellipsis to fit into `room` pixels. Returns `None` if fewer than three letters fit.
#[must_use]
pub fn shortened(text: &str, room: f64, size: f64, bold: bool) -> Option<String> {
    if width(text, size, bold) <= room {
        return Some(text.to_owned());
    }
    let mut short = String::new();
    for letter in text.chars() {
        let longer = format!("{short}{letter}");
        if width(&longer, size, bold) + width("…", size, bold) > room {
            break;
        }
        short = longer;
    }
    (short.chars().count() >= 3).then(|| format!("{}…", short.trim_end()))
}

/// The text in lines of whole words, each of which fits into `room` pixels; a longer word has a line of its own.
///
/// ```
/// use plot::{lines, width};
/// let text = "No line crosses these years.";
/// let broken = lines(text, 100.0, 12.0);
/// assert!(broken.len() > 1 && broken.iter().all(|line| width(line, 12.0, false) <= 100.0));
/// assert_eq!(broken.join(" "), text);
/// ```
#[must_use]
pub fn lines(text: &str, room: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size, false) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_follow_the_letters() {
        assert!(width("iii", 10.0, false) < width("WWW", 10.0, false));
        assert!(width("a", 10.0, true) > width("a", 10.0, false));
        assert!((width("0", 10.0, false) - 6.36).abs() < 1e-9);
    }

    #[test]
    fn long_names_are_shortened_to_their_room() {
        let name = "A name of so many words that it must be shortened";
        let short = shortened(name, 120.0, 12.0, false).unwrap();
        assert!(short.ends_with('…') && width(&short, 12.0, false) <= 120.0, "{short}");
        assert_eq!(shortened("Short", 120.0, 12.0, false).as_deref(), Some("Short"));
        assert_eq!(shortened(name, 10.0, 12.0, false), None);
    }
}
