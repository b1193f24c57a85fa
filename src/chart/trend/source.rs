//! Where the figures of a trend come from.

use std::rc::Rc;

use crate::chart::add_credits;
use crate::method::Trend;
use crate::model::{Basis, Library, Origin, SourceFile};
use crate::terms::listed;

/// Where the figures come from and how they were made, for the foot of a trend's charts.
#[must_use]
pub fn trend_source_line(library: &Library, trend: &Trend) -> String {
    let files = files_of(library, trend);
    let source = match library.origin() {
        Origin::Demonstration => "Source: made-up demonstration data".to_owned(),
        Origin::Files => format!("Source: {}", names_of(&files)),
    };
    let years = trend.years.iter().filter(|year| year.kind.has_results());
    let years: Vec<String> = years.map(|year| year.year.to_string()).collect();
    let years: Vec<&str> = years.iter().map(String::as_str).collect();
    let mut line = format!(
        "{source}, {}. {}.",
        listed(&years),
        trend.rules.regional.name()
    );
    if trend.basis == Basis::Computed {
        line.push_str(&format!(
            " Computed from schools, {}.",
            trend.rules.weight.in_sentence()
        ));
    }
    add_credits(&mut line, &files.iter().collect::<Vec<_>>());
    line
}

/// The files whose figures the trend uses.
fn files_of(library: &Library, trend: &Trend) -> Vec<Rc<SourceFile>> {
    let years = trend.years.iter().filter(|year| year.kind.has_results());
    let sets = years.filter_map(|year| library.data_set(Some(year.year)));
    sets.flat_map(|set| -> Vec<_> {
        let files = set.files_of(trend.basis).into_iter();
        files.cloned().collect()
    })
    .collect()
}

/// The files' names, each once.
fn names_of(files: &[Rc<SourceFile>]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for file in files {
        if !names.contains(&file.name.as_str()) {
            names.push(&file.name);
        }
    }
    listed(&names)
}
