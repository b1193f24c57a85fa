//! A file's fingerprint: which bytes they were, in sixteen letters.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};

/// What tells a file's bytes from others: the hash XXH64 with the seed 0, as `xxhsum -H1` prints it. It finds that a file
/// is another; it does not keep anyone from making one on purpose that looks alike.
///
/// ```
/// use trust_gap::source::{Fingerprint, Fingerprinting};
/// let mut taken = Fingerprinting::default();
/// taken.push(b"Nobody inspects the ");
/// taken.push(b"spammish repetition");
/// let fingerprint = taken.finish();
/// assert_eq!(fingerprint.to_string(), "fbcea83c8a378bf1");
/// assert_eq!(Fingerprint::parse("fbcea83c8a378bf1"), Some(fingerprint));
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// Reads what [`Fingerprint`] is written as: sixteen digits to the base 16.
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

// The numbers of XXH64.
const P1: u64 = 0x9E37_79B1_85EB_CA87;
const P2: u64 = 0xC2B2_AE3D_27D4_EB4F;
const P3: u64 = 0x1656_67B1_9E37_79F9;
const P4: u64 = 0x85EB_CA77_C2B2_AE63;
const P5: u64 = 0x27D4_EB2F_1656_67C5;

/// Bytes that are taken together: four words of eight.
const BLOCK: usize = 32;

/// Takes a file's fingerprint while its bytes come, in pieces of any size.
///
/// XXH64 as Yann Collet's "xxHash fast digest algorithm" (version 0.2.0) describes it. A checksum of the CRC kind would
/// take some twenty times as long, and the hashes that are faster still need multiplications that wasm does not have.
#[derive(Debug, Clone)]
pub struct Fingerprinting {
    lanes: [u64; 4],
    /// The bytes that are too few for a block.
    rest: [u8; BLOCK],
    kept: usize,
    length: u64,
}

impl Default for Fingerprinting {
    fn default() -> Self {
        Self {
            lanes: [P1.wrapping_add(P2), P2, 0, 0_u64.wrapping_sub(P1)],
            rest: [0; BLOCK],
            kept: 0,
            length: 0,
        }
    }
}

impl Fingerprinting {
    /// Takes the next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.length += bytes.len() as u64;
        let bytes = self.fill(bytes);
        let (words, _) = bytes.as_chunks::<8>();
        let (blocks, _) = words.as_chunks::<4>();
        self.lanes = blocks.iter().fold(self.lanes, mixed);
        let taken = blocks.len() * BLOCK;
        self.keep(bytes.get(taken..).unwrap_or_default());
    }

    /// Completes the block that was begun, as far as the bytes go; gives those beyond it.
    fn fill<'b>(&mut self, bytes: &'b [u8]) -> &'b [u8] {
        if self.kept == 0 {
            return bytes;
        }
        let (now, beyond) = bytes.split_at(bytes.len().min(BLOCK - self.kept));
        self.keep(now);
        if self.kept == BLOCK {
            let (words, _) = self.rest.as_chunks::<8>();
            let (blocks, _) = words.as_chunks::<4>();
            self.lanes = blocks.iter().fold(self.lanes, mixed);
            self.kept = 0;
        }
        beyond
    }

    /// Keeps bytes for which the block begun has room.
    fn keep(&mut self, bytes: &[u8]) {
        let room = self.rest.iter_mut().skip(self.kept);
        room.zip(bytes).for_each(|(place, byte)| *place = *byte);
        self.kept += bytes.len();
    }

    /// The fingerprint of all that has come.
    #[must_use]
    pub fn finish(&self) -> Fingerprint {
        let mut hash = if self.length < BLOCK as u64 {
            P5
        } else {
            merged(self.lanes)
        };
        hash = hash.wrapping_add(self.length);
        let rest = self.rest.get(..self.kept).unwrap_or_default();
        let (words, rest) = rest.as_chunks::<8>();
        for word in words {
            hash ^= round(0, u64::from_le_bytes(*word));
            hash = hash.rotate_left(27).wrapping_mul(P1).wrapping_add(P4);
        }
        let (halves, rest) = rest.as_chunks::<4>();
        for half in halves {
            hash ^= u64::from(u32::from_le_bytes(*half)).wrapping_mul(P1);
            hash = hash.rotate_left(23).wrapping_mul(P2).wrapping_add(P3);
        }
        for byte in rest {
            hash ^= u64::from(*byte).wrapping_mul(P5);
            hash = hash.rotate_left(11).wrapping_mul(P1);
        }
        hash = (hash ^ (hash >> 33)).wrapping_mul(P2);
        hash = (hash ^ (hash >> 29)).wrapping_mul(P3);
        Fingerprint(hash ^ (hash >> 32))
    }
}

const fn round(lane: u64, word: u64) -> u64 {
    let lane = lane.wrapping_add(word.wrapping_mul(P2));
    lane.rotate_left(31).wrapping_mul(P1)
}

/// The lanes with a block mixed in; spelt out, so that it is as fast where programs are made small.
fn mixed([a, b, c, d]: [u64; 4], [e, f, g, h]: &[[u8; 8]; 4]) -> [u64; 4] {
    [
        round(a, u64::from_le_bytes(*e)),
        round(b, u64::from_le_bytes(*f)),
        round(c, u64::from_le_bytes(*g)),
        round(d, u64::from_le_bytes(*h)),
    ]
}

fn merged(lanes: [u64; 4]) -> u64 {
    let [a, b, c, d] = lanes;
    let sum = a
        .rotate_left(1)
        .wrapping_add(b.rotate_left(7))
        .wrapping_add(c.rotate_left(12))
        .wrapping_add(d.rotate_left(18));
    lanes.into_iter().fold(sum, |hash, lane| {
        (hash ^ round(0, lane)).wrapping_mul(P1).wrapping_add(P4)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The bytes of the reference program's own check (xxHash, `tests/sanity_test.c`).
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
    fn it_is_what_the_reference_program_gives() {
        // Seed 0, of the same check; the texts are those of python-xxhash's documentation and tests.
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
        for text in [
            "",
            "fbcea83c8a378bf",
            "+bcea83c8a378bf1",
            "fbcea83c8a378bf10",
        ] {
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
        fn it_is_read_as_it_is_written(number: u64) {
            let fingerprint = Fingerprint(number);
            prop_assert_eq!(Fingerprint::parse(&fingerprint.to_string()), Some(fingerprint));
        }
    }
}
