//! Checks that time and memory grow no faster than the number of schools: `cargo xtask bench`.
//!
//! The whole job runs on made-up files of 10,000, 100,000 and 1,000,000 schools. Each run is a process of its own, this
//! program started again with a number, so that its peak of memory is its own. The file is in memory while it is read,
//! and is part of the peak. Options: `--short` leaves out the largest file, and `--json PATH` also writes the results
//! to a file.

use std::fmt::Write as _;
use std::fs;
use std::process::{Command, ExitCode};
use std::rc::Rc;
use std::time::Instant;

use trust_gap::layout::{GROUP_SUFFIXES, read_file};
use trust_gap::method::{IntervalChoices, Judgement, Measured, Rules};
use trust_gap::model::{Basis, Library};
use trust_gap::terms::{Authority, Focus, Measure};

/// How many columns a made-up school file has.
const COLUMNS: usize = 60;

/// How many schools a made-up trust has.
const SCHOOLS_IN_TRUST: usize = 5;

/// Numbers of schools, and how often each is run. The median time counts.
const SIZES: [(usize, usize); 3] = [(10_000, 7), (100_000, 5), (1_000_000, 3)];

/// The option that makes this process do the job once.
const ONCE: &str = "--once";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let after = |option: &str| {
        let place = words.iter().position(|word| word == option)?;
        words.get(place + 1).map(String::as_str)
    };
    let outcome = match after(ONCE).and_then(|schools| schools.parse().ok()) {
        Some(schools) => once(schools),
        None => all(words.iter().any(|word| word == "--short"), after("--json")),
    };
    match outcome {
        Some(()) => ExitCode::SUCCESS,
        None => {
            eprintln!("growth: a made-up file was not read, or this program could not start itself");
            ExitCode::FAILURE
        }
    }
}

/// What a run cost for each school.
#[derive(Debug, Clone, Copy)]
struct Cost {
    nanoseconds: f64,
    /// Highest resident memory minus the process's memory before the files were made. `None` if the system does not
    /// report it.
    bytes: Option<f64>,
}

/// Measures every size and prints how the costs compare.
fn all(short: bool, json: Option<&str>) -> Option<()> {
    let left_out = usize::from(short);
    println!("    schools   time a school   peak memory a school");
    let mut costs = Vec::new();
    for &(schools, runs) in SIZES.iter().take(SIZES.len() - left_out) {
        let cost = middle_of(schools, runs)?;
        let bytes = cost
            .bytes
            .map_or("not told here".to_owned(), |bytes| format!("{bytes:.0} B"));
        println!("{schools:>11} {:>12.0} ns {bytes:>22}", cost.nanoseconds);
        costs.push((schools, cost));
    }
    let ((least, first), (most, last)) = (*costs.first()?, *costs.last()?);
    let time = last.nanoseconds / first.nanoseconds;
    let memory = last.bytes.zip(first.bytes).map(|(last, first)| last / first);
    let words = memory.map_or("not told here".to_owned(), |ratio| format!("{ratio:.2}"));
    println!("{most} to {least}: time {time:.2}, memory {words}");
    if let Some(path) = json {
        let memory = memory.map_or("null".to_owned(), |ratio| ratio.to_string());
        let bytes = last.bytes.map_or("null".to_owned(), |bytes| bytes.to_string());
        let text = format!(
            "{{\"from\":{least},\"to\":{most},\"time_ratio\":{time},\"memory_ratio\":{memory},\
             \"nanoseconds\":{},\"bytes\":{bytes}}}\n",
            last.nanoseconds
        );
        fs::write(path, text).ok()?;
    }
    Some(())
}

/// Runs the job several times on this many schools. Returns the median costs.
fn middle_of(schools: usize, runs: usize) -> Option<Cost> {
    let mut nanoseconds = Vec::new();
    let mut bytes = Vec::new();
    for _ in 0..runs {
        let cost = in_own_process(schools)?;
        nanoseconds.push(cost.nanoseconds);
        bytes.extend(cost.bytes);
    }
    Some(Cost {
        nanoseconds: middle(nanoseconds)?,
        bytes: middle(bytes),
    })
}

fn middle(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_unstable_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied()
}

fn in_own_process(schools: usize) -> Option<Cost> {
    let program = std::env::current_exe().ok()?;
    let output = Command::new(program).args([ONCE, &schools.to_string()]).output().ok()?;
    let told = String::from_utf8(output.stdout).ok()?;
    let mut numbers = told.split_whitespace();
    Some(Cost {
        nanoseconds: numbers.next()?.parse().ok()?,
        bytes: numbers.next().and_then(|bytes| bytes.parse().ok()),
    })
}

