//! Every layout that has schools: what they have in common, and what each can contain in addition.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::made_up::{Link, link, links, school, wide};
use crate::support::{TRUST_FILE, library_of, shared_bytes, zip};
use trust_gap::demo::{Demonstration, Naming};
use trust_gap::intake::{CellPreview, Field, Mapping, MappingError, Preview, template};
use trust_gap::layout::{FileError, Opened, open_file, preview, read_file, read_mapped};
use trust_gap::method::{Analysis, Rules, analyse};
use trust_gap::model::{Basis, DataSet, Library, Replaced};
use trust_gap::records::{Choices, Fault, Recognised, Records, School, Schools, Tenure};
use trust_gap::source::{FileKind, OpenError};
use trust_gap::terms::{
    AcademicYear, Better, Focus, Group, Measure, Missing, OwnMeasure, Region, SchoolType, Unit, Value,
};

fn read(name: &str, text: &str) -> Recognised {
    read_file(name, text.as_bytes()).unwrap()
}

fn newest(files: &[(&str, &str)]) -> Rc<DataSet> {
    library_of(files).newest().unwrap()
}

fn year(ends: u16) -> AcademicYear {
    AcademicYear::ending(ends).unwrap()
}

fn analysis(data: &DataSet, measure: Measure, focus: Focus) -> Analysis {
    let rules = Rules {
        measure,
        focus,
        ..Rules::default()
    };
    analyse(data, &rules).unwrap()
}

/// A number, or `None`: the layouts have different codes for the reason.
fn number(value: Value) -> Option<f64> {
    value.figure().map(|figure| figure.number())
}

fn by_urn(schools: &Schools) -> Vec<School<'_>> {
    let mut schools: Vec<School<'_>> = schools.iter().collect();
    schools.sort_by_key(|school| school.urn());
    schools
}

#[test]
fn tidy_files_of_both_namings_hold_what_the_wide_file_holds() {
    let demonstration = Demonstration::generate();
    let ends = *demonstration.years().last().unwrap();
    let wide = read("ks4.csv", &demonstration.school_file(ends)).records;
    for naming in Naming::ALL {
        let text = demonstration.tidy_school_file(ends, naming);
        let tidy = read("tidy.csv", &text).records;
        assert_eq!(tidy.problems, [], "{naming:?}");
        assert_eq!(tidy.rows, text.lines().count() - 1);
        assert_eq!(tidy.schools.len(), wide.schools.len());
        for (one, two) in by_urn(&wide.schools).into_iter().zip(by_urn(&tidy.schools)) {
            assert_eq!(
                (one.urn(), one.name(), one.year(), one.authority(), one.region()),
                (two.urn(), two.name(), two.year(), two.authority(), two.region())
            );
            for group in Group::ALL {
                assert_eq!(one.pupils(group).ok(), two.pupils(group).ok(), "{}", one.urn());
                for measure in Measure::ALL {
                    let found = two.value(measure, group);
                    if measure == Measure::Progress8 && naming == Naming::Of2025 {
                        assert_eq!(found.missing(), Some(Missing::NotApplicable));
                    } else {
                        let expected = number(one.value(measure, group));
                        assert_eq!(number(found), expected, "{} {measure:?}", one.urn());
                    }
                }
                if naming == Naming::Of2024 {
                    assert_eq!(one.progress_pupils(group).ok(), two.progress_pupils(group).ok());
                }
            }
        }
    }
}

#[test]
fn trusts_have_the_same_figures_from_tidy_and_wide_files() {
    let demonstration = Demonstration::generate();
    let ends = *demonstration.years().last().unwrap();
    let links = demonstration.group_links();
    let of = |text: &str| newest(&[("ks4.csv", text), ("links.csv", &links)]);
    let wide = of(&demonstration.school_file(ends));
    for naming in Naming::ALL {
        let tidy = of(&demonstration.tidy_school_file(ends, naming));
        for measure in Measure::ALL {
            if measure == Measure::Progress8 && naming == Naming::Of2025 {
                let none = analysis(&tidy, measure, Focus::All);
                assert!(none.all.eligible > 100);
                assert_eq!((none.all.figure, none.all.published), (None, 0));
                continue;
            }
            let [one, two] = [&wide, &tidy].map(|data| analysis(data, measure, Focus::Gap));
            assert!(one.trusts.len() > 100);
            assert_eq!(figures(&one), figures(&two), "{naming:?} {measure:?}");
            assert_eq!(one.regions, two.regions);
        }
    }
}

/// Every trust's figure and rank, with its schools' numbers, years and weights.
fn figures(analysis: &Analysis) -> Vec<String> {
    let line = |trust: &trust_gap::method::TrustFigures| {
        let rank = trust.rank().map(|rank| rank.number());
        let schools = trust.schools.iter().map(|school| {
            let weight = school.parts.get(Group::Disadvantaged).weight;
            format!("{} {:?} {weight:?}", school.urn, school.years)
        });
        let schools = schools.collect::<Vec<_>>().join(", ");
        let value = number(trust.value());
        format!("{} {rank:?} {value:?}: {schools}", trust.uid)
    };
    analysis.trusts.iter().map(line).collect()
}

/// The columns by which a tidy file of 2023/24 is recognised.
const TIDY: &str = "time_period,geographic_level,old_la_code,version,school_urn,school_name,\
                    establishment_type_group,breakdown_topic,breakdown,sex,disadvantage,\
                    first_language,prior_attainment,mobility,t_pupils,avg_att8,pt_l2basics_95";

