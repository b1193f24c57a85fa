//! Several measures at once, with the user's weights: the user's own construction, not the
//! Department's.

use std::rc::Rc;

use records::terms::{Figure, Focus, Measure, Missing, Region, Unit, Value};
use stats::moments::mean_and_sd;

use super::analysis::{Ranked, ranked};
use super::trust_values::{TrustValues, value_for};
use super::{AnalysisError, Judgement, Measured, Rank, RegionalRule, Rules};

/// A measure that is part of a combined one, with its weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ingredient {
    /// The measure.
    pub measure: Measure,
    /// The group of pupils, or the gap.
    pub focus: Focus,
    /// The weight, above 0.
    pub weight: f64,
}

impl Ingredient {
    /// Whether a lower figure is the better one, so that it is reversed.
    #[must_use]
    pub const fn is_turned(&self) -> bool {
        self.focus.smaller_is_better() || self.measure.lower_is_better()
    }
}

/// Why there is no combined measure.
#[derive(Debug, Clone, PartialEq)]
pub enum CombinedError {
    /// No measure with a weight above 0 was chosen.
    NoIngredient,
    /// A weight is not a number of 0 or more.
    BadWeight(f64),
    /// The files do not have a chosen measure or group.
    NotOffered(AnalysisError),
    /// No eligible trust has all of the measures.
    NoTrust,
}

impl std::error::Error for CombinedError {}

/// An ingredient with the scale by which it is standardised.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standardised {
    /// The ingredient.
    pub ingredient: Ingredient,
    /// The mean of the trusts that have all ingredients.
    pub mean: Figure,
    /// Their standard deviation, in the measure's unit; 0 where all are alike, so that it does not
    /// change the order.
    pub sd: f64,
}

impl Standardised {
    /// A standard deviation up to this is rounding.
    const ALIKE: f64 = 1e-9;

    /// Whether all trusts have the same, so that it does not change the order.
    pub fn is_flat(&self) -> bool {
        self.sd <= Self::ALIKE
    }
}

/// A trust's figure in one ingredient.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// The figure.
    pub figure: Figure,
    /// How much better than the mean it is, in standard deviations.
    pub standard: f64,
}

/// A trust that has all ingredients.
#[derive(Debug, Clone, PartialEq)]
pub struct CombinedTrust {
    /// The Department's number.
    pub uid: Rc<str>,
    /// The name as published.
    pub name: Rc<str>,
    /// The lead region.
    pub region: Option<Region>,
    /// Its figures, in the order of the ingredients.
    pub scores: Vec<Score>,
    /// The combined score: the weighted mean of its standard scores, the higher the better.
    pub score: Figure,
    /// The rank among all trusts that have all ingredients.
    pub rank: Rank,
    /// The rank among those in its region.
    pub regional_rank: Option<Rank>,
}

/// A trust without an ingredient, and so without a combined score.
#[derive(Debug, Clone, PartialEq)]
pub struct LackingTrust {
    /// The Department's number.
    pub uid: Rc<str>,
    /// The name as published.
    pub name: Rc<str>,
    /// The lead region.
    pub region: Option<Region>,
    /// The missing ingredients, and why.
    pub missing: Vec<(Measure, Focus, Missing)>,
}

/// Trusts by several measures at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Combined {
    /// The ingredients.
    pub ingredients: Vec<Standardised>,
    /// The trusts that have all ingredients, the best first; ties by name.
    pub trusts: Vec<CombinedTrust>,
    /// Eligible trusts without some ingredient, by name.
    pub lacking: Vec<LackingTrust>,
    /// The number of trusts in it, if the files cover only part of the country.
    pub of_part: Option<usize>,
}

/// Ranks a judgement's eligible trusts by several measures at once.
///
/// A trust's standard score in a measure is `(figure - mean) / sd` over the eligible trusts that
/// have all chosen measures, reversed if lower figures are better; its combined score is the
/// weighted mean of these. Ingredients of weight 0 are left out.
///
/// # Errors
/// When no ingredient is left, a weight is not a number of 0 or more, the files do not have a
/// measure, or no trust has all of them.
///
/// ```
/// use std::rc::Rc;
/// use method::{Ingredient, Judgement, Rules, combined};
/// use records::terms::{Focus, Measure};
/// use read::layout::read_file;
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG,P8MEA_WGTAVG\n\
///            1,ONE,London,40,0.5\n2,TWO,London,50,0.1\n3,THREE,London,60,0.3\n4,FOUR,London,60,SUPPMAT\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let judgement = Rc::new(Judgement::new(&library.newest().unwrap(), &Rules::default()).unwrap());
/// let of = |measure, weight| Ingredient { measure, focus: Focus::All, weight };
/// let found = combined(&judgement, &[of(Measure::Attainment8, 1.0), of(Measure::Progress8, 3.0)]).unwrap();
/// let names: Vec<&str> = found.trusts.iter().map(|trust| &*trust.name).collect();
/// assert_eq!(names, ["ONE", "THREE", "TWO"]);
/// assert_eq!(found.lacking[0].name.as_ref(), "FOUR");
/// ```
pub fn combined(judgement: &Rc<Judgement>, ingredients: &[Ingredient]) -> Result<Combined, CombinedError> {
    let used = chosen(ingredients)?;
    let mut values: Vec<Vec<Value>> = Vec::with_capacity(used.len());
    let mut first: Option<Measured> = None;
    for ingredient in &used {
        let measured = measured(judgement, ingredient)?;
        let of_cases = measured.cases.iter();
        let value = |case: &TrustValues| value_for(ingredient.measure, ingredient.focus, &case.values);
        values.push(of_cases.map(value).collect());
        first = first.or(Some(measured));
    }
    let cases = first.map(|measured| measured.cases).unwrap_or_default();
    let (complete, lacking): (Vec<usize>, Vec<usize>) = judgement
        .by_name()
        .iter()
        .partition(|&&index| figures(&values, index).is_some());
    let scales = scales(&used, &values, &complete).ok_or(CombinedError::NoTrust)?;
    let mut kept: Vec<Option<TrustScores>> = (0..cases.len())
        .map(|index| TrustScores::new(&scales, &figures(&values, index)?))
        .collect();
    let regions = cases.iter().map(|case| case.region);
    let scored: Vec<(Option<Region>, Value)> = regions.zip(kept.iter().map(score_of)).collect();
    let order = ranked(&Rules::default(), &scored, complete);
    Ok(Combined {
        trusts: order
            .iter()
            .filter_map(|ranked| trust(&cases, &mut kept, ranked))
            .collect(),
        lacking: lacking
            .iter()
            .filter_map(|&index| lacking_trust(cases.get(index)?, &used, &values, index))
            .collect(),
        ingredients: scales,
        of_part: judgement.trusts_of_part(),
    })
}

