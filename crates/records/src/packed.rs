//! A compact binary format for tables. They are written column by column, because the values of a column are alike.
//! Integers are written byte by byte, the lowest bytes of all rows first. Most published numbers have few decimals, so
//! they are stored as integers, which compress to half the size of floating point. Every value is restored to the last
//! bit.

use std::rc::Rc;

use borsh::io::{Error, ErrorKind, Read, Result, Write};
use borsh::{BorshDeserialize, BorshSerialize};
use stats::Interval;

use crate::terms::{AcademicYear, Admissions, Date, Group, Measure, Missing, Region, SchoolType, Sexes, Urn, Value};

use super::{Amount, Attainment, ByGroup, Numbers, Tenure, TotalOf, TrustKind, TrustUid};

/// A type of cell, with the format of its columns. By default, values are written one after another.
pub(crate) trait Packed: BorshSerialize + BorshDeserialize {
    /// Writes a column.
    fn write(column: &mut dyn Iterator<Item = &Self>, writer: &mut impl Write) -> Result<()> {
        for value in column {
            value.serialize(writer)?;
        }
        Ok(())
    }

    /// Reads a column of this many rows.
    fn read(rows: usize, reader: &mut impl Read) -> Result<Vec<Self>> {
        (0..rows).map(|_| Self::deserialize_reader(reader)).collect()
    }
}

impl Packed for Admissions {}
impl Packed for Sexes {}
impl Packed for Option<AcademicYear> {}
impl Packed for Option<Date> {}
impl Packed for Option<Region> {}
impl Packed for Option<Urn> {}
impl Packed for Option<bool> {}
impl Packed for Option<u16> {}
impl Packed for Rc<str> {}
impl Packed for SchoolType {}
impl Packed for String {}
impl Packed for Tenure {}
impl Packed for TotalOf {}
impl Packed for TrustKind {}
impl Packed for TrustUid {}
impl Packed for bool {}
impl Packed for u8 {}
impl<T: Packed, const N: usize> Packed for [T; N] {}

/// Writes a table.
pub(crate) fn write_rows<T: Packed>(rows: &[T], writer: &mut impl Write) -> Result<()> {
    (rows.len() as u32).serialize(writer)?;
    T::write(&mut rows.iter(), writer)
}

/// Reads a table that [`write_rows()`] wrote.
pub(crate) fn read_rows<T: Packed>(reader: &mut impl Read) -> Result<Vec<T>> {
    let rows = u32::deserialize_reader(reader)?;
    T::read(rows as usize, reader)
}

/// Implements [`Packed`] for the rows of a table, with a column for each field.
macro_rules! packed_by_column {
    ($row:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::packed::Packed for $row {
            fn write(
                rows: &mut dyn Iterator<Item = &Self>,
                writer: &mut impl borsh::io::Write,
            ) -> borsh::io::Result<()> {
                let rows: Vec<&Self> = rows.collect();
                $($crate::packed::Packed::write(&mut rows.iter().map(|row| &row.$field), writer)?;)+
                Ok(())
            }

            fn read(rows: usize, reader: &mut impl borsh::io::Read) -> borsh::io::Result<Vec<Self>> {
                $(let mut $field = $crate::packed::Packed::read(rows, reader)?.into_iter();)+
                let row = || Some(Self { $($field: $field.next()?),+ });
                Ok(std::iter::from_fn(row).collect())
            }
        }
    };
}
pub(crate) use packed_by_column;

impl Packed for u32 {
    fn write(column: &mut dyn Iterator<Item = &Self>, writer: &mut impl Write) -> Result<()> {
        let numbers: Vec<u64> = column.map(|&number| number.into()).collect();
        write_bytes(&numbers, 4, writer)
    }

    fn read(rows: usize, reader: &mut impl Read) -> Result<Vec<Self>> {
        // Only four bytes were read, so none is lost.
        let numbers = read_bytes(rows, 4, reader)?.into_iter();
        Ok(numbers.map(|number| number as Self).collect())
    }
}

impl Packed for u64 {
    fn write(column: &mut dyn Iterator<Item = &Self>, writer: &mut impl Write) -> Result<()> {
        let numbers: Vec<Self> = column.copied().collect();
        write_bytes(&numbers, 8, writer)
    }

