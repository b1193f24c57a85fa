//! The list: what can wait, and for which part.
//!
//! A function goes to the later part if its name holds one of the [`LATER`] texts or one of the [`CRATES`], to that of
//! the pages if it holds one of the [`PAGES`] texts, and to neither if it holds one of the [`FIRST`] texts; and so does
//! all that only such functions call. Names are as Rust writes them, with the types that a generic function is
//! made for: `core::ptr::drop_in_place::<trust_gap::layout::error::FileError>`. A function that is inlined has no name
//! of its own; `#[inline(never)]` gives it one.
//!
//! What is called before the first chart must not be here: the page would wait for the later part. What the first page
//! calls at all must not be among [`PAGES`]. `cargo xtask bytes` shows what goes where.

use super::Part;

/// What only files and a user's doings on the first page need.
const LATER: &[&str] = &[
    // Reading files.
    "trust_gap::source::",
    "trust_gap::layout::answer::",
    "trust_gap::layout::authority_cell::",
    "trust_gap::layout::cell::",
    "trust_gap::layout::error::",
    "trust_gap::layout::field::",
    "trust_gap::layout::gather::",
    "trust_gap::layout::group_links::",
    "trust_gap::layout::intake::",
    "trust_gap::layout::lookalike::",
    "trust_gap::layout::own_sheet::",
    "trust_gap::layout::reader::",
    "trust_gap::layout::recognise",
    "trust_gap::layout::school_file::",
    "trust_gap::layout::school_list::",
    "trust_gap::layout::tidy_school_file::",
    "trust_gap::layout::trust_file::",
    "trust_gap::layout::trust_list::",
    "trust_gap::app::files::",
    // Taking them in.
    "trust_gap::app::reading::",
    "trust_gap::app::worker::",
    "<trust_gap::app::state::State>::act",
    "trust_gap::app::components::file_bar::progress_bar",
    "trust_gap::app::components::year_form::",
    "<trust_gap::app::state::State>::take_in",
    "<trust_gap::app::state::State>::add",
    "<trust_gap::app::state::State>::keep_rules_possible",
    "<trust_gap::app::state::State>::fingerprints",
    "<alloc::rc::Rc<trust_gap::app::state::history::History>>::drop_slow",
    "trust_gap::app::undoing::listen",
    "trust_gap::app::place::not_understood",
    "trust_gap::app::remembering::follow",
    "trust_gap::app::hosted::listen",
    "trust_gap::chart::add_credits",
    "trust_gap::model::tables::credits",
    // Numbers in as many digits as they need: only files that are written have them.
    "format_shortest",
    "decimal_common_shortest",
    "exponential_common_shortest",
];

