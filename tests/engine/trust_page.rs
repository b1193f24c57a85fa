//! A trust on a page: its verdict, the chart of its measures, its schools beside published figures, and the similar
//! trusts that do better.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::pictures::assert_inside;
use crate::support::{analysis, demonstration, trusts_2022_23};
use trust_gap::chart::{Cell, Chart, ContributionChart, SpineChart, TrustVerdict, better_after_name, detail_in_words};
use trust_gap::method::{
    Analysis, ContextWeights, Contexts, Family, IntervalChoices, Measured, Rules, Scope, Standing, better_in,
    measure_profile, profile, similar, trust_difference,
};
use trust_gap::model::{Basis, DataSet};
use trust_gap::plot::Shape;
use trust_gap::stats::ranks::marginal_of;
use trust_gap::terms::{Focus, Measure, Region, Value};

fn analysed(data: &DataSet, rules: &Rules) -> (Rc<Measured>, Analysis) {
    let measured = Measured::after(None, data, rules).unwrap();
    let analysis = analysis(&measured, rules);
    (measured, analysis)
}

fn place(analysis: &Analysis, name: &str) -> usize {
    let mut trusts = analysis.trusts.iter();
    trusts
        .position(|trust| trust.name.to_uppercase().contains(name))
        .unwrap()
}

fn spine(data: &DataSet, rules: &Rules, uid: &str) -> SpineChart {
    let (measured, analysis) = analysed(data, rules);
    let choices = IntervalChoices::default();
    let contexts = Contexts::new(measured.judgement());
    let profile = profile(&measured, &contexts, rules.focus, uid).unwrap();
    let measures = data.measures(analysis.basis).into_iter().map(|measure| {
        let measured = Measured::new(measured.judgement(), measure).unwrap();
        measure_profile(&measured, rules.regional, uid, &choices).unwrap()
    });
    SpineChart::new(&profile, &measures.collect::<Vec<_>>(), choices.level).unwrap()
}

#[test]
fn the_verdict_on_dixons_is_its_published_figure_and_rank_with_the_pairs_of_its_region() {
    let Some(data) = trusts_2022_23() else { return };
    let (_, analysis) = analysed(&data, &Rules::default());
    let dixons = place(&analysis, "DIXONS");
    let verdict = TrustVerdict::new(&analysis, dixons).unwrap();
    assert_eq!(
        verdict.sentence,
        "37% of disadvantaged pupils reach grade 5 in English and maths: joint first of 28 trusts in Yorkshire and the \
         Humber."
    );
    assert_eq!(
        verdict.possible.as_deref(),
        Some("Allowing for chance, it could be 1st to 7th: clearly above 21 of them and not distinguishable from 6.")
    );
}

/// Each count is that of the pairs with the trust, compared one by one at its own critical value.
#[test]
fn every_verdict_counts_the_pairs_of_its_family() {
    let Some(data) = trusts_2022_23() else { return };
    for focus in [Focus::Disadvantaged, Focus::Gap] {
        let rules = Rules {
            focus,
            ..Rules::default()
        };
        let (_, analysis) = analysed(&data, &rules);
        let sign = if rules.smaller_is_better() { -1.0 } else { 1.0 };
        for (index, trust) in analysis.trusts.iter().enumerate() {
            let verdict = TrustVerdict::new(&analysis, index).unwrap();
            for sentence in verdict.sentence.split_inclusive(". ") {
                assert!(sentence.split(' ').count() <= 25, "{sentence}");
            }
            let Some(figure) = trust.figure() else {
                assert!(verdict.sentence.starts_with("It has no figure"), "{verdict:?}");
                assert_eq!(verdict.possible, None);
                continue;
            };
            assert!(verdict.sentence.contains(&figure.as_published()), "{verdict:?}");
            let family = Family::of(&analysis, Scope::Region(trust.region.unwrap()));
            let own = family.indices().position(|of| of == index).unwrap();
            let critical = marginal_of(&family.estimates(), own, analysis.level())
                .unwrap()
                .critical;
            let others = family.indices().filter(|other| *other != index);
            let (mut above, mut below, mut alike) = (0, 0, 0);
            for other in others {
                let pair = trust_difference(&analysis, &family, critical, index, other).unwrap();
                match (pair.is_distinguishable, sign * pair.difference.number() > 0.0) {
                    (false, _) => alike += 1,
                    (true, true) => above += 1,
                    (true, false) => below += 1,
                }
            }
            let possible = verdict.possible.unwrap();
            let [better, worse] = match focus {
                Focus::Gap => ["clearly ahead of", "clearly behind"],
                _ => ["clearly above", "clearly below"],
            };
            for (words, count) in [(better, above), (worse, below), ("not distinguishable from", alike)] {
                let said = possible.contains(&format!("{words} {count}"))
                    || (count == 0 && !possible.contains(words))
                    || (above + below == 0 && possible.contains(&format!("any of the other {alike}")));
                assert!(said, "{words} {count}: {possible}");
            }
        }
    }
}

