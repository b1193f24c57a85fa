//! Work in a task of its own, so that no task keeps the user waiting.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::shared::Shared;

/// What is made of something in a task of its own, after the page is drawn; nothing until then.
#[hook]
pub(crate) fn use_later<D, T>(made_of: &D, make: fn(&D) -> T) -> Shared<Option<Rc<T>>>
where
    D: PartialEq + Clone + 'static,
    T: 'static,
{
    let made = use_state(|| None::<(D, Rc<T>)>);
    let set = made.setter();
    use_effect_with(made_of.clone(), move |made_of| {
        let made_of = made_of.clone();
        let timer = Timeout::new(0, move || {
            let made = Rc::new(make(&made_of));
            set.set(Some((made_of, made)));
        });
        move || drop(timer)
    });
    let made = made.as_ref().filter(|(of, _)| of == made_of);
    Shared(made.map(|(_, made)| Rc::clone(made)))
}
