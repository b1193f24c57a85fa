//! The command line as plain data, parsed by clap. The options that are settings come from the table of settings.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{
    Arg, ArgAction, ArgMatches, Args, CommandFactory as _, FromArgMatches, Parser, Subcommand, ValueEnum, value_parser,
};
use trust_gap::method::{ContextWeights, Settings};
use trust_gap::terms::{AcademicYear, ContextPart};

use crate::options::{Chosen, options_of};

/// Trust Gap Explorer on the command line: how well England's multi-academy trusts do by their disadvantaged pupils
#[derive(Debug, Parser)]
#[command(
    name = "trust-gap",
    after_help = "Run trust-gap COMMAND --help to see what a command does and its options.",
    override_usage = "\
trust-gap analyse FILES... [OPTIONS]
       trust-gap figures FILES... [OPTIONS]
       trust-gap robustness FILES... [OPTIONS]
       trust-gap trend FILES... [--like-for-like] [OPTIONS]
       trust-gap trust UID FILES... [OPTIONS]
       trust-gap compare UID UID... FILES... [OPTIONS]
       trust-gap ranks FILE --value COLUMN --se COLUMN --label COLUMN [OPTIONS]
       trust-gap datasets FOLDER
       trust-gap demo FOLDER [--full]"
)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

/// A command with its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print regions, ranks and top tens.
    ///
    /// Reads the Department's trust or school performance files, as CSV or in the downloaded ZIP, and prints regions,
    /// ranks and top tens. It also reads the group links from Get Information About Schools and your own spreadsheets.
    #[command(override_usage = "trust-gap analyse FILES... [OPTIONS]")]
    Analyse(Request),
    /// Write all figures of a year as one CSV file.
    ///
    /// Prints every measure for every group of pupils as CSV, with a row for England and for each trust, region and
    /// area. Each row has a figure with its interval, or the reason why it is missing. Trusts also have their ranks,
    /// and the ranks that they could have in their region.
    #[command(override_usage = "trust-gap figures FILES... [OPTIONS]")]
    Figures(Request),
    /// Check which findings survive other rules.
    ///
    /// Prints as JSON how many combinations of rules give different numbers and which headlines hold under them. It
    /// also gives the lowest and highest rank of each trust.
    #[command(override_usage = "trust-gap robustness FILES... [OPTIONS]")]
    Robustness(Request),
    /// Follow figures and gaps over the years.
    ///
    /// Takes files for two or more years and prints the figure and gap of each region and trust as JSON. It also says
    /// who is closing the gap, and which schools joined or left. Changes run from the first year with exams to the
    /// last.
    #[command(override_usage = "trust-gap trend FILES... [--like-for-like] [OPTIONS]")]
    Trend(Request),
    /// Print everything about one trust.
    ///
    /// Prints as JSON everything about the trust with this number. Each measure has an interval and a rank, next to the
    /// figures for its region and for all trusts. Its schools, its context and the trusts in the most similar contexts
    /// follow, with whether these do better or worse by --measure and --group.
    #[command(override_usage = "trust-gap trust UID FILES... [OPTIONS]")]
    Trust(TrustRequest),
    /// Compare two to six trusts side by side.
    ///
    /// Prints two to six trusts side by side as JSON. For each pair it says whether their difference is clear.
    #[command(override_usage = "trust-gap compare UID UID... FILES... [OPTIONS]")]
    Compare(CompareRequest),
    /// Rank the estimates in any table, with intervals.
    ///
    /// Reads any CSV of estimates and prints each rank with its interval as JSON, the greatest value first. Marginal
    /// intervals are single-step and need no simulation; simultaneous intervals are step-down.
    #[command(override_usage = "trust-gap ranks FILE --value COLUMN --se COLUMN --label COLUMN [OPTIONS]")]
    Ranks(RanksRequest),
    /// Check the data sets for a hosted page.
    ///
    /// Checks each entry in the folder's datasets.json, and reads each file as a hosted copy of the page would. It
    /// prints the names of the files that belong next to the page, one per line.
    #[command(override_usage = "trust-gap datasets FOLDER")]
    Datasets {
        /// The folder that contains datasets.json and its files
        folder: PathBuf,
    },
    /// Write made-up demonstration data in the published layouts.
    #[command(override_usage = "trust-gap demo FOLDER [--full]")]
    Demo {
        /// The folder to write to
        folder: PathBuf,
        /// Write a country as large as England instead: one year's school file and the group links
        #[arg(long)]
        full: bool,
    },
    /// Write the demonstration's records that the page fetches. `cargo xtask assets` calls it when the page is built.
    #[command(hide = true)]
    Assets {
        /// The folder to write to
        folder: PathBuf,
    },
}

/// Files, settings and the output format.
#[derive(Debug, Args)]
pub(crate) struct Request {
    /// CSV files, or the ZIP archives as downloaded
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) options: RequestOptions,
}

/// Options for reading files and for the output.
#[derive(Debug, Args)]
pub(crate) struct RequestOptions {
    /// The output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// FILE.toml: what the columns of your own spreadsheet mean
    #[arg(long, value_name = "FILE")]
    pub(crate) map: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) chosen: Chosen,
}

