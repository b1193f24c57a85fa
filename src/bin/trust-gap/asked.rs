//! What `trust`, `compare` and `trend` ask for beside files and rules.

use std::ffi::OsStr;

use lexopt::Arg::{Long, Short, Value};
use trust_gap::method::ContextWeights;
use trust_gap::terms::ContextPart;

use crate::arguments::{ArgumentError, Command, Request, TrendRequest, request_with};
use crate::options::{counting, keyed};

/// Trusts to look at, and how.
#[derive(Debug)]
pub(crate) struct TrustsRequest {
    pub(crate) uids: Vec<String>,
    pub(crate) request: Request,
    /// How many similar trusts are wanted.
    pub(crate) similar: usize,
    pub(crate) weights: ContextWeights,
}

/// How many similar trusts are shown where nobody asks for another number.
const SIMILAR: usize = 10;

/// The first word is the trust's number, whatever it looks like.
pub(crate) fn trust(mut parser: lexopt::Parser) -> Result<Command, ArgumentError> {
    let uid = match parser.next()? {
        Some(Value(word)) => word.to_string_lossy().into_owned(),
        Some(Long("help") | Short('h')) => return Ok(Command::Help),
        Some(other) => return Err(other.unexpected().into()),
        None => return Err(ArgumentError::NoTrust),
    };
    let mut asked = Asked {
        about: About::OneTrust,
        uids: vec![uid],
        ..Asked::nothing()
    };
    let request = request_with(parser, &mut asked)?;
    Ok(Command::Trust(asked.finish(request)))
}

/// Trusts by their numbers, wherever among the words they stand.
pub(crate) fn compare(parser: lexopt::Parser) -> Result<Command, ArgumentError> {
    let mut asked = Asked {
        about: About::Trusts,
        ..Asked::nothing()
    };
    let request = request_with(parser, &mut asked)?;
    if asked.uids.is_empty() {
        return Err(ArgumentError::NoTrust);
    }
    Ok(Command::Compare(asked.finish(request)))
}

/// Files of several years.
pub(crate) fn trend(parser: lexopt::Parser) -> Result<Command, ArgumentError> {
    let mut asked = Asked {
        about: About::Years,
        ..Asked::nothing()
    };
    let request = request_with(parser, &mut asked)?;
    Ok(Command::Trend(TrendRequest {
        request,
        like_for_like: asked.like_for_like,
    }))
}

/// What a command is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// Files and rules alone.
    Nothing,
    /// One trust: `--similar` and `--context-weight` are known.
    OneTrust,
    /// Several: words of digits are their numbers, and `--trust` names others.
    Trusts,
    /// Several years: `--like-for-like` is known.
    Years,
}

/// What is asked for beside files and rules.
#[derive(Debug)]
pub(crate) struct Asked {
    about: About,
    uids: Vec<String>,
    similar: usize,
    weights: ContextWeights,
    like_for_like: bool,
}

/// An option about trusts.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Known {
    Trust,
    Similar,
    ContextWeight,
}

impl Asked {
    /// Nothing more than files and rules.
    pub(crate) fn nothing() -> Self {
        Self {
            about: About::Nothing,
            uids: Vec::new(),
            similar: SIMILAR,
            weights: ContextWeights::default(),
            like_for_like: false,
        }
    }

    /// Takes a word without a value; false where the command does not have it.
    pub(crate) fn takes_flag(&mut self, argument: &lexopt::Arg<'_>) -> bool {
        let takes = self.about == About::Years && *argument == Long("like-for-like");
        self.like_for_like |= takes;
        takes
    }

    fn finish(self, request: Request) -> TrustsRequest {
        TrustsRequest {
            uids: self.uids,
            request,
            similar: self.similar,
            weights: self.weights,
        }
    }

    /// Takes a word that names a trust; false where it does not.
    pub(crate) fn takes(&mut self, word: &OsStr) -> bool {
        let word = word.to_string_lossy();
        let is_number = !word.is_empty() && word.bytes().all(|letter| letter.is_ascii_digit());
        let takes = self.about == About::Trusts && is_number;
        if takes {
            self.uids.push(word.into_owned());
        }
        takes
    }

    /// The option about trusts that an argument is, where the command has it.
    pub(crate) fn option(&self, argument: &lexopt::Arg<'_>) -> Option<Known> {
        match (argument, self.about) {
            (Long("trust"), About::Trusts) => Some(Known::Trust),
            (Long("similar"), About::OneTrust) => Some(Known::Similar),
            (Long("context-weight"), About::OneTrust) => Some(Known::ContextWeight),
            _ => None,
        }
    }

    /// Takes an option's value.
    pub(crate) fn take(&mut self, option: Known, word: &str) -> Result<(), ArgumentError> {
        match option {
            Known::Trust => self.uids.push(word.to_owned()),
            Known::Similar => {
                let keys = ["whole numbers from 1"];
                self.similar = keyed("--similar", word, counting, &keys)? as usize;
            }
            Known::ContextWeight => self.weigh(word)?,
        }
        Ok(())
    }

    fn weigh(&mut self, word: &str) -> Result<(), ArgumentError> {
        let parse = |word: &str| {
            let (part, weight) = word.split_once('=')?;
            let (part, weight): (_, f64) = (ContextPart::from_key(part)?, weight.parse().ok()?);
            let is_weight = (0.0..=ContextWeights::MOST).contains(&weight);
            is_weight.then_some((part, weight))
        };
        let keys = ["a part of the context, =, and a number from 0 to 100, such as eal=2"];
        let (part, weight) = keyed("--context-weight", word, parse, &keys)?;
        self.weights = self.weights.with(part, weight);
        Ok(())
    }
}
