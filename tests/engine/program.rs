//! The native program `trust-gap`, run as a user or a pipeline would.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::path::{Path, PathBuf};

use crate::support::made_up::{link, links, school, wide};
use crate::support::program::{json, run};
use crate::support::{TRUST_FILE, shared, shared_bytes, zip};
use serde_json::Value;

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn json_has_the_published_figures_and_every_promised_key() {
    let Some(path) = shared(TRUST_FILE) else {
        return;
    };
    let path = path.to_str().unwrap();
    let report = json(&["analyse", path, "--format", "json"]);
    for key in [
        "year", "measure", "group", "regional", "eligible", "national", "regions", "trusts", "excluded", "problems",
    ] {
        assert!(keys(&report).contains(&key), "{key}");
    }
    assert_eq!(report["year"], "2022/23");
    assert_eq!(
        (&report["measure"], &report["group"], &report["regional"]),
        (&"em5".into(), &"disadvantaged".into(), &"simple".into())
    );
    assert_eq!(report["eligible"], 216);
    assert!((report["national"].as_f64().unwrap() - 24.0).abs() < 0.01);
    let regions = report["regions"].as_array().unwrap();
    assert_eq!(regions.len(), 9);
    let london = regions.iter().find(|region| region["name"] == "London").unwrap();
    assert_eq!((&london["trusts"], &london["eligible"]), (&19.into(), &20.into()));
    assert!((london["figure"].as_f64().unwrap() - 37.16).abs() < 0.01);
    assert!((london["gap"].as_f64().unwrap() - 19.37).abs() < 0.01);
    let trusts = report["trusts"].as_array().unwrap();
    assert_eq!(trusts.len(), 216);
    for key in [
        "uid",
        "name",
        "region",
        "pupils",
        "figure",
        "disadvantaged",
        "other",
        "gap",
        "rank",
        "regional_rank",
        "status",
    ] {
        assert!(keys(&trusts[0]).contains(&key), "{key}");
    }
    let suppressed: Vec<&Value> = trusts.iter().filter(|trust| trust["status"] != "published").collect();
    assert_eq!(suppressed.len(), 4);
    for trust in suppressed {
        assert_eq!(trust["status"], "suppressed");
        assert!(trust["figure"].is_null() && trust["rank"].is_null() && trust["regional_rank"].is_null());
    }
    assert!(trusts.iter().any(|trust| trust["name"] == "ARETÉ LEARNING TRUST"));
    assert_eq!(report["excluded"], Value::Array(vec![]));
    assert_eq!(report["problems"], Value::Array(vec![]));
}

#[test]
fn rules_change_the_answer() {
    let Some(path) = shared(TRUST_FILE) else {
        return;
    };
    let path = path.to_str().unwrap();
    let lowest = |regional: &str| -> String {
        let report = json(&["analyse", path, "--regional", regional, "--format", "json"]);
        let mut regions = report["regions"].as_array().unwrap().clone();
        regions.sort_by(|one, two| {
            one["figure"]
                .as_f64()
                .unwrap()
                .total_cmp(&two["figure"].as_f64().unwrap())
        });
        regions[0]["name"].as_str().unwrap().to_owned()
    };
    assert_eq!(lowest("simple"), "South West");
    assert_eq!(lowest("pupils"), "South East");
    let gap = json(&[
        "analyse",
        path,
        "--measure",
        "att8",
        "--group",
        "gap",
        "--format",
        "json",
    ]);
    assert_eq!((&gap["measure"], &gap["group"]), (&"att8".into(), &"gap".into()));
    let first = &gap["trusts"][0];
    assert_eq!(first["rank"], 1);
    assert_eq!(first["figure"], first["gap"]);
}

