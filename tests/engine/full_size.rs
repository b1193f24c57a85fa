//! The full-size demonstration files: as large and as irregular as the published ones, the same everywhere, and clearly
//! made up.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of tests may stop the test"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use crate::support::shared;
use trust_gap::demo::{Demonstration, FullSize};
use trust_gap::layout::read_file;
use trust_gap::method::{Level, Reason, RegionalRule, Rules, analyse};
use trust_gap::model::{Basis, Library};
use trust_gap::terms::{AcademicYear, Focus, Measure, Region, SchoolType, Urn};

/// Made once: it takes a while without optimisations.
static FILES: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| {
    let full = FullSize::generate();
    [full.school_file(), full.group_links()]
});

/// The rows of a file, the header first, however many cells each has.
fn rows(bytes: &[u8]) -> Vec<csv::ByteRecord> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes)
        .byte_records()
        .map(Result::unwrap)
        .collect()
}

fn text(cell: &[u8]) -> String {
    String::from_utf8(cell.to_vec()).unwrap()
}

/// The place of a column in the header.
fn column(header: &csv::ByteRecord, name: &str) -> usize {
    let mut names = header.iter();
    names.position(|cell| cell == name.as_bytes()).unwrap()
}

/// The checksum FNV-1a, 64 bits.
fn checksum(bytes: &[u8]) -> String {
    let sum = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |sum, &byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{sum:016x}")
}

#[test]
fn the_same_bytes_come_out_everywhere() {
    let [schools, links] = &*FILES;
    // A difference here means that the data set has changed. Earlier times are then not comparable.
    assert_eq!(
        [checksum(schools), checksum(links)],
        ["51217fbdcc2a1456", "c4db4ac69949bbe5"].map(str::to_owned)
    );
}

#[test]
fn the_files_are_as_large_as_the_real_ones() {
    let [schools, links] = &*FILES;
    assert!((11_000_000..13_000_000).contains(&schools.len()));
    assert!((3_500_000..4_500_000).contains(&links.len()));
    assert!((19_500..20_500).contains(&rows(links).len()));
}

#[test]
fn every_kind_of_row_has_its_number_of_columns() {
    let [schools, _] = &*FILES;
    let rows = rows(schools);
    assert_eq!(rows[0].len(), 515);
    let mut counts: BTreeMap<(String, usize), usize> = BTreeMap::new();
    for row in &rows[1..] {
        *counts.entry((text(&row[0]), row.len())).or_default() += 1;
    }
    let kind = |kind: &str, columns: usize| counts.get(&(kind.to_owned(), columns)).copied();
    // Mainstream and special schools, authorities with schools and without, and England.
    assert_eq!(kind("1", 515).unwrap() + kind("2", 515).unwrap(), 5_700, "{counts:?}");
    assert_eq!([kind("4", 515), kind("4", 26)], [Some(18), Some(2)]);
    assert_eq!([kind("5", 514), kind("7", 514)], [Some(1), Some(1)]);
    assert_eq!(counts.len(), 6, "{counts:?}");
}

#[test]
fn the_school_file_has_the_columns_of_the_small_one_and_made_up_ones() {
    let [schools, _] = &*FILES;
    let demonstration = Demonstration::generate();
    let newest = *demonstration.years().last().unwrap();
    let small = demonstration.school_file(newest);
    let small: Vec<&str> = small.lines().next().unwrap().split(',').collect();
    let rows = rows(schools);
    let full: Vec<String> = rows[0].iter().map(text).collect();
    let (fillers, known): (Vec<String>, Vec<String>) = full.into_iter().partition(|name| name.starts_with("FILL_"));
    assert_eq!(known, small);
    let fillers: BTreeSet<String> = fillers.into_iter().collect();
    assert_eq!(fillers.len(), 515 - known.len());
}

