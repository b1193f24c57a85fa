//! A WebAssembly program as it was read: its sections, and what each function uses.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{self, Reencode};
use wasmparser::{
    DataSectionReader, Element, ElementItems, ElementKind, Export, FuncType, FunctionBody, Global,
    Import, KnownCustom, MemArg, MemoryType, Name, Operator, Parser, Payload, RefType, Table,
    TypeRef,
};

use super::Unsplittable;

/// A program that imports nothing but functions, as wasm-bindgen writes it.
///
/// Functions are told by their index in the program, the imported ones first.
#[derive(Debug, Default)]
pub(super) struct Program<'a> {
    /// Function types, by index.
    pub(super) types: Vec<FuncType>,
    /// The imported functions: module, name, type.
    pub(super) imports: Vec<Import<'a>>,
    /// The type's index of each function, imported or not.
    pub(super) signatures: Vec<u32>,
    pub(super) tables: Vec<Table<'a>>,
    pub(super) memories: Vec<MemoryType>,
    pub(super) globals: Vec<Global<'a>>,
    pub(super) exports: Vec<Export<'a>>,
    pub(super) start: Option<u32>,
    pub(super) segments: Vec<Segment>,
    /// Bodies of the functions that are not imported, in order.
    bodies: Vec<FunctionBody<'a>>,
    /// What each function with a body uses, in the same order.
    uses: Vec<Uses>,
    names: BTreeMap<u32, &'a str>,
    pub(super) data: Option<DataSectionReader<'a>>,
    pub(super) data_count: Option<u32>,
}

/// Functions that are called by their number in a table, or held ready for it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) place: Place,
    /// The functions in turn; none where the entry stays empty.
    pub(super) functions: Vec<Option<u32>>,
}

/// Where a segment's functions go.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(super) enum Place {
    /// Into a table from this entry on, as soon as the program starts.
    Table { table: u32, first: u32 },
    /// Nowhere before an instruction asks for them.
    Passive,
    /// Nowhere: an instruction takes their addresses.
    Declared,
}

/// What a function uses, by index, in order of use and with repetitions.
#[derive(Debug, Default)]
pub(super) struct Uses {
    pub(super) functions: Vec<u32>,
    pub(super) globals: Vec<u32>,
    pub(super) tables: Vec<u32>,
    /// Whether the memory is used.
    pub(super) memory: bool,
    /// Whether segments of data or elements are used, which stay in the first part.
    pub(super) segments: bool,
    /// Every number that may be an address in memory.
    pub(super) addresses: Vec<Address>,
    /// Whether the operator read last was a number, or a local that came after one.
    after_number: bool,
}

/// A number in the program that may be an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) at: u32,
    /// Whether something is added to it: then it need not lie in what it leads to.
    pub(super) is_base: bool,
}

