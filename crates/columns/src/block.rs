//! Turns 64 bytes into bit masks. This is the only file that uses SIMD.

use wide::u8x16;

/// The number of bytes processed together: one bit each in a `u64`.
pub(crate) const BLOCK: usize = 64;

/// The positions of special bytes in a block. Bit 0 is the first byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Masks {
    pub(crate) delimiters: u64,
    pub(crate) quotes: u64,
    /// `\n` and `\r`.
    pub(crate) line_ends: u64,
}

impl Masks {
    #[inline]
    pub(crate) fn of(block: &[u8; BLOCK], delimiter: u8) -> Self {
        let delimiter = u8x16::splat(delimiter);
        let delimiters = mask(block, |bytes| bytes.cmp_eq(delimiter));
        if !may_end_or_quote(block) {
            return Self {
                delimiters,
                quotes: 0,
                line_ends: 0,
            };
        }
        let quote = u8x16::splat(b'"');
        let feed = u8x16::splat(b'\n');
        let carriage = u8x16::splat(b'\r');
        Self {
            delimiters,
            quotes: mask(block, |bytes| bytes.cmp_eq(quote)),
            line_ends: mask(block, |bytes| bytes.cmp_eq(feed) | bytes.cmp_eq(carriage)),
        }
    }

    /// The same without the bytes from `length` on, because the last block of a chunk is padded.
    pub(crate) fn of_first(self, length: usize) -> Self {
        let first = 1_u64
            .unbounded_shl(u32::try_from(length).unwrap_or(u32::MAX))
            .wrapping_sub(1);
        Self {
            delimiters: self.delimiters & first,
            quotes: self.quotes & first,
            line_ends: self.line_ends & first,
        }
    }
}

/// Whether any byte of a block is a quote or lower, as line ends are. Most blocks of numbers have none, so only their
/// delimiters are searched for.
#[inline]
fn may_end_or_quote(block: &[u8; BLOCK]) -> bool {
    let quote = u8x16::splat(b'"');
    let (parts, _) = block.as_chunks::<16>();
    let any = parts.iter().fold(u8x16::splat(0), |any, &part| {
        let bytes = u8x16::new(part);
        any | bytes.min(quote).cmp_eq(bytes)
    });
    any.move_mask() != 0
}

/// The positions of carriage returns in a block.
pub(crate) fn carriage_returns(block: &[u8; BLOCK]) -> u64 {
    let carriage = u8x16::splat(b'\r');
    mask(block, |bytes| bytes.cmp_eq(carriage))
}

/// Whether no byte has its highest bit set.
pub(crate) fn is_ascii(bytes: &[u8]) -> bool {
    let (parts, rest) = bytes.as_chunks::<16>();
    let all = parts.iter().fold(u8x16::splat(0), |all, &part| all | u8x16::new(part));
    all.move_mask() == 0 && rest.is_ascii()
}

#[inline]
fn mask(block: &[u8; BLOCK], found: impl Fn(u8x16) -> u8x16) -> u64 {
    let (parts, _) = block.as_chunks::<16>();
    parts.iter().rev().fold(0, |mask, &part| {
        mask << 16 | u64::from(found(u8x16::new(part)).move_mask() as u16)
    })
}
