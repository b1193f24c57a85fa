//! The gap within and between schools: the vector of the method paper, section 13, what holds whatever the numbers, and
//! what the demonstration's trusts and regions have.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use proptest::collection::vec;
use proptest::prelude::*;
use trust_gap::chart::{gap_within_in_words, gap_within_table};
use trust_gap::method::{Analysis, GapWithin, Rules, Scope, analyse, part_gap_within, trust_gap_within};
use trust_gap::stats::{TwoGroups, gap_parts};
use trust_gap::terms::{Focus, Group};

use crate::support::made_up::{link, links, school, wide};
use crate::support::{demonstration, demonstration_of_trusts, library_of};

fn assert_close(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() < within, "{found}, {expected}");
}

fn school_of([first_weight, second_weight, first, second]: [f64; 4]) -> TwoGroups {
    TwoGroups {
        first_weight,
        first,
        second_weight,
        second,
    }
}

#[test]
fn three_schools_have_the_methods_gap_within_and_between_them() {
    let schools = [
        [40.0, 100.0, 30.0, 50.0],
        [60.0, 80.0, 25.0, 45.0],
        [20.0, 160.0, 40.0, 55.0],
    ]
    .map(school_of);
    let found = gap_parts(&schools).unwrap();
    assert_close(found.gap, 22.009_804, 1e-6);
    assert_close(found.within, 19.166_667, 1e-6);
    assert_close(found.between, 2.843_137, 1e-6);
}

proptest! {
    #[test]
    fn within_and_between_make_the_gap(
        schools in vec([0.5..300.0_f64, 0.5..300.0, 0.0..100.0, 0.0..100.0], 1..30),
    ) {
        let schools: Vec<TwoGroups> = schools.into_iter().map(school_of).collect();
        let found = gap_parts(&schools).unwrap();
        prop_assert!((found.within + found.between - found.gap).abs() < 1e-9);
        // Within no school is the gap greater than the greatest, or smaller than the smallest.
        let gaps = schools.iter().map(|school| school.second - school.first);
        let (least, most) = gaps.fold((f64::MAX, f64::MIN), |(least, most), gap| (least.min(gap), most.max(gap)));
        prop_assert!(least - 1e-9 <= found.within && found.within <= most + 1e-9);
    }
}

fn sound(analysis: &Analysis, of: &GapWithin) {
    let sum = of.within.number() + of.between.number();
    assert_close(sum, of.gap.number(), 1e-9);
    assert!(of.schools > 0, "{:?}", analysis.year);
}

/// Each of the demonstration's trusts and regions, and all of them; a trust all of whose schools have both groups has
/// the gap that is shown of it.
#[test]
fn every_gap_of_the_demonstration_is_the_sum_of_its_parts() {
    let analysis = analyse(&demonstration(), &Rules::default()).unwrap();
    let mut complete = 0;
    for trust in &analysis.trusts {
        let Some(of) = trust_gap_within(&analysis, trust) else {
            continue;
        };
        sound(&analysis, &of);
        assert_eq!(of.schools + of.left_out, trust.schools.len());
        let all_have_both = trust.schools.iter().all(|school| {
            let has = |group| school.parts.get(group).weight.is_some();
            has(Group::Disadvantaged) && has(Group::Other)
        });
        if all_have_both {
            complete += 1;
            assert_close(of.gap.number(), trust.gap.unwrap().number(), 1e-9);
            assert_eq!(of.left_out, 0);
        }
        assert_eq!(of.shown, trust.gap);
    }
    assert!(complete > 5, "{complete}");
    let all = part_gap_within(&analysis, Scope::All).unwrap();
    sound(&analysis, &all);
    let mut schools = 0;
    for region in &analysis.regions {
        let of = part_gap_within(&analysis, Scope::Region(region.region)).unwrap();
        sound(&analysis, &of);
        assert_eq!(of.shown, region.area.pair.map(|pair| pair.gap));
        schools += of.schools;
    }
    assert_eq!(schools, all.schools);
    let regions: Vec<_> = analysis.regions.iter().map(|of| of.region).collect();
    let table = gap_within_table(&analysis, &[0], &regions).unwrap();
    assert_eq!(table.rows.len(), 1 + regions.len() + 1);
}

/// Of three schools one has a figure of other pupils alone: it is left out and counted, and the gap shown elsewhere has
/// it.
#[test]
fn a_school_with_one_group_alone_is_left_out_and_both_gaps_are_told() {
    let mut schools: Vec<_> = [101, 102, 103].map(school).to_vec();
    for (school, [disadvantaged, other]) in schools
        .iter_mut()
        .zip([["30%", "50%"], ["20%", "44%"], ["SUPP", "80%"]])
    {
        school.em5[1] = disadvantaged.to_owned();
        school.em5[2] = other.to_owned();
    }
    let members: Vec<_> = [101, 102, 103].map(|urn| link(urn, 1, "01-09-2015")).to_vec();
    let library = library_of(&[("ks4.csv", &wide(&schools, Some(22))), ("links.csv", &links(&members))]);
    let rules = Rules {
        focus: Focus::Gap,
        ..Rules::default()
    };
    let analysis = analyse(&library.newest().unwrap(), &rules).unwrap();
    let trust = &analysis.trusts[0];
    let of = trust_gap_within(&analysis, trust).unwrap();
    assert_eq!((of.schools, of.left_out), (2, 1));
    // All schools have as many pupils.
    assert_close(of.gap.number(), 22.0, 1e-9);
    assert_close(of.within.number(), 22.0, 1e-9);
    assert_close(of.between.number(), 0.0, 1e-9);
    assert_close(of.shown.unwrap().number(), 58.0 - 25.0, 1e-9);
    let words = gap_within_in_words("Alder", &of);
    assert!(words.contains("leaves out 1 school"), "{words}");
    assert!(words.contains("33.0 percentage points"), "{words}");
}

#[test]
fn published_figures_do_not_say_what_is_within_schools() {
    let analysis = analyse(&demonstration_of_trusts(), &Rules::default()).unwrap();
    assert_eq!(trust_gap_within(&analysis, &analysis.trusts[0]), None);
    assert_eq!(part_gap_within(&analysis, Scope::All), None);
    assert!(gap_within_table(&analysis, &[0], &[]).is_none());
}
