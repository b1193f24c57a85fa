//! Writing functions and sections anew, with the indices of the part they go to.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{Function, Instruction, TypeSection};
use wasmparser::{FuncType, FunctionBody, Operator};

use super::Unsplittable;
use super::program::{Program, at};

/// The indices of one part, by those of the whole program.
#[derive(Debug)]
pub(super) struct Indices<'a> {
    types: Types<'a>,
    /// The functions of this part, and stand-ins of those of others.
    pub(super) functions: BTreeMap<u32, u32>,
    pub(super) globals: BTreeMap<u32, u32>,
    pub(super) tables: BTreeMap<u32, u32>,
    /// Functions of other parts that are called by the table, with their entries there.
    pub(super) entries: BTreeMap<u32, u32>,
    /// The table of those entries, in this part.
    pub(super) entry_table: u32,
}

/// The function types of one part, numbered in the order in which they are met.
#[derive(Debug)]
struct Types<'a> {
    all: &'a [FuncType],
    numbers: BTreeMap<u32, u32>,
    section: TypeSection,
}

impl<'a> Indices<'a> {
    /// No indices yet, for a part of the program.
    pub(super) fn new(program: &'a Program<'_>) -> Self {
        Self {
            types: Types {
                all: &program.types,
                numbers: BTreeMap::new(),
                section: TypeSection::new(),
            },
            functions: BTreeMap::new(),
            globals: BTreeMap::new(),
            tables: BTreeMap::new(),
            entries: BTreeMap::new(),
            entry_table: 0,
        }
    }

    /// The types that all that was written so far uses.
    pub(super) fn into_types(self) -> TypeSection {
        self.types.section
    }

    /// A function's body for this part: calls of other parts' functions become calls by the table.
    pub(super) fn body(
        &mut self,
        program: &Program<'_>,
        body: &FunctionBody<'_>,
    ) -> Result<Function, Unsplittable> {
        let mut function = self.new_function_with_parsed_locals(body)?;
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            let operator = operators.read()?;
            match self.entry_called(&operator) {
                Some((called, entry)) => {
                    let (signature, _) = program.signature(called)?;
                    function.instruction(&Instruction::I32Const(entry.cast_signed()));
                    let call = self.call_of_entry(signature, &operator)?;
                    function.instruction(&call);
                }
                None => {
                    function.instruction(&self.instruction(operator)?);
                }
            }
        }
        Ok(function)
    }

    /// The function of another part that an operator calls, and its entry.
    fn entry_called(&self, operator: &Operator<'_>) -> Option<(u32, u32)> {
        let (Operator::Call { function_index } | Operator::ReturnCall { function_index }) =
            operator
        else {
            return None;
        };
        let entry = self.entries.get(function_index)?;
        Some((*function_index, *entry))
    }

    fn call_of_entry(
        &mut self,
        signature: u32,
        instead_of: &Operator<'_>,
    ) -> Result<Instruction<'static>, Unsplittable> {
        let type_index = self.type_index(signature)?;
        let table_index = self.entry_table;
        Ok(match instead_of {
            Operator::ReturnCall { .. } => Instruction::ReturnCallIndirect {
                type_index,
                table_index,
            },
            _ => Instruction::CallIndirect {
                type_index,
                table_index,
            },
        })
    }

    /// A function that first calls another with a part's number, which puts the right function into a table's entry,
    /// and then calls that.
    pub(super) fn stand_in(
        &mut self,
        signature: u32,
        parameters: usize,
        entry: u32,
        (need_part, part): (u32, i32),
    ) -> Result<Function, Unsplittable> {
        let mut function = Function::new([]);
        let mut sink = function.instructions();
        sink.i32_const(part);
        sink.call(need_part);
        for (parameter, _) in (0_u32..).zip(0..parameters) {
            sink.local_get(parameter);
        }
        sink.i32_const(entry.cast_signed());
        sink.call_indirect(self.entry_table, self.type_index(signature)?);
        sink.end();
        Ok(function)
    }
}

impl Reencode for Indices<'_> {
    type Error = Unsplittable;

    fn type_index(&mut self, index: u32) -> Result<u32, reencode::Error<Unsplittable>> {
        if let Some(number) = self.types.numbers.get(&index) {
            return Ok(*number);
        }
        let met = at(self.types.all, index).map_err(reencode::Error::UserError)?;
        let met = self.func_type(met.clone())?;
        let number = self.types.section.len();
        self.types.section.ty().func_type(&met);
        self.types.numbers.insert(index, number);
        Ok(number)
    }

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Unsplittable>> {
        here(&self.functions, function)
    }

    fn global_index(&mut self, global: u32) -> Result<u32, reencode::Error<Unsplittable>> {
        here(&self.globals, global)
    }

    fn table_index(&mut self, table: u32) -> Result<u32, reencode::Error<Unsplittable>> {
        here(&self.tables, table)
    }
}

/// Every index that a part uses was given to it before; a miss is a mistake of the splitter's.
fn here(indices: &BTreeMap<u32, u32>, index: u32) -> Result<u32, reencode::Error<Unsplittable>> {
    indices.get(&index).copied().ok_or_else(|| {
        reencode::Error::UserError(Unsplittable::new(format!(
            "an index that this part does not have: {index}"
        )))
    })
}