    fn read(rows: usize, reader: &mut impl Read) -> Result<Vec<Self>> {
        read_bytes(rows, 8, reader)
    }
}

impl Packed for Urn {
    fn write(column: &mut dyn Iterator<Item = &Self>, writer: &mut impl Write) -> Result<()> {
        let numbers: Vec<u32> = column.map(|urn| urn.number()).collect();
        u32::write(&mut numbers.iter(), writer)
    }

    fn read(rows: usize, reader: &mut impl Read) -> Result<Vec<Self>> {
        Ok(u32::read(rows, reader)?.into_iter().map(Self::new).collect())
    }
}

impl Packed for f64 {
    fn write(column: &mut dyn Iterator<Item = &Self>, writer: &mut impl Write) -> Result<()> {
        let numbers: Vec<Self> = column.copied().collect();
        write_numbers(&numbers, &[], writer)
    }

    fn read(rows: usize, reader: &mut impl Read) -> Result<Vec<Self>> {
        of_length(rows, read_numbers(&[], reader)?)
    }
}

impl Packed for Amount {
    fn write(column: &mut dyn Iterator<Item = &Self>, writer: &mut impl Write) -> Result<()> {
        column.copied().collect::<Numbers>().write(&[], writer)
    }

    fn read(rows: usize, reader: &mut impl Read) -> Result<Vec<Self>> {
        of_length(rows, Numbers::read(&[], reader)?.iter().collect())
    }
}

/// Which intervals are present, then their lower ends, then their upper ends.
impl Packed for Option<Interval> {
    fn write(column: &mut dyn Iterator<Item = &Self>, writer: &mut impl Write) -> Result<()> {
        let column: Vec<&Self> = column.collect();
        for interval in &column {
            interval.is_some().serialize(writer)?;
        }
        [Interval::low, Interval::high].into_iter().try_for_each(|end| {
            let ends = column.iter().filter_map(|interval| interval.map(end));
            write_numbers(&ends.collect::<Vec<_>>(), &[], writer)
        })
    }

    fn read(rows: usize, reader: &mut impl Read) -> Result<Vec<Self>> {
        let present = bool::read(rows, reader)?;
        let [low, high] = [read_numbers(&[], reader)?, read_numbers(&[], reader)?];
        let mut ends = low.into_iter().zip(high);
        let interval = |is_present| match is_present {
            true => ends.next().and_then(|(low, high)| Interval::new(low, high)),
            false => None,
        };
        Ok(present.into_iter().map(interval).collect())
    }
}

impl<T: Packed> Packed for ByGroup<T> {
    fn write(column: &mut dyn Iterator<Item = &Self>, writer: &mut impl Write) -> Result<()> {
        let column: Vec<&Self> = column.collect();
        let mut groups = Group::ALL.into_iter();
        groups.try_for_each(|group| T::write(&mut column.iter().map(|by_group| by_group.get(group)), writer))
    }

    fn read(rows: usize, reader: &mut impl Read) -> Result<Vec<Self>> {
        let mut columns = [T::read(rows, reader)?, T::read(rows, reader)?, T::read(rows, reader)?].map(Vec::into_iter);
        let row = |_| columns.each_mut().map(Iterator::next);
        (0..rows)
            .map(row)
            .map(|row| Self::of_all(row).ok_or_else(invalid))
            .collect()
    }
}

/// A column for each measure and group.
impl Packed for Attainment {
    fn write(column: &mut dyn Iterator<Item = &Self>, writer: &mut impl Write) -> Result<()> {
        let column: Vec<&Self> = column.collect();
        let mut figures: Vec<(Measure, Group)> = Vec::new();
        for of in column.iter().flat_map(|attainment| attainment.figures()) {
            if !figures.contains(&of) {
                figures.push(of);
            }
        }
        figures.serialize(writer)?;
        figures.iter().try_for_each(|&(measure, group)| {
            let values = column
                .iter()
                .map(|attainment| attainment.value(measure, group).number());
            values.collect::<Numbers>().write(&[], writer)
        })
    }

