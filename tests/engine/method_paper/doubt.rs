//! Sections 4 to 7: intervals, funnels, shrunken figures, ranks.

use trust_gap::method::{
    AssumedSpread, Family, Funnel, Limits, RankKind, Ranking, RegionalRule, Rules, Scope, shrunken, trust_difference,
};
use trust_gap::stats::funnel::{FunnelZone, OverDispersion, Winsorised, exact_limits, normal_limits};
use trust_gap::stats::ranks::{Estimate, Simulation, distinguishable, family_critical, marginal, marginal_best};
use trust_gap::stats::{Level, Measurement, Sample, shrink, wilson};
use trust_gap::terms::{Measure, Region, Unit};

use crate::method_paper::paper::Block;
use crate::method_paper::shown::Shown;
use crate::method_paper::table::{ends, number, table, words};

pub(crate) fn blocks() -> Vec<Block> {
    vec![
        ("levels", levels),
        ("wilson", wilson_intervals),
        ("spreads", spreads),
        ("region-errors", region_errors),
        ("funnel-limits", funnel_limits),
        ("over-dispersion", over_dispersion),
        ("funnel", funnel),
        ("shrinkage", shrinkage),
        ("shrunken", shrunken_trusts),
        ("ranks", ranks),
        ("critical", critical),
        ("could-be", could_be),
        ("pair", pair),
    ]
}

fn levels() -> String {
    let rows = [Level::P90, Level::P95, Level::P99, Level::P99_8].map(|level| {
        let percent = level.percent();
        let decimals = usize::from(percent.fract() > 0.0);
        [format!("{}%", number(percent, decimals)), number(level.z(), 15)]
    });
    table(["level", "z"], &rows)
}

fn wilson_intervals() -> String {
    let samples = [
        (65.0, 100.0),
        (0.0, 20.0),
        (20.0, 20.0),
        (6.5, 10.0),
        (68.89, 193.612_565),
    ];
    let rows = samples.map(|(successes, size)| {
        let sample = Sample::new(successes, size).unwrap();
        let interval = wilson(sample, Level::P95);
        [
            format!("{successes} of {size}"),
            number(sample.share(), 4),
            number(interval.low(), 10),
            number(interval.high(), 10),
            number(interval.half_width() / Level::P95.z(), 6),
        ]
    });
    table(["sample", "share", "low", "high", "s"], &rows)
}

fn spreads() -> String {
    let assumed = AssumedSpread::default();
    let row = |what: &str, sd: Option<f64>, from: &str| {
        let sd = sd.map_or_else(|| "none".to_owned(), |sd| number(sd, 2));
        [what.to_owned(), sd, from.to_owned()]
    };
    let progress = Shown::under(&Rules {
        measure: Measure::Progress8,
        ..Rules::default()
    });
    words(
        ["scores", "standard deviation of pupils", "from"],
        &[
            row(
                "Attainment 8",
                assumed.of(Unit::Points),
                "the project's assumption, which can be changed",
            ),
            row(
                "EBacc average point score",
                assumed.of(Unit::AveragePoints),
                "the project's assumption, which can be changed",
            ),
            row(
                "Progress 8 of the demonstration",
                progress.analysis.intervals.pupil_sd,
                "the intervals that the file publishes",
            ),
            row(
                "points of a user's own",
                assumed.of(Unit::OwnPoints),
                "none: no interval is shown",
            ),
        ],
    )
}

fn region_errors() -> String {
    let shown = Shown::new();
    let found = RegionalRule::ALL.map(|rule| shown.by(rule));
    let rows: Vec<[String; 4]> = Region::ALL
        .into_iter()
        .map(|region| {
            let cells = found.each_ref().map(|analysis| {
                let precision = analysis.precision_of(Scope::Region(region)).unwrap();
                format!("{} ({})", number(precision.error, 3), ends(precision.interval, 1))
            });
            let [one, two, three] = cells;
            [region.name().to_owned(), one, two, three]
        })
        .collect();
    table(["", "1: simple mean", "2: by pupils", "3: by school"], &rows)
}

