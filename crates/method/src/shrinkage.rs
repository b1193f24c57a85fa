//! Trusts' figures shrunken towards their mean, the more the less precise they are (method, section
//! 6).

use records::terms::Figure;
use stats::{Measurement, shrink};

use super::{Analysis, Scope};

/// The figures of the trusts of a part of the country, shrunken towards their mean.
#[derive(Debug, Clone, PartialEq)]
pub struct ShrunkenFigures {
    /// The mean that they are shrunken towards.
    pub mean: Figure,
    /// How much the true figures differ: their standard deviation (tau), in the figures' unit; 0 if
    /// chance alone could explain the differences.
    pub spread: Figure,
    /// The trusts', in the order of the analysis; `None` if one is of another part, or has no
    /// figure or interval.
    pub trusts: Vec<Option<ShrunkenTrust>>,
}

/// A trust's figure shrunken towards the mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShrunkenTrust {
    /// The shrunken figure, between the trust's own and the mean.
    pub figure: Figure,
    /// The share of its distance from the mean that is kept, 0 to 1.
    pub kept: f64,
}

impl ShrunkenFigures {
    /// The shrunken figure of the trust with this index in the analysis.
    #[must_use]
    pub fn of(&self, index: usize) -> Option<ShrunkenTrust> {
        self.trusts.get(index).copied().flatten()
    }
}

/// Shrinks the figures of the trusts of a part of the country by the method of DerSimonian and
/// Laird (see [`shrink`]); `None` if no trust has an interval.
///
/// ```
/// use method::{IntervalChoices, Measured, Rules, Scope, shrunken};
/// use read::layout::read_file;
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,20%\n2,TWO,London,400,25%,60%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let rules = Rules::default();
/// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
/// let analysis = measured.analysis(rules.focus, rules.regional, &[], &IntervalChoices::default()).unwrap();
/// let shrunken = shrunken(&analysis, Scope::All).unwrap();
/// let best = shrunken.of(0).unwrap();
/// assert!(best.figure.number() < 60.0 && best.figure.number() > shrunken.mean.number());
/// ```
#[must_use]
pub fn shrunken(analysis: &Analysis, scope: Scope<'_>) -> Option<ShrunkenFigures> {
    let unit = analysis.rules.measure.unit();
    let trusts = analysis.trusts.iter();
    let measurements: Vec<Option<Measurement>> = trusts
        .map(|trust| {
            let precision = trust.precision.filter(|_| scope.is_of(trust))?;
            let figure = trust.figure()?;
            Some(Measurement {
                value: figure.number(),
                variance: precision.error * precision.error,
            })
        })
        .collect();
    let known: Vec<Measurement> = measurements.iter().copied().flatten().collect();
    let found = shrink(&known)?;
    let mut found_of_each = found.values.into_iter().zip(found.kept);
    let trusts = measurements.into_iter().map(|measurement| {
        measurement?;
        let (value, kept) = found_of_each.next()?;
        let figure = Figure::new(value, unit)?;
        Some(ShrunkenTrust { figure, kept })
    });
    Some(ShrunkenFigures {
        trusts: trusts.collect(),
        mean: Figure::new(found.mean, unit)?,
        spread: Figure::new(found.between.sqrt(), unit)?,
    })
}
