//! The words that figures are told in, with what each means.

use crate::chart::Term;

/// All words that are explained.
pub const TERMS: [Term; 16] = [
    Term {
        id: "disadvantaged",
        name: "Disadvantaged",
        in_text: &["disadvantaged"],
        meaning: "Pupils who had free school meals at any time in the last six years, are looked after by an authority, \
                  or were adopted from care. All others are called other pupils.",
    },
    Term {
        id: "gap",
        name: "Gap",
        in_text: &["gaps", "gap"],
        meaning: "The figure of other pupils less that of disadvantaged pupils, of the same trust or region. It is no \
                  index of single pupils: the files have none.",
    },
    Term {
        id: "trust",
        name: "Multi-academy trust",
        in_text: &["multi-academy trusts", "multi-academy trust"],
        meaning: "A charity that runs several academies. Here it has at least three that count, unless another rule is \
                  chosen.",
    },
    Term {
        id: "eligible",
        name: "Eligible",
        in_text: &["eligible"],
        meaning: "A trust with enough schools that count: mainstream academies that have been in it for long enough and \
                  have results. By default three schools and three years, as the Department has it.",
    },
    Term {
        id: "leadregion",
        name: "Lead region",
        in_text: &["lead region", "lead regions"],
        meaning: "The region to which a trust is counted: that with most of its weight. Its schools may lie elsewhere, \
                  too.",
    },
    Term {
        id: "weight",
        name: "Weight",
        in_text: &["weighted", "weight"],
        meaning: "How much a school counts in its trust\u{2019}s figure: its pupils of the group times its years in the \
                  trust, at most five.",
    },
    Term {
        id: "attainment8",
        name: "Attainment 8",
        in_text: &["attainment 8"],
        meaning: "A pupil\u{2019}s grades in eight subjects at the end of key stage 4, added up: 0 to 90 points.",
    },
    Term {
        id: "progress8",
        name: "Progress 8",
        in_text: &["progress 8"],
        meaning: "How many grades a pupil\u{2019}s Attainment 8 lies, per subject, above or below that of pupils who had \
                  the same results at the end of primary school. Around 0; it can be negative.",
    },
    Term {
        id: "grade5",
        name: "Grade 5+ in English and maths",
        in_text: &[
            "grade 5+ in english and maths",
            "grade 4+ in english and maths",
        ],
        meaning: "The share of pupils with grade 5 (a strong pass) or better in both; grade 4+ is the same with 4, a \
                  standard pass.",
    },
    Term {
        id: "ebacc",
        name: "EBacc",
        in_text: &["ebacc"],
        meaning: "The English Baccalaureate: English, maths, sciences, a language, and history or geography. Entry is \
                  the share of pupils entered for all of it; the average point score, 0 to 9, counts all pupils.",
    },
    Term {
        id: "suppressed",
        name: "Suppressed",
        in_text: &["suppressed"],
        meaning: "A figure that the Department does not publish because it rests on so few pupils that they might be \
                  known by it. It is missing, not zero.",
    },
    Term {
        id: "interval",
        name: "Interval",
        in_text: &["intervals", "interval"],
        meaning: "Where the figure could as well have come out with other pupils of the same kind: of a hundred 95% \
                  intervals about 95 hold the value behind the figure. It tells of chance alone, not of intake.",
    },
    Term {
        id: "effective",
        name: "Effective size",
        in_text: &["effective pupils", "effective number", "effective size"],
        meaning: "The number of equally weighted pupils that would give as sure a figure. Weights that differ make it \
                  smaller than the number of pupils.",
    },
    Term {
        id: "distinguishable",
        name: "Distinguishable",
        in_text: &["distinguishable", "told apart"],
        meaning: "Of two figures: their difference is more than chance explains, at the level chosen and with all pairs \
                  on the screen in mind. Not distinguishable does not mean equal.",
    },
    Term {
        id: "topten",
        name: "Top ten",
        in_text: &["top tens", "top ten"],
        meaning: "All trusts of a region whose rank is at most ten. Trusts that tie share the better rank, so there can \
                  be more than ten.",
    },
    Term {
        id: "shrunken",
        name: "Shrunken",
        in_text: &["shrunken"],
        meaning: "Drawn towards the mean of its region, the more the fewer pupils a figure rests on.",
    },
];
