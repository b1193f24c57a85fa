//! How certain the real trust file's figures are, who could be in a top ten, and which findings survive other rules.
//!
//! Expected values are those of the method paper, sections 3, 4 and 7, or follow from its formulas.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::support::{library_of, trusts_2022_23};
use trust_gap::chart::{Cell, Record};
use trust_gap::demo::Demonstration;
use trust_gap::export::robustness_report::RobustnessReport;
use trust_gap::layout::read_file;
use trust_gap::method::weighting::Weight;
use trust_gap::method::{
    Analysis, AssumedSpread, Family, FamilyRanks, IntervalBasis, IntervalChoices, Measured, Precision, RankKind,
    Ranking, RegionalRule, Robustness, Rules, Scope, Survey, analyse, regional_ranks,
};
use trust_gap::model::{DataSet, Library};
use trust_gap::stats::{Interval, Level, Sample, wilson};
use trust_gap::terms::{Focus, Group, Measure, Region, Unit};

/// An analysis with the precision of its figures.
fn precise(data: &DataSet, rules: &Rules, interval_choices: &IntervalChoices) -> Analysis {
    let measured = Measured::after(None, data, rules).unwrap();
    measured
        .analysis(rules.focus, rules.regional, &[], interval_choices)
        .unwrap()
}

fn of(measure: Measure, focus: Focus) -> Rules {
    Rules {
        measure,
        focus,
        ..Rules::default()
    }
}

fn at(level: Level) -> IntervalChoices {
    IntervalChoices {
        level,
        ..IntervalChoices::default()
    }
}

fn assert_close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found}, {expected}");
}

fn assert_same(found: Interval, expected: Interval) {
    assert_close(found.low(), expected.low());
    assert_close(found.high(), expected.high());
}

/// The precision of each trust that has a figure, with its place.
fn of_trusts(analysis: &Analysis) -> impl Iterator<Item = (usize, f64, Precision)> {
    let trusts = analysis.trusts.iter().enumerate();
    trusts.filter_map(|(place, trust)| Some((place, trust.figure()?.number(), trust.precision?)))
}

#[test]
fn the_effective_size_is_the_methods_under_every_cap() {
    let sheet = "urn,region,trust,years_in_trust,pupils_all,pupils_disadvantaged,em5_disadvantaged\n\
                 1,London,T,3,90,40,50%\n2,London,T,4,90,60,40%\n3,London,T,7,190,100,30%\n";
    let data = library_of(&[("mine 2022-23.csv", sheet)]).newest().unwrap();
    // The last is 1060^2 / 6220. The paper has a different last digit.
    for (cap, figure, size) in [
        (Some(5), 35.581_395_3, 193.612_565),
        (Some(4), 36.315_789_5, 197.808_219),
        (Some(1), 37.0, 200.0),
        (None, 34.528_301_9, 180.643_087),
    ] {
        let rules = Rules {
            weight: Weight::PupilsYears { cap },
            ..Rules::default()
        };
        let analysis = precise(&data, &rules, &IntervalChoices::default());
        let (_, found, precision) = of_trusts(&analysis).next().unwrap();
        assert!((found - figure).abs() < 1e-7, "{found}");
        let effective = precision.effective_pupils.unwrap();
        assert!((effective - size).abs() < 1e-6, "{effective}");
        let share = wilson(Sample::of_share(found / 100.0, effective).unwrap(), Level::P95);
        assert_close(precision.interval.low(), 100.0 * share.low());
        assert_close(precision.interval.high(), 100.0 * share.high());
        assert!(!analysis.intervals.is_upper_bound);
    }
}

#[test]
fn shares_of_a_trust_file_have_wilsons_intervals_of_rounded_pupils() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = Rules::default();
    let analysis = precise(&data, &rules, &IntervalChoices::default());
    assert_eq!(
        (analysis.intervals.ground, analysis.intervals.is_upper_bound),
        (IntervalBasis::Pupils, true)
    );
    assert_eq!(of_trusts(&analysis).count(), 212);
    for (place, figure, precision) in of_trusts(&analysis) {
        let pupils = analysis.trusts[place].group_pupils.unwrap();
        assert_eq!(precision.effective_pupils, Some(pupils));
        let share = wilson(Sample::of_share(figure / 100.0, pupils).unwrap(), Level::P95);
        let expected = Interval::new(100.0 * share.low(), 100.0 * share.high()).unwrap();
        assert_same(precision.interval, expected);
        // Never zero, for any share.
        assert!(precision.error > 0.0);
        assert_close(precision.error, expected.half_width() / Level::P95.z());
    }
}

