//! Every trust: searched while typing, sorted by any column, filtered; up to six can be ticked to compare.

use std::rc::Rc;

use method::COMPARED;
use records::terms::{Region, SchoolType, grouped, lead_region};
use show::chart::{EligibleLine, Intake, LineKind, Schools, Size, SortKey, TrustLine, TrustList, TrustQuery};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::{
    Choice, LongTable, brief_name, button, card_foot, cell, column_choice, csv_button, each, element, field,
    figure_cell, figures_switch, select, tick_box, titled,
};
use crate::hooks::go_to;
use crate::route::{Page, Route};
use crate::shared::Shared;
use crate::state::State;
use crate::words::pages::trusts as words;

use super::PageInput;
use super::all_figures::all_figures;

/// The types of school by which the list can be filtered.
const TYPES: [(&str, &str, Schools); 4] = [
    (
        "sponsored",
        words::WITH_SPONSORED_ACADEMIES,
        Schools::Of(SchoolType::Sponsored),
    ),
    ("converter", words::WITH_CONVERTERS, Schools::Of(SchoolType::Converter)),
    ("free", words::WITH_FREE_SCHOOLS, Schools::Of(SchoolType::Free)),
    ("selective", words::WITH_SELECTIVE_SCHOOLS, Schools::Selective),
];

/// The columns that a phone shows without being asked: the trust and its figure.
const MAIN_COLUMNS: [usize; 2] = [0, 1];

#[component]
pub(crate) fn TrustsPage(input: &PageInput) -> Html {
    let PageInput {
        state, view, chosen, ..
    } = input;
    let query = &input.selections.trusts;
    let listed_of = (chosen.view.clone(), state.settings.areas.clone());
    let list = use_memo(listed_of, |(view, areas)| {
        let view = view.shown()?;
        Some(TrustList::new(&view.measured, &view.analysis, areas))
    });
    let found_of = (Shared(Rc::clone(&list)), (**query).clone());
    let found: Rc<Vec<TrustLine>> = use_memo(found_of, |(Shared(list), query)| {
        let lines = (**list).as_ref().map(|list| list.find(query));
        lines.into_iter().flatten().cloned().collect()
    });
    let (Some(shown), Some(figures), Some(of)) = (view.shown(), chosen.view.shown(), &*list) else {
        return html! {};
    };
    let switch = input.context();
    let switch = switch.map(|context| figures_switch(state, shown, context, &input.query));
    let columns_chosen = use_state_eq(|| None::<Vec<usize>>);
    let kept = (*columns_chosen).clone().unwrap_or_else(|| MAIN_COLUMNS.to_vec());
    let row = {
        let (list, found, input, kept) = (Rc::clone(&list), Rc::clone(&found), input.clone(), kept.clone());
        Callback::from(move |index: usize| {
            let row = (*list).as_ref().zip(found.get(index));
            row.map(|(list, line)| row_of(list, line, index, &kept, &input))
                .unwrap_or_default()
        })
    };
    let take = {
        let (list, query) = (Rc::clone(&list), (**query).clone());
        Callback::from(move |()| {
            let list = (*list).as_ref();
            list.map(|list| list.table(&list.find(&query))).unwrap_or_default()
        })
    };
    let eligible = found.iter();
    let eligible = eligible.filter(|line| matches!(line.kind, LineKind::Eligible(_)));
    let summary = match found.len() {
        0 => words::NONE_FOUND.to_owned(),
        all => words::found(all, eligible.count()),
    };
    let rounding = of.rounding(&found).map(|words| format!(" {words}"));
    let source = format!("{}{}", figures.source, rounding.unwrap_or_default());
    html! {
        <>
            { input.opening(shown, titled(words::EVERY_TRUST, words::LEAD)) }
            { switch.unwrap_or_default() }
            { filters(query, state) }
            { compare_bar(&input.route.trusts, &input.query) }
            <section class="card listed" aria-labelledby="trusts-heading">
                <h2 id="trusts-heading" aria-live="polite">{ summary }</h2>
                { column_choice(names(of).into_iter(), &kept, &columns_chosen) }
                <LongTable
                    label={words::TRUSTS}
                    head={head(of, &kept, query)}
                    columns={SortKey::ALL.len() + 1}
                    count={found.len()}
                    {row}
                    entries={input.selections.entries.clone()}
                />
                { card_foot(source.into(), csv_button("trusts", take)) }
            </section>
            { all_figures(input) }
        </>
    }
}

