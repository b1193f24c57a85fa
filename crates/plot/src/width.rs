//! Narrow pictures and wide ones.

/// Pictures below this width are narrow.
const NARROW: u32 = 560;

/// The width of a picture, which decides whether it is laid out as a narrow one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Width {
    pixels: u32,
}

impl Width {
    /// The width in pixels.
    #[must_use]
    pub const fn new(pixels: u32) -> Self {
        Self { pixels }
    }

    /// The width in pixels.
    #[must_use]
    pub const fn pixels(self) -> f64 {
        self.pixels as f64
    }

    /// The length for this width out of a narrow and a wide one.
    pub(super) fn of(self, [narrow, wide]: [f64; 2]) -> f64 {
        self.either(narrow, wide)
    }

    /// `narrow` for a narrow picture, otherwise `wide`.
    #[must_use]
    pub fn either<T>(self, narrow: T, wide: T) -> T {
        if self.is_narrow() { narrow } else { wide }
    }

    /// Whether the picture is narrow.
    #[must_use]
    pub const fn is_narrow(self) -> bool {
        self.pixels < NARROW
    }
}

/// A value for narrow pictures and one for wide pictures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Both<T> {
    narrow: T,
    wide: T,
}

impl<T> Both<T> {
    /// The value for a picture of this width.
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
