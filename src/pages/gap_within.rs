//! How much of the gap is inside schools and how much between them: a card for a trust, a region or England.

use method::{GapWithin, Scope, part_gap_within, trust_gap_within};
use records::terms::Region;
use show::chart::{gap_within_in_words, gap_within_table, part_name};
use yew::prelude::*;

use crate::components::{card, card_foot, csv_button, paragraph, scrolled, subtitle, whole};
use crate::view::View;
use crate::words::pages::gap_within as words;

/// What the gap is of.
#[derive(Clone, Copy)]
pub(super) enum Of<'a> {
    /// The trust with this number.
    Trust(&'a str),
    Part(Scope<'a>),
}

/// The gap in a sentence and as a table, from the school files even where figures are as published; or which files it
/// needs.
pub(super) fn gap_within_card(view: &View, of: Of<'_>) -> Html {
    let detail = view.measured.detail(&view.analysis);
    let analysis = detail.as_ref().map_or(&view.analysis, |detail| &detail.analysis);
    let mut trusts: Vec<usize> = Vec::new();
    let mut regions: Vec<Region> = Vec::new();
    let found: Option<(&str, GapWithin)> = match of {
        Of::Trust(uid) => {
            let mut all = analysis.trusts.iter().enumerate();
            all.find(|(_, trust)| &*trust.uid == uid).and_then(|(index, trust)| {
                trusts.push(index);
                regions.extend(trust.region);
                Some((&*trust.readable_name, trust_gap_within(analysis, trust)?))
            })
        }
        Of::Part(scope) => {
            match scope {
                Scope::Region(region) => regions.push(region),
                Scope::All => regions.extend(analysis.regions.iter().map(|of| of.region)),
                Scope::Area(_) => {}
            }
            part_gap_within(analysis, scope).map(|gap| (part_name(scope), gap))
        }
    };
    let table = gap_within_table(analysis, &trusts, &regions);
    let Some(((name, gap), table)) = found.zip(table) else {
        return card(
            "",
            "gap-within-heading",
            words::HEADING,
            paragraph(words::NEEDS_SCHOOLS),
        );
    };
    let inside = html! {
        <>
            { subtitle(&table.caption.rest) }
            { paragraph(&gap_within_in_words(name, &gap)) }
            { scrolled(&table, "") }
            { card_foot(html! {}, csv_button("gap-within", whole(&table))) }
        </>
    };
    card("listed", "gap-within-heading", words::HEADING, inside)
}
