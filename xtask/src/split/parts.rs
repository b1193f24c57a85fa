//! The parts: each a module of its own, written from the program and the choice of functions.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    CodeSection, ConstExpr, DataCountSection, DataSection, ElementSection, Elements, EntityType,
    ExportSection, FunctionSection, GlobalSection, ImportSection, MemorySection, Module,
    StartSection, TableSection,
};
use wasmparser::ExternalKind;

use super::encode::Indices;
use super::image::Image;
use super::names::Letters;
use super::program::{Place, Program};
use super::slots::Slots;
use super::{Part, Unsplittable, part_of};

/// The name by which the other parts import the first: the loader (`assets/boot.js`) hands its exports in under it.
const FIRST: &str = "p";

/// How a program falls apart.
#[derive(Debug)]
pub(super) struct Division<'a> {
    pub(super) program: &'a Program<'a>,
    /// The functions of the parts after the first.
    pub(super) waiting: BTreeMap<u32, Part>,
    /// Each part's functions, in the order in which they are written.
    pub(super) in_order: BTreeMap<Part, Vec<u32>>,
    pub(super) slots: Slots,
    /// What of the memory's beginning each part brings.
    pub(super) images: &'a BTreeMap<Part, Image>,
    /// The function of the first part that sees to it that a part is there.
    pub(super) need_part: u32,
}

/// What of the first part another uses, by index in the program.
#[derive(Debug, Default)]
struct Needs {
    memory: bool,
    tables: BTreeSet<u32>,
    globals: BTreeSet<u32>,
    functions: BTreeSet<u32>,
}

/// What of the first part others use, with the short names it is exported under.
#[derive(Debug, Default)]
struct Shared {
    needs: BTreeMap<Part, Needs>,
    names: Vec<(ExternalKind, u32, String)>,
    /// Exports that the first part has to have beside its own.
    added: Vec<(String, ExternalKind, u32)>,
}

