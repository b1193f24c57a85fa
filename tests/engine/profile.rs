//! A trust's page and comparisons: published figures, agreement with the whole analysis, schools, errors.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::collections::HashMap;
use std::rc::Rc;

use crate::support::{TRUST_FILE, demonstration, library_of, shared_bytes, trusts_2022_23};
use proptest::prelude::*;
use trust_gap::layout::read_file;
use trust_gap::method::{
    Contexts, Family, IntervalChoices, Judgement, LookupError, MeasureProfile, Measured, Profile, RankKind, Ranking,
    Reason, RegionalRule, Rules, Scope, compared, compared_pairs, compared_trusts, measure_profile, profile,
    regional_ranks, trust_difference,
};
use trust_gap::model::{DataSet, Library};
use trust_gap::stats::Level;
use trust_gap::stats::ranks::{Estimate, marginal, marginal_best, marginal_best_of, marginal_of};
use trust_gap::terms::{ContextPart, Focus, Group, Measure, Missing, Region, SchoolType};

const SAMPLE: &str = "2022-2023/england_ks4final_header_and_sample_rows.csv";
const LINKS: &str = "gias/group_links_2022-03.csv";
const TWYFORD: &str = "5132";
const REACH_SOUTH: &str = "16503";
const ROSELAND: &str = "16049";

fn measured(data: &DataSet, measure: Measure) -> Rc<Measured> {
    let rules = Rules {
        measure,
        ..Rules::default()
    };
    Measured::after(None, data, &rules).unwrap()
}

fn profiled(measured: &Measured, uid: &str) -> (Profile, MeasureProfile) {
    let contexts = Contexts::new(measured.judgement());
    let found = profile(measured, &contexts, Focus::Disadvantaged, uid).unwrap();
    let interval_choices = IntervalChoices::default();
    let measure = measure_profile(measured, RegionalRule::SimpleMean, uid, &interval_choices).unwrap();
    (found, measure)
}

/// The rows of the published trust file by the trusts' numbers, read by the csv crate.
fn published_rows() -> Option<HashMap<String, HashMap<String, String>>> {
    // One name has a character of Windows-1252.
    let text = String::from_utf8_lossy(&shared_bytes(TRUST_FILE)?).into_owned();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize::<HashMap<String, String>>();
    let rows = rows.map(Result::unwrap);
    Some(rows.map(|row| (row["TRUST_UID"].clone(), row)).collect())
}

const STEMS: [(Measure, &str); 7] = [
    (Measure::Attainment8, "ATT8SCR_WGTAVG"),
    (Measure::Progress8, "P8MEA_WGTAVG"),
    (Measure::Grade5EnglishMaths, "PTL2BASICS_95_WGTAVG"),
    (Measure::EbaccEntry, "PTEBACC_E_PTQ_EE_WGTAVG"),
    (Measure::Ebacc5, "PTEBACC_95_WGTAVG"),
    (Measure::Ebacc4, "PTEBACC_94_WGTAVG"),
    (Measure::EbaccAps, "EBACCAPS_WGTAVG"),
];

const SUFFIXES: [(Focus, &str); 3] = [
    (Focus::Disadvantaged, "_FSM6CLA1A"),
    (Focus::Other, "_NFSM6CLA1A"),
    (Focus::All, ""),
];

#[test]
fn the_pages_of_twyford_and_reach_south_show_the_published_figures() {
    let (Some(data), Some(rows)) = (trusts_2022_23(), published_rows()) else {
        return;
    };
    for (measure, stem) in STEMS {
        let measured = measured(&data, measure);
        for uid in [TWYFORD, REACH_SOUTH] {
            let (_, found) = profiled(&measured, uid);
            let line = |focus| found.lines.iter().find(|line| line.focus == focus).unwrap();
            for (focus, suffix) in SUFFIXES {
                let cell = rows[uid][&format!("{stem}{suffix}")].trim_end_matches('%');
                let expected: f64 = cell.parse().unwrap();
                assert_eq!(line(focus).value.number(), Ok(expected), "{stem}{suffix}");
                assert!(line(focus).precision.unwrap().interval.contains(expected));
            }
            let of = |focus| line(focus).value.number().unwrap();
            let gap = of(Focus::Other) - of(Focus::Disadvantaged);
            assert!((of(Focus::Gap) - gap).abs() < 1e-9);
            if measure == Measure::Progress8 {
                let interval = line(Focus::Disadvantaged).precision.unwrap().interval;
                let end = |name: &str| -> f64 { rows[uid][name].parse().unwrap() };
                assert_eq!(interval.low(), end("P8CILOW_FSM6CLA1A"));
                assert_eq!(interval.high(), end("P8CIUPP_FSM6CLA1A"));
            }
        }
    }
}

