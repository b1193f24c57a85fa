//! The page on a region, and the parts of a combined measure: figures by hand and on the real file.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::made_up::{School, link, links, school, wide};
use crate::support::{library_of, trusts_2022_23};
use trust_gap::chart::{
    Cell, Chart as _, RankChart, StripChart, Table, area_id, combined_scales_table, each_rule_table, extremes_in_words,
    family_in_words, left_out_here, outside_in_words, outside_table, part_in_words, ranked_trusts, standing_in_words,
    top_ten_headline,
};
use trust_gap::method::{
    Analysis, Family, FamilyOf, Ingredient, IntervalChoices, Judgement, Level, Measured, Ranking, RegionalRule, Rules,
    Scope, analyse, combined, each_rule, exclusions_of, outside_trusts, regional_ranks,
};
use trust_gap::model::DataSet;
use trust_gap::plot::Shape;
use trust_gap::terms::{Area, Focus, Measure, Region};

fn measured(data: &DataSet, rules: &Rules) -> (Rc<Measured>, Analysis) {
    let measured = Measured::after(None, data, rules).unwrap();
    let analysis = crate::support::analysis(&measured, rules);
    (measured, analysis)
}

fn cells(table: &Table) -> Vec<String> {
    for row in &table.rows {
        assert_eq!(row.len(), table.columns.len());
    }
    let row = |row: &Vec<Cell>| row.iter().map(Cell::text).collect::<Vec<_>>().join(" | ");
    table.rows.iter().map(row).collect()
}

/// Method, section 3: the South West is last by the simple mean, 20.1, and not by pupils, where the South East is.
#[test]
fn the_south_west_is_ninth_by_one_rule_and_not_by_the_other() {
    let Some(data) = trusts_2022_23() else { return };
    let (measured, analysis) = measured(&data, &Rules::default());
    let under = each_rule(&measured, Focus::Disadvantaged, Scope::Region(Region::SouthWest));
    let found: Vec<_> = under
        .iter()
        .map(|of| (of.rule, of.figure.unwrap().0.plain(), of.figure.unwrap().1.number()))
        .collect();
    assert_eq!(found[0], (RegionalRule::SimpleMean, "20.1".to_owned(), 9));
    assert_eq!(found[1].0, RegionalRule::PupilWeighted);
    assert!(found[1].2 < 9);
    assert_eq!(found[1].1, "22.5");
    assert_eq!(found.len(), 2, "by school needs school files");
    // The same as the analysis under each rule.
    for of in under {
        let rules = Rules {
            regional: of.rule,
            ..Rules::default()
        };
        let regions = analyse(&data, &rules).unwrap();
        let best_first = regions.regions_best_first();
        let place = best_first
            .iter()
            .position(|(region, _)| region.region == Region::SouthWest);
        let (figure, rank) = of.figure.unwrap();
        assert_eq!(best_first[place.unwrap()].1, figure);
        assert_eq!(place.unwrap() + 1, rank.number() as usize);
        assert_eq!(of.regions, 9);
    }
    let under = each_rule(&measured, Focus::Disadvantaged, Scope::Region(Region::SouthWest));
    let words = standing_in_words(&analysis, &under, Scope::Region(Region::SouthWest)).unwrap();
    assert!(words.starts_with("9th of 9 regions with a figure, "), "{words}");
    assert!(words.ends_with(" below all trusts together"), "{words}");
    assert!(
        cells(&each_rule_table(&analysis, &under, Scope::Region(Region::SouthWest)))[0]
            .starts_with("Simple mean of trusts (in force) | 20.1 | 9 | 9")
    );
}

/// The real file's ends of the South West, as published: 5 and 34.
#[test]
fn the_ends_of_the_south_west_in_the_real_file() {
    let Some(data) = trusts_2022_23() else { return };
    let (_, analysis) = measured(&data, &Rules::default());
    let south_west = extremes_in_words(&analysis, Scope::Region(Region::SouthWest)).unwrap();
    assert!(south_west.contains("Reach South Academy Trust (5%)"), "{south_west}");
    assert!(south_west.ends_with("Greenshaw Learning Trust (34%)"), "{south_west}");
}

