//! Where trusts' schools are: with a trust file the group links say it, so that areas have figures and a trust's
//! authorities are named.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use trust_gap::chart::{areas_table, areas_without_places, authorities_in_words};
use trust_gap::layout::read_file;
use trust_gap::method::{Analysis, Rules, analyse_with_areas};
use trust_gap::model::{Basis, Library};
use trust_gap::terms::Area;

use crate::support::{TRUST_FILE, shared};

const TRUSTS: &str = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
                      1,ONE,South West,300,40%\n2,TWO,South West,300,30%\n3,THREE,South West,300,20%\n";

/// The first has two of three secondary schools in Cornwall, the second one of two, the third all in Devon. Primary and
/// closed schools do not count.
const LINKS: &str = "URN,Group UID,Group Name,Group Type,Joined date,EstablishmentName,PhaseOfEducation (name),LA (code),\
                     EstablishmentStatus (name),Closed Date\n\
                     100,1,One,Multi-academy trust,01-09-2015,A,Secondary,908,Open,\n\
                     101,1,One,Multi-academy trust,01-09-2015,B,Secondary,908,Open,\n\
                     102,1,One,Multi-academy trust,01-09-2015,C,Secondary,801,Open,\n\
                     103,1,One,Multi-academy trust,01-09-2015,D,Primary,801,Open,\n\
                     104,1,One,Multi-academy trust,01-09-2015,E,Primary,801,Open,\n\
                     105,2,Two,Multi-academy trust,01-09-2015,F,Secondary,908,Open,\n\
                     106,2,Two,Multi-academy trust,01-09-2015,G,Secondary,801,Open,\n\
                     107,3,Three,Multi-academy trust,01-09-2015,H,Secondary,878,Open,\n";

fn analysis(files: &[(&str, &[u8])]) -> Analysis {
    let mut library = Library::default();
    for (name, bytes) in files {
        library.add(read_file(name, bytes).unwrap());
    }
    let rules = Rules {
        basis: Some(Basis::Published),
        ..Rules::default()
    };
    let areas = [Area::south_west_peninsula()];
    analyse_with_areas(&library.newest().unwrap(), &rules, &areas).unwrap()
}

#[test]
fn published_trusts_belong_to_an_area_with_most_of_their_secondary_schools() {
    let found = analysis(&[("mats_2022-23.csv", TRUSTS.as_bytes()), ("links.csv", LINKS.as_bytes())]);
    let [peninsula] = &found.areas[..] else {
        panic!("one area");
    };
    assert_eq!((peninsula.figures.eligible, peninsula.figures.published), (2, 2));
    assert_eq!(
        peninsula.figures.figure.unwrap().in_sentence(),
        "30.0%",
        "of the first and the third"
    );
    assert!(
        peninsula.authorities.is_empty(),
        "no school file has its authorities' own figures"
    );
    assert_eq!(areas_without_places(&found, &[Area::south_west_peninsula()]), None);
    let first = areas_table(&found).rows[0][0].text();
    assert_eq!(first, "South West peninsula");
    let said: Vec<String> = found.trusts.iter().filter_map(authorities_in_words).collect();
    assert_eq!(
        said,
        [
            "Its schools are in Cornwall and Bristol.",
            "Its schools are in Bristol and Cornwall.",
            "Its schools are in Devon."
        ]
    );
}

#[test]
fn without_links_a_trust_file_does_not_say_where_schools_are() {
    let found = analysis(&[("mats_2022-23.csv", TRUSTS.as_bytes())]);
    assert!(found.areas.is_empty() && !found.says_where());
    assert_eq!(authorities_in_words(&found.trusts[0]), None);
    let words = areas_without_places(&found, &[Area::south_west_peninsula()]).unwrap();
    assert!(words.contains("Add the group links"), "{words}");
    assert_eq!(areas_without_places(&found, &[]), None);
}

/// The trust file of 2022/23 with the group links of 2022: trusts of the peninsula are among those of the South West.
#[test]
fn the_peninsula_has_figures_from_the_real_trust_file() {
    let (Some(trusts), Some(links)) = (shared(TRUST_FILE), shared("gias/group_links_2022-03.csv")) else {
        return;
    };
    let [trusts, links] = [trusts, links].map(|path| std::fs::read(path).unwrap());
    let found = analysis(&[("england_ks4-mats-performance.csv", &trusts), ("links.csv", &links)]);
    let area = Area::south_west_peninsula();
    let here: Vec<&str> = found
        .trusts
        .iter()
        .filter(|trust| trust.location.is_in(&area))
        .map(|trust| &*trust.readable_name)
        .collect();
    let figures = &found.areas[0].figures;
    assert_eq!((here.len(), figures.eligible, figures.published), (12, 12, 11));
    assert_eq!(figures.figure.unwrap().in_sentence(), "20.8%");
    assert!(here.contains(&"Education South West") && here.contains(&"Truro & Penwith Academy Trust"));
    assert!(!here.contains(&"Cabot Learning Federation"), "it is in Bristol");
    assert!(figures.precision.unwrap().interval.contains(20.8));
}
