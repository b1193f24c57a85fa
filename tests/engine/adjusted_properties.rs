//! Figures adjusted for context, shrunken figures and chances of ranks, for any trusts: made-up files, read like real
//! ones and taken through the whole method.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use trust_gap::method::{
    AdjustPart, AdjustParts, Analysis, FamilyChances, FiguresTowards, IntervalChoices, Measured, RegionalRule, Rules,
    Scope,
};
use trust_gap::terms::Region;

use crate::support::library_of;

/// A trust as a file has it: its figures and its context in tenths.
#[derive(Debug, Clone)]
struct Trust {
    region: Region,
    pupils: u32,
    disadvantaged: u32,
    eal: u32,
    /// Average at key stage 2, in tenths above 90.
    prior: u32,
    figures: [u32; 2],
}

fn trust() -> impl Strategy<Value = Trust> {
    let region = prop::sample::select(vec![Region::London, Region::SouthWest, Region::EastMidlands]);
    (
        region,
        (200..3_000_u32, 100..600_u32),
        (0..700_u32, 0..200_u32),
        [50..700_u32, 300..950_u32],
    )
        .prop_map(|(region, (pupils, disadvantaged), (eal, prior), figures)| Trust {
            region,
            pupils,
            disadvantaged,
            eal,
            prior,
            figures,
        })
}

/// Enough for three parts, in more than one region.
fn trusts() -> impl Strategy<Value = Vec<Trust>> {
    vec(trust(), 40..60).prop_map(|mut trusts| {
        trusts[0].region = Region::London;
        trusts[1].region = Region::SouthWest;
        trusts
    })
}

fn tenths(of: u32) -> String {
    format!("{}.{}", of / 10, of % 10)
}

/// The trust file, each trust numbered by its place, with the prior attainment put on another scale; special needs are
/// the same everywhere.
fn file(trusts: &[(usize, &Trust)], (times, plus): (f64, f64)) -> String {
    let mut text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,NUMINST_MATPTINC,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
                    PNOTFSM6CLA1A_MATPTINC,PEALGRP2_MATPTINC,PSEN_ALL4_MATPTINC,KS2ASS_MATPTINC,\
                    PTL2BASICS_95_WGTAVG_FSM6CLA1A,PTL2BASICS_95_WGTAVG_NFSM6CLA1A"
        .to_owned();
    for (uid, of) in trusts {
        let prior = times * (90.0 + f64::from(of.prior) / 10.0) + plus;
        let [disadvantaged, other] = of.figures.map(tenths);
        text += &format!(
            "\n{uid},TRUST {uid},{},4,{},{}%,{}%,{}%,14.0%,{prior:.6},{disadvantaged}%,{other}%",
            of.region.name(),
            of.pupils,
            tenths(of.disadvantaged),
            tenths(1000 - of.disadvantaged),
            tenths(of.eal),
        );
    }
    text + "\n"
}

fn plain(trusts: &[Trust]) -> String {
    file(&trusts.iter().enumerate().collect::<Vec<_>>(), (1.0, 0.0))
}

fn parts(of: &[AdjustPart]) -> AdjustParts {
    of.iter().copied().collect()
}

/// The analysis of a file, adjusted for these parts if there are any.
fn analysis(text: &str, rules: &Rules, parts: AdjustParts) -> Analysis {
    let library = library_of(&[("mats_2022-23.csv", text)]);
    let choices = IntervalChoices::default();
    let measured = Measured::after(None, &library.newest().unwrap(), rules).unwrap();
    if parts.is_empty() {
        return measured.analysis(rules.focus, rules.regional, &[], &choices).unwrap();
    }
    let adjusted = measured.adjusted(rules.focus, parts, &choices).unwrap();
    adjusted.analysis(rules.focus, rules.regional, &[], &choices).unwrap()
}

/// Every figure with its error, by its trust or region; of a trust also the figure to be expected with its intake.
fn figures(analysis: &Analysis) -> BTreeMap<String, Vec<f64>> {
    let trusts = analysis.trusts.iter().map(|trust| {
        let mut numbers = vec![trust.figure().unwrap().number(), trust.precision.unwrap().error];
        let beside = analysis.adjustment.as_ref().and_then(|adjustment| adjustment.of(trust));
        numbers.extend(beside.map(|beside| beside.expected.number()));
        (trust.uid.to_string(), numbers)
    });
    let regions = analysis.regions.iter().map(|of| {
        let mut numbers = vec![of.area.figure.unwrap().number()];
        numbers.extend(of.area.precision.map(|precision| precision.error));
        numbers.extend(of.area.wider.map(|wider| wider.error));
        (of.region.name().to_owned(), numbers)
    });
    trusts.chain(regions).collect()
}

fn assert_same(one: &Analysis, two: &Analysis, within: f64) -> Result<(), TestCaseError> {
    let (one, two) = (figures(one), figures(two));
    prop_assert_eq!(one.len(), two.len());
    for ((name, one), (other, two)) in one.iter().zip(&two) {
        prop_assert_eq!((name, one.len()), (other, two.len()));
        for (one, two) in one.iter().zip(two) {
            prop_assert!((one - two).abs() < within, "{}: {} and {}", name, one, two);
        }
    }
    Ok(())
}

