//! The context of trusts and schools: read from the real files, and weighted up to trusts and regions.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::made_up::{link, links};
use crate::support::{TRUST_FILE, library_of, shared_bytes, trusts_2022_23};
use trust_gap::layout::read_file;
use trust_gap::method::{Analysis, Context, Contexts, Measured, Rules};
use trust_gap::model::{Basis, DataSet, Library};
use trust_gap::records::SchoolContext;
use trust_gap::terms::{Admissions, ContextPart, Focus, Measure, Missing, Region, SchoolType, Sexes, Value};

const SAMPLE: &str = "2022-2023/england_ks4final_header_and_sample_rows.csv";
const LINKS: &str = "gias/group_links_2022-03.csv";
const WALTHAM_FOREST: &str = "2017-2018/320_ks4revised.csv";
const ROSELAND: &str = "16049";

fn analysed(data: &DataSet, basis: Basis) -> (Analysis, Contexts) {
    let rules = Rules {
        measure: Measure::Attainment8,
        focus: Focus::All,
        basis: Some(basis),
        ..Rules::default()
    };
    let measured = Measured::after(None, data, &rules).unwrap();
    let analysis = crate::support::analysis(&measured, &rules);
    (analysis, Contexts::new(measured.judgement()))
}

fn of<'a>((analysis, contexts): &'a (Analysis, Contexts), uid: &str) -> &'a Context {
    let mut trusts = analysis.trusts.iter();
    let trust = trusts.find(|trust| &*trust.uid == uid).unwrap();
    contexts.of(trust).unwrap()
}

fn number(context: &Context, part: ContextPart) -> f64 {
    context.value(part).figure().unwrap().number()
}

#[test]
fn the_roseland_schools_together_are_what_is_published_of_their_trust() {
    let mut library = Library::default();
    for name in [SAMPLE, LINKS, TRUST_FILE] {
        let Some(bytes) = shared_bytes(name) else {
            return;
        };
        library.add(read_file(name, &bytes).unwrap());
    }
    let data: Rc<DataSet> = library.newest().unwrap();
    let computed = analysed(&data, Basis::Computed);
    let computed = of(&computed, ROSELAND);
    // Counts of the three rows: 129, 147 and 190 pupils.
    for (part, expected) in [
        (ContextPart::Disadvantaged, 100.0 * (18.0 + 43.0 + 44.0) / 466.0),
        (ContextPart::Eal, 100.0 * (1.0 + 4.0 + 5.0) / 466.0),
        (ContextPart::Sen, 100.0 * (29.0 + 24.0 + 19.0) / 466.0),
        (ContextPart::SenPlan, 100.0 * (1.0 + 4.0 + 2.0) / 466.0),
        (ContextPart::SenSupport, 100.0 * (28.0 + 20.0 + 17.0) / 466.0),
        (
            ContextPart::PriorAttainment,
            (129.0 * 103.9 + 147.0 * 104.8 + 190.0 * 102.8) / 466.0,
        ),
        (ContextPart::Sponsored, 100.0 / 3.0),
        (ContextPart::Selective, 0.0),
    ] {
        let got = number(computed, part);
        assert!((got - expected).abs() < 1e-9, "{part:?}: {got}");
    }
    let types = [(SchoolType::Converter, 2), (SchoolType::Sponsored, 1)];
    assert_eq!(computed.types, types);

    let published = analysed(&data, Basis::Published);
    let published = of(&published, ROSELAND);
    assert_eq!(published.types, types);
    for (part, expected, rounded_to) in [
        (ContextPart::Disadvantaged, 23.0, 1.0),
        (ContextPart::Eal, 2.0, 1.0),
        (ContextPart::Sen, 15.0, 1.0),
        (ContextPart::PriorAttainment, 103.7, 0.1),
    ] {
        assert_eq!(number(published, part), expected, "{part:?}");
        let difference = (number(computed, part) - expected).abs();
        assert!(difference <= rounded_to / 2.0 + 1e-9, "{part:?}: {difference}");
    }
    for part in [ContextPart::SenPlan, ContextPart::SenSupport, ContextPart::Selective] {
        assert_eq!(published.value(part), Value::Missing(Missing::NoColumn));
    }
}

#[test]
fn the_older_columns_of_2017_18_are_read() {
    let Some(bytes) = shared_bytes(WALTHAM_FOREST) else {
        return;
    };
    let schools = read_file(WALTHAM_FOREST, &bytes).unwrap().records.schools;
    let context = |urn: u32| {
        let mut rows = schools.iter();
        rows.find(|school| school.urn().number() == urn).unwrap().context()
    };
    // Buxton School: TEALGRP2, SENSE4, SENAPK4, KS2APS and ADMPOL_2017 of its row.
    assert_eq!(
        context(103_080),
        SchoolContext {
            eal: Ok(91.0),
            sen_plan: Ok(3.0),
            sen_support: Ok(34.0),
            prior_attainment: Ok(25.7),
            admissions: Admissions::NonSelective,
            // EGENDER of its row.
            sexes: Sexes::Both,
        }
    );
    let not_published = |context: SchoolContext| context.eal == Err(Missing::NotPublished);
    let independent = schools.iter().filter(|school| not_published(school.context()));
    assert_eq!(independent.count(), 4);
}

