//! The native program on trusts: `trust-gap trust` and `trust-gap compare`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::path::{Path, PathBuf};

use crate::support::program::{json, refused};
use crate::support::{TRUST_FILE, shared};
use serde_json::Value;
use trust_gap::demo::Demonstration;

fn trust_file() -> Option<String> {
    Some(shared(TRUST_FILE)?.to_str()?.to_owned())
}

/// A file of the test's own, with its path.
fn written(name: &str, content: &str) -> String {
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("program_trusts");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

fn rows(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// The line of a measure and a group of a trust's page.
fn line<'a>(page: &'a Value, measure: &str, group: &str) -> &'a Value {
    let measure = rows(&page["measures"]).iter().find(|of| of["measure"] == measure);
    let groups = rows(&measure.unwrap()["groups"]);
    groups.iter().find(|of| of["group"] == group).unwrap()
}

#[test]
fn twyfords_page() {
    let Some(file) = trust_file() else { return };
    let page = json(&["trust", "5132", &file]);
    assert_eq!(page["name"], "TWYFORD CHURCH OF ENGLAND ACADEMIES TRUST");
    assert_eq!(page["region"], "London");
    assert_eq!(page["year"], "2022/23");
    assert_eq!(
        (&page["basis"], &page["kind"]),
        (&"published".into(), &"marginal".into())
    );
    assert_eq!(page["schools_counted"], 4);
    let figure = line(&page, "em5", "disadvantaged");
    assert_eq!(figure["figure"], 60.0, "the highest of all");
    assert_eq!(
        (&figure["rank"]["rank"], &figure["rank"]["of"]),
        (&1.into(), &212.into())
    );
    let (in_region, of) = (&figure["regional_rank"]["rank"], &figure["regional_rank"]["of"]);
    assert_eq!((in_region, of), (&1.into(), &19.into()));
    // London and all trusts by the simple mean (method, section 3).
    let close = |value: &Value, expected: f64| (value.as_f64().unwrap() - expected).abs() < 0.005;
    assert!(close(&figure["region"]["figure"], 37.16));
    assert!(close(&figure["national"]["figure"], 24.00));
    assert_eq!(line(&page, "att8", "all")["figure"], 63.5);
    assert_eq!(line(&page, "p8", "all")["low"], 1.04);
    assert_eq!(rows(&page["measures"]).len(), 7, "the file has no grade 4+");
    let context = &page["context"]["trust"];
    assert_eq!(context["disadvantaged"], 23.0);
    assert_eq!(context["prior_attainment"], 106.6);
    assert_eq!(context["selective"], Value::Null);
    assert_eq!(
        (&context["types"]["converter"], &context["types"]["free"]),
        (&1.into(), &3.into())
    );
    let similar = &page["similar"];
    assert_eq!(rows(&similar["trusts"]).len(), 10);
    assert_eq!(similar["trusts"][1]["uid"], "4581");
    assert_eq!(similar["trusts"][1]["standing"], "worse");
    assert_eq!(similar["family"], "this trust with each of the 10 listed");
}

#[test]
fn the_page_of_the_lowest_trust_of_the_south_west() {
    let Some(file) = trust_file() else { return };
    let page = json(&["trust", "16503", &file, "--similar", "3", "--level", "90"]);
    assert_eq!(page["name"], "REACH SOUTH ACADEMY TRUST");
    let figure = line(&page, "em5", "disadvantaged");
    assert_eq!(figure["figure"], 5.0);
    let of_region = &figure["regional_rank"];
    assert_eq!((&of_region["rank"], &of_region["of"]), (&28.into(), &28.into()));
    assert_eq!(page["level"], 90.0);
    let similar = rows(&page["similar"]["trusts"]);
    assert_eq!(similar.len(), 3);
    assert!(similar.iter().all(|one| one["standing"] == "better"));
    let difference = similar[0]["difference"].as_f64().unwrap();
    assert_eq!(difference, 17.0 - 5.0, "Dudley Academies Trust");
    // Other weights give another neighbour: here only pupils with English as an additional language count.
    let options = ["disadvantaged=0", "sen=0", "prior_attainment=0", "sponsored=0"];
    let mut arguments = vec!["trust", "16503", &file];
    for option in options {
        arguments.extend(["--context-weight", option]);
    }
    let by_eal = json(&arguments);
    let differences = &by_eal["similar"]["trusts"][0]["differences"];
    assert_eq!(differences.as_object().unwrap().len(), 1);
    assert_eq!(differences["eal"], 0.0);
}

