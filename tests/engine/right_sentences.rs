//! Sentences about equal figures, ties, influential schools and missing data: over small doubtful files, read in place,
//! and over made-up ones.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::made_up::{School, link, links, school, wide};
use crate::support::program::{json, run};
use crate::support::{library_of, shared, shared_bytes};
use trust_gap::chart::{
    Chart, CompareChart, ContributionChart, Finding, FunnelChart, GapChart, MeasuresChart, PartOf, RankChart,
    RankRangeChart, SpecificationChart, SpineChart, StripChart, Table, TopTen, TrendChart, TrustList, TrustQuery,
    TrustVerdict, claim_robustness_in_words, combined_first, combined_in_words, combined_table, compare_parts_table,
    compare_table, could_be_in_all, could_be_sentence, could_be_table, each_rule_table, extremes_in_words,
    headlines_robustness_table, left_out, left_out_here, measures_table, neighbour_in_words, neighbours_in_words,
    noise_check, outside_in_words, outside_table, part_in_words, precision_in_words, ranked_trusts,
    region_precision_in_words, second_gap_in_words, similarity_in_words, spread_headline, spread_lead,
    spread_sentences, spread_table, standing_in_words, top_of_england, top_ten_headline, trend_in_words,
    trend_source_line, trust_robustness_in_words, trusts_robustness_table,
};
use trust_gap::export::methods::Used;
use trust_gap::export::report_page::{ReportInput, ReportPage};
use trust_gap::layout::read_file;
use trust_gap::method::weighting::Weight;
use trust_gap::method::{
    Analysis, ContextWeights, Contexts, Family, Funnel, Ingredient, IntervalChoices, Limits, Measured, Ranking,
    RegionalRule, Robustness, Rules, Scope, Settings, Survey, Trend, TrendLine, combined, each_rule, exclusions_of,
    measure_profile, outside_trusts, profile, regional_ranks, similar, spread,
};
use trust_gap::model::{Basis, DataSet, Library};
use trust_gap::records::Choices;
use trust_gap::terms::{Focus, Measure, Missing, Region, Value, readable_name};

/// A doubtful file's path and text. `None` if the shared data are missing.
fn doubtful(name: &str) -> Option<(String, String)> {
    let name = format!("doubtful/{name}.csv");
    let path = shared(&name)?.to_str()?.to_owned();
    let text = String::from_utf8(shared_bytes(&name)?).unwrap();
    Some((path, text))
}

fn newest(name: &str) -> Option<Rc<DataSet>> {
    let (path, text) = doubtful(name)?;
    library_of(&[(&path, &text)]).newest()
}

/// An analysis with all that charts ask for.
struct Asked {
    data: Rc<DataSet>,
    measured: Rc<Measured>,
    analysis: Analysis,
    interval_choices: IntervalChoices,
}

impl Asked {
    fn new(data: &Rc<DataSet>, rules: &Rules) -> Self {
        let interval_choices = IntervalChoices::default();
        let measured = Measured::after(None, data, rules).unwrap();
        let analysis = measured
            .analysis(rules.focus, rules.regional, &[], &interval_choices)
            .unwrap();
        Self {
            data: Rc::clone(data),
            measured,
            analysis,
            interval_choices,
        }
    }

    fn place(&self, name: &str) -> usize {
        let mut trusts = self.analysis.trusts.iter();
        trusts.position(|trust| &*trust.name == name).unwrap()
    }

    /// The texts of a chart: its title, its description, and those of its marks.
    fn told(chart: &dyn Chart, said: &mut Said) {
        said.extend([chart.title().to_owned(), chart.description()]);
        for width in [320, 900] {
            for stop in chart.draw(width).stops() {
                let beyond = chart.beyond(&stop.subject.id);
                let words = [Some(stop.subject.words.clone()), beyond];
                said.marks.extend(words.into_iter().flatten());
            }
        }
        listed(&chart.table(), said);
    }

    /// Every sentence about these figures, wherever the page or the program says it.
    fn said(&self) -> Vec<String> {
        self.all_said().all()
    }

    fn all_said(&self) -> Said {
        let mut said = Said::default();
        self.of_the_country(&mut said);
        self.of_the_rules(&mut said);
        self.of_trusts(&mut said);
        self.of_ranks(&mut said);
        self.of_reports(&mut said);
        said
    }

