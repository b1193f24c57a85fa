//! `cargo xtask split`: the page's program in three parts.
//!
//! A visitor waits for the first part alone: all that the first chart takes. The later part, which reads files, comes
//! when the first chart stands, or when something in it is called before that. What only the other pages and ranks need
//! comes when the user begins to do something, or when it is called.
//!
//! The parts were one program, compiled and optimised as one, so Rust knows nothing of them (but for
//! `src/app/parts.rs`). They share the memory, the stack and the table of functions:
//!
//! - the other parts import what they use of the first, which exports it under short names;
//! - texts that only another part uses are that part's own: they are written into the memory when it is there, where
//!   the whole program would have them from the start;
//! - the parts call one another, and the first calls them, by entries of the table. Until a part is there, each of its
//!   entries holds a stand-in that fetches it (`needPart`); when it is there, it puts its own functions into them.
//!
//! Trunk runs this when it has built the page (`Trunk.toml`).
//!
//! | file | what is in it |
//! |---|---|
//! | `list` | the list: what can wait, and for which part |
//! | `program` | a program as it was read |
//! | `choice` | which functions go to which part |
//! | `map` | where each piece of the program's data is, as the linker tells |
//! | `image` | what the memory holds at the start |
//! | `texts` | which texts go to which part |
//! | `slots` | the table's entries between the parts |
//! | `order` | the order of a part's functions, for compression's sake |
//! | `encode` | functions and sections with a part's indices |
//! | `parts` | the modules |
//! | `names` | functions' names without what compilers add, and short new ones |
//! | `check` | a second look at them |
//! | `bindings` | short names for what the program and its JavaScript share |
//! | `staging` | the page's files |

mod bindings;
mod check;
mod choice;
mod encode;
mod image;
mod list;
mod map;
mod names;
mod order;
mod parts;
mod program;
mod slots;
mod staging;
#[cfg(test)]
mod tests;
mod texts;
#[cfg(test)]
mod texts_tests;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use wasm_encoder::reencode;
use wasm_encoder::{Module, RawSection};
use wasmparser::{Parser, Payload, Validator};

pub(crate) use names::room;
pub(crate) use staging::split_page;

use map::Piece;
use parts::Division;
use program::Program;
use slots::Slots;

/// The exported function that sees to it that a part is there (`src/app/parts.rs`).
const NEED_PART: &str = "needPart";

/// What the list of functions' bytes calls the data.
pub(crate) const DATA: &str = "(data)";

/// How many functions have a number of one byte.
const SHORT_NUMBERS: usize = 128;

/// A part of a program. Each needs those before it; their numbers are those of `src/app/parts.rs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// What the first chart takes.
    First = 0,
    /// What comes when it stands.
    Later = 1,
    /// What comes when the user begins to do something.
    Pages = 2,
}

impl Part {
    /// All parts, in the order in which they come.
    pub(crate) const ALL: [Self; 3] = [Self::First, Self::Later, Self::Pages];

    /// Those that come after the first chart.
    const WAITING: [Self; 2] = [Self::Later, Self::Pages];

    /// The word that names its file.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Later => "later",
            Self::Pages => "pages",
        }
    }
}

/// A program in parts.
#[derive(Debug)]
struct Parts {
    /// Each part's module.
    pub(crate) modules: BTreeMap<Part, Vec<u8>>,
    /// Each function's bytes, where they went.
    pub(crate) functions: Vec<Weight>,
    /// How many bytes of data each part has.
    pub(crate) data: BTreeMap<Part, usize>,
}

/// What a function weighs.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Weight {
    /// The part it is in.
    pub(crate) part: Part,
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

/// Splits a program that has its names; `part_of` tells for which part each name can wait, `pieces` what its data are.
/// Data of which they do not tell are in the first part.
///
/// Nothing comes of a program that does not export `needPart`, or of which nothing can wait.
///
/// # Errors
///
/// When the program has what the splitter does not know, or when a part turns out invalid.
fn split(
    whole: &[u8],
    pieces: &[Piece],
    part_of: impl Fn(&str) -> Part,
) -> Result<Option<Parts>, Unsplittable> {
    let program = Program::read(whole)?;
    let Some(need_part) = program.exported_function(NEED_PART) else {
        return Ok(None);
    };
    let waiting = choice::waiting_functions(&program, |name| part_of(&names::plain(name)));
    if waiting.is_empty() {
        return Ok(None);
    }
    let images = texts::images(&program, &waiting, pieces)?;
    let division = Division {
        program: &program,
        images: &images,
        in_order: in_order(&program, &waiting)?,
        slots: Slots::new(&program, &waiting)?,
        waiting,
        need_part,
    };
    let modules = division.write()?;
    for module in modules.values() {
        Validator::new().validate_all(module)?;
    }
    if !images.is_empty() {
        check::check(whole, &modules)?;
    }
    Ok(Some(Parts {
        modules,
        data: images
            .iter()
            .map(|(part, image)| (*part, image.length()))
            .collect(),
        functions: weights(&program, &division.waiting),
    }))
}

/// Each part's functions, in the order in which they are written.
fn in_order(
    program: &Program<'_>,
    waiting: &BTreeMap<u32, Part>,
) -> Result<BTreeMap<Part, Vec<u32>>, Unsplittable> {
    let mut in_order = BTreeMap::new();
    for part in Part::ALL {
        let functions = program.functions().map(|(function, _, _)| function);
        let own: Vec<u32> = functions
            .filter(|function| part_of(waiting, *function) == part)
            .collect();
        let short = match part {
            Part::First => SHORT_NUMBERS.saturating_sub(program.imports.len()),
            // What the other parts import takes all the short numbers.
            Part::Later | Part::Pages => 0,
        };
        in_order.insert(part, order::order(program, &own, short)?);
    }
    Ok(in_order)
}

/// The part that a function is in.
fn part_of(waiting: &BTreeMap<u32, Part>, function: u32) -> Part {
    waiting.get(&function).copied().unwrap_or(Part::First)
}

fn weights(program: &Program<'_>, waiting: &BTreeMap<u32, Part>) -> Vec<Weight> {
    program
        .functions()
        .map(|(function, body, _)| Weight {
            part: part_of(waiting, function),
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
