//! Tables as users have them: separators, headers, encodings, blanks and line ends. Covers every line of the list of
//! doubtful files that is about them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use crate::support::program::{answer, refused};
use crate::support::{shared, shared_bytes};
use proptest::prelude::*;
use proptest::sample::select;
use trust_gap::intake::{CellPreview, Field, Mapping, ReadRequest};
use trust_gap::layout::{FileError, Opened, open_file, open_file_as, preview};
use trust_gap::records::{Choices, Doubt, Encoding, Fault, Grounds, Reading, Recognised, Records, TrustRecord};
use trust_gap::terms::{Group, Measure};

/// The records of a doubtful file. `None` if the shared data are missing.
fn doubtful(name: &str) -> Option<Opened> {
    let bytes = shared_bytes(&format!("doubtful/{name}"))?;
    Some(open_file(name, &bytes))
}

fn only(opened: Opened) -> Recognised {
    let Opened { mut files, refused, .. } = opened;
    assert!(refused.is_empty(), "{refused:?}");
    assert_eq!(files.len(), 1);
    files.remove(0)
}

fn ids(doubts: &[Doubt]) -> Vec<String> {
    let words = doubts.iter().map(|doubt| {
        let kind = doubt.kind.key();
        format!("{kind}={}", doubt.assumed.key())
    });
    words.collect()
}

/// Checks a file's numbers of trusts, schools, memberships and problems, and its doubts.
fn check(name: &str, counts: [usize; 3], problems: usize, doubts: &[&str]) {
    let Some(opened) = doubtful(name) else { return };
    let records = only(opened).records;
    let found = [
        records.trusts.len(),
        records.schools.len(),
        records.memberships.rows().len(),
    ];
    assert_eq!(found, counts);
    assert_eq!(records.problems.len(), problems, "{:?}", records.problems);
    assert_eq!(ids(&records.doubts), doubts);
}

macro_rules! read_right {
    ($($test:ident: $file:literal, $counts:expr, $problems:literal, $doubts:expr;)*) => {
        $(#[test]
        fn $test() {
            check($file, $counts, $problems, &$doubts);
        })*
    };
}

read_right! {
    no_break_spaces_in_the_header_are_blanks: "10-nbsp-header.csv", [0, 0, 3], 0, [];
    no_break_spaces_in_cells_are_blanks: "10-nbsp-type.csv", [0, 0, 3], 0, [];
    notes_above_the_header_are_no_header: "16-notes-above.csv", [0, 6, 6], 0, ["header-row=line-4"];
    a_row_of_labels_is_no_school: "18-second-header-2022-23.csv", [0, 6, 0], 0, ["repeated-header=headers"];
    a_header_within_is_no_trust: "19-repeated-header.csv", [4, 0, 0], 0, ["repeated-header=headers"];
    a_line_that_names_the_separator_is_as_if_not_there: "22-sep-line.csv", [0, 6, 6], 0, [];
    two_marks_are_as_one: "23-two-boms-2022-23.csv", [4, 0, 0], 0, [];
    lone_carriage_returns_end_lines: "25-cr-only-mac-2022-23.csv", [4, 0, 0], 0, ["encoding=macroman"];
    line_ends_may_be_mixed: "25-mixed-line-ends-2022-23.csv", [4, 0, 0], 0, [];
    utf_16_is_known_without_its_mark: "26-utf16le-no-bom-2022-23.csv", [4, 0, 0], 0, [];
    a_zero_byte_early_is_a_blank: "27-nul-early-2022-23.csv", [4, 0, 0], 0, [];
    a_zero_byte_late_is_a_blank: "27-nul-late-2022-23.csv", [64, 0, 0], 0, [];
    lines_behind_a_smart_quote_are_named: "28-smart-closing-quote-2022-23.csv", [1, 0, 0], 4, [];
    pipes_separate: "29-pipe-2022-23.csv", [4, 0, 0], 0, [];
    an_extra_name_in_the_header_is_one_notice: "33-extra-header-and-blank-rows-2022-23.csv", [4, 0, 0], 1, [];
    an_archive_from_standard_input: "34-from-stdin.zip", [4, 0, 0], 0, [];
    an_archive_of_macos: "35-macos.zip", [4, 0, 0], 0, [];
    an_archive_with_a_nameless_entry: "36-nameless-entry.zip", [4, 0, 0], 0, [];
    an_archive_with_names_in_another_encoding: "37-cp437-names.zip", [4, 0, 0], 0, [];
}

