//! Columns of numbers in few bytes. Published numbers usually have few decimals. They are stored as integers, which
//! compress to half the size of floating-point numbers, and are restored to the last bit.

use borsh::io::{Error, ErrorKind, Read, Result, Write};
use borsh::{BorshDeserialize, BorshSerialize};

/// The most decimals to try.
const MOST_DECIMALS: usize = 3;

/// Replaces the number of decimals if the numbers are stored unchanged.
const AS_THEY_ARE: u8 = 255;

const POWERS: [f64; MOST_DECIMALS + 1] = [1.0, 10.0, 100.0, 1_000.0];

/// Writes numbers: as decimals if all of them are.
pub(crate) fn write(values: &[f64], writer: &mut impl Write) -> Result<()> {
    let packed = POWERS.iter().enumerate().find_map(|(decimals, &power)| {
        let whole = values.iter().map(|&value| whole(value, power));
        Some((decimals, whole.collect::<Option<Vec<u32>>>()?))
    });
    let Some((decimals, whole)) = packed else {
        AS_THEY_ARE.serialize(writer)?;
        return values.serialize(writer);
    };
    // It is an index in a table of a few powers.
    (decimals as u8).serialize(writer)?;
    // Bytes of the same weight are together, because the higher ones are nearly all equal.
    for byte in 0..4 {
        let plane: Vec<u8> = whole.iter().map(|number| (number >> (8 * byte)) as u8).collect();
        plane.serialize(writer)?;
    }
    Ok(())
}

/// Reads numbers that [`write()`] wrote.
pub(crate) fn read(reader: &mut impl Read) -> Result<Vec<f64>> {
    let decimals = u8::deserialize_reader(reader)?;
    if decimals == AS_THEY_ARE {
        return Vec::deserialize_reader(reader);
    }
    let &power = POWERS.get(usize::from(decimals)).ok_or_else(broken)?;
    let mut whole: Vec<u32> = Vec::new();
    for byte in 0..4 {
        let plane: Vec<u8> = Vec::deserialize_reader(reader)?;
        if byte == 0 {
            whole = vec![0; plane.len()];
        }
        if plane.len() != whole.len() {
            return Err(broken());
        }
        for (number, part) in whole.iter_mut().zip(plane) {
            *number |= u32::from(part) << (8 * byte);
        }
    }
    Ok(whole.into_iter().map(|number| value(number, power)).collect())
}

fn broken() -> Error {
    ErrorKind::InvalidData.into()
}

/// A number as a multiple of 1/power, with its sign in the last bit. `None` if it is not a multiple.
fn whole(number: f64, power: f64) -> Option<u32> {
    let parts = (number * power).round();
    if parts.abs() >= f64::from(1 << 30) || parts.is_nan() {
        return None;
    }
    let parts = parts as i32;
    let whole = ((parts << 1) ^ (parts >> 31)).cast_unsigned();
    (value(whole, power).to_bits() == number.to_bits()).then_some(whole)
}

fn value(whole: u32, power: f64) -> f64 {
    let parts = (whole >> 1).cast_signed() ^ -(whole & 1).cast_signed();
    f64::from(parts) / power
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn there_and_back(values: &[f64]) -> (usize, Vec<f64>) {
        let mut bytes = Vec::new();
        write(values, &mut bytes).unwrap();
        (bytes.len(), read(&mut &*bytes).unwrap())
    }

    #[test]
    fn decimals_take_half_the_room() {
        let values: Vec<f64> = (-500..500).map(|tenths| f64::from(tenths) / 10.0).collect();
        let (size, back) = there_and_back(&values);
        assert_eq!(back, values);
        assert!(size < 4_100, "{size}");
    }

    #[test]
    fn what_is_no_decimal_stays_as_it_is() {
        for values in [
            vec![1.0, -0.0],
            vec![f64::INFINITY, 0.5],
            vec![1.0 / 3.0],
            vec![1e300],
            vec![],
        ] {
            let (_, back) = there_and_back(&values);
            let bits = |values: &[f64]| values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
            assert_eq!(bits(&back), bits(&values));
        }
    }

    #[test]
    fn bytes_of_something_else_are_refused() {
        let mut bytes = Vec::new();
        write(&[0.5, 1.5], &mut bytes).unwrap();
        for cut in 0..bytes.len() {
            assert!(read(&mut &bytes[..cut]).is_err(), "{cut}");
        }
        assert!(read(&mut &[4_u8, 0, 0, 0, 0][..]).is_err());
        // Planes of different lengths.
        assert!(read(&mut &[0_u8, 1, 0, 0, 0, 7, 0, 0, 0, 0][..]).is_err());
    }

    proptest! {
        #[test]
        fn numbers_come_back_to_the_last_bit(
            values in prop::collection::vec(
                prop_oneof![any::<f64>(), (-99_999..99_999_i32, 0..5_i32).prop_map(|(number, decimals)| f64::from(number) / 10_f64.powi(decimals))],
                0..50,
            ),
        ) {
            let (_, back) = there_and_back(&values);
            prop_assert_eq!(values.len(), back.len());
            prop_assert!(values.iter().zip(&back).all(|(one, other)| one.to_bits() == other.to_bits()));
        }
    }
}
