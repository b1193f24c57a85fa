//! A table of thousands of rows, of which only the visible ones are rendered.

use web_sys::Element;
use yew::prelude::*;

use crate::hooks::Entries;

/// The height of a row in pixels, as in the style sheet.
const ROW: i32 = 44;

/// Rows rendered above and below the visible ones.
const SPARE: usize = 20;

/// Rows rendered before the height of the table is known.
const AT_FIRST: usize = 20;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The name of the table.
    pub(crate) label: AttrValue,
    pub(crate) head: Html,
    pub(crate) columns: usize,
    pub(crate) count: usize,
    pub(crate) row: Callback<usize, Html>,
    /// The state of the table in each entry of the browser's history.
    pub(crate) entries: Entries,
}

#[component]
pub(crate) fn LongTable(props: &Props) -> Html {
    let seen = use_state_eq(|| (0_usize, AT_FIRST));
    let entries = props.entries.clone();
    let onscroll = {
        let (seen, entries) = (seen.clone(), entries.clone());
        Callback::from(move |event: Event| {
            let element: Element = event.target_unchecked_into();
            entries.keep_table_scrolled(element.scroll_top());
            let rows = |pixels: i32| usize::try_from(pixels / ROW).unwrap_or(0);
            let first = rows(element.scroll_top());
            seen.set((first, rows(element.client_height()) + 1));
        })
    };
    let area = use_node_ref();
    {
        let area = area.clone();
        // Back and Forward restore the scroll position.
        use_effect_with((), move |()| {
            if let Some(area) = area.cast::<Element>() {
                area.set_scroll_top(entries.table_scrolled());
            }
        });
    }
    let (first, rows) = *seen;
    let from = first.saturating_sub(SPARE).min(props.count);
    let to = (first + rows + SPARE).min(props.count);
    html! {
        <div class="long-table" role="region" aria-label={props.label.clone()} tabindex="0" ref={area} {onscroll}>
            <table aria-rowcount={(props.count + 1).to_string()}>
                <thead>{ props.head.clone() }</thead>
                <tbody>
                    { filler(from, props.columns) }
                    { for (from..to).map(|index| props.row.emit(index)) }
                    { filler(props.count - to, props.columns) }
                </tbody>
            </table>
        </div>
    }
}

/// A spacer for rows that are not rendered.
fn filler(rows: usize, columns: usize) -> Html {
    if rows == 0 {
        return html! {};
    }
    let height = rows as i64 * i64::from(ROW);
    html! {
        <tr aria-hidden="true" class="filler">
            <td colspan={columns.to_string()} height={height.to_string()} />
        </tr>
    }
}