/// A row of a group of school 100001.
fn tidy_row(period: &str, version: &str, breakdown: &str, splits: &str, values: &str) -> String {
    format!("{period},School,908,{version},100001,ONE,Academies,x,{breakdown},{splits},{values}\n")
}

const TOTAL: &str = "Total,Total,Total,Total,Total";
const POOR: &str = "Total,Disadvantaged,Total,Total,Total";

fn att8(school: School<'_>, group: Group) -> Option<f64> {
    number(school.value(Measure::Attainment8, group))
}

fn first(schools: &Schools) -> School<'_> {
    schools.get(0).unwrap()
}

fn tidy(rows: &[String]) -> Records {
    let text = format!("{TIDY}\n{}", rows.concat());
    read("202324_performance_tables_schools_final.csv", &text).records
}

#[test]
fn rows_that_are_not_about_the_whole_of_a_group_are_passed_over() {
    let row = |breakdown, splits, values| tidy_row("202324", "Final", breakdown, splits, values);
    let records = tidy(&[
        row("Disadvantaged", "Boys,Disadvantaged,Total,Total,Total", "9,9.9,9"),
        row("Total", "Girls,Total,Total,Total,Total", "9,9.9,9"),
        row("Total", TOTAL, "100,45.5,40"),
        row("Girls", "Girls,Total,Total,Total,Total", "9,9.9,9"),
        row("Disadvantaged", POOR, "40,35.5,c"),
        row("Disadvantaged", "Total,Disadvantaged,Total,High,Total", "9,9.9,9"),
        row("Disadvantaged", "Total,Disadvantaged,English,Total,Total", "9,9.9,9"),
        row("Disadvantaged", "Total,Disadvantaged,Total,Total,Mobile", "9,9.9,9"),
        tidy_row("202324", "Final", "Total", TOTAL, "9,9.9,9").replace("School,908", "National,"),
    ]);
    assert_eq!(records.problems, []);
    assert_eq!((records.rows, records.schools.len()), (9, 1));
    let school = first(&records.schools);
    assert_eq!(
        [att8(school, Group::All), att8(school, Group::Disadvantaged)],
        [Some(45.5), Some(35.5)]
    );
    assert_eq!(school.pupils(Group::Disadvantaged), Ok(40.0));
    let suppressed = school.value(Measure::Grade5EnglishMaths, Group::Disadvantaged);
    assert_eq!(suppressed.missing(), Some(Missing::Suppressed));
    assert_eq!(att8(school, Group::Other), None);
    assert_eq!(school.school_type(), SchoolType::Academy);
    assert_eq!(school.region(), Some(Region::SouthWest));
}

#[test]
fn of_two_versions_the_better_one_is_taken_wherever_it_stands() {
    let row = |version, values| tidy_row("202324", version, "Total", TOTAL, values);
    let (revised, last) = (row("Revised", "99,44.0,39"), row("Final", "100,45.5,40"));
    for rows in [[revised.clone(), last.clone()], [last.clone(), revised]] {
        let records = tidy(&rows);
        assert_eq!(records.problems, []);
        assert_eq!(records.schools.len(), 1);
        assert_eq!(att8(first(&records.schools), Group::All), Some(45.5));
        assert_eq!(first(&records.schools).pupils(Group::All), Ok(100.0));
    }
    // The same version twice is a fault, and the first stays.
    let records = tidy(&[last, row("final", "1,1.0,1")]);
    assert_eq!(att8(first(&records.schools), Group::All), Some(45.5));
    assert_eq!(records.problems.len(), 1);
    assert_eq!(records.problems[0].fault, Fault::RepeatedGroup { first_line: 2 });
}

#[test]
fn several_years_in_one_file_are_kept_apart() {
    let rows = [
        tidy_row("202223", "Final", "Total", TOTAL, "90,41.0,30"),
        tidy_row("202324", "Final", "Total", TOTAL, "100,45.5,40"),
        tidy_row("202324", "Final", "Disadvantaged", POOR, "40,35.5,c"),
    ];
    let records = tidy(&rows);
    assert_eq!(records.problems, []);
    assert_eq!(records.schools.len(), 2);
    let text = format!("{TIDY}\n{}", rows.concat());
    let mut library = library_of(&[("ks4.csv", &text)]);
    assert_eq!(library.years(), [Some(year(2024)), Some(year(2023))]);
    let att8_of = |library: &Library, ends| {
        let data = library.data_set(Some(year(ends))).unwrap();
        let table = data.schools.as_ref().unwrap();
        att8(first(&table.schools), Group::All)
    };
    assert_eq!(att8_of(&library, 2023), Some(41.0));
    assert_eq!(att8_of(&library, 2024), Some(45.5));
    // Another file with one of the years replaces only that year.
    let added = library.add(read("new.csv", &format!("{TIDY}\n{}", rows[0].replace("41.0", "42.0"))));
    assert_eq!(
        added.replaced,
        [Replaced {
            year: Some(Some(year(2023))),
            former: "ks4.csv".to_owned()
        }]
    );
    assert_eq!(att8_of(&library, 2023), Some(42.0));
    assert_eq!(att8_of(&library, 2024), Some(45.5));
    assert_eq!(library.files().len(), 2);
}

