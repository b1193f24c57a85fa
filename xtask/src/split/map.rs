//! The linker's map: where each piece of the program's data begins and ends.
//!
//! The program itself does not tell: its data are bytes, one after another. The linker writes the map because `build.rs`
//! asks it to, when it writes the program that Trunk hands on to wasm-bindgen and to wasm-opt. Neither of these moves
//! data.

use std::ops::Range;

use wasmparser::{Parser, Payload};

use super::Unsplittable;
use super::image::Image;
use super::program::Program;

/// How the map calls the read-only pieces of data.
const READ_ONLY: &str = ":(.rodata";

/// How the map calls those texts that end with a zero, which the linker has put together.
const ENDED_BY_ZERO: &str = "<internal>:(.rodata)";

/// A piece of data that is of one kind as the linker sees it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its addresses.
    pub(super) place: Range<u32>,
    /// Whether nothing can write there.
    pub(super) read_only: bool,
    /// Whether it is many texts, each ended by a zero.
    pub(super) ended_by_zeros: bool,
}

/// The pieces of data that a map tells, by their addresses.
///
/// # Errors
///
/// When the map is not that of the program as it left the linker, when the program that came of that has other data, or
/// when pieces overlap.
pub(super) fn pieces(map: &str, linked: &[u8], program: &[u8]) -> Result<Vec<Piece>, Unsplittable> {
    if sections_told(map) != sections_of(linked)? {
        return Err(Unsplittable::new("it is of another program"));
    }
    let [linked, program] = [linked, program].map(|program| -> Result<Image, Unsplittable> {
        Image::read(Program::read(program)?.data)
    });
    if !linked?.same_as(&program?) {
        return Err(Unsplittable::new("data have moved since"));
    }
    let mut pieces: Vec<Piece> = map.lines().filter_map(piece).collect();
    if pieces.is_empty() {
        return Err(Unsplittable::new("it tells of no data"));
    }
    pieces.sort_by_key(|piece| piece.place.start);
    let mut following = pieces.iter().zip(pieces.iter().skip(1));
    if following.any(|(piece, next)| piece.place.end > next.place.start) {
        return Err(Unsplittable::new("pieces of data that overlap"));
    }
    Ok(pieces)
}

/// The piece that a line tells, if it tells one: its address, its place in the file, its size and where it is from.
///
/// What the linker wrote together has a line of its own, and so has each name for a place in a piece; they begin
/// further to the left and to the right.
fn piece(line: &str) -> Option<Piece> {
    let ([address, _, size], from) = columns(line)?;
    let from = from.strip_prefix("        ")?;
    if from.starts_with(' ') || !from.contains(":(.") {
        return None;
    }
    let start = u32::from_str_radix(address, 16).ok()?;
    let size = u32::from_str_radix(size, 16).ok()?;
    Some(Piece {
        place: start..start.checked_add(size)?,
        read_only: from.contains(READ_ONLY),
        ended_by_zeros: from == ENDED_BY_ZERO,
    })
}

/// The three numbers at a line's start, and what follows them and a space.
fn columns(line: &str) -> Option<([&str; 3], &str)> {
    let mut rest = line;
    let mut numbers = [""; 3];
    for number in &mut numbers {
        rest = rest.trim_start();
        (*number, rest) = rest.split_once(' ')?;
    }
    Some((numbers, rest))
}

/// Where each section ends in the program's file, but for notes.
fn sections_told(map: &str) -> Vec<u64> {
    map.lines()
        .filter_map(columns)
        .filter(|([address, ..], name)| {
            *address == "-" && !name.starts_with(' ') && !name.starts_with("CUSTOM")
        })
        .filter_map(|([_, place, size], _)| {
            let place = u64::from_str_radix(place, 16).ok()?;
            place.checked_add(u64::from_str_radix(size, 16).ok()?)
        })
        .collect()
}

fn sections_of(program: &[u8]) -> Result<Vec<u64>, Unsplittable> {
    let mut ends = Vec::new();
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload?;
        if !matches!(payload, Payload::CustomSection(_)) {
            ends.extend(payload.as_section().map(|(_, range)| range.end));
        }
    }
    Ok(ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of a map as the linker writes it, with shorter names.
    const MAP: &str = "    Addr      Off     Size Out     In      Symbol
       -        8      31c TYPE
       0        0        0         __stack_pointer
       -    3ea0d   10638a CODE
       -    3ea0f       10         /work/page.rcgu.o:(_RNvCs4main)
       -    3ea0f       10                 _RNvCs4main
       -   144d97    1641f DATA
  100000   144d98    163b0 .rodata
  100000   144da2        3         /work/page.rcgu.o:(.rodata..Lanon.04ff.5)
  100000   144da2        3                 .Lanon.04ff.5
  100034   144dd6     47a0         <internal>:(.rodata)
  1163b0   15b152       58 .data
  1163b0   15b15c        4         /work/page.rcgu.o:(.data._RNvNtCsbe.NEXT_ROOT_ID)
  1163b0   15b15c        4                 _RNvNtCsbe.NEXT_ROOT_ID
  116408        0        4         /work/page.rcgu.o:(.bss._RNvNCNvNtNtCs)
       -   15b1b6    85f34 CUSTOM(__wasm_bindgen_unstable)
";

    #[test]
    fn a_map_tells_what_the_data_are() {
        let expected = [
            (0x10_0000..0x10_0003, true, false),
            (0x10_0034..0x10_47d4, true, true),
            (0x11_63b0..0x11_63b4, false, false),
            (0x11_6408..0x11_640c, false, false),
        ];
        let expected = expected.map(|(place, read_only, ended_by_zeros)| Piece {
            place,
            read_only,
            ended_by_zeros,
        });
        assert_eq!(MAP.lines().filter_map(piece).collect::<Vec<_>>(), expected);
        assert_eq!(sections_told(MAP), [0x324, 0x14_4d97, 0x15_b1b6]);
    }

    /// A program with a text at some address.
    fn program(at: u32) -> Vec<u8> {
        wat::parse_str(format!(
            "(module (memory 1) (data (i32.const {at}) \"a text\"))"
        ))
        .unwrap()
    }

    /// The map of such a program.
    fn map_of(program: &[u8]) -> String {
        let mut map = String::new();
        for payload in Parser::new(0).parse_all(program) {
            if let Some((_, range)) = payload.unwrap().as_section() {
                let size = range.end - range.start;
                map += &format!("       - {:x} {size:x} DATA\n", range.start);
            }
        }
        map + "     400       1e        6         page.o:(.rodata..Lanon.1)\n"
    }

    #[test]
    fn the_map_of_another_program_is_refused() {
        let linked = program(1024);
        let map = map_of(&linked);
        assert_eq!(pieces(&map, &linked, &linked).unwrap().len(), 1);
        // Zeros more or less are no difference.
        let packed =
            wat::parse_str(r#"(module (memory 1) (data (i32.const 1023) "\00a text\00"))"#)
                .unwrap();
        assert!(pieces(&map, &linked, &packed).is_ok());
        assert!(pieces(&map, &linked, &program(1025)).is_err());
        assert!(pieces(&map, &packed, &linked).is_err());
        assert!(pieces("", b"\0asm\x01\0\0\0", &linked).is_err());
        let overlapping = format!("{map}     405       1e        6         b.o:(.rodata.b)\n");
        assert!(pieces(&overlapping, &linked, &linked).is_err());
    }
}
