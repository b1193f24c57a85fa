//! Ranks families of trusts for the page.

use method::{FamilyRanks, RankingJob};
use worker::{PIECE_SIZE, words};

use super::ToPage;

/// Ranks families and sends the result.
pub(crate) fn rank(to_page: &ToPage, job: &RankingJob) {
    let Some(mut ranking) = job.start() else {
        to_page.send_unreadable(words::CANNOT_BE_RANKED);
        return;
    };
    while let Some(progress) = ranking.advance() {
        to_page.send_progress(progress.done, progress.of);
    }
    let answer = FamilyRanks::all_to_bytes(&ranking.finish());
    answer.chunks(PIECE_SIZE).for_each(|piece| to_page.send_piece(piece));
    to_page.send_done();
}
