//! Nothing that leaves the page of a user's own data depends on a figure about few pupils.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::made_up::{link, links, school, wide};
use proptest::prelude::*;
use trust_gap::chart::{
    Chart, CompareChart, ContributionChart, Finding, FunnelChart, GapChart, MeasuresChart, PartOf, RankChart,
    ScatterChart, SpineChart, StripChart, Table, TopTen, TrendChart, TrustChancesInWords, TrustContext, TrustVerdict,
    all_figures_table, areas_table, combined_first, combined_in_words, combined_scales_table, combined_table,
    compare_parts_table, compare_table, comparison_table, could_be_table, each_rule_table, gap_within_table,
    headlines_robustness_table, lacking_table, left_out, measures_table, outside_table, part_in_words,
    quote_of_combined, quote_of_compared, quote_of_funnel, quote_of_part, quote_of_parts, quote_of_regions,
    quote_of_robustness, quote_of_school, quote_of_spread, quote_of_top_ten, quote_of_trend, quote_of_trust,
    ranked_trusts, reasons, schools_without_value, similar_table, source_line, spread_sentences, spread_table,
    top_of_england, trend_source_line, trend_table, trusts_robustness_table,
};
use trust_gap::export::cleared::Cleared;
use trust_gap::export::csv_table::of_table;
use trust_gap::export::link::key_of;
use trust_gap::export::methods::{Methods, Used};
use trust_gap::export::origin::Origin;
use trust_gap::export::report_page::{ReportInput, ReportPage};
use trust_gap::export::sheet::{Sheet, Size};
use trust_gap::export::svg::{Around, alternative_text, html_figure, with_words};
use trust_gap::export::tab_table;
use trust_gap::intake::{Field, Mapping};
use trust_gap::layout::{read_file, read_mapped};
use trust_gap::method::weighting::Weight;
use trust_gap::method::{
    AdjustParts, Analysis, CombinedWeights, ContextWeights, Contexts, EachSchool, FiguresAgainst, Funnel,
    IntervalChoices, Limits, Measured, MeasuredYears, MissingPolicy, RegionalRule, Rules, Scope, Settings, Suppression,
    Survey, TrendLine, analyse, both_ways, cleared, combined, each_rule, measure_profile, offered, outside_trusts,
    profile, regional_ranks, similar, spread,
};
use trust_gap::model::{Basis, DataSet, Library};
use trust_gap::terms::{AcademicYear, Area, ContextPart, Focus, Group, Measure, Missing};

const GROUPS: [Group; 3] = [Group::Disadvantaged, Group::Other, Group::All];
const KEYS: [&str; 3] = ["disadvantaged", "other", "all"];
const MEASURES: [Measure; 3] = [Measure::Grade5EnglishMaths, Measure::Attainment8, Measure::Progress8];

/// A row of a user's own spreadsheet: a school or a trust.
#[derive(Debug, Clone)]
struct Row {
    /// Its trust, counted from 0.
    trust: usize,
    /// Disadvantaged and other pupils.
    pupils: [u32; 2],
    /// Those of them in Progress 8.
    included: [u32; 2],
    /// Grade 5+, Attainment 8 and Progress 8 of each group, in tenths and hundredths.
    figures: [[i32; 3]; 3],
}

impl Row {
    fn figure(&self, measure: usize, group: usize) -> String {
        let number = f64::from(self.figures[measure][group]);
        match measure {
            0 => format!("{:.1}%", number / 10.0),
            1 => format!("{:.1}", number / 10.0),
            _ => format!("{:.2}", number / 100.0),
        }
    }

    /// Another figure of the same kind in place of one.
    fn change(&mut self, measure: usize, group: usize, by: i32) {
        let figure = &mut self.figures[measure][group];
        *figure = match measure {
            0 => (*figure + by).rem_euclid(1000),
            1 => (*figure + by).rem_euclid(900),
            _ => (*figure + by + 200).rem_euclid(400) - 200,
        };
    }
}

fn columns() -> Vec<String> {
    let keys = MEASURES
        .iter()
        .flat_map(|measure| KEYS.map(|group| format!("{}_{group}", measure.key())));
    keys.collect()
}

fn cells(row: &Row) -> Vec<String> {
    let each = (0..3).flat_map(|measure| (0..3).map(move |group| (measure, group)));
    each.map(|(measure, group)| row.figure(measure, group)).collect()
}

const REGIONS: [&str; 3] = ["London", "London", "South West"];

