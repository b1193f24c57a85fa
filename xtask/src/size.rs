//! `cargo xtask size`: the size of what a visitor downloads.

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

/// What a visitor fetches for the first page, in bytes, as a server sends them by brotli.
const BUDGET: usize = 488 * 1024;

/// The files that are fetched after the first drawing, with the later part of the page's program: the demonstration's
/// earlier years, the service worker, and the files for installing the page.
const LATER: [&str; 4] = [
    "demonstration-earlier.bin",
    "icon-512.png",
    "manifest.webmanifest",
    "service-worker.js",
];

/// How the name of the program's later part begins (`xtask/parts`). The script that loads it comes with the first.
const LATER_PART: &str = "later-";

/// What of it is fetched then.
const LATER_BUDGET: usize = 340 * 1024;

/// The worker's program, which reads files and comes when the page is at rest. What it is today: the aim is 140 KB.
const WORKER_BUDGET: usize = 156 * 1024;

/// The name of a published column, which only a program that reads files contains.
const OF_READER: &[u8] = b"TRUST_LEADREGION";

/// How the names of the worker's files begin.
const WORKER: &str = "trust-gap-worker";

/// One file's bytes: uncompressed, by gzip and by brotli.
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
}

/// Builds the page and reports its sizes.
pub(crate) fn size(project: &Project) -> Result<()> {
    let tools = Toolbox::for_page(project)?;
    page::build(&tools)?;
    report(project)
}

/// Reports the sizes of the built page. Fails if it exceeds the budget.
pub(crate) fn report(project: &Project) -> Result<()> {
    announce("What a visitor downloads, in bytes");
    let sizes = sizes_in(&project.dist())?;
    println!("{:>9} {:>9} {:>9}  file", "raw", "gzip", "brotli");
    for size in &sizes {
        print_line(size.raw, size.gzip, size.brotli, &size.name);
    }
    see_that_only_the_worker_reads(&project.dist())?;
    let parts = parts(&sizes);
    for (what, files, budget) in &parts {
        print_sum(files, &format!("files of {what}; the budget is {budget}"));
    }
    for (what, files, budget) in &parts {
        within_budget(what, files, *budget)?;
    }
    Ok(())
}

/// Fails if the page contains the reader of files, which every visitor would then download.
fn see_that_only_the_worker_reads(dist: &Path) -> Result<()> {
    for path in files_below(dist)? {
        let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string();
        if !name.ends_with(".wasm") {
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| Problem::with_file(&path, &error))?;
        let reads = bytes.windows(OF_READER.len()).any(|part| part == OF_READER);
        if reads != name.starts_with(WORKER) {
            let what = if reads { "reads" } else { "does not read" };
            return Err(Problem::new(
                format!("{name} {what} files: the worker is to, and nobody else."),
                "Look at what the page calls of the crate `read`: data alone costs nothing.",
            ));
        }
    }
    Ok(())
}

/// Files that are fetched together: a name, the files, and the budget.
type Part<'a> = (&'static str, Vec<&'a Size>, usize);

/// The first page, what is fetched for later ones, and the worker's program.
fn parts(sizes: &[Size]) -> [Part<'_>; 3] {
    let (worker, page): (Vec<_>, Vec<_>) = sizes.iter().partition(|size| size.name.starts_with(WORKER));
    let is_later = |size: &&Size| {
        LATER.contains(&&*size.name) || size.name.starts_with(LATER_PART) && size.name.ends_with(".wasm")
    };
    let (later, first) = page.into_iter().partition(is_later);
    [
        ("the first page", first, BUDGET),
        ("what comes after it", later, LATER_BUDGET),
        ("the worker's program", worker, WORKER_BUDGET),
    ]
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
            format!("dist does not hold {what}."),
            "Look at what Trunk says above.",
        ));
    }
    let sent = brotli_sum(sizes);
    if sent > budget {
        return Err(Problem::new(
            format!("{what} is {} bytes over its budget.", sent - budget),
            "Look at what the last dependencies and features brought.",
        ));
    }
    Ok(())
}

/// The length after brotli, with the setting that static servers use.
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

/// The length after gzip at its best level.
fn gzip_length(bytes: &[u8]) -> io::Result<usize> {
    let mut sent = GzEncoder::new(Vec::new(), Compression::best());
    sent.write_all(bytes)?;
    Ok(sent.finish()?.len())
}

/// All files in a folder and its subfolders, by name.
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
        assert!(within_budget("it", &sizes, 100).is_ok());
        assert!(within_budget("it", &sizes, 99).is_err());
        assert!(within_budget("it", &[], 100).is_err());
    }

    #[test]
    fn a_page_that_reads_files_is_refused() {
        let top = std::env::temp_dir().join(format!("trust-gap-size-{}", std::process::id()));
        let mut outcomes = Vec::new();
        for (page, worker) in [("page", "reader"), ("reader", "reader"), ("page", "page")] {
            fs::create_dir_all(&top).unwrap();
            for (name, holds) in [("trust-gap-page-1_bg.wasm", page), ("trust-gap-worker_bg.wasm", worker)] {
                let reader: &[u8] = if holds == "reader" { OF_READER } else { b"" };
                let bytes = [b"asm", reader].concat();
                fs::write(top.join(name), bytes).unwrap();
            }
            outcomes.push(see_that_only_the_worker_reads(&top).is_ok());
            fs::remove_dir_all(&top).unwrap();
        }
        assert_eq!(outcomes, [true, false, false]);
    }

    #[test]
    fn the_worker_and_what_comes_later_are_counted_apart() {
        let names = [
            "index.html",
            LATER[0],
            "later-1.js",
            "later-1.wasm",
            "trust-gap-worker.js",
            "trust-gap-page-1.js",
            "worker.js",
        ];
        let sizes: Vec<Size> = names.iter().map(|name| size(name, 1)).collect();
        let counts = parts(&sizes).map(|(_, files, _)| files.len());
        assert_eq!(counts, [4, 2, 1]);
    }

    #[test]
    fn the_repetitive_is_short_when_sent() {
        let bytes = [b'a'; 10_000];
        assert!(brotli_length(&bytes).unwrap() < 50);
        assert!(gzip_length(&bytes).unwrap() < 100);
    }
}
