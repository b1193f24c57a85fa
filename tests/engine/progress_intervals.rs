//! Progress 8's published intervals, and the pupils' standard deviation computed from them: for real files, made-up
//! files with missing or broken cells, and the demonstration.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::rc::Rc;

use crate::support::made_up::{link, links, school, wide};
use crate::support::{library_of, shared_bytes, trusts_2022_23};
use trust_gap::demo::{Demonstration, Naming};
use trust_gap::intake::Answer;
use trust_gap::layout::{open_file, read_file};
use trust_gap::model::{Basis, DataSet};
use trust_gap::records::{ByGroup, Fault, Records, TrustRecord};
use trust_gap::stats::Interval;
use trust_gap::terms::{AcademicYear, Group};

fn year(ends: u16) -> Option<AcademicYear> {
    AcademicYear::ending(ends)
}

fn read(text: &str) -> Records {
    read_file("made-up.csv", text.as_bytes()).unwrap().records
}

/// A standard deviation as the method paper writes it.
fn rounded(sd: f64) -> f64 {
    (sd * 100.0).round() / 100.0
}

/// The ends of all, disadvantaged and other pupils' intervals.
fn ends(trust: &TrustRecord) -> [Option<(f64, f64)>; 3] {
    [Group::All, Group::Disadvantaged, Group::Other].map(|group| {
        let interval = (*trust.progress_interval.get(group))?;
        Some((interval.low(), interval.high()))
    })
}

/// The faults: line, column, value, fault.
fn faults(records: &Records) -> Vec<(u64, &str, Option<&str>, Fault)> {
    let problems = records.problems.iter();
    let faults = problems.map(|problem| {
        let column = problem.column.as_deref().unwrap();
        let fault = problem.fault.clone();
        (problem.line, column, problem.value.as_deref(), fault)
    });
    faults.collect()
}

#[test]
fn trusts_have_the_intervals_that_their_file_publishes() {
    let Some(data) = trusts_2022_23() else { return };
    let of = |uid: &str| {
        let mut trusts = data.trusts().iter();
        ends(trusts.find(|trust| trust.uid.as_str() == uid).unwrap())
    };
    let all_three = |all, poor, other| [Some(all), Some(poor), Some(other)];
    // Harris Federation, The Roseland Multi Academy Trust, Activate Learning Education Trust.
    assert_eq!(of("3320"), all_three((0.28, 0.36), (-0.05, 0.08), (0.46, 0.57)));
    assert_eq!(of("16049"), all_three((-0.02, 0.25), (-0.64, -0.08), (0.09, 0.39)));
    assert_eq!(of("15710"), all_three((-0.79, -0.56), (-1.18, -0.68), (-0.74, -0.48)));
    // Girls' Learning Trust: the groups are `SUPPMAT`.
    assert_eq!(of("15882"), [Some((0.7, 0.93)), None, None]);
    let published = |group| {
        let trusts = data.trusts().iter();
        trusts
            .filter(|trust| trust.progress_interval.get(group).is_some())
            .count()
    };
    assert_eq!(Group::ALL.map(published), [212, 212, 216]);
    assert!(data.published.as_ref().unwrap().file.problems.is_empty());
}

#[test]
fn pupils_differ_by_as_much_as_the_method_paper_says() {
    let Some(data) = trusts_2022_23() else { return };
    let sd = data.progress_sd(Basis::Published).unwrap();
    assert!((sd - 1.4138).abs() < 5e-5, "{sd}");
    assert_eq!(rounded(sd), 1.41);
    // No school file is there, and trusts' intervals are made by the same.
    assert_eq!(data.progress_sd(Basis::Computed), Some(sd));
    for (name, ends, expected, as_written) in [
        ("2017-2018/320_ks4revised.csv", 2018, 1.2602, 1.26),
        (
            "2022-2023/england_ks4final_header_and_sample_rows.csv",
            2023,
            1.4032,
            1.40,
        ),
    ] {
        let Some(bytes) = shared_bytes(name) else {
            return;
        };
        let records = read_file(name, &bytes).unwrap().records;
        assert_eq!(records.problems, [], "{name}");
        let [(of_year, sd)] = records.progress_spread[..] else {
            unreachable!("{name} is about one year");
        };
        assert_eq!(of_year, year(ends), "{name}");
        assert!((sd - expected).abs() < 5e-5, "{name}: {sd}");
        assert_eq!(rounded(sd), as_written, "{name}");
    }
}

