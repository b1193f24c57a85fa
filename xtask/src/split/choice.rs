//! Which functions can wait, and for which part.

use std::collections::{BTreeMap, BTreeSet};

use super::Part;
use super::program::{Place, Program, is_function};

/// The bytes of a body from which on a function is worth its stand-in, which takes some twenty.
///
/// As measured on the page by brotli: at 0 both parts take 0.7 KB more, and the first 1.5 KB less; from 50 on the two
/// go against each other byte for byte.
const WORTH_A_STAND_IN: usize = 50;

/// The functions that are not in the first part, each with its own: those whose name is told to be of that part, and
/// those that only they call.
///
/// A small function stays where it would need a stand-in for its name's sake alone.
///
/// What must be there at once stays whatever its name is: exports, the start, functions whose address is taken other
/// than by a table that the program fills at its start, and users of segments of data.
pub(super) fn waiting_functions(
    program: &Program<'_>,
    part_of: impl Fn(&str) -> Part,
) -> BTreeMap<u32, Part> {
    let bound = bound_functions(program);
    let named = |least: Part| -> BTreeSet<u32> {
        program
            .functions()
            .filter(|(_, body, _)| body.as_bytes().len() >= WORTH_A_STAND_IN)
            .map(|(function, _, _)| function)
            .filter(|function| !bound.contains(function))
            .filter(|function| {
                let name = program.name(*function);
                name.is_some_and(|name| part_of(name) >= least)
            })
            .collect()
    };
    // What can be reached without a part's own functions is needed before that part.
    let before_later = reached(program, &bound, &named(Part::Later));
    let before_pages = reached(program, &bound, &named(Part::Pages));
    program
        .functions()
        .map(|(function, _, _)| function)
        .filter(|function| !before_later.contains(function))
        .map(|function| {
            let is_of_pages = !before_pages.contains(&function);
            let part = if is_of_pages {
                Part::Pages
            } else {
                Part::Later
            };
            (function, part)
        })
        .collect()
}

/// Functions that must stay in the first part whatever their name is.
fn bound_functions(program: &Program<'_>) -> BTreeSet<u32> {
    let exports = program.exports.iter().filter(|export| is_function(export));
    let exported = exports.map(|export| export.index);
    let held = program
        .segments
        .iter()
        .filter(|segment| !matches!(segment.place, Place::Table { .. }))
        .flat_map(|segment| segment.functions.iter().copied().flatten());
    let users = program
        .functions()
        .filter(|(_, _, uses)| uses.segments)
        .map(|(function, _, _)| function);
    exported
        .chain(program.start)
        .chain(held)
        .chain(users)
        .collect()
}

/// All that the bound functions and the tables lead to by calls, not going on through the `named` functions.
fn reached(program: &Program<'_>, bound: &BTreeSet<u32>, named: &BTreeSet<u32>) -> BTreeSet<u32> {
    let in_tables = program
        .segments
        .iter()
        .flat_map(|segment| segment.functions.iter().copied().flatten());
    let mut ahead: Vec<u32> = in_tables.chain(bound.iter().copied()).collect();
    let callees: BTreeMap<u32, &[u32]> = program
        .functions()
        .map(|(function, _, uses)| (function, uses.functions.as_slice()))
        .collect();
    let mut reached = BTreeSet::new();
    while let Some(function) = ahead.pop() {
        if named.contains(&function) || !reached.insert(function) {
            continue;
        }
        ahead.extend(callees.get(&function).copied().unwrap_or_default());
    }
    reached
}
