//! All figures of a year as one file: the Department's own figures, and those of the single tables.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::OnceLock;

use trust_gap::chart::{Chart, RankChart, TrustList, TrustQuery, all_figures_table};
use trust_gap::export::csv_table::{CsvFile, of_table};
use trust_gap::export::origin::Origin;
use trust_gap::method::{
    Analysis, EveryFigure, IntervalChoices, Judgement, Measured, RegionalRule, Rules, Suppression, regional_ranks,
};
use trust_gap::model::DataSet;
use trust_gap::terms::Area;

use crate::support::made_up::few_with_progress;
use crate::support::program::{answer, run};
use crate::support::{TRUST_FILE, demonstration, library_of, shared, shared_bytes};

/// A row by the heads of its columns.
type Row = HashMap<String, String>;

fn rows(csv: &str) -> Vec<Row> {
    let text = csv.trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let records = reader.records().map(Result::unwrap);
    let row = |record: csv::StringRecord| heads.iter().zip(&record).map(own).collect();
    records.map(row).collect()
}

fn own((head, cell): (&str, &str)) -> (String, String) {
    (head.to_owned(), cell.to_owned())
}

fn every(data: &DataSet, regional: RegionalRule, areas: &[Area]) -> Vec<Analysis> {
    let judgement = Rc::new(Judgement::new(data, &Rules::default()).unwrap());
    let mut every = EveryFigure::new(&judgement, regional, areas, &IntervalChoices::default());
    while every.advance().is_some() {}
    every.finish()
}

fn file(data: &DataSet, regional: RegionalRule, areas: &[Area]) -> String {
    let mut file = CsvFile::default();
    for analysis in every(data, regional, areas) {
        let table = all_figures_table(&analysis, None);
        file.push(&Origin::of(data, &analysis).in_columns_of(&table));
    }
    file.finish()
}

/// What the program writes of the real trust file; once for all tests, because debug builds take seconds to rank.
fn written() -> Option<&'static str> {
    static WRITTEN: OnceLock<Option<String>> = OnceLock::new();
    let write = || Some(String::from_utf8(run(&["figures", shared(TRUST_FILE)?.to_str()?]).stdout).unwrap());
    WRITTEN.get_or_init(write).as_deref()
}

/// The columns of the Department's file, by measure and group.
fn column(row: &Row) -> Option<String> {
    let measure = match &*row["Measure key"] {
        "att8" => "ATT8SCR_WGTAVG",
        "p8" => "P8MEA_WGTAVG",
        "em5" => "PTL2BASICS_95_WGTAVG",
        "ebacc_aps" => "EBACCAPS_WGTAVG",
        "ebacc5" => "PTEBACC_95_WGTAVG",
        "ebacc4" => "PTEBACC_94_WGTAVG",
        "ebacc_entry" => "PTEBACC_E_PTQ_EE_WGTAVG",
        other => panic!("{other}"),
    };
    let group = match &*row["Pupil group"] {
        "All" => "",
        "Disadvantaged" => "_FSM6CLA1A",
        "Other" => "_NFSM6CLA1A",
        _ => return None,
    };
    Some(format!("{measure}{group}"))
}

#[test]
fn every_published_figure_is_in_it_and_each_that_is_missing_has_its_reason() {
    let (Some(written), Some(published)) = (written(), shared_bytes(TRUST_FILE)) else {
        return;
    };
    // Letters with accents are not what is compared.
    let published = rows(&String::from_utf8_lossy(&published));
    let published: HashMap<&str, &Row> = published.iter().map(|row| (&*row["TRUST_UID"], row)).collect();
    let rows = rows(written);
    // 7 measures of three groups with their gap, each for 216 trusts, 9 regions and England.
    assert_eq!(rows.len(), 7 * 4 * (216 + 9 + 1));
    let (mut checked, mut missing) = (0, 0);
    for row in rows.iter().filter(|row| row["Level"] == "Trust") {
        let Some(column) = column(row) else { continue };
        let cell = published[&*row["UID"]][&column].trim_end_matches('%');
        if let Ok(number) = cell.parse::<f64>() {
            assert_eq!(row["Figure"].parse::<f64>().unwrap(), number, "{row:?}");
            assert_eq!(row["Why there is no figure"], "");
            checked += 1;
        } else {
            assert_eq!((&*row["Figure"], &*row["Rank in region"]), ("", ""), "{row:?}");
            assert_ne!(row["Why there is no figure"], "", "{row:?}");
            missing += 1;
        }
        let pupils = &published[&*row["UID"]]["TPUP_MATPTINC"];
        assert_eq!(row["Pupils at the end of key stage 4"], *pupils);
    }
    assert_eq!(checked + missing, 216 * 7 * 3);
    assert!(missing > 0);
    let suppressed = rows
        .iter()
        .find(|row| row["Name"] == "Alpha Trust" && row["Measure key"] == "em5");
    assert_eq!(suppressed.unwrap()["Why there is no figure"], "suppressed");
}

