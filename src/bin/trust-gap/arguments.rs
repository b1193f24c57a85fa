//! The command line as plain data.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

use lexopt::Arg::{Long, Short, Value};
use trust_gap::method::{RegionalRule, Rules};
use trust_gap::terms::{Focus, Measure};

/// How the program is called.
pub(crate) const USAGE: &str = "\
Usage:
  trust-gap analyse FILES... [--measure KEY] [--group KEY] [--regional KEY] [--format KEY]
  trust-gap demo FOLDER [--full]

analyse reads the Department's trust performance file and prints regions, ranks and top tens.
  --measure   em5 (default), em4, att8, p8, ebacc_entry, ebacc5, ebacc4, ebacc_aps
  --group     disadvantaged (default), other, all, gap
  --regional  simple (default), pupils, schools
  --format    text (default), json, csv

demo writes the made-up demonstration data in the published layouts.
  --full      a country of the real one's size instead: one year's school file and the group links";

/// What is asked for.
#[derive(Debug)]
pub(crate) enum Command {
    /// Print how the program is called.
    Help,
    /// Analyse files.
    Analyse(Request),
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
    UnknownCommand(String),
    NoFiles,
    NoFolder,
    UnknownKey {
        option: &'static str,
        key: String,
        keys: String,
    },
    Syntax(lexopt::Error),
}

impl fmt::Display for ArgumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCommand => f.write_str("say what to do"),
            Self::UnknownCommand(word) => write!(f, "there is no command '{word}'"),
            Self::NoFiles => f.write_str("name at least one file"),
            Self::NoFolder => f.write_str("name the folder to write to"),
            Self::UnknownKey { option, key, keys } => {
                write!(f, "'{key}' is no value of {option}; choose one of {keys}")
            }
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
        Some(Value(word)) if word == "analyse" => analyse(parser),
        Some(Value(word)) if word == "demo" => demo(parser),
        Some(Value(word)) => Err(ArgumentError::UnknownCommand(
            word.to_string_lossy().into_owned(),
        )),
        Some(other) => Err(other.unexpected().into()),
    }
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

fn analyse(mut parser: lexopt::Parser) -> Result<Command, ArgumentError> {
    let mut request = Request {
        files: Vec::new(),
        rules: Rules::default(),
        format: Format::Text,
    };
    while let Some(argument) = parser.next()? {
        match argument {
            Value(file) => request.files.push(file.into()),
            Long("measure") => {
                let keys = Measure::ALL.map(Measure::key);
                request.rules.measure =
                    keyed("--measure", &value(&mut parser)?, Measure::from_key, &keys)?;
            }
            Long("group") => {
                let keys = Focus::ALL.map(Focus::key);
                request.rules.focus =
                    keyed("--group", &value(&mut parser)?, Focus::from_key, &keys)?;
            }
            Long("regional") => {
                let keys = RegionalRule::ALL.map(RegionalRule::key);
                request.rules.regional = keyed(
                    "--regional",
                    &value(&mut parser)?,
                    RegionalRule::from_key,
                    &keys,
                )?;
            }
            Long("format") => {
                let keys = ["text", "json", "csv"];
                request.format = keyed("--format", &value(&mut parser)?, format_from_key, &keys)?;
            }
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    if request.files.is_empty() {
        return Err(ArgumentError::NoFiles);
    }
    Ok(Command::Analyse(request))
}

fn value(parser: &mut lexopt::Parser) -> Result<String, ArgumentError> {
    Ok(parser.value()?.to_string_lossy().into_owned())
}

fn keyed<T>(
    option: &'static str,
    key: &str,
    from_key: fn(&str) -> Option<T>,
    keys: &[&str],
) -> Result<T, ArgumentError> {
    from_key(key).ok_or_else(|| ArgumentError::UnknownKey {
        option,
        key: key.to_owned(),
        keys: keys.join(", "),
    })
}

fn format_from_key(key: &str) -> Option<Format> {
    match key {
        "text" => Some(Format::Text),
        "json" => Some(Format::Json),
        "csv" => Some(Format::Csv),
        _ => None,
    }
}
