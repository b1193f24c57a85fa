//! Light or dark: as the system has it, or as the user chose.

use gloo::utils::document;

use super::kept::{keep, word};

/// The name under which it is kept; `assets/boot.js` reads it before anything is drawn.
const NAME: &str = "trust-gap-dark";

/// The sheet of dark colours in `index.html`.
const SHEET: &str = "dark";

/// Which colours the page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system has it.
    System,
    Light,
    Dark,
}

impl Theme {
    pub(super) const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Where the sheet of dark colours holds. Paper is never dark.
    pub(super) const fn media(self) -> &'static str {
        match self {
            Self::System => "screen and (prefers-color-scheme: dark)",
            Self::Light => "not all",
            Self::Dark => "screen",
        }
    }

    /// As the user chose, now or at another time.
    pub(super) fn chosen() -> Self {
        let kept = word(NAME);
        let chosen = Self::ALL
            .into_iter()
            .find(|theme| kept.as_deref() == Some(theme.media()));
        chosen.unwrap_or(Self::System)
    }

    /// Shows the page so, and keeps the choice.
    pub(super) fn choose(self) {
        // Where it cannot be kept, it holds until the page is closed.
        let _ = keep(NAME, (self != Self::System).then_some(self.media()));
        let sheet = document().get_element_by_id(SHEET);
        if let Some(sheet) = sheet {
            // Where the browser refuses, it is so when the page is opened again.
            let _ = sheet.set_attribute("media", self.media());
        }
    }
}
