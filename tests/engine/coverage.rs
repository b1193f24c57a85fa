//! Files that cover part of the country never count as all of it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use std::path::Path;
use std::rc::Rc;

use crate::support::made_up::{link, links, school, wide};
use crate::support::program::answer;
use crate::support::{TRUST_FILE, demonstration, library_of, shared_bytes, workbook};
use trust_gap::chart::{
    Cell, Chart, ContributionChart, Finding, GapChart, TopTen, comparison_table, coverage_in_words, detail_in_words,
    standing_in_words,
};
use trust_gap::export::certainty::Certainty;
use trust_gap::export::methods::{Methods, Used};
use trust_gap::export::report::Report;
use trust_gap::layout::read_file;
use trust_gap::method::{
    Analysis, Contexts, Location, Measured, Rules, Scope, Settings, TrustFigures, analyse, each_rule, profile,
    side_by_side,
};
use trust_gap::model::{Basis, DataSet, Extent, Library, ReferenceList};
use trust_gap::records::{Choices, DoubtKind, Grounds, Reading};
use trust_gap::terms::{AcademicYear, Region};

const SCHOOLS_OF_TWO: &str = "mat_ks4.csv";

/// The schools of Leigh Academies Trust and Dixons Academies Trust, and the country's group links; perhaps the trust
/// file.
fn two_trusts(with_trust_file: bool) -> Option<Library> {
    let schools = workbook::as_csv("field/mat_ks4.xlsx")?;
    let links = shared_bytes("gias/group_links_2022-03.csv")?;
    let mut library = Library::default();
    if with_trust_file {
        let trusts = shared_bytes(TRUST_FILE)?;
        library.add(read_file(TRUST_FILE, &trusts).unwrap());
    }
    library.add(read_file(SCHOOLS_OF_TWO, schools.as_bytes()).unwrap());
    library.add(read_file("group_links.csv", &links).unwrap());
    library.state_year(AcademicYear::parse("2022/23").unwrap());
    Some(library)
}

fn trusts_alone() -> Option<Rc<DataSet>> {
    let mut library = Library::default();
    library.add(read_file(TRUST_FILE, &shared_bytes(TRUST_FILE)?).unwrap());
    library.newest()
}

fn analysed(data: &DataSet) -> Analysis {
    analyse(data, &Rules::default()).unwrap()
}

fn methods(data: &DataSet, analysis: &Analysis) -> String {
    let settings = Settings::default();
    Methods::new(data, analysis, &settings, Used::default()).paragraph
}

fn computed() -> Rules {
    Rules {
        basis: Some(Basis::Computed),
        ..Rules::default()
    }
}

#[test]
fn schools_of_two_trusts_leave_headline_ranks_and_regions_to_the_216() {
    let (Some(library), Some(alone)) = (two_trusts(true), trusts_alone()) else {
        return;
    };
    assert_eq!(library.years().len(), 1);
    let data = library.newest().unwrap();
    let (with, without) = (analysed(&data), analysed(&alone));
    assert_eq!(with.basis, Basis::Published);
    assert_eq!(with.all.eligible, 216);
    assert_eq!((&with.all, &with.regions), (&without.all, &without.regions));
    // The group links say where schools are, and nothing else.
    let elsewhere = |trust: &TrustFigures| {
        let mut trust = trust.clone();
        trust.location = Location::default();
        trust
    };
    assert!(with.trusts.iter().map(elsewhere).eq(without.trusts.iter().cloned()));
    assert_eq!(Finding::new(&data, &with), Finding::new(&alone, &without));
    assert_eq!(GapChart::new(&with).title(), GapChart::new(&without).title());
    assert_eq!(TopTen::all(&with, None), TopTen::all(&without, None));
}

