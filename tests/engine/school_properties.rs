//! Properties of trusts' figures for any schools: made-up files, read like real ones.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::support::library_of;
use crate::support::made_up::{Link, School, link, links, school, wide};
use proptest::prelude::*;
use trust_gap::method::weighting::Weight;
use trust_gap::method::{
    Analysis, Level, MissingPolicy, Part, RegionalRule, Rules, Scope, TrustFigures, analyse, part_gap_within,
    trust_gap_within,
};
use trust_gap::model::{Basis, DataSet};
use trust_gap::terms::{Focus, Group, Measure, Missing, SchoolTypes, Value};

/// Bristol, Cornwall, Kent, Leeds and Camden: four regions, one of them twice.
const AUTHORITIES: [u16; 5] = [801, 908, 886, 383, 202];
const KINDS: [&str; 6] = ["ACC", "AC", "F", "FSS", "CY", "ACCS"];
const MEASURES: [Measure; 3] = [Measure::Attainment8, Measure::Grade5EnglishMaths, Measure::Progress8];
const JOINED: [&str; 8] = [
    "01-09-2012",
    "01-04-2017",
    "15-09-2018",
    "14-09-2018",
    "01-09-2020",
    "01-01-2022",
    "01-10-2023",
    "",
];

/// Schools with their lines of the links.
#[derive(Debug, Clone)]
struct Country {
    schools: Vec<School>,
    links: Vec<Link>,
}

impl Country {
    fn data(&self) -> Rc<DataSet> {
        library_of(&[
            ("ks4.csv", &wide(&self.schools, Some(22))),
            ("links.csv", &links(&self.links)),
        ])
        .newest()
        .unwrap()
    }
}

/// A value as a file has it, or a code: one in `rare` is missing.
fn cell(number: impl Strategy<Value = String>, rare: u32) -> impl Strategy<Value = String> {
    prop_oneof![
        rare => number,
        1 => prop::sample::select(vec!["SUPP", "NE", "LOWCOV", ""]).prop_map(str::to_owned),
    ]
}

fn three(number: impl Strategy<Value = String> + Clone + 'static) -> impl Strategy<Value = [String; 3]> {
    let cell = move || cell(number.clone(), 8);
    (cell(), cell(), cell()).prop_map(|(all, disadvantaged, other)| [all, disadvantaged, other])
}

fn a_school(urn: u32) -> impl Strategy<Value = (School, Vec<Link>)> {
    let points = (0..900_u32).prop_map(|tenths| format!("{}.{}", tenths / 10, tenths % 10));
    let percent = (0..=100_u32).prop_map(|percent| format!("{percent}%"));
    let grades = (-300..300_i32).prop_map(|hundredths| format!("{:.2}", f64::from(hundredths) / 100.0));
    let membership = (
        prop::sample::select(vec![1_u32, 2, 3]),
        prop::sample::select(JOINED.to_vec()),
    );
    (
        prop::sample::select(AUTHORITIES.to_vec()),
        // Most of them of a type that counts.
        prop::sample::select([KINDS[0]; 8].into_iter().chain(KINDS).collect::<Vec<_>>()),
        (0..80_u32, 1..150_u32),
        (three(points), three(percent), three(grades)),
        prop::collection::vec(membership, 0..3),
    )
        .prop_map(
            move |(authority, kind, (poor, rest), (mut att8, em5, p8), memberships)| {
                // Every school has some result, so that no school leaves for the want of one.
                if att8[0].parse::<f64>().is_err() {
                    att8[0] = "40.0".to_owned();
                }
                let counts = |less: u32| {
                    let (poor, rest) = (poor.saturating_sub(less), rest.saturating_sub(less));
                    [poor + rest, poor, rest].map(|count| count.to_string())
                };
                let lines = memberships
                    .into_iter()
                    .map(|(uid, joined)| link(urn, uid, joined))
                    .collect();
                let made = School {
                    authority,
                    kind,
                    pupils: counts(0),
                    in_progress: counts(3),
                    att8,
                    em5,
                    p8,
                    ..school(urn)
                };
                (made, lines)
            },
        )
}