fn schools_sheet(rows: &[Row], year: &str) -> String {
    let mut text = format!(
        "urn,school,school_type,authority_code,region,trust_id,trust,years_in_trust,year,pupils_all,pupils_disadvantaged,\
         pupils_other,progress8_pupils_all,progress8_pupils_disadvantaged,progress8_pupils_other,{}\n",
        columns().join(",")
    );
    for (place, row) in rows.iter().enumerate() {
        let ([few, others], [in_few, in_others]) = (row.pupils, row.included);
        let (urn, trust) = (100_001 + place, row.trust);
        text += &format!(
            "{urn},School {urn},ACC,{},{},{trust},Trust {trust},{},{year},{},{few},{others},{},{in_few},{in_others},{}\n",
            201 + trust,
            REGIONS[trust % 3],
            3 + place % 3,
            few + others,
            in_few + in_others,
            cells(row).join(",")
        );
    }
    text
}

fn trusts_sheet(rows: &[Row], year: &str) -> String {
    let mut text = format!(
        "trust_id,trust,region,year,schools,pupils_all,pupils_disadvantaged,pupils_other,{}\n",
        columns().join(",")
    );
    for row in rows {
        let ([few, others], trust) = (row.pupils, row.trust);
        text += &format!(
            "{trust},Trust {trust},{},{year},3,{},{few},{others},{}\n",
            REGIONS[trust % 3],
            few + others,
            cells(row).join(",")
        );
    }
    text
}

/// Own schools of two years, own trusts of the later of them and of one more, and the Department's schools of another.
#[derive(Debug, Clone)]
struct Sheets {
    schools: [Vec<Row>; 2],
    trusts: [Vec<Row>; 2],
}

const SCHOOL_YEARS: [&str; 2] = ["2021/22", "2022/23"];
const TRUST_YEARS: [&str; 2] = ["2022/23", "2023/24"];

impl Sheets {
    fn library(&self) -> Library {
        let mut library = Library::default();
        let published: Vec<_> = (100_001..100_010).map(school).collect();
        let joined: Vec<_> = (0..9)
            .map(|place| link(100_001 + place, place / 3, "01/09/2010"))
            .collect();
        for (name, text) in [
            ("england_ks4final.csv", wide(&published, Some(18))),
            ("links.csv", links(&joined)),
        ] {
            library.add(read_file(name, text.as_bytes()).unwrap());
        }
        for (rows, year) in self.schools.iter().zip(SCHOOL_YEARS) {
            let name = format!("schools {}.csv", year.replace('/', "-"));
            library.add(read_file(&name, schools_sheet(rows, year).as_bytes()).unwrap());
        }
        for (rows, year) in self.trusts.iter().zip(TRUST_YEARS) {
            let text = trusts_sheet(rows, year);
            let mut mapping = Mapping::default();
            for name in text.lines().next().unwrap().split(',') {
                mapping.set(Field::from_key(name).unwrap(), Some(name));
            }
            let name = format!("trusts {}.csv", year.replace('/', "-"));
            library.add(read_mapped(&name, text.as_bytes(), &mapping).unwrap());
        }
        library
    }

    /// The same with another figure wherever one is withheld, and how many that are.
    fn changed(&self, by: i32) -> (Self, usize) {
        let (library, mut changed, mut count) = (self.library(), self.clone(), 0);
        let Some(without) = cleared(&library) else {
            return (changed, 0);
        };
        let set = |year: &str| {
            let mut sets = without.data_sets();
            Rc::clone(sets.find(|set| set.year_in_words() == year).unwrap())
        };
        for (rows, year) in changed.schools.iter_mut().zip(SCHOOL_YEARS) {
            let data = set(year);
            let table = data.schools.as_ref().unwrap();
            for (row, school) in rows.iter_mut().zip(table.schools.iter()) {
                for (place, measure) in MEASURES.into_iter().enumerate() {
                    for (at, group) in GROUPS.into_iter().enumerate() {
                        let missing = school.value(measure, group).missing();
                        if missing.is_some_and(Missing::is_withheld) {
                            row.change(place, at, by);
                            count += 1;
                        }
                    }
                }
            }
        }
        for (rows, year) in changed.trusts.iter_mut().zip(TRUST_YEARS) {
            let data = set(year);
            for (row, trust) in rows.iter_mut().zip(data.trusts()) {
                for (place, measure) in MEASURES.into_iter().enumerate() {
                    for (at, group) in GROUPS.into_iter().enumerate() {
                        let missing = trust.attainment.value(measure, group).missing();
                        if missing.is_some_and(Missing::is_withheld) {
                            row.change(place, at, by);
                            count += 1;
                        }
                    }
                }
            }
        }
        (changed, count)
    }
}

/// Everything that leaves the page, by name.
#[derive(Default)]
struct Taken(Vec<(String, String)>);

