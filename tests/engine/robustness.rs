//! Every combination of rules: what the survey counts, its words, tables and chart.
//!
//! After an intended change of the chart, look at the new pictures and run `INSTA_UPDATE=always cargo test -p trust-gap
//! --test engine -- robustness`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::pictures::{assert_inside, bounds};
use crate::support::trusts_2022_23;
use trust_gap::chart::{
    Chart, RankRangeChart, SpecificationChart, Table, claim_robustness_in_words, headlines_robustness_table,
    trust_robustness_in_words, trusts_robustness_table, trusts_untestable_in_words, without_selective_in_words,
};
use trust_gap::demo::Demonstration;
use trust_gap::layout::read_file;
use trust_gap::method::weighting::Weight;
use trust_gap::method::{
    Analysis, Choice, Claim, ClaimWithoutSelective, Counter, RegionalRule, Robustness, Rules, SelectiveRule, Status,
    Survey, analyse, without_selective,
};
use trust_gap::model::{Basis, DataSet, Library};
use trust_gap::plot::{DrawnMark, Picture, Shape};
use trust_gap::terms::{Focus, Measure, Region};

/// The demonstration's newest year: schools, links and trusts as published.
fn demonstration() -> Rc<DataSet> {
    let demonstration = Demonstration::generate();
    let newest = *demonstration.years().last().unwrap();
    let files = [
        ("links.csv", demonstration.group_links()),
        ("schools.csv", demonstration.school_file(newest)),
        ("trusts.csv", demonstration.trust_file(newest)),
    ];
    let files = files.map(|(name, text)| read_file(name, text.as_bytes()).unwrap());
    Library::demonstration(files.into()).newest().unwrap()
}

fn surveyed(data: &DataSet, rules: &Rules) -> (Robustness, Analysis) {
    let mut survey = Survey::new(data, rules).unwrap();
    let mut steps = 0;
    while let Some(step) = survey.advance() {
        steps += 1;
        assert_eq!(step.steps, steps);
        assert!(step.steps <= step.of);
    }
    (survey.finish(), analyse(data, rules).unwrap())
}

/// Every combination that the method lists (section 8), written out independently.
fn combinations(rules: &Rules) -> Vec<Rules> {
    let capped = |cap| Weight::PupilsYears { cap };
    let weights = [
        capped(Some(3)),
        capped(Some(4)),
        capped(Some(5)),
        capped(None),
        Weight::Pupils,
        Weight::Equal,
    ];
    let mut all = Vec::new();
    for weight in weights {
        for min_schools in [1, 2, 3, 5] {
            for min_years in [0, 1, 3] {
                for regional in RegionalRule::ALL {
                    all.push(Rules {
                        weight,
                        min_schools,
                        min_years,
                        regional,
                        ..*rules
                    });
                }
            }
        }
    }
    all
}

/// All numbers of an analysis that a combination can change, as whole billionths.
type Numbers = (
    Option<i64>,
    Vec<(Region, i64)>,
    Vec<(Rc<str>, Option<Region>, Option<i64>)>,
);

fn numbers(analysis: &Analysis) -> Numbers {
    let regions = analysis.regions.iter();
    let mut trusts: Vec<_> = analysis
        .trusts
        .iter()
        .map(|trust| {
            let figure = trust.figure().map(|figure| figure.steps());
            (Rc::clone(&trust.uid), trust.region, figure)
        })
        .collect();
    trusts.sort();
    (
        analysis.all.figure.map(|figure| figure.steps()),
        regions
            .filter_map(|of| Some((of.region, of.area.figure?.steps())))
            .collect(),
        trusts,
    )
}

