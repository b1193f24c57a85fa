//! The user's settings: one row of the table is all that link, undo, report and methods paragraph need.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::rc::Rc;

use trust_gap::demo::Demonstration;
use trust_gap::export::link::{read, write};
use trust_gap::export::methods::{Methods, Used};
use trust_gap::export::rules_in_force::rules_in_force;
use trust_gap::layout::read_file;
use trust_gap::method::{Analysis, Limits, Measured, SETTINGS, Settings};
use trust_gap::model::{DataSet, Library};
use trust_gap::terms::address::decoded;

/// The demonstration's newest year: schools and links, and trusts as published.
fn demonstration() -> Rc<DataSet> {
    let demonstration = Demonstration::generate();
    let ends = *demonstration.years().last().unwrap();
    let mut library = Library::default();
    for (name, text) in [
        ("links.csv", demonstration.group_links()),
        ("schools.csv", demonstration.school_file(ends)),
        ("trusts.csv", demonstration.trust_file(ends)),
    ] {
        library.add(read_file(name, text.as_bytes()).unwrap());
    }
    library.newest().unwrap()
}

fn settings_of(address: &str) -> Settings {
    let (said, unread) = read(address);
    assert_eq!(unread, Vec::<String>::new(), "{address}");
    said.settings
}

/// The demonstration under the settings of an address.
struct Of {
    data: Rc<DataSet>,
    settings: Settings,
    analysis: Analysis,
}

impl Of {
    fn new(data: &Rc<DataSet>, address: &str) -> Self {
        let (data, settings) = (Rc::clone(data), settings_of(address));
        let rules = settings.rules;
        let measured = Measured::after(None, &data, &rules).unwrap();
        let analysis = measured
            .analysis(rules.focus, rules.regional, &[], &settings.interval_choices)
            .unwrap();
        Self {
            data,
            settings,
            analysis,
        }
    }

    fn report(&self) -> String {
        let rules = rules_in_force(&self.analysis, &self.settings).into_iter();
        let rules = rules.map(|(about, says)| format!("{about}: {says}"));
        rules.collect::<Vec<_>>().join("; ")
    }

    fn methods(&self) -> String {
        let used = Used {
            intervals: true,
            rank_ranges: true,
            funnel: Some(Limits::Exact),
            ..Used::default()
        };
        let (data, analysis) = (&self.data, &self.analysis);
        Methods::new(data, analysis, &self.settings, used).paragraph
    }
}

/// Old addresses: each key once, with each of its values.
const ADDRESSES: &[&str] = &[
    "measure=att8",
    "measure=own.percent.higher.Attendance",
    "group=gap",
    "regional=schools",
    "basis=published",
    "weight=equal",
    "cap=none",
    "cap=2&min-years=1",
    "min-years=0&min-schools=1&cut-off=10-31",
    "types=AC,ACC&missing=trust",
    "selective=without",
    "adjust=disadvantaged,prior_attainment",
    "level=99",
    "ranks=simultaneous",
    "sd-att8=18.5",
    "sd-aps=1.9",
    "limits=over-dispersed",
    "shrunken=yes",
    "like-for-like=yes",
    "combined=em5:2,att8:1",
    "combined=none",
    "area=Cornwall%3D908",
    "area=Far%20west%3D908%2C420&area=Devon%3D878",
    "assume=coverage%3Atrusts.csv%3Dpart",
    "year=2021-2022",
    "file=trusts.csv%2C%202022%2F23&files=fbcea83c",
    "measure=att8&group=gap&regional=pupils&basis=computed&weight=pupils&min-schools=2",
];

#[test]
fn an_address_of_before_says_the_same() {
    for address in ADDRESSES {
        let (said, unread) = read(address);
        assert_eq!(unread, Vec::<String>::new(), "{address}");
        assert_eq!(decoded(&write(&said)), decoded(address));
    }
    for setting in SETTINGS {
        let is_said = |address: &&str| {
            let mut pairs = address.split('&');
            pairs.any(|pair| pair.split('=').next() == Some(setting.key))
        };
        assert!(ADDRESSES.iter().any(is_said), "{}", setting.key);
    }
}