fn rules() -> impl Strategy<Value = Rules> {
    let focuses = prop::sample::select(trust_gap::terms::Focus::ALL.to_vec());
    let focuses = focuses.prop_filter("the file has no figure of all", |of| {
        *of != trust_gap::terms::Focus::All
    });
    let regional = prop::sample::select(vec![RegionalRule::SimpleMean, RegionalRule::PupilWeighted]);
    (focuses, regional).prop_map(|(focus, regional)| Rules {
        focus,
        regional,
        ..Rules::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn adjusting_for_a_constant_changes_nothing(trusts in trusts(), rules in rules()) {
        let text = plain(&trusts);
        let constant = analysis(&text, &rules, parts(&[AdjustPart::Sen]));
        for trust in &constant.trusts {
            let beside = constant.adjustment.as_ref().unwrap().of(trust).unwrap();
            prop_assert!((beside.adjusted.number() - beside.before.number()).abs() < 1e-9);
        }
        let without = parts(&[AdjustPart::Eal]);
        let with = without.with(AdjustPart::Sen, true);
        assert_same(&analysis(&text, &rules, without), &analysis(&text, &rules, with), 1e-9)?;
    }

    #[test]
    fn the_order_of_trusts_does_not_matter(trusts in trusts(), rules in rules(), turn in 1_usize..39) {
        let all = parts(&[AdjustPart::Disadvantaged, AdjustPart::Eal, AdjustPart::PriorAttainment]);
        let mut turned: Vec<(usize, &Trust)> = trusts.iter().enumerate().collect();
        turned.rotate_left(turn);
        turned[..20].reverse();
        let turned = file(&turned, (1.0, 0.0));
        assert_same(&analysis(&plain(&trusts), &rules, all), &analysis(&turned, &rules, all), 1e-9)?;
    }

    #[test]
    fn another_scale_of_a_part_changes_no_adjusted_figure(
        trusts in trusts(),
        rules in rules(),
        (times, plus) in (0.1..0.9_f64, 0.0..10.0_f64),
    ) {
        let all = parts(&[AdjustPart::Eal, AdjustPart::PriorAttainment]);
        // As the file writes them.
        let times = (times * 100.0).round() / 100.0;
        let scaled = file(&trusts.iter().enumerate().collect::<Vec<_>>(), (times, plus.round()));
        assert_same(&analysis(&plain(&trusts), &rules, all), &analysis(&scaled, &rules, all), 1e-7)?;
    }

    #[test]
    fn chances_of_a_rank_of_at_most_k_sum_to_k(
        trusts in trusts(),
        rules in rules(),
        is_adjusted: bool,
        rank in 1_usize..40,
    ) {
        let adjusted = if is_adjusted { parts(&[AdjustPart::Eal]) } else { AdjustParts::NONE };
        let analysis = analysis(&plain(&trusts), &rules, adjusted);
        let Some(towards) = FiguresTowards::mean(&analysis) else { return Ok(()) };
        let Some(family) = FamilyChances::new(&analysis, &towards, Scope::All) else {
            prop_assert!(towards.is_chance_alone());
            return Ok(());
        };
        let all = family.all();
        prop_assert_eq!(all.len(), trusts.len());
        let at_most: f64 = all.iter().map(|(index, _)| family.distribution(*index).unwrap().at_most(rank)).sum();
        prop_assert!((at_most - rank as f64).abs() < 1e-6, "{}", at_most);
        let top_ten: f64 = all.iter().map(|(_, chances)| chances.top_ten).sum();
        prop_assert!((top_ten - 10.0).abs() < 1e-6, "{}", top_ten);
        for (_, chances) in &all {
            let fifths: f64 = chances.fifths.unwrap().iter().sum();
            prop_assert!((fifths - 1.0).abs() < 1e-9, "{}", fifths);
        }
    }

    /// Figures that follow a part of the context as closely as chance allows have nothing between them but the line.
    #[test]
    fn where_chance_explains_the_rest_shrunken_figures_lie_on_the_line(mut trusts in trusts()) {
        for (place, trust) in trusts.iter_mut().enumerate() {
            trust.pupils = 300;
            trust.disadvantaged = 200;
            // To the rounding of the file.
            trust.figures[0] = 150 + trust.eal / 2 + (place % 3) as u32;
        }
        let eal = parts(&[AdjustPart::Eal]);
        let adjusted = analysis(&plain(&trusts), &Rules::default(), eal);
        let towards = FiguresTowards::context(&adjusted).unwrap();
        prop_assert!(towards.is_chance_alone());
        for (index, trust) in adjusted.trusts.iter().enumerate() {
            let (of, beside) = (towards.of(index).unwrap(), adjusted.adjustment.as_ref().unwrap().of(trust).unwrap());
            prop_assert!((of.figure.number() - beside.expected.number()).abs() < 1e-9);
            prop_assert_eq!((of.kept, of.interval), (0.0, None));
        }
        prop_assert!(FamilyChances::new(&adjusted, &towards, Scope::All).is_none());
        // And without any context they are all at the mean of the adjusted figures.
        let mean = FiguresTowards::mean(&adjusted).unwrap();
        prop_assert!(mean.is_chance_alone());
        for of in mean.trusts.iter().flatten() {
            prop_assert!((of.figure.number() - mean.mean.number()).abs() < 1e-9);
        }
    }
}