#[test]
fn rows_below_notes_keep_their_lines() {
    let Some(opened) = doubtful("16-notes-above.csv") else {
        return;
    };
    let records = only(opened).records;
    let lines: Vec<u64> = records.schools.iter().map(|school| school.line()).collect();
    assert_eq!(lines, [5, 6, 7, 8, 9, 10]);
    let doubt = &records.doubts[0];
    assert_eq!((doubt.grounds, &doubt.lines[..]), (Grounds::Settled, &[1, 2][..]));
}

#[test]
fn rows_that_repeat_the_header_are_one_notice_with_their_lines() {
    let Some(opened) = doubtful("18-second-header-2022-23.csv") else {
        return;
    };
    let records = only(opened).records;
    let [doubt] = &records.doubts[..] else {
        panic!("{:?}", records.doubts);
    };
    assert_eq!((doubt.rows, &doubt.lines[..]), (2, &[2, 6][..]));
    assert_eq!(doubt.alternatives, [Reading::Rows]);
    assert_eq!(doubt.evidence[0].value, "Record type");
    assert_eq!(doubt.evidence[1].value, "RECTYPE");
}

#[test]
fn lines_are_right_whatever_ends_them() {
    let files = [
        ("25-cr-only-mac-2022-23.csv", [2, 3, 4, 5]),
        // A blank line goes before the last.
        ("25-mixed-line-ends-2022-23.csv", [2, 3, 4, 6]),
    ];
    for (name, expected) in files {
        let Some(opened) = doubtful(name) else { return };
        let trusts = only(opened).records.trusts;
        let lines: Vec<u64> = trusts.iter().map(|trust| trust.line).collect();
        assert_eq!(lines, expected, "{name}");
    }
}

#[test]
fn letters_of_an_old_mac_are_read_and_doubted() {
    const NAME: &str = "25-cr-only-mac-2022-23.csv";
    let Some(bytes) = shared_bytes(&format!("doubtful/{NAME}")) else {
        return;
    };
    let file = only(open_file(NAME, &bytes));
    assert_eq!(file.encoding, Encoding::MacRoman);
    assert_eq!(file.records.trusts[0].name, "CAFÉ TRUST");
    let doubt = &file.records.doubts[0];
    assert_eq!(doubt.alternatives, [Reading::Encoded(Encoding::Windows1252)]);
    assert_eq!(
        (doubt.evidence[0].line, &*doubt.evidence[0].value),
        (Some(2), "CAFÉ TRUST")
    );
    let mut choices = Choices::default();
    choices.set(&doubt.id(), "windows-1252");
    let chosen = only(open_file_as(NAME, &bytes, ReadRequest::default().with(choices)));
    assert_eq!(chosen.records.trusts[0].name, "CAFƒ TRUST");
    assert_eq!(chosen.records.doubts[0].grounds, Grounds::Chosen);
}

#[test]
fn zero_bytes_have_one_outcome_wherever_they_are() {
    for name in ["27-nul-early-2022-23.csv", "27-nul-late-2022-23.csv"] {
        let Some(opened) = doubtful(name) else { return };
        let trusts = only(opened).records.trusts;
        assert!(trusts.iter().all(|trust| !trust.name.contains('\0')), "{name}");
    }
}

#[test]
fn rows_of_one_length_are_one_problem_with_their_lines() {
    let Some(opened) = doubtful("33-extra-header-and-blank-rows-2022-23.csv") else {
        return;
    };
    let problems = only(opened).records.problems;
    assert_eq!(
        problems[0].fault,
        Fault::RowsOfOneLength {
            found: 18,
            expected: 19,
            rows: 3,
            lines: vec![2, 3, 6]
        }
    );
    let said = problems[0].to_string();
    assert!(
        said.contains("3 rows have 18 cells, but the header has 19 (lines 2, 3 and 6)"),
        "{said}"
    );
}