    fn of_the_country(&self, said: &mut Said) {
        let analysis = &self.analysis;
        let finding = Finding::of(&self.measured, analysis);
        said.extend([finding.headline, finding.detail]);
        said.extend(finding.checks.into_iter().map(|check| check.text));
        let gap = GapChart::new(analysis).with_intervals(&self.measured, analysis, &self.interval_choices);
        Self::told(&gap, said);
        Self::told(&StripChart::new(analysis), said);
        said.push(precision_in_words(analysis));
        for of in &analysis.regions {
            let scope = Scope::Region(of.region);
            listed(&ranked_trusts(analysis, scope, None).0, said);
            said.extend(part_in_words(analysis, scope));
            said.extend(extremes_in_words(analysis, scope));
            said.extend(region_precision_in_words(&self.analysis));
            let excluded = exclusions_of(&self.measured, analysis, scope);
            listed(&left_out_here(analysis, excluded, scope), said);
            if let Some(found) = outside_trusts(&self.measured, analysis, scope) {
                said.push(outside_in_words(analysis, &found, scope));
                listed(&outside_table(analysis, &found), said);
            }
            if let Ok(funnel) = Funnel::new(analysis, Limits::Normal) {
                let chart = FunnelChart::new(analysis, &funnel, scope);
                Self::told(&chart, said);
                said.extend(chart.outside_in_words());
            }
            let found = each_rule(&self.measured, analysis.rules.focus, scope);
            said.extend(standing_in_words(analysis, &found, scope));
            listed(&each_rule_table(analysis, &found, scope), said);
        }
        if let Some(found) = spread(analysis) {
            said.extend([spread_headline(&found), spread_lead(&found)]);
            said.extend(spread_sentences(analysis, &found));
            listed(&spread_table(analysis, &found), said);
        }
        for limits in [Limits::Normal, Limits::Exact, Limits::OverDispersed] {
            if let Ok(funnel) = Funnel::new(analysis, limits) {
                Self::told(&FunnelChart::new(analysis, &funnel, Scope::All), said);
            }
        }
        listed(&top_of_england(analysis), said);
        listed(&left_out(analysis), said);
    }

    fn of_the_rules(&self, said: &mut Said) {
        let analysis = &self.analysis;
        let mut survey = Survey::new(&self.data, &analysis.rules).unwrap();
        while survey.advance().is_some() {}
        let robustness: Robustness = survey.finish();
        listed(
            &headlines_robustness_table(&robustness.of_claims(analysis), &analysis.rules),
            said,
        );
        for found in robustness.of_claims(analysis) {
            said.extend(claim_robustness_in_words(&found, &analysis.rules));
            let claim = Some(found.claim);
            Self::told(&SpecificationChart::new(&robustness, analysis, None, claim), said);
        }
        listed(&trusts_robustness_table(&robustness, None), said);
        said.extend(robustness.trusts.iter().map(trust_robustness_in_words));
        let regions = analysis.regions.iter().map(|of| of.region);
        for region in regions {
            Self::told(&RankRangeChart::new(&robustness, analysis, region), said);
            let curve = SpecificationChart::new(&robustness, analysis, Some(region), None);
            Self::told(&curve, said);
        }
    }

    fn of_trusts(&self, said: &mut Said) {
        let analysis = &self.analysis;
        let contexts = Contexts::new(self.measured.judgement());
        for (place, trust) in analysis.trusts.iter().enumerate() {
            let chart = ContributionChart::new(&self.data, analysis, place).unwrap();
            Self::told(&chart, said);
            let verdict = TrustVerdict::new(analysis, place).unwrap();
            said.push(verdict.sentence);
            said.extend(verdict.possible.into_iter().chain(verdict.meaning));
            let (rule, focus) = (RegionalRule::SimpleMean, analysis.rules.focus);
            let of = profile(&self.measured, &contexts, focus, &trust.uid).unwrap();
            let measure = measure_profile(&self.measured, rule, &trust.uid, &self.interval_choices).unwrap();
            said.extend(measure.second_gap.as_ref().map(second_gap_in_words));
            let level = self.interval_choices.level;
            listed(&measures_table(&of, std::slice::from_ref(&measure), level), said);
            if let Some(spine) = SpineChart::new(&of, &[measure], level) {
                Self::told(&spine, said);
            }
            let weights = ContextWeights::default();
            if let Some(found) = similar(analysis, &contexts, place, &weights, 3) {
                said.push(similarity_in_words(analysis, &found));
                said.push(neighbours_in_words(analysis, &found));
                for neighbour in &found.neighbours {
                    said.extend(neighbour_in_words(analysis, neighbour));
                }
            }
        }
        let uids: Vec<Rc<str>> = analysis.trusts.iter().map(|trust| Rc::clone(&trust.uid)).collect();
        for count in 1..=uids.len() {
            Self::told(&CompareChart::new(analysis, &uids[..count]), said);
            Self::told(
                &MeasuresChart::new(std::slice::from_ref(analysis), &uids[..count]),
                said,
            );
        }
        listed(&compare_table(std::slice::from_ref(analysis), &uids), said);
        let regions = analysis.regions.iter().map(|of| PartOf::Region(of.region));
        let regions: Vec<PartOf> = regions.collect();
        Self::told(&MeasuresChart::of_parts(std::slice::from_ref(analysis), &regions), said);
        listed(&compare_parts_table(std::slice::from_ref(analysis), &regions), said);
        let list = TrustList::new(&self.measured, analysis, &[]);
        listed(&list.table(&list.find(&TrustQuery::default())), said);
        let of = |measure| Ingredient {
            measure,
            focus: analysis.rules.focus,
            weight: 1.0,
        };
        let chosen = [Measure::Attainment8, Measure::Grade5EnglishMaths].map(of);
        if let Ok(combined) = combined(self.measured.judgement(), &chosen) {
            said.extend([combined_first(&combined), combined_in_words(&combined)]);
            listed(&combined_table(&combined, analysis.basis), said);
        }
    }

