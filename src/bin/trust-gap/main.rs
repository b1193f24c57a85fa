//! `trust-gap`: the engine on the command line, for tests, benchmarks and pipelines.

mod analyse;
mod arguments;
mod asked;
mod datasets;
mod demo;
mod estimates;
mod map;
mod options;
mod ranks;
mod robustness;
mod trend;
mod trusts;

use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use arguments::{ArgumentError, Command, USAGE};

/// What the program leaves with when it has no results to give.
const NO_RESULTS: u8 = 2;

fn main() -> ExitCode {
    let outcome = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Command::Help) => print(&format!("{USAGE}\n")),
        Ok(Command::Analyse(request)) => analyse::run(&request),
        Ok(Command::Robustness(request)) => robustness::run(&request),
        Ok(Command::Trend(request)) => trend::run(&request),
        Ok(Command::Trust(request)) => trusts::run_profile(&request),
        Ok(Command::Compare(request)) => trusts::run_compare(&request),
        Ok(Command::Ranks(request)) => ranks::run(&request),
        Ok(Command::Datasets(folder)) => datasets::run(&folder),
        Ok(Command::Demo { folder, full }) => demo::run(&folder, full),
        Err(ArgumentError::HelpAsked) => print(&format!("{USAGE}\n")),
        Err(error) => Err(format!("{error}\n\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("trust-gap: {message}");
            ExitCode::from(NO_RESULTS)
        }
    }
}

/// Writes to standard output. A reader that has closed it wants no more, which is no failure.
fn print(text: &str) -> Result<(), String> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| format!("standard output: {error}")),
    }
}
