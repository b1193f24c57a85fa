//! The part of the program that other pages and ranks need is there at the latest when one is opened, or a file.

use yew::prelude::*;

use crate::app::parts::{Part, when_here};

/// How far the pages' part has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Coming {
    /// It is on its way, or not asked for yet.
    Waiting,
    /// It is there.
    Here,
    /// It could not be fetched.
    Missing,
}

/// Has the pages' part come when it is needed; tells how far it has, and how to ask for it again.
#[hook]
pub(in crate::app) fn use_pages(is_needed: bool) -> (Coming, Callback<MouseEvent>) {
    let coming = use_state_eq(|| Coming::Waiting);
    let is_asked_for = is_needed && *coming == Coming::Waiting;
    {
        let coming = coming.setter();
        use_effect_with(is_asked_for, move |&is_asked_for| {
            if is_asked_for {
                when_here(Part::Pages, move |is_here| {
                    coming.set(if is_here {
                        Coming::Here
                    } else {
                        Coming::Missing
                    });
                });
            }
        });
    }
    let ask_again = {
        let coming = coming.setter();
        Callback::from(move |_: MouseEvent| coming.set(Coming::Waiting))
    };
    (*coming, ask_again)
}