    fn of_ranks(&self, said: &mut Said) {
        let analysis = &self.analysis;
        let ranks = regional_ranks(analysis);
        said.extend(could_be_in_all(&ranks));
        listed(&could_be_table(&self.analysis, &ranks), said);
        said.extend(noise_check(analysis, &ranks).map(|check| check.text));
        for list in TopTen::all(analysis, Some(&ranks)) {
            said.extend([list.in_short.clone(), list.summary.clone()]);
            listed(&list.table(), said);
        }
        let regions = analysis.regions.iter();
        let scopes = regions.map(|of| Scope::Region(of.region)).chain([Scope::All]);
        for scope in scopes {
            let family = Family::of(analysis, scope);
            let mut ranking = Ranking::new(
                vec![family.estimates()],
                self.interval_choices.level,
                self.interval_choices.kind,
            );
            while ranking.advance().is_some() {}
            let found = ranking.finish().remove(0);
            said.push(could_be_sentence(&family, &found));
            said.push(top_ten_headline(&ranks, (&family, &found)));
            listed(
                &ranked_trusts(analysis, scope, Some(&(family.clone(), found.clone()))).0,
                said,
            );
            let chart = RankChart::new(analysis, &self.interval_choices, &family, &found, None);
            Self::told(&chart, said);
        }
    }

    fn of_reports(&self, said: &mut Said) {
        let settings = Settings {
            interval_choices: self.interval_choices,
            ..Settings::default()
        };
        let report_input = ReportInput {
            data: &self.data,
            measured: &self.measured,
            analysis: &self.analysis,
            every: &[],
            adjusted: None,
            is_kept: false,
            settings: &settings,
            ranks: None,
            used: Used::default(),
            made_on: "30 November 2026",
            dated: &|_| None,
        };
        for trust in &self.analysis.trusts {
            of_report(ReportPage::of_trust(&report_input, &trust.uid).unwrap(), said);
        }
        for of in &self.analysis.regions {
            of_report(ReportPage::of_part(&report_input, Scope::Region(of.region)), said);
        }
    }
}

fn of_report(page: ReportPage, said: &mut Said) {
    said.extend(page.finding);
    for table in &page.tables {
        listed(table, said);
    }
    said.push(page.source);
}

/// The texts: sentences, captions and titles, and separately the words of marks and cells, which are parts of charts
/// and tables with a title or a caption.
#[derive(Default)]
struct Said {
    sentences: Vec<String>,
    marks: Vec<String>,
    cells: Vec<String>,
}

impl Said {
    fn push(&mut self, sentence: String) {
        self.sentences.push(sentence);
    }

    fn all(self) -> Vec<String> {
        [self.sentences, self.marks, self.cells].concat()
    }
}

impl Extend<String> for Said {
    fn extend<I: IntoIterator<Item = String>>(&mut self, sentences: I) {
        self.sentences.extend(sentences);
    }
}

fn listed(table: &Table, said: &mut Said) {
    said.push(table.caption.to_string());
    said.cells
        .extend(table.rows.iter().flatten().flat_map(|cell| [cell.text(), cell.data()]));
}

/// "from 20% to 20%", "between A and A": both ends the same.
fn has_no_width(sentence: &str) -> bool {
    [("from ", " to "), ("between ", " and ")]
        .into_iter()
        .any(|(before, between)| {
            sentence.match_indices(before).any(|(at, _)| {
                let rest = &sentence[at + before.len()..];
                rest.match_indices(between).any(|(end, _)| {
                    let (first, second) = (&rest[..end], &rest[end + between.len()..]);
                    second.strip_prefix(first).is_some_and(|after| {
                        let mut next = after.chars();
                        match next.next() {
                            Some('.') => !next.next().is_some_and(|next| next.is_ascii_digit()),
                            next => !next.is_some_and(char::is_alphanumeric),
                        }
                    })
                })
            })
        })
}

const FOCUSES: [Focus; 4] = [Focus::Disadvantaged, Focus::Other, Focus::All, Focus::Gap];

const MEASURES: [Measure; 3] = [Measure::Attainment8, Measure::Progress8, Measure::Grade5EnglishMaths];

#[test]
fn a_range_without_width_is_found() {
    assert!(has_no_width("trusts from 20% to 20%, regional figure 20%"));
    assert!(has_no_width("They are 0 apart, from London (2.0) to London (2.0)."));
    assert!(!has_no_width("from 20% to 20.5%"));
    assert!(!has_no_width("from 2 to 21 schools"));
}

#[test]
fn nothing_is_said_of_differences_where_all_figures_are_equal_or_one_trust_is_alone() {
    for name in ["39-all-equal-2022-23", "39-all-zero-2022-23", "39-one-trust-2022-23"] {
        let Some(data) = newest(name) else { return };
        for measure in MEASURES {
            for focus in FOCUSES {
                let rules = Rules {
                    measure,
                    focus,
                    ..Rules::default()
                };
                let asked = Asked::new(&data, &rules);
                for sentence in asked.said() {
                    let what = format!("{name}, {measure:?}, {focus:?}: {sentence}");
                    for wrong in ["NaN", "inf ", "inf%", "Both are large", "Top of your measure"] {
                        assert!(!sentence.contains(wrong), "{what}");
                    }
                    assert!(!has_no_width(&sentence), "{what}");
                    for wrong in [
                        "is highest",
                        "is lowest",
                        "highest of",
                        "lowest of",
                        "smallest of",
                        "Lowest:",
                        "of 1 region",
                        "of 1 in",
                        "1 to 1 ",
                        "all 2 ",
                        "place 1",
                    ] {
                        assert!(!sentence.contains(wrong), "{what}");
                    }
                }
            }
        }
    }
}

