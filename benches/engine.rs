//! How long the engine takes on files of the real ones' size.
//!
//! Speed is printed and never asserted: a machine may be busy. Beside each time stands a yardstick,
//! taken in the same run on the same bytes: a scan that stops at every comma, quote and line end,
//! which is the least that reading CSV can do. The ratio of the two says more than either, since a
//! slower machine slows both.

use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use trust_gap::demo::FullSize;
use trust_gap::layout::read_file;
use trust_gap::method::{Analysis, Rules, every_measure};
use trust_gap::model::{DataSet, Library};

/// How often each is done; the middle of the times counts.
const RUNS: usize = 9;

fn main() {
    let started = Instant::now();
    let files = FullSize::generate().files();
    println!("made the files in {}", milliseconds(started.elapsed()));
    for (name, bytes) in &files {
        measure_reading(name, bytes);
    }
    measure_the_whole(&files);
}

/// Reads both files, joins them, and weights and ranks every measure for every group, beside a scan
/// of both.
fn measure_the_whole(files: &[(String, Vec<u8>)]) {
    let Some(data) = joined(files) else {
        println!("\nNOT JOINED: a file was not read");
        return;
    };
    let joining = median(|| {
        black_box(joined(black_box(files)));
    });
    let analysing = median(|| {
        black_box(all_analyses(black_box(&data)));
    });
    let scanning = median(|| {
        for (_, bytes) in files {
            black_box(scan(black_box(bytes)));
        }
    });
    let analyses = all_analyses(&data);
    let eligible = analyses.first().map_or(0, |analysis| analysis.all.eligible);
    println!("\nboth files, {eligible} eligible trusts");
    println!("  read and join             {}", milliseconds(joining));
    println!(
        "  weight and rank, {:>2} times {}",
        analyses.len(),
        milliseconds(analysing)
    );
    println!("  yardstick                 {}", milliseconds(scanning));
    println!(
        "  ratio                     {:10.1}",
        ratio(joining + analysing, scanning)
    );
}

fn joined(files: &[(String, Vec<u8>)]) -> Option<Rc<DataSet>> {
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

/// Reads a file several times and prints what came of it and how long it took.
fn measure_reading(name: &str, bytes: &[u8]) {
    // Whatever the engine makes of the file is timed: a refusal, too, has read something.
    let outcome = match read_file(name, bytes) {
        Ok(_) => "read".to_owned(),
        Err(error) => format!("NOT READ: {error}"),
    };
    let reading = median(|| {
        black_box(read_file(name, black_box(bytes)).is_ok());
    });
    let scanning = median(|| {
        black_box(scan(black_box(bytes)));
    });
    println!("\n{name}, {:.1} MB: {outcome}", megabytes(bytes.len()));
    println!("  read_file  {}", milliseconds(reading));
    println!("  yardstick  {}", milliseconds(scanning));
    println!("  ratio      {:10.1}", ratio(reading, scanning));
}

/// Stops at every comma, quote and line end; the sum keeps the stops from being left out.
fn scan(bytes: &[u8]) -> usize {
    memchr::memchr3_iter(b',', b'"', b'\n', bytes).fold(0, usize::wrapping_add)
}

/// The middle of the times that a task takes.
fn median(mut task: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let started = Instant::now();
            task();
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(RUNS / 2).copied().unwrap_or_default()
}

fn ratio(time: Duration, yardstick: Duration) -> f64 {
    time.as_secs_f64() / yardstick.as_secs_f64()
}

fn milliseconds(time: Duration) -> String {
    format!("{:10.2} ms", 1000.0 * time.as_secs_f64())
}

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
