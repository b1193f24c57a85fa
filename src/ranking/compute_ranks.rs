//! What the worker does with families that the page hands in.

use method::{FamilyRanks, RankingJob};

use crate::words::ranking as words;
use crate::worker::{PIECE_SIZE, ToPage};

/// Ranks families as the page asks for it and tells what came of it.
pub(crate) fn compute_ranks(to_page: &ToPage, job: &[u8]) {
    let job = RankingJob::from_bytes(job);
    let Some(mut ranking) = job.and_then(|job| job.start()) else {
        to_page.tell_unreadable(words::CANNOT_BE_RANKED);
        return;
    };
    while let Some(progress) = ranking.advance() {
        to_page.tell_progress(progress.done, progress.of);
    }
    let answer = FamilyRanks::all_to_bytes(&ranking.finish());
    answer
        .chunks(PIECE_SIZE)
        .for_each(|piece| to_page.hand_over(piece));
    to_page.tell_done();
}