/// The list of the South West has every trust, the one without a published figure last with its reason, and all that
/// the top ten and the list of trusts had before they were one.
#[test]
fn the_trusts_of_the_south_west_are_one_list() {
    let Some(data) = trusts_2022_23() else { return };
    let (_, analysis) = measured(&data, &Rules::default());
    let scope = Scope::Region(Region::SouthWest);
    let ranks = regional_ranks(&analysis);
    let ranked = ranks.iter().find(|(family, _)| family.of == FamilyOf::part(scope));
    let (table, uids) = ranked_trusts(&analysis, scope, ranked);
    assert_eq!(
        table.caption.to_string(),
        "Trusts in the South West. 10 of 28 rank tenth or better; 27 could"
    );
    let heads: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
    assert_eq!(
        heads,
        [
            "Trust",
            "Grade 5+, %",
            "95% low, %",
            "95% high, %",
            "Rank in region",
            "Best possible rank",
            "Worst possible rank",
            "Could be in the top ten",
            "Rank in England"
        ]
    );
    let rows = cells(&table);
    assert_eq!((rows.len(), uids.len()), (29, 29));
    assert!(
        rows[0].starts_with("Greenshaw Learning Trust | 34 | 30 | 38 | 1 | 1 | "),
        "{}",
        rows[0]
    );
    assert!(rows[27].starts_with("Reach South Academy Trust | 5 | "), "{}", rows[27]);
    assert!(
        rows[27].contains(" | 28 | ") && rows[27].contains(" | no | "),
        "{}",
        rows[27]
    );
    assert!(rows[28].contains(" | suppressed | "), "{}", rows[28]);
    assert_eq!(table.rows[28][5].data(), "no rank");
    assert_eq!(rows.iter().filter(|row| row.contains(" | yes | ")).count(), 27);
    // Until the ranks are worked out, the list has the same columns.
    let (before, of_before) = ranked_trusts(&analysis, scope, None);
    assert_eq!((before.columns, of_before), (table.columns, uids));
    assert_eq!(before.rows[0][5].data(), "not worked out");
    // All of England's have their region, and one rank.
    let (england, _) = ranked_trusts(&analysis, Scope::All, None);
    assert_eq!(england.rows.len(), analysis.trusts.len());
    let heads: Vec<&str> = england.columns.iter().map(|column| &*column.name).collect();
    assert_eq!((heads[1], heads[5]), ("Lead region", "Rank in England"));
    assert_eq!(heads.iter().filter(|head| head.starts_with("Rank in ")).count(), 1);
}

/// The chart of a region's ranks has the region's figure as a line, and says what it is.
#[test]
fn the_ranks_of_a_region_have_its_figure_as_a_line() {
    let Some(data) = trusts_2022_23() else { return };
    let (_, analysis) = measured(&data, &Rules::default());
    let choices = IntervalChoices::default();
    let ranks = regional_ranks(&analysis);
    let (family, found) = ranks
        .iter()
        .find(|(family, _)| family.of == FamilyOf::Region(Region::SouthWest))
        .unwrap();
    let chart = RankChart::new(&analysis, &choices, family, found, None);
    let words = "The region\u{2019}s figure: 20.1%";
    assert!(chart.key().iter().any(|item| item.words == words));
    assert!(chart.description().contains(words));
    let uprights = |chart: &RankChart| {
        let marks = chart.draw(720).marks;
        let is_upright = |shape: &Shape| matches!(shape, Shape::Line { from, to, .. } if from.0 == to.0);
        let marks = marks.iter();
        marks
            .filter(|mark| mark.ink.class == "ink-mean" && is_upright(&mark.shape))
            .count()
    };
    // A piece for each trust, and one at the end of the top ten.
    assert_eq!(uprights(&chart), 29);
    // Trusts chosen one by one have no figure of their own.
    let chosen = Family::chosen(&analysis, &[0, 1, 2]);
    let mut ranking = Ranking::new(vec![chosen.estimates()], choices.level, choices.kind);
    while ranking.advance().is_some() {}
    let chart = RankChart::new(&analysis, &choices, &chosen, &ranking.finish()[0], None);
    assert_eq!(uprights(&chart), 0);
}

