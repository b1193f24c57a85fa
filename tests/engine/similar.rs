//! The trusts in the most similar contexts: by hand, on the real trust file, and properties.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use crate::support::{library_of, trusts_2022_23};
use proptest::prelude::*;
use trust_gap::method::{Analysis, ContextWeights, Contexts, Measured, PartLeftOut, Rules, Similar, Standing, similar};
use trust_gap::model::DataSet;
use trust_gap::stats::Level;
use trust_gap::terms::{ContextPart, Focus, Measure, Missing};

const HEAD: &str = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,PEALGRP2_MATPTINC,\
                    KS2ASS_MATPTINC,PTL2BASICS_95_WGTAVG_FSM6CLA1A";

/// Trusts with their pupils, disadvantaged share, EAL share, key stage 2 score and figure.
fn file(trusts: &[(u32, [&str; 5])]) -> String {
    let mut text = HEAD.to_owned();
    for (uid, cells) in trusts {
        text += &format!("\n{uid},TRUST {uid},London,{}", cells.join(","));
    }
    text + "\n"
}

struct Found {
    analysis: Analysis,
    contexts: Contexts,
}

impl Found {
    fn new(data: &DataSet, rules: &Rules) -> Self {
        let measured = Measured::after(None, data, rules).unwrap();
        let analysis = crate::support::analysis(&measured, rules);
        Self {
            contexts: Contexts::new(measured.judgement()),
            analysis,
        }
    }

    fn of_text(text: &str) -> Self {
        let data = library_of(&[("mats_2022-23.csv", text)]).newest().unwrap();
        Self::new(&data, &Rules::default())
    }

    fn place(&self, uid: &str) -> usize {
        let mut trusts = self.analysis.trusts.iter();
        trusts.position(|trust| &*trust.uid == uid).unwrap()
    }

    fn similar(&self, uid: &str, weights: &ContextWeights, count: usize) -> Option<Similar> {
        let analysis = &self.analysis;
        let place = self.place(uid);
        similar(analysis, &self.contexts, place, weights, count)
    }

    /// Number and distance of each neighbour.
    fn near(&self, similar: &Similar) -> Vec<(String, f64)> {
        let neighbours = similar.neighbours.iter();
        neighbours
            .map(|one| {
                let trust = &self.analysis.trusts[one.index];
                (trust.uid.to_string(), one.distance)
            })
            .collect()
    }
}

fn close(found: &[(String, f64)], expected: &[(&str, f64)]) {
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for ((uid, distance), (wanted, number)) in found.iter().zip(expected) {
        assert_eq!(uid, wanted, "{found:?}");
        assert!((distance - number).abs() < 1e-9, "{uid}: {distance}");
    }
}

/// Disadvantaged shares 10, 20, 30 and 40: mean 25, standard deviation the root of 125. EAL shares 0, 0, 20 and 20:
/// standard deviation 10. Key stage 2 is alike in all.
fn four() -> String {
    file(&[
        (1, ["400", "10%", "0%", "104", "20%"]),
        (2, ["400", "20%", "0%", "104", "60%"]),
        (3, ["400", "30%", "20%", "104", "20%"]),
        (4, ["400", "40%", "20%", "104", "10%"]),
    ])
}

#[test]
fn distances_by_hand() {
    let found = Found::of_text(&four());
    let similar = found.similar("1", &ContextWeights::default(), 9).unwrap();
    close(
        &found.near(&similar),
        &[
            // 100 / 125 in the one part, nothing in the other, over two parts.
            ("2", (0.8_f64 / 2.0).sqrt()),
            ("3", ((400.0 / 125.0 + 4.0_f64) / 2.0).sqrt()),
            ("4", ((900.0 / 125.0 + 4.0_f64) / 2.0).sqrt()),
        ],
    );
    let parts: Vec<(ContextPart, f64)> = similar.parts.iter().map(|of| (of.part, of.sd)).collect();
    assert_eq!(
        parts,
        [(ContextPart::Disadvantaged, 125.0_f64.sqrt()), (ContextPart::Eal, 10.0)]
    );
    let missing = PartLeftOut::Missing(Missing::NoColumn);
    assert_eq!(
        similar.left_out,
        [
            (ContextPart::Sen, missing),
            (ContextPart::PriorAttainment, PartLeftOut::Alike),
            (ContextPart::Sponsored, missing),
            (ContextPart::Selective, missing),
        ]
    );
    let difference = similar.neighbours[1].differences[0];
    assert_eq!(difference.difference.number(), 20.0);
    assert!((difference.in_sd - 20.0 / 125.0_f64.sqrt()).abs() < 1e-12);
}

