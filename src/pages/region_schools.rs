//! The schools of a region by rank, with the ranks that chance allows: those of hundreds of schools take a worker.

use std::rc::Rc;

use method::{EachSchool, Family, Scope};
use records::terms::Region;
use show::chart::region_schools_table;
use yew::prelude::*;

use crate::components::{linked_listing, note};
use crate::ranking::{Families, use_ranks_of};
use crate::route::{Page, Route};
use crate::shared::Shared;
use crate::survey::Progress;
use crate::view::SharedView;
use crate::words::pages::region as words;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) view: SharedView,
    pub(super) region: Region,
    pub(super) query: Rc<str>,
}

/// Each school has a link to its page. Nothing where the files have no schools.
#[component]
pub(super) fn RegionSchools(Props { view, region, query }: &Props) -> Html {
    let each_school = use_memo(view.clone(), |view| {
        let view = view.shown()?;
        EachSchool::new(&view.data, &view.analysis.rules, &view.interval_choices).ok()
    });
    let deps = (Shared(Rc::clone(&each_school)), *region);
    let asked = use_memo(deps.clone(), |(each_school, region)| {
        let schools = &(*each_school.0).as_ref()?.schools;
        Some(Shared(Rc::new(Families {
            families: vec![Family::of(schools, Scope::Region(*region))],
            choices: schools.intervals.choices,
        })))
    });
    let ranks = use_ranks_of((*asked).clone());
    let listed = use_memo(
        (deps, ranks, Rc::clone(query)),
        |((each_school, region), ranks, query)| {
            let each_school = (*each_school.0).as_ref()?;
            let (ranked, wait) = match ranks {
                Progress::Done(found) => (found.0.first(), None),
                Progress::Impossible(reason) => (None, Some(words::schools_not_ranked(reason))),
                _ => (None, Some(words::SCHOOLS_ARE_BEING_RANKED.to_owned())),
            };
            let schools = each_school.schools.trusts_of(*region).map(|school| &school.uid);
            let addresses = Route::addresses(Page::School, schools, query);
            let table = region_schools_table(each_school, *region, ranked);
            let wait = wait.as_deref().map(note);
            let listed = linked_listing("region-schools", &table, &addresses, words::NO_SCHOOL_COUNTS);
            Some(html! { <>{ listed }{ wait.unwrap_or_default() }</> })
        },
    );
    (*listed).clone().unwrap_or_default()
}