#[test]
fn why_a_trust_is_not_computed_is_said_whatever_basis_is_in_force() {
    let trusts = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
                  5,FIVE,South West,202223,31%\n6,SIX,London,202223,29%\n7,SEVEN,London,202223,28%\n\
                  8,EIGHT,London,202223,27%\n";
    let schools = wide(&[1, 2, 3, 4].map(school), Some(22));
    let days = "01-09-2015";
    // Of trust 6 the school file has no school, of trust 7 one; trust 8 has no link.
    let members = [(1, 5), (2, 5), (3, 5), (4, 7), (99, 6)];
    let members = links(&members.map(|(urn, uid)| link(urn, uid, days)));
    let files = [
        ("mats.csv", trusts),
        ("ks4final_2022-23.csv", &schools),
        ("links.csv", &members),
    ];
    let data = library_of(&files).newest().unwrap();
    for basis in [None, Some(Basis::Published), Some(Basis::Computed)] {
        let rules = Rules {
            basis,
            ..Rules::default()
        };
        let analysis = analyse(&data, &rules).unwrap();
        assert_eq!(analysis.basis, basis.unwrap_or(Basis::Published));
        let table = comparison_table(&analysis, &side_by_side(&data, &rules).unwrap());
        let mut said: Vec<[String; 2]> = (table.rows.iter()).map(|row| [row[0].text(), row[2].text()]).collect();
        said.sort();
        let why = [
            ["Eight", "not eligible"],
            ["Seven", "too few schools"],
            ["Six", "no results"],
        ];
        assert_eq!(said[..3], why);
        assert!(matches!(table.rows[0][2], Cell::Figure(_)), "{said:?}");
    }
}

#[test]
fn the_evidence_is_there_and_the_user_decides() {
    let Some(mut library) = two_trusts(true) else {
        return;
    };
    let data = library.newest().unwrap();
    let coverage = data.coverage(Basis::Computed);
    assert_eq!(
        (coverage.extent, coverage.is_chosen, coverage.reference),
        (Extent::Part, false, ReferenceList::TrustFile)
    );
    assert_eq!((coverage.covered, coverage.of, coverage.schools), (2, 216, 30));
    assert_eq!(data.coverage(Basis::Published).extent, Extent::Whole);
    // Computed figures can be asked for, and are then said to be of two trusts.
    let asked = analyse(&data, &computed()).unwrap();
    assert_eq!((asked.basis, asked.all.eligible), (Basis::Computed, 2));
    let headline = Finding::new(&data, &asked).headline;
    assert!(headline.contains("of the 2 trusts loaded"), "{headline}");
    // Taken for the whole country, they are in force again, without that.
    let [doubt] = library.doubts_between_files().collect::<Vec<_>>()[..] else {
        panic!("one file is in doubt");
    };
    assert_eq!(doubt.id(), "coverage:mat_ks4.csv");
    assert_eq!(
        (doubt.assumed, doubt.grounds, doubt.rows),
        (Reading::PartOfCountry, Grounds::Assumed, 30)
    );
    assert_eq!(doubt.alternatives, [Reading::WholeCountry]);
    assert_eq!(doubt.evidence[0].to_string(), "2 of the 216 trusts in the trust file");
    let mut choices = Choices::default();
    choices.set(&doubt.id(), "whole");
    library.follow(&choices);
    let whole = library.newest().unwrap();
    assert!(whole.coverage(Basis::Computed).is_chosen);
    let chosen = analysed(&whole);
    assert_eq!(chosen.basis, Basis::Computed);
    let headline = Finding::new(&whole, &chosen).headline;
    assert!(!headline.contains("loaded"), "{headline}");
    let said = methods(&whole, &chosen);
    assert!(
        said.contains("the whole country in mat_ks4.csv (the user\u{2019}s choice)"),
        "{said}"
    );
    library.follow(&Choices::default());
    assert_eq!(analysed(&library.newest().unwrap()).basis, Basis::Published);
}

#[test]
fn a_part_alone_says_in_every_regional_sentence_that_it_is_one() {
    let Some(library) = two_trusts(false) else {
        return;
    };
    let data = library.newest().unwrap();
    let coverage = data.coverage(Basis::Computed);
    assert_eq!(
        (coverage.extent, coverage.covered, coverage.reference),
        // One of the schools had joined from a third trust.
        (Extent::Part, 3, ReferenceList::GroupLinks)
    );
    assert!(coverage.of > 500, "{}", coverage.of);
    let analysis = analysed(&data);
    let measured = Measured::after(None, &data, &analysis.rules).unwrap();
    let finding = Finding::new(&data, &analysis);
    let mut sentences = vec![
        finding.headline,
        finding.detail,
        GapChart::new(&analysis).title().to_owned(),
    ];
    for list in TopTen::all(&analysis, None) {
        sentences.push(list.table().caption.to_string());
        sentences.push(list.summary);
    }
    let of = analysis.regions.first().unwrap().region;
    let rules = each_rule(&measured, analysis.rules.focus, Scope::Region(of));
    sentences.extend(standing_in_words(&analysis, &rules, Scope::Region(of)));
    sentences.extend(coverage_in_words(&data, &analysis));
    assert!(sentences.len() > 8, "{sentences:?}");
    for sentence in sentences {
        assert!(sentence.contains("of the 2 trusts loaded"), "{sentence}");
    }
    assert_ne!(of, Region::NorthEast);
}

