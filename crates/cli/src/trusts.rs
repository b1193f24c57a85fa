//! `trust-gap trust` and `trust-gap compare`: one trust, or two to six side by side.

use std::rc::Rc;

use trust_gap::chart::Record;
use trust_gap::export::chance_rows::with_chances;
use trust_gap::export::compare_report::compare_report;
use trust_gap::export::profile_report::profile_report;
use trust_gap::export::similar_rows::similar_trusts;
use trust_gap::method::{
    AnalysisError, Contexts, Judgement, LookupError, Measured, Rules, compared, compared_trusts, measure_profile,
    profile, similar,
};
use trust_gap::model::DataSet;

use crate::analyse::{data_set, in_json, load, rules, with_hint};
use crate::arguments::{CompareRequest, Request, TrustRequest, TrustsAndFiles};

/// Prints everything about one trust.
pub(crate) fn run_profile(request: &TrustRequest) -> Result<(), String> {
    let (data, rules) = prepared(&request.request)?;
    let uid = request.uid.as_str();
    let report = report_of(&data, &rules, uid, request).map_err(|error| in_words(&error))?;
    crate::print(&in_json(&report)?)
}

fn report_of(data: &DataSet, rules: &Rules, uid: &str, request: &TrustRequest) -> Result<Record, LookupError> {
    let interval_choices = &request.request.settings().interval_choices;
    let measured = Measured::after(None, data, rules)?;
    let contexts = Contexts::new(measured.judgement());
    let found = profile(&measured, &contexts, rules.focus, uid)?;
    let mut measures = Vec::new();
    for measured in every_measure(data, measured.judgement())? {
        measures.push(measure_profile(&measured, rules.regional, uid, interval_choices)?);
    }
    let analysis = measured.analysis(rules.focus, rules.regional, &[], interval_choices)?;
    let index = analysis.trusts.iter().position(|trust| &*trust.uid == uid);
    let similar = index.and_then(|index| {
        let (weights, count) = (request.weights(), request.similar as usize);
        similar(&analysis, &contexts, index, &weights, count)
    });
    let similar = similar.map(|similar| similar_trusts(&analysis, &similar));
    let report = profile_report(&found, &measures, similar, interval_choices);
    Ok(match index {
        Some(index) => with_chances(report, &analysis, index),
        None => report,
    })
}

/// Prints two to six trusts side by side.
pub(crate) fn run_compare(request: CompareRequest) -> Result<(), String> {
    let CompareRequest { named, options } = request;
    let TrustsAndFiles { uids, files } = named;
    let request = Request { files, options };
    let (data, rules) = prepared(&request)?;
    let report = comparison_of(&data, &rules, &uids, &request).map_err(|error| in_words(&error))?;
    crate::print(&in_json(&report)?)
}

fn comparison_of(data: &DataSet, rules: &Rules, uids: &[String], request: &Request) -> Result<Record, LookupError> {
    let interval_choices = &request.settings().interval_choices;
    let judgement = Rc::new(Judgement::new(data, rules)?);
    let contexts = Contexts::new(&judgement);
    let uids: Vec<&str> = uids.iter().map(String::as_str).collect();
    let trusts = compared_trusts(&judgement, &contexts, &uids)?;
    let mut measures = Vec::new();
    for measured in every_measure(data, &judgement)? {
        for focus in data.focuses(judgement.basis(), measured.measure()) {
            measures.push(compared(&measured, focus, &uids, interval_choices)?);
        }
    }
    let basis = judgement.basis().key();
    Ok(compare_report(data.year, basis, &trusts, &measures, interval_choices))
}

/// The data set of the usable files, with the rules. Other files are named on standard error.
fn prepared(request: &Request) -> Result<(Rc<DataSet>, Rules), String> {
    let (library, refused) = load(request)?;
    for problem in &refused {
        eprintln!("trust-gap: {}", problem.message);
    }
    let data = data_set(&library, request)?;
    let rules = rules(&data, request)?;
    Ok((data, rules))
}

/// The values of every measure that the files have.
fn every_measure(data: &DataSet, judgement: &Rc<Judgement>) -> Result<Vec<Measured>, AnalysisError> {
    let measures = data.measures(judgement.basis());
    let measures = measures.into_iter();
    measures.map(|measure| Measured::new(judgement, measure)).collect()
}

fn in_words(error: &LookupError) -> String {
    match error {
        LookupError::Analysis(error) => with_hint(error),
        other => other.to_string(),
    }
}
