//! The separators at the ends of wanted cells.

use crate::bytes::BYTES;
use crate::cell::Cell;

/// The wanted separators of a record, by number, with their positions in the record.
///
/// The cell with index n is between separators n - 1 and n, counted from 0. The record's line end is its last
/// separator.
#[derive(Debug)]
pub(crate) struct Marks {
    /// Numbers of the wanted separators, in ascending order.
    wanted: Vec<usize>,
    /// The positions found so far, from the record's start. There is one for each wanted separator, but only the first
    /// `found` are this record's.
    offsets: Vec<usize>,
    found: usize,
    /// The number of the next wanted separator, or a number greater than any record has.
    next: usize,
    /// The number of separators in the record so far.
    passed: usize,
}

/// The separators around one cell.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    /// `None` for the first cell of a record.
    before: Option<usize>,
    after: usize,
}

impl Marks {
    /// Creates marks. The wanted separators are sorted.
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

    /// The marks around the cell with an index, if both its separators are wanted.
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

    /// Starts a new record: the next separator is its first.
    pub(crate) fn restart(&mut self) {
        self.found = 0;
        self.next = self.wanted.first().copied().unwrap_or(usize::MAX);
        self.passed = 0;
    }

    /// The number of separators in the record.
    pub(crate) fn passed(&self) -> usize {
        self.passed
    }

    /// Processes separators. The lowest bit is `start` bytes after the record's start. `start` wraps around if the
    /// record starts later in the block.
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
            // Finds the cell's first separator; its second follows it.
            let at = match number - lowest {
                0 => separators.trailing_zeros(),
                1 => (separators & separators.wrapping_sub(1)).trailing_zeros(),
                skipped => select(separators, skipped as u64),
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

    /// The text after a mark in a record; `None` if the record is too short.
    pub(crate) fn after<'a>(&self, record: &'a [u8], mark: usize) -> &'a [u8] {
        self.offset(mark)
            .and_then(|offset| record.get(offset + 1..))
            .unwrap_or_default()
    }

    fn offset(&self, mark: usize) -> Option<usize> {
        self.offsets.get(..self.found)?.get(mark).copied()
    }
}

/// The position in a mask of the set bit that has this many set bits below it. The caller ensures that it exists.
///
/// Found by sums of bytes, then of bits, in parallel (Vigna, Broadword implementation of rank/select queries, 2008). A
/// loop over set bits costs a mispredicted branch each time.
#[inline]
fn select(mask: u64, below: u64) -> u32 {
    const TOPS: u64 = BYTES * 0x80;
    const BIT_OF_EACH: u64 = 0x8040_2010_0804_0201;
    let mut ones = mask - (mask >> 1 & (BYTES * 0x55));
    ones = (ones & (BYTES * 0x33)) + (ones >> 2 & (BYTES * 0x33));
    ones = (ones + (ones >> 4)) & (BYTES * 0x0F);
    // In each byte: the number of set bits in it and in the bytes below, up to 64.
    let sums = ones.wrapping_mul(BYTES);
    let shift = ((((BYTES * below) | TOPS) - sums) & TOPS).count_ones() * 8;
    let below = below - (sums << 8 >> shift & 0x7F);
    // The bits of the byte that was found, each in a byte of its own.
    let spread = ((mask >> shift & 0xFF) * BYTES) & BIT_OF_EACH;
    let bits = (spread + BYTES * 0x7F) & TOPS;
    let sums = (bits >> 7).wrapping_mul(BYTES);
    shift + ((((BYTES * below) | TOPS) - sums) & TOPS).count_ones()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_bit_is_found() {
        let patterns = [u64::MAX, BYTES, 0xF0F0_0000_0000_00FF, 0x8421_8421_8421_8421, 1 << 63];
        for mask in patterns {
            let bits = (0..64).filter(|bit| mask >> bit & 1 == 1);
            for (below, bit) in bits.enumerate() {
                assert_eq!(select(mask, below as u64), bit, "{mask:x} {below}");
            }
        }
    }
}