#[test]
fn distinct_combinations_are_counted_once_and_give_what_analyses_give() {
    let data = demonstration();
    for focus in [Focus::Disadvantaged, Focus::Gap] {
        let rules = Rules {
            focus,
            ..Rules::default()
        };
        let (robustness, _) = surveyed(&data, &rules);
        let mut distinct: Vec<Numbers> = Vec::new();
        let all = combinations(&rules);
        for rules in &all {
            let analysis = analyse(&data, rules).unwrap();
            let outcome = robustness.outcome_of(rules).unwrap();
            let steps = |figure: trust_gap::terms::Figure| figure.steps();
            assert_eq!(outcome.all.map(steps), analysis.all.figure.map(steps), "{rules:?}");
            for of in &analysis.regions {
                let found = outcome.figure(Some(of.region)).map(steps);
                assert_eq!(found, of.area.figure.map(steps), "{rules:?}");
            }
            let numbers = numbers(&analysis);
            if !distinct.contains(&numbers) {
                distinct.push(numbers);
            }
        }
        assert_eq!(robustness.outcomes.len(), distinct.len());
        let combined = robustness.outcomes.iter().map(|one| one.rules.len());
        assert_eq!(combined.sum::<usize>(), all.len());
    }
}

#[test]
fn a_trusts_ranks_and_shares_are_those_of_the_analyses_in_which_it_is_eligible() {
    let data = demonstration();
    let (robustness, analysis) = surveyed(&data, &Rules::default());
    assert!(robustness.trusts_testable);
    let analyses: Vec<Analysis> = robustness
        .outcomes
        .iter()
        .map(|outcome| analyse(&data, &outcome.rules[0]).unwrap())
        .collect();
    let mut some_out = false;
    for trust in robustness.trusts.iter().step_by(7) {
        let same = analyses.iter().filter_map(|analysis| {
            let mut trusts = analysis.trusts.iter();
            trusts.find(|one| one.uid == trust.uid)
        });
        let found: Vec<Status> = same.map(|one| one.status).collect();
        let ranks: Vec<_> = found.iter().filter_map(|status| status.rank()).collect();
        let regional = |status: &Status| match status {
            Status::Published { regional_rank, .. } => *regional_rank,
            Status::Missing(_) => None,
        };
        let regional: Vec<_> = found.iter().filter_map(regional).collect();
        assert_eq!(trust.eligible, found.len());
        assert_eq!(trust.of, robustness.outcomes.len());
        let ends = |ranks: &[trust_gap::method::Rank]| Some((*ranks.iter().min()?, *ranks.iter().max()?));
        assert_eq!(trust.england, ends(&ranks));
        assert_eq!(trust.regional, ends(&regional));
        let top = regional.iter().filter(|rank| rank.is_top_ten()).count();
        assert!((trust.top_ten_share - top as f64 / found.len() as f64).abs() < 1e-12);
        let eligible = found.len() as f64 / trust.of as f64;
        assert!((trust.eligible_share - eligible).abs() < 1e-12);
        some_out |= trust.eligible < trust.of;
    }
    assert!(some_out, "least numbers of schools leave some trusts out");
    // The trusts that are eligible under the rules in force are among them.
    let mut eligible = analysis.trusts.iter();
    assert!(eligible.all(|trust| robustness.trusts.iter().any(|one| one.uid == trust.uid)));
}

#[test]
fn the_cap_means_nothing_without_years() {
    let made = Demonstration::generate();
    let newest = *made.years().last().unwrap();
    // Without days of joining no years are known.
    let links = made.group_links();
    let mut lines = links.lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    let joined = head.iter().position(|name| name.contains("Joined")).unwrap();
    let without = |line: &str| -> String {
        let mut cells: Vec<&str> = line.split(',').collect();
        cells[joined] = "";
        cells.join(",")
    };
    let blank = lines.map(without);
    let links: Vec<String> = [head.join(",")].into_iter().chain(blank).collect();
    let mut library = Library::default();
    library.add(read_file("links.csv", links.join("\n").as_bytes()).unwrap());
    library.add(read_file("schools.csv", made.school_file(newest).as_bytes()).unwrap());
    let rules = Rules {
        weight: Weight::Pupils,
        min_years: 0,
        ..Rules::default()
    };
    let (robustness, analysis) = surveyed(&library.newest().unwrap(), &rules);
    let capped = |rules: &Rules| rules.needs_years();
    let tried: Vec<&Rules> = robustness.outcomes.iter().flat_map(|one| &one.rules).collect();
    assert_eq!(tried.len(), 2 * 4 * 3, "two weights, least schools, regional figures");
    assert!(!tried.into_iter().any(capped));
    let chart = SpecificationChart::new(&robustness, &analysis, None, None);
    let words = texts(&chart.draw(900)).join("|");
    assert!(
        !words.contains("Pupils and years") && words.contains("Every school equally"),
        "{words}"
    );
}