const TRUSTS: &str = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,TPUP_MATPTINC,P8MEACOV,\
                      P8MEA_WGTAVG,P8CILOW,P8CIUPP,P8CILOW_FSM6CLA1A\n";

/// A file of trusts with these cells from the pupils on.
fn trusts(rows: &[&str]) -> Records {
    let rows = rows.iter().zip(1..);
    let rows = rows.map(|(cells, uid)| format!("{uid},TRUST {uid},London,202223,{cells}\n"));
    read(&(TRUSTS.to_owned() + &rows.collect::<String>()))
}

#[test]
fn an_interval_with_an_end_missing_is_none_and_no_problem() {
    let records = trusts(&[
        "400,100%,0,-0.14,0.14,-0.5",
        "400,100%,0,SUPPMAT,0.14,",
        "400,100%,0,-0.14,,SUPPMAT",
        "400,100%,0,SUPPMAT,SUPPMAT,-0.5",
        "400,100%,0,LOWCOV,NE,None",
    ]);
    assert_eq!(records.problems, []);
    assert_eq!(ends(&records.trusts[0]), [Some((-0.14, 0.14)), None, None]);
    for trust in &records.trusts[1..] {
        assert_eq!(trust.progress_interval, ByGroup::of(None));
    }
    // Only the complete row is evidence.
    let [(_, sd)] = records.progress_spread[..] else {
        unreachable!("one year")
    };
    assert!((sd - 0.14 * 20.0 / 1.96).abs() < 1e-12);
    let none = trusts(&["400,100%,0,SUPPMAT,SUPPMAT,x"]);
    assert_eq!((&none.problems[..], &none.progress_spread[..]), (&[][..], &[][..]));
}

#[test]
fn a_broken_end_is_a_problem_at_its_place() {
    let records = trusts(&[
        "400,100%,0,-0.14,o.14,-0.5",
        "400,100%,0,abc,0.14,SUPPMAT",
        "400,100%,0,0.14,-0.14,-0.5",
        "400,100%,0,-0.14,14,?",
    ]);
    let beyond = Fault::OutOfRange {
        lowest: -10,
        highest: 10,
    };
    assert_eq!(
        faults(&records),
        [
            (2, "P8CIUPP", Some("o.14"), Fault::NotANumber),
            (3, "P8CILOW", Some("abc"), Fault::NotANumber),
            (4, "P8CIUPP", Some("-0.14"), Fault::CrossedInterval),
            (5, "P8CILOW_FSM6CLA1A", Some("?"), Fault::NotANumber),
            (5, "P8CIUPP", Some("14"), beyond),
        ]
    );
    assert_eq!(records.trusts.len(), 4);
    for trust in &records.trusts {
        assert_eq!(trust.progress_interval, ByGroup::of(None));
    }
    assert_eq!(records.progress_spread, []);
    let words = records.problems[2].to_string();
    assert!(
        words.contains("line 4, P8CIUPP: The upper end of the interval is below its lower end"),
        "{words}"
    );
}

#[test]
fn only_pupils_in_progress_8_count() {
    let sd = |text: &str| read(text).progress_spread[0].1;
    let row = |share: &str| format!("{TRUSTS}1,ONE,London,202223,400,{share},0,-0.14,0.14,\n");
    assert!((sd(&row("25%")) - 0.14 * 10.0 / 1.96).abs() < 1e-12);
    // Without the column, all pupils are used. If its cell is missing, the row is no evidence.
    let without = row("").replace("P8MEACOV", "ANOTHER");
    assert!((sd(&without) - 0.14 * 20.0 / 1.96).abs() < 1e-12);
    for share in ["SUPPMAT", ""] {
        assert_eq!(read(&row(share)).progress_spread, []);
    }
    let broken = read(&row("all"));
    assert_eq!(faults(&broken), [(2, "P8MEACOV", Some("all"), Fault::NotANumber)]);
    assert_eq!(broken.progress_spread, []);
}

const SCHOOLS: &str = "RECTYPE,LEA,URN,SCHNAME,NFTYPE,P8PUP,P8MEA,P8CILOW,P8CIUPP,ATT8SCR_22\n";

