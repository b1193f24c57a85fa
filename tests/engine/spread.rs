//! Differences within and between regions, the second gap, and combined measures: by hand and on the real file.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::{library_of, trusts_2022_23};
use proptest::prelude::*;
use trust_gap::demo::Demonstration;
use trust_gap::layout::read_file;
use trust_gap::method::{
    CombinedError, Ingredient, Judgement, Measured, RegionalRule, Rules, analyse, combined, spread,
};
use trust_gap::model::{Basis, DataSet, Library};
use trust_gap::stats::moments::Division;
use trust_gap::terms::{Focus, Group, Measure, Missing, Region, Value};

fn rules(focus: Focus) -> Rules {
    Rules {
        focus,
        ..Rules::default()
    }
}

fn data(text: &str) -> Rc<DataSet> {
    library_of(&[("mats_2022-23.csv", text)]).newest().unwrap()
}

fn near(found: f64, expected: f64) {
    let allowed = 1e-9 * expected.abs().max(1.0);
    assert!((found - expected).abs() < allowed, "{found} for {expected}");
}

/// Sums of squares computed apart from this project, with Python's csv and plain sums.
#[test]
fn three_quarters_of_the_variance_lie_within_regions_on_the_real_file() {
    let Some(data) = trusts_2022_23() else { return };
    let analysis = analyse(&data, &rules(Focus::Disadvantaged)).unwrap();
    let found = spread(&analysis).unwrap();
    assert_eq!((found.trusts, found.without_pupils), (212, 0));
    near(found.unweighted.between, 3_955.915_702_378_302_3);
    near(found.unweighted.within, 12_415.079_580_640_564);
    near(found.unweighted.share_between().unwrap(), 0.241_641_734_909_156_86);
    let weighted = found.weighted.unwrap();
    near(weighted.between, 984_789.039_427_510_5);
    near(weighted.within, 3_409_967.112_858_360_6);
    // The lowest and highest trusts of the South West and of London, and the regional figures of the method, section 3.
    let of = |region: Region| found.regions.iter().find(|of| of.region == region).unwrap();
    let figure = |place: usize| analysis.trusts[place].figure().unwrap().number();
    for (region, lowest, highest) in [(Region::SouthWest, 5.0, 34.0), (Region::London, 20.0, 60.0)] {
        let region = of(region);
        assert_eq!(
            (figure(region.within.lowest), figure(region.within.highest)),
            (lowest, highest)
        );
        assert_eq!(region.within.range.number(), highest - lowest);
    }
    assert_eq!(found.widest().unwrap().region, Region::WestMidlands, "6 to 58");
    let apart = found.between.unwrap();
    assert_eq!((apart.lowest.0, apart.highest.0), (Region::SouthWest, Region::London));
    assert!((apart.range.number() - (37.16 - 20.14)).abs() < 0.01);

    let gap = analyse(&data, &rules(Focus::Gap)).unwrap();
    let found = spread(&gap).unwrap();
    near(found.unweighted.share_between().unwrap(), 0.124_771_478_470_010_8);
}

#[test]
fn variance_by_hand_plain_and_by_pupils() {
    let text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
                PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,A,London,100,10%,60%\n2,B,London,300,10%,40%\n\
                3,C,South West,200,10%,20%\n4,D,South West,200,SUPPMAT,30%\n5,E,North East,100,10%,SUPPMAT\n";
    let analysis = analyse(&data(text), &rules(Focus::Disadvantaged)).unwrap();
    let found = spread(&analysis).unwrap();
    // Plain: means 50 and 25 about 37.5; 10, 10, 5 and 5 from the regions' own.
    near(found.unweighted.between, 4.0 * 12.5 * 12.5);
    near(found.unweighted.within, 250.0);
    // By pupils 10, 30 and 20: means 45 and 20 about 36 2/3.
    let mean = (10.0 * 60.0 + 30.0 * 40.0 + 20.0 * 20.0) / 60.0;
    let weighted = found.weighted.unwrap();
    near(
        weighted.between,
        40.0 * (45.0_f64 - mean).powi(2) + 20.0 * (20.0_f64 - mean).powi(2),
    );
    near(weighted.within, 10.0 * 15.0 * 15.0 + 30.0 * 5.0 * 5.0);
    assert_eq!((found.trusts, found.without_pupils), (4, 1));
    assert_eq!(found.regions.len(), 2);
    near(found.regions[0].within.sd, 10.0);
    let nobody = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,A,London,SUPPMAT\n";
    let analysis = analyse(&data(nobody), &rules(Focus::Disadvantaged)).unwrap();
    assert_eq!(spread(&analysis), None);
    let alike = nobody.replace("SUPPMAT", "7%");
    let alike = spread(&analyse(&data(&alike), &rules(Focus::Disadvantaged)).unwrap()).unwrap();
    assert_eq!(alike.unweighted.share_between(), None);
    assert_eq!(alike.weighted, None);
}

