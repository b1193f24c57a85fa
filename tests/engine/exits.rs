//! Data that leave the page and come back: names that are searched for, tables that are read again.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::rc::Rc;

use crate::support::{library_of, shared_bytes};
use trust_gap::chart::{Chart as _, GapChart, StripChart, TopTen, TrustList, TrustQuery};
use trust_gap::export::origin::Origin;
use trust_gap::export::tab_table;
use trust_gap::intake::Field;
use trust_gap::layout::{preview, read_file, read_mapped};
use trust_gap::method::{Analysis, Measured, Rules};
use trust_gap::model::{DataSet, Library};
use trust_gap::records::Choices;
use trust_gap::terms::{AcademicYear, Better, Focus, Measure, OwnMeasure, Unit, folded};

struct Of {
    data: Rc<DataSet>,
    measured: Rc<Measured>,
    analysis: Analysis,
}

impl Of {
    fn new(data: Rc<DataSet>, rules: &Rules) -> Self {
        let measured = Measured::after(None, &data, rules).unwrap();
        let analysis = crate::support::analysis(&measured, rules);
        Self {
            data,
            measured,
            analysis,
        }
    }

    /// Of a small doubtful file, where the folder is there.
    fn doubtful(name: &str, rules: &Rules) -> Option<Self> {
        let bytes = shared_bytes(&format!("doubtful/{name}"))?;
        let mut library = Library::default();
        library.add(read_file(name, &bytes).unwrap());
        Some(Self::new(library.newest().unwrap(), rules))
    }

    fn list(&self) -> TrustList {
        TrustList::new(&self.measured, &self.analysis, &[])
    }

    fn origin(&self) -> Origin {
        Origin::of(&self.data, &self.analysis)
    }

    fn list_as_csv(&self) -> String {
        let list = self.list();
        self.origin().csv(&list.table(&list.find(&TrustQuery::default())))
    }
}

fn found(list: &TrustList, text: &str) -> Vec<String> {
    let query = TrustQuery {
        text: text.to_owned(),
        ..TrustQuery::default()
    };
    let lines = list.find(&query).into_iter();
    lines.map(|line| line.uid.to_string()).collect()
}

#[test]
fn names_are_found_however_they_are_written() {
    let Some(of) = Of::doubtful("43-names-to-search-2022-23.csv", &Rules::default()) else {
        return;
    };
    let list = of.list();
    for (text, expected) in [
        ("st johns", vec!["90001"]),
        ("St. John\u{2019}s", vec!["90001"]),
        ("st marys", vec!["90002"]),
        ("ST MARY'S", vec!["90002"]),
        ("elan", vec!["90003", "90004"]),
        ("E\u{301}lan  north", vec!["90004"]),
        ("oak and ash", vec!["90005"]),
        ("oak & ash", vec!["90005"]),
        ("Oak&Ash", vec!["90005"]),
        ("elm", vec![]),
    ] {
        assert_eq!(found(&list, text), expected, "{text}");
    }
    assert_eq!(found(&list, "").len(), 5);
}

#[test]
fn folding_twice_changes_nothing_more() {
    for text in ["St. John\u{2019}s", "R&D", "\u{1f333} Oak", "\u{c9}lan", "a-b_c", ""] {
        assert_eq!(folded(&folded(text)), folded(text), "{text}");
    }
}

#[test]
fn a_list_of_trusts_is_read_back_with_its_names_and_figures() {
    for rules in [
        Rules::default(),
        Rules {
            measure: Measure::Progress8,
            ..Rules::default()
        },
        Rules {
            measure: Measure::Attainment8,
            focus: Focus::Other,
            ..Rules::default()
        },
        Rules {
            focus: Focus::All,
            ..Rules::default()
        },
    ] {
        let Some(of) = Of::doubtful("42-formulas-2022-23.csv", &rules) else {
            return;
        };
        let csv = of.list_as_csv();
        assert!(csv.starts_with("\u{feff}Trust,UID,"), "{csv}");
        assert!(
            csv.contains("\n\"'=SUM(1,1)\",") || csv.contains("\n\"'=Sum(1,1)\","),
            "{csv}"
        );
        assert!(csv.contains("\u{c9}clat \u{a3} Trust"), "{csv}");
        let guess = preview("trusts.csv", csv.as_bytes(), None, &Choices::default()).unwrap();
        assert_eq!(guess.verdict, Ok(()), "{:?}", guess.mapping);
        let group = rules.focus.group().unwrap();
        assert!(
            guess.mapping.get(Field::Figure(rules.measure, group)).is_some(),
            "{:?}",
            guess.mapping
        );
        let file = read_mapped("trusts.csv", csv.as_bytes(), &guess.mapping).unwrap();
        assert_eq!(file.records.problems, []);
        assert_eq!(file.records.trusts.len(), of.analysis.trusts.len());
        for trust in &file.records.trusts {
            let known = of.analysis.trusts.iter();
            let known = known.filter(|known| *known.uid == *trust.uid.as_str());
            let known = known.collect::<Vec<_>>()[0];
            assert_eq!(folded(&trust.name), folded(&known.name));
            assert_eq!(trust.year, AcademicYear::ending(2023));
            assert_eq!((trust.region, trust.pupils), (known.region, Ok(600.0)));
            assert_eq!(trust.disadvantaged_share, Ok(25.0));
            let figure = trust.attainment.value(rules.measure, group).figure().unwrap();
            assert_eq!(Some(figure), known.value().figure());
        }
    }
}