/// A trust's standard scores and its combined score.
struct TrustScores {
    scores: Vec<Score>,
    score: Figure,
}

impl TrustScores {
    fn new(scales: &[Standardised], figures: &[Figure]) -> Option<Self> {
        let scores = scores(scales, figures);
        let score = Figure::new(weighted(scales, &scores), Unit::OwnPoints)?;
        Some(Self { scores, score })
    }
}

fn score_of(trust: &Option<TrustScores>) -> Value {
    trust.as_ref().map_or(Value::Missing(Missing::NotAvailable), |trust| {
        Value::Published(trust.score)
    })
}

/// The ingredients that have a weight.
fn chosen(ingredients: &[Ingredient]) -> Result<Vec<Ingredient>, CombinedError> {
    let is_bad = |weight: f64| !(weight >= 0.0 && weight.is_finite());
    let mut weights = ingredients.iter().map(|of| of.weight);
    if let Some(weight) = weights.find(|weight| is_bad(*weight)) {
        return Err(CombinedError::BadWeight(weight));
    }
    let used = ingredients.iter().copied().filter(|of| of.weight > 0.0);
    let used: Vec<Ingredient> = used.collect();
    if used.is_empty() {
        return Err(CombinedError::NoIngredient);
    }
    Ok(used)
}

fn measured(judgement: &Rc<Judgement>, ingredient: &Ingredient) -> Result<Measured, CombinedError> {
    let measured = Measured::new(judgement, ingredient.measure).map_err(CombinedError::NotOffered)?;
    // No regional figure is made, and this rule is always available.
    measured
        .check(ingredient.focus, RegionalRule::SimpleMean)
        .map_err(CombinedError::NotOffered)?;
    Ok(measured)
}

/// A trust's figure in every ingredient; `None` if one is missing.
fn figures(values: &[Vec<Value>], index: usize) -> Option<Vec<Figure>> {
    let of = |values: &Vec<Value>| values.get(index)?.figure();
    values.iter().map(of).collect()
}

/// Each ingredient's mean and standard deviation over the trusts that have them all.
fn scales(used: &[Ingredient], values: &[Vec<Value>], complete: &[usize]) -> Option<Vec<Standardised>> {
    let ingredients = used.iter().zip(values);
    let scale = |(ingredient, values): (&Ingredient, &Vec<Value>)| {
        let numbers: Vec<(f64, f64)> = complete
            .iter()
            .filter_map(|&index| Some((1.0, values.get(index)?.figure()?.number())))
            .collect();
        let (mean, sd) = mean_and_sd(&numbers)?;
        Some(Standardised {
            ingredient: *ingredient,
            mean: ingredient.measure.figure(mean)?,
            sd,
        })
    };
    ingredients.map(scale).collect()
}

fn scores(scales: &[Standardised], figures: &[Figure]) -> Vec<Score> {
    let scored = scales.iter().zip(figures).map(|(scale, &figure)| {
        let distance = figure.number() - scale.mean.number();
        let sign = if scale.ingredient.is_turned() { -1.0 } else { 1.0 };
        Score {
            figure,
            standard: if scale.is_flat() {
                0.0
            } else {
                sign * distance / scale.sd
            },
        }
    });
    scored.collect()
}

fn weighted(scales: &[Standardised], scores: &[Score]) -> f64 {
    let weights = || scales.iter().map(|scale| scale.ingredient.weight);
    let products = weights().zip(scores);
    let sum: f64 = products.map(|(weight, score)| weight * score.standard).sum();
    sum / weights().sum::<f64>()
}

fn trust(cases: &[TrustValues], kept: &mut [Option<TrustScores>], ranked: &Ranked) -> Option<CombinedTrust> {
    let case = cases.get(ranked.index)?;
    let TrustScores { scores, score } = kept.get_mut(ranked.index)?.take()?;
    Some(CombinedTrust {
        uid: Rc::clone(&case.uid),
        name: Rc::clone(&case.name),
        region: case.region,
        scores,
        score,
        rank: ranked.rank,
        regional_rank: ranked.regional_rank,
    })
}

fn lacking_trust(case: &TrustValues, used: &[Ingredient], values: &[Vec<Value>], index: usize) -> Option<LackingTrust> {
    let missing = used.iter().zip(values).filter_map(|(of, values)| {
        let reason = values.get(index)?.missing()?;
        Some((of.measure, of.focus, reason))
    });
    Some(LackingTrust {
        uid: Rc::clone(&case.uid),
        name: Rc::clone(&case.name),
        region: case.region,
        missing: missing.collect(),
    })
}