/// Section 4: under the simple mean `sqrt(sum s^2) / k`, under the mean by pupils `sqrt(sum W^2 s^2)`.
#[test]
fn regional_figures_have_the_errors_of_the_methods_formulas() {
    let Some(data) = trusts_2022_23() else { return };
    for regional in [RegionalRule::SimpleMean, RegionalRule::PupilWeighted] {
        let rules = Rules {
            regional,
            ..Rules::default()
        };
        let analysis = precise(&data, &rules, &IntervalChoices::default());
        for region in Region::ALL {
            let (mut sum, mut squares) = (0.0, 0.0);
            for (place, _, precision) in of_trusts(&analysis) {
                let trust = &analysis.trusts[place];
                if trust.region == Some(region) {
                    let weight = match regional {
                        RegionalRule::SimpleMean => 1.0,
                        _ => trust.group_pupils.unwrap(),
                    };
                    sum += weight;
                    squares += (weight * precision.error).powi(2);
                }
            }
            let found = analysis.precision_of(Scope::Region(region)).unwrap();
            assert_close(found.error, squares.sqrt() / sum);
            let half_width = Level::P95.z() * found.error;
            assert_close(found.interval.half_width(), half_width);
        }
        assert!(analysis.all.precision.unwrap().error < 0.3);
    }
}

#[test]
fn progress_8_has_the_published_intervals_at_95_and_as_wide_as_asked_at_others() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = of(Measure::Progress8, Focus::Disadvantaged);
    let analysis = precise(&data, &rules, &IntervalChoices::default());
    assert_eq!(
        (analysis.intervals.ground, analysis.intervals.is_upper_bound),
        (IntervalBasis::Published, false)
    );
    let published: BTreeMap<&str, Interval> = data
        .trusts()
        .iter()
        .filter_map(|trust| {
            let interval = (*trust.progress_interval.get(Group::Disadvantaged))?;
            Some((trust.uid.as_str(), interval))
        })
        .collect();
    assert!(published.len() > 200);
    let at_99 = precise(&data, &rules, &at(Level::P99));
    let mut compared = 0;
    for (place, figure, precision) in of_trusts(&analysis) {
        let Some(interval) = published.get(&*analysis.trusts[place].uid) else {
            continue;
        };
        compared += 1;
        assert_eq!(precision.interval, *interval);
        let wide = at_99.trusts[place].precision.unwrap().interval;
        let ratio = Level::P99.z() / Level::P95.z();
        assert_same(wide, Interval::normal(figure, interval.half_width(), ratio).unwrap());
    }
    assert_eq!(compared, 212);
}

/// Section 4: plus and minus `z sd / sqrt(n)` with an assumed standard deviation that can be changed.
#[test]
fn scores_rest_on_the_assumed_standard_deviation() {
    let Some(data) = trusts_2022_23() else { return };
    let halved = AssumedSpread::default()
        .with(Unit::Points, 10.0)
        .with(Unit::AveragePoints, 1.05);
    for (measure, usual) in [(Measure::Attainment8, 20.0), (Measure::EbaccAps, 2.1)] {
        let rules = of(measure, Focus::Disadvantaged);
        for (assumed, sd) in [(AssumedSpread::default(), usual), (halved, usual / 2.0)] {
            let interval_choices = IntervalChoices {
                assumed,
                ..IntervalChoices::default()
            };
            let analysis = precise(&data, &rules, &interval_choices);
            assert_eq!(analysis.intervals.ground, IntervalBasis::Assumed(sd));
            for (place, figure, precision) in of_trusts(&analysis) {
                let pupils = analysis.trusts[place].group_pupils.unwrap();
                let reach = Level::P95.z() * sd / pupils.sqrt();
                assert_same(precision.interval, Interval::normal(figure, reach, 1.0).unwrap());
                assert_close(precision.error, sd / pupils.sqrt());
            }
        }
    }
}

