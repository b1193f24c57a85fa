//! Figures against a part of the context: the line is the one that figures adjusted for that part rest on, and the
//! chart says what its table says.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::fmt::Write as _;
use std::rc::Rc;

use crate::support::pictures::assert_inside;
use crate::support::{demonstration, library_of, trusts_2022_23};
use trust_gap::chart::{Cell, Chart, ScatterChart, parts_known};
use trust_gap::method::{
    AdjustPart, AdjustParts, Analysis, Contexts, FiguresAgainst, IntervalChoices, Measured, NoLine, NotAdjusted, Rules,
    UnitKind,
};
use trust_gap::model::DataSet;
use trust_gap::terms::{ContextPart, Focus, Region};

struct Of {
    measured: Rc<Measured>,
    analysis: Analysis,
    contexts: Contexts,
}

impl Of {
    fn new(data: &DataSet, focus: Focus) -> Self {
        let rules = Rules {
            focus,
            ..Rules::default()
        };
        let measured = Measured::after(None, data, &rules).unwrap();
        Self {
            analysis: crate::support::analysis(&measured, &rules),
            contexts: Contexts::new(measured.judgement()),
            measured,
        }
    }

    fn against(&self, part: ContextPart) -> FiguresAgainst {
        FiguresAgainst::new(&self.analysis, &self.contexts, part)
    }
}

#[test]
fn the_line_of_the_real_trusts_is_the_one_that_adjusted_figures_rest_on() {
    let Some(data) = trusts_2022_23() else { return };
    let mut compared = 0;
    for focus in [Focus::Disadvantaged, Focus::Other, Focus::All] {
        let of = Of::new(&data, focus);
        for part in AdjustPart::ALL {
            let Some(context) = part.of_trusts() else { continue };
            let against = of.against(context);
            if against.points.is_empty() {
                continue;
            }
            let parts = AdjustParts::NONE.with(part, true);
            let adjusted = of.measured.adjusted(focus, parts, &IntervalChoices::default()).unwrap();
            let adjusted = crate::support::analysis(&adjusted, &of.analysis.rules);
            let adjustment = adjusted.adjustment.as_ref().unwrap();
            let line = against.line.as_ref().unwrap();
            if line.trusts > adjustment.count {
                // Those without another part are in the picture, too.
                assert!(focus == Focus::All, "{focus:?} {context:?}");
                continue;
            }
            compared += 1;
            let slope = adjustment.slopes[0].coefficient;
            let within = 1e-6;
            assert!(
                (line.slope().value - slope.value).abs() < within,
                "{focus:?} {context:?}"
            );
            assert!(
                (line.slope().error - slope.error).abs() < within,
                "{focus:?} {context:?}"
            );
            assert!((line.share_explained.unwrap() - adjustment.share_explained.unwrap()).abs() < within);
            for point in &against.points {
                let trust = &of.analysis.trusts[point.trust];
                let expected = adjustment.of(trust).unwrap().expected.number();
                assert!(
                    (point.expected.unwrap().number() - expected).abs() < 10.0 * within,
                    "{}",
                    trust.name
                );
            }
        }
    }
    assert!(compared >= 10, "{compared}");
    // All parts of a trust file, and no part that only schools have.
    let of = Of::new(&data, Focus::Disadvantaged);
    let known = parts_known(&of.analysis, &of.contexts);
    let keys: Vec<&str> = known.into_iter().map(ContextPart::key).collect();
    assert_eq!(keys, ["disadvantaged", "eal", "sen", "prior_attainment", "sponsored"]);
}

