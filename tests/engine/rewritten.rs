//! Published layouts as spreadsheet programs rewrite them: the same figures, or a doubt about any column whose figures
//! differ.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use crate::support::made_up::{School, link, links, school, wide};
use proptest::prelude::{Strategy, any, prop, proptest};
use proptest::test_runner::Config;
use proptest::{prop_assert, prop_assert_eq, prop_oneof};
use trust_gap::intake::{Field, Mapping};
use trust_gap::layout::{read_file, read_mapped};
use trust_gap::records::{DoubtKind, Grounds, Recognised, Tenure};
use trust_gap::terms::{Date, DayOfYear, Group, Measure};

/// In the order of the columns below.
const GROUPS: [Group; 3] = [Group::All, Group::Disadvantaged, Group::Other];
const SCHOOL_SHARES: [&str; 3] = ["PTL2BASICS_95", "PTFSM6CLA1ABASICS_95", "PTNOTFSM6CLA1ABASICS_95"];
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

/// A trust's or school's data: pupils, the percentage of disadvantaged pupils, shares and points of the three groups.
/// Those of all pupils are computed from the others.
#[derive(Debug, Clone)]
struct Made {
    pupils: u32,
    disadvantaged: u32,
    others_language: u32,
    shares: [u32; 3],
    points: [u32; 3],
    joined: (u32, u32, u32),
}

/// A whole percentage. The ends and their neighbours are more frequent than by chance.
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
        let mean = |one: u32, other: u32| (one * disadvantaged + other * (100 - disadvantaged) + 50) / 100;
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

    /// Changes cells in every row, or in every `step`-th.
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
}

fn schools(made: &[Made]) -> Sheet {
    let schools = made.iter().zip(1..).map(|(made, urn)| {
        let disadvantaged = made.pupils * made.disadvantaged / 100;
        School {
            pupils: [made.pupils, disadvantaged, made.pupils - disadvantaged].map(|count| count.to_string()),
            em5: made.shares.map(|share| format!("{share}%")),
            att8: made.points.map(tenths),
            ..school(urn)
        }
    });
    Sheet::of(&wide(&schools.collect::<Vec<_>>(), Some(22)))
}

