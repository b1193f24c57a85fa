//! Every trust: searched as one types, sorted by any column, filtered; up to six ticked to compare.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::components::{
    Choice, Controls, LongTable, brief_name, caution, csv_button, select,
};
use crate::app::hooks::{Entries, UseStateHandle, go_to, use_memo};
use crate::app::place::{Page, Place};
use crate::app::shared::Shared;
use crate::app::state::State;
use crate::app::view::SharedView;
use crate::chart::{
    EligibleLine, Intake, LineKind, Schools, Size, SortKey, Table, TrustLine, TrustList, TrustQuery,
};
use crate::method::COMPARED;
use crate::terms::{Region, SchoolType, grouped, lead_region};
use crate::words::app::pages::trusts as words;

/// The types of school that the list can be filtered by.
const TYPES: [(&str, &str, Schools); 4] = [
    (
        "sponsored",
        words::WITH_SPONSORED_ACADEMIES,
        Schools::Of(SchoolType::Sponsored),
    ),
    (
        "converter",
        words::WITH_CONVERTERS,
        Schools::Of(SchoolType::Converter),
    ),
    (
        "free",
        words::WITH_FREE_SCHOOLS,
        Schools::Of(SchoolType::Free),
    ),
    (
        "selective",
        words::WITH_SELECTIVE_SCHOOLS,
        Schools::Selective,
    ),
];

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
    /// The numbers of the trusts that are ticked.
    pub(in crate::app) ticked: Rc<[Rc<str>]>,
    /// What is asked of the list.
    pub(in crate::app) asked: UseStateHandle<TrustQuery>,
    /// How the page was when it was left.
    pub(in crate::app) entries: Entries,
    /// What addresses carry.
    pub(in crate::app) query: Rc<str>,
}

#[component]
pub(in crate::app) fn TrustsPage(props: &Props) -> Html {
    let Props {
        state,
        view,
        ticked,
        asked: query,
        entries,
        query: address,
    } = props;
    let list = use_memo(
        (view.clone(), state.settings.areas.clone()),
        |(view, areas)| {
            let view = (*view.0).as_ref().ok()?;
            let (measured, analysis) = (&view.measured, &view.analysis);
            Some(TrustList::new(measured, analysis, areas))
        },
    );
    let found = use_memo(
        (Shared(Rc::clone(&list)), (**query).clone()),
        |(list, query)| {
            let lines = list.0.as_ref().as_ref().map(|list| list.find(query));
            lines.map_or_else(Vec::new, |lines| {
                lines.into_iter().cloned().collect::<Vec<TrustLine>>()
            })
        },
    );
    let Some(shown) = (*list).as_ref() else {
        return html! {};
    };
    let eligible = found
        .iter()
        .filter(|line| matches!(line.kind, LineKind::Eligible(_)));
    let row = {
        let (list, found) = (Rc::clone(&list), Rc::clone(&found));
        let (ticked, address) = (Rc::clone(ticked), Rc::clone(address));
        Callback::from(
            move |place: usize| match ((*list).as_ref(), found.get(place)) {
                (Some(list), Some(line)) => row(list, line, place, &ticked, &address),
                _ => html! {},
            },
        )
    };
    let take = {
        let (list, query) = (Rc::clone(&list), (**query).clone());
        Callback::from(move |()| asked_of((*list).as_ref(), &query))
    };
    let summary = match found.len() {
        0 => words::NONE_FOUND.to_owned(),
        all => words::found(all, eligible.count()),
    };
    html! {
        <>
            <h1>{ words::EVERY_TRUST }</h1>
            <p class="lead">{ words::LEAD }</p>
            { caution(Page::Trusts) }
            <Controls state={state.clone()} view={view.clone()} />
            { filters(query, state) }
            { compare_bar(ticked, address) }
            <section class="card listed" aria-labelledby="trusts-heading">
                <h2 id="trusts-heading" aria-live="polite">{ summary }</h2>
                <LongTable
                    label={words::TRUSTS}
                    head={head(shown, query)}
                    columns={SortKey::ALL.len() + 1}
                    count={found.len()}
                    {row}
                    entries={entries.clone()}
                />
                <div class="card-foot">
                    <p>
                        { shown_source(view) }
                        if let Some(rounding) = shown.rounding(&found) { { format!(" {rounding}") } }
                    </p>
                    <div class="actions">{ csv_button("trusts", take) }</div>
                </div>
            </section>
        </>
    }
}

/// What is asked of the list, as a table.
fn asked_of(list: Option<&TrustList>, query: &TrustQuery) -> Table {
    list.map(|list| list.table(&list.find(query)))
        .unwrap_or_default()
}

