//! The command line as plain data.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

use lexopt::Arg::{Long, Short, Value};
use trust_gap::method::{IntervalChoices, RankKind, Rules};
use trust_gap::source::Choices;
use trust_gap::stats::Level;
use trust_gap::terms::{AcademicYear, Area, AreaError};

use crate::asked::{self, Asked, TrustsRequest};
use crate::options::{Given, kind, level, value};

/// How the program is called.
pub(crate) const USAGE: &str = "\
Usage:
  trust-gap analyse FILES... [OPTIONS]
  trust-gap robustness FILES... [OPTIONS]
  trust-gap trend FILES... [--like-for-like] [OPTIONS]
  trust-gap trust UID FILES... [OPTIONS]
  trust-gap compare UID UID... FILES... [OPTIONS]
  trust-gap ranks FILE --value COLUMN --se COLUMN --label COLUMN [--level 95] [--kind marginal]
  trust-gap datasets FOLDER
  trust-gap demo FOLDER [--full]

analyse reads the Department's trust or school performance files, as CSV or in the ZIP they came in, the group
links of Get Information About Schools, and spreadsheets of your own, and prints regions, ranks and top tens.
  --measure      em5 (default), em4, att8, p8, ebacc_entry, ebacc5, ebacc4, ebacc_aps, or one of your own
  --group        disadvantaged (default), other, all, gap
  --regional     simple (default), pupils, schools
  --format       text (default), json, csv
  --year         such as 2022/23: the year to show, and that of files which do not tell theirs
  --basis        computed (from schools, default where they are there), published (as a trust file has it)
  --weight       pupils-years (default), pupils, equal: the weight of a school in its trust
  --cap          most years that weigh, 5 by default, or none
  --min-years    least years in the trust for a school to count, 3 by default
  --min-schools  least schools that count for a trust to be eligible, 3 by default
  --cut-off      the day by which a school joins to count from that year, 09-14 by default
  --types        types of school that count, AC,ACC,F,FSS,FUTC by default
  --missing      what a school without a value leaves out: school (default: itself) or trust
  --area         NAME=CODE,CODE...: local authorities to show together; may be given several times
  --map          FILE.toml: what the columns of your own spreadsheet are
  --assume       ID=READING: another reading of what a file leaves open; the JSON's doubts name both. May be given several
                 times
  --level        how sure intervals are, in percent: 95 (default), 90, 99 or another number above 50 and below 99.99
  --kind         what intervals of ranks hold for: marginal (default, one trust at a time), simultaneous (all at once)
  --sd-att8      standard deviation of pupils' Attainment 8 that is assumed, 20 points by default
  --sd-aps       the same of the EBacc average point score, 2.1 points by default

robustness takes the same files and options, and prints as JSON how many combinations of rules give different
numbers, which headlines hold under them, and between which ranks each trust moves.

trend takes files of two years or more and the same options, and prints as JSON each region's and trust's figure and gap
over the years, who is closing it, and which schools joined or left. Changes run from the first year with exams to the last.
  --like-for-like  schools that count in the same trust in every year with exams, and no others
trust takes the same files and options, and prints as JSON everything about the trust with this number: every measure
beside its region's and all trusts' with intervals and ranks, its schools, its context, and the trusts in the most
similar contexts, which do better or worse by --measure and --group.
  --similar         how many similar trusts, 10 by default
  --context-weight  PART=NUMBER: how much a part of the context counts in the distance, 1 by default; may be given several
                    times. Parts: disadvantaged, eal, sen, sen_plan and sen_support (0 by default), prior_attainment,
                    sponsored, selective

compare takes the same files and options, and prints as JSON two to six trusts side by side: words of digits alone are
their numbers, --trust names one whose number is not; for each pair it says whether the two can be told apart.

