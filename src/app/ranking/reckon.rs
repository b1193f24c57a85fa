//! What the worker does with families that the page hands in.

use js_sys::Date;

use crate::app::worker::{BETWEEN_TIDINGS, PIECE, Teller, Told};
use crate::method::{FamilyRanks, RankingJob};
use crate::words::app::ranking::reckon as words;

/// Ranks families as the page asks for it and tells what came of it.
pub(in crate::app) fn reckon(teller: &Teller, job: &[u8]) {
    let job = RankingJob::from_bytes(job);
    let Some(mut ranking) = job.and_then(|job| job.start()) else {
        teller.tell(&Told::Unreadable(words::CANNOT_BE_RANKED.to_owned()));
        return;
    };
    let mut told = Date::now();
    while let Some(progress) = ranking.advance() {
        if Date::now() - told >= BETWEEN_TIDINGS {
            told = Date::now();
            teller.tell(&Told::Progress {
                done: progress.done,
                count: progress.of,
            });
        }
    }
    for piece in FamilyRanks::all_to_bytes(&ranking.finish()).chunks(PIECE) {
        teller.hand_over(piece);
    }
    teller.tell(&Told::Done);
}