/// The South-West Social Mobility Commission's figures of June 2024.
#[test]
fn regions_and_england_are_in_it_with_their_trusts() {
    let Some(written) = written() else { return };
    let rows = rows(written);
    let shown = |level: &str, name: &str| {
        let mut rows = rows.iter();
        let row = rows.find(|row| {
            row["Level"] == level
                && row["Name"] == name
                && row["Measure key"] == "em5"
                && row["Pupil group"] == "Disadvantaged"
        });
        row.unwrap().clone()
    };
    let south_west = shown("Region", "South West");
    let of = |head: &str| &*south_west[head];
    assert_eq!(
        [
            of("Figure"),
            of("Unit"),
            of("Trusts with a figure"),
            of("Year"),
            of("Region")
        ],
        ["20.1", "%", "28", "2022/23", "South West"]
    );
    assert_eq!(
        [
            of("UID"),
            of("Rank in region"),
            of("Rank in England"),
            of("Regional figure")
        ],
        ["", "", "", RegionalRule::SimpleMean.name()]
    );
    let england = shown("England", "All eligible trusts");
    assert_eq!(
        (&*england["Figure"], &*england["Trusts with a figure"]),
        ("24.0", "212")
    );
    assert!(england["Source"].ends_with(TRUST_FILE));
}

#[test]
fn its_numbers_are_those_of_the_single_tables() {
    let data = demonstration();
    for analysis in every(&data, RegionalRule::SimpleMean, &[]) {
        let (rules, ranks) = (analysis.rules, regional_ranks(&analysis));
        let all = rows(&of_table(&all_figures_table(&analysis, Some(&ranks))));
        let by_uid: HashMap<&str, &Row> = all.iter().map(|row| (&*row["UID"], row)).collect();
        let measured = Measured::after(None, &data, &rules).unwrap();
        let list = TrustList::new(&measured, &analysis, &[]);
        let one_by_one = of_table(&list.table(&list.find(&TrustQuery::default())));
        for single in rows(&one_by_one) {
            let row = by_uid[&*single["UID"]];
            if row["Why there is no figure"].is_empty() {
                assert_eq!(row["Figure"], single[&list.figure_column], "{row:?}");
                assert_eq!(row["Rank in England"], single["Rank in England"]);
                assert_eq!(row["Rank in region"], single["Rank in region"]);
            } else {
                assert_eq!(row["Why there is no figure"], single[&list.figure_column]);
            }
            if !row["95% low"].is_empty() {
                assert_eq!(row["95% low"], single["Interval low"]);
                assert_eq!(row["95% high"], single["Interval high"]);
            }
        }
        for (family, of_family) in &ranks {
            let chart = RankChart::new(&analysis, &IntervalChoices::default(), family, of_family, None);
            for (index, single) in family.indices().zip(chart.table().rows) {
                let row = by_uid[&*analysis.trusts[index].uid];
                let heads = chart.table().columns;
                let cell = |head: &str| single[heads.iter().position(|of| of.name == head).unwrap()].data();
                assert_eq!(row["Best possible rank in region"], cell("Best possible rank"));
                assert_eq!(row["Worst possible rank in region"], cell("Worst possible rank"));
                let could = row["Could be in top ten of region"] == "true";
                assert_eq!(could, cell("Could be in the top ten") == "yes");
            }
        }
    }
}

