//! Small programs, split, looked at and run.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use wasmparser::{Parser, Payload, Validator};

use super::bindings::shorten;
use super::{Part, Parts, split};

/// Pads a function over the size from which on it is worth a stand-in.
pub(super) fn padding() -> String {
    "(drop (i32.const 1234567))".repeat(20)
}

/// A program that counts in a global, keeps a sum in memory, and calls by name and by table.
fn program() -> Vec<u8> {
    let pad = padding();
    wat::parse_str(format!(
        r#"(module
            (type $unary (func (param i32) (result i32)))
            (import "w" "__wbg_load_0123456789abcdef" (func $load (param i32)))
            (import "w" "__wbg_seen_0123456789abcdef" (func $seen (param i32)))
            (table $table 4 4 funcref)
            (memory $memory 1)
            (global $calls (mut i32) (i32.const 0))
            (export "memory" (memory $memory))
            (export "needPart" (func $need_part))
            (export "direct" (func $direct))
            (export "of_page" (func $of_page))
            (export "by_table" (func $by_table))
            (export "calls" (func $calls_so_far))
            (elem (table $table) (i32.const 1) func $twice $later_plus_one $page_minus_one)
            (data (memory $memory) (i32.const 8) "\05\00\00\00")
            (func $need_part (param i32) (call $load (local.get 0)))
            (func $calls_so_far (result i32) (global.get $calls))
            (func $twice (type $unary) (i32.mul (local.get 0) (i32.const 2)))
            (func $only_later_calls_it (type $unary) {pad}
                (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
                (i32.add (local.get 0) (i32.load (i32.const 8))))
            (func $later_add (type $unary) {pad}
                (call $seen (local.get 0))
                (call $only_later_calls_it (call $twice (local.get 0))))
            (func $later_plus_one (type $unary) {pad}
                (i32.add (local.get 0) (i32.const 1)))
            (func $page_minus_one (type $unary) {pad}
                (i32.sub (local.get 0) (i32.const 1)))
            (func $page_add (type $unary) {pad}
                (call $later_for_pages (call $only_page_calls_it (local.get 0))))
            (func $only_page_calls_it (type $unary) {pad}
                (call $twice (local.get 0)))
            (func $later_for_pages (type $unary) {pad}
                (i32.add (local.get 0) (i32.load (i32.const 8))))
            (func $later_calls_page (type $unary) {pad}
                (call $page_add (local.get 0)))
            (func $of_page (type $unary)
                (i32.add (call $page_add (local.get 0))
                    (i32.add (call $later_for_pages (local.get 0)) (call $later_calls_page (local.get 0)))))
            (func $later_but_small (type $unary) (local.get 0))
            (func $direct (type $unary)
                (call $later_add (call $later_but_small (local.get 0))))
            (func $by_table (param i32 i32) (result i32)
                (call_indirect $table (type $unary) (local.get 0) (local.get 1))))"#
    ))
    .unwrap()
}

fn parts() -> Parts {
    split(&program(), &[], part_of).unwrap().unwrap()
}

pub(super) fn part_of(name: &str) -> Part {
    if name.starts_with("later") {
        Part::Later
    } else if name.starts_with("page") {
        Part::Pages
    } else {
        Part::First
    }
}

/// The names of a part's functions.
fn names_in(parts: &Parts, part: Part) -> Vec<&str> {
    let functions = parts.functions.iter();
    let own = functions.filter(|weight| weight.part == part);
    own.map(|weight| weight.name.as_str()).collect()
}

fn functions_in(module: &[u8]) -> usize {
    Parser::new(0)
        .parse_all(module)
        .filter(|payload| matches!(payload, Ok(Payload::CodeSectionEntry(_))))
        .count()
}

fn exports_of(module: &[u8]) -> BTreeSet<String> {
    Parser::new(0)
        .parse_all(module)
        .filter_map(|payload| match payload.unwrap() {
            Payload::ExportSection(section) => Some(section),
            _ => None,
        })
        .flatten()
        .map(|export| export.unwrap().name.to_owned())
        .collect()
}

/// Module and name of each import.
fn imports_of(module: &[u8]) -> Vec<(String, String)> {
    Parser::new(0)
        .parse_all(module)
        .filter_map(|payload| match payload.unwrap() {
            Payload::ImportSection(section) => Some(section.into_imports()),
            _ => None,
        })
        .flatten()
        .map(|import| import.unwrap())
        .map(|import| (import.module.to_owned(), import.name.to_owned()))
        .collect()
}