#[test]
fn a_gap_has_the_errors_of_both_its_ends() {
    let Some(data) = trusts_2022_23() else { return };
    let measure = Measure::Grade5EnglishMaths;
    let errors = |focus| -> BTreeMap<String, f64> {
        let analysis = precise(&data, &of(measure, focus), &IntervalChoices::default());
        of_trusts(&analysis)
            .map(|(place, _, precision)| (analysis.trusts[place].uid.to_string(), precision.error))
            .collect()
    };
    let (poor, other) = (errors(Focus::Disadvantaged), errors(Focus::Other));
    let gaps = errors(Focus::Gap);
    assert!(gaps.len() > 200);
    for (uid, error) in gaps {
        assert_close(error, poor[&uid].hypot(other[&uid]));
    }
}

#[test]
fn intervals_widen_with_the_level_and_figures_stay() {
    let Some(data) = trusts_2022_23() else { return };
    for measure in [
        Measure::Grade5EnglishMaths,
        Measure::Progress8,
        Measure::Attainment8,
        Measure::EbaccAps,
    ] {
        for focus in Focus::ALL {
            let rules = of(measure, focus);
            let levels = IntervalChoices::LEVELS.map(|level| precise(&data, &rules, &at(level)));
            for pair in levels.windows(2) {
                for (narrow, wide) in pair[0].trusts.iter().zip(&pair[1].trusts) {
                    assert_eq!((&narrow.uid, narrow.status), (&wide.uid, wide.status));
                    let (Some(narrow), Some(wide)) = (narrow.precision, wide.precision) else {
                        assert_eq!(narrow.precision, wide.precision);
                        continue;
                    };
                    assert!(wide.interval.low() <= narrow.interval.low());
                    assert!(narrow.interval.high() <= wide.interval.high());
                }
            }
        }
    }
}

fn regional(data: &DataSet, kind: RankKind) -> Vec<(Family, FamilyRanks)> {
    let interval_choices = IntervalChoices {
        kind,
        ..IntervalChoices::default()
    };
    let analysis = precise(data, &Rules::default(), &interval_choices);
    regional_ranks(&analysis)
}

/// Section 7: trusts with a figure, those ranked tenth or better, those that could be.
#[test]
fn as_many_trusts_could_be_in_a_top_ten_as_the_method_says() {
    let Some(data) = trusts_2022_23() else { return };
    for (kind, expected) in [
        (
            RankKind::Marginal,
            [
                (Region::London, [19, 11, 15]),
                (Region::SouthWest, [28, 10, 27]),
                (Region::SouthEast, [21, 11, 21]),
            ],
        ),
        (
            RankKind::Simultaneous,
            [
                (Region::London, [19, 11, 16]),
                (Region::SouthWest, [28, 10, 27]),
                (Region::SouthEast, [21, 11, 21]),
            ],
        ),
    ] {
        let found = regional(&data, kind);
        assert_eq!(found.len(), 9);
        for (region, counts) in expected {
            let (family, ranks) = found
                .iter()
                .find(|(family, _)| family.of.region() == Some(region))
                .unwrap();
            assert_eq!(
                [
                    family.indices().count(),
                    ranks.ranked_in_top_ten(),
                    ranks.could_be_top_ten()
                ],
                counts,
                "{} {kind:?}",
                region.name()
            );
            assert_eq!(family.without_interval(), 0);
        }
    }
}

#[test]
fn ranks_with_intervals_are_the_analysis_own_ranks() {
    let Some(data) = trusts_2022_23() else { return };
    for focus in [Focus::Disadvantaged, Focus::Gap] {
        let rules = of(Measure::Grade5EnglishMaths, focus);
        let analysis = precise(&data, &rules, &IntervalChoices::default());
        let mut ranked = 0;
        for (family, found) in regional_ranks(&analysis) {
            for (place, rank) in family.indices().zip(&found.ranks) {
                let own = analysis.trusts[place].regional_rank().unwrap();
                assert_eq!(rank.rank, own.number());
                assert!(rank.low <= rank.rank && rank.rank <= rank.high);
                assert!(rank.could_be_top_ten || !own.is_top_ten());
                ranked += 1;
            }
        }
        assert_eq!(ranked, of_trusts(&analysis).count());
    }
}

