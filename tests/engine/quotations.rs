//! What can be quoted under each page's finding: figure, year, tie, range and source, and what it does not show.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use trust_gap::chart::{
    Chart as _, FunnelChart, combined_first, quote_of_combined, quote_of_compared, quote_of_funnel,
    quote_of_robustness, quote_of_school, quote_of_spread, quote_of_top_ten, quote_of_trend, spread_headline,
};
use trust_gap::method::{
    Analysis, CombinedWeights, EachSchool, Family, FamilyOf, Funnel, IntervalChoices, Limits, Measured, Ranking, Rules,
    Scope, Survey, Trend, TrendLine, combined, regional_ranks, spread,
};
use trust_gap::model::{Basis, DataSet};
use trust_gap::terms::{Measure, Region};

use crate::support::{analysis, demonstration, demonstration_of_years, trusts_2022_23};

const SOURCE: &str = "Department for Education, key stage 4 trust file 2022/23";

fn published() -> Option<(Rc<DataSet>, Rc<Measured>, Analysis)> {
    let data = trusts_2022_23()?;
    let rules = Rules::default();
    let measured = Measured::after(None, &data, &rules).unwrap();
    let analysis = analysis(&measured, &rules);
    Some((data, measured, analysis))
}

/// Checks that a quotation begins with this, says these, and ends with that.
fn says(quoted: &str, begins: &str, parts: &[&str], ends: &str) {
    assert!(quoted.starts_with(begins), "{begins} in {quoted}");
    for part in parts {
        assert!(quoted.contains(part), "{part} in {quoted}");
    }
    assert!(quoted.ends_with(ends), "{ends} in {quoted}");
    assert!(!quoted.contains(".."), "{quoted}");
}

#[test]
fn a_top_ten_is_quoted_with_its_first_and_how_many_could_be_in_it() {
    let Some((data, _, analysis)) = published() else { return };
    let ranks = regional_ranks(&analysis);
    let of = |region| {
        ranks
            .iter()
            .find(|(family, _)| family.of == FamilyOf::Region(region))
            .unwrap()
    };
    let (family, found) = of(Region::SouthWest);
    let quoted = quote_of_top_ten(&data, &analysis, (family, found), &ranks).unwrap();
    says(
        &quoted,
        "First among the South West\u{2019}s 28 trusts is Greenshaw Learning Trust: 34% (95% interval ",
        &[
            "). It could be 1st to ",
            " of the South West\u{2019}s 28 trusts could be in its top ten. In 9 regions, ",
            "for 2022/23: ",
            SOURCE,
        ],
        "They do not show that a trust in a top ten is better than one outside it.",
    );
    // A tie is said as one.
    let joint = ranks
        .iter()
        .find(|(_, found)| found.ranks.iter().filter(|of| of.rank == 1).count() > 1);
    if let Some((family, found)) = joint {
        let quoted = quote_of_top_ten(&data, &analysis, (family, found), &ranks).unwrap();
        assert!(quoted.starts_with("Joint first among "), "{quoted}");
        assert!(quoted.contains(" They could be 1st to "), "{quoted}");
    }
}

#[test]
fn a_funnel_is_quoted_with_the_farthest_on_both_sides() {
    let Some((data, _, analysis)) = published() else { return };
    let funnel = Funnel::new(&analysis, Limits::Normal).unwrap();
    let chart = FunnelChart::new(&analysis, &funnel, Scope::All);
    says(
        &quote_of_funnel(&data, &analysis, &chart),
        &format!("{}. Farthest above the limits: ", chart.title()),
        &[
            "Farthest below the limits: ",
            "effective pupils, above the upper 99.8% limit.",
            "for 2022/23: ",
            SOURCE,
        ],
        "They do not show why a trust is beyond the limits.",
    );
}

#[test]
fn compared_trusts_are_quoted_with_figures_intervals_and_their_family() {
    let Some((data, _, analysis)) = published() else { return };
    let south_west = Scope::Region(Region::SouthWest);
    let family = Family::of(&analysis, south_west);
    let choices = IntervalChoices::default();
    let mut ranking = Ranking::new(vec![family.estimates()], choices.level, choices.kind).with_pairs();
    while ranking.advance().is_some() {}
    let critical = ranking.finish()[0].critical.unwrap();
    let indices: Vec<usize> = family.indices().collect();
    let quoted = |indices: &[usize], family| quote_of_compared(&data, &analysis, indices, |_| family);
    let two = quoted(&indices[..2], Some((&family, critical))).unwrap();
    let ends = "They do not show that pupils are better off in the trust with the higher figure.";
    says(
        &two,
        "Greenshaw Learning Trust: 34% (95% interval ",
        &[
            " distinguishable at 95% among the South West\u{2019}s 28 trusts. The difference is ",
            SOURCE,
        ],
        ends,
    );
    let four = [indices[0], indices[1], indices[26], indices[27]];
    let four = quoted(&four, Some((&family, critical))).unwrap();
    says(
        &four,
        "Greenshaw Learning Trust: 34%",
        &[
            "Of their 6 pairs, ",
            "distinguishable at 95%, each among the trusts of its region, or of England.",
        ],
        ends,
    );
    // Before ranks are known, the figures alone.
    let before = quoted(&indices[..2], None).unwrap();
    assert!(
        before.contains("34%") && !before.contains("distinguishable"),
        "{before}"
    );
    assert_eq!(quoted(&indices[..1], None), None);
}

