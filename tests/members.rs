//! Members of trusts without results, and areas without members: none is left out without a word.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod support;

use support::shared_bytes;
use trust_gap::chart::{areas_table, empty_areas};
use trust_gap::layout::read_file;
use trust_gap::method::{Level, Rules, analyse, analyse_with_areas};
use trust_gap::model::Library;
use trust_gap::terms::{Area, Region};

fn library(folder: &str) -> Option<Library> {
    let mut library = Library::default();
    for name in ["england_ks4final_2022-23.csv", "group_links.csv"] {
        let bytes = shared_bytes(&format!("doubtful/{folder}/{name}"))?;
        library.add(read_file(name, &bytes).unwrap());
    }
    Some(library)
}

#[test]
fn a_member_without_results_is_named_with_the_reason() {
    let Some(library) = library("04-new-urn") else {
        return;
    };
    let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
    let reason = |urn: &str| {
        let mut excluded = analysis.excluded.iter();
        let found = excluded
            .find(|of| of.level == Level::School && of.urn.is_some_and(|of| of.to_string() == urn));
        found
            .unwrap_or_else(|| panic!("{urn} is named"))
            .reason
            .to_string()
    };
    assert_eq!(
        reason("900302"),
        "no results: the school file does not have it; it joined the trust on 1 September 2023, after these results, \
         which may be those of an earlier school number"
    );
    assert_eq!(reason("900312"), "in no multi-academy trust");
}

#[test]
fn every_code_has_its_region_and_an_unknown_one_is_named() {
    let Some(library) = library("03-la-codes") else {
        return;
    };
    let data = library.newest().unwrap();
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let nowhere = |name: &str| {
        let mut trusts = analysis.trusts.iter();
        trusts.find(|trust| &*trust.name == name).unwrap().region
    };
    assert_eq!(nowhere("NOWHERE TRUST"), None);
    assert_eq!(nowhere("SHOEVALE TRUST"), Some(Region::EastMidlands));
    let known = analysis
        .trusts
        .iter()
        .filter(|trust| trust.region.is_some());
    assert_eq!(known.count() + 1, analysis.trusts.len());
    let problems: Vec<String> = library.problems().map(ToString::to_string).collect();
    assert!(problems.iter().any(|problem| problem.contains("999")));
}

#[test]
fn an_area_that_is_empty_is_not_silent() {
    let Some(library) = library("03-la-codes") else {
        return;
    };
    // The authority of Portsmouth, of which the file has no school.
    let area = Area::parse("X=851").unwrap();
    let data = library.newest().unwrap();
    let analysis = analyse_with_areas(&data, &Rules::default(), &[area]).unwrap();
    let words = areas_table(&analysis, None).caption;
    assert!(words.contains("no school that counts is in X"), "{words}");
    assert_eq!(empty_areas(&analysis).count(), 1);
}
