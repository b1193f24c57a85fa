//! Sections 8 to 13: other rules, years, contexts, several measures, small numbers, references.

use std::collections::BTreeSet;

use trust_gap::chart::{adjustment_in_words, choice_in_words, claim_in_words};
use trust_gap::demo::Demonstration;
use trust_gap::export::methods::{Methods, Used};
use trust_gap::layout::read_file;
use trust_gap::method::{
    AdjustParts, Choice, Claim, CombinedWeights, ContextSurvey, ContextWeights, Contexts, IntervalChoices, Limits,
    Measured, Movement, Outcome, RegionalRule, Robustness, Rules, Settings, Survey, Trend, TrendLine, TrendSubject,
    analyse, cleared_year, combined, contributions, region_ranks, similar, spread,
};
use trust_gap::model::{Basis, Library};
use trust_gap::terms::{ContextPart, Focus, Measure, Region, Value};

use crate::method_paper::paper::Block;
use crate::method_paper::shown::Shown;
use crate::method_paper::table::{ends, number, table, words};
use crate::support::demonstration;

pub(crate) fn blocks() -> Vec<Block> {
    vec![
        ("choices", choices),
        ("claims", claims),
        ("robust-trust", robust_trust),
        ("trend", trend),
        ("movements", movements),
        ("context", context),
        ("similar", similar_trusts),
        ("adjusted", adjusted_regions),
        ("adjusted-claims", adjusted_claims),
        ("second-gap", second_gap),
        ("contributions", contributions_of_schools),
        ("spread", spread_of_trusts),
        ("combined", combined_measures),
        ("small-numbers", small_numbers),
    ]
}

/// The works that methods paragraphs name.
pub(crate) fn works() -> Vec<Block> {
    vec![("references", references)]
}

fn robustness() -> Robustness {
    let mut survey = Survey::new(&demonstration(), &Rules::default()).unwrap();
    while survey.advance().is_some() {}
    survey.finish()
}

fn choices() -> String {
    let found = robustness();
    let rows: Vec<[String; 2]> = Choice::all()
        .map(|choice| [choice_in_words(choice), format!("`{}`", choice.option())])
        .collect();
    let combinations: usize = found.outcomes.iter().map(|outcome| outcome.rules.len()).sum();
    format!(
        "{}\nThe demonstration allows {combinations} combinations, of which {} give different numbers.\n",
        words(["choice", "option"], &rows),
        found.outcomes.len()
    )
}

fn claims() -> String {
    let analysis = analyse(&demonstration(), &Rules::default()).unwrap();
    let found = robustness();
    let rows: Vec<[String; 3]> = found
        .of_claims(&analysis)
        .into_iter()
        .map(|of| {
            let broken = of.broken_by.iter().map(|of| choice_in_words(of.choice));
            let broken: Vec<String> = broken.collect();
            [
                claim_in_words(of.claim, &analysis.rules),
                format!("{} of {}", of.holds, of.of),
                if broken.is_empty() {
                    "none".to_owned()
                } else {
                    broken.join("; ")
                },
            ]
        })
        .collect();
    words(["claim", "holds in", "single choices that break it"], &rows)
}

fn robust_trust() -> String {
    let shown = Shown::new();
    let found = robustness();
    let ends = |ends: Option<(trust_gap::method::Rank, trust_gap::method::Rank)>| {
        let (best, worst) = ends.unwrap();
        format!("{best} to {worst}")
    };
    let rows: Vec<[String; 6]> = [Region::London, Region::SouthWest]
        .into_iter()
        .map(|region| {
            let (_, trust) = shown.best_of(region);
            let of = found.trusts.iter().find(|of| of.uid == trust.uid).unwrap();
            [
                of.name.to_string(),
                of.region.unwrap().name().to_owned(),
                ends(of.regional),
                ends(of.england),
                number(100.0 * of.england_top_ten_share, 1),
                number(100.0 * (1.0 - of.eligible_share), 1),
            ]
        })
        .collect();
    let head = [
        "",
        "region",
        "ranks in its region",
        "ranks in England",
        "in England's top ten, % of those in which it is eligible",
        "not eligible, % of all",
    ];
    table(head, &rows)
}