impl Taken {
    fn table(&mut self, name: &str, table: &Table) {
        self.0.push((format!("{name}.csv"), of_table(table)));
        self.0.push((format!("{name} copied"), tab_table::of_table(table)));
        self.0.push((format!("{name} printed"), format!("{table:?}")));
    }

    fn chart(&mut self, name: &str, chart: &dyn Chart, source: &str) {
        let key = chart.key();
        let around = Around {
            subtitle: chart.subtitle(),
            key: &key,
            source,
            made_on: "today",
            ..Around::default()
        };
        // The other forms of a picture are painted from the same marks.
        let sheet = Sheet::sized(chart, &around, Size::Page);
        self.0.push((format!("{name}.svg"), with_words(&sheet)));
        self.0
            .push((format!("{name} as text"), alternative_text(chart, &around)));
        self.0.push((format!("{name} as HTML"), html_figure(chart, &around)));
        let words = [chart.title(), chart.subtitle()].join("\n");
        self.0.push((format!("{name} in words"), words));
        self.table(name, &chart.table());
    }

    fn words(&mut self, name: &str, words: String) {
        self.0.push((name.to_owned(), words));
    }
}

fn areas() -> Vec<Area> {
    let areas = ["One=201", "Two=201,202"];
    areas.map(|area| Area::parse(area).unwrap()).into()
}

/// Everything that leaves each page of a year under these rules, as far as the data allow it.
fn taken_of(data: &DataSet, rules: &Rules, taken: &mut Taken) -> Option<()> {
    let interval_choices = IntervalChoices::default();
    let measured = Measured::after(None, data, rules).ok()?;
    let analysis = measured
        .analysis(rules.focus, rules.regional, &areas(), &interval_choices)
        .ok()?;
    let source = source_line(data, &analysis);
    let ranks = regional_ranks(&analysis);
    let finding = Finding::of(&measured, &analysis);
    taken.words("finding", format!("{finding:?}"));
    taken.words("regions quoted", quote_of_regions(data, &analysis, &finding));
    for trust in &analysis.trusts {
        let family = ranks.iter().find(|(family, _)| family.of.region() == trust.region);
        let quoted = quote_of_trust(data, &analysis, &trust.uid, family);
        taken.words("trust quoted", quoted.unwrap_or_default());
    }
    let gap = GapChart::new(&analysis).with_intervals(&measured, &analysis, &interval_choices);
    taken.chart("regional-gap", &gap, &source);
    let strip = StripChart::new(&analysis);
    taken.chart("trusts-by-region", &strip, &source);
    for list in TopTen::all(&analysis, Some(&ranks)) {
        taken.table("top-ten", &list.table());
    }
    taken.table("England", &top_of_england(&analysis));
    for ranked in &ranks {
        let (family, of_family) = ranked;
        let chart = RankChart::new(&analysis, &interval_choices, family, of_family, None);
        taken.chart("rank-ranges", &chart, &source);
        let quoted = quote_of_top_ten(data, &analysis, (family, of_family), &ranks);
        taken.words("top ten quoted", quoted.unwrap_or_default());
        let indices: Vec<usize> = family.indices().collect();
        let quoted = quote_of_compared(data, &analysis, &indices, |_| Some((family, 2.0)));
        taken.words("comparison quoted", quoted.unwrap_or_default());
        let scope = family.of.region().map_or(Scope::All, Scope::Region);
        let (trusts, _) = ranked_trusts(&analysis, scope, Some(ranked));
        taken.table("region-trusts-list", &trusts);
    }
    taken.table("could-be", &could_be_table(&analysis, &ranks));
    taken.table("all-figures", &all_figures_table(&analysis, Some(&ranks)));
    for (name, table) in [
        ("left-out", left_out(&analysis)),
        ("without-value", schools_without_value(&analysis)),
        ("reasons", reasons(&analysis)),
        ("areas", areas_table(&analysis)),
    ] {
        taken.table(name, &table);
    }
    for limits in Limits::offered(rules.measure, rules.focus) {
        if let Ok(funnel) = Funnel::new(&analysis, *limits) {
            let chart = FunnelChart::new(&analysis, &funnel, Scope::All);
            taken.words("beyond the limits", chart.outside_in_words().join("\n"));
            taken.chart("funnel", &chart, &source);
            taken.words("funnel quoted", quote_of_funnel(data, &analysis, &chart));
        }
    }
    if let Some(found) = spread(&analysis) {
        taken.table("spread", &spread_table(&analysis, &found));
        taken.words("spread", spread_sentences(&analysis, &found).join("\n"));
        taken.words("spread quoted", quote_of_spread(data, &analysis, &found));
    }
    if let Ok(rows) = both_ways(&measured, rules.focus) {
        taken.table("side-by-side", &comparison_table(&analysis, &rows));
    }
    let regions: Vec<Scope<'_>> = analysis.regions.iter().map(|of| Scope::Region(of.region)).collect();
    let quoted = quote_of_parts(data, &analysis, &regions);
    taken.words("parts quoted", quoted.unwrap_or_default());
    for scope in regions {
        let under = each_rule(&measured, rules.focus, scope);
        taken.table("each-rule", &each_rule_table(&analysis, &under, scope));
        taken.words("part", format!("{:?}", part_in_words(&analysis, scope)));
        let quoted = quote_of_part(data, &measured, &analysis, scope);
        taken.words("part quoted", quoted.unwrap_or_default());
        if let Some(found) = outside_trusts(&measured, &analysis, scope) {
            taken.table("outside", &outside_table(&analysis, &found));
        }
    }
    if let Ok(each) = EachSchool::new(data, rules, &interval_choices) {
        for school in &each.schools.trusts {
            let quoted = each.profile(&school.uid).map(|of| quote_of_school(data, &each, &of));
            taken.words("school quoted", quoted.unwrap_or_default());
        }
    }
    of_combined(data, (&measured, &analysis), taken);
    of_trusts(data, (&measured, &analysis), &source, taken);
    Some(())
}

