//! The limits at any size.

use records::terms::Unit;
use stats::Sample;
use stats::funnel::{Bands, INNER, OUTER, OverDispersion, Winsorised, exact_bands, normal_bands, pooled};

use super::super::precision::interval_of_figure;
use super::{FunnelError, Limits, Observation};

/// The inputs of the limits at a size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Rule {
    Normal { target: f64 },
    Exact { target: f64 },
    OverDispersed(OverDispersion),
    Scores { target: f64, sd: f64, unit: Unit },
}

impl Rule {
    /// The target in the figure's unit; for over-dispersed limits, the middle of their angles,
    /// `sin(angle)^2`.
    pub(super) fn target(self) -> f64 {
        match self {
            Self::Normal { target } | Self::Exact { target } => target * 100.0,
            Self::OverDispersed(spread) => {
                let root = libm::sin(spread.target());
                root * root * 100.0
            }
            Self::Scores { target, .. } => target,
        }
    }

    /// The limits at a size, in the figure's unit.
    pub(super) fn bands(self, size: f64) -> Option<Bands> {
        match self {
            Self::Normal { target } => in_percent(normal_bands(target, size)?),
            Self::Exact { target } => in_percent(exact_bands(target, size)?),
            Self::OverDispersed(spread) => in_percent(spread.bands(size)?),
            Self::Scores { target, sd, unit } => scores(target, sd / size.sqrt(), unit),
        }
    }
}

fn in_percent(bands: Bands) -> Option<Bands> {
    Some(Bands {
        inner: bands.inner.times(100.0)?,
        outer: bands.outer.times(100.0)?,
    })
}

/// The limits of a mean score with this standard error, within what scores can be.
fn scores(target: f64, error: f64, unit: Unit) -> Option<Bands> {
    let limits = |z: f64| interval_of_figure(target, error, z, unit, false);
    Some(Bands {
        inner: limits(INNER.z())?,
        outer: limits(OUTER.z())?,
    })
}

/// The rule for shares of pupils.
pub(super) fn of_shares(observations: &[Observation], limits: Limits) -> Result<Rule, FunnelError> {
    let samples: Vec<Sample> = observations
        .iter()
        .filter_map(|observation| observation.sample())
        .collect();
    let rule = match limits {
        Limits::Normal => pooled(&samples).map(|target| Rule::Normal { target }),
        Limits::Exact => pooled(&samples).map(|target| Rule::Exact { target }),
        Limits::OverDispersed => OverDispersion::new(&samples, Winsorised::TenPercent).map(Rule::OverDispersed),
    };
    rule.ok_or(FunnelError::NoTrusts)
}

/// The rule for mean scores, of which single pupils' have this standard deviation.
pub(super) fn of_scores(observations: &[Observation], unit: Unit, sd: Option<f64>) -> Result<Rule, FunnelError> {
    let sd = sd.ok_or(FunnelError::SpreadNotKnown)?;
    let pupils: f64 = observations.iter().map(|observation| observation.pupils).sum();
    let sum = observations
        .iter()
        .map(|observation| observation.figure.number() * observation.pupils)
        .sum::<f64>();
    if pupils > 0.0 {
        let target = sum / pupils;
        Ok(Rule::Scores { target, sd, unit })
    } else {
        Err(FunnelError::NoTrusts)
    }
}