/// The demonstration's years with schools and links.
fn trend_of_demonstration() -> Trend {
    let files = Demonstration::generate().files();
    let files = files
        .iter()
        .map(|(name, text)| read_file(name, text.as_bytes()).unwrap());
    let library = Library::demonstration(files.collect());
    Trend::new(&library, &Rules::default(), &IntervalChoices::default(), false).unwrap()
}

fn trend() -> String {
    let found = trend_of_demonstration();
    let row = |line: &TrendLine| {
        let name = match &line.subject {
            TrendSubject::All => "all trusts".to_owned(),
            TrendSubject::Region(region) => region.name().to_owned(),
            other => panic!("{other:?}"),
        };
        let change = line.change.unwrap();
        let figure = |place| number(line.figure(place).unwrap().number(), 2);
        let verdict = match change.movement {
            Movement::Better => "better",
            Movement::Worse => "worse",
            Movement::NotDistinguishable => "not distinguishable",
            Movement::NoInterval => "no interval",
        };
        [
            name,
            figure(found.first),
            figure(found.last),
            number(change.difference.number(), 2),
            number(change.error.unwrap(), 2),
            ends(change.interval.unwrap(), 2),
            verdict.to_owned(),
        ]
    };
    let rows: Vec<[String; 7]> = found.regions.iter().chain([&found.all]).map(row).collect();
    let year = |place: usize| found.years[place].year.to_string();
    let (first, last) = (year(found.first), year(found.last));
    let head = ["", first.as_str(), last.as_str(), "change", "s", "95% interval", ""];
    table(head, &rows)
}

fn movements() -> String {
    let found = trend_of_demonstration();
    let lines: Vec<&TrendLine> = found.trusts.iter().collect();
    let of = found.movements(&lines);
    format!(
        "Of {} made-up trusts that are eligible in some year, {} have a figure in both years: {} went up and {} down; {} went up \
         and {} down beyond chance, where chance alone would make {} distinguishable.\n",
        of.lines,
        of.compared,
        of.better,
        of.worse,
        of.surely_better,
        of.surely_worse,
        number(of.by_chance, 1)
    )
}

fn context() -> String {
    let weights = ContextWeights::default();
    let rows = ContextPart::ALL.map(|part| {
        [
            part.name().to_owned(),
            format!("`{}`", part.key()),
            number(weights.of(part), 0),
        ]
    });
    words(["part", "key", "weight by default"], &rows)
}

fn similar_trusts() -> String {
    let shown = Shown::new();
    let (place, trust) = shown.best_of(Region::SouthWest);
    let contexts = Contexts::new(shown.measured.judgement());
    let analysis = &shown.analysis;
    let weights = ContextWeights::default();
    let found = similar(analysis, &contexts, place, &weights, 3).unwrap();
    let scales = found.parts.iter().map(|scale| {
        let own = contexts.of(trust).unwrap().value(scale.part).number().unwrap();
        let mut row = vec![scale.part.name().to_owned(), number(own, 1), number(scale.sd, 2)];
        row.extend(found.neighbours.iter().map(|neighbour| {
            let mut differences = neighbour.differences.iter();
            let of = differences.find(|of| of.part == scale.part).unwrap();
            number(of.in_sd, 2)
        }));
        <[String; 6]>::try_from(row).unwrap()
    });
    let distances = found.neighbours.iter().map(|of| number(of.distance, 3));
    let mut last = vec!["distance".to_owned(), String::new(), String::new()];
    last.extend(distances);
    let rows: Vec<[String; 6]> = scales.chain([<[String; 6]>::try_from(last).unwrap()]).collect();
    let names: Vec<&str> = found
        .neighbours
        .iter()
        .map(|of| &*analysis.trusts[of.index].name)
        .collect();
    let head = [
        "",
        trust.name.as_ref(),
        "standard deviation",
        names[0],
        names[1],
        names[2],
    ];
    table(head, &rows)
}

/// As the demonstration's trusts are published.
fn as_published() -> Rules {
    Rules {
        basis: Some(Basis::Published),
        ..Rules::default()
    }
}

