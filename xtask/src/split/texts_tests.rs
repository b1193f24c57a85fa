//! A small program with texts, split, looked at and run.

use std::ops::Range;
use std::path::PathBuf;
use std::process::Command;

use super::check::check;
use super::image::Image;
use super::map::Piece;
use super::program::Program;
use super::tests::{padding, part_of};
use super::{Part, Parts, split};

/// Where the program's texts begin.
const TEXTS: u32 = 1024;

/// Where the last text is: away from the others, for whose it could be taken where something is added to its address.
const IN_BYTES: u32 = 4000;

/// The texts, each named for who uses it.
const NAMES: [&str; 9] = [
    "what the first part says alone",
    "what the later part says alone",
    "what the pages say alone",
    "what later and pages say",
    "what first and pages say",
    "in a table of the pages: one",
    "in a table of the pages: two",
    "in a table of all: one",
    "in what looks like a table of bytes",
];

/// Where two tables of addresses are, behind the texts.
const TABLES: [u32; 2] = [2048, 2064];

/// The addresses of a text.
fn place(index: usize) -> Range<u32> {
    let length = |text: &&str| u32::try_from(text.len()).unwrap();
    let start = match index {
        8 => IN_BYTES,
        _ => TEXTS + NAMES[..index].iter().map(length).sum::<u32>(),
    };
    start..start + length(&NAMES[index])
}

fn pieces() -> Vec<Piece> {
    let texts = (0..NAMES.len()).map(|index| (place(index), true));
    let tables = TABLES.map(|table| (table..table + 8, true));
    // What can be written never waits, whatever it holds.
    let all = texts.chain(tables).chain([(3000..3022, false)]);
    let pieces = all.map(|(place, read_only)| Piece {
        place,
        read_only,
        ended_by_zeros: false,
    });
    let mut pieces: Vec<Piece> = pieces.collect();
    pieces.sort_by_key(|piece| piece.place.start);
    pieces
}