impl<'a> Program<'a> {
    /// Reads a program.
    ///
    /// # Errors
    ///
    /// When the bytes are not WebAssembly, or use what the splitter does not know: it would rather not split than
    /// split wrongly.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, Unsplittable> {
        let mut program = Self::default();
        for payload in Parser::new(0).parse_all(bytes) {
            program.take_in(payload?)?;
        }
        Ok(program)
    }

    fn take_in(&mut self, payload: Payload<'a>) -> Result<(), Unsplittable> {
        match payload {
            Payload::TypeSection(section) => {
                self.types = section
                    .into_iter_err_on_gc_types()
                    .collect::<Result<_, _>>()?;
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    self.take_in_import(import?)?;
                }
            }
            Payload::FunctionSection(section) => {
                for signature in section {
                    self.signatures.push(signature?);
                }
            }
            Payload::TableSection(section) => self.tables = all(section)?,
            Payload::MemorySection(section) => self.memories = all(section)?,
            Payload::GlobalSection(section) => self.globals = all(section)?,
            Payload::ExportSection(section) => self.exports = all(section)?,
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(section) => {
                for element in section {
                    self.segments.push(Segment::read(element?)?);
                }
            }
            Payload::DataCountSection { count, .. } => self.data_count = Some(count),
            Payload::DataSection(section) => self.data = Some(section),
            Payload::CodeSectionEntry(body) => {
                self.uses.push(Uses::of(&body)?);
                self.bodies.push(body);
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for name in names {
                        self.take_in_names(name?)?;
                    }
                }
            }
            Payload::Version { .. } | Payload::CodeSectionStart { .. } | Payload::End(_) => (),
            other => {
                return Err(Unsplittable::new(format!(
                    "a part that is unknown: {other:?}"
                )));
            }
        }
        Ok(())
    }

    fn take_in_import(&mut self, import: Import<'a>) -> Result<(), Unsplittable> {
        let TypeRef::Func(signature) = import.ty else {
            return Err(Unsplittable::new(format!(
                "an import that is no function: {}",
                import.name
            )));
        };
        self.signatures.push(signature);
        self.imports.push(import);
        Ok(())
    }

    fn take_in_names(&mut self, name: Name<'a>) -> Result<(), Unsplittable> {
        if let Name::Function(functions) = name {
            for naming in functions {
                let naming = naming?;
                self.names.insert(naming.index, naming.name);
            }
        }
        Ok(())
    }

    /// The name of a function, if the program says.
    pub(super) fn name(&self, function: u32) -> Option<&'a str> {
        self.names.get(&function).copied()
    }

    /// A function's body and what it uses.
    ///
    /// # Errors
    ///
    /// When the index is that of an imported function, or of none.
    pub(super) fn function(
        &self,
        function: u32,
    ) -> Result<(&FunctionBody<'a>, &Uses), Unsplittable> {
        let imported = (0_u32..).zip(&self.imports).count();
        usize::try_from(function)
            .ok()
            .and_then(|function| function.checked_sub(imported))
            .and_then(|place| self.bodies.get(place).zip(self.uses.get(place)))
            .ok_or_else(|| Unsplittable::new(format!("a function without a body: {function}")))
    }

    /// The functions with bodies: index, body and what it uses.
    pub(super) fn functions(&self) -> impl Iterator<Item = (u32, &FunctionBody<'a>, &Uses)> {
        let imported = (0_u32..).zip(&self.imports).count();
        (0_u32..)
            .skip(imported)
            .zip(self.bodies.iter().zip(&self.uses))
            .map(|(index, (body, uses))| (index, body, uses))
    }

    /// The type of a function, and its index.
    pub(super) fn signature(&self, function: u32) -> Result<(u32, &FuncType), Unsplittable> {
        let index = at(&self.signatures, function)?;
        Ok((*index, at(&self.types, *index)?))
    }

    /// The function that the program exports by a name.
    pub(super) fn exported_function(&self, name: &str) -> Option<u32> {
        self.exports
            .iter()
            .find(|export| export.name == name && is_function(export))
            .map(|export| export.index)
    }
}

impl Segment {
    fn read(element: Element<'_>) -> Result<Self, Unsplittable> {
        let place = match element.kind {
            ElementKind::Passive => Place::Passive,
            ElementKind::Declared => Place::Declared,
            ElementKind::Active {
                table_index,
                offset_expr,
            } => match offset_expr.get_operators_reader().read()? {
                Operator::I32Const { value } => Place::Table {
                    table: table_index.unwrap_or(0),
                    first: value.cast_unsigned(),
                },
                other => return Err(Unsplittable::new(format!("a table filled from {other:?}"))),
            },
        };
        let functions = match element.items {
            ElementItems::Functions(functions) => functions
                .into_iter()
                .map(|function| Ok(Some(function?)))
                .collect::<Result<_, Unsplittable>>()?,
            ElementItems::Expressions(RefType::FUNCREF, entries) => entries
                .into_iter()
                .map(|entry| match entry?.get_operators_reader().read()? {
                    Operator::RefFunc { function_index } => Ok(Some(function_index)),
                    Operator::RefNull { .. } => Ok(None),
                    other => Err(Unsplittable::new(format!("a table's entry of {other:?}"))),
                })
                .collect::<Result<_, Unsplittable>>()?,
            ElementItems::Expressions(kind, _) => {
                return Err(Unsplittable::new(format!("a table filled with {kind}")));
            }
        };
        Ok(Self { place, functions })
    }
}

