//! The theme: light, dark, or the system's.

use gloo::utils::document;

use super::preferences::{load, store};

/// The name of the preference. `assets/boot.js` reads it before the first paint.
const NAME: &str = "trust-gap-dark";

/// The id of the dark style sheet in `index.html`.
const SHEET: &str = "dark";

/// The colours of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    pub(super) const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The media query of the dark style sheet. Printed pages are never dark.
    pub(super) const fn media(self) -> &'static str {
        match self {
            Self::System => "screen and (prefers-color-scheme: dark)",
            Self::Light => "not all",
            Self::Dark => "screen",
        }
    }

    /// The chosen theme, now or on an earlier visit.
    pub(super) fn chosen() -> Self {
        let stored = load(NAME);
        let chosen = Self::ALL
            .into_iter()
            .find(|theme| stored.as_deref() == Some(theme.media()));
        chosen.unwrap_or(Self::System)
    }

    /// Applies the theme and stores the choice.
    pub(super) fn choose(self) {
        // If it cannot be stored, it holds until the page is closed.
        let _ = store(NAME, (self != Self::System).then_some(self.media()));
        let sheet = document().get_element_by_id(SHEET);
        if let Some(sheet) = sheet {
            // If the browser refuses, it holds from the next visit.
            let _ = sheet.set_attribute("media", self.media());
        }
    }
}
