//! Properties that are cheap to compare.

use std::rc::Rc;

/// A shared value, compared by address.
#[derive(Debug, Default)]
pub(super) struct Shared<T>(pub(super) T);

impl<T: Clone> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: ?Sized> PartialEq for Shared<Rc<T>> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::addr_eq(Rc::as_ptr(&self.0), Rc::as_ptr(&other.0))
    }
}

impl<T> PartialEq for Shared<Option<Rc<T>>> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(two)) => Rc::ptr_eq(one, two),
            (None, None) => true,
            _ => false,
        }
    }
}