fn of_combined(data: &DataSet, (measured, analysis): (&Rc<Measured>, &Analysis), taken: &mut Taken) {
    let mut weights = CombinedWeights::default();
    for (measure, weight) in MEASURES.into_iter().zip(1..) {
        weights = weights.with(measure, weight);
    }
    let ingredients = weights.ingredients(&MEASURES, analysis.rules.focus);
    if let Ok(found) = combined(measured.judgement(), &ingredients) {
        taken.words("combined", combined_first(&found) + &combined_in_words(&found));
        taken.words("combined quoted", quote_of_combined(data, analysis, &found));
        taken.table("combined-measure", &combined_table(&found, analysis.basis));
        taken.table("combined-scales", &combined_scales_table(&found));
        taken.table("combined-lacking", &lacking_table(&found));
    }
}

/// The pages about trusts and the reports.
fn of_trusts(data: &DataSet, (measured, analysis): (&Rc<Measured>, &Analysis), source: &str, taken: &mut Taken) {
    let interval_choices = IntervalChoices::default();
    let uids: Vec<Rc<str>> = analysis.trusts.iter().map(|trust| Rc::clone(&trust.uid)).collect();
    let contexts = Contexts::new(measured.judgement());
    let mut every = Vec::new();
    for measure in data.measures(analysis.basis) {
        let measured = Measured::new(measured.judgement(), measure).unwrap();
        for focus in data.focuses(analysis.basis, measure) {
            if let Ok(analysis) = measured.analysis(focus, analysis.rules.regional, &[], &interval_choices) {
                every.push(analysis);
            }
        }
    }
    taken.chart("compare", &CompareChart::new(analysis, &uids), source);
    taken.table("compared-measures", &compare_table(&every, &uids));
    let disadvantaged = every.iter().filter(|of| of.rules.focus == analysis.rules.focus);
    let disadvantaged: Vec<Analysis> = disadvantaged.cloned().collect();
    taken.chart("measures", &MeasuresChart::new(&disadvantaged, &uids), source);
    let regions = analysis.regions.iter().map(|of| PartOf::Region(of.region));
    let regions: Vec<PartOf> = regions.collect();
    taken.table("compared-regions", &compare_parts_table(&every, &regions));
    taken.chart("regions", &MeasuresChart::of_parts(&disadvantaged, &regions), source);
    let rules = &analysis.rules;
    let adjusted = measured.adjusted_as_chosen(rules.focus, AdjustParts::NONE, &interval_choices);
    let adjusted = adjusted.map(|of| {
        of.analysis(rules.focus, rules.regional, &[], &interval_choices)
            .unwrap()
    });
    let report_input = ReportInput {
        data,
        measured,
        analysis,
        every: &every,
        adjusted: Some(adjusted.as_ref().map_err(|reason| *reason)),
        is_kept: false,
        settings: &Settings::default(),
        ranks: None,
        used: Used::default(),
        made_on: "today",
        dated: &|_| None,
    };
    for part in ContextPart::ALL {
        let against = FiguresAgainst::new(analysis, &contexts, part);
        taken.chart("scatter", &ScatterChart::new(analysis, &against, None, &[]), source);
    }
    let indices: Vec<usize> = (0..uids.len()).collect();
    if let Some(table) = gap_within_table(analysis, &indices, &[]) {
        taken.table("gap-within", &table);
    }
    for (place, uid) in uids.iter().enumerate() {
        if let Ok(adjusted) = &adjusted
            && let Some(context) = TrustContext::new(analysis, adjusted, AdjustParts::NONE, uid)
        {
            taken.words("beside such trusts", context.sentences.join(" "));
            taken.table("trust-intake", &context.table);
        }
        if let Some(chances) = TrustChancesInWords::new(analysis, uid) {
            taken.words("chances", chances.sentences.join(" "));
        }
        if let Some(chart) = ContributionChart::new(data, analysis, place) {
            taken.chart("why-it-is-here", &chart, source);
        }
        let found = profile(measured, &contexts, rules.focus, uid).unwrap();
        let measures = data.measures(analysis.basis).into_iter().filter_map(|measure| {
            let measured = Measured::new(measured.judgement(), measure).ok()?;
            measure_profile(&measured, rules.regional, uid, &interval_choices).ok()
        });
        let measures: Vec<_> = measures.collect();
        taken.words(
            "second gap",
            format!("{:?}", measures.iter().map(|of| &of.second_gap).collect::<Vec<_>>()),
        );
        taken.table(
            "trust-measures",
            &measures_table(&found, &measures, interval_choices.level),
        );
        if let Some(chart) = SpineChart::new(&found, &measures, interval_choices.level) {
            taken.chart("trust-spine", &chart, source);
        }
        taken.words("verdict", format!("{:?}", TrustVerdict::new(analysis, place)));
        let weights = ContextWeights::default();
        if let Some(found) = similar(analysis, &contexts, place, &weights, 10) {
            taken.table("similar", &similar_table(analysis, &contexts, place, &found));
        }
        taken.words(
            "report of a trust",
            format!("{:?}", ReportPage::of_trust(&report_input, uid)),
        );
    }
    taken.words(
        "report",
        format!("{:?}", ReportPage::of_part(&report_input, Scope::All)),
    );
    let methods = Methods::new(data, analysis, &Settings::default(), Used::default());
    taken.words("methods", methods.text());
}

