//! Published layouts as spreadsheet programs write them again: the same figures, or a doubt about the column whose
//! figures are others.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

mod support;

use proptest::prelude::{Strategy, any, prop, proptest};
use proptest::test_runner::Config;
use proptest::{prop_assert, prop_assert_eq, prop_oneof};
use support::made_up::{School, link, links, school, wide};
use trust_gap::layout::{Recognised, Tenure, read_file};
use trust_gap::source::{DoubtKind, Grounds};
use trust_gap::terms::{DayOfYear, Group, Measure};

/// In the order of the columns below.
const GROUPS: [Group; 3] = [Group::All, Group::Disadvantaged, Group::Other];
const SCHOOL_SHARES: [&str; 3] = [
    "PTL2BASICS_95",
    "PTFSM6CLA1ABASICS_95",
    "PTNOTFSM6CLA1ABASICS_95",
];
const SCHOOL_POINTS: [&str; 6] = [
    "ATT8SCR",
    "ATT8SCR_FSM6CLA1A",
    "ATT8SCR_NFSM6CLA1A",
    "P8MEA",
    "P8MEA_FSM6CLA1A",
    "P8MEA_NFSM6CLA1A",
];
const SCHOOL_COUNTS: [&str; 3] = ["TPUP", "TFSM6CLA1A", "TNOTFSM6CLA1A"];

const TRUST_SHARES: [&str; 6] = [
    "PTL2BASICS_95_WGTAVG",
    "PTL2BASICS_95_WGTAVG_FSM6CLA1A",
    "PTL2BASICS_95_WGTAVG_NFSM6CLA1A",
    "PFSM6CLA1A_MATPTINC",
    "PNOTFSM6CLA1A_MATPTINC",
    "PEALGRP2_MATPTINC",
];
const TRUST_POINTS: [&str; 3] = [
    "ATT8SCR_WGTAVG",
    "ATT8SCR_WGTAVG_FSM6CLA1A",
    "ATT8SCR_WGTAVG_NFSM6CLA1A",
];
const TRUST_COUNTS: [&str; 1] = ["TPUP_MATPTINC"];

/// What a trust or school did: pupils and disadvantaged ones among them in percent, shares and points of the three
/// groups, those of all pupils made from the others.
#[derive(Debug, Clone)]
struct Made {
    pupils: u32,
    disadvantaged: u32,
    others_language: u32,
    shares: [u32; 3],
    points: [u32; 3],
    joined: (u32, u32, u32),
}

/// A whole percentage: the ends and what is next to them more often than by chance.
fn percentage() -> impl Strategy<Value = u32> {
    prop_oneof![
        1 => prop::sample::select(vec![0_u32, 1, 2, 99, 100]),
        3 => 0_u32..=100,
    ]
}

fn made() -> impl Strategy<Value = Vec<Made>> {
    let groups = (percentage(), percentage(), 10_u32..900, 10_u32..900);
    let described = (50_u32..4000, percentage(), percentage());
    let joined = (1_u32..=28, 1_u32..=12, 2012_u32..2019);
    let one = (groups, described, joined).prop_map(|(groups, described, joined)| {
        let (dis, other, dis_points, other_points) = groups;
        let (pupils, disadvantaged, others_language) = described;
        let mean =
            |one: u32, other: u32| (one * disadvantaged + other * (100 - disadvantaged) + 50) / 100;
        Made {
            pupils,
            disadvantaged,
            others_language,
            shares: [mean(dis, other), dis, other],
            points: [mean(dis_points, other_points), dis_points, other_points],
            joined,
        }
    });
    prop::collection::vec(one, 1..9)
}

fn tenths(number: u32) -> String {
    format!("{}.{}", number / 10, number % 10)
}

/// A table whose cells need no quotes.
struct Sheet(Vec<Vec<String>>);

impl Sheet {
    fn of(text: &str) -> Self {
        let lines = text.lines();
        let cells = |line: &str| line.split(',').map(str::to_owned).collect();
        Self(lines.map(cells).collect())
    }

