//! The separators that bound wanted cells.

use crate::bytes::BYTES;
use crate::cell::Cell;

/// The wanted separators of a record, by number, and where in the record they were found.
///
/// The cell with index n of a record is between separators n - 1 and n, counted from 0; the line
/// end that ends the record is its last separator.
#[derive(Debug)]
pub(crate) struct Marks {
    /// Numbers of the wanted separators, rising.
    wanted: Vec<usize>,
    /// The positions of those found so far, from the record's start. As many as are wanted; only
    /// the first `found` are the record's.
    offsets: Vec<usize>,
    found: usize,
    /// The number of the next wanted separator, or more than any record has.
    next: usize,
    /// How many separators the record has so far.
    passed: usize,
}

/// The marks of one cell.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    /// None for the first cell of a record.
    before: Option<usize>,
    after: usize,
}

impl Marks {
    /// The wanted separators come in order.
    pub(crate) fn new(mut wanted: Vec<usize>) -> Self {
        wanted.dedup();
        Self {
            offsets: vec![0; wanted.len()],
            found: 0,
            next: wanted.first().copied().unwrap_or(usize::MAX),
            passed: 0,
            wanted,
        }
    }

    /// The marks that bound the cell of an index, if both its separators are wanted.
    pub(crate) fn span(&self, index: usize) -> Option<Span> {
        let before = match index.checked_sub(1) {
            Some(before) => Some(self.mark(before)?),
            None => None,
        };
        Some(Span {
            before,
            after: self.mark(index)?,
        })
    }

    /// The mark of a separator, if it is wanted.
    pub(crate) fn mark(&self, separator: usize) -> Option<usize> {
        self.wanted.binary_search(&separator).ok()
    }

    /// Forgets the record: the next separator is the first of another.
    pub(crate) fn restart(&mut self) {
        self.found = 0;
        self.next = self.wanted.first().copied().unwrap_or(usize::MAX);
        self.passed = 0;
    }

    /// How many separators the record has.
    pub(crate) fn passed(&self) -> usize {
        self.passed
    }

    /// Processes separators, the lowest bit standing `start` bytes after the record's start;
    /// `start` wraps around where the record starts later in the block.
    #[inline]
    pub(crate) fn pass(&mut self, separators: u64, start: usize) {
        let passed = self.passed + separators.count_ones() as usize;
        if self.next < passed {
            self.find(separators, start, passed);
        }
        self.passed = passed;
    }

    fn find(&mut self, mut separators: u64, start: usize, passed: usize) {
        let wanted = self.wanted.get(self.found..).unwrap_or_default();
        let offsets = self.offsets.get_mut(self.found..).unwrap_or_default();
        let (mut lowest, mut found) = (self.passed, self.found);
        self.next = usize::MAX;
        for (&number, offset) in wanted.iter().zip(offsets) {
            if number >= passed {
                self.next = number;
                break;
            }
            // The cell's first separator is looked for, its second follows at once.
            let at = match number - lowest {
                0 => separators.trailing_zeros(),
                1 => (separators & separators.wrapping_sub(1)).trailing_zeros(),
                skipped => one(separators, skipped as u64),
            };
            separators &= u64::MAX.unbounded_shl(at);
            lowest = number;
            *offset = start.wrapping_add(at as usize);
            found += 1;
        }
        self.found = found;
    }

    /// The cell of a record between two marks; `None` if the record is too short.
    #[inline]
    pub(crate) fn cell<'a>(&self, record: &'a [u8], span: Span) -> Cell<'a> {
        let start = match span.before {
            Some(mark) => self.offset(mark).map(|offset| offset + 1),
            None => Some(0),
        };
        start
            .zip(self.offset(span.after))
            .and_then(|(start, end)| Cell::between(record, start, end))
            .unwrap_or_default()
    }

    /// What follows a mark in a record; `None` if the record is too short.
    pub(crate) fn after<'a>(&self, record: &'a [u8], mark: usize) -> &'a [u8] {
        self.offset(mark)
            .and_then(|offset| record.get(offset + 1..))
            .unwrap_or_default()
    }

    fn offset(&self, mark: usize) -> Option<usize> {
        self.offsets.get(..self.found)?.get(mark).copied()
    }
}

/// The position in a mask of the one that has this many ones below it; there is such a one.
///
/// Found by sums of bytes, then of bits, side by side (Vigna, Broadword implementation of
/// rank/select queries, 2008): a loop over ones costs a wrongly guessed branch each time.
#[inline]
fn one(mask: u64, below: u64) -> u32 {
    const TOPS: u64 = BYTES * 0x80;
    const BIT_OF_EACH: u64 = 0x8040_2010_0804_0201;
    let mut ones = mask - (mask >> 1 & (BYTES * 0x55));
    ones = (ones & (BYTES * 0x33)) + (ones >> 2 & (BYTES * 0x33));
    ones = (ones + (ones >> 4)) & (BYTES * 0x0F);
    // In each byte, how many ones it and those under it have, up to 64.
    let sums = ones.wrapping_mul(BYTES);
    let shift = ((((BYTES * below) | TOPS) - sums) & TOPS).count_ones() * 8;
    let below = below - (sums << 8 >> shift & 0x7F);
    // The bits of the byte that is reached, each in a byte of its own.
    let spread = ((mask >> shift & 0xFF) * BYTES) & BIT_OF_EACH;
    let bits = (spread + BYTES * 0x7F) & TOPS;
    let sums = (bits >> 7).wrapping_mul(BYTES);
    shift + ((((BYTES * below) | TOPS) - sums) & TOPS).count_ones()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_one_is_found() {
        let patterns = [u64::MAX, BYTES, 0xF0F0_0000_0000_00FF, 0x8421_8421_8421_8421, 1 << 63];
        for mask in patterns {
            let bits = (0..64).filter(|bit| mask >> bit & 1 == 1);
            for (below, bit) in bits.enumerate() {
                assert_eq!(one(mask, below as u64), bit, "{mask:x} {below}");
            }
        }
    }
}
