//! Records of trusts, schools and memberships as stated in files. Every value is published or missing for a reason. The
//! problems of a file's rows are kept, and so are its doubts: decisions where a file can be read in several ways.
//!
//! This crate does not depend on how files are read or on rules.

mod context;
mod doubt;
mod encoding;
mod fingerprint;
pub mod grammar;
pub mod intake;
mod memberships;
pub mod model;
mod numbers;
mod packed;
mod problem;
mod record;
mod schools;
pub mod seen;
pub mod terms;
pub mod words;

pub use context::COUNTED_TYPES;
pub use context::{Count, SchoolContext, TrustContext};
pub use doubt::{Choices, Doubt, DoubtKind, Evidence, Grounds, Reading};
pub use doubt::{Doubts, EVIDENCE_KEPT, Question};
pub use encoding::Encoding;
pub use fingerprint::{Fingerprint, Fingerprinting};
pub use memberships::MembershipReader;
pub use memberships::{LinkedTrust, Membership, Memberships};
pub use numbers::Numbers;
pub use problem::{Fault, Problem, ProblemKind, excerpt};
pub use record::SchoolRecord;
pub use record::{
    Amount, Attainment, ByGroup, PROBLEMS_KEPT, Recognised, Records, Succession, Tenure, TotalOf, TotalRecord,
    TrustKind, TrustRecord, TrustUid, YearSpread,
};
pub use schools::{School, SchoolNumber, Schools};
pub use words::{OWN_SPREADSHEET, department};
