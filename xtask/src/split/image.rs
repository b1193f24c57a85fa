//! What a program's memory holds when it starts.

use std::collections::BTreeMap;
use std::ops::Range;

use wasm_encoder::{ConstExpr, DataSection};
use wasmparser::{DataKind, DataSectionReader, Operator};

use super::Unsplittable;

/// The fewest zeros that are worth a segment's end and the next one's beginning.
///
/// As measured on the page by brotli, the first part takes 0.5 KB more at 16, and 0.2 KB less without any end, but then
/// 20 KB before compression.
const WORTH_A_SEGMENT: u32 = 64;

/// Bytes by the address where they begin. What is in none is zero.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Image(BTreeMap<u32, Vec<u8>>);

impl Image {
    /// What a program's data section writes into memory at the start.
    ///
    /// # Errors
    ///
    /// When some of it waits for an instruction, goes elsewhere than into the one memory, or goes where only a run of
    /// the program would tell.
    pub(super) fn read(data: Option<DataSectionReader<'_>>) -> Result<Self, Unsplittable> {
        let mut image = Self::default();
        for segment in data.into_iter().flatten() {
            let segment = segment?;
            let DataKind::Active {
                memory_index: 0,
                offset_expr,
            } = segment.kind
            else {
                return Err(Unsplittable::new("data that are not there from the start"));
            };
            match offset_expr.get_operators_reader().read()? {
                Operator::I32Const { value } => image.put(value.cast_unsigned(), segment.data)?,
                other => return Err(Unsplittable::new(format!("data that go to {other:?}"))),
            }
        }
        Ok(image)
    }

    /// Whether a memory is the same by either, whichever zeros they write.
    pub(super) fn same_as(&self, other: &Self) -> bool {
        self.without_zeros().eq(other.without_zeros())
    }

    /// The bytes that are not zero, each with its address.
    pub(super) fn without_zeros(&self) -> impl Iterator<Item = (u32, u8)> {
        self.each().filter(|(_, byte)| *byte != 0)
    }

    /// All the bytes, each with its address.
    pub(super) fn each(&self) -> impl Iterator<Item = (u32, u8)> {
        let segments = self.0.iter();
        segments.flat_map(|(start, bytes)| (*start..).zip(bytes.iter().copied()))
    }

    /// The four bytes from an address on as a number, which may be an address itself.
    pub(super) fn word(&self, address: u32) -> u32 {
        let byte = |offset| {
            let at = address.saturating_add(offset)..address.saturating_add(offset + 1);
            self.bytes(&at).and_then(|bytes| bytes.first().copied())
        };
        u32::from_le_bytes([0, 1, 2, 3].map(|offset| byte(offset).unwrap_or_default()))
    }

    /// The bytes at some addresses, where one segment holds them all.
    pub(super) fn bytes(&self, place: &Range<u32>) -> Option<&[u8]> {
        let (start, segment) = self.0.range(..=place.start).next_back()?;
        let from = usize::try_from(place.start.checked_sub(*start)?).ok()?;
        let length = usize::try_from(place.end.checked_sub(place.start)?).ok()?;
        segment.get(from..from.checked_add(length)?)
    }

    /// Takes the bytes at some addresses out, which one segment holds.
    pub(super) fn take(&mut self, place: &Range<u32>) -> Option<Vec<u8>> {
        let taken = self.bytes(place)?.to_vec();
        let (start, _) = self.0.range(..=place.start).next_back()?;
        let start = *start;
        let mut before = self.0.remove(&start)?;
        let mut rest = before.split_off(usize::try_from(place.start - start).ok()?);
        let after = rest.split_off(taken.len());
        for (start, bytes) in [(start, before), (place.end, after)] {
            if !bytes.is_empty() {
                self.0.insert(start, bytes);
            }
        }
        Some(taken)
    }

    /// Puts bytes where none are yet; what touches what is there becomes one with it.
    ///
    /// # Errors
    ///
    /// When something is there already, or the addresses would go over 32 bits.
    pub(super) fn put(&mut self, start: u32, bytes: &[u8]) -> Result<(), Unsplittable> {
        let fits =
            u32::try_from(bytes.len()).is_ok_and(|length| start.checked_add(length).is_some());
        let end = end_of(start, bytes);
        let last = self.0.range_mut(..end).next_back();
        match last {
            _ if !fits => return Err(Unsplittable::new("data beyond the memory")),
            Some((at, before)) if end_of(*at, before) > start => {
                return Err(Unsplittable::new("data on data"));
            }
            Some((at, before)) if end_of(*at, before) == start => before.extend(bytes),
            _ => drop(self.0.insert(start, bytes.to_vec())),
        }
        Ok(())
    }

    /// These bytes in few segments, with zeros between. For the first part alone: what comes later would write its zeros
    /// on what is there.
    pub(super) fn bridged(&self) -> Self {
        let mut bridged = Self::default();
        for (start, bytes) in &self.0 {
            match bridged.0.last_entry() {
                Some(mut last) if start - end_of(*last.key(), last.get()) < WORTH_A_SEGMENT => {
                    let zeros = start - end_of(*last.key(), last.get());
                    last.get_mut().extend((0..zeros).map(|_| 0));
                    last.get_mut().extend(bytes);
                }
                _ => drop(bridged.0.insert(*start, bytes.clone())),
            }
        }
        bridged
    }

    /// How many bytes there are.
    pub(super) fn length(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// Whether one of the bytes is at an address.
    pub(super) fn holds(&self, address: u32) -> bool {
        let last = self.0.range(..=address).next_back();
        last.is_some_and(|(start, bytes)| address < end_of(*start, bytes))
    }

    /// The data section that writes these bytes.
    pub(super) fn section(&self) -> DataSection {
        let mut section = DataSection::new();
        for (start, bytes) in &self.0 {
            let start = ConstExpr::i32_const(start.cast_signed());
            section.active(0, &start, bytes.iter().copied());
        }
        section
    }
}

/// The address after some bytes.
fn end_of(start: u32, bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).map_or(u32::MAX, |length| start.saturating_add(length))
}
