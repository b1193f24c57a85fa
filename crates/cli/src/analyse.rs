//! `trust-gap analyse`: prints an analysis of files.

use std::path::Path;
use std::rc::Rc;

use trust_gap::chart::{areas_without_places, empty_areas};
use trust_gap::export::adjusted_report::{adjusted_csv, adjusted_record};
use trust_gap::export::certainty::Certainty;
use trust_gap::export::report::{ProblemRow, Report, doubt_records, trusts_csv};
use trust_gap::export::text;
use trust_gap::intake::{Mapping, ReadRequest};
use trust_gap::layout::{FileError, Opened, open_file_as};
use trust_gap::method::{
    Analysis, AnalysisError, Measured, NotAdjusted, Rules, Settings, schools_without_trust, side_by_side,
};
use trust_gap::model::{Added, DataSet, Library};
use trust_gap::records::grammar::with_small;
use trust_gap::records::{Choices, Doubt, OWN_SPREADSHEET, ProblemKind};
use trust_gap::terms::{Measure, year_in_words};

use crate::arguments::{Format, Request};

/// Reads the usable files, names the others on standard error, and prints the analysis of the requested year, or of the
/// newest.
pub(crate) fn run(request: &Request) -> Result<(), String> {
    let (library, refused) = load(request)?;
    for problem in &refused {
        eprintln!("trust-gap: {}", problem.message);
    }
    // The text output lists them itself.
    if request.options.format != Format::Text {
        for kind in ProblemKind::of(library.problems()) {
            eprintln!("trust-gap: {kind}");
        }
    }
    let data = data_set(&library, request)?;
    let rules = rules(&data, request)?;
    let answer = match analysed(&data, &rules, request) {
        Ok((analysis, certainty, adjusted)) => {
            let areas = &request.settings().areas;
            for sentence in areas_without_places(&analysis, areas)
                .into_iter()
                .chain(empty_areas(&analysis))
            {
                eprintln!("trust-gap: {sentence}");
            }
            if let Some(Err(reason)) = &adjusted {
                eprintln!("trust-gap: {reason}");
            }
            let found = (&analysis, &certainty, adjusted.as_ref());
            answer(request, &library, &data, found, refused)
        }
        Err(error) => {
            if error == AnalysisError::NoLinks && request.options.format == Format::Json {
                let excluded = schools_without_trust(&data, &rules);
                let mut report = Report::of_schools_alone(&data, &rules, &excluded, library.problems());
                report.problems.push(whole_file("", error.to_string()));
                report.problems.extend(refused);
                report.doubts = doubt_records(&library.doubts().collect::<Vec<_>>());
                crate::print(&in_json(&report)?)?;
            }
            Err(with_hint(&error))
        }
    }?;
    crate::print(&answer)
}

/// The analysis of a data set, with its precision.
fn analysed(data: &DataSet, rules: &Rules, request: &Request) -> Result<Analysed, AnalysisError> {
    let measured = Measured::after(None, data, rules)?;
    let analysis = measured.analysis(
        rules.focus,
        rules.regional,
        &request.settings().areas,
        &request.settings().interval_choices,
    )?;
    let certainty = Certainty::new(&analysis);
    let Settings {
        adjust,
        areas,
        interval_choices,
        ..
    } = request.settings();
    if adjust.is_empty() {
        return Ok((analysis, certainty, None));
    }
    let adjusted = match measured.adjusted(rules.focus, *adjust, interval_choices) {
        Ok(adjusted) => Ok(adjusted.analysis(rules.focus, rules.regional, areas, interval_choices)?),
        Err(reason) => Err(reason),
    };
    Ok((analysis, certainty, Some(adjusted)))
}

/// The analysis adjusted for context, or why it is not; `None` if no adjustment was requested.
type Adjusted = Option<Result<Analysis, NotAdjusted>>;

type Analysed = (Analysis, Certainty, Adjusted);

/// The library of all usable files, and the faults of the others. Files that do not state their year get the requested
/// year.
pub(crate) fn load(request: &Request) -> Result<(Library, Vec<ProblemRow>), String> {
    let mapping = request.options.map.as_deref().map(crate::map::read).transpose()?;
    let mut library = Library::default();
    let mut refused = Vec::new();
    for path in &request.files {
        let opened = open(path, mapping.as_ref(), &request.settings().readings).unwrap_or_else(|problem| {
            refused.push(problem);
            Opened::default()
        });
        for file in opened.files {
            let name = file.file.clone();
            report_replaced(&name, &library.add(file));
        }
        for other in opened.skipped {
            let reason = with_small(&other.reason);
            eprintln!("trust-gap: {} was skipped: {reason}", other.file);
        }
        refused.extend(
            opened
                .refused
                .iter()
                .map(|error: &FileError| whole_file(error.file(), format!("{error} {}", error.remedy()))),
        );
    }
    library.follow(&request.settings().readings);
    if let Some(year) = request.year() {
        library.state_year(year);
    }
    let doubts: Vec<&Doubt> = library.doubts().collect();
    for doubt in &doubts {
        let id = doubt.id_among(&doubts);
        eprintln!("trust-gap: in doubt: {doubt} (--assume {id}=...)");
    }
    Ok((library, refused))
}

