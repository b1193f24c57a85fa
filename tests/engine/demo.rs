//! The demonstration data: the same everywhere, readable, true to the method, and clearly made up.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of tests may stop the test"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use trust_gap::demo::{Demonstration, Naming};
use trust_gap::layout::{GROUP_SUFFIXES, read_file};
use trust_gap::method::weighting::{CAP_AT_KEY_STAGE_4, SchoolPart, Weight, weighted_figure};
use trust_gap::records::{Recognised, TrustRecord};
use trust_gap::terms::{AcademicYear, Group, Measure, Missing, Region, Unit, Value};

/// A row by the names of its columns.
type Row = BTreeMap<String, String>;

fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let of_record = |record: csv::StringRecord| {
        let cells = header.iter().zip(record.iter());
        cells.map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect()
    };
    reader.records().map(|record| of_record(record.unwrap())).collect()
}

fn number(cell: &str) -> Option<f64> {
    cell.trim_end_matches('%').parse().ok()
}

fn newest(demonstration: &Demonstration) -> AcademicYear {
    *demonstration.years().last().unwrap()
}

fn read(demonstration: &Demonstration, year: AcademicYear) -> Recognised {
    read_file("trusts.csv", demonstration.trust_file(year).as_bytes()).unwrap()
}

fn figure(trust: &TrustRecord, measure: Measure, group: Group) -> Option<f64> {
    let value = trust.attainment.value(measure, group);
    value.figure().map(|figure| figure.number())
}

/// The columns of the school file for a group: pupils, pupils in Progress 8, and each measure.
fn school_columns(group: Group) -> (&'static str, &'static str, [(Measure, &'static str); 8]) {
    use Measure::{
        Attainment8, Ebacc4, Ebacc5, EbaccAps, EbaccEntry, Grade4EnglishMaths, Grade5EnglishMaths, Progress8,
    };
    match group {
        Group::All => (
            "TPUP",
            "P8PUP",
            [
                (Attainment8, "ATT8SCR"),
                (Progress8, "P8MEA"),
                (Grade4EnglishMaths, "PTL2BASICS_94"),
                (Grade5EnglishMaths, "PTL2BASICS_95"),
                (EbaccEntry, "PTEBACC_E_PTQ_EE"),
                (Ebacc4, "PTEBACC_94"),
                (Ebacc5, "PTEBACC_95"),
                (EbaccAps, "EBACCAPS"),
            ],
        ),
        Group::Disadvantaged => (
            "TFSM6CLA1A",
            "P8PUP_FSM6CLA1A",
            [
                (Attainment8, "ATT8SCR_FSM6CLA1A"),
                (Progress8, "P8MEA_FSM6CLA1A"),
                (Grade4EnglishMaths, "PTFSM6CLA1ABASICS_94"),
                (Grade5EnglishMaths, "PTFSM6CLA1ABASICS_95"),
                (EbaccEntry, "PTEBACC_EFSM6CLA1A_PTQ_EE"),
                (Ebacc4, "PTEBACC_94_FSM6CLA1A"),
                (Ebacc5, "PTEBACC_95_FSM6CLA1A"),
                (EbaccAps, "EBACCAPS_FSM6CLA1A"),
            ],
        ),
        Group::Other => (
            "TNOTFSM6CLA1A",
            "P8PUP_NFSM6CLA1A",
            [
                (Attainment8, "ATT8SCR_NFSM6CLA1A"),
                (Progress8, "P8MEA_NFSM6CLA1A"),
                (Grade4EnglishMaths, "PTNOTFSM6CLA1ABASICS_94"),
                (Grade5EnglishMaths, "PTNOTFSM6CLA1ABASICS_95"),
                (EbaccEntry, "PTEBACC_ENFSM6CLA1A_PTQ_EE"),
                (Ebacc4, "PTEBACC_94_NFSM6CLA1A"),
                (Ebacc5, "PTEBACC_95_NFSM6CLA1A"),
                (EbaccAps, "EBACCAPS_NFSM6CLA1A"),
            ],
        ),
    }
}

/// How far a figure from rounded schools may be from the trust's own rounded one.
fn tolerance(measure: Measure) -> f64 {
    match measure.unit() {
        Unit::Percent => 1.0 + 1e-9,
        Unit::Points => 0.1 + 1e-9,
        _ => 0.01 + 1e-9,
    }
}

/// The regional simple means of the newest year.
fn means(file: &Recognised, measure: Measure, group: Group) -> BTreeMap<Region, f64> {
    let mean = |region| {
        let of_region = |trust: &&TrustRecord| trust.region == Some(region);
        let trusts = file.records.trusts.iter().filter(of_region);
        let figures: Vec<f64> = trusts.filter_map(|trust| figure(trust, measure, group)).collect();
        (region, figures.iter().sum::<f64>() / figures.len() as f64)
    };
    Region::ALL.into_iter().map(mean).collect()
}

/// The mean over all trusts of the newest year.
fn mean(file: &Recognised, measure: Measure, group: Group) -> f64 {
    let trusts = file.records.trusts.iter();
    let figures: Vec<f64> = trusts.filter_map(|trust| figure(trust, measure, group)).collect();
    figures.iter().sum::<f64>() / figures.len() as f64
}

/// The checksum FNV-1a, 64 bits.
fn checksum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[test]
fn the_same_text_comes_out_every_time_and_everywhere() {
    let one = Demonstration::generate();
    assert_eq!(one, Demonstration::generate());
    assert_eq!(one.files(), Demonstration::generate().files());
    let files = one.files();
    let sums: Vec<(&str, String)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), format!("{:016x}", checksum(text))))
        .collect();
    // A difference here is a change of the data set: pictures and texts that show it change too.
    let expected = [
        ("2018-2019/england_ks4-mats-performance.csv", "ec7fee759629715e"),
        ("2018-2019/england_ks4final.csv", "ce5a16f1f8379308"),
        ("2021-2022/england_ks4-mats-performance.csv", "8e17ff0b5028e3a5"),
        ("2021-2022/england_ks4final.csv", "5454991885ebace0"),
        ("2022-2023/england_ks4-mats-performance.csv", "7c7cc173378ba467"),
        ("2022-2023/england_ks4final.csv", "a334714c7081b430"),
        ("group_links.csv", "09171879f10fc943"),
    ];
    assert_eq!(sums, expected.map(|(name, sum)| (name, sum.to_owned())));
}

