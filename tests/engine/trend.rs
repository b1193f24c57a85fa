//! Figures over the years: what changed, how certain that is, which schools, and the chart.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use proptest::prelude::*;

use crate::support::library_of;
use crate::support::made_up::{link, links, school, wide};
use crate::support::pictures::{assert_inside, bounds};
use trust_gap::chart::{
    Cell, Chart, Table, TrendChart, trend_cautions, trend_in_words, trend_source_line, trend_table,
};
use trust_gap::demo::Demonstration;
use trust_gap::layout::read_file;
use trust_gap::method::{
    Absence, IntervalChoices, LeftOut, MeasuredYears, Movement, Reason, RegionalRule, Rules, SchoolsChange, Scope,
    Trend, TrendError, TrendLine, TrendSubject, YearKind, analyse,
};
use trust_gap::model::{Basis, Library};
use trust_gap::plot::{Picture, Shape};
use trust_gap::terms::{AcademicYear, Area, Focus, Measure, Missing, Region};

/// A file with the three groups' share of grade 5+ and nothing else changed.
fn year(urns: &[u32], disadvantaged: &str, earlier: u16) -> String {
    let schools: Vec<_> = urns
        .iter()
        .map(|&urn| {
            let mut school = school(urn);
            school.em5[1] = disadvantaged.to_owned();
            school
        })
        .collect();
    wide(&schools, Some(earlier))
}

fn trend(library: &Library, rules: &Rules, like_for_like: bool) -> Trend {
    Trend::new(library, rules, &IntervalChoices::default(), like_for_like).unwrap()
}

fn gap() -> Rules {
    Rules {
        focus: Focus::Gap,
        ..Rules::default()
    }
}