/// A program that answers by number with the sum of a text's bytes.
fn program() -> Vec<u8> {
    let pad = padding();
    let word = |index: usize| {
        let bytes = place(index).start.to_le_bytes();
        bytes.map(|byte| format!("\\{byte:02x}")).concat()
    };
    let read = |index: usize| {
        let Range { start, end } = place(index);
        let length = end - start;
        format!("(call $read (i32.const {start}) (i32.const {length}))")
    };
    let by_table = |table: u32, length: usize| {
        format!("(call $read (i32.load (i32.const {table})) (i32.const {length}))")
    };
    let asks = [
        "first_own",
        "later_own",
        "pages_own",
        "later_shared",
        "pages_shared",
        "pages_common",
        "first_common",
        "pages_by_table",
        "first_by_table",
        "later_by_base",
        "pages_by_base",
        "pages_of_writable",
    ];
    let asks: String = asks
        .iter()
        .enumerate()
        .map(|(number, name)| {
            format!(
                "(if (i32.eq (local.get 0) (i32.const {number})) (then (return (call ${name}))))"
            )
        })
        .collect();
    wat::parse_str(format!(
        r#"(module
            (import "w" "load" (func $load (param i32)))
            (table 1 1 funcref)
            (memory 1)
            (export "memory" (memory 0))
            (export "needPart" (func $need_part))
            (export "ask" (func $ask))
            (data (i32.const {TEXTS}) "{texts}")
            (data (i32.const {IN_BYTES}) "{last}")
            (data (i32.const {of_pages}) "{page_one}{page_two}")
            (data (i32.const {of_all}) "{all_one}\00\00\00\00")
            (data (i32.const 3000) "what is not only read!")
            (func $need_part (param i32) (call $load (local.get 0)))
            (func $read (param $at i32) (param $left i32) (result i32) (local $sum i32)
                (loop $next
                    (local.set $sum (i32.add (local.get $sum) (i32.load8_u (local.get $at))))
                    (local.set $at (i32.add (local.get $at) (i32.const 1)))
                    (br_if $next (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
                (local.get $sum))
            (func $first_own (result i32) {first_own})
            (func $later_own (result i32) {pad} {later_own})
            (func $pages_own (result i32) {pad} {pages_own})
            (func $later_shared (result i32) {pad} {shared})
            (func $pages_shared (result i32) {pad} {shared})
            (func $first_common (result i32) {common})
            (func $pages_common (result i32) {pad} {common})
            (func $pages_by_table (result i32) {pad} {by_table_of_pages})
            (func $first_by_table (result i32) {by_table_of_all})
            (func $later_by_base (result i32) {pad}
                (i32.load8_u (i32.add (i32.mul (call $one) (i32.const 97)) (i32.const {base}))))
            (func $pages_by_base (result i32) {pad} {in_bytes})
            (func $pages_of_writable (result i32) {pad}
                (call $read (i32.const 3000) (i32.const 22)))
            (func $one (result i32) (i32.const 1))
            (func $ask (param i32) (result i32) {asks} (i32.const -1)))"#,
        texts = NAMES[..8].concat(),
        last = NAMES[8],
        of_pages = TABLES[0],
        of_all = TABLES[1],
        page_one = word(5),
        page_two = word(6),
        all_one = word(7),
        first_own = read(0),
        later_own = read(1),
        pages_own = read(2),
        shared = read(3),
        common = read(4),
        by_table_of_pages = by_table(TABLES[0] + 4, NAMES[6].len()),
        by_table_of_all = by_table(TABLES[1], NAMES[7].len()),
        base = place(8).start - 97,
        in_bytes = read(8),
    ))
    .unwrap()
}

fn parts() -> Parts {
    split(&program(), &pieces(), part_of).unwrap().unwrap()
}

/// What a module writes into the memory.
fn image(module: &[u8]) -> Image {
    super::check::read(module).unwrap().0
}

#[test]
fn a_text_is_in_the_first_part_that_uses_it() {
    let parts = parts();
    let images = Part::ALL.map(|part| image(&parts.modules[&part]));
    let of = [
        Part::First,
        Part::Later,
        Part::Pages,
        Part::Later,
        Part::First,
        Part::Pages,
        Part::Pages,
        Part::First,
        // By a number before its beginning.
        Part::Later,
    ];
    for (index, part) in of.into_iter().enumerate() {
        for (image, each) in images.iter().zip(Part::ALL) {
            let bytes = image.bytes(&place(index));
            let here = bytes == Some(NAMES[index].as_bytes());
            assert_eq!(here, each == part, "{}", NAMES[index]);
            let zeros = bytes.is_none_or(|bytes| bytes.iter().all(|byte| *byte == 0));
            assert_eq!(zeros, !here, "{}", NAMES[index]);
        }
    }
    assert_eq!(
        images[0].bytes(&(3000..3022)),
        Some(&b"what is not only read!"[..])
    );
    let length = |image: &Image| image.without_zeros().count();
    let whole = length(&image(&program()));
    assert_eq!(images.iter().map(length).sum::<usize>(), whole);
    for (image, (part, bytes)) in images.iter().zip(parts.data).skip(1) {
        assert_eq!(image.length(), bytes, "{part:?}");
    }
}

#[test]
fn a_text_before_its_use_is_found_out() {
    let whole = program();
    let mut parts = parts();
    assert!(check(&whole, &parts.modules).is_ok());
    let [later, pages] = [Part::Later, Part::Pages].map(|part| parts.modules[&part].clone());
    parts.modules.insert(Part::Later, pages);
    parts.modules.insert(Part::Pages, later);
    assert!(check(&whole, &parts.modules).is_err());
    parts.modules.remove(&Part::Pages);
    assert!(check(&whole, &parts.modules).is_err());
}

#[test]
fn data_that_an_instruction_asks_for_are_not_cut() {
    let pad = padding();
    let program = wat::parse_str(format!(
        r#"(module
            (table 1 funcref)
            (memory 1)
            (data $text "text")
            (func $need_part (param i32))
            (export "needPart" (func $need_part))
            (func $first (call $later_other)
                (memory.init $text (i32.const 0) (i32.const 0) (i32.const 4)))
            (export "first" (func $first))
            (func $later_other {pad}))"#
    ))
    .unwrap();
    assert!(split(&program, &pieces(), part_of).is_err());
    assert!(Image::read(Program::read(&program).unwrap().data).is_err());
}

/// Runs the parts in Node: they say what the whole says.
#[test]
fn the_parts_say_what_the_whole_says() {
    let folder = std::env::temp_dir().join(format!("trust-gap-texts-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("whole.wasm"), program()).unwrap();
    for (part, module) in &parts().modules {
        std::fs::write(folder.join(format!("{}.wasm", part.word())), module).unwrap();
    }
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/split/texts_tests.mjs");
    let output = Command::new("node").arg(script).arg(&folder).output();
    std::fs::remove_dir_all(&folder).unwrap();
    let output = output.expect("Node runs: the page's build needs it anyway");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
}
