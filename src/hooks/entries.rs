//! Remembers the state of each entry in the browser's history, so that Back and Forward restore it.
//!
//! Each entry has a number in its state, under which its data are found. The browser's own scroll restoration comes
//! too early: before the page is drawn.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{history, window};
use js_sys::Date;
use show::chart::TrustQuery;
use web_sys::ScrollRestoration;

use crate::shared::Shared;

/// Milliseconds between two checks whether the page is long enough to restore its scroll position, and the number of
/// checks. The page grows bit by bit.
const BETWEEN_LOOKS: u32 = 50;
const LOOKS: u32 = 60;

/// The remembered state of an entry.
#[derive(Debug, Clone, Default)]
struct Entry {
    number: f64,
    /// The scroll position of the page, in pixels.
    scrolled: f64,
    /// The scroll position of its long table.
    table_scrolled: i32,
    /// The query on the list of trusts.
    query: TrustQuery,
}

#[derive(Debug, Default)]
struct EntryList {
    now: Entry,
    others: Vec<Entry>,
}

/// All entries since the page was opened, shared by everything that reads or stores them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Entries {
    known: Shared<Rc<RefCell<EntryList>>>,
}

/// How the user came to an entry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Arrival {
    /// By a link.
    New,
    /// By Back or Forward, with the scroll position to restore.
    Again(f64),
}

/// Turns the browser's scroll restoration off, except when the page is reloaded.
pub(super) fn scroll_by_ourselves() -> EventListener {
    let restoration = |of| {
        // If the browser refuses, it scrolls twice.
        let _ = history().set_scroll_restoration(of);
    };
    restoration(ScrollRestoration::Manual);
    EventListener::new(&window(), "pagehide", move |_| {
        restoration(ScrollRestoration::Auto);
    })
}

impl Entries {
    /// Detects whether the current entry has changed. Returns how the user came to it if it has.
    pub(super) fn arrive(&self, is_same_page: bool) -> Option<Arrival> {
        let number = history().state().ok().and_then(|state| state.as_f64());
        let mut known = self.known.0.borrow_mut();
        let EntryList { now, others } = &mut *known;
        if number == Some(now.number) {
            return None;
        }
        // The page still shows the entry that was left.
        now.scrolled = window().scroll_y().unwrap_or_default();
        let former = now.clone();
        others.push(former.clone());
        if let Some(number) = number {
            let index = others.iter().position(|entry| entry.number == number);
            *now = index.map_or_else(Entry::default, |index| others.swap_remove(index));
            now.number = number;
            return Some(Arrival::Again(now.scrolled));
        }
        *now = if is_same_page { former.clone() } else { Entry::default() };
        // Higher than the numbers from before the page was reloaded.
        now.number = Date::now().max(former.number + 1.0);
        // If the browser refuses, the page scrolls to its top.
        let _ = history().replace_state(&now.number.into(), "");
        Some(Arrival::New)
    }

    /// Restores the scroll position as soon as the page is long enough, unless the user has left the entry.
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

    /// The query on the list of trusts in this entry.
    pub(crate) fn asked_of_trusts(&self) -> TrustQuery {
        self.known.0.borrow().now.query.clone()
    }

    /// Stores the query on the list of trusts.
    pub(crate) fn keep_asked_of_trusts(&self, query: &TrustQuery) {
        self.known.0.borrow_mut().now.query = query.clone();
    }

    /// The scroll position of the long table in this entry.
    pub(crate) fn table_scrolled(&self) -> i32 {
        self.known.0.borrow().now.table_scrolled
    }

    /// Stores the scroll position of the long table.
    pub(crate) fn keep_table_scrolled(&self, scrolled: i32) {
        self.known.0.borrow_mut().now.table_scrolled = scrolled;
    }
}
