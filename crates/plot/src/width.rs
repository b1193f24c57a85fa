//! Narrow pictures and wide ones.

/// Below this width names and letters are shorter.
const NARROW: u32 = 560;

/// How wide a picture is, and so whether its letters and heights are those of narrow pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Width {
    pixels: u32,
}

impl Width {
    /// That of a picture so many pixels wide.
    #[must_use]
    pub const fn new(pixels: u32) -> Self {
        Self { pixels }
    }

    /// So many pixels.
    #[must_use]
    pub const fn pixels(self) -> f64 {
        self.pixels as f64
    }

    /// The same of two lengths.
    pub(super) fn of(self, [narrow, wide]: [f64; 2]) -> f64 {
        self.either(narrow, wide)
    }

    /// The one for a narrow picture or the one for a wide one.
    #[must_use]
    pub fn either<T>(self, narrow: T, wide: T) -> T {
        if self.is_narrow() { narrow } else { wide }
    }

    /// Whether it is that of a narrow picture.
    #[must_use]
    pub const fn is_narrow(self) -> bool {
        self.pixels < NARROW
    }
}

/// What a narrow picture and a wide one have: the same, or each its own. The layout takes the one that it needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Both<T> {
    narrow: T,
    wide: T,
}

impl<T> Both<T> {
    /// The one for a picture of this width.
    pub(super) fn of(&self, width: Width) -> &T {
        width.either(&self.narrow, &self.wide)
    }
}

impl<T> From<[T; 2]> for Both<T> {
    fn from([narrow, wide]: [T; 2]) -> Self {
        Self { narrow, wide }
    }
}

impl From<f64> for Both<f64> {
    fn from(number: f64) -> Self {
        [number; 2].into()
    }
}

impl From<[&str; 2]> for Both<String> {
    fn from(words: [&str; 2]) -> Self {
        words.map(str::to_owned).into()
    }
}

impl From<String> for Both<String> {
    fn from(words: String) -> Self {
        [words.clone(), words].into()
    }
}

impl From<&str> for Both<String> {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

impl From<&String> for Both<String> {
    fn from(words: &String) -> Self {
        words.clone().into()
    }
}