/// Computed independently of this project: Progress 8 of disadvantaged pupils with weight 2, the gap in grade 5+ with
/// 1.
#[test]
fn twyford_leads_the_combined_measure_of_the_real_file() {
    let Some(data) = trusts_2022_23() else { return };
    let judgement = Rc::new(Judgement::new(&data, &Rules::default()).unwrap());
    let progress = Ingredient {
        measure: Measure::Progress8,
        focus: Focus::Disadvantaged,
        weight: 2.0,
    };
    let gap = Ingredient {
        measure: Measure::Grade5EnglishMaths,
        focus: Focus::Gap,
        weight: 1.0,
    };
    let found = combined(&judgement, &[progress, gap]).unwrap();
    let [of_progress, of_gap] = found.ingredients[..] else {
        panic!()
    };
    near(of_progress.mean.number(), -0.546_698_113_207_546_7);
    near(of_progress.sd, 0.390_923_487_418_328_44);
    near(of_gap.mean.number(), 25.617_924_528_301_888);
    near(of_gap.sd, 7.725_860_728_378_686);
    let expected = [
        ("5132", 2.462_765_700_093_701_8),
        ("2543", 2.415_693_193_620_368_7),
        ("16390", 2.052_456_347_843_561),
        ("2594", 1.939_213_499_358_967_1),
    ];
    for ((uid, score), trust) in expected.into_iter().zip(&found.trusts) {
        assert_eq!(&*trust.uid, uid);
        near(trust.score.number(), score);
    }
    assert_eq!(found.trusts.len(), 212);
    assert_eq!(&*found.trusts[211].uid, "2437");
    near(found.trusts[211].score.number(), -2.715_889_991_905_972_7);
    let places: Vec<u32> = found.trusts.iter().take(4).map(|trust| trust.rank.number()).collect();
    assert_eq!(places, [1, 2, 3, 4]);
    // A gap of 19 points where the mean is 25.6: turned round, it counts for the trust.
    assert!(found.trusts[0].scores[1].standard > 0.0);
    let lacking: Vec<&str> = found.lacking.iter().map(|trust| &*trust.uid).collect();
    assert_eq!(lacking, ["16995", "15882", "17055", "5143"]);
    assert_eq!(
        found.lacking[0].missing,
        [
            (Measure::Progress8, Focus::Disadvantaged, Missing::Suppressed),
            (Measure::Grade5EnglishMaths, Focus::Gap, Missing::Suppressed)
        ]
    );
}

#[test]
fn combined_scores_by_hand_with_ties_and_a_measure_that_decides_nothing() {
    let text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG,P8MEA_WGTAVG,EBACCAPS_WGTAVG\n\
                1,A,London,40,0.4,4\n2,B,London,60,0.0,4\n3,C,South West,40,0.4,4\n4,D,South West,60,0.0,NE\n";
    let judgement = Rc::new(Judgement::new(&data(text), &Rules::default()).unwrap());
    let of = |measure, weight| Ingredient {
        measure,
        focus: Focus::All,
        weight,
    };
    let (att8, p8) = (Measure::Attainment8, Measure::Progress8);
    let aps = Measure::EbaccAps;
    let found = combined(&judgement, &[of(att8, 1.0), of(p8, 2.0)]).unwrap();
    // Standard scores of 1 and -1 in both: (-1 + 2) / 3 and (1 - 2) / 3.
    let scores: Vec<(&str, u32, u32)> = found
        .trusts
        .iter()
        .map(|trust| {
            let ranks = (trust.rank.number(), trust.regional_rank.unwrap().number());
            (&*trust.name, ranks.0, ranks.1)
        })
        .collect();
    assert_eq!(scores, [("A", 1, 1), ("C", 1, 1), ("B", 3, 2), ("D", 3, 2)]);
    near(found.trusts[0].score.number(), 1.0 / 3.0);
    near(found.trusts[3].score.number(), -1.0 / 3.0);
    let with_flat = combined(&judgement, &[of(att8, 1.0), of(aps, 1.0), of(p8, 0.0)]).unwrap();
    assert_eq!((with_flat.ingredients.len(), with_flat.trusts.len()), (2, 3));
    assert!(with_flat.trusts.iter().all(|trust| trust.scores[1].standard == 0.0));
    let missing = [(aps, Focus::All, Missing::NoEntries)];
    assert_eq!(with_flat.lacking[0].missing, missing);

    assert_eq!(combined(&judgement, &[]), Err(CombinedError::NoIngredient));
    let zero = combined(&judgement, &[of(att8, 0.0)]);
    assert_eq!(zero, Err(CombinedError::NoIngredient));
    let bad = combined(&judgement, &[of(att8, -1.0)]);
    assert_eq!(bad, Err(CombinedError::BadWeight(-1.0)));
    let absent = combined(&judgement, &[of(Measure::EbaccEntry, 1.0)]);
    assert!(matches!(absent, Err(CombinedError::NotOffered(_))));
}

