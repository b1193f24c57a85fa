//! `cargo xtask size`: what a visitor downloads.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::page;
use crate::problem::{Problem, Result};
use crate::project::Project;
use crate::run::announce;
use crate::toolbox::Toolbox;

/// All that a visitor of the first page downloads, files and worker included, in bytes, as a server sends them by
/// brotli.
const BUDGET: usize = 240 * 1024;

/// What a visitor waits for before the first chart, in the same bytes.
const FIRST_BUDGET: usize = 180 * 1024;

/// How the names of the files begin that are fetched when the first chart is drawn, or later.
const AFTER_FIRST_CHART: [&str; 2] = ["later-", "worker"];

/// How the names of the files begin that are fetched when the user begins to do something.
const ON_DEMAND: [&str; 2] = ["pages", "datasets"];

/// One file's bytes: as it is, by gzip and by brotli.
#[derive(Debug)]
struct Size {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(name: String, bytes: &[u8]) -> io::Result<Self> {
        Ok(Self {
            name,
            raw: bytes.len(),
            gzip: gzip_length(bytes)?,
            brotli: brotli_length(bytes)?,
        })
    }

    fn is_first(&self) -> bool {
        !AFTER_FIRST_CHART
            .iter()
            .any(|start| self.name.starts_with(start))
            && self.is_first_load()
    }

    fn is_first_load(&self) -> bool {
        !ON_DEMAND.iter().any(|start| self.name.starts_with(start))
    }
}

/// Builds the page and reports its sizes.
pub(crate) fn size(project: &Project) -> Result<()> {
    let tools = Toolbox::for_page(project)?;
    page::build(&tools)?;
    report(project)
}

/// Reports the sizes of the page that has been built, and fails if it has grown over a budget.
pub(crate) fn report(project: &Project) -> Result<()> {
    announce("What a visitor downloads, in bytes");
    let sizes = sizes_in(&project.dist())?;
    println!("{:>9} {:>9} {:>9}  file", "raw", "gzip", "brotli");
    for size in &sizes {
        print_line(size.raw, size.gzip, size.brotli, &size.name);
    }
    let all: Vec<&Size> = sizes.iter().collect();
    let load: Vec<&Size> = sizes.iter().filter(|size| size.is_first_load()).collect();
    let first: Vec<&Size> = sizes.iter().filter(|size| size.is_first()).collect();
    let within = |what: &str, budget| format!("{what}; the budget is {budget}");
    print_sum(
        &first,
        &within("files before the first chart", FIRST_BUDGET),
    );
    print_sum(&load, &within("files of the first load", BUDGET));
    print_sum(
        &all,
        "files with what is fetched when the user begins to do something",
    );
    within_budget("what comes before the first chart", &first, FIRST_BUDGET)?;
    within_budget("the first load", &load, BUDGET)
}

/// The files of a built page, by name.
fn sizes_in(folder: &Path) -> Result<Vec<Size>> {
    let mut sizes = Vec::new();
    for path in files_below(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path);
        let name = name.display().to_string();
        let size = fs::read(&path).and_then(|bytes| Size::of(name, &bytes));
        sizes.push(size.map_err(|error| Problem::with_file(&path, &error))?);
    }
    Ok(sizes)
}

fn print_sum(sizes: &[&Size], what: &str) {
    let raw = sizes.iter().map(|size| size.raw).sum();
    let gzip = sizes.iter().map(|size| size.gzip).sum();
    let note = format!("{} {what}", sizes.len());
    print_line(raw, gzip, brotli_sum(sizes), &note);
}

fn print_line(raw: usize, gzip: usize, brotli: usize, what: &str) {
    println!("{raw:>9} {gzip:>9} {brotli:>9}  {what}");
}

fn brotli_sum(sizes: &[&Size]) -> usize {
    sizes.iter().map(|size| size.brotli).sum()
}

fn within_budget(what: &str, sizes: &[&Size], budget: usize) -> Result<()> {
    if sizes.is_empty() {
        return Err(Problem::new(
            "dist holds no page.",
            "Look at what Trunk says above.",
        ));
    }
    let sent = brotli_sum(sizes);
    if sent > budget {
        return Err(Problem::new(
            format!("{what} is {} bytes over its budget.", sent - budget),
            "`cargo xtask bytes` shows what each room and crate takes; xtask/src/split/list.rs says what can wait.",
        ));
    }
    Ok(())
}

/// The length by the setting that static servers compress with ahead of time.
fn brotli_length(mut bytes: &[u8]) -> io::Result<usize> {
    let setting = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut sent = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut sent, &setting)?;
    Ok(sent.len())
}

/// The length by gzip's best.
fn gzip_length(bytes: &[u8]) -> io::Result<usize> {
    let mut sent = GzEncoder::new(Vec::new(), Compression::best());
    sent.write_all(bytes)?;
    Ok(sent.finish()?.len())
}

/// All files in a folder and the folders in it, by name.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let unreadable = |error| Problem::with_file(folder, &error);
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        entries.push(entry.map_err(unreadable)?.path());
    }
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        if entry.is_dir() {
            files.append(&mut files_below(&entry)?);
        } else {
            files.push(entry);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(name: &str, brotli: usize) -> Size {
        Size {
            name: name.to_owned(),
            raw: 0,
            gzip: 0,
            brotli,
        }
    }

    #[test]
    fn a_budget_is_kept_or_the_report_fails() {
        let sizes = [size("a", 60), size("b", 40)];
        let sizes: Vec<&Size> = sizes.iter().collect();
        assert!(within_budget("the page", &sizes, 100).is_ok());
        assert!(within_budget("the page", &sizes, 99).is_err());
        assert!(within_budget("the page", &[], 100).is_err());
    }

    #[test]
    fn the_later_part_and_the_worker_come_after_the_first_chart() {
        for (name, first, load) in [
            ("first-1.wasm", true, true),
            ("index.html", true, true),
            ("later-2.wasm", false, true),
            ("worker.js", false, true),
            ("pages-3.wasm", false, false),
            ("datasets.json", false, false),
            ("pages.css", false, false),
        ] {
            let size = size(name, 0);
            assert_eq!(
                (size.is_first(), size.is_first_load()),
                (first, load),
                "{name}"
            );
        }
    }

    #[test]
    fn the_repetitive_is_short_when_sent() {
        let bytes = [b'a'; 10_000];
        assert!(brotli_length(&bytes).unwrap() < 50);
        assert!(gzip_length(&bytes).unwrap() < 100);
    }
}
