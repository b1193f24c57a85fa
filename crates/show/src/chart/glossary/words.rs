//! The terms used for figures, with their meanings.

use crate::chart::Term;

/// All explained terms.
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
        meaning: "The figure of other pupils minus that of disadvantaged pupils, in the same trust or region. It is not \
              an index of individual pupils, because the files do not have them.",
    },
    Term {
        id: "trust",
        name: "Multi-academy trust",
        in_text: &["multi-academy trusts", "multi-academy trust"],
        meaning: "A charity that runs several academies. Here it has at least three that count, unless you choose \
              another rule.",
    },
    Term {
        id: "eligible",
        name: "Eligible",
        in_text: &["eligible"],
        meaning: "A trust with enough schools that count: mainstream academies that have been in it for long enough and \
              have results. The default is the Department\u{2019}s rule: three schools and three years.",
    },
    Term {
        id: "leadregion",
        name: "Lead region",
        in_text: &["lead region", "lead regions"],
        meaning: "The region in which a trust is counted: the one with most of its weight. Some of its schools may be \
              elsewhere.",
    },
    Term {
        id: "weight",
        name: "Weight",
        in_text: &["weighted", "weight"],
        meaning: "How much a school counts in its trust\u{2019}s figure: its pupils in the group times its years in the \
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
        meaning: "How many grades per subject a pupil\u{2019}s Attainment 8 is above or below that of pupils with equal \
              results at the end of primary school. It is around 0 and can be negative.",
    },
    Term {
        id: "grade5",
        name: "Grade 5+ in English and maths",
        in_text: &["grade 5+ in english and maths", "grade 4+ in english and maths"],
        meaning: "The share of pupils with grade 5 (a strong pass) or better in both. Grade 4+ is the same with grade 4, \
              a standard pass.",
    },
    Term {
        id: "ebacc",
        name: "EBacc",
        in_text: &["ebacc"],
        meaning: "The English Baccalaureate: English, maths, sciences, a language, and history or geography. Entry is \
              the share of pupils entered for all of it. The average point score, 0 to 9, counts all pupils.",
    },
    Term {
        id: "suppressed",
        name: "Suppressed",
        in_text: &["suppressed"],
        meaning: "A figure that the Department does not publish, because it covers so few pupils that they might be \
              identified. It is missing, not zero.",
    },
    Term {
        id: "interval",
        name: "Interval",
        in_text: &["intervals", "interval"],
        meaning: "The range of figures that other pupils of the same kind could well have had. About 95 of a hundred 95% \
              intervals contain the value behind the figure. It covers chance only, not differences in intake.",
    },
    Term {
        id: "effective",
        name: "Effective size",
        in_text: &["effective pupils", "effective number", "effective size"],
        meaning: "The number of equally weighted pupils that would give an equally precise figure. Unequal weights make it \
              smaller than the number of pupils.",
    },
    Term {
        id: "distinguishable",
        name: "Distinguishable",
        in_text: &["distinguishable", "told apart"],
        meaning: "Two figures are distinguishable if they differ by more than chance explains, at the chosen level and \
              allowing for all pairs on the screen. Not distinguishable does not mean equal.",
    },
    Term {
        id: "topten",
        name: "Top ten",
        in_text: &["top tens", "top ten"],
        meaning: "All trusts in a region that rank tenth or better. Trusts that tie share the better rank, so there can \
              be more than ten.",
    },
    Term {
        id: "shrunken",
        name: "Shrunken",
        in_text: &["shrunken"],
        meaning: "Moved towards the mean of its region. The fewer pupils a figure covers, the further it moves.",
    },
];
