//! Words and lists about a trust, its context, similar trusts, spread and combined measures.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::{library_of, trusts_2022_23};
use trust_gap::chart::{
    OWN_CONSTRUCTION, Table, combined_first, combined_in_words, combined_table, compared_context_table,
    compared_pairs_table, context_in_words, context_table, lacking_table, measures_table, neighbour_in_words,
    neighbours_in_words, pair_in_words, profile_schools_table, second_gap_in_words, similar_table, similarity_in_words,
    spread_headline, spread_sentences, spread_table, types_in_words,
};
use trust_gap::demo::Demonstration;
use trust_gap::layout::read_file;
use trust_gap::method::{
    Analysis, ContextWeights, Contexts, Family, Ingredient, IntervalChoices, Measured, Profile, RegionalRule, Rules,
    Similar, combined, compared, compared_trusts, measure_profile, profile, similar, spread,
};
use trust_gap::model::{Basis, DataSet, Library};
use trust_gap::stats::Level;
use trust_gap::terms::{ContextPart, Focus, Measure};

struct Shown {
    measured: Rc<Measured>,
    analysis: Analysis,
    contexts: Contexts,
}

impl Shown {
    fn new(data: &DataSet) -> Self {
        let rules = Rules::default();
        let measured = Measured::after(None, data, &rules).unwrap();
        let analysis = crate::support::analysis(&measured, &rules);
        Self {
            contexts: Contexts::new(measured.judgement()),
            analysis,
            measured,
        }
    }

    fn similar(&self, uid: &str, weights: &ContextWeights) -> (usize, Similar) {
        let place = self
            .analysis
            .trusts
            .iter()
            .position(|trust| &*trust.uid == uid)
            .unwrap();
        let analysis = &self.analysis;
        let found = similar(analysis, &self.contexts, place, weights, 5).unwrap();
        (place, found)
    }

    fn profile(&self, uid: &str) -> Profile {
        profile(&self.measured, &self.contexts, Focus::Disadvantaged, uid).unwrap()
    }
}

/// A table as lines of text; every row has a cell for each column, and none is blank.
fn lines(table: &Table) -> Vec<String> {
    for row in &table.rows {
        assert_eq!(row.len(), table.columns.len(), "{}", table.caption);
        assert!(row.iter().all(|cell| !cell.text().is_empty()));
    }
    let heads: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
    let rows = table.rows.iter().map(|row| {
        let cells: Vec<String> = row.iter().map(trust_gap::chart::Cell::text).collect();
        cells.join(" | ")
    });
    std::iter::once(heads.join(" | ")).chain(rows).collect()
}

fn demonstration() -> Rc<DataSet> {
    let demonstration = Demonstration::generate();
    let newest = *demonstration.years().last().unwrap();
    let mut library = Library::default();
    for (name, text) in [
        ("ks4_2022-23.csv", demonstration.school_file(newest)),
        ("links.csv", demonstration.group_links()),
    ] {
        library.add(read_file(name, text.as_bytes()).unwrap());
    }
    library.newest().unwrap()
}

#[test]
fn a_context_is_told_beside_region_and_country() {
    let Some(data) = trusts_2022_23() else { return };
    let shown = Shown::new(&data);
    let found = shown.profile("5132");
    let beside = [&found.region_context, &found.all_context];
    let basis = Basis::Published;
    let words = context_in_words(&found.context, found.region, beside, basis);
    assert!(words.starts_with(
        "Disadvantaged pupils 23% (London\u{2019}s trusts 38.5%, all eligible trusts 29.4%); English as an \
         additional language 22% (London\u{2019}s trusts 33.1%, all eligible trusts 16.7%); "
    ));
    let not_told = "Not known: EHC plans or statements, SEN support and selective schools.";
    assert!(words.ends_with(not_told), "{words}");
    let types = types_in_words(&found.context);
    assert_eq!(types.unwrap(), "1 converter academy and 3 free schools");
    let table = context_table(&found.context, found.region, beside, basis, data.year);
    let table = lines(&table);
    assert_eq!(table[0], "Context | Trust | Trusts in London | All eligible trusts");
    assert_eq!(table[1], "Disadvantaged pupils, % | 23 | 38.5 | 29.4");
    let score = "Prior attainment (average at key stage 2), scaled score | 106.6 | 104.2 | 103.9";
    assert_eq!(table[6], score);
    assert_eq!(table[9], "Converter academies | 1 | 30 | 514");
    let nothing = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,40%\n";
    let data = library_of(&[("mats_2022-23.csv", nothing)]).newest().unwrap();
    let found = Shown::new(&data).profile("1");
    let beside = [&found.region_context, &found.all_context];
    let words = context_in_words(&found.context, found.region, beside, basis);
    assert_eq!(words, "The files do not say who the pupils are.");
    assert_eq!(types_in_words(&found.context), None);
}