/// What only the other pages and the dialogue on a table's columns need.
const PAGES: &[&str] = &[
    // Tables under charts.
    "trust_gap::app::components::listing::",
    "trust_gap::app::components::data_table::",
    "<trust_gap::chart::gap::GapChart as trust_gap::chart::Chart>::table",
    "<trust_gap::chart::strip::StripChart as trust_gap::chart::Chart>::table",
    "trust_gap::chart::gap_row::Intervals",
    "<trust_gap::chart::top_ten::TopTen>::table",
    "trust_gap::chart::bounds::bound_c",
    "trust_gap::app::pages::regions::areas_card",
    "trust_gap::app::pages::regions::missing",
    // Areas of the user's own.
    "trust_gap::chart::areas::",
    "trust_gap::words::english::chart::areas::",
    "trust_gap::chart::gap::areas",
    "trust_gap::chart::strip::areas",
    "<trust_gap::chart::strip_row::Row>::area",
    "<trust_gap::method::measured::Measured>::local_areas",
    "<trust_gap::method::figures::Analysis>::rank_in_area",
    "trust_gap::method::case::lie_in",
    "trust_gap::method::within::ranks_in",
    // Files that come in a ZIP archive, and those of one row for each split: which a file is, the later part tells.
    "trust_gap::source::archive::",
    // What is wrong with a row is told where notices are.
    "<trust_gap::source::problem::Fault as core::fmt::Display>::fmt",
    "<trust_gap::source::problem::Fault>::remedy",
    "<trust_gap::layout::tidy_school_file::TidySchoolFile as trust_gap::layout::Layout>::read",
    // A spreadsheet of the user's own; whether a file is one is told by the later part.
    "trust_gap::layout::preview::",
    "trust_gap::layout::own_sheet::read",
    "trust_gap::layout::own_sheet::Columns",
    "<trust_gap::layout::own_sheet::OwnSheet as trust_gap::layout::Layout>::read",
    "trust_gap::app::pages::data::",
    "trust_gap::app::pages::other::",
    "trust_gap::app::pages::funnel::",
    "trust_gap::app::pages::robustness::",
    "trust_gap::app::pages::top_ten::",
    "trust_gap::app::pages::trust::",
    "trust_gap::app::pages::trusts::",
    "trust_gap::app::pages::compare::",
    "trust_gap::chart::compared::",
    "trust_gap::words::english::chart::compared::",
    "trust_gap::chart::comparison_",
    "trust_gap::words::english::chart::comparison_",
    "trust_gap::chart::contribution",
    "trust_gap::words::english::chart::contribution",
    "trust_gap::chart::context::",
    "trust_gap::words::english::chart::context::",
    "trust_gap::chart::profile::",
    "trust_gap::words::english::chart::second_gap::",
    "trust_gap::chart::similar::",
    "trust_gap::words::english::chart::similar::",
    "trust_gap::method::compared::",
    "trust_gap::method::contribution::",
    "trust_gap::method::lookup::",
    "trust_gap::method::profile::",
    "trust_gap::method::second_gap::",
    "trust_gap::method::similar::",
    "trust_gap::app::components::long_table::",
    "trust_gap::chart::trust_list::",
    "trust_gap::words::english::chart::trust_list::",
    "trust_gap::method::context::",
    "trust_gap::app::survey::",
    "trust_gap::app::components::toolbar::",
    "trust_gap::app::theme::",
    "<trust_gap::app::state::State>::undo",
    "<trust_gap::app::state::State>::redo",
    "trust_gap::app::undoing::asked_by",
    "trust_gap::app::components::about_choice::",
    "trust_gap::app::components::interval_controls::",
    "trust_gap::app::components::waiting::",
    "trust_gap::chart::choice::",
    "trust_gap::words::english::chart::choice::",
    "trust_gap::chart::columns_frame::",
    "trust_gap::chart::funnel::",
    "trust_gap::words::english::chart::funnel::",
    "trust_gap::chart::labels::",
    "trust_gap::chart::pair::",
    "trust_gap::chart::plane::",
    "trust_gap::chart::precision_words::",
    "trust_gap::words::english::chart::precision_words::",
    "trust_gap::chart::rank_chart::",
    "trust_gap::words::english::chart::rank_chart::",
    "trust_gap::chart::rank_picture::",
    "trust_gap::chart::rank_range::",
    "trust_gap::words::english::chart::rank_range::",
    "trust_gap::chart::robustness::",
    "trust_gap::words::english::chart::robustness::",
    "trust_gap::chart::specification",
    "trust_gap::words::english::chart::specification::",
    "trust_gap::method::difference::",
    "trust_gap::method::funnel::",
    "trust_gap::method::robustness::",
    "trust_gap::method::shrinkage::",
    "trust_gap::method::trial::",
    "trust_gap::stats::funnel::",
    "trust_gap::stats::shrinkage::",
    "trust_gap::app::pages::method::",
    "trust_gap::app::components::area_form::",
    "trust_gap::app::components::columns::",
    "trust_gap::app::components::rule_controls::",
    "trust_gap::app::pages::combined::",
    "trust_gap::app::pages::region::",
    "trust_gap::app::pages::spread::",
    "trust_gap::app::pages::trend::",
    "trust_gap::chart::combined::",
    "trust_gap::words::english::chart::combined::",
    "trust_gap::chart::region::",
    "trust_gap::words::english::chart::region::",
    "trust_gap::chart::part_words::",
    "trust_gap::words::english::chart::part_words::",
    "trust_gap::chart::spread::",
    "trust_gap::words::english::chart::spread::",
    "trust_gap::chart::trend::",
    "trust_gap::words::english::chart::trend::",
    "trust_gap::method::combined::",
    "trust_gap::method::each_rule::",
    "trust_gap::method::exclusions_of::",
    "trust_gap::method::outside::",
    "trust_gap::method::spread::",
    "trust_gap::method::trend::",
    "trust_gap::stats::moments::",
    // Ranks with intervals.
    "trust_gap::app::ranking::",
    "trust_gap::chart::could_be::",
    "trust_gap::words::english::chart::could_be::",
    "trust_gap::method::ranking",
    "trust_gap::stats::normal::upper_tail",
    "trust_gap::stats::ranks::",
    // What a user does elsewhere, and what a link says.
    "<trust_gap::app::state::State>::act_elsewhere",
    "<trust_gap::app::state::State>::compare_files",
    "<trust_gap::app::state::State>::follow_query",
    "trust_gap::app::mapping::",
    "trust_gap::layout::mapping::",
    // What was wrong with files, and what is to be known of them.
    "trust_gap::app::components::notices::close",
    "trust_gap::app::components::notices::error",
    "trust_gap::app::components::notices::remark",
    // Why there is nothing to show, and why something does not count.
    "<trust_gap::method::error::AnalysisError as core::fmt::Display>::fmt",
    "<trust_gap::method::eligibility::Reason as core::fmt::Display>::fmt",
    // What is taken away.
    "trust_gap::export::",
    "trust_gap::words::english::export::",
    "trust_gap::app::download::",
    "trust_gap::app::taking::clipboard::",
    "trust_gap::app::taking::painting::",
    "trust_gap::app::taking::work::",
    "trust_gap::app::remembering::store::",
    "trust_gap::app::pages::keeping::",
    "trust_gap::app::pages::report::",
    // What is offered beside a hosted copy.
    "trust_gap::hosting::",
    "trust_gap::app::hosted::Hosted",
    "trust_gap::app::hosted::ask",
    "trust_gap::app::hosted::beside_files",
    "trust_gap::app::hosted::choose",
    "trust_gap::app::hosted::fetching::",
    "trust_gap::app::pages::offered::",
    "<trust_gap::app::reading::desk::Desk>::add_credit",
    "<trust_gap::app::reading::desk::Desk>::credit",
    "trust_gap::app::components::methods_card::",
    "trust_gap::chart::comparison_chart::",
    "trust_gap::chart::comparison_picture::",
    "trust_gap::chart::contribution",
    "trust_gap::method::contribution::",
    // What only a panic says: of a text that was cut within a letter, and of letters that are not to be seen.
    "core::str::slice_error_fail",
    "<char>::escape_debug_ext",
    "<core::ops::range::Range<usize> as core::fmt::Debug>::fmt",
    // What Yew can show and this page never does: text as elements, elements elsewhere, elements that wait.
    "<yew::virtual_dom::vraw::VRaw as yew::dom_bundle::",
    "<yew::dom_bundle::braw::BRaw>::",
    "<yew::virtual_dom::vportal::VPortal as yew::dom_bundle::",
    "<yew::virtual_dom::vsuspense::VSuspense as yew::dom_bundle::",
    "send_message::<yew::suspense::",
    // What is pasted.
    "trust_gap::source::pasted::",
    "trust_gap::app::pasting::",
    // Walking along a chart.
    "trust_gap::app::components::walk::",
    "as trust_gap::chart::Chart>::beyond",
    "trust_gap::chart::beyond::",
    "trust_gap::words::english::chart::beyond::",
    "<trust_gap::chart::gap_row::Intervals>::gap_in_words",
    "<trust_gap::chart::stops::Step>::from",
    "<trust_gap::chart::picture::Picture>::nearest",
    // Going from tile to tile.
    "trust_gap::app::components::tile_map::press",
    "trust_gap::app::components::tile_map::tell",
    "trust_gap::app::components::tile_map::place_of",
    "trust_gap::chart::tiles::Beside",
    "<trust_gap::chart::tiles::TileMap>::beside",
    // What helps whoever looks around.
    "trust_gap::app::components::footer::",
    "trust_gap::app::components::guidance::files_to_get",
    "trust_gap::app::components::guidance::step_view",
    "trust_gap::app::components::tour::",
    "trust_gap::app::components::caution::words",
    "trust_gap::app::components::glossary::",
    "trust_gap::app::kept::keep",
    "trust_gap::chart::glossary::",
];