/// Three schools of one trust: 100, 200 and 300 pupils.
fn three(head: &str, cells: [&str; 3]) -> Rc<DataSet> {
    let mut text = format!("RECTYPE,LEA,URN,SCHNAME,NFTYPE,TPUP,TFSM6CLA1A,ATT8SCR,ATT8SCR_22{head}\n");
    for ((urn, pupils), cells) in (1..).zip([100, 200, 300]).zip(cells) {
        let disadvantaged = pupils / 4;
        text += &format!("1,908,{urn},School {urn},ACC,{pupils},{disadvantaged},45,{cells}\n");
    }
    let memberships: Vec<_> = (1..=3).map(|urn| link(urn, 7, "01-09-2012")).collect();
    let files = [("ks4.csv", text.as_str()), ("links.csv", &links(&memberships))];
    library_of(&files).newest().unwrap()
}

#[test]
fn a_school_that_does_not_tell_a_part_is_left_out_of_it_alone() {
    let data = three(
        ",TEALGRP2,SENE4,SENK4,KS2ASS,ADMPOL_PT",
        [
            ",NP,5,10,100,SEL",
            ",50,NP,10,106,NON SEL IN HIGHLY SEL AREA",
            ",30,15,30,,NA",
        ],
    );
    let found = analysed(&data, Basis::Computed);
    let context = of(&found, "7");
    // 80 of the 500 pupils of the two schools that state it; 60 of 400; one third in a selective school.
    for (part, expected) in [
        (ContextPart::Eal, 16.0),
        (ContextPart::Sen, 15.0),
        (ContextPart::SenPlan, 5.0),
        (ContextPart::SenSupport, 100.0 * 50.0 / 600.0),
        (ContextPart::PriorAttainment, 104.0),
        (ContextPart::Selective, 100.0 / 3.0),
        (ContextPart::Disadvantaged, 25.0),
        (ContextPart::Sponsored, 0.0),
    ] {
        let got = number(context, part);
        assert!((got - expected).abs() < 1e-9, "{part:?}: {got}");
    }
}

#[test]
fn what_no_file_tells_is_missing_for_a_reason() {
    let found = analysed(&three("", [""; 3]), Basis::Computed);
    let context = of(&found, "7");
    for (part, reason) in [
        (ContextPart::Eal, Missing::NoColumn),
        (ContextPart::Sen, Missing::NoColumn),
        (ContextPart::PriorAttainment, Missing::NoColumn),
        (ContextPart::Selective, Missing::NotAvailable),
    ] {
        assert_eq!(context.value(part), Value::Missing(reason), "{part:?}");
    }
    let suppressed = three(",TEALGRP2", [",SUPP", ",SUPP", ",NP"]);
    let found = analysed(&suppressed, Basis::Computed);
    assert_eq!(
        of(&found, "7").value(ContextPart::Eal),
        Value::Missing(Missing::Suppressed)
    );
}

#[test]
fn a_trust_file_says_what_it_says_and_a_region_weighs_its_trusts_by_pupils() {
    let Some(data) = trusts_2022_23() else { return };
    let found = analysed(&data, Basis::Published);
    let twyford = of(&found, "5132");
    for (part, expected) in [
        (ContextPart::Disadvantaged, 23.0),
        (ContextPart::Eal, 22.0),
        (ContextPart::Sen, 7.0),
        (ContextPart::PriorAttainment, 106.6),
    ] {
        assert_eq!(number(twyford, part), expected);
    }
    let types = [(SchoolType::Converter, 1), (SchoolType::Free, 3)];
    assert_eq!(twyford.types, types);
    // Its disadvantaged share is withheld, its other context is not.
    let girls = of(&found, "15882");
    let share = girls.value(ContextPart::Disadvantaged);
    assert_eq!(share, Value::Missing(Missing::Suppressed));
    assert_eq!(number(girls, ContextPart::Eal), 34.0);

    let (analysis, contexts) = &found;
    let (mut pupils, mut with_eal, mut schools) = (0.0, 0.0, 0.0);
    for trust in data.trusts() {
        if trust.region == Some(Region::London) {
            let count = trust.pupils.unwrap();
            pupils += count;
            with_eal += count * trust.context.eal_share.unwrap();
            schools += trust.schools.unwrap();
        }
    }
    let london = contexts.area(Some(Region::London));
    assert!((number(&london, ContextPart::Eal) - with_eal / pupils).abs() < 1e-9);
    let listed: usize = london.types.iter().map(|(_, count)| count).sum();
    assert_eq!(listed as f64, schools);
    let england = contexts.area(None);
    assert!(number(&england, ContextPart::Eal) < number(&london, ContextPart::Eal));
    assert_eq!(analysis.trusts.len(), 216);
}