/// The headline follows the part of the country that is chosen: a region's, all of England's, one with room for all.
#[test]
fn the_headline_on_a_top_ten_is_about_the_part_of_the_country_that_is_chosen() {
    let Some(data) = trusts_2022_23() else { return };
    let (_, analysis) = measured(&data, &Rules::default());
    let regional = regional_ranks(&analysis);
    let choices = IntervalChoices::default();
    let headline = |scope| {
        let family = Family::of(&analysis, scope);
        let mut ranking = Ranking::new(vec![family.estimates()], choices.level, choices.kind);
        while ranking.advance().is_some() {}
        top_ten_headline(&regional, (&family, &ranking.finish()[0]))
    };
    assert_eq!(
        headline(Scope::Region(Region::London)),
        "Top tens are mostly noise: 15 of London\u{2019}s 19 trusts could be in its top ten"
    );
    let england = headline(Scope::All);
    assert!(
        england.ends_with(" of England\u{2019}s 212 trusts could be in its top ten"),
        "{england}"
    );
}

/// Four schools of Cornwall: three of a trust, one maintained; a special school, an academy whose trust has too few
/// schools, and one of London.
fn schools() -> Vec<School> {
    let texts = |three: [&str; 3]| three.map(str::to_owned);
    let mut all: Vec<School> = (1..=7).map(|number| school(100_000 + number)).collect();
    all[3].kind = "CY";
    all[3].pupils = texts(["100", "60", "40"]);
    all[3].em5 = texts(["30%", "10%", "60%"]);
    all[4].kind = "CYS";
    all[5].em5 = texts(["40%", "40%", "50%"]);
    all[6].authority = 202;
    all
}

fn with_schools() -> Rc<DataSet> {
    let lines = [
        link(100_001, 1, "01-09-2015"),
        link(100_002, 1, "01-09-2015"),
        link(100_003, 1, "01-09-2015"),
        link(100_006, 2, "01-09-2015"),
    ];
    let (schools, links) = (wide(&schools(), Some(22)), links(&lines));
    library_of(&[("ks4_2022-23.csv", &schools), ("links.csv", &links)])
        .newest()
        .unwrap()
}

#[test]
fn schools_outside_of_trusts_by_hand() {
    let (measured, analysis) = measured(&with_schools(), &Rules::default());
    let found = outside_trusts(&measured, &analysis, Scope::Region(Region::SouthWest)).unwrap();
    assert_eq!((found.inside.schools, found.inside.with_figure), (3, 3));
    assert_eq!(found.inside.figure.figure().unwrap().number(), 25.0);
    // The maintained school and the academy whose trust is not eligible; not the special one, nor London's.
    assert_eq!((found.outside.schools, found.outside.with_figure), (2, 2));
    assert_eq!(found.outside.pupils, 100.0);
    // (60 x 10 + 40 x 40) / 100.
    assert_eq!(found.outside.figure.figure().unwrap().number(), 22.0);
    assert_eq!(
        outside_in_words(&analysis, &found, Scope::Region(Region::SouthWest)),
        "In the South West, schools in eligible trusts have 25.0% (3 schools) and other state-funded mainstream schools have \
         22.0% (2 schools)"
    );
    assert_eq!(
        cells(&outside_table(&analysis, &found)),
        [
            "In eligible trusts | 25.0 | 3 | 0 | 120",
            "Outside eligible trusts | 22.0 | 2 | 0 | 100"
        ]
    );
    let london = outside_trusts(&measured, &analysis, Scope::Region(Region::London)).unwrap();
    assert_eq!((london.inside.schools, london.outside.schools), (0, 1));
    assert!(outside_trusts(&measured, &analysis, Scope::Region(Region::NorthEast)).is_none());
}

#[test]
fn the_gap_outside_of_trusts_is_between_both_means_of_the_same_schools() {
    let rules = Rules {
        focus: Focus::Gap,
        ..Rules::default()
    };
    let (measured, analysis) = measured(&with_schools(), &rules);
    let found = outside_trusts(&measured, &analysis, Scope::Region(Region::SouthWest)).unwrap();
    // Others: (40 x 60 + 60 x 50) / 100 = 54, less 22.
    assert_eq!(found.outside.figure.figure().unwrap().number(), 32.0);
}