fn funnel_limits() -> String {
    let rows: Vec<[String; 5]> = [50.0, 100.0, 200.0]
        .into_iter()
        .flat_map(|size| {
            [Level::P95, Level::P99_8].map(|level| {
                let normal = normal_limits(0.25, size, level.z()).unwrap();
                let exact = exact_limits(0.25, size, level.alpha() / 2.0).unwrap();
                [
                    number(size, 0),
                    format!("{}%", number(level.percent(), usize::from(level == Level::P99_8))),
                    ends(normal, 7),
                    number(exact.low(), 7),
                    number(exact.high(), 7),
                ]
            })
        })
        .collect();
    table(["n", "level", "normal", "exact, low", "exact, high"], &rows)
}

/// The vector of the method: successes and sizes.
const AREAS: [(f64, f64); 10] = [
    (12.0, 82.0),
    (30.0, 98.0),
    (26.0, 100.0),
    (50.0, 125.0),
    (42.0, 162.0),
    (71.0, 151.0),
    (4.0, 12.0),
    (29.0, 100.0),
    (48.0, 82.0),
    (36.0, 99.0),
];

fn over_dispersion() -> String {
    let samples = AREAS.map(|(successes, size)| Sample::new(successes, size).unwrap());
    let kinds = [("no", Winsorised::No), ("at 10% and 90%", Winsorised::TenPercent)];
    let rows = kinds.map(|(name, winsorised)| {
        let found = OverDispersion::new(&samples, winsorised).unwrap();
        let limits = found.limits(100.0, Level::P95.z()).unwrap();
        [
            name.to_owned(),
            number(found.target(), 12),
            number(found.ratio(), 12),
            number(found.between(), 15),
            ends(limits, 6),
        ]
    });
    let head = ["winsorised", "target", "φ", "τ²", "95% limits at n = 100"];
    table(head, &rows)
}

fn funnel() -> String {
    let shown = Shown::new();
    let rows = Limits::ALL.map(|limits| {
        let found = Funnel::new(&shown.analysis, limits).unwrap();
        let count = |place: FunnelZone| {
            let points = found.points.iter().filter(|point| point.verdict == place);
            points.count().to_string()
        };
        [
            limits.name().to_owned(),
            number(found.target.number(), 2),
            count(FunnelZone::FarBelow),
            count(FunnelZone::Below),
            count(FunnelZone::Within),
            count(FunnelZone::Above),
            count(FunnelZone::FarAbove),
        ]
    });
    let head = [
        "limits",
        "target, %",
        "far below",
        "below",
        "within",
        "above",
        "far above",
    ];
    table(head, &rows)
}

fn shrinkage() -> String {
    let figures = [3.0, 2.0, 5.0, 4.0, 6.0].map(|value| Measurement { value, variance: 1.0 });
    let found = shrink(&figures).unwrap();
    let list = |numbers: &[f64]| {
        let each = numbers.iter().map(|of| number(*of, 1));
        each.collect::<Vec<String>>().join(", ")
    };
    let row = |what: &str, value: String| [what.to_owned(), value];
    words(
        ["", ""],
        &[
            row("y, each with v = 1", list(&figures.map(|figure| figure.value))),
            row("μ*", number(found.mean, 1)),
            row("τ²", number(found.between, 1)),
            row("B", list(&found.kept)),
            row("shrunken", list(&found.values)),
        ],
    )
}

fn shrunken_trusts() -> String {
    let shown = Shown::new();
    let analysis = &shown.analysis;
    let found = shrunken(analysis, Scope::All).unwrap();
    let last = analysis.trusts.iter().rposition(|trust| trust.figure().is_some());
    let last = last.unwrap();
    let rows: Vec<[String; 5]> = [0, 1, 2, last - 2, last - 1, last]
        .into_iter()
        .map(|place| {
            let trust = &analysis.trusts[place];
            let shrunken = found.of(place).unwrap();
            [
                trust.name.to_string(),
                number(analysis.trusts[place].precision.unwrap().effective_pupils.unwrap(), 1),
                number(trust.figure().unwrap().number(), 2),
                number(shrunken.figure.number(), 2),
                number(shrunken.kept, 3),
            ]
        })
        .collect();
    format!(
        "{}\nμ* is {}%, τ {} percentage points.\n",
        table(["", "effective pupils", "figure", "shrunken", "B"], &rows),
        number(found.mean.number(), 2),
        number(found.spread.number(), 2)
    )
}