#[test]
fn negative_figures_stay_numbers_and_words_are_guarded() {
    let rules = Rules {
        measure: Measure::Progress8,
        ..Rules::default()
    };
    let Some(of) = Of::doubtful("42-formulas-2022-23.csv", &rules) else {
        return;
    };
    let list = of.list();
    let table = list.table(&list.find(&TrustQuery::default()));
    for text in [of.origin().csv(&table), tab_table::of_table(&table)] {
        let cells = text.lines().flat_map(|line| line.split([',', '\t']));
        let mut cells = cells.map(|cell| cell.trim_start_matches(['"', '\u{feff}']));
        assert!(cells.clone().any(|cell| cell == "-0.9"), "{text}");
        assert!(
            cells
                .all(|cell| cell.parse::<f64>().is_ok()
                    || !cell.starts_with(['=', '-', '@', '\u{ff1d}', '\u{ff20}', '\t'])),
            "{text}"
        );
        assert!(text.contains("'\u{ff1d}"), "{text}");
    }
}

#[test]
fn a_table_says_what_its_figures_are_and_so_does_its_name() {
    let head = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,NUMINST_MATPTINC,TIME_PERIOD,PTL2BASICS_95_WGTAVG_FSM6CLA1A,PTL2BASICS_95_WGTAVG_NFSM6CLA1A";
    let text = format!(
        "{head}\n1,ONE,London,300,3,202223,34%,50%\n2,TWO,London,500,3,202223,35%,50%\n3,SIX,London,600,3,202223,39%,50%\n"
    );
    let data = library_of(&[("mats.csv", &text)]).newest().unwrap();
    let of = Of::new(data, &Rules::default());
    let origin = of.origin();
    assert_eq!(
        origin.file_name("regional-gap"),
        "regional-gap_grade-5-english-maths_disadvantaged_2022-23"
    );
    let lines = |csv: &str| csv.lines().map(str::to_owned).collect::<Vec<_>>();
    let strip = lines(&origin.csv(&StripChart::new(&of.analysis).table()));
    assert!(strip[0].ends_with(",Measure,Pupil group,Year,Source"), "{strip:?}");
    let said = ",Grade 5+ in English and maths,Disadvantaged,2022/23,mats.csv";
    assert!(strip[1..].iter().all(|line| line.ends_with(said)), "{strip:?}");
    // A published whole percentage stays whole, a computed figure has the decimals that are shown.
    let top_tens = TopTen::all(&of.analysis, None);
    let top_ten = top_tens.iter().map(|list| lines(&origin.csv(&list.table())));
    let top_ten: Vec<String> = top_ten.flatten().collect();
    assert!(top_ten.iter().any(|line| line.starts_with("1,Six,39,")), "{top_ten:?}");
    let gap = lines(&origin.csv(&GapChart::new(&of.analysis).table()));
    let london = gap.iter().find(|line| line.starts_with("London,")).unwrap();
    assert!(london.starts_with("London,36.0,"), "{gap:?}");

    let own = Measure::Own(OwnMeasure::new("Absence, all / year", Unit::Percent, Better::Lower));
    let origin = Origin {
        measure: Some(own),
        group: None,
        year: None,
        ..Origin::default()
    };
    assert_eq!(origin.file_name("trend"), "trend_absence-all-year");
    assert_eq!(Origin::default().file_name("problems"), "problems");
}