#[test]
fn figures_that_do_not_change_over_the_years_are_said_so() {
    let Some((_, text)) = doubtful("39-all-equal-2022-23") else {
        return;
    };
    let before = text.replace("202223", "202122");
    let library = library_of(&[("mats_2021-22.csv", &before), ("mats_2022-23.csv", &text)]);
    for focus in FOCUSES {
        let rules = Rules {
            focus,
            ..Rules::default()
        };
        let trend = Trend::new(&library, &rules, &IntervalChoices::default(), false).unwrap();
        let lines: Vec<&TrendLine> = trend.regions.iter().collect();
        let words = trend_in_words(&trend, &lines);
        assert!(words.contains("changed in none of 2 regions"), "{words}");
        let mut said = Said::default();
        Asked::told(&TrendChart::new(&trend, &lines), &mut said);
        for sentence in said.all() {
            assert!(!sentence.contains("NaN"), "{sentence}");
            assert!(!sentence.contains("highest of"), "{sentence}");
        }
    }
}

#[test]
fn a_place_that_others_have_is_a_joint_one() {
    let Some(data) = newest("20-named-na-2022-23") else {
        return;
    };
    let asked = Asked::new(&data, &Rules::default());
    let names: Vec<&str> = asked.analysis.trusts.iter().map(|trust| &*trust.name).collect();
    // 26%, then four trusts of 25%, then 20%.
    assert_eq!(
        names,
        ["PEBBLEGATE TRUST", "NA", "New", "None", "TRUE", "FERNHOLLOW TRUST"]
    );
    let said = |name| TrustVerdict::new(&asked.analysis, asked.place(name)).unwrap().sentence;
    assert!(
        said("NA").ends_with("All 4 trusts in London have the same."),
        "{}",
        said("NA")
    );
    assert!(said("PEBBLEGATE TRUST").contains("first of 2 trusts in the South West"));
    assert!(!said("PEBBLEGATE TRUST").contains("joint"));
    assert!(said("FERNHOLLOW TRUST").contains("2nd of 2 trusts in the South West"));
    let all = asked.said();
    let has = |words: &str| all.iter().any(|sentence| sentence.contains(words));
    for words in [
        "It ranks joint first of 4 in London and joint 2nd of 6 in England.",
        "It ranks first of 2 in the South West and first of 6 in England.",
        "joint first of 4",
        "joint 2nd of 6",
        "joint first (ranks 1 to 4 possible)",
        "London: 4 trusts, all 25%.",
        "all 4 have 25%",
    ] {
        assert!(has(words), "{words}");
    }
    assert!(!all.iter().any(|sentence| sentence.contains("rank 1")));
}

/// Twelve trusts in four regions over two years, as published and as computed from their schools, each in files that
/// cover a part of the country; the files' texts are changed before they are read.
fn parts_of_the_country(change: &dyn Fn(String) -> String) -> [(Library, Basis); 2] {
    let read = |name: &str, text: String| read_file(name, change(text).as_bytes()).unwrap();
    let mut computed = Library::default();
    let mut published = Library::default();
    let mut choices = Choices::default();
    let mut members = Vec::new();
    for (earlier, year, more) in [(21, "2021-22", 0), (22, "2022-23", 3)] {
        let mut schools = Vec::new();
        let mut trusts =
            "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,PNOTFSM6CLA1A_MATPTINC,\
                          ATT8SCR_WGTAVG,ATT8SCR_WGTAVG_FSM6CLA1A,ATT8SCR_WGTAVG_NFSM6CLA1A,\
                          PTL2BASICS_95_WGTAVG,PTL2BASICS_95_WGTAVG_FSM6CLA1A,PTL2BASICS_95_WGTAVG_NFSM6CLA1A\n"
                .to_owned();
        for uid in 0..12_u32 {
            // Four to a region: the first two have the same figure.
            let own = 20 + more + uid / 4 * 5 + (uid % 4).max(1) * 3;
            let region = ["London", "South West", "North East"][uid as usize / 4];
            let (all, other) = (own + 10, own + 20);
            trusts += &format!("{uid},T{uid},{region},900,40%,60%,{all},{own},{other},{all}%,{own}%,{other}%\n");
            for place in 0..3 {
                let urn = 100 + uid * 3 + place;
                let text = |unit: &str| [all, own, other].map(|of| format!("{of}{unit}"));
                schools.push(School {
                    authority: [201, 908, 840][uid as usize / 4],
                    att8: text(".0"),
                    em5: text("%"),
                    ..school(urn)
                });
                members.push(link(urn, uid, "01-09-2015"));
            }
        }
        let name = format!("mats_{year}.csv");
        choices.set(&format!("coverage:{name}"), "part");
        published.add(read(&name, trusts));
        let name = format!("england_ks4final_{year}.csv");
        computed.add(read(&name, wide(&schools, Some(earlier))));
    }
    published.follow(&choices);
    // Trusts without schools in the files.
    members.extend((0..200).map(|of| link(5_000 + of, 500 + of, "01-09-2015")));
    computed.add(read("links.csv", links(&members)));
    [(published, Basis::Published), (computed, Basis::Computed)]
}