impl Division<'_> {
    /// The bytes of each part.
    ///
    /// # Errors
    ///
    /// When the program uses what the splitter does not know.
    pub(super) fn write(&self) -> Result<BTreeMap<Part, Vec<u8>>, Unsplittable> {
        let shared = Shared::new(self);
        let mut written = BTreeMap::from([(Part::First, self.write_first(&shared)?)]);
        for (part, needs) in &shared.needs {
            written.insert(*part, self.write_waiting(*part, needs, &shared)?);
        }
        Ok(written)
    }

    /// A part's functions, in the order in which they are written.
    fn functions_of(&self, part: Part) -> &[u32] {
        self.in_order.get(&part).map_or(&[], Vec::as_slice)
    }

    fn part_of(&self, function: u32) -> Part {
        part_of(&self.waiting, function)
    }

    fn write_first(&self, shared: &Shared) -> Result<Vec<u8>, Unsplittable> {
        let mut indices = self.first_indices();
        let mut code = CodeSection::new();
        let mut functions = FunctionSection::new();
        for function in self.functions_of(Part::First) {
            self.write_function(*function, &mut functions, &mut code, &mut indices)?;
        }
        let need_part = indices.function_index(self.need_part)?;
        for (function, entry) in self.slots.functions() {
            let (signature, of) = self.program.signature(function)?;
            functions.function(indices.type_index(signature)?);
            let need = (need_part, self.part_of(function) as i32);
            code.function(&indices.stand_in(signature, of.params().len(), entry, need)?);
        }
        let imports = self.first_imports(&mut indices)?;
        let tables = self.first_tables(&mut indices)?;
        let mut memories = MemorySection::new();
        for memory in &self.program.memories {
            memories.memory(indices.memory_type(*memory)?);
        }
        let mut globals = GlobalSection::new();
        for global in &self.program.globals {
            indices.parse_global(&mut globals, global.clone())?;
        }
        let exports = self.first_exports(shared, &mut indices)?;
        let elements = self.first_elements(&mut indices)?;
        let start = match self.program.start {
            Some(function) => Some(indices.function_index(function)?),
            None => None,
        };
        let data = self.first_data(&mut indices)?;
        let mut module = Module::new();
        module.section(&indices.into_types());
        module.section(&imports);
        module.section(&functions);
        module.section(&tables);
        module.section(&memories);
        module.section(&globals);
        module.section(&exports);
        if let Some(function_index) = start {
            module.section(&StartSection { function_index });
        }
        module.section(&elements);
        if self.program.data_count.is_some() {
            let count = data.len();
            module.section(&DataCountSection { count });
        }
        module.section(&code);
        module.section(&data);
        Ok(module.finish())
    }

    /// One of the program's functions, as a part has it.
    fn write_function(
        &self,
        function: u32,
        functions: &mut FunctionSection,
        code: &mut CodeSection,
        indices: &mut Indices<'_>,
    ) -> Result<(), Unsplittable> {
        let (signature, _) = self.program.signature(function)?;
        functions.function(indices.type_index(signature)?);
        let (body, _) = self.program.function(function)?;
        code.function(&indices.body(self.program, body)?);
        Ok(())
    }

    /// The first part's indices: its own functions, then the stand-ins.
    fn first_indices(&self) -> Indices<'_> {
        let mut indices = Indices::new(self.program);
        let imported = (0_u32..).zip(&self.program.imports).map(|(index, _)| index);
        let own = self.functions_of(Part::First).iter().copied();
        let stand_ins = self.slots.functions().map(|(function, _)| function);
        indices.functions = imported.chain(own).chain(stand_ins).zip(0_u32..).collect();
        indices.globals = unchanged(&self.program.globals);
        indices.tables = unchanged(&self.program.tables);
        indices.entries = self.slots.functions().collect();
        indices.entry_table = self.slots.table;
        indices
    }

    fn first_imports(&self, indices: &mut Indices<'_>) -> Result<ImportSection, Unsplittable> {
        let mut imports = ImportSection::new();
        for import in &self.program.imports {
            indices.parse_import(&mut imports, *import)?;
        }
        Ok(imports)
    }

    /// The tables, the one of functions with room for the new entries.
    fn first_tables(&self, indices: &mut Indices<'_>) -> Result<TableSection, Unsplittable> {
        let mut tables = TableSection::new();
        for (index, table) in (0_u32..).zip(&self.program.tables) {
            let mut table = table.clone();
            if index == self.slots.table {
                self.make_room(&mut table.ty);
            }
            indices.parse_table(&mut tables, table)?;
        }
        Ok(tables)
    }

    fn make_room(&self, table: &mut wasmparser::TableType) {
        let more = u64::from(self.slots.length - self.slots.old_length);
        table.initial += more;
        table.maximum = table.maximum.map(|maximum| maximum + more);
    }

    fn first_exports(
        &self,
        shared: &Shared,
        indices: &mut Indices<'_>,
    ) -> Result<ExportSection, Unsplittable> {
        let mut exports = ExportSection::new();
        for export in &self.program.exports {
            indices.parse_export(&mut exports, *export)?;
        }
        for (name, kind, index) in &shared.added {
            let index = indices.external_index(*kind, *index)?;
            exports.export(name, indices.export_kind(*kind)?, index);
        }
        Ok(exports)
    }

    /// The program's segments, stand-ins where waiting functions stood, and one more for the new entries.
    fn first_elements(&self, indices: &mut Indices<'_>) -> Result<ElementSection, Unsplittable> {
        let mut elements = ElementSection::new();
        for segment in &self.program.segments {
            // An empty entry needs none: it is empty anyway. So segments are written run by run.
            match segment.place {
                Place::Table { table, first } => {
                    let filled = (first..)
                        .zip(&segment.functions)
                        .filter_map(|(entry, function)| Some((entry, (*function)?)));
                    for run in runs(filled) {
                        fill(&mut elements, table, &run, indices)?;
                    }
                }
                Place::Passive | Place::Declared => {
                    let functions = segment
                        .functions
                        .iter()
                        .copied()
                        .flatten()
                        .map(|function| indices.function_index(function))
                        .collect::<Result<Vec<_>, _>>()?;
                    let functions = Elements::Functions(functions.into());
                    match segment.place {
                        Place::Declared => elements.declared(functions),
                        _ => elements.passive(functions),
                    };
                }
            }
        }
        let added = self.slots.entries.range(self.slots.old_length..);
        for run in runs(added.map(|(entry, function)| (*entry, *function))) {
            fill(&mut elements, self.slots.table, &run, indices)?;
        }
        Ok(elements)
    }

    /// What the first part writes into the memory: all that the program does, if none of it can wait.
    fn first_data(&self, indices: &mut Indices<'_>) -> Result<DataSection, Unsplittable> {
        if let Some(image) = self.images.get(&Part::First) {
            return Ok(image.bridged().section());
        }
        let mut data = DataSection::new();
        if let Some(section) = self.program.data.clone() {
            indices.parse_data_section(&mut data, section)?;
        }
        Ok(data)
    }

    fn write_waiting(
        &self,
        part: Part,
        needs: &Needs,
        shared: &Shared,
    ) -> Result<Vec<u8>, Unsplittable> {
        let mut indices = self.waiting_indices(part, needs)?;
        let mut code = CodeSection::new();
        let mut functions = FunctionSection::new();
        for function in self.functions_of(part) {
            self.write_function(*function, &mut functions, &mut code, &mut indices)?;
        }
        let imports = self.waiting_imports(needs, shared, &mut indices)?;
        let mut elements = ElementSection::new();
        let entries = self.slots.entries.iter();
        let own = entries.filter(|(_, function)| self.part_of(**function) == part);
        for run in runs(own.map(|(entry, function)| (*entry, *function))) {
            fill(&mut elements, indices.entry_table, &run, &mut indices)?;
        }

        let mut module = Module::new();
        module.section(&indices.into_types());
        module.section(&imports);
        module.section(&functions);
        module.section(&elements);
        module.section(&code);
        if let Some(image) = self.images.get(&part) {
            module.section(&image.section());
        }
        Ok(module.finish())
    }

    /// A part's indices: what it imports, then its own functions.
    fn waiting_indices(&self, part: Part, needs: &Needs) -> Result<Indices<'_>, Unsplittable> {
        let mut indices = Indices::new(self.program);
        let imported = needs.functions.iter().copied();
        let own = self.functions_of(part).iter().copied();
        indices.functions = imported.chain(own).zip(0_u32..).collect();
        indices.globals = needs.globals.iter().copied().zip(0_u32..).collect();
        indices.tables = needs.tables.iter().copied().zip(0_u32..).collect();
        let entries = self.slots.functions();
        indices.entries = entries
            .filter(|(function, _)| self.part_of(*function) != part)
            .collect();
        indices.entry_table = indices.table_index(self.slots.table)?;
        Ok(indices)
    }

    fn waiting_imports(
        &self,
        needs: &Needs,
        shared: &Shared,
        indices: &mut Indices<'_>,
    ) -> Result<ImportSection, Unsplittable> {
        let mut imports = ImportSection::new();
        if let (true, [memory]) = (needs.memory, self.program.memories.as_slice()) {
            imports.import(
                FIRST,
                shared.name(ExternalKind::Memory, 0),
                EntityType::Memory(indices.memory_type(*memory)?),
            );
        }
        for (index, table) in (0_u32..).zip(&self.program.tables) {
            if needs.tables.contains(&index) {
                let mut table = table.ty;
                if index == self.slots.table {
                    self.make_room(&mut table);
                }
                let name = shared.name(ExternalKind::Table, index);
                imports.import(FIRST, name, EntityType::Table(indices.table_type(table)?));
            }
        }
        for (index, global) in (0_u32..).zip(&self.program.globals) {
            if needs.globals.contains(&index) {
                imports.import(
                    FIRST,
                    shared.name(ExternalKind::Global, index),
                    EntityType::Global(indices.global_type(global.ty)?),
                );
            }
        }
        for function in &needs.functions {
            let (signature, _) = self.program.signature(*function)?;
            imports.import(
                FIRST,
                shared.name(ExternalKind::Func, *function),
                EntityType::Function(indices.type_index(signature)?),
            );
        }
        Ok(imports)
    }
}