    fn read(rows: usize, reader: &mut impl Read) -> Result<Vec<Self>> {
        let figures: Vec<(Measure, Group)> = Vec::deserialize_reader(reader)?;
        let mut column: Vec<Self> = Vec::new();
        column.resize_with(rows, Self::default);
        for (measure, group) in figures {
            let numbers = Amount::read(rows, reader)?;
            for (attainment, number) in column.iter_mut().zip(numbers) {
                if number != Err(Missing::NoColumn) {
                    attainment.set(measure, group, Value::of(number, measure.unit()));
                }
            }
        }
        Ok(column)
    }
}

/// The column, or an error if it does not have this many rows.
fn of_length<T>(rows: usize, column: Vec<T>) -> Result<Vec<T>> {
    if column.len() == rows {
        Ok(column)
    } else {
        Err(invalid())
    }
}

fn invalid() -> Error {
    ErrorKind::InvalidData.into()
}

/// Writes the lowest `width` bytes of integers. The lowest bytes of all rows come first: the higher bytes are nearly
/// all the same.
fn write_bytes(numbers: &[u64], width: u32, writer: &mut impl Write) -> Result<()> {
    (0..width).try_for_each(|byte| {
        let bytes: Vec<u8> = numbers.iter().map(|number| (number >> (8 * byte)) as u8).collect();
        writer.write_all(&bytes)
    })
}

fn read_bytes(rows: usize, width: u32, reader: &mut impl Read) -> Result<Vec<u64>> {
    let mut numbers = Vec::new();
    for byte in 0..width {
        let bytes = u8::read(rows, reader)?;
        numbers.resize(rows, 0);
        for (number, part) in numbers.iter_mut().zip(bytes) {
            *number |= u64::from(part) << (8 * byte);
        }
    }
    Ok(numbers)
}

const MOST_DECIMALS: usize = 3;

/// Written instead of the number of decimals if numbers are stored as floating point.
const FLOATING_POINT: u8 = 255;

const POWERS: [f64; MOST_DECIMALS + 1] = [1.0, 10.0, 100.0, 1_000.0];

/// Writes numbers, as integers if all of them have few decimals. Where a row has a prediction, only the difference from
/// it is written: a figure for all pupils is close to the mean of the two groups' figures.
pub(crate) fn write_numbers(values: &[f64], predicted: &[f64], writer: &mut impl Write) -> Result<()> {
    (values.len() as u32).serialize(writer)?;
    let decimals = POWERS.iter().enumerate().find_map(|(decimals, &power)| {
        let parts = values.iter().map(|&value| parts(value, power));
        Some((decimals, power, parts.collect::<Option<Vec<i32>>>()?))
    });
    let Some((decimals, power, parts)) = decimals else {
        FLOATING_POINT.serialize(writer)?;
        return values.iter().try_for_each(|value| value.serialize(writer));
    };
    // There are only a few powers, so no bit is lost.
    (decimals as u8).serialize(writer)?;
    let nearest = nearest(predicted, power);
    let differences = parts
        .into_iter()
        .zip(nearest)
        .map(|(parts, nearest)| parts.wrapping_sub(nearest));
    // Zigzag encoding: with the sign in the lowest bit, small negative numbers have zeros in their high bytes, too.
    let numbers: Vec<u64> = differences
        .map(|parts| ((parts << 1) ^ (parts >> 31)).cast_unsigned().into())
        .collect();
    write_bytes(&numbers, 4, writer)
}

/// Reads numbers that [`write_numbers()`] wrote.
pub(crate) fn read_numbers(predicted: &[f64], reader: &mut impl Read) -> Result<Vec<f64>> {
    let rows = u32::deserialize_reader(reader)? as usize;
    let decimals = u8::deserialize_reader(reader)?;
    if decimals == FLOATING_POINT {
        return (0..rows).map(|_| f64::deserialize_reader(reader)).collect();
    }
    let &power = POWERS.get(usize::from(decimals)).ok_or_else(invalid)?;
    let numbers = u32::read(rows, reader)?.into_iter().zip(nearest(predicted, power));
    let value = |(number, nearest): (u32, i32)| {
        let parts = (number >> 1).cast_signed() ^ -(number & 1).cast_signed();
        value(parts.wrapping_add(nearest), power)
    };
    Ok(numbers.map(value).collect())
}

