//! `cargo xtask split`: the page's program in two parts.
//!
//! A visitor waits for the first part alone: all that the first chart takes. The later part, which reads files and
//! shows the other pages, comes when the first chart stands, or when something in it is called before that.
//!
//! Both parts were one program, compiled and optimised as one, so Rust knows nothing of them (but for
//! `src/app/later.rs`). They share the memory, the stack and the table of functions:
//!
//! - the later part imports what it uses of the first, which exports it under short names;
//! - the first part calls the later one by entries of the table. Until the later part is there, each of those entries
//!   holds a stand-in that fetches it (`needLater`); when it is there, it puts its own functions into them.
//!
//! Trunk runs this when it has built the page (`Trunk.toml`).
//!
//! | file | what is in it |
//! |---|---|
//! | `list` | the list: what can wait |
//! | `program` | a program as it was read |
//! | `choice` | which functions go to the later part |
//! | `slots` | the table's entries between the parts |
//! | `order` | the order of a part's functions, for compression's sake |
//! | `encode` | functions and sections with a part's indices |
//! | `parts` | the two modules |
//! | `names` | functions' names without what compilers add, and short new ones |
//! | `bindings` | short names for what the program and its JavaScript share |
//! | `staging` | the page's files |

mod bindings;
mod choice;
mod encode;
mod list;
mod names;
mod order;
mod parts;
mod program;
mod slots;
mod staging;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use wasm_encoder::reencode;
use wasm_encoder::{Module, RawSection};
use wasmparser::{Parser, Payload, Validator};

pub(crate) use names::room;
pub(crate) use staging::split_page;

use parts::Division;
use program::Program;
use slots::Slots;

/// The exported function that sees to it that the later part is there (`src/app/later.rs`).
const NEED_LATER: &str = "needLater";

/// How many functions have a number of one byte.
const SHORT_NUMBERS: usize = 128;

/// A program in two parts.
#[derive(Debug)]
pub(crate) struct Parts {
    /// What the first chart takes.
    pub(crate) first: Vec<u8>,
    /// All else.
    pub(crate) later: Vec<u8>,
    /// Each function's bytes, where they went.
    pub(crate) functions: Vec<Weight>,
}

/// What a function weighs.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Weight {
    /// Whether the function is in the later part.
    pub(crate) later: bool,
    /// The bytes of its body before the division.
    pub(crate) bytes: usize,
    /// Its name, or nothing if the program does not say.
    pub(crate) name: String,
}

/// Why a program cannot be split: what there is in it that the splitter does not know.
#[derive(Debug)]
pub(crate) struct Unsplittable(String);

impl Unsplittable {
    fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl fmt::Display for Unsplittable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl From<wasmparser::Error> for Unsplittable {
    fn from(error: wasmparser::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<reencode::Error<Self>> for Unsplittable {
    fn from(error: reencode::Error<Self>) -> Self {
        match error {
            reencode::Error::UserError(own) => own,
            other => Self(format!("{other:?}")),
        }
    }
}

/// Splits a program that has its names; `later` tells which names can wait.
///
/// Nothing comes of a program that does not export `needLater`, or of which nothing can wait.
///
/// # Errors
///
/// When the program has what the splitter does not know, or when a part turns out invalid.
pub(crate) fn split(
    program: &[u8],
    later: impl Fn(&str) -> bool,
) -> Result<Option<Parts>, Unsplittable> {
    let program = Program::read(program)?;
    let Some(need_later) = program.exported_function(NEED_LATER) else {
        return Ok(None);
    };
    let later = choice::later_functions(&program, |name| later(&names::plain(name)))?;
    if later.is_empty() {
        return Ok(None);
    }
    let slots = Slots::new(&program, &later)?;
    let functions = weights(&program, &later);
    let (later_ones, first_ones): (Vec<u32>, Vec<u32>) = program
        .functions()
        .map(|(function, _, _)| function)
        .partition(|function| later.contains(function));
    let short = SHORT_NUMBERS.saturating_sub(program.imports.len());
    let division = Division {
        program: &program,
        first_in_order: order::order(&program, &first_ones, short)?,
        // What the later part imports takes all the short numbers.
        later_in_order: order::order(&program, &later_ones, 0)?,
        later,
        slots,
        need_later,
    };
    let (first, later) = division.write()?;
    Validator::new().validate_all(&first)?;
    Validator::new().validate_all(&later)?;
    Ok(Some(Parts {
        first,
        later,
        functions,
    }))
}

fn weights(program: &Program<'_>, later: &BTreeSet<u32>) -> Vec<Weight> {
    program
        .functions()
        .map(|(function, body, _)| Weight {
            later: later.contains(&function),
            bytes: body.as_bytes().len(),
            name: program.name(function).map(names::plain).unwrap_or_default(),
        })
        .collect()
}

/// The program without its names and notes.
///
/// # Errors
///
/// When the bytes are not WebAssembly.
pub(crate) fn without_names(program: &[u8]) -> Result<Vec<u8>, Unsplittable> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload?;
        if matches!(payload, Payload::CustomSection(_)) {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            let data = bytes_at(program, range)?;
            module.section(&RawSection { id, data });
        }
    }
    Ok(module.finish())
}

fn bytes_at(program: &[u8], range: Range<u64>) -> Result<&[u8], Unsplittable> {
    let range = usize::try_from(range.start)
        .ok()
        .zip(usize::try_from(range.end).ok());
    range
        .and_then(|(start, end)| program.get(start..end))
        .ok_or_else(|| Unsplittable::new("a section beyond the end"))
}
