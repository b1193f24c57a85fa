//! `trust-gap ranks`: the ranks of any table's estimates, with intervals.

use trust_gap::export::ranks_report;
use trust_gap::method::{IntervalChoices, RankKind};
use trust_gap::stats::ranks::{Estimate, Simulation, marginal};

use crate::analyse::in_json;
use crate::arguments::RanksRequest;
use crate::estimates::{self, Names};

/// Reads the estimates, names unusable rows on standard error, and prints the ranks of the others in file order.
pub(crate) fn run(request: &RanksRequest) -> Result<(), String> {
    let file = request.file.display().to_string();
    let bytes = std::fs::read(&request.file).map_err(|error| format!("{file}: {error}. Check the path."))?;
    let names = Names {
        value: &request.value,
        error: &request.error,
        label: &request.label,
    };
    let found = estimates::read(&file, &bytes, &names).map_err(|why| format!("{file}: {why}"))?;
    for problem in &found.problems {
        eprintln!("trust-gap: {problem}");
    }
    if found.rows.is_empty() {
        return Err(format!("{file}: none of the rows can be used"));
    }
    let (labels, estimates): (Vec<String>, Vec<Estimate>) = found.rows.into_iter().unzip();
    let IntervalChoices { level, kind, .. } = request.chosen.settings.interval_choices;
    let rows = match kind {
        RankKind::Marginal => ranks_report::marginal(&labels, &marginal(&estimates, level)),
        RankKind::Simultaneous => {
            let found = Simulation::usual(estimates, level).finish();
            ranks_report::simultaneous(&labels, &found.intervals)
        }
    };
    crate::print(&in_json(&rows)?)
}