#[test]
fn the_spine_of_dixons_has_the_figures_of_the_trust_file() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = Rules::default();
    let (_, of_shares) = analysed(&data, &rules);
    let dixons = &of_shares.trusts[place(&of_shares, "DIXONS")];
    let chart = spine(&data, &rules, &dixons.uid);
    assert_eq!(
        chart.title(),
        "Dixons Academies Trust: clearly better than the mean of Yorkshire and the Humber in all 7 measures"
    );
    let table = chart.table();
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(Cell::text).collect())
        .collect();
    assert_eq!(rows.len(), data.measures(Basis::Published).len());
    // Against the figures of the region, sorted here.
    for (row, measure) in rows.iter().zip(data.measures(Basis::Published)) {
        let (_, analysis) = analysed(&data, &Rules { measure, ..rules });
        let here = analysis
            .trusts
            .iter()
            .filter(|trust| trust.region == Some(Region::YorkshireAndTheHumber));
        let mut figures: Vec<_> = here.filter_map(|trust| trust.figure()).collect();
        figures.sort_by_key(|figure| figure.steps());
        let ends = [figures[0], figures[figures.len() - 1]].map(|figure| figure.as_published());
        assert_eq!([&row[4], &row[7]], [&ends[0], &ends[1]], "{row:?}");
        let own = analysis.trusts.iter().find(|trust| trust.uid == dixons.uid).unwrap();
        assert_eq!(row[1], own.figure().unwrap().as_published());
        let mean = analysis
            .regions
            .iter()
            .find(|of| Some(of.region) == dixons.region)
            .unwrap();
        let mean = mean.area.figure.unwrap();
        assert_eq!(row[8], mean.plain());
        let is_apart = !own.precision.unwrap().interval.contains(mean.number());
        assert_eq!(row[9] != "not distinguishable", is_apart, "{row:?}");
    }
    insta::assert_snapshot!("spine-words", format!("{}\n{}", chart.subtitle(), chart.description()));
}

/// The dots of a picture: how far right, and whether it is filled.
fn dots(chart: &SpineChart) -> Vec<(f64, bool)> {
    let picture = chart.draw(900);
    assert_inside(&picture, "spine");
    let marks = picture.marks.iter();
    marks
        .filter_map(|mark| match &mark.shape {
            Shape::Circle { centre, .. } => Some((centre.0, mark.ink.class == "ink-solid")),
            _ => None,
        })
        .collect()
}