fn shown_source(view: &SharedView) -> AttrValue {
    let source = (*view.0).as_ref().map(|view| view.source.clone());
    source.unwrap_or_default().into()
}

fn filters(query: &UseStateHandle<TrustQuery>, state: &UseReducerHandle<State>) -> Html {
    let regions = Region::ALL
        .into_iter()
        .map(|region| Choice::new(region.slug(), region.name(), query.region == Some(region)));
    let areas = state.settings.areas.iter().enumerate();
    let areas: Vec<Choice> = areas
        .map(|(place, area)| Choice::new(&place.to_string(), &area.name, query.area == Some(place)))
        .collect();
    let sizes = Size::ALL
        .into_iter()
        .map(|size| Choice::new(size.key(), size.name(), query.size == Some(size)));
    let intakes = Intake::ALL
        .into_iter()
        .map(|of| Choice::new(of.key(), of.name(), query.intake == Some(of)));
    let types = TYPES
        .into_iter()
        .map(|(key, name, of)| Choice::new(key, name, query.schools == Some(of)));
    let on_text = on_input(query, |query, input| query.text = input.value());
    let on_left_out = on_input(query, |query, input| query.with_left_out = input.checked());
    html! {
        <div class="controls" role="search" aria-label={words::TRUSTS}>
            <div class="field">
                <label for="search">{ words::SEARCH_BY_NAME }</label>
                <input id="search" type="search" value={query.text.clone()} oninput={on_text.reform(Event::from)} autocomplete="off" />
            </div>
            { any_of("filter-region", words::REGION, regions, asked(query, |query, key| {
                query.region = Region::ALL.into_iter().find(|region| region.slug() == key);
            })) }
            if !areas.is_empty() {
                { any_of("filter-area", words::AREA, areas, asked(query, |query, key| {
                    query.area = key.parse().ok();
                })) }
            }
            { any_of("filter-size", words::SIZE, sizes, asked(query, |query, key| {
                query.size = Size::ALL.into_iter().find(|size| size.key() == key);
            })) }
            { any_of("filter-intake", words::DISADVANTAGED_PUPILS, intakes, asked(query, |query, key| {
                query.intake = Intake::ALL.into_iter().find(|of| of.key() == key);
            })) }
            { any_of("filter-schools", words::SCHOOLS, types, asked(query, |query, key| {
                let mut types = TYPES.into_iter();
                query.schools = types.find(|(of, ..)| *of == key).map(|(.., of)| of);
            })) }
            <label class="tick">
                <input type="checkbox" checked={query.with_left_out} onchange={on_left_out} />
                { words::SHOW_LEFT_OUT }
            </label>
        </div>
    }
}

/// What a user writes or ticks changes the query.
fn on_input(
    query: &UseStateHandle<TrustQuery>,
    change: fn(&mut TrustQuery, &HtmlInputElement),
) -> Callback<Event> {
    let query = query.clone();
    Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let mut changed = (*query).clone();
        change(&mut changed, &input);
        query.set(changed);
    })
}

/// A list of choices that begins with none.
fn any_of(
    id: &str,
    label: &str,
    choices: impl IntoIterator<Item = Choice>,
    on_choose: Callback<String>,
) -> Html {
    let mut choices: Vec<Choice> = choices.into_iter().collect();
    // A browser would show the last of choices of which none is taken.
    let is_any = !choices.iter().any(|choice| choice.chosen);
    choices.insert(0, Choice::new("", words::ANY, is_any));
    select(id, label, &choices, on_choose)
}

fn asked(
    query: &UseStateHandle<TrustQuery>,
    change: fn(&mut TrustQuery, &str),
) -> Callback<String> {
    let query = query.clone();
    Callback::from(move |key: String| {
        let mut asked = (*query).clone();
        change(&mut asked, &key);
        query.set(asked);
    })
}

/// The heads, each a button that sorts.
fn head(list: &TrustList, query: &UseStateHandle<TrustQuery>) -> Html {
    let names = [
        words::TRUST,
        &list.figure_column,
        words::RANK_IN_REGION,
        words::RANK_IN_ENGLAND,
        words::LEAD_REGION,
        words::SCHOOLS,
        words::PUPILS,
        words::DISADVANTAGED_SHARE,
    ];
    html! {
        <tr>
            <th scope="col"><span class="visually-hidden">{ words::COMPARE }</span></th>
            { for SortKey::ALL.into_iter().zip(names).map(|(key, name)| sort_head(key, name, query)) }
        </tr>
    }
}

