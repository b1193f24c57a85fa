//! Which rows repeat an earlier one.

use std::num::NonZeroU32;

use xxhash_rust::xxh64::xxh64;

use crate::terms::AcademicYear;

/// The indices of what was read, by a hash of what makes it one: a school or trust and its year.
///
/// It keeps no copy of that: the caller says whether two are the same, who has both. Not the
/// standard map: schools come by the million, and nearly in the order of their numbers (see
/// [`hash_of_number`]).
#[derive(Debug, Default)]
pub struct Seen {
    /// A power of two of slots, at most half of them taken: a hash's own, else the next free one.
    slots: Vec<Slot>,
    count: usize,
}

/// An index, counted from 1 so that none takes no room of its own, with its hash.
type Slot = Option<(NonZeroU32, u32)>;

/// The hash of a number and its year. Of numbers that follow each other, as those of a file's schools
/// often do, eight have hashes side by side: in a large table they are found in one or two lines of
/// memory. Were they more, a run of them that meets another would be long to pass.
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

    /// The index noted under a hash for which the test for equality is true.
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

    /// Notes an index under its hash.
    pub fn note(&mut self, hash: u32, index: usize) {
        // A search ends at a free slot, so that there has to be one.
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

    /// What a slot holds; after the last comes the first.
    fn slot(&self, slot: usize) -> Slot {
        let mask = self.slots.len().wrapping_sub(1);
        self.slots.get(slot & mask).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_is_found_and_nothing_else() {
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
    fn equal_hashes_are_told_apart() {
        let mut seen = Seen::default();
        seen.note(7, 1);
        seen.note(7, 2);
        assert_eq!(seen.find(7, &|index| index == 2), Some(2));
        assert_eq!(seen.find(7, &|index| index == 3), None);
        let years = [None, AcademicYear::ending(2023)];
        assert_ne!(hash_of_text("TR1", years[0]), hash_of_text("TR1", years[1]));
    }
}
