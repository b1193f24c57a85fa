//! The reader's decisions where a file allows another reading: shown, described in the methods paragraph, chosen again.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::rc::Rc;

use trust_gap::chart::{doubts_in_short, doubts_table};
use trust_gap::export::methods::{Methods, Used};
use trust_gap::layout::read_file;
use trust_gap::method::{Measured, Rules, Settings, analyse};
use trust_gap::model::Library;
use trust_gap::records::{Choices, Doubt, DoubtKind, Evidence, Grounds, OWN_SPREADSHEET, Reading, Recognised};
use trust_gap::terms::AcademicYear;

const SHARE: &str = "PTL2BASICS_95_WGTAVG_FSM6CLA1A";

fn doubt(kind: DoubtKind, column: Option<&str>, assumed: Reading, grounds: Grounds) -> Doubt {
    Doubt {
        kind,
        file: "mats.csv".to_owned(),
        column: column.map(str::to_owned),
        assumed,
        alternatives: vec![Reading::Fractions],
        grounds,
        evidence: Vec::new(),
        rows: 1200,
        lines: vec![2, 3],
    }
}

/// A trust file with one trust of that share, of that year or none.
fn trust_file(name: &str, period: &str, share: &str) -> Recognised {
    let text = format!("TIME_PERIOD,TRUST_UID,TRUST_NAME,TRUST_LEADREGION,{SHARE}\n{period},1,ONE,London,{share}\n");
    let mut file = read_file(name, text.as_bytes()).unwrap();
    file.records.doubts.clear();
    file
}

fn shown(library: &Library) -> (Option<AcademicYear>, f64) {
    let data = library.newest().unwrap();
    let rules = Rules::default();
    let analysis = analyse(&data, &rules).unwrap();
    let figure = analysis.trusts[0].value().figure().unwrap();
    (data.year, figure.number())
}

fn methods(library: &Library) -> String {
    let (data, settings) = (library.newest().unwrap(), Settings::default());
    let rules = settings.rules;
    let measured = Measured::after(None, &data, &rules).unwrap();
    let analysis = measured
        .analysis(rules.focus, rules.regional, &[], &settings.interval_choices)
        .unwrap();
    Methods::new(&data, &analysis, &settings, Used::default()).paragraph
}

#[test]
fn the_notice_names_what_was_assumed_and_what_the_file_settles_in_brief() {
    assert_eq!(doubts_in_short(&[]), None);
    let percent = |column, grounds| {
        let column = Some(column);
        doubt(DoubtKind::ShareUnit, column, Reading::Percent, grounds)
    };
    let mut doubts = vec![
        percent("A", Grounds::Settled),
        percent("B", Grounds::Assumed),
        doubt(DoubtKind::TotalRows, None, Reading::Totals, Grounds::Assumed),
    ];
    doubts.extend(["C", "D", "E", "F"].map(|column| percent(column, Grounds::Settled)));
    assert_eq!(
        doubts_in_short(&doubts).unwrap(),
        "mats.csv: 2 readings in doubt: whether shares are percentages or fractions in B: percentages (25 is 25%); \
         whether rows are totals or notes: totals or notes, skipped. Settled by the file itself: whether shares are \
         percentages or fractions in A, C, D and 2 more columns: percentages (25 is 25%)."
    );
    assert_eq!(
        doubts_in_short(&[percent("A", Grounds::Chosen)]).unwrap(),
        "mats.csv: Read as you chose: whether shares are percentages or fractions in A: percentages (25 is 25%)."
    );
}

#[test]
fn the_list_has_what_was_assumed_why_the_evidence_and_what_else_it_could_be() {
    let mut seen = doubt(
        DoubtKind::DateOrder,
        Some("Joined date"),
        Reading::MonthFirst,
        Grounds::Settled,
    );
    seen.alternatives = vec![Reading::DayFirst];
    seen.evidence = vec![Evidence {
        line: Some(3),
        column: Some("Joined date".to_owned()),
        value: "9/15/2016".to_owned(),
    }];
    let unseen = doubt(DoubtKind::TotalRows, None, Reading::Totals, Grounds::Assumed);
    let table = doubts_table(&[&seen, &unseen]);
    let texts = |row: usize| {
        let cells = table.rows[row].iter();
        cells.map(|cell| cell.text()).collect::<Vec<_>>()
    };
    assert_eq!(
        texts(0),
        [
            "mats.csv",
            "Joined date",
            "whether the day or the month comes first",
            "month first (9/1/2015 is 1 September)",
            "clear from the file",
            "line 3, Joined date: \u{201c}9/15/2016\u{201d}",
            "1,200",
            "day first (1/9/2015 is 1 September)",
        ]
    );
    assert_eq!(texts(1)[1], "the whole file");
    assert_eq!(texts(1)[5], "lines 2 and 3");
}

