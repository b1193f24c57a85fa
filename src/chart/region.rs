//! A part of the country: its figure under each rule, and its schools inside and outside of trusts.

use crate::method::{
    Analysis, Exclusion, Level, OutsideTrusts, PartSpread, SchoolsTogether, Scope, UnderRule,
    part_spread,
};
use crate::terms::order::sorted_by_key;
use crate::terms::{Figure, Value, counted, grouped, readable_name};

use super::of_trust;
use super::part_words::in_sentence;
use super::table::{Cell, Column, Table};
use super::top_ten::figure_column;
use super::trust::{figure_in_sentence, unit_of};

/// The figure of a part of the country under each regional rule, with its place among the regions; an area's is the
/// place that it would take.
#[must_use]
pub fn each_rule_table(analysis: &Analysis, found: &[UnderRule], scope: Scope<'_>) -> Table {
    let row = |of: &UnderRule| {
        let name = of.rule.name();
        let place = of.figure.map(|(_, rank)| rank.place() as usize);
        let name = if of.rule == analysis.rules.regional {
            format!("{name} (in force)")
        } else {
            name.to_owned()
        };
        vec![
            Cell::Words(name),
            of.figure.map(|(figure, _)| figure).into(),
            Cell::count(place, "no place"),
            Cell::Count(of.regions),
        ]
    };
    Table {
        caption: "Its figure under each regional rule".to_owned(),
        columns: vec![
            Column::words("Regional figure"),
            Column::numbers(&figure_column(analysis)),
            Column::numbers(match scope {
                Scope::Area(_) => "Place it would take among the regions",
                Scope::All | Scope::Region(_) => "Place among the regions",
            }),
            Column::numbers("Regions with a figure"),
        ],
        rows: found.iter().map(row).collect(),
    }
}

/// Where a part of the country stands: "Place 2 of 9 regions with a figure, 1.4 percentage points above all trusts
/// together"; of an area the place that it would take.
#[must_use]
pub fn standing_in_words(
    analysis: &Analysis,
    found: &[UnderRule],
    scope: Scope<'_>,
) -> Option<String> {
    let own = analysis.figure_of(scope)?;
    let of = found.iter().find(|of| of.rule == analysis.rules.regional)?;
    let (_, rank) = of.figure?;
    let regions = counted(of.regions, "region");
    let mut words = match scope {
        Scope::Area(_) => {
            format!("Among the {regions} with a figure it would take place {rank}")
        }
        Scope::All | Scope::Region(_) => format!("Place {rank} of {regions} with a figure"),
    };
    if let Some(all) = analysis.all.figure
        && let Some(difference) = own.minus(all)
    {
        words.push_str(&match difference.steps() {
            0 => ", the same as all trusts together".to_owned(),
            steps => {
                let side = if steps > 0 { "above" } else { "below" };
                let size = Figure::new(difference.number().abs(), difference.unit());
                let size = size.map_or_else(String::new, Figure::as_difference);
                format!(", {size} {side} all trusts together")
            }
        });
    }
    Some(words)
}

/// The schools of a part of the country that are in no eligible trust beside those that are, in a sentence without its full stop.
#[must_use]
pub fn outside_in_words(analysis: &Analysis, found: &OutsideTrusts, scope: Scope<'_>) -> String {
    let told = |of: &SchoolsTogether| match of.figure {
        Value::Published(figure) => match analysis.rules.focus.group() {
            Some(_) => figure.in_sentence(),
            None => figure.as_difference(),
        },
        Value::Missing(_) => "no figure".to_owned(),
    };
    format!(
        "In {}, {} of {} schools in eligible trusts against {} of {} other state-funded mainstream schools",
        in_sentence(scope),
        told(&found.inside),
        grouped(found.inside.with_figure),
        told(&found.outside),
        grouped(found.outside.with_figure),
    )
}

/// The same as a table, with the schools and pupils behind each figure.
#[must_use]
pub fn outside_table(analysis: &Analysis, found: &OutsideTrusts) -> Table {
    let row = |(name, of): (&str, &SchoolsTogether)| {
        vec![
            Cell::Words(name.to_owned()),
            of.figure.figure().into(),
            Cell::Count(of.with_figure),
            Cell::Count(of.schools - of.with_figure),
            Cell::Count(of.pupils.round() as usize),
        ]
    };
    let unit = unit_of(analysis.rules.measure.unit(), analysis.rules.focus);
    let group = analysis.rules.focus.weighing_group().pupils();
    Table {
        caption: format!(
            "State-funded mainstream schools here, in eligible trusts and outside. By where the school is, weighted \
             by {group} and not by years in a trust, so that both are made alike; their intake and context differ, and the \
             figures do not say why."
        ),
        columns: vec![
            Column::words("Schools"),
            Column::numbers(&format!("Figure, {unit}")),
            Column::numbers("Schools with a figure"),
            Column::numbers("Schools without one"),
            Column::numbers(&format!("Pupils behind it: {group}")),
        ],
        rows: [
            ("In eligible trusts", &found.inside),
            ("In no eligible trust", &found.outside),
        ]
        .map(row)
        .to_vec(),
    }
}

/// What is left out of a part of the country, trusts first, each with its number and its reason.
#[must_use]
pub fn left_out_here(excluded: Vec<&Exclusion>, scope: Scope<'_>) -> Table {
    let rows = sorted_by_key(excluded, |of| i64::from(of.level == Level::School));
    let row = |of: &Exclusion| {
        let (what, number) = match of.level {
            Level::Trust => ("trust", of.uid.as_deref().map(str::to_owned)),
            Level::School => ("school", of.urn.map(|urn| urn.to_string())),
        };
        vec![
            Cell::Words(readable_name(&of.name)),
            Cell::Words(what.to_owned()),
            Cell::Words(number.unwrap_or_default()),
            Cell::Words(of.reason.to_string()),
        ]
    };
    Table {
        caption: format!("What is left out in {}, and why", in_sentence(scope)),
        columns: ["Name", "What", "UID or URN", "Reason"]
            .map(Column::words)
            .to_vec(),
        rows: rows.into_iter().map(row).collect(),
    }
}

/// "52 percentage points from A (6%) to B (58%)".
fn ends_in_words(analysis: &Analysis, of: &PartSpread) -> String {
    let end = |place: usize| {
        let trust = analysis.trusts.get(place)?;
        let figure = trust.figure()?;
        let shown = match analysis.rules.focus.group() {
            Some(_) => figure_in_sentence(figure, analysis.basis),
            None => of_trust(figure, analysis.basis),
        };
        Some(format!("{} ({shown})", readable_name(&trust.name)))
    };
    let ends = end(of.lowest).zip(end(of.highest));
    let range = of.range.as_difference();
    ends.map_or(range.clone(), |(lowest, highest)| {
        format!("{range} from {lowest} to {highest}")
    })
}

/// How the trusts of a part of the country differ, in a sentence without its full stop: "29 percentage points from A (5%) to B (34%)";
/// nothing where fewer than two of its trusts have a figure.
#[must_use]
pub fn extremes_in_words(analysis: &Analysis, scope: Scope<'_>) -> Option<String> {
    let of = part_spread(analysis, scope)?;
    (of.trusts > 1).then(|| ends_in_words(analysis, &of))
}