fn one_school() -> String {
    SCHOOLS.to_owned() + "1,908,100001,ONE,ACC,100,0,-0.2,0.2,\n"
}

#[test]
fn schools_tell_it_by_the_median_of_those_that_have_both_ends() {
    let text = SCHOOLS.to_owned()
        + "1,908,100001,ONE,ACC,100,0,-0.196,0.196,\n\
           1,908,100002,TWO,CY,400,0,-0.196,0.196,\n\
           1,908,100003,THREE,ACC,900,0,-0.196,0.196,\n\
           1,908,100004,NO LOWER END,ACC,900,0,SUPP,0.196,\n\
           1,908,100005,NO UPPER END,ACC,900,0,-0.196,,\n\
           1,908,100006,NO PUPILS,ACC,SUPP,0,-0.196,0.196,\n\
           1,908,100001,ONE AGAIN,ACC,900,0,-0.196,0.196,\n\
           1,908,100007,BROKEN,ACC,900,0,lowest,0.196,\n\
           1,908,100008,CROSSED,ACC,900,0,0.196,-0.196,\n\
           2,908,100009,SPECIAL,CYS,900,0,-0.196,0.196,\n\
           4,908,,,,900,0,-0.196,0.196,\n\
           5,,,,,900,0,-0.196,0.196,\n";
    let records = read(&text);
    let repeated = Fault::Repeated { first_line: 2 };
    assert_eq!(
        faults(&records),
        [
            (8, "URN", Some(""), repeated),
            (9, "P8CILOW", Some("lowest"), Fault::NotANumber),
            (10, "P8CIUPP", None, Fault::CrossedInterval),
        ]
    );
    assert_eq!(records.schools.len(), 9);
    let [(of_year, sd)] = records.progress_spread[..] else {
        unreachable!("one year")
    };
    assert_eq!(of_year, year(2023));
    assert!((sd - 2.0).abs() < 1e-12, "{sd}");
    // A file with only one of the two columns, or neither, gives no standard deviation.
    for (from, to) in [("P8CILOW", "X"), ("P8CIUPP", "X"), ("P8PUP", "X")] {
        let less = read(&one_school().replace(from, to));
        assert_eq!((&less.problems[..], &less.progress_spread[..]), (&[][..], &[][..]));
    }
}

/// A tidy row of school 100001.
fn tidy_row(period: &str, version: &str, breakdown: &str, values: &str) -> String {
    format!("{period},School,908,{version},100001,ONE,Academies,{breakdown},{breakdown},{values}\n")
}

const TIDY: &str = "time_period,geographic_level,old_la_code,version,school_urn,school_name,\
                    establishment_type_group,breakdown,disadvantage,t_pupils,t_inp8calc,\
                    avg_p8score,p8score_ci_low,p8score_ci_upp\n";

#[test]
fn tidy_files_tell_it_of_each_year_by_the_rows_of_all_pupils() {
    let rows = [
        tidy_row("202324", "Revised", "Total", "110,900,0,-0.196,0.196"),
        tidy_row("202324", "Final", "Total", "110,100,0,-0.196,0.196"),
        tidy_row("202223", "Final", "Total", "110,400,0,-0.196,0.196"),
        tidy_row("202324", "Final", "Disadvantaged", "40,900,0,-0.196,oh"),
        tidy_row("202122", "Final", "Total", "110,400,0,c,c"),
    ];
    let text = TIDY.to_owned() + &rows.concat();
    let records = read(&text);
    assert_eq!(records.problems, []);
    let told: Vec<_> = records.progress_spread.iter().collect();
    assert_eq!(told.len(), 2);
    for (&(of_year, sd), (ends, expected)) in told.into_iter().zip([(2023, 2.0), (2024, 1.0)]) {
        assert_eq!(of_year, year(ends));
        assert!((sd - expected).abs() < 1e-12, "{ends}: {sd}");
    }
    let library = library_of(&[("ks4.csv", &text)]);
    let sd = |ends| library.data_set(year(ends)).unwrap().progress_sd(Basis::Computed);
    assert_eq!(
        [2022, 2023, 2024].map(sd).map(|sd| sd.map(rounded)),
        [None, Some(2.0), Some(1.0)]
    );
    // Broken ends are named in the rows that are read.
    let broken = TIDY.to_owned()
        + &tidy_row("202324", "Final", "Total", "110,100,0,oh,0.2")
        + &tidy_row("202223", "Final", "Total", "110,100,0,0.2,-0.2");
    let broken = read(&broken);
    assert_eq!(
        faults(&broken),
        [
            (2, "p8score_ci_low", Some("oh"), Fault::NotANumber),
            (3, "p8score_ci_upp", Some("-0.2"), Fault::CrossedInterval),
        ]
    );
    assert_eq!(broken.progress_spread, []);
}

