//! Members of trusts without results, and areas without members: each is reported.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use crate::support::made_up::{link, links};
use crate::support::program::answer;
use crate::support::{shared, shared_bytes};
use trust_gap::chart::{areas_table, empty_areas};
use trust_gap::layout::read_file;
use trust_gap::method::{Level, Rules, analyse, analyse_with_areas};
use trust_gap::model::{Basis, Library};
use trust_gap::terms::{Area, Region};

const SCHOOLS_AND_TRUSTS: [&str; 2] = ["england_ks4final_2022-23.csv", "group_links.csv"];
const NUMBERS_BEFORE: &str = "links_edubasealldata.csv";

fn library(folder: &str) -> Option<Library> {
    library_of(folder, &SCHOOLS_AND_TRUSTS)
}

fn library_of(folder: &str, names: &[&str]) -> Option<Library> {
    let mut library = Library::default();
    for name in names {
        let bytes = shared_bytes(&format!("doubtful/{folder}/{name}"))?;
        library.add(read_file(name, &bytes).unwrap());
    }
    Some(library)
}

/// The schools that are left out, with the reasons.
fn left_out(library: &Library) -> Vec<(String, String)> {
    let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
    let schools = analysis.excluded.iter();
    let schools = schools.filter(|of| of.level == Level::School);
    let named = schools.map(|of| (of.urn.unwrap().to_string(), of.reason.to_string()));
    named.collect()
}

#[test]
fn a_member_without_results_is_named_with_the_reason() {
    let Some(library) = library("04-new-urn") else {
        return;
    };
    let left_out = left_out(&library);
    let reason = |urn: &str| {
        let found = left_out.iter().find(|(of, _)| of == urn);
        let (_, reason) = found.unwrap_or_else(|| panic!("{urn} is named"));
        reason.clone()
    };
    assert_eq!(
        reason("900302"),
        "no results: it is not in the school file; it joined the trust on 1 September 2023, after these results, \
         which may be under an earlier school number"
    );
    assert_eq!(reason("900312"), "in no multi-academy trust");
}

#[test]
fn a_member_has_the_results_of_its_number_before() {
    let [schools, trusts] = SCHOOLS_AND_TRUSTS;
    let reason = "type: a maintained school does not count; it joined the trust on 1 September 2023, after these \
                  results; its results are under its earlier number, 900312";
    // The files may come in any order.
    for names in [[schools, trusts, NUMBERS_BEFORE], [NUMBERS_BEFORE, trusts, schools]] {
        let Some(library) = library_of("04-new-urn", &names) else {
            return;
        };
        assert!(library.files().iter().all(|file| library.is_shown(file)));
        let left_out = left_out(&library);
        let about = |urn: &str| left_out.iter().filter(|(of, _)| of == urn).count();
        assert_eq!((about("900302"), about("900312")), (1, 0), "{left_out:?}");
        let said = left_out.iter().map(|(_, reason)| reason.as_str());
        assert!(said.into_iter().any(|said| said == reason), "{left_out:?}");
        let joins = library.newest().unwrap().joins().unwrap();
        assert_eq!((joins.joined, joins.without_school), (3, 0));
        let files = library.newest().unwrap().file_names(Basis::Computed);
        assert!(files.contains(NUMBERS_BEFORE), "{files}");
    }
}

#[test]
fn the_program_names_both_numbers() {
    let paths = SCHOOLS_AND_TRUSTS.into_iter().chain([NUMBERS_BEFORE]);
    let paths = paths.map(|name| shared(&format!("doubtful/04-new-urn/{name}")));
    let Some(paths) = paths.collect::<Option<Vec<_>>>() else {
        return;
    };
    let mut arguments = vec!["analyse", "--min-schools", "2", "--format", "json"];
    arguments.extend(paths.iter().map(|path| path.to_str().unwrap()));
    let (printed, said) = answer(&arguments);
    let printed = printed.to_string() + &said;
    for words in ["its results are under its earlier number, 900312", "900302"] {
        assert!(printed.contains(words), "{words}: {printed}");
    }
}

/// Three schools of trust 1 that count, and a fourth member, 200, without results in the school file. `rows` are other
/// schools with results, and `pairs` are lines of the establishment links.
fn fourth(rows: &[&str], joined: &'static str, pairs: &[&str]) -> Library {
    let named = ["101", "102", "103"].into_iter().chain(rows.iter().copied());
    let mut schools = "RECTYPE,LEA,URN,SCHNAME,NFTYPE,TPUP,TFSM6CLA1A,PTL2BASICS_95,PTFSM6CLA1ABASICS_95\n".to_owned();
    for urn in named {
        schools += &format!("1,201,{urn},School {urn},ACC,150,40,44%,25%\n");
    }
    let days = "01-09-2015";
    let members = [
        link(101, 1, days),
        link(102, 1, days),
        link(103, 1, days),
        link(200, 1, joined),
        // A school of another trust.
        link(399, 2, days),
    ];
    let pairs = pairs.join("\n");
    let numbers = format!("URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n{pairs}\n");
    let mut library = Library::default();
    for (name, text) in [
        ("england_ks4final_2022-23.csv", schools),
        ("links.csv", links(&members)),
        (NUMBERS_BEFORE, numbers),
    ] {
        library.add(read_file(name, text.as_bytes()).unwrap());
    }
    library
}