    fn change(&mut self, columns: &[&str], change: impl Fn(&str) -> String) {
        self.change_each(1, columns, change);
    }

    /// Changes cells in every row, or in one of so many.
    fn change_each(&mut self, step: usize, columns: &[&str], change: impl Fn(&str) -> String) {
        let header = self.0[0].clone();
        for row in self.0[1..].iter_mut().step_by(step) {
            for (cell, name) in row.iter_mut().zip(&header) {
                if columns.contains(&name.as_str()) {
                    *cell = change(cell);
                }
            }
        }
    }

    /// A last row of this name with the sum of these columns and nothing else.
    fn add_total(&mut self, name: &str, counts: &[&str]) {
        let total = self.0[0].iter().enumerate().map(|(place, column)| {
            if column == name {
                return "Total".to_owned();
            }
            if !counts.contains(&column.as_str()) {
                return String::new();
            }
            let counts = self.0[1..].iter().map(|row| row[place].parse::<u32>());
            counts.map(Result::unwrap).sum::<u32>().to_string()
        });
        let total = total.collect();
        self.0.push(total);
    }

    fn written(&self, separator: &str) -> String {
        let quoted = |cell: &String| match cell.contains(separator) {
            true => format!("\"{cell}\""),
            false => cell.clone(),
        };
        let line = |row: &Vec<String>| {
            let cells: Vec<String> = row.iter().map(quoted).collect();
            cells.join(separator) + "\n"
        };
        self.0.iter().map(line).collect()
    }
}

fn schools(made: &[Made]) -> Sheet {
    let schools = made.iter().zip(1..).map(|(made, urn)| {
        let disadvantaged = made.pupils * made.disadvantaged / 100;
        School {
            pupils: [made.pupils, disadvantaged, made.pupils - disadvantaged]
                .map(|count| count.to_string()),
            em5: made.shares.map(|share| format!("{share}%")),
            att8: made.points.map(tenths),
            ..school(urn)
        }
    });
    Sheet::of(&wide(&schools.collect::<Vec<_>>(), Some(22)))
}

fn trusts(made: &[Made]) -> Sheet {
    let mut text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD".to_owned();
    for name in TRUST_SHARES
        .iter()
        .chain(&TRUST_POINTS)
        .chain(&TRUST_COUNTS)
    {
        text += &format!(",{name}");
    }
    for (made, uid) in made.iter().zip(1..) {
        text += &format!("\n{uid},TRUST {uid},London,202223");
        let described = [
            made.disadvantaged,
            100 - made.disadvantaged,
            made.others_language,
        ];
        for share in made.shares.iter().chain(&described) {
            text += &format!(",{share}%");
        }
        for points in made.points {
            text += &format!(",{}", tenths(points));
        }
        text += &format!(",{}", made.pupils);
    }
    Sheet::of(&(text + "\n"))
}

/// How a table is written again.
#[derive(Debug, Clone)]
struct Form {
    signs_off: bool,
    /// Of the shares, those whose numbers are divided by 100: of all columns, or of the one of this place.
    divided: Option<Option<prop::sample::Index>>,
    /// Those are divided in every other row alone.
    in_some_rows: bool,
    decimal_commas: bool,
    thousands: bool,
    total: bool,
}

fn forms() -> impl Strategy<Value = Form> {
    let divided = prop::option::of(prop::option::of(any::<prop::sample::Index>()));
    (any::<[bool; 5]>(), divided).prop_map(
        |([signs_off, in_some_rows, decimal_commas, thousands, total], divided)| Form {
            signs_off,
            divided,
            // Beside shares without a sign nothing would tell them.
            in_some_rows: in_some_rows && !signs_off,
            decimal_commas,
            thousands,
            total,
        },
    )
}