#[test]
fn the_methods_paragraph_has_a_sentence_for_each_kind_of_decision_in_the_files_that_are_in_use() {
    let mut library = Library::default();
    library.add(trust_file("mats.csv", "202223", "25%"));
    assert!(!methods(&library).contains("A decision was needed on"));
    let mut file = trust_file("mats.csv", "202223", "25%");
    file.records.doubts = vec![
        doubt(DoubtKind::ShareUnit, Some("A"), Reading::Percent, Grounds::Settled),
        doubt(DoubtKind::TotalRows, None, Reading::Totals, Grounds::Assumed),
        doubt(DoubtKind::ShareUnit, Some("B"), Reading::Fractions, Grounds::Chosen),
    ];
    library.add(file);
    let said = methods(&library);
    assert!(
        said.contains(
            "A decision was needed on whether shares are percentages or fractions: percentages (25 is 25%) in mats.csv, A \
             (as the file itself shows); fractions (0.25 is 25%) in mats.csv, B (the user\u{2019}s choice). A \
             decision was needed on whether rows are totals or notes: totals or notes, skipped in mats.csv (an assumption)."
        ),
        "{said}"
    );
    // Another file takes its place, and its decisions with it.
    library.add(trust_file("other.csv", "202223", "25%"));
    assert!(!methods(&library).contains("A decision was needed on"));
}

#[test]
fn a_file_that_is_read_again_takes_its_own_place_and_keeps_its_stated_year() {
    // The file is identified by its name and its bytes, so the same file in another reading counts as the same.
    let read_otherwise = |file: &Recognised, share: &str| Recognised {
        records: trust_file(&file.file, "", share).records,
        ..file.clone()
    };
    let first = trust_file("first.csv", "", "25%");
    let mut library = Library::default();
    library.add(first.clone());
    library.state_year(AcademicYear::ending(2023).unwrap());
    assert_eq!(shown(&library), (AcademicYear::ending(2023), 25.0));
    assert!(library.read_again(read_otherwise(&first, "26%")));
    assert_eq!(shown(&library), (AcademicYear::ending(2023), 26.0));
    assert_eq!(library.files().len(), 1);

    // A later file keeps its priority.
    let mut own = trust_file("own.csv", "202223", "40%");
    own.layout = OWN_SPREADSHEET.into();
    library.add(own.clone());
    assert!(library.read_again(read_otherwise(&first, "27%")));
    assert_eq!(shown(&library), (AcademicYear::ending(2023), 40.0));
    let mut later = trust_file("later.csv", "202223", "50%");
    later.layout = OWN_SPREADSHEET.into();
    library.add(later);
    let both = own.clone();
    assert!(!library.read_again(both), "its place was taken");
    let names = |library: &Library| {
        let files = library.files().iter();
        files.map(|file| file.file.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&library), ["first.csv", "later.csv"]);

    // Another file of that name is not the same.
    let other = trust_file("first.csv", "202223", "99%");
    assert!(!library.read_again(other));
    assert_eq!(shown(&library).1, 50.0);
}

#[test]
fn of_two_years_the_one_that_a_later_file_took_over_stays_its_own_when_the_former_is_read_again() {
    let header = format!("TIME_PERIOD,TRUST_UID,TRUST_NAME,TRUST_LEADREGION,{SHARE}\n");
    let text = format!("{header}202122,1,ONE,London,20%\n202223,1,ONE,London,30%\n");
    let both = read_file("both.csv", text.as_bytes()).unwrap();
    let mut library = Library::default();
    library.add(both.clone());
    library.add(trust_file("newer.csv", "202223", "40%"));
    assert!(library.read_again(both));
    assert_eq!(shown(&library), (AcademicYear::ending(2023), 40.0));
    assert_eq!(library.years().len(), 2);
    let older = Rc::clone(&library.files()[0].file);
    assert_eq!(older.name, "both.csv");
}

#[test]
fn a_choice_is_followed_once_its_file_has_been_read_by_it() {
    let mut choices = Choices::default();
    let column = Some("Joined date");
    let read = doubt(DoubtKind::DateOrder, column, Reading::DayFirst, Grounds::Assumed);
    assert!(read.follows(&choices));
    let mut read = read;
    read.alternatives = vec![Reading::MonthFirst];
    choices.set(&read.id(), &Reading::MonthFirst.key());
    assert!(!read.follows(&choices));
    let mut again = read.clone();
    (again.assumed, again.alternatives) = (Reading::MonthFirst, vec![Reading::DayFirst]);
    again.grounds = Grounds::Chosen;
    assert!(again.follows(&choices));
    assert!(!again.follows(&Choices::default()), "the choice was taken back");
}

#[test]
fn what_a_link_says_goes_before_what_is_remembered() {
    let choices = |all: &[(&str, &str)]| {
        let mut choices = Choices::default();
        for (id, reading) in all {
            choices.set(id, reading);
        }
        choices
    };
    let link = choices(&[("a", "percent")]);
    let remembered = choices(&[("a", "fractions"), ("b", "rows")]);
    let all = link.or(&remembered);
    assert_eq!(all, choices(&[("b", "rows"), ("a", "percent")]));
    assert_eq!(Choices::default().or(&remembered), remembered);
}