#[test]
fn trust_files_are_read_without_a_problem() {
    let demonstration = Demonstration::generate();
    let ends: Vec<u16> = demonstration.years().iter().map(|year| year.ends()).collect();
    assert_eq!(ends, [2019, 2022, 2023]);
    for &year in demonstration.years() {
        let file = read(&demonstration, year);
        assert_eq!(file.records.problems, []);
        assert_eq!(
            file.records.columns.len(),
            3 * Measure::COUNT,
            "every measure for every group"
        );
        assert!(file.records.trusts.len() > 100);
        assert!(file.records.trusts.iter().all(|trust| trust.year == Some(year)));
    }
    let file = read(&demonstration, newest(&demonstration));
    let mut regions = BTreeMap::new();
    for trust in &file.records.trusts {
        *regions.entry(trust.region.unwrap()).or_insert(0) += 1;
    }
    let counts: Vec<i32> = Region::ALL.map(|region| regions[&region]).to_vec();
    assert_eq!(counts, [21, 25, 19, 14, 23, 20, 27, 28, 26]);
    let no_such_year = AcademicYear::ending(2020).unwrap();
    assert_eq!(demonstration.trust_file(no_such_year).lines().count(), 1);
    assert_eq!(demonstration.school_file(no_such_year).lines().count(), 1);
}

/// A school that counts, found from the files only.
struct Counting<'a> {
    row: &'a Row,
    years: u32,
}

