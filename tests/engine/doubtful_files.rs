//! Every line of `doubtful/README.md`, natively: a small made-up file, the program's arguments, and what a careful
//! reader expects. Expected values are from that table.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use crate::support::{program, shared};
use serde_json::Value;

/// An expectation about the program's answer.
enum Check {
    /// A trust with this name has this figure and rank.
    Trust(&'static str, f64, u64),
    /// The number of eligible trusts.
    Eligible(usize),
    /// No trust's name contains this.
    Nowhere(&'static str),
    /// A doubt of this kind with this reading.
    Doubt(&'static str, &'static str),
    /// No doubt of this kind.
    NoDoubt(&'static str),
    /// The number of problems in total.
    Problems(usize),
    /// Standard error or the answer contains this.
    Says(&'static str),
    /// Neither contains this.
    Silent(&'static str),
}
use Check::{Doubt, Eligible, NoDoubt, Nowhere, Problems, Says, Silent, Trust};

/// Runs the program with files of the folder. The value of `--map` is a file, too.
fn output(arguments: &[&str]) -> Option<std::process::Output> {
    let folder = shared("doubtful")?;
    let mut all = vec!["analyse".to_owned(), "--format".to_owned(), "json".to_owned()];
    all.extend(arguments.iter().map(|word| {
        let path = folder.join(word);
        if path.exists() {
            path.to_string_lossy().into_owned()
        } else {
            (*word).to_owned()
        }
    }));
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    Some(program::run(&all))
}

fn holds(arguments: &[&str], checks: &[Check]) {
    let Some(output) = output(arguments) else {
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let answer: Value = serde_json::from_str(&printed).unwrap_or(Value::Null);
    let list = |key: &str| answer[key].as_array().cloned().unwrap_or_default();
    let trusts = list("trusts");
    let doubts = list("doubts");
    for check in checks {
        let fails = match check {
            Trust(name, figure, rank) => {
                let trust = trusts.iter().find(|trust| trust["name"] == *name);
                let shown = trust.map(|it| (it["figure"].as_f64(), it["rank"].as_u64()));
                let right = shown.is_some_and(|(found, place)| {
                    found.is_some_and(|found| (found - figure).abs() < 1e-9) && place == Some(*rank)
                });
                (!right).then(|| format!("{name}: {shown:?}, not {figure} and {rank}"))
            }
            Eligible(count) => {
                (answer["eligible"] != *count).then(|| format!("{} eligible, not {count}", answer["eligible"]))
            }
            Nowhere(part) => trusts
                .iter()
                .find(|trust| trust["name"].as_str().is_some_and(|it| it.contains(part)))
                .map(|trust| format!("{} is a trust", trust["name"])),
            Doubt(kind, reading) => {
                let mut of_kind = doubts.iter().filter(|doubt| doubt["kind"] == *kind);
                (!of_kind.any(|doubt| doubt["assumed"] == *reading))
                    .then(|| format!("no doubt {kind} read as {reading}: {doubts:?}"))
            }
            NoDoubt(kind) => doubts
                .iter()
                .find(|doubt| doubt["kind"] == *kind)
                .map(|doubt| format!("a doubt: {doubt}")),
            Problems(count) => {
                (list("problems").len() != *count).then(|| format!("problems, not {count}: {:?}", list("problems")))
            }
            Says(words) => {
                (!said.contains(words) && !printed.contains(words)).then(|| format!("{words:?} is not said"))
            }
            Silent(words) => (said.contains(words) || printed.contains(words)).then(|| format!("{words:?} is said")),
        };
        if let Some(fault) = fails {
            panic!("{arguments:?}: {fault}\n{said}\n{printed}");
        }
    }
}

macro_rules! files {
    ($($name:ident: [$($argument:expr),+] => [$($check:expr),+ $(,)?];)+) => {
        $(#[test] fn $name() { holds(&[$($argument),+], &[$($check),+]); })+
    };
}

files! {
    a01_suppressed_is_never_zero_and_a_true_zero_is_ranked:
        ["01-suppressed-2022-23.csv"] =>
        [Trust("ZEROFEN TRUST", 0.0, 5), Trust("LARKMOOR TRUST", 38.0, 1), Says("suppressed")];
    a02_other_symbols_are_reasons_and_no_faults:
        ["02-other-symbols-2022-23.csv"] =>
        [Trust("LARKMOOR TRUST", 38.0, 1), Trust("FERNHOLLOW TRUST", 20.0, 4), Silent("Not a number"), Doubt("dash", "not-stated")];
    a03_regions_of_every_code_and_a_code_that_is_none:
        ["03-la-codes/england_ks4final_2022-23.csv", "03-la-codes/group_links.csv"] => [Says("999")];
    a03_an_area_without_schools_says_so:
        ["03-la-codes/england_ks4final_2022-23.csv", "03-la-codes/group_links.csv", "--area", "X=851"] =>
        [Says("X has no eligible trusts and no schools that count")];
    a04_members_without_results_are_named:
        ["04-new-urn/england_ks4final_2022-23.csv", "04-new-urn/group_links.csv", "04-new-urn/links_edubasealldata.csv", "--min-schools", "2"] =>
        [Eligible(1), Says("900302"), Says("900312")];
    a05_a_closed_trusts_schools_count_once:
        ["05-closed-trust/england_ks4final_2022-23.csv", "05-closed-trust/group_links.csv", "--min-years", "0"] =>
        [Eligible(1)];
    a06_one_trust_has_one_name:
        ["06-renamed-trust/england_ks4final_2022-23.csv", "06-renamed-trust/group_links.csv"] => [Eligible(1)];
    a08_protected_numbers_are_read:
        ["08-protected-ids.csv"] => [Eligible(2), Trust("ROWANSIDE TRUST", 25.0, 1), Problems(0)];
    a09_a_number_in_scientific_form_is_named:
        ["09-scientific-urn.csv", "--min-schools", "1"] => [Says("9.1E+05")];
    a10_no_break_spaces_in_names_of_columns_are_blanks:
        ["05-closed-trust/england_ks4final_2022-23.csv", "10-nbsp-header.csv"] => [Silent("not known"), Silent("without column")];
    a10_no_break_spaces_in_cells_are_blanks:
        ["05-closed-trust/england_ks4final_2022-23.csv", "10-nbsp-type.csv"] => [Silent("another kind")];
    a11_spellings_of_one_name_are_one_trust:
        ["11-trust-name-variants.csv"] => [Eligible(1), Doubt("same-trust", "one-trust")];
    a12_a_month_of_fifteen_decides_the_column:
        ["12-us-dates/england_ks4final_2022-23.csv", "12-us-dates/group_links.csv"] =>
        [Doubt("date-order", "month-first")];
    a13_short_years_and_serial_days_are_read_or_listed:
        ["13-short-years/england_ks4final_2022-23.csv", "13-short-years/group_links.csv"] => [Eligible(1)];
    a15_a_percent_sign_and_a_fraction_in_one_column:
        ["15-mixed-percent.csv"] =>
        [Trust("ELDERCOTE TRUST", 25.0, 1), Trust("ROWANSIDE TRUST", 25.0, 1), Doubt("share-unit", "by-sign")];
    a16_the_header_is_found_below_notes:
        ["16-notes-above.csv"] => [Eligible(2), Says("line 4")];
    a17_totals_and_notes_are_no_trusts:
        ["17-totals-and-notes-below.csv", "--map", "17-map.toml"] =>
        [Trust("Rowanside Trust", 25.0, 1), Nowhere("Total"), Nowhere("Average"), Nowhere("Notes"), Doubt("total-rows", "totals")];
    a18_a_second_header_is_one_notice:
        ["18-second-header-2022-23.csv"] => [Silent("Not a number")];
    a19_a_repeated_header_is_one_notice:
        ["19-repeated-header.csv", "--year", "2022/23"] =>
        [Eligible(4), Silent("Not a number"), Doubt("repeated-header", "headers")];
    a20_trusts_named_na_stay:
        ["20-named-na-2022-23.csv"] => [Problems(0), NoDoubt("total-rows"), NoDoubt("dash")];
    a22_a_line_that_names_the_separator_is_no_header:
        ["22-sep-line.csv"] => [Eligible(2), Problems(0)];
    a23_two_marks_of_byte_order:
        ["23-two-boms-2022-23.csv"] => [Eligible(4), Problems(0)];
    a24_a_line_end_in_a_name_matches_a_blank:
        ["24-bom-quoted-comma.csv", "--map", "24-map.toml"] => [Eligible(1), Trust("Rowanside Trust", 25.0, 1)];
    a25_letters_of_an_old_macintosh:
        ["25-cr-only-mac-2022-23.csv"] => [Eligible(4), Says("CAF\u{c9}"), Doubt("encoding", "macroman")];
    a25_line_ends_of_three_kinds:
        ["25-mixed-line-ends-2022-23.csv"] => [Eligible(4)];
    a26_utf_16_without_its_mark:
        ["26-utf16le-no-bom-2022-23.csv"] => [Eligible(4)];
    a27_nul_early: ["27-nul-early-2022-23.csv"] => [Eligible(4)];
    a28_lines_swallowed_by_a_quote_are_named:
        ["28-smart-closing-quote-2022-23.csv"] => [Says("line 3")];
    a29_pipes_are_separators: ["29-pipe-2022-23.csv"] => [Eligible(4), Problems(0)];
    a29_a_header_alone: ["29-header-only-2022-23.csv"] => [Says("contains only the row of column names")];
    a29_a_single_column: ["29-single-column.csv"] => [Says("29-single-column.csv")];
    a30_commas_between_thousands:
        ["30-thousands.csv", "--map", "30-map.toml", "--measure", "own-spend", "--group", "all"] => [Doubt("commas", "thousands")];
    a31_every_dash_is_a_minus:
        ["31-minus-signs-2022-23.csv", "--measure", "p8"] =>
        [Trust("ENDASH TRUST", -0.9, 1), Trust("BRACKET TRUST", -0.9, 1), Trust("MINUS TRUST", -0.9, 1), Problems(0)];
    a33_rows_of_other_lengths_are_one_notice:
        ["33-extra-header-and-blank-rows-2022-23.csv"] => [Eligible(4)];
    a34_an_archive_from_standard_input: ["34-from-stdin.zip", "--year", "2022/23"] => [Eligible(4)];
    a35_companions_of_a_macintosh_are_no_faults:
        ["35-macos.zip"] => [Eligible(4), Silent("._links.csv"), Silent("DS_Store"), Says("schools.zip")];
    a36_a_nameless_entry: ["36-nameless-entry.zip"] => [Eligible(4)];
    a37_names_of_another_code_page: ["37-cp437-names.zip"] => [Eligible(4)];
    a39_all_equal: ["39-all-equal-2022-23.csv"] => [Silent("NaN")];
    a39_all_zero: ["39-all-zero-2022-23.csv"] => [Silent("NaN")];
    a39_one_trust: ["39-one-trust-2022-23.csv"] => [Eligible(1), Silent("NaN")];
    a41_a_trust_of_no_pupils_has_no_rank:
        ["41-tiny-and-zero-pupils-2022-23.csv"] => [Trust("FULL TRUST", 100.0, 1), Trust("TINY TRUST", 0.0, 6)];
    a44_ties_by_order:
        ["44-ties-by-order.csv"] => [Eligible(3)];
}

#[test]
fn a27_nul_early_and_late_have_one_outcome() {
    let Some(late) = output(&["27-nul-late-2022-23.csv"]) else {
        return;
    };
    let early = output(&["27-nul-early-2022-23.csv"]).unwrap();
    assert_eq!(early.status.code(), late.status.code());
}

#[test]
fn a12_the_other_order_of_dates_can_be_chosen() {
    let choice = "date-order:group_links.csv:Joined date=day-first";
    holds(
        &[
            "12-us-dates/england_ks4final_2022-23.csv",
            "12-us-dates/group_links.csv",
            "--assume",
            choice,
        ],
        &[Doubt("date-order", "day-first"), Says("your choice")],
    );
}

#[test]
fn a15_another_unit_can_be_chosen() {
    let choice = "share-unit:15-mixed-percent.csv:em5_disadvantaged=percent";
    holds(
        &["15-mixed-percent.csv", "--assume", choice],
        &[Trust("ELDERCOTE TRUST", 0.25, 2), Doubt("share-unit", "percent")],
    );
}

#[test]
fn a46_ranks_of_any_table_have_no_nan() {
    let Some(folder) = shared("doubtful") else {
        return;
    };
    for name in ["46-ranks-all-equal.csv", "46-ranks-one.csv", "46-ranks-degenerate.csv"] {
        let path = folder.join(name);
        let path = path.to_string_lossy();
        let columns = ["--value", "mean", "--se", "se", "--label", "name"];
        let output = program::run(&[&["ranks", &path], &columns[..]].concat());
        assert!(!String::from_utf8_lossy(&output.stdout).contains("NaN"), "{name}");
        assert!(
            name != "46-ranks-degenerate.csv" || !output.stderr.is_empty(),
            "a standard error of 0 is named"
        );
    }
}
