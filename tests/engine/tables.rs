//! Tables as pages show them: fewer columns than in a file, with the same figures.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use crate::support::demonstration;
use trust_gap::chart::{Chart, GapChart, Table, top_of_england};
use trust_gap::method::{Analysis, IntervalChoices, Measured, Rules};

fn analysed() -> (Analysis, Table) {
    let (data, rules, choices) = (demonstration(), Rules::default(), IntervalChoices::default());
    let measured = Measured::after(None, &data, &rules).unwrap();
    let analysis = measured.analysis(rules.focus, rules.regional, &[], &choices).unwrap();
    let regions = GapChart::new(&analysis).with_intervals(&measured, &analysis, &choices);
    let table = regions.table();
    (analysis, table)
}

fn heads(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|of| of.name.as_str()).collect()
}

#[test]
fn a_table_of_many_columns_has_each_interval_beside_its_figure() {
    let (_, file) = analysed();
    assert_eq!(file.columns.len(), 12);
    let page = file.on_page();
    assert_eq!(
        heads(&page),
        [
            "Region",
            "Disadvantaged pupils, % (95% interval)",
            "Other pupils, % (95% interval)",
            "Gap, percentage points (95% interval)",
            "Trusts with both figures",
            "Eligible trusts",
        ]
    );
    for (shown, whole) in page.rows.iter().zip(&file.rows) {
        let whole: Vec<String> = whole.iter().map(|cell| cell.text()).collect();
        let interval = if whole[2] == "\u{2013}" {
            String::new()
        } else {
            format!(" ({}\u{a0}to\u{a0}{})", whole[2], whole[3])
        };
        assert_eq!(shown.len(), page.columns.len());
        assert_eq!(shown[1].text(), format!("{}{interval}", whole[1]));
        assert_eq!(shown.last().unwrap().text(), *whole.last().unwrap());
    }
}

#[test]
fn a_table_of_few_columns_is_the_same_on_a_page() {
    let (analysis, _) = analysed();
    let best = top_of_england(&analysis);
    assert_eq!(*best.on_page(), best);
    // The name, and the figure rather than region and rank.
    let heads = heads(&best);
    let main: Vec<&str> = best.main_columns().into_iter().map(|column| heads[column]).collect();
    assert_eq!(main[0], "Trust");
    assert!(main[1].starts_with("Grade 5+"), "{main:?}");
    assert_eq!(main.len(), 2);
}

#[test]
fn what_every_row_says_can_be_left_out() {
    let (analysis, _) = analysed();
    let mut best = top_of_england(&analysis);
    // Their regions differ.
    assert_eq!(best.without_repeats(), best);
    best.rows.truncate(1);
    let shown = best.without_repeats();
    assert!(heads(&best).contains(&"Lead region"));
    assert!(!heads(&shown).contains(&"Lead region"));
    assert_eq!(shown.columns.len() + 1, best.columns.len());
    assert_eq!(shown.rows[0].len(), shown.columns.len());
    // The rows' heads and numbers are always there.
    assert_eq!(shown.rows[0][0], best.rows[0][0]);
    assert_eq!(shown.rows[0][1..], best.rows[0][2..]);
}
