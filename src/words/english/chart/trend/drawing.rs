//! The picture of a trend.

use crate::method::YearKind;
use crate::terms::{Measure, Unit};

/// What the axis upwards counts.
pub(crate) fn axis_name(measure: Measure, is_gap: bool) -> String {
    let name = measure.short_name();
    match (is_gap, measure.unit()) {
        (true, Unit::Percent) => format!("{name}: gap, percentage points"),
        (true, _) => format!("{name}: gap"),
        (false, _) => name.to_owned(),
    }
}

/// That memberships are a snapshot.
pub(crate) const fn snapshot(is_narrow: bool) -> &'static str {
    if is_narrow {
        "Snapshot: current members in every year"
    } else {
        "Memberships are a snapshot: schools stand in their current trusts in every year"
    }
}

/// What is said above years without results of exams: in a line, and where room is short in two.
pub(crate) const fn without_exams(kind: &YearKind) -> Option<(&'static str, [&'static str; 2])> {
    match kind {
        YearKind::Exams => None,
        YearKind::TeacherAssessed => Some(("teacher-assessed", ["TA", ""])),
        YearKind::NoExams => Some(("no exams", ["no", "exams"])),
        YearKind::NoFile => Some(("no file", ["no", "file"])),
        YearKind::LeftOut(_) => Some(("left out", ["left", "out"])),
    }
}

/// What follows a line's name: its figure; nothing where it has none at the end.
pub(crate) fn after_name(figure: Option<&str>) -> String {
    match figure {
        Some(figure) => format!(" {figure}"),
        None => ": no figure".to_owned(),
    }
}
