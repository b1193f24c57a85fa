//! Finds the separators that are not within quotes.

use crate::block::Masks;

/// The separators of a block that are outside quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Separators {
    /// Delimiters and line ends.
    pub(crate) all: u64,
    /// Line ends.
    pub(crate) ends: u64,
}

/// The state of quotes at the end of the previous block.
#[derive(Debug)]
pub(crate) struct Quotes {
    /// All bits set if the block begins within quotes, otherwise zero.
    inside: u64,
    /// Bit 0 is set if a quote as the block's first byte would open: after a separator, at the start of the file, or
    /// after a closing quote (two quotes within quotes are one).
    may_open: u64,
}

impl Quotes {
    pub(crate) fn new() -> Self {
        Self { inside: 0, may_open: 1 }
    }

    /// Whether the bytes so far end within quotes.
    pub(crate) fn are_open(&self) -> bool {
        self.inside != 0
    }

    /// Processes a block of which the first `length` bytes, at least one, belong to the file.
    #[inline]
    pub(crate) fn separators(&mut self, masks: Masks, length: usize) -> Separators {
        let all = masks.delimiters | masks.line_ends;
        if masks.quotes | self.inside == 0 {
            self.may_open = all >> (length - 1);
            return Separators {
                all,
                ends: masks.line_ends,
            };
        }
        let outside = !self.inside(all, masks.quotes, length);
        Separators {
            all: all & outside,
            ends: masks.line_ends & outside,
        }
    }

    /// The bytes of the block that are within quotes, including opening quotes but not closing ones.
    ///
    /// A quote opens only at the start of a cell. Elsewhere it is an ordinary character, and so are all quotes up to
    /// the next separator. They are removed from the mask, and the rest is processed again. Everything before the first
    /// such quote is correct, so the loop ends with everything correct.
    fn inside(&mut self, separators: u64, mut quotes: u64, length: usize) -> u64 {
        loop {
            let inside = prefix_xor(quotes) ^ self.inside;
            let closers = (separators | quotes) & !inside;
            let stray = quotes & inside & !(closers << 1 | self.may_open);
            if stray == 0 {
                self.may_open = closers >> (length - 1) & 1;
                self.inside = 0_u64.wrapping_sub(inside >> 63);
                return inside;
            }
            let first = stray & stray.wrapping_neg();
            let from_first = !(first - 1);
            let separator = separators & from_first;
            let next = separator & separator.wrapping_neg();
            quotes &= !(first | (next.wrapping_sub(1) & from_first));
        }
    }
}

/// Each bit is the exclusive or of itself and all bits below it, so bits between odd and even quotes are set.
fn prefix_xor(mut bits: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::BLOCK;

    /// A text of at most 64 bytes with its real separators shown as `|`.
    fn shown(text: &str) -> String {
        let mut block = [0; BLOCK];
        block[..text.len()].copy_from_slice(text.as_bytes());
        let masks = Masks::of(&block, b',').of_first(text.len());
        let separators = Quotes::new().separators(masks, text.len());
        let is_separator = |bit: usize| separators.all >> bit & 1 == 1;
        text.char_indices()
            .map(|(bit, letter)| if is_separator(bit) { '|' } else { letter })
            .collect()
    }

    #[test]
    fn separators_within_quotes_do_not_count() {
        assert_eq!(shown("a,\"b,c\",d"), "a|\"b,c\"|d");
        assert_eq!(shown("\"a,\"\",\",b"), "\"a,\"\",\"|b");
        assert_eq!(shown("\"\",\"\"\n"), "\"\"|\"\"|");
    }

    #[test]
    fn stray_quotes_are_letters() {
        assert_eq!(shown("a\"b,c\"d,e"), "a\"b|c\"d|e");
        assert_eq!(shown("\"a\"b\",c\",\"d,\""), "\"a\"b\"|c\"|\"d,\"");
        assert_eq!(shown(" \"a,b\",c"), " \"a|b\"|c");
    }
}
