//! Schools by themselves, and suppositions about a trust, on the demonstration: both agree with what trusts' analyses
//! say.

use std::rc::Rc;

use trust_gap::chart::{Cell, Table, region_schools_table, school_in_words, school_values_table, supposed_in_words};
use trust_gap::method::{
    EachSchool, Family, IntervalChoices, Measured, NoSchool, RankKind, RankingJob, Rules, Scope, Supposition,
    contributions, school_over_years,
};
use trust_gap::model::{Basis, DataSet};
use trust_gap::terms::{Focus, Measure};

use crate::support::{analysis, demonstration, trusts_2022_23};

fn computed() -> (Rc<DataSet>, Rules) {
    let rules = Rules {
        basis: Some(Basis::Computed),
        ..Rules::default()
    };
    (demonstration(), rules)
}

#[test]
fn every_school_of_an_eligible_trust_has_its_own_value_and_is_ranked_among_its_regions_schools() {
    let (data, rules) = computed();
    let measured = Measured::after(None, &data, &rules).unwrap();
    let trusts = analysis(&measured, &rules);
    let each = EachSchool::new(&data, &rules, &IntervalChoices::default()).unwrap();
    let count: usize = trusts.trusts.iter().map(|trust| trust.schools.len()).sum();
    assert_eq!(each.schools.trusts.len(), count);
    assert!(count > 500);
    for of in &each.schools.regions {
        let ranks: Vec<u32> = each
            .schools
            .trusts_of(of.region)
            .filter_map(|of| of.regional_rank())
            .map(|of| of.number())
            .collect();
        assert_eq!(ranks.first(), Some(&1), "{:?}", of.region);
        assert!(ranks.is_sorted() && ranks.len() == of.area.published, "{:?}", of.region);
    }
    for trust in trusts.trusts.iter().take(20) {
        let mut share = 0.0;
        for part in contributions(&trusts, trust) {
            let urn = part.school.urn.to_string();
            let school = each.profile(&urn).unwrap();
            assert_eq!((&school.trust.0, school.value), (&trust.uid, part.value), "{urn}");
            assert_eq!((school.share, school.without), (part.share, part.without), "{urn}");
            share += school.share.map_or(0.0, |share| share.number());
            if let (Some(range), Some((rank, all))) = (school.range_in_region, school.rank_in_region) {
                assert!(range.low <= rank.number() && rank.number() <= range.high, "{urn}");
                assert!(range.high as usize <= all, "{urn}");
            }
            assert!(!school_in_words(&each, &school).is_empty());
            assert_eq!(
                school_values_table(&school).rows.len(),
                data.measures(Basis::Computed).len()
            );
        }
        assert!((share - 100.0).abs() < 1e-9 || share == 0.0, "{}", trust.name);
    }
}

#[test]
fn a_schools_interval_is_wilsons_around_its_own_pupils() {
    let (data, rules) = computed();
    let each = EachSchool::new(&data, &rules, &IntervalChoices::default()).unwrap();
    let school = each.schools.trusts.iter().find(|of| of.precision.is_some()).unwrap();
    let pupils = school.precision.unwrap().effective_pupils.unwrap();
    assert_eq!(
        Some(pupils),
        school.schools[0].parts.get(rules.focus.weighing_group()).pupils.ok()
    );
}

#[test]
fn a_school_that_does_not_count_has_the_reason_and_a_trust_file_has_no_schools() {
    let (data, rules) = computed();
    let each = EachSchool::new(&data, &rules, &IntervalChoices::default()).unwrap();
    assert!(matches!(each.profile("999999"), Err(NoSchool::Unknown(_))));
    let measured = Measured::after(None, &data, &rules).unwrap();
    let excluded = analysis(&measured, &rules).excluded;
    let school = excluded.iter().find_map(|of| of.urn).unwrap();
    let reason = each.profile(&school.to_string()).unwrap_err();
    assert!(
        reason.to_string().contains(" does not count under these rules: "),
        "{reason}"
    );
    if let Some(published) = trusts_2022_23() {
        assert!(EachSchool::new(&published, &Rules::default(), &IntervalChoices::default()).is_err());
    }
}

#[test]
fn a_schools_years_are_those_of_the_files_and_its_value_is_the_files() {
    let library = crate::support::demonstration_of_years();
    let (data, rules) = (library.newest().unwrap(), computed().1);
    let each = EachSchool::new(&data, &rules, &IntervalChoices::default()).unwrap();
    let urn = each.schools.trusts[0].schools[0].urn;
    let years: Vec<_> = school_over_years(library.data_sets(), &rules, urn).collect();
    assert_eq!(years.len(), 3);
    assert_eq!(years[0], (data.year, each.schools.trusts[0].value()));
}

#[test]
fn a_regions_schools_are_listed_with_their_trusts() {
    let (data, rules) = computed();
    let each = EachSchool::new(&data, &rules, &IntervalChoices::default()).unwrap();
    let region = each.schools.regions[0].region;
    let table = region_schools_table(&each, region, None);
    assert_eq!(table.rows.len(), each.schools.trusts_of(region).count());
    let trust = table.columns.iter().position(|column| column.name == "Trust").unwrap();
    assert!(table.rows.iter().all(|row| row[trust].text().len() > 3));
}