#[test]
fn weights_change_who_is_near_and_a_part_of_no_weight_is_not_asked() {
    let found = Found::of_text(&four());
    let weights = ContextWeights::default().with(ContextPart::Eal, 3.0);
    let similar = found.similar("2", &weights, 9).unwrap();
    close(
        &found.near(&similar),
        &[
            ("1", (0.8_f64 / 4.0).sqrt()),
            ("3", ((0.8 + 3.0 * 4.0_f64) / 4.0).sqrt()),
            ("4", ((3.2 + 3.0 * 4.0_f64) / 4.0).sqrt()),
        ],
    );
    let weights = weights.with(ContextPart::Eal, 0.0);
    let similar = found.similar("2", &weights, 2).unwrap();
    // Both are 10 away, so they are in the analysis's order, the better first.
    close(&found.near(&similar), &[("1", 0.8_f64.sqrt()), ("3", 0.8_f64.sqrt())]);
    assert!(similar.left_out.iter().all(|(part, _)| *part != ContextPart::Eal));
    let nothing = weights.with(ContextPart::Disadvantaged, 0.0);
    assert_eq!(found.similar("2", &nothing, 2), None);
    let senseless = weights.with(ContextPart::Sen, -1.0).with(ContextPart::Sen, f64::NAN);
    assert_eq!(senseless, weights);
}

#[test]
fn those_who_do_better_come_first_and_are_told_apart_or_not() {
    let found = Found::of_text(&four());
    let similar = found.similar("1", &ContextWeights::default(), 3).unwrap();
    let order: Vec<(usize, Standing)> = similar
        .better_first()
        .iter()
        .map(|one| (one.index, one.standing))
        .collect();
    let place = |uid| found.place(uid);
    assert_eq!(
        order,
        [
            (place("2"), Standing::Better),
            (place("3"), Standing::Alike),
            (place("4"), Standing::Worse)
        ]
    );
    let comparison = similar.neighbours[0].comparison.unwrap();
    assert_eq!(comparison.difference.number(), 40.0);
    assert!(comparison.is_distinguishable);
    assert!(!similar.neighbours[1].comparison.unwrap().is_distinguishable);
    // Three comparisons ask for more than one, and for less than three that have nothing in common, 2.3877.
    let critical = similar.critical.unwrap();
    assert!(critical > Level::P95.z() && critical < 2.388, "{critical}");
}

#[test]
fn a_trust_that_lacks_a_part_is_compared_by_the_others_and_one_that_lacks_most_by_none() {
    let text = file(&[
        (1, ["400", "10%", "0%", "100", "20%"]),
        (2, ["400", "SUPPMAT", "0%", "104", "SUPPMAT"]),
        (3, ["400", "SUPPMAT", "20%", "", "30%"]),
        (4, ["400", "30%", "20%", "104", "30%"]),
    ]);
    let found = Found::of_text(&text);
    let similar = found.similar("1", &ContextWeights::default(), 9).unwrap();
    let uids: Vec<String> = found.near(&similar).into_iter().map(|(uid, _)| uid).collect();
    assert_eq!(uids, ["2", "4"]);
    assert_eq!(similar.without, 1);
    let two = &similar.neighbours[0];
    assert_eq!(two.lacking, [(ContextPart::Disadvantaged, Missing::Suppressed)]);
    assert_eq!((two.standing, two.comparison), (Standing::Unknown, None));
    // Key stage 2 of three trusts: 100, 104 and 104, a standard deviation of 4 root 2 / 3.
    let sd = 4.0 * 2.0_f64.sqrt() / 3.0;
    assert!((two.distance - (4.0 / sd) / 2.0_f64.sqrt()).abs() < 1e-9);
}

#[test]
fn for_gaps_the_smaller_is_the_better() {
    let text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PEALGRP2_MATPTINC,PTL2BASICS_95_WGTAVG_FSM6CLA1A,\
                PTL2BASICS_95_WGTAVG_NFSM6CLA1A\n1,ONE,London,1%,20%,40%\n2,TWO,London,2%,30%,40%\n";
    let data = library_of(&[("mats_2022-23.csv", text)]).newest().unwrap();
    let rules = Rules {
        focus: Focus::Gap,
        ..Rules::default()
    };
    let found = Found::new(&data, &rules);
    let similar = found.similar("1", &ContextWeights::default(), 1).unwrap();
    assert_eq!(similar.neighbours[0].standing, Standing::Better);
    assert_eq!(
        (similar.neighbours[0].comparison, similar.critical),
        (None, None),
        "no pupils"
    );
}

