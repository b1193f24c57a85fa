//! Files that could mean several things: how they are read, and that the page says so.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::made_up::{link, links, school, wide};
use crate::support::{library_of, shared_bytes, zip};
use trust_gap::chart::{Cell, areas_table};
use trust_gap::export::certainty::Certainty;
use trust_gap::export::report::Report;
use trust_gap::intake::template;
use trust_gap::layout::{open_file, preview, read_file};
use trust_gap::method::{IntervalChoices, Level, Measured, MissingPolicy, RegionalRule, Rules, analyse, side_by_side};
use trust_gap::model::{Basis, DataSet, Library};
use trust_gap::records::{Choices, Fault, Reading, TotalOf};
use trust_gap::terms::{AcademicYear, Area, Focus, Measure, OwnMeasure, SchoolTypes, Unit};

const FOUR: [u32; 4] = [100_001, 100_002, 100_003, 100_004];

fn four(joined: &'static str) -> (String, String) {
    let lines = FOUR.map(|urn| link(urn, 9, joined));
    (wide(&FOUR.map(school), Some(22)), links(&lines))
}

fn newest(files: &[(&str, &str)]) -> Rc<DataSet> {
    library_of(files).newest().unwrap()
}

fn sheet(rows: &str) -> String {
    format!("urn,region,trust,years_in_trust,pupils_all,pupils_disadvantaged,em5_disadvantaged\n{rows}")
}

#[test]
fn a_spreadsheet_stands_before_the_departments_file_and_does_not_push_it_out() {
    let (schools, memberships) = four("01-09-2015");
    let mine = sheet("1,London,MINE,5,100,50,40%\n2,London,MINE,5,100,50,40%\n3,London,MINE,5,100,50,40%\n");
    let mut library = library_of(&[("ks4.csv", &schools), ("links.csv", &memberships)]);
    let added = library.add(read_file("mine 2022-23.csv", mine.as_bytes()).unwrap());
    assert!(added.replaced.is_empty());
    let names = |library: &Library| -> Vec<String> {
        let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
        analysis
            .trusts
            .into_iter()
            .map(|trust| trust.name.to_string())
            .collect()
    };
    assert_eq!(names(&library), ["MINE"]);
    let shown: Vec<bool> = library.files().iter().map(|file| library.is_shown(file)).collect();
    assert_eq!(shown, [false, true, true]);
    library.remove(2);
    assert_eq!(names(&library), ["TRUST 9"]);
}

#[test]
fn a_trust_whose_schools_all_joined_late_says_so() {
    let (schools, memberships) = four("01-10-2023");
    let data = newest(&[("ks4.csv", &schools), ("links.csv", &memberships)]);
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let of = |level: Level| analysis.excluded.iter().filter(move |of| of.level == level);
    assert_eq!(
        of(Level::Trust).next().unwrap().reason.to_string(),
        "too few schools: 0 counted, 3 needed (4 left out: joined after the cut-off)"
    );
    assert!(of(Level::School).all(|school| school.uid.as_deref() == Some("9")));
}

#[test]
fn a_trust_left_out_for_a_missing_value_is_left_out_by_school_too() {
    let mut all = FOUR.map(school);
    all[0].em5[1] = "SUPP".to_owned();
    let lines = FOUR.map(|urn| link(urn, 9, "01-09-2015"));
    let (schools, memberships) = (wide(&all, Some(22)), links(&lines));
    let data = newest(&[("ks4.csv", &schools), ("links.csv", &memberships)]);
    let by_school = Rules {
        regional: RegionalRule::BySchool,
        ..Rules::default()
    };
    assert!(analyse(&data, &by_school).unwrap().all.figure.is_some());
    let strict = Rules {
        missing: MissingPolicy::LeaveOutTrust,
        ..by_school
    };
    assert_eq!(analyse(&data, &strict).unwrap().all.figure, None);
}

