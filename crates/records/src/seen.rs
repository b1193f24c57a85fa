//! Finds rows that repeat an earlier one.

use std::num::NonZeroU32;

use xxhash_rust::xxh64::xxh64;

use crate::terms::AcademicYear;

/// The indices of items, by a hash of what identifies an item: a school or trust and its year.
///
/// It does not copy the items. The caller, who has both, says whether two are the same. It is not the standard map,
/// because schools come by the million and nearly in order of their numbers (see [`hash_of_number`]).
#[derive(Debug, Default)]
pub struct Seen {
    /// The number of slots is a power of two, and at most half are used. An index is in its hash's slot or in the next
    /// free one.
    slots: Vec<Slot>,
    count: usize,
}

/// An index with its hash. It counts from 1, so that `None` needs no extra memory.
type Slot = Option<(NonZeroU32, u32)>;

/// The hash of a number and its year. Schools in a file often have consecutive numbers. Eight consecutive numbers have
/// adjacent hashes, so a large table finds them in one or two cache lines. With more, two runs that meet would take
/// long to search.
pub fn hash_of_number(number: u32, year: Option<AcademicYear>) -> u32 {
    const NEAR: u32 = 8;
    let block = (number / NEAR).to_le_bytes();
    xxh64(&block, year.map_or(0, AcademicYear::ends).into()) as u32 ^ (number % NEAR)
}

/// The hash of a text and its year.
pub fn hash_of_text(text: &str, year: Option<AcademicYear>) -> u32 {
    xxh64(text.as_bytes(), year.map_or(0, AcademicYear::ends).into()) as u32
}

impl Seen {
    /// A table with room for this many.
    pub fn with_capacity(count: usize) -> Self {
        Self {
            slots: vec![None; (2 * count).next_power_of_two()],
            count: 0,
        }
    }

    /// The index stored under a hash for which the equality test is true.
    pub fn find(&self, hash: u32, is_same: &dyn Fn(usize) -> bool) -> Option<usize> {
        let mut slot = hash as usize;
        while let Some((index, known)) = self.slot(slot) {
            let index = index.get() as usize - 1;
            if known == hash && is_same(index) {
                return Some(index);
            }
            slot = slot.wrapping_add(1);
        }
        None
    }

    /// Stores an index under its hash.
    pub fn note(&mut self, hash: u32, index: usize) {
        // A search ends at a free slot, so there must be one.
        if 2 * (self.count + 1) > self.slots.len() {
            let larger = vec![None; (4 * self.count).max(64).next_power_of_two()];
            for taken in std::mem::replace(&mut self.slots, larger).into_iter().flatten() {
                self.insert(taken);
            }
        }
        let index = u32::try_from(index + 1).unwrap_or(u32::MAX);
        self.insert((NonZeroU32::new(index).unwrap_or(NonZeroU32::MAX), hash));
        self.count += 1;
    }

    fn insert(&mut self, taken: (NonZeroU32, u32)) {
        let mut slot = taken.1 as usize;
        while self.slot(slot).is_some() {
            slot = slot.wrapping_add(1);
        }
        let mask = self.slots.len().wrapping_sub(1);
        if let Some(free) = self.slots.get_mut(slot & mask) {
            *free = Some(taken);
        }
    }

    /// The content of a slot. After the last comes the first.
    fn slot(&self, slot: usize) -> Slot {
        let mask = self.slots.len().wrapping_sub(1);
        self.slots.get(slot & mask).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_noted_items_are_found() {
        let mut seen = Seen::default();
        assert_eq!(seen.find(1, &|_| true), None);
        let hash = |number: usize| hash_of_number(number as u32, None);
        for number in 0..5_000 {
            assert_eq!(seen.find(hash(number), &|index| index == number), None);
            seen.note(hash(number), number);
        }
        for number in 0..5_000 {
            let found = seen.find(hash(number), &|index| index == number);
            assert_eq!(found, Some(number));
        }
    }

    #[test]
    fn a_table_of_any_capacity_keeps_a_free_slot() {
        for capacity in 0..4 {
            let mut seen = Seen::with_capacity(capacity);
            for index in 0..10 {
                assert_eq!(seen.find(hash_of_number(9, None), &|_| false), None);
                seen.note(hash_of_number(9, None), index);
            }
        }
    }

    #[test]
    fn equal_hashes_are_distinguished() {
        let mut seen = Seen::default();
        seen.note(7, 1);
        seen.note(7, 2);
        assert_eq!(seen.find(7, &|index| index == 2), Some(2));
        assert_eq!(seen.find(7, &|index| index == 3), None);
        let years = [None, AcademicYear::ending(2023)];
        assert_ne!(hash_of_text("TR1", years[0]), hash_of_text("TR1", years[1]));
    }
}