#[test]
fn text_and_csv_are_there_too() {
    let Some(path) = shared(TRUST_FILE) else {
        return;
    };
    let path = path.to_str().unwrap();
    let text = String::from_utf8(run(&["analyse", path]).stdout).unwrap();
    assert!(
        text.contains("South West: top ten") && text.contains("Greenshaw Learning Trust"),
        "{text}"
    );
    let csv = String::from_utf8(run(&["analyse", path, "--format", "csv"]).stdout).unwrap();
    assert_eq!(csv.lines().count(), 217);
    assert!(csv.starts_with("\u{feff}uid,name,region,"));
}

#[test]
fn what_cannot_be_had_is_said_with_exit_2() {
    let refused = |arguments: &[&str], words: &str| {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains(words), "{message}");
        assert!(output.stdout.is_empty());
    };
    refused(&["analyse"], "<FILES>...");
    refused(&["analyse", "no-such-file.csv"], "none of the files can be used");
    refused(&["analyse", "Cargo.toml"], "not one this page recognises");
    refused(&["analyse", "x.csv", "--measure", "attainment"], "accepted values: em5");
    refused(
        &["analyse", "x.csv", "--group", "poor"],
        "accepted values: disadvantaged",
    );
    refused(&["measure"], "unrecognized subcommand 'measure'");
    let Some(path) = shared(TRUST_FILE) else {
        return;
    };
    let path = path.to_str().unwrap();
    refused(
        &["analyse", path, "--measure", "em4"],
        "not in the files; they have em5",
    );
    refused(&["analyse", path, "--regional", "schools"], "needs school files");
}

#[test]
fn a_file_that_cannot_be_used_does_not_stop_the_others() {
    let Some(path) = shared(TRUST_FILE) else {
        return;
    };
    let report = json(&["analyse", "Cargo.toml", path.to_str().unwrap(), "--format", "json"]);
    assert_eq!(report["eligible"], 216);
    let problem = &report["problems"][0];
    assert_eq!(problem["file"], "Cargo.toml");
    assert!(problem["line"].is_null());
    assert!(
        problem["message"]
            .as_str()
            .unwrap()
            .contains("england_ks4-mats-performance.csv")
    );
}

