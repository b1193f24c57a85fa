//! The page comes in three parts: `cargo xtask split` takes what no first chart needs out of the program, into a part
//! of its own that comes after the first chart, and what only other pages and ranks need into another, which comes when
//! the user begins to do something.
//!
//! Where a part is called before it is there, [`need_part`] is called first. Rust knows nothing else of the parts.

use std::cell::Cell;

use wasm_bindgen::prelude::*;

/// A part after the first; it brings those before it. The numbers are those of `xtask/src/split`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// What comes when the first chart is drawn.
    Later = 1,
    /// What comes when the user begins to do something.
    Pages = 2,
}

#[wasm_bindgen]
extern "C" {
    /// Fetches a part, waiting for it, and lets it use the first part's `exports`: see `assets/boot.js`.
    #[wasm_bindgen(js_name = loadPart)]
    fn load_part(part: u32, exports: JsValue);

    /// Calls back when a part is there, or has not come: at once in a page that is whole. It is fetched where it is
    /// asked for.
    #[wasm_bindgen(js_name = whenPartIsHere)]
    fn when_part_is_here(part: u32, is_asked_for: bool, act: &JsValue);
}

/// Sees to it that a part is there. Only what `cargo xtask split` puts in calls it, by its exported name.
#[wasm_bindgen(js_name = needPart)]
pub fn need_part(part: u32) {
    load_part(part, wasm_bindgen::exports());
}

/// How far the page has come: each stage has what those before it have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// Nothing is drawn.
    Opening,
    /// The browser has had a chance to draw the page.
    Drawn,
    /// The later part is there.
    Later,
    /// The pages' part is there.
    Pages,
}

thread_local! {
    static STAGE: Cell<Stage> = const { Cell::new(Stage::Opening) };
}

/// Notes that the page has come so far; gives the furthest that it has.
pub(super) fn come_to(stage: Stage) -> Stage {
    STAGE.set(STAGE.get().max(stage));
    STAGE.get()
}

/// Whether the pages' part is there: what only a user who does something needs may wait for it.
pub(super) fn has_pages() -> bool {
    STAGE.get() == Stage::Pages
}

/// Does something when a part is there, or has not come. A call into it before would stop the page until it has.
pub(super) fn when_here(part: Part, act: impl FnOnce(bool) + 'static) {
    wait(part, true, Box::new(act));
}

/// Does something when the pages' part has come because something else needs it.
pub(super) fn when_pages_have_come(act: impl FnOnce(bool) + 'static) {
    wait(Part::Pages, false, Box::new(act));
}

/// Once for all that waits: each kind of closure that the browser calls takes half a kilobyte.
#[inline(never)]
fn wait(part: Part, is_asked_for: bool, act: Box<dyn FnOnce(bool)>) {
    when_part_is_here(part as u32, is_asked_for, &Closure::once_into_js(act));
}
