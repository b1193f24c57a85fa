//! A file's fingerprint: sixteen characters that identify its bytes.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use xxhash_rust::xxh64::Xxh64;

/// Identifies a file's bytes: the hash XXH64 with the seed 0, as printed by `xxhsum -H1`. It detects a different file,
/// but does not prevent someone from making another file with the same fingerprint.
///
/// ```
/// use records::{Fingerprint, Fingerprinting};
/// let mut taken = Fingerprinting::default();
/// taken.push(b"Nobody inspects the ");
/// taken.push(b"spammish repetition");
/// let fingerprint = taken.finish();
/// assert_eq!(fingerprint.to_string(), "fbcea83c8a378bf1");
/// assert_eq!(Fingerprint::parse("fbcea83c8a378bf1"), Some(fingerprint));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// Parses a [`Fingerprint`] as written: sixteen hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_plain = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = is_plain.then(|| u64::from_str_radix(text, 16).ok());
        number.flatten().map(Self)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Computes a file's fingerprint from pieces of any size.
///
/// A CRC checksum would take about twenty times as long as XXH64. Faster hashes need multiplications that wasm lacks.
#[derive(Clone, Default)]
pub struct Fingerprinting(Xxh64);

impl Fingerprinting {
    /// Adds the next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The fingerprint of all bytes so far.
    #[must_use]
    pub fn finish(&self) -> Fingerprint {
        Fingerprint(self.0.digest())
    }
}

impl fmt::Debug for Fingerprinting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.finish().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The bytes used in the reference program's own check (xxHash, `tests/sanity_test.c`).
    fn checked(length: usize) -> Vec<u8> {
        let mut number: u64 = 2_654_435_761;
        let bytes = std::iter::repeat_with(|| {
            let byte = number.to_be_bytes()[0];
            number = number.wrapping_mul(11_400_714_785_074_694_797);
            byte
        });
        bytes.take(length).collect()
    }

    fn whole(bytes: &[u8]) -> Fingerprint {
        let mut taken = Fingerprinting::default();
        taken.push(bytes);
        taken.finish()
    }

    #[test]
    fn fingerprints_match_the_reference_program() {
        // Seed 0, from the same check. The texts are from python-xxhash's documentation and tests.
        for (length, expected) in [
            (0, 0xEF46_DB37_51D8_E999),
            (1, 0xE934_A84A_DB05_2768),
            (4, 0x9136_A0DC_A574_57EE),
            (14, 0x8282_DCC4_994E_35C8),
            (222, 0xB641_AE8C_B691_C174),
        ] {
            assert_eq!(whole(&checked(length)), Fingerprint(expected), "{length}");
        }
        assert_eq!(whole(b"a").to_string(), "d24ec4f1a98c6e5b");
        assert_eq!(whole(b"abc").to_string(), "44bc2cf5ad770999");
    }

    #[test]
    fn only_sixteen_digits_are_a_fingerprint() {
        for text in ["", "fbcea83c8a378bf", "+bcea83c8a378bf1", "fbcea83c8a378bf10"] {
            assert_eq!(Fingerprint::parse(text), None, "{text}");
        }
        assert_eq!(Fingerprint::parse("0000000000000001"), Some(Fingerprint(1)));
    }

    proptest! {
        #[test]
        fn pieces_do_not_matter(bytes: Vec<u8>, sizes in proptest::collection::vec(1..70_usize, 1..9)) {
            let mut taken = Fingerprinting::default();
            let mut rest = bytes.as_slice();
            for size in sizes.iter().cycle() {
                let (piece, beyond) = rest.split_at(rest.len().min(*size));
                taken.push(piece);
                rest = beyond;
                if rest.is_empty() {
                    break;
                }
            }
            prop_assert_eq!(taken.finish(), whole(&bytes));
        }

        #[test]
        fn a_fingerprint_parses_back(number: u64) {
            let fingerprint = Fingerprint(number);
            prop_assert_eq!(Fingerprint::parse(&fingerprint.to_string()), Some(fingerprint));
        }
    }
}