/// One trust, with the options for its report.
#[derive(Debug, Args)]
pub(crate) struct TrustRequest {
    /// The trust's number (UID), which need not be digits
    pub(crate) uid: String,
    #[command(flatten)]
    pub(crate) request: Request,
    /// How many similar trusts to list
    #[arg(long, value_name = "NUMBER", default_value_t = 10, value_parser = counting)]
    pub(crate) similar: u32,
    /// The weight of a part of the context in the distance, 1 by default; can be repeated. Parts: disadvantaged, eal,
    /// sen, sen_plan and sen_support (0 by default), prior_attainment, sponsored, selective
    #[arg(long, value_name = "PART=NUMBER", value_parser = context_weight)]
    context_weight: Vec<(ContextPart, f64)>,
}

/// Trusts to compare, with the options for their report.
#[derive(Debug, Args)]
pub(crate) struct CompareRequest {
    #[command(flatten)]
    pub(crate) named: TrustsAndFiles,
    #[command(flatten)]
    pub(crate) options: RequestOptions,
}

/// Trusts and files, in the order in which they were named.
#[derive(Debug, Default)]
pub(crate) struct TrustsAndFiles {
    pub(crate) uids: Vec<String>,
    pub(crate) files: Vec<PathBuf>,
}

const WORDS: &str = "words";
const TRUST: &str = "trust";

impl Args for TrustsAndFiles {
    fn augment_args(command: clap::Command) -> clap::Command {
        let words = Arg::new(WORDS)
            .value_name("UID or FILE")
            .help("Trust numbers (digits only) and files")
            .value_parser(value_parser!(OsString))
            .num_args(1..)
            .required(true);
        let trust = Arg::new(TRUST)
            .long(TRUST)
            .value_name("UID")
            .help("A trust whose number is not only digits; can be repeated")
            .action(ArgAction::Append);
        command.args([words, trust])
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for TrustsAndFiles {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut named = Self::default();
        named.update_from_arg_matches(matches)?;
        Ok(named)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        let indices = |id| matches.indices_of(id).into_iter().flatten();
        let words = matches.get_many::<OsString>(WORDS).into_iter().flatten();
        let (numbers, files): (Vec<_>, Vec<_>) = indices(WORDS).zip(words).partition(|(_, word)| is_number(word));
        let numbers = numbers
            .into_iter()
            .map(|(index, word)| (index, word.to_string_lossy().into_owned()));
        let trusts = matches.get_many::<String>(TRUST).into_iter().flatten();
        let mut uids: Vec<(usize, String)> = indices(TRUST).zip(trusts.cloned()).collect();
        uids.extend(numbers);
        uids.sort();
        self.uids = uids.into_iter().map(|(_, uid)| uid).collect();
        self.files = files.into_iter().map(|(_, file)| PathBuf::from(file)).collect();
        let missing = match (self.uids.is_empty(), self.files.is_empty()) {
            (true, _) => "give the trusts' numbers (UID)",
            (_, true) => "give at least one file",
            (false, false) => return Ok(()),
        };
        let error = ErrorKind::MissingRequiredArgument;
        Err(clap::Error::raw(error, format!("{missing}\n")))
    }
}

/// A table of estimates and how to rank them.
#[derive(Debug, Args)]
pub(crate) struct RanksRequest {
    /// Any CSV file
    pub(crate) file: PathBuf,
    /// The column with the estimate
    #[arg(long, value_name = "COLUMN", allow_hyphen_values = true)]
    pub(crate) value: String,
    /// The column with its standard error
    #[arg(long = "se", value_name = "COLUMN", allow_hyphen_values = true)]
    pub(crate) error: String,
    /// The column with its name
    #[arg(long, value_name = "COLUMN", allow_hyphen_values = true)]
    pub(crate) label: String,
    #[command(flatten)]
    pub(crate) chosen: Chosen,
}

/// The output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Csv,
}

impl Request {
    /// The requested settings.
    pub(crate) const fn settings(&self) -> &Settings {
        &self.options.chosen.settings
    }

    /// The requested year.
    pub(crate) fn year(&self) -> Option<AcademicYear> {
        self.settings().year.flatten()
    }
}

impl TrustRequest {
    /// How much each part of the context counts.
    pub(crate) fn weights(&self) -> ContextWeights {
        let weighed = self.context_weight.iter();
        weighed.fold(ContextWeights::default(), |weights, (part, weight)| {
            weights.with(*part, *weight)
        })
    }
}

/// Parses the program's arguments. The first is its own name.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, clap::Error> {
    let mut program = Program::command();
    let names: Vec<String> = program
        .get_subcommands()
        .map(|command| command.get_name().to_owned())
        .collect();
    for name in &names {
        program = program.mut_subcommand(name, |command| command.args_override_self(true).args(options_of(name)));
    }
    let matches = program.try_get_matches_from(arguments)?;
    Ok(Program::from_arg_matches(&matches)?.command)
}

/// Whether a word among trusts and files is a trust's number.
fn is_number(word: &OsString) -> bool {
    let word = word.to_string_lossy();
    !word.is_empty() && word.bytes().all(|letter| letter.is_ascii_digit())
}

/// Parses a whole number from 1.
fn counting(word: &str) -> Result<u32, &'static str> {
    let number = word.parse().ok().filter(|&number| number > 0);
    number.ok_or("accepted values: whole numbers from 1")
}

/// Parses a part of the context and its weight.
fn context_weight(word: &str) -> Result<(ContextPart, f64), &'static str> {
    let parse = || {
        let (part, weight) = word.split_once('=')?;
        let (part, weight): (_, f64) = (ContextPart::from_key(part)?, weight.parse().ok()?);
        let is_weight = (0.0..=ContextWeights::MOST).contains(&weight);
        is_weight.then_some((part, weight))
    };
    parse().ok_or("give a part of the context, an equals sign and a number from 0 to 100, such as eal=2")
}