#[test]
fn columns_have_numbers_or_blanks_and_without_ranks_there_are_no_possible_ones() {
    let data = demonstration();
    let analysis = every(&data, RegionalRule::SimpleMean, &[]).remove(0);
    let ranks = regional_ranks(&analysis);
    let all = rows(&of_table(&all_figures_table(&analysis, Some(&ranks))));
    for head in [
        "Figure",
        "95% low",
        "95% high",
        "Rank in region",
        "Best possible rank in region",
        "Rank in England",
    ] {
        let is_number = |row: &Row| row[head].is_empty() || row[head].parse::<f64>().is_ok();
        assert!(all.iter().all(is_number), "{head}");
        assert!(all.iter().any(|row| !row[head].is_empty()), "{head}");
    }
    let without = rows(&of_table(&all_figures_table(&analysis, None)));
    assert!(!without[0].contains_key("Best possible rank in region"));
    assert_eq!(without.len(), all.len());
    assert_eq!(without[20]["Figure"], all[20]["Figure"]);
}

/// A rule that the files do not allow for a group gives way to the simple mean for that group, and the row says so.
#[test]
fn areas_have_rows_of_their_own_and_each_row_its_rule() {
    let data = demonstration();
    let area = Area::parse("Peninsula=908,878,879").unwrap();
    let all = rows(&file(&data, RegionalRule::PupilWeighted, &[area]));
    let areas: Vec<&Row> = all.iter().filter(|row| row["Level"] == "Area").collect();
    assert_eq!(areas.len(), every(&data, RegionalRule::SimpleMean, &[]).len());
    assert!(
        areas
            .iter()
            .all(|row| row["Name"] == "Peninsula" && row["UID"].is_empty())
    );
    let weighted = RegionalRule::PupilWeighted.name();
    assert!(areas.iter().any(|row| row["Regional figure"] == weighted));
}

#[test]
fn the_program_writes_it_with_the_ranks_of_a_single_analysis() {
    let (Some(written), Some(path)) = (written(), shared(TRUST_FILE)) else {
        return;
    };
    let path = path.to_str().unwrap();
    let rows = rows(written);
    let (report, _) = answer(&[
        "analyse",
        path,
        "--format",
        "json",
        "--measure",
        "att8",
        "--group",
        "gap",
    ]);
    for trust in report["trusts"].as_array().unwrap() {
        let mut rows = rows.iter();
        let row =
            rows.find(|row| row["UID"] == trust["uid"] && row["Measure key"] == "att8" && row["Pupil group"] == "Gap");
        for (head, key) in [
            ("Rank in region", "regional_rank"),
            ("Best possible rank in region", "rank_low"),
            ("Worst possible rank in region", "rank_high"),
            ("Rank in England", "rank"),
        ] {
            assert_eq!(row.unwrap()[head].parse().ok(), trust[key].as_u64(), "{head} {trust}");
        }
    }
    let of_one = run(&["figures", path, "--measure", "em5"]);
    assert_eq!(of_one.status.code(), Some(2));
}

/// What may leave has no figure of few pupils in it, but the reason.
#[test]
fn a_figure_of_few_pupils_is_not_in_it() {
    let library = library_of(&[("mine.csv", &few_with_progress())]);
    let leaving = |suppression| {
        let leaving = trust_gap::export::cleared::Cleared::library(&library, suppression);
        file(&leaving.what().newest().unwrap(), RegionalRule::SimpleMean, &[])
    };
    let [withheld, kept] = [Suppression::Withhold, Suppression::Keep].map(leaving);
    assert!(!withheld.contains(",1.77,") && kept.contains(",1.77,"), "{withheld}");
    let withheld = rows(&withheld);
    let mut withheld = withheld.iter();
    let of =
        |row: &&Row| row["Name"] == "Trust 1" && row["Measure key"] == "p8" && row["Pupil group"] == "Disadvantaged";
    let row = withheld.find(of).unwrap();
    assert_eq!(row["Figure"], "");
    assert!(
        row["Why there is no figure"].starts_with("withheld (fewer than 6 pupils)"),
        "{row:?}"
    );
    assert!(row["Source"].contains("fewer than 6 pupils"), "{row:?}");
}
