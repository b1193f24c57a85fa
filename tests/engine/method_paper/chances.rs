//! The sections on chances of ranks, shrunken figures with intervals, the gap within schools, and breaks.

use trust_gap::method::{FamilyChances, FiguresTowards, Scope, SeriesBreak, part_gap_within, trust_gap_within};
use trust_gap::stats::ranks::{Estimate, RankChances};
use trust_gap::stats::{Level, TwoGroups, gap_parts, robust_critical};

use crate::method_paper::paper::Block;
use crate::method_paper::shown::Shown;
use crate::method_paper::table::{ends, number, table, words};

pub(crate) fn blocks() -> Vec<Block> {
    vec![
        ("chances", chances),
        ("chances-of-trusts", chances_of_trusts),
        ("robust", robust),
        ("towards", towards),
        ("gap-within", gap_within),
        ("gap-within-regions", gap_within_regions),
        ("breaks", breaks),
    ]
}

fn chances() -> String {
    let estimates: Vec<Estimate> = (1..=10)
        .map(|value| Estimate::new(f64::from(value), 1.0).unwrap())
        .collect();
    let chances = RankChances::new(&estimates);
    let rows: Vec<[String; 4]> = (0..estimates.len())
        .map(|own| {
            [
                number(estimates[own].value(), 0),
                number(chances.expected_rank(own).unwrap(), 6),
                number(chances.distribution(own).unwrap().at_most(1), 6),
                number(chances.distribution(own).unwrap().at_most(3), 6),
            ]
        })
        .collect();
    table(["θ", "expected rank", "chance of the first", "of the top three"], &rows)
}

/// The places of the demonstration's first, a middle and the last trust with a figure, and two on either side.
fn places(shown: &Shown) -> [usize; 5] {
    let trusts = &shown.analysis.trusts;
    let last = trusts.iter().rposition(|trust| trust.figure().is_some()).unwrap();
    [0, last / 4, last / 2, 3 * last / 4, last]
}

fn chances_of_trusts() -> String {
    let shown = Shown::new();
    let analysis = &shown.analysis;
    let towards = FiguresTowards::mean(analysis).unwrap();
    let england = FamilyChances::new(analysis, &towards, Scope::All).unwrap();
    let rows: Vec<[String; 5]> = places(&shown)
        .into_iter()
        .map(|place| {
            let trust = &analysis.trusts[place];
            let of = england.of(place).unwrap();
            let region = FamilyChances::new(analysis, &towards, Scope::Region(trust.region.unwrap())).unwrap();
            let fifths = of.fifths.unwrap();
            let fifths: Vec<String> = fifths.iter().map(|chance| number(*chance, 3)).collect();
            [
                trust.name.to_string(),
                trust.rank().unwrap().number().to_string(),
                number(of.expected_rank, 1),
                number(region.of(place).unwrap().top_ten, 3),
                fifths.join(", "),
            ]
        })
        .collect();
    let head = [
        "",
        "rank",
        "expected rank",
        "chance of its region's top ten",
        "chance of each fifth",
    ];
    format!(
        "{}\nRankability is {}.\n",
        table(head, &rows),
        number(towards.rankability, 3)
    )
}

fn robust() -> String {
    let rows = [0.0, 0.25, 1.0, 4.0].map(|mean| {
        let critical = robust_critical(mean, Level::P95).unwrap();
        [number(mean, 2), number(critical, 6)]
    });
    table(["s²/τ²", "cva at 95%"], &rows)
}

fn towards() -> String {
    let shown = Shown::new();
    let analysis = &shown.analysis;
    let found = FiguresTowards::mean(analysis).unwrap();
    let rows: Vec<[String; 6]> = places(&shown)
        .into_iter()
        .map(|place| {
            let trust = &analysis.trusts[place];
            let of = found.of(place).unwrap();
            [
                trust.name.to_string(),
                number(trust.figure().unwrap().number(), 2),
                number(of.figure.number(), 2),
                number(of.kept, 3),
                ends(of.interval.unwrap(), 2),
                ends(of.robust_interval(analysis.level()).unwrap(), 2),
            ]
        })
        .collect();
    format!(
        "{}\nThe mean is {}%, τ {} percentage points.\n",
        table(["", "figure", "shrunken", "w", "parametric", "robust"], &rows),
        number(found.mean.number(), 2),
        number(found.spread.number(), 2)
    )
}

fn gap_within() -> String {
    let schools = [
        [40.0, 100.0, 30.0, 50.0],
        [60.0, 80.0, 25.0, 45.0],
        [20.0, 160.0, 40.0, 55.0],
    ];
    let units = schools.map(|[first_weight, second_weight, first, second]| TwoGroups {
        first_weight,
        first,
        second_weight,
        second,
    });
    let found = gap_parts(&units).unwrap();
    let rows = schools.map(|school| school.map(|of| number(of, 0)));
    format!(
        "{}\nThe gap is {}: {} within schools and {} between them.\n",
        table(["n, disadvantaged", "n, other", "x, disadvantaged", "x, other"], &rows),
        number(found.gap, 6),
        number(found.within, 6),
        number(found.between, 6)
    )
}

fn gap_within_regions() -> String {
    let shown = Shown::new();
    let analysis = &shown.analysis;
    let row = |name: &str, of: trust_gap::method::GapWithin| {
        [
            name.to_owned(),
            number(of.gap.number(), 2),
            number(of.within.number(), 2),
            number(of.between.number(), 2),
            of.schools.to_string(),
            of.left_out.to_string(),
            number(of.shown.unwrap().number(), 2),
        ]
    };
    let regions = analysis.regions.iter();
    let mut rows: Vec<[String; 7]> = regions
        .map(|region| {
            row(
                region.region.name(),
                part_gap_within(analysis, Scope::Region(region.region)).unwrap(),
            )
        })
        .collect();
    rows.push(row("all trusts", part_gap_within(analysis, Scope::All).unwrap()));
    let trust = shown.best_of_four_schools();
    rows.push(row(&trust.name, trust_gap_within(analysis, trust).unwrap()));
    let head = [
        "",
        "gap",
        "within",
        "between",
        "schools",
        "left out",
        "gap under the rules",
    ];
    table(head, &rows)
}

fn breaks() -> String {
    let rows = SeriesBreak::ALL.map(|of| {
        let to = of.to().map_or_else(|| "on".to_owned(), |year| format!("to {year}"));
        [format!("{} {to}", of.from().unwrap()), of.to_string()]
    });
    words(["years", "why"], &rows)
}