/// The group links as downloaded: days in British order, Windows-1252.
const DOWNLOADED: &[u8] =
    b"URN,Group UID,Group Name,Group Type,Closed Date,Joined date,EstablishmentName,TypeOfEstablishment (name)\r\n\
    100001,1,ARET\xC9 TRUST,Multi-academy trust,,01-09-2018,ONE,Academy converter\r\n\
    100002,1,ARET\xC9 TRUST,Multi-academy trust,31-08-2022,15-09-2016,TWO,Academy sponsor led\r\n\
    100002,7,TWO,School sponsor,,15-09-2016,TWO,Academy sponsor led\r\n";

/// The same as another program saves them.
const SAVED_AGAIN: &str =
    ",URN,Group UID,Group Name,Group Type,Closed Date,Joined date,EstablishmentName,TypeOfEstablishment (name)
0,100001,1,ARETÉ TRUST,Multi-academy trust,,2018-09-01,ONE,Academy converter
1,100002,1,ARETÉ TRUST,Multi-academy trust,2022-08-31,2016-09-15,TWO,Academy sponsor led
2,100002,7,TWO,School sponsor,,2016-09-15,TWO,Academy sponsor led
";

#[test]
fn group_links_as_downloaded_and_as_saved_again_read_alike() {
    let downloaded = read_file("links.csv", DOWNLOADED).unwrap();
    assert_eq!(downloaded.encoding.name(), "Windows-1252");
    let again = read("links.csv", SAVED_AGAIN);
    assert_eq!(downloaded.records, again.records);
    let records = downloaded.records;
    assert_eq!((records.rows, records.memberships.rows().len()), (3, 2));
    assert_eq!(records.problems, []);
    let second = &records.memberships.rows()[1];
    let trust = records.memberships.trust(second).unwrap();
    assert_eq!(&*trust.name, "ARETÉ TRUST");
    assert!(matches!(second.tenure, Tenure::Joined(day) if day.to_string() == "15 September 2016"));
    assert_eq!(second.closed.unwrap().to_string(), "31 August 2022");
    assert_eq!(second.school_type, SchoolType::Sponsored);
}

#[test]
fn the_real_group_links_read_without_a_problem() {
    let Some(bytes) = shared_bytes("gias/group_links_2022-03.csv") else {
        return;
    };
    let records = read_file("links.csv", &bytes).unwrap().records;
    assert_eq!((records.rows, records.memberships.rows().len()), (20_395, 8_737));
    assert_eq!((records.problems.len(), records.more_problems), (0, 0));
    let closed = records.memberships.rows().iter().filter(|link| link.closed.is_some());
    assert_eq!(closed.count(), 5);
}

/// A wide file and links of a trust of four schools.
fn four_schools() -> (String, String) {
    let schools = [100_001, 100_002, 100_003, 100_004].map(school);
    let lines = [100_001, 100_002, 100_003, 100_004].map(|urn| link(urn, 9, "01-09-2019"));
    (wide(&schools, Some(22)), links(&lines))
}

fn add_all(opened: Opened) -> Library {
    let mut library = Library::default();
    for file in opened.files {
        library.add(file);
    }
    library
}

#[test]
fn an_archive_gives_every_table_in_it_and_names_the_rest() {
    let (schools, links) = four_schools();
    let archive = zip(&[
        ("Performance/", b""),
        ("Performance/2022-2023/england_ks4final.csv", schools.as_bytes()),
        ("Performance/gias/a/links.csv", links.as_bytes()),
        ("Performance/guide.pdf", b"%PDF-1.4 and so on"),
        ("readme.txt", b"Read me first.\nThen the rest.\n"),
        ("columns.csv", b"Metafile heading,Metafile description\nURN,School\n"),
    ]);
    let opened = open_file("downloads.zip", &archive);
    assert_eq!(opened.refused, []);
    let names: Vec<&str> = opened.files.iter().map(|file| file.file.as_str()).collect();
    assert_eq!(
        names,
        [
            "downloads.zip/Performance/2022-2023/england_ks4final.csv",
            "downloads.zip/Performance/gias/a/links.csv"
        ]
    );
    let skipped: Vec<(&str, &str)> = opened
        .skipped
        .iter()
        .map(|other| (other.file.as_str(), other.reason.as_str()))
        .collect();
    assert_eq!(skipped.len(), 3, "{skipped:?}");
    assert_eq!(skipped[0].0, "downloads.zip/Performance/guide.pdf");
    assert!(skipped[0].1.contains("PDF"), "{skipped:?}");
    assert_eq!(skipped[1].0, "downloads.zip/readme.txt");
    assert!(skipped[2].1.contains("what a file's columns mean"));
    // The same result as from the two separate files.
    let library = add_all(opened);
    let alone = newest(&[("ks4.csv", &schools), ("links.csv", &links)]);
    let [one, two] = [&*library.newest().unwrap(), &*alone]
        .map(|data| analysis(data, Measure::Grade5EnglishMaths, Focus::Disadvantaged));
    assert_eq!(one.trusts, two.trusts);
    assert_eq!(one.trusts[0].schools.len(), 4);
}

