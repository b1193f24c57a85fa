//! Good and bad files: what is read, what is reported, and that nothing is lost.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use crate::support::{TRUST_FILE, shared};
use proptest::prelude::*;
use trust_gap::layout::{FileError, read_file};
use trust_gap::method::{Rules, analyse};
use trust_gap::model::Library;
use trust_gap::records::{Fault, Recognised};
use trust_gap::source::{FileKind, OpenError};
use trust_gap::terms::{Group, Measure, Missing, Region};

const HEAD: &str = "TIME_PERIOD,TRUST_GROUP_TYPE,TRUST_NAME,TRUST_UID,TRUST_LEADREGION,NUMINST_MATPTINC,TPUP_MATPTINC,\
                    PFSM6CLA1A_MATPTINC,PNOTFSM6CLA1A_MATPTINC,PTL2BASICS_95_WGTAVG,\
                    PTL2BASICS_95_WGTAVG_FSM6CLA1A,PTL2BASICS_95_WGTAVG_NFSM6CLA1A";

fn row(uid: u32, rest: &str) -> String {
    format!("202223,Multi-academy trusts,TRUST {uid},{uid},{rest}")
}

fn file(rows: &[String]) -> String {
    format!("{HEAD}\n{}\n", rows.join("\n"))
}

fn good(uid: u32) -> String {
    row(uid, "London,3,500,20%,80%,45%,30%,50%")
}

fn read(text: &str) -> Recognised {
    read_file("mats.csv", text.as_bytes()).unwrap()
}