#[test]
fn a_spread_is_quoted_with_the_regions_and_trusts_that_are_farthest_apart() {
    let Some((data, _, analysis)) = published() else { return };
    let found = spread(&analysis).unwrap();
    says(
        &quote_of_spread(&data, &analysis, &found),
        &format!("{}. ", spread_headline(&found)),
        &["London (37.2%)", "South West (20.1%)", "for 2022/23: ", SOURCE],
        "They do not show why trusts differ.",
    );
}

#[test]
fn headlines_are_quoted_with_the_rules_under_which_they_hold() {
    let Some((data, _, analysis)) = published() else { return };
    let mut survey = Survey::new(&data, &analysis.rules).unwrap();
    while survey.advance().is_some() {}
    let claims = survey.finish().of_claims(&analysis);
    says(
        &quote_of_robustness(&data, &analysis, &claims).unwrap(),
        "",
        &["South West lowest: holds in ", "for 2022/23: ", SOURCE],
        "They do not show that a headline is true: every combination of rules uses the same results.",
    );
    assert_eq!(quote_of_robustness(&data, &analysis, &[]), None);
}

#[test]
fn a_combined_measure_is_quoted_as_a_construction() {
    let Some((data, measured, analysis)) = published() else {
        return;
    };
    let measures = [Measure::Grade5EnglishMaths, Measure::Attainment8];
    let weights = measures
        .into_iter()
        .fold(CombinedWeights::default(), |weights, of| weights.with(of, 1));
    let ingredients = weights.ingredients(&measures, analysis.rules.focus);
    let found = combined(measured.judgement(), &ingredients).unwrap();
    says(
        &quote_of_combined(&data, &analysis, &found),
        &format!("{}. Made of ", combined_first(&found)),
        &[
            "disadvantaged pupils (weight 1)",
            "All figures are for 2022/23.",
            SOURCE,
        ],
        "other weights give other ranks.",
    );
}

#[test]
fn years_are_quoted_with_the_change_of_all_and_of_chosen_trusts() {
    let library = demonstration_of_years();
    let trend = Trend::new(&library, &Rules::default(), &IntervalChoices::default(), false).unwrap();
    let regions: Vec<&TrendLine> = trend.regions.iter().collect();
    let headline = trust_gap::chart::trend_in_words(&trend, &regions);
    let ends = "They do not show that trusts made the change.";
    let all = quote_of_trend(&library, &trend, &regions, &[]);
    says(
        &all,
        &format!("{headline}. "),
        &[
            "made-up demonstration data",
            "2022/23",
            "percentage points",
            "The figures are, for 2018/19 to 2022/23: share of disadvantaged pupils",
        ],
        ends,
    );
    let chosen = trend.trusts.iter().find(|line| line.change.is_some()).unwrap();
    let with_one = quote_of_trend(&library, &trend, &regions, &[chosen]);
    assert!(
        with_one.len() > all.len() && with_one.starts_with(&format!("{headline}. ")),
        "{with_one}"
    );
}

#[test]
fn a_school_is_quoted_with_its_trust_its_rank_and_the_ranks_that_it_could_have() {
    let data = demonstration();
    let rules = Rules {
        basis: Some(Basis::Computed),
        ..Rules::default()
    };
    let each = EachSchool::new(&data, &rules, &IntervalChoices::default()).unwrap();
    let school = each.schools.trusts.iter().find(|of| of.precision.is_some()).unwrap();
    let profile = each.profile(&school.uid).unwrap();
    says(
        &quote_of_school(&data, &each, &profile),
        "",
        &[
            ", a school of ",
            "95% interval",
            " of the weight in its trust\u{2019}s figure",
            "made-up",
            "2022/23",
        ],
        "They do not show that the school teaches better or worse than others.",
    );
}

#[test]
fn a_trust_without_a_figure_is_quoted_with_the_reason() {
    let Some((data, _, analysis)) = published() else { return };
    let index = |name: &str| {
        let mut trusts = analysis.trusts.iter();
        trusts.position(|of| &*of.readable_name == name).unwrap()
    };
    let both = [index("Alpha Trust"), index("Greenshaw Learning Trust")];
    let quoted = quote_of_compared(&data, &analysis, &both, |_| None).unwrap();
    assert!(
        quoted.starts_with("Alpha Trust: no figure (suppressed). Greenshaw Learning Trust: 34% "),
        "{quoted}"
    );
}