fn adjusted_regions() -> String {
    let (data, rules, choices) = (demonstration(), as_published(), IntervalChoices::default());
    let measured = Measured::after(None, &data, &rules).unwrap();
    let before = measured.analysis(rules.focus, rules.regional, &[], &choices).unwrap();
    let adjusted = measured.adjusted(rules.focus, AdjustParts::TRIED, &choices).unwrap();
    let adjusted = adjusted.analysis(rules.focus, rules.regional, &[], &choices).unwrap();
    let ranks = region_ranks(&adjusted);
    let rows = adjusted.regions_best_first().into_iter().map(|(region, figure)| {
        let raw = before.regions.iter().find(|of| of.region == region.region).unwrap();
        let (_, rank) = ranks.iter().find(|(of, _)| *of == region.region).unwrap();
        [
            region.region.name().to_owned(),
            number(raw.area.figure.unwrap().number(), 2),
            number(figure.number(), 2),
            number(region.area.precision.unwrap().error, 2),
            number(region.area.wider.unwrap().error, 2),
            format!("{} ({} to {})", rank.rank, rank.low, rank.high),
        ]
    });
    let rows: Vec<[String; 6]> = rows.collect();
    let head = [
        "region",
        "unadjusted",
        "adjusted",
        "error, pupils",
        "error, trusts too",
        "rank",
    ];
    let sentences = adjustment_in_words(&adjusted).into_iter().take(2);
    format!("{}\n{}\n", table(head, &rows), sentences.collect::<Vec<_>>().join(" "))
}

fn adjusted_claims() -> String {
    let (data, rules) = (demonstration(), as_published());
    let analysis = analyse(&data, &rules).unwrap();
    let mut survey = Survey::new(&data, &rules).unwrap();
    while survey.advance().is_some() {}
    let robustness = survey.finish();
    let mut survey = ContextSurvey::new(&data, &rules, &robustness, &IntervalChoices::default()).unwrap();
    while survey.advance().is_some() {}
    let contexts = survey.finish();
    let rows = Claim::of(&analysis).into_iter().map(|claim| {
        let found = contexts.of_claim(claim, &rules, &robustness);
        let keys = |parts: AdjustParts| parts.keys().replace(',', ", ");
        [
            claim_in_words(claim, &rules),
            format!("{} of {}", found.holds, found.of),
            keys(found.broken_by),
            keys(found.never_with),
        ]
    });
    let rows: Vec<[String; 4]> = rows.collect();
    words(
        ["claim", "holds in", "broken by it alone", "never holds with it"],
        &rows,
    )
}

fn second_gap() -> String {
    let shown = Shown::new();
    let second = shown.measured.second_gap(RegionalRule::SimpleMean).unwrap();
    let rows = [Region::London, Region::SouthWest].map(|region| {
        let (_, trust) = shown.best_of(region);
        let of = |value: Value| number(value.figure().unwrap().number(), 2);
        [
            trust.name.to_string(),
            of(trust.disadvantaged),
            of(trust.other),
            number(trust.gap.unwrap().number(), 2),
            of(second.of(trust.disadvantaged)),
        ]
    });
    format!(
        "{}\nThe other pupils of all eligible trusts have {}%.\n",
        table(["", "disadvantaged", "other", "gap", "second gap"], &rows),
        number(second.others.number(), 2)
    )
}

fn contributions_of_schools() -> String {
    let shown = Shown::new();
    let trust = shown.best_of_four_schools();
    let rows: Vec<[String; 4]> = contributions(&shown.analysis, trust)
        .into_iter()
        .map(|of| {
            [
                of.school.name.to_string(),
                number(of.value.figure().unwrap().number(), 0),
                number(of.share.unwrap().number(), 1),
                number(of.without.unwrap().number(), 2),
            ]
        })
        .collect();
    table(
        ["", "per cent", "share of the weight, %", "the trust without it"],
        &rows,
    )
}

fn spread_of_trusts() -> String {
    let found = spread(&Shown::new().analysis).unwrap();
    let row = |name: &str, of: trust_gap::stats::moments::Division| {
        [
            name.to_owned(),
            number(of.between, 1),
            number(of.within, 1),
            number(100.0 * of.share_between().unwrap(), 1),
        ]
    };
    // Weighted sums are of pupils times squares.
    table(
        ["each trust counts", "between", "within", "between, % of both"],
        &[
            row("alike", found.unweighted),
            row("by its pupils", found.weighted.unwrap()),
        ],
    )
}