#[test]
fn the_document_holds_what_was_compared() {
    let Some(library) = two_trusts(true) else {
        return;
    };
    let data = library.newest().unwrap();
    let analysis = analysed(&data);
    let certainty = Certainty::new(&analysis);
    let report = Report::new(&analysis, &certainty, &[], library.problems());
    let rows: Vec<_> = report
        .coverage
        .iter()
        .map(|row| ["basis", "extent", "covered", "of", "against"].map(|key| row.get(key).unwrap().data()))
        .collect();
    assert_eq!(
        rows,
        [
            ["published", "whole", "216", "249", "group-links"],
            ["computed", "part", "2", "216", "trust-file"],
        ]
    );
    let words = coverage_in_words(&data, &analysis).unwrap();
    assert!(words.contains("2 of the 216 trusts"), "{words}");
    assert!(words.contains(SCHOOLS_OF_TWO), "{words}");
}

#[test]
fn whole_countries_and_files_that_are_complete_for_their_links_are_no_part() {
    let whole = demonstration();
    for basis in Basis::ALL {
        assert_eq!(whole.coverage(basis).extent, Extent::Whole);
    }
    assert_eq!(whole.basis(None), Some(Basis::Computed));
    let schools = "RECTYPE,LEA,URN,SCHNAME,NFTYPE,TPUP,ATT8SCR,ATT8SCR_22\n1,201,100,A,ACC,150,46,45\n";
    let links = "URN,Group UID,Group Name,Group Type,Joined date\n100,1,ONE,Multi-academy trust,01-09-2015\n";
    let files = [("england_ks4final_2022-23.csv", schools), ("links.csv", links)];
    let data = library_of(&files).newest().unwrap();
    assert_eq!(data.coverage(Basis::Computed).extent, Extent::Whole);
}

#[test]
fn schools_of_a_part_serve_for_detail_on_their_trusts_pages() {
    let Some(library) = two_trusts(true) else {
        return;
    };
    let data = library.newest().unwrap();
    let analysis = analysed(&data);
    let measured = Measured::after(None, &data, &analysis.rules).unwrap();
    let contexts = Contexts::new(measured.judgement());
    let of = |uid| profile(&measured, &contexts, analysis.rules.focus, uid).unwrap();
    let leigh = of("3725");
    assert_eq!(leigh.basis, Basis::Published);
    assert!(leigh.schools.len() > 10, "{}", leigh.schools.len());
    let words = detail_in_words(&data, &analysis, &leigh).unwrap();
    assert!(words.contains("Its schools only add detail."), "{words}");
    assert!(words.contains("2 of the 216 trusts"), "{words}");
    // Its contributions can be drawn, beside the region as published.
    let detail = measured.detail(&analysis).unwrap();
    assert_eq!(detail.analysis.regions, analysis.regions);
    let mut trusts = detail.analysis.trusts.iter();
    let place = trusts.position(|trust| &*trust.uid == "3725").unwrap();
    let chart = ContributionChart::new(&data, &detail.analysis, place).unwrap();
    assert!(chart.has_schools());
    let said = chart.description();
    assert!(!said.contains("trusts loaded"), "{said}");
    let other = analysis
        .trusts
        .iter()
        .find(|trust| !["3725", "2939"].contains(&&*trust.uid))
        .unwrap();
    let other = of(&other.uid);
    assert!(other.schools.is_empty());
    let words = detail_in_words(&data, &analysis, &other).unwrap();
    assert!(words.contains("This trust is not among those it covers."), "{words}");
}