#[test]
fn a_page_says_what_the_whole_analysis_says() {
    let Some(data) = trusts_2022_23() else { return };
    let interval_choices = IntervalChoices::default();
    for measure in [Measure::Grade5EnglishMaths, Measure::Progress8] {
        let measured = measured(&data, measure);
        for uid in [TWYFORD, REACH_SOUTH, "15882"] {
            let (_, found) = profiled(&measured, uid);
            assert_eq!(found.lines.len(), 4);
            for line in &found.lines {
                let analysis = measured
                    .analysis(line.focus, RegionalRule::SimpleMean, &[], &interval_choices)
                    .unwrap();
                let mut trusts = analysis.trusts.iter();
                let place = trusts.position(|trust| &*trust.uid == uid).unwrap();
                let trust = &analysis.trusts[place];
                assert_eq!(line.value, trust.value());
                assert_eq!(line.precision, analysis.trusts[place].precision);
                assert_eq!(line.rank.map(|(rank, _)| rank), trust.rank());
                assert_eq!(
                    line.rank.map(|(_, of)| of),
                    trust.rank().map(|_| analysis.all.published)
                );
                assert_eq!(line.regional_rank.map(|(rank, _)| rank), trust.regional_rank());
                assert_eq!(line.all, (analysis.all.figure, analysis.all.precision));
                let mut regions = analysis.regions.iter();
                let region = regions.find(|of| Some(of.region) == trust.region);
                assert_eq!(line.region.0, region.unwrap().area.figure);
                let ranks = regional_ranks(&analysis);
                let (family, ranks) = ranks.iter().find(|(of, _)| of.of.region() == trust.region).unwrap();
                let member = family.indices().position(|of| of == place);
                assert_eq!(line.regional_rank_range, member.map(|member| ranks.ranks[member]));
            }
        }
    }
}

#[test]
fn ranks_among_all_of_england_are_those_of_the_whole_list() {
    let Some(data) = trusts_2022_23() else { return };
    let measured = measured(&data, Measure::Grade5EnglishMaths);
    let rule = RegionalRule::SimpleMean;
    let analysis = measured
        .analysis(Focus::Disadvantaged, rule, &[], &IntervalChoices::default())
        .unwrap();
    let family = Family::of(&analysis, Scope::All);
    let mut ranking = Ranking::new(vec![family.estimates()], Level::P95, RankKind::Marginal);
    while ranking.advance().is_some() {}
    let ranks = &ranking.finish()[0].ranks;
    for (place, rank) in family.indices().zip(ranks).step_by(30) {
        assert_eq!(family.rank_of(place, Level::P95), Some(*rank));
    }
    assert_eq!(family.rank_of(999, Level::P95), None);
}

#[test]
fn the_roseland_page_shows_which_school_makes_the_figure() {
    let mut library = Library::default();
    for name in [SAMPLE, LINKS] {
        let Some(bytes) = shared_bytes(name) else {
            return;
        };
        library.add(read_file(name, &bytes).unwrap());
    }
    let data = library.newest().unwrap();
    let measured = measured(&data, Measure::Grade5EnglishMaths);
    let (found, measure) = profiled(&measured, ROSELAND);
    assert_eq!((found.schools_counted, found.schools.len()), (Some(3), 3));
    assert_eq!(*found.pupils.get(Group::Disadvantaged), Some(105.0));
    // Disadvantaged pupils times years: 18 x 5, 43 x 3 and 44 x 4 (method, section 2).
    let total = 18.0 * 5.0 + 43.0 * 3.0 + 44.0 * 4.0;
    for (urn, weight, school_type, eal) in [
        (136_572, 90.0, SchoolType::Converter, 100.0 / 129.0),
        (137_223, 129.0, SchoolType::Converter, 400.0 / 147.0),
        (145_843, 176.0, SchoolType::Sponsored, 500.0 / 190.0),
    ] {
        let mut schools = found.schools.iter();
        let school = schools.find(|school| school.figures.urn.number() == urn).unwrap();
        assert_eq!(school.part.weight, Some(weight));
        assert!((school.share.unwrap() - weight / total).abs() < 1e-12);
        assert_eq!(school.school_type, school_type);
        let found = school.context.value(ContextPart::Eal).figure().unwrap().number();
        assert!((found - eal).abs() < 1e-9);
    }
    let line = |focus| measure.lines.iter().find(|line| line.focus == focus).unwrap();
    assert!((line(Focus::Disadvantaged).value.number().unwrap() - 21.5646).abs() < 0.000_06);
    // The one eligible trust is all there is: both gaps are one, and its interval is that of the gap.
    let second = measure.second_gap.unwrap();
    let (gap, own) = (line(Focus::Gap).value, second.value);
    assert!((own.number().unwrap() - gap.number().unwrap()).abs() < 1e-9);
    let errors = [second.precision, line(Focus::Gap).precision].map(|of| of.unwrap().error);
    assert!(
        (errors[0] - errors[1]).abs() < 0.5,
        "{errors:?}: trusts' and schools' parts"
    );
    // The sample's national row of 2022/23: 52.4% of other pupils, at the precision of the file.
    let national = second.against.national_others.unwrap().number();
    let expected = national - line(Focus::Disadvantaged).value.number().unwrap();
    assert!((second.national.unwrap().number().unwrap() - expected).abs() < 1e-9);
    assert!(found.left_out.iter().all(|of| of.uid.as_deref() == Some(ROSELAND)));
}