#[test]
fn an_archive_with_nothing_useful_says_what_it_holds() {
    let archive = zip(&[("a/guide.pdf", b"%PDF-1.4"), ("notes.csv", b"a,b\n1,2\n")]);
    let opened = open_file("downloads.zip", &archive);
    assert!(opened.files.is_empty() && opened.skipped.is_empty());
    let message = opened.refused[0].to_string();
    assert_eq!(
        message,
        "downloads.zip: the archive does not contain a table that this page recognises. It contains \
         a/guide.pdf, notes.csv."
    );
    assert!(opened.refused[0].remedy().contains("england_ks4final.csv"));
    let empty = open_file("empty.zip", &zip(&[]));
    assert_eq!(empty.refused[0].to_string(), "empty.zip: the archive is empty.");
}

#[test]
fn a_table_in_an_archive_that_is_at_fault_is_refused_by_its_path() {
    let (schools, _) = four_schools();
    let head = schools.lines().next().unwrap();
    let archive = zip(&[("a/ks4.csv", head.as_bytes()), ("b/ks4.csv", schools.as_bytes())]);
    let opened = open_file("d.zip", &archive);
    assert_eq!(opened.files.len(), 1);
    assert!(matches!(&opened.refused[0], FileError::HeaderOnly { file, .. } if file == "d.zip/a/ks4.csv"));
}

#[test]
fn a_workbook_is_refused_by_name_and_told_how_to_become_csv() {
    let workbook = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", b"<workbook/>"),
    ]);
    for bytes in [workbook.clone(), zip(&[("schools.xlsx", &workbook)])] {
        let opened = open_file("schools.xlsx", &bytes);
        assert!(opened.files.is_empty());
        let error = &opened.refused[0];
        let said = format!("{error} {}", error.remedy());
        assert!(said.contains("schools.xlsx"), "{said}");
        if bytes == workbook {
            assert!(matches!(
                error,
                FileError::NotOpened {
                    reason: OpenError::NotATable(FileKind::Excel),
                    ..
                }
            ));
            assert!(said.contains("Excel") && said.contains("CSV"), "{said}");
        }
    }
}

#[test]
fn the_template_filled_in_is_a_school_file_with_its_own_links() {
    let columns: Vec<String> = template().trim_end().split(',').map(str::to_owned).collect();
    let row = |cells: &[(&str, &str)]| {
        let cell = |name: &String| {
            let found = cells.iter().find(|(known, _)| known == name);
            found.map_or(String::new(), |(_, cell)| (*cell).to_owned())
        };
        columns.iter().map(cell).collect::<Vec<_>>().join(",") + "\n"
    };
    let school = |urn, pupils, years, figure| {
        row(&[
            ("urn", urn),
            ("trust", "Our Trust"),
            ("authority_code", "908"),
            ("years_in_trust", years),
            ("year", "2022/23"),
            ("pupils_all", "200"),
            ("pupils_disadvantaged", pupils),
            ("em5_all", "50%"),
            ("em5_disadvantaged", figure),
        ])
    };
    // The hand vector of the method, section 4.
    let text =
        template() + &school("1", "40", "3", "50") + &school("2", "60", "4", "40") + &school("3", "100", "7", "30");
    let file = read("ours.csv", &text);
    assert_eq!(file.layout, "your own spreadsheet");
    assert_eq!(file.records.problems, []);
    let data = newest(&[("ours.csv", &text)]);
    assert_eq!((data.year, data.bases()), (Some(year(2023)), vec![Basis::Computed]));
    let analysis = analysis(&data, Measure::Grade5EnglishMaths, Focus::Disadvantaged);
    let trust = &analysis.trusts[0];
    assert_eq!((&*trust.uid, trust.region), ("Our Trust", Some(Region::SouthWest)));
    assert!((trust.figure().unwrap().number() - 35.581_395_3).abs() < 5e-8);
}

#[test]
fn a_sheet_of_several_years_has_the_years_in_the_trust_of_each() {
    let text = "urn,trust,authority_code,years_in_trust,year,pupils_all,em5_all\n\
                1,T,908,3,2021/22,100,40\n2,T,908,3,2021/22,100,40\n3,T,908,3,2021/22,100,40\n\
                1,T,908,4,2022/23,100,40\n2,T,908,5,2022/23,100,40\n3,T,908,1,2022/23,100,40\n";
    let mut library = library_of(&[("ours.csv", text)]);
    let years = |library: &Library, ends| -> Vec<Option<u32>> {
        let rules = Rules {
            focus: Focus::All,
            min_years: 0,
            ..Rules::default()
        };
        let data = library.data_set(Some(year(ends))).unwrap();
        let trusts = analyse(&data, &rules).unwrap().trusts;
        trusts[0].schools.iter().map(|school| school.years).collect()
    };
    assert_eq!(years(&library, 2022), [3, 3, 3].map(Some));
    assert_eq!(years(&library, 2023), [4, 5, 1].map(Some));
    // A later file of one year takes that year's memberships with it and leaves the other's.
    let later = text.replace("4,2022/23", "6,2022/23");
    let (head, rows) = later.split_once('\n').unwrap();
    let of_2023: Vec<&str> = rows.lines().filter(|row| row.contains("2022/23")).collect();
    library.add(read("later.csv", &format!("{head}\n{}\n", of_2023.join("\n"))));
    assert_eq!(years(&library, 2022), [3, 3, 3].map(Some));
    assert_eq!(years(&library, 2023), [6, 5, 1].map(Some));
}

