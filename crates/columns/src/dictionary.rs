//! Distinct words, each with a code.

use crate::bytes::side_by_side;
use crate::strings::Bytes;

/// Gives each distinct word a code: 0 for the first, 1 for the next.
///
/// A hash table with open addressing. Columns repeat their words from row to row, so the last word is tried first.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    words: Bytes,
    /// The number of slots is zero or a power of two, and at least twice the number of words.
    slots: Vec<Slot>,
    last: Slot,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    print: Print,
    code: u32,
}

/// A short word itself, or a hash of a long one. Zero only in a free slot.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Print(u64);

const FREE: Print = Print(0);

impl Dictionary {
    /// The word's code, which is new if the word is new.
    #[inline]
    pub(crate) fn code(&mut self, word: &[u8]) -> u32 {
        let print = Print::of(word);
        if !self.is(self.last, print, word) {
            self.last = self.look_up(print, word);
        }
        self.last.code
    }

    /// The words, in order of code.
    pub(crate) fn into_words(self) -> Bytes {
        self.words
    }

    #[inline]
    fn is(&self, slot: Slot, print: Print, word: &[u8]) -> bool {
        slot.print == print && (print.is_word() || self.words.get(slot.code as usize) == Some(word))
    }

    fn look_up(&mut self, print: Print, word: &[u8]) -> Slot {
        if self.words.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let mut at = self.start(print);
        // This ends because there are free slots.
        while let Some(&slot) = self.slots.get(at).filter(|slot| slot.print != FREE) {
            if self.is(slot, print, word) {
                return slot;
            }
            at = self.next(at);
        }
        let code = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.push(word);
        let slot = Slot { print, code };
        self.fill(at, slot);
        slot
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(16);
        let slots = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
        for slot in slots.into_iter().filter(|slot| slot.print != FREE) {
            let mut at = self.start(slot.print);
            while self.slots.get(at).is_some_and(|slot| slot.print != FREE) {
                at = self.next(at);
            }
            self.fill(at, slot);
        }
    }

    /// The slot at which the search for a word begins.
    fn start(&self, print: Print) -> usize {
        (print.0.wrapping_mul(FACTOR) >> 32) as usize & (self.slots.len() - 1)
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

/// The multiplier: an odd number with well-spread bits, so that each bit of a word changes the upper half of the
/// product.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

impl Print {
    /// The highest byte is the kind: 1 to 8 for words of up to seven bytes, 255 for a hash.
    #[inline]
    fn of(word: &[u8]) -> Self {
        match side_by_side(word) {
            Some(short) if word.len() < 8 => Self(short | (word.len() as u64 + 1) << 56),
            _ => Self(hash(word) | 0xFF << 56),
        }
    }

    /// Whether it is the word itself.
    #[inline]
    fn is_word(self) -> bool {
        self.0 >> 56 != 0xFF
    }
}

fn hash(word: &[u8]) -> u64 {
    let (eights, rest) = word.as_chunks::<8>();
    let eights = eights.iter().map(|&eight| u64::from_le_bytes(eight));
    eights.chain(side_by_side(rest)).fold(word.len() as u64, |hash, eight| {
        let product = (hash ^ eight).wrapping_mul(FACTOR);
        product ^ product >> 32
    })
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