#[test]
fn the_same_file_in_every_encoding_line_end_and_delimiter_gives_the_same_trusts() {
    let text = file(&[good(1), row(2, "South West,4,600,25%,75%,40%,SUPPMAT,47%")]).replace("TRUST 1", "ARETÉ");
    let expected = read(&text).records;
    assert_eq!(expected.trusts.len(), 2);
    let windows: Vec<u8> = text
        .chars()
        .map(|letter| u8::try_from(letter as u32).unwrap())
        .collect();
    let utf16 = |bytes: fn(u16) -> [u8; 2], mark: [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect()
    };
    let variants: Vec<Vec<u8>> = vec![
        windows,
        [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        utf16(u16::to_le_bytes, [0xFF, 0xFE]),
        utf16(u16::to_be_bytes, [0xFE, 0xFF]),
        text.replace('\n', "\r\n").into_bytes(),
        text.trim_end().as_bytes().to_vec(),
        text.replace(',', ";").into_bytes(),
        text.replace(',', "\t").into_bytes(),
        text.replace("ARETÉ", "\"ARETÉ\"").into_bytes(),
    ];
    for (place, bytes) in variants.into_iter().enumerate() {
        assert_eq!(
            read_file("mats.csv", &bytes).unwrap().records,
            expected,
            "variant {place}"
        );
    }
}

#[test]
fn columns_are_found_wherever_they_stand_and_however_they_are_written() {
    let plain = read("TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG\n1,A,London,40.5\n")
        .records
        .trusts;
    let moved = read(" att8scr_wgtavg ,Trust_LeadRegion,,TRUST_NAME,trust_uid\n40.5, london ,x,A,1\n")
        .records
        .trusts;
    assert_eq!(plain, moved);
    assert_eq!(
        moved[0]
            .attainment
            .value(Measure::Attainment8, Group::All)
            .figure()
            .unwrap()
            .number(),
        40.5
    );
    let absent = moved[0].attainment.value(Measure::Attainment8, Group::Disadvantaged);
    assert_eq!(absent.missing(), Some(Missing::NoColumn));
}

#[test]
fn a_bad_row_is_listed_with_its_place_and_the_rest_is_kept() {
    let text = file(&[
        good(1),
        row(2, "Wessex,3,500,20%,80%,45%,30%,50%"),
        row(3, "London,3,500,20%,80%,45%,thirty,150%"),
        "202223,Multi-academy trusts,,,London,3,500".to_owned(),
        good(1),
        row(5, "London,3,500,20%,80%,45%,30%,50%,surplus"),
        "next year,Multi-academy trusts,TRUST 6,6,London,3,500,20%,80%,45%,30%,50%".to_owned(),
    ]);
    let records = read(&text).records;
    let uids: Vec<&str> = records.trusts.iter().map(|trust| trust.uid.as_str()).collect();
    assert_eq!(uids, ["1", "2", "3", "5"]);
    let mut found: Vec<(u64, Option<&str>, Option<&str>, &Fault)> = records
        .problems
        .iter()
        .map(|problem| {
            (
                problem.line,
                problem.column.as_deref(),
                problem.value.as_deref(),
                &problem.fault,
            )
        })
        .collect();
    found.sort_by_key(|problem| problem.0);
    let disadvantaged = Some("PTL2BASICS_95_WGTAVG_FSM6CLA1A");
    let other = Some("PTL2BASICS_95_WGTAVG_NFSM6CLA1A");
    assert_eq!(
        found,
        [
            (
                3,
                Some("TRUST_LEADREGION"),
                Some("Wessex"),
                &Fault::Unknown {
                    expected: "one of England's nine regions".into()
                }
            ),
            (4, disadvantaged, Some("thirty"), &Fault::NotANumber),
            (
                4,
                other,
                Some("150%"),
                &Fault::OutOfRange {
                    lowest: 0,
                    highest: 100
                }
            ),
            (5, None, None, &Fault::ShortRow { found: 7, expected: 12 }),
            (5, Some("TRUST_UID"), Some(""), &Fault::Blank),
            (5, Some("TRUST_NAME"), Some(""), &Fault::Blank),
            (6, Some("TRUST_UID"), Some("1"), &Fault::Repeated { first_line: 2 }),
            (
                7,
                None,
                None,
                &Fault::LongRow {
                    found: 13,
                    expected: 12
                }
            ),
            (
                8,
                Some("TIME_PERIOD"),
                Some("next year"),
                &Fault::Unknown {
                    expected: "an academic year such as 202223".into()
                }
            ),
        ]
    );
    for problem in &records.problems {
        let words = problem.to_string();
        assert!(words.starts_with("mats.csv, line ") && words.ends_with('.'), "{words}");
    }
    assert_eq!(
        records.trusts[2]
            .attainment
            .value(Measure::Grade5EnglishMaths, Group::Disadvantaged)
            .missing(),
        Some(Missing::Unreadable)
    );
}

#[test]
fn repeated_and_nameless_columns_are_named_and_the_first_is_used() {
    let text =
        "TRUST_UID,TRUST_NAME,,TRUST_LEADREGION,ATT8SCR_WGTAVG,,att8scr_wgtavg,note,note\n1,A,,London,40,,50,x,y\n";
    let records = read(text).records;
    assert_eq!(
        records.trusts[0]
            .attainment
            .value(Measure::Attainment8, Group::All)
            .figure()
            .unwrap()
            .number(),
        40.0
    );
    assert_eq!(records.problems.len(), 1, "columns that are not used may be repeated");
    assert_eq!(records.problems[0].fault, Fault::RepeatedColumn);
    assert_eq!(records.problems[0].column.as_deref(), Some("att8scr_wgtavg"));
}

#[test]
fn what_is_not_eligible_is_excluded_with_its_reason_and_never_lost() {
    let text = file(&[
        good(1),
        row(2, "London,2,500,20%,80%,45%,30%,50%"),
        good(3).replace("Multi-academy trusts", "Single-academy trusts"),
        row(4, "Wessex,3,500,20%,80%,45%,30%,50%"),
        row(5, "London,3,500,20%,80%,SUPPMAT,SUPPMAT,SUPPMAT"),
    ]);
    let mut library = Library::default();
    library.add(read(&text));
    let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
    let excluded: Vec<(Option<&str>, String)> = analysis
        .excluded
        .iter()
        .map(|exclusion| (exclusion.uid.as_deref(), exclusion.reason.to_string()))
        .collect();
    assert_eq!(
        excluded,
        [
            (Some("2"), "too few schools: 2 counted, 3 needed".to_owned()),
            (
                Some("3"),
                "not a multi-academy trust: its type is Single-academy trusts".to_owned()
            ),
        ]
    );
    // A trust with an unreadable region is left out of regional lists only.
    let wessex = analysis.trusts.iter().find(|trust| &*trust.uid == "4").unwrap();
    assert_eq!((wessex.region, wessex.regional_rank()), (None, None));
    assert_eq!(wessex.rank().unwrap().number(), 1);
    assert_eq!((analysis.all.eligible, analysis.all.published), (3, 2));
    assert_eq!(
        analysis.all.figure.unwrap().number(),
        30.0,
        "a suppressed value is never zero"
    );
}

#[test]
fn files_of_no_use_say_what_they_are_and_which_would_do() {
    let error = |name: &str, bytes: &[u8]| read_file(name, bytes).unwrap_err();
    let png = error("scan.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    assert_eq!(
        png,
        FileError::NotOpened {
            file: "scan.csv".into(),
            reason: OpenError::NotATable(FileKind::Png)
        }
    );
    assert_eq!(png.to_string(), "scan.csv: The file is a PNG picture, not a CSV file.");
    let empty = error("empty.csv", b"");
    assert_eq!(empty.to_string(), "empty.csv: The file is empty.");
    let header_only = error("head.csv", HEAD.as_bytes());
    assert!(matches!(header_only, FileError::HeaderOnly { .. }));
    assert!(header_only.to_string().contains("only the row of column names"));
    let excel = error("mats.xlsx", b"PK\x03\x04\x14\0[Content_Types].xml");
    assert!(excel.remedy().contains("save the sheet as CSV"));
    let schools = error(
        "england_ks4final.csv",
        b"RECTYPE,LEA,ESTAB,URN,SCHNAME,TPUP\n1,2,3,4,5,6\n",
    );
    assert!(
        schools
            .to_string()
            .contains("is most like the school performance file, but does not have ATT8SCR")
    );
    let near = error("near.csv", b"TRUST_NAME,TRUST_UID,other\nA,1,2\n");
    assert!(
        near.to_string()
            .contains("does not have TRUST_LEADREGION, ATT8SCR_WGTAVG"),
        "{near}"
    );
    let stranger = error("prices.csv", b"day,price\n1,2\n");
    assert!(
        stranger.to_string().contains("Its first columns are day, price."),
        "{stranger}"
    );
    let unusable = error("bad.csv", file(&[",,,,".to_owned(), "x,y".to_owned()]).as_bytes());
    assert!(matches!(unusable, FileError::NoUsableRow { .. }) && !unusable.problems().is_empty());
    for error in [png, empty, header_only, excel, schools, near, stranger, unusable] {
        assert!(error.remedy().contains("england_ks4-mats-performance.csv"), "{error}");
    }
}

#[test]
fn years_are_kept_apart_and_a_later_file_of_a_year_takes_the_place_of_the_former() {
    let mut library = Library::default();
    library.add(read(&file(&[good(1), good(2)])));
    let older = file(&[good(1)]).replace("202223", "201819");
    let added = library.add(read_file("old.csv", older.as_bytes()).unwrap());
    assert!(added.replaced.is_empty());
    let years: Vec<String> = library.years().iter().map(|year| year.unwrap().to_string()).collect();
    assert_eq!(years, ["2022/23", "2018/19"]);
    let added = library.add(read_file("new.csv", file(&[good(7)]).as_bytes()).unwrap());
    assert_eq!(added.replaced.len(), 1);
    assert_eq!(added.replaced[0].former, "mats.csv");
    assert_eq!(library.newest().unwrap().trusts()[0].uid.as_str(), "7");
}

#[test]
fn a_file_of_several_years_makes_a_data_set_of_each_and_its_problems_are_listed_once() {
    let mut library = Library::default();
    let older = good(1).replace("202223", "201819");
    let added = library.add(read(&file(&[
        good(1),
        older,
        row(2, "London,3,500,20%,80%,45%,thirty,50%"),
    ])));
    assert_eq!(added.years.len(), 2);
    assert_eq!(library.years().len(), 2);
    assert_eq!(library.problems().count(), 1);
    library.add(
        read_file(
            "mats.csv",
            file(&[row(3, "Wessex,3,500,20%,80%,45%,30%,50%")])
                .replace("202223", "201718")
                .as_bytes(),
        )
        .unwrap(),
    );
    assert_eq!(
        library.problems().count(),
        2,
        "another file of the same name has problems of its own"
    );
}

#[test]
fn the_real_file_survives_being_moved_about() {
    let Some(path) = shared(TRUST_FILE) else {
        return;
    };
    let bytes = std::fs::read(path).unwrap();
    let expected = read_file("mats.csv", &bytes).unwrap().records;
    let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
    let as_utf8 = read_file("mats.csv", text.as_bytes()).unwrap().records;
    assert_eq!(as_utf8, expected);
    let crlf = text.replace("\r\n", "\n").replace('\n', "\r\n");
    assert_eq!(read_file("mats.csv", crlf.as_bytes()).unwrap().records, expected);
}

/// Region, disadvantaged pupils' figure, other pupils' figure, pupils, share of disadvantaged pupils.
type Drawn = (usize, Option<u32>, u32, u32, u32);

/// A small trust file with regions and figures as drawn.
fn trust_files() -> impl Strategy<Value = Vec<Drawn>> {
    prop::collection::vec(
        (
            0..9_usize,
            prop::option::weighted(0.9, 0..=100_u32),
            0..=100_u32,
            1..2000_u32,
            1..100_u32,
        ),
        1..60,
    )
}

fn text_of(trusts: &[Drawn]) -> String {
    let rows: Vec<String> = trusts
        .iter()
        .enumerate()
        .map(|(uid, &(region, figure, other, pupils, share))| {
            let figure = figure.map_or("SUPPMAT".to_owned(), |figure| format!("{figure}%"));
            let region = Region::ALL[region].name();
            row(
                uid as u32 + 1,
                &format!("{region},3,{pupils},{share}%,{}%,45%,{figure},{other}%", 100 - share),
            )
        })
        .collect();
    file(&rows)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any bytes at all: an answer or an error in words, never a panic.
    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..600), header in any::<bool>()) {
        let mut file = if header { format!("{HEAD}\n").into_bytes() } else { Vec::new() };
        file.extend(bytes);
        match read_file("any.csv", &file) {
            Ok(file) => prop_assert!(!file.records.trusts.is_empty()),
            Err(error) => prop_assert!(!error.to_string().is_empty() && !error.remedy().is_empty()),
        }
    }

    /// CSV reads back unchanged, except for the guard before anything that looks like a formula.
    #[test]
    fn csv_reads_back(rows in prop::collection::vec(prop::collection::vec("[ -~\n\r\"é,]{0,8}", 3), 1..8)) {
        use trust_gap::export::csv_table::to_csv;
        let head = ["a", "b", "c"].map(str::to_owned);
        let text = to_csv(&head, &rows);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let read: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.unwrap().iter().map(|cell| cell.strip_prefix('\'').unwrap_or(cell).to_owned()).collect())
            .collect();
        let bare: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| cell.strip_prefix('\'').unwrap_or(cell).to_owned()).collect())
            .collect();
        prop_assert_eq!(read, bare);
    }

    /// Decimal numbers read as the standard library reads them.
    #[test]
    fn numbers_are_read_to_the_last_bit(whole in 0..90_u32, fraction in "[0-9]{0,13}", minus in any::<bool>()) {
        let sign = if minus { "-" } else { "" };
        let number = format!("{sign}{}.{fraction}", whole % 10);
        let text = format!("TRUST_UID,TRUST_NAME,TRUST_LEADREGION,P8MEA_WGTAVG\n1,A,London,{number}\n");
        let records = read(&text).records;
        let read = records.trusts[0].attainment.value(Measure::Progress8, Group::All).figure().unwrap();
        prop_assert_eq!(read.number().to_bits(), number.parse::<f64>().unwrap().to_bits());
    }

    /// Regional figures lie between their trusts', the order of rows does not matter, a trust
    /// without a figure has no rank, and competition ranks count the better ones.
    #[test]
    fn an_analysis_holds_together(trusts in trust_files(), focus in 0..4_usize, weighted in any::<bool>()) {
        use trust_gap::method::RegionalRule;
        use trust_gap::terms::Focus;
        let rules = Rules {
            focus: Focus::ALL[focus],
            regional: if weighted { RegionalRule::PupilWeighted } else { RegionalRule::SimpleMean },
            ..Rules::default()
        };
        let analysis_of = |text: &str| {
            let mut library = Library::default();
            library.add(read(text));
            analyse(&library.newest().unwrap(), &rules).unwrap()
        };
        let text = text_of(&trusts);
        let analysis = analysis_of(&text);
        prop_assert_eq!(analysis.trusts.len(), trusts.len());
        for region in &analysis.regions {
            let numbers: Vec<f64> = analysis
                .trusts_of(region.region)
                .filter_map(|trust| Some(trust.figure()?.number()))
                .collect();
            prop_assert_eq!(numbers.len(), region.area.published);
            prop_assert_eq!(numbers.is_empty(), region.area.figure.is_none());
            // Each end of a gap has its own weights, so a weighted gap can be outside the range of its trusts' gaps.
            let has_two_weights = rules.focus == Focus::Gap && weighted;
            if let Some(figure) = region.area.figure.filter(|_| !has_two_weights) {
                let low = numbers.iter().copied().fold(f64::INFINITY, f64::min);
                let high = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                prop_assert!(figure.number() >= low - 1e-9 && figure.number() <= high + 1e-9);
            }
        }
        let better = |one: f64, two: f64| if rules.focus.smaller_is_better() { one < two } else { one > two };
        for trust in &analysis.trusts {
            match (trust.figure(), trust.rank()) {
                (Some(figure), Some(rank)) => {
                    let above = analysis
                        .trusts
                        .iter()
                        .filter_map(|other| Some(other.figure()?.number()))
                        .filter(|other| better(*other, figure.number()))
                        .count();
                    prop_assert_eq!(rank.number() as usize, above + 1);
                }
                (None, None) => {}
                mixed => prop_assert!(false, "{mixed:?}"),
            }
        }
        let mut lines: Vec<&str> = text.lines().skip(1).collect();
        lines.reverse();
        let turned = analysis_of(&format!("{HEAD}\n{}\n", lines.join("\n")));
        for (one, two) in analysis.regions.iter().zip(&turned.regions) {
            prop_assert_eq!(one.region, two.region);
            let difference = match (one.area.figure, two.area.figure) {
                (Some(one), Some(two)) => (one.number() - two.number()).abs(),
                (None, None) => 0.0,
                _ => f64::INFINITY,
            };
            prop_assert!(difference < 1e-9);
        }
        let ranks = |analysis: &trust_gap::method::Analysis| {
            let mut ranks: Vec<_> = analysis
                .trusts
                .iter()
                .map(|trust| (trust.uid.clone(), trust.rank(), trust.regional_rank()))
                .collect();
            ranks.sort();
            ranks
        };
        prop_assert_eq!(ranks(&analysis), ranks(&turned));
    }
}