/// Whether a sentence speaks of a region, of England or of a place in an order.
fn is_of_the_country(sentence: &str) -> bool {
    let named = ["London", "South West", "North East", "England"];
    let words = sentence.split(|letter: char| !letter.is_alphanumeric());
    let mut words = words.map(str::to_lowercase);
    let orders = [
        "region", "regions", "regional", "rank", "ranks", "ranked", "first", "last", "highest", "lowest", "smallest",
        "widest", "largest", "top",
    ];
    named.iter().any(|name| sentence.contains(name)) || words.any(|word| orders.contains(&word.as_str()))
}

#[test]
fn every_sentence_about_regions_or_places_says_of_how_many_trusts_it_is() {
    // Statements that are true of any files.
    let of_no_part = ["ranks cannot be tested", "take the trusts as given"];
    for (library, basis) in parts_of_the_country(&|text| text) {
        let data = library.newest().unwrap();
        let mut missing = std::collections::BTreeSet::new();
        let mut count = 0;
        for focus in FOCUSES {
            let rules = Rules {
                focus,
                ..Rules::default()
            };
            let asked = Asked::new(&data, &rules);
            assert_eq!(asked.analysis.basis, basis);
            assert_eq!(asked.analysis.trusts.len(), 12);
            let mut said = asked.all_said();
            let trend = Trend::new(&library, &rules, &IntervalChoices::default(), false).unwrap();
            for lines in [&trend.regions, &trend.trusts] {
                let lines: Vec<&TrendLine> = lines.iter().collect();
                Asked::told(&TrendChart::new(&trend, &lines), &mut said);
                Asked::told(&TrendChart::new(&trend, &lines[..1]), &mut said);
            }
            said.push(trend_source_line(&library, &trend));
            for sentence in said.sentences {
                let is_exempt = of_no_part.iter().any(|words| sentence.contains(words));
                if is_of_the_country(&sentence) && !is_exempt {
                    count += 1;
                    if !sentence.contains("of the 12 trusts loaded") {
                        missing.insert(sentence);
                    }
                }
            }
        }
        assert!(count > 100, "{count}");
        assert!(missing.is_empty(), "{basis:?}: {missing:#?}");
    }
}

#[test]
fn what_is_shared_is_said_to_be_wherever_a_place_is_told() {
    // Two trusts of each region share its lowest figure.
    for (library, basis) in parts_of_the_country(&|text| text) {
        let asked = Asked::new(&library.newest().unwrap(), &Rules::default());
        let places: Vec<usize> = (0..12)
            .filter(|place| asked.analysis.trusts[*place].rank().unwrap().is_joint())
            .collect();
        assert!(places.len() >= 6, "{places:?}");
        let names: Vec<String> = places
            .iter()
            .map(|place| readable_name(&asked.analysis.trusts[*place].name))
            .collect();
        let ordinals = [
            "first", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "11th", "12th",
        ];
        let said = asked.all_said();
        let shown = said.sentences.iter().chain(&said.marks);
        let mut told = 0;
        for sentence in shown {
            // A mark of such a trust, or a sentence only about it.
            let starts = |name: &String| {
                let rest = sentence.strip_prefix(name.as_str());
                rest.is_some_and(|rest| rest.starts_with([':', ',']))
            };
            if !names.iter().any(starts) || sentence.contains(" to ") && sentence.contains("combinations") {
                continue;
            }
            for ordinal in ordinals {
                for after in [" of ", " (", " under", " in "] {
                    let place = format!("{ordinal}{after}");
                    for (at, _) in sentence.match_indices(&place) {
                        told += 1;
                        assert!(sentence[..at].ends_with("joint "), "{basis:?}: {sentence}");
                    }
                }
            }
        }
        assert!(told > 10, "{basis:?}: {told}");
    }
}

#[test]
fn regions_that_share_an_end_are_all_named_and_a_counter_says_that_others_share_it() {
    let mut text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,PNOTFSM6CLA1A_MATPTINC,\
                    PTL2BASICS_95_WGTAVG_FSM6CLA1A\n"
        .to_owned();
    // As a mean London is lowest; weighted by pupils two others are.
    let trusts = [
        ("London", 900, 40),
        ("London", 100, 10),
        ("South West", 500, 30),
        ("North East", 500, 30),
        ("East of England", 500, 50),
        ("North West", 500, 50),
    ];
    for (uid, (region, pupils, figure)) in trusts.iter().enumerate() {
        text += &format!("{uid},T{uid},{region},{pupils},50%,50%,{figure}%\n");
    }
    let data = library_of(&[("mats_2022-23.csv", &text)]).newest().unwrap();
    let asked = Asked::new(&data, &Rules::default());
    let all = asked.said();
    let has = |words: &str| all.iter().any(|sentence| sentence.contains(words));
    for words in [
        "from London (25.0%) to the East of England and the North West (50.0%).",
        "London lowest: holds under 1 of 2 regional rules. Weighted by pupils, the South West and 1 more are lowest (30.0%)",
        "then the South West and 1 more are lowest (30.0%).",
    ] {
        let like = all.iter().filter(|of| of.contains("lowest"));
        assert!(has(words), "{words}: {:#?}", like.collect::<Vec<_>>());
    }
}