#[test]
fn what_is_named_for_a_part_and_what_only_that_calls_is_in_it() {
    let parts = parts();
    assert_eq!(
        names_in(&parts, Part::Later),
        [
            "only_later_calls_it",
            "later_add",
            "later_plus_one",
            "later_for_pages",
            "later_calls_page"
        ]
    );
    assert_eq!(
        names_in(&parts, Part::Pages),
        ["page_minus_one", "page_add", "only_page_calls_it"]
    );
}

#[test]
fn the_parts_fit_together() {
    let parts = parts();
    let [first, later, pages] = Part::ALL.map(|part| &parts.modules[&part]);
    assert_eq!(functions_in(later), 5);
    assert_eq!(functions_in(pages), 3);
    // Those that stay, and stand-ins of the functions called by name from another part, or by the table.
    assert_eq!(functions_in(first), 7 + 6);
    let exports = exports_of(first);
    for (module, name) in imports_of(later).into_iter().chain(imports_of(pages)) {
        assert_eq!(module, "p");
        assert!(exports.contains(&name), "{name} of {exports:?}");
    }
    for own in [
        "memory", "needPart", "direct", "by_table", "of_page", "calls",
    ] {
        assert!(exports.contains(own), "{own}");
    }
}

#[test]
fn the_parts_have_no_names() {
    let parts = parts();
    for module in parts.modules.values() {
        let mut payloads = Parser::new(0).parse_all(module);
        assert!(!payloads.any(|payload| matches!(payload, Ok(Payload::CustomSection(_)))));
    }
}

#[test]
fn a_program_that_cannot_fetch_a_later_part_stays_whole() {
    let whole = wat::parse_str("(module (func $later_add) (export \"a\" (func $later_add)))");
    assert!(
        split(&whole.unwrap(), &[], |_| Part::Later)
            .unwrap()
            .is_none()
    );
}

#[test]
fn a_program_of_which_nothing_can_wait_stays_whole() {
    assert!(split(&program(), &[], |_| Part::First).unwrap().is_none());
}

#[test]
fn what_is_unknown_is_refused() {
    let program = wat::parse_str(
        r#"(module
            (import "w" "memory" (memory 1))
            (func $need_part (param i32))
            (export "needPart" (func $need_part)))"#,
    );
    assert!(split(&program.unwrap(), &[], |_| Part::Later).is_err());
    assert!(split(b"no program", &[], |_| Part::Later).is_err());
}

#[test]
fn users_of_passive_data_stay() {
    let pad = padding();
    let program = wat::parse_str(format!(
        r#"(module
            (table 1 funcref)
            (memory 1)
            (data $text "text")
            (func $need_part (param i32))
            (export "needPart" (func $need_part))
            (func $first (call $later_copy) (call $later_other))
            (export "first" (func $first))
            (func $later_copy {pad} (memory.init $text (i32.const 0) (i32.const 0) (i32.const 4)))
            (func $later_other {pad}))"#
    ))
    .unwrap();
    let parts = split(&program, &[], part_of).unwrap().unwrap();
    assert_eq!(names_in(&parts, Part::Later), ["later_other"]);
}

#[test]
fn names_between_the_program_and_its_javascript_are_short() {
    let glue = r#"const a = { __wbg_load_0123456789abcdef: f, __wbg_seen_0123456789abcdef() {} };
        const __wbg_load = { "w": a };"#;
    let (program, glue) = shorten(&program(), glue).unwrap();
    Validator::new().validate_all(&program).unwrap();
    assert_eq!(
        glue,
        r#"const a = { a: f, b() {} };
        const __wbg_load = { "w": a };"#
    );
    let names: Vec<String> = imports_of(&program)
        .into_iter()
        .map(|(_, name)| name)
        .collect();
    assert_eq!(names, ["a", "b"]);
    assert!(exports_of(&program).contains("needPart"));
}

/// Runs the parts in Node: fetched by the first call of each kind, they do together what the whole does.
#[test]
fn the_parts_do_together_what_the_whole_does() {
    let folder = std::env::temp_dir().join(format!("trust-gap-split-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let parts = parts();
    std::fs::write(folder.join("whole.wasm"), program()).unwrap();
    for (part, module) in &parts.modules {
        std::fs::write(folder.join(format!("{}.wasm", part.word())), module).unwrap();
    }
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/split/tests.mjs");
    let output = Command::new("node").arg(script).arg(&folder).output();
    std::fs::remove_dir_all(&folder).unwrap();
    let output = output.expect("Node runs: the page's build needs it anyway");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
}
