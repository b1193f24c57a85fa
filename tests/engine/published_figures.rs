//! Figures from the real trust file of 2022/23 against published results.
//!
//! The South-West Social Mobility Commission published the regional averages of London, the South East and the South
//! West, and the extremes, in June 2024. The others are expected values of the method paper, section 3.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use crate::support::trusts_2022_23;
use trust_gap::chart::{Finding, TopTen};
use trust_gap::method::{Analysis, AnalysisError, RegionalRule, Rules, analyse};
use trust_gap::model::{Basis, DataSet};
use trust_gap::terms::{Focus, Group, Measure, Missing, Region};

fn under(data: &DataSet, regional: RegionalRule) -> Analysis {
    analyse(
        data,
        &Rules {
            regional,
            ..Rules::default()
        },
    )
    .unwrap()
}

fn figure(analysis: &Analysis, region: Region) -> f64 {
    let found = analysis.regions.iter().find(|figures| figures.region == region);
    found.unwrap().area.figure.unwrap().number()
}

#[test]
fn regional_averages_are_the_published_ones() {
    let Some(data) = trusts_2022_23() else { return };
    let analysis = under(&data, RegionalRule::SimpleMean);
    assert_eq!(analysis.year.map(|year| year.to_string()).as_deref(), Some("2022/23"));
    assert_eq!(analysis.all.eligible, 216);
    assert_eq!(analysis.all.published, 212);
    for (region, expected, published, eligible) in [
        (Region::London, 37.16, 19, 20),
        (Region::SouthWest, 20.14, 28, 29),
        (Region::SouthEast, 21.76, 21, 21),
        (Region::NorthEast, 24.93, 15, 15),
        (Region::EastMidlands, 24.00, 22, 22),
        (Region::WestMidlands, 23.43, 30, 30),
        (Region::YorkshireAndTheHumber, 23.18, 28, 28),
        (Region::EastOfEngland, 22.81, 26, 27),
        (Region::NorthWest, 22.30, 23, 24),
    ] {
        let got = figure(&analysis, region);
        assert!((got - expected).abs() < 0.01, "{}: {got}", region.name());
        let area = &analysis
            .regions
            .iter()
            .find(|figures| figures.region == region)
            .unwrap()
            .area;
        assert_eq!(
            (area.published, area.eligible),
            (published, eligible),
            "{}",
            region.name()
        );
    }
    assert!((analysis.all.figure.unwrap().number() - 24.00).abs() < 0.01);
}

#[test]
fn the_extremes_are_the_published_ones() {
    let Some(data) = trusts_2022_23() else { return };
    let analysis = under(&data, RegionalRule::SimpleMean);
    let numbers = |region| -> Vec<f64> {
        analysis
            .trusts_of(region)
            .filter_map(|trust| Some(trust.figure()?.number()))
            .collect()
    };
    let best = &analysis.trusts[0];
    assert_eq!(best.region, Some(Region::London));
    assert_eq!(best.figure().unwrap().number(), 60.0);
    assert_eq!(numbers(Region::London)[0], 60.0);
    let south_west = numbers(Region::SouthWest);
    assert_eq!(south_west.first(), Some(&34.0));
    assert_eq!(south_west.last(), Some(&5.0));
}

#[test]
fn four_trusts_are_suppressed_by_name_and_reason_and_none_is_excluded() {
    let Some(data) = trusts_2022_23() else { return };
    let analysis = under(&data, RegionalRule::SimpleMean);
    let mut missing: Vec<(&str, Missing)> = analysis
        .unpublished()
        .map(|(trust, reason)| (&*trust.name, reason))
        .collect();
    missing.sort_unstable();
    assert_eq!(
        missing,
        [
            ("ALPHA TRUST", Missing::Suppressed),
            ("GIRLS' LEARNING TRUST", Missing::Suppressed),
            ("LEADING EDGE ACADEMIES PARTNERSHIP", Missing::Suppressed),
            ("UNITED LEARNING TRUST", Missing::Suppressed),
        ]
    );
    for (trust, _) in analysis.unpublished() {
        assert_eq!(
            (trust.figure(), trust.rank(), trust.regional_rank()),
            (None, None, None)
        );
    }
    assert!(analysis.excluded.is_empty());
    assert!(data.files()[0].problems.is_empty(), "{:?}", data.files()[0].problems);
}

#[test]
fn weighted_by_pupils_the_south_east_is_lowest() {
    let Some(data) = trusts_2022_23() else { return };
    let analysis = under(&data, RegionalRule::PupilWeighted);
    let (last, lowest) = *analysis.regions_best_first().last().unwrap();
    assert_eq!(last.region, Region::SouthEast);
    assert!((lowest.number() - 19.67).abs() < 0.01, "{lowest:?}");
    assert!((figure(&analysis, Region::SouthWest) - 22.55).abs() < 0.01);
}

