//! Starts programs: each is announced first, and a failure is explained.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};

use crate::problem::{Problem, Result};

/// Prints the next step.
pub(crate) fn announce(step: &str) {
    println!("\n==> {step}");
}

/// Announces a step and runs it to its end. Fails if the step fails.
pub(crate) fn run(step: &str, command: &mut Command) -> Result<()> {
    announce(step);
    let status = command.status().map_err(|error| did_not_start(command, &error))?;
    succeeded(command, status)
}

/// Announces the last step and replaces this process by it, so that stopping one stops the other.
#[cfg(unix)]
pub(crate) fn last(step: &str, command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;

    announce(step);
    let error = command.exec();
    Err(did_not_start(command, &error))
}

/// Announces the last step and runs it. Only Unix can replace a process.
#[cfg(not(unix))]
pub(crate) fn last(step: &str, command: &mut Command) -> Result<()> {
    run(step, command)
}

/// Like [`run`], but also passes each line of the step's output to `heed` after printing it.
pub(crate) fn run_heeding(step: &str, command: &mut Command, mut heed: impl FnMut(&str)) -> Result<()> {
    announce(step);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| did_not_start(command, &error))?;
    if let Some(output) = child.stdout.take() {
        // Lines are bytes, because a test's output need not be UTF-8.
        for line in BufReader::new(output).split(b'\n').map_while(std::result::Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            heed(&line);
        }
    }
    let status = child.wait().map_err(|error| did_not_start(command, &error))?;
    succeeded(command, status)
}

/// A program's output. Returns `None` if the program does not exist or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first program on the path with one of these names.
pub(crate) fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        folders
            .iter()
            .map(|folder| folder.join(&file))
            .find(|program| program.is_file())
    })
}

fn did_not_start(command: &Command, error: &std::io::Error) -> Problem {
    Problem::new(
        format!("`{}` could not be run: {error}.", in_words(command)),
        "Look whether the program is installed and on your PATH.",
    )
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    Err(Problem::new(
        format!("`{}` failed ({status}).", in_words(command)),
        "What it says above is the reason; mend that and run the command again.",
    ))
}

fn in_words(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let name = program
        .file_name()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned();
    let arguments = command
        .get_args()
        .map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(name).chain(arguments).collect::<Vec<_>>().join(" ")
}