/// The table as it is written again, with the name's column and those of shares, other decimals and counts.
fn rewritten(
    mut sheet: Sheet,
    form: &Form,
    name: &str,
    [shares, points, counts]: [&[&str]; 3],
) -> String {
    if form.total {
        sheet.add_total(name, counts);
    }
    let divided = match &form.divided {
        None => Vec::new(),
        Some(None) => shares.to_vec(),
        Some(Some(one)) => vec![*one.get(shares)],
    };
    let step = if form.in_some_rows { 2 } else { 1 };
    sheet.change_each(step, &divided, |cell| match cell.strip_suffix('%') {
        Some(number) => (number.parse::<f64>().unwrap() / 100.0).to_string(),
        None => cell.to_owned(),
    });
    if form.signs_off {
        sheet.change(shares, |cell| cell.trim_end_matches('%').to_owned());
    }
    if form.thousands {
        sheet.change(counts, |cell| match cell.len() {
            0..4 => cell.to_owned(),
            digits => format!("{},{}", &cell[..digits - 3], &cell[digits - 3..]),
        });
    }
    if form.decimal_commas {
        let decimals = [shares, points].concat();
        sheet.change(&decimals, |cell| cell.replace('.', ","));
        return sheet.written(";");
    }
    sheet.written(",")
}

type Values = Vec<(String, Vec<String>)>;

fn values_of_schools(file: &Recognised) -> Values {
    let schools = &file.records.schools;
    let rows = || (0..schools.len()).map(|row| schools.get(row).unwrap());
    let mut all = Values::new();
    let of_measures = [
        (Measure::Grade5EnglishMaths, &SCHOOL_SHARES[..]),
        (Measure::Attainment8, &SCHOOL_POINTS[..3]),
        (Measure::Progress8, &SCHOOL_POINTS[3..]),
    ];
    for (measure, names) in of_measures {
        for (group, name) in GROUPS.into_iter().zip(names) {
            let values = rows().map(|school| format!("{:?}", school.value(measure, group)));
            all.push(((*name).to_owned(), values.collect()));
        }
    }
    for (group, name) in GROUPS.into_iter().zip(SCHOOL_COUNTS) {
        let values = rows().map(|school| format!("{:?}", school.pupils(group)));
        all.push((name.to_owned(), values.collect()));
    }
    all
}

fn values_of_trusts(file: &Recognised) -> Values {
    let trusts = &file.records.trusts;
    let mut all = Values::new();
    let of_measures = [
        (Measure::Grade5EnglishMaths, &TRUST_SHARES[..3]),
        (Measure::Attainment8, &TRUST_POINTS[..]),
    ];
    for (measure, names) in of_measures {
        for (group, name) in GROUPS.into_iter().zip(names) {
            let values = trusts.iter();
            let values =
                values.map(|trust| format!("{:?}", trust.attainment.value(measure, group)));
            all.push(((*name).to_owned(), values.collect()));
        }
    }
    for (name, column) in [
        "PFSM6CLA1A_MATPTINC",
        "PNOTFSM6CLA1A_MATPTINC",
        "PEALGRP2_MATPTINC",
        "TPUP_MATPTINC",
    ]
    .into_iter()
    .zip(0..)
    {
        let values = trusts.iter().map(|trust| {
            let amount = [
                trust.disadvantaged_share,
                trust.other_share,
                trust.context.eal_share,
                trust.pupils,
            ][column];
            format!("{amount:?}")
        });
        all.push((name.to_owned(), values.collect()));
    }
    all
}

/// Every column has the figures that it had, or is in doubt; what the file itself settles is right.
fn same_or_doubted(
    plain: &Values,
    other: &Values,
    file: &Recognised,
) -> Result<(), proptest::test_runner::TestCaseError> {
    let units = [DoubtKind::ShareUnit, DoubtKind::Commas];
    for ((name, before), (_, after)) in plain.iter().zip(other) {
        let is_open = file.records.doubts.iter().any(|doubt| {
            units.contains(&doubt.kind)
                && doubt.column.as_ref() == Some(name)
                && doubt.grounds == Grounds::Assumed
        });
        prop_assert!(
            before == after || is_open,
            "{name}: {before:?} became {after:?} with {:?}",
            file.records.doubts
        );
    }
    Ok(())
}

