//! How much each measure counts in the combined one, as the user weighs them.

use crate::method::Ingredient;
use crate::terms::{Focus, Measure};

/// What stands in an address for no measure at all.
const NOTHING: &str = "none";

/// Measures with weights from 1 to [`Weights::MOST`]; others do not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Weights(Vec<(Measure, u8)>);

impl Default for Weights {
    /// Two measures alike, as an example.
    fn default() -> Self {
        Self(vec![
            (Measure::Grade5EnglishMaths, 1),
            (Measure::Attainment8, 1),
        ])
    }
}

impl Weights {
    /// The highest weight on offer.
    pub(super) const MOST: u8 = 5;

    /// That of a measure; 0 where it does not count.
    pub(super) fn of(&self, measure: Measure) -> u8 {
        let known = self.0.iter().find(|(of, _)| *of == measure);
        known.map_or(0, |(_, weight)| *weight)
    }

    /// The same with another weight of one measure.
    pub(super) fn with(&self, measure: Measure, weight: u8) -> Self {
        let mut weights = self.0.clone();
        weights.retain(|(of, _)| *of != measure);
        if weight > 0 {
            weights.push((measure, weight.min(Self::MOST)));
        }
        Self(weights)
    }

    /// What of these measures makes the combined one.
    pub(super) fn ingredients(&self, measures: &[Measure], focus: Focus) -> Vec<Ingredient> {
        let all = measures.iter().map(|&measure| Ingredient {
            measure,
            focus,
            weight: f64::from(self.of(measure)),
        });
        all.filter(|of| of.weight > 0.0).collect()
    }

    /// As an address has it: `em5:1,att8:2`. Measures of the user's own are only in the user's file.
    pub(super) fn key(&self) -> String {
        let mut key = String::new();
        for measure in Measure::ALL {
            let weight = self.of(measure);
            if weight > 0 {
                if !key.is_empty() {
                    key.push(',');
                }
                key.push_str(measure.key());
                key.push(':');
                key.push(char::from(b'0' + weight));
            }
        }
        if key.is_empty() {
            key.push_str(NOTHING);
        }
        key
    }

    /// The weights of a key; nothing where none of it can be read.
    pub(super) fn from_key(key: &str) -> Option<Self> {
        let mut weights = Self(Vec::new());
        for part in key.split(',') {
            let (measure, weight) = part.split_once(':').unwrap_or_default();
            if let (Some(measure), [weight @ b'1'..=b'5']) =
                (Measure::from_key(measure), weight.as_bytes())
            {
                weights = weights.with(measure, weight - b'0');
            }
        }
        (key == NOTHING || !weights.0.is_empty()).then_some(weights)
    }
}
