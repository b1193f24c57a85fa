//! The engine's times on files of the real size: `cargo xtask bench`.
//!
//! Speed is printed and never asserted, because the machine may be busy. Each group has a yardstick from the same run
//! and the same bytes: a scan that stops at every comma, quote and line end, which is the least that reading CSV byte
//! by byte can do. The ratio says more than either time, because a slower machine slows both.

#![allow(missing_docs, reason = "Criterion's macros make a public function without any")]

use std::hint::black_box;
use std::rc::Rc;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use trust_gap::demo::FullSize;
use trust_gap::layout::read_file;
use trust_gap::method::{Analysis, Rules, every_measure};
use trust_gap::model::{DataSet, Library};

/// A file's name and bytes.
type Named = (String, Vec<u8>);

criterion_group! {
    name = engine;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(4));
    targets = full_size
}
criterion_main!(engine);

/// Each step alone, then all of them.
fn full_size(criterion: &mut Criterion) {
    let files = FullSize::generate().files();
    for (group, file) in ["school-file", "group-links"].into_iter().zip(&files) {
        let (name, bytes) = file;
        beside_scan(criterion, group, std::slice::from_ref(file), || {
            read_file(name, black_box(bytes)).is_ok()
        });
    }
    let Some(data) = joined(&files) else {
        eprintln!("NOT JOINED: a file was not read");
        return;
    };
    beside_scan(criterion, "all-analyses", &files, || all_analyses(black_box(&data)));
    beside_scan(criterion, "whole-job", &files, || {
        joined(black_box(&files)).map(|data| all_analyses(&data))
    });
}

/// Times a task, and a scan of its files.
fn beside_scan<T>(criterion: &mut Criterion, name: &str, files: &[Named], task: impl Fn() -> T) {
    let mut group = criterion.benchmark_group(name);
    let bytes = files.iter().map(|(_, bytes)| bytes.len() as u64).sum();
    group.throughput(Throughput::Bytes(bytes));
    group.bench_function("engine", |bencher| bencher.iter(&task));
    group.bench_function("scan", |bencher| {
        bencher.iter(|| {
            let places = files.iter().map(|(_, bytes)| scan(black_box(bytes)));
            places.fold(0, usize::wrapping_add)
        });
    });
    group.finish();
}

fn joined(files: &[Named]) -> Option<Rc<DataSet>> {
    let mut library = Library::default();
    for (name, bytes) in files {
        library.add(read_file(name, bytes).ok()?);
    }
    library.newest()
}

/// Every measure for every group and the gap, under the Department's rules.
fn all_analyses(data: &DataSet) -> Vec<Analysis> {
    every_measure(data, &Rules::default()).unwrap_or_default()
}

/// Stops at every comma, quote and line end. The sum prevents the compiler from removing the stops.
fn scan(bytes: &[u8]) -> usize {
    memchr::memchr3_iter(b',', b'"', b'\n', bytes).fold(0, usize::wrapping_add)
}
