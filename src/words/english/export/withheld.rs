//! What is said of figures of few pupils that were withheld, or were not.

use crate::method::Withheld;
use crate::terms::{counted, listed};

/// That figures of few pupils are withheld from what is taken away, and how many; or that they are not, because the user
/// says so. Nothing where there is nothing to say: of data that their publisher has suppressed, or where no figure rests
/// on few pupils.
#[must_use]
pub fn withheld_in_words(taken: &Withheld) -> Option<String> {
    if taken.is_kept {
        return Some(
            "Figures that rest on fewer than 6 pupils are shown because the user asked for it: pass them on with care."
                .to_owned(),
        );
    }
    let counts = [
        (taken.trusts, "trust", ""),
        (taken.schools, "school", ""),
        (taken.parts, "part", " of the country"),
    ];
    let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
    let counts: Vec<String> = counts
        .map(|(count, of, after)| counted(count, of) + after)
        .collect();
    let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
    (!counts.is_empty()).then(|| {
        format!(
            "Figures of {} are withheld: they rest on fewer than 6 pupils, or would tell one that does. Regional \
             figures and the ranks of other trusts are made with them.",
            listed(&counts)
        )
    })
}