#[test]
fn similar_trusts_are_told_with_what_was_left_out() {
    let Some(data) = trusts_2022_23() else { return };
    let shown = Shown::new(&data);
    let weights = ContextWeights::default().with(ContextPart::Eal, 2.5);
    let (place, found) = shown.similar("5132", &weights);
    assert_eq!(
        similarity_in_words(&shown.analysis, &found),
        "These trusts are nearest by disadvantaged pupils, English as an additional language (weight 2.5), special educational needs, \
         prior attainment at key stage 2 and sponsored academies. Each part is measured in standard deviations over the 216 eligible \
         trusts. Left out: selective schools (not in the file)."
    );
    assert_eq!(
        neighbours_in_words(&shown.analysis, &found),
        "Of the 5 trusts in the most similar contexts, none does better."
    );
    assert_eq!(
        neighbour_in_words(&shown.analysis, &found.neighbours[1]).unwrap(),
        "Our Lady of Lourdes Catholic Multi-Academy Trust, the East Midlands: distance 0.48, 34%, worse, \
         distinguishable. Disadvantaged pupils 6.0 less, English as an additional language 4.0 more, special \
         educational needs 1.0 more, prior attainment at key stage 2 1.3 less, sponsored academies the same."
    );
    let analysis = &shown.analysis;
    let table = similar_table(analysis, &shown.contexts, place, &found);
    let table = lines(&table);
    assert_eq!(
        table[1],
        "Twyford Church of England Academies Trust | London | 0.00 | 60 | 52 | 68 | the trust itself | \u{2013} | 23 | \
         22 | 7 | 106.6 | 0"
    );
    // No figure comes last, however near.
    assert_eq!(
        table[6],
        "Alpha Trust | East of England | 0.42 | suppressed | \u{2013} | \u{2013} | no figure | no interval | \
         suppressed | 14 | 8 | 106.6 | 0"
    );
    let (_, found) = shown.similar("16503", &ContextWeights::default());
    assert_eq!(
        neighbours_in_words(&shown.analysis, &found),
        "Of the 5 trusts in the most similar contexts, all do better. Of these, 4 are distinguishable from this trust at \
         95%, allowing for all comparisons."
    );
}

#[test]
fn spread_is_told_in_three_ways() {
    let Some(data) = trusts_2022_23() else { return };
    let analysis = Shown::new(&data).analysis;
    let found = spread(&analysis).unwrap();
    assert_eq!(
        spread_headline(&found),
        "24% of the variance between trusts is between regions and 76% within them"
    );
    assert_eq!(
        spread_sentences(&analysis, &found),
        [
            "Weighted by each trust\u{2019}s pupils, 22% is between regions.",
            "The regional figures are 17.0 percentage points apart, from the South West (20.1%) to London (37.2%).",
            "Within the West Midlands alone, the trusts are 52 percentage points apart, from United Endeavour Trust (6%) \
             to King Edward VI Academy Trust Birmingham (58%)."
        ]
    );
    let table = lines(&spread_table(&analysis, &found));
    assert_eq!(table.len(), 10);
    assert_eq!(
        table[7],
        "South West | 28 | 20.1 | 5 | Reach South Academy Trust | 34 | Greenshaw Learning Trust | 29.0 | 6.5"
    );
}

#[test]
fn a_combined_measure_is_always_called_ones_own() {
    let Some(data) = trusts_2022_23() else { return };
    let shown = Shown::new(&data);
    let of = |measure, focus, weight| Ingredient { measure, focus, weight };
    let ingredients = [
        of(Measure::Progress8, Focus::Disadvantaged, 2.0),
        of(Measure::Grade5EnglishMaths, Focus::Gap, 1.0),
    ];
    let found = combined(shown.measured.judgement(), &ingredients).unwrap();
    assert_eq!(
        combined_in_words(&found),
        "Made of Progress 8, disadvantaged pupils (weight 2) and Grade 5+ in English and maths, gap (weight 1, \
         smaller is better). The score is the weighted mean of standard scores, over the 212 trusts with every part. 4 \
         eligible trusts lack a part and are left out."
    );
    let table = combined_table(&found, Basis::Published);
    assert!(
        table.caption.to_string().contains(OWN_CONSTRUCTION),
        "{}",
        table.caption
    );
    let first = combined_first(&found);
    let named = "Top of your measure: Twyford Church of England Academies Trust, ";
    assert!(first.starts_with(named), "{first}");
    let table = lines(&table);
    let first = "Twyford Church of England Academies Trust | London | 1 | 1 | 2.46 | 0.73 | 3.27 | 19 | 0.86";
    assert_eq!((table.len(), table[1].as_str()), (213, first));
    let lacking = lines(&lacking_table(&found));
    assert_eq!(
        lacking[1],
        "Alpha Trust | East of England | Progress 8, disadvantaged pupils: suppressed; Grade 5+ in English and maths, \
         gap: suppressed"
    );
    assert_eq!(lacking.len(), 5);
}

