//! The native program, run as a user or a pipeline would.

use std::process::{Command, Output};

use serde_json::Value;

pub(crate) fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_trust-gap"))
        .args(arguments)
        .output()
        .unwrap()
}

/// The program's answer.
pub(crate) fn json(arguments: &[&str]) -> Value {
    answer(arguments).0
}

/// The program's answer, and its messages on standard error.
pub(crate) fn answer(arguments: &[&str]) -> (Value, String) {
    let output = run(arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    (serde_json::from_slice(&output.stdout).unwrap(), said)
}

/// Checks that the program gives no results and says why.
pub(crate) fn refused(arguments: &[&str], words: &str) {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains(words), "{said}");
    assert!(output.stdout.is_empty());
}
