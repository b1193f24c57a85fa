//! School files and group links, the real ones first: computed figures against those that the Department published.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::support::made_up::{Link, link, links, school, wide};
use crate::support::{TRUST_FILE, library_of, shared_bytes};
use trust_gap::layout::read_file;
use trust_gap::method::weighting::{SchoolPart, Weight, weighted_figure, years_in_trust};
use trust_gap::method::{
    Analysis, AnalysisError, Level, Reason, Rules, TrustFigures, analyse, analyse_with_areas, schools_without_trust,
    side_by_side,
};
use trust_gap::model::{Basis, DataSet, Library};
use trust_gap::records::{Recognised, Tenure, TotalOf};
use trust_gap::terms::{AcademicYear, Area, Date, DayOfYear, Focus, Group, Measure, Missing, Region, SchoolType, Urn};

const SAMPLE: &str = "2022-2023/england_ks4final_header_and_sample_rows.csv";
const LINKS: &str = "gias/group_links_2022-03.csv";
const WALTHAM_FOREST: &str = "2017-2018/320_ks4revised.csv";
const ROSELAND: &str = "16049";

fn read(name: &str) -> Option<Recognised> {
    Some(read_file(name, &shared_bytes(name)?).unwrap())
}

/// The three real schools with the real group links and the real trust file.
fn roseland() -> Option<Rc<DataSet>> {
    let mut library = Library::default();
    for name in [SAMPLE, LINKS, TRUST_FILE] {
        library.add(read(name)?);
    }
    assert_eq!(library.years(), [AcademicYear::ending(2023)]);
    library.newest()
}

fn rules(measure: Measure, focus: Focus) -> Rules {
    Rules {
        measure,
        focus,
        // Beside the trust file three schools are part of the country, so computed figures have to be requested.
        basis: Some(Basis::Computed),
        ..Rules::default()
    }
}

/// The figure of the trust that is computed.
fn computed(data: &DataSet, rules: &Rules) -> f64 {
    let analysis = analyse(data, rules).unwrap();
    assert_eq!(analysis.basis, Basis::Computed);
    assert_eq!(analysis.trusts.len(), 1);
    assert_eq!(&*analysis.trusts[0].uid, ROSELAND);
    analysis.trusts[0].figure().unwrap().number()
}

fn published(data: &DataSet, measure: Measure, group: Group) -> f64 {
    let trust = data.trusts().iter().find(|trust| trust.uid.as_str() == ROSELAND);
    let value = trust.unwrap().attainment.value(measure, group);
    value.figure().unwrap().number()
}

/// By how much the published figure may differ, its inputs being rounded (method, section 2).
fn tolerance(measure: Measure) -> f64 {
    match measure {
        Measure::Attainment8 => 0.1,
        Measure::Progress8 => 0.01,
        Measure::EbaccAps => 0.02,
        _ => 1.0,
    }
}

#[test]
fn the_roseland_schools_weigh_by_five_three_and_four_years() {
    let Some(data) = roseland() else { return };
    let analysis = analyse(&data, &rules(Measure::Attainment8, Focus::All)).unwrap();
    let trust = &analysis.trusts[0];
    assert_eq!(trust.region, Some(Region::SouthWest));
    assert_eq!(trust.pupils, Some(466.0));
    let mut found: Vec<(u32, u32, u32, f64, f64)> = trust
        .school_shares(Focus::All)
        .map(|(school, part, share)| {
            let years = school.years.unwrap();
            let capped = analysis.rules.weight.capped(years);
            (school.urn.number(), years, capped, part.weight.unwrap(), share.unwrap())
        })
        .collect();
    found.sort_by_key(|school| school.0);
    let total = 129.0 * 5.0 + 147.0 * 3.0 + 190.0 * 4.0;
    assert_eq!(
        found,
        [
            (136_572, 12, 5, 645.0, 645.0 / total),
            (137_223, 3, 3, 441.0, 441.0 / total),
            (145_843, 4, 4, 760.0, 760.0 / total),
        ]
    );
}