/// For any one school, as its own page says; all at once where that is chosen, which are never narrower.
#[test]
fn a_regions_schools_have_the_ranks_that_chance_allows() {
    let (data, rules) = computed();
    let choices = IntervalChoices::default();
    let each = EachSchool::new(&data, &rules, &choices).unwrap();
    let region = each.schools.regions[0].region;
    let family = Family::of(&each.schools, Scope::Region(region));
    let ranked = |choices: &IntervalChoices| {
        let mut ranking = RankingJob::new(std::slice::from_ref(&family), choices).start().unwrap();
        while ranking.advance().is_some() {}
        (family.clone(), ranking.finish().remove(0))
    };
    let number = |table: &Table, row: &[Cell], head: &str| {
        let place = table.columns.iter().position(|column| column.name == head);
        row[place.unwrap()].data().parse::<u32>().ok()
    };
    let marginal = region_schools_table(&each, region, Some(&ranked(&choices)));
    let of_all = IntervalChoices {
        kind: RankKind::Simultaneous,
        ..choices
    };
    let of_all = region_schools_table(&each, region, Some(&ranked(&of_all)));
    let mut checked = 0;
    for (row, wider) in marginal.rows.iter().zip(&of_all.rows) {
        let school = each.profile(&row[1].text()).unwrap();
        let range = school.range_in_region;
        assert_eq!(number(&marginal, row, "Best possible rank"), range.map(|of| of.low));
        assert_eq!(number(&marginal, row, "Worst possible rank"), range.map(|of| of.high));
        if let Some(range) = range {
            checked += 1;
            assert_eq!(number(&marginal, row, "Rank"), Some(range.rank));
            assert!(number(&of_all, wider, "Best possible rank").unwrap() <= range.low);
            assert!(number(&of_all, wider, "Worst possible rank").unwrap() >= range.high);
        } else {
            assert_eq!(row[4], Cell::Nothing("no interval"));
        }
    }
    assert!(checked > 20);
    let before = region_schools_table(&each, region, None);
    assert!(before.rows.iter().all(|row| row[4] == Cell::Nothing("not worked out")));
}

#[test]
fn leaving_each_school_out_gives_the_figure_without_it() {
    let (data, rules) = computed();
    let measured = Measured::after(None, &data, &rules).unwrap();
    let now = analysis(&measured, &rules);
    for trust in now.trusts.iter().take(10) {
        for part in contributions(&now, trust) {
            let without = Supposition {
                without: vec![part.school.urn],
                ..Supposition::default()
            };
            let supposed = measured.supposing(&now, &trust.uid, &without).unwrap();
            let of = supposed.analysis.trusts.iter().find(|of| of.uid == trust.uid).unwrap();
            assert_eq!(
                of.figure(),
                part.without.or(trust.figure()),
                "{} without {}",
                trust.name,
                part.school.name
            );
            assert_eq!(supposed.analysis.trusts.len(), now.trusts.len());
            let too_few = trust.schools.len() as u32 <= rules.min_schools;
            assert_eq!(supposed.not_eligible.is_some(), too_few);
            assert_eq!(
                supposed_in_words(&now, Some(&supposed), &trust.uid).len(),
                2 + usize::from(too_few)
            );
        }
    }
}

#[test]
fn a_school_that_is_taken_in_leaves_its_trust() {
    let (data, rules) = computed();
    let measured = Measured::after(None, &data, &rules).unwrap();
    let now = analysis(&measured, &rules);
    let [one, two] = [&now.trusts[0], &now.trusts[1]];
    let school = two.schools[0].urn;
    let with = Supposition {
        with: vec![school],
        ..Supposition::default()
    };
    let supposed = measured.supposing(&now, &one.uid, &with).unwrap().analysis;
    let of = |uid: &Rc<str>| supposed.trusts.iter().find(|of| of.uid == *uid).unwrap();
    assert!(of(&one.uid).schools.iter().any(|of| of.urn == school));
    assert!(of(&two.uid).schools.iter().all(|of| of.urn != school));
    let others = |of: &trust_gap::method::Analysis| -> usize { of.trusts.iter().map(|of| of.schools.len()).sum() };
    assert_eq!(others(&supposed), others(&now));
}

#[test]
fn what_cannot_be_supposed_is_not() {
    let (data, rules) = computed();
    let measured = Measured::after(None, &data, &rules).unwrap();
    let now = analysis(&measured, &rules);
    let trust = &now.trusts[0];
    let none_left = Supposition {
        without: trust.schools.iter().map(|school| school.urn).collect(),
        ..Supposition::default()
    };
    assert!(measured.supposing(&now, &trust.uid, &none_left).is_none());
    let ten = Supposition {
        pupils: 10,
        ..Supposition::default()
    };
    assert!(measured.supposing(&now, "no such trust", &ten).is_none());
    let scores = Rules {
        measure: Measure::Attainment8,
        focus: Focus::Disadvantaged,
        ..rules
    };
    let of_scores = Measured::after(Some(&measured), &data, &scores).unwrap();
    assert!(
        of_scores
            .supposing(&analysis(&of_scores, &scores), &trust.uid, &ten)
            .is_none()
    );
    // A share stays between none and all.
    let all = Supposition {
        pupils: 100_000,
        ..Supposition::default()
    };
    let supposed = measured.supposing(&now, &trust.uid, &all).unwrap().analysis;
    assert_eq!(supposed.trusts[0].figure().unwrap().number(), 100.0);
    assert_eq!(supposed.trusts[0].rank().unwrap().number(), 1);
}
