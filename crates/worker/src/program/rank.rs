//! What the worker does with families that the page hands in.

use method::{FamilyRanks, RankingJob};
use worker::{PIECE_SIZE, words};

use super::ToPage;

/// Ranks families as the page asks for it and tells what came of it.
pub(crate) fn rank(to_page: &ToPage, job: &RankingJob) {
    let Some(mut ranking) = job.start() else {
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
