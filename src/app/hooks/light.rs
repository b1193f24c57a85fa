//! Yew's hooks of the same names, as light as their uses are many: Yew compiles each of its own anew for every type and
//! closure, of these that much is compiled once.

use std::any::Any;
use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use yew::functional::{TearDown, UseForceUpdateHandle};
use yew::prelude::{Callback, NodeRef, hook, use_force_update, use_mut_ref};

/// What is made of something, until that is another.
#[hook]
pub(in crate::app) fn use_memo<D, T, F>(asked: D, make: F) -> Rc<T>
where
    D: PartialEq + 'static,
    T: 'static,
    F: FnOnce(&D) -> T,
{
    let slot = use_slot();
    if let Some((of, made)) = slot.borrow().downcast_ref::<(D, Rc<T>)>()
        && *of == asked
    {
        return Rc::clone(made);
    }
    let made = Rc::new(make(&asked));
    slot.replace(Box::new((asked, Rc::clone(&made))));
    made
}

/// A reference to an element.
#[hook]
pub(in crate::app) fn use_node_ref() -> NodeRef {
    let reference = use_memo((), |()| NodeRef::default());
    (*reference).clone()
}

/// Something that is kept as long as the component is there, at first nothing.
#[hook]
fn use_slot() -> Rc<RefCell<Box<dyn Any>>> {
    use_mut_ref(|| Box::new(()) as Box<dyn Any>)
}

/// A callback that has something, until that is another.
#[hook]
pub(in crate::app) fn use_callback<D, I, F>(asked: D, act: F) -> Callback<I>
where
    D: PartialEq + 'static,
    I: 'static,
    F: Fn(I, &D) + 'static,
{
    let made = use_memo(Rc::new(asked), |asked| {
        let asked = Rc::clone(asked);
        Callback::from(move |about| act(about, &asked))
    });
    (*made).clone()
}

/// Acts once the page is drawn, and again whenever something is another; before that, and when the component goes, what
/// the act gave back is called.
#[hook]
pub(in crate::app) fn use_effect_with<D, T, F>(asked: D, act: F)
where
    D: PartialEq + 'static,
    T: TearDown,
    F: FnOnce(&D) -> T + 'static,
{
    let asked = Rc::new(asked);
    let of = Rc::clone(&asked);
    let act = Box::new(move || -> Box<dyn FnOnce()> {
        let end = act(&of);
        Box::new(move || end.tear_down())
    });
    use_act(Asked(asked), act);
}

/// What an effect depends on, of any type.
struct Asked(Rc<dyn Dependency>);

trait Dependency {
    fn as_any(&self) -> &dyn Any;
    fn is(&self, other: &dyn Any) -> bool;
}

impl<D: PartialEq + 'static> Dependency for D {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        self.0.is((*other.0).as_any())
    }
}

#[hook]
fn use_act(asked: Asked, act: Box<dyn FnOnce() -> Box<dyn FnOnce()>>) {
    yew::functional::use_effect_with(asked, move |_| act());
}

/// A value that is drawn anew whenever it becomes another.
#[hook]
pub(in crate::app) fn use_state_eq<T, F>(first: F) -> UseStateHandle<T>
where
    T: PartialEq + 'static,
    F: FnOnce() -> T,
{
    let redraw = use_force_update();
    let kept = use_memo((), |()| RefCell::new(Rc::new(first())));
    let now = Rc::clone(&kept.borrow());
    UseStateHandle { now, kept, redraw }
}

/// The value as it was when the component was drawn.
pub(in crate::app) struct UseStateHandle<T> {
    now: Rc<T>,
    kept: Rc<RefCell<Rc<T>>>,
    redraw: UseForceUpdateHandle,
}

impl<T: PartialEq> UseStateHandle<T> {
    /// What sets it.
    pub(in crate::app) fn setter(&self) -> Self {
        self.clone()
    }

    /// From now on it is this one.
    pub(in crate::app) fn set(&self, value: T) {
        if **self.kept.borrow() != value {
            self.kept.replace(Rc::new(value));
            self.redraw.force_update();
        }
    }
}

impl<T> Deref for UseStateHandle<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.now
    }
}

impl<T> Clone for UseStateHandle<T> {
    fn clone(&self) -> Self {
        Self {
            now: Rc::clone(&self.now),
            kept: Rc::clone(&self.kept),
            redraw: self.redraw.clone(),
        }
    }
}

impl<T: PartialEq> PartialEq for UseStateHandle<T> {
    fn eq(&self, other: &Self) -> bool {
        self.now == other.now
    }
}