fn taken_over_years(library: &Library, rules: &Rules, taken: &mut Taken) {
    for is_alike in [false, true] {
        let Ok(years) = MeasuredYears::new(library, rules, is_alike) else {
            continue;
        };
        let trend = years.trend_with_areas(rules.focus, rules.regional, &areas(), &IntervalChoices::default());
        let Ok(trend) = trend else { continue };
        let source = trend_source_line(library, &trend);
        let regions: Vec<&TrendLine> = trend.regions.iter().chain(&trend.areas).collect();
        let trusts: Vec<&TrendLine> = trend.trusts.iter().collect();
        taken.chart("trend-regions", &TrendChart::new(&trend, &regions), &source);
        taken.chart("trend-trusts", &TrendChart::new(&trend, &trusts), &source);
        taken.table("trend", &trend_table(&trend, &trusts));
        taken.words("trend quoted", quote_of_trend(library, &trend, &regions, &trusts));
    }
}

fn taken_of_survey(data: &DataSet, rules: &Rules, taken: &mut Taken) {
    let Ok(mut survey) = Survey::new(data, rules) else {
        return;
    };
    while survey.advance().is_some() {}
    let found = survey.finish();
    let analysis = analyse(data, rules).unwrap();
    let claims = found.of_claims(&analysis);
    taken.table("headlines", &headlines_robustness_table(&claims, rules));
    let quoted = quote_of_robustness(data, &analysis, &claims);
    taken.words("robustness quoted", quoted.unwrap_or_default());
    taken.table("trusts", &trusts_robustness_table(&found, None));
    taken.words("robustness", format!("{found:?}"));
}

/// Everything that leaves under these rules.
fn taken(library: &Library, rules: &Rules, with_survey: bool) -> Vec<(String, String)> {
    let library = cleared(library).unwrap_or_else(|| library.clone());
    let mut taken = Taken::default();
    for data in library.data_sets() {
        for basis in data.bases() {
            let rules = Rules {
                basis: Some(basis),
                ..*rules
            };
            // If the rules need withheld data, there is no page.
            let _ = taken_of(data, &rules, &mut taken);
            if with_survey {
                taken_of_survey(data, &rules, &mut taken);
            }
        }
    }
    for basis in Basis::ALL {
        let rules = Rules {
            basis: Some(basis),
            ..*rules
        };
        taken_over_years(&library, &rules, &mut taken);
    }
    taken.0
}

fn assert_same(one: &[(String, String)], two: &[(String, String)]) {
    assert_eq!(one.len(), two.len());
    for ((name, one), (_, two)) in one.iter().zip(two) {
        assert_eq!(one, two, "{name}");
    }
}