#[test]
fn what_is_left_out_of_a_region() {
    let (measured, analysis) = measured(&with_schools(), &Rules::default());
    let left_out = exclusions_of(&measured, &analysis, Scope::Region(Region::SouthWest));
    let trusts: Vec<&str> = left_out
        .iter()
        .filter(|of| of.level == Level::Trust)
        .map(|of| &*of.name)
        .collect();
    assert_eq!(trusts, ["TRUST 2"]);
    let table = left_out_here(&analysis, left_out, Scope::Region(Region::SouthWest));
    let names: Vec<String> = table.rows.iter().map(|row| row[2].text()).collect();
    assert_eq!(names, ["2", "100004", "100005", "100006"]);
    let left_out = exclusions_of(&measured, &analysis, Scope::Region(Region::London));
    assert_eq!(left_out.len(), 1);
    assert!(exclusions_of(&measured, &analysis, Scope::Region(Region::EastMidlands)).is_empty());
}

/// Two trusts of Cornwall with 25% and 40%, one of Devon with 10%, each of three schools, and a maintained school.
fn far_west() -> Rc<DataSet> {
    let mut all: Vec<School> = (1..=10).map(|number| school(100_000 + number)).collect();
    for school in &mut all[3..6] {
        school.em5[1] = "40%".to_owned();
    }
    for school in &mut all[6..9] {
        school.authority = 878;
        school.em5[1] = "10%".to_owned();
    }
    all[9].kind = "CY";
    let lines = (0..9).map(|number| link(100_001 + number, 1 + number / 3, "01-09-2015"));
    let lines: Vec<_> = lines.collect();
    let (schools, links) = (wide(&all, Some(22)), links(&lines));
    library_of(&[("ks4_2022-23.csv", &schools), ("links.csv", &links)])
        .newest()
        .unwrap()
}

#[test]
fn an_area_of_ones_own_is_looked_at_as_a_region_is() {
    let data = far_west();
    let area = Area::parse("Kernow=908").unwrap();
    let rules = Rules::default();
    let measured = Measured::after(None, &data, &rules).unwrap();
    let areas = [area.clone()];
    let analysis = measured
        .analysis(rules.focus, rules.regional, &areas, &IntervalChoices::default())
        .unwrap();
    let here = Scope::Area(&area);
    // (25 + 40) / 2; the region's is 25, with Devon's 10.
    let words = part_in_words(&analysis, here).unwrap();
    assert!(words.starts_with("Kernow: 32.5% (95% interval "), "{words}");
    assert!(words.ends_with(", 2 eligible trusts"), "{words}");
    let under = each_rule(&measured, rules.focus, here);
    assert_eq!(under.len(), 3, "by school too");
    let (figure, rank) = under[0].figure.unwrap();
    assert_eq!((figure.number(), rank.number(), under[0].regions), (32.5, 1, 1));
    assert_eq!(
        standing_in_words(&analysis, &under, here).unwrap(),
        "Among the 1 region with a figure it would be first, 7.5 percentage points above all trusts together"
    );
    assert_eq!(
        each_rule_table(&analysis, &under, here).columns[2].name,
        "Rank it would have among the regions"
    );
    assert_eq!(
        extremes_in_words(&analysis, here).unwrap(),
        "15.0 percentage points from Trust 1 (25.0%) to Trust 2 (40.0%)"
    );
    // Ranked among themselves, not among all.
    let (trusts, _) = ranked_trusts(&analysis, here, None);
    assert_eq!(
        cells(&trusts),
        [
            "Trust 2 | 40.0 | 31.7 | 48.9 | 1 | \u{2013} | \u{2013} | \u{2013} | 1",
            "Trust 1 | 25.0 | 18.1 | 33.4 | 2 | \u{2013} | \u{2013} | \u{2013} | 2"
        ]
    );
    assert_eq!(trusts.columns[4].name, "Rank in area");
    assert_eq!(
        trusts.caption.to_string(),
        "Trusts in Kernow. 2 of 2 trusts rank tenth or better"
    );
    // Its six schools in trusts, and the maintained one; of Devon's none.
    let found = outside_trusts(&measured, &analysis, here).unwrap();
    assert_eq!((found.inside.schools, found.outside.schools), (6, 1));
    let left_out = exclusions_of(&measured, &analysis, here);
    let table = left_out_here(&analysis, left_out, here);
    assert_eq!(table.caption.to_string(), "What is left out in Kernow, and why");
    assert_eq!(table.rows.len(), 1);
    let family = Family::of(&analysis, here);
    assert_eq!(family_in_words(&family), "Kernow\u{2019}s 2 trusts");
}