#[test]
fn the_progress_of_a_ranking_grows_to_its_end() {
    let Some(data) = trusts_2022_23() else { return };
    let analysis = precise(&data, &Rules::default(), &IntervalChoices::default());
    let families: Vec<_> = [Region::London, Region::NorthEast]
        .map(|region| Family::of(&analysis, Scope::Region(region)).estimates())
        .to_vec();
    for kind in RankKind::ALL {
        let mut ranking = Ranking::new(families.clone(), Level::P95, kind);
        let mut last = None;
        while let Some(progress) = ranking.advance() {
            assert!(progress.done <= progress.of);
            assert!(last.is_none_or(|(done, of)| done <= progress.done && of == progress.of));
            last = Some((progress.done, progress.of));
        }
        let (done, of) = last.unwrap();
        assert_eq!(done, of);
        assert_eq!(ranking.finish().len(), 2);
    }
}

fn surveyed(data: &DataSet, rules: &Rules) -> Robustness {
    let mut survey = Survey::new(data, rules).unwrap();
    let mut last = None;
    while let Some(progress) = survey.advance() {
        assert!(progress.steps <= progress.of);
        last = Some(progress);
    }
    let last = last.unwrap();
    assert_eq!(last.steps, last.of);
    survey.finish()
}

fn headlines(data: &DataSet, rules: &Rules) -> (usize, bool, Vec<Record>) {
    let analysis = analyse(data, rules).unwrap();
    let report = RobustnessReport::new(&surveyed(data, rules), &analysis);
    assert!(report.trusts.is_empty());
    (report.combinations, report.trusts_testable, report.headlines)
}

/// Section 3: under the simple mean the South West is lowest, weighted by pupils the South East is.
#[test]
fn the_lowest_region_depends_on_the_regional_rule_and_nothing_else_can_be_tested() {
    let Some(data) = trusts_2022_23() else { return };
    for (regional, lowest, broken_by) in [
        (RegionalRule::SimpleMean, "South West", "--regional pupils"),
        (RegionalRule::PupilWeighted, "South East", "--regional simple"),
    ] {
        let rules = Rules {
            regional,
            ..Rules::default()
        };
        let (combinations, testable, headlines) = headlines(&data, &rules);
        assert_eq!((combinations, testable), (2, false));
        let [first, last] = &headlines[..] else {
            panic!("{headlines:?}")
        };
        let text = |headline: &Record| headline.get("text").unwrap().text();
        assert!(text(first).contains("London"), "{}", text(first));
        assert!(text(last).contains(lowest), "{}", text(last));
        let none = Cell::List(Vec::new());
        let broken = Cell::List(vec![Cell::words(broken_by)]);
        for (headline, share, breaks_under) in [(first, 1.0, none), (last, 0.5, broken)] {
            assert_eq!(headline.get("share"), Some(&Cell::Share(share)));
            assert_eq!(headline.get("breaks_under"), Some(&breaks_under));
        }
    }
}

fn demonstration() -> Rc<DataSet> {
    let mut library = Library::default();
    for (name, text) in Demonstration::generate().files() {
        library.add(read_file(&name, text.as_bytes()).unwrap());
    }
    library.newest().unwrap()
}

/// A figure in billionths with its ranks in England and in its region.
type Ranked = Option<(i64, u32, u32)>;

/// Two combinations are equal if these are: each trust's ranks, and the figures of all trusts and of the regions.
fn numbers(analysis: &Analysis) -> (Vec<(String, Ranked)>, Vec<Option<i64>>) {
    let mut trusts: Vec<_> = analysis
        .trusts
        .iter()
        .map(|trust| {
            let ranks = trust.rank().zip(trust.regional_rank());
            let ranked = ranks
                .zip(trust.figure())
                .map(|((rank, regional), figure)| (figure.steps(), rank.number(), regional.number()));
            (trust.uid.to_string(), ranked)
        })
        .collect();
    trusts.sort();
    let region = |region| {
        let mut regions = analysis.regions.iter();
        let found = regions.find(|figures| figures.region == region)?;
        found.area.figure
    };
    let figures = Region::ALL.map(region).into_iter().chain([analysis.all.figure]);
    (
        trusts,
        figures.map(|figure| figure.map(|figure| figure.steps())).collect(),
    )
}

