//! Whether all of a file is UTF-8, found out while it arrives.

use crate::block::is_ascii;

/// Bytes looked at together. Where all of them are ASCII, that is all that is done.
const PIECE: usize = 512;

/// Follows bytes across the borders of chunks.
#[derive(Debug, Default)]
pub(crate) struct Utf8 {
    /// The first bytes of a letter whose others are to come.
    begun: Vec<u8>,
    is_broken: bool,
}

impl Utf8 {
    /// Whether all bytes so far are UTF-8 and none ends within a letter.
    pub(crate) fn is_valid(&self) -> bool {
        !self.is_broken && self.begun.is_empty()
    }

    /// Takes in the bytes that follow.
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        for piece in bytes.chunks(PIECE) {
            if self.is_broken {
                return;
            }
            if !self.begun.is_empty() || !is_ascii(piece) {
                self.check(piece);
            }
        }
    }

    fn check(&mut self, piece: &[u8]) {
        let rest = self.completed(piece);
        if let Err(error) = std::str::from_utf8(rest) {
            self.is_broken |= error.error_len().is_some();
            let begun = rest.get(error.valid_up_to()..).unwrap_or_default();
            self.begun.extend_from_slice(begun);
        }
    }

    /// Completes the letter that is begun, if one is, and returns what follows it.
    fn completed<'a>(&mut self, mut piece: &'a [u8]) -> &'a [u8] {
        while let ([byte, rest @ ..], false) = (piece, self.begun.is_empty()) {
            self.begun.push(*byte);
            piece = rest;
            match std::str::from_utf8(&self.begun) {
                Ok(_) => self.begun.clear(),
                Err(error) if error.error_len().is_some() => {
                    self.is_broken = true;
                    return &[];
                }
                Err(_) => {}
            }
        }
        piece
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_valid(chunks: &[&[u8]]) -> bool {
        let mut utf8 = Utf8::default();
        for chunk in chunks {
            utf8.push(chunk);
        }
        utf8.is_valid()
    }

    #[test]
    fn letters_may_be_cut_anywhere() {
        let text = "a\u{e9}\u{20ac}\u{1f333}z".as_bytes();
        for first in 0..text.len() {
            for second in first..text.len() {
                let chunks = [&text[..first], &text[first..second], &text[second..]];
                assert!(is_valid(&chunks), "{first} {second}");
            }
        }
    }

    #[test]
    fn what_is_broken_stays_so() {
        assert!(!is_valid(&[b"caf\xe9", b" au lait"]));
        assert!(!is_valid(&[b"caf\xe9"]));
        assert!(!is_valid(&[b"\xc3", b"\xc3", b"\xa9"]));
    }
}