/// The members that count by trust, from the school file and the group links.
fn counting<'a>(
    schools: &'a BTreeMap<String, Row>,
    links: &[Row],
    year: AcademicYear,
) -> BTreeMap<String, Vec<Counting<'a>>> {
    let mut members: BTreeMap<String, Vec<Counting<'a>>> = BTreeMap::new();
    for link in links {
        assert_eq!(link["Group Type"], "Multi-academy trust");
        let date: Vec<u16> = link["Joined date"]
            .split('-')
            .map(|part| part.parse().unwrap())
            .collect();
        let late = (date[1], date[0]) > (9, 14);
        // Computed here again, independently of the engine.
        let years = u32::from(year.ends().saturating_sub(date[2] + u16::from(late)));
        let row = &schools[&link["URN"]];
        let is_academy = ["AC", "ACC", "F", "FSS", "FUTC"].contains(&row["NFTYPE"].as_str());
        let (_, _, columns) = school_columns(Group::All);
        let has_result = columns.iter().any(|(_, name)| number(&row[*name]).is_some());
        if years >= 3 && is_academy && has_result && number(&row["TPUP"]) > Some(0.0) {
            let of_trust = members.entry(link["Group UID"].clone()).or_default();
            of_trust.push(Counting { row, years });
        }
    }
    members.retain(|_, schools| schools.len() >= 3);
    members
}

#[test]
fn trust_figures_follow_from_the_schools_by_the_method() {
    let demonstration = Demonstration::generate();
    let links = rows(&demonstration.group_links());
    let mut compared = 0;
    for &year in demonstration.years() {
        let schools: BTreeMap<String, Row> = rows(&demonstration.school_file(year))
            .into_iter()
            .filter(|row| row["RECTYPE"] == "1")
            .map(|row| (row["URN"].clone(), row))
            .collect();
        let members = counting(&schools, &links, year);
        let trusts = rows(&demonstration.trust_file(year));
        let uids: BTreeSet<&String> = trusts.iter().map(|trust| &trust["TRUST_UID"]).collect();
        assert_eq!(uids, members.keys().collect());
        for trust in &trusts {
            let members = &members[&trust["TRUST_UID"]];
            let urns: Vec<&str> = members.iter().map(|one| one.row["URN"].as_str()).collect();
            assert_eq!(trust["INSTITUTIONS_MATPTINC"], urns.join(";"));
            assert_eq!(trust["NUMINST_MATPTINC"], members.len().to_string());
            let of_years = |wanted: fn(u32) -> bool| {
                let those = members.iter().filter(|one| wanted(one.years));
                those.count().to_string()
            };
            assert_eq!(trust["NUMINST_3_MATPTINC"], of_years(|years| years == 3));
            assert_eq!(trust["NUMINST_4_MATPTINC"], of_years(|years| years == 4));
            assert_eq!(trust["NUMINST_5PLUS_MATPTINC"], of_years(|years| years > 4));
            for (group, suffix) in GROUP_SUFFIXES {
                for measure in Measure::ALL {
                    let stem = measure.columns().trust_file.unwrap();
                    let published = number(&trust[&format!("{stem}{suffix}")]);
                    let recomputed = recompute(members, measure, group);
                    let (Some(published), Some(recomputed)) = (published, recomputed) else {
                        assert_eq!(trust["PFSM6CLA1A_MATPTINC"], "SUPPMAT");
                        continue;
                    };
                    compared += 1;
                    assert!(
                        (published - recomputed).abs() <= tolerance(measure),
                        "{} {measure:?} {group:?}: {published}, {recomputed}",
                        trust["TRUST_NAME"]
                    );
                }
            }
        }
    }
    assert!(compared > 12_000, "{compared}");
}

fn recompute(members: &[Counting<'_>], measure: Measure, group: Group) -> Option<f64> {
    let (pupils, in_progress8, columns) = school_columns(group);
    let weight = if measure == Measure::Progress8 {
        in_progress8
    } else {
        pupils
    };
    let (_, column) = columns.into_iter().find(|(known, _)| *known == measure)?;
    let part = |member: &Counting<'_>| {
        Some(SchoolPart {
            pupils: number(&member.row[weight])?,
            years: member.years,
            value: number(&member.row[column])?,
        })
    };
    let parts: Vec<SchoolPart> = members.iter().filter_map(part).collect();
    weighted_figure(&parts, Weight::default())
}