ranks reads any CSV of estimates and prints each one's rank, the greatest value first, with an interval as JSON.
  --value, --se, --label  the columns that hold the estimate, its standard error and its name
  --level, --kind         as above: marginal is single-step without simulation, simultaneous is step-down

datasets looks whether a hosted copy of the page can offer what the folder's datasets.json names: its entries, and each
file as the page would read it. It prints what belongs next to the page, a name a line.

demo writes the made-up demonstration data in the published layouts.
  --full      a country of the real one's size instead: one year's school file and the group links";

/// What is asked for.
#[derive(Debug)]
pub(crate) enum Command {
    /// Print how the program is called.
    Help,
    /// Analyse files.
    Analyse(Request),
    /// See which findings survive other rules.
    Robustness(Request),
    /// Follow figures over the years.
    Trend(TrendRequest),
    /// Say everything about one trust.
    Trust(TrustsRequest),
    /// Set trusts side by side.
    Compare(TrustsRequest),
    /// Rank estimates of any table.
    Ranks(RanksRequest),
    /// Look through the data sets that a hosted page is to offer.
    Datasets(PathBuf),
    /// Write the demonstration data.
    Demo {
        /// Where to.
        folder: PathBuf,
        /// At the size of the real files.
        full: bool,
    },
}

/// Files, rules and the form of the answer.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) files: Vec<PathBuf>,
    pub(crate) rules: Rules,
    pub(crate) format: Format,
    /// The measure's key, where it may be one of the user's own.
    pub(crate) own_measure: Option<String>,
    pub(crate) year: Option<AcademicYear>,
    pub(crate) areas: Vec<Area>,
    pub(crate) map: Option<PathBuf>,
    /// What to take where a file allows several readings.
    pub(crate) choices: Choices,
    pub(crate) interval_choices: IntervalChoices,
}

/// Files of several years and rules.
#[derive(Debug)]
pub(crate) struct TrendRequest {
    pub(crate) request: Request,
    pub(crate) like_for_like: bool,
}

/// A table of estimates and how to rank them.
#[derive(Debug)]
pub(crate) struct RanksRequest {
    pub(crate) file: PathBuf,
    /// The name of the column of estimates.
    pub(crate) value: String,
    /// That of their standard errors.
    pub(crate) error: String,
    /// That of their names.
    pub(crate) label: String,
    pub(crate) level: Level,
    pub(crate) kind: RankKind,
}

/// The form of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
    Csv,
}

/// Why the arguments make no sense.
#[derive(Debug)]
pub(crate) enum ArgumentError {
    NoCommand,
    /// Not an error: how the program is called was asked for among a command's options.
    HelpAsked,
    UnknownCommand(String),
    NoFiles,
    NoFolder,
    NoTrust,
    /// A command that cannot do without this option.
    NoOption(&'static str),
    UnknownKey {
        option: &'static str,
        key: String,
        keys: String,
    },
    Area(AreaError),
    Syntax(lexopt::Error),
}

impl fmt::Display for ArgumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCommand | Self::HelpAsked => f.write_str("say what to do"),
            Self::UnknownCommand(word) => write!(f, "there is no command '{word}'"),
            Self::NoFiles => f.write_str("name at least one file"),
            Self::NoFolder => f.write_str("name the folder"),
            Self::NoTrust => f.write_str("name the trust by its number (UID)"),
            Self::NoOption(option) => write!(f, "say the column's name with {option}"),
            Self::UnknownKey { option, key, keys } => {
                write!(f, "'{key}' is no value of {option}; choose one of {keys}")
            }
            Self::Area(error) => write!(f, "{error}. {}", error.remedy()),
            Self::Syntax(error) => write!(f, "{error}"),
        }
    }
}

impl From<lexopt::Error> for ArgumentError {
    fn from(error: lexopt::Error) -> Self {
        Self::Syntax(error)
    }
}