/// How many schools of trust 1 count.
fn counting(library: &Library) -> usize {
    let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
    analysis.trusts.first().unwrap().schools.len()
}

#[test]
fn the_rules_apply_to_a_school_under_its_number_before() {
    let before = "200,300,School,Predecessor,";
    let long_ago = "01-09-2015";
    // Schools besides, the day of joining, the links, and how many schools count.
    for (rows, joined, pairs, count) in [
        // In time, and of a type that counts.
        (&["300"][..], long_ago, &[before][..], 4),
        (&["300"], long_ago, &["300,200,School,Successor,"], 4),
        (&["300"], long_ago, &["200,300,School,Predecessor - amalgamated,"], 4),
        (&["300"], long_ago, &[before, "300,200,School,Successor,"], 4),
        // A candidate without results does not count.
        (&["300"], long_ago, &[before, "200,301,School,Predecessor,"], 4),
        // Too late for the rules.
        (&["300"], "01-09-2022", &[before], 3),
        (&["300"], "01-10-2023", &[before], 3),
        // Two have results, or two follow one, or it is in a trust itself, or it was split, or the school has its own.
        (&["300", "301"], long_ago, &[before, "200,301,School,Predecessor,"], 3),
        (&["300"], long_ago, &[before, "201,300,School,Predecessor,"], 3),
        (&["399"], long_ago, &["200,399,School,Predecessor,"], 3),
        (
            &["300"],
            long_ago,
            &["200,300,School,Predecessor - Split School,", "5,6,School,Successor,"],
            3,
        ),
        (&["200", "300"], long_ago, &[before], 4),
        // Through numbers without results, with lines in any order and even in circles.
        (
            &["300"],
            long_ago,
            &["250,300,School,Predecessor,", "200,250,School,Predecessor,"],
            4,
        ),
        (
            &["300"],
            long_ago,
            &[
                "240,300,School,Predecessor,",
                "250,240,School,Predecessor,",
                "250,200,School,Successor,",
                "200,300,School,Predecessor,",
            ],
            4,
        ),
        (
            &["300"],
            long_ago,
            &[
                "200,250,School,Predecessor,",
                "250,200,School,Predecessor,",
                "250,250,School,Predecessor,",
                "250,300,School,Predecessor,",
                "300,250,School,Predecessor,",
            ],
            4,
        ),
        (
            &["300"],
            long_ago,
            &["200,250,School,Predecessor,", "250,200,School,Predecessor,"],
            3,
        ),
        // The nearest results count, not those of a number before that.
        (
            &["300", "250"],
            long_ago,
            &["200,250,School,Predecessor,", "250,300,School,Predecessor,"],
            4,
        ),
        // A number between was followed by another school too, or is in a trust, or two that merged have results.
        (
            &["300"],
            long_ago,
            &[
                "200,250,School,Predecessor,",
                "201,250,School,Predecessor,",
                "250,300,School,Predecessor,",
            ],
            3,
        ),
        (
            &["300"],
            long_ago,
            &["200,399,School,Predecessor,", "399,300,School,Predecessor,"],
            3,
        ),
        (
            &["300", "301"],
            long_ago,
            &[
                "200,250,School,Predecessor,",
                "200,301,School,Predecessor,",
                "250,300,School,Predecessor,",
            ],
            3,
        ),
    ] {
        let library = fourth(rows, joined, pairs);
        assert_eq!(counting(&library), count, "{rows:?} {joined} {pairs:?}");
    }
    let said = left_out(&fourth(&["300"], "01-10-2023", &[before]));
    let expected = "joined TRUST 1 on 1 October 2023, after the cut-off; its results are under its earlier number, 300";
    assert_eq!(said, [("200".to_owned(), expected.to_owned())]);
}

