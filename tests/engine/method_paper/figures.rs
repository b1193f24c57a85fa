//! Sections 1 to 3: measures, a trust's figure, a region's.

use std::collections::BTreeMap;

use trust_gap::layout::GROUP_SUFFIXES;
use trust_gap::method::weighting::{SchoolPart, Weight, weighted_figure, years_in_trust};
use trust_gap::method::{Level, RegionalRule, Rules, analyse};
use trust_gap::model::Basis;
use trust_gap::stats::sampling::{WeightedShare, effective_size, standard_error};
use trust_gap::terms::{Date, Focus, Group, Measure, Region, Unit};

use crate::method_paper::paper::Block;
use crate::method_paper::shown::Shown;
use crate::method_paper::table::{number, table, words};

pub(crate) fn blocks() -> Vec<Block> {
    vec![
        ("measures", measures),
        ("weights", weights),
        ("years", years),
        ("rules", rules),
        ("left-out", left_out),
        ("a-trust", a_trust),
        ("regions", regions),
        ("top-tens", top_tens),
    ]
}

fn measures() -> String {
    let stem = |measure: Measure| measure.columns().trust_file.unwrap();
    let columns = |measure: Measure| {
        let columns = measure.columns().school_file.unwrap();
        let mut groups = GROUP_SUFFIXES.iter().zip(columns);
        groups.find(|((group, _), _)| *group == Group::Disadvantaged).unwrap().1
    };
    let unit = |unit: Unit| match unit {
        Unit::Percent => "per cent of pupils",
        Unit::Points => "points, 0 to 90",
        Unit::Grades => "grades",
        Unit::AveragePoints => "points, 0 to 9",
        other => panic!("{other:?}"),
    };
    let rows: Vec<[String; 5]> = Measure::ALL
        .into_iter()
        .map(|measure| {
            [
                measure.name().to_owned(),
                format!("`{}`", measure.key()),
                unit(measure.unit()).to_owned(),
                format!("`{}_FSM6CLA1A`", stem(measure)),
                format!("`{}`", columns(measure)),
            ]
        })
        .collect();
    let head = [
        "measure",
        "key",
        "unit",
        "trust file, disadvantaged",
        "school file to 2022/23, disadvantaged",
    ];
    words(head, &rows)
}

fn rules() -> String {
    let of = Rules::default();
    let row = |rule: &str, value: String, key: &str| [rule.to_owned(), value, format!("`{key}`")];
    words(
        ["rule", "by default", "option"],
        &[
            row("weight of a school", of.weight.in_sentence(), "--weight, --cap"),
            row(
                "years in the trust for a school to count",
                of.min_years.to_string(),
                "--min-years",
            ),
            row(
                "schools that count for a trust to be eligible",
                of.min_schools.to_string(),
                "--min-schools",
            ),
            row(
                "a school that joins by this day counts from that year",
                of.cut_off.to_string(),
                "--cut-off",
            ),
            row("types that count", of.types.keys(), "--types"),
            row(
                "a school without a value",
                of.missing.name().to_lowercase(),
                "--missing",
            ),
            row("regional figure", of.regional.name().to_lowercase(), "--regional"),
        ],
    )
}

fn years() -> String {
    let rules = Rules::default();
    let days = [
        "01-09-2016",
        "01-09-2018",
        "14-09-2018",
        "15-09-2018",
        "01-09-2020",
        "01-01-2023",
        "01-10-2023",
    ];
    let rows = days.map(|day| {
        let joined = Date::parse(day).unwrap();
        let years = years_in_trust(2023, joined, rules.cut_off);
        let counts = if years < rules.min_years { "no" } else { "yes" };
        [
            joined.to_string(),
            years.to_string(),
            rules.weight.capped(years).to_string(),
            counts.to_owned(),
        ]
    });
    table(["joined", "years", "weighted years", "counts"], &rows)
}

/// The hand vector: successes, pupils and years of three schools.
const SCHOOLS: [(f64, f64, u32); 3] = [(20.0, 40.0, 3), (24.0, 60.0, 4), (30.0, 100.0, 7)];

fn weights() -> String {
    let cap = |cap| Weight::PupilsYears { cap };
    let rules = [
        ("pupils × years, at most 5", cap(Some(5))),
        ("pupils × years, at most 4", cap(Some(4))),
        ("pupils × years, at most 3", cap(Some(3))),
        ("pupils × years, no cap", cap(None)),
        ("pupils", Weight::Pupils),
        ("every school alike", Weight::Equal),
    ];
    let rows = rules.map(|(name, weight)| {
        let parts = SCHOOLS.map(|(successes, pupils, years)| SchoolPart {
            pupils,
            years,
            value: successes / pupils,
        });
        let of = |part: SchoolPart| weight.of(part.pupils, part.years);
        let shares = parts.map(|part| WeightedShare {
            weight: of(part),
            share: part.value,
            size: part.pupils,
        });
        let each = parts.map(|part| (part.pupils, of(part) / part.pupils));
        [
            name.to_owned(),
            parts.map(|part| number(of(part), 0)).join(", "),
            number(weighted_figure(&parts, weight).unwrap(), 9),
            number(standard_error(&shares).unwrap(), 9),
            number(effective_size(&each).unwrap(), 6),
        ]
    });
    table(["weight", "w", "figure", "standard error", "effective size"], &rows)
}