impl Uses {
    /// Reads a body for what it uses: by encoding it again, where every index passes by, and keeping nothing of it.
    pub(super) fn of(body: &FunctionBody<'_>) -> Result<Self, Unsplittable> {
        let mut uses = Self::default();
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            let operator = operators.read()?;
            uses.take_in_addresses(&operator);
            uses.instruction(operator)?;
        }
        Ok(uses)
    }

    /// Takes in what may be addresses: alone, or two or four in one wider number.
    fn take_in_addresses(&mut self, operator: &Operator<'_>) {
        let mut take = |at| {
            let is_base = false;
            self.addresses.push(Address { at, is_base });
        };
        match operator {
            Operator::I32Const { value } => take(value.cast_unsigned()),
            Operator::I64Const { value } => value.to_le_bytes().chunks_exact(4).for_each(|half| {
                take(little_endian(half));
            }),
            Operator::V128Const { value } => value.bytes().chunks_exact(4).for_each(|quarter| {
                take(little_endian(quarter));
            }),
            // wasm-opt puts a number right before its addition; what is subtracted from one stands between.
            Operator::I32Add | Operator::I32Sub => {
                if let (true, Some(last)) = (self.after_number, self.addresses.last_mut()) {
                    last.is_base = true;
                }
            }
            _ => (),
        }
        self.after_number = match operator {
            Operator::I32Const { .. } => true,
            Operator::LocalGet { .. } => self.after_number,
            _ => false,
        };
    }
}

fn little_endian(bytes: &[u8]) -> u32 {
    let number = bytes.iter().rev();
    number.fold(0, |number, byte| number << 8 | u32::from(*byte))
}

impl Reencode for Uses {
    type Error = Unsplittable;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Unsplittable>> {
        self.functions.push(function);
        Ok(function)
    }

    fn global_index(&mut self, global: u32) -> Result<u32, reencode::Error<Unsplittable>> {
        self.globals.push(global);
        Ok(global)
    }

    fn table_index(&mut self, table: u32) -> Result<u32, reencode::Error<Unsplittable>> {
        self.tables.push(table);
        Ok(table)
    }

    fn memory_index(&mut self, memory: u32) -> Result<u32, reencode::Error<Unsplittable>> {
        self.memory = true;
        Ok(memory)
    }

    /// What is read or written may be beside a table's beginning that the instruction itself knows.
    fn mem_arg(
        &mut self,
        argument: MemArg,
    ) -> Result<wasm_encoder::MemArg, reencode::Error<Unsplittable>> {
        let at = u32::try_from(argument.offset).unwrap_or(u32::MAX);
        let is_base = true;
        self.addresses.push(Address { at, is_base });
        reencode::utils::mem_arg(self, argument)
    }

    fn data_index(&mut self, data: u32) -> Result<u32, reencode::Error<Unsplittable>> {
        self.segments = true;
        Ok(data)
    }

    fn element_index(&mut self, element: u32) -> Result<u32, reencode::Error<Unsplittable>> {
        self.segments = true;
        Ok(element)
    }
}

/// Whether an export is a function.
pub(super) fn is_function(export: &Export<'_>) -> bool {
    export.kind == wasmparser::ExternalKind::Func
}

/// What stands at an index of the program.
pub(super) fn at<T>(items: &[T], index: u32) -> Result<&T, Unsplittable> {
    usize::try_from(index)
        .ok()
        .and_then(|index| items.get(index))
        .ok_or_else(|| Unsplittable::new(format!("an index that leads nowhere: {index}")))
}

fn all<'a, T: wasmparser::FromReader<'a>>(
    section: wasmparser::SectionLimited<'a, T>,
) -> Result<Vec<T>, Unsplittable> {
    Ok(section.into_iter().collect::<Result<_, _>>()?)
}