/// The published results behind the issue: Department for Education, trust file of 2022/23, and the
/// South-West Social Mobility Commission (method, section 3).
#[test]
fn the_real_headlines_hold_and_break_as_published() {
    let Some(data) = trusts_2022_23() else { return };
    let (robustness, analysis) = surveyed(&data, &Rules::default());
    assert_eq!(robustness.outcomes.len(), 2);
    assert!(!robustness.trusts_testable && robustness.trusts.is_empty());
    assert!(
        trusts_untestable_in_words(&robustness)
            .unwrap()
            .contains("cannot be tested")
    );

    let found = robustness.of_claims(&analysis);
    let last = found
        .iter()
        .find(|one| one.claim == Claim::Last(Region::SouthWest))
        .unwrap();
    assert_eq!((last.holds, last.of, last.broken_by.len()), (1, 2, 1));
    assert_eq!(last.broken_by[0].choice, Choice::Regional(RegionalRule::PupilWeighted));
    let Counter::Instead(region, figure, 0) = last.broken_by[0].counter else {
        panic!("{last:?}");
    };
    assert_eq!(region, Region::SouthEast);
    assert!((figure.number() - 19.67).abs() < 0.005);
    let by_pupils = robustness.outcomes[1].figure(Some(Region::SouthWest)).unwrap();
    assert!((by_pupils.number() - 22.55).abs() < 0.005);
    assert_eq!(
        claim_robustness_in_words(last, &analysis.rules),
        [
            "South West lowest: holds in 1 of 2 combinations of rules.",
            "It does not hold when trusts are weighted by pupils: then the South East is lowest (19.7%).",
        ]
    );

    let london = found.iter().find(|one| one.claim != last.claim).unwrap();
    assert!(matches!(
        london.claim,
        Claim::OnlyAbove {
            region: Region::London,
            ..
        }
    ));
    assert_eq!((london.holds, london.of), (2, 2));
    assert_eq!(
        claim_robustness_in_words(london, &analysis.rules),
        ["London alone above a third: holds in both combinations of rules."]
    );
    let table = headlines_robustness_table(&found, &analysis.rules);
    assert_eq!(
        in_lines(&table)[1..],
        [
            "London alone above a third | 100.0 | 2 | 2 | no single choice",
            "South West lowest | 50.0 | 1 | 2 | when trusts are weighted by pupils",
        ]
    );
    assert!(trusts_robustness_table(&robustness, None).rows.is_empty());

    // A claim that is not true at first is not broken by any choice.
    let untrue = robustness.of_claim(Claim::Last(Region::London), &analysis.rules);
    assert_eq!((untrue.holds, untrue.holds_at_first), (0, false));
    assert!(untrue.broken_by.is_empty());
    assert_eq!(
        claim_robustness_in_words(&untrue, &analysis.rules),
        [
            "London lowest: holds in none of 2 combinations of rules.",
            "It does not hold under the rules in force, or under the nearest of those tried.",
        ]
    );
}

#[test]
fn of_figures_as_published_no_rule_of_schools_hides_what_breaks_a_headline() {
    let Some(data) = trusts_2022_23() else { return };
    // A cap that no survey tries, and that does not change published figures.
    let rules = Rules {
        weight: Weight::PupilsYears { cap: Some(7) },
        basis: Some(Basis::Published),
        ..Rules::default()
    };
    let (robustness, _) = surveyed(&data, &rules);
    let found = robustness.of_claim(Claim::Last(Region::SouthWest), &rules);
    assert!(robustness.index_of(&rules).is_some());
    let broken_by: Vec<Choice> = found.broken_by.iter().map(|one| one.choice).collect();
    assert_eq!(
        broken_by,
        [Choice::Regional(RegionalRule::PupilWeighted)],
        "the same as under the default rules, above"
    );
}