fn filters(query: &UseStateHandle<TrustQuery>, state: &UseReducerHandle<State>) -> Html {
    let regions = Region::ALL.map(|of| Choice::new(of.slug(), of.name(), query.region == Some(of)));
    let areas = state.settings.areas.iter().enumerate();
    let areas = areas.map(|(at, of)| Choice::new(&at.to_string(), &of.name, query.area == Some(at)));
    let areas: Vec<Choice> = areas.collect();
    let sizes = Size::ALL.map(|of| Choice::new(of.key(), of.name(), query.size == Some(of)));
    let intakes = Intake::ALL.map(|of| Choice::new(of.key(), of.name(), query.intake == Some(of)));
    let types = TYPES.map(|(key, name, of)| Choice::new(key, name, query.schools == Some(of)));
    let of_text = on_change(query, |query, text: String| query.text = text);
    let oninput = of_text.reform(|event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        input.value()
    });
    let search = html! {
        <input id="search" type="search" value={query.text.clone()} {oninput} autocomplete="off" />
    };
    let on_left_out = on_change(query, |query, is_checked| query.with_left_out = is_checked);
    let any_of = |id: &str, label: &str, choices: Vec<Choice>, change: fn(&mut TrustQuery, String)| {
        select(
            id,
            label,
            &Choice::or_none(words::ANY, choices),
            on_change(query, change),
        )
    };
    html! {
        <div class="controls" role="search" aria-label={words::TRUSTS}>
            { field("search", words::SEARCH_BY_NAME, search) }
            { any_of("filter-region", words::REGION, regions.into(), |query, key| {
                query.region = Region::ALL.into_iter().find(|region| region.slug() == key);
            }) }
            if !areas.is_empty() {
                { any_of("filter-area", words::AREA, areas, |query, key| {
                    query.area = key.parse().ok();
                }) }
            }
            { any_of("filter-size", words::SIZE, sizes.into(), |query, key| {
                query.size = Size::ALL.into_iter().find(|size| size.key() == key);
            }) }
            { any_of("filter-intake", words::DISADVANTAGED_PUPILS, intakes.into(), |query, key| {
                query.intake = Intake::ALL.into_iter().find(|of| of.key() == key);
            }) }
            { any_of("filter-schools", words::SCHOOLS, types.into(), |query, key| {
                let mut types = TYPES.into_iter();
                query.schools = types.find(|(of, ..)| *of == key).map(|(.., of)| of);
            }) }
            { tick_box("tick", words::SHOW_LEFT_OUT, query.with_left_out, &on_left_out) }
        </div>
    }
}

/// A callback that changes the query.
fn on_change<T: 'static>(query: &UseStateHandle<TrustQuery>, change: fn(&mut TrustQuery, T)) -> Callback<T> {
    let query = query.clone();
    Callback::from(move |value: T| {
        let mut changed = (*query).clone();
        change(&mut changed, value);
        query.set(changed);
    })
}

/// The names of the columns, in the order of [`SortKey::ALL`].
fn names(list: &TrustList) -> [&str; SortKey::ALL.len()] {
    [
        words::TRUST,
        &list.figure_column,
        words::RANK_IN_REGION,
        words::RANK_IN_ENGLAND,
        words::LEAD_REGION,
        words::SCHOOLS,
        words::PUPILS,
        words::DISADVANTAGED_SHARE,
    ]
}

/// The class of a column's cells. The style sheet hides columns that are not kept where there is little room.
fn class_of(column: SortKey, kept: &[usize]) -> Classes {
    let is_words = matches!(column, SortKey::Name | SortKey::Region);
    let index = SortKey::ALL.iter().position(|key| *key == column);
    let is_kept = index.is_some_and(|index| kept.contains(&index));
    classes!((!is_words).then_some("number"), (!is_kept).then_some("by-choice"))
}