#[test]
fn an_endless_name_is_shortened_in_all_that_is_said_and_whole_in_tables() {
    let long = |of: &str| format!("{of} {}", "LONG ".repeat(20_000).trim());
    // One trust of each basis, one of its schools, and a trust with too few schools.
    let change = |text: String| {
        let text = text.replace("\n0,T0,", &format!("\n0,{},", long("FIRST")));
        let text = text.replace(",TRUST 0,", &format!(",{},", long("FIRST")));
        text.replace(",School 100,", &format!(",{},", long("SCHOOL")))
    };
    for (library, basis) in parts_of_the_country(&change) {
        let asked = Asked::new(&library.newest().unwrap(), &Rules::default());
        let mut said = asked.all_said();
        let trend = Trend::new(&library, &Rules::default(), &IntervalChoices::default(), false).unwrap();
        let lines: Vec<&TrendLine> = trend.trusts.iter().collect();
        Asked::told(&TrendChart::new(&trend, &lines), &mut said);
        Asked::told(&TrendChart::new(&trend, &lines[..1]), &mut said);
        let strict = Rules {
            min_schools: 4,
            ..Rules::default()
        };
        let strict = Measured::after(None, &asked.data, &strict).unwrap();
        let contexts = Contexts::new(strict.judgement());
        if let Err(error) = profile(&strict, &contexts, Focus::Disadvantaged, "0") {
            said.push(error.to_string());
            let analysis = strict.analysis(
                Focus::Disadvantaged,
                RegionalRule::SimpleMean,
                &[],
                &IntervalChoices::default(),
            );
            let excluded = analysis.unwrap().excluded;
            said.extend(excluded.iter().map(|of| of.reason.to_string()));
        }
        let mut named = 0;
        let shown = said.sentences.iter().chain(&said.marks);
        for sentence in shown {
            let letters = sentence.to_lowercase();
            named += usize::from(letters.contains("first long long"));
            assert!(
                !letters.contains(&"long ".repeat(30)),
                "{basis:?}: {}",
                sentence.chars().take(300).collect::<String>()
            );
        }
        assert!(named > 30, "{named}");
        let whole = format!("First {}", "Long ".repeat(20_000).trim());
        let in_tables = said.cells.iter().filter(|cell| cell.contains(&whole));
        assert!(in_tables.count() > 10, "{basis:?}");
    }
}

#[test]
fn regions_that_share_a_place_are_joint_in_it() {
    let mut text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A,\
                    PTL2BASICS_95_WGTAVG_NFSM6CLA1A\n"
        .to_owned();
    let regions = ["London", "South West", "North East", "North West", "East of England"];
    let figures = [(40, 60), (40, 60), (30, 55), (30, 55), (20, 50)];
    for (uid, (region, (own, other))) in regions.iter().zip(figures).enumerate() {
        text += &format!("{uid},T{uid},{region},{own}%,{other}%\n");
    }
    let data = library_of(&[("mats_2022-23.csv", &text)]).newest().unwrap();
    let asked = Asked::new(&data, &Rules::default());
    let finding = Finding::new(&data, &asked.analysis);
    assert_eq!(
        finding.detail,
        "40.0% in London and the South West against 32.0% across all trusts. The East of England is lowest at 20.0%, \
         then the North East and the North West at 30.0%."
    );
    let standing = |region| {
        let scope = Scope::Region(region);
        let found = each_rule(&asked.measured, Focus::Disadvantaged, scope);
        standing_in_words(&asked.analysis, &found, scope).unwrap()
    };
    let words = standing(Region::London);
    assert!(words.starts_with("Joint first of 5 regions with a figure, "), "{words}");
    let words = standing(Region::NorthWest);
    assert!(words.starts_with("Joint 3rd of 5 regions with a figure, "), "{words}");
    let words = standing(Region::EastOfEngland);
    assert!(words.starts_with("5th of 5 regions with a figure, "), "{words}");
    let strip = StripChart::new(&asked.analysis);
    assert_eq!(
        strip.beyond(Region::London.slug()).as_deref(),
        Some("joint highest of 5 regions")
    );
    let uids: Vec<Rc<str>> = ["0", "1", "4"].map(Rc::from).to_vec();
    let compared = CompareChart::new(&asked.analysis, &uids);
    assert!(
        compared
            .title()
            .ends_with("T0 and T1 are highest (40%) and T4 is lowest (20%)"),
        "{}",
        compared.title()
    );
    assert_eq!(
        GapChart::new(&asked.analysis).title(),
        "The gap is smallest in London and the South West, 20.0 percentage points, and widest in the East of England, 30.0"
    );
}