#[test]
fn a_scatter_says_what_its_table_says_at_every_width() {
    let Some(data) = trusts_2022_23() else { return };
    let of = Of::new(&data, Focus::Disadvantaged);
    let dixons = of
        .analysis
        .trusts
        .iter()
        .find(|trust| trust.name.to_uppercase().contains("DIXONS"))
        .unwrap();
    let against = of.against(ContextPart::PriorAttainment);
    let named = [Rc::clone(&dixons.uid)];
    let chart = ScatterChart::new(&of.analysis, &against, Some(Region::SouthWest), &named);
    assert_eq!(
        chart.title(),
        "Trusts with higher prior attainment have higher figures on average"
    );
    assert!(
        chart.subtitle().contains("Trusts in the South West are highlighted."),
        "{}",
        chart.subtitle()
    );
    assert!(chart.description().contains("Dixons"), "{}", chart.description());
    let table = chart.table();
    assert_eq!(table.rows.len(), 212);
    let row = table.rows.iter().find(|row| row[0].text().contains("Dixons")).unwrap();
    let Cell::Figure(on_the_line) = &row[4] else {
        panic!("{row:?}")
    };
    for width in [288, 375, 720, 1100] {
        let picture = chart.draw(width);
        assert_inside(&picture, "scatter");
        let stops = picture.stops();
        assert_eq!(stops.len(), 212);
        let words = &stops
            .iter()
            .find(|stop| *stop.subject.id == *dixons.uid)
            .unwrap()
            .subject
            .words;
        assert!(
            words.starts_with("Dixons Academies Trust, Yorkshire and the Humber: 37%"),
            "{words}"
        );
        assert!(words.contains(&on_the_line.in_sentence()), "{words}");
    }
    assert!(chart.beyond(&dixons.uid).unwrap().contains("in its region"));
}

#[test]
fn a_gap_is_drawn_against_schools_contexts_too() {
    let data = demonstration();
    let of = Of::new(&data, Focus::Gap);
    for part in parts_known(&of.analysis, &of.contexts) {
        let against = of.against(part);
        let chart = ScatterChart::new(&of.analysis, &against, None, &[]);
        assert!(!chart.subtitle().contains("no line"), "{part:?}: {}", chart.subtitle());
        assert!(chart.title().contains("gap"), "{}", chart.title());
        assert_inside(&chart.draw(375), "gap");
    }
}

/// Made-up trusts in two regions or one, each with its share of disadvantaged pupils and its figure.
fn made_up(trusts: &[(i32, i32)], regions: [&str; 2]) -> Rc<DataSet> {
    let mut csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
                   PTL2BASICS_95_WGTAVG_FSM6CLA1A\n"
        .to_owned();
    for (uid, (share, figure)) in trusts.iter().enumerate() {
        let region = regions[uid % 2];
        writeln!(csv, "{uid},TRUST {uid},{region},400,{share}%,{figure}%").unwrap();
    }
    library_of(&[("mats_2022-23.csv", &csv)]).newest().unwrap()
}

#[test]
fn where_no_line_can_be_drawn_the_reason_is_said() {
    let two = ["London", "South West"];
    let some = |count: i32| -> Vec<(i32, i32)> { (0..count).map(|at| (10 + at, 40 - at + at % 3)).collect() };
    let of_trusts = |reason| NoLine::NotAdjusted(reason);
    for (trusts, regions, reason, said) in [
        (
            some(9),
            two,
            of_trusts(NotAdjusted::TooFew {
                kind: UnitKind::Trusts,
                units: 9,
                needed: 10,
            }),
            "The picture has no line: 9 trusts have a figure and every part, and 10 are needed.",
        ),
        (
            some(24),
            ["London"; 2],
            of_trusts(NotAdjusted::OneRegion(UnitKind::Trusts)),
            "The picture has no line: all trusts are in one region",
        ),
        (
            some(24).into_iter().map(|(_, figure)| (20, figure)).collect(),
            two,
            NoLine::Constant,
            "The picture has no line: all trusts have the same here.",
        ),
        (
            some(24).into_iter().map(|(share, _)| (share, 60 - share)).collect(),
            two,
            of_trusts(NotAdjusted::PerfectFit(UnitKind::Trusts)),
            "The picture has no line: it would explain the figures of all trusts exactly",
        ),
    ] {
        let of = Of::new(&made_up(&trusts, regions), Focus::Disadvantaged);
        let against = of.against(ContextPart::Disadvantaged);
        assert_eq!(against.line.as_ref().unwrap_err(), &reason);
        let chart = ScatterChart::new(&of.analysis, &against, None, &[]);
        assert!(chart.subtitle().contains(said), "{}", chart.subtitle());
        assert_eq!(chart.table().rows.len(), trusts.len());
        assert_eq!(chart.draw(720).stops().len(), trusts.len());
    }
}
