//! A trust beside trusts with such an intake, and the chances of its rank, as its page and its report have them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::{demonstration, library_of, trusts_2022_23};
use trust_gap::chart::{Chart, TrustChancesInWords, TrustContext};
use trust_gap::export::methods::Used;
use trust_gap::export::report_page::{ReportInput, ReportPage};
use trust_gap::method::{
    AdjustPart, AdjustParts, Analysis, ContextWeights, IntervalChoices, Measured, NotAdjusted, Rules, Settings,
    TrustFigures,
};
use trust_gap::model::DataSet;
use trust_gap::terms::ContextPart;

/// An analysis as it is and adjusted for the chosen parts, or for all.
fn analysed(data: &DataSet, chosen: AdjustParts) -> (Rc<Measured>, Analysis, Result<Analysis, NotAdjusted>) {
    let (rules, choices) = (Rules::default(), IntervalChoices::default());
    let measured = Measured::after(None, data, &rules).unwrap();
    let before = crate::support::analysis(&measured, &rules);
    let adjusted = measured.adjusted_as_chosen(rules.focus, chosen, &choices);
    let adjusted = adjusted.map(|adjusted| crate::support::analysis(&adjusted, &rules));
    (measured, before, adjusted)
}

fn trust<'a>(analysis: &'a Analysis, name: &str) -> &'a TrustFigures {
    let mut trusts = analysis.trusts.iter();
    trusts.find(|trust| trust.name.to_uppercase().contains(name)).unwrap()
}

fn texts(context: &TrustContext) -> Vec<Vec<String>> {
    let rows = context.table.rows.iter();
    rows.map(|row| row.iter().map(trust_gap::chart::Cell::text).collect())
        .collect()
}

#[test]
fn dixons_beside_trusts_with_such_an_intake_is_as_the_method_has_it() {
    let Some(data) = trusts_2022_23() else { return };
    let (_, before, adjusted) = analysed(&data, AdjustParts::NONE);
    let adjusted = adjusted.unwrap();
    let dixons = trust(&before, "DIXONS");
    let context = TrustContext::new(&before, &adjusted, AdjustParts::NONE, &dixons.uid).unwrap();
    assert_eq!(
        context.sentences,
        [
            "Trusts with such an intake have 29.0% on average. Dixons Academies Trust has 37%: a difference of 8.0 \
             percentage points (from 3.7 to 12.3).",
            "Unadjusted, it is joint 13th of 212 trusts. Adjusted for context it has 32.0% and is 14th of 212.",
        ]
    );
    let rows = texts(&context);
    assert_eq!(rows[0][..2], ["Unadjusted", "37"]);
    assert_eq!(rows[1][..2], ["Trusts with such an intake", "29.0"]);
    assert_eq!(rows[2][..4], ["Difference", "8.0", "3.7", "12.3"]);
    assert_eq!(rows[3][..2], ["Adjusted for context", "32.0"]);
    assert_eq!([&rows[0][4], &rows[3][4]], ["13", "14"]);
    // What is counted, that nobody chose it, and what adjusting cannot do, each once.
    let notes = context.notes.join(" ");
    for said in [
        "Adjusted for the share of disadvantaged pupils",
        "You have not chosen parts of the context",
        "That explains 66%",
        "it leaves out what no file has",
    ] {
        assert_eq!(notes.matches(said).count(), 1, "{said}: {notes}");
    }
    let all = format!("{} {notes} {:?}", context.sentences.join(" "), context.table);
    for never in ["expected of", "true figure", "real figure"] {
        assert!(!all.contains(never), "{never}");
    }
}

