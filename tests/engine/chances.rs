//! Chances of ranks and figures shrunken towards a line: the vectors of the method paper, sections 11 and 12, what
//! holds whatever the numbers, and what comes of the published trust file.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use proptest::collection::vec;
use proptest::prelude::*;
use trust_gap::chart::{
    Cell, Chart, RankChancesChart, chance_in_words, chances_meaning_in_words, chances_table, top_ten_chance_in_words,
};
use trust_gap::export::certainty::Certainty;
use trust_gap::export::report::{Report, trusts_csv};
use trust_gap::layout::read_file;
use trust_gap::method::weighting::Weight;
use trust_gap::method::{
    Analysis, FamilyChances, FiguresTowards, IntervalChoices, Line, Measured, Rules, Scope, analyse, cleared, fit_units,
};
use trust_gap::model::Library;
use trust_gap::stats::meta_regression::Regression;
use trust_gap::stats::ranks::{Estimate, RankChances, rankability};
use trust_gap::stats::{Level, Measurement, Towards, robust_critical, shrink};
use trust_gap::terms::{Focus, Region};

use crate::statistics::pisa;
use crate::support::pictures::assert_inside;
use crate::support::trials::trials;
use crate::support::trusts_2022_23;

fn assert_close(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() < within, "{found}, {expected}");
}

fn estimates(of: &[(f64, f64)]) -> Vec<Estimate> {
    let of = of.iter();
    of.map(|(value, error)| Estimate::new(*value, *error).unwrap())
        .collect()
}

fn expected_ranks(family: &[Estimate]) -> Vec<f64> {
    let chances = RankChances::new(family);
    (0..family.len())
        .map(|own| chances.expected_rank(own).unwrap())
        .collect()
}

#[test]
fn ten_steps_have_the_methods_expected_ranks_and_chances_of_the_top_three() {
    let ten: Vec<(f64, f64)> = (1..=10).map(|value| (f64::from(value), 1.0)).collect();
    let family = estimates(&ten);
    let ranks = [
        9.662_099, 8.901_849, 7.980_499, 6.997_447, 5.999_797, 5.000_203, 4.002_553, 3.019_501, 2.098_151, 1.337_901,
    ];
    for (found, expected) in expected_ranks(&family).into_iter().zip(ranks) {
        assert_close(found, expected, 1e-6);
    }
    let top_three = [
        0.000_018, 0.000_490, 0.006_952, 0.054_605, 0.255_775, 0.743_843, 0.945_289, 0.993_027,
    ];
    let chances = RankChances::new(&family);
    for (own, expected) in (2..).zip(top_three) {
        assert_close(chances.distribution(own).unwrap().at_most(3), expected, 1e-6);
    }
}

#[test]
fn countries_of_pisa_have_the_methods_expected_ranks() {
    let Some((names, family)) = pisa() else { return };
    let found = expected_ranks(&family);
    for (name, expected) in [
        ("Japan", 1.534_561),
        ("United Kingdom", 14.067_474),
        ("Luxembourg", 27.231_643),
        ("Colombia", 37.994_833),
    ] {
        let own = names.iter().position(|of| of == name).unwrap();
        assert_close(found[own], expected, 1e-6);
    }
}

/// The shrunken figures of section 6, as the prior of section 11 has them.
#[test]
fn shrunken_figures_have_the_methods_expected_ranks_and_rankability() {
    let figures = [3.0, 2.0, 5.0, 4.0, 6.0].map(|value| Measurement { value, variance: 1.0 });
    let shrunken = shrink(&figures).unwrap();
    let error = 0.6_f64.sqrt();
    let family: Vec<(f64, f64)> = shrunken.values.iter().map(|value| (*value, error)).collect();
    let expected = [3.813_165, 4.506_994, 2.186_835, 3.0, 1.493_006];
    for (found, expected) in expected_ranks(&estimates(&family)).into_iter().zip(expected) {
        assert_close(found, expected, 1e-6);
    }
    assert_close(rankability(shrunken.between, &[1.0; 5]).unwrap(), 0.6, 1e-12);
}