#[test]
fn a_name_with_a_line_end_and_a_comma_is_found_by_a_name_with_a_blank() {
    let Some(folder) = shared("doubtful") else {
        return;
    };
    let path = |name: &str| folder.join(name).display().to_string();
    let (table, map) = (path("24-bom-quoted-comma.csv"), path("24-map.toml"));
    let (json, said) = answer(&["analyse", &table, "--map", &map, "--format", "json"]);
    assert!(json.to_string().contains("\"Rowanside Trust\""), "{said}");
    assert_eq!(json["problems"].as_array().map(Vec::len), Some(0), "{said}");
}

#[test]
fn a_table_that_cannot_be_used_says_why() {
    let Some(folder) = shared("doubtful") else {
        return;
    };
    let path = |name: &str| folder.join(name).display().to_string();
    let header_only = path("29-header-only-2022-23.csv");
    refused(&["analyse", &header_only], "contains only the row of column names");
    let single = path("29-single-column.csv");
    refused(&["analyse", &single], "It has only one column, urn.");
}

#[test]
fn companions_of_macos_are_no_faults_and_an_archive_within_is_named() {
    let Some(opened) = doubtful("35-macos.zip") else {
        return;
    };
    let [passed] = &opened.skipped[..] else {
        panic!("{:?}", opened.skipped);
    };
    assert!(passed.file.ends_with("schools.zip"));
    assert!(passed.reason.contains("unpack it first"), "{}", passed.reason);
}

const HEADER: [&str; 10] = [
    "TIME_PERIOD",
    "TRUST_GROUP_TYPE",
    "TRUST_NAME",
    "TRUST_UID",
    "TRUST_LEADREGION",
    "NUMINST_MATPTINC",
    "TPUP_MATPTINC",
    "ATT8SCR_WGTAVG",
    "PTL2BASICS_95_WGTAVG",
    "PTL2BASICS_95_WGTAVG_FSM6CLA1A",
];

const ROWS: [[&str; 10]; 4] = [
    [
        "202223",
        "Multi-academy trusts",
        "CAFÉ TRUST",
        "90001",
        "South West",
        "4",
        "600",
        "46.2",
        "40%",
        "20%",
    ],
    [
        "202223",
        "Multi-academy trusts",
        "OAK, ASH; ELM | \"YEW\" TRUST",
        "90002",
        "London",
        "5",
        "700",
        "47.5",
        "45%",
        "26%",
    ],
    [
        "202223",
        "Multi-academy trusts",
        "ST JOHN’S TRUST",
        "90003",
        "East Midlands",
        "4",
        "650",
        "SUPP",
        "SUPP",
        "NE",
    ],
    [
        "202223",
        "Multi-academy trusts",
        "PLAIN TRUST",
        "90004",
        "South West",
        "3",
        "450",
        "39.1",
        "33%",
        "18.5%",
    ],
];

/// How a file is written.
#[derive(Debug, Clone)]
struct Manner {
    delimiter: char,
    marks: usize,
    notes: usize,
    states_delimiter: bool,
    /// The blank used instead of each space, and around each cell.
    blank: char,
    around: &'static str,
    line_end: &'static str,
    encoding: &'static str,
}

impl Manner {
    const PLAIN: Self = Self {
        delimiter: ',',
        marks: 0,
        notes: 0,
        states_delimiter: false,
        blank: ' ',
        around: "",
        line_end: "\n",
        encoding: "utf-8",
    };