/// A spreadsheet of schools: name, disadvantaged pupils (blank for not known), years, per cent.
fn own(schools: &[(&str, &str, u32, f64)]) -> Rc<DataSet> {
    let mut text = "urn,school,region,trust,years_in_trust,year,pupils_disadvantaged,em5_disadvantaged\n".to_owned();
    for (place, (name, pupils, years, figure)) in schools.iter().enumerate() {
        text += &format!(
            "{},{name},London,MINE,{years},2022/23,{pupils},{figure}\n",
            900_000 + place
        );
    }
    library_of(&[("mine.csv", &text)]).newest().unwrap()
}

#[test]
fn the_school_that_moves_the_figure_most_is_named_with_the_direction() {
    let title = |schools: &[(&str, &str, u32, f64)], rules: &Rules| {
        let asked = Asked::new(&own(schools), rules);
        let chart = ContributionChart::new(&asked.data, &asked.analysis, 0).unwrap();
        chart.title().to_owned()
    };
    let rules = Rules::default();
    // Allerton carries most weight, 500 of 900, but is near the trust's 43.1%; Unity's 70% is far from it.
    let schools = [
        ("Allerton", "100", 5, 41.0),
        ("Unity", "40", 5, 70.0),
        ("Third", "40", 5, 20.0),
    ];
    assert_eq!(
        title(&schools, &rules),
        "Mine: 42.8%. Without Unity the figure would be 7.8 percentage points lower: 35.0%"
    );
    let mut low = schools;
    low[1].3 = 2.0;
    assert_eq!(
        title(&low, &rules),
        "Mine: 27.7%. Without Allerton the figure would be 16.7 percentage points lower: 11.0%"
    );
    let low = [
        ("Allerton", "60", 5, 30.0),
        ("Unity", "40", 5, 2.0),
        ("Third", "60", 5, 29.0),
    ];
    assert_eq!(
        title(&low, &rules),
        "Mine: 22.6%. Without Unity the figure would be 6.9 percentage points higher: 29.5%"
    );
    let alike = schools.map(|(name, pupils, years, _)| (name, pupils, years, 30.0));
    assert_eq!(
        title(&alike, &rules),
        "Mine: 30.0%. Leaving out any one school would not change it"
    );
    let one = Rules {
        min_schools: 1,
        ..rules
    };
    assert_eq!(title(&schools[..1], &one), "Mine: 41.0%");
}

#[test]
fn what_is_missing_is_said_where_figures_are_there_and_pupils_are_not() {
    let schools = [("A", "", 5, 41.0), ("B", "", 5, 70.0), ("C", "", 5, 20.0)];
    let data = own(&schools);
    let asked = Asked::new(&data, &Rules::default());
    let trust = &asked.analysis.trusts[0];
    assert_eq!(trust.value(), Value::Missing(Missing::PupilsNotKnown));
    let finding = Finding::new(&data, &asked.analysis);
    assert_eq!(
        finding.headline,
        "The school file has Grade 5+ in English and maths but not the numbers of disadvantaged pupils, which are needed to \
         weight schools"
    );
    assert!(
        finding
            .detail
            .starts_with("Give every school the same weight on the Method page.")
    );
    assert_eq!(finding.remedy, Some(Weight::Equal));
    let strip = StripChart::new(&asked.analysis);
    assert_eq!(strip.title(), finding.headline);
    let chart = ContributionChart::new(&data, &asked.analysis, 0).unwrap();
    assert_eq!(
        chart.title(),
        "Mine has no figure for Grade 5+ in English and maths: number of pupils not known"
    );
    // The way that is offered leads to a figure.
    let weight = finding.remedy.unwrap();
    let rules = Rules {
        weight,
        ..Rules::default()
    };
    let asked = Asked::new(&data, &rules);
    let figure = asked.analysis.trusts[0].figure().unwrap();
    assert_eq!(figure.in_sentence(), "43.7%");
    assert_eq!(Finding::new(&data, &asked.analysis).remedy, None);
}

#[test]
fn a_suppressed_trust_is_listed_on_its_regions_page() {
    let Some(data) = newest("01-suppressed-2022-23") else {
        return;
    };
    let asked = Asked::new(&data, &Rules::default());
    let rows = |region| -> Vec<String> {
        let scope = Scope::Region(region);
        let excluded = exclusions_of(&asked.measured, &asked.analysis, scope);
        let table = left_out_here(&asked.analysis, excluded, scope);
        let row = |row: &Vec<trust_gap::chart::Cell>| {
            let cells: Vec<String> = row.iter().map(trust_gap::chart::Cell::text).collect();
            cells.join(" | ")
        };
        table.rows.iter().map(row).collect()
    };
    assert_eq!(
        rows(Region::London),
        ["Withycot Trust | trust | 90005 | no published figure: suppressed"]
    );
    assert!(rows(Region::SouthWest).is_empty());
}

