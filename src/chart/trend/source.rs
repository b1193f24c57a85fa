//! Where the figures of a trend come from.

use std::rc::Rc;

use crate::method::Trend;
use crate::model::{Basis, Library, Origin};
use crate::terms::listed;

/// Where the figures come from and how they were made, for the foot of a trend's charts.
#[must_use]
pub fn trend_source_line(library: &Library, trend: &Trend) -> String {
    let source = match library.origin() {
        Origin::Demonstration => "Source: made-up demonstration data".to_owned(),
        Origin::Files => format!("Source: {}", file_names(library, trend)),
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
    line
}

/// The files whose figures the trend uses, each once.
fn file_names(library: &Library, trend: &Trend) -> String {
    let years = trend.years.iter().filter(|year| year.kind.has_results());
    let sets = years.filter_map(|year| library.data_set(Some(year.year)));
    let mut names: Vec<String> = Vec::new();
    for set in sets {
        let (schools, links, trusts) = (&set.schools, &set.links, &set.published);
        let files: Vec<_> = match trend.basis {
            Basis::Computed => {
                let schools = schools.iter().map(|table| &table.file);
                schools
                    .chain(links.iter().map(|table| &table.file))
                    .collect()
            }
            Basis::Published => trusts.iter().map(|table| &table.file).collect(),
        };
        for file in files.into_iter().map(Rc::as_ref) {
            if !names.contains(&file.name) {
                names.push(file.name.clone());
            }
        }
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    listed(&names)
}