/// The data from which all is computed that leaves.
fn assert_same_data(one: &Library, two: &Library) {
    let (one, two) = (cleared(one).unwrap(), cleared(two).unwrap());
    for (one, two) in one.data_sets().zip(two.data_sets()) {
        for basis in one.bases() {
            if one.is_own(basis) && one.files().iter().any(|file| file.is_withheld) {
                assert_eq!(one.measures(basis), two.measures(basis));
            }
        }
        let schools = |data: &DataSet| data.schools.as_ref().map(|table| table.schools.clone());
        assert_eq!(schools(one), schools(two));
        assert_eq!(one.trusts(), two.trusts());
    }
}

fn rules() -> impl Strategy<Value = Rules> {
    let weights = [Weight::default(), Weight::Pupils, Weight::Equal];
    (0..3_usize, 0..4_usize, 0..3_usize, 0..3_usize, 0..2_usize).prop_map(
        move |(measure, focus, regional, weight, missing)| Rules {
            measure: MEASURES[measure],
            focus: Focus::ALL[focus],
            regional: RegionalRule::ALL[regional],
            weight: weights[weight],
            missing: MissingPolicy::ALL[missing],
            ..Rules::default()
        },
    )
}

fn row() -> impl Strategy<Value = Row> {
    let pupils = || prop_oneof![0..14_u32, 20..60_u32];
    let figures = || prop::array::uniform3(0..900_i32);
    let included = (any::<bool>(), 0..8_u32, 0..8_u32);
    (pupils(), pupils(), included, figures(), figures(), figures()).prop_map(
        |(few, others, (are_few, one, two), grade5, attainment, progress)| Row {
            trust: 0,
            pupils: [few, others],
            included: if are_few {
                [one.min(few), two.min(others)]
            } else {
                [few, others]
            },
            figures: [grade5, attainment, progress.map(|of| of % 400 - 200)],
        },
    )
}

fn sheets() -> impl Strategy<Value = Sheets> {
    let schools = || prop::collection::vec(row(), 9).prop_map(|rows| of_trusts_by(rows, 3));
    let trusts = || prop::collection::vec(row(), 3).prop_map(|rows| of_trusts_by(rows, 1));
    (schools(), schools(), trusts(), trusts()).prop_map(|(one, two, three, four)| Sheets {
        schools: [one, two],
        trusts: [three, four],
    })
}