/// Reads the arguments that follow the program's name.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, ArgumentError> {
    let mut parser = lexopt::Parser::from_args(arguments);
    match parser.next()? {
        None => Err(ArgumentError::NoCommand),
        Some(Long("help") | Short('h')) => Ok(Command::Help),
        Some(Value(word)) if word == "help" => Ok(Command::Help),
        Some(Value(word)) if word == "analyse" => request(parser).map(Command::Analyse),
        Some(Value(word)) if word == "robustness" => request(parser).map(Command::Robustness),
        Some(Value(word)) if word == "trend" => asked::trend(parser),
        Some(Value(word)) if word == "trust" => asked::trust(parser),
        Some(Value(word)) if word == "compare" => asked::compare(parser),
        Some(Value(word)) if word == "ranks" => ranks(parser),
        Some(Value(word)) if word == "datasets" => datasets(parser),
        Some(Value(word)) if word == "demo" => demo(parser),
        Some(Value(word)) => Err(ArgumentError::UnknownCommand(
            word.to_string_lossy().into_owned(),
        )),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn datasets(mut parser: lexopt::Parser) -> Result<Command, ArgumentError> {
    let mut folder: Option<PathBuf> = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Value(word) if folder.is_none() => folder = Some(word.into()),
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    folder.map(Command::Datasets).ok_or(ArgumentError::NoFolder)
}

fn demo(mut parser: lexopt::Parser) -> Result<Command, ArgumentError> {
    let mut folder: Option<PathBuf> = None;
    let mut full = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Value(word) if folder.is_none() => folder = Some(word.into()),
            Long("full") => full = true,
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    let folder = folder.ok_or(ArgumentError::NoFolder)?;
    Ok(Command::Demo { folder, full })
}

fn ranks(mut parser: lexopt::Parser) -> Result<Command, ArgumentError> {
    let (mut file, mut columns): (Option<PathBuf>, [Option<String>; 3]) =
        (None, [const { None }; 3]);
    let [value_column, error_column, label_column] = &mut columns;
    let mut interval_choices = IntervalChoices::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(word) if file.is_none() => file = Some(word.into()),
            Long("value") => *value_column = Some(value(&mut parser)?),
            Long("se") => *error_column = Some(value(&mut parser)?),
            Long("label") => *label_column = Some(value(&mut parser)?),
            Long("level") => interval_choices.level = level(&mut parser)?,
            Long("kind") => interval_choices.kind = kind(&mut parser)?,
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    let [value_column, error_column, label_column] = columns;
    Ok(Command::Ranks(RanksRequest {
        file: file.ok_or(ArgumentError::NoFiles)?,
        value: value_column.ok_or(ArgumentError::NoOption("--value"))?,
        error: error_column.ok_or(ArgumentError::NoOption("--se"))?,
        label: label_column.ok_or(ArgumentError::NoOption("--label"))?,
        level: interval_choices.level,
        kind: interval_choices.kind,
    }))
}

fn request(parser: lexopt::Parser) -> Result<Request, ArgumentError> {
    request_with(parser, &mut Asked::nothing())
}

/// Files and rules, with what is asked for beside them.
pub(crate) fn request_with(
    mut parser: lexopt::Parser,
    asked: &mut Asked,
) -> Result<Request, ArgumentError> {
    let mut given = Given::default();
    while let Some(argument) = parser.next()? {
        if asked.takes_flag(&argument) {
            continue;
        }
        if let Some(option) = asked.option(&argument) {
            asked.take(option, &value(&mut parser)?)?;
            continue;
        }
        match argument {
            Value(word) if asked.takes(&word) => {}
            Value(file) => given.files.push(file.into()),
            Long("help") | Short('h') => return Err(ArgumentError::HelpAsked),
            Long(option) => {
                let option = option.to_owned();
                if !given.takes(&option, &mut parser)? {
                    return Err(Long(&option).unexpected().into());
                }
            }
            other @ Short(_) => return Err(other.unexpected().into()),
        }
    }
    given.finish()
}
