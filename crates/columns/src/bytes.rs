//! Eight bytes in one number.

/// The value 1 in each byte.
pub(crate) const BYTES: u64 = 0x0101_0101_0101_0101;

/// Up to eight bytes in one number, the first lowest, with zeros above. `None` for more than eight.
#[inline]
pub(crate) fn side_by_side(bytes: &[u8]) -> Option<u64> {
    let length = bytes.len();
    let byte = |index: usize| Some(u64::from(*bytes.get(index)?) << (index * 8));
    match (bytes.first_chunk(), bytes.last_chunk()) {
        _ if length > 8 => None,
        // Where the two overlap, they are equal.
        (Some(first), Some(last)) => {
            let last = u64::from(u32::from_le_bytes(*last)) << ((length - 4) * 8);
            Some(u64::from(u32::from_le_bytes(*first)) | last)
        }
        _ if length == 0 => Some(0),
        _ => Some(byte(0)? | byte(length / 2)? | byte(length - 1)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_byte_is_lowest() {
        let text = *b"abcdefgh";
        for length in 0..=8 {
            let mut eight = [0; 8];
            eight[..length].copy_from_slice(&text[..length]);
            assert_eq!(side_by_side(&text[..length]), Some(u64::from_le_bytes(eight)));
        }
        assert_eq!(side_by_side(b"abcdefghi"), None);
    }
}