#[test]
fn the_years_files_are_asked_by_basis_and_the_other_helps_out() {
    let trusts = format!("{TRUSTS}1,ONE,London,202223,400,100%,0,-0.196,0.196,\n");
    let schools = one_school();
    let plain = wide(&[school(100_001)], Some(22));
    let links = links(&[link(100_001, 1, "2015-09-01")]);
    let of = |files: &[(&str, &str)]| -> Rc<DataSet> { library_of(files).newest().unwrap() };
    let sds = |data: &DataSet| Basis::ALL.map(|basis| data.progress_sd(basis).map(rounded));
    let (trusts, schools) = (("trusts.csv", &*trusts), ("schools.csv", &*schools));
    let (plain, links) = (("plain.csv", &*plain), ("links.csv", &*links));
    assert_eq!(sds(&of(&[trusts, schools, links])), [Some(1.02), Some(2.0)]);
    assert_eq!(sds(&of(&[trusts, plain, links])), [Some(2.0), Some(2.0)]);
    assert_eq!(sds(&of(&[schools, links])), [Some(1.02), Some(1.02)]);
    assert_eq!(sds(&of(&[plain, links])), [None, None]);
    // A later file of the year takes the place of an earlier one.
    assert_eq!(sds(&of(&[schools, plain, links])), [None, None]);
    // Another year's intervals say nothing of this one.
    let older = ("older.csv", &*trusts.1.replace("202223", "202122"));
    assert_eq!(sds(&of(&[older, plain, links])), [None, None]);
}

#[test]
fn a_year_stated_later_keeps_its_spread() {
    let text = format!("{TRUSTS}1,ONE,London,,400,100%,0,-0.196,0.196,\n");
    let mut library = library_of(&[("mats.csv", &text)]);
    assert_eq!(library.years(), [None]);
    library.state_year(year(2023).unwrap());
    let data = library.data_set(year(2023)).unwrap();
    assert_eq!(data.progress_sd(Basis::Published).map(rounded), Some(2.0));
}

#[test]
fn the_demonstration_tells_what_it_was_made_with() {
    let demonstration = Demonstration::generate();
    for (&of_year, made_with) in demonstration.years().iter().zip([1.28, 1.41, 1.41]) {
        let trusts = read(&demonstration.trust_file(of_year));
        let schools = read(&demonstration.school_file(of_year));
        for records in [&trusts, &schools] {
            let [(known, sd)] = records.progress_spread[..] else {
                unreachable!("one year")
            };
            assert_eq!(known, Some(of_year));
            assert!((sd - made_with).abs() < 0.01, "{of_year}: {sd}");
        }
        let withheld = trusts.trusts.iter().filter(|trust| {
            let interval = |group| trust.progress_interval.get(group).is_some();
            interval(Group::All) && !interval(Group::Disadvantaged)
        });
        assert!(withheld.count() > 0);
        let tidy = demonstration.tidy_school_file(of_year, Naming::Of2024);
        assert_eq!(read(&tidy).progress_spread, schools.progress_spread);
        let without = demonstration.tidy_school_file(of_year, Naming::Of2025);
        assert_eq!(read(&without).progress_spread, []);
    }
}

#[test]
fn a_worker_hands_intervals_and_spread_over() {
    let text = format!("{TRUSTS}1,ONE,London,202223,400,100%,0,-0.196,0.196,\n");
    let answer = Answer::from(open_file("mats.csv", text.as_bytes()));
    let mut bytes = Vec::new();
    answer.to_pieces(7, &mut |piece| bytes.extend_from_slice(piece));
    let taken = Answer::from_bytes(&bytes).unwrap();
    assert_eq!(taken, answer);
    let records = &taken.files[0].records;
    assert_eq!(records.progress_spread.len(), 1);
    assert_eq!(
        *records.trusts[0].progress_interval.get(Group::All),
        Interval::new(-0.196, 0.196)
    );
}