fn a_trust() -> String {
    let shown = Shown::new();
    let trust = shown.best_of_four_schools();
    let mut rows: Vec<[String; 6]> = trust
        .school_shares(Focus::Disadvantaged)
        .map(|(school, part, share)| {
            let figure = part.value.figure().unwrap();
            [
                school.name.to_string(),
                number(part.pupils.unwrap(), 0),
                shown.analysis.rules.weight.capped(school.years.unwrap()).to_string(),
                number(part.weight.unwrap(), 0),
                number(figure.number(), 0),
                number(100.0 * share.unwrap(), 1),
            ]
        })
        .collect();
    let sum = |value: &dyn Fn(&[String; 6]) -> f64| rows.iter().map(value).sum::<f64>();
    let cell = |row: &[String; 6], place: usize| row[place].parse::<f64>().unwrap();
    let (pupils, weight) = (sum(&|row| cell(row, 1)), sum(&|row| cell(row, 3)));
    rows.push([
        trust.name.to_string(),
        number(pupils, 0),
        String::new(),
        number(weight, 0),
        number(trust.figure().unwrap().number(), 4),
        number(100.0, 1),
    ]);
    let published = Rules {
        basis: Some(Basis::Published),
        ..Rules::default()
    };
    let published = analyse(&shown.data, &published).unwrap();
    let same = published.trusts.iter().find(|of| of.uid == trust.uid).unwrap();
    let head = [
        "",
        "pupils",
        "weighted years",
        "weight",
        "per cent",
        "share of the weight",
    ];
    format!(
        "{}\nThe made-up trust file, rounded as published, says {}%.\n",
        table(head, &rows),
        number(same.figure().unwrap().number(), 0)
    )
}

fn left_out() -> String {
    let shown = Shown::new();
    let mut sorts: BTreeMap<(u8, &str), usize> = BTreeMap::new();
    for exclusion in &*shown.analysis.excluded {
        let level = u8::from(exclusion.level == Level::School);
        *sorts.entry((level, exclusion.reason.sort())).or_default() += 1;
    }
    let mut rows = vec![[
        "trusts".to_owned(),
        "eligible".to_owned(),
        shown.analysis.all.eligible.to_string(),
    ]];
    let counting = shown.analysis.all.schools;
    rows.push([
        "schools".to_owned(),
        "count in an eligible trust".to_owned(),
        counting.to_string(),
    ]);
    rows.extend(sorts.into_iter().map(|((level, sort), count)| {
        let level = if level == 0 { "trusts" } else { "schools" };
        [level.to_owned(), format!("left out: {sort}"), count.to_string()]
    }));
    words(["", "", "number"], &rows)
}

fn regions() -> String {
    let shown = Shown::new();
    let analyses = RegionalRule::ALL.map(|rule| shown.by(rule));
    let row = |name: &str, figures: [String; 3]| {
        let [one, two, three] = figures;
        [name.to_owned(), one, two, three]
    };
    let mut rows: Vec<[String; 4]> = Region::ALL
        .into_iter()
        .map(|region| {
            let figures = analyses.each_ref().map(|analysis| {
                let order = analysis.regions_best_first();
                let place = order.iter().position(|(of, _)| of.region == region).unwrap();
                format!("{} ({})", number(order[place].1.number(), 2), place + 1)
            });
            row(region.name(), figures)
        })
        .collect();
    let all = analyses.each_ref().map(|of| number(of.all.figure.unwrap().number(), 2));
    rows.push(row("all trusts", all));
    table(["", "1: simple mean", "2: by pupils", "3: by school"], &rows)
}

fn top_tens() -> String {
    let shown = Shown::new();
    let published = Rules {
        basis: Some(Basis::Published),
        ..Rules::default()
    };
    let published = analyse(&shown.data, &published).unwrap();
    let rows: Vec<[String; 4]> = Region::ALL
        .into_iter()
        .map(|region| {
            [
                region.name().to_owned(),
                shown.analysis.trusts_of(region).count().to_string(),
                shown.analysis.top_ten(region).count().to_string(),
                published.top_ten(region).count().to_string(),
            ]
        })
        .collect();
    table(
        ["", "eligible trusts", "top ten, computed", "top ten, as published"],
        &rows,
    )
}
