//! The gap within and between schools in words.

use method::GapWithin;
use records::terms::counted;
use records::terms::{Figure, Unit};

pub(super) const TITLE: &str = "The gap within and between schools";

/// What the two parts are.
pub(super) const MEANING: &str = "Within: how far apart the groups are in the same school, on average over disadvantaged \
                                  pupils. Between: how much comes of disadvantaged pupils being in schools where other \
                                  pupils do worse, too. Only schools with figures of both groups are counted here.";

pub(super) const OF: &str = "Of";

pub(super) const GAP: &str = "Gap over these schools";

pub(super) const WITHIN: &str = "Within schools";

pub(super) const BETWEEN: &str = "Between schools";

pub(super) const SCHOOLS: &str = "Schools with both groups";

pub(super) const LEFT_OUT: &str = "Schools left out";

pub(super) const SHOWN: &str = "Gap shown elsewhere";

pub(super) const NO_GAP: &str = "no gap";

pub(super) const ALL_TRUSTS: &str = "All trusts";

/// "Alder Trust's gap of 22.0 percentage points is 19.2 inside its schools and 2.8 between them": two figures, what
/// their difference may come of, and how many schools are in it.
pub(super) fn sentences(name: &str, of: &GapWithin) -> String {
    let mut said = vec![format!(
        "{name}: of a gap of {}, {} is inside the same school and {} is between schools.",
        in_unit(of.gap),
        of.within.plain(),
        of.between.plain()
    )];
    said.push(
        if of.between.number() < 0.0 {
            "Less than nothing between schools: disadvantaged pupils are more often in schools where other pupils do better."
        } else {
            "Between schools: disadvantaged pupils are more often in schools where other pupils do worse, too."
        }
        .to_owned(),
    );
    let schools = counted(of.schools, "school");
    said.push(match of.left_out {
        0 => format!("This counts {schools}, all with figures of both groups."),
        left_out => format!(
            "This counts {schools} with figures of both groups, and leaves out {}.",
            counted(left_out, "school")
        ),
    });
    if let Some(shown) = of.shown {
        said.push(format!("The gap under the rules in force is {}.", in_unit(shown)));
    }
    said.join(" ")
}

fn in_unit(gap: Figure) -> String {
    match gap.unit() {
        Unit::Percent => format!("{} {}", gap.plain(), Unit::Percent.difference_word()),
        _ => gap.in_sentence(),
    }
}