#[test]
fn trials_by_latitude_have_the_methods_shrunken_figures_and_errors() {
    let Some((trials, latitudes, _)) = trials() else { return };
    let line = Regression::new(&trials, &[latitudes]).unwrap();
    let expected = [
        (-1.002_472, 0.273_450),
        (-1.415_705, 0.275_123),
        (-1.029_382, 0.277_171),
        (-1.404_228, 0.131_534),
        (-0.181_137, 0.187_810),
        (-0.806_263, 0.080_426),
        (-0.637_963, 0.259_839),
        (0.005_105, 0.061_935),
        (-0.496_984, 0.186_201),
        (-1.175_530, 0.203_604),
        (-0.329_990, 0.105_249),
        (-0.564_081, 0.274_897),
        (-0.351_532, 0.198_952),
    ];
    for ((trial, fitted), (value, error)) in trials.iter().zip(&line.fitted).zip(expected) {
        let towards = Towards {
            value: fitted.expected,
            variance: fitted.expected_variance,
            between: line.between,
        };
        let found = towards.shrink(*trial).unwrap();
        assert_close(found.value, value, 1e-6);
        assert_close(found.variance.sqrt(), error, 1e-6);
    }
}

#[test]
fn robust_critical_values_are_the_methods() {
    for (mean, expected) in [(0.0, 1.959_964), (0.25, 2.226_654), (1.0, 3.259_199), (4.0, 7.216_351)] {
        assert_close(robust_critical(mean, Level::P95).unwrap(), expected, 1e-4);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn chances_of_rank_at_most_k_sum_to_k_and_fifths_to_1(
        family in vec((-20.0..60.0_f64, 0.5..8.0_f64), 1..40),
        rank in 1_usize..40,
    ) {
        let family = estimates(&family);
        let rank = rank.min(family.len());
        let chances = RankChances::new(&family);
        let all = chances.distributions();
        let sum: f64 = all.iter().map(|of| of.at_most(rank)).sum();
        prop_assert!((sum - rank as f64).abs() < 1e-6, "{sum}");
        for (own, distribution) in all.iter().enumerate() {
            let all: f64 = distribution.chances().iter().sum();
            prop_assert!((all - 1.0).abs() < 1e-9);
            let ranks = (1..).zip(distribution.chances());
            let mean: f64 = ranks.map(|(rank, chance)| f64::from(rank) * chance).sum();
            prop_assert!((mean - chances.expected_rank(own).unwrap()).abs() < 1e-6);
            prop_assert_eq!(distribution.fifths().is_some(), family.len() >= 20);
            if let Some(fifths) = distribution.fifths() {
                prop_assert!((fifths.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            }
        }
        let of_all: f64 = expected_ranks(&family).iter().sum();
        let count = family.len() as f64;
        prop_assert!((of_all - count * (count + 1.0) / 2.0).abs() < 1e-9);
    }

    /// Figures that differ by no more than chance explains are all on the line.
    #[test]
    fn without_a_spread_shrunken_figures_lie_on_the_line(
        slope in -2.0..2.0_f64,
        noise in vec(-0.01..0.01_f64, 12..30),
    ) {
        let part: Vec<f64> = (0..noise.len()).map(|place| place as f64).collect();
        let units: Vec<Measurement> = part
            .iter()
            .zip(&noise)
            .map(|(place, noise)| Measurement { value: slope * place + noise, variance: 4.0 })
            .collect();
        let line = Regression::new(&units, &[part]).unwrap();
        prop_assert_eq!(line.between, 0.0);
        for (unit, fitted) in units.iter().zip(&line.fitted) {
            let towards = Towards {
                value: fitted.expected,
                variance: fitted.expected_variance,
                between: line.between,
            };
            let shrunken = towards.shrink(*unit).unwrap();
            prop_assert!((shrunken.value - fitted.expected).abs() < 1e-9);
            prop_assert!(shrunken.interval(Level::P95).is_none());
        }
    }
}

fn published(rules: &Rules) -> Option<Analysis> {
    let data = trusts_2022_23()?;
    Some(analyse(&data, rules).unwrap())
}

fn index(analysis: &Analysis, name: &str) -> usize {
    let mut trusts = analysis.trusts.iter();
    trusts
        .position(|trust| trust.name.to_lowercase().contains(name))
        .unwrap()
}

/// The spread of section 10's vectors, and what follows of it for the trusts that section 10 names.
#[test]
fn trusts_of_the_published_file_are_shrunken_towards_their_mean() {
    let Some(analysis) = published(&Rules::default()) else {
        return;
    };
    let towards = FiguresTowards::mean(&analysis).unwrap();
    assert_eq!(towards.line, Line::Mean);
    assert_close(towards.spread.number().powi(2), 66.3348, 5e-5);
    assert_eq!(towards.trusts.iter().flatten().count(), 212);
    // The pooled share of section 10's vectors: a figure's variance times its pupils is p0 (100 - p0).
    let pooled: f64 = 25.106_601;
    for (index, unit) in fit_units(&analysis) {
        let pupils = analysis.trusts[index].precision.unwrap().effective_pupils.unwrap();
        assert_close(unit.variance * pupils, pooled * (100.0 - pooled), 1e-4);
    }
    assert!((0.5..1.0).contains(&towards.rankability));
    for (trust, found) in analysis.trusts.iter().zip(&towards.trusts) {
        let (Some(figure), Some(found)) = (trust.figure(), found) else {
            continue;
        };
        let (figure, mean) = (figure.number(), towards.mean.number());
        let shrunken = found.figure.number();
        assert!(figure.min(mean) - 1e-9 <= shrunken && shrunken <= figure.max(mean) + 1e-9);
        let (plain, robust) = (found.interval.unwrap(), found.robust_interval(Level::P95).unwrap());
        assert!(plain.contains(shrunken) && robust.contains(shrunken));
    }
}

#[test]
fn chances_of_the_published_trusts_follow_their_figures() {
    let Some(analysis) = published(&Rules::default()) else {
        return;
    };
    let towards = FiguresTowards::mean(&analysis).unwrap();
    let england = FamilyChances::new(&analysis, &towards, Scope::All).unwrap();
    assert_eq!(england.among(), 212);
    let of = |name| england.of(index(&analysis, name)).unwrap();
    let (twyford, reach) = (of("twyford"), of("reach south"));
    assert!(twyford.top_ten > 0.999 && twyford.expected_rank < 2.0);
    assert!(reach.top_ten < 1e-6 && reach.expected_rank > 200.0);
    let sum: f64 = england.all().iter().map(|(_, chances)| chances.top_ten).sum();
    assert_close(sum, 10.0, 1e-6);
    let south_west = FamilyChances::new(&analysis, &towards, Scope::Region(Region::SouthWest)).unwrap();
    assert_eq!(south_west.among(), 28);
    assert_eq!(south_west.of(index(&analysis, "twyford")), None);
    let sum: f64 = south_west.all().iter().map(|(_, chances)| chances.top_ten).sum();
    assert_close(sum, 10.0, 1e-6);
}

/// Of gaps the smallest is best.
#[test]
fn the_smallest_gap_has_the_best_chances() {
    let rules = Rules {
        focus: Focus::Gap,
        ..Rules::default()
    };
    let Some(analysis) = published(&rules) else { return };
    let towards = FiguresTowards::mean(&analysis).unwrap();
    let england = FamilyChances::new(&analysis, &towards, Scope::All).unwrap();
    let ranks: Vec<f64> = england.all().iter().map(|(_, chances)| chances.expected_rank).collect();
    assert!(ranks[0] < ranks[ranks.len() - 1]);
}

/// A figure of few pupils is withheld from what leaves the page, and so are its chances.
#[test]
fn a_withheld_figure_has_no_chances() {
    let mut sheet = "urn,trust_id,trust,region,year,pupils_all,pupils_disadvantaged,em5_disadvantaged\n".to_owned();
    for trust in 1..=12 {
        let pupils = if trust == 5 { 4 } else { 90 };
        sheet.push_str(&format!(
            "{},{trust},Trust {trust},London,2022/23,400,{pupils},{}%\n",
            136_570 + trust,
            20 + 4 * trust
        ));
    }
    let mut library = Library::default();
    library.add(read_file("mine.csv", sheet.as_bytes()).unwrap());
    let rules = Rules {
        weight: Weight::Pupils,
        min_years: 0,
        min_schools: 1,
        ..Rules::default()
    };
    let chances = |library: &Library| {
        let analysis = analyse(&library.newest().unwrap(), &rules).unwrap();
        let towards = FiguresTowards::mean(&analysis).unwrap();
        let england = FamilyChances::new(&analysis, &towards, Scope::All).unwrap();
        let index = analysis.trusts.iter().position(|trust| &*trust.name == "Trust 5");
        let known = |index| england.of(index).is_some() || england.distribution(index).is_some();
        (england.among(), index.is_some_and(known))
    };
    assert_eq!(chances(&library), (12, true));
    assert_eq!(chances(&cleared(&library).unwrap()), (11, false));
}

#[test]
fn a_chance_is_said_as_people_say_it() {
    for (chance, words) in [
        (0.0, "less than 1 chance in 100"),
        (0.01, "about 1 chance in 100"),
        (0.048, "about 1 chance in 20"),
        (0.19, "about 1 chance in 5"),
        (0.36, "about 1 chance in 3"),
        (0.5, "about 1 chance in 2"),
        (0.81, "about 4 chances in 5"),
        (0.98, "about 49 chances in 50"),
        (1.0, "more than 99 chances in 100"),
    ] {
        assert_eq!(chance_in_words(chance), words, "{chance}");
    }
}

/// Picture, words and table of a trust of the published file say the same.
#[test]
fn the_picture_of_a_trusts_chances_says_what_its_table_says() {
    let Some(analysis) = published(&Rules::default()) else {
        return;
    };
    let towards = FiguresTowards::mean(&analysis).unwrap();
    let region = Region::SouthWest;
    let family = FamilyChances::new(&analysis, &towards, Scope::Region(region)).unwrap();
    let mut members = family.all().into_iter();
    // One that could go either way.
    let (index, brief) = members.find(|(_, of)| (0.15..0.85).contains(&of.top_ten)).unwrap();
    let chart = RankChancesChart::new(&analysis, &towards, &family, index).unwrap();
    let chance = chance_in_words(brief.top_ten);
    let expected = format!("has {chance} of being in the South West\u{2019}s top ten");
    assert!(chart.title().ends_with(&expected), "{}", chart.title());
    assert!(chart.description().contains("Chance of the best fifth"));
    let table = chart.table();
    assert_eq!(table.rows.len(), 28);
    let Cell::Share(top_ten) = table.rows[9][2] else {
        unreachable!()
    };
    assert_close(top_ten, brief.top_ten, 1e-9);
    for width in [288, 375, 720] {
        let picture = chart.draw(width);
        assert_inside(&picture, chart.title());
        let stops = picture.stops();
        let said: Vec<&str> = stops.iter().map(|stop| &*stop.subject.words).collect();
        assert_eq!(said.len(), 2);
        assert_eq!(said[0], format!("Ranks 1 to 10: {:.0}%", 100.0 * brief.top_ten));
    }
    let name = &analysis.trusts[index].readable_name;
    assert_eq!(chart.title(), top_ten_chance_in_words(name, &family.of, brief));
    // Somewhere else it has no chart, and no trust with a withheld figure has one.
    let elsewhere = FamilyChances::new(&analysis, &towards, Scope::Region(Region::London)).unwrap();
    assert!(RankChancesChart::new(&analysis, &towards, &elsewhere, index).is_none());
    let (withheld, _) = analysis.unpublished().next().unwrap();
    let withheld = analysis.trusts.iter().position(|of| of.uid == withheld.uid).unwrap();
    let england = FamilyChances::new(&analysis, &towards, Scope::All).unwrap();
    assert!(RankChancesChart::new(&analysis, &towards, &england, withheld).is_none());
    let table = chances_table(&analysis, &towards, &england);
    assert_eq!(table.rows.len(), 212);
    assert!(chances_meaning_in_words(&towards).contains("the mean of all trusts"));
}

/// The document of an analysis has the chances beside the ranks; none for a trust without a figure.
#[test]
fn documents_have_chances_beside_ranks() {
    let Some(analysis) = published(&Rules::default()) else {
        return;
    };
    let certainty = Certainty::new(&analysis);
    let report = Report::new(&analysis, &certainty, &[], std::iter::empty());
    let report = serde_json::to_value(&report).unwrap();
    assert_eq!(report["chances"]["towards"], "mean");
    assert_close(report["chances"]["tau"].as_f64().unwrap().powi(2), 66.3348, 5e-5);
    let trusts = report["trusts"].as_array().unwrap();
    let mut sum = 0.0;
    for trust in trusts {
        let chance = &trust["chance_top_ten"];
        assert_eq!(chance.is_null(), trust["figure"].is_null(), "{trust}");
        assert_eq!(trust["expected_rank"].is_null(), trust["rank"].is_null());
        sum += chance.as_f64().unwrap_or(0.0);
    }
    assert_close(sum, 10.0, 1e-6);
    let csv = trusts_csv(&analysis, &certainty);
    let head = csv.lines().next().unwrap();
    assert!(
        head.ends_with("regional_expected_rank,regional_chance_top_ten"),
        "{head}"
    );
}

/// The trusts that section 10 names: what they have is shrunken towards what trusts with such an intake have, with tau
/// squared 22.6505 about the line; adjusted figures towards their mean.
#[test]
fn figures_are_shrunken_towards_the_line_of_their_context() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = Rules::default();
    let choices = IntervalChoices::default();
    let measured = Measured::after(None, &data, &rules).unwrap();
    let parts = measured.adjustable(rules.focus, &choices).unwrap();
    let adjusted = measured.adjusted(rules.focus, parts, &choices).unwrap();
    let analysis = adjusted.analysis(rules.focus, rules.regional, &[], &choices).unwrap();
    let towards = FiguresTowards::context(&analysis).unwrap();
    assert_eq!(towards.line, Line::Context);
    assert_close(towards.spread.number().powi(2), 22.6505, 5e-5);
    let dixons = index(&analysis, "dixons");
    let of = towards.of(dixons).unwrap();
    assert_close(of.expected.number(), 29.0107, 5e-5);
    assert_close(of.figure.number(), 29.0107 + of.kept * 7.9893, 1e-4);
    assert!((0.0..1.0).contains(&of.kept));
    let england = FamilyChances::new(&analysis, &towards, Scope::All).unwrap();
    let sum: f64 = england.all().iter().map(|(_, chances)| chances.top_ten).sum();
    assert_close(sum, 10.0, 1e-6);
    // The adjusted figures themselves, whose line is their mean.
    let adjusted = FiguresTowards::mean(&analysis).unwrap();
    let greenshaw = index(&analysis, "greenshaw");
    let (figure, expected) = (adjusted.of(greenshaw).unwrap().figure.number(), adjusted.mean.number());
    assert!(expected < figure && figure < 36.2092);
    let plain = published(&rules).unwrap();
    assert!(FiguresTowards::context(&plain).is_none());
}
