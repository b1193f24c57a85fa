//! What is judged or computed once and reused is the same as if it were made again.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::rc::Rc;

use trust_gap::demo::Demonstration;
use trust_gap::layout::read_file;
use trust_gap::method::weighting::Weight;
use trust_gap::method::{
    Analysis, IntervalChoices, Measured, RegionalRule, Rules, analyse, both_ways, every_measure, side_by_side,
};
use trust_gap::model::{Basis, DataSet, Library};
use trust_gap::terms::{Focus, Measure, readable_name};

/// The demonstration's years, the newest first: schools, links and trusts as published.
fn years() -> Vec<Rc<DataSet>> {
    let demonstration = Demonstration::generate();
    let mut library = Library::default();
    let mut add = |name: &str, text: &str| {
        library.add(read_file(name, text.as_bytes()).unwrap());
    };
    add("links.csv", &demonstration.group_links());
    for &ends in demonstration.years() {
        add("schools.csv", &demonstration.school_file(ends));
        add("trusts.csv", &demonstration.trust_file(ends));
    }
    library.data_sets().cloned().collect()
}

/// The Department's rules, and others that each differ from the previous ones.
fn rules() -> Vec<Rules> {
    let mut now = Rules::default();
    let mut all = vec![now];
    let changes: [fn(&mut Rules); 9] = [
        |rules| rules.focus = Focus::Gap,
        |rules| rules.regional = RegionalRule::PupilWeighted,
        |rules| rules.regional = RegionalRule::BySchool,
        |rules| rules.measure = Measure::Progress8,
        |rules| rules.weight = Weight::Equal,
        |rules| rules.min_years = 1,
        |rules| rules.focus = Focus::All,
        |rules| {
            rules.basis = Some(Basis::Published);
            rules.regional = RegionalRule::SimpleMean;
        },
        |rules| *rules = Rules::default(),
    ];
    for change in changes {
        change(&mut now);
        all.push(now);
    }
    all
}

#[test]
fn what_is_kept_from_rule_to_rule_and_year_to_year_gives_the_same_analysis() {
    let mut former = None;
    for data in years() {
        for rules in rules() {
            let measured = Measured::after(former.as_ref(), &data, &rules).unwrap();
            let analysis = measured
                .analysis(rules.focus, rules.regional, &[], &IntervalChoices::default())
                .unwrap();
            assert_eq!(analysis, analyse(&data, &rules).unwrap(), "{rules:?}");
            let rows = both_ways(&measured, rules.focus).unwrap();
            assert_eq!(rows, side_by_side(&data, &rules).unwrap());
            assert!(rows.len() > 100);
            former = Some(measured);
        }
    }
}

/// A name is made readable once for all analyses of a judgement, for any measure and group.
#[test]
fn analyses_of_one_judgement_share_their_trusts_names() {
    let data = &years()[0];
    let analyses = every_measure(data, &Rules::default()).unwrap();
    assert!(analyses.len() > 5);
    let named = |of: &Analysis| {
        let trust = of.trusts.iter().min_by(|one, two| one.uid.cmp(&two.uid));
        let trust = trust.unwrap();
        assert_eq!(*trust.readable_name, *readable_name(&trust.name));
        Rc::clone(&trust.readable_name)
    };
    let first = named(&analyses[0]);
    assert!(analyses.iter().all(|of| Rc::ptr_eq(&named(of), &first)));
}

#[test]
fn a_changed_rule_computes_only_what_depends_on_it() {
    let years = years();
    let of = |former: Option<&Rc<Measured>>, data, rules: &Rules| Measured::after(former, data, rules).unwrap();
    let (data, first) = (&years[0], Rules::default());
    let one = of(None, data, &first);
    // Another group or regional rule: nothing is judged and no value computed.
    let mut rules = first;
    rules.focus = Focus::Gap;
    rules.regional = RegionalRule::BySchool;
    assert!(Rc::ptr_eq(&one, &of(Some(&one), data, &rules)));
    // Another measure: nothing is judged again, and the list of exclusions is shared.
    rules.measure = Measure::Attainment8;
    let two = of(Some(&one), data, &rules);
    assert!(Rc::ptr_eq(one.judgement(), two.judgement()));
    let excluded = |measured: &Measured| {
        let analysis = measured.analysis(Focus::All, RegionalRule::SimpleMean, &[], &IntervalChoices::default());
        analysis.unwrap().excluded
    };
    assert!(Rc::ptr_eq(&excluded(&one), &excluded(&two)));
    // Another rule or year: all of it.
    rules.min_schools = 2;
    let three = of(Some(&two), data, &rules);
    assert!(!Rc::ptr_eq(two.judgement(), three.judgement()));
    let four = of(Some(&three), &years[1], &rules);
    assert!(!Rc::ptr_eq(three.judgement(), four.judgement()));
}

#[test]
fn every_measure_and_group_is_analysed_as_if_it_were_alone() {
    let data = &years()[0];
    let analyses = every_measure(data, &Rules::default()).unwrap();
    let asked: Vec<(Measure, Focus)> = Measure::ALL
        .into_iter()
        .flat_map(|measure| Focus::ALL.map(|focus| (measure, focus)))
        .collect();
    let found: Vec<(Measure, Focus)> = analyses
        .iter()
        .map(|analysis| (analysis.rules.measure, analysis.rules.focus))
        .collect();
    assert_eq!(found, asked);
    for analysis in analyses {
        assert_eq!(analysis, analyse(data, &analysis.rules).unwrap());
    }
}
