//! Every address survives being written and read. What cannot be read is returned.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::rc::Rc;

use proptest::prelude::*;

use trust_gap::export::link::{LinkContents, file_name, read, write};
use trust_gap::export::subject::{About, Subject};
use trust_gap::method::weighting::Weight;
use trust_gap::method::{
    AssumedSpread, CombinedWeights, Highlight, IntervalChoices, Limits, MissingPolicy, RankKind, RegionalRule, Rules,
    Settings,
};
use trust_gap::model::Basis;
use trust_gap::records::Choices;
use trust_gap::terms::address::{decoded, encoded};
use trust_gap::terms::{
    AcademicYear, Area, Authority, Better, ContextPart, DayOfYear, Focus, Measure, OwnMeasure, Region, SchoolTypes,
    Unit,
};

fn any_of<T: Clone + std::fmt::Debug + 'static>(of: &[T]) -> impl Strategy<Value = T> + use<T> {
    prop::sample::select(of.to_vec())
}

/// A published measure, or a user's own with any name.
fn any_measure() -> impl Strategy<Value = Measure> {
    let units = [Unit::Percent, Unit::OwnPoints, Unit::Grades];
    let own = (
        "[A-Za-zé:,.=&;%-][A-Za-z é:,.=&;%-]{0,12}",
        any_of(&units),
        any_of(&[Better::Higher, Better::Lower]),
    );
    prop_oneof![
        3 => any_of(&Measure::ALL),
        1 => own.prop_map(|(name, unit, better)| Measure::Own(OwnMeasure::new(&name, unit, better))),
    ]
}

fn any_weight() -> impl Strategy<Value = Weight> {
    prop_oneof![
        Just(Weight::Pupils),
        Just(Weight::Equal),
        prop::option::of(1_u32..=99).prop_map(|cap| Weight::PupilsYears { cap }),
    ]
}

fn any_types() -> impl Strategy<Value = SchoolTypes> {
    let keys: Vec<String> = SchoolTypes::CHOICES
        .into_iter()
        .map(|(_, key)| key.to_owned())
        .collect();
    let count = keys.len();
    prop::sample::subsequence(keys, 0..=count).prop_map(|keys| SchoolTypes::parse(&keys.join(",")).unwrap())
}

fn any_day() -> impl Strategy<Value = DayOfYear> {
    (1_u8..=12, 1_u8..=31).prop_filter_map("no such day", |(month, day)| DayOfYear::new(month, day))
}

#[allow(clippy::needless_update, reason = "of a new rule `settings.rs` has a value")]
fn any_rules() -> impl Strategy<Value = Rules> {
    let chosen = (
        any_measure(),
        any_of(&Focus::ALL),
        any_of(&RegionalRule::ALL),
        prop::option::of(any_of(&[Basis::Published, Basis::Computed])),
        any_weight(),
    );
    let others = (
        0_u32..=99,
        1_u32..=99,
        any_day(),
        any_types(),
        any_of(&MissingPolicy::ALL),
    );
    (chosen, others).prop_map(|(chosen, others)| {
        let (measure, focus, regional, basis, weight) = chosen;
        let (min_years, min_schools, cut_off, types, missing) = others;
        Rules {
            measure,
            focus,
            regional,
            basis,
            weight,
            min_years,
            min_schools,
            cut_off,
            types,
            missing,
            ..Rules::default()
        }
    })
}

fn any_interval_choices() -> impl Strategy<Value = IntervalChoices> {
    let spread = || (1_u32..100_000).prop_map(|hundredths| f64::from(hundredths) / 100.0);
    (
        any_of(&IntervalChoices::LEVELS),
        any_of(&RankKind::ALL),
        spread(),
        spread(),
    )
        .prop_map(|(level, kind, attainment8, average_points)| IntervalChoices {
            level,
            kind,
            assumed: AssumedSpread {
                attainment8,
                average_points,
            },
        })
}

fn any_area() -> impl Strategy<Value = Area> {
    let codes = prop::collection::vec(0..Authority::ALL.len(), 1..12);
    ("[A-Za-zé'%+ .!-]{0,16}", codes).prop_map(|(name, places)| {
        let codes = places.iter().map(|&place| Authority::ALL[place].code.to_string());
        Area::parse(&format!("x{name}={}", codes.collect::<Vec<_>>().join(","))).unwrap()
    })
}

fn any_weights() -> impl Strategy<Value = CombinedWeights> {
    let weighed = (any_measure(), 0..=CombinedWeights::MOST);
    prop::collection::vec(weighed, 0..12).prop_map(|all| {
        let none = CombinedWeights::from_key("none").unwrap();
        all.into_iter()
            .fold(none, |weights, (measure, weight)| weights.with(measure, weight))
    })
}

