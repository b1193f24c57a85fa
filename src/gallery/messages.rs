//! Components with messages, in their states: files, notices, a table to explain, long work.

use std::rc::Rc;

use gloo::file::File;
use hosting::Offers;
use method::Surveyed;
use method::words::settings::no_pupils;
use read::layout::preview;
use records::intake::{Refusal, SkippedFile};
use records::{Choices, Doubt, DoubtKind, Evidence, Grounds, Reading};
use show::chart::doubts_in_short;
use yew::prelude::*;

use crate::components::{Columns, Notices, doubts_card, file_bar, guidance, ranking_bar, survey_bar};
use crate::mapping::{MappingTask, Table};
use crate::ranking::{RankingHandle, Ranks, Stage};
use crate::reading::{Progress, use_reading_queue};
use crate::shared::Shared;
use crate::state::{Action, Notice, Outcome, State};
use crate::survey::{self, Surveying};
use crate::words::reading::cancelled;

use super::Exhibit;
use super::hosts::{pressed, with_state};
use super::states::{Case, Cases, read};

pub(super) fn exhibits(cases: &Cases) -> Vec<Exhibit> {
    let makers: [fn(&Cases) -> Vec<Exhibit>; 6] =
        [files, to_explain, notices, in_doubt, beside_the_demonstration, waiting];
    makers.into_iter().flat_map(|make| make(cases)).collect()
}

fn files(cases: &Cases) -> Vec<Exhibit> {
    let bar = |case: &Case| {
        with_state(case, |state, view| {
            file_bar(state, view, Callback::noop(), &Callback::noop())
        })
    };
    let reading = cases.usual.after([Action::Progress(Progress {
        file: "england_ks4final.csv".to_owned(),
        read: 40_000_000,
        size: 100_000_000,
        rows: 2_100,
    })]);
    let offered = cases.usual.after([Action::Offered(Offers::read(OFFERED))]);
    vec![
        Exhibit::new("file-bar", "demonstration", bar(&cases.usual)),
        Exhibit::new("file-bar", "offered-beside", bar(&offered)),
        Exhibit::new("file-bar", "files", bar(&cases.file)),
        Exhibit::new("file-bar", "reading", bar(&reading)),
    ]
}

/// A hosted data set.
const OFFERED: &str = r#"[{"title": "Trusts", "year": "2022/23", "source": "DfE", "licence": "OGL", "file": "a.csv"}]"#;

/// A table with an unknown layout.
const UNKNOWN: &str = "Academy trust,Where,Year,Good passes of FSM pupils,Score\n\
                       Ash Tree Academies,London,2022/23,31%,52.1\n\
                       Birch Learning Trust,Nowhere,2022/23,suppressed,many\n";

fn unknown_table() -> Table {
    let file = File::new("our-trusts.csv", UNKNOWN);
    Table::new(&file, UNKNOWN.as_bytes().to_vec(), None)
}

#[derive(Properties, PartialEq)]
struct ExplainedProps {
    state: UseReducerHandle<State>,
    task: Shared<Rc<MappingTask>>,
}

/// The dialogue, with a queue that reads the table again.
#[component]
fn Explained(props: &ExplainedProps) -> Html {
    let queue = use_reading_queue(&props.state);
    html! { <Columns task={props.task.clone()} dispatcher={props.state.dispatcher()} {queue} /> }
}

fn to_explain(cases: &Cases) -> Vec<Exhibit> {
    let table = unknown_table();
    let Ok(preview) = preview(&table.file, &table.start, None, &Choices::default()) else {
        return Vec::new();
    };
    let task = Rc::new(MappingTask { table, preview });
    let shown = with_state(&cases.usual, move |state, _| {
        html! { <Explained state={state.clone()} task={Shared(Rc::clone(&task))} /> }
    });
    vec![Exhibit::new("columns", "first-guess", shown)]
}

/// More faulty rows than a notice lists.
const ROWS: usize = 8;

/// The refusal of a file that cannot be used.
fn refused(name: &str, text: &str) -> Option<Refusal> {
    match read(name, text) {
        Outcome::Notice(Notice::Refused(refusal)) => Some(refusal),
        _ => None,
    }
}

/// A trust file with no row that can be used.
fn faulty_file() -> String {
    let header = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n";
    let rows = (1..=ROWS).map(|row| format!(",TRUST {row},London,40%\n"));
    std::iter::once(header.to_owned()).chain(rows).collect()
}

fn notices(_: &Cases) -> Vec<Exhibit> {
    let refused_one = refused("faulty.csv", &faulty_file());
    let unexplained = refused("our-trusts.csv", UNKNOWN);
    let unexplained = unexplained.map(|refusal| Notice::Unexplained(refusal, unknown_table()));
    let replaced = |former: &str| Notice::Replaced {
        file: "2022-2023.csv".to_owned(),
        former: former.to_owned(),
        year: Some("2022/23".to_owned()),
    };
    let skipped = |file: &str| SkippedFile {
        file: format!("performance.zip, {file}"),
        reason: "is a PDF".to_owned(),
    };
    let skipped = Notice::SkippedFiles(vec![skipped("notes.pdf"), skipped("map.pdf")]);
    let adjusted = no_pupils("2022-2023.csv", "Progress 8", "Other", "Disadvantaged");
    let all = [
        ("refused", refused_one.map(Notice::Refused)),
        ("unexplained", unexplained),
        ("replaced", Some(replaced("mats.csv"))),
        ("read-again", Some(replaced("2022-2023.csv"))),
        ("passed-over", Some(skipped)),
        ("remark", Some(Notice::Remark(cancelled("big.csv")))),
        ("adjusted", Some(Notice::Adjusted(adjusted))),
        ("no-worker", Some(Notice::NoWorker("mats.csv".to_owned()))),
        ("newer-version", Some(Notice::NewerVersion { loses_files: true })),
    ];
    let all = all.into_iter();
    all.map(|(state, notice)| Exhibit::new("notices", state, with_notice(notice)))
        .collect()
}

