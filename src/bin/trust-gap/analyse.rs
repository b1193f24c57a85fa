//! `trust-gap analyse`: files to an analysis on standard output.

use std::path::Path;

use trust_gap::export::csv_table;
use trust_gap::export::report::{self, ProblemRow, Report};
use trust_gap::layout::{FileError, Recognised, read_file};
use trust_gap::method::{Analysis, analyse};
use trust_gap::model::{DataSet, Library};
use trust_gap::terms::year_in_words;

use crate::arguments::{Format, Request};

/// Reads the files that can be used, names the others on standard error, and prints the newest
/// year's analysis.
pub(crate) fn run(request: &Request) -> Result<(), String> {
    let mut library = Library::default();
    let mut refused = Vec::new();
    for file in &request.files {
        match read(file) {
            Ok(recognised) => {
                let added = library.add(recognised);
                for (year, former) in added.replaced {
                    let year = year_in_words(year);
                    eprintln!(
                        "trust-gap: {} takes the place of {former} for {year}",
                        file.display()
                    );
                }
            }
            Err(problem) => refused.push(problem),
        }
    }
    for problem in &refused {
        eprintln!("trust-gap: {}", problem.message);
    }
    let data = library.newest().ok_or("no file can be used")?;
    let analysis = analyse(&data, &request.rules).map_err(|error| error.to_string())?;
    let answer = answer(request.format, &library, &data, &analysis, refused)?;
    crate::print(&answer)
}

fn read(path: &Path) -> Result<Recognised, ProblemRow> {
    let name = path.display().to_string();
    let whole_file = |message: String| ProblemRow {
        file: name.clone(),
        line: None,
        column: None,
        value: None,
        message,
    };
    let bytes = std::fs::read(path)
        .map_err(|error| whole_file(format!("{name}: {error}. Check the path.")))?;
    read_file(&name, &bytes)
        .map_err(|error: FileError| whole_file(format!("{error} {}", error.remedy())))
}

fn answer(
    format: Format,
    library: &Library,
    data: &DataSet,
    analysis: &Analysis,
    refused: Vec<ProblemRow>,
) -> Result<String, String> {
    match format {
        Format::Text => Ok(report::text(data, analysis)),
        Format::Csv => Ok(csv_table::trusts(analysis)),
        Format::Json => {
            let mut report = Report::new(analysis, library.problems());
            report.problems.extend(refused);
            serde_json::to_string_pretty(&report)
                .map(|json| json + "\n")
                .map_err(|error| error.to_string())
        }
    }
}
