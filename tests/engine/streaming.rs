//! A file in pieces gives the same records as the whole file, and the worker's messages keep them unchanged.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use proptest::prelude::*;
use trust_gap::demo::{Demonstration, FullSize, Naming};
use trust_gap::intake::{Answer, Field, Mapping, ReadRequest, SavedMapping};
use trust_gap::layout::{Demand, Intake, Opened, open_file, read_mapped};
use trust_gap::terms::{Better, Group, Measure, OwnMeasure, Unit};

const REAL: [&str; 5] = [
    "2022-2023/england_ks4-mats-performance.csv",
    "2022-2023/england_ks4final_header_and_sample_rows.csv",
    "2022-2023/ks4-mats-performance_meta.csv",
    "2017-2018/320_ks4revised.csv",
    "gias/group_links_2022-03.csv",
];

fn in_pieces(name: &str, bytes: &[u8], size: usize) -> Opened {
    let mut intake = Intake::new(name, bytes.len() as u64, ReadRequest::default());
    for piece in bytes.chunks(size) {
        if intake.push(piece) == Demand::Enough {
            break;
        }
    }
    intake.finish()
}

/// Sent by the worker and received by the page.
fn handed_over(opened: Opened, size: usize) -> Answer {
    let answer = Answer::from(opened);
    let mut bytes = Vec::new();
    answer.to_pieces(size, &mut |piece| {
        assert!(piece.len() <= size);
        bytes.extend_from_slice(piece);
    });
    let taken = Answer::from_bytes(&bytes).expect("an answer");
    assert_eq!(taken, answer);
    taken
}

#[test]
fn real_files_are_the_same_in_pieces_and_after_the_handing_over() {
    for name in REAL {
        let Some(bytes) = crate::support::shared_bytes(name) else {
            return;
        };
        let whole = open_file(name, &bytes);
        for size in [7_919, 65_536, 262_144, 4 * 1024 * 1024] {
            assert!(in_pieces(name, &bytes, size) == whole, "{name} in pieces of {size}");
        }
        handed_over(whole, 100_000);
    }
}

#[test]
fn made_up_files_of_every_layout_are_the_same_in_pieces_and_after_the_handing_over() {
    let demonstration = Demonstration::generate();
    let newest = demonstration.years().last().copied().unwrap();
    let full = FullSize::generate().school_file();
    let files = [
        ("trusts.csv", demonstration.trust_file(newest).into_bytes()),
        ("schools.csv", demonstration.school_file(newest).into_bytes()),
        (
            "tidy.csv",
            demonstration.tidy_school_file(newest, Naming::Of2024).into_bytes(),
        ),
        (
            "tidy.csv",
            demonstration.tidy_school_file(newest, Naming::Of2025).into_bytes(),
        ),
        ("links.csv", demonstration.group_links().into_bytes()),
        ("full.csv", full),
    ];
    for (name, text) in files {
        let whole = open_file(name, &text);
        assert_eq!(whole.files.len(), 1, "{name}");
        assert!(in_pieces(name, &text, 100_003) == whole, "{name}");
        handed_over(whole, 1024 * 1024);
    }
}

#[test]
fn archives_and_workbooks_are_the_same_in_pieces() {
    let links = Demonstration::generate().group_links();
    let archive = crate::support::zip(&[("notes.txt", b"a,b\n1,2\n"), ("links.csv", links.as_bytes())]);
    let workbook = b"PK\x03\x04[Content_Types].xml".as_slice();
    for (name, bytes) in [("all.zip", archive.as_slice()), ("book.xlsx", workbook)] {
        let whole = open_file(name, bytes);
        assert!(in_pieces(name, bytes, 1_000) == whole, "{name}");
        handed_over(whole, 64);
    }
}

#[test]
fn a_file_of_no_use_is_not_read_to_its_end() {
    let mut intake = Intake::new("notes.csv", 1 << 30, ReadRequest::default());
    let piece = b"some,table\n1,2\n".repeat(20_000);
    assert_eq!(intake.push(&piece), Demand::Enough);
    let opened = intake.finish();
    assert_eq!(opened.refused.len(), 1);
    assert_eq!(opened.start.len(), 256 * 1024, "its beginning is kept for a preview");
}

#[test]
fn archives_too_large_for_memory_are_refused_at_their_first_bytes() {
    let mut intake = Intake::new("all.zip", 1 << 30, ReadRequest::default());
    assert_eq!(intake.push(&b"PK\x03\x04".repeat(100_000)), Demand::Enough);
    let words = intake.finish().refused[0].to_string();
    assert_eq!(words, "all.zip: The file is 1024 MB, but at most 256 MB can be read.");
}

#[test]
fn a_table_with_the_columns_of_an_explained_one_is_read_in_the_same_way() {
    let measure = Measure::Own(OwnMeasure::new("Reading", Unit::OwnPoints, Better::Lower));
    let mut mapping = Mapping::default();
    mapping.set(Field::Urn, Some("school no"));
    mapping.set(Field::Trust, Some("trust"));
    mapping.set(Field::Figure(measure, Group::Disadvantaged), Some("score"));
    let bytes = b"School no,Trust,Score\n100001,ONE,12.5\n";
    let ask = ReadRequest::recognise(vec![SavedMapping {
        file: "first.csv".to_owned(),
        columns: ["School no", "Trust", "Score"].map(str::to_owned).to_vec(),
        mapping: mapping.clone(),
    }]);
    // As the page requests it from the worker.
    let ask = ReadRequest::from_bytes(&ask.to_bytes()).expect("what is asked");
    let mut intake = Intake::new("second.csv", bytes.len() as u64, ask);
    intake.push(bytes);
    let answer = handed_over(intake.finish(), 1_000);
    let [file] = answer.files.as_slice() else {
        unreachable!("one file")
    };
    assert_eq!(file.explained_by.as_deref(), Some("first.csv"));
    let directly = read_mapped("second.csv", bytes, &mapping).unwrap();
    assert_eq!(file.records, directly.records);

    let other = b"School no,Trust,Points\n100001,ONE,12.5\n";
    let mut intake = Intake::new("third.csv", other.len() as u64, ReadRequest::default());
    intake.push(other);
    assert_eq!(intake.finish().refused.len(), 1);
}

proptest! {
    /// Any file gives the same records, however it is split.
    #[test]
    fn any_file_is_the_same_in_pieces(
        text in "(\u{feff}|)TRUST_UID[,;]TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG(\n|\r\n|\r)([1-3],[A-Bé\" ]{0,4},(London|North East|x),(4[0-9]\\.5|SUPP|\"|,)(\n|\r\n|\r)){0,8}",
        size in 1_usize..200,
        is_utf16 in any::<bool>(),
    ) {
        let bytes: Vec<u8> = if is_utf16 {
            [0xFEFF_u16].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
        } else {
            text.into_bytes()
        };
        let whole = open_file("any.csv", &bytes);
        prop_assert!(in_pieces("any.csv", &bytes, size) == whole);
        handed_over(whole, 50);
    }
}