/// Choices between readings, with any names of files and columns.
fn any_readings() -> impl Strategy<Value = Choices> {
    let keys = ["share-unit", "date-order", "coverage"];
    let id = (
        any_of(&keys),
        "[A-Za-zé:,.=&;%#? +-]{1,16}",
        prop::option::of("\\PC{1,12}"),
    )
        .prop_map(|(kind, file, column)| match column {
            Some(column) => format!("{kind}:{file}:{column}"),
            None => format!("{kind}:{file}"),
        });
    let reading = any_of(&["percent", "month-first", "line-4", "part"]);
    prop::collection::vec((id, reading), 0..4).prop_map(|chosen| {
        let mut choices = Choices::default();
        for (id, reading) in chosen {
            choices.set(&id, reading);
        }
        choices
    })
}

#[allow(clippy::needless_update, reason = "of a new setting `settings.rs` has a value")]
fn any_said() -> impl Strategy<Value = LinkContents> {
    let highlighted = prop_oneof![
        any_of(&Region::ALL).prop_map(Highlight::Region),
        "[0-9]\\PC{0,12}".prop_map(|uid| Highlight::Trust(uid.into())),
    ];
    let highlighted = prop::option::of(highlighted);
    let against = (any_of(&ContextPart::ALL), highlighted);
    let shown = (any_of(&Limits::ALL), any::<[bool; 2]>(), against);
    let year = (2011_u16..2040).prop_map(|ends| AcademicYear::ending(ends).unwrap());
    (
        any_rules(),
        any_interval_choices(),
        shown,
        prop::collection::vec(any_area(), 0..4),
        (any_weights(), any_readings()),
        prop::option::of(year),
        prop::collection::vec("[0-9a-f]{8}", 0..4),
        prop::collection::vec("\\PC{1,20}", 0..4),
    )
        .prop_map(
            |(rules, interval_choices, shown, areas, (weights, readings), year, files, names)| {
                let (limits, [is_shrunken, is_like_for_like], (against, highlighted)) = shown;
                let settings = Settings {
                    rules,
                    interval_choices,
                    limits,
                    is_shrunken,
                    is_like_for_like,
                    against,
                    highlighted,
                    areas: Rc::new(areas),
                    weights: Rc::new(weights),
                    readings: Rc::new(readings),
                    year: year.map(Some),
                    ..Settings::default()
                };
                LinkContents { settings, files, names }
            },
        )
}

proptest! {
    #[test]
    fn every_state_survives_its_link(said in any_said()) {
        let query = write(&said);
        let (read, unread) = read(&query);
        prop_assert_eq!(&read, &said, "{}", query);
        prop_assert_eq!(unread, Vec::<String>::new(), "{}", query);
        prop_assert_eq!(write(&read), query);
    }

    #[test]
    fn any_address_is_answered(query in "[a-z-]{0,9}=?[a-z0-9%&=,.-]{0,30}|\\PC{0,40}") {
        let (said, unread) = read(&query);
        // What was understood is written again, and the rest is reported.
        let (again, rest) = read(&write(&said));
        prop_assert_eq!(again, said);
        prop_assert_eq!(rest, Vec::<String>::new());
        let is_blank = query.split('&').all(str::is_empty);
        prop_assert!(unread.is_empty() || !is_blank);
    }

    #[test]
    fn every_text_survives_its_encoding(text in "\\PC{0,40}|[\\u{0}-\\u{7f}]{0,20}") {
        let encoded = encoded(&text);
        prop_assert!(encoded.is_ascii() && !encoded.contains(['&', '=', '#', '?', ' ']));
        prop_assert_eq!(decoded(&encoded), text);
    }
}

/// The characters that `encodeURIComponent` leaves unchanged: ECMA-262, section 19.2.6.4, `uriUnescaped` without
/// reserved characters. All others are encoded as the bytes of UTF-8 with capital digits.
#[test]
fn the_encoding_is_that_of_browsers() {
    let kept = "ABCXYZabcxyz0189-_.!~*'()";
    assert_eq!(encoded(kept), kept);
    for (text, expected) in [
        (";/?:@&=+$,#", "%3B%2F%3F%3A%40%26%3D%2B%24%2C%23"),
        (" \"%<>[\\]^`{|}", "%20%22%25%3C%3E%5B%5C%5D%5E%60%7B%7C%7D"),
        ("\u{0}\n\u{7f}", "%00%0A%7F"),
        ("é\u{20ac}\u{1d306}", "%C3%A9%E2%82%AC%F0%9D%8C%86"),
    ] {
        assert_eq!(encoded(text), expected);
        assert_eq!(decoded(expected), text);
    }
    // Invalid codes stay unchanged.
    for broken in ["100%", "%4", "%zz", "%ff", "%C3"] {
        assert_eq!(decoded(broken), broken);
    }
}