#[test]
fn lead_regions_hold_most_of_the_weight() {
    let demonstration = Demonstration::generate();
    let links = rows(&demonstration.group_links());
    // There are two authorities in each region, and each is in only one.
    let mut home = BTreeMap::new();
    for (region, codes) in [
        (Region::EastMidlands, ["892", "925"]),
        (Region::EastOfEngland, ["926", "881"]),
        (Region::London, ["213", "316"]),
        (Region::NorthEast, ["391", "841"]),
        (Region::NorthWest, ["352", "341"]),
        (Region::SouthEast, ["886", "850"]),
        (Region::SouthWest, ["908", "878"]),
        (Region::WestMidlands, ["330", "860"]),
        (Region::YorkshireAndTheHumber, ["383", "816"]),
    ] {
        home.extend(codes.map(|code| (code, region)));
    }
    let mut elsewhere = 0;
    for &year in demonstration.years() {
        let schools: BTreeMap<String, Row> = rows(&demonstration.school_file(year))
            .into_iter()
            .filter(|row| row["RECTYPE"] == "1")
            .map(|row| (row["URN"].clone(), row))
            .collect();
        let members = counting(&schools, &links, year);
        for trust in rows(&demonstration.trust_file(year)) {
            let mut weights: BTreeMap<Region, f64> = BTreeMap::new();
            for member in &members[&trust["TRUST_UID"]] {
                let years = member.years.min(CAP_AT_KEY_STAGE_4);
                let weight = number(&member.row["TPUP"]).unwrap() * f64::from(years);
                *weights.entry(home[member.row["LEA"].as_str()]).or_default() += weight;
            }
            let (lead, _) = weights.iter().max_by(|one, two| one.1.total_cmp(two.1)).unwrap();
            assert_eq!(trust["TRUST_LEADREGION"], lead.name(), "{}", trust["TRUST_NAME"]);
            elsewhere += weights.len() - 1;
        }
    }
    assert!(elsewhere > 10, "some trusts reach into other regions");
}

#[test]
fn measures_and_groups_agree_with_each_other() {
    let demonstration = Demonstration::generate();
    let file = demonstration.school_file(newest(&demonstration));
    for row in rows(&file).iter().filter(|row| row["RECTYPE"] != "5") {
        let cell = |column: &str| number(&row[column]);
        let pupils = |group| cell(school_columns(group).0).unwrap();
        let (poor, other) = (pupils(Group::Disadvantaged), pupils(Group::Other));
        assert_eq!(poor + other, pupils(Group::All));
        for group in Group::ALL {
            let (_, _, columns) = school_columns(group);
            let figures: Vec<Option<f64>> = columns.iter().map(|(_, name)| cell(name)).collect();
            if let [_, _, Some(em4), Some(em5), Some(entry), Some(eb4), Some(eb5), _] = figures[..] {
                assert!(em5 <= em4 && eb5 <= eb4 && eb4 <= entry && eb4 <= em4 && eb5 <= em5);
            }
        }
        let attainment = |group: Group| cell(school_columns(group).2[0].1);
        if let (Some(of_poor), Some(of_other), Some(of_all)) = (
            attainment(Group::Disadvantaged),
            attainment(Group::Other),
            attainment(Group::All),
        ) {
            let mixed = (poor * of_poor + other * of_other) / (poor + other);
            assert!((mixed - of_all).abs() <= 0.1 + 1e-9, "{row:?}");
        }
    }
}

