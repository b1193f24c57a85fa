//! The two parts: each a module of its own, written from the program and the choice of functions.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    CodeSection, ConstExpr, DataCountSection, DataSection, ElementSection, Elements, EntityType,
    ExportSection, FunctionSection, GlobalSection, ImportSection, MemorySection, Module,
    StartSection, TableSection,
};
use wasmparser::ExternalKind;

use super::Unsplittable;
use super::encode::Indices;
use super::names::Letters;
use super::program::{Place, Program};
use super::slots::Slots;

/// The name by which the later part imports the first: the loader (`assets/boot.js`) hands its exports in under it.
const FIRST: &str = "p";

/// How a program falls apart.
#[derive(Debug)]
pub(super) struct Division<'a> {
    pub(super) program: &'a Program<'a>,
    /// The functions of the later part.
    pub(super) later: BTreeSet<u32>,
    /// Those of the first, in the order in which they are written.
    pub(super) first_in_order: Vec<u32>,
    /// Those of the later part in such an order.
    pub(super) later_in_order: Vec<u32>,
    pub(super) slots: Slots,
    /// The function of the first part that sees to it that the later part is there.
    pub(super) need_later: u32,
}

/// What of the first part the later one uses, by index in the program, with the short names it is exported under.
#[derive(Debug, Default)]
struct Shared {
    memory: Option<String>,
    tables: BTreeMap<u32, String>,
    globals: BTreeMap<u32, String>,
    functions: BTreeMap<u32, String>,
    /// Exports that the first part has to have beside its own.
    added: Vec<(String, ExternalKind, u32)>,
}

impl Division<'_> {
    /// The bytes of the first part and of the later one.
    ///
    /// # Errors
    ///
    /// When the program uses what the splitter does not know.
    pub(super) fn write(&self) -> Result<(Vec<u8>, Vec<u8>), Unsplittable> {
        let shared = Shared::new(self);
        Ok((self.write_first(&shared)?, self.write_later(&shared)?))
    }

    fn write_first(&self, shared: &Shared) -> Result<Vec<u8>, Unsplittable> {
        let mut indices = self.first_indices();
        let mut code = CodeSection::new();
        let mut functions = FunctionSection::new();
        for function in &self.first_in_order {
            self.write_function(*function, &mut functions, &mut code, &mut indices)?;
        }
        let need_later = indices.function_index(self.need_later)?;
        for (function, entry) in self.slots.functions() {
            let (signature, of) = self.program.signature(function)?;
            functions.function(indices.type_index(signature)?);
            code.function(&indices.stand_in(signature, of.params().len(), entry, need_later)?);
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
        let mut data = DataSection::new();
        if let Some(section) = self.program.data.clone() {
            indices.parse_data_section(&mut data, section)?;
        }

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
        if let Some(count) = self.program.data_count {
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
        let own = self.first_in_order.iter().copied();
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

    /// The program's segments, stand-ins where later functions stood, and one more for the new entries.
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

    fn write_later(&self, shared: &Shared) -> Result<Vec<u8>, Unsplittable> {
        let mut indices = self.later_indices(shared);
        let mut code = CodeSection::new();
        let mut functions = FunctionSection::new();
        for function in &self.later_in_order {
            self.write_function(*function, &mut functions, &mut code, &mut indices)?;
        }
        let imports = self.later_imports(shared, &mut indices)?;
        let mut elements = ElementSection::new();
        let table = indices.table_index(self.slots.table)?;
        let entries = self.slots.entries.iter();
        for run in runs(entries.map(|(entry, function)| (*entry, *function))) {
            fill(&mut elements, table, &run, &mut indices)?;
        }

        let mut module = Module::new();
        module.section(&indices.into_types());
        module.section(&imports);
        module.section(&functions);
        module.section(&elements);
        module.section(&code);
        Ok(module.finish())
    }

    /// The later part's indices: what it imports, then its own functions.
    fn later_indices(&self, shared: &Shared) -> Indices<'_> {
        let mut indices = Indices::new(self.program);
        let imported = shared.functions.keys().copied();
        indices.functions = imported
            .chain(self.later_in_order.iter().copied())
            .zip(0_u32..)
            .collect();
        indices.globals = shared.globals.keys().copied().zip(0_u32..).collect();
        indices.tables = shared.tables.keys().copied().zip(0_u32..).collect();
        indices
    }

    fn later_imports(
        &self,
        shared: &Shared,
        indices: &mut Indices<'_>,
    ) -> Result<ImportSection, Unsplittable> {
        let mut imports = ImportSection::new();
        if let (Some(name), [memory]) = (&shared.memory, self.program.memories.as_slice()) {
            imports.import(
                FIRST,
                name,
                EntityType::Memory(indices.memory_type(*memory)?),
            );
        }
        for (index, table) in (0_u32..).zip(&self.program.tables) {
            if let Some(name) = shared.tables.get(&index) {
                let mut table = table.ty;
                if index == self.slots.table {
                    self.make_room(&mut table);
                }
                imports.import(FIRST, name, EntityType::Table(indices.table_type(table)?));
            }
        }
        for (index, global) in (0_u32..).zip(&self.program.globals) {
            if let Some(name) = shared.globals.get(&index) {
                imports.import(
                    FIRST,
                    name,
                    EntityType::Global(indices.global_type(global.ty)?),
                );
            }
        }
        for (function, name) in &shared.functions {
            let (signature, _) = self.program.signature(*function)?;
            imports.import(
                FIRST,
                name,
                EntityType::Function(indices.type_index(signature)?),
            );
        }
        Ok(imports)
    }
}

impl Shared {
    fn new(division: &Division<'_>) -> Self {
        let program = division.program;
        let mut shared = Self::default();
        let mut names = ShortNames::new(program);
        shared.tables.insert(division.slots.table, String::new());
        for (_, _, uses) in program
            .functions()
            .filter(|(function, _, _)| division.later.contains(function))
        {
            if uses.memory {
                shared.memory = Some(String::new());
            }
            let no_name = |index: &u32| (*index, String::new());
            shared.tables.extend(uses.tables.iter().map(no_name));
            shared.globals.extend(uses.globals.iter().map(no_name));
            let others = uses
                .functions
                .iter()
                .filter(|used| !division.later.contains(used));
            shared.functions.extend(others.map(no_name));
        }
        let added = &mut shared.added;
        if let Some(name) = &mut shared.memory {
            *name = names.name(ExternalKind::Memory, 0, added);
        }
        for (index, name) in &mut shared.tables {
            *name = names.name(ExternalKind::Table, *index, added);
        }
        for (index, name) in &mut shared.globals {
            *name = names.name(ExternalKind::Global, *index, added);
        }
        for (index, name) in &mut shared.functions {
            *name = names.name(ExternalKind::Func, *index, added);
        }
        shared
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