#[test]
fn a_link_holds_names_of_files_however_they_are_written() {
    let year = AcademicYear::ending(2023);
    let names = vec![
        file_name("our schools, 100% & more #1.csv", year),
        file_name(&"long".repeat(100), None),
    ];
    assert_eq!(names[0], "our schools, 100% & more #1.csv, 2022/23");
    assert_eq!(names[1].chars().count(), 60);
    let said = LinkContents {
        names: names.clone(),
        ..LinkContents::default()
    };
    let (found, unread) = read(&write(&said));
    assert_eq!(found.names, names);
    assert_eq!(unread, Vec::<String>::new());
}

#[test]
fn what_is_not_understood_is_given_back() {
    let query =
        "weight=stones&min-years=2&measure=gcse&colour=red&area=Nowhere%3D1&files=abc&cap=0&year=soon&assume=percent";
    let (said, unread) = read(query);
    assert_eq!(write(&said), "min-years=2");
    assert_eq!(
        unread,
        [
            "weight=stones",
            "measure=gcse",
            "colour=red",
            "area=Nowhere=1",
            "files=abc",
            "cap=0",
            "year=soon",
            "assume=percent"
        ]
    );
}

#[test]
fn a_reading_chosen_is_named_by_its_doubt_and_the_last_of_one_doubt_holds() {
    let mut readings = Choices::default();
    readings.set("date-order:links.csv:Joined date", "month-first");
    let mut said = LinkContents::default();
    said.settings.readings = Rc::new(readings);
    let query = "assume=date-order%3Alinks.csv%3AJoined%20date%3Dmonth-first";
    assert_eq!(write(&said), query);
    let (again, unread) = read(&format!("{}&{query}", query.replace("month", "day")));
    assert_eq!((again, unread), (said, Vec::new()));
}

/// Names of the user's own trusts that an address could take for something else.
const AWKWARD: [&str; 24] = [
    "Trust 1",
    "A, B & C",
    "AC/DC",
    "100%",
    "%20",
    "%",
    "a=b",
    "a+b",
    "#1",
    "who?",
    "É",
    "E\u{301}",
    "🌳 Oak",
    "london",
    "england",
    "area-1",
    "south-west",
    " ",
    "..",
    "\"quoted\"",
    "a\\b",
    "<b>",
    "'",
    "all-trusts",
];

fn any_name() -> impl Strategy<Value = Rc<str>> {
    let awkward = any_of(&AWKWARD).prop_map(Rc::from);
    let any = "\\PC{1,12}".prop_map(Rc::from);
    prop_oneof![awkward, any]
}

#[test]
fn awkward_names_come_back_from_their_address() {
    for name in AWKWARD {
        let trust = Subject::Trusts([Rc::from(name)].into());
        assert_eq!(Subject::from_address(&trust.address()), trust, "{name}");
    }
    assert_eq!(
        Subject::from_address("london"),
        Subject::Part(About::Region(Region::London))
    );
    assert_eq!(Subject::from_address("area-2"), Subject::Part(About::Area(1)));
    // Two parts or more, but no trusts of these names.
    let two = Subject::Parts([About::Region(Region::London), About::Area(0)].into());
    assert_eq!(
        (two.address().as_str(), Subject::from_address("london,area-1")),
        ("london,area-1", two)
    );
    let named = Subject::Trusts(["london".into(), "area-1".into()].into());
    assert_eq!(Subject::from_address(&named.address()), named);
    assert_eq!(Subject::from_address(""), Subject::Trusts([].into()));
    // As somebody might type it.
    assert_eq!(
        Subject::from_address("A/B,16"),
        Subject::Trusts(["A/B".into(), "16".into()].into())
    );
}

proptest! {
    #[test]
    fn any_names_come_back_from_the_address_of_a_trust_a_comparison_or_a_report(
        names in prop::collection::vec(any_name(), 0..6),
    ) {
        let trusts = Subject::Trusts(names.into());
        let address = trusts.address();
        // Nothing in it ends the page's name, begins the rules or is changed by a browser.
        prop_assert!(address.bytes().all(|byte| byte.is_ascii_graphic() && !b"/?#\"<>`".contains(&byte)));
        prop_assert_eq!(Subject::from_address(&address), trusts);
    }
}