impl Needs {
    /// What a part uses of the first, and the table by which the parts reach one another.
    fn of(division: &Division<'_>, part: Part) -> Self {
        let mut needs = Self {
            memory: division.images.contains_key(&part),
            ..Self::default()
        };
        needs.tables.insert(division.slots.table);
        for (function, _, uses) in division.program.functions() {
            if division.part_of(function) != part {
                continue;
            }
            needs.memory |= uses.memory;
            needs.tables.extend(&uses.tables);
            needs.globals.extend(&uses.globals);
            let used = uses.functions.iter().copied();
            let of_first = used.filter(|used| division.part_of(*used) == Part::First);
            needs.functions.extend(of_first);
        }
        needs
    }

    /// All of it, by kind and index.
    fn all(&self) -> impl Iterator<Item = (ExternalKind, u32)> {
        let of = |kind| move |index: &u32| (kind, *index);
        let memory = self.memory.then_some((ExternalKind::Memory, 0));
        let tables = self.tables.iter().map(of(ExternalKind::Table));
        let globals = self.globals.iter().map(of(ExternalKind::Global));
        let functions = self.functions.iter().map(of(ExternalKind::Func));
        memory
            .into_iter()
            .chain(tables)
            .chain(globals)
            .chain(functions)
    }
}

impl Shared {
    fn new(division: &Division<'_>) -> Self {
        let mut shared = Self::default();
        let mut names = ShortNames::new(division.program);
        for part in Part::WAITING {
            let needs = Needs::of(division, part);
            for (kind, index) in needs.all() {
                if shared.known(kind, index).is_none() {
                    let name = names.name(kind, index, &mut shared.added);
                    shared.names.push((kind, index, name));
                }
            }
            shared.needs.insert(part, needs);
        }
        shared
    }