/// A spreadsheet with names of its own.
const OWN: &str =
    "School No,School name,MAT,LA code,Years with us,Cohort FSM6,Cohort total,5+ EM FSM6 %,5+ EM all %,Absence %
100001,ONE,Our Trust,908,3,40,100,50,60,9.5
100002,TWO,Our Trust,908,4,60,120,40%,45,7
100003,THREE,Our Trust,879,7,100,180,30,40,5
100004,FOUR,Their Trust,801,5,50,100,SUPP,30,4
100005,FIVE,Their Trust,801,5,50,100,20,30,4
100006,SIX,Their Trust,801,5,50,100,20,30,4
";

fn preview_of(text: &str, mapping: Option<&Mapping>) -> Preview {
    preview("ours.csv", text.as_bytes(), mapping, &Choices::default()).unwrap()
}

#[test]
fn an_academy_trust_is_a_trust_and_an_academy_a_school() {
    let text = "URN,Academy,Academy trust,Region,A8 PP\n136572,Elm,Birch,London,40\n";
    let guess = preview_of(text, None);
    let column = |field| guess.mapping.get(field);
    assert_eq!(column(Field::School), Some("Academy"));
    assert_eq!(column(Field::Trust), Some("Academy trust"));
}

#[test]
fn renamed_columns_are_guessed_shown_and_read() {
    let refused = read_file("ours.csv", OWN.as_bytes()).unwrap_err();
    assert!(matches!(refused, FileError::Unrecognised { .. }), "{refused}");
    let guess = preview_of(OWN, None);
    assert_eq!(guess.columns.len(), 10);
    for (field, column) in [
        (Field::Urn, "School No"),
        (Field::School, "School name"),
        (Field::Trust, "MAT"),
        (Field::Authority, "LA code"),
        (Field::Years, "Years with us"),
        (Field::Pupils(Group::Disadvantaged), "Cohort FSM6"),
        (Field::Pupils(Group::All), "Cohort total"),
        (
            Field::Figure(Measure::Grade5EnglishMaths, Group::Disadvantaged),
            "5+ EM FSM6 %",
        ),
        (Field::Figure(Measure::Grade5EnglishMaths, Group::All), "5+ EM all %"),
    ] {
        assert_eq!(guess.mapping.get(field), Some(column), "{field:?}");
    }
    assert_eq!(guess.mapping.fields().len(), 9, "absence is nothing known");
    assert_eq!(guess.verdict, Ok(()));
    assert_eq!(guess.rows.len(), 5);
    let shown = |row: usize, field: Field| {
        let place = guess.fields.iter().position(|known| *known == field);
        guess.rows[row][place.unwrap()].clone()
    };
    let em5 = Field::Figure(Measure::Grade5EnglishMaths, Group::Disadvantaged);
    assert_eq!(
        shown(3, em5),
        ("SUPP".to_owned(), CellPreview::Missing("suppressed".to_owned()))
    );
    assert_eq!(shown(0, em5), ("50".to_owned(), CellPreview::Read("50%".to_owned())));
    assert_eq!(
        shown(2, Field::Authority),
        ("879".to_owned(), CellPreview::Read("Plymouth".to_owned()))
    );
    let mut mapping = guess.mapping;
    mapping.year = Some(year(2023));
    let file = read_mapped("ours.csv", OWN.as_bytes(), &mapping).unwrap();
    assert_eq!(file.records.problems, []);
    let mut library = Library::default();
    let added = library.add(file);
    assert_eq!((added.schools, added.memberships), (6, 6));
    let data = library.newest().unwrap();
    let analysis = analysis(&data, Measure::Grade5EnglishMaths, Focus::Disadvantaged);
    let figures: Vec<(&str, f64)> = analysis
        .trusts
        .iter()
        .map(|trust| (&*trust.name, trust.figure().unwrap().number()))
        .collect();
    assert_eq!(figures.len(), 2);
    assert_eq!(figures[0].0, "Our Trust");
    assert!((figures[0].1 - 35.581_395_3).abs() < 5e-8);
    assert_eq!(figures[1], ("Their Trust", 20.0));
}

/// The guessed column of a field, in a table with these columns and no values.
fn guessed(columns: &str, field: Field) -> Option<String> {
    let text = format!("{columns}\n");
    let guess = preview_of(&text, None);
    guess.mapping.get(field).map(str::to_owned)
}

#[test]
fn no_column_of_a_group_is_guessed_to_be_of_another() {
    let all = Group::All;
    let em5 = Measure::Grade5EnglishMaths;
    for (column, fields) in [
        // Columns that may not be about all pupils are not guessed.
        ("Pupils dis", vec![]),
        ("Pupils SEN", vec![]),
        ("Pupils boys", vec![]),
        ("Pupils HPA", vec![]),
        ("Attainment 8 EAL", vec![]),
        ("Attainment 8 gap", vec![]),
        ("ATT8SCR_BOYS", vec![]),
        ("P8MEA_ORIG", vec![]),
        ("Attainment 8 English", vec![]),
        ("EM5 girls", vec![]),
        ("Progress 8 lower", vec![]),
        ("Pupils", vec![Field::Pupils(all)]),
        ("Number of pupils at the end of key stage 4", vec![Field::Pupils(all)]),
        ("Pupils 2022/23", vec![Field::Pupils(all)]),
        ("Pupils FSM6", vec![Field::Pupils(Group::Disadvantaged)]),
        ("Non-disadvantaged pupils", vec![Field::Pupils(Group::Other)]),
        ("Disadvantaged pupils, %", vec![Field::DisadvantagedShare]),
        ("% disadvantaged", vec![Field::DisadvantagedShare]),
        ("Share of pupils FSM", vec![Field::DisadvantagedShare]),
        ("Attainment 8 score", vec![Field::Figure(Measure::Attainment8, all)]),
        ("EM5 all %", vec![Field::Figure(em5, all)]),
        ("% grade 5+ in English and maths", vec![Field::Figure(em5, all)]),
        (
            "% grade 5+ in English and maths, disadvantaged",
            vec![Field::Figure(em5, Group::Disadvantaged)],
        ),
    ] {
        let guess = preview_of(&format!("\"{column}\"\n"), None);
        assert_eq!(guess.mapping.fields(), fields, "{column}");
    }
}