fn demonstration() -> Library {
    let files = Demonstration::generate().files();
    let files = files
        .iter()
        .map(|(name, text)| read_file(name, text.as_bytes()).unwrap());
    Library::demonstration(files.collect())
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

fn urns(change: &SchoolsChange) -> (Vec<String>, Vec<String>) {
    let SchoolsChange::Known { joined, left } = change else {
        panic!("schools are known: {change:?}")
    };
    let names =
        |schools: &[trust_gap::method::ChangedSchool]| schools.iter().map(|school| school.name.to_string()).collect();
    (names(joined), names(left))
}

/// 30 of 120 pupils, then 48: half the width of Wilson's interval over z is 3.9111 and 4.4051 percentage points
/// (method, section 4, worked by hand), so the change of 15 has a standard error of 5.8908.
#[test]
fn a_change_has_the_interval_of_two_independent_years() {
    let members = [1, 2, 3].map(|urn| link(urn, 7, "01-09-2010"));
    let library = library_of(&[
        ("2021-22.csv", &year(&[1, 2, 3], "25%", 21)),
        ("2022-23.csv", &year(&[1, 2, 3], "40%", 22)),
        ("links.csv", &links(&members)),
    ]);
    let found = trend(&library, &Rules::default(), false);
    let kinds: Vec<_> = found.years.iter().map(|year| &year.kind).collect();
    assert_eq!(kinds, [&YearKind::Exams; 2]);
    assert_eq!((found.basis, found.is_snapshot), (Basis::Computed, true));
    let line = found.trust("7").unwrap();
    let change = line.change.unwrap();
    assert!(near(change.difference.number(), 15.0));
    let errors: Vec<f64> = line.points.iter().map(|point| point.precision.unwrap().error).collect();
    assert!(
        near(errors[0], 3.911_121_614_541_772) && near(errors[1], 4.405_072_547_991_738),
        "{errors:?}"
    );
    assert!(near(change.error.unwrap(), 5.890_801_001_290_593), "{:?}", change.error);
    let interval = change.interval.unwrap();
    assert!(near(
        interval.low(),
        15.0 - 1.959_963_984_540_054 * 5.890_801_001_290_593
    ));
    assert_eq!(change.movement, Movement::Better);
    assert_eq!(urns(&line.schools), (vec![], vec![]));
    assert_eq!(line.schools.has_changed(), Some(false));
    assert_eq!(line.points[0].schools, Some(3));
    // All trusts and the region are that one trust.
    assert_eq!(found.all.change, line.change);
    assert_eq!(found.regions[0].subject, TrendSubject::Region(Region::SouthWest));
    assert_eq!(found.regions[0].change, line.change);
    // Also for an area with all its schools. An area without schools has no figures.
    let areas = ["Kernow=908", "Elsewhere=202"].map(|area| Area::parse(area).unwrap());
    let years = MeasuredYears::new(&library, &Rules::default(), false).unwrap();
    let rules = Rules::default();
    let with_areas = years
        .trend_with_areas(rules.focus, rules.regional, &areas, &IntervalChoices::default())
        .unwrap();
    assert_eq!(with_areas.areas[0].change, line.change);
    assert_eq!(with_areas.areas[0].points[0].schools, Some(3));
    assert_eq!(with_areas.areas[1].change, None);
    assert_eq!(with_areas.regions, found.regions);
    let lines: Vec<&TrendLine> = with_areas.regions.iter().chain(&with_areas.areas).collect();
    let chart = TrendChart::new(&with_areas, &lines);
    let regions: Vec<&TrendLine> = found.regions.iter().collect();
    assert_eq!(chart.title(), TrendChart::new(&found, &regions).title());
    let table = chart.table();
    assert_eq!(table.columns[0].name, "Region or area");
    let names: Vec<String> = table.rows.iter().map(|row| row[0].text()).collect();
    assert_eq!(names, ["South West", "Kernow", "Elsewhere", "All trusts"]);

    // The other pupils' half did not move, so the gap closed by as much.
    let closing = trend(&library, &gap(), false);
    let change = closing.trusts[0].change.unwrap();
    assert!(near(change.difference.number(), -15.0));
    // The others' error, of 90 of 180 both years, makes the interval of the gap's change wider.
    assert!(change.error.unwrap() > 5.9);
    assert_eq!(change.movement, Movement::NotDistinguishable);
    let interval_choices = IntervalChoices {
        level: trust_gap::stats::Level::P90,
        ..IntervalChoices::default()
    };
    let closing = Trend::new(&library, &gap(), &interval_choices, false).unwrap();
    assert_eq!(closing.trusts[0].change.unwrap().movement, Movement::Better);
}

/// A school that joined in September 2020 has two years in 2022 and three in 2023, so it counts only in 2023.
#[test]
fn like_for_like_leaves_out_schools_that_do_not_count_in_every_year() {
    let mut members = [1, 2, 3].map(|urn| link(urn, 7, "01-09-2010")).to_vec();
    members.push(link(4, 7, "01-09-2020"));
    let mut last = [1, 2, 3, 4].map(school).to_vec();
    last[3].em5[1] = "65%".to_owned();
    let library = library_of(&[
        ("2021-22.csv", &year(&[1, 2, 3, 4], "25%", 21)),
        ("2022-23.csv", &wide(&last, Some(22))),
        ("links.csv", &links(&members)),
    ]);
    let all = trend(&library, &Rules::default(), false);
    let line = all.trust("7").unwrap();
    assert_eq!(urns(&line.schools), (vec!["School 4".to_owned()], vec![]));
    assert_eq!(line.schools.has_changed(), Some(true));
    // Weights 5, 5, 5 and 3: (15 x 25 + 3 x 65) / 18.
    assert!(near(line.figure(all.last).unwrap().number(), 570.0 / 18.0));
    let alike = trend(&library, &Rules::default(), true);
    assert!(alike.like_for_like);
    let line = alike.trust("7").unwrap();
    assert_eq!(urns(&line.schools), (vec![], vec![]));
    assert!(near(line.figure(alike.last).unwrap().number(), 25.0));
    assert_eq!(line.points[alike.last].schools, Some(3));
    // Without three such schools the trust is not eligible in any year.
    let rules = Rules {
        min_schools: 4,
        ..Rules::default()
    };
    let alike = trend(&library, &rules, true);
    assert!(alike.trusts.is_empty() && alike.regions.is_empty());
    let all = trend(&library, &rules, false);
    let line = all.trust("7").unwrap();
    assert_eq!(line.change, None);
    let Err(Absence::NotEligible(Some(Reason::TooFewSchools {
        schools: 3, needed: 4, ..
    }))) = &line.points[0].figure
    else {
        panic!("three schools in the first year: {:?}", line.points)
    };
    assert_eq!(line.schools, SchoolsChange::NotTold);
}

/// A trust file of one trust in each of the regions given by their shares.
fn trusts(rows: &[(u32, &str, &str, u32)]) -> String {
    let mut text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,NUMINST_MATPTINC,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
                    PTL2BASICS_95_WGTAVG_FSM6CLA1A\n"
        .to_owned();
    for (uid, region, share, schools) in rows {
        text += &format!("{uid},TRUST {uid},{region},{schools},800,25%,{share}\n");
    }
    text
}

#[test]
fn years_without_exams_are_marked_and_never_an_end() {
    let one = |share| trusts(&[(1, "London", share, 4)]);
    let library = library_of(&[
        ("mats_2018-19.csv", &one("20%")),
        ("mats_2019-20.csv", &one("50%")),
        ("mats_2022-23.csv", &one("21%")),
    ]);
    let found = trend(&library, &Rules::default(), false);
    let kinds: Vec<_> = found.years.iter().map(|year| year.kind.clone()).collect();
    let expected = [
        YearKind::Exams,
        YearKind::TeacherAssessed,
        YearKind::NoExams,
        YearKind::NoFile,
        YearKind::Exams,
    ];
    assert_eq!(kinds, expected);
    assert_eq!((found.first, found.last), (0, 4));
    let line = &found.trusts[0];
    assert!(near(line.change.unwrap().difference.number(), 1.0));
    assert_eq!(line.points[2].figure, Err(Absence::NoResults));
    assert!(line.figure(1).is_some());
    let cautions = trend_cautions(&found).join("\n");
    for words in [
        "There were no exams in 2020/21",
        "(TA) in 2019/20",
        "There is no file for 2021/22",
    ] {
        assert!(cautions.contains(words), "{cautions}");
    }
    // Trust files have no snapshot of memberships.
    assert!(!found.is_snapshot && !cautions.contains("snapshot"));

    let library = library_of(&[
        ("mats_2019-20.csv", &one("50%")),
        ("mats_2020-21.csv", &one("50%")),
        ("mats_2021-22.csv", &one("21%")),
    ]);
    let error = Trend::new(&library, &Rules::default(), &IntervalChoices::default(), false).unwrap_err();
    let only = AcademicYear::parse("2021/22").unwrap();
    assert_eq!(
        error,
        TrendError::TooFewYears {
            years: vec![only],
            left_out: vec![],
        }
    );
    assert!(error.to_string().ends_with("the files have only 2021/22"));
}

#[test]
fn published_trusts_change_in_their_number_of_schools_alone() {
    let library = library_of(&[
        (
            "mats_2021-22.csv",
            &trusts(&[
                (1, "London", "20%", 4),
                (2, "London", "30%", 4),
                (3, "London", "SUPPMAT", 3),
            ]),
        ),
        (
            "mats_2022-23.csv",
            &trusts(&[
                (1, "London", "50%", 6),
                (2, "London", "28%", 4),
                (3, "London", "9%", 3),
                (4, "London", "9%", 3),
            ]),
        ),
    ]);
    let found = trend(&library, &Rules::default(), false);
    assert_eq!(found.basis, Basis::Published);
    let uids: Vec<&str> = found
        .trusts
        .iter()
        .map(|line| match &line.subject {
            TrendSubject::Trust { uid, .. } => &**uid,
            _ => panic!("a trust"),
        })
        .collect();
    // The one that rose most comes first, those without a change last, by name.
    assert_eq!(uids, ["1", "2", "3", "4"]);
    let [one, two, three, four] = [0, 1, 2, 3].map(|place: usize| &found.trusts[place]);
    assert_eq!(one.schools, SchoolsChange::Counted { first: 4, last: 6 });
    assert_eq!(one.schools.has_changed(), Some(true));
    assert_eq!(
        two.schools.has_changed(),
        None,
        "as many schools need not be the same ones"
    );
    assert_eq!(three.points[0].figure, Err(Absence::Missing(Missing::Suppressed)));
    assert_eq!(four.points[0].figure, Err(Absence::NotEligible(None)));
    assert_eq!((three.change, four.change), (None, None));
    let lines: Vec<&TrendLine> = found.trusts.iter().collect();
    let counts = found.movements(&lines);
    assert_eq!(
        (counts.lines, counts.compared, counts.better, counts.worse),
        (4, 2, 1, 1)
    );
    assert_eq!((counts.surely_better, counts.surely_worse), (1, 0));
    assert!(near(counts.by_chance, 0.1));
    assert_eq!(
        trend_in_words(&found, &lines),
        "Figures of disadvantaged pupils rose in 1 of 2 trusts and fell in 1. The change is distinguishable from chance at \
         95% only in Trust 1"
    );
    let table = trend_table(&found, &lines);
    let cells = |row: usize| -> Vec<String> { table.rows[row].iter().map(Cell::text).collect() };
    assert_eq!(cells(0)[..4], ["Trust 1", "20", "50", "30"]);
    assert_eq!(cells(0)[6..], ["25.0", "25.0", "improving", "schools: from 4 to 6"]);
    assert_eq!(cells(2)[1..4], ["suppressed", "9", "\u{2013}"]);
    let error = Trend::new(
        &library,
        &Rules {
            basis: Some(Basis::Published),
            ..Rules::default()
        },
        &IntervalChoices::default(),
        true,
    );
    assert_eq!(error.unwrap_err(), TrendError::LikeForLikeNeedsSchools);
}

#[test]
fn a_year_whose_files_lack_the_measure_is_left_out_with_its_reason() {
    let with = |name: &str, column: &str| {
        (
            name.to_owned(),
            format!("TRUST_UID,TRUST_NAME,TRUST_LEADREGION,{column}\n1,ONE,London,40\n"),
        )
    };
    let files = [
        with("mats_2018-19.csv", "ATT8SCR_WGTAVG_FSM6CLA1A"),
        with("mats_2021-22.csv", "P8MEA_WGTAVG_FSM6CLA1A"),
        with("mats_2022-23.csv", "ATT8SCR_WGTAVG_FSM6CLA1A"),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
    let rules = Rules {
        measure: Measure::Attainment8,
        ..Rules::default()
    };
    let found = trend(&library_of(&files), &rules, false);
    assert!(matches!(found.years[3].kind, YearKind::LeftOut(LeftOut::NoAnalysis(_))));
    // Without pupils there is no interval, and the change is called impossible to judge.
    let change = found.trusts[0].change.unwrap();
    assert_eq!((change.interval, change.movement), (None, Movement::NoInterval));
    assert!(trend_in_words(&found, &[&found.trusts[0], &found.all]).contains("Without intervals"));
}

/// Every point equals the year's own analysis, and every change is the difference of the two ends.
#[test]
fn the_trends_of_the_demonstration_are_its_years_analyses() {
    let library = demonstration();
    let interval_choices = IntervalChoices::default();
    for measure in [Measure::Grade5EnglishMaths, Measure::Attainment8, Measure::Progress8] {
        for basis in Basis::ALL {
            let rules = Rules {
                measure,
                basis: Some(basis),
                ..Rules::default()
            };
            let years = MeasuredYears::new(&library, &rules, false).unwrap();
            for focus in [Focus::Disadvantaged, Focus::Gap] {
                for regional in RegionalRule::ALL {
                    if (basis, regional) == (Basis::Published, RegionalRule::BySchool) {
                        continue;
                    }
                    let rules = Rules {
                        focus,
                        regional,
                        ..rules
                    };
                    let found = years.trend(focus, regional, &interval_choices).unwrap();
                    assert_eq!(found.rules, rules);
                    compare(&library, &rules, &found);
                }
            }
        }
    }
}

fn compare(library: &Library, rules: &Rules, found: &Trend) {
    assert_eq!(found.trusts.len(), {
        let mut uids: Vec<_> = library
            .data_sets()
            .flat_map(|data| analyse(data, rules).unwrap().trusts)
            .map(|trust| trust.uid)
            .collect();
        uids.sort_unstable();
        uids.dedup();
        uids.len()
    });
    for (place, year) in found.years.iter().enumerate() {
        let Some(data) = library.data_set(Some(year.year)) else {
            assert_eq!(year.kind, YearKind::NoExams);
            continue;
        };
        let analysis = analyse(&data, rules).unwrap();
        assert_eq!(found.all.figure(place), analysis.all.figure);
        assert_eq!(found.all.points[place].precision, analysis.all.precision);
        for line in &found.regions {
            let TrendSubject::Region(region) = line.subject else {
                panic!("a region")
            };
            let mut regions = analysis.regions.iter();
            let here = regions.find(|here| here.region == region);
            assert_eq!(line.figure(place), here.and_then(|here| here.area.figure));
            assert_eq!(
                line.points[place].precision,
                analysis.precision_of(Scope::Region(region))
            );
        }
        for line in &found.trusts {
            let TrendSubject::Trust { uid, .. } = &line.subject else {
                panic!("a trust")
            };
            let here = analysis.trusts.iter().position(|trust| trust.uid == *uid);
            match here {
                Some(here) => {
                    assert_eq!(line.figure(place), analysis.trusts[here].figure());
                    assert_eq!(line.points[place].precision, analysis.trusts[here].precision);
                }
                None => assert!(matches!(line.points[place].figure, Err(Absence::NotEligible(_)))),
            }
        }
    }
    for line in found.trusts.iter().chain(&found.regions).chain([&found.all]) {
        let ends = line.figure(found.first).zip(line.figure(found.last));
        assert_eq!(line.change.is_some(), ends.is_some());
        let (Some(change), Some((first, last))) = (line.change, ends) else {
            continue;
        };
        assert!(near(change.difference.number(), last.number() - first.number()));
        let error = |place: usize| Some(line.points[place].precision?.error);
        let expected = error(found.first)
            .zip(error(found.last))
            .map(|(one, two)| one.hypot(two));
        assert_eq!(change.error.is_some(), expected.is_some());
        if let (Some(error), Some(expected)) = (change.error, expected) {
            assert!(near(error, expected));
        }
    }
    in_order(found, &found.regions);
    in_order(found, &found.trusts);
}

/// Those that change for the better most first, those without a change last.
fn in_order(found: &Trend, lines: &[TrendLine]) {
    let sign = if found.rules.smaller_is_better() { 1.0 } else { -1.0 };
    let keys: Vec<f64> = lines
        .iter()
        .map(|line| {
            line.change
                .map_or(f64::INFINITY, |change| sign * change.difference.number())
        })
        .collect();
    assert!(keys.windows(2).all(|two| two[0] <= two[1] + 1e-8), "{keys:?}");
}

#[test]
fn like_for_like_schools_of_the_demonstration_are_the_same_in_every_year() {
    let library = demonstration();
    let rules = gap();
    let alike = trend(&library, &rules, true);
    assert!(!alike.trusts.is_empty());
    assert!(alike.trusts.len() < trend(&library, &rules, false).trusts.len());
    for line in alike.trusts.iter().chain(&alike.regions).chain([&alike.all]) {
        assert_eq!(line.schools.has_changed(), Some(false), "{:?}", line.subject);
    }
    for line in &alike.trusts {
        let counts: Vec<_> = line.points.iter().filter_map(|point| point.schools).collect();
        assert_eq!(counts.len(), 3);
        assert!(counts.iter().all(|count| *count == counts[0] && *count >= 3));
    }
    assert_eq!(alike, trend(&library, &rules, true), "the same every time");
}

fn chosen(found: &Trend, count: usize) -> Vec<&TrendLine> {
    found.trusts.iter().take(count).collect()
}

#[test]
fn the_snapshot_is_said_above_every_trend_of_one() {
    let library = demonstration();
    for rules in [Rules::default(), gap()] {
        for like_for_like in [false, true] {
            let found = trend(&library, &rules, like_for_like);
            assert!(found.is_snapshot);
            let regions: Vec<&TrendLine> = found.regions.iter().collect();
            for lines in [regions, chosen(&found, 4)] {
                let chart = TrendChart::new(&found, &lines);
                assert!(chart.subtitle().contains("a snapshot of current members"));
                assert!(
                    chart
                        .table()
                        .caption
                        .to_string()
                        .contains("a snapshot of current members")
                );
            }
        }
    }
}

/// A user's own spreadsheet gives each year's trusts: school 4 left for trust B, which a snapshot would not show.
#[test]
fn a_spreadsheet_with_each_years_trusts_is_no_snapshot() {
    let mut text = "urn,trust,authority_code,years_in_trust,year,em5_all,pupils_all\n".to_owned();
    for (year, fourth) in [("2021/22", "A"), ("2022/23", "B")] {
        for (urn, trust) in [(1, "A"), (2, "A"), (3, "A"), (4, fourth), (5, "B"), (6, "B"), (7, "B")] {
            text += &format!("{urn},{trust},908,5,{year},{urn}0%,100\n");
        }
    }
    let library = library_of(&[("mine.csv", &text)]);
    let rules = Rules {
        focus: Focus::All,
        ..Rules::default()
    };
    let found = trend(&library, &rules, false);
    assert!(!found.is_snapshot);
    let of = |found: &Trend, name: &str| {
        let mut lines = found.trusts.iter();
        let is_so = |line: &&TrendLine| matches!(&line.subject, TrendSubject::Trust { name: of, .. } if &**of == name);
        lines.find(is_so).unwrap().clone()
    };
    let (one, two) = (of(&found, "A"), of(&found, "B"));
    assert_eq!((urns(&one.schools).0.len(), urns(&one.schools).1.len()), (0, 1));
    assert_eq!((urns(&two.schools).0.len(), urns(&two.schools).1.len()), (1, 0));
    // The means of 10 to 40% and of 10 to 30%.
    assert!(near(one.change.unwrap().difference.number(), -5.0));
    // Like for like the school that moved counts in neither trust.
    let alike = trend(&library, &rules, true);
    for name in ["A", "B"] {
        let line = of(&alike, name);
        assert!(near(line.change.unwrap().difference.number(), 0.0));
        assert_eq!(line.points[0].schools, Some(3));
    }
    // The regions have the school that moved all along.
    assert_eq!(found.all.schools.has_changed(), Some(false));
}

fn lines_of(table: &Table) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
    let mut lines = vec![table.caption.to_string(), columns.join(" | ")];
    for row in &table.rows {
        assert_eq!(row.len(), columns.len());
        let cells: Vec<String> = row.iter().map(Cell::text).collect();
        lines.push(format!("  {}", cells.join(" | ")));
    }
    lines.join("\n")
}

#[test]
fn the_words_of_the_demonstrations_trends_are_as_they_were() {
    let library = demonstration();
    let closing = trend(&library, &gap(), false);
    let regions: Vec<&TrendLine> = closing.regions.iter().collect();
    let found = trend(&library, &Rules::default(), false);
    let ends: Vec<&TrendLine> = [0, 1, 2, 30, 60, 61].map(|place| &found.trusts[place]).to_vec();
    let charts = [
        (TrendChart::new(&closing, &regions), &closing),
        (TrendChart::new(&found, &ends), &found),
    ];
    let mut words = String::new();
    for (chart, of) in &charts {
        let source = trend_source_line(&library, of);
        let table = lines_of(&chart.table());
        let said = [chart.title(), chart.subtitle(), &chart.description(), &table, &source];
        words.push_str(&format!("{}\n\n", said.join("\n")));
    }
    insta::assert_snapshot!("trend-words", words);
}

#[test]
fn every_mark_of_a_trend_lies_within_its_picture() {
    let library = demonstration();
    for measure in [Measure::Grade5EnglishMaths, Measure::Progress8, Measure::EbaccAps] {
        for focus in [Focus::All, Focus::Gap] {
            let rules = Rules {
                measure,
                focus,
                ..Rules::default()
            };
            let found = trend(&library, &rules, false);
            let regions: Vec<&TrendLine> = found.regions.iter().collect();
            let last = found.trusts.last().unwrap();
            for lines in [regions, chosen(&found, 6), chosen(&found, 14), vec![last], vec![]] {
                let chart = TrendChart::new(&found, &lines);
                for width in [288, 330, 559, 560, 900, 1400] {
                    inside(&chart.draw(width));
                }
            }
        }
    }
    // A single year's gap, teacher-assessed results and missing files.
    let one = |share| trusts(&[(1, "London", share, 4), (2, "South West", "0%", 4)]);
    let library = library_of(&[
        ("mats_2018-19.csv", &one("0%")),
        ("mats_2019-20.csv", &one("50%")),
        ("mats_2022-23.csv", &one("SUPPMAT")),
        ("mats_2023-24.csv", &one("100%")),
    ]);
    let found = trend(&library, &Rules::default(), false);
    let chart = TrendChart::new(&found, &chosen(&found, 2));
    for width in [288, 330, 900] {
        inside(&chart.draw(width));
    }
}

fn inside(picture: &Picture) {
    assert_inside(picture, &picture.title);
    // Texts do not overlap. In a picture too narrow for them, they may touch at the sides.
    let texts: Vec<_> = picture
        .marks
        .iter()
        .filter_map(|mark| match &mark.shape {
            Shape::Text {
                at, anchor, size, text, ..
            } => Some((at, anchor, size, text)),
            _ => None,
        })
        .collect();
    for (place, one) in texts.iter().enumerate() {
        for two in &texts[place + 1..] {
            let same_column = one.0.0 == two.0.0 && one.1 == two.1;
            let apart = (one.0.1 - two.0.1).abs();
            assert!(!same_column || apart + 0.11 >= one.2.max(*two.2), "{one:?} {two:?}");
        }
    }
}

/// The years without exams of the demonstration are the second and third of five.
#[test]
fn no_line_is_drawn_across_years_without_exams() {
    let library = demonstration();
    let found = trend(&library, &gap(), false);
    let regions: Vec<&TrendLine> = found.regions.iter().collect();
    for width in [330, 900] {
        let picture = TrendChart::new(&found, &regions).draw(width);
        let dots = |year: &str| {
            let marks = picture.marks.iter();
            let of_year = marks.filter(|mark| mark.about.as_ref().is_some_and(|about| about.id.ends_with(year)));
            of_year.map(|mark| bounds(&mark.shape)).collect::<Vec<_>>()
        };
        let before = dots("2019").iter().map(|[_, _, right, _]| *right).fold(0.0, f64::max);
        let after = dots("2022")
            .iter()
            .map(|[left, ..]| *left)
            .fold(f64::INFINITY, f64::min);
        assert!(before < after);
        let across = picture.marks.iter().filter(|mark| {
            // Level lines of the grid go all the way.
            let Shape::Line { from, to, .. } = &mark.shape else {
                return false;
            };
            from.1 != to.1 && from.0.min(to.0) <= before && from.0.max(to.0) >= after
        });
        assert_eq!(across.count(), 0);
    }
}

#[test]
fn one_line_is_told_in_its_own_sentence() {
    let library = demonstration();
    let found = trend(&library, &gap(), false);
    for line in &found.regions {
        let words = trend_in_words(&found, &[line]);
        let change = line.change.unwrap();
        let verb = if change.difference.number() < 0.0 {
            "closed"
        } else {
            "widened"
        };
        assert!(words.starts_with(&format!("The gap {verb} by ")), "{words}");
        assert!(!words.contains('\u{2212}'), "{words}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// For any two years, a change is within its interval, the interval is wider than either year's, and the verdict
    /// depends only on the interval.
    #[test]
    fn changes_of_any_two_years_are_sound(
        shares in proptest::collection::vec((0..=100_u32, 0..=100_u32, 1..4_u32), 1..6),
        of_gap in any::<bool>(),
    ) {
        let file = |pick: fn(&(u32, u32, u32)) -> u32| {
            let mut text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,PNOTFSM6CLA1A_MATPTINC,\
                            PTL2BASICS_95_WGTAVG_FSM6CLA1A,PTL2BASICS_95_WGTAVG_NFSM6CLA1A\n".to_owned();
            for (place, trust) in shares.iter().enumerate() {
                let pupils = trust.2 * 200;
                text += &format!("{place},TRUST {place},London,{pupils},25%,75%,{}%,50%\n", pick(trust));
            }
            text
        };
        let library = library_of(&[
            ("mats_2018-19.csv", &file(|trust| trust.0)),
            ("mats_2022-23.csv", &file(|trust| trust.1)),
        ]);
        let rules = if of_gap { gap() } else { Rules::default() };
        let found = trend(&library, &rules, false);
        in_order(&found, &found.trusts);
        for line in found.trusts.iter().chain(&found.regions) {
            let change = line.change.unwrap();
            let interval = change.interval.unwrap();
            prop_assert!(interval.contains(change.difference.number()));
            for place in [found.first, found.last] {
                prop_assert!(change.error.unwrap() > line.points[place].precision.unwrap().error);
            }
            let excludes = !interval.contains(0.0);
            prop_assert_eq!(excludes, matches!(change.movement, Movement::Better | Movement::Worse));
        }
        let lines: Vec<&TrendLine> = found.trusts.iter().collect();
        inside(&TrendChart::new(&found, &lines).draw(330));
    }
}