fn ranks() -> String {
    let estimates: Vec<Estimate> = (1..=10)
        .map(|value| Estimate::new(f64::from(value), 1.0).unwrap())
        .collect();
    let alone = marginal(&estimates, Level::P95);
    let best = marginal_best(&estimates, Level::P95);
    let together = Simulation::usual(estimates.clone(), Level::P95).finish();
    let rows: Vec<[String; 6]> = (0..estimates.len())
        .map(|place| {
            let [one, all] = [alone[place].interval, together.intervals[place]];
            [
                number(estimates[place].value(), 0),
                one.rank().to_string(),
                format!("{} to {}", one.low(), one.high()),
                number(alone[place].critical, 4),
                best[place].best.to_string(),
                format!("{} to {}", all.low(), all.high()),
            ]
        })
        .collect();
    table(["θ", "rank", "marginal", "c", "best, one-sided", "simultaneous"], &rows)
}

fn critical() -> String {
    let rows = [2, 3, 10, 25, 100].map(|count| {
        let estimates: Vec<Estimate> = (0..count)
            .map(|value| Estimate::new(f64::from(value), 1.0).unwrap())
            .collect();
        [
            count.to_string(),
            Simulation::draws(estimates.len()).to_string(),
            number(marginal(&estimates, Level::P95)[0].critical, 4),
            number(family_critical(&estimates, Level::P95), 4),
        ]
    });
    table(["trusts, equal s", "draws", "c, marginal", "c, every pair"], &rows)
}

fn could_be() -> String {
    let shown = Shown::new();
    let families = Region::ALL.map(|region| Family::of(&shown.analysis, Scope::Region(region)));
    let ranks = |kind| {
        let estimates = families.iter().map(Family::estimates).collect();
        let mut ranking = Ranking::new(estimates, Level::P95, kind);
        while ranking.advance().is_some() {}
        ranking.finish()
    };
    let (alone, together) = (ranks(RankKind::Marginal), ranks(RankKind::Simultaneous));
    let rows: Vec<[String; 5]> = Region::ALL
        .into_iter()
        .enumerate()
        .map(|(place, region)| {
            [
                region.name().to_owned(),
                families[place].estimates().len().to_string(),
                alone[place].ranked_in_top_ten().to_string(),
                alone[place].could_be_top_ten().to_string(),
                together[place].could_be_top_ten().to_string(),
            ]
        })
        .collect();
    let head = [
        "",
        "trusts",
        "ranked tenth or better",
        "could be, marginal",
        "could be, simultaneous",
    ];
    table(head, &rows)
}

fn pair() -> String {
    let shown = Shown::new();
    let analysis = &shown.analysis;
    let family = Family::of(analysis, Scope::Region(Region::London));
    let places: Vec<usize> = family.indices().collect();
    let estimates = family.estimates();
    let critical = family_critical(&estimates, Level::P95);
    let rows = [1, 2, places.len() / 2, places.len() - 1].map(|other| {
        let found = trust_difference(analysis, &family, critical, places[0], places[other]);
        let found = found.unwrap();
        assert_eq!(
            found.is_distinguishable,
            distinguishable(estimates[0], estimates[other], critical)
        );
        let verdict = if found.is_distinguishable { "yes" } else { "no" };
        [
            (other + 1).to_string(),
            number(found.difference.number(), 2),
            ends(found.interval, 2),
            verdict.to_owned(),
        ]
    });
    format!(
        "{}\nLondon has {} trusts with intervals; c is {}.\n",
        table(["first against", "difference", "interval", "distinguishable"], &rows),
        estimates.len(),
        number(critical, 4)
    )
}