#[test]
fn the_number_that_is_used_is_named_and_long_chains_end() {
    let chain = ["200,250,School,Predecessor,", "250,300,School,Predecessor,"];
    let said = left_out(&fourth(&["300"], "01-10-2023", &chain));
    let expected = "joined TRUST 1 on 1 October 2023, after the cut-off; its results are under its earlier number, 300";
    assert_eq!(said, [("200".to_owned(), expected.to_owned())]);
    let links = |most: u32| -> Vec<String> {
        let numbers = 200..200 + most;
        let pair = |urn: u32| format!("{},{},School,Predecessor,", urn + 1, urn);
        // The member follows them all; the first has the results.
        let numbers = numbers.map(|urn| pair(urn + 1_000));
        let last = format!("200,{},School,Predecessor,", 1_200 + most);
        numbers.chain([last]).collect()
    };
    for (most, count) in [(40, 4), (1_000, 3)] {
        let links = links(most);
        let links: Vec<&str> = links.iter().map(String::as_str).collect();
        let library = fourth(&["1200"], "01-09-2015", &links);
        assert_eq!(counting(&library), count, "{most}");
    }
}

#[test]
fn an_area_of_abolished_authorities_has_the_schools_of_those_that_followed() {
    let schools = |code: u32| {
        let mut text = "RECTYPE,LEA,URN,SCHNAME,NFTYPE,TPUP,TFSM6CLA1A,PTL2BASICS_95,PTFSM6CLA1ABASICS_95\n".to_owned();
        for urn in [101, 102, 103] {
            text += &format!("1,{code},{urn},School {urn},ACC,150,40,44%,25%\n");
        }
        text += &format!("4,{code},,,,,,41%,22%\n");
        let mut library = Library::default();
        let members = [101, 102, 103].map(|urn| link(urn, 1, "01-09-2015"));
        for (name, text) in [("england_ks4final_2022-23.csv", text), ("links.csv", links(&members))] {
            library.add(read_file(name, text.as_bytes()).unwrap());
        }
        library.newest().unwrap()
    };
    for (codes, of_file, count, authorities) in [
        ("909", 942, 3, &[909, 942][..]),
        ("909", 943, 3, &[909, 943]),
        ("942,943", 909, 3, &[942, 943, 909]),
        ("942", 909, 0, &[942]),
        ("928", 941, 3, &[928, 941]),
        ("839", 837, 3, &[839, 837]),
        ("909", 928, 0, &[909]),
    ] {
        let area = Area::parse(&format!("Mine={codes}")).unwrap();
        let analysis = analyse_with_areas(&schools(of_file), &Rules::default(), &[area]).unwrap();
        let local = &analysis.areas[0];
        assert_eq!(local.figures.schools, count, "{codes} {of_file}");
        assert_eq!(empty_areas(&analysis).count(), usize::from(count == 0));
        let listed: Vec<u16> = local.authorities.iter().map(|(code, _)| *code).collect();
        assert_eq!(listed, authorities);
    }
}

#[test]
fn without_their_file_numbers_are_as_before() {
    let mut library = fourth(&["300"], "01-09-2015", &["200,300,School,Predecessor,"]);
    assert_eq!(counting(&library), 4);
    library.remove(2);
    assert_eq!(counting(&library), 3);
    assert_eq!(left_out(&library).len(), 2);
}

#[test]
fn the_establishment_links_are_read_without_a_problem() {
    let name = "links_edubasealldata20250422.csv";
    let Some(bytes) = shared_bytes(&format!("field/{name}")) else {
        return;
    };
    let file = read_file(name, &bytes).unwrap();
    let records = &file.records;
    assert!(file.layout.contains("establishment links"), "{}", file.layout);
    assert_eq!(records.rows, 33_801);
    assert_eq!((&records.problems[..], records.more_problems), (&[][..], 0));
    assert!(records.doubts.is_empty(), "{:?}", records.doubts);
    let mut library = Library::default();
    let added = library.add(file);
    // Most pairs are there twice, from either side.
    assert!((16_300..33_300).contains(&added.successions), "{}", added.successions);
    let again = library.add(read_file("newer.csv", &bytes).unwrap());
    assert_eq!(again.replaced.len(), 1);
    assert_eq!(library.files().len(), 1);
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
    let known = analysis.trusts.iter().filter(|trust| trust.region.is_some());
    assert_eq!(known.count() + 1, analysis.trusts.len());
    let problems: Vec<String> = library.problems().map(ToString::to_string).collect();
    assert!(problems.iter().any(|problem| problem.contains("999")));
}

#[test]
fn an_area_that_is_empty_is_not_silent() {
    let Some(library) = library("03-la-codes") else {
        return;
    };
    // Portsmouth's authority, which has no school in the file.
    let area = Area::parse("X=851").unwrap();
    let data = library.newest().unwrap();
    let analysis = analyse_with_areas(&data, &Rules::default(), &[area]).unwrap();
    let words = areas_table(&analysis).caption.to_string();
    assert!(
        words.contains("X has no eligible trusts and no schools that count"),
        "{words}"
    );
    assert_eq!(empty_areas(&analysis).count(), 1);
}
