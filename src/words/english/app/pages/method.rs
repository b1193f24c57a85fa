//! The page on the method: what each rule does and where it comes from.

use crate::terms::counted;

pub(crate) const THE_METHOD: &str = "The method";
pub(crate) const LEAD: &str =
    "Change a rule and see what moves. The defaults are the Department for Education\u{2019}s.";
pub(crate) const BACK_TO_DEFAULTS: &str = "Back to the Department\u{2019}s rules";
pub(crate) const REGIONS_UNDER_THESE_RULES: &str = "Regions under these rules";
pub(crate) const TEN_BEST_OF_ENGLAND: &str = "The ten best of England under these rules";
pub(crate) const LEFT_OUT_UNDER_THESE_RULES: &str = "What is left out under these rules";

pub(crate) fn with_schools(schools: usize) -> String {
    format!(" with {} that count", counted(schools, "school"))
}

/// What the rules make of the data: the finding's figures, and of how many trusts.
pub(crate) fn outcome(detail: &str, eligible: usize, schools: &str) -> String {
    format!("{detail} {}{schools}.", counted(eligible, "eligible trust"))
}

/// A piece of the explanation. Data and one loop, since each element written out adds to the page's
/// download.
pub(crate) enum Block {
    Heading(&'static str),
    Text(&'static str),
    /// A word, and what it means.
    Term(&'static str, &'static str),
}

/// What each rule does and where it comes from.
pub(crate) const EXPLANATION: [Block; 21] = [
    Block::Heading("Whose figures"),
    Block::Term(
        "Disadvantaged",
        " pupils had free school meals in the last six years, are looked after, or were adopted from care. \
         Everybody else is called other. The attainment gap is the other pupils\u{2019} figure less the disadvantaged \
         pupils\u{2019} figure; it is shown only where both are there.",
    ),
    Block::Heading("A trust\u{2019}s figure"),
    Block::Text(
        "The Department for Education weights each school of a trust by its pupils of the group (for Progress 8, \
         those included in it) and by the academic years it has been in the trust, at most five. From school files \
         and group links the page computes this itself, under the rules above. The trust file holds the result, \
         rounded; the page uses it as published and never weights it again.",
    ),
    Block::Text(
        "A value that is suppressed or otherwise missing is shown with its reason and is never taken for zero: a \
         school without one leaves the sums of that measure.",
    ),
    Block::Text(
        "By default a school that joined by 14 September counts from that calendar year, a later one from the next. The group \
         links are a snapshot of present members: where a school was before it joined its present trust is not \
         recorded.",
    ),
    Block::Heading("Eligible trusts"),
    Block::Text(
        "By default a multi-academy trust is eligible when at least three of its schools count: mainstream academies \
         (sponsored, converter, free and studio schools, university technical colleges) that have been in the trust \
         for three years, have pupils at the end of key stage 4 and any published result for all of them. A school \
         that does not count leaves the trust\u{2019}s sums altogether.",
    ),
    Block::Text(
        "A trust\u{2019}s lead region is the one with most of its weight. A trust belongs to an area of your own when more \
         of its weight lies in it than outside.",
    ),
    Block::Heading("A region\u{2019}s figure"),
    Block::Term(
        "Simple mean of trusts: ",
        "the mean of the eligible trusts\u{2019} figures by lead region; trusts without a published figure are left out. \
         This is the rule of the South-West Social Mobility Commission\u{2019}s analysis of June 2024.",
    ),
    Block::Term(
        "Weighted by pupils: ",
        "the same, each trust weighted by its pupils of the group.",
    ),
    Block::Term(
        "By school: ",
        "each school that counts, of an eligible trust, in the region where it is, with its own weight. Only school \
         files allow it.",
    ),
    Block::Text(
        "Under each finding the page says under how many of these rules it holds and which one breaks it. \
         England\u{2019}s state schools, where the school file has them, are the Department\u{2019}s own figure of all schools, \
         beside which those of trusts are shown.",
    ),
    Block::Heading("Ranks"),
    Block::Text(
        "Standard competition ranking: trusts that tie share the better rank (1, 2, 2, 4). Higher is better, but for \
         gaps smaller is. A top ten is everyone whose rank is at most 10; published percentages are whole numbers, \
         so ties are common and a top ten can hold more than ten trusts.",
    ),
    Block::Heading("What you may not conclude"),
    Block::Text(
        "That a trust ranked above another teaches better. Intakes, contexts and selection differ, and many figures \
         rest on few pupils: intervals show how much chance there is in a figure or a rank, and nothing of the rest.",
    ),
    Block::Heading("Sources"),
    Block::Text(
        "Department for Education: key stage 4 trust measures, methodology, and the performance tables with their \
         guides; Get Information About Schools: all group links.",
    ),
    Block::Text("South-West Social Mobility Commission: analysis of 216 trusts, June 2024."),
];
