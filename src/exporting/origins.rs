//! The origin that each exported table states.

use records::terms::{Focus, Measure};
use show::export::origin::Origin;

/// The origin of the table with this name: the current one, without anything that differs between its rows.
pub(super) fn of(name: &str, now: &Origin) -> Origin {
    let now = now.clone();
    if let Some(measure) = name.strip_prefix("compare-") {
        return Origin {
            measure: Measure::from_address(measure),
            ..now
        };
    }
    match name {
        "problems" => Origin::default(),
        // Both groups and their gap, whichever is in force: the columns say whose figures they are.
        "regional-gap" => Origin {
            group: now.group.map(|_| Focus::Disadvantaged),
            ..now
        },
        // Lines of several years, from several files.
        _ if name.starts_with("trend") => Origin {
            year: None,
            source: None,
            ..now
        },
        // Several measures of one group.
        _ if name.starts_with("combined-") || name == "trust-spine" => Origin { measure: None, ..now },
        // Several measures and groups, or none.
        "trust-measures"
        | "compared-measures"
        | "compared-context"
        | "schools-outside-trusts"
        | "schools-left-out"
        | "trust-schools-left-out" => without_figures(now),
        _ if name.starts_with("report-figures-") => without_figures(now),
        _ => now,
    }
}

/// The origin that the picture of the chart with this name states. It shows both groups and not one of them where its
/// table has a column for each.
pub(super) fn of_picture(name: &str, now: &Origin) -> Origin {
    let origin = of(name, now);
    match name {
        "regional-gap" => Origin {
            group: origin.group.map(|_| Focus::Gap),
            ..origin
        },
        _ => origin,
    }
}

fn without_figures(origin: Origin) -> Origin {
    Origin {
        measure: None,
        group: None,
        ..origin
    }
}