#[test]
fn a_trust_of_no_pupils_has_no_rank_no_interval_and_no_place_in_the_funnel() {
    let Some(data) = newest("41-tiny-and-zero-pupils-2022-23") else {
        return;
    };
    for measure in MEASURES {
        let rules = Rules {
            measure,
            focus: Focus::All,
            ..Rules::default()
        };
        let asked = Asked::new(&data, &rules);
        let place = asked.place("HUSHED TRUST");
        let trust = &asked.analysis.trusts[place];
        assert_eq!(trust.value(), Value::Missing(Missing::NoPupils));
        assert_eq!((trust.rank(), trust.regional_rank()), (None, None));
        assert_eq!(asked.analysis.trusts[place].precision, None);
        // Scores have no funnel without a standard deviation of pupils.
        if let Ok(funnel) = Funnel::new(&asked.analysis, Limits::Normal) {
            assert!(funnel.points.iter().all(|point| point.trust != place));
            let mut unplaced = funnel.omitted.iter();
            let (_, why) = unplaced.find(|(of, _)| *of == place).unwrap();
            assert!(why.reason().contains("no pupils"), "{}", why.reason());
        } else {
            assert_ne!(measure, Measure::Grade5EnglishMaths);
        }
        // Tiny trusts are ranked.
        assert!(asked.analysis.trusts[asked.place("TINY TRUST")].rank().is_some());
        assert!(asked.said().iter().all(|sentence| !sentence.contains("NaN")));
    }
    let Some((path, _)) = doubtful("41-tiny-and-zero-pupils-2022-23") else {
        return;
    };
    let output = run(&["analyse", &path]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("No figure: Hushed Trust (no pupils)"), "{text}");
    let report = json(&["analyse", &path, "--format", "json"]);
    let trusts = report["trusts"].as_array().unwrap();
    let of = |name: &str| trusts.iter().find(|trust| trust["name"] == name).unwrap();
    assert!(of("HUSHED TRUST")["rank"].is_null());
    assert_eq!(of("HUSHED TRUST")["status"], "no pupils");
    // 100%, 38%, 31%, 26%, 20%, 0%.
    assert_eq!(of("FULL TRUST")["rank"], 1);
    assert_eq!(of("FERNHOLLOW TRUST")["rank"], 5);
    assert_eq!(of("TINY TRUST")["rank"], 6);
}

#[test]
fn lists_say_that_figures_are_rounded_when_two_look_alike_and_rank_differently() {
    const ROUNDED: &str = "Figures are rounded here. Ranks use the figures before rounding.";
    let Some(data) = newest("47-same-shown-2022-23") else {
        return;
    };
    let lists = |data: &Rc<DataSet>, rules: &Rules| -> Vec<String> {
        let asked = Asked::new(data, rules);
        let analysis = &asked.analysis;
        let list = TrustList::new(&asked.measured, analysis, &[]);
        let lines = list.find(&TrustQuery::default());
        let top_ten = TopTen::all(analysis, None).remove(0);
        let region = analysis.regions[0].region;
        let trusts = lines.iter().map(|line| (*line).clone()).collect::<Vec<_>>();
        vec![
            list.table(&lines).caption.to_string(),
            list.rounding(&trusts).unwrap_or_default().to_owned(),
            top_ten.table().caption.to_string(),
            top_ten.summary,
            ranked_trusts(analysis, Scope::Region(region), None)
                .0
                .caption
                .to_string(),
            top_of_england(analysis).caption.to_string(),
        ]
    };
    for said in lists(&data, &Rules::default()) {
        assert!(said.ends_with(ROUNDED), "{said}");
    }
    // Of all pupils two trusts have just the same.
    let all = Rules {
        focus: Focus::All,
        ..Rules::default()
    };
    let Some(ties) = newest("44-ties-by-order") else {
        return;
    };
    for said in lists(&data, &all).into_iter().chain(lists(&ties, &Rules::default())) {
        assert!(!said.contains("rounded"), "{said}");
    }
    let Some((path, _)) = doubtful("47-same-shown-2022-23") else {
        return;
    };
    let text = String::from_utf8(run(&["analyse", &path]).stdout).unwrap();
    assert_eq!(text.matches(ROUNDED).count(), 1, "{text}");
}

#[test]
fn names_that_programs_take_for_nothing_stay_and_ties_rank_1_1_3() {
    let Some((named, _)) = doubtful("20-named-na-2022-23") else {
        return;
    };
    let report = json(&["analyse", &named, "--format", "json"]);
    let names: Vec<&str> = report["trusts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|trust| trust["name"].as_str().unwrap())
        .collect();
    for name in ["NA", "None", "New", "TRUE"] {
        assert!(names.contains(&name), "{names:?}");
    }
    let Some((ties, _)) = doubtful("44-ties-by-order") else {
        return;
    };
    let report = json(&["analyse", &ties, "--format", "json"]);
    let mut ranks: Vec<(String, u64)> = report["trusts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|trust| {
            let name = trust["name"].as_str().unwrap().to_owned();
            (name, trust["rank"].as_u64().unwrap())
        })
        .collect();
    ranks.sort();
    let ranks: Vec<(&str, u64)> = ranks.iter().map(|(name, rank)| (&**name, *rank)).collect();
    assert_eq!(ranks, [("Backward Trust", 1), ("Forward Trust", 1), ("Third Trust", 3)]);
}