#[test]
fn a_chosen_part_is_said_and_so_is_one_that_the_files_do_not_have() {
    let Some(data) = trusts_2022_23() else { return };
    let chosen = AdjustParts::NONE
        .with(AdjustPart::Eal, true)
        .with(AdjustPart::Selective, true);
    let (_, before, adjusted) = analysed(&data, chosen);
    let adjusted = adjusted.unwrap();
    let uid = &trust(&before, "GREENSHAW").uid;
    let notes = TrustContext::new(&before, &adjusted, chosen, uid)
        .unwrap()
        .notes
        .join(" ");
    assert!(
        notes.contains("Adjusted for first language, over 212 trusts."),
        "{notes}"
    );
    assert!(
        notes.contains("One part is not counted, selection by ability: it is not in the files."),
        "{notes}"
    );
    assert!(!notes.contains("You have not chosen parts of the context"), "{notes}");
    // Similar trusts go by the same parts.
    let weights = ContextWeights::of_parts(chosen);
    let of = |part| weights.of(part);
    assert_eq!(
        [of(ContextPart::Eal), of(ContextPart::Selective), of(ContextPart::Sen)],
        [1.0, 1.0, 0.0]
    );
    let single_sex = AdjustParts::NONE.with(AdjustPart::SingleSex, true);
    assert_eq!(ContextWeights::of_parts(single_sex), ContextWeights::default());
}

#[test]
fn a_file_without_context_is_refused_with_its_reason() {
    let mut csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n".to_owned();
    for uid in 0..24 {
        let region = ["London", "South West"][uid % 2];
        csv.push_str(&format!("{uid},TRUST {uid},{region},400,{}%\n", 10 + 2 * uid));
    }
    let data = library_of(&[("mats_2022-23.csv", &csv)]).newest().unwrap();
    let (_, _, adjusted) = analysed(&data, AdjustParts::NONE);
    let reason = adjusted.unwrap_err().to_string();
    assert!(reason.starts_with("Not adjusted for context: "), "{reason}");
}

#[test]
fn the_chances_of_a_trust_can_be_said_aloud() {
    let Some(data) = trusts_2022_23() else { return };
    let (_, before, _) = analysed(&data, AdjustParts::NONE);
    let uid = &trust(&before, "DIXONS").uid;
    let chances = TrustChancesInWords::new(&before, uid).unwrap();
    let said = &chances.sentences;
    assert!(
        said[0].ends_with("of being in Yorkshire and the Humber\u{2019}s top ten."),
        "{said:?}"
    );
    assert!(
        said.last().unwrap().ends_with("of being in England\u{2019}s top ten."),
        "{said:?}"
    );
    assert!(said[1].starts_with("Expected rank: "), "{said:?}");
    assert_eq!(format!("{}.", chances.chart.unwrap().title()), said[0]);
    assert!(chances.meaning.contains("They say nothing about why trusts differ."));
}

#[test]
fn the_report_of_a_trust_has_context_chances_and_the_gap_inside_schools() {
    let data = demonstration();
    let (measured, before, adjusted) = analysed(&data, AdjustParts::NONE);
    let report = |adjusted| {
        let report_input = ReportInput {
            data: &data,
            measured: &measured,
            analysis: &before,
            every: &[],
            adjusted,
            is_kept: false,
            settings: &Settings::default(),
            ranks: None,
            used: Used::default(),
            made_on: "30 November 2026",
            dated: &|_| None,
        };
        ReportPage::of_trust(&report_input, &before.trusts[0].uid).unwrap()
    };
    let page = report(Some(adjusted.as_ref().map_err(|reason| *reason)));
    let finding = page.finding.join(" ");
    for said in [
        "Trusts with such an intake have",
        "Adjusted for context it has",
        "top ten.",
        "is inside the same school",
    ] {
        assert!(finding.contains(said), "{said}: {finding}");
    }
    assert!(
        page.tables
            .iter()
            .any(|table| table.caption.heading.contains("beside trusts with such an intake"))
    );
    let notes = page.notes.join(" ");
    assert!(
        notes.contains("it leaves out what no file has") && notes.contains("Chances count the luck"),
        "{notes}"
    );
    let refused = report(Some(Err(NotAdjusted::NoPrecision)));
    assert!(
        refused
            .notes
            .join(" ")
            .contains("no file says how precise the figures are")
    );
}