/// The demonstration has schools that select; a trust file does not tell.
#[test]
fn headlines_are_tried_without_selective_schools_beside_the_combinations() {
    let data = demonstration();
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let found = without_selective(&data, &analysis).unwrap();
    let claims: Vec<Claim> = found.iter().map(|of| of.claim).collect();
    assert_eq!(claims, Claim::of(&analysis));
    let rules = Rules {
        selective: SelectiveRule::Without,
        ..Rules::default()
    };
    let without = analyse(&data, &rules).unwrap();
    assert_ne!(without.all.figure, analysis.all.figure);
    for of in &found {
        assert_eq!(of.broken.is_none(), of.claim.holds(&without));
        let words = without_selective_in_words(of, &analysis);
        let expected = match of.broken {
            None => "It also holds without selective schools.",
            Some(_) => "It does not hold without selective schools: then ",
        };
        assert!(words.starts_with(expected), "{words}");
    }
    let broken = ClaimWithoutSelective {
        claim: Claim::Last(Region::London),
        broken: Some(Counter::Shared(Region::SouthEast)),
    };
    let words = without_selective_in_words(&broken, &analysis);
    assert!(
        words.starts_with("It does not hold without selective schools: then "),
        "{words}"
    );
    // Under this rule they are left out already.
    assert!(without_selective(&data, &without).is_none());
    // The combinations are as many as before.
    let (robustness, _) = surveyed(&data, &Rules::default());
    let tried: usize = robustness.outcomes.iter().map(|outcome| outcome.rules.len()).sum();
    assert_eq!(tried, 216);
}

fn in_lines(table: &Table) -> Vec<String> {
    let head: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let rows = table.rows.iter().map(|row| {
        assert_eq!(row.len(), table.columns.len());
        let cells: Vec<String> = row.iter().map(trust_gap::chart::Cell::text).collect();
        cells.join(" | ")
    });
    [head.join(" | ")].into_iter().chain(rows).collect()
}

#[test]
fn the_words_and_tables_of_the_demonstration_are_as_they_were() {
    let data = demonstration();
    let (robustness, analysis) = surveyed(&data, &Rules::default());
    let mut lines = Vec::new();
    let found = robustness.of_claims(&analysis);
    for one in &found {
        lines.extend(claim_robustness_in_words(one, &analysis.rules));
    }
    lines.extend(in_lines(&headlines_robustness_table(&found, &analysis.rules)));
    let region = Some(Region::SouthWest);
    lines.extend(in_lines(&trusts_robustness_table(&robustness, region)));
    for trust in robustness.trusts.iter().filter(|trust| trust.region == region).take(8) {
        lines.push(trust_robustness_in_words(trust));
    }
    let claim = Claim::last(&analysis);
    let chart = SpecificationChart::new(&robustness, &analysis, region, claim);
    lines.push(chart.title().to_owned());
    lines.push(chart.description());
    lines.extend(in_lines(&chart.table()).into_iter().step_by(30));
    insta::assert_snapshot!("robustness-words", lines.join("\n"));
}

fn texts(picture: &Picture) -> Vec<String> {
    let texts = picture.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text { text, .. } => Some(text.clone()),
        _ => None,
    });
    texts.collect()
}

/// Checks that nothing is outside the picture, no two texts overlap, and no outcome's mark is on a text.
fn is_tidy(picture: &Picture, what: &str) {
    let boxes: Vec<([f64; 4], bool, &DrawnMark)> = picture
        .marks
        .iter()
        .map(|mark| (bounds(&mark.shape), matches!(mark.shape, Shape::Text { .. }), mark))
        .collect();
    assert_inside(picture, what);
    let meet = |one: [f64; 4], other: [f64; 4]| {
        one[0] < other[2] - 1.0 && other[0] < one[2] - 1.0 && one[1] < other[3] - 1.0 && other[1] < one[3] - 1.0
    };
    for (place, (of, _, mark)) in boxes.iter().enumerate().filter(|(_, (_, is, _))| *is) {
        for (other_place, (other_of, is_text, other)) in boxes.iter().enumerate() {
            let concerned = *is_text || other.about.is_some();
            assert!(
                place == other_place || !concerned || !meet(*of, *other_of),
                "{what} at {}: {mark:?} on {other:?}",
                picture.width
            );
        }
    }
}