#[test]
fn top_tens_hold_everyone_whose_rank_is_at_most_ten() {
    let Some(data) = trusts_2022_23() else { return };
    let analysis = under(&data, RegionalRule::SimpleMean);
    let size = |region| analysis.top_ten(region).count();
    assert_eq!(size(Region::London), 11);
    assert_eq!(size(Region::SouthWest), 10);
    assert_eq!(size(Region::SouthEast), 11);
    let eleven = Region::ALL.into_iter().filter(|&region| size(region) == 11).count();
    assert_eq!(eleven, 6, "six regions have 11 trusts tied at tenth place or above");
    let south_west: Vec<_> = analysis.top_ten(Region::SouthWest).collect();
    assert_eq!(&*south_west[0].name, "GREENSHAW LEARNING TRUST");
    let ranks: Vec<u32> = south_west
        .iter()
        .map(|trust| trust.regional_rank().unwrap().number())
        .collect();
    assert_eq!(ranks, [1, 2, 3, 4, 4, 6, 6, 8, 9, 9]);
}

#[test]
fn the_finding_says_what_the_commission_said_and_what_breaks_it() {
    let Some(data) = trusts_2022_23() else { return };
    let finding = Finding::new(&data, &under(&data, RegionalRule::SimpleMean));
    assert_eq!(
        finding.headline,
        "London is the only region where more than a third of disadvantaged pupils reach grade 5 in English and maths"
    );
    assert_eq!(
        finding.detail,
        "37.2% in London against 24.0% across all trusts. The South West is lowest at 20.1%, then the South East at 21.8%."
    );
    let checks: Vec<(&str, bool)> = finding
        .checks
        .iter()
        .map(|check| (check.text.as_str(), check.holds))
        .collect();
    assert_eq!(
        checks,
        [
            ("London alone above a third: holds under 2 of 2 regional rules", true),
            (
                "South West lowest: holds under 1 of 2 regional rules. Weighted by pupils, the South East is lowest (19.7%)",
                false
            ),
        ]
    );
}

#[test]
fn the_real_letters_are_read() {
    let Some(data) = trusts_2022_23() else { return };
    assert!(data.trusts().iter().any(|trust| trust.name == "ARETÉ LEARNING TRUST"));
    assert_eq!(data.files()[0].encoding, "Windows-1252");
}

#[test]
fn figures_are_used_as_published_and_never_weighted_again() {
    let Some(data) = trusts_2022_23() else { return };
    let activate = data
        .trusts()
        .iter()
        .find(|trust| trust.uid.as_str() == "15710")
        .unwrap();
    let published = |measure, group| activate.attainment.value(measure, group).figure().unwrap().number();
    assert_eq!(published(Measure::Attainment8, Group::All), 40.4);
    assert_eq!(published(Measure::Attainment8, Group::Disadvantaged), 32.5);
    assert_eq!(published(Measure::Progress8, Group::Disadvantaged), -0.93);
    assert_eq!(published(Measure::Grade5EnglishMaths, Group::Disadvantaged), 20.0);
    assert_eq!(published(Measure::EbaccAps, Group::Other), 3.51);
    assert_eq!(published(Measure::EbaccEntry, Group::Other), 21.0);
    assert_eq!(published(Measure::Ebacc4, Group::Disadvantaged), 1.0);
    assert_eq!(published(Measure::Ebacc5, Group::Other), 6.0);
}

#[test]
fn what_the_file_does_not_have_is_not_offered() {
    let Some(data) = trusts_2022_23() else { return };
    assert!(!data.measures(Basis::Published).contains(&Measure::Grade4EnglishMaths));
    assert_eq!(data.measures(Basis::Published).len(), 7);
    let grade4 = Rules {
        measure: Measure::Grade4EnglishMaths,
        ..Rules::default()
    };
    assert!(matches!(
        analyse(&data, &grade4),
        Err(AnalysisError::MeasureNotOffered { .. })
    ));
    let by_school = Rules {
        regional: RegionalRule::BySchool,
        ..Rules::default()
    };
    assert!(matches!(
        analyse(&data, &by_school),
        Err(AnalysisError::RuleNotOffered { .. })
    ));
}

#[test]
fn every_measure_group_and_rule_has_words_for_the_real_file() {
    let Some(data) = trusts_2022_23() else { return };
    for measure in data.measures(Basis::Published) {
        for focus in Focus::ALL {
            for regional in [RegionalRule::SimpleMean, RegionalRule::PupilWeighted] {
                let analysis = analyse(
                    &data,
                    &Rules {
                        measure,
                        focus,
                        regional,
                        ..Rules::default()
                    },
                )
                .unwrap();
                let finding = Finding::new(&data, &analysis);
                assert!(finding.headline.len() > 20 && finding.detail.len() > 20, "{finding:?}");
                assert_eq!(TopTen::all(&analysis, None).len(), 9);
                assert_eq!(analysis.trusts.len(), 216);
            }
        }
    }
}

#[test]
fn a_gap_ranks_the_smallest_first() {
    let Some(data) = trusts_2022_23() else { return };
    let analysis = analyse(
        &data,
        &Rules {
            focus: Focus::Gap,
            ..Rules::default()
        },
    )
    .unwrap();
    let best_first = analysis.regions_best_first();
    assert_eq!(best_first[0].0.region, Region::London);
    assert!((best_first[0].1.number() - 19.37).abs() < 0.01, "56.53 less 37.16");
    let numbers: Vec<f64> = analysis
        .trusts
        .iter()
        .filter_map(|trust| Some(trust.figure()?.number()))
        .collect();
    assert!(numbers.is_sorted());
    assert_eq!(numbers.len(), 212);
}