#[test]
fn a_page_from_schools_lists_them() {
    let demonstration = Demonstration::generate();
    let newest = *demonstration.years().last().unwrap();
    let schools = written("ks4_2022-23.csv", &demonstration.school_file(newest));
    let links = written("links.csv", &demonstration.group_links());
    let listed = json(&["analyse", &schools, &links, "--format", "json"]);
    let trust = &listed["trusts"][0];
    let uid = trust["uid"].as_str().unwrap();
    let page = json(&["trust", uid, &schools, &links]);
    assert_eq!(page["basis"], "computed");
    let counted = rows(&page["schools"]);
    assert_eq!(counted.len(), rows(&trust["schools"]).len());
    let shares: f64 = counted.iter().map(|school| school["share"].as_f64().unwrap()).sum();
    assert!((shares - 1.0).abs() < 1e-9);
    for (school, same) in counted.iter().zip(rows(&trust["schools"])) {
        for key in ["urn", "name", "pupils", "years", "weight", "value", "share", "status"] {
            assert_eq!(school[key], same[key], "{key}");
        }
        assert!(school["type"].is_string() && school["context"]["eal"].is_number());
    }
    let figure = line(&page, "em5", "disadvantaged");
    for key in ["figure", "low", "high", "effective_pupils"] {
        assert_eq!(figure[key], trust[key], "{key}");
    }
    assert_eq!(figure["regional_rank"]["low"], trust["rank_low"]);
    assert_eq!(figure["regional_rank"]["high"], trust["rank_high"]);
    assert_eq!(figure["state_funded"], listed["england"]["state_funded"]);
    let em5 = rows(&page["measures"])
        .iter()
        .find(|of| of["measure"] == "em5")
        .unwrap();
    let second = &em5["second_gap"];
    let number = |value: &Value| value.as_f64().unwrap();
    let expected = number(&second["others"]) - number(&figure["figure"]);
    assert!((number(&second["figure"]) - expected).abs() < 1e-9);
    let against = number(&second["state_funded_others"]) - number(&figure["figure"]);
    assert!((number(&second["against_state_funded"]) - against).abs() < 1e-9);
    assert!(number(&second["low"]) < expected && expected < number(&second["high"]));
    // The school file states every part of the context.
    let context = page["context"]["trust"].as_object().unwrap();
    assert!(context.values().all(|value| !value.is_null()), "{context:?}");
    let parts: Vec<&Value> = rows(&page["similar"]["parts"]).iter().map(|of| &of["part"]).collect();
    assert_eq!(
        parts,
        [
            "disadvantaged",
            "eal",
            "sen",
            "prior_attainment",
            "sponsored",
            "selective"
        ]
    );
}

#[test]
fn three_named_trusts_are_compared() {
    let Some(file) = trust_file() else { return };
    let found = json(&["compare", "5132", "16503", "16049", &file]);
    let names: Vec<&Value> = rows(&found["trusts"]).iter().map(|trust| &trust["uid"]).collect();
    assert_eq!(names, ["5132", "16503", "16049"]);
    let of = |measure: &str, group: &str| {
        let mut measures = rows(&found["measures"]).iter();
        measures
            .find(|of| of["measure"] == measure && of["group"] == group)
            .unwrap()
    };
    let figures = |measure: &str, group: &str| -> Vec<f64> {
        let figures = rows(&of(measure, group)["figures"]).iter();
        figures.map(|of| of["figure"].as_f64().unwrap()).collect()
    };
    assert_eq!(figures("em5", "disadvantaged"), [60.0, 5.0, 22.0]);
    assert_eq!(figures("att8", "all"), [63.5, 30.7, 46.6]);
    assert_eq!(figures("p8", "all"), [1.15, -0.94, 0.12]);
    let compared = of("em5", "disadvantaged");
    assert_eq!(compared["family"], "the 3 chosen trusts");
    let pairs = rows(&compared["pairs"]);
    assert_eq!(pairs.len(), 3);
    assert_eq!((&pairs[0]["one"], &pairs[0]["two"]), (&"5132".into(), &"16503".into()));
    assert_eq!(pairs[0]["difference"], 55.0);
    assert_eq!(pairs[0]["distinguishable"], true);
    // Every pair is distinguishable exactly if the interval excludes zero.
    for measure in rows(&found["measures"]) {
        for pair in rows(&measure["pairs"]) {
            let (low, high) = (pair["low"].as_f64().unwrap(), pair["high"].as_f64().unwrap());
            assert_eq!(pair["distinguishable"], low > 0.0 || high < 0.0, "{pair}");
        }
    }
    assert_eq!(rows(&found["measures"]).len(), 7 * 4);
    assert_eq!(found["trusts"][2]["context"]["eal"], 2.0);
    // The order of words does not matter, except for the order of the trusts.
    let turned = json(&["compare", &file, "--trust", "16503", "5132"]);
    assert_eq!(turned["trusts"][0]["uid"], "16503");
    assert_eq!(turned["measures"][0]["family"], "the 2 chosen trusts");
}