#[test]
fn cells_are_as_various_as_the_real_ones() {
    let [schools, _] = &*FILES;
    let rows = rows(schools);
    let has = |wanted: &dyn Fn(&[u8]) -> bool| {
        let fillers = rows[1..].iter().flat_map(csv::ByteRecord::iter);
        fillers.filter(|cell| wanted(cell)).count()
    };
    for code in ["SUPP", "NE", "NP", "LOWCOV", ""] {
        assert!(has(&|cell| cell == code.as_bytes()) > 100, "{code}");
    }
    assert!(has(&|cell| cell.ends_with(b"%")) > 100_000);
    assert!(has(&|cell| cell.contains(&b',')) > 1_000);
}

#[test]
fn multi_academy_trusts_are_1400_and_no_school_is_in_two() {
    let [schools, links] = &*FILES;
    let links = rows(links);
    let [urn, uid, kind, joined, name] =
        ["URN", "Group UID", "Group Type", "Joined date", "Group Name"].map(|name| column(&links[0], name));
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut trusts = BTreeSet::new();
    let mut members = BTreeSet::new();
    let mut accents = 0;
    for row in &links[1..] {
        *kinds.entry(text(&row[kind])).or_default() += 1;
        let date = &row[joined];
        let shape: Vec<bool> = date.iter().map(u8::is_ascii_digit).collect();
        assert_eq!((date[2], date[5], shape.len()), (b'-', b'-', 10));
        if &row[kind] == b"Multi-academy trust" {
            trusts.insert(text(&row[uid]));
            assert!(members.insert(text(&row[urn])), "{row:?}");
            accents += usize::from(row[name].contains(&0xC9));
        }
    }
    assert_eq!(trusts.len(), 1_400);
    assert!(accents > 100, "{accents}");
    for (kind, least) in [
        ("Multi-academy trust", 8_000),
        ("School sponsor", 6_000),
        ("Single-academy trust", 900),
        ("Federation", 900),
        ("Trust", 500),
        ("Children's Centres Group", 1_400),
    ] {
        assert!(kinds.remove(kind) > Some(least), "{kind}");
    }
    assert_eq!(kinds, BTreeMap::new());
    // Most members have no results here, being primary schools.
    let schools = rows(schools);
    let urn = column(&schools[0], "URN");
    let with_results: BTreeSet<String> = schools[1..]
        .iter()
        .filter_map(|row| row.get(urn))
        .map(text)
        .filter(|urn| !urn.is_empty())
        .collect();
    assert_eq!(with_results.len(), 5_700);
    let both = members.intersection(&with_results).count();
    assert!((3_000..5_000).contains(&both), "{both}");
}

#[test]
fn no_number_and_no_name_is_a_real_one() {
    let Some(path) = shared("gias/group_links_2022-03.csv") else {
        return;
    };
    let real = rows(&std::fs::read(path).unwrap());
    let cells = |file: &[csv::ByteRecord], name: &str| -> BTreeSet<String> {
        let place = column(&file[0], name);
        file[1..]
            .iter()
            .map(|row| String::from_utf8_lossy(&row[place]).into_owned())
            .collect()
    };
    let [_, links] = &*FILES;
    let made_up = rows(links);
    for name in ["URN", "Group UID", "Group Name", "EstablishmentName"] {
        let (real, made_up) = (cells(&real, name), cells(&made_up, name));
        assert_eq!(real.intersection(&made_up).next(), None, "{name}");
    }
    let names = cells(&made_up, "EstablishmentName");
    assert!(names.len() > 9_000, "{}", names.len());
}

#[test]
fn the_program_writes_the_same_two_files() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("demo-full");
    let output = Command::new(env!("CARGO_BIN_EXE_trust-gap"))
        .args(["demo", "--full"])
        .arg(&folder)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let written: Vec<String> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    let names = ["england_ks4final.csv", "group_links.csv"];
    let paths = names.map(|name| folder.join(name));
    assert_eq!(written, paths.each_ref().map(|path| path.display().to_string()));
    for (path, expected) in paths.iter().zip(&*FILES) {
        // Not assert_eq: it would print megabytes.
        assert!(std::fs::read(path).unwrap() == *expected, "{}", path.display());
    }
}