/// Three doubts: assumed, chosen and settled by the file, each with alternatives.
fn doubts() -> [Doubt; 3] {
    let file = "group_links.csv".to_owned();
    let cell = |line: u64, column: &str, value: &str| Evidence {
        line: Some(line),
        column: Some(column.to_owned()),
        value: value.to_owned(),
    };
    let share = "Share of pupils";
    [
        Doubt {
            kind: DoubtKind::TotalRows,
            file: file.clone(),
            column: None,
            assumed: Reading::Totals,
            alternatives: vec![Reading::Rows],
            grounds: Grounds::Assumed,
            evidence: Vec::new(),
            rows: 2,
            lines: vec![218, 219],
        },
        Doubt {
            kind: DoubtKind::ShareUnit,
            file: file.clone(),
            column: Some(share.to_owned()),
            assumed: Reading::Percent,
            alternatives: vec![Reading::Fractions, Reading::BySign],
            grounds: Grounds::Chosen,
            evidence: vec![cell(3, share, "0.25"), cell(4, share, "26%")],
            rows: 216,
            lines: vec![2, 3, 4, 5, 6],
        },
        Doubt {
            kind: DoubtKind::DateOrder,
            file,
            column: Some("Joined date".to_owned()),
            assumed: Reading::MonthFirst,
            alternatives: vec![Reading::DayFirst],
            grounds: Grounds::Settled,
            evidence: vec![cell(7, "Joined date", "9/15/2016")],
            rows: 1_204,
            lines: vec![2, 3, 4, 5, 6],
        },
    ]
}

fn in_doubt(_: &Cases) -> Vec<Exhibit> {
    let doubts = doubts();
    let listed = doubts_card(&doubts.each_ref(), &Callback::noop());
    let in_short = doubts_in_short(&doubts).map(Notice::Doubts);
    vec![
        Exhibit::new("doubts", "each-ground", listed),
        Exhibit::new("notices", "in-doubt", with_notice(in_short)),
    ]
}

fn with_notice(notice: Option<Notice>) -> Html {
    html! {
        <Notices
            notices={Rc::new(Vec::from_iter(notice))}
            status=""
            query={Rc::from("")}
            on_close={Callback::noop()}
            on_explain={Callback::noop()}
            on_fetch={Callback::noop()}
            on_reload={Callback::noop()}
        />
    }
}

/// The guidance beside the demonstration, and the tour.
fn beside_the_demonstration(_: &Cases) -> Vec<Exhibit> {
    vec![
        Exhibit::new("guidance", "first-page", guidance(true)),
        Exhibit::new("guidance", "other-page", guidance(false)),
        Exhibit::new("guidance", "open", pressed("#which-files summary", guidance(false))),
        Exhibit::new("tour", "first-stop", pressed("#tour-offer", guidance(true))),
    ]
}

fn waiting(_: &Cases) -> Vec<Exhibit> {
    let stopped = Stage::Stopped("the worker does not answer".to_owned());
    let (done, of) = (120_000, 400_000);
    let rankings = [
        ("ranking", Stage::Working { done, of }),
        ("ranking-cancelled", Stage::Cancelled),
        ("ranking-stopped", stopped),
    ];
    let come = Surveyed { steps: 30, of: 120 };
    let impossible = survey::Progress::Impossible("no trust is eligible".into());
    let surveys = [
        ("survey", survey::Progress::Working(come)),
        ("survey-cancelled", survey::Progress::Cancelled),
        ("survey-impossible", impossible),
    ];
    let rankings = rankings.map(|(state, stage)| (state, html! { <Ranking {stage} /> }));
    let surveys = surveys.map(|(state, progress)| (state, surveying(progress)));
    let all = rankings.into_iter().chain(surveys);
    all.map(|(state, bar)| Exhibit::new("waiting", state, bar)).collect()
}

fn surveying(progress: survey::Progress<method::Robustness>) -> Html {
    survey_bar(&Surveying {
        progress,
        on_cancel: Callback::noop(),
        on_again: Callback::noop(),
    })
}

#[derive(Properties, PartialEq)]
struct RankingProps {
    stage: Stage,
}

/// The bar of a ranking worker at this stage.
#[component]
fn Ranking(props: &RankingProps) -> Html {
    let ranks = use_state_eq(|| {
        let mut ranks = Ranks::default();
        ranks.stage = props.stage.clone();
        ranks
    });
    ranking_bar(&RankingHandle {
        ranks,
        on_cancel: Callback::noop(),
        on_again: Callback::noop(),
    })
}
