//! Cells that allow another reading: how their columns are read, and that the page says so.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use crate::support::made_up::{School, link, links, school, wide};
use crate::support::workbook::as_csv;
use crate::support::{shared_bytes, trusts_2022_23};
use proptest::prelude::{Just, Strategy, any, prop, proptest};
use proptest::{prop_assert, prop_assert_eq};
use trust_gap::intake::{Field, Mapping, ReadRequest};
use trust_gap::layout::{FileError, open_file_as, read_file, read_mapped};
use trust_gap::method::{Rules, analyse};
use trust_gap::model::{Basis, DataSet, Library};
use trust_gap::records::{Choices, Doubt, DoubtKind, Grounds, Reading, Recognised, Tenure};
use trust_gap::terms::{AcademicYear, Better, Date, Focus, Group, Measure, Missing, OwnMeasure, Unit, Value};

fn read(name: &str, text: &str) -> Recognised {
    read_file(name, text.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn doubtful(name: &str) -> Option<Recognised> {
    let bytes = shared_bytes(&format!("doubtful/{name}"))?;
    Some(read_file(name, &bytes).unwrap_or_else(|error| panic!("{name}: {error}")))
}

/// The doubts of a kind, by column and assumed reading.
fn of_kind(file: &Recognised, kind: DoubtKind) -> Vec<&Doubt> {
    let doubts = file.records.doubts.iter();
    doubts.filter(|doubt| doubt.kind == kind).collect()
}

/// The only doubt of a kind.
fn the(file: &Recognised, kind: DoubtKind) -> &Doubt {
    let doubts = of_kind(file, kind);
    let [doubt] = doubts.as_slice() else {
        panic!("{:?}", file.records.doubts);
    };
    doubt
}

#[test]
fn the_departments_workbook_saved_as_csv_has_the_published_figures() {
    let (Some(schools), Some(links), Some(published)) = (
        as_csv("field/mat_ks4.xlsx"),
        shared_bytes("gias/group_links_2022-03.csv"),
        trusts_2022_23(),
    ) else {
        return;
    };
    let mut library = Library::default();
    library.add(read("england_ks4final_2022-23.csv", &schools));
    library.add(read_file("group_links_2022-03.csv", &links).unwrap());
    let settled: Vec<&str> = library
        .doubts()
        .filter(|doubt| doubt.kind == DoubtKind::ShareUnit && doubt.grounds == Grounds::Settled)
        .filter_map(|doubt| doubt.column.as_deref())
        .collect();
    // None of its context shares, which are also fractions, is read, because the disadvantaged pupils are counted.
    assert_eq!(settled, ["PTL2BASICS_94", "PTL2BASICS_95"]);
    let mut open = library.doubts();
    assert!(open.all(|doubt| doubt.kind != DoubtKind::ShareUnit || doubt.grounds == Grounds::Settled));
    let computed = library.newest().unwrap();
    let figure = |data: &DataSet, basis, measure, focus, uid: &str| {
        let rules = Rules {
            measure,
            focus,
            basis: Some(basis),
            ..Rules::default()
        };
        let analysis = analyse(data, &rules).unwrap();
        let trust = analysis.trusts.iter().find(|trust| &*trust.uid == uid);
        trust.unwrap().figure().unwrap().number()
    };
    let mut compared = 0;
    for (measure, tolerance) in [
        (Measure::Attainment8, 0.1),
        (Measure::Progress8, 0.01),
        (Measure::Grade5EnglishMaths, 1.0),
        (Measure::Ebacc4, 1.0),
        (Measure::EbaccEntry, 1.0),
        (Measure::Ebacc5, 1.0),
        (Measure::EbaccAps, 0.02),
    ] {
        for focus in [Focus::All, Focus::Disadvantaged, Focus::Other] {
            for uid in ["3725", "2939"] {
                let ours = figure(&computed, Basis::Computed, measure, focus, uid);
                let theirs = figure(&published, Basis::Published, measure, focus, uid);
                assert!(
                    (ours - theirs).abs() <= tolerance + 1e-9,
                    "{uid}, {measure:?}, {focus:?}: {ours} beside {theirs}"
                );
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 42);
}

#[test]
fn published_files_raise_no_doubt_about_their_cells() {
    for name in [
        "2022-2023/england_ks4-mats-performance.csv",
        "2017-2018/320_ks4revised.csv",
        "field/936_ks4final_2016-2017.csv",
        "field/936_ks4final_2018-2019.csv",
        "gias/group_links_2022-03.csv",
        "field/alllinks_saved_again.csv",
    ] {
        let Some(bytes) = shared_bytes(name) else {
            return;
        };
        let file = read_file(name, &bytes).unwrap();
        assert_eq!(file.records.doubts, [], "{name}");
    }
}

/// A school's figures of grade 5+ in English and maths, all, disadvantaged, other pupils.
fn em5(file: &Recognised, row: usize) -> [Option<f64>; 3] {
    let school = file.records.schools.get(row).unwrap();
    [Group::All, Group::Disadvantaged, Group::Other].map(|group| {
        let value: Value = school.value(Measure::Grade5EnglishMaths, group);
        value.number().ok()
    })
}

#[test]
fn a_column_of_fractions_beside_percentages_is_settled_by_its_groups() {
    let made = |all: [&str; 2], dis: [&str; 2], other: [&str; 2]| {
        let schools: Vec<School> = (0..2)
            .map(|place| School {
                em5: [all[place], dis[place], other[place]].map(str::to_owned),
                ..school(1 + place as u32)
            })
            .collect();
        read("x_2022-23.csv", &wide(&schools, Some(22)))
    };
    let file = made(["0.41", "0.5"], ["26%", "31%"], ["48%", "60%"]);
    assert_eq!(em5(&file, 0), [Some(41.0), Some(26.0), Some(48.0)]);
    let doubt = the(&file, DoubtKind::ShareUnit);
    assert_eq!(doubt.id(), "share-unit:x_2022-23.csv:PTL2BASICS_95");
    assert_eq!((doubt.assumed, doubt.grounds), (Reading::Fractions, Grounds::Settled));
    assert_eq!((doubt.rows, doubt.lines.as_slice()), (2, &[2, 3][..]));
    assert_eq!(doubt.evidence[0].value, "0.41");
    assert_eq!(doubt.evidence[1].value, "26%");
    // Small percentages are settled the other way: 1% is between 0% and 1%.
    let small = made(["0.5", "1"], ["0%", "0%"], ["1%", "1%"]);
    assert_eq!(em5(&small, 0), [Some(0.5), Some(0.0), Some(1.0)]);
    assert_eq!(the(&small, DoubtKind::ShareUnit).assumed, Reading::Percent);
    // All three fractions, nothing settles it.
    let all = made(["0.41", "0.5"], ["0.26", "0"], ["0.48", "1"]);
    assert_eq!(em5(&all, 1), [Some(50.0), Some(0.0), Some(100.0)]);
    assert_eq!(of_kind(&all, DoubtKind::ShareUnit).len(), 3);
    // Whole percentages with a few zeros and ones stay unchanged.
    let usual = made(["41", "1"], ["1", "0"], ["48", "2"]);
    assert_eq!(em5(&usual, 1), [Some(1.0), Some(0.0), Some(2.0)]);
    assert_eq!(usual.records.doubts, []);
}

#[test]
fn a_percent_sign_beside_fractions_is_read_by_sign() {
    let Some(file) = doubtful("15-mixed-percent.csv") else {
        return;
    };
    for row in 0..6 {
        assert_eq!(em5(&file, row), [Some(44.0), Some(25.0), Some(51.0)]);
    }
    let doubts = of_kind(&file, DoubtKind::ShareUnit);
    assert_eq!(doubts.len(), 3);
    assert_eq!(doubts[0].assumed, Reading::BySign);
    assert_eq!(doubts[0].alternatives, [Reading::Percent]);
    assert_eq!((doubts[0].rows, doubts[0].lines.as_slice()), (3, &[5, 6, 7][..]));
}

#[test]
fn shares_of_a_trust_file_that_make_a_whole_of_one_are_fractions() {
    let text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,PNOTFSM6CLA1A_MATPTINC,\
                PSEN_ALL4_MATPTINC,PTL2BASICS_95_WGTAVG\n\
                1,A TRUST,London,202223,500,0.25,0.75,0.1,0.4\n2,B TRUST,London,202223,600,0.3,0.7,0.15,0.5\n";
    let file = read("mats.csv", text);
    let trust = &file.records.trusts[1];
    assert_eq!((trust.disadvantaged_share, trust.other_share), (Ok(30.0), Ok(70.0)));
    assert_eq!(trust.context.sen_share, Ok(15.0));
    let figure = trust.attainment.value(Measure::Grade5EnglishMaths, Group::All);
    assert_eq!(figure.number(), Ok(50.0));
    let grounds: Vec<(Option<&str>, Grounds)> = of_kind(&file, DoubtKind::ShareUnit)
        .iter()
        .map(|doubt| (doubt.column.as_deref(), doubt.grounds))
        .collect();
    assert!(
        grounds.contains(&(Some("PFSM6CLA1A_MATPTINC"), Grounds::Settled)),
        "{grounds:?}"
    );
    assert!(
        grounds.contains(&(Some("PSEN_ALL4_MATPTINC"), Grounds::Assumed)),
        "{grounds:?}"
    );
}

#[test]
fn commas_between_thousands_are_told_from_decimal_ones() {
    let sheet = |figures: &[&str]| {
        let rows = figures.iter().enumerate();
        let rows = rows.map(|(place, figure)| format!("{},A,5,2022/23,\"1,150\",\"{figure}\"\n", 900 + place));
        let text = "urn,trust,years_in_trust,year,pupils_all,att8_all\n".to_owned() + &rows.collect::<String>();
        let file = read("mine.csv", &text);
        assert_eq!(file.records.schools.get(0).unwrap().pupils(Group::All), Ok(1150.0));
        let figures: Vec<Option<f64>> = (0..file.records.schools.len())
            .map(|row| {
                let school = file.records.schools.get(row).unwrap();
                school.value(Measure::Attainment8, Group::All).number().ok()
            })
            .collect();
        (figures, file)
    };
    let (figures, file) = sheet(&["46,6", "51,25"]);
    assert_eq!(figures, [Some(46.6), Some(51.25)]);
    assert_eq!(file.records.doubts, []);
    // No Attainment 8 is above 90.
    let (figures, file) = sheet(&["46,625", "51,25"]);
    assert_eq!(figures, [Some(46.625), Some(51.25)]);
    let doubt = the(&file, DoubtKind::Commas);
    assert_eq!((doubt.assumed, doubt.grounds), (Reading::Decimals, Grounds::Settled));
}

#[test]
fn a_measure_of_large_numbers_has_thousands() {
    let Some(bytes) = shared_bytes("doubtful/30-thousands.csv") else {
        return;
    };
    let spend = Measure::Own(OwnMeasure::new("Spend", Unit::OwnPoints, Better::Higher));
    let mut mapping = Mapping::default();
    for (field, column) in [
        (Field::Urn, "School no"),
        (Field::Trust, "Trust"),
        (Field::Region, "Region"),
        (Field::Years, "Years"),
        (Field::Pupils(Group::All), "Pupils"),
        (Field::Figure(spend, Group::All), "Spend per pupil"),
    ] {
        mapping.set(field, Some(column));
    }
    mapping.year = AcademicYear::ending(2023);
    let file = read_mapped("30-thousands.csv", &bytes, &mapping).unwrap();
    let figures: Vec<Option<f64>> = (0..4)
        .map(|row| {
            let school = file.records.schools.get(row).unwrap();
            school.value(spend, Group::All).number().ok()
        })
        .collect();
    assert_eq!(figures, [1250.0, 980.0, 12500.0, 1250.5].map(Some));
    assert_eq!(the(&file, DoubtKind::Commas).grounds, Grounds::Settled);
}

/// Pupils of the schools of an own spreadsheet, and the doubt about their points.
fn pupils_written(written: &[&str], choices: &Choices) -> (Vec<Option<f64>>, Recognised) {
    let rows = written.iter().zip(1..);
    let rows = rows.map(|(pupils, urn)| format!("{urn},A,5,2022/23,{pupils},25%\n"));
    let text = "urn,trust,years_in_trust,year,pupils_all,em5_all\n".to_owned() + &rows.collect::<String>();
    let ask = ReadRequest::default().with(choices.clone());
    let opened = open_file_as("mine.csv", text.as_bytes(), ask);
    let file = opened.files.into_iter().next().unwrap();
    let schools = file.records.schools.iter();
    let pupils = schools.map(|school| school.pupils(Group::All).ok());
    (pupils.collect(), file)
}

#[test]
fn points_between_the_thousands_of_counts_are_told_from_decimals() {
    use Grounds::{Assumed, Settled};
    let none = Choices::default();
    for (written, pupils, doubt) in [
        // A count is not a fraction.
        (
            ["1.250", "2.400"],
            [1250.0, 2400.0],
            Some((Reading::Thousands, Settled)),
        ),
        (["1.000", "980"], [1000.0, 980.0], Some((Reading::Thousands, Settled))),
        (
            ["1.000", "2.000"],
            [1000.0, 2000.0],
            Some((Reading::Thousands, Assumed)),
        ),
        (
            ["125.000", "230.000"],
            [125.0, 230.0],
            Some((Reading::Decimals, Assumed)),
        ),
        (
            ["125.000", "1230.000"],
            [125.0, 1230.0],
            Some((Reading::Decimals, Settled)),
        ),
        (["1 250", "2\u{2019}400"], [1250.0, 2400.0], None),
        (["125.0", "230"], [125.0, 230.0], None),
    ] {
        let (read, file) = pupils_written(&written, &none);
        assert_eq!(read, pupils.map(Some), "{written:?}");
        let found = of_kind(&file, DoubtKind::Points);
        let found = found.first().map(|doubt| (doubt.assumed, doubt.grounds));
        assert_eq!(found, doubt, "{written:?}");
        assert_eq!(file.records.problems, [], "{written:?}");
    }
    let (_, file) = pupils_written(&["1.250", "2.400"], &none);
    let doubt = the(&file, DoubtKind::Points);
    assert_eq!(doubt.alternatives, [Reading::Decimals]);
    assert_eq!(doubt.id(), "points:mine.csv:pupils_all");
    let mut chosen = Choices::default();
    chosen.set(&doubt.id(), "decimals");
    let (read, file) = pupils_written(&["1.250", "2.400"], &chosen);
    assert_eq!((read, file.records.problems.len()), (vec![None; 2], 2));
}

#[test]
fn points_of_counts_in_a_published_layout_are_read_alike() {
    let schools = [1, 2].map(|urn| School {
        pupils: ["1.250", "250", "1.000"].map(str::to_owned),
        ..school(urn)
    });
    let file = read("x_2022-23.csv", &wide(&schools, Some(22)));
    let counts = file.records.schools.get(1).unwrap();
    let counts = Group::ALL.map(|group| counts.pupils(group));
    let expected = Group::ALL.map(|group| match group {
        Group::All => Ok(1250.0),
        Group::Disadvantaged => Ok(250.0),
        Group::Other => Ok(1000.0),
    });
    assert_eq!(counts, expected);
    assert_eq!(of_kind(&file, DoubtKind::Points).len(), 2);
    assert_eq!(file.records.problems, []);
}

#[test]
fn points_of_a_measure_without_a_limit_are_doubted() {
    let spend = Measure::Own(OwnMeasure::new("Spend", Unit::OwnPoints, Better::Higher));
    let mut mapping = Mapping::default();
    mapping.set(Field::Urn, Some("urn"));
    mapping.set(Field::Figure(spend, Group::All), Some("Spend"));
    mapping.year = AcademicYear::ending(2023);
    for (written, figures, assumed) in [
        (["1.250", "980"], [1250.0, 980.0], Reading::Thousands),
        (["1.250", "0.980"], [1.25, 0.98], Reading::Decimals),
        (["1.250", "2.400"], [1.25, 2.4], Reading::Decimals),
        (["1.250", "1.250,5"], [1250.0, 1250.5], Reading::Thousands),
    ] {
        let text = format!("urn;Spend\n1;{}\n2;{}\n", written[0], written[1]);
        let file = read_mapped("spend.csv", text.as_bytes(), &mapping).unwrap();
        let schools = file.records.schools.iter();
        let read = schools.map(|school| school.value(spend, Group::All).number().unwrap());
        assert_eq!(read.collect::<Vec<_>>(), figures, "{written:?}");
        assert_eq!(the(&file, DoubtKind::Points).assumed, assumed, "{written:?}");
    }
}

/// Figures of grade 5+ of schools of an own spreadsheet.
fn shares_written(written: &[&str]) -> (Vec<f64>, Recognised) {
    let rows = written.iter().zip(1..);
    let rows = rows.map(|(share, urn)| format!("{urn},A,5,2022/23,100,{share}\n"));
    let text = "urn,trust,years_in_trust,year,pupils_all,em5_all\n".to_owned() + &rows.collect::<String>();
    let file = read("mine.csv", &text);
    let schools = file.records.schools.iter();
    let figures = schools.map(|school| {
        let value = school.value(Measure::Grade5EnglishMaths, Group::All);
        value.number().unwrap()
    });
    (figures.collect(), file)
}

#[test]
fn fractions_among_percentages_without_a_sign_are_doubted() {
    let (figures, file) = shares_written(&["25", "0.25", "3"]);
    assert_eq!(figures, [25.0, 25.0, 3.0]);
    let doubt = the(&file, DoubtKind::ShareUnit);
    assert_eq!(
        (doubt.assumed, doubt.grounds, doubt.lines.as_slice()),
        (Reading::BySize, Grounds::Assumed, &[3][..])
    );
    assert_eq!(doubt.alternatives, [Reading::Percent]);
    // Written like those above 1 it is more likely a small percentage.
    let (figures, file) = shares_written(&["25.5", "0.2", "3.1"]);
    assert_eq!(figures, [25.5, 0.2, 3.1]);
    let doubt = the(&file, DoubtKind::ShareUnit);
    assert_eq!((doubt.assumed, doubt.grounds), (Reading::Percent, Grounds::Assumed));
    assert_eq!(doubt.alternatives, [Reading::BySize]);
    // One beside many that are a little larger is one of them, which is said.
    let many = [
        "0.9", "1.1", "1.4", "1.9", "2.2", "2.6", "3.1", "3.3", "3.8", "4.2", "4.4",
    ];
    let (figures, file) = shares_written(&many);
    assert_eq!(figures[0], 0.9);
    assert_eq!(the(&file, DoubtKind::ShareUnit).grounds, Grounds::Settled);
}

#[test]
fn numbers_of_pupils_settle_the_unit_of_their_share() {
    let sheet = |shares: [&str; 2], counted: u32| {
        let text = format!(
            "urn,trust,years_in_trust,year,pupils_all,pupils_disadvantaged,disadvantaged_percent,em5_all\n\
             1,A,5,2022/23,200,50,{},40%\n2,A,5,2022/23,100,{counted},{},50%\n",
            shares[0], shares[1]
        );
        read("mine.csv", &text)
    };
    for (shares, counted, assumed) in [
        (["0.25", "0.2"], 20, Reading::Fractions),
        (["25", "0.2"], 20, Reading::BySize),
        (["25.1", "0.9"], 1, Reading::Percent),
    ] {
        let file = sheet(shares, counted);
        let doubt = the(&file, DoubtKind::ShareUnit);
        assert_eq!(doubt.column.as_deref(), Some("disadvantaged_percent"));
        assert_eq!(
            (doubt.assumed, doubt.grounds),
            (assumed, Grounds::Settled),
            "{shares:?}"
        );
        let of_counts = doubt.evidence.iter();
        let of_counts = of_counts.filter(|cell| cell.column.as_deref() == Some("pupils_all"));
        assert!(of_counts.count() > 0, "{:?}", doubt.evidence);
    }
}

fn joined(file: &Recognised) -> Vec<Tenure> {
    let memberships = file.records.memberships.rows().iter();
    memberships.map(|membership| membership.tenure).collect()
}

fn days(days: &[&str]) -> Vec<Tenure> {
    let days = days.iter().map(|day| Date::parse(day).unwrap());
    days.map(Tenure::Joined).collect()
}

#[test]
fn a_month_of_15_proves_that_the_month_comes_first() {
    let Some(file) = doubtful("12-us-dates/group_links.csv") else {
        return;
    };
    assert_eq!(joined(&file), days(&["2019-11-09", "2016-09-15", "2018-10-09"]));
    let doubt = the(&file, DoubtKind::DateOrder);
    assert_eq!((doubt.assumed, doubt.grounds), (Reading::MonthFirst, Grounds::Settled));
    assert_eq!(doubt.evidence[0].value, "9/15/2016");
    assert_eq!(doubt.rows, 2);
}

#[test]
fn days_are_doubted_where_nothing_proves_their_order_and_it_matters() {
    for (dates, doubted) in [
        (["1/9/2015", "1/9/2016"], true),
        (["1/9/2015", "15/9/2016"], false),
        (["2015-09-01", "2016-09-01"], false),
        (["5/5/2015", "6/6/2016"], false),
    ] {
        let file = read("links.csv", &links(&[link(1, 5, dates[0]), link(2, 5, dates[1])]));
        assert_eq!(joined(&file), days(&dates), "{dates:?}");
        let doubts = of_kind(&file, DoubtKind::DateOrder);
        assert_eq!(doubts.len(), usize::from(doubted), "{dates:?}");
        assert!(doubts.iter().all(|doubt| doubt.grounds == Grounds::Assumed));
    }
}

#[test]
fn the_first_of_several_months_shows_the_order() {
    let file = |days: [&'static str; 3]| {
        let lines = [1, 2, 3].map(|urn| link(urn, 5, days[urn as usize - 1]));
        read("links.csv", &links(&lines))
    };
    let british = file(["01-09-2015", "01-04-2016", "01-12-2017"]);
    assert_eq!(british.records.doubts, []);
    // Days that are not written as the Department writes them are guessed.
    for (written, assumed) in [
        (["09/01/2015", "04/01/2016", "12/01/2017"], Reading::MonthFirst),
        (["01/09/2015", "01/04/2016", "01/12/2017"], Reading::DayFirst),
    ] {
        let other = file(written);
        assert_eq!(joined(&other), joined(&british), "{written:?}");
        let doubt = the(&other, DoubtKind::DateOrder);
        assert_eq!(
            (doubt.assumed, doubt.grounds),
            (assumed, Grounds::Assumed),
            "{written:?}"
        );
    }
}

#[test]
fn days_of_an_own_spreadsheet_are_doubted_whatever_the_cut_off_and_those_of_published_links_are_not() {
    let sheet = |days: [&str; 2]| {
        let rows = days.iter().zip(1..);
        let rows = rows.map(|(day, urn)| format!("{urn},A,{day},2022/23,100,25%\n"));
        let text = "urn,trust,joined,year,pupils_all,em5_all\n".to_owned() + &rows.collect::<String>();
        read("mine.csv", &text)
    };
    // By the Department's cut-off each counts from one year in either order; by others it does not.
    let open = ["03-05-2015", "04-06-2016"];
    let doubt = sheet(open);
    let doubt = the(&doubt, DoubtKind::DateOrder);
    assert_eq!(
        (doubt.assumed, doubt.grounds, doubt.rows),
        (Reading::DayFirst, Grounds::Assumed, 2)
    );
    assert_eq!(doubt.alternatives, [Reading::MonthFirst]);
    for clear in [
        ["03-05-2015", "14-06-2016"],
        ["05-05-2015", "06-06-2016"],
        ["2015-05-03", "2016-06-04"],
    ] {
        assert_eq!(sheet(clear).records.doubts, [], "{clear:?}");
    }
    let published = |days: [&'static str; 2]| read("links.csv", &links(&[link(1, 5, days[0]), link(2, 5, days[1])]));
    assert_eq!(published(open).records.doubts, []);
    // That a school would count from another year is said, though the layout settles it.
    let said = published(["02-10-2016", "04-06-2016"]);
    assert_eq!(
        the(&said, DoubtKind::DateOrder).grounds,
        Grounds::Settled,
        "{:?}",
        said.records.doubts
    );
}

#[test]
fn short_years_months_by_name_and_serial_numbers_are_days() {
    let Some(file) = doubtful("13-short-years/group_links.csv") else {
        return;
    };
    assert_eq!(joined(&file), days(&["2015-09-01"; 3]));
    assert_eq!(file.records.problems, []);
}

#[test]
fn totals_and_notes_are_no_trusts() {
    let Some(bytes) = shared_bytes("doubtful/17-totals-and-notes-below.csv") else {
        return;
    };
    let mut mapping = Mapping::default();
    for field in Field::all() {
        let key = field.key();
        let columns = "trust,region,year,schools,pupils_all,pupils_disadvantaged,em5_all,em5_disadvantaged,em5_other";
        if columns.split(',').any(|column| column == key) {
            mapping.set(field, Some(&key));
        }
    }
    let file = read_mapped("17.csv", &bytes, &mapping).unwrap();
    let names: Vec<&str> = file.records.trusts.iter().map(|trust| &*trust.name).collect();
    assert_eq!(names, ["Rowanside Trust", "Eldercote Trust"]);
    let doubt = the(&file, DoubtKind::TotalRows);
    assert_eq!(doubt.alternatives, [Reading::Rows]);
    assert_eq!(doubt.lines, [4, 5, 7, 8]);
    assert_eq!(file.records.problems, []);
}

#[test]
fn totals_and_notes_of_school_files_are_no_schools_and_settled() {
    let header = wide(&[], Some(22));
    let place = |name: &str| header.trim().split(',').position(|known| known == name).unwrap();
    let row = |filled: &[(&str, &str)]| {
        let mut cells = vec![""; header.split(',').count()];
        for (name, cell) in filled {
            cells[place(name)] = cell;
        }
        cells.join(",") + "\n"
    };
    let schools = wide(&[school(1), school(2)], Some(22));
    let tidy = "school_urn,school_name,time_period,geographic_level,breakdown,pupil_count,attainment8_average\n\
                1,A,202425,School,Total,100,45.5\n2,B,202425,School,Total,120,46.5\n";
    let own = "urn,school,year,pupils_all,em5_all\n1,A,2022/23,100,25%\n2,B,2022/23,120,30%\n";
    for (name, text) in [
        (
            "wide_2022-23.csv",
            schools.clone() + &row(&[("SCHNAME", "Total"), ("TPUP", "300")]),
        ),
        (
            "wide_2022-23.csv",
            schools.clone() + &row(&[("RECTYPE", "1"), ("SCHNAME", "All schools"), ("TPUP", "999")]),
        ),
        (
            "wide_2022-23.csv",
            schools.clone() + &row(&[("URN", "England"), ("ATT8SCR", "46.2")]),
        ),
        (
            "wide_2022-23.csv",
            schools.clone() + &row(&[("RECTYPE", "Total"), ("TPUP", "300")]),
        ),
        (
            "wide_2022-23.csv",
            schools.clone() + &row(&[("RECTYPE", "Source: made up")]),
        ),
        ("tidy.csv", format!("{tidy},England,202425,,Total,220,46.0\n")),
        ("tidy.csv", format!("{tidy},Total,202425,School,Total,220,46.0\n")),
        ("own.csv", format!("{own},Total,2022/23,999,27%\n")),
    ] {
        let file = read(name, &text);
        assert_eq!(file.records.schools.len(), 2, "{text}");
        assert_eq!(file.records.problems, [], "{text}");
        let doubt = the(&file, DoubtKind::TotalRows);
        assert_eq!(
            (doubt.assumed, doubt.grounds, doubt.rows, doubt.lines.as_slice()),
            (Reading::Totals, Grounds::Settled, 1, &[4][..]),
            "{text}"
        );
    }
    // A school without its number is not a total.
    let text = schools.clone() + &row(&[("RECTYPE", "1"), ("SCHNAME", "Ash"), ("TPUP", "90")]);
    let file = read("wide_2022-23.csv", &text);
    assert_eq!((file.records.doubts.len(), file.records.problems.len()), (0, 1));
    let text = schools + &row(&[("SCHNAME", "Ash"), ("TPUP", "90")]);
    let file = read("wide_2022-23.csv", &text);
    assert_eq!((file.records.doubts.len(), file.records.problems.len()), (0, 1));
}

#[test]
fn trusts_that_are_called_like_codes_stay() {
    let Some(file) = doubtful("20-named-na-2022-23.csv") else {
        return;
    };
    let names: Vec<&str> = file.records.trusts.iter().map(|trust| &*trust.name).collect();
    for name in ["NA", "None", "New", "TRUE"] {
        assert!(names.iter().any(|known| known.eq_ignore_ascii_case(name)), "{names:?}");
    }
    assert_eq!(file.records.doubts, []);
}

#[test]
fn spellings_of_one_name_are_one_trust() {
    let Some(file) = doubtful("11-trust-name-variants.csv") else {
        return;
    };
    let memberships = &file.records.memberships;
    assert_eq!((memberships.rows().len(), memberships.named().len()), (6, 1));
    let doubt = the(&file, DoubtKind::SameTrust);
    assert_eq!(doubt.assumed, Reading::OneTrust);
    assert_eq!(doubt.alternatives, [Reading::SeveralTrusts]);
    assert_eq!(doubt.column.as_deref(), Some("Hazelbrook Trust"));
}

#[test]
fn codes_of_official_statistics_are_reasons_and_no_faults() {
    let Some(file) = doubtful("02-other-symbols-2022-23.csv") else {
        return;
    };
    assert_eq!(file.records.problems, []);
    let symbols = file.records.trusts.iter().skip(4);
    let reasons: Vec<Missing> = symbols
        .map(|trust| {
            let value = trust
                .attainment
                .value(Measure::Grade5EnglishMaths, Group::Disadvantaged);
            value.missing().unwrap_or_else(|| panic!("{}", trust.name))
        })
        .collect();
    for reason in [
        Missing::Suppressed,
        Missing::NotApplicable,
        Missing::NotAvailable,
        Missing::BelowHalfPercent,
        Missing::LowReliability,
        Missing::SpreadsheetError,
        Missing::Dash,
    ] {
        assert!(reasons.contains(&reason), "{reason:?}: {reasons:?}");
    }
    assert_eq!(the(&file, DoubtKind::Dash).alternatives, [Reading::Zero]);
}

#[test]
fn every_minus_sign_is_one() {
    let Some(file) = doubtful("31-minus-signs-2022-23.csv") else {
        return;
    };
    for trust in &file.records.trusts {
        let value = trust.attainment.value(Measure::Progress8, Group::Disadvantaged);
        assert_eq!(value.number(), Ok(-0.9), "{}", trust.name);
    }
    assert_eq!(file.records.trusts.len(), 4);
}

#[test]
fn protected_numbers_of_schools_are_read_and_rounded_ones_are_not() {
    let urns = |name: &str| {
        let file = doubtful(name)?;
        let schools = (0..file.records.schools.len()).map(|row| {
            let school = file.records.schools.get(row).unwrap();
            school.urn().to_string()
        });
        let urns: Vec<String> = schools.collect();
        Some((urns, file.records.problems))
    };
    let Some((protected, problems)) = urns("08-protected-ids.csv") else {
        return;
    };
    assert_eq!(protected, ["910000", "910001", "910002", "910010", "910011", "910012"]);
    assert_eq!(problems, []);
    let (rounded, problems) = urns("09-scientific-urn.csv").unwrap();
    // The name of 910001 has a comma without quotes, which moves all later cells.
    assert_eq!(rounded, ["910002", "910003", "20003", "910004"]);
    let named: Vec<&str> = problems.iter().filter_map(|problem| problem.value.as_deref()).collect();
    assert!(named.contains(&"9.1E+05"), "{named:?}");
    let text = "urn,trust,em5_all\n\"910,001\",A,25%\n";
    let school = read("mine_2022-23.csv", text).records.schools;
    assert_eq!(school.get(0).unwrap().urn().to_string(), "910001");
}

#[test]
fn blanks_of_other_kinds_drop_no_membership() {
    let Some(file) = doubtful("10-nbsp-type.csv") else {
        return;
    };
    assert_eq!(file.records.memberships.rows().len(), 3);
}

#[test]
fn older_group_links_are_read_and_their_short_rows_are_usual() {
    for name in [
        "field/grouplinks_edubaseallacademiesandfree20190601.csv",
        "field/gias_extract_groupLinks.csv",
    ] {
        let Some(bytes) = shared_bytes(name) else {
            return;
        };
        match read_file(name, &bytes) {
            Ok(file) => assert_eq!(file.records.problems, [], "{name}"),
            // An excerpt may have no multi-academy trust. Its layout is still recognised.
            Err(error) => assert!(matches!(error, FileError::NoUsableRow { .. }), "{name}: {error}"),
        }
    }
}

/// A school's row of an own sheet: whole percentages and points with one decimal.
#[derive(Debug, Clone)]
struct Row {
    pupils: u32,
    shares: [u32; 3],
    points: u32,
    joined: (u32, u32, u32),
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (1000_u32..3000, 0_u32..=100, 0_u32..=100, 0_u32..=100, 0_u32..900).prop_flat_map(
        |(pupils, dis, other, part, points)| {
            let all = (dis * part + other * (100 - part) + 50) / 100;
            let joined = (1_u32..=28, 1_u32..=12, 2010_u32..2022);
            joined.prop_map(move |joined| Row {
                pupils,
                shares: [all, dis, other],
                points,
                joined,
            })
        },
    );
    prop::collection::vec(row, 2..8)
}

/// How a sheet is written.
#[derive(Debug, Clone, Copy)]
struct Form {
    signs: bool,
    fractions: bool,
    decimal_commas: bool,
    thousands: bool,
    total: bool,
    month_first: bool,
}

fn forms() -> impl Strategy<Value = Form> {
    let parts = (any::<[bool; 6]>(), Just(()));
    parts.prop_map(
        |([signs, fractions, decimal_commas, thousands, total, month_first], ())| Form {
            signs: signs && !fractions,
            fractions,
            decimal_commas,
            thousands,
            total,
            month_first,
        },
    )
}

fn written(rows: &[Row], form: Form) -> String {
    let decimal = |number: String| {
        if form.decimal_commas {
            format!("\"{}\"", number.replace('.', ","))
        } else {
            number
        }
    };
    let share = |share: &u32| match (form.signs, form.fractions) {
        (true, _) => format!("{share}%"),
        (_, true) => decimal((f64::from(*share) / 100.0).to_string()),
        _ => share.to_string(),
    };
    let mut text = "urn,trust,year,joined,pupils_all,em5_all,em5_disadvantaged,em5_other,att8_all\n".to_owned();
    for (place, row) in rows.iter().enumerate() {
        let (day, month, year) = row.joined;
        let joined = if form.month_first {
            format!("{month}/{day}/{year}")
        } else {
            format!("{day}/{month}/{year}")
        };
        let pupils = if form.thousands {
            format!("\"{},{:03}\"", row.pupils / 1000, row.pupils % 1000)
        } else {
            row.pupils.to_string()
        };
        let shares: Vec<String> = row.shares.iter().map(share).collect();
        let points = decimal(format!("{}.{}", row.points / 10, row.points % 10));
        text += &format!(
            "{},A,2022/23,{joined},{pupils},{},{points}\n",
            900 + place,
            shares.join(",")
        );
    }
    if form.total {
        let pupils: u32 = rows.iter().map(|row| row.pupils).sum();
        text += &format!(",Total,,,{pupils},,,,\n");
    }
    text
}

/// Everything that was read, of each school.
fn figures(file: &Recognised) -> Vec<String> {
    let schools = &file.records.schools;
    let rows = (0..schools.len()).map(|row| {
        let school = schools.get(row).unwrap();
        let points = school.value(Measure::Attainment8, Group::All);
        format!("{:?} {:?} {points:?}", school.pupils(Group::All), em5(file, row))
    });
    rows.chain([format!("{:?}", joined(file))]).collect()
}

proptest! {
    #[test]
    fn however_a_sheet_is_written_its_figures_are_the_same_or_doubted(rows in rows(), form in forms()) {
        let plain = Form {
            signs: true,
            fractions: false,
            decimal_commas: false,
            thousands: false,
            total: false,
            month_first: false,
        };
        let (plain, other) = (read("x.csv", &written(&rows, plain)), read("x.csv", &written(&rows, form)));
        prop_assert_eq!(&other.records.problems, &[]);
        if other.records.doubts.is_empty() {
            prop_assert_eq!(figures(&plain), figures(&other));
        }
        // A reading that a file settles is correct.
        let settled = other.records.doubts.iter().all(|doubt| doubt.grounds == Grounds::Settled);
        let dates_alone = of_kind(&plain, DoubtKind::DateOrder).is_empty();
        if settled && dates_alone {
            prop_assert_eq!(figures(&plain), figures(&other));
        }
        prop_assert!(form.total <= !of_kind(&other, DoubtKind::TotalRows).is_empty());
    }
}