#[test]
fn the_regional_picture_resembles_the_real_one() {
    use Group::{Disadvantaged, Other};
    let demonstration = Demonstration::generate();
    let file = read(&demonstration, newest(&demonstration));
    let grade5 = means(&file, Measure::Grade5EnglishMaths, Disadvantaged);
    for (&region, &mean) in &grade5 {
        let expected = match region {
            Region::London => 35.0..39.0,
            Region::SouthWest => 19.0..20.0,
            _ => 20.0..25.0,
        };
        assert!(expected.contains(&mean), "{region:?} {mean}");
    }
    for (measure, group, expected) in [
        (Measure::Grade5EnglishMaths, Other, 47.0..52.0),
        (Measure::Grade4EnglishMaths, Disadvantaged, 40.0..46.0),
        (Measure::Grade4EnglishMaths, Other, 67.0..73.0),
        (Measure::Attainment8, Disadvantaged, 34.5..37.0),
        (Measure::Attainment8, Other, 48.0..50.5),
        (Measure::Progress8, Disadvantaged, -0.65..-0.4),
        (Measure::Progress8, Other, 0.0..0.2),
        (Measure::EbaccEntry, Disadvantaged, 26.0..32.0),
        (Measure::EbaccEntry, Other, 39.0..46.0),
        (Measure::Ebacc4, Disadvantaged, 11.0..16.0),
        (Measure::Ebacc4, Other, 25.0..30.0),
        (Measure::Ebacc5, Disadvantaged, 6.0..11.0),
        (Measure::Ebacc5, Other, 17.0..22.0),
        (Measure::EbaccAps, Disadvantaged, 2.8..3.2),
        (Measure::EbaccAps, Other, 4.1..4.4),
    ] {
        let mean = mean(&file, measure, group);
        assert!(expected.contains(&mean), "{measure:?} {group:?} {mean}");
    }
    let trusts = file.records.trusts.iter();
    let grade5: Vec<f64> = trusts
        .filter_map(|trust| figure(trust, Measure::Grade5EnglishMaths, Disadvantaged))
        .collect();
    let distinct: BTreeSet<i64> = grade5.iter().map(|one| one.round() as i64).collect();
    assert!(distinct.len() < grade5.len() / 3, "whole numbers tie");
    assert!(*distinct.first().unwrap() < 10 && *distinct.last().unwrap() > 52);
}

#[test]
fn some_values_are_withheld_and_none_of_them_is_zero() {
    let demonstration = Demonstration::generate();
    let year = newest(&demonstration);
    let file = read(&demonstration, year);
    let withheld: Vec<&TrustRecord> = file
        .records
        .trusts
        .iter()
        .filter(|trust| trust.disadvantaged_share == Err(Missing::Suppressed))
        .collect();
    assert_eq!(withheld.len(), 4);
    let regions: BTreeSet<Region> = withheld.iter().filter_map(|trust| trust.region).collect();
    assert_eq!(regions.len(), 4);
    for trust in &file.records.trusts {
        let is_withheld = withheld.iter().any(|one| one.uid == trust.uid);
        for measure in Measure::ALL {
            for group in Group::ALL {
                let value = trust.attainment.value(measure, group);
                let expected = is_withheld && group != Group::All;
                assert_eq!(value == Value::Missing(Missing::Suppressed), expected);
            }
        }
    }
    let schools = rows(&demonstration.school_file(year));
    let of_kind = |code: &str, column: &str| {
        let those = schools.iter().filter(|row| row[column] == code);
        those.count()
    };
    let suppressed = of_kind("SUPP", "ATT8SCR_FSM6CLA1A");
    let few = schools
        .iter()
        .filter(|row| row["RECTYPE"] == "1" && row["ATT8SCR"] != "NE")
        .filter(|row| number(&row["TFSM6CLA1A"]) < Some(6.0));
    assert_eq!(suppressed, few.count());
    assert!((4..40).contains(&suppressed), "{suppressed}");
    assert!((1..20).contains(&of_kind("LOWCOV", "P8MEA")));
    assert!((1..20).contains(&of_kind("NE", "ATT8SCR")));
}

#[test]
fn school_files_have_their_year_and_their_summary_rows() {
    let demonstration = Demonstration::generate();
    for (&year, earlier) in demonstration.years().iter().zip(["18", "21", "22"]) {
        let rows = rows(&demonstration.school_file(year));
        let of_type = |wanted: &str| rows.iter().filter(|row| row["RECTYPE"] == wanted).count();
        assert!(of_type("1") > 1_000);
        assert_eq!([of_type("4"), of_type("5"), of_type("7")], [18, 1, 1]);
        let suffixed: BTreeSet<&str> = rows[0]
            .keys()
            .filter(|name| name.starts_with("ATT8SCR"))
            .filter_map(|name| name.rsplit('_').next())
            .filter(|last| last.bytes().all(|byte| byte.is_ascii_digit()))
            .collect();
        assert_eq!(suffixed, BTreeSet::from([earlier]));
    }
    let links = demonstration.group_links();
    let members: BTreeSet<String> = rows(&links)
        .into_iter()
        .map(|mut row| row.remove("URN").unwrap())
        .collect();
    let schools = rows(&demonstration.school_file(newest(&demonstration)));
    let outside = schools
        .iter()
        .filter(|row| row["RECTYPE"] == "1" && !members.contains(&row["URN"]));
    assert_eq!(outside.count(), 27, "maintained schools");
    let trusts: BTreeSet<String> = rows(&links)
        .into_iter()
        .map(|mut row| row.remove("Group UID").unwrap())
        .collect();
    assert_eq!(trusts.len(), 203 + 18, "small trusts are in the links alone");
}

