//! What the entries of the browser's history were like when they were left, so that Back and Forward find them so.
//!
//! Each entry bears a number in its state, by which what is known of it is found. The browser's own way of scrolling
//! back comes before the page is drawn.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{history, window};
use js_sys::Date;
use show::chart::TrustQuery;
use web_sys::ScrollRestoration;

use crate::shared::Shared;

/// Milliseconds between two looks at whether the page is long enough to scroll to where it was, and how often that is
/// looked at: what a page shows comes bit by bit.
const BETWEEN_LOOKS: u32 = 50;
const LOOKS: u32 = 60;

/// What is known of an entry.
#[derive(Debug, Clone, Default)]
struct Entry {
    number: f64,
    /// How far the page was scrolled, in pixels.
    scrolled: f64,
    /// How far its long table was.
    table_scrolled: i32,
    /// What was asked of the list of trusts.
    query: TrustQuery,
}

#[derive(Debug, Default)]
struct EntryList {
    /// The one on the screen.
    now: Entry,
    others: Vec<Entry>,
}

/// What is known of the entries since the page was opened, shared by all who note or ask something.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Entries {
    known: Shared<Rc<RefCell<EntryList>>>,
}

/// How the user came to an entry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Arrival {
    /// By a link.
    New,
    /// By Back or Forward, to where the page was scrolled so far.
    Again(f64),
}

/// Keeps the browser from scrolling by itself, but for a page that is loaded anew.
pub(super) fn scroll_by_ourselves() -> EventListener {
    let restoration = |of| {
        // Where the browser refuses, it scrolls twice.
        let _ = history().set_scroll_restoration(of);
    };
    restoration(ScrollRestoration::Manual);
    EventListener::new(&window(), "pagehide", move |_| {
        restoration(ScrollRestoration::Auto);
    })
}

impl Entries {
    /// Notes that the entry on the screen may be another; tells how the user came to it if it is.
    pub(super) fn arrive(&self, is_same_page: bool) -> Option<Arrival> {
        let number = history().state().ok().and_then(|state| state.as_f64());
        let mut known = self.known.0.borrow_mut();
        let EntryList { now, others } = &mut *known;
        if number == Some(now.number) {
            return None;
        }
        // What is drawn is still the entry that is left.
        now.scrolled = window().scroll_y().unwrap_or_default();
        let former = now.clone();
        others.push(former.clone());
        if let Some(number) = number {
            let index = others.iter().position(|entry| entry.number == number);
            *now = index.map_or_else(Entry::default, |index| others.swap_remove(index));
            now.number = number;
            return Some(Arrival::Again(now.scrolled));
        }
        *now = if is_same_page {
            former.clone()
        } else {
            Entry::default()
        };
        // Greater than those of before the page was loaded anew.
        now.number = Date::now().max(former.number + 1.0);
        // Where the browser refuses, the page goes back to its top.
        let _ = history().replace_state(&now.number.into(), "");
        Some(Arrival::New)
    }

    /// Scrolls to where the page was, as soon as it is long enough, unless the user has gone elsewhere.
    pub(super) fn scroll_back(&self, to: f64) {
        let now = self.known.0.borrow().now.number;
        self.look(now, to, LOOKS);
    }

    fn look(&self, entry: f64, to: f64, looks: u32) {
        window().scroll_to_with_x_and_y(0.0, to);
        let is_there = (window().scroll_y().unwrap_or_default() - to).abs() < 1.0;
        if is_there || looks == 0 {
            return;
        }
        let entries = self.clone();
        let look_again = move || {
            let now = entries.known.0.borrow().now.number;
            if now == entry {
                entries.look(entry, to, looks - 1);
            }
        };
        Timeout::new(BETWEEN_LOOKS, look_again).forget();
    }

    /// What was asked of the list of trusts in this entry.
    pub(crate) fn asked_of_trusts(&self) -> TrustQuery {
        self.known.0.borrow().now.query.clone()
    }

    /// Keeps what is asked of the list of trusts.
    pub(crate) fn keep_asked_of_trusts(&self, query: &TrustQuery) {
        self.known.0.borrow_mut().now.query = query.clone();
    }

    /// How far the long table was scrolled in this entry.
    pub(crate) fn table_scrolled(&self) -> i32 {
        self.known.0.borrow().now.table_scrolled
    }

    /// Keeps how far the long table is scrolled.
    pub(crate) fn keep_table_scrolled(&self, scrolled: i32) {
        self.known.0.borrow_mut().now.table_scrolled = scrolled;
    }
}