#[test]
fn schools_that_do_not_count_are_listed_with_their_reasons() {
    let schools: Vec<_> = (1..=5).map(crate::support::made_up::school).collect();
    let mut joined: Vec<_> = (1..=4)
        .map(|urn| crate::support::made_up::link(urn, 7, "01-09-2015"))
        .collect();
    joined.push(crate::support::made_up::link(5, 7, "01-09-2021"));
    let text = crate::support::made_up::wide(&schools, Some(22));
    let links = crate::support::made_up::links(&joined);
    let library = library_of(&[("ks4.csv", &text), ("links.csv", &links)]);
    let data = library.newest().unwrap();
    let (found, _) = profiled(&measured(&data, Measure::Attainment8), "7");
    assert_eq!(found.schools.len(), 4);
    let [left] = &found.left_out[..] else { panic!() };
    assert_eq!(left.urn.unwrap().number(), 5);
    assert_eq!(left.reason, Reason::TooFewYears { years: 2, needed: 3 });
}

#[test]
fn a_trust_without_a_figure_has_a_page_that_says_why() {
    let Some(data) = trusts_2022_23() else { return };
    let measured = measured(&data, Measure::Attainment8);
    // Girls' Learning Trust: only the figures of all pupils are published.
    let (found, measure) = profiled(&measured, "15882");
    let line = |focus| measure.lines.iter().find(|line| line.focus == focus).unwrap();
    let poor = line(Focus::Disadvantaged);
    assert_eq!(poor.value.missing(), Some(Missing::Suppressed));
    assert_eq!((poor.rank, poor.rank_range, poor.precision), (None, None, None));
    assert!(poor.region.0.is_some() && poor.all.0.is_some());
    assert_eq!(line(Focus::All).value.number(), Ok(70.9));
    let second = measure.second_gap.unwrap();
    assert_eq!(second.value.missing(), Some(Missing::Suppressed));
    assert!(second.region.figure().is_some());
    assert_eq!(found.schools_counted, Some(3));
}

#[test]
fn three_named_trusts_side_by_side() {
    let Some(data) = trusts_2022_23() else { return };
    let measured = measured(&data, Measure::Grade5EnglishMaths);
    let uids = [TWYFORD, REACH_SOUTH, ROSELAND];
    let interval_choices = IntervalChoices::default();
    let contexts = Contexts::new(measured.judgement());
    let trusts = compared_trusts(measured.judgement(), &contexts, &uids).unwrap();
    let names: Vec<&str> = trusts.iter().map(|trust| &*trust.name).collect();
    assert_eq!(
        names,
        [
            "TWYFORD CHURCH OF ENGLAND ACADEMIES TRUST",
            "REACH SOUTH ACADEMY TRUST",
            "THE ROSELAND MULTI ACADEMY TRUST"
        ]
    );
    let found = compared(&measured, Focus::Disadvantaged, &uids, &interval_choices).unwrap();
    let figures: Vec<_> = found.figures.iter().map(|of| of.value.number().unwrap()).collect();
    assert_eq!(figures, [60.0, 5.0, 22.0]);
    let pairs: Vec<_> = found
        .pairs
        .iter()
        .map(|pair| {
            let difference = pair.difference.unwrap();
            let number = difference.difference.number();
            (pair.one, pair.two, number, difference.is_distinguishable)
        })
        .collect();
    assert_eq!(pairs, [(0, 1, 55.0, true), (0, 2, 38.0, true), (1, 2, -17.0, true)]);
    // Between one comparison and three that have nothing in common (2.388).
    let critical = found.critical.unwrap();
    assert!(critical > Level::P95.z() && critical < 2.388, "{critical}");
    assert_eq!(found.family, 3);

    // With a trust that has no figure there is a pair that nothing can be said of.
    let with_none = compared(&measured, Focus::Disadvantaged, &[TWYFORD, "15882"], &interval_choices).unwrap();
    assert_eq!((with_none.family, with_none.critical), (1, None));
    assert_eq!(with_none.pairs[0].difference, None);
    // Two are compared at the plain z.
    let two = compared(&measured, Focus::Gap, &[TWYFORD, ROSELAND], &interval_choices).unwrap();
    assert_eq!(two.critical, Some(Level::P95.z()));
}

