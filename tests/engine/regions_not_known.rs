//! Trusts without a region in any file are eligible and ranked among all. They are only missing from regional lists.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use crate::support::library_of;
use trust_gap::chart::{
    Cell, Chart, ContributionChart, Finding, GapChart, StripChart, TopTen, context_in_words, context_table, left_out,
    measures_table,
};
use trust_gap::export::certainty::Certainty;
use trust_gap::export::report::{Report, trusts_csv};
use trust_gap::export::text;
use trust_gap::intake::{Field, Mapping};
use trust_gap::layout::{read_file, read_mapped};
use trust_gap::method::{Analysis, Contexts, IntervalChoices, Measured, Rules, analyse, measure_profile, profile};
use trust_gap::model::{DataSet, Library};
use trust_gap::terms::{AcademicYear, Figure, Focus, Group, Measure, Region};

const TABLE: &str = "Trust,Pupils dis,Pupils,5+ EM dis,5+ EM others\n\
                     ONE,100,300,40%,60%\nTWO,90,280,30%,50%\nTHREE,80,310,20%,55%\n";

const LINKS: &str = "URN,Group UID,Group Name,Group Type,Joined date,EstablishmentName,PhaseOfEducation (name),LA (code)\n\
                     100,1,One,Multi-academy trust,01-09-2015,A,Secondary,202\n\
                     101,1,One,Multi-academy trust,01-09-2015,B,Secondary,203\n\
                     102,1,One,Multi-academy trust,01-09-2015,C,Secondary,908\n\
                     103,2,Two,Multi-academy trust,01-09-2015,D,Primary,202\n\
                     104,2,Two,Multi-academy trust,01-09-2015,E,Secondary,908\n";

fn library() -> Library {
    let em5 = |group| Field::Figure(Measure::Grade5EnglishMaths, group);
    let mut mapping = Mapping::default();
    mapping.year = AcademicYear::parse("2022/23");
    mapping.set(Field::Trust, Some("Trust"));
    mapping.set(Field::Pupils(Group::All), Some("Pupils"));
    mapping.set(Field::Pupils(Group::Disadvantaged), Some("Pupils dis"));
    mapping.set(em5(Group::Disadvantaged), Some("5+ EM dis"));
    mapping.set(em5(Group::Other), Some("5+ EM others"));
    let file = read_mapped("mine.csv", TABLE.as_bytes(), &mapping).unwrap();
    assert!(file.records.problems.is_empty(), "{:?}", file.records.problems);
    let mut library = Library::default();
    library.add(file);
    library
}

fn analysed(data: &DataSet) -> Analysis {
    analyse(data, &Rules::default()).unwrap()
}

fn regions(analysis: &Analysis) -> Vec<(&str, Option<Region>)> {
    let trusts = analysis.trusts.iter();
    trusts.map(|trust| (&*trust.name, trust.region)).collect()
}

#[test]
fn a_table_without_regions_shows_its_trusts_ranked_among_all() {
    let library = library();
    let data = library.newest().unwrap();
    let analysis = analysed(&data);
    assert!(analysis.excluded.is_empty());
    let ranks: Vec<_> = analysis
        .trusts
        .iter()
        .map(|trust| (&*trust.name, trust.rank().unwrap().number(), trust.regional_rank()))
        .collect();
    assert_eq!(ranks, [("ONE", 1, None), ("TWO", 2, None), ("THREE", 3, None)]);
    assert_eq!(analysis.all.figure.map(Figure::plain).as_deref(), Some("30.0"));
    assert!(analysis.regions.is_empty());
    let finding = Finding::new(&data, &analysis);
    assert!(finding.headline.contains("regions of these trusts are not known"));
    assert!(finding.detail.contains("ranked in one list"), "{}", finding.detail);
}

#[test]
fn every_page_and_document_copes_with_a_trust_without_a_region() {
    let library = library();
    let data = library.newest().unwrap();
    let rules = Rules::default();
    let measured = Measured::after(None, &data, &rules).unwrap();
    let analysis = analysed(&data);
    let interval_choices = IntervalChoices::default();
    let certainty = Certainty::new(&analysis);
    let report = Report::new(&analysis, &certainty, &[], library.problems());
    assert!(
        report
            .trusts
            .iter()
            .all(|trust| trust.get("region") == Some(&Cell::Region(None)))
    );
    assert!(text::write(&data, &analysis, &certainty).contains("All trusts"));
    assert!(trusts_csv(&analysis, &certainty).contains("ONE"));
    assert!(GapChart::new(&analysis).title().contains("not known"));
    for chart in [
        &GapChart::new(&analysis) as &dyn Chart,
        &StripChart::new(&analysis),
        &ContributionChart::new(&data, &analysis, 0).unwrap(),
    ] {
        chart.draw(600);
        chart.table();
    }
    assert!(TopTen::all(&analysis, None).is_empty());
    assert!(left_out(&analysis).rows.is_empty());
    let contexts = Contexts::new(measured.judgement());
    let one = profile(&measured, &contexts, Focus::Disadvantaged, "ONE").unwrap();
    let of_measure = measure_profile(&measured, rules.regional, "ONE", &interval_choices).unwrap();
    let table = measures_table(&one, &[of_measure], interval_choices.level);
    assert!(table.columns.iter().any(|column| column.name.contains("not known")));
    let around = [&one.region_context, &one.all_context];
    let table = context_table(&one.context, one.region, around, one.basis, one.year);
    assert!(table.columns.iter().any(|column| column.name.contains("not known")));
    let words = context_in_words(&one.context, one.region, around, one.basis);
    assert!(words.contains("all eligible trusts"), "{words}");
}

#[test]
fn with_group_links_regions_come_from_them() {
    let mut library = library();
    library.add(read_file("links.csv", LINKS.as_bytes()).unwrap());
    let data = library.newest().unwrap();
    let analysis = analysed(&data);
    assert_eq!(
        regions(&analysis),
        [
            // Two of its three secondary schools.
            ("ONE", Some(Region::London)),
            // Its primary school does not count.
            ("TWO", Some(Region::SouthWest)),
            ("THREE", None),
        ]
    );
    let headline = Finding::new(&data, &analysis).headline;
    assert!(headline.contains("London"), "{headline}");
}

#[test]
fn a_school_file_without_authorities_has_its_regions_from_the_links() {
    const SCHOOLS: &str = "urn,school,school_type,pupils_all,pupils_disadvantaged,em5_disadvantaged,year\n\
                           100,A,ACC,100,30,40%,2022/23\n101,B,ACC,100,30,30%,2022/23\n102,C,ACC,100,30,20%,2022/23\n";
    let header: Vec<String> = Field::all().into_iter().map(Field::key).collect();
    for name in SCHOOLS.lines().next().unwrap().split(',') {
        assert!(header.iter().any(|key| key == name), "{name} of {header:?}");
    }
    let data = library_of(&[("mine.csv", SCHOOLS), ("links.csv", LINKS)])
        .newest()
        .unwrap();
    let analysis = analysed(&data);
    assert_eq!(regions(&analysis), [("One", Some(Region::London))]);
}
