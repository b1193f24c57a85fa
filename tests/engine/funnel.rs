//! Funnels: the method paper's vectors, small files by hand, and the published trust file.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use crate::support::made_up::{School, link, links, school, wide};
use crate::support::{library_of, trusts_2022_23};
use proptest::prelude::*;
use trust_gap::method::{Analysis, Funnel, FunnelError, FunnelPoint, Limits, Omitted, Rules, analyse};
use trust_gap::model::DataSet;
use trust_gap::stats::Interval;
use trust_gap::stats::funnel::FunnelZone;
use trust_gap::terms::{Focus, Measure, Missing, OwnMeasure, Unit};

fn made(data: &std::rc::Rc<DataSet>, rules: &Rules, limits: Limits) -> (Analysis, Result<Funnel, FunnelError>) {
    let analysis = analyse(data, rules).unwrap();
    let funnel = Funnel::new(&analysis, limits);
    (analysis, funnel)
}

fn of_measure(measure: Measure, focus: Focus) -> Rules {
    Rules {
        measure,
        focus,
        ..Rules::default()
    }
}

/// A trust file of all pupils' shares with grade 5 and their Attainment 8: pupils, share, score.
fn small_file(trusts: &[(String, String, String)]) -> String {
    let mut text =
        "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PTL2BASICS_95_WGTAVG,ATT8SCR_WGTAVG\n".to_owned();
    for (place, (pupils, share, score)) in trusts.iter().enumerate() {
        text += &format!("{place},T{place},London,{pupils},{share},{score}\n");
    }
    text
}

fn funnel_of_shares(samples: &[(f64, f64)], limits: Limits) -> Funnel {
    let trusts: Vec<_> = samples
        .iter()
        .map(|(x, n)| (n.to_string(), format!("{}%", 100.0 * x / n), "40".to_owned()))
        .collect();
    let library = library_of(&[("mats_2022-23.csv", &small_file(&trusts))]);
    let rules = of_measure(Measure::Grade5EnglishMaths, Focus::All);
    made(&library.newest().unwrap(), &rules, limits).1.unwrap()
}

fn at(funnel: &Funnel, pupils: f64) -> FunnelPoint {
    let mut points = funnel.points.iter();
    *points
        .find(|point| (point.effective_pupils - pupils).abs() < 1e-9)
        .unwrap()
}

fn is_near(limits: Interval, (low, high): (f64, f64), tolerance: f64) {
    assert!(
        (limits.low() - low).abs() < tolerance && (limits.high() - high).abs() < tolerance,
        "{limits:?} and not {low} to {high}"
    );
}

/// The method paper, section 5: the over-dispersion vector, winsorised.
#[test]
fn over_dispersed_limits_are_the_papers() {
    let x = [12.0, 30.0, 26.0, 50.0, 42.0, 71.0, 4.0, 29.0, 48.0, 36.0];
    let n = [82.0, 98.0, 100.0, 125.0, 162.0, 151.0, 12.0, 100.0, 82.0, 99.0];
    let samples: Vec<_> = x.into_iter().zip(n).collect();
    let funnel = funnel_of_shares(&samples, Limits::OverDispersed);
    let spread = funnel.over_dispersion().unwrap();
    assert!((spread.target() - 0.626_974_327_891_288).abs() < 1e-10);
    assert!((spread.ratio() - 4.009_052_917_020_549).abs() < 1e-10);
    assert!((spread.between() - 0.008_688_259_710_023_325).abs() < 1e-10);
    // sum x / sum n = 348 / 1,011, in percent.
    assert!((funnel.target.number() - 34_800.0 / 1_011.0).abs() < 1e-9);
    let angle = 0.626_974_327_891_288_f64;
    let reach = (1.0 / (4.0 * 125.0) + 0.008_688_259_710_023_325_f64).sqrt();
    let limit = |z: f64| (angle + z * reach).sin().powi(2) * 100.0;
    let limits = at(&funnel, 125.0).limits;
    let z = [1.959_963_984_540_054, 3.090_232_306_167_813];
    is_near(limits.inner, (limit(-z[0]), limit(z[0])), 1e-8);
    is_near(limits.outer, (limit(-z[1]), limit(z[1])), 1e-8);
    assert_eq!(funnel.pupil_sd(), None);
}

/// The method paper, section 5: exact limits around a quarter.
#[test]
fn exact_limits_are_the_papers() {
    let samples = [(12.5, 50.0), (25.0, 100.0), (50.0, 200.0)];
    let funnel = funnel_of_shares(&samples, Limits::Exact);
    for (pupils, [far_low, low, high, far_high]) in [
        (50.0, [6.623_29, 12.433_72, 36.503_95, 44.049_78]),
        (100.0, [11.956_72, 16.235_50, 33.232_32, 38.560_66]),
        (200.0, [15.660_07, 18.862_07, 30.874_69, 34.533_28]),
    ] {
        let point = at(&funnel, pupils);
        is_near(point.limits.inner, (low, high), 1e-5);
        is_near(point.limits.outer, (far_low, far_high), 1e-5);
        assert_eq!((point.verdict, point.distance), (FunnelZone::Within, 0.0));
    }
    // Every integer size has its own step, and none is left out if there is room for all.
    let curve = funnel.curve(40.0, 4_000);
    let sizes: Vec<f64> = curve.iter().map(|(size, _)| *size).collect();
    assert_eq!(sizes, (1..=40).map(f64::from).collect::<Vec<_>>());
}