#[test]
fn every_figure_of_the_roseland_trust_is_the_published_one() {
    let Some(data) = roseland() else { return };
    for (measure, focus, expected) in [
        (Measure::Attainment8, Focus::All, 46.6255),
        (Measure::Attainment8, Focus::Disadvantaged, 36.3337),
        (Measure::Grade5EnglishMaths, Focus::Disadvantaged, 21.5646),
        (Measure::Progress8, Focus::All, 0.1155),
        (Measure::Progress8, Focus::Disadvantaged, -0.3612),
        (Measure::EbaccAps, Focus::All, 3.8897),
        (Measure::EbaccAps, Focus::Disadvantaged, 2.9527),
    ] {
        let got = computed(&data, &rules(measure, focus));
        assert!((got - expected).abs() < 0.000_06, "{measure:?} {focus:?}: {got}");
    }
    for (measure, focus, expected) in [
        (Measure::Ebacc4, Focus::All, 14.34),
        (Measure::Ebacc4, Focus::Disadvantaged, 7.43),
        (Measure::Ebacc5, Focus::All, 9.51),
        (Measure::Ebacc5, Focus::Disadvantaged, 5.23),
        (Measure::EbaccEntry, Focus::All, 23.39),
        (Measure::EbaccEntry, Focus::Disadvantaged, 19.76),
    ] {
        let got = computed(&data, &rules(measure, focus));
        let group = focus.group().unwrap();
        assert!((got - expected).abs() < 0.006, "{measure:?}: {got}");
        assert!(
            (got.round() - published(&data, measure, group)).abs() < 1e-9,
            "{measure:?} {focus:?}: {got}"
        );
    }
}

#[test]
fn computed_and_published_stand_side_by_side_for_every_measure_and_group() {
    let Some(data) = roseland() else { return };
    let mut compared = 0;
    for measure in data.measures(Basis::Published) {
        for focus in [Focus::All, Focus::Disadvantaged, Focus::Other] {
            let rules = rules(measure, focus);
            let rows = side_by_side(&data, &rules).unwrap();
            assert_eq!(rows.len(), 216, "every trust of the trust file");
            let row = rows.iter().find(|row| &*row.uid == ROSELAND).unwrap();
            let difference = row.difference.unwrap().number();
            let got = computed(&data, &rules);
            let expected = published(&data, measure, focus.group().unwrap());
            assert!((difference - (got - expected)).abs() < 1e-12);
            assert!(
                difference.abs() <= tolerance(measure),
                "{measure:?} {focus:?}: {got} where {expected} is published"
            );
            compared += 1;
            let alone = rows.iter().filter(|row| row.computed.is_none());
            assert_eq!(alone.count(), 215);
        }
    }
    assert_eq!(compared, 7 * 3);
}

#[test]
fn leaving_the_years_out_misses_the_published_progress_8() {
    let Some(data) = roseland() else { return };
    let rules = Rules {
        weight: Weight::Pupils,
        ..rules(Measure::Progress8, Focus::Disadvantaged)
    };
    let got = computed(&data, &rules);
    assert!((got - -0.43).abs() < 0.005, "{got}");
    let expected = published(&data, Measure::Progress8, Group::Disadvantaged);
    assert!((expected - -0.36).abs() < 1e-12);
    assert!((got - expected).abs() > tolerance(Measure::Progress8));
}

#[test]
fn the_gap_is_other_less_disadvantaged_each_with_its_own_weights() {
    let Some(data) = roseland() else { return };
    let got = |focus| computed(&data, &rules(Measure::Attainment8, focus));
    let gap = got(Focus::Other) - got(Focus::Disadvantaged);
    assert!((got(Focus::Gap) - gap).abs() < 1e-12);
    assert!((12.0..14.0).contains(&gap), "{gap}");
}

/// Counts of schools with 3, 4 and 5 or more years.
type Counts = [usize; 3];

