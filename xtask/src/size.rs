//! `cargo xtask size`: what a visitor downloads.

use std::fs;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;

use crate::page;
use crate::problem::{Problem, Result};
use crate::project::Project;
use crate::run::announce;
use crate::toolbox::Toolbox;

/// All of the page's files together, in bytes, as a server sends them by brotli.
const BUDGET: usize = 240 * 1024;

/// One file's bytes: as it is, and by brotli.
#[derive(Debug)]
struct Size {
    name: String,
    raw: usize,
    sent: usize,
}

/// Builds the page and reports its sizes.
pub(crate) fn size(project: &Project) -> Result<()> {
    let tools = Toolbox::for_page(project)?;
    page::build(&tools)?;
    report(project)
}

/// Reports the sizes of the page that has been built, and fails if it has grown over the budget.
pub(crate) fn report(project: &Project) -> Result<()> {
    announce("What a visitor downloads, in bytes");
    let dist = project.dist();
    let mut sizes = Vec::new();
    for path in files_below(&dist)? {
        let bytes = fs::read(&path).map_err(|error| Problem::with_file(&path, &error))?;
        let sent = brotli_length(&bytes).map_err(|error| Problem::with_file(&path, &error))?;
        let name = path
            .strip_prefix(&dist)
            .unwrap_or(&path)
            .display()
            .to_string();
        sizes.push(Size {
            name,
            raw: bytes.len(),
            sent,
        });
    }
    let raw: usize = sizes.iter().map(|size| size.raw).sum();
    let sent: usize = sizes.iter().map(|size| size.sent).sum();
    println!("{:>9} {:>9}  file", "raw", "brotli");
    for size in &sizes {
        println!("{:>9} {:>9}  {}", size.raw, size.sent, size.name);
    }
    println!(
        "{raw:>9} {sent:>9}  all {} files; the budget is {BUDGET}",
        sizes.len()
    );
    within_budget(sizes.len(), sent)
}

fn within_budget(files: usize, sent: usize) -> Result<()> {
    if files == 0 {
        return Err(Problem::new(
            "dist holds no page.",
            "Look at what Trunk says above.",
        ));
    }
    if sent > BUDGET {
        return Err(Problem::new(
            format!("the page is {} bytes over its budget.", sent - BUDGET),
            "Look for the crate or feature that brought them (`cargo tree --no-default-features --features page`).",
        ));
    }
    Ok(())
}

/// The length by the setting that static servers compress with ahead of time.
fn brotli_length(mut bytes: &[u8]) -> std::io::Result<usize> {
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

    #[test]
    fn the_budget_is_kept_or_the_report_fails() {
        assert!(within_budget(1, BUDGET).is_ok());
        assert!(within_budget(1, BUDGET + 1).is_err());
        assert!(within_budget(0, 0).is_err());
    }

    #[test]
    fn brotli_makes_the_repetitive_short() {
        assert!(brotli_length(&[b'a'; 10_000]).unwrap() < 50);
    }
}
