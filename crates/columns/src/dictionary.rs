//! Distinct words, each with a code.

use crate::strings::Bytes;

/// Gives each distinct word a code: 0 to the first, 1 to the next.
///
/// A hash table with open addressing. Columns repeat their words from row to row, so that the word
/// last asked for is looked at first.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    words: Bytes,
    /// Their number is none or a power of two, and at least twice that of words.
    slots: Vec<Slot>,
    last: u32,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    /// The word's code and 1; 0 where the slot is free.
    code: u32,
    hash: u32,
}

const FREE: Slot = Slot { code: 0, hash: 0 };

impl Dictionary {
    /// The word's code; a new one, if the word is new.
    #[inline]
    pub(crate) fn code(&mut self, word: &[u8]) -> u32 {
        if self.word(self.last) != Some(word) {
            self.last = self.looked_up(word);
        }
        self.last
    }

    /// The words, in the order of their codes.
    pub(crate) fn into_words(self) -> Bytes {
        self.words
    }

    #[inline]
    fn word(&self, code: u32) -> Option<&[u8]> {
        self.words.get(code as usize)
    }

    fn looked_up(&mut self, word: &[u8]) -> u32 {
        if self.words.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = hash(word);
        let mut at = self.start(hash);
        // There are free slots, so that this ends.
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.code != 0) {
            let code = slot.code - 1;
            if slot.hash == hash && self.word(code) == Some(word) {
                return code;
            }
            at = self.next(at);
        }
        let code = u32::try_from(self.words.len()).unwrap_or(u32::MAX - 1);
        self.words.push(word);
        self.fill(
            at,
            Slot {
                code: code + 1,
                hash,
            },
        );
        code
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(16);
        let filled = std::mem::replace(&mut self.slots, vec![FREE; size]);
        for slot in filled.into_iter().filter(|slot| slot.code != 0) {
            let mut at = self.start(slot.hash);
            while self.slots.get(at).is_some_and(|slot| slot.code != 0) {
                at = self.next(at);
            }
            self.fill(at, slot);
        }
    }

    fn start(&self, hash: u32) -> usize {
        hash as usize & (self.slots.len() - 1)
    }

    fn next(&self, at: usize) -> usize {
        (at + 1) & (self.slots.len() - 1)
    }

    fn fill(&mut self, at: usize, slot: Slot) {
        if let Some(free) = self.slots.get_mut(at) {
            *free = slot;
        }
    }
}

/// Multiplied in, eight bytes at a time; an odd number with bits all over, so that each bit of a
/// word moves the upper half of the product.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

fn hash(word: &[u8]) -> u32 {
    let (eights, rest) = word.as_chunks::<8>();
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    let seed = word.len() as u64;
    let all = eights.iter().chain([&last]).fold(seed, |hash, &eight| {
        (hash.rotate_left(23) ^ u64::from_le_bytes(eight)).wrapping_mul(FACTOR)
    });
    (all >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_one_code_however_many_there_are() {
        let mut dictionary = Dictionary::default();
        for round in 0..2 {
            for number in 0..5000_u32 {
                let word = format!("word {number}");
                assert_eq!(dictionary.code(word.as_bytes()), number, "round {round}");
            }
        }
        assert_eq!(dictionary.code(b""), 5000);
        assert_eq!(dictionary.code(b""), 5000);
        assert_eq!(dictionary.into_words().len(), 5001);
    }
}
