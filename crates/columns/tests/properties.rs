//! Compares the reader with the csv crate over arbitrary bytes in arbitrary chunks.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

mod oracle;

use columns::{Accept, Column, Keep, Projection};
use oracle::{Oracle, read};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b' '];

/// Longer than a block.
const LONG: &[u8] = &[b'x'; 70];

/// Pieces of files with many special bytes.
fn piece() -> impl Strategy<Value = &'static [u8]> {
    let special: [&[u8]; 9] = [b"\"", b"\"\"", b",", b";", b"\t", b" ", b"\n", b"\r", b"\r\n"];
    let plain: [&[u8]; 12] = [
        b"a",
        b"Ash",
        b"1",
        b"-1.5",
        b"20%",
        b".",
        b"\xC3\xA9",
        b"\xE9",
        b"\xC3",
        b"\xC2\xA0",
        b"\xE2\x80\x8B",
        LONG,
    ];
    let usual: [&[u8]; 4] = [b",", b"0", b"b", b"\n"];
    prop_oneof![
        4 => select(special.to_vec()),
        1 => select(plain.to_vec()),
        3 => select(usual.to_vec()),
    ]
}

fn file() -> impl Strategy<Value = Vec<u8>> {
    let plain: [&[u8]; 5] = [b"1", b",", b"\n", b"SUPP", b"\""];
    prop_oneof![
        vec(piece(), 0..400),
        vec(select(plain.to_vec()), 0..400),
        vec(piece(), 0..12),
    ]
    .prop_map(|pieces| pieces.concat())
}

fn accept() -> impl Strategy<Value = Accept> {
    let widest = Accept::default();
    let range = select(vec![(widest.lowest, widest.highest), (0, 100), (-1, 1)]);
    (any::<bool>(), any::<bool>(), range).prop_map(|(percent, whole, (lowest, highest))| Accept {
        percent,
        whole,
        lowest,
        highest,
    })
}

fn keep() -> impl Strategy<Value = Keep> {
    prop_oneof![Just(Keep::Text), Just(Keep::Words), accept().prop_map(Keep::Number),]
}

fn projection() -> impl Strategy<Value = Projection> {
    let wanted = vec((prop_oneof![0..6_usize, 0..40_usize], keep()), 0..8);
    (select(DELIMITERS.to_vec()), 0..8_usize, wanted).prop_map(|(delimiter, columns, wanted)| Projection {
        delimiter,
        columns,
        wanted,
    })
}

/// The wanted columns, each index once, with its first form.
fn distinct(wanted: &[(usize, Keep)]) -> Vec<(usize, Keep)> {
    let is_first = |at: usize, index: usize| wanted[..at].iter().all(|before| before.0 != index);
    let wanted = wanted.iter().copied().enumerate();
    wanted
        .filter(|&(at, (index, _))| is_first(at, index))
        .map(|(_, wanted)| wanted)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn cells_lines_and_faults_match_the_csv_crate(
        bytes in file(),
        sizes in vec(prop_oneof![0..4_usize, 0..200_usize], 0..20),
        projection in projection(),
    ) {
        let wanted = distinct(&projection.wanted);
        let oracle = Oracle::of(&bytes, projection.delimiter, projection.columns);
        oracle.check(&read(&bytes, &sizes, projection), &wanted);
    }

    #[test]
    fn the_cuts_between_chunks_change_nothing(
        bytes in file(),
        sizes in vec(1..100_usize, 0..50),
        projection in projection(),
    ) {
        let whole = read(&bytes, &[], projection.clone()).into_parts();
        let cut = read(&bytes, &sizes, projection.clone()).into_parts();
        let single = read(&bytes, &vec![1; bytes.len()], projection).into_parts();
        // Missing numbers are NaN, which is not equal to itself, so the text is compared.
        prop_assert_eq!(format!("{whole:?}"), format!("{cut:?}"));
        prop_assert_eq!(format!("{whole:?}"), format!("{single:?}"));
    }

    #[test]
    fn numbers_are_parsed_as_by_the_standard_library(
        text in "[-+]?[0-9]{1,15}|[-+]?[0-9]{0,7}\\.[0-9]{1,8}|-?0\\.0{0,21}[0-9]|0{20}[0-9]\\.[0-9]",
    ) {
        let accept = Accept::default();
        let projection = Projection {
            delimiter: b',',
            columns: 1,
            wanted: vec![(0, Keep::Number(accept))],
        };
        let table = read(format!("header\n {text} \n").as_bytes(), &[], projection);
        let Some(Column::Numbers(numbers)) = table.column(0) else { unreachable!() };
        let standard: f64 = text.parse().unwrap();
        let range = f64::from(accept.lowest)..=f64::from(accept.highest);
        let expected = range.contains(&standard).then(|| standard.to_bits());
        prop_assert_eq!(numbers.number(0).map(f64::to_bits), expected);
    }
}