fn sort_head(key: SortKey, name: &str, query: &UseStateHandle<TrustQuery>) -> Html {
    let is_sorted = query.sort.unwrap_or(SortKey::Rank) == key;
    let direction = is_sorted.then_some(if query.is_descending {
        "descending"
    } else {
        "ascending"
    });
    let sort = {
        let query = query.clone();
        Callback::from(move |_: MouseEvent| {
            query.set(TrustQuery {
                sort: Some(key),
                is_descending: is_sorted && !query.is_descending,
                ..(*query).clone()
            });
        })
    };
    let is_words = matches!(key, SortKey::Name | SortKey::Region);
    html! {
        <th scope="col" class={(!is_words).then_some("number")} aria-sort={direction}>
            <button type="button" class="sort" onclick={sort}>{ name.to_owned() }</button>
        </th>
    }
}

fn row(
    list: &TrustList,
    line: &TrustLine,
    place: usize,
    ticked: &Rc<[Rc<str>]>,
    address: &str,
) -> Html {
    // The heads are the first row.
    let index = (place + 2).to_string();
    match &line.kind {
        LineKind::Eligible(of) => html! {
            <tr key={&*line.uid} aria-rowindex={index}>
                <td>{ tick(line, ticked) }</td>
                { eligible_cells(list, line, of, address) }
            </tr>
        },
        LineKind::LeftOut(reason) => html! {
            <tr key={&*line.uid} aria-rowindex={index}>
                <td />
                <th scope="row" title={line.name.clone()}>{ brief_name(&line.name).0 }</th>
                <td colspan="7" class="reason" title={reason.clone()}>{ words::not_eligible(reason) }</td>
            </tr>
        },
    }
}

fn eligible_cells(list: &TrustList, line: &TrustLine, of: &EligibleLine, address: &str) -> Html {
    let dash = || "\u{2013}".to_owned();
    let place = Place::of_trusts(Page::Trust, &[Rc::clone(&line.uid)]);
    html! {
        <>
            <th scope="row"><a href={place.address(address)} title={line.name.clone()}>{ brief_name(&line.name).0 }</a></th>
            <td class="number">
                <strong>{ list.figure_in_words(of) }</strong>
                if let Some(bounds) = of.bounds { <span class="interval">{ bounds.in_short() }</span> }
            </td>
            <td class="number">{ of.ranks.and_then(|(rank, _)| rank).map_or_else(dash, |rank| rank.to_string()) }</td>
            <td class="number">{ of.ranks.map_or_else(dash, |(_, rank)| rank.to_string()) }</td>
            <td>{ lead_region(of.region) }</td>
            <td class="number">{ of.schools.map_or_else(dash, grouped) }</td>
            <td class="number">{ of.pupils.map_or_else(dash, |pupils| grouped(pupils as usize)) }</td>
            <td class="number">{ of.disadvantaged.figure().map_or_else(dash, |share| share.plain()) }</td>
        </>
    }
}

/// The box that puts a trust into the comparison; the address keeps which are ticked.
fn tick(line: &TrustLine, ticked: &Rc<[Rc<str>]>) -> Html {
    let is_ticked = ticked.contains(&line.uid);
    let onchange = {
        let (uid, ticked) = (Rc::clone(&line.uid), Rc::clone(ticked));
        Callback::from(move |_: Event| {
            let mut others: Vec<Rc<str>> =
                ticked.iter().filter(|of| **of != uid).cloned().collect();
            if !is_ticked {
                others.push(Rc::clone(&uid));
            }
            go_to(&Place::of_trusts(Page::Trusts, &others));
        })
    };
    html! {
        <input
            type="checkbox"
            aria-label={words::compare(&brief_name(&line.name).0)}
            checked={is_ticked}
            disabled={!is_ticked && ticked.len() >= COMPARED.1}
            {onchange}
        />
    }
}

/// What is ticked, and the way to the comparison.
fn compare_bar(ticked: &Rc<[Rc<str>]>, address: &str) -> Html {
    let words = match ticked.len() {
        0 => words::TICK_TO_COMPARE.to_owned(),
        1 => words::ONE_TRUST_IS_TICKED.to_owned(),
        count => words::are_ticked(count),
    };
    let compare = Place::of_trusts(Page::Compare, ticked);
    html! {
        <p class="note" aria-live="polite">
            { words }
            if ticked.len() > 1 {
                { " " }
                <a class="button" href={compare.address(address)}>{ words::COMPARE_THEM }</a>
            }
        </p>
    }
}
