//! Shorter names for what the program and its JavaScript share.
//!
//! wasm-bindgen names each function that either side has for the other after what it does, with a hash:
//! `__wbg_addEventListener_f2d27251d333a631`. Both files hold all those names, and hashes do not compress.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Reencode, utils};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Export, Import, Parser, Payload};

use super::Unsplittable;
use super::names::{Letters, identifiers};

/// What wasm-bindgen's own names begin with.
const GENERATED: [&str; 4] = ["__wb", "wasm_bindgen", "__externref", "__cast"];

/// The program's import module, shortened; `assets/boot.js` does not know it.
const MODULE: &str = "w";

/// The program and its JavaScript, with short names where wasm-bindgen's stood.
///
/// # Errors
///
/// When the bytes are not WebAssembly.
pub(super) fn shorten(program: &[u8], glue: &str) -> Result<(Vec<u8>, String), Unsplittable> {
    let names = Names::of(program, glue)?;
    let glue = identifiers(glue)
        .map(|token| names.identifiers.get(token).map_or(token, String::as_str))
        .collect::<String>();
    let glue = names.modules.iter().fold(glue, |glue, module| {
        glue.replace(&quoted(module), &quoted(MODULE))
    });
    Ok((names.written_into(program)?, glue))
}

#[derive(Debug, Default)]
struct Names {
    /// Short names by long ones. Imports and exports do not share any.
    identifiers: BTreeMap<String, String>,
    /// The modules whose name can be short: there is at most one.
    modules: Vec<String>,
}

impl Names {
    fn of(program: &[u8], glue: &str) -> Result<Self, Unsplittable> {
        let mut names = Self::default();
        let mut letters = Letters::default();
        for payload in Parser::new(0).parse_all(program) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        names.take(import.name, &mut letters);
                        names.take_module(import.module, glue);
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        names.take(export?.name, &mut letters);
                    }
                }
                _ => (),
            }
        }
        Ok(names)
    }

    fn take(&mut self, name: &str, letters: &mut Letters) {
        if GENERATED.iter().any(|start| name.starts_with(start))
            && !self.identifiers.contains_key(name)
        {
            self.identifiers
                .insert(name.to_owned(), letters.next_name());
        }
    }

    fn take_module(&mut self, module: &str, glue: &str) {
        if self.modules.is_empty() && glue.contains(&quoted(module)) {
            self.modules.push(module.to_owned());
        }
    }

    fn short<'a>(&'a self, name: &'a str) -> &'a str {
        self.identifiers.get(name).map_or(name, String::as_str)
    }

    /// The program with these names; every other section stays as it is.
    fn written_into(&self, program: &[u8]) -> Result<Vec<u8>, Unsplittable> {
        let mut module = Module::new();
        for payload in Parser::new(0).parse_all(program) {
            match payload? {
                Payload::ImportSection(section) => {
                    let mut imports = ImportSection::new();
                    for import in section.into_imports() {
                        self.write_import(&mut imports, import?)?;
                    }
                    module.section(&imports);
                }
                Payload::ExportSection(section) => {
                    let mut exports = ExportSection::new();
                    for export in section {
                        self.write_export(&mut exports, export?)?;
                    }
                    module.section(&exports);
                }
                payload => {
                    if let Some((id, range)) = payload.as_section() {
                        let data = super::bytes_at(program, range)?;
                        module.section(&RawSection { id, data });
                    }
                }
            }
        }
        Ok(module.finish())
    }

    fn write_import(
        &self,
        imports: &mut ImportSection,
        import: Import<'_>,
    ) -> Result<(), Unsplittable> {
        let is_short = self.modules.iter().any(|module| module == import.module);
        let short = Import {
            module: if is_short { MODULE } else { import.module },
            name: self.short(import.name),
            ..import
        };
        Ok(utils::parse_import(&mut Unchanged, imports, short)?)
    }

    fn write_export(
        &self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), Unsplittable> {
        let name = self.short(export.name);
        Ok(utils::parse_export(
            &mut Unchanged,
            exports,
            Export { name, ..export },
        )?)
    }
}

/// Indices as they are.
struct Unchanged;

impl Reencode for Unchanged {
    type Error = Unsplittable;
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}