#[test]
fn the_names_of_published_columns_are_known() {
    for (column, field) in [
        ("URN", Field::Urn),
        ("SCHNAME", Field::School),
        ("LEA", Field::Authority),
        ("gor_name", Field::Region),
        ("region_name", Field::Region),
        ("TPUP", Field::Pupils(Group::All)),
        ("TFSM6CLA1A", Field::Pupils(Group::Disadvantaged)),
        ("TNOTFSM6CLA1A", Field::Pupils(Group::Other)),
        ("PTFSM6CLA1A", Field::DisadvantagedShare),
        ("P8PUP", Field::ProgressPupils(Group::All)),
        ("P8PUP_FSM6CLA1A", Field::ProgressPupils(Group::Disadvantaged)),
        ("P8MEA", Field::Figure(Measure::Progress8, Group::All)),
        (
            "att8scr_fsm6cla1a",
            Field::Figure(Measure::Attainment8, Group::Disadvantaged),
        ),
        ("ATT8SCR_NFSM6CLA1A", Field::Figure(Measure::Attainment8, Group::Other)),
        (
            "PTFSM6CLA1ABASICS_95",
            Field::Figure(Measure::Grade5EnglishMaths, Group::Disadvantaged),
        ),
        (
            "PTL2BASICS_94_WGTAVG_FSM6CLA1A",
            Field::Figure(Measure::Grade4EnglishMaths, Group::Disadvantaged),
        ),
        ("avg_att8", Field::Figure(Measure::Attainment8, Group::All)),
        ("TRUST_UID", Field::TrustUid),
        ("TRUST_NAME", Field::Trust),
        ("Group Name", Field::Trust),
        ("TIME_PERIOD", Field::Year),
    ] {
        assert_eq!(guessed(column, field).as_deref(), Some(column), "{column}");
    }
}

#[test]
fn a_share_of_disadvantaged_pupils_takes_the_place_of_their_number() {
    let counted = "URN,Trust,Region,Years,TPUP,TFSM6CLA1A,TNOTFSM6CLA1A,PTFSM6CLA1ABASICS_95,P8MEA\n\
        100001,T,London,3,100,40,60,50,0.1\n100002,T,London,4,120,60,60,40,0.2\n100003,T,London,7,180,100,80,30,0.3\n";
    let shares = |of: [&str; 3]| {
        let [one, two, three] = of;
        format!(
            "URN,Trust,Region,Years,TPUP,PTFSM6CLA1A,PTFSM6CLA1ABASICS_95,P8MEA\n\
             100001,T,London,3,100,{one},50,0.1\n100002,T,London,4,120,{two},40,0.2\n100003,T,London,7,180,{three},30,0.3\n"
        )
    };
    let records = |text: &str| {
        let guess = preview_of(text, None);
        assert_eq!(guess.verdict, Ok(()));
        let file = read_mapped("2022-23.csv", text.as_bytes(), &guess.mapping).unwrap();
        assert_eq!(file.records.problems, []);
        file.records
    };
    let expected = records(counted);
    for of in [["40%", "50%", "55.6%"], ["40", "50", "55.6"], ["0.4", "0.5", "0.556"]] {
        let found = records(&shares(of));
        for (one, two) in expected.schools.iter().zip(found.schools.iter()) {
            for group in Group::ALL {
                assert_eq!(one.pupils(group), two.pupils(group), "{of:?}");
            }
        }
    }
    // For a trust, the share is as in a trust file.
    let text = "Trust,Region,Pupils,Disadvantaged pupils %,Attainment 8 FSM6\nOne,London,1000,25%,40.5\n";
    let trust = &records(text).trusts[0];
    assert_eq!((trust.disadvantaged_share, trust.other_share), (Ok(25.0), Ok(75.0)));
}