/// The columns of a tidy file that say which pupils a row is about, by the naming.
fn splits(naming: Naming) -> [&'static str; 5] {
    let disadvantage = match naming {
        Naming::Of2024 => "disadvantage",
        Naming::Of2025 => "disadvantage_status",
    };
    [disadvantage, "sex", "first_language", "prior_attainment", "mobility"]
}

/// The columns of a tidy file: pupils, pupils in Progress 8, and each measure.
fn tidy_columns(naming: Naming) -> (&'static str, &'static str, [(Measure, &'static str); 8]) {
    use Measure::{
        Attainment8, Ebacc4, Ebacc5, EbaccAps, EbaccEntry, Grade4EnglishMaths, Grade5EnglishMaths, Progress8,
    };
    match naming {
        Naming::Of2024 => (
            "t_pupils",
            "t_inp8calc",
            [
                (Attainment8, "avg_att8"),
                (Progress8, "avg_p8score"),
                (Grade4EnglishMaths, "pt_l2basics_94"),
                (Grade5EnglishMaths, "pt_l2basics_95"),
                (EbaccEntry, "pt_ebacc_e_ptq_ee"),
                (Ebacc4, "pt_ebacc_94"),
                (Ebacc5, "pt_ebacc_95"),
                (EbaccAps, "avg_ebaccaps"),
            ],
        ),
        Naming::Of2025 => (
            "pupil_count",
            "progress8_pupil_count",
            [
                (Attainment8, "attainment8_average"),
                (Progress8, "progress8_average"),
                (Grade4EnglishMaths, "engmath_94_percent"),
                (Grade5EnglishMaths, "engmath_95_percent"),
                (EbaccEntry, "ebacc_entering_percent"),
                (Ebacc4, "ebacc_94_percent"),
                (Ebacc5, "ebacc_95_percent"),
                (EbaccAps, "ebacc_aps_average"),
            ],
        ),
    }
}

/// The row of a group: its word in breakdown and disadvantage, `Total` in every other split.
fn is_of_group(row: &Row, naming: Naming, group: Group) -> bool {
    let word = match group {
        Group::All => "Total",
        Group::Disadvantaged => "Disadvantaged",
        Group::Other => "Not known to be disadvantaged",
    };
    let [disadvantage, others @ ..] = splits(naming);
    row["breakdown"] == word && row[disadvantage] == word && others.iter().all(|split| row[*split] == "Total")
}

/// A tidy file's column for a column of the wide file.
fn in_tidy(wide: &str) -> &str {
    match wide {
        "SUPP" => "c",
        "NE" => "z",
        "LOWCOV" => "low",
        _ => wide.trim_end_matches('%'),
    }
}

#[test]
fn tidy_files_have_one_row_a_school_and_group_with_the_cells_of_the_wide_file() {
    let demonstration = Demonstration::generate();
    let year = newest(&demonstration);
    let wide: Vec<Row> = rows(&demonstration.school_file(year))
        .into_iter()
        .filter(|row| row["RECTYPE"] == "1")
        .collect();
    for naming in Naming::ALL {
        let tidy = rows(&demonstration.tidy_school_file(year, naming));
        let (pupils, in_progress8, columns) = tidy_columns(naming);
        for group in Group::ALL {
            let own = tidy.iter().filter(|row| is_of_group(row, naming, group));
            let own: BTreeMap<&str, &Row> = own.map(|row| (row["school_urn"].as_str(), row)).collect();
            let count = tidy.iter().filter(|row| is_of_group(row, naming, group));
            assert_eq!((own.len(), count.count()), (wide.len(), wide.len()));
            let (wide_pupils, wide_in_progress8, wide_columns) = school_columns(group);
            for school in &wide {
                let row = own[school["URN"].as_str()];
                assert_eq!(row[pupils], school[wide_pupils]);
                assert_eq!(row["old_la_code"], school["LEA"]);
                assert_eq!(row["school_name"], school["SCHNAME"]);
                assert_eq!(row["time_period"], "202223");
                let mut pairs = vec![(in_progress8, wide_in_progress8)];
                pairs.extend(columns.iter().zip(wide_columns).map(|(one, two)| (one.1, two.1)));
                for (column, wide_column) in pairs {
                    let expected = in_tidy(&school[wide_column]);
                    let no_progress8 = naming == Naming::Of2025 && column.starts_with("progress8");
                    let expected = if no_progress8 { "z" } else { expected };
                    assert_eq!(row[column], expected, "{naming:?} {group:?} {column}");
                }
            }
        }
    }
    let no_such_year = AcademicYear::ending(2020).unwrap();
    let header = demonstration.tidy_school_file(no_such_year, Naming::Of2024);
    assert_eq!(header.lines().count(), 1);
}

#[test]
fn tidy_files_have_rows_that_bear_a_groups_word_and_are_not_its_own() {
    let demonstration = Demonstration::generate();
    let year = newest(&demonstration);
    for naming in Naming::ALL {
        let tidy = rows(&demonstration.tidy_school_file(year, naming));
        let of_a_group = |row: &Row| {
            let mut groups = Group::ALL.into_iter();
            groups.any(|group| is_of_group(row, naming, group))
        };
        let others: Vec<&Row> = tidy.iter().filter(|row| !of_a_group(row)).collect();
        assert!(others.len() > 3 * tidy.len() / 5);
        // Each split by itself distinguishes some row of a group from the group's own row.
        for split in splits(naming) {
            let only = others.iter().filter(|row| {
                let rest = splits(naming).into_iter().filter(|other| *other != split);
                row[split] != "Total" && rest.into_iter().all(|other| row[other] == "Total")
            });
            let is_disadvantage = split.starts_with("disadvantage");
            assert_eq!(only.count() > 0, !is_disadvantage, "{split}");
        }
        for word in ["Disadvantaged", "Not known to be disadvantaged"] {
            let with_word: Vec<&&Row> = others.iter().filter(|row| row["breakdown"] == word).collect();
            assert!(!with_word.is_empty());
            assert!(with_word.iter().all(|row| row[splits(naming)[0]] == word));
        }
        // They would show in the figures.
        let (_, _, columns) = tidy_columns(naming);
        let boys = others.iter().filter(|row| row["breakdown"] == "Boys");
        let totals: BTreeMap<&str, &Row> = tidy
            .iter()
            .filter(|row| is_of_group(row, naming, Group::All))
            .map(|row| (row["school_urn"].as_str(), row))
            .collect();
        let differ = boys.filter(|row| row[columns[0].1] != totals[row["school_urn"].as_str()][columns[0].1]);
        assert!(differ.count() > 1_000);
        let known: BTreeSet<&str> = tidy
            .iter()
            .flat_map(|row| columns.iter().map(|(_, name)| row[*name].as_str()))
            .filter(|cell| cell.parse::<f64>().is_err())
            .collect();
        let codes: &[&str] = match naming {
            Naming::Of2024 => &["c", "low", "z"],
            Naming::Of2025 => &["c", "z"],
        };
        assert_eq!(known, codes.iter().copied().collect());
    }
}

/// Every name of the demonstration: trusts, then schools.
fn names(demonstration: &Demonstration) -> Vec<String> {
    let trusts: BTreeSet<String> = rows(&demonstration.group_links())
        .into_iter()
        .map(|row| row["Group Name"].clone())
        .collect();
    let schools = rows(&demonstration.school_file(newest(demonstration)));
    let schools = schools
        .into_iter()
        .filter(|row| row["RECTYPE"] == "1")
        .map(|row| row["SCHNAME"].clone());
    trusts.into_iter().chain(schools).collect()
}

/// The folder of real data. Prints a message and returns `None` if it is missing.
fn real_data() -> Option<PathBuf> {
    let folder = std::env::var_os("TRUST_GAP_DATA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("../shared/data"),
        PathBuf::from,
    );
    if folder.is_dir() {
        return Some(folder);
    }
    let required = std::env::var("TRUST_GAP_DATA_REQUIRED").is_ok_and(|value| value == "1");
    assert!(!required, "no real data at {}", folder.display());
    eprintln!("SKIPPED: no real data at {}", folder.display());
    None
}

#[test]
fn no_name_comes_twice_and_every_place_has_a_name_of_its_own() {
    let demonstration = Demonstration::generate();
    let names = names(&demonstration);
    let distinct: BTreeSet<&String> = names.iter().collect();
    assert_eq!(distinct.len(), names.len());
    let places: BTreeSet<&str> = names.iter().filter_map(|name| name.split(' ').next()).collect();
    assert_eq!(places.len(), names.len());
}

#[test]
fn no_name_and_no_number_is_a_real_one() {
    let Some(folder) = real_data() else {
        return;
    };
    let mut words: BTreeSet<String> = BTreeSet::new();
    let mut numbers: BTreeSet<String> = BTreeSet::new();
    for (path, columns) in [
        (
            "2022-2023/england_ks4-mats-performance.csv",
            ["TRUST_NAME", "TRUST_UID"].as_slice(),
        ),
        (
            "gias/group_links_2022-03.csv",
            &["Group Name", "EstablishmentName", "URN", "Group UID"],
        ),
    ] {
        let bytes = std::fs::read(folder.join(path)).unwrap();
        for row in rows(&String::from_utf8_lossy(&bytes)) {
            for column in columns {
                let cell = row[*column].to_lowercase();
                words.extend(cell.split(|letter: char| !letter.is_alphabetic()).map(str::to_owned));
                numbers.insert(cell);
            }
        }
    }
    assert!(words.len() > 5_000);
    let demonstration = Demonstration::generate();
    for name in names(&demonstration) {
        // Not even the invented place occurs in the name of a real trust, school or sponsor.
        let place = name.split(' ').next().unwrap().to_lowercase();
        assert!(!words.contains(&place), "{name}");
    }
    for row in rows(&demonstration.group_links()) {
        assert!(!numbers.contains(&row["URN"]) && !numbers.contains(&row["Group UID"]));
    }
}

/// The page fetches the records that its files would be read as. Together they are the demonstration.
#[test]
fn the_page_fetches_the_records_of_the_very_files() {
    let demonstration = Demonstration::generate();
    let assets = demonstration.assets();
    let names = assets.each_ref().map(|(name, _)| *name);
    assert_eq!(names, ["demonstration.bin", "demonstration-earlier.bin"]);
    let files = |(_, bytes): (&str, Vec<u8>)| {
        let mut left = bytes.as_slice();
        let mut files = Vec::new();
        while !left.is_empty() {
            files.push(Recognised::take(&mut left).unwrap());
        }
        files
    };
    let fetched = assets.map(files);
    assert_eq!(fetched, demonstration.records());
    let [opening, earlier] = fetched;
    let newest = newest(&demonstration);
    let schools = |files: &[Recognised]| -> Vec<AcademicYear> {
        let of = files.iter().filter(|file| !file.records.schools.is_empty());
        of.map(|file| file.records.schools.get(0).unwrap().year().unwrap())
            .collect()
    };
    assert_eq!(schools(&opening), [newest]);
    assert_eq!(schools(&earlier).len(), demonstration.years().len() - 1);
    // The same as its files dropped one by one.
    for file in opening.into_iter().chain(earlier) {
        assert_eq!(file.fingerprint, None);
        let school = file.records.schools.get(0);
        let trust = file.records.trusts.first();
        let text = match (school.and_then(|school| school.year()), trust) {
            (Some(year), _) => demonstration.school_file(year),
            (None, Some(trust)) => demonstration.trust_file(trust.year.unwrap()),
            (None, None) => demonstration.group_links(),
        };
        let read = read_file(&file.file, text.as_bytes()).unwrap();
        assert!(file.records == read.records, "{}", file.file);
    }
}
