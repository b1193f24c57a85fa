//! The separators that bound wanted cells.

use crate::bytes::BYTES;
use crate::cell::Cell;

/// The wanted separators of a record, by number, and where in the record they were found.
///
/// The cell at place n of a record stands between separators n - 1 and n, counted from 0; the line
/// end that ends the record is its last separator.
#[derive(Debug)]
pub(crate) struct Marks {
    /// Numbers of the wanted separators, rising.
    wanted: Vec<usize>,
    /// Where those found so far stand, from the record's start. As many as are wanted; only the
    /// first `found` are the record's.
    places: Vec<usize>,
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
    pub(crate) fn new(mut wanted: Vec<usize>) -> Self {
        wanted.sort_unstable();
        wanted.dedup();
        Self {
            places: vec![0; wanted.len()],
            found: 0,
            next: wanted.first().copied().unwrap_or(usize::MAX),
            passed: 0,
            wanted,
        }
    }

    /// The marks that bound the cell at a place, if both its separators are wanted.
    pub(crate) fn span(&self, place: usize) -> Option<Span> {
        let before = match place.checked_sub(1) {
            Some(before) => Some(self.mark(before)?),
            None => None,
        };
        Some(Span {
            before,
            after: self.mark(place)?,
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

    /// Takes in separators, the lowest bit standing `start` bytes after the record's start; `start`
    /// wraps around where the record starts later in the block.
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
        let places = self.places.get_mut(self.found..).unwrap_or_default();
        let mut lowest = self.passed;
        self.next = usize::MAX;
        for (&number, place) in wanted.iter().zip(places) {
            if number >= passed {
                self.next = number;
                return;
            }
            separators = without_lowest(separators, number - lowest);
            lowest = number;
            *place = start.wrapping_add(separators.trailing_zeros() as usize);
            self.found += 1;
        }
    }

    /// The cell of a record that stands between two marks; nothing where the record is too short.
    #[inline]
    pub(crate) fn cell<'a>(&self, record: &'a [u8], span: Span) -> Cell<'a> {
        let start = match span.before {
            Some(mark) => self.place(mark).map(|place| place + 1),
            None => Some(0),
        };
        start
            .zip(self.place(span.after))
            .and_then(|(start, end)| Cell::between(record, start, end))
            .unwrap_or_default()
    }

    /// What follows a mark in a record; nothing where the record is too short.
    pub(crate) fn after<'a>(&self, record: &'a [u8], mark: usize) -> &'a [u8] {
        self.place(mark)
            .and_then(|place| record.get(place + 1..))
            .unwrap_or_default()
    }

    fn place(&self, mark: usize) -> Option<usize> {
        self.places.get(..self.found)?.get(mark).copied()
    }
}

/// A mask without so many of its lowest ones, of which it has more.
///
/// Whole bytes go first: their ones are counted side by side (Vigna, Broadword implementation of
/// rank/select queries, 2008), since a loop over many ones costs a wrongly guessed branch each time.
#[inline]
fn without_lowest(mut bits: u64, mut count: usize) -> u64 {
    if count > 2 {
        let mut ones = bits - (bits >> 1 & (BYTES * 0x55));
        ones = (ones & (BYTES * 0x33)) + (ones >> 2 & (BYTES * 0x33));
        ones = (ones + (ones >> 4)) & (BYTES * 0x0F);
        // Each byte: how many ones stand in it and those below. No sum reaches 128.
        let sums = ones.wrapping_mul(BYTES);
        let tops = BYTES * 0x80;
        let whole = (((BYTES * count as u64) | tops) - sums) & tops;
        let shift = whole.count_ones() * 8;
        bits &= u64::MAX << shift;
        count -= (sums << 8 >> shift & 0x7F) as usize;
    }
    for _ in 0..count {
        bits &= bits.wrapping_sub(1);
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_ones_go_and_no_more() {
        let patterns = [
            u64::MAX,
            BYTES,
            0xF0F0_0000_0000_00FF,
            0x8421_8421_8421_8421,
        ];
        for bits in patterns {
            let mut left = bits;
            for count in 0..bits.count_ones() as usize {
                assert_eq!(without_lowest(bits, count), left, "{bits:x} {count}");
                left &= left - 1;
            }
        }
    }
}