/// Crates that only reading files needs.
const CRATES: &[&str] = &["borsh", "columns", "csv", "csv_core"];

/// Crates that only archives, and the browser's database, need.
const CRATES_OF_PAGES: &[&str] = &["rawzip", "miniz_oxide", "crc", "idb", "tokio"];

/// What is needed at once all the same.
const FIRST: &[&str] = &[
    // The hook that waits for files, and what hears of them.
    "use_desk",
    "use_dropped_files",
    // What asks for ranks, and what is known of them.
    "use_ranks",
    "trust_gap::app::ranking::ranks::",
    // The demonstration, which has its own columns.
    "trust_gap::demo::",
    // Whatever is sorted or looked for: equal code is there once, under the name of one of the types that it is made for.
    "trust_gap::terms::order::",
    "as core::slice::cmp::SliceContains>::slice_contains",
    // Lists of tables that were explained: there are such lists where nothing was.
    "alloc::vec::Vec<trust_gap::layout::mapping::Explained>",
    "trust_gap::layout::mapping::Explained as <[_]>::to_vec_in",
    // What charts share with files that are written.
    "trust_gap::export::svg::tenths",
    "trust_gap::export::svg::anchor_word",
    // What two components have in common is there once, under the name of one of them.
    "yew::functional::hooks::use_state::UseStateReducer<core::option::Option<usize>>",
    // What is chosen on any page.
    "trust_gap::chart::trust_list::TrustQuery",
    "trust_gap::method::similar::ContextWeights",
    // What the page compares what addresses say by.
    "trust_gap::export::link::Said",
    "trust_gap::export::link::Lens",
];