/// The column headers, each a button that sorts.
fn head(list: &TrustList, kept: &[usize], query: &UseStateHandle<TrustQuery>) -> Html {
    let compare = element("span", "visually-hidden", words::COMPARE.into());
    let heads = SortKey::ALL.into_iter().zip(names(list));
    html! {
        <tr>
            <th scope="col">{ compare }</th>
            { each(heads.map(|(key, name)| sort_head(key, name, class_of(key, kept), query))) }
        </tr>
    }
}

fn sort_head(key: SortKey, name: &str, class: Classes, query: &UseStateHandle<TrustQuery>) -> Html {
    let is_sorted = query.sort.unwrap_or(SortKey::Rank) == key;
    let direction = is_sorted.then_some(if query.is_descending { "descending" } else { "ascending" });
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
    html! {
        <th scope="col" {class} aria-sort={direction}>
            { button("sort", name, sort) }
        </th>
    }
}

fn row_of(list: &TrustList, line: &TrustLine, index: usize, kept: &[usize], input: &PageInput) -> Html {
    let cells = match &line.kind {
        LineKind::Eligible(of) => eligible_cells(list, line, of, kept, input),
        LineKind::LeftOut(reason) => html! {
            <>
                <td />
                { cell(Some("row"), false, Some(line.name.clone()), &brief_name(&line.name).0) }
                <td colspan="7" class="reason" title={reason.clone()}>{ words::not_eligible(reason) }</td>
            </>
        },
    };
    // The header is row 1.
    html! { <tr key={&*line.uid} aria-rowindex={(index + 2).to_string()}>{ cells }</tr> }
}

fn eligible_cells(list: &TrustList, line: &TrustLine, of: &EligibleLine, kept: &[usize], input: &PageInput) -> Html {
    let route = Route::of_trusts(Page::Trust, &[Rc::clone(&line.uid)]);
    let cell = |column, words: Option<String>| {
        let words = words.unwrap_or_else(|| "\u{2013}".to_owned());
        html! { <td class={class_of(column, kept)}>{ words }</td> }
    };
    let (in_region, in_england) = match of.ranks {
        Some((region, england)) => (region, Some(england)),
        None => (None, None),
    };
    let share = of.disadvantaged.figure();
    html! {
        <>
            { element("td", "", tick(line, &input.route.trusts)) }
            <th scope="row">
                <a href={route.address(&input.query)} title={line.name.clone()}>{ brief_name(&line.name).0 }</a>
            </th>
            { figure_cell(class_of(SortKey::Figure, kept), &list.figure_in_words(of), of.bounds) }
            { cell(SortKey::RegionalRank, in_region.map(|rank| rank.to_string())) }
            { cell(SortKey::Rank, in_england.map(|rank| rank.to_string())) }
            { cell(SortKey::Region, Some(lead_region(of.region).to_owned())) }
            { cell(SortKey::Schools, of.schools.map(grouped)) }
            { cell(SortKey::Pupils, of.pupils.map(|pupils| grouped(pupils as usize))) }
            { cell(SortKey::Disadvantaged, share.map(|share| share.plain())) }
        </>
    }
}

/// The tick box that adds a trust to the comparison. The address keeps which are ticked.
fn tick(line: &TrustLine, ticked: &Rc<[Rc<str>]>) -> Html {
    let is_ticked = ticked.contains(&line.uid);
    let onchange = {
        let (uid, ticked) = (Rc::clone(&line.uid), Rc::clone(ticked));
        Callback::from(move |_: Event| {
            let mut others: Vec<Rc<str>> = ticked.iter().filter(|of| **of != uid).cloned().collect();
            if !is_ticked {
                others.push(Rc::clone(&uid));
            }
            go_to(&Route::of_trusts(Page::Trusts, &others));
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

/// The number of ticked trusts, and a link to compare them.
fn compare_bar(ticked: &Rc<[Rc<str>]>, query: &str) -> Html {
    let words = match ticked.len() {
        0 => words::TICK_TO_COMPARE.to_owned(),
        1 => words::ONE_TRUST_IS_TICKED.to_owned(),
        count => words::are_ticked(count),
    };
    let compare = Route::of_trusts(Page::Compare, ticked);
    html! {
        <p class="note" aria-live="polite">
            { words }
            if ticked.len() > 1 {
                { " " }
                <a class="button" href={compare.address(query)}>{ words::COMPARE_THEM }</a>
            }
        </p>
    }
}