#[test]
fn nothing_collides_and_nothing_leaves_the_picture() {
    let data = demonstration();
    let mut all = vec![(Rc::clone(&data), Rules::default())];
    for (measure, focus, basis) in [
        (Measure::Progress8, Focus::Disadvantaged, None),
        (Measure::Grade5EnglishMaths, Focus::Gap, None),
        (Measure::Attainment8, Focus::All, None),
        (Measure::Attainment8, Focus::Gap, Some(Basis::Published)),
        (Measure::Grade5EnglishMaths, Focus::Gap, Some(Basis::Published)),
        (Measure::EbaccAps, Focus::Other, Some(Basis::Published)),
    ] {
        let rules = Rules {
            measure,
            focus,
            basis,
            ..Rules::default()
        };
        all.push((Rc::clone(&data), rules));
    }
    // Rules in force that are not among those tried.
    let untried = Rules {
        min_schools: 4,
        ..Rules::default()
    };
    all.push((data, untried));
    all.extend(trusts_2022_23().map(|data| (data, Rules::default())));
    for (data, rules) in all {
        let (robustness, analysis) = surveyed(&data, &rules);
        for region in [None, Some(Region::SouthWest)] {
            for claim in [None, Claim::last(&analysis), Claim::leading(&analysis)] {
                let chart = SpecificationChart::new(&robustness, &analysis, region, claim);
                let rows = chart.table().rows.len();
                assert_eq!(rows, robustness.outcomes.len());
                for width in [300, 330, 560, 1200] {
                    let picture = chart.draw(width);
                    assert_eq!(picture.width, width);
                    is_tidy(&picture, &format!("{rules:?} {region:?} {claim:?}"));
                }
                subjects_are_outcomes(&chart.draw(330), &robustness, region);
            }
        }
    }
}

#[test]
fn rank_ranges_are_tidy() {
    let data = demonstration();
    let (robustness, analysis) = surveyed(&data, &Rules::default());
    for region in Region::ALL {
        let chart = RankRangeChart::new(&robustness, &analysis, region);
        let of_region = robustness.trusts.iter().filter(|trust| trust.region == Some(region));
        let ranked = of_region.filter(|trust| trust.regional.is_some()).count();
        for width in [300, 330, 560, 900, 1200] {
            let picture = chart.draw(width);
            is_tidy(&picture, region.name());
            let lines = picture
                .marks
                .iter()
                .filter(|mark| mark.about.is_some() && matches!(mark.shape, Shape::Line { .. }));
            assert_eq!(lines.count(), ranked);
        }
    }
    // A file of trusts: no rows, and a title that says so.
    let published = Rules {
        basis: Some(Basis::Published),
        ..Rules::default()
    };
    let (two, of_two) = surveyed(&data, &published);
    let none = RankRangeChart::new(&two, &of_two, Region::London);
    assert_eq!(none.title(), "No trusts in London can be ranked under other rules");
    is_tidy(&none.draw(330), "no trusts");
    assert!(none.table().caption.to_string().contains("cannot be tested"));
}

/// Every outcome with a figure has a dot or a cross, and a mark for its choices.
fn subjects_are_outcomes(picture: &Picture, robustness: &Robustness, region: Option<Region>) {
    for (place, outcome) in robustness.outcomes.iter().enumerate() {
        let id = place.to_string();
        let marks = picture.marks.iter();
        let of_it = marks.filter(|mark| mark.about.as_ref().is_some_and(|about| about.id == id));
        let of_it: Vec<&DrawnMark> = of_it.collect();
        assert!(!of_it.is_empty());
        if let Some(figure) = outcome.figure(region) {
            let words = &of_it[0].about.as_ref().unwrap().words;
            assert!(words.starts_with(&figure.plain()), "{words}");
        }
    }
}