fn trusts(made: &[Made]) -> Sheet {
    let mut text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD".to_owned();
    for name in TRUST_SHARES.iter().chain(&TRUST_POINTS).chain(&TRUST_COUNTS) {
        text += &format!(",{name}");
    }
    for (made, uid) in made.iter().zip(1..) {
        text += &format!("\n{uid},ÉCOLE {uid} TRUST,London,202223");
        let described = [made.disadvantaged, 100 - made.disadvantaged, made.others_language];
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
    /// Only every other row is divided.
    in_some_rows: bool,
    decimal_commas: bool,
    /// The separator between thousands in counts, if any.
    thousands: Option<char>,
    total: bool,
    manner: Manner,
}

/// How the text of a table is written, except its numbers.
#[derive(Debug, Clone)]
struct Manner {
    separator: &'static str,
    has_mark: bool,
    notes: usize,
    /// The blank in the place of each space, and around each cell.
    blank: char,
    around: &'static str,
    encoding: Written,
}

#[derive(Debug, Clone, Copy)]
enum Written {
    Utf8,
    Utf16(fn(u16) -> [u8; 2]),
    Windows1252,
}

impl Manner {
    const PLAIN: Self = Self {
        separator: ",",
        has_mark: false,
        notes: 0,
        blank: ' ',
        around: "",
        encoding: Written::Utf8,
    };

    fn write(&self, sheet: &Sheet) -> Vec<u8> {
        let mut text = String::new();
        for note in 0..self.notes {
            text += &format!("Results made up for a test; note {note}\n");
        }
        for row in &sheet.0 {
            let cells = row.iter().map(|cell| {
                let cell = cell.replace(' ', &self.blank.to_string());
                let cell = format!("{0}{cell}{0}", self.around);
                match cell.contains([',', ';', '|', '\t']) {
                    true => format!("\"{cell}\""),
                    false => cell,
                }
            });
            text += &(cells.collect::<Vec<_>>().join(self.separator) + "\n");
        }
        let marked = match self.has_mark {
            true => format!("\u{feff}{text}"),
            false => text.clone(),
        };
        match self.encoding {
            Written::Utf8 => marked.into_bytes(),
            Written::Utf16(bytes) => marked.encode_utf16().flat_map(bytes).collect(),
            Written::Windows1252 => text.chars().map(windows_1252).collect(),
        }
    }
}

fn windows_1252(letter: char) -> u8 {
    match letter {
        '\u{2019}' => 0x92,
        // Of the blanks beyond it has one.
        letter => u8::try_from(u32::from(letter)).unwrap_or(0xA0),
    }
}

fn manners() -> impl Strategy<Value = Manner> {
    let encodings = vec![
        Written::Utf8,
        Written::Utf16(u16::to_le_bytes),
        Written::Utf16(u16::to_be_bytes),
        Written::Windows1252,
    ];
    (
        prop::sample::select(vec![",", ";", "\t", "|"]),
        any::<bool>(),
        0..3_usize,
        prop::sample::select(vec![' ', '\u{a0}', '\u{2009}', '\u{202f}']),
        prop::sample::select(vec!["", " ", "\u{a0}", "\u{2009}"]),
        prop::sample::select(encodings),
    )
        .prop_map(|(separator, has_mark, notes, blank, around, encoding)| Manner {
            separator,
            has_mark,
            notes,
            blank,
            around,
            encoding,
        })
}

fn forms() -> impl Strategy<Value = Form> {
    let divided = prop::option::of(prop::option::of(any::<prop::sample::Index>()));
    let marks = vec![None, Some(','), Some('.'), Some(' '), Some('\u{2019}')];
    (any::<[bool; 4]>(), divided, prop::sample::select(marks), manners()).prop_map(
        |([signs_off, in_some_rows, decimal_commas, total], divided, thousands, manner)| Form {
            signs_off,
            divided,
            in_some_rows,
            decimal_commas,
            thousands,
            total,
            manner,
        },
    )
}

/// The rewritten table, with the columns of names, shares, other decimals and counts.
fn rewritten(mut sheet: Sheet, form: &Form, name: &str, [shares, points, counts]: [&[&str]; 3]) -> Vec<u8> {
    if form.total {
        sheet.add_total(name, counts);
    }
    let divided = match &form.divided {
        None => Vec::new(),
        Some(None) => shares.to_vec(),
        Some(Some(one)) => vec![*one.get(shares)],
    };
    let step = if form.in_some_rows { 2 } else { 1 };
    // In a mixed column without signs, the meaning of a 1 is unknown.
    let is_mixed = form.in_some_rows && form.signs_off;
    let stays = |cell: &str| is_mixed && cell == "100%";
    if is_mixed {
        sheet.change(&divided, |cell| match cell {
            "1%" => "0.01".to_owned(),
            cell => cell.to_owned(),
        });
    }
    sheet.change_each(step, &divided, |cell| match cell.strip_suffix('%') {
        _ if stays(cell) => cell.to_owned(),
        Some(number) => (number.parse::<f64>().unwrap() / 100.0).to_string(),
        None => cell.to_owned(),
    });
    if form.signs_off {
        sheet.change(shares, |cell| cell.trim_end_matches('%').to_owned());
    }
    if let Some(mark) = form.thousands {
        sheet.change(counts, |cell| match cell.len() {
            0..4 => cell.to_owned(),
            digits => format!("{}{mark}{}", &cell[..digits - 3], &cell[digits - 3..]),
        });
    }
    if form.decimal_commas {
        let decimals = [shares, points].concat();
        sheet.change(&decimals, |cell| cell.replace('.', ","));
    }
    form.manner.write(&sheet)
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
    let names = trusts.iter().map(|trust| trust.name.clone());
    all.push(("TRUST_NAME".to_owned(), names.collect()));
    let of_measures = [
        (Measure::Grade5EnglishMaths, &TRUST_SHARES[..3]),
        (Measure::Attainment8, &TRUST_POINTS[..]),
    ];
    for (measure, names) in of_measures {
        for (group, name) in GROUPS.into_iter().zip(names) {
            let values = trusts.iter();
            let values = values.map(|trust| format!("{:?}", trust.attainment.value(measure, group)));
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

const OWN_SHARES: [&str; 4] = ["em5_all", "em5_disadvantaged", "em5_other", "disadvantaged_percent"];
const OWN_POINTS: [&str; 3] = ["att8_all", "att8_disadvantaged", "att8_other"];
const OWN_COUNTS: [&str; 1] = ["pupils_all"];

/// An own table, of schools or of trusts.
fn own(made: &[Made], is_of_schools: bool) -> Sheet {
    let first = if is_of_schools {
        "urn,school,trust,years_in_trust,year"
    } else {
        "trust,region,year"
    };
    let mut text = first.to_owned();
    for name in OWN_SHARES.iter().chain(&OWN_POINTS).chain(&OWN_COUNTS) {
        text += &format!(",{name}");
    }
    for (made, number) in made.iter().zip(1..) {
        text += &match is_of_schools {
            true => format!("\n{number},ÉCOLE {number} SCHOOL,Ash Trust,5,2022/23"),
            false => format!("\nÉCOLE {number} TRUST,London,2022/23"),
        };
        for share in made.shares.iter().chain(&[made.disadvantaged]) {
            text += &format!(",{share}%");
        }
        for points in made.points {
            text += &format!(",{}", tenths(points));
        }
        text += &format!(",{}", made.pupils);
    }
    Sheet::of(&(text + "\n"))
}

fn read_own(bytes: &[u8], is_of_schools: bool) -> Recognised {
    if is_of_schools {
        return read("mine.csv", bytes);
    }
    let mut mapping = Mapping::default();
    for field in Field::all() {
        let key = field.key();
        let columns = [&OWN_SHARES[..], &OWN_POINTS, &OWN_COUNTS].concat();
        if columns.contains(&&*key) || ["trust", "region", "year"].contains(&&*key) {
            mapping.set(field, Some(&key));
        }
    }
    let file = read_mapped("ours.csv", bytes, &mapping);
    file.unwrap_or_else(|error| panic!("{error}\n{}", String::from_utf8_lossy(bytes)))
}

fn values_of_own(file: &Recognised) -> Values {
    let (schools, trusts) = (&file.records.schools, &file.records.trusts);
    let rows = || (0..schools.len()).map(|row| schools.get(row).unwrap());
    let mut all = Values::new();
    let names = rows().map(|school| school.name().to_owned());
    let names = names.chain(trusts.iter().map(|trust| trust.name.clone()));
    all.push(("school".to_owned(), names.collect()));
    let of_measures = [
        (Measure::Grade5EnglishMaths, &OWN_SHARES[..3]),
        (Measure::Attainment8, &OWN_POINTS[..]),
    ];
    for (measure, names) in of_measures {
        for (group, name) in GROUPS.into_iter().zip(names) {
            let of_schools = rows().map(|school| school.value(measure, group));
            let of_trusts = trusts.iter();
            let of_trusts = of_trusts.map(|trust| trust.attainment.value(measure, group));
            let values = of_schools.chain(of_trusts);
            let values = values.map(|value| format!("{value:?}"));
            all.push(((*name).to_owned(), values.collect()));
        }
    }
    let shares = rows().map(|school| school.pupils(Group::Disadvantaged));
    let shares = shares.chain(trusts.iter().map(|trust| trust.disadvantaged_share));
    let shares = shares.map(|share| format!("{share:?}"));
    all.push(("disadvantaged_percent".to_owned(), shares.collect()));
    let pupils = rows().map(|school| school.pupils(Group::All));
    let pupils = pupils.chain(trusts.iter().map(|trust| trust.pupils));
    let pupils = pupils.map(|pupils| format!("{pupils:?}"));
    all.push(("pupils_all".to_owned(), pupils.collect()));
    all
}

/// Every column has its former figures or a doubt. What the file settles is correct.
fn same_or_doubted(
    plain: &Values,
    other: &Values,
    file: &Recognised,
) -> Result<(), proptest::test_runner::TestCaseError> {
    let units = [DoubtKind::ShareUnit, DoubtKind::Commas, DoubtKind::Points];
    for ((name, before), (_, after)) in plain.iter().zip(other) {
        let is_open = file.records.doubts.iter().any(|doubt| {
            units.contains(&doubt.kind) && doubt.column.as_ref() == Some(name) && doubt.grounds == Grounds::Assumed
        });
        prop_assert!(
            before == after || is_open,
            "{name}: {before:?} became {after:?} with {:?}",
            file.records.doubts
        );
    }
    Ok(())
}

fn read(name: &str, bytes: &[u8]) -> Recognised {
    read_file(name, bytes).unwrap_or_else(|error| panic!("{name}: {error}\n{}", String::from_utf8_lossy(bytes)))
}

/// The first calendar year from which each school counts by the Department's day, which figures rest on.
fn counts_from(file: &Recognised) -> Vec<u16> {
    let memberships = file.records.memberships.rows().iter();
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
        let plain = read(name, &Manner::PLAIN.write(&schools(&made)));
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
        let plain = read(name, &Manner::PLAIN.write(&trusts(&made)));
        prop_assert_eq!(&plain.records.doubts, &[]);
        let other = read(name, &rewritten(trusts(&made), &form, "TRUST_NAME", columns));
        prop_assert_eq!(&other.records.problems, &[]);
        same_or_doubted(&values_of_trusts(&plain), &values_of_trusts(&other), &other)?;
        let is_said = other.records.doubts.iter().any(|doubt| doubt.kind == DoubtKind::TotalRows);
        prop_assert_eq!(form.total, is_said);
    }

    #[test]
    fn an_own_table_that_is_written_again_has_the_same_figures_or_doubts(
        made in made(),
        form in forms(),
        is_of_schools in any::<bool>(),
    ) {
        let columns = [&OWN_SHARES[..], &OWN_POINTS, &OWN_COUNTS];
        let name = if is_of_schools { "school" } else { "trust" };
        let sheet = || own(&made, is_of_schools);
        let plain = read_own(&Manner::PLAIN.write(&sheet()), is_of_schools);
        prop_assert_eq!(&plain.records.doubts, &[]);
        let other = read_own(&rewritten(sheet(), &form, name, columns), is_of_schools);
        prop_assert_eq!(&other.records.problems, &[]);
        same_or_doubted(&values_of_own(&plain), &values_of_own(&other), &other)?;
        let is_said = other.records.doubts.iter().any(|doubt| doubt.kind == DoubtKind::TotalRows);
        prop_assert_eq!(form.total, is_said);
    }

    #[test]
    fn group_links_that_are_written_again_have_the_same_memberships(made in made(), manner in manners()) {
        let lines: Vec<_> = (1..).take(made.len()).map(|urn| link(urn, 5, "01-09-2015")).collect();
        let mut sheet = Sheet::of(&links(&lines));
        for row in &mut sheet.0[1..] {
            row[2] = "ÉCOLE TRUST".to_owned();
        }
        let memberships = |manner: &Manner| {
            let file = read("links.csv", &manner.write(&sheet));
            let memberships = &file.records.memberships;
            let trust = |one| memberships.trust(one).unwrap().name.clone();
            let all = memberships.rows().iter();
            let all = all.map(|one| (one.urn, trust(one), one.tenure));
            (all.collect::<Vec<_>>(), file.records.problems)
        };
        prop_assert_eq!(memberships(&manner), memberships(&Manner::PLAIN));
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
            read("links.csv", &Manner::PLAIN.write(&sheet))
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
        // A day above 12 proves the order.
        let proves = made.iter().any(|made| made.joined.0 > 12);
        if proves {
            prop_assert_eq!(counts_from(&plain), counts_from(&other));
        }
    }

    #[test]
    fn an_own_table_has_the_same_days_in_any_order_or_is_in_doubt(
        made in made(),
        separator in prop::sample::select(vec!["-", "/", "."]),
        is_padded in any::<bool>(),
        is_month_first in any::<bool>(),
    ) {
        let rows = made.iter().zip(1..).map(|(made, urn)| {
            let (day, month, year) = made.joined;
            let (one, other) = if is_month_first { (month, day) } else { (day, month) };
            let day = match is_padded {
                true => format!("{one:02}{separator}{other:02}{separator}{year}"),
                false => format!("{one}{separator}{other}{separator}{year}"),
            };
            format!("{urn},Ash Trust,{day},2022/23,100,25%\n")
        });
        let text = "urn,trust,joined,year,pupils_all,em5_all\n".to_owned() + &rows.collect::<String>();
        let file = read("mine.csv", text.as_bytes());
        prop_assert_eq!(&file.records.problems, &[]);
        let days = file.records.memberships.rows().iter().map(|one| one.tenure);
        let meant = made.iter().map(|made| {
            let (day, month, year) = made.joined;
            Tenure::Joined(Date::parse(&format!("{year}-{month:02}-{day:02}")).unwrap())
        });
        let is_doubted = file.records.doubts.iter().any(|doubt| {
            doubt.kind == DoubtKind::DateOrder && doubt.grounds == Grounds::Assumed
        });
        prop_assert!(days.eq(meant) || is_doubted, "{text} {:?}", file.records.doubts);
    }
}
