//! Text that a spreadsheet would read as a formula.

/// The characters with which a formula starts, including full-width ones.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// Whether a text starts like a formula.
pub fn starts_as_formula(text: &str) -> bool {
    text.starts_with(SIGNS)
}

/// A text without the apostrophe that stops spreadsheets reading it as a formula. This page and spreadsheets both write
/// it.
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if starts_as_formula(rest.trim_start()) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_guard_is_removed() {
        for (text, bare) in [
            ("'=SUM(1,1)", "=SUM(1,1)"),
            ("'\u{ff1d}A", "\u{ff1d}A"),
            ("'-DASH", "-DASH"),
            ("'quoted'", "'quoted'"),
            ("-DASH", "-DASH"),
            ("'", "'"),
            ("", ""),
        ] {
            assert_eq!(unguarded(text), bare);
        }
    }
}
