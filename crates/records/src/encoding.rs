//! Text encodings.

use borsh::{BorshDeserialize, BorshSerialize};

/// The encoding of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16LittleEndian,
    /// UTF-16, high byte first.
    Utf16BigEndian,
    /// Windows-1252, like many of the Department's files.
    Windows1252,
    /// MacRoman, as Excel on older Macs saved text.
    MacRoman,
}

impl Encoding {
    /// The displayed name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16LittleEndian | Self::Utf16BigEndian => "UTF-16",
            Self::Windows1252 => "Windows-1252",
            Self::MacRoman => "MacRoman",
        }
    }
}
