//! What comes of a supposition about a trust, in words beside what is so.

mod words;

use method::{Analysis, Supposed, TrustFigures};

use super::bounds::{Bounds, interval_in_words};
use super::trust::focus_in_sentence;

/// The trust's figure, interval and ranks as supposed and as they are; or that they cannot be computed.
#[must_use]
pub fn supposed_in_words(now: &Analysis, supposed: Option<&Supposed>, uid: &str) -> Vec<String> {
    let Some(supposed) = supposed else {
        return vec![words::NOT_COMPUTED.to_owned()];
    };
    let mut said = vec![
        words::supposed(&trust_in_words(&supposed.analysis, uid)),
        words::now(&trust_in_words(now, uid)),
    ];
    said.extend(supposed.not_eligible.as_ref().map(words::not_eligible));
    said
}

fn trust_in_words(analysis: &Analysis, uid: &str) -> String {
    let Some(trust) = analysis.trusts.iter().find(|trust| &*trust.uid == uid) else {
        return words::NO_FIGURE.to_owned();
    };
    let Some(figure) = trust.figure() else {
        return words::NO_FIGURE.to_owned();
    };
    let bounds = Bounds::new(Some(figure), analysis.basis, trust.precision);
    let interval = bounds.map(|bounds| interval_in_words(analysis.level(), bounds));
    let figure = focus_in_sentence(figure, analysis.basis, analysis.rules.focus);
    words::figure(
        &figure,
        interval.as_deref(),
        in_region(analysis, trust),
        trust.rank().map(|rank| (rank, analysis.all.published)),
    )
}

fn in_region(analysis: &Analysis, trust: &TrustFigures) -> Option<words::InRegion> {
    let region = trust.region?;
    let of = analysis.regions.iter().find(|of| of.region == region)?;
    Some((trust.regional_rank()?, of.area.published, region))
}