/// This many rows for each trust.
fn of_trusts_by(rows: Vec<Row>, each: usize) -> Vec<Row> {
    let rows = rows.into_iter().enumerate();
    rows.map(|(place, row)| Row {
        trust: place / each,
        ..row
    })
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// That a figure is withheld may show, which it is may not.
    #[test]
    fn changing_a_withheld_figure_changes_no_byte_that_leaves(sheets in sheets(), rules in rules(), by in 1..399_i32) {
        let (changed, count) = sheets.changed(by);
        let (one, two) = (sheets.library(), changed.library());
        if count > 0 {
            assert_same_data(&one, &two);
        }
        let taken_of_one = taken(&one, &rules, false);
        prop_assert!(!taken_of_one.is_empty());
        assert_same(&taken_of_one, &taken(&two, &rules, false));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Everything that leaves is computed from data without the withheld figures. Which figures are withheld depends
    /// only on numbers of pupils.
    #[test]
    fn what_leaves_is_computed_without_withheld_figures(sheets in sheets(), by in 1..399_i32) {
        let (changed, count) = sheets.changed(by);
        if count > 0 {
            assert_same_data(&sheets.library(), &changed.library());
        }
    }
}

/// Rows of three trusts with these disadvantaged pupils and those of them in Progress 8, each with the same figures.
fn plain(each: usize, few: [u32; 2], figure: i32) -> Vec<Row> {
    let row = |trust: usize| {
        let [pupils, included] = if trust == 0 { few } else { [30, 30] };
        let place = i32::try_from(trust).unwrap();
        Row {
            trust,
            pupils: [pupils, 60],
            included: [included, 60],
            figures: [
                [if trust == 0 { figure } else { 400 + 10 * place }, 500, 480],
                [if trust == 0 { figure } else { 380 + 10 * place }, 450, 430],
                [if trust == 0 { figure % 200 } else { -40 - place }, 20, 10],
            ],
        }
    };
    (0..3).flat_map(|trust| vec![row(trust); each]).collect()
}

fn every_rule() -> Vec<Rules> {
    let mut all = Vec::new();
    for measure in MEASURES {
        for focus in [Focus::Disadvantaged, Focus::Gap] {
            for regional in RegionalRule::ALL {
                all.push(Rules {
                    measure,
                    focus,
                    regional,
                    ..Rules::default()
                });
            }
        }
    }
    all
}

/// The cases that were seen: few pupils in the other of two years, or in the other of two measures.
#[test]
fn a_figure_of_another_year_or_measure_does_not_leave() {
    for few in [[[1, 1], [30, 30]], [[30, 2], [30, 2]], [[30, 30], [1, 1]]] {
        let sheets = |figure: i32| Sheets {
            schools: [plain(3, few[0], figure), plain(3, few[1], figure)],
            trusts: [plain(1, [30, 30], 400), plain(1, [30, 30], 400)],
        };
        let (original, (changed, count)) = (sheets(770), sheets(770).changed(91));
        assert!(count >= 9, "{few:?}");
        let (one, two) = (original.library(), changed.library());
        for rules in every_rule().into_iter().step_by(7) {
            assert_same(&taken(&one, &rules, false), &taken(&two, &rules, false));
        }
    }
}

#[test]
fn what_survives_every_rule_is_found_without_withheld_figures() {
    let sheets = Sheets {
        schools: [plain(3, [1, 1], 770), plain(3, [30, 2], 770)],
        trusts: [plain(1, [2, 2], 770), plain(1, [30, 30], 400)],
    };
    let (changed, count) = sheets.changed(91);
    assert!(count > 0);
    let rules = Rules::default();
    assert_same(
        &taken(&sheets.library(), &rules, true),
        &taken(&changed.library(), &rules, true),
    );
}

/// Regional figures under two rules, less the trusts that are shown, gave the one that was withheld.
#[test]
fn a_withheld_figure_cannot_be_solved_for_from_two_rules() {
    let sheets = Sheets {
        schools: [plain(3, [1, 1], 770), plain(3, [1, 1], 770)],
        trusts: [plain(1, [30, 30], 400), plain(1, [30, 30], 400)],
    };
    let library = cleared(&sheets.library()).unwrap();
    let data = library
        .data_sets()
        .find(|set| set.year_in_words() == "2022/23")
        .unwrap();
    for regional in offered(data, Basis::Computed, Focus::Disadvantaged) {
        let rules = Rules {
            regional,
            basis: Some(Basis::Computed),
            ..Rules::default()
        };
        let analysis = analyse(data, &rules).unwrap();
        // Trusts 1 and 2 are left, with 41% and 42% and as many pupils and schools.
        let found = [&analysis.all, &analysis.regions[0].area];
        for area in found {
            let figure = area.figure.unwrap().number();
            assert!((figure - 41.5).abs() < 1e-9, "{regional:?}: {figure}");
        }
    }
}

/// A report says whether figures about few pupils are withheld or the user allowed them.
#[test]
fn a_report_says_what_became_of_figures_of_few_pupils() {
    let sheets = Sheets {
        schools: [plain(3, [1, 1], 770), plain(3, [1, 1], 770)],
        trusts: [plain(1, [30, 30], 400), plain(1, [30, 30], 400)],
    };
    let library = sheets.library();
    let notes = |library: &Library, is_kept: bool| {
        let mut sets = library.data_sets();
        let data = sets.find(|set| set.schools.is_some() && set.year_in_words() == "2022/23");
        let (data, interval_choices) = (data.unwrap(), IntervalChoices::default());
        let measured = Measured::after(None, data, &Rules::default()).unwrap();
        let rules = Rules::default();
        let analysis = measured
            .analysis(rules.focus, rules.regional, &[], &interval_choices)
            .unwrap();
        let report_input = ReportInput {
            data,
            measured: &measured,
            analysis: &analysis,
            every: &[],
            adjusted: None,
            is_kept,
            settings: &Settings::default(),
            ranks: None,
            used: Used::default(),
            made_on: "today",
            dated: &|_| None,
        };
        ReportPage::of_part(&report_input, Scope::All).notes.join(" ")
    };
    let withheld = notes(&cleared(&library).unwrap(), false);
    assert!(withheld.contains("fewer than 6 pupils") && withheld.contains("withheld"));
    assert!(notes(&library, true).contains("because the user asked for them"));
    assert!(!notes(&library, false).contains("fewer than 6 pupils"));
}

/// Everything that may leave comes from a library without figures about few pupils, and carries what must be said about
/// it.
#[test]
fn what_may_leave_carries_what_has_to_be_said_of_it() {
    let of = |pupils: u32| {
        let sheets = Sheets {
            schools: [plain(3, [pupils, 30], 300), plain(3, [30, 30], 300)],
            trusts: [plain(1, [30, 30], 400), plain(1, [30, 30], 400)],
        };
        sheets.library()
    };
    let trusts = |library: &Library| {
        let data = library.data_sets().find(|set| set.year_in_words() == "2021/22");
        let measured = Measured::after(None, data.unwrap(), &Rules::default()).unwrap();
        let rules = Rules::default();
        let analysis = crate::support::analysis(&measured, &rules);
        schools_without_value(&analysis)
    };
    for (pupils, suppression, said, withheld) in [
        (5, Suppression::Withhold, Some("withheld"), true),
        (5, Suppression::Keep, Some("because the user asked for them"), false),
        (30, Suppression::Withhold, None, false),
        (30, Suppression::Keep, None, false),
    ] {
        let leaving = Cleared::library(&of(pupils), suppression);
        let remark = leaving.remark();
        assert_eq!(remark.is_some(), said.is_some(), "{pupils} {suppression:?}");
        assert!(remark.unwrap_or_default().contains(said.unwrap_or_default()));
        assert_eq!(leaving.is_withheld(), withheld);
        assert_eq!(leaving.is_kept(), said.is_some() && !withheld);
        let origin = Origin {
            year: AcademicYear::ending(2022),
            ..Origin::default()
        };
        let table = leaving.map(trusts).of(origin.clone());
        assert_eq!((table.remark(), table.origin()), (remark, &origin));
        let (csv, copied) = (table.csv(), table.tabbed());
        assert_eq!(csv.remark(), remark);
        assert_eq!(csv.what().contains("2021/22"), withheld);
        let reason = Missing::TooFewPupils.reason();
        assert_eq!(csv.what().contains(reason), withheld, "{}", csv.what());
        assert_eq!(copied.what().contains(reason), withheld);
    }
    assert!(Cleared::template().what().contains("pupils_disadvantaged"));
    assert_eq!(Cleared::template().remark(), None);
}

/// A link that leaves names the files.
#[test]
fn a_link_names_own_files_by_nothing_that_is_withheld() {
    let sheets = |figure: i32| Sheets {
        schools: [plain(3, [1, 1], figure), plain(3, [30, 2], figure)],
        trusts: [plain(1, [2, 2], figure), plain(1, [30, 30], 400)],
    };
    let keys = |library: &Library| -> Vec<Option<String>> {
        let files = library.files().iter();
        files.map(|file| key_of(&file.file)).collect()
    };
    let (one, two) = (sheets(770).library(), sheets(771).library());
    assert_eq!(keys(&one), keys(&two));
    let own = one.files().iter().filter(|file| file.file.is_own);
    let mut own: Vec<_> = own.map(|file| key_of(&file.file).unwrap()).collect();
    own.sort();
    own.dedup();
    assert_eq!(own.len(), 4);
}

/// A trust file that counts a group but not all pupils has no shares, but small groups are still recognised.
#[test]
fn a_group_is_small_even_where_all_pupils_are_not_counted() {
    let text = "trust_id,trust,region,year,pupils_disadvantaged,em5_disadvantaged,em5_other\n\
                1,One,London,2022/23,3,77%,50%\n2,Two,London,2022/23,30,40%,50%\n";
    let mut mapping = Mapping::default();
    for name in text.lines().next().unwrap().split(',') {
        mapping.set(Field::from_key(name).unwrap(), Some(name));
    }
    let mut library = Library::default();
    library.add(read_mapped("mine.csv", text.as_bytes(), &mapping).unwrap());
    let library = cleared(&library).unwrap();
    let data = library.newest().unwrap();
    let value = |place: usize| {
        let attainment = &data.trusts()[place].attainment;
        attainment.value(Measure::Grade5EnglishMaths, Group::Disadvantaged)
    };
    assert_eq!(value(0).missing(), Some(Missing::TooFewPupils));
    assert!(value(1).figure().is_some());
}

/// If one school of two is withheld, so is the other. What is shown of a trust is about six or more pupils.
#[test]
fn one_school_of_two_takes_the_other_with_it() {
    let row = |pupils: u32| Row {
        pupils: [pupils, 60],
        included: [pupils, 60],
        ..plain(1, [30, 30], 400)[0].clone()
    };
    let schools = vec![row(3), row(40)];
    let text = schools_sheet(&schools, "2022/23");
    let mut library = Library::default();
    library.add(read_file("mine.csv", text.as_bytes()).unwrap());
    let data = cleared(&library).unwrap().newest().unwrap();
    let table = data.schools.as_ref().unwrap();
    for school in table.schools.iter() {
        for group in [Group::Disadvantaged, Group::Other] {
            let value = school.value(Measure::Grade5EnglishMaths, group);
            assert!(value.missing().is_some_and(Missing::is_withheld));
        }
        // All pupils together are more than five, and give neither group's away.
        assert!(school.value(Measure::Grade5EnglishMaths, Group::All).figure().is_some());
    }
}