/// For each trust of the real trust file all of whose schools have a day of joining: its name, the
/// counts that are published and those that follow from the group links.
fn years_of_all_trusts(cut_off: DayOfYear) -> Option<Vec<(String, Counts, Counts)>> {
    let links = read(LINKS)?.records.memberships;
    let mut joined: BTreeMap<(String, String), Date> = BTreeMap::new();
    for link in links.rows() {
        if let Tenure::Joined(day) = link.tenure {
            let uid = links.trust(link).unwrap().uid.to_string();
            joined.insert((link.urn.to_string(), uid), day);
        }
    }
    let bytes = shared_bytes(TRUST_FILE)?;
    let mut file = csv::Reader::from_reader(bytes.as_slice());
    let header = file.byte_headers().unwrap().clone();
    let place = |name: &str| header.iter().position(|cell| cell == name.as_bytes()).unwrap();
    let [name, uid, urns] = ["TRUST_NAME", "TRUST_UID", "INSTITUTIONS_MATPTINC"].map(&place);
    let counts = ["NUMINST_3_MATPTINC", "NUMINST_4_MATPTINC", "NUMINST_5PLUS_MATPTINC"].map(place);
    let mut trusts = Vec::new();
    for row in file.byte_records() {
        let row = row.unwrap();
        let text = |place: usize| String::from_utf8_lossy(&row[place]).into_owned();
        let days: Option<Vec<Date>> = text(urns)
            .split(';')
            .map(|urn| joined.get(&(urn.to_owned(), text(uid))).copied())
            .collect();
        let Some(days) = days else { continue };
        let years: Vec<u32> = days.into_iter().map(|day| years_in_trust(2023, day, cut_off)).collect();
        let found =
            [3..=3, 4..=4, 5..=u32::MAX].map(|range| years.iter().filter(|years| range.contains(years)).count());
        trusts.push((text(name), counts.map(|place| text(place).parse().unwrap()), found));
    }
    Some(trusts)
}

#[test]
fn days_of_joining_give_the_published_counts_of_years() {
    let Some(trusts) = years_of_all_trusts(DayOfYear::SEPTEMBER_14) else {
        return;
    };
    assert_eq!(trusts.len(), 215);
    let missed: Vec<&str> = trusts
        .iter()
        .filter(|(_, published, found)| published != found)
        .map(|(name, _, _)| name.as_str())
        .collect();
    assert_eq!(
        missed,
        [
            "CITY OF LONDON ACADEMIES TRUST",
            "HARRIS FEDERATION",
            "ORMISTON ACADEMIES TRUST",
            "RUSSELL EDUCATION TRUST"
        ]
    );
}

#[test]
fn another_cut_off_gives_fewer_and_any_late_in_september_as_many() {
    let as_many = |day| -> Option<usize> {
        let trusts = years_of_all_trusts(DayOfYear::new(9, day)?)?;
        let same = trusts.iter().filter(|(_, published, found)| published == found);
        Some(same.count())
    };
    let Some(first) = as_many(1) else { return };
    assert_eq!(first, 207);
    assert_eq!([12, 30].map(as_many), [Some(211), Some(211)]);
}

#[test]
fn the_hand_vector_under_every_cap() {
    let schools = [(40.0, 3, 20.0), (60.0, 4, 24.0), (100.0, 7, 30.0)].map(|(pupils, years, successes)| SchoolPart {
        pupils,
        years,
        value: successes / pupils,
    });
    for (cap, expected) in [
        (Some(5), 0.355_813_953),
        (Some(4), 0.363_157_895),
        (Some(1), 0.370_000_000),
        (None, 0.345_283_019),
    ] {
        let figure = weighted_figure(&schools, Weight::PupilsYears { cap }).unwrap();
        assert!((figure - expected).abs() < 5e-10, "{cap:?}: {figure}");
    }
    // The same through files, in percent.
    let text = |texts: [&str; 3]| texts.map(str::to_owned);
    let mut schools = [1, 2, 3].map(school);
    for (school, (pupils, percent)) in schools.iter_mut().zip([("40", "50%"), ("60", "40%"), ("100", "30%")]) {
        school.pupils = text([pupils; 3]);
        school.em5 = text([percent; 3]);
    }
    let lines = [
        link(1, 9, "01-09-2020"),
        link(2, 9, "01-09-2019"),
        link(3, 9, "01-09-2016"),
    ];
    let data = made_up(&schools, &lines);
    for (weight, expected) in [
        (Weight::PupilsYears { cap: Some(5) }, 35.581_395_3),
        (Weight::PupilsYears { cap: Some(4) }, 36.315_789_5),
        (Weight::PupilsYears { cap: Some(1) }, 37.0),
        (Weight::PupilsYears { cap: None }, 34.528_301_9),
        (Weight::Pupils, 37.0),
        (Weight::Equal, 40.0),
    ] {
        let rules = Rules {
            weight,
            ..Rules::default()
        };
        let figure = analyse(&data, &rules).unwrap().trusts[0].figure().unwrap();
        assert!((figure.number() - expected).abs() < 5e-8, "{weight:?}");
    }
}