    /// The name that something is exported under: whatever a part needs has one.
    fn name(&self, kind: ExternalKind, index: u32) -> &str {
        self.known(kind, index).unwrap_or_default()
    }

    fn known(&self, kind: ExternalKind, index: u32) -> Option<&str> {
        let mut names = self.names.iter();
        let known = names.find(|(of, at, _)| (*of, *at) == (kind, index));
        known.map(|(_, _, name)| name.as_str())
    }
}

/// Names for what is shared: those it is exported under already, or else the shortest that are free.
#[derive(Debug)]
struct ShortNames<'a> {
    program: &'a Program<'a>,
    letters: Letters,
}

impl<'a> ShortNames<'a> {
    fn new(program: &'a Program<'a>) -> Self {
        Self {
            program,
            letters: Letters::default(),
        }
    }

    fn name(
        &mut self,
        kind: ExternalKind,
        index: u32,
        added: &mut Vec<(String, ExternalKind, u32)>,
    ) -> String {
        let exports = &self.program.exports;
        let exported = exports
            .iter()
            .find(|it| it.kind == kind && it.index == index);
        if let Some(export) = exported {
            return export.name.to_owned();
        }
        let mut name = self.letters.next_name();
        while exports.iter().any(|export| export.name == name) {
            name = self.letters.next_name();
        }
        added.push((name.clone(), kind, index));
        name
    }
}

fn unchanged<T>(items: &[T]) -> BTreeMap<u32, u32> {
    (0_u32..)
        .zip(items)
        .map(|(index, _)| (index, index))
        .collect()
}

/// Entries that follow each other, together: the first entry, and the functions.
fn runs(entries: impl IntoIterator<Item = (u32, u32)>) -> Vec<(u32, Vec<u32>)> {
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    let mut next = None;
    for (entry, function) in entries {
        match runs.last_mut() {
            Some((_, functions)) if next == Some(entry) => functions.push(function),
            _ => runs.push((entry, vec![function])),
        }
        next = entry.checked_add(1);
    }
    runs
}

/// One segment more, of a run's functions.
fn fill(
    elements: &mut ElementSection,
    table: u32,
    (first, functions): &(u32, Vec<u32>),
    indices: &mut Indices<'_>,
) -> Result<(), Unsplittable> {
    let functions = functions
        .iter()
        .map(|function| indices.function_index(*function))
        .collect::<Result<Vec<_>, _>>()?;
    // The first table needs no mention.
    let table = (table != 0).then_some(table);
    let first = ConstExpr::i32_const(first.cast_signed());
    elements.active(table, &first, Elements::Functions(functions.into()));
    Ok(())
}