#[test]
fn the_second_gap_is_against_the_other_pupils_of_all_trusts() {
    let Some(data) = trusts_2022_23() else { return };
    let measured = Measured::after(None, &data, &Rules::default()).unwrap();
    let second = measured.second_gap(RegionalRule::SimpleMean).unwrap();
    // The mean of the 212 published figures of other pupils, computed apart.
    near(second.others.number(), 49.613_207_547_169_814);
    assert_eq!(second.national_others, None, "a trust file has no national row");
    let analysis = analyse(&data, &rules(Focus::Disadvantaged)).unwrap();
    let twyford = analysis.trusts.iter().find(|trust| &*trust.uid == "5132").unwrap();
    // 60% reach it: more than the other pupils of all trusts.
    near(
        second.of(twyford.disadvantaged).number().unwrap(),
        49.613_207_547_169_814 - 60.0,
    );
    let suppressed = Value::Missing(Missing::Suppressed);
    assert_eq!(second.of(suppressed), suppressed);
    assert!(measured.second_gap(RegionalRule::BySchool).is_none());
}

#[test]
fn the_national_row_stands_beside_the_second_gap() {
    let demonstration = Demonstration::generate();
    let newest = *demonstration.years().last().unwrap();
    let mut library = Library::default();
    let schools = demonstration.school_file(newest);
    library.add(read_file("ks4.csv", schools.as_bytes()).unwrap());
    let links = demonstration.group_links();
    library.add(read_file("links.csv", links.as_bytes()).unwrap());
    let data = library.newest().unwrap();
    let measured = Measured::after(None, &data, &Rules::default()).unwrap();
    let analysis = analyse(&data, &rules(Focus::Other)).unwrap();
    assert_eq!(analysis.basis, Basis::Computed);
    for rule in RegionalRule::ALL {
        let second = measured.second_gap(rule).unwrap();
        let regional = Rules {
            regional: rule,
            ..rules(Focus::Other)
        };
        assert_eq!(Some(second.others), analyse(&data, &regional).unwrap().all.figure);
        let national = analysis.england.state_funded.unwrap();
        assert_eq!(second.national_others, national.get(Group::Other).figure());
        let trust = &analysis.trusts[0];
        let against = second.national_of(trust.disadvantaged).unwrap().number().unwrap();
        let expected = second.national_others.unwrap().number() - trust.disadvantaged.number().unwrap();
        near(against, expected);
    }
}

proptest! {
    /// Between and within are the whole, and the share does not change with the unit.
    #[test]
    fn variance_divides(groups in prop::collection::vec(
        prop::collection::vec((0.1_f64..10.0, -100.0_f64..100.0), 0..6), 1..6)
    ) {
        let all: Vec<(f64, f64)> = groups.iter().flatten().copied().collect();
        match Division::of(&groups) {
            None => prop_assert!(all.is_empty()),
            Some(division) => {
                let whole = Division::of(&[all]).unwrap();
                let sum = division.between + division.within;
                prop_assert!((sum - whole.within).abs() <= 1e-9 * whole.within.max(1.0));
                prop_assert!(division.between >= 0.0 && division.within >= 0.0);
                let scaled: Vec<Vec<(f64, f64)>> = groups.iter().map(|group| {
                    group.iter().map(|(weight, number)| (*weight, 3.0 * number + 7.0)).collect()
                }).collect();
                let scaled = Division::of(&scaled).unwrap().share_between();
                if let (Some(one), Some(two)) = (division.share_between(), scaled) {
                    prop_assert!((one - two).abs() < 1e-6);
                    prop_assert!((0.0..=1.0).contains(&one));
                }
            }
        }
    }
}