#[test]
fn a_published_trust_that_is_not_eligible_is_still_in_its_file() {
    let (schools, memberships) = four("01-09-2015");
    let trusts = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,NUMINST_MATPTINC,PTL2BASICS_95_WGTAVG,\
                  PTL2BASICS_95_WGTAVG_FSM6CLA1A,PTL2BASICS_95_WGTAVG_NFSM6CLA1A\n9,NINE,South West,202223,2,40%,26%,50%\n";
    let files = [
        ("ks4.csv", schools.as_str()),
        ("links.csv", &memberships),
        ("mats.csv", trusts),
    ];
    let data = newest(&files);
    let rows = side_by_side(&data, &Rules::default()).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].published.unwrap().figure().unwrap().number(), 26.0);
    assert_eq!(rows[0].difference.unwrap().number(), -1.0);
    let gap = Rules {
        focus: Focus::Gap,
        ..Rules::default()
    };
    let published = side_by_side(&data, &gap).unwrap()[0].published.unwrap();
    assert_eq!(published.figure().unwrap().number(), 24.0);
}

#[test]
fn of_a_gap_the_departments_totals_are_gaps_too() {
    const SCHOOLS: &str = "2022-2023/england_ks4final_header_and_sample_rows.csv";
    const LINKS: &str = "gias/group_links_2022-03.csv";
    let (Some(schools), Some(memberships)) = (shared_bytes(SCHOOLS), shared_bytes(LINKS)) else {
        return;
    };
    let mut library = Library::default();
    library.add(read_file(SCHOOLS, &schools).unwrap());
    library.add(read_file(LINKS, &memberships).unwrap());
    let data = library.newest().unwrap();
    let rules = Rules {
        focus: Focus::Gap,
        ..Rules::default()
    };
    let areas = [Area::parse("Cornwall=908").unwrap()];
    let measured = Measured::after(None, &data, &rules).unwrap();
    let analysis = measured
        .analysis(rules.focus, rules.regional, &areas, &IntervalChoices::default())
        .unwrap();
    let certainty = Certainty::new(&analysis);
    let report = Report::new(&analysis, &certainty, &[], library.problems());
    // The published national row: 52% of other pupils, 25% of disadvantaged ones.
    let Some(Cell::Figure(of_england)) = report.england.get("state_funded") else {
        panic!("no figure of England");
    };
    assert_eq!(of_england.number(), 27.0);
    let text = trust_gap::export::text::write(&data, &analysis, &certainty);
    let england = text.lines().find(|line| line.starts_with("England, state-funded"));
    assert!(england.unwrap().ends_with("27.0"), "{text}");
    let Some(Cell::Records(authorities)) = report.areas[0].get("authorities") else {
        panic!("no authorities");
    };
    let Some(Cell::Figure(cornwall)) = authorities[0].get("figure") else {
        panic!("no figure of Cornwall");
    };
    let shown = areas_table(&analysis).rows[1][2].data();
    assert_eq!(shown, cornwall.number().to_string());
    assert!(cornwall.number() > 20.0, "Cornwall: 19% of disadvantaged pupils");
}

#[test]
fn of_two_rows_for_all_of_a_group_the_one_with_more_pupils_counts() {
    let text = "time_period,school_urn,school_name,breakdown,sex,sen_status,t_pupils,pt_l2basics_95\n\
                202324,1,ONE,Total,Total,SEN,20,10\n202324,1,ONE,Total,Total,Total,100,40\n";
    let records = read_file("202324_x.csv", text.as_bytes()).unwrap().records;
    assert_eq!(records.problems[0].fault, Fault::RepeatedGroup { first_line: 2 });
    let school = records.schools.get(0).unwrap();
    assert_eq!(school.pupils(trust_gap::terms::Group::All), Ok(100.0));
}

#[test]
fn percentages_that_look_like_fractions_are_doubted() {
    let fractions = sheet("1,London,A,5,100,50,0.33\n2,London,A,5,100,50,1\n");
    let records = read_file("x.csv", fractions.as_bytes()).unwrap().records;
    assert_eq!(records.problems, []);
    assert_eq!(records.doubts.len(), 1);
    assert_eq!(records.doubts[0].assumed, Reading::Fractions);
    for usual in ["0.33%", "33", "SUPP"] {
        let text = sheet(&format!("1,London,A,5,100,50,{usual}\n"));
        let records = read_file("x.csv", text.as_bytes()).unwrap().records;
        assert!(records.problems.is_empty(), "{usual}");
        assert!(records.doubts.is_empty(), "{usual}");
    }
}