#[test]
fn better_is_to_the_right_for_gaps_too_and_a_dot_is_filled_where_it_can_be_told() {
    let Some(data) = trusts_2022_23() else { return };
    for focus in [Focus::Disadvantaged, Focus::Gap] {
        let rules = Rules {
            focus,
            ..Rules::default()
        };
        let (_, analysis) = analysed(&data, &rules);
        let mut ranked: Vec<_> = analysis
            .ranked_in(Scope::Region(Region::London))
            .filter(|(.., rank)| rank.is_some())
            .collect();
        let (best, worst) = (ranked.remove(0).1, ranked.pop().unwrap().1);
        let [best, worst] = [best, worst].map(|trust| spine(&data, &rules, &trust.uid));
        assert!(dots(&best)[0].0 > dots(&worst)[0].0 + 100.0, "{focus:?}");
        for chart in [best, worst] {
            let table = chart.table();
            for ((_, is_filled), row) in dots(&chart).iter().zip(&table.rows) {
                assert_eq!(*is_filled, ["better", "worse"].contains(&&*row[9].text()), "{row:?}");
            }
        }
    }
}

/// The demonstration has its country's schools as well as its trusts: published figures keep their ranks, and the
/// schools are those of the other basis.
#[test]
fn published_figures_and_the_schools_of_a_whole_country_are_on_one_page() {
    let data = demonstration();
    let rules = Rules {
        basis: Some(Basis::Published),
        ..Rules::default()
    };
    let (measured, analysis) = analysed(&data, &rules);
    let contexts = Contexts::new(measured.judgement());
    let uid = &analysis.trusts[3].uid;
    let found = profile(&measured, &contexts, rules.focus, uid).unwrap();
    assert_eq!((found.basis, found.schools.is_empty()), (Basis::Published, false));
    let detail = measured.detail(&analysis).unwrap();
    assert_eq!(detail.analysis.regions, analysis.regions);
    let place = detail
        .analysis
        .trusts
        .iter()
        .position(|trust| trust.uid == *uid)
        .unwrap();
    let chart = ContributionChart::new(&data, &detail.analysis, place).unwrap();
    assert!(chart.has_schools());
    let words = detail_in_words(&data, &analysis, &found).unwrap();
    assert!(
        words.contains("has its schools. Its schools only add detail."),
        "{words}"
    );
    assert!(words.contains("The figure computed from them here is "), "{words}");
}

#[test]
fn similar_trusts_that_do_better_are_named_with_the_measures_in_which_they_do() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = Rules::default();
    let (measured, analysis) = analysed(&data, &rules);
    let contexts = Contexts::new(measured.judgement());
    let index = place(&analysis, "REACH SOUTH");
    let own = &analysis.trusts[index];
    let every: Vec<Rc<Measured>> = (data.measures(Basis::Published).into_iter())
        .map(|measure| Rc::new(Measured::new(measured.judgement(), measure).unwrap()))
        .collect();
    let found = similar(&analysis, &contexts, index, &ContextWeights::default(), 10).unwrap();
    let better = found.better_first()[0];
    assert_eq!(better.standing, Standing::Better);
    let other = &analysis.trusts[better.index];
    let (measures, of) = better_in(&every, rules.focus, &other.uid, &own.uid);
    for measured in &every {
        let analysis = crate::support::analysis(
            measured,
            &Rules {
                measure: measured.measure(),
                ..rules
            },
        );
        let figure = |uid: &Rc<str>| {
            let trust = analysis.trusts.iter().find(|trust| trust.uid == *uid);
            trust.unwrap().figure().unwrap().number()
        };
        let is_better = figure(&other.uid) > figure(&own.uid);
        assert_eq!(
            measures.contains(&measured.measure()),
            is_better,
            "{:?}",
            measured.measure()
        );
    }
    assert_eq!(of, every.len());
    assert!(measures.contains(&Measure::Grade5EnglishMaths));
    assert!(matches!(other.value(), Value::Published(_)));
    let words = better_after_name(&analysis, better, &measures, of).unwrap();
    assert!(words.contains(", better in "), "{words}");
    assert_eq!(better_in(&every, rules.focus, &own.uid, &own.uid).0, []);
}
