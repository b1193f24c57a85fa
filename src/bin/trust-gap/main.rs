//! `trust-gap`: the engine on the command line, for tests, benchmarks and pipelines.

mod analyse;
mod arguments;
mod demo;

use std::process::ExitCode;

use arguments::{Command, USAGE};

/// What the program leaves with when it has no results to give.
const NO_RESULTS: u8 = 2;

fn main() -> ExitCode {
    let outcome = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Command::Help) => {
            println!("{USAGE}");
            Ok(())
        }
        Ok(Command::Analyse(request)) => analyse::run(&request),
        Ok(Command::Demo { folder }) => demo::run(&folder),
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
