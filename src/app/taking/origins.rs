//! What the figures of each table are, as its file says.

use std::cell::RefCell;

use crate::export::origin::Origin;
use crate::terms::{Focus, Measure};

thread_local! {
    /// What the figures on the screen are.
    static ORIGIN: RefCell<Origin> = RefCell::new(Origin::default());
}

/// From now on the figures on the screen are these.
pub(in crate::app) fn set_origin(origin: Origin) {
    ORIGIN.set(origin);
}

/// What the figures of the table with this name are: those on the screen, less what is not the same for all of its rows.
pub(super) fn of(name: &str) -> Origin {
    let now = ORIGIN.with_borrow(Clone::clone);
    if let Some(measure) = name.strip_prefix("compare-") {
        return Origin {
            measure: Measure::from_address(measure),
            ..now
        };
    }
    match name {
        "problems" => Origin::default(),
        // Both groups and their gap, whichever is in force: the columns say which is whose.
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
        _ if name.starts_with("combined-") => Origin {
            measure: None,
            ..now
        },
        // Several measures and groups, or none.
        "trust-measures" | "compared-measures" | "compared-context" | "schools-outside-trusts" => {
            Origin {
                measure: None,
                group: None,
                ..now
            }
        }
        _ if name.starts_with("report-figures-") => Origin {
            measure: None,
            group: None,
            ..now
        },
        _ => now,
    }
}