/// The predictions in multiples of 1/power, and 0 for all further rows.
fn nearest(predicted: &[f64], power: f64) -> impl Iterator<Item = i32> {
    let predicted = predicted.iter().map(move |number| (number * power).round() as i32);
    predicted.chain(std::iter::repeat(0))
}

/// A number as a multiple of 1/power; `None` if it is not one.
fn parts(number: f64, power: f64) -> Option<i32> {
    let parts = (number * power).round();
    if parts.abs() >= f64::from(1 << 30) || parts.is_nan() {
        return None;
    }
    let parts = parts as i32;
    (value(parts, power).to_bits() == number.to_bits()).then_some(parts)
}

fn value(parts: i32, power: f64) -> f64 {
    f64::from(parts) / power
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn round_trip(values: &[f64], predicted: &[f64]) -> (usize, Vec<f64>) {
        let mut bytes = Vec::new();
        write_numbers(values, predicted, &mut bytes).unwrap();
        (bytes.len(), read_numbers(predicted, &mut &*bytes).unwrap())
    }

    fn bits(values: &[f64]) -> Vec<u64> {
        values.iter().map(|value| value.to_bits()).collect()
    }

    #[test]
    fn numbers_with_few_decimals_take_half_the_bytes() {
        let values: Vec<f64> = (-500..500).map(|tenths| f64::from(tenths) / 10.0).collect();
        let (size, back) = round_trip(&values, &[]);
        assert_eq!(back, values);
        assert!(size < 4_100, "{size}");
    }

    #[test]
    fn predicted_numbers_are_written_as_zeros() {
        let mut bytes = Vec::new();
        write_numbers(&[46.6, -0.5, 0.0], &[46.58, -0.52, f64::NAN], &mut bytes).unwrap();
        assert_eq!(bytes[5..], [0; 12]);
    }

    #[test]
    fn other_numbers_are_stored_as_floating_point() {
        for values in [
            vec![1.0, -0.0],
            vec![f64::INFINITY, 0.5],
            vec![1.0 / 3.0],
            vec![1e300],
            vec![],
        ] {
            let (_, back) = round_trip(&values, &[0.3]);
            assert_eq!(bits(&back), bits(&values));
        }
    }

    #[test]
    fn invalid_bytes_are_refused() {
        let mut bytes = Vec::new();
        write_numbers(&[0.5, 1.5], &[], &mut bytes).unwrap();
        for cut in 0..bytes.len() {
            assert!(read_numbers(&[], &mut &bytes[..cut]).is_err(), "{cut}");
        }
        assert!(read_numbers(&[], &mut &[1_u8, 0, 0, 0, 4, 0, 0, 0, 0][..]).is_err());
        // A column of fewer rows than its table.
        assert!(f64::read(3, &mut &*bytes).is_err());
    }

    #[test]
    fn tables_survive_a_round_trip() {
        let rows = [
            (Interval::new(-0.5, 0.25), Err(Missing::Suppressed)),
            (None, Ok(0.25)),
            (Interval::new(1.0 / 3.0, 900_000.0), Ok(-0.0)),
        ];
        let mut bytes = Vec::new();
        let (intervals, amounts): (Vec<_>, Vec<Amount>) = rows.into_iter().unzip();
        write_rows(&intervals, &mut bytes).unwrap();
        write_rows(&amounts, &mut bytes).unwrap();
        let reader = &mut &*bytes;
        assert_eq!(read_rows::<Option<Interval>>(reader).unwrap(), intervals);
        assert_eq!(read_rows::<Amount>(reader).unwrap(), amounts);
        assert!(reader.is_empty());
        // A false number of rows reserves no memory.
        assert!(read_rows::<u64>(&mut &[255; 4][..]).is_err());
    }

    proptest! {
        #[test]
        fn numbers_survive_a_round_trip_to_the_last_bit(
            values in prop::collection::vec(
                prop_oneof![any::<f64>(), (-99_999..99_999_i32, 0..5_i32).prop_map(|(number, decimals)| f64::from(number) / 10_f64.powi(decimals))],
                0..50,
            ),
            predicted in prop::collection::vec(prop_oneof![any::<f64>(), -100.0..100.0], 0..50),
        ) {
            let (_, back) = round_trip(&values, &predicted);
            prop_assert_eq!(bits(&back), bits(&values));
        }
    }
}