#[test]
fn scores_have_normal_limits_around_their_weighted_mean() {
    let trusts: Vec<_> = [("100", "40"), ("400", "50"), ("", "45"), ("25", "SUPPMAT")]
        .into_iter()
        .map(|(pupils, score)| (pupils.to_owned(), "40%".to_owned(), score.to_owned()))
        .collect();
    let library = library_of(&[("mats_2022-23.csv", &small_file(&trusts))]);
    let data = library.newest().unwrap();
    let rules = of_measure(Measure::Attainment8, Focus::All);
    let (analysis, funnel) = made(&data, &rules, Limits::Normal);
    let funnel = funnel.unwrap();
    // (100 * 40 + 400 * 50) / 500, and the assumed 20 points between pupils.
    assert_eq!(funnel.target.in_sentence(), "48.0 points");
    assert_eq!(funnel.pupil_sd(), Some(20.0));
    let lowest = at(&funnel, 100.0);
    is_near(lowest.limits.inner, (48.0 - 3.919_928, 48.0 + 3.919_928), 1e-6);
    is_near(lowest.limits.outer, (48.0 - 6.180_465, 48.0 + 6.180_465), 1e-6);
    assert_eq!(lowest.verdict, FunnelZone::FarBelow);
    assert!((lowest.distance - 8.0 / 6.180_464_6).abs() < 1e-6);
    let reasons: Vec<_> = funnel
        .omitted
        .iter()
        .map(|(place, reason)| (&*analysis.trusts[*place].uid, *reason))
        .collect();
    assert_eq!(
        reasons,
        [("2", Omitted::NoPupils), ("3", Omitted::NoFigure(Missing::Suppressed))]
    );
    for limits in [Limits::Exact, Limits::OverDispersed] {
        let (_, refused) = made(&data, &rules, limits);
        assert_eq!(refused, Err(FunnelError::NotOfShares(limits)));
    }
}

/// The method paper, section 4: schools of 40, 60 and 100 pupils with 3, 4 and 7 years, capped at 5.
#[test]
fn trusts_of_schools_stand_at_their_effective_size() {
    let schools: Vec<School> = [("40", "50%"), ("60", "40%"), ("100", "30%")]
        .into_iter()
        .zip(1..)
        .map(|((pupils, share), urn)| {
            let mut school = school(100_000 + urn);
            school.pupils[0] = pupils.to_owned();
            school.em5[0] = share.to_owned();
            school
        })
        .collect();
    let joined = ["01/09/2020", "01/09/2019", "01/09/2016"];
    let members: Vec<_> = joined
        .into_iter()
        .zip(1..)
        .map(|(day, urn)| link(100_000 + urn, 7, day))
        .collect();
    let library = library_of(&[
        ("england_ks4final.csv", &wide(&schools, Some(22))),
        ("links.csv", &links(&members)),
    ]);
    let rules = of_measure(Measure::Grade5EnglishMaths, Focus::All);
    let (_, funnel) = made(&library.newest().unwrap(), &rules, Limits::Normal);
    let funnel = funnel.unwrap();
    assert!(!funnel.is_upper_bound);
    let point = funnel.points[0];
    assert!((point.effective_pupils - 193.612_565).abs() < 1e-6);
    assert!((point.figure.number() - 35.581_395_3).abs() < 1e-6);
    assert!((funnel.target.number() - 35.581_395_3).abs() < 1e-6);
}

#[test]
fn what_has_no_funnel_says_why() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = of_measure(Measure::Grade5EnglishMaths, Focus::Gap);
    let (_, refused) = made(&data, &rules, Limits::Normal);
    assert_eq!(refused, Err(FunnelError::Gap));
    let no_pupils = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG\n1,ONE,London,40%\n";
    let library = library_of(&[("mats_2022-23.csv", no_pupils)]);
    let rules = of_measure(Measure::Grade5EnglishMaths, Focus::All);
    for limits in Limits::ALL {
        let (_, refused) = made(&library.newest().unwrap(), &rules, limits);
        assert_eq!(refused, Err(FunnelError::NoTrusts));
    }
    let own = Measure::Own(OwnMeasure::new("Marks", Unit::OwnPoints, Default::default()));
    assert!(Limits::offered(own, Focus::All).is_empty());
}

#[test]
fn keys_are_distinct_and_read_back() {
    for limits in Limits::ALL {
        assert_eq!(Limits::from_key(limits.key()), Some(limits));
    }
    assert_eq!(Limits::from_key("wilson"), None);
}

/// The numbers of points far below, below, within, above and far above.
fn counts(verdicts: impl Iterator<Item = FunnelZone>) -> [usize; 5] {
    let mut counts = [0; 5];
    for verdict in verdicts {
        counts[verdict as usize] += 1;
    }
    counts
}

