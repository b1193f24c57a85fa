//! Paths of the shared data, for tests that read real published files in place.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test's support may stop the test"
)]

pub(crate) mod made_up;
pub(crate) mod pictures;
pub(crate) mod program;
pub(crate) mod sources;
pub(crate) mod trials;
pub(crate) mod workbook;

use std::path::PathBuf;
use std::rc::Rc;

use trust_gap::demo::Demonstration;
use trust_gap::layout::read_file;
use trust_gap::method::{Analysis, IntervalChoices, Measured, Rules};
use trust_gap::model::{DataSet, Library};

/// The published trust file of 2022/23.
pub(crate) const TRUST_FILE: &str = "2022-2023/england_ks4-mats-performance.csv";

/// The analysis under rules, with the usual intervals and no areas.
pub(crate) fn analysis(measured: &Measured, rules: &Rules) -> Analysis {
    let choices = IntervalChoices::default();
    let analysis = measured.analysis(rules.focus, rules.regional, &[], &choices);
    analysis.unwrap()
}

/// The path of a shared file. If the folder is missing, the test says that it is skipped. With
/// `TRUST_GAP_DATA_REQUIRED=1` it fails.
pub(crate) fn shared(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("TRUST_GAP_DATA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("../shared/data"),
        PathBuf::from,
    );
    if folder.is_dir() {
        return Some(folder.join(name));
    }
    let required = std::env::var_os("TRUST_GAP_DATA_REQUIRED").is_some_and(|value| value == "1");
    assert!(
        !required,
        "{} is absent and TRUST_GAP_DATA_REQUIRED=1",
        folder.display()
    );
    eprintln!("skipped: the shared data are not at {}", folder.display());
    None
}

/// The real trust file as a data set.
pub(crate) fn trusts_2022_23() -> Option<Rc<DataSet>> {
    let path = shared(TRUST_FILE)?;
    let bytes = std::fs::read(&path).expect("the shared trust file");
    let mut library = Library::default();
    library.add(read_file(TRUST_FILE, &bytes).expect("the trust file is read"));
    library.newest()
}

/// The newest year of the demonstration, with schools and links beside the trusts.
pub(crate) fn demonstration() -> Rc<DataSet> {
    let demonstration = Demonstration::generate();
    let newest = *demonstration.years().last().unwrap();
    let files = [
        ("trusts", demonstration.trust_file(newest)),
        ("schools", demonstration.school_file(newest)),
        ("group links", demonstration.group_links()),
    ];
    let read = files.map(|(name, text)| read_file(name, text.as_bytes()).unwrap());
    Library::demonstration(read.into()).data_set(Some(newest)).unwrap()
}

/// The demonstration's files of all years.
pub(crate) fn demonstration_of_years() -> Library {
    let files = Demonstration::generate().files();
    let read = files
        .iter()
        .map(|(name, text)| read_file(name, text.as_bytes()).unwrap());
    Library::demonstration(read.collect())
}

/// Only the demonstration's newest trust file.
pub(crate) fn demonstration_of_trusts() -> Rc<DataSet> {
    let demonstration = Demonstration::generate();
    let newest = *demonstration.years().last().unwrap();
    let file = read_file("demonstration", demonstration.trust_file(newest).as_bytes()).unwrap();
    Library::demonstration(vec![file]).newest().unwrap()
}

/// A shared file's bytes.
pub(crate) fn shared_bytes(name: &str) -> Option<Vec<u8>> {
    Some(std::fs::read(shared(name)?).expect("a shared file"))
}

/// A library of files given by name and text, in this order.
pub(crate) fn library_of(files: &[(&str, &str)]) -> Library {
    let mut library = Library::default();
    for (name, text) in files {
        library.add(read_file(name, text.as_bytes()).expect("a file that is read"));
    }
    library
}

/// A ZIP archive of these files, packed like the Department's downloads.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let word = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let half = |number: usize| u16::try_from(number).unwrap().to_le_bytes();
    let (mut bytes, mut list) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let packed = miniz_oxide::deflate::compress_to_vec(content, 6);
        let checksum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(content);
        let mut header = [20_u16, 0, 8, 0, 0].map(u16::to_le_bytes).concat();
        header.extend(checksum.to_le_bytes());
        header.extend([word(packed.len()), word(content.len())].concat());
        header.extend([half(name.len()), half(0)].concat());
        list.extend([b"PK\x01\x02\x14\0".as_slice(), &header, &[0; 10]].concat());
        list.extend(word(bytes.len()));
        list.extend(name.as_bytes());
        bytes.extend([b"PK\x03\x04", header.as_slice(), name.as_bytes(), &packed].concat());
    }
    let end = [half(0), half(0), half(files.len()), half(files.len())].concat();
    let place = [word(list.len()), word(bytes.len())].concat();
    [&bytes, &list, b"PK\x05\x06".as_slice(), &end, &place, &[0, 0]].concat()
}
