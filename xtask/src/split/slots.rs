//! The entries of the table by which the parts reach those that come after the first.

use std::collections::BTreeMap;

use super::program::{Place, Program, at};
use super::{Part, Unsplittable};

/// Which functions of the parts after the first stand where in the table.
///
/// Until a part is there, each of its entries holds a stand-in that fetches it; then the part puts its own functions
/// there, and a call from another part costs no more than any call by the table.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Slots {
    /// The table.
    pub(super) table: u32,
    /// Entry by entry: the function that stands there.
    pub(super) entries: BTreeMap<u32, u32>,
    /// The first new entry: the table's length before.
    pub(super) old_length: u32,
    /// How many entries the table must have.
    pub(super) length: u32,
    /// An entry of each function that another part can call.
    by_function: BTreeMap<u32, u32>,
}

impl Slots {
    /// Takes the entries that the program gives the waiting functions anyway, and new ones for those that other parts
    /// call by name alone.
    ///
    /// # Errors
    ///
    /// When the program has not exactly one table for functions, or counts its entries otherwise than by 32 bits.
    pub(super) fn new(
        program: &Program<'_>,
        waiting: &BTreeMap<u32, Part>,
    ) -> Result<Self, Unsplittable> {
        let table = function_table(program)?;
        let old_length = u32::try_from(at(&program.tables, table)?.ty.initial)
            .map_err(|_| Unsplittable::new("a table too long"))?;
        let mut slots = Self {
            table,
            old_length,
            length: old_length,
            ..Self::default()
        };
        for segment in &program.segments {
            if let Place::Table { first, .. } = segment.place {
                for (entry, function) in (first..).zip(&segment.functions) {
                    if let Some(function) =
                        function.filter(|function| waiting.contains_key(function))
                    {
                        slots.put(entry, function);
                    }
                }
            }
        }
        for (function, _, uses) in program.functions() {
            let own = waiting.get(&function);
            for called in &uses.functions {
                let of = waiting.get(called);
                if of.is_some() && of != own {
                    slots.see_to(*called);
                }
            }
        }
        Ok(slots)
    }

    /// The entry by which a waiting function can be called, if another part calls it at all.
    pub(super) fn entry_of(&self, function: u32) -> Option<u32> {
        self.by_function.get(&function).copied()
    }

    /// The functions that have an entry, in the program's order.
    pub(super) fn functions(&self) -> impl Iterator<Item = (u32, u32)> {
        self.by_function
            .iter()
            .map(|(function, entry)| (*function, *entry))
    }

    fn put(&mut self, entry: u32, function: u32) {
        self.entries.insert(entry, function);
        self.by_function.entry(function).or_insert(entry);
    }

    fn see_to(&mut self, function: u32) {
        if self.entry_of(function).is_none() {
            self.put(self.length, function);
            self.length += 1;
        }
    }
}

fn function_table(program: &Program<'_>) -> Result<u32, Unsplittable> {
    let mut tables = (0_u32..)
        .zip(&program.tables)
        .filter(|(_, table)| table.ty.element_type.is_func_ref() && !table.ty.table64);
    let (Some((table, _)), None) = (tables.next(), tables.next()) else {
        return Err(Unsplittable::new("not exactly one table of functions"));
    };
    Ok(table)
}
