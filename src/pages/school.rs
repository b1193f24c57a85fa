//! One school: its trust, its figures beside those of its region's schools, its part in its trust's figure, its years.

use std::rc::Rc;

use method::{EachSchool, NoSchool, SchoolProfile, school_over_years};
use records::terms::full_name;
use show::chart::{quote_of_school, school_about_in_words, school_in_words, school_values_table, school_years_table};
use yew::prelude::*;

use crate::components::{brief_name, cards, each, element, found, lead, link, listing, quoted, sentences};
use crate::route::{About, Page, Route};
use crate::view::View;
use crate::words::pages::{NONE, school as words};

use super::PageInput;

pub(super) fn school_page(input: &PageInput, shown: &View, made: &[Html]) -> Html {
    let [heading, cards_of] = made else {
        return html! {};
    };
    html! {
        <>
            { input.opening(shown, heading.clone()) }
            { cards(cards_of.clone()) }
        </>
    }
}

/// The page's heading and its cards. A school that cannot be shown has a heading that says why.
pub(super) fn made(input: &PageInput, view: &View) -> Vec<Html> {
    let urn = input.route.trusts.first().map_or("", |urn| &**urn);
    let each_school = EachSchool::new(&view.data, &view.analysis.rules, &view.interval_choices);
    let found = each_school.and_then(|each_school| {
        let profile = each_school.profile(urn)?;
        Ok(parts_of(&each_school, &profile, (input, view)))
    });
    found.unwrap_or_else(|reason| vec![not_shown(&reason, &input.query), html! {}])
}

fn parts_of(each_school: &EachSchool, of: &SchoolProfile, (input, view): (&PageInput, &View)) -> Vec<Html> {
    let rules = &each_school.schools.rules;
    let years: Vec<_> = school_over_years(input.library.data_sets(), rules, of.urn).collect();
    let years = (years.len() > 1).then(|| listing("school-years", &school_years_table(rules, &years), "", NONE));
    let cards_of = html! {
        <>
            { listing("school-measures", &school_values_table(of), "", NONE) }
            { years.unwrap_or_default() }
        </>
    };
    let quotation = quote_of_school(&view.data, each_school, of);
    vec![
        quoted(heading(each_school, of, &input.query), Some(quotation)),
        cards_of,
    ]
}

fn heading(each_school: &EachSchool, of: &SchoolProfile, query: &str) -> Html {
    let (name, whole) = brief_name(&full_name(&of.name));
    let (uid, trust) = &of.trust;
    let trust = link(
        &Route::of_trusts(Page::Trust, &[Rc::clone(uid)]),
        query,
        &full_name(trust),
    );
    let region = of.region.map(|region| {
        let route = Route::about(Page::Region, About::Region(region));
        link(&route, query, &words::schools_of(region.in_sentence()))
    });
    let links = [
        Some(html! { <>{ words::number(of.urn) }{ trust }</> }),
        region.map(|link| html! { <>{ " \u{b7} " }{ link }</> }),
    ];
    found(html! {
        <>
            <h1 title={whole}>{ name }</h1>
            { lead(&school_about_in_words(of)) }
            { sentences("sentences", &school_in_words(each_school, of)) }
            { element("p", "note", each(links.into_iter().flatten())) }
        </>
    })
}

fn not_shown(reason: &NoSchool, query: &str) -> Html {
    let heading = match reason {
        NoSchool::NoSchools(_) => words::NEEDS_SCHOOLS,
        NoSchool::Unknown(_) | NoSchool::LeftOut(_) => words::NO_SUCH_SCHOOL,
    };
    let more = link(&Route::of(Page::Data), query, words::DATA);
    found(html! {
        <>
            { element("h1", "", heading.into()) }
            { element("p", "lead", html! { <>{ words::because(reason) }{ more }</> }) }
        </>
    })
}