#[test]
fn a_column_may_be_two_things_that_are_one() {
    let text = "Trust,Region,Pupils,A8\nOne,London,1000,40.5\n";
    let figure = |group| Field::Figure(Measure::Attainment8, group);
    let verdict = |one: Field, two: Field, column: &str| {
        let mut mapping = preview_of(text, None).mapping;
        mapping.set(one, Some(column));
        mapping.set(two, Some(column));
        let verdict = preview_of(text, Some(&mapping)).verdict;
        assert_eq!(
            verdict.is_ok(),
            read_mapped("2022-23.csv", text.as_bytes(), &mapping).is_ok()
        );
        verdict
    };
    let pupils = Field::Pupils;
    let progress = Field::ProgressPupils;
    assert_eq!(verdict(Field::Trust, Field::TrustUid, "Trust"), Ok(()));
    assert_eq!(verdict(pupils(Group::All), progress(Group::All), "Pupils"), Ok(()));
    for (one, two, column) in [
        (figure(Group::All), figure(Group::Disadvantaged), "A8"),
        (pupils(Group::All), pupils(Group::Disadvantaged), "Pupils"),
        (pupils(Group::All), progress(Group::Disadvantaged), "Pupils"),
    ] {
        let verdict = verdict(one, two, column);
        assert!(matches!(verdict, Err(MappingError::UsedTwice { .. })), "{verdict:?}");
    }
}

#[test]
fn of_a_measure_of_ones_own_the_lowest_comes_first_where_lower_is_better() {
    let mut mapping = preview_of(OWN, None).mapping;
    let absence = Measure::Own(OwnMeasure::new("Absence", Unit::Percent, Better::Lower));
    mapping.set(Field::Figure(absence, Group::All), Some("Absence %"));
    let mut library = Library::default();
    library.add(read_mapped("ours.csv", OWN.as_bytes(), &mapping).unwrap());
    let data = library.newest().unwrap();
    assert!(data.measures(Basis::Computed).contains(&absence));
    assert_eq!(data.focuses(Basis::Computed, absence), [Focus::All]);
    let analysis = analysis(&data, absence, Focus::All);
    let ranked: Vec<(&str, u32)> = analysis
        .trusts
        .iter()
        .map(|trust| (&*trust.name, trust.rank().unwrap().number()))
        .collect();
    assert_eq!(ranked, [("Their Trust", 1), ("Our Trust", 2)]);
    // Cohorts and years weigh here as anywhere: 100 x 3, 120 x 4 and 180 x 5.
    let ours = analysis.trusts[1].figure().unwrap().number();
    let expected = (300.0 * 9.5 + 480.0 * 7.0 + 900.0 * 5.0) / 1680.0;
    assert!((ours - expected).abs() < 1e-9);
}

#[test]
fn a_sheet_of_trusts_is_read_as_published() {
    let text = "Trust name,Lead region,Pupils,Pupils FSM6,Attainment 8 FSM6\n\
                One,London,1000,250,40.5\nTwo,South West,800,c,35\nThree,Wessex,800,100,35\n";
    let guess = preview_of(text, None);
    assert_eq!(guess.verdict, Ok(()), "{:?}", guess.mapping);
    let file = read_mapped("2022-23.csv", text.as_bytes(), &guess.mapping).unwrap();
    let records = &file.records;
    assert_eq!((records.trusts.len(), records.schools.len()), (3, 0));
    let first = &records.trusts[0];
    assert_eq!((first.region, first.year), (Some(Region::London), Some(year(2023))));
    assert_eq!((first.pupils, first.disadvantaged_share), (Ok(1000.0), Ok(25.0)));
    assert_eq!(records.trusts[1].disadvantaged_share, Err(Missing::Suppressed));
    assert_eq!(records.problems.len(), 1, "Wessex is no region");
    let mut library = Library::default();
    library.add(file);
    let analysis = analysis(&library.newest().unwrap(), Measure::Attainment8, Focus::Disadvantaged);
    // The trust of no region is ranked among all.
    assert_eq!((analysis.basis, analysis.trusts.len()), (Basis::Published, 3));
}

#[test]
fn a_mapping_that_does_not_fit_says_why() {
    let verdict = |pairs: &[(Field, &str)]| {
        let mut mapping = Mapping::default();
        for (field, column) in pairs {
            mapping.set(*field, Some(column));
        }
        let shown = preview_of(OWN, Some(&mapping)).verdict;
        let read = read_mapped("ours.csv", OWN.as_bytes(), &mapping);
        match (&shown, read) {
            (Err(one), Err(FileError::NotMapped { reason, .. })) => assert_eq!(*one, reason),
            (Ok(()), Ok(_)) => {}
            (shown, read) => panic!("{shown:?} and {read:?}"),
        }
        shown
    };
    let em5 = Field::Figure(Measure::Grade5EnglishMaths, Group::All);
    assert_eq!(verdict(&[]), Err(MappingError::NoSubject));
    assert_eq!(verdict(&[(em5, "5+ EM all %")]), Err(MappingError::NoSubject));
    assert_eq!(
        verdict(&[(Field::Trust, "MAT"), (em5, "5+ EM all %")]),
        Ok(()),
        "a region need not be there"
    );
    assert_eq!(verdict(&[(Field::Urn, "School No")]), Err(MappingError::NoFigure));
    assert_eq!(
        verdict(&[(Field::Urn, "School Nr"), (em5, "5+ EM all %")]),
        Err(MappingError::NoSuchColumn {
            field: "School number (URN)".to_owned(),
            column: "School Nr".to_owned()
        })
    );
    let twice = verdict(&[
        (Field::Urn, "School No"),
        (Field::Years, "school no"),
        (em5, "5+ EM all %"),
    ]);
    assert!(matches!(twice, Err(MappingError::UsedTwice { .. })), "{twice:?}");
    assert_eq!(verdict(&[(Field::Urn, " school no "), (em5, "5+ EM all %")]), Ok(()));
}