/// The trusts of the published file, classified again from pupils and figures by the paper's formula.
#[test]
fn the_published_trusts_lie_where_the_formula_puts_them() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = of_measure(Measure::Grade5EnglishMaths, Focus::Disadvantaged);
    let (analysis, funnel) = made(&data, &rules, Limits::Normal);
    let funnel = funnel.unwrap();
    assert_eq!((funnel.points.len(), funnel.omitted.len()), (212, 4));
    assert!(funnel.is_upper_bound);

    let samples: Vec<(f64, f64)> = analysis
        .trusts
        .iter()
        .filter_map(|trust| Some((trust.figure()?.number() / 100.0, trust.group_pupils?)))
        .collect();
    let pupils: f64 = samples.iter().map(|(_, n)| n).sum();
    let target = samples.iter().map(|(share, n)| share * n).sum::<f64>() / pupils;
    assert!((funnel.target.number() / 100.0 - target).abs() < 1e-12);
    let verdict = |(share, n): &(f64, f64)| {
        let z = (share - target) / (target * (1.0 - target) / n).sqrt();
        match z {
            z if z < -3.090_232 => FunnelZone::FarBelow,
            z if z < -1.959_964 => FunnelZone::Below,
            z if z > 3.090_232 => FunnelZone::FarAbove,
            z if z > 1.959_964 => FunnelZone::Above,
            _ => FunnelZone::Within,
        }
    };
    let expected = counts(samples.iter().map(verdict));
    let found = counts(funnel.points.iter().map(|point| point.verdict));
    assert_eq!(found, expected);
    let far = funnel.far_out();
    assert_eq!((far.below, far.above), (expected[0], expected[4]));
    assert!((far.expected - 0.424).abs() < 1e-9);
    assert!(far.is_more && far.outside() > 20, "{far:?}");
}

#[test]
fn over_dispersed_limits_leave_fewer_published_trusts_outside() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = of_measure(Measure::Grade5EnglishMaths, Focus::Disadvantaged);
    let outside = Limits::ALL.map(|limits| {
        let funnel = made(&data, &rules, limits).1.unwrap();
        funnel.far_out().outside()
    });
    let [normal, exact, over_dispersed] = outside;
    assert!(over_dispersed * 3 < normal.min(exact), "{outside:?}");
    assert!(normal.abs_diff(exact) < 10, "{outside:?}");
    let funnel = made(&data, &rules, Limits::OverDispersed).1.unwrap();
    let spread = funnel.over_dispersion().unwrap();
    assert!(spread.ratio() > 1.0 && spread.between() > 0.0);
}

#[test]
fn every_published_score_has_a_funnel() {
    let Some(data) = trusts_2022_23() else { return };
    for measure in [Measure::Attainment8, Measure::Progress8, Measure::EbaccAps] {
        for focus in [Focus::Disadvantaged, Focus::Other, Focus::All] {
            let (analysis, funnel) = made(&data, &of_measure(measure, focus), Limits::Normal);
            let funnel = funnel.unwrap();
            let with_figure = analysis.trusts.iter().filter(|of| of.figure().is_some());
            assert_eq!(funnel.points.len(), with_figure.count());
            assert!(funnel.is_upper_bound);
        }
    }
    let rules = of_measure(Measure::Progress8, Focus::Disadvantaged);
    let sd = made(&data, &rules, Limits::Normal).1.unwrap().pupil_sd();
    // The method paper, section 4: 1.41 in 2022/23.
    assert!((sd.unwrap() - 1.41).abs() < 0.01, "{sd:?}");
}

proptest! {
    #[test]
    fn limits_hold_the_target_and_lie_within_shares(
        samples in prop::collection::vec((0_u32..=100, 1_u32..3_000), 1..20),
        kind in 0_usize..3,
    ) {
        let samples: Vec<_> = samples
            .into_iter()
            .map(|(share, n)| (f64::from(share) / 100.0 * f64::from(n), f64::from(n)))
            .collect();
        let funnel = funnel_of_shares(&samples, Limits::ALL[kind]);
        prop_assert_eq!(funnel.points.len(), samples.len());
        let target = funnel.target.number();
        let mut last: Option<f64> = None;
        for (_, bands) in funnel.curve(3_000.0, 100) {
            let (inner, outer) = (bands.inner, bands.outer);
            prop_assert!(0.0 <= outer.low() && outer.high() <= 100.0);
            prop_assert!(outer.low() <= inner.low() && inner.high() <= outer.high());
            // Exact limits may pass the target by less than a pupil.
            if funnel.limits() != Limits::Exact {
                prop_assert!(inner.low() <= target + 1e-9 && target <= inner.high() + 1e-9);
                let width = outer.half_width();
                prop_assert!(last.is_none_or(|last| width <= last + 1e-9), "narrower with size");
                last = Some(width);
            }
        }
        for point in &funnel.points {
            let is_far = matches!(point.verdict, FunnelZone::FarAbove | FunnelZone::FarBelow);
            prop_assert_eq!(is_far, point.distance > 1.0, "{:?}", point);
        }
    }
}