fn country() -> impl Strategy<Value = Country> {
    (4..14_u32)
        .prop_flat_map(|count| (1..=count).map(a_school).collect::<Vec<_>>())
        .prop_map(|schools| {
            let (schools, links): (Vec<School>, Vec<Vec<Link>>) = schools.into_iter().unzip();
            let mut links = links.concat();
            // A file of links without rows is not valid.
            links.push(link(999, 9, "01-09-2015"));
            Country { schools, links }
        })
}

fn rules() -> impl Strategy<Value = Rules> {
    let weights = vec![
        Weight::default(),
        Weight::PupilsYears { cap: Some(3) },
        Weight::PupilsYears { cap: None },
        Weight::Pupils,
        Weight::Equal,
    ];
    (
        prop::sample::select(MEASURES.to_vec()),
        prop::sample::select(Focus::ALL.to_vec()),
        prop::sample::select(RegionalRule::ALL.to_vec()),
        prop::sample::select(weights),
        (0..=4_u32, 1..=3_u32),
    )
        .prop_map(|(measure, focus, regional, weight, (min_years, min_schools))| Rules {
            measure,
            focus,
            regional,
            weight,
            min_years,
            min_schools,
            types: SchoolTypes::default(),
            ..Rules::default()
        })
}

fn analysis(country: &Country, rules: &Rules) -> Analysis {
    analyse(&country.data(), rules).unwrap()
}

/// Every figure by its subject: trusts, regions and all together, with its rank.
fn figures(analysis: &Analysis) -> BTreeMap<String, (Option<f64>, Option<u32>)> {
    let number = |figure: Option<trust_gap::terms::Figure>| figure.map(|figure| figure.number());
    let trusts = analysis.trusts.iter().map(|trust| {
        let rank = trust.rank().map(|rank| rank.number());
        (trust.uid.to_string(), (number(trust.figure()), rank))
    });
    let regions = analysis.regions.iter().map(|region| {
        let name = region.region.name().to_owned();
        (name, (number(region.area.figure), None))
    });
    let all = ("all".to_owned(), (number(analysis.all.figure), None));
    trusts.chain(regions).chain([all]).collect()
}

fn assert_same(one: &Analysis, two: &Analysis) -> Result<(), TestCaseError> {
    let (one, two) = (figures(one), figures(two));
    prop_assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    for (name, (figure, rank)) in one {
        let (other, other_rank) = two[&name];
        prop_assert_eq!(rank, other_rank, "{}", name);
        match (figure, other) {
            (Some(figure), Some(other)) => {
                prop_assert!((figure - other).abs() < 1e-9, "{}: {} and {}", name, figure, other);
            }
            (figure, other) => prop_assert_eq!(figure, other, "{}", name),
        }
    }
    Ok(())
}

fn parts(trust: &TrustFigures, group: Group) -> Vec<Part> {
    let schools = trust.schools.iter();
    schools.map(|school| *school.parts.get(group)).collect()
}

/// A figure is within the range of its schools' figures. Without schools there is no figure.
fn assert_within(value: Value, parts: &[Part]) -> Result<(), TestCaseError> {
    let in_it: Vec<f64> = parts
        .iter()
        .filter(|part| part.weight.is_some_and(|weight| weight > 0.0))
        .filter_map(|part| Some(part.value.figure()?.number()))
        .collect();
    if value == Value::Missing(Missing::NoPupils) {
        // Even schools with equal weights have no figure if they have no pupils.
        let of_nobody = parts.iter().all(|part| !part.pupils.is_ok_and(|pupils| pupils > 0.0));
        prop_assert!(of_nobody, "{:?}", parts);
        return Ok(());
    }
    let Some(figure) = value.figure() else {
        prop_assert!(in_it.is_empty(), "{:?} of {:?}", value, in_it);
        return Ok(());
    };
    let lowest = in_it.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = in_it.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let number = figure.number();
    prop_assert!(lowest - 1e-9 <= number && number <= highest + 1e-9);
    Ok(())
}

