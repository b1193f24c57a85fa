//! The user's weights of the measures in the combined one.

use records::terms::order::sorted;
use records::terms::{Focus, Measure};

use super::Ingredient;

/// What represents no measure at all in an address.
const NOTHING: &str = "none";

/// Measures with weights from 1 to [`CombinedWeights::MOST`]; others do not count.
///
/// ```
/// use method::CombinedWeights;
/// use records::terms::Measure;
/// let weights = CombinedWeights::default().with(Measure::Attainment8, 2);
/// assert_eq!(weights.key(), "em5:1,att8:2");
/// assert_eq!(CombinedWeights::from_key(&weights.key()), Some(weights));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CombinedWeights(Vec<(Measure, u8)>);

impl Default for CombinedWeights {
    /// Two measures alike, as an example.
    fn default() -> Self {
        Self(vec![(Measure::Grade5EnglishMaths, 1), (Measure::Attainment8, 1)])
    }
}

impl CombinedWeights {
    /// The highest weight offered.
    pub const MOST: u8 = 5;

    /// The weight of a measure; 0 if it does not count.
    #[must_use]
    pub fn of(&self, measure: Measure) -> u8 {
        let known = self.0.iter().find(|(of, _)| *of == measure);
        known.map_or(0, |(_, weight)| *weight)
    }

    /// The same with another weight of one measure.
    #[must_use]
    pub fn with(&self, measure: Measure, weight: u8) -> Self {
        let mut weights = self.0.clone();
        weights.retain(|(of, _)| *of != measure);
        if weight > 0 {
            weights.push((measure, weight.min(Self::MOST)));
        }
        // Published ones first, in the order in which they are offered, so that the same weights are equal.
        let index = |measure: Measure| Measure::ALL.iter().position(|of| *of == measure);
        let key = |measure: Measure| (index(measure).unwrap_or(Measure::COUNT), measure.address());
        Self(sorted(weights, |one, two| key(one.0).cmp(&key(two.0))))
    }

    /// The ingredients among these measures.
    #[must_use]
    pub fn ingredients(&self, measures: &[Measure], focus: Focus) -> Vec<Ingredient> {
        let all = measures.iter().map(|&measure| Ingredient {
            measure,
            focus,
            weight: f64::from(self.of(measure)),
        });
        all.filter(|of| of.weight > 0.0).collect()
    }

    /// As in an address: `em5:1,att8:2`.
    #[must_use]
    pub fn key(&self) -> String {
        let mut key = String::new();
        for (measure, weight) in &self.0 {
            if !key.is_empty() {
                key.push(',');
            }
            key.push_str(&measure.address());
            key.push(':');
            key.push(char::from(b'0' + weight));
        }
        if key.is_empty() {
            key.push_str(NOTHING);
        }
        key
    }

    /// The weights of a key; `None` if none of it can be read.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let mut weights = Self(Vec::new());
        for part in key.split(',') {
            let (measure, weight) = part.split_once(':').unwrap_or_default();
            if let (Some(measure), [weight @ b'1'..=b'5']) = (Measure::from_address(measure), weight.as_bytes()) {
                weights = weights.with(measure, weight - b'0');
            }
        }
        (key == NOTHING || !weights.0.is_empty()).then_some(weights)
    }
}