#[test]
fn areas_stand_below_the_regions_in_the_strip_of_trusts() {
    let data = far_west();
    let rules = Rules::default();
    let measured = Measured::after(None, &data, &rules).unwrap();
    let areas = [
        "Kernow=908",
        "An area whose name is much longer than there is room for=878",
    ];
    let areas = areas.map(|area| Area::parse(area).unwrap());
    let analysis = measured
        .analysis(rules.focus, rules.regional, &areas, &IntervalChoices::default())
        .unwrap();
    let strip = StripChart::new(&analysis);
    let table = strip.table();
    assert_eq!(table.columns[0].name, "Region or area");
    let parts: Vec<String> = table.rows.iter().map(|row| row[0].text()).collect();
    // The trusts of the region, then those of each area.
    assert_eq!(parts.len(), 3 + 2 + 1);
    assert_eq!((&*parts[0], &*parts[3]), ("South West", "Kernow"));
    for width in [1_200, 340] {
        let picture = strip.draw(width);
        let ids = picture.marks.iter().filter_map(|mark| mark.about.as_ref());
        let ids: Vec<&str> = ids.map(|about| &*about.id).collect();
        assert!(ids.contains(&&*area_id(0)) && ids.contains(&&*area_id(1)));
    }
}

#[test]
fn trusts_left_out_as_published_are_of_their_lead_region() {
    let text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,NUMINST_MATPTINC,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
                1,A,London,3,60%\n2,B,London,2,40%\n3,C,South West,3,20%\n4,D,South West,1,30%\n";
    let data = library_of(&[("mats_2022-23.csv", text)]).newest().unwrap();
    let (measured, analysis) = measured(&data, &Rules::default());
    assert!(outside_trusts(&measured, &analysis, Scope::Region(Region::London)).is_none());
    let of = |region| -> Vec<String> {
        let found = exclusions_of(&measured, &analysis, Scope::Region(region)).into_iter();
        found.map(|of| of.name.to_string()).collect()
    };
    let excluded = analysis.excluded.len();
    assert_eq!(of(Region::London).len() + of(Region::SouthWest).len(), excluded);
    assert_eq!(of(Region::SouthWest), ["D"]);
}

#[test]
fn what_a_combined_measure_is_made_of_by_hand() {
    let text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG,P8MEA_WGTAVG\n\
                1,ONE,London,40,0.5\n2,TWO,London,50,0.1\n3,THREE,London,60,0.3\n4,FOUR,London,60,SUPPMAT\n";
    let data = library_of(&[("mats_2022-23.csv", text)]).newest().unwrap();
    let judgement = Rc::new(Judgement::new(&data, &Rules::default()).unwrap());
    let of = |measure, weight| Ingredient {
        measure,
        focus: Focus::All,
        weight,
    };
    let chosen = [of(Measure::Attainment8, 1.0), of(Measure::Progress8, 3.0)];
    let found = combined(&judgement, &chosen).unwrap();
    // Over 40, 50 and 60: the mean 50, the standard deviation the root of 200/3.
    let scales = cells(&combined_scales_table(&found));
    assert!(
        scales[0].starts_with("Attainment 8, all pupils | 1 | 25% | 50.0 | 8.2 | "),
        "{}",
        scales[0]
    );
    assert!(scales[1].contains(" | 3 | 75% | 0.30 | "), "{}", scales[1]);
}
