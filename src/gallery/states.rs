//! The page states that components and charts are shown with. The page's own reducer makes them from the
//! demonstration and from small files defined here.

use std::rc::Rc;

use demo::Demonstration;
use method::Rules;
use read::layout::read_file;
use records::intake::Refusal;
use records::model::Basis;
use records::terms::Area;
use yew::prelude::Reducible as _;

use crate::shared::Shared;
use crate::state::{Action, Notice, Outcome, State};
use crate::view::{SharedView, View};

/// A page state and its view.
#[derive(Clone, PartialEq)]
pub(super) struct Case {
    pub(super) state: Shared<Rc<State>>,
    pub(super) view: SharedView,
}

impl Case {
    fn new(state: Rc<State>) -> Self {
        let data = state.data();
        let view = View::new(data.as_ref(), &state.settings, &mut None);
        Self {
            state: Shared(state),
            view: Shared(Rc::new(view)),
        }
    }

    /// The same page after some actions.
    pub(super) fn after(&self, actions: impl IntoIterator<Item = Action>) -> Self {
        let state = Rc::clone(&self.state.0);
        Self::new(actions.into_iter().fold(state, State::reduce))
    }

    /// The view, if the files allow one.
    pub(super) fn shown(&self) -> Option<&View> {
        (*self.view.0).as_ref().ok()
    }
}

/// The states that several exhibits share.
pub(super) struct Cases {
    /// The demonstration as the page opens.
    pub(super) usual: Case,
    /// The demonstration computed from its schools, with an area.
    pub(super) computed: Case,
    /// A trust file of the demonstration, dropped.
    pub(super) file: Case,
    /// Trusts without a published figure.
    pub(super) unpublished: Case,
    /// A few trusts of one region, one of them without a published figure.
    pub(super) one_region: Case,
    /// Trusts with long names.
    pub(super) long_names: Case,
}

impl Cases {
    pub(super) fn new() -> Self {
        let [opening, _] = Demonstration::generate().records();
        let demonstration = crate::demonstration::Demonstration::of(Some(opening));
        let usual = Case::new(Rc::new(State::new(demonstration)));
        let read = |name: &str, text: &str| {
            let outcome = read(name, text);
            usual.after([Action::FilesRead(vec![outcome])])
        };
        let rules = Rules {
            basis: Some(Basis::Computed),
            ..usual.state.0.settings.rules
        };
        Self {
            computed: usual.after([
                Action::choose(move |settings| settings.rules = rules),
                Action::choose(|settings| {
                    settings.areas = Rc::new(vec![Area::south_west_peninsula()]);
                }),
            ]),
            file: read(TRUST_FILE, &trust_file_of_demonstration()),
            unpublished: read(TRUST_FILE, &trust_file(&UNPUBLISHED)),
            one_region: read(TRUST_FILE, &trust_file(&ONE_REGION)),
            long_names: read(TRUST_FILE, &trust_file(&LONG_NAMES)),
            usual,
        }
    }
}

/// The name of a published trust file, with its year.
const TRUST_FILE: &str = "2022-2023_england_ks4-mats-performance.csv";

/// The outcome of reading a file with this text.
pub(super) fn read(name: &str, text: &str) -> Outcome {
    match read_file(name, text.as_bytes()) {
        Ok(file) => Outcome::Read(file, None),
        Err(error) => Outcome::Notice(Notice::Refused(Refusal::from(&error))),
    }
}

/// The newest trust file of the demonstration.
fn trust_file_of_demonstration() -> String {
    let demonstration = Demonstration::generate();
    let newest = demonstration.years().last();
    newest.map_or_else(String::new, |&year| demonstration.trust_file(year))
}

/// Trusts, each with its name, region, pupils, and the figures of all, disadvantaged and other pupils.
const UNPUBLISHED: [&str; 3] = [
    "ASH TREE ACADEMIES,London,900,SUPPMAT,SUPPMAT,SUPPMAT",
    "BIRCH LEARNING TRUST,South West,700,SUPPMAT,SUPPMAT,SUPPMAT",
    "CEDAR SCHOOLS,North East,800,SUPPMAT,SUPPMAT,SUPPMAT",
];

const ONE_REGION: [&str; 5] = [
    "ASH TREE ACADEMIES,South West,2400,48%,31%,54%",
    "BIRCH LEARNING TRUST,South West,700,41%,27%,47%",
    "CEDAR SCHOOLS,South West,1500,55%,38%,60%",
    "DOWNS EDUCATION TRUST,South West,400,36%,19%,44%",
    "ELM GROVE TRUST,South West,300,SUPPMAT,SUPPMAT,SUPPMAT",
];

const LONG_NAMES: [&str; 6] = [
    "THE COMMUNITY INCLUSIVE TRUST OF THE NORTHERN AND SOUTHERN VALLEYS LEARNING PARTNERSHIP,\
     Yorkshire and the Humber,2600,44%,26%,52%",
    "OUR LADY OF PERPETUAL SUCCOUR AND SAINT THOMAS CATHOLIC MULTI ACADEMY COMPANY,\
     Yorkshire and the Humber,1400,52%,35%,58%",
    "LLANFAIRPWLLGWYNGYLLGOGERYCHWYRNDROBWLLLLANTYSILIOGOGOGOCH,East of England,600,39%,24%,45%",
    "EDUCATING TOGETHER FOR A BRIGHTER FUTURE IN THE EASTERN COUNTIES AND BEYOND TRUST,\
     East of England,1900,47%,30%,53%",
    "A,East of England,500,43%,21%,50%",
    "O&C,Yorkshire and the Humber,350,58%,41%,63%",
];

/// A trust file with these trusts.
fn trust_file(trusts: &[&str]) -> String {
    const HEADER: &str = "TIME_PERIOD,TRUST_UID,NUMINST_MATPTINC,PFSM6CLA1A_MATPTINC,PNOTFSM6CLA1A_MATPTINC,\
                          TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PTL2BASICS_95_WGTAVG,\
                          PTL2BASICS_95_WGTAVG_FSM6CLA1A,PTL2BASICS_95_WGTAVG_NFSM6CLA1A\n";
    let lines = trusts.iter().zip(1..);
    let lines = lines.map(|(trust, number)| format!("202223,{number},4,28%,72%,{trust}\n"));
    std::iter::once(HEADER.to_owned()).chain(lines).collect()
}
