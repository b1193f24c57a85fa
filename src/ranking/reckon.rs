//! What the worker does with families that the page hands in.

use method::{FamilyRanks, RankingJob};

use crate::words::ranking as words;
use crate::worker::{PIECE_SIZE, ToPage};

/// Ranks families as the page asks for it and tells what came of it.
pub(crate) fn reckon(teller: &ToPage, job: &[u8]) {
    let job = RankingJob::from_bytes(job);
    let Some(mut ranking) = job.and_then(|job| job.start()) else {
        teller.tell_unreadable(words::CANNOT_BE_RANKED);
        return;
    };
    while let Some(progress) = ranking.advance() {
        teller.tell_progress(progress.done, progress.of);
    }
    let answer = FamilyRanks::all_to_bytes(&ranking.finish());
    answer
        .chunks(PIECE_SIZE)
        .for_each(|piece| teller.hand_over(piece));
    teller.tell_done();
}
