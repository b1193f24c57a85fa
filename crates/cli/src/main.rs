//! `trust-gap`: the engine on the command line, for tests, benchmarks and pipelines.

mod analyse;
mod arguments;
mod assets;
mod datasets;
mod demo;
mod estimates;
mod figures;
mod map;
mod options;
mod ranks;
mod robustness;
mod trend;
mod trusts;

use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use arguments::Command;

/// The exit code if there are no results.
const NO_RESULTS: u8 = 2;

fn main() -> ExitCode {
    let command = match arguments::parse(std::env::args_os()) {
        Ok(command) => command,
        // Help, which is not an error, or a fault in the arguments, for which clap also exits with 2.
        Err(message) => message.exit(),
    };
    let outcome = match command {
        Command::Analyse(request) => analyse::run(&request),
        Command::Figures(request) => figures::run(&request),
        Command::Robustness(request) => robustness::run(&request),
        Command::Trend(request) => trend::run(&request),
        Command::Trust(request) => trusts::run_profile(&request),
        Command::Compare(request) => trusts::run_compare(request),
        Command::Ranks(request) => ranks::run(&request),
        Command::Datasets { folder } => datasets::run(&folder),
        Command::Assets { folder } => assets::run(&folder),
        Command::Demo { folder, full } => demo::run(&folder, full),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("trust-gap: {message}");
            ExitCode::from(NO_RESULTS)
        }
    }
}

/// Writes to standard output. It is not a failure if the reader has closed it.
fn print(text: &str) -> Result<(), String> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| format!("standard output: {error}")),
    }
}