#[test]
fn what_cannot_be_done_is_said() {
    let Some(file) = trust_file() else { return };
    refused(&["trust"], "<UID>");
    refused(&["trust", "5132"], "<FILES>...");
    refused(&["trust", "1", &file], "no trust in the files has the number 1");
    let not_eligible = "is not eligible under these rules: too few schools: 4 counted";
    refused(&["trust", "5132", &file, "--min-schools", "5"], not_eligible);
    refused(&["compare", &file], "give the trusts' numbers");
    refused(
        &["compare", "5132", &file],
        "two to six trusts can be compared, but 1 were named",
    );
    refused(
        &["compare", "5132", "5132", &file],
        "the trust with the number 5132 is named twice",
    );
    let weight = "for '--context-weight <PART=NUMBER>'";
    refused(&["trust", "5132", &file, "--context-weight", "eal=-1"], weight);
    refused(&["trust", "5132", &file, "--context-weight", "height=1"], weight);
    refused(&["trust", "5132", &file, "--similar", "0"], "for '--similar <NUMBER>'");
    // Other commands do not have the options about trusts.
    refused(&["analyse", &file, "--similar", "3"], "--similar");
    refused(&["robustness", &file, "--trust", "5132"], "--trust");
}

/// A trust's chances and its gap inside schools have every key that programs are promised.
#[test]
fn the_chances_and_the_gap_inside_schools_of_a_trust_of_the_demonstration() {
    let demonstration = Demonstration::generate();
    let newest = *demonstration.years().last().unwrap();
    let schools = written("chances-schools.csv", &demonstration.school_file(newest));
    let links = written("chances-links.csv", &demonstration.group_links());
    let all = json(&["analyse", &schools, &links, "--format", "json"]);
    let uid = rows(&all["trusts"])[0]["uid"].as_str().unwrap();
    let page = json(&["trust", uid, &schools, &links]);
    let keys = |value: &Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
    let sorted = |keys: &[&str]| -> Vec<String> {
        let mut keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
        keys.sort();
        keys
    };
    let chances = &page["chances"];
    let expected = [
        "towards",
        "mean",
        "tau",
        "rankability",
        "shrunken",
        "kept",
        "low",
        "high",
        "robust_low",
        "robust_high",
        "england",
        "region",
    ];
    assert_eq!(keys(chances), sorted(&expected));
    assert_eq!(chances["towards"], "mean");
    for part in ["england", "region"] {
        let of = &chances[part];
        assert_eq!(
            keys(of),
            sorted(&["of", "expected_rank", "chance_top_ten", "chance_fifths"]),
            "{part}"
        );
        assert!((0.0..=1.0).contains(&of["chance_top_ten"].as_f64().unwrap()));
    }
    let fifths = rows(&chances["england"]["chance_fifths"]).iter();
    let sum: f64 = fifths.map(|chance| chance.as_f64().unwrap()).sum();
    assert!((sum - 1.0).abs() < 1e-9, "{sum}");
    let gap = &page["gap_within"];
    assert_eq!(keys(gap), sorted(&["trust", "region", "national"]));
    for part in ["trust", "region", "national"] {
        let of = &gap[part];
        let expected = sorted(&["gap", "within", "between", "schools", "left_out", "shown"]);
        assert_eq!(keys(of), expected, "{part}");
        let number = |key: &str| of[key].as_f64().unwrap();
        assert!(
            (number("within") + number("between") - number("gap")).abs() < 1e-8,
            "{part}"
        );
    }
    // The national gap is that of the whole analysis.
    assert_eq!(gap["national"], all["gap_within"]);
}
