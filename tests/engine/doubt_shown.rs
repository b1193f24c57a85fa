//! The uncertainty shown with figures and ranks: on the real trust file, and on made-up files where little or nothing
//! is known.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::made_up::{link, links, school, wide};
use crate::support::{library_of, trusts_2022_23};
use trust_gap::chart::{
    Cell, Chart, GapChart, RankChart, StripChart, TopTen, areas_table, could_be_in_all, could_be_sentence,
    could_be_table, noise_check, pair_in_words, precision_in_words, region_precision_in_words, top_of_england,
    top_ten_headline,
};
use trust_gap::method::{
    Analysis, Family, FamilyRanks, IntervalChoices, Measured, RankKind, RegionalRule, Rules, Scope, pair_precision,
    regional_ranks, shrunken,
};
use trust_gap::model::DataSet;
use trust_gap::stats::Level;
use trust_gap::terms::letters::with_small;
use trust_gap::terms::{Area, Focus, Measure, Region};

struct Doubted {
    measured: Rc<Measured>,
    analysis: Analysis,
    interval_choices: IntervalChoices,
}

fn doubted(data: &DataSet, rules: Rules, interval_choices: IntervalChoices) -> Doubted {
    let measured = Measured::after(None, data, &rules).unwrap();
    let analysis = measured
        .analysis(rules.focus, rules.regional, &[], &interval_choices)
        .unwrap();
    Doubted {
        measured,
        analysis,
        interval_choices,
    }
}

impl Doubted {
    fn ranks(&self) -> Vec<(Family, FamilyRanks)> {
        regional_ranks(&self.analysis)
    }

    fn chart(&self, family: &Family, ranks: &FamilyRanks) -> RankChart {
        RankChart::new(&self.analysis, &self.interval_choices, family, ranks, None)
    }

    fn place(&self, name: &str) -> usize {
        let mut trusts = self.analysis.trusts.iter();
        trusts.position(|trust| trust.name.eq_ignore_ascii_case(name)).unwrap()
    }
}

fn of(ranks: &[(Family, FamilyRanks)], region: Region) -> &(Family, FamilyRanks) {
    let mut ranks = ranks.iter();
    ranks.find(|(family, _)| family.of.region() == Some(region)).unwrap()
}

/// A trust file of London trusts, each with its pupils and their figure.
fn file(trusts: &[(u32, u32)]) -> Rc<DataSet> {
    let mut text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
                    PTL2BASICS_95_WGTAVG_FSM6CLA1A,ATT8SCR_WGTAVG_FSM6CLA1A\n"
        .to_owned();
    for (uid, (pupils, figure)) in trusts.iter().enumerate() {
        text += &format!("{uid},TRUST {uid},London,{pupils},100%,{figure}%,{figure}\n");
    }
    library_of(&[("mats_2022-23.csv", &text)]).newest().unwrap()
}

/// The counts of the method paper, section 7, and the intervals of the design's picture of the first page.
#[test]
fn the_top_tens_of_2022_23_are_mostly_noise() {
    let Some(data) = trusts_2022_23() else { return };
    let of_file = doubted(&data, Rules::default(), IntervalChoices::default());
    let ranks = of_file.ranks();
    let check = noise_check(&of_file.analysis, &ranks).unwrap();
    assert_eq!(
        check.text,
        "Top tens are mostly noise: 27 of the South West\u{2019}s 28 trusts could be in its top ten"
    );
    assert!(!check.holds);
    let lists = TopTen::all(&of_file.analysis, Some(&ranks));
    for (region, in_short, summary, best, interval) in [
        (
            Region::SouthWest,
            "27 of 28 trusts could be in its top ten",
            "10 of 28 rank tenth or better; 27 could",
            "Greenshaw Learning Trust",
            "30\u{2013}38",
        ),
        (
            Region::London,
            "15 of 19 trusts could be in its top ten",
            "11 of 19 rank tenth or better; 15 could",
            "Twyford Church of England Academies Trust",
            "52\u{2013}68",
        ),
        (
            Region::SouthEast,
            "21 of 21 trusts could be in its top ten",
            "11 of 21 rank tenth or better; 21 could",
            "Xavier Catholic Education Trust",
            "31\u{2013}56",
        ),
    ] {
        let list = lists.iter().find(|list| list.region == region).unwrap();
        assert_eq!((&*list.in_short, &*list.summary), (in_short, summary));
        let row = &list.rows[0];
        assert_eq!(
            (row.name.as_str(), row.bounds.unwrap().in_short().as_str()),
            (best, interval)
        );
    }
    let without_ranks = &TopTen::all(&of_file.analysis, None)[0];
    assert_eq!(without_ranks.in_short, without_ranks.summary);
    let sentence = |region| {
        let (family, ranks) = of(&ranks, region);
        let sentence = could_be_sentence(family, ranks);
        // The headline of the page on that top ten.
        assert_eq!(
            top_ten_headline(&of_file.ranks(), (family, ranks)),
            format!("Top tens are mostly noise: {}", with_small(&sentence))
        );
        assert_eq!(of_file.chart(family, ranks).title(), sentence);
        sentence
    };
    assert_eq!(
        sentence(Region::London),
        "15 of London\u{2019}s 19 trusts could be in its top ten"
    );
    assert_eq!(
        sentence(Region::SouthEast),
        "All 21 of the South East\u{2019}s trusts could be in its top ten"
    );
    let table = could_be_table(&of_file.analysis, &ranks);
    let south_west: Vec<String> = table
        .rows
        .iter()
        .find(|row| row[0].text() == "South West")
        .unwrap()
        .iter()
        .map(Cell::text)
        .collect();
    assert_eq!(south_west, ["South West", "28", "10", "27", "0"]);
    assert!(could_be_in_all(&ranks).unwrap().ends_with("of 212 could"));
}

