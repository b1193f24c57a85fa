//! Acts that wait for their time.

use gloo::timers::callback::Timeout;

/// Acts after so many milliseconds, unless what is given back goes before.
pub(in crate::app) fn later(after: u32, act: impl FnOnce() + 'static) -> Timeout {
    boxed(after, Box::new(act))
}

/// Compiled once for all that waits.
fn boxed(after: u32, act: Box<dyn FnOnce()>) -> Timeout {
    Timeout::new(after, act)
}
