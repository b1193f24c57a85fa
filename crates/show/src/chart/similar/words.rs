//! The trusts in the most similar contexts.

use method::{Analysis, Neighbour, PartDifference, PartLeftOut, Similar, Standing};
use records::grammar::all_of;
use records::terms::decimals::with_decimals;
use records::terms::letters::with_capital;
use records::terms::{Measure, Region, counted, grouped, lead_region_in_sentence, listed};
use stats::Level as Confidence;

use crate::chart::{in_short, level_in_words, of_analysis};

/// The caution beside similar trusts.
pub const SIMILAR_BY_NUMBERS_ALONE: &str = "Similar by these numbers alone. They say nothing about how pupils were chosen, \
 the schools\u{2019} history or their neighbourhoods.";

pub(crate) const DISTANCE: &str = "Distance, standard deviations";

pub(crate) const DOES_BETTER: &str = "Does better";

/// Whether the trust itself does better.
pub(crate) const TRUST_ITSELF: &str = "the trust itself";

/// Whether it is distinguishable from itself.
pub(crate) const FROM_ITSELF: &str = "\u{2013}";

pub(crate) const CAPTION: &str = "Trusts in the most similar contexts, those that do better first";

pub(crate) const fn standing(neighbour: &Neighbour) -> &'static str {
    match neighbour.standing {
        Standing::Better => "better",
        Standing::Alike => "equally well",
        Standing::Worse => "worse",
        Standing::Unknown => "no figure",
    }
}

pub(crate) fn distinguishable(neighbour: &Neighbour) -> &'static str {
    match neighbour.comparison {
        Some(comparison) if comparison.is_distinguishable => "distinguishable",
        Some(_) => "not distinguishable",
        None => "no interval",
    }
}

/// By what trusts are compared, and what is left out and why.
#[must_use]
pub fn similarity_in_words(analysis: &Analysis, similar: &Similar) -> String {
    let named: Vec<String> = similar
        .parts
        .iter()
        .map(|scale| {
            let name = scale.part.in_sentence();
            if (scale.weight - 1.0).abs() < 1e-9 {
                name.to_owned()
            } else {
                format!("{name} (weight {})", in_short(scale.weight))
            }
        })
        .collect();
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    let nearest = format!(
        "These trusts are nearest by {}. Each part is measured in standard deviations over the {}.",
        listed(&named),
        counted(analysis.all.eligible, "eligible trust")
    );
    let mut words = of_analysis(analysis, nearest);
    let left_out: Vec<String> = similar
        .left_out
        .iter()
        .map(|(part, why)| format!("{} ({})", part.in_sentence(), left_out_because(*why)))
        .collect();
    if !left_out.is_empty() {
        let left_out: Vec<&str> = left_out.iter().map(String::as_str).collect();
        words.push_str(&format!(" Left out: {}.", listed(&left_out)));
    }
    if similar.without > 0 {
        words.push_str(&match similar.without {
            1 => " 1 trust is not compared, because too little is known about it.".to_owned(),
            without => format!(
                " {} trusts are not compared, because too little is known about them.",
                grouped(without)
            ),
        });
    }
    words
}

/// Why a part is left out of the distance.
pub(crate) const fn left_out_because(why: PartLeftOut) -> &'static str {
    match why {
        PartLeftOut::Missing(reason) => reason.reason(),
        PartLeftOut::Alike => "the same in all trusts",
    }
}

pub(crate) const NO_OTHER: &str = "No other trust can be compared.";

/// How many neighbours do better, and how many of those are distinguishable from the trust, if that can be
/// said.
pub(crate) fn neighbours(all: usize, better: usize, apart: Option<usize>, level: Confidence) -> String {
    let mut words = format!(
        "Of the {} in the most similar contexts, {} better",
        counted(all, "trust"),
        match better {
            0 => "none does".to_owned(),
            1 if all > 1 => "1 does".to_owned(),
            count if count == all => "all do".to_owned(),
            count => format!("{count} do"),
        }
    );
    if let Some(apart) = apart {
        words.push_str(&format!(
            ". Of these, {} distinguishable from this trust at {}, allowing for all comparisons",
            match apart {
                0 => "none is".to_owned(),
                1 => "1 is".to_owned(),
                count => format!("{count} are"),
            },
            level_in_words(level)
        ));
    }
    words + "."
}

/// A neighbour by its name, region and figure: "Our Lady of Lourdes Catholic Multi-Academy Trust, the East
/// Midlands: distance 0.52, 34%, worse, distinguishable. Pupils with English as an additional language …". A
/// neighbour after its name.
pub(crate) fn neighbour(region: Option<Region>, figure: &str, of: &Neighbour) -> String {
    let differences: Vec<String> = of.differences.iter().map(difference).collect();
    format!(
        ", {}: distance {}, {figure}, {}, {}. {}.",
        lead_region_in_sentence(region),
        with_decimals(of.distance, 2),
        standing(of),
        distinguishable(of),
        with_capital(&differences.join(", "))
    )
}

/// A neighbour that does better, after its name: ": 41% (not distinguishable), better in 2 of 8 measures: Grade 5+
/// and Progress 8".
pub(crate) fn better(figure: &str, distinguishable: &str, better: &[Measure], of: usize) -> String {
    let figure = format!(": {figure} ({distinguishable})");
    if better.len() == of && of > 1 {
        return format!("{figure}, better in {}", all_of(of, "measure"));
    }
    let names: Vec<&str> = better.iter().map(|measure| measure.short_name()).collect();
    let (count, measures) = (better.len(), counted(of, "measure"));
    format!("{figure}, better in {count} of {measures}: {}", listed(&names))
}

fn difference(difference: &PartDifference) -> String {
    let (by, name) = (difference.difference, difference.part.in_sentence());
    if by.steps() == 0 {
        return format!("{name} the same");
    }
    let more = if by.number() < 0.0 { "less" } else { "more" };
    format!("{name} {} {more}", by.magnitude().plain())
}