#[test]
fn an_older_file_of_one_authority_loses_no_school() {
    let Some(bytes) = shared_bytes(WALTHAM_FOREST) else {
        return;
    };
    assert!(bytes.starts_with(b"\xEF\xBB\xBF") && !bytes.ends_with(b"\n"));
    let file = read_file(WALTHAM_FOREST, &bytes).unwrap();
    assert_eq!(file.layout, "the school performance file");
    let raw = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(&bytes[3..])
        .into_byte_records()
        .map(Result::unwrap)
        .collect::<Vec<_>>();
    let expected: Vec<String> = raw
        .iter()
        .filter(|row| matches!(&row[0], b"1" | b"2"))
        .map(|row| String::from_utf8(row[4].to_vec()).unwrap())
        .collect();
    let records = &file.records;
    let urns: Vec<String> = records.schools.iter().map(|school| school.urn().to_string()).collect();
    assert_eq!((urns.len(), records.rows), (25, raw.len()));
    assert_eq!(urns, expected);
    assert_eq!(records.problems, []);
    assert!(records.schools.iter().all(|school| {
        (school.year(), school.authority(), school.region())
            == (AcademicYear::ending(2018), Some(320), Some(Region::London))
    }));
    let totals: Vec<TotalOf> = records.totals.iter().map(|total| total.of).collect();
    assert_eq!(
        totals,
        [TotalOf::Authority(320), TotalOf::AllSchools, TotalOf::StateFunded]
    );
    assert!(records.totals.iter().all(|total| {
        total
            .attainment
            .value(Measure::Attainment8, Group::All)
            .figure()
            .is_some()
    }));
    let special = records
        .schools
        .iter()
        .filter(|school| school.school_type() == SchoolType::Special);
    assert_eq!(special.count(), 4);
}

#[test]
fn its_year_is_told_by_its_columns_and_not_by_its_name() {
    let Some(bytes) = shared_bytes(WALTHAM_FOREST) else {
        return;
    };
    for name in ["320_ks4revised.csv", "2022-2023/ks4.csv"] {
        let records = read_file(name, &bytes).unwrap().records;
        assert_eq!(
            records.schools.get(0).unwrap().year(),
            AcademicYear::ending(2018),
            "{name}"
        );
    }
}

#[test]
fn without_group_links_every_school_is_listed_and_the_lack_is_said() {
    let Some(file) = read(WALTHAM_FOREST) else {
        return;
    };
    let mut library = Library::default();
    library.add(file);
    let data = library.newest().unwrap();
    let error = analyse(&data, &Rules::default()).unwrap_err();
    assert_eq!(error, AnalysisError::NoLinks);
    assert!(error.to_string().contains("group links"));
    let unplaced = schools_without_trust(&data, &Rules::default());
    assert_eq!(unplaced.len(), 25);
    for exclusion in unplaced {
        assert_eq!(exclusion.level, Level::School);
        assert_eq!(exclusion.reason, Reason::NoLinks);
    }
    // With the links there are verdicts instead.
    let Some(links) = read(LINKS) else { return };
    library.add(links);
    let data = library.newest().unwrap();
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let joins = data.joins().unwrap();
    assert_eq!(joins.joined + joins.without_link, 25);
    assert!(joins.joined > 5, "{joins:?}");
    assert_every_school_once(&data, &analysis);
}