fn read(name: &str, text: &str) -> Recognised {
    read_file(name, text.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"))
}

/// The first calendar year from which each school counts by the Department's day, which figures rest on.
fn counts_from(file: &Recognised) -> Vec<u16> {
    let memberships = file.records.memberships.iter();
    let years = memberships.map(|membership| match membership.tenure {
        Tenure::Joined(day) => day.year() + u16::from(day > DayOfYear::SEPTEMBER_14.of(day.year())),
        other => panic!("{other:?}"),
    });
    years.collect()
}

proptest! {
    #![proptest_config(Config::with_cases(128))]

    #[test]
    fn a_school_file_that_is_written_again_has_the_same_figures_or_doubts(made in made(), form in forms()) {
        let columns = [&SCHOOL_SHARES[..], &SCHOOL_POINTS, &SCHOOL_COUNTS];
        let name = "england_ks4final_2022-23.csv";
        let plain = read(name, &schools(&made).written(","));
        prop_assert_eq!(&plain.records.doubts, &[]);
        let other = read(name, &rewritten(schools(&made), &form, "SCHNAME", columns));
        prop_assert_eq!(&other.records.problems, &[]);
        same_or_doubted(&values_of_schools(&plain), &values_of_schools(&other), &other)?;
        let is_said = other.records.doubts.iter().any(|doubt| doubt.kind == DoubtKind::TotalRows);
        prop_assert_eq!(form.total, is_said);
    }

    #[test]
    fn a_trust_file_that_is_written_again_has_the_same_figures_or_doubts(made in made(), form in forms()) {
        let columns = [&TRUST_SHARES[..], &TRUST_POINTS, &TRUST_COUNTS];
        let name = "england_ks4-mats-performance.csv";
        let plain = read(name, &trusts(&made).written(","));
        prop_assert_eq!(&plain.records.doubts, &[]);
        let other = read(name, &rewritten(trusts(&made), &form, "TRUST_NAME", columns));
        prop_assert_eq!(&other.records.problems, &[]);
        same_or_doubted(&values_of_trusts(&plain), &values_of_trusts(&other), &other)?;
        let is_said = other.records.doubts.iter().any(|doubt| doubt.kind == DoubtKind::TotalRows);
        prop_assert_eq!(form.total, is_said);
    }

    #[test]
    fn group_links_with_the_month_first_count_schools_from_the_same_years_or_are_in_doubt(
        made in made(),
        separator in prop::sample::select(vec!["-", "/"]),
        is_padded in any::<bool>(),
        is_month_first in any::<bool>(),
    ) {
        let sheet = |form: &dyn Fn(u32, u32, u32) -> String| {
            let lines: Vec<_> = (1..).take(made.len()).map(|urn| link(urn, 5, "")).collect();
            let mut sheet = Sheet::of(&links(&lines));
            for (row, made) in sheet.0[1..].iter_mut().zip(&made) {
                let (day, month, year) = made.joined;
                row[4] = form(day, month, year);
            }
            read("links.csv", &sheet.written(","))
        };
        let plain = sheet(&|day, month, year| format!("{day:02}-{month:02}-{year}"));
        let other = sheet(&|day, month, year| {
            let (one, other) = if is_month_first { (month, day) } else { (day, month) };
            if is_padded {
                format!("{one:02}{separator}{other:02}{separator}{year}")
            } else {
                format!("{one}{separator}{other}{separator}{year}")
            }
        });
        let is_doubted = |file: &Recognised| {
            file.records.doubts.iter().any(|doubt| doubt.kind == DoubtKind::DateOrder)
        };
        prop_assert!(
            counts_from(&plain) == counts_from(&other) || is_doubted(&other) || is_doubted(&plain),
            "{:?} became {:?}", counts_from(&plain), counts_from(&other)
        );
        // A day that is no month proves the order.
        let proves = made.iter().any(|made| made.joined.0 > 12);
        if proves {
            prop_assert_eq!(counts_from(&plain), counts_from(&other));
        }
    }
}