    fn write(&self) -> Vec<u8> {
        let mut text = String::new();
        let mut line = |words: &str| text.extend([words, self.line_end]);
        if self.states_delimiter {
            line(&format!("sep={}", self.delimiter));
        }
        for note in 0..self.notes {
            line(&format!("Results made up for a test; note {note}"));
        }
        let row = |cells: &[&str]| {
            let cells: Vec<String> = cells
                .iter()
                .map(|cell| {
                    let cell = cell.replace(' ', &self.blank.to_string());
                    let around = self.around;
                    match cell.contains(['"', ',', ';', '|']) {
                        true => format!("\"{around}{}{around}\"", cell.replace('"', "\"\"")),
                        false => format!("{around}{cell}{around}"),
                    }
                })
                .collect();
            cells.join(&self.delimiter.to_string())
        };
        line(&row(&HEADER));
        for cells in &ROWS {
            line(&row(cells));
        }
        let mark = "\u{feff}".repeat(self.marks);
        match self.encoding {
            "utf-8" => (mark + &text).into_bytes(),
            "utf-16le" => (mark + &text).encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => (mark + &text).encode_utf16().flat_map(u16::to_be_bytes).collect(),
            "windows-1252" => text
                .chars()
                .map(|letter| match letter {
                    '’' => 0x92,
                    letter => u8::try_from(u32::from(letter)).unwrap(),
                })
                .collect(),
            other => panic!("{other}"),
        }
    }

    fn lines_above(&self) -> u64 {
        self.notes as u64 + u64::from(self.states_delimiter)
    }
}

/// The trusts, with their lines counted from the header.
fn trusts(records: &Records, above: u64) -> Vec<TrustRecord> {
    let mut trusts = records.trusts.clone();
    for trust in &mut trusts {
        trust.line -= above;
    }
    trusts
}