fn combined_measures() -> String {
    let shown = Shown::new();
    let weights = CombinedWeights::default();
    let ingredients = weights.ingredients(&Measure::ALL, Focus::Disadvantaged);
    let found = combined(shown.measured.judgement(), &ingredients).unwrap();
    let rows: Vec<[String; 4]> = found.trusts[..3]
        .iter()
        .map(|trust| {
            let scores = trust
                .scores
                .iter()
                .map(|score| format!("{} ({})", number(score.figure.number(), 2), number(score.standard, 3)));
            let [one, two] = <[String; 2]>::try_from(scores.collect::<Vec<_>>()).unwrap();
            [trust.name.to_string(), one, two, number(trust.score.number(), 3)]
        })
        .collect();
    let scales: Vec<String> = found
        .ingredients
        .iter()
        .map(|of| {
            let (mean, sd) = (number(of.mean.number(), 2), number(of.sd, 2));
            format!("{}: mean {mean}, standard deviation {sd}", of.ingredient.measure.name())
        })
        .collect();
    let names: Vec<&str> = ingredients.iter().map(|of| of.measure.name()).collect();
    format!(
        "{}\n{}.\n",
        table(["the best three", names[0], names[1], "score"], &rows),
        scales.join("; ")
    )
}

/// A user's own spreadsheet: five trusts, one of which has few disadvantaged pupils.
const OWN: &str = "trust,region,schools,pupils_all,pupils_disadvantaged,pupils_other,em5_disadvantaged,em5_other,year\n\
                   Alder,London,3,300,90,210,40%,60%,2022/23\n\
                   Beech,London,3,200,4,196,50%,61%,2022/23\n\
                   Cedar,London,3,250,30,220,30%,58%,2022/23\n\
                   Damson,South West,3,180,60,120,20%,45%,2022/23\n\
                   Elder,South West,4,320,80,240,25%,50%,2022/23\n";

fn small_numbers() -> String {
    let mut mapping = trust_gap::intake::Mapping::default();
    let header = OWN.lines().next().unwrap();
    for name in header.split(',') {
        mapping.set(trust_gap::intake::Field::from_key(name).unwrap(), Some(name));
    }
    let file = trust_gap::layout::read_mapped("mine.csv", OWN.as_bytes(), &mapping).unwrap();
    let mut library = Library::default();
    library.add(file);
    let data = library.newest().unwrap();
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let cleared = cleared_year(&data).unwrap();
    let leaving = analyse(&cleared, &Rules::default()).unwrap();
    let rows: Vec<[String; 4]> = analysis
        .trusts
        .iter()
        .map(|trust| {
            let after = leaving.trusts.iter().find(|of| of.uid == trust.uid);
            let after = match after.unwrap().value() {
                Value::Published(figure) => figure.in_sentence(),
                Value::Missing(reason) => reason.reason().to_owned(),
            };
            [
                trust.name.to_string(),
                number(trust.group_pupils.unwrap(), 0),
                trust.figure().unwrap().in_sentence(),
                after,
            ]
        })
        .collect();
    words(["trust", "disadvantaged pupils", "on screen", "downloaded"], &rows)
}

fn references() -> String {
    let shown = Shown::new();
    let works = |limits| {
        let used = Used {
            intervals: true,
            rank_ranges: true,
            funnel: Some(limits),
            shrunken: true,
            robustness: true,
            chances: true,
            ..Used::default()
        };
        let analysis = &shown.analysis;
        Methods::new(&shown.data, analysis, &Settings::default(), used).references
    };
    let works: BTreeSet<&str> = Limits::ALL.into_iter().flat_map(works).collect();
    works.into_iter().map(|work| format!("- {work}\n")).collect()
}

/// An outcome is one of the combinations that give the same numbers.
#[test]
fn the_departments_rules_are_the_first_that_are_tried() {
    let found = robustness();
    let first: &Outcome = &found.outcomes[0];
    assert_eq!(first.rules[0], Rules::default());
}