#[test]
fn the_strips_words_have_intervals() {
    let Some(data) = trusts_2022_23() else { return };
    let of_file = doubted(&data, Rules::default(), IntervalChoices::default());
    let strip = StripChart::new(&of_file.analysis);
    let marks = strip.draw(1100).marks;
    let said = |wanted: &str| {
        let mut subjects = marks.iter().filter_map(|mark| mark.about.as_ref());
        subjects.any(|subject| subject.words.starts_with(wanted))
    };
    assert!(said(
        "Twyford Church of England Academies Trust, London: 60% (95% interval 52% to 68%), first of 19 in its region"
    ));
    assert!(said("London: 37.2% (95% interval "));
    let columns: Vec<String> = strip.table().columns.into_iter().map(|column| column.name).collect();
    assert_eq!(columns[3..5], ["95% low, %", "95% high, %"]);
}

#[test]
fn all_at_once_sixteen_of_londons_could() {
    let Some(data) = trusts_2022_23() else { return };
    let interval_choices = IntervalChoices {
        kind: RankKind::Simultaneous,
        ..IntervalChoices::default()
    };
    let of_file = doubted(&data, Rules::default(), interval_choices);
    let ranks = of_file.ranks();
    let (family, found) = of(&ranks, Region::London);
    let chart = of_file.chart(family, found);
    assert_eq!(chart.title(), "16 of London\u{2019}s 19 trusts could be in its top ten");
    assert!(
        chart
            .description()
            .contains("All ranges in the list hold at once with 95% confidence")
    );
    let could = chart
        .table()
        .rows
        .iter()
        .filter(|row| row.last().unwrap().text() == "yes")
        .count();
    assert_eq!(could, 16);
}

#[test]
fn two_trusts_are_told_apart_or_not() {
    let Some(data) = trusts_2022_23() else { return };
    let of_file = doubted(&data, Rules::default(), IntervalChoices::default());
    let family = Family::of(&of_file.analysis, Scope::Region(Region::SouthWest));
    let words = |one, two| {
        let (one, two) = (of_file.place(one), of_file.place(two));
        pair_in_words(&of_file.analysis, &family, 3.5, one, two)
    };
    // Greenshaw's interval is 30 to 38, Westcountry's 23 to 34: errors of about 2.1 and 2.9 points.
    let near = words("GREENSHAW LEARNING TRUST", "WESTCOUNTRY SCHOOLS TRUST").unwrap();
    assert!(
        near.starts_with(
            "Greenshaw Learning Trust (34%) and Westcountry Schools Trust (28%): not distinguishable at 95% among the \
             South West\u{2019}s 28 trusts. The difference is 6 percentage points (from \u{2212}"
        ),
        "{near}"
    );
    let far = words("GREENSHAW LEARNING TRUST", "REACH SOUTH ACADEMY TRUST").unwrap();
    assert!(far.contains("(5%): distinguishable at 95%"), "{far}");
    assert!(far.contains("The difference is 29 percentage points"), "{far}");
    assert_eq!(
        words("GREENSHAW LEARNING TRUST", "TWYFORD CHURCH OF ENGLAND ACADEMIES TRUST"),
        None,
        "Twyford is in London"
    );
}