fn manner() -> impl Strategy<Value = Manner> {
    let blanks = [' ', '\u{a0}', '\u{2009}', '\u{3000}', '\u{202f}'];
    let around = ["", " ", "\u{a0}", "\u{200b}", "\u{3000} ", "\u{2009}\u{feff}"];
    let encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"];
    (
        (select(vec![',', ';', '\t', '|']), 0..3_usize, 0..4_usize, any::<bool>()),
        select(blanks.to_vec()),
        select(around.to_vec()),
        select(vec!["\n", "\r\n", "\r"]),
        select(encodings.to_vec()),
    )
        .prop_map(
            |((delimiter, marks, notes, states_delimiter), blank, around, line_end, encoding)| {
                let is_narrow = encoding == "windows-1252";
                let fits = |letter: char| !is_narrow || letter <= '\u{ff}';
                Manner {
                    delimiter,
                    marks,
                    notes,
                    states_delimiter,
                    blank: if fits(blank) { blank } else { '\u{a0}' },
                    around: if around.chars().all(fits) { around } else { "\u{a0}" },
                    line_end,
                    encoding,
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_is_the_same_however_it_is_written(manner in manner()) {
        let plain = only(open_file("mats.csv", &Manner::PLAIN.write())).records;
        let written = only(open_file("mats.csv", &manner.write())).records;
        prop_assert_eq!(trusts(&written, manner.lines_above()), trusts(&plain, 0));
        prop_assert_eq!(&written.problems, &plain.problems);
        let notes = if manner.notes > 0 { vec![format!("header-row=line-{}", manner.lines_above() + 1)] } else { vec![] };
        // "É" and a no-break space of Windows-1252 are a letter of UTF-8 by accident: that is a doubt.
        let mut doubts = ids(&written.doubts);
        doubts.retain(|doubt| doubt != "encoding=windows-1252");
        prop_assert_eq!(doubts, notes);
    }

    #[test]
    fn a_file_pushed_in_pieces_is_the_same(manner in manner(), size in 1..200_usize) {
        let bytes = manner.write();
        let mut intake = trust_gap::layout::Intake::new("mats.csv", bytes.len() as u64, ReadRequest::default());
        for piece in bytes.chunks(size) {
            intake.push(piece);
        }
        prop_assert_eq!(intake.finish(), open_file("mats.csv", &bytes));
    }
}

#[test]
fn one_stray_byte_leaves_the_other_letters_as_they_are() {
    let text = String::from_utf8(Manner::PLAIN.write()).unwrap();
    let filler: String = (0..8_000)
        .map(|number| {
            format!(
                "202223,Multi-academy trusts,FILLER {number},{},London,4,600,46.2,40%,20%\n",
                91_000 + number
            )
        })
        .collect();
    let mut bytes = (text + &filler).into_bytes();
    bytes.extend_from_slice(b"202223,Multi-academy trusts,ARET\xC9 TRUST,90005,London,4,600,46.2,40%,20%\n");
    let file = only(open_file("mats.csv", &bytes));
    let names: Vec<&str> = file.records.trusts.iter().map(|trust| &*trust.name).collect();
    assert_eq!((names[0], names[2]), ("CAFÉ TRUST", "ST JOHN’S TRUST"));
    assert_eq!(names.last(), Some(&"ARETÉ TRUST"));
    assert_eq!(file.encoding, Encoding::Utf8);
    assert_eq!(ids(&file.records.doubts), ["encoding=utf-8"]);
    assert_eq!(file.records.doubts[0].lines, [8_006]);
}

#[test]
fn names_that_hold_separators_do_not_mislead() {
    let text = "urn;trust, as published;region, of its lead;years, in trust\n1;A;London;5\n";
    let Opened { refused, .. } = open_file("mine.csv", text.as_bytes());
    let [FileError::Unrecognised { columns, .. }] = &refused[..] else {
        panic!("{refused:?}");
    };
    assert_eq!(columns[1], "trust, as published");
}

#[test]
fn notes_that_are_as_wide_as_the_table_are_notes() {
    let mut text = format!("Results{0}\n{0}\nSource: nobody{0}\n", ",".repeat(9));
    text += &String::from_utf8(Manner::PLAIN.write()).unwrap();
    let records = only(open_file("mats.csv", text.as_bytes())).records;
    assert_eq!(records.trusts[0].line, 5);
    assert_eq!(ids(&records.doubts), ["header-row=line-4"]);
}

#[test]
fn rows_of_codes_are_no_labels() {
    let text = "urn,region,trust,years_in_trust,pupils_all,pupils_disadvantaged,em5_disadvantaged\n\
                n/k,London,A,*,SUPP,SUPP,*\n2,London,A,5,100,50,40%\n3,London,A,5,100,50,40%\n";
    let records = only(open_file("mine 2022-23.csv", text.as_bytes())).records;
    assert_eq!(ids(&records.doubts), [""; 0]);
    let text = text.replace("n/k,London,A,*,SUPP,SUPP,*", "(number),,,(years),(pupils),(pupils),(%)");
    let records = only(open_file("mine 2022-23.csv", text.as_bytes())).records;
    assert_eq!(ids(&records.doubts), ["repeated-header=headers"]);
    assert_eq!((records.schools.len(), records.problems.len()), (2, 0));
    let mut choices = Choices::default();
    choices.set(&records.doubts[0].id(), "rows");
    let ask = ReadRequest::default().with(choices);
    let records = only(open_file_as("mine 2022-23.csv", text.as_bytes(), ask)).records;
    assert!(!records.problems.is_empty());
}

#[test]
fn problems_are_said_once_for_each_kind() {
    let Some(folder) = shared("doubtful") else {
        return;
    };
    let path = folder.join("33-extra-header-and-blank-rows-2022-23.csv");
    let (_, said) = answer(&["analyse", &path.display().to_string(), "--format", "json"]);
    assert_eq!(said.matches("cells, but the header has").count(), 1, "{said}");
}

#[test]
fn a_preview_follows_the_header_row_that_was_chosen() {
    let wrong = "Trust results;of 2022/23;made up\nTrust;Region;Grade 5 (%)\nAsh;London;25\nElm;London;30\n";
    let right = "Results;2022/23;;;\nTrust;Region;Grade 5 (%);Schools;Pupils\nAsh;London;25;3;400\n";
    for (text, line, columns, other, others) in [
        (
            wrong,
            1,
            &["Trust results", "of 2022/23", "made up"][..],
            2,
            &["Trust", "Region", "Grade 5 (%)"][..],
        ),
        (
            right,
            2,
            &["Trust", "Region", "Grade 5 (%)", "Schools", "Pupils"],
            1,
            &["Results", "2022/23"],
        ),
    ] {
        let read = |choices: &Choices| preview("ours.csv", text.as_bytes(), None, choices).unwrap();
        let first = read(&Choices::default());
        assert_eq!(first.columns, columns);
        let [doubt] = &first.doubts[..] else {
            panic!("{:?}", first.doubts);
        };
        assert_eq!(doubt.assumed, Reading::HeaderOnLine(line));
        assert_eq!(doubt.alternatives, [Reading::HeaderOnLine(other)]);
        let mut choices = Choices::default();
        choices.set(&doubt.id(), &doubt.alternatives[0].key());
        let chosen = read(&choices);
        assert_eq!(chosen.columns, others);
        assert_eq!(chosen.doubts[0].grounds, Grounds::Chosen);
    }
    let plain = "Trust;Region;Grade 5 (%)\nAsh;London;25\nElm;London;SUPP\n";
    let plain = preview("ours.csv", plain.as_bytes(), None, &Choices::default()).unwrap();
    assert_eq!(plain.doubts, []);
}

#[test]
fn names_of_columns_are_in_the_encoding_that_was_chosen() {
    // "École;CAFÉ (%)", as an old Mac writes it.
    let bytes = b"School no;\x83cole;Caf\x8E (%)\n910001;Ash;25\n910002;Elm;0.5\n";
    let file = "ours_2022-23.csv";
    let shown = |mapping: Option<&Mapping>, choices: &Choices| preview(file, bytes, mapping, choices).unwrap();
    let first = shown(None, &Choices::default());
    assert_eq!(first.columns, ["School no", "École", "Café (%)"]);
    let [doubt] = &first.doubts[..] else {
        panic!("{:?}", first.doubts);
    };
    assert_eq!(doubt.alternatives, [Reading::Encoded(Encoding::Windows1252)]);
    let mut choices = Choices::default();
    choices.set(&doubt.id(), "windows-1252");
    let chosen = shown(None, &choices);
    assert_eq!(chosen.columns, ["School no", "ƒcole", "CafŽ (%)"]);
    // If the names are explained in either encoding, the table is read with the chosen one.
    let figure = Field::Figure(Measure::Grade5EnglishMaths, Group::All);
    for names in [["École", "Café (%)"], ["ƒcole", "CafŽ (%)"]] {
        let mut mapping = Mapping::default();
        mapping.set(Field::Urn, Some("School no"));
        mapping.set(Field::School, Some(names[0]));
        mapping.set(figure, Some(names[1]));
        let ask = ReadRequest::mapped(mapping).with(choices.clone());
        let read = only(open_file_as(file, bytes, ask));
        assert_eq!(read.encoding, Encoding::Windows1252, "{names:?}");
        assert_eq!(read.records.schools.len(), 2, "{names:?}");
        let units = read.records.doubts.iter();
        let units: Vec<_> = units.filter_map(|doubt| doubt.column.as_deref()).collect();
        assert_eq!(units, [names[1]]);
    }
}

#[test]
fn a_preview_reads_cells_as_the_whole_file_is_read() {
    let text = "urn;pupils;figure;joined\n1;1.250;0.25;9/1/2015\n2;980;0.5;9/15/2016\n";
    let mut mapping = Mapping::default();
    let figure = Field::Figure(Measure::Grade5EnglishMaths, Group::All);
    for (field, column) in [
        (Field::Urn, "urn"),
        (Field::Pupils(Group::All), "pupils"),
        (figure, "figure"),
        (Field::Joined, "joined"),
    ] {
        mapping.set(field, Some(column));
    }
    let of_first_row = |choices: &Choices| {
        let shown = preview("ours.csv", text.as_bytes(), Some(&mapping), choices).unwrap();
        let cell_preview = |field: Field| {
            let place = shown.fields.iter().position(|known| *known == field);
            match &shown.rows[0][place.unwrap()].1 {
                CellPreview::Read(words) => words.clone(),
                other => panic!("{other:?}"),
            }
        };
        [Field::Pupils(Group::All), figure, Field::Joined].map(cell_preview)
    };
    let usual = of_first_row(&Choices::default());
    assert_eq!(usual, ["1250", "25%", "1 September 2015"]);
    let mut choices = Choices::default();
    choices.set("share-unit:ours.csv:figure", "percent");
    assert_eq!(of_first_row(&choices)[1], "0.2%");
}