#[test]
fn what_an_address_says_is_in_the_report_and_in_the_methods() {
    let data = demonstration();
    let usual = Of::new(&data, "");
    for (address, in_report, in_methods) in [
        ("measure=att8", "Measure: Attainment 8", "average Attainment 8 score"),
        ("group=gap", "Pupils: The gap", "The attainment gap is"),
        (
            "regional=pupils",
            "figure: Weighted by pupils",
            "each trust\u{2019}s pupils",
        ),
        ("basis=published", "figure: As published", "used as published"),
        (
            "weight=equal",
            "weight: Every school equally",
            "every school weighted equally",
        ),
        ("cap=2", "at most 2", "at most 2"),
        ("min-years=1", "in its trust: 1", "at least 1 academic year."),
        ("min-schools=2", "schools in a trust: 2", "at least 2 of its schools"),
        (
            "cut-off=10-31",
            "Joined by, to count from that year: 31 October",
            "by 31 October",
        ),
        (
            "types=AC,ACC",
            "count: Sponsored academy, converter academy;",
            "academy, converter academy.",
        ),
        (
            "selective=without",
            "schools: Without selective schools",
            "select their pupils by ability do not count",
        ),
        (
            "missing=trust",
            "value: Leave out the trust",
            "has no figure for that measure",
        ),
        ("level=99", "intervals: 99%", "The 99% intervals"),
        (
            "ranks=simultaneous",
            "simultaneous",
            "All the ranges in a list hold at once",
        ),
        (
            "measure=att8&sd-att8=18.5",
            "pupils: 18.5 points",
            "scores of 18.5 points",
        ),
    ] {
        let of = Of::new(&data, address);
        assert!(of.report().contains(in_report), "{address}: {}", of.report());
        assert!(of.methods().contains(in_methods), "{address}: {}", of.methods());
        assert!(!usual.report().contains(in_report), "{in_report}");
        assert!(!usual.methods().contains(in_methods), "{in_methods}");
    }
}

#[test]
fn what_is_undone_is_called_by_the_first_setting_that_changes() {
    let usual = Settings::default();
    assert_eq!(usual.difference(&usual).map(|of| of.key), None);
    for (address, changed) in [
        ("measure=att8&min-years=1", "measure"),
        ("group=gap", "pupils"),
        ("regional=pupils&cap=2", "regional figure"),
        ("cap=2", "rules"),
        ("level=99", "intervals"),
        ("sd-aps=1.9", "intervals"),
        ("like-for-like=yes", "how figures are shown"),
        ("adjust=eal", "what figures are adjusted for"),
        ("combined=none", "weights of measures"),
        ("area=Cornwall%3D908", "areas"),
        ("assume=coverage%3Atrusts.csv%3Dpart", "how a file is read"),
        ("year=2021-2022", "year"),
    ] {
        let difference = settings_of(address).difference(&usual);
        assert_eq!(difference.map(|of| of.changed), Some(changed), "{address}");
    }
}

#[test]
fn what_the_files_do_not_allow_gives_way_and_is_said() {
    let text =
        "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,NUMINST_MATPTINC,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,A,London,3,40%\n";
    let mut library = Library::default();
    library.add(read_file("mats_2022-23.csv", text.as_bytes()).unwrap());
    let data = library.newest().unwrap();
    let mut settings = settings_of("measure=att8&group=all&regional=schools&basis=computed&cap=2");
    let said = settings.keep_possible(&data);
    assert_eq!(
        said,
        [
            "mats_2022-23.csv does not give Attainment 8: Grade 5+ in English and maths is shown instead.",
            "mats_2022-23.csv does not give Grade 5+ in English and maths for \u{201c}all\u{201d}: \
             \u{201c}disadvantaged\u{201d} is shown instead.",
            "mats_2022-23.csv does not have what the regional figure \u{201c}By school\u{201d} needs: the simple mean of trusts is \
             shown instead.",
        ]
    );
    assert_eq!(settings.keep_possible(&data), Vec::<String>::new());
    assert_eq!(settings, settings_of("basis=computed&cap=2"));
}