#[test]
fn both_ends_of_a_gap_agree_with_the_gaps_own_precision() {
    let Some(data) = trusts_2022_23() else { return };
    for regional in [RegionalRule::SimpleMean, RegionalRule::PupilWeighted] {
        for measure in [Measure::Grade5EnglishMaths, Measure::Progress8] {
            let rules = Rules {
                measure,
                focus: Focus::Gap,
                regional,
                ..Rules::default()
            };
            let of_file = doubted(&data, rules, IntervalChoices::default());
            let pair = |scope| pair_precision(&of_file.measured, regional, scope, &of_file.interval_choices);
            let all = pair(Scope::All).unwrap();
            assert_eq!(Some(all.gap), of_file.analysis.all.precision);
            let squares = all.disadvantaged.error.powi(2) + all.other.error.powi(2);
            assert!((all.gap.error.powi(2) - squares).abs() < 1e-12);
            for region in &of_file.analysis.regions {
                let found = pair(Scope::Region(region.region));
                assert_eq!(found.map(|found| found.gap), region.area.precision);
            }
        }
    }
}

#[test]
fn shrunken_figures_lie_between_the_trusts_and_the_mean() {
    let Some(data) = trusts_2022_23() else { return };
    let of_file = doubted(&data, Rules::default(), IntervalChoices::default());
    for region in [None, Some(Region::SouthWest)] {
        let found = shrunken(&of_file.analysis, region.map_or(Scope::All, Scope::Region)).unwrap();
        let mut members = 0;
        for (place, trust) in of_file.analysis.trusts.iter().enumerate() {
            let Some(own) = found.of(place) else {
                let is_of_another = region.is_some_and(|region| Some(region) != trust.region);
                assert!(trust.figure().is_none() || is_of_another);
                continue;
            };
            members += 1;
            let (raw, mean) = (trust.figure().unwrap().number(), found.mean.number());
            let number = own.figure.number();
            assert!(raw.min(mean) <= number && number <= raw.max(mean));
            assert!((number - mean - own.kept * (raw - mean)).abs() < 1e-9);
        }
        assert_eq!(members, if region.is_some() { 28 } else { 212 });
        assert!(found.spread.number() > 0.0);
    }
}

#[test]
fn clear_lists_are_called_clear() {
    let trusts: Vec<(u32, u32)> = (1..=14).map(|step| (100_000, 6 * step)).collect();
    let of_file = doubted(&file(&trusts), Rules::default(), IntervalChoices::default());
    let check = noise_check(&of_file.analysis, &of_file.ranks()).unwrap();
    assert_eq!(
        check.text,
        "Top tens are clear: 10 of London\u{2019}s 14 trusts could be in its top ten"
    );
    assert!(check.holds);
}

/// Of the six below tenth, three are as good as the tenth within chance and the others are far below, so half is noise.
/// Of eight, fewer than half.
#[test]
fn between_clear_and_noise_stands_not_certain() {
    let list = |below: u32| -> Vec<(u32, u32)> {
        let above = (0..10).map(|step| (100_000, 99 - 3 * step));
        let near = (0..3).map(|_| (100, 70));
        let far = (0..below).map(|_| (100_000, 5));
        above.chain(near).chain(far).collect()
    };
    let text = |below| {
        let of_file = doubted(&file(&list(below)), Rules::default(), IntervalChoices::default());
        noise_check(&of_file.analysis, &of_file.ranks()).unwrap().text
    };
    assert_eq!(
        text(3),
        "Top tens are mostly noise: 13 of London\u{2019}s 16 trusts could be in its top ten"
    );
    assert_eq!(
        text(5),
        "Top tens are not certain: 13 of London\u{2019}s 18 trusts could be in its top ten"
    );
}

#[test]
fn a_list_that_has_room_for_all_says_so_and_is_no_check() {
    let of_file = doubted(
        &file(&[(100, 10), (100, 20), (100, 30)]),
        Rules::default(),
        IntervalChoices::default(),
    );
    let ranks = of_file.ranks();
    assert_eq!(noise_check(&of_file.analysis, &ranks), None);
    let chart = of_file.chart(&ranks[0].0, &ranks[0].1);
    assert_eq!(
        chart.title(),
        "All 3 of London\u{2019}s trusts are in its top ten, because there are no more than ten"
    );
}

#[test]
fn without_numbers_of_pupils_there_are_no_intervals_and_it_is_said() {
    let text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
                1,ONE,London,40%\n2,TWO,London,30%\n";
    let data = library_of(&[("mats_2022-23.csv", text)]).newest().unwrap();
    let of_file = doubted(&data, Rules::default(), IntervalChoices::default());
    assert_eq!(
        precision_in_words(&of_file.analysis),
        "No intervals: the files do not say how many pupils each trust\u{2019}s figure covers."
    );
    assert_eq!(region_precision_in_words(&of_file.analysis), None);
    let ranks = of_file.ranks();
    assert_eq!(noise_check(&of_file.analysis, &ranks), None);
    assert_eq!(could_be_in_all(&ranks), None);
    let chart = of_file.chart(&ranks[0].0, &ranks[0].1);
    assert_eq!(
        chart.title(),
        "None of London\u{2019}s trusts has a figure with an interval"
    );
    assert!(chart.table().rows.is_empty());
    assert!(
        chart
            .table()
            .caption
            .to_string()
            .contains("2 trusts with a figure but without an interval are left out")
    );
    assert_eq!(chart.draw(330).width, 330);
    assert_eq!(shrunken(&of_file.analysis, Scope::All), None);
    let list = &TopTen::all(&of_file.analysis, Some(&ranks))[0];
    assert_eq!(list.summary, "2 of 2 trusts rank tenth or better");
    for table in [
        list.table(),
        top_of_england(&of_file.analysis),
        StripChart::new(&of_file.analysis).table(),
        GapChart::new(&of_file.analysis)
            .with_intervals(&of_file.measured, &of_file.analysis, &of_file.interval_choices)
            .table(),
    ] {
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len());
            assert!(row.iter().any(|cell| cell.text() == "\u{2013}"), "{row:?}");
        }
    }
}