#[test]
fn a_page_and_a_comparison_are_tables_and_sentences() {
    let Some(data) = trusts_2022_23() else { return };
    let shown = Shown::new(&data);
    let (rule, interval_choices) = (RegionalRule::SimpleMean, IntervalChoices::default());
    let measure = measure_profile(&shown.measured, rule, "5132", &interval_choices).unwrap();
    assert_eq!(
        second_gap_in_words(measure.second_gap.as_ref().unwrap()),
        "Disadvantaged pupils here are 10.4 percentage points ahead of the other pupils in all eligible trusts (49.6%). \
         The interval is from 2.4 to 18.4."
    );
    let table = lines(&measures_table(&shown.profile("5132"), &[measure], Level::P95));
    assert_eq!(
        table[1],
        "Grade 5+ in English and maths, disadvantaged pupils, % | 60 | 52 | 68 | 37.2 | 24.0 | \u{2013} | first of 19 | \
         1\u{2013}6 | first of 212 | 1\u{2013}9"
    );
    assert!(table[5].starts_with(
        "Grade 5+ in English and maths, gap to other pupils in all eligible trusts, percentage points | \u{2212}10.4 | \
         \u{2212}18.4 | \u{2212}2.4 | 12.5 | 25.6"
    ));
    let without = measure_profile(&shown.measured, rule, "15882", &interval_choices).unwrap();
    assert_eq!(
        second_gap_in_words(without.second_gap.as_ref().unwrap()),
        "No gap to the other pupils in all eligible trusts (49.6%): the disadvantaged pupils\u{2019} figure is \
         suppressed."
    );

    let uids = ["5132", "16503", "16049"];
    let trusts = compared_trusts(shown.measured.judgement(), &shown.contexts, &uids).unwrap();
    let found = compared(&shown.measured, Focus::Disadvantaged, &uids, &interval_choices).unwrap();
    let basis = Basis::Published;
    let of = (Measure::Grade5EnglishMaths, Focus::Disadvantaged);
    let pairs = compared_pairs_table(&trusts, of, &found.pairs);
    assert!(pairs.caption.heading.starts_with("Pairs of trusts: Grade 5+"));
    let pairs = lines(&pairs);
    assert!(pairs[1].ends_with("| distinguishable | All of England") && pairs.len() == 4);
    let context = lines(&compared_context_table(&trusts, basis, data.year));
    assert_eq!(context[1], "Disadvantaged pupils, % | 23 | 40 | 23");
    assert_eq!(
        context[9],
        "Schools | 1 converter academy and 3 free schools | 2 free schools and 1 university technical college | 2 \
         converter academies and 1 sponsored academy"
    );
    let place = |uid: &&str| shown.analysis.trusts.iter().position(|trust| &*trust.uid == *uid);
    let places: Vec<usize> = uids.iter().filter_map(place).collect();
    let family = Family::chosen(&shown.analysis, &places);
    let critical = found.critical.unwrap();
    let pair = pair_in_words(&shown.analysis, &family, critical, places[0], places[1]);
    assert!(pair.unwrap().starts_with(
        "Twyford Church of England Academies Trust (60%) and Reach South Academy Trust (5%): distinguishable at 95% \
         among the 3 chosen trusts. The difference is 55 percentage points (from "
    ));
}

#[test]
fn the_schools_that_make_a_figure_add_up() {
    let shown = Shown::new(&demonstration());
    for trust in shown.analysis.trusts.iter().step_by(25) {
        let found = shown.profile(&trust.uid);
        let table = profile_schools_table(&found);
        assert_eq!(lines(&table).len(), found.schools.len() + 1);
        let shares: f64 = found.schools.iter().filter_map(|school| school.share).sum();
        assert!((shares - 1.0).abs() < 1e-9 || trust.figure().is_none());
        let rule = RegionalRule::BySchool;
        let measure = measure_profile(&shown.measured, rule, &trust.uid, &IntervalChoices::default()).unwrap();
        let second = measure.second_gap.as_ref().unwrap();
        let words = second_gap_in_words(second);
        assert!(words.contains("England\u{2019}s state-funded schools") || trust.figure().is_none());
        lines(&measures_table(&found, &[measure], Level::P95));
    }
}
