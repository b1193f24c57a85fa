//! A list of trusts with each number and year once.

use records::TrustRecord;
use records::seen::{Seen, hash_of_text};

/// A list of trusts under construction, which finds its trusts by number and year.
#[derive(Default)]
pub(super) struct TrustList {
    trusts: Vec<TrustRecord>,
    seen: Seen,
}

impl TrustList {
    /// The line of the trust with that number and year, if it is in the list.
    pub(super) fn first_line(&self, trust: &TrustRecord) -> Option<u64> {
        let same = |index: usize| {
            let known = self.trusts.get(index);
            known.filter(|known| known.uid == trust.uid && known.year == trust.year)
        };
        let hash = hash_of_text(trust.uid.as_str(), trust.year);
        let index = self.seen.find(hash, &|index| same(index).is_some())?;
        same(index).map(|known| known.line)
    }

    /// Adds a trust.
    pub(super) fn push(&mut self, trust: TrustRecord) {
        let hash = hash_of_text(trust.uid.as_str(), trust.year);
        self.seen.note(hash, self.trusts.len());
        self.trusts.push(trust);
    }

    pub(super) fn finish(self) -> Vec<TrustRecord> {
        self.trusts
    }
}