#[test]
fn what_a_mapped_sheet_cannot_mean_is_listed_with_its_place() {
    let text = OWN
        .replace("100002,TWO", "TWO,TWO")
        .replace("100003,THREE", "100001,THREE")
        .replace("801,5,50", "801,5,fifty");
    let mapping = preview_of(OWN, None).mapping;
    let records = read_mapped("ours.csv", text.as_bytes(), &mapping).unwrap().records;
    let mut found: Vec<(u64, Option<&str>)> = records
        .problems
        .iter()
        .map(|problem| (problem.line, problem.column.as_deref()))
        .collect();
    found.sort_unstable();
    assert_eq!(
        found,
        [
            (3, Some("School No")),
            (4, Some("School No")),
            (5, Some("Cohort FSM6")),
            (6, Some("Cohort FSM6")),
            (7, Some("Cohort FSM6")),
        ]
    );
    assert_eq!((records.rows, records.schools.len()), (6, 4));
}

#[test]
fn a_later_file_of_the_same_kind_and_year_takes_the_place_of_the_earlier() {
    let (schools, links) = four_schools();
    let mut library = library_of(&[("ks4.csv", &schools), ("links.csv", &links)]);
    let replaced =
        |library: &mut Library, name: &str, text: &str| -> Vec<Replaced> { library.add(read(name, text)).replaced };
    let former = |year, former: &str| Replaced {
        year,
        former: former.to_owned(),
    };
    // Another year and another kind replace nothing.
    let earlier = schools.replace("ATT8SCR_22", "ATT8SCR_18");
    assert_eq!(replaced(&mut library, "earlier.csv", &earlier), []);
    let trusts = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,ATT8SCR_WGTAVG\n9,N,London,202223,1\n";
    assert_eq!(replaced(&mut library, "mats.csv", trusts), []);
    assert_eq!(library.files().len(), 4);
    assert_eq!(library.newest().unwrap().bases(), [Basis::Computed, Basis::Published]);
    let better = schools.replace("25%", "75%");
    assert_eq!(
        replaced(&mut library, "new.csv", &better),
        [former(Some(Some(year(2023))), "ks4.csv")]
    );
    let figure = |library: &Library| {
        let analysis = analysis(
            &library.newest().unwrap(),
            Measure::Grade5EnglishMaths,
            Focus::Disadvantaged,
        );
        analysis
            .trusts
            .first()
            .and_then(|trust| trust.figure())
            .map(|figure| figure.number())
    };
    assert_eq!(figure(&library), Some(75.0));
    let fewer: String = links.lines().take(3).map(|line| format!("{line}\n")).collect();
    assert_eq!(replaced(&mut library, "fewer.csv", &fewer), [former(None, "links.csv")]);
    assert_eq!(figure(&library), None, "two schools are too few");
    let names: Vec<&str> = library.files().iter().map(|file| file.file.name.as_str()).collect();
    assert_eq!(names, ["earlier.csv", "mats.csv", "new.csv", "fewer.csv"]);
    // A removed file is gone, and the others stay.
    assert_eq!(library.remove(9), None);
    assert_eq!(library.remove(3).unwrap().name, "fewer.csv");
    assert_eq!(library.newest().unwrap().bases(), [Basis::Published]);
    assert_eq!(library.remove(2).unwrap().name, "new.csv");
    assert_eq!(library.remove(1).unwrap().name, "mats.csv");
    assert_eq!(library.years(), [Some(year(2019))]);
    library.remove(0);
    assert_eq!((library.newest(), library.files().len()), (None, 0));
}

#[test]
fn a_sheet_that_names_its_trusts_needs_no_links_and_keeps_its_own() {
    let (_, links) = four_schools();
    let sheet = "urn,trust,authority_code,years_in_trust,year,em5_all,pupils_all\n\
                 100001,Mine,908,5,2022/23,40,100\n100002,Mine,908,5,2022/23,40,100\n\
                 100003,Mine,908,5,2022/23,40,100\n";
    for order in [[0, 1], [1, 0]] {
        let files = [("sheet.csv", sheet), ("links.csv", links.as_str())];
        let data = newest(&order.map(|place| files[place]));
        let analysis = analysis(&data, Measure::Grade5EnglishMaths, Focus::All);
        assert_eq!(analysis.trusts.len(), 1);
        assert_eq!(&*analysis.trusts[0].name, "Mine");
    }
}

#[test]
fn the_real_trust_file_may_come_with_schools_of_another_year() {
    let Some(trusts) = shared_bytes(TRUST_FILE) else {
        return;
    };
    let (schools, _) = four_schools();
    let mut library = library_of(&[("ks4.csv", &schools.replace("ATT8SCR_22", "ATT8SCR_18"))]);
    library.add(read_file(TRUST_FILE, &trusts).unwrap());
    assert_eq!(library.years(), [Some(year(2023)), Some(year(2019))]);
    assert_eq!(library.newest().unwrap().bases(), [Basis::Published]);
    let earlier = library.data_set(Some(year(2019))).unwrap();
    assert_eq!(earlier.bases(), []);
    // Links are of no year: they join the schools of any.
    let lines: [Link; 4] = [100_001, 100_002, 100_003, 100_004].map(|urn| link(urn, 9, "2014-01-01"));
    library.add(read("links.csv", &links(&lines)));
    assert_eq!(library.data_set(Some(year(2019))).unwrap().bases(), [Basis::Computed]);
}