/// Two pupils and a standard deviation of 20 points would reach below 0 and above 90.
#[test]
fn no_interval_leaves_the_range_of_its_unit() {
    let rules = Rules {
        measure: Measure::Attainment8,
        ..Rules::default()
    };
    let interval_choices = IntervalChoices {
        level: Level::P99,
        ..IntervalChoices::default()
    };
    let of_file = doubted(&file(&[(2, 88), (2, 3)]), rules, interval_choices);
    let ends = |place: usize| {
        let interval = of_file.analysis.trusts[place].precision.unwrap().interval;
        (interval.low(), interval.high())
    };
    let (first, last) = (ends(0), ends(1));
    assert!(first.1 == 90.0 && first.0 > 50.0, "{first:?}");
    assert!(last.0 == 0.0 && last.1 < 40.0, "{last:?}");
    let ranks = of_file.ranks();
    let chart = of_file.chart(&ranks[0].0, &ranks[0].1);
    assert!(
        chart
            .description()
            .contains("88.0 points (99% interval 51.6 to 90.0 points)"),
        "{}",
        chart.description()
    );
}

/// A list of more trusts than can be drawn shows those that could be in the top ten, and says how many are not there.
#[test]
fn a_long_list_draws_those_that_could_be_in_the_top_ten() {
    let trusts: Vec<(u32, u32)> = (0..80).map(|step| (100_000, step + 10)).collect();
    let of_file = doubted(&file(&trusts), Rules::default(), IntervalChoices::default());
    let ranks = of_file.ranks();
    let chart = of_file.chart(&ranks[0].0, &ranks[0].1);
    let picture = chart.draw(720);
    let words: Vec<&str> = picture
        .marks
        .iter()
        .filter_map(|mark| match &mark.shape {
            trust_gap::plot::Shape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert!(words.contains(&"70 more trusts in the table"), "{words:?}");
    assert!(words.contains(&"Trust 79") && !words.contains(&"Trust 69"));
    assert_eq!(chart.table().rows.len(), 80);
}

/// An area with all of a region's schools is as precise as the region, under every rule.
#[test]
fn an_area_has_the_interval_of_the_region_that_it_is() {
    let urns = 100_001..100_005;
    let schools: Vec<_> = urns.clone().map(school).collect();
    let lines: Vec<_> = urns.map(|urn| link(urn, 9, "01-09-2015")).collect();
    let files = [("ks4.csv", wide(&schools, Some(22))), ("links.csv", links(&lines))];
    let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
    let data = library_of(&files).newest().unwrap();
    let areas = [Area::parse("Cornwall=908").unwrap()];
    for focus in [Focus::Disadvantaged, Focus::Gap] {
        for regional in RegionalRule::ALL {
            let rules = Rules {
                focus,
                regional,
                ..Rules::default()
            };
            let interval_choices = IntervalChoices::default();
            let measured = Measured::after(None, &data, &rules).unwrap();
            let analysis = measured.analysis(focus, regional, &areas, &interval_choices).unwrap();
            let area = analysis.areas[0].figures.precision;
            assert!(area.is_some());
            assert_eq!(area, analysis.regions[0].area.precision);
            assert!(!analysis.intervals.is_upper_bound);
            let table = areas_table(&analysis);
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
            assert!(matches!(table.rows[0][3], Cell::Figure(_)));
            let gap = GapChart::new(&analysis).with_intervals(&measured, &analysis, &interval_choices);
            let table = gap.table();
            assert_eq!(table.rows[0][1..], table.rows[1][1..], "region and area");
            assert!(
                table
                    .caption
                    .to_string()
                    .ends_with("95% intervals: pupil sampling only.")
            );
        }
    }
    let of_schools = doubted(&data, Rules::default(), IntervalChoices::default());
    assert_eq!(
        precision_in_words(&of_schools.analysis),
        "95% intervals are worked out by Wilson\u{2019}s formula from each trust\u{2019}s effective number of pupils."
    );
}