/// Two trusts are judged in the family of their region, or in England's if they have not the same one, whatever else is
/// compared with them.
#[test]
fn two_trusts_have_one_answer_whatever_they_are_compared_with() {
    let data = demonstration();
    let measured = measured(&data, Rules::default().measure);
    let choices = IntervalChoices::default();
    let rules = Rules::default();
    let analysis = measured.analysis(rules.focus, rules.regional, &[], &choices).unwrap();
    let scopes = [
        Scope::Region(Region::London),
        Scope::Region(Region::SouthWest),
        Scope::All,
    ];
    let families = scopes.map(|scope| Family::of(&analysis, scope));
    let estimates = families.iter().map(Family::estimates).collect();
    let mut ranking = Ranking::new(estimates, choices.level, choices.kind).with_pairs();
    while ranking.advance().is_some() {}
    let criticals: Vec<f64> = ranking.finish().iter().map(|of| of.critical.unwrap()).collect();
    // A family of more pairs asks for more.
    assert!(criticals[2] > criticals[0], "{criticals:?}");
    let family_of = |region: Option<Region>| {
        let at = match region {
            Some(Region::London) => 0,
            Some(Region::SouthWest) => 1,
            _ => 2,
        };
        Some((&families[at], criticals[at]))
    };
    let [london, south_west] = [0, 1].map(|at| families[at].indices().collect::<Vec<_>>());
    let (one, two, three) = (london[0], london[1], south_west[0]);
    let alone = compared_pairs(&analysis, &[one, two], family_of);
    let expected = trust_difference(&analysis, &families[0], criticals[0], one, two);
    assert_eq!(alone[0].difference, expected);
    let with_another = compared_pairs(&analysis, &[one, two, three], family_of);
    assert_eq!(with_another[0].difference, expected);
    for (pair, (first, second)) in [(1, (one, three)), (2, (two, three))] {
        let expected = trust_difference(&analysis, &families[2], criticals[2], first, second);
        assert_eq!(with_another[pair].difference, expected);
    }
}

#[test]
fn what_cannot_be_looked_at_says_why() {
    let text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,NUMINST_MATPTINC,ATT8SCR_WGTAVG\n\
                1,ONE,London,3,40\n2,TWO,London,2,50\n3,THREE,London,4,50\n";
    let data = library_of(&[("mats_2022-23.csv", text)]).newest().unwrap();
    let judgement = Judgement::new(&data, &Rules::default()).unwrap();
    let contexts = Contexts::new(&judgement);
    let error = |uids: &[&str]| compared_trusts(&judgement, &contexts, uids).unwrap_err();
    assert_eq!(error(&["1"]), LookupError::Count(1));
    assert_eq!(error(&["1"; 7]), LookupError::Count(7));
    assert_eq!(error(&["1", "1"]), LookupError::Twice("1".to_owned()));
    assert_eq!(error(&["1", "9"]), LookupError::Unknown("9".to_owned()));
    let not_eligible = error(&["1", "2"]);
    assert!(matches!(not_eligible, LookupError::NotEligible(_)));
    assert!(not_eligible.to_string().contains("too few schools: 2 counted"));
    assert!(compared_trusts(&judgement, &contexts, &["3", "1"]).is_ok());
    let measured = measured(&data, Measure::Attainment8);
    let page = |uid: &str| profile(&measured, &contexts, Focus::All, uid);
    assert!(matches!(page("2"), Err(LookupError::NotEligible(_))));
    assert!(matches!(page("8"), Err(LookupError::Unknown(_))));
    let focus = profile(&measured, &contexts, Focus::Gap, "1");
    assert!(matches!(focus, Err(LookupError::Analysis(_))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// A single estimate has the same rank range as among all.
    #[test]
    fn one_rank_is_that_of_all(values in prop::collection::vec((0.0_f64..50.0, 0.5_f64..6.0), 2..30)) {
        let family: Vec<Estimate> = values.iter()
            .filter_map(|(value, error)| Estimate::new(*value, *error))
            .collect();
        let (all, best) = (marginal(&family, Level::P95), marginal_best(&family, Level::P95));
        for (place, (all, best)) in all.iter().zip(&best).enumerate() {
            let one = marginal_of(&family, place, Level::P95).unwrap();
            prop_assert!((one.critical - all.critical).abs() < 1e-6);
            let one = marginal_best_of(&family, place, Level::P95).unwrap();
            prop_assert!((one.critical - best.critical).abs() < 1e-6);
            prop_assert_eq!(one.rank, best.rank);
        }
        prop_assert_eq!(marginal_of(&family, family.len(), Level::P95), None);
    }
}