/// The part that the function of a name can wait for.
pub(super) fn part_of(name: &str) -> Part {
    let holds = |text: &&str| name.contains(*text);
    let names = |of: &&str| names_crate(name, of);
    if FIRST.iter().any(holds) {
        Part::First
    } else if PAGES.iter().any(holds) || CRATES_OF_PAGES.iter().any(names) {
        Part::Pages
    } else if LATER.iter().any(holds) || CRATES.iter().any(names) {
        Part::Later
    } else {
        Part::First
    }
}

/// Whether a path in the name begins with the crate: a module or a function may be called the same.
fn names_crate(name: &str, of: &str) -> bool {
    let is_of_path = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | ':');
    let mut places = name.match_indices(of);
    places.any(|(at, _)| {
        let (before, from) = name.split_at(at);
        !before.ends_with(is_of_path)
            && from
                .strip_prefix(of)
                .is_some_and(|after| after.starts_with("::"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_can_wait_and_charts_cannot() {
        for (name, expected) in [
            (
                "<trust_gap::layout::school_file::SchoolFile as trust_gap::layout::Layout>::read",
                Part::Later,
            ),
            (
                "core::ptr::drop_in_place::<alloc::vec::Vec<trust_gap::source::problem::Problem>>",
                Part::Later,
            ),
            ("<csv_core::reader::Reader>::read_record", Part::Later),
            ("columns::marks::Marks::new", Part::Later),
            (
                "<alloc::vec::Vec<columns::strings::Strings>>::push",
                Part::Later,
            ),
            (
                "<core::iter::Map<u8, trust_gap::demo::records::columns::{closure#0}>>::size_hint",
                Part::First,
            ),
            ("trust_gap::app::pages::method::block", Part::Pages),
            ("trust_gap::export::svg::document", Part::Pages),
            ("trust_gap::export::svg::tenths", Part::First),
            (
                "<trust_gap::chart::gap::GapChart as trust_gap::chart::Chart>::draw",
                Part::First,
            ),
        ] {
            assert_eq!(part_of(name), expected, "{name}");
        }
    }
}