/// Checks that each school is in one trust or among the exclusions, never in both and never twice.
fn assert_every_school_once(data: &DataSet, analysis: &Analysis) {
    let in_trusts = analysis
        .trusts
        .iter()
        .flat_map(|trust: &TrustFigures| trust.schools.iter().map(|school| school.urn.to_string()));
    let left_out = analysis
        .excluded
        .iter()
        .filter(|exclusion| exclusion.level == Level::School)
        // Members that are not in the school file are named, too.
        .filter(|exclusion| !matches!(exclusion.reason, Reason::NotInFile { .. }))
        .map(|exclusion| exclusion.urn.unwrap().to_string());
    let mut found: Vec<String> = in_trusts.chain(left_out).collect();
    let mut expected: Vec<String> = data
        .schools
        .as_ref()
        .unwrap()
        .schools
        .iter()
        .map(|school| school.urn().to_string())
        .collect();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn rows_of_515_514_and_26_cells_are_normal_and_totals_are_no_schools() {
    let Some(bytes) = shared_bytes(SAMPLE) else {
        return;
    };
    let lengths: Vec<usize> = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(bytes.as_slice())
        .into_byte_records()
        .map(|row| row.unwrap().len())
        .collect();
    assert_eq!(lengths, [515, 515, 515, 515, 26, 514]);
    let records = read_file(SAMPLE, &bytes).unwrap().records;
    assert_eq!(records.problems, []);
    let urns: Vec<String> = records.schools.iter().map(|school| school.urn().to_string()).collect();
    assert_eq!(urns, ["137223", "136572", "145843"]);
    let totals: Vec<TotalOf> = records.totals.iter().map(|total| total.of).collect();
    assert_eq!(
        totals,
        [TotalOf::Authority(908), TotalOf::Authority(201), TotalOf::StateFunded]
    );
    // The row of 26 cells has no figure, not even zero.
    let city = &records.totals[1];
    for measure in Measure::ALL {
        for group in Group::ALL {
            let value = city.attainment.value(measure, group);
            assert_eq!(value.missing(), Some(Missing::Blank));
        }
    }
    assert_eq!(records.columns.len(), Measure::COUNT * 3);
}

#[test]
fn the_national_row_stands_beside_the_figures_and_is_not_in_them() {
    let Some(data) = roseland() else { return };
    for (measure, expected) in [
        (Measure::Attainment8, [46.3, 35.0]),
        (Measure::Grade5EnglishMaths, [45.0, 25.0]),
        (Measure::Progress8, [-0.03, -0.57]),
    ] {
        let rules = rules(measure, Focus::All);
        let peninsula = Area::south_west_peninsula();
        let analysis = analyse_with_areas(&data, &rules, &[peninsula]).unwrap();
        let state_funded = analysis.england.state_funded.unwrap();
        let number = |group| state_funded.get(group).figure().unwrap().number();
        assert_eq!([number(Group::All), number(Group::Disadvantaged)], expected);
        assert_eq!(analysis.england.all_schools, None);
        // There is one trust, so the figures for all trusts and for its region equal its own.
        let own = analysis.trusts[0].figure();
        assert_eq!(analysis.all.figure, own);
        assert_eq!((analysis.all.eligible, analysis.all.schools), (1, 3));
        assert_eq!(analysis.regions.len(), 1);
        let area = &analysis.areas[0];
        assert_eq!((area.figures.figure, area.figures.eligible), (own, 1));
        let cornwall = area.authorities.iter().find(|(code, _)| *code == 908);
        assert!(cornwall.unwrap().1.is_some());
    }
}

/// Schools and memberships of 2022/23.
fn made_up(schools: &[crate::support::made_up::School], lines: &[Link]) -> Rc<DataSet> {
    library_of(&[("ks4.csv", &wide(schools, Some(22))), ("links.csv", &links(lines))])
        .newest()
        .unwrap()
}

/// Three schools that count, in trust 9, and another whose links are given.
fn with_a_fourth(more: &[Link]) -> (Analysis, Option<Reason>) {
    let mut lines = vec![
        link(1, 9, "01-09-2016"),
        link(2, 9, "01-09-2017"),
        link(3, 9, "01-09-2018"),
    ];
    lines.extend(more);
    let data = made_up(&[1, 2, 3, 4].map(school), &lines);
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let reason = analysis
        .excluded
        .iter()
        .find(|exclusion| exclusion.urn == Some(Urn::new(4)))
        .map(|exclusion| exclusion.reason.clone());
    (analysis, reason)
}

fn schools_of_first(analysis: &Analysis) -> usize {
    analysis.trusts[0].schools.len()
}

#[test]
fn a_school_that_joined_after_the_cut_off_is_not_in_that_trust() {
    let (analysis, reason) = with_a_fourth(&[link(4, 9, "15-09-2023")]);
    assert_eq!(schools_of_first(&analysis), 3);
    assert_eq!(
        reason,
        Some(Reason::JoinedAfter {
            joined: Date::parse("2023-09-15").unwrap(),
            trust: "TRUST 9".into(),
        })
    );
    let words = reason.unwrap().to_string();
    assert!(words.contains("15 September 2023") && words.contains("not known"));
    // On the day itself it is, for no year yet.
    let (_, reason) = with_a_fourth(&[link(4, 9, "14-09-2023")]);
    let too_few = |years| Some(Reason::TooFewYears { years, needed: 3 });
    assert_eq!(reason, too_few(0));
    let (_, reason) = with_a_fourth(&[link(4, 9, "15-09-2020")]);
    assert_eq!(reason, too_few(2));
    let (analysis, reason) = with_a_fourth(&[link(4, 9, "14-09-2020")]);
    assert_eq!((schools_of_first(&analysis), reason), (4, None));
}

#[test]
fn of_several_memberships_the_one_on_the_cut_off_day_counts() {
    let closed = |uid, joined, closed| Link {
        closed,
        ..link(4, uid, joined)
    };
    // It moved long ago, and moves again after the results.
    let before = closed(8, "01-09-2012", "31-08-2017");
    let after = link(4, 7, "01-01-2024");
    for lines in [
        [before, link(4, 9, "01-09-2017"), after],
        [after, link(4, 9, "01-09-2017"), before],
    ] {
        let (analysis, reason) = with_a_fourth(&lines);
        assert_eq!((schools_of_first(&analysis), reason), (4, None));
        let fourth = analysis.trusts[0].schools.iter();
        let fourth = fourth.filter(|school| school.urn == Urn::new(4)).collect::<Vec<_>>();
        assert_eq!((fourth.len(), fourth[0].years), (1, Some(6)));
    }
    // Both open: it is where it went last.
    let (analysis, _) = with_a_fourth(&[link(4, 8, "01-09-2012"), link(4, 9, "01-09-2018")]);
    assert_eq!(schools_of_first(&analysis), 4);
}

#[test]
fn closed_links_and_other_kinds_of_trust_do_not_count() {
    let closed = Link {
        closed: "31-08-2022",
        ..link(4, 9, "01-09-2015")
    };
    assert_eq!(with_a_fourth(&[closed]).1, Some(Reason::NoTrust));
    let closes_later = Link {
        closed: "31-08-2024",
        ..closed
    };
    assert_eq!(with_a_fourth(&[closes_later]).1, None);
    for kind in ["Single-academy trust", "School sponsor", "Federation"] {
        let other = Link {
            kind,
            ..link(4, 9, "01-09-2015")
        };
        let (analysis, reason) = with_a_fourth(&[other]);
        assert_eq!(reason, Some(Reason::NoTrust), "{kind}");
        assert_eq!(schools_of_first(&analysis), 3);
    }
    assert_eq!(with_a_fourth(&[]).1, Some(Reason::NoTrust));
}

#[test]
fn a_tie_between_two_trusts_does_not_hang_on_the_order_of_rows() {
    let trust_of_fourth = |lines: &[Link]| {
        let (analysis, _) = with_a_fourth(lines);
        schools_of_first(&analysis)
    };
    let (one, two) = (link(4, 8, "01-09-2015"), link(4, 9, "01-09-2015"));
    assert_eq!(trust_of_fourth(&[one, two]), trust_of_fourth(&[two, one]));
}

#[test]
fn every_reason_against_a_school_is_told_and_none_counts() {
    let texts = |cell: &str| [cell; 3].map(str::to_owned);
    let mut schools: Vec<_> = (1..=9).map(school).collect();
    schools[3].kind = "CY";
    schools[4].kind = "ACCS";
    schools[5].pupils = texts("0");
    for cells in [0, 1, 2] {
        schools[6].att8[cells] = "SUPP".to_owned();
        schools[6].em5[cells] = "SUPP".to_owned();
        schools[6].p8[cells] = "SUPP".to_owned();
    }
    schools[7].pupils[0] = "SUPP".to_owned();
    let mut lines: Vec<Link> = (1..=9).map(|urn| link(urn, 9, "01-09-2015")).collect();
    lines[8].joined = "";
    let data = made_up(&schools, &lines);
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let reasons: BTreeMap<u32, &Reason> = analysis
        .excluded
        .iter()
        .filter_map(|exclusion| Some((exclusion.urn?.number(), &exclusion.reason)))
        .collect();
    assert_eq!(
        reasons,
        BTreeMap::from([
            (4, &Reason::TypeDoesNotCount(SchoolType::Maintained)),
            (5, &Reason::TypeDoesNotCount(SchoolType::Special)),
            (6, &Reason::NoPupils),
            (7, &Reason::NoResults),
            (8, &Reason::NoPupils),
            (9, &Reason::NoJoinDate),
        ])
    );
    assert_eq!(schools_of_first(&analysis), 3);
    assert_every_school_once(&data, &analysis);
}

#[test]
fn a_trust_that_is_not_eligible_says_why_and_so_do_its_schools() {
    let lines = [
        link(1, 9, "01-09-2015"),
        link(2, 9, "01-09-2015"),
        link(3, 9, "01-09-2022"),
        link(4, 8, "01-09-2015"),
        link(77, 6, "01-09-2015"),
    ];
    let data = made_up(&[1, 2, 3, 4].map(school), &lines);
    let analysis = analyse(&data, &Rules::default()).unwrap();
    assert!(analysis.trusts.is_empty());
    assert_eq!(analysis.all.figure, None);
    let mut words: Vec<(&str, String)> = analysis
        .excluded
        .iter()
        .filter(|exclusion| exclusion.level == Level::Trust)
        .map(|exclusion| (exclusion.uid.as_deref().unwrap(), exclusion.reason.to_string()))
        .collect();
    words.sort_unstable();
    assert_eq!(
        words,
        [
            ("6", "no results: none of its schools are in the school file".to_owned()),
            ("8", "too few schools: 1 counted, 3 needed".to_owned()),
            (
                "9",
                "too few schools: 2 counted, 3 needed (1 left out: too few years)".to_owned()
            ),
        ]
    );
    assert_every_school_once(&data, &analysis);
}

#[test]
fn a_year_that_no_file_tells_is_asked_for_and_can_be_stated() {
    let lines = [1, 2, 3].map(|urn| link(urn, 9, "01-09-2019"));
    let mut library = library_of(&[
        ("ks4.csv", &wide(&[1, 2, 3].map(school), None)),
        ("links.csv", &links(&lines)),
    ]);
    let data = library.newest().unwrap();
    assert_eq!(data.year, None);
    let error = analyse(&data, &Rules::default()).unwrap_err();
    assert_eq!(error, AnalysisError::YearNotStated);
    // Where years are of no matter none is asked for, and none is made up.
    let no_years = Rules {
        weight: Weight::Pupils,
        min_years: 0,
        ..Rules::default()
    };
    let analysis = analyse(&data, &no_years).unwrap();
    assert_eq!(analysis.trusts[0].schools[0].years, None);
    let year = AcademicYear::ending(2023).unwrap();
    assert_eq!(library.state_year(year), []);
    assert_eq!(library.years(), [Some(year)]);
    let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
    assert_eq!(analysis.trusts[0].schools[0].years, Some(4));
    assert_eq!(analysis.year, Some(year));
}

#[test]
fn an_unknown_authority_is_reported_and_its_school_kept() {
    let mut schools = [1, 2, 3].map(school);
    schools[0].authority = 999;
    let text = wide(&schools, Some(22));
    let records = read_file("ks4.csv", text.as_bytes()).unwrap().records;
    assert_eq!(records.schools.len(), 3);
    assert_eq!(records.problems.len(), 1);
    let problem = &records.problems[0];
    assert_eq!(
        (problem.line, problem.column.as_deref(), problem.value.as_deref()),
        (2, Some("LEA"), Some("999"))
    );
    let data = made_up(&schools, &[1, 2, 3].map(|urn| link(urn, 9, "01-09-2019")));
    let analysis = analyse(&data, &Rules::default()).unwrap();
    assert_eq!(schools_of_first(&analysis), 3);
    assert_eq!(analysis.trusts[0].region, Some(Region::SouthWest));
}

#[test]
fn the_lead_region_has_the_largest_share_of_weight_then_more_pupils_then_the_first_name() {
    let lead = |schools: [(u16, &str, &'static str); 4]| {
        let made: Vec<_> = (1..)
            .zip(schools)
            .map(|(urn, (authority, pupils, _))| {
                let mut made = school(urn);
                made.authority = authority;
                made.pupils[0] = pupils.to_owned();
                made
            })
            .collect();
        let lines: Vec<Link> = (1..)
            .zip(schools)
            .map(|(urn, (_, _, joined))| link(urn, 9, joined))
            .collect();
        let data = made_up(&made, &lines);
        analyse(&data, &Rules::default()).unwrap().trusts[0].region.unwrap()
    };
    // Bristol is in the South West, Kent in the South East, Leeds in Yorkshire and the Humber.
    let (bristol, kent, leeds) = (801, 886, 383);
    let (three, six) = ("01-09-2020", "01-09-2017");
    assert_eq!(
        lead([
            (bristol, "100", six),
            (kent, "120", three),
            (kent, "20", three),
            (leeds, "50", six)
        ]),
        Region::SouthWest,
        "500 against 420: years weigh"
    );
    assert_eq!(
        lead([
            (bristol, "60", six),
            (kent, "50", three),
            (kent, "50", three),
            (leeds, "50", six)
        ]),
        Region::SouthEast,
        "300 each: more pupils"
    );
    assert_eq!(
        lead([
            (bristol, "100", six),
            (kent, "50", six),
            (kent, "50", six),
            (leeds, "50", six)
        ]),
        Region::SouthEast,
        "500 and 100 pupils each: the first name"
    );
}

#[test]
fn a_suppressed_value_is_left_out_with_its_reason_and_never_zero() {
    let mut schools = [1, 2, 3].map(school);
    schools[0].em5[1] = "SUPP".to_owned();
    schools[1].em5[1] = "20%".to_owned();
    schools[2].em5[1] = "40%".to_owned();
    let data = made_up(&schools, &[1, 2, 3].map(|urn| link(urn, 9, "01-09-2019")));
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let trust = &analysis.trusts[0];
    assert_eq!(trust.figure().unwrap().number(), 30.0);
    let parts: Vec<(Option<Missing>, Option<f64>)> = trust
        .school_shares(Focus::Disadvantaged)
        .map(|(_, part, share)| (part.value.missing(), share))
        .collect();
    assert_eq!(
        parts,
        [(Some(Missing::Suppressed), None), (None, Some(0.5)), (None, Some(0.5))]
    );
    // It still counts for the number of schools and for the other groups.
    let all = analyse(&data, &rules(Measure::Grade5EnglishMaths, Focus::All)).unwrap();
    let shares = all.trusts[0].school_shares(Focus::All);
    assert!(shares.map(|(_, _, share)| share).all(|share| share.is_some()));
    // None published at all: the trust has none either, for that reason.
    for school in &mut schools {
        school.em5[1] = "SUPP".to_owned();
    }
    let data = made_up(&schools, &[1, 2, 3].map(|urn| link(urn, 9, "01-09-2019")));
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let none = analysis.unpublished().map(|(_, reason)| reason);
    assert_eq!(none.collect::<Vec<_>>(), [Missing::Suppressed]);
}