/// Both files as the engine reads them, under the names by which they are downloaded.
fn library() -> Library {
    let mut library = Library::default();
    for (name, bytes) in ["england_ks4final.csv", "group_links.csv"].iter().zip(&*FILES) {
        let file = read_file(name, bytes).unwrap();
        let records = &file.records;
        assert_eq!((records.problems.first(), records.more_problems), (None, 0));
        library.add(file);
    }
    library
}

#[test]
fn the_files_read_weigh_and_rank() {
    let library = library();
    assert_eq!(library.years(), [AcademicYear::ending(2023)]);
    let data = library.newest().unwrap();
    assert_eq!(data.measures(Basis::Computed).len(), Measure::COUNT);
    let schools = &data.schools.as_ref().unwrap().schools;
    assert_eq!(schools.len(), 5_700);
    let joins = data.joins().unwrap();
    assert_eq!(joins.joined + joins.without_link, 5_700);
    let analysis = analyse(&data, &Rules::default()).unwrap();
    // Counted by a program of another kind over the same two files.
    assert_eq!(analysis.all.eligible, 203);
    assert_eq!((analysis.trusts.len(), analysis.regions.len()), (203, 9));
    // Every trust and every school has one verdict.
    let (trusts, left_out): (Vec<_>, Vec<_>) = analysis
        .excluded
        .iter()
        .partition(|exclusion| exclusion.level == Level::Trust);
    assert_eq!(analysis.trusts.len() + trusts.len(), 1_400);
    let counted = analysis.trusts.iter().flat_map(|trust| trust.schools.iter());
    let mut urns: BTreeSet<Urn> = counted.map(|school| school.urn).collect();
    assert_eq!(urns.len() + left_out.len(), 5_700);
    urns.extend(left_out.iter().map(|exclusion| exclusion.urn.unwrap()));
    assert_eq!(urns.len(), 5_700);
    // Special academies of trusts do not count.
    let special = Reason::TypeDoesNotCount(SchoolType::Special);
    let special = left_out
        .iter()
        .filter(|exclusion| exclusion.uid.is_some() && exclusion.reason == special);
    assert_eq!(special.count(), 141);
    for trust in &analysis.trusts {
        assert!(trust.schools.len() >= 3, "{}", trust.name);
        assert!(trust.schools.iter().all(|school| school.years >= Some(3)));
    }
    // Places run from the first without a gap that ties do not explain.
    let ranks: Vec<(u32, i64)> = analysis
        .trusts
        .iter()
        .filter_map(|trust| Some((trust.rank()?.number(), trust.figure()?.steps())))
        .collect();
    assert_eq!(ranks.len(), analysis.all.published);
    assert!(ranks.len() > 190);
    for (rank, figure) in &ranks {
        let better = ranks.iter().filter(|(_, other)| other > figure).count();
        assert_eq!(*rank as usize, better + 1);
    }
}

#[test]
fn every_rule_and_measure_has_an_answer_at_full_size() {
    let data = library().newest().unwrap();
    for (measure, focus, regional) in [
        (Measure::Attainment8, Focus::All, RegionalRule::BySchool),
        (Measure::Progress8, Focus::Gap, RegionalRule::PupilWeighted),
        (Measure::EbaccAps, Focus::Other, RegionalRule::BySchool),
        (Measure::Ebacc5, Focus::Disadvantaged, RegionalRule::SimpleMean),
    ] {
        let rules = Rules {
            measure,
            focus,
            regional,
            ..Rules::default()
        };
        let analysis = analyse(&data, &rules).unwrap();
        // Which trusts are eligible does not depend on what is shown.
        assert_eq!(analysis.all.eligible, 203);
        assert_eq!(analysis.regions_best_first().len(), Region::ALL.len());
        let england = analysis.england.state_funded.unwrap();
        let group = focus.weighing_group();
        assert!(england.get(group).figure().is_some());
    }
}
