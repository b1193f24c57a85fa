//! ZIP archives: real ones, and handmade ones with one fault each.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use miniz_oxide::deflate::compress_to_vec;
use proptest::prelude::*;
use trust_gap::source::{Archive, ArchiveError, FileKind, LARGEST_ARCHIVE, Limits, MemberFault, OpenError, open};

/// An entry as the central directory states it, and its packed bytes.
#[derive(Clone)]
struct Entry {
    name: Vec<u8>,
    packed: Vec<u8>,
    flags: u16,
    method: u16,
    checksum: u32,
    size: u32,
}

fn checksum(bytes: &[u8]) -> u32 {
    crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(bytes)
}

fn stored(name: &str, bytes: &[u8]) -> Entry {
    Entry {
        name: name.into(),
        packed: bytes.to_vec(),
        flags: 0,
        method: 0,
        checksum: checksum(bytes),
        size: u32::try_from(bytes.len()).unwrap(),
    }
}

fn deflated(name: &str, bytes: &[u8]) -> Entry {
    Entry {
        packed: compress_to_vec(bytes, 6),
        method: 8,
        ..stored(name, bytes)
    }
}

/// The fields that the header before the data and the one in the directory share.
fn header(entry: &Entry) -> Vec<u8> {
    let mut bytes = Vec::new();
    for half in [20, entry.flags, entry.method, 0, 0] {
        bytes.extend(half.to_le_bytes());
    }
    let packed = u32::try_from(entry.packed.len()).unwrap();
    for word in [entry.checksum, packed, entry.size] {
        bytes.extend(word.to_le_bytes());
    }
    bytes.extend(u16::try_from(entry.name.len()).unwrap().to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

fn zip(entries: &[Entry]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut list = Vec::new();
    for entry in entries {
        let place = u32::try_from(bytes.len()).unwrap();
        bytes.extend(b"PK\x03\x04");
        bytes.extend(header(entry));
        bytes.extend(&entry.name);
        bytes.extend(&entry.packed);
        list.extend(b"PK\x01\x02\x14\0");
        list.extend(header(entry));
        list.extend([0; 10]);
        list.extend(place.to_le_bytes());
        list.extend(&entry.name);
    }
    let place = u32::try_from(bytes.len()).unwrap();
    let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
    bytes.extend(&list);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count, count].concat());
    bytes.extend(u32::try_from(list.len()).unwrap().to_le_bytes());
    bytes.extend(place.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

/// Names and contents of all members.
fn contents(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let archive = Archive::open(bytes).unwrap();
    archive
        .members()
        .iter()
        .map(|member| (member.name.clone(), archive.extract(member).unwrap()))
        .collect()
}

fn names(entries: &[Entry]) -> Vec<String> {
    let listed = contents(&zip(entries));
    listed.into_iter().map(|(name, _)| name).collect()
}

/// The fault found when the first member is unpacked.
fn fault(entry: &Entry) -> MemberFault {
    let bytes = zip(std::slice::from_ref(entry));
    let archive = Archive::open(&bytes).unwrap();
    let error = archive.extract(&archive.members()[0]).unwrap_err();
    in_words(&error);
    match error {
        ArchiveError::Member { member, fault } => {
            assert_eq!(member.as_bytes(), entry.name);
            fault
        }
        other => unreachable!("{other}"),
    }
}

fn refused(bytes: &[u8], limits: Limits) -> ArchiveError {
    let error = Archive::open_within(bytes, limits).unwrap_err();
    in_words(&error);
    error
}

fn in_words(error: &ArchiveError) {
    assert!(!error.to_string().is_empty() && !error.to_string().ends_with('.'));
    assert!(error.remedy().ends_with('.'));
}

const TABLE: &[u8] = b"name,figure\nA,1\nB,2\nB,2\nB,2\nB,2\n";

#[test]
fn stored_and_deflated_members_are_read() {
    let entries = [
        stored("a.csv", TABLE),
        deflated("b.csv", TABLE),
        stored("none.csv", b""),
        deflated("nothing.csv", b""),
    ];
    let expected = [
        ("a.csv".to_owned(), TABLE.to_vec()),
        ("b.csv".to_owned(), TABLE.to_vec()),
        ("none.csv".to_owned(), Vec::new()),
        ("nothing.csv".to_owned(), Vec::new()),
    ];
    assert_eq!(contents(&zip(&entries)), expected);
}

#[test]
fn archives_of_real_programs_are_read() {
    let info_zip = include_bytes!("archives/info-zip.zip");
    let streamed = include_bytes!("archives/python-streamed.zip");
    let mut expected = contents(streamed);
    let mut found = contents(info_zip);
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
    let names: Vec<_> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["2022-2023/one.csv", "2022-2023/two.csv", "read me é.txt"]);
    assert!(found[0].1.starts_with(b"a,b\n0,0\n1,1\n2,4\n"));
    assert_eq!(found[1].1, b"c\n1\n");
}

#[test]
fn folders_and_the_finders_own_files_are_passed_over() {
    let kept = ["a/b/c.csv", "x__MACOSX/d.csv", "a/.DS_Store.csv"];
    let mut entries: Vec<_> = kept.iter().map(|name| stored(name, TABLE)).collect();
    for name in [
        "a/",
        "a/b/",
        "a\\b\\",
        "__MACOSX/",
        "__MACOSX/a/b/._c.csv",
        "a/__MACOSX/._c.csv",
        ".DS_Store",
        "a/b/.DS_Store",
        "",
    ] {
        entries.insert(1, stored(name, b""));
    }
    assert_eq!(names(&entries), kept);
}

#[test]
fn names_are_names_and_never_paths() {
    let mut old = stored("", TABLE);
    old.name = b"caf\x82.csv".to_vec();
    let entries = [
        stored("../../etc/a.csv", TABLE),
        stored("/a.csv", TABLE),
        stored("a\\b.csv", TABLE),
        old,
        stored("/a.csv", TABLE),
    ];
    assert_eq!(
        names(&entries),
        ["../../etc/a.csv", "/a.csv", "a/b.csv", "caf\u{FFFD}.csv", "/a.csv"]
    );
}

#[test]
fn an_empty_archive_is_empty() {
    assert!(contents(&zip(&[])).is_empty());
    assert!(contents(&zip(&[stored("only/a/folder/", b"")])).is_empty());
}

#[test]
fn bytes_before_and_after_do_no_harm() {
    let bytes = zip(&[deflated("a.csv", TABLE)]);
    let among_others = [b"MZ before".as_slice(), &bytes, b"after"].concat();
    assert_eq!(contents(&among_others), contents(&bytes));
}

#[test]
fn what_is_cut_off_is_no_archive() {
    for whole in [
        zip(&[stored("a.csv", TABLE), deflated("b.csv", TABLE)]),
        include_bytes!("archives/info-zip.zip").to_vec(),
        include_bytes!("archives/python-streamed.zip").to_vec(),
    ] {
        for length in 0..whole.len() {
            let error = refused(&whole[..length], Limits::DEFAULT);
            assert_eq!(error, ArchiveError::Damaged, "{length}");
        }
    }
}

#[test]
fn as_many_entries_are_there_as_are_stated() {
    let mut bytes = zip(&[stored("a.csv", TABLE)]);
    let count = bytes.len() - 12;
    bytes[count] = 2;
    assert_eq!(refused(&bytes, Limits::DEFAULT), ArchiveError::Damaged);
}

#[test]
fn a_member_that_lies_about_its_size_is_not_unpacked_further() {
    let honest = deflated("a.csv", &vec![b','; 50 << 20]);
    let bomb = Entry { size: 100, ..honest };
    assert_eq!(fault(&bomb), MemberFault::Overlong);
    for honest in [stored("a.csv", TABLE), deflated("a.csv", TABLE)] {
        for (size, expected) in [
            (0, MemberFault::Overlong),
            (honest.size - 1, MemberFault::Overlong),
            (honest.size + 1, MemberFault::CutOff),
        ] {
            let entry = Entry { size, ..honest.clone() };
            assert_eq!(fault(&entry), expected, "{size}");
        }
    }
}

#[test]
fn a_member_that_is_packed_too_tightly_is_refused() {
    let million = vec![b','; 1 << 20];
    assert_eq!(contents(&zip(&[deflated("a.csv", &million)])).len(), 1);
    let bomb = zip(&[stored("a.csv", TABLE), deflated("b.csv", &vec![b','; 10 << 20])]);
    let error = refused(&bomb, Limits::DEFAULT);
    assert!(
        matches!(
            &error,
            ArchiveError::Member { member, fault: MemberFault::Ratio { ratio: 900.., most: 200 } } if member == "b.csv"
        ),
        "{error}"
    );
    let nothing = Entry {
        packed: Vec::new(),
        ..deflated("a.csv", &[million.clone(), million].concat())
    };
    assert!(matches!(
        refused(&zip(&[nothing]), Limits::DEFAULT),
        ArchiveError::Member { .. }
    ));
}

#[test]
fn all_members_together_have_a_limit() {
    let one = Entry {
        size: u32::try_from(LARGEST_ARCHIVE / 2 + 1).unwrap(),
        ..stored("a.csv", TABLE)
    };
    let loose = Limits {
        ratio: u64::MAX,
        ..Limits::DEFAULT
    };
    let bytes = zip(&[one.clone(), one]);
    let error = refused(&bytes, loose);
    assert_eq!(
        error,
        ArchiveError::TooLarge {
            bytes: LARGEST_ARCHIVE + 2,
            most: LARGEST_ARCHIVE
        }
    );
    assert_eq!(
        error.to_string(),
        "The ZIP archive unpacks to 257 MB, but at most 256 MB can be read"
    );
    let small = zip(&[stored("a.csv", TABLE)]);
    let total = TABLE.len() as u64;
    let just = Limits {
        total,
        ..Limits::DEFAULT
    };
    assert!(Archive::open_within(&small, just).is_ok());
    let less = Limits {
        total: total - 1,
        ..just
    };
    assert!(matches!(refused(&small, less), ArchiveError::TooLarge { .. }));
}

#[test]
fn entries_have_a_limit() {
    let mut entries = vec![stored("a/", b""); 1_000];
    assert!(contents(&zip(&entries)).is_empty());
    entries.push(stored("a.csv", TABLE));
    assert_eq!(
        refused(&zip(&entries), Limits::DEFAULT),
        ArchiveError::TooManyEntries {
            found: 1_001,
            most: 1_000
        }
    );
}

#[test]
fn each_fault_of_a_member_has_its_name() {
    let entry = deflated("a.csv", TABLE);
    for (wrong, expected) in [
        (
            Entry {
                flags: 1,
                ..entry.clone()
            },
            MemberFault::Encrypted,
        ),
        (
            Entry {
                method: 9,
                ..entry.clone()
            },
            MemberFault::Method(9),
        ),
        (
            Entry {
                checksum: 0,
                ..entry.clone()
            },
            MemberFault::Checksum,
        ),
        (
            Entry {
                packed: vec![0xFF; 40],
                ..entry.clone()
            },
            MemberFault::Damaged,
        ),
        (
            Entry {
                packed: entry.packed[..entry.packed.len() / 2].to_vec(),
                ..entry.clone()
            },
            MemberFault::CutOff,
        ),
    ] {
        assert_eq!(fault(&wrong), expected);
    }
}

#[test]
fn one_member_at_fault_leaves_the_others() {
    let wrong = Entry {
        flags: 1,
        ..stored("secret.csv", TABLE)
    };
    let bytes = zip(&[wrong, stored("a.csv", TABLE)]);
    let archive = Archive::open(&bytes).unwrap();
    assert_eq!(archive.extract(&archive.members()[1]).unwrap(), TABLE);
    let error = archive.extract(&archive.members()[0]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "In the ZIP archive, “secret.csv” is protected by a password"
    );
}

#[test]
fn a_size_that_a_caller_changes_counts_for_nothing() {
    let bytes = zip(&[deflated("a.csv", TABLE)]);
    let archive = Archive::open(&bytes).unwrap();
    let mut member = archive.members()[0].clone();
    member.size = u64::MAX;
    assert_eq!(archive.extract(&member).unwrap(), TABLE);
}

#[test]
fn a_workbook_is_told_from_an_archive_of_tables() {
    let workbook = zip(&[
        deflated("[Content_Types].xml", b"<Types/>"),
        deflated("xl/workbook.xml", b"<workbook/>"),
    ]);
    let kind = |bytes: &[u8]| open(bytes).unwrap_err();
    assert_eq!(kind(&workbook), OpenError::NotATable(FileKind::Excel));
    let tables = zip(&[deflated("2022-2023/a.csv", TABLE)]);
    assert_eq!(kind(&tables), OpenError::NotATable(FileKind::Zip));
}

/// Each member of an opened archive gives its stated bytes or an error.
fn is_answered(bytes: &[u8]) {
    match Archive::open(bytes) {
        Ok(archive) => {
            for member in archive.members() {
                match archive.extract(member) {
                    Ok(found) => assert_eq!(found.len() as u64, member.size),
                    Err(error) => in_words(&error),
                }
            }
        }
        Err(error) => in_words(&error),
    }
}

/// The end of an archive, with random numbers.
fn any_end() -> impl Strategy<Value = Vec<u8>> {
    let numbers = prop::collection::vec(prop_oneof![0..4_u8, any::<u8>()], 18);
    numbers.prop_map(|numbers| [b"PK\x05\x06".as_slice(), &numbers].concat())
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..300), end in any_end()) {
        is_answered(&bytes);
        is_answered(&[bytes, end].concat());
    }

    #[test]
    fn any_damage_is_answered(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        which in 0..3,
    ) {
        let mut bytes = match which {
            0 => zip(&[stored("a.csv", TABLE), deflated("b/c.csv", TABLE), deflated("b/d.csv", TABLE)]),
            1 => include_bytes!("archives/info-zip.zip").to_vec(),
            _ => include_bytes!("archives/python-streamed.zip").to_vec(),
        };
        for (place, byte) in damage {
            *place.get_mut(&mut bytes) = byte;
        }
        is_answered(&bytes);
    }

    #[test]
    fn whatever_is_packed_is_unpacked(
        members in prop::collection::vec(("[a-z]{1,8}[.]csv", prop::collection::vec(any::<u8>(), 0..400), any::<bool>()), 0..6),
    ) {
        let entries: Vec<_> = members
            .iter()
            .map(|(name, bytes, tight)| if *tight { deflated(name, bytes) } else { stored(name, bytes) })
            .collect();
        let expected: Vec<_> = members.into_iter().map(|(name, bytes, _)| (name, bytes)).collect();
        prop_assert_eq!(contents(&zip(&entries)), expected);
    }
}