/// The schools with their pupils, in Progress 8 too, times a number.
fn with_pupils_times(country: &Country, times: u32) -> Country {
    let mut country = country.clone();
    for school in &mut country.schools {
        for count in school.pupils.iter_mut().chain(&mut school.in_progress) {
            *count = (count.parse::<u32>().unwrap() * times).to_string();
        }
    }
    country
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn figures_lie_within_those_of_the_schools(country in country(), rules in rules()) {
        let analysis = analysis(&country, &rules);
        for trust in &analysis.trusts {
            assert_within(trust.disadvantaged, &parts(trust, Group::Disadvantaged))?;
            assert_within(trust.other, &parts(trust, Group::Other))?;
            if rules.focus == Focus::All {
                assert_within(trust.value(), &parts(trust, Group::All))?;
            }
        }
    }

    #[test]
    fn shares_add_up_to_one_and_what_is_missing_has_none(country in country(), rules in rules()) {
        for trust in &analysis(&country, &rules).trusts {
            let mut total = 0.0;
            for (_, part, share) in trust.school_shares(rules.focus) {
                if part.value.missing().is_some() {
                    prop_assert_eq!((part.weight, share), (None, None));
                }
                total += share.unwrap_or_default();
            }
            let weight: f64 = parts(trust, rules.focus.group().unwrap_or(Group::Disadvantaged))
                .iter()
                .filter_map(|part| part.weight)
                .sum();
            prop_assert!((total - 1.0).abs() < 1e-9 || weight == 0.0, "{} of {}", total, weight);
        }
    }

    #[test]
    fn within_and_between_schools_make_the_gap(country in country(), rules in rules()) {
        let analysis = analysis(&country, &rules);
        let trusts = analysis.trusts.iter().filter_map(|trust| trust_gap_within(&analysis, trust));
        let regions = analysis.regions.iter().map(|of| Scope::Region(of.region));
        let parts = regions.chain([Scope::All]).filter_map(|scope| part_gap_within(&analysis, scope));
        for of in trusts.chain(parts) {
            let sum = of.within.number() + of.between.number();
            prop_assert!((sum - of.gap.number()).abs() < 1e-8, "{} of {}", sum, of.gap.number());
        }
    }

    #[test]
    fn every_school_has_one_verdict(country in country(), rules in rules()) {
        let analysis = analysis(&country, &rules);
        let in_trusts = analysis.trusts.iter().flat_map(|trust| trust.schools.iter());
        let left_out = analysis
            .excluded
            .iter()
            .filter(|exclusion| exclusion.level == Level::School);
        let mut urns: Vec<u32> = in_trusts
            .map(|school| school.urn.number())
            .chain(left_out.map(|exclusion| exclusion.urn.unwrap().number()))
            .collect();
        urns.sort_unstable();
        let count = u32::try_from(country.schools.len()).unwrap();
        prop_assert_eq!(urns, (1..=count).collect::<Vec<_>>());
        // Every trust of the links has one too.
        let mut uids: Vec<&str> = analysis
            .excluded
            .iter()
            .filter(|exclusion| exclusion.level == Level::Trust)
            .filter_map(|exclusion| exclusion.uid.as_deref())
            .chain(analysis.trusts.iter().map(|trust| &*trust.uid))
            .collect();
        uids.sort_unstable();
        let mut expected: Vec<String> =
            country.links.iter().map(|link| link.uid.to_string()).collect();
        expected.sort_unstable();
        expected.dedup();
        prop_assert_eq!(uids, expected);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        (country, moved) in country().prop_flat_map(|country| {
            let schools = Just(country.schools.clone()).prop_shuffle();
            let links = Just(country.links.clone()).prop_shuffle();
            let moved = (schools, links).prop_map(|(schools, links)| Country { schools, links });
            (Just(country), moved)
        }),
        rules in rules(),
    ) {
        assert_same(&analysis(&country, &rules), &analysis(&moved, &rules))?;
    }

    #[test]
    fn the_order_of_files_does_not_matter(
        country in country(),
        earlier in country(),
        order in Just([0, 1, 2, 3]).prop_shuffle(),
        rules in rules(),
    ) {
        // Schools that are in no trust would leave it to the trust file, which has one measure.
        let rules = Rules { basis: Some(Basis::Computed), ..rules };
        const TRUSTS: &str = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG\n1,ONE,London,40\n";
        let texts = [
            ("ks4.csv", wide(&country.schools, Some(22))),
            ("ks4.csv", wide(&earlier.schools, Some(18))),
            ("links.csv", links(&country.links)),
            ("2018-2019/mats.csv", TRUSTS.to_owned()),
        ];
        let library = |order: [usize; 4]| {
            let files = order.map(|place| (texts[place].0, texts[place].1.as_str()));
            library_of(&files)
        };
        let (one, two) = (library([0, 1, 2, 3]), library(order));
        prop_assert_eq!(one.years(), two.years());
        prop_assert_eq!(one.years().len(), 2);
        for year in one.years() {
            let (one, two) = (one.data_set(year).unwrap(), two.data_set(year).unwrap());
            // Data sets are compared by their tables' addresses, so the test compares their contents.
            prop_assert!(one.published == two.published);
            prop_assert!(one.schools == two.schools);
            prop_assert!(one.links == two.links);
            let sets = [one, two].map(|data| analyse(&data, &rules).unwrap());
            assert_same(&sets[0], &sets[1])?;
        }
    }

    #[test]
    fn doubling_all_pupils_changes_no_figure(
        country in country(), times in 2..5_u32, rules in rules(),
    ) {
        let more = with_pupils_times(&country, times);
        assert_same(&analysis(&country, &rules), &analysis(&more, &rules))?;
    }

    #[test]
    fn a_cap_of_one_is_the_weight_by_pupils(country in country(), rules in rules()) {
        let under = |weight| {
            let rules = Rules { weight, min_years: rules.min_years.max(1), ..rules };
            analysis(&country, &rules)
        };
        assert_same(&under(Weight::PupilsYears { cap: Some(1) }), &under(Weight::Pupils))?;
    }

    #[test]
    fn a_missing_value_changes_no_other_measure_or_group(
        country in country(), rules in rules(), place in 0..14_usize, group in 0..3_usize,
    ) {
        let mut less = country.clone();
        let place = place % less.schools.len();
        let (lost, kept) = match rules.measure {
            Measure::Grade5EnglishMaths => (Measure::Progress8, &mut less.schools[place].p8),
            _ => (Measure::Grade5EnglishMaths, &mut less.schools[place].em5),
        };
        kept[group] = "SUPP".to_owned();
        assert_same(&analysis(&country, &rules), &analysis(&less, &rules))?;
        // Nor does another group of the measure itself. Groups are in the order all, disadvantaged, other.
        let focuses = [Focus::All, Focus::Disadvantaged, Focus::Other];
        for (other, focus) in focuses.into_iter().enumerate() {
            if other != group {
                let rules = Rules { measure: lost, focus, ..rules };
                assert_same(&analysis(&country, &rules), &analysis(&less, &rules))?;
            }
        }
    }

    #[test]
    fn a_trust_is_left_out_where_the_policy_says_so(country in country(), rules in rules()) {
        let group = Group::Disadvantaged;
        let under = |missing| {
            let rules = Rules { missing, focus: Focus::Disadvantaged, ..rules };
            analysis(&country, &rules)
        };
        let school = under(MissingPolicy::LeaveOutSchool);
        let trust = under(MissingPolicy::LeaveOutTrust);
        prop_assert_eq!(school.trusts.len(), trust.trusts.len());
        for one in &school.trusts {
            let two = trust.trusts.iter().find(|two| two.uid == one.uid).unwrap();
            let is_whole = parts(one, group).iter().all(|part| part.value.figure().is_some());
            let expected = one.figure().filter(|_| is_whole);
            prop_assert_eq!(two.figure(), expected);
        }
    }
}