/// Runs the job once, and prints the cost for each school: nanoseconds, and bytes if known.
fn once(schools: usize) -> Option<()> {
    let before = status("VmRSS");
    let (school_file, links) = (school_file(schools), group_links(schools));
    let (started, used) = (Instant::now(), processor_time());
    let ranked = job(&school_file, &links)?;
    let nanoseconds = match used.zip(processor_time()) {
        Some((before, after)) => after - before,
        None => started.elapsed().as_nanos() as f64,
    };
    let peak = status("VmHWM");
    // Every school has every value, so there is as much work as possible.
    let expected = Measure::COUNT * Focus::ALL.len() * schools.div_ceil(SCHOOLS_IN_TRUST);
    if ranked < expected / 2 {
        return None;
    }
    let each = |cost: f64| cost / schools as f64;
    print!("{}", each(nanoseconds));
    if let Some((before, peak)) = before.zip(peak) {
        print!(" {}", each(peak - before));
    }
    println!();
    Some(())
}

/// Reads and joins both files, judges the trusts, and weights and ranks every measure for every group. Returns the
/// number of ranks. Each analysis is dropped before the next is made, as on the page.
fn job(school_file: &[u8], links: &[u8]) -> Option<usize> {
    let mut library = Library::default();
    library.add(read_file("england_ks4final_2022-23.csv", school_file).ok()?);
    library.add(read_file("group_links.csv", links).ok()?);
    let data = library.newest()?;
    let rules = Rules::default();
    let judgement = Rc::new(Judgement::new(&data, &rules).ok()?);
    let mut ranks = 0;
    for measure in data.measures(Basis::Computed) {
        let measured = Measured::new(&judgement, measure).ok()?;
        for focus in Focus::ALL {
            let analysis = measured
                .analysis(focus, rules.regional, &[], &IntervalChoices::default())
                .ok()?;
            let trusts = analysis.trusts.iter();
            ranks += trusts.filter(|trust| trust.rank().is_some()).count();
        }
    }
    Some(ranks)
}

/// The processor time of this process, which has one thread, in nanoseconds, if the system reports it. Unlike a clock,
/// it stops while other processes run.
fn processor_time() -> Option<f64> {
    let text = fs::read_to_string("/proc/self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok()
}

/// A figure that Linux reports about this process, in bytes.
fn status(name: &str) -> Option<f64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(1024.0 * kilobytes)
}

/// A school file with the columns that the method needs and others, [`COLUMNS`] in all. Rows are short, so that the
/// engine still opens a file of a million schools.
fn school_file(schools: usize) -> Vec<u8> {
    let mut head: Vec<String> = ["RECTYPE", "LEA", "URN", "SCHNAME", "NFTYPE"]
        .map(str::to_owned)
        .to_vec();
    head.extend(["TPUP", "TFSM6CLA1A", "TNOTFSM6CLA1A"].map(str::to_owned));
    head.extend(GROUP_SUFFIXES.map(|(_, suffix)| format!("P8PUP{suffix}")));
    for measure in Measure::ALL {
        let names = measure.columns().school_file;
        head.extend(names.into_iter().flatten().map(str::to_owned));
    }
    head.extend((head.len()..COLUMNS).map(|place| format!("FILL_{place}")));
    let mut text = String::with_capacity(240 * (schools + 1));
    text.push_str(&head.join(","));
    for school in 0..schools {
        write_school(&mut text, school);
    }
    text.push('\n');
    text.into_bytes()
}

fn write_school(text: &mut String, school: usize) {
    let authorities = Authority::ALL.len();
    // Neighbours are in one trust and, except for the last, in one authority.
    let authority = Authority::ALL.get(school / (4 * SCHOOLS_IN_TRUST) % authorities);
    let code = authority.map_or(0, |authority| authority.code);
    let pupils = 60 + school * 7 % 180;
    let poor = pupils / 4;
    let others = pupils - poor;
    // Writing into memory cannot fail.
    let _ = write!(
        text,
        "\n1,{code},{},S{school},ACC,{pupils},{poor},{others},{pupils},{poor},{others}",
        urn(school)
    );
    let step = school * 31 % 40;
    for measure in Measure::ALL {
        for (place, below) in [5, 15, 0].into_iter().enumerate() {
            let level = 25 + step - below + place;
            let _ = match measure {
                Measure::Attainment8 => write!(text, ",{level}.{}", school % 10),
                Measure::Progress8 => write!(text, ",-0.{level}"),
                Measure::EbaccAps => write!(text, ",{}.{level}", 1 + school % 8),
                _ => write!(text, ",{level}%"),
            };
        }
    }
    for place in 35..COLUMNS {
        let _ = write!(text, ",{}", school * place % 100);
    }
}

fn group_links(schools: usize) -> Vec<u8> {
    let mut text = String::with_capacity(60 * (schools + 1));
    text.push_str("URN,Group UID,Group Name,Group Type,Joined date");
    for school in 0..schools {
        let trust = school / SCHOOLS_IN_TRUST;
        // Writing into memory cannot fail.
        let _ = write!(
            text,
            "\n{},{trust},T{trust},Multi-academy trust,{:02}-09-{}",
            urn(school),
            1 + school % 28,
            2012 + school % 8
        );
    }
    text.push('\n');
    text.into_bytes()
}

const fn urn(school: usize) -> usize {
    100_000 + school
}