/// Section 8, on the demonstration: each of the 216 combinations is analysed by itself.
#[test]
fn every_combination_that_gives_the_same_numbers_counts_once() {
    let data = demonstration();
    let rules = of(Measure::Grade5EnglishMaths, Focus::Disadvantaged);
    let robustness = surveyed(&data, &rules);
    assert!(robustness.trusts_testable);
    let tried: usize = robustness.outcomes.iter().map(|outcome| outcome.rules.len()).sum();
    assert_eq!(tried, 6 * 4 * 3 * 3);
    let mut known = Vec::new();
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for outcome in &robustness.outcomes {
        let analyses: Vec<Analysis> = outcome
            .rules
            .iter()
            .map(|rules| analyse(&data, rules).unwrap())
            .collect();
        let first = numbers(&analyses[0]);
        assert!(analyses.iter().all(|analysis| numbers(analysis) == first));
        assert!(!known.contains(&first), "{:?}", outcome.rules);
        for (uid, ranked) in &first.0 {
            tallies.entry(uid.clone()).or_default().count(*ranked);
        }
        let steps = |region| outcome.figure(region).map(|figure| figure.steps());
        let regions = Region::ALL.map(|region| steps(Some(region)));
        let figures: Vec<Option<i64>> = regions.into_iter().chain([steps(None)]).collect();
        assert_eq!(figures, first.1);
        known.push(first);
    }
    assert_eq!(robustness.trusts.len(), tallies.len());
    let all = robustness.outcomes.len() as f64;
    for trust in &robustness.trusts {
        let tally = &tallies[&*trust.uid];
        let range = |ranks: &[u32]| Some((*ranks.iter().min()?, *ranks.iter().max()?));
        let places =
            |(best, worst): (trust_gap::method::Rank, trust_gap::method::Rank)| (best.number(), worst.number());
        assert_eq!(trust.england.map(places), range(&tally.england));
        assert_eq!(trust.regional.map(places), range(&tally.regional));
        let in_top = |ranks: &[u32]| ranks.iter().filter(|rank| **rank <= 10).count() as f64;
        assert_close(trust.top_ten_share, in_top(&tally.regional) / tally.eligible);
        assert_close(trust.england_top_ten_share, in_top(&tally.england) / tally.eligible);
        assert_close(trust.eligible_share, tally.eligible / all);
    }
    // The rules matter: some trusts are eligible only under some combinations, and most change rank.
    let count = |is_so: &dyn Fn(&Tally) -> bool| tallies.values().filter(|of| is_so(of)).count();
    assert!(count(&|tally| tally.eligible < all) > 0);
    assert!(2 * count(&|tally| tally.england.iter().min() != tally.england.iter().max()) > tallies.len());
}

/// A trust's ranks over the combinations in which it is eligible.
#[derive(Default)]
struct Tally {
    eligible: f64,
    england: Vec<u32>,
    regional: Vec<u32>,
}

impl Tally {
    fn count(&mut self, ranked: Ranked) {
        self.eligible += 1.0;
        if let Some((_, england, regional)) = ranked {
            self.england.push(england);
            self.regional.push(regional);
        }
    }
}

#[test]
fn headlines_of_the_demonstration_are_tested_under_every_kind_of_rule() {
    let data = demonstration();
    for focus in [Focus::Disadvantaged, Focus::Gap] {
        let rules = of(Measure::Grade5EnglishMaths, focus);
        let robustness = surveyed(&data, &rules);
        let analysis = analyse(&data, &rules).unwrap();
        for headline in robustness.of_claims(&analysis) {
            assert_eq!(headline.of, robustness.outcomes.len());
            assert!(headline.claim.holds(&analysis));
            assert!((1..=headline.of).contains(&headline.holds));
            assert!(headline.broken_by.is_empty() || headline.holds < headline.of);
        }
    }
}