/// Computed apart from this project, with Python's csv and plain sums: the five parts that the trust file has, each by
/// its standard deviation over the trusts that have it.
#[test]
fn the_nearest_trusts_of_the_real_file() {
    let Some(data) = trusts_2022_23() else { return };
    let found = Found::new(&data, &Rules::default());
    let twyford = found.similar("5132", &ContextWeights::default(), 5).unwrap();
    close(
        &found.near(&twyford),
        &[
            ("16995", 0.324_367_295_075_116_87),
            ("4581", 0.520_014_093_423_853_1),
            ("16926", 0.532_383_723_240_319_1),
            ("3760", 0.560_650_473_603_702_7),
            ("16013", 0.619_702_073_264_686_7),
        ],
    );
    let scales: Vec<f64> = twyford.parts.iter().map(|scale| scale.sd).collect();
    let expected = [
        10.279_192_641_097_577,
        13.265_212_266_732_918,
        4.183_051_631_687_177,
        1.399_154_577_064_756_7,
        28.420_384_598_453_71,
    ];
    for (sd, expected) in scales.iter().zip(expected) {
        assert!((sd - expected).abs() < 1e-9, "{scales:?}");
    }
    let missing = PartLeftOut::Missing(Missing::NoColumn);
    assert_eq!(twyford.left_out, [(ContextPart::Selective, missing)]);
    let reach_south = found.similar("16503", &ContextWeights::default(), 4).unwrap();
    close(
        &found.near(&reach_south),
        &[
            ("16764", 0.665_877_379_858_024_1),
            ("4482", 0.787_925_439_201_959_2),
            ("2128", 0.814_883_147_775_394_4),
            ("3586", 0.838_825_297_856_091_5),
        ],
    );
    // The lowest of the South West: all four do better.
    let better = reach_south.neighbours.iter();
    assert!(better.clone().all(|one| one.standing == Standing::Better));
    assert!(better.into_iter().all(|one| one.comparison.is_some()));
    // Twyford is the highest of all: no neighbour does better, and the nearest has no figure.
    let mut standings = twyford.neighbours.iter().map(|one| one.standing);
    assert_eq!(standings.next(), Some(Standing::Unknown));
    assert!(standings.all(|standing| standing == Standing::Worse));
}

#[test]
fn without_a_trust_or_a_context_there_is_nothing() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = Rules {
        measure: Measure::Attainment8,
        ..Rules::default()
    };
    let found = Found::new(&data, &rules);
    let weights = ContextWeights::default();
    let beyond = similar(&found.analysis, &found.contexts, 999, &weights, 3);
    assert_eq!(beyond, None);
    let none = found.similar("5132", &weights, 0).unwrap();
    assert_eq!((none.neighbours.len(), none.critical.is_some()), (0, true));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Distances are symmetric if both trusts state everything. They are never below 0, are in order, and do not change
    /// when a part has another unit.
    #[test]
    fn distances_behave(parts in prop::collection::vec((0_u32..100, 0_u32..50), 3..9)) {
        let cells: Vec<[String; 5]> = parts.iter().map(|(poor, eal)| {
            ["400".to_owned(), format!("{poor}%"), format!("{eal}%"), String::new(), "30%".to_owned()]
        }).collect();
        let doubled: Vec<[String; 5]> = parts.iter().map(|(poor, eal)| {
            ["400".to_owned(), format!("{poor}%"), format!("{}%", 2 * eal), String::new(), "30%".to_owned()]
        }).collect();
        let text = |cells: &[[String; 5]]| {
            let rows: Vec<(u32, [&str; 5])> = (1..).zip(cells)
                .map(|(uid, cells)| (uid, cells.each_ref().map(String::as_str)))
                .collect();
            file(&rows)
        };
        let (found, other) = (Found::of_text(&text(&cells)), Found::of_text(&text(&doubled)));
        let weights = ContextWeights::default();
        for place in 1..=parts.len() {
            let uid = place.to_string();
            let Some(similar) = found.similar(&uid, &weights, 99) else { continue };
            let near = found.near(&similar);
            prop_assert!(near.windows(2).all(|two| two[0].1 <= two[1].1 + 1e-9));
            prop_assert!(near.iter().all(|(_, distance)| *distance >= 0.0));
            prop_assert_eq!(near.len(), parts.len() - 1);
            let in_other = other.near(&other.similar(&uid, &weights, 99).unwrap());
            for ((uid, distance), (same, as_far)) in near.iter().zip(&in_other) {
                prop_assert_eq!(uid, same);
                prop_assert!((distance - as_far).abs() < 1e-9);
            }
            let (nearest, distance) = &near[0];
            let back = found.near(&found.similar(nearest, &weights, 99).unwrap());
            let way_back = back.iter().find(|(of, _)| *of == uid).unwrap();
            prop_assert!((way_back.1 - distance).abs() < 1e-12);
        }
    }
}