/// Two trusts as published, three schools of one of them, and the group links, in files that the program reads.
fn one_of_two_trusts() -> [String; 3] {
    let trusts = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
                  5,FIVE,South West,202223,31%\n6,SIX,London,202223,29%\n";
    let schools = wide(&[1, 2, 3].map(school), Some(22));
    let members = links(&[1, 2, 3].map(|urn| link(urn, 5, "01-09-2015")));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("one_of_two_trusts");
    std::fs::create_dir_all(&folder).unwrap();
    let files = [
        ("mats.csv", trusts),
        ("ks4final_2022-23.csv", &schools),
        ("links.csv", &members),
    ];
    files.map(|(name, text)| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    })
}

#[test]
fn the_program_lists_the_doubt_and_takes_the_other_reading() {
    let files = one_of_two_trusts();
    let asked = |more: &[&str]| {
        let mut arguments = vec!["analyse"];
        arguments.extend(files.iter().map(String::as_str));
        arguments.extend(["--format", "json"]);
        arguments.extend(more);
        answer(&arguments)
    };
    let id = "coverage:ks4final_2022-23.csv";
    let (report, said) = asked(&[]);
    assert_eq!(report["basis"], "published");
    let [doubt] = report["doubts"].as_array().unwrap().as_slice() else {
        panic!("{}", report["doubts"]);
    };
    assert_eq!(
        (&doubt["id"], &doubt["kind"], &doubt["assumed"]),
        (&id.into(), &"coverage".into(), &"part".into())
    );
    assert_eq!(
        (&doubt["alternatives"][0], &doubt["rows"]),
        (&"whole".into(), &3.into())
    );
    assert_eq!(doubt["evidence"][0]["value"], "1 of the 2 trusts in the trust file");
    assert!(said.contains(&format!("--assume {id}=...")), "{said}");
    let choice = format!("{id}=whole");
    let (report, _) = asked(&["--assume", &choice]);
    assert_eq!((&report["basis"], &report["eligible"]), (&"computed".into(), &1.into()));
    assert_eq!(report["coverage"][0]["chosen"], true);
    let doubt = &report["doubts"][0];
    assert_eq!(
        (&doubt["assumed"], &doubt["alternatives"][0]),
        (&"whole".into(), &"part".into())
    );
    // If a part is chosen, each finding of the robustness report says so, too.
    let mut arguments = vec!["robustness", &*files[0]];
    arguments.extend(["--assume", "coverage:mats.csv=part"]);
    let (report, _) = answer(&arguments);
    let headlines = report["headlines"].as_array().unwrap();
    assert!(!headlines.is_empty(), "{report}");
    for headline in headlines {
        let text = headline["text"].as_str().unwrap();
        assert!(text.ends_with("(of the 2 trusts loaded)"), "{text}");
    }
    // A choice about another file changes nothing.
    let (report, _) = asked(&["--assume", "coverage:mats.csv=whole"]);
    assert_eq!(report["basis"], "published");
}

#[test]
fn what_is_chosen_of_a_file_outlasts_the_demonstration_and_holds_for_files_of_that_name() {
    let mut choices = Choices::default();
    choices.set("coverage:schools_2022-23.csv", "part");
    choices.set("share-unit:schools_2022-23.csv:A", "percent");
    let mut library = Library::demonstration(Vec::new());
    library.follow(&choices);
    let schools = wide(&[1, 2, 3].map(school), Some(22));
    let members = links(&[1, 2, 3].map(|urn| link(urn, 5, "01-09-2015")));
    for (name, text) in [("schools_2022-23.csv", schools), ("links.csv", members)] {
        library.add(read_file(name, text.as_bytes()).unwrap());
    }
    let data = library.newest().unwrap();
    assert_eq!(data.coverage(Basis::Computed).extent, Extent::Part);
    let doubts: Vec<_> = library
        .doubts()
        .filter(|doubt| doubt.kind == DoubtKind::Coverage)
        .collect();
    assert_eq!(doubts.len(), 1);
    assert_eq!(doubts[0].grounds, Grounds::Chosen);
    // Choices about cells only do not change the data sets.
    choices.set("share-unit:schools_2022-23.csv:A", "fractions");
    library.follow(&choices);
    assert!(Rc::ptr_eq(&data, &library.newest().unwrap()));
    library.follow(&Choices::default());
    assert_eq!(library.doubts().count(), 0);
}
