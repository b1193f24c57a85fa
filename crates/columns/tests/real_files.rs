//! Reads every available published file with both readers.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

mod oracle;

use std::path::{Path, PathBuf};

use columns::{Accept, Keep, Projection};
use oracle::{Oracle, read};

/// `$TRUST_GAP_DATA`, or the folder beside the repository. `None` if it is missing.
fn data() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("TRUST_GAP_DATA").map_or(beside, PathBuf::from);
    let is_required = std::env::var_os("TRUST_GAP_DATA_REQUIRED").is_some_and(|value| value == "1");
    assert!(folder.is_dir() || !is_required, "{folder:?} is missing");
    folder.is_dir().then_some(folder)
}

fn csv_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            csv_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "csv") {
            found.push(path);
        }
    }
}

fn columns(bytes: &[u8]) -> usize {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).flexible(true).from_reader(bytes);
    let mut header = csv::ByteRecord::new();
    reader.read_byte_record(&mut header).unwrap();
    header.len()
}

/// Reads every column, in each form in turn, in chunks of a size.
fn check(bytes: &[u8], turn: usize, size: usize) {
    let forms = [
        Keep::Text,
        Keep::Words,
        Keep::Number(Accept::default()),
        Keep::Number(Accept {
            percent: true,
            ..Accept::default()
        }),
    ];
    let keep = |index| forms.get((index + turn) % forms.len()).copied();
    let columns = columns(bytes);
    let wanted: Vec<_> = (0..columns).map(|index| (index, keep(index).unwrap())).collect();
    let projection = Projection {
        delimiter: b',',
        columns,
        wanted: wanted.clone(),
    };
    let sizes = vec![size; bytes.len() / size];
    Oracle::of(bytes, b',', columns).check(&read(bytes, &sizes, projection), &wanted);
}

#[test]
fn published_files_are_read_as_the_csv_crate_reads_them() {
    let Some(folder) = data() else {
        println!("skipped: no folder of published files");
        return;
    };
    let mut files = Vec::new();
    csv_files(&folder, &mut files);
    assert!(!files.is_empty(), "{folder:?} has no file");
    for path in files {
        println!("{}", path.display());
        let bytes = std::fs::read(&path).unwrap();
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        for (turn, size) in [1000, 4096, 100_003, bytes.len().max(1)].into_iter().enumerate() {
            check(bytes, turn, size);
        }
    }
}