#[test]
fn a_year_that_is_stated_does_not_mix_with_rows_that_say_it() {
    let text = "urn,trust,years_in_trust,year,em5_disadvantaged\n1,A,5,,30%\n2,A,5,2022/23,40%\n";
    let mut library = Library::default();
    library.add(read_file("mine.csv", text.as_bytes()).unwrap());
    assert_eq!(library.files_without_year(), "mine.csv");
    library.state_year(AcademicYear::ending(2023).unwrap());
    let schools = |year| library.data_set(year).unwrap().schools.as_ref().unwrap().schools.len();
    assert_eq!((schools(None), schools(AcademicYear::ending(2023))), (1, 1));
}

#[test]
fn an_archive_with_a_workbook_beside_tables_is_opened() {
    let (schools, _) = four("01-09-2015");
    let book = zip(&[("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>")]);
    let both = zip(&[("meta.xlsx", &book), ("data/ks4.csv", schools.as_bytes())]);
    let opened = open_file("download.zip", &both);
    assert_eq!(opened.files[0].file, "download.zip/data/ks4.csv");
    assert!(opened.skipped[0].reason.contains("save its sheet as CSV"));
    let alone = open_file("book.xlsx", &book);
    assert!(alone.files.is_empty() && alone.refused[0].remedy().contains("save the sheet as CSV"));
}

#[test]
fn many_schools_that_do_not_count_are_counted_in_no_time() {
    let urns = 1..=20_000_u32;
    let schools: Vec<_> = urns.clone().map(school).collect();
    let lines: Vec<_> = urns.map(|urn| link(urn, 9, "01-09-2022")).collect();
    let (schools, memberships) = (wide(&schools, Some(22)), links(&lines));
    let data = newest(&[("ks4.csv", &schools), ("links.csv", &memberships)]);
    let analysis = analyse(&data, &Rules::default()).unwrap();
    assert!(
        analysis.excluded[0]
            .reason
            .to_string()
            .ends_with("(20000 left out: too few years)")
    );
}

#[test]
fn the_preview_of_a_long_file_reads_its_beginning() {
    let row = "1,London,A,5,100,50,40%\n";
    let long = sheet(&row.repeat(20_000));
    let shown = preview("long.csv", long.as_bytes(), None, &Choices::default()).unwrap();
    assert_eq!(shown.rows.len(), 5);
    assert!(shown.verdict.is_ok());
}

#[test]
fn no_type_at_all_is_a_choice_that_reads_back() {
    let none = SchoolTypes::CHOICES
        .into_iter()
        .fold(SchoolTypes::default(), |types, (of, _)| types.with(of, false));
    assert_eq!(none.keys(), "");
    assert_eq!(SchoolTypes::parse(""), Some(none));
}

#[test]
fn own_measures_whose_names_differ_in_signs_alone_have_two_keys() {
    let key = |name| Measure::Own(OwnMeasure::new(name, Unit::Percent, Default::default())).key();
    assert_ne!(key("Meals %"), key("Meals \u{a3}"));
    assert_eq!(key("Late arrivals"), "own-late-arrivals");
}

#[test]
fn the_template_has_no_column_twice_and_totals_are_no_schools() {
    let header = template();
    let mut names: Vec<&str> = header.trim().split(',').collect();
    names.sort_unstable();
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all);
    let text = wide(&[school(1)], Some(22)) + "5,,,,,100\n";
    let records = read_file("ks4.csv", text.as_bytes()).unwrap().records;
    assert_eq!((records.schools.len(), records.totals[0].of), (1, TotalOf::AllSchools));
    assert_eq!(Basis::from_key("computed"), Some(Basis::Computed));
}