fn report_replaced(name: &str, added: &Added) {
    for replaced in &added.replaced {
        let former = &replaced.former;
        match replaced.year {
            Some(year) => eprintln!("trust-gap: {name} replaces {former} for {}", year_in_words(year)),
            None => eprintln!("trust-gap: {name} replaces {former}"),
        }
    }
}

fn whole_file(name: &str, message: String) -> ProblemRow {
    ProblemRow {
        file: name.to_owned(),
        line: None,
        column: None,
        value: None,
        message,
    }
}

/// Reads a file. A mapping explains files without a known layout. It also applies, if it fits, to files with some of
/// the template's own column names: an explicit mapping has priority over a recognised layout.
fn open(path: &Path, mapping: Option<&Mapping>, choices: &Choices) -> Result<Opened, ProblemRow> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| whole_file(&name, format!("{name}: {error}. Check the path.")))?;
    let opened = open_file_as(&name, &bytes, ReadRequest::default().with(choices.clone()));
    let Some(mapping) = mapping else {
        return Ok(opened);
    };
    let is_unknown = |error: &FileError| matches!(error, FileError::Unrecognised { .. });
    let is_own = opened
        .files
        .iter()
        .any(|file| file.layout == OWN_SPREADSHEET && file.file == name);
    if !is_own && !opened.refused.iter().any(is_unknown) {
        return Ok(opened);
    }
    let mapped_request = ReadRequest::mapped(mapping.clone()).with(choices.clone());
    let mapped = open_file_as(&name, &bytes, mapped_request);
    Ok(if mapped.files.is_empty() && is_own {
        opened
    } else {
        mapped
    })
}

/// The data set of the requested year, or of the newest.
pub(crate) fn data_set(library: &Library, request: &Request) -> Result<Rc<DataSet>, String> {
    let found = match request.year() {
        None => library.newest(),
        Some(year) => library.data_set(Some(year)),
    };
    found.ok_or_else(|| {
        let years: Vec<String> = library.years().into_iter().map(year_in_words).collect();
        match request.year() {
            Some(year) if !years.is_empty() => {
                format!("there is no file for {year}; the files are for {}", years.join(", "))
            }
            _ if library.files().is_empty() => "none of the files can be used".to_owned(),
            _ => "the group links do not contain results: add a school performance file".to_owned(),
        }
    })
}

/// The requested rules, with the user-defined measure if one is requested.
pub(crate) fn rules(data: &DataSet, request: &Request) -> Result<Rules, String> {
    let mut rules = request.settings().rules;
    if let (Some(key), Some(basis)) = (&request.options.chosen.own_measure, data.basis(rules.basis)) {
        let measures = data.measures(basis);
        rules.measure = measures
            .iter()
            .copied()
            .find(|measure| measure.key() == key)
            .ok_or_else(|| {
                let keys: Vec<&str> = measures.iter().map(|measure| Measure::key(*measure)).collect();
                format!("{key} is not in the files; they have {}", keys.join(", "))
            })?;
    }
    Ok(rules)
}

pub(crate) fn with_hint(error: &AnalysisError) -> String {
    match error {
        AnalysisError::YearNotStated => format!("{error} with --year, such as --year 2022/23"),
        other => other.to_string(),
    }
}

fn answer(
    request: &Request,
    library: &Library,
    data: &DataSet,
    (analysis, certainty, adjusted): (&Analysis, &Certainty, Option<&Result<Analysis, NotAdjusted>>),
    refused: Vec<ProblemRow>,
) -> Result<String, String> {
    match request.options.format {
        Format::Text => {
            let adjusted = adjusted.and_then(|adjusted| adjusted.as_ref().ok());
            let adjusted = adjusted.map(|adjusted| text::write_adjusted(analysis, adjusted));
            Ok(text::write(data, analysis, certainty) + &adjusted.unwrap_or_default())
        }
        Format::Csv => Ok(match adjusted {
            Some(Ok(adjusted)) => adjusted_csv(adjusted),
            _ => trusts_csv(analysis, certainty),
        }),
        Format::Json => {
            // If one basis lacks the measure, there is nothing to compare.
            let comparison = side_by_side(data, &analysis.rules).unwrap_or_default();
            let mut report = Report::new(analysis, certainty, &comparison, library.problems());
            report.more_problems = library.more_problems();
            report.doubts = doubt_records(&library.doubts().collect::<Vec<_>>());
            report.problems.extend(refused);
            let adjust = request.settings().adjust;
            report.adjusted = adjusted.map(|adjusted| adjusted_record(analysis, adjusted.as_ref(), adjust));
            in_json(&report)
        }
    }
}

pub(crate) fn in_json(report: &impl serde::Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(report)
        .map(|json| json + "\n")
        .map_err(|error| error.to_string())
}