#[test]
fn demo_writes_the_published_layouts() {
    let folder = std::env::temp_dir().join(format!("trust-gap-demo-{}", std::process::id()));
    let output = run(&["demo", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    for name in [
        "2022-2023/england_ks4-mats-performance.csv",
        "2022-2023/england_ks4final.csv",
        "group_links.csv",
    ] {
        assert!(folder.join(name).is_file(), "{name}");
    }
    let trusts = folder.join("2022-2023/england_ks4-mats-performance.csv");
    let report = json(&["analyse", trusts.to_str().unwrap(), "--format", "json"]);
    assert!(report["eligible"].as_u64().unwrap() > 190);
    std::fs::remove_dir_all(folder).unwrap();
}

const SAMPLE: &str = "2022-2023/england_ks4final_header_and_sample_rows.csv";
const LINKS: &str = "gias/group_links_2022-03.csv";

/// Writes a file of this test. Returns its path.
fn written(name: &str, content: &[u8]) -> String {
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("program");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The paths of the real files that give the Roseland trust, the real trust file last.
fn roseland() -> Option<[String; 3]> {
    let path = |name| Some(shared(name)?.to_str()?.to_owned());
    Some([path(SAMPLE)?, path(LINKS)?, path(TRUST_FILE)?])
}

fn analysed(files: &[&str], options: &[&str]) -> Value {
    let arguments = [&["analyse"], files, options, &["--format", "json"]].concat();
    json(&arguments)
}

/// The figure of the only trust.
fn figure(report: &Value) -> f64 {
    let trusts = report["trusts"].as_array().unwrap();
    assert_eq!(trusts.len(), 1, "{report}");
    trusts[0]["figure"].as_f64().unwrap()
}

#[test]
fn a_school_file_and_group_links_give_trusts_with_their_schools() {
    let Some([sample, links, _]) = roseland() else {
        return;
    };
    let report = analysed(&[&sample, &links], &["--measure", "p8"]);
    assert_eq!(report["basis"], "computed");
    assert_eq!(report["year"], "2022/23");
    assert!((figure(&report) - -0.3612).abs() < 0.0001);
    let schools = report["trusts"][0]["schools"].as_array().unwrap();
    let mut found: Vec<[Value; 6]> = schools
        .iter()
        .map(|school| ["urn", "name", "pupils", "years", "weight", "value"].map(|key| school[key].clone()))
        .collect();
    found.sort_by_key(|school| school[0].to_string());
    let row = |urn: &str, name: &str, pupils: f64, years: u32, value: f64| -> [Value; 6] {
        let weight = pupils * f64::from(years);
        [
            urn.into(),
            name.into(),
            pupils.into(),
            years.into(),
            weight.into(),
            value.into(),
        ]
    };
    assert_eq!(
        found,
        [
            row("136572", "The Roseland Academy", 17.0, 5, 0.21),
            row("137223", "Falmouth School", 39.0, 3, -0.82),
            row("145843", "Treviglas Academy", 41.0, 4, -0.33),
        ]
    );
    let shares = schools.iter().map(|school| school["share"].as_f64().unwrap());
    assert!((shares.sum::<f64>() - 1.0).abs() < 1e-12);
    assert_eq!(report["comparison"], Value::Array(vec![]));
    assert_eq!(report["problems"], Value::Array(vec![]));
    assert!((report["england"]["state_funded"].as_f64().unwrap() - -0.57).abs() < 1e-12);
    // Every other trust of the links has its reason.
    let excluded = report["excluded"].as_array().unwrap();
    assert!(excluded.len() > 1_000);
    assert!(excluded.iter().all(|exclusion| exclusion["level"] == "trust"));
}

#[test]
fn rules_are_options_and_are_told_in_the_answer() {
    let Some([sample, links, _]) = roseland() else {
        return;
    };
    let of = |options: &[&str]| analysed(&[&sample, &links], &[&["--measure", "p8"], options].concat());
    let disadvantaged = [(17.0, 12.0, 0.21), (39.0, 3.0, -0.82), (41.0, 4.0, -0.33)];
    let expected = |weight: &dyn Fn(f64, f64) -> f64| {
        let sum = |value: &dyn Fn(f64) -> f64| {
            disadvantaged
                .iter()
                .map(|&(pupils, years, figure)| weight(pupils, years) * value(figure))
                .sum::<f64>()
        };
        sum(&|figure| figure) / sum(&|_| 1.0)
    };
    for (options, weight) in [
        (
            &["--cap", "4"][..],
            &(|pupils, years: f64| pupils * years.min(4.0)) as &dyn Fn(f64, f64) -> f64,
        ),
        (&["--cap", "none"], &|pupils, years| pupils * years),
        (&["--cap", "1"], &|pupils, _| pupils),
        (&["--weight", "pupils"], &|pupils, _| pupils),
        (&["--weight", "equal"], &|_, _| 1.0),
    ] {
        let got = figure(&of(options));
        assert!((got - expected(weight)).abs() < 1e-12, "{options:?}: {got}");
    }
    let rules = of(&["--cap", "none", "--min-years", "2", "--cut-off", "09-01"])["rules"].clone();
    assert_eq!(rules["cap"], Value::Null);
    assert_eq!(
        (&rules["weight"], &rules["min_years"], &rules["min_schools"]),
        (&"pupils-years".into(), &2.into(), &3.into())
    );
    assert_eq!(
        (&rules["cut_off"], &rules["missing"]),
        (&"09-01".into(), &"school".into())
    );
    assert_eq!(rules["types"], "AC,ACC,F,FSS,FUTC");
    // Four years leave one school out, and with it the trust; two schools may be enough.
    let strict = of(&["--min-years", "4"]);
    assert_eq!(strict["eligible"], 0);
    let reasons: Vec<(&str, &str)> = strict["excluded"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|exclusion| exclusion["level"] == "school")
        .map(|exclusion| {
            let text = |key: &str| exclusion[key].as_str().unwrap();
            (text("urn"), text("reason"))
        })
        .collect();
    assert_eq!(reasons.len(), 3);
    assert!(reasons.contains(&("137223", "too few years: 3 in the trust, 4 needed")));
    let two = of(&["--min-years", "4", "--min-schools", "2"]);
    assert_eq!(two["trusts"][0]["schools"].as_array().unwrap().len(), 2);
    // Only one type: the sponsored academy.
    let sponsored = of(&["--types", "AC", "--min-schools", "1"]);
    assert_eq!(figure(&sponsored), -0.33);
}

#[test]
fn published_and_computed_are_compared_and_either_can_be_asked_for() {
    let Some([sample, links, trusts]) = roseland() else {
        return;
    };
    let files = [sample.as_str(), links.as_str(), trusts.as_str()];
    // Three schools of one trust do not represent the 216 of the trust file.
    let all = ["--measure", "att8", "--group", "all"];
    let report = analysed(&files, &all);
    assert_eq!(
        (&report["basis"], &report["eligible"]),
        (&"published".into(), &216.into())
    );
    let asked = analysed(&files, &[&all[..], &["--basis", "computed"]].concat());
    assert_eq!((&asked["basis"], &asked["eligible"]), (&"computed".into(), &1.into()));
    assert_eq!(asked["coverage"][0]["extent"], "part");
    let rows = report["comparison"].as_array().unwrap();
    assert_eq!(rows.len(), 216);
    let roseland = rows.iter().find(|row| row["uid"] == "16049").unwrap();
    let number = |key: &str| roseland[key].as_f64().unwrap();
    assert_eq!(number("published"), 46.6);
    assert!((number("computed") - 46.6255).abs() < 0.0001);
    assert!((number("difference") - 0.0255).abs() < 0.0001);
    let published = analysed(&files, &["--basis", "published"]);
    assert_eq!(
        (&published["basis"], &published["eligible"]),
        (&"published".into(), &216.into())
    );
    assert_eq!(published["trusts"][0]["schools"], Value::Array(vec![]));
}

#[test]
fn areas_are_shown_with_the_authorities_own_lines() {
    let Some([sample, links, _]) = roseland() else {
        return;
    };
    let options = ["--area", "Far west=908,420", "--area", "Devon=878", "--measure", "att8"];
    let report = analysed(&[&sample, &links], &options);
    let areas = report["areas"].as_array().unwrap();
    assert_eq!(areas.len(), 2);
    assert_eq!(
        (&areas[0]["name"], &areas[0]["eligible"]),
        (&"Far west".into(), &1.into())
    );
    assert_eq!(areas[0]["figure"], report["trusts"][0]["figure"]);
    let cornwall = &areas[0]["authorities"][0];
    assert_eq!(
        (&cornwall["code"], &cornwall["name"]),
        (&908.into(), &"Cornwall".into())
    );
    assert_eq!(cornwall["figure"], 33.2);
    assert_eq!((&areas[1]["eligible"], &areas[1]["figure"]), (&0.into(), &Value::Null));
    let refused = run(&["analyse", "x.csv", "--area", "Nowhere=1"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("No local authority has the code"));
}

#[test]
fn an_archive_is_read_as_the_files_in_it() {
    let (Some(sample), Some(links), Some([a, b, _])) = (shared_bytes(SAMPLE), shared_bytes(LINKS), roseland()) else {
        return;
    };
    let archive = zip(&[
        ("2022-2023/england_ks4final.csv", &sample),
        ("gias/links.csv", &links),
        ("guide.pdf", b"%PDF-1.4"),
    ]);
    let path = written("both.zip", &archive);
    assert_eq!(analysed(&[&path], &[])["trusts"], analysed(&[&a, &b], &[])["trusts"]);
    let output = run(&["analyse", &path]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("both.zip/guide.pdf was skipped: the file is a PDF document"),
        "{said}"
    );
}

#[test]
fn schools_without_group_links_are_listed_and_the_lack_is_said() {
    let Some(path) = shared("2017-2018/320_ks4revised.csv") else {
        return;
    };
    let path = path.to_str().unwrap();
    let output = run(&["analyse", path, "--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("add the group links"), "{said}");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&report["year"], &report["eligible"]), (&"2017/18".into(), &0.into()));
    let excluded = report["excluded"].as_array().unwrap();
    assert_eq!(excluded.len(), 25);
    for exclusion in excluded {
        assert_eq!(exclusion["level"], "school");
        assert!(exclusion["urn"].is_string() && exclusion["name"].is_string());
        assert!(exclusion["reason"].as_str().unwrap().contains("add the group links"));
    }
    assert!(
        report["problems"][0]["message"]
            .as_str()
            .unwrap()
            .contains("group links")
    );
    // As text there is nothing to print but the message.
    let output = run(&["analyse", path]);
    assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(2), true));
}

/// A school file without a year, and the links of its trust.
fn without_a_year() -> [String; 2] {
    let urns = [100_001, 100_002, 100_003];
    let text = links(&urns.map(|urn| link(urn, 9, "01-09-2018")));
    [
        written("schools.csv", wide(&urns.map(school), None).as_bytes()),
        written("links.csv", text.as_bytes()),
    ]
}

#[test]
fn a_year_that_no_file_tells_is_asked_for() {
    let [schools, links] = without_a_year();
    let output = run(&["analyse", &schools, &links]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("--year 2022/23"), "{said}");
    let years = |year: &str| {
        let report = analysed(&[&schools, &links], &["--year", year, "--min-years", "0"]);
        assert_eq!(report["year"], year);
        report["trusts"][0]["schools"][0]["years"].clone()
    };
    assert_eq!(
        [years("2020/21"), years("2021/22"), years("2022/23")],
        [3, 4, 5].map(Value::from)
    );
    // Years that are of no matter are not asked for, nor made up.
    let report = analysed(&[&schools, &links], &["--weight", "pupils", "--min-years", "0"]);
    assert_eq!(report["trusts"][0]["schools"][0]["years"], Value::Null);
}

#[test]
fn a_year_that_no_file_is_of_is_said() {
    let Some([sample, links, _]) = roseland() else {
        return;
    };
    let said = |files: &[&str]| {
        let arguments = [&["analyse"], files, &["--year", "2018/19"]].concat();
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said(&[&sample, &links]).contains("there is no file for 2018/19; the files are for 2022/23"));
    let alone = said(&[&links]);
    assert!(alone.contains("add a school performance file"), "{alone}");
}

#[test]
fn of_several_years_the_newest_is_shown_or_the_one_asked_for() {
    let urns = [100_001, 100_002, 100_003];
    let newer = written("newer.csv", wide(&urns.map(school), Some(22)).as_bytes());
    let older = urns.map(school).map(|mut school| {
        school.em5[1] = "10%".to_owned();
        school
    });
    let older = written("older.csv", wide(&older, Some(21)).as_bytes());
    let [_, links] = without_a_year();
    let files = [newer.as_str(), older.as_str(), links.as_str()];
    let newest = analysed(&files, &[]);
    assert_eq!((&newest["year"], figure(&newest)), (&"2022/23".into(), 25.0));
    let former = analysed(&files, &["--year", "2021/22"]);
    assert_eq!((&former["year"], figure(&former)), (&"2021/22".into(), 10.0));
}

#[test]
fn a_school_without_a_figure_has_its_reason() {
    let urns = [100_001, 100_002, 100_003, 100_004];
    let mut schools = urns.map(school);
    schools[0].em5[1] = "SUPP".to_owned();
    schools[1].pupils[1] = "SUPP".to_owned();
    schools[2].em5[2] = "NE".to_owned();
    let schools = written("missing.csv", wide(&schools, Some(22)).as_bytes());
    let text = links(&urns.map(|urn| link(urn, 9, "01-09-2018")));
    let links = written("links_of_four.csv", text.as_bytes());
    let statuses = |group: &str| -> Vec<(String, bool)> {
        let report = analysed(&[&schools, &links], &["--group", group]);
        let schools = report["trusts"][0]["schools"].as_array().unwrap();
        let status = |school: &Value| {
            let status = school["status"].as_str().unwrap().to_owned();
            (status, school["value"].is_number() && school["share"].is_number())
        };
        schools.iter().map(status).collect()
    };
    let expected = |list: [(&str, bool); 4]| list.map(|(status, whole)| (status.to_owned(), whole));
    assert_eq!(
        statuses("disadvantaged"),
        expected([
            ("suppressed", false),
            ("suppressed", false),
            ("published", true),
            ("published", true)
        ])
    );
    assert_eq!(
        statuses("gap"),
        expected([
            ("suppressed", false),
            ("suppressed", false),
            ("no entries", false),
            ("published", true)
        ])
    );
}

#[test]
fn a_spreadsheet_of_ones_own_is_read_by_a_mapping() {
    let sheet = "School no,Trust,LA,Years with us,FSM6 pupils,\"5+ EM, FSM6\",Away\n\
                 1,Ours,908,3,40,50,9\n2,Ours,908,4,60,40,7\n3,Ours,908,7,100,30,5\n";
    let map = "year = '2022/23'\n[columns]\nurn = 'School no'\ntrust = 'Trust'\n\
               authority_code = 'LA'\nyears_in_trust = 'Years with us'\n\
               pupils_disadvantaged = 'FSM6 pupils'\nem5_disadvantaged = '5+ EM, FSM6'\n\
               [[measure]]\nname = 'Away'\nbetter = 'lower'\ndisadvantaged = 'Away'\n";
    let sheet = written("own.csv", sheet.as_bytes());
    let map = written("map.toml", map.as_bytes());
    let report = analysed(&[&sheet], &["--map", &map]);
    assert_eq!(report["year"], "2022/23");
    assert!((figure(&report) - 35.581_395_3).abs() < 5e-8);
    let away = analysed(&[&sheet], &["--map", &map, "--measure", "own-away"]);
    assert!((figure(&away) - (120.0 * 9.0 + 240.0 * 7.0 + 500.0 * 5.0) / 860.0).abs() < 1e-9);
    let refused = |arguments: &[&str], words: &str| {
        let output = run(&[&["analyse", &sheet], arguments].concat());
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(words), "{said}");
    };
    refused(&[], "not one this page recognises");
    refused(&["--map", "no-such-map.toml"], "no-such-map.toml");
    refused(
        &["--map", &map, "--measure", "own-home"],
        "own-home is not in the files",
    );
    let wrong = written("wrong.toml", b"[columns]\nurn = 'Schule'\nem5_all = 'Away'\n");
    refused(&["--map", &wrong], "the file has no column \u{201c}Schule\u{201d}");
}

#[test]
fn a_mapping_goes_before_the_templates_own_names() {
    let sheet = "urn,Trust,LA,Years,em5_all,Ours\n1,T,908,3,1,50\n2,T,908,3,1,50\n3,T,908,3,1,50\n";
    let map = "[columns]\nurn = 'urn'\ntrust = 'Trust'\nauthority_code = 'LA'\n\
               years_in_trust = 'Years'\nem5_all = 'Ours'\n";
    let sheet = written("half_template.csv", sheet.as_bytes());
    let map = written("half_map.toml", map.as_bytes());
    let report = analysed(&[&sheet], &["--map", &map, "--group", "all", "--weight", "equal"]);
    assert_eq!(figure(&report), 50.0);
}
