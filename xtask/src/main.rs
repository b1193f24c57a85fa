//! The project's own commands, started as `cargo xtask <command>`.
//!
//! Each installs the tools it needs if they are missing, and announces what it does. If something is missing, it stops
//! and says what to do.
//!
//! | file | what is in it |
//! |---|---|
//! | `project` | where things are, and what the lock file says |
//! | `toolbox` | Rust's parts, Trunk and wasm-bindgen: found or installed, and first on the path |
//! | `node` | Node's packages: the browser tests' and wasm-opt |
//! | `chromium` | a browser to test in |
//! | `page`, `serve` (and `gallery`), `dist`, `size`, `test`, `demo`, `bench` | the commands |
//! | `assets` | what Trunk runs before and after it builds the page |
//! | `bench_native`, `bench_browser` | the halves of `bench` |
//! | `count` | how many tests passed, as Cargo and Playwright report it |
//! | `version` | version numbers, as programs print them |
//! | `run`, `problem` | starting programs; what goes wrong and what to do about it |

mod assets;
mod bench;
mod bench_browser;
mod bench_native;
mod chromium;
mod count;
mod demo;
mod dist;
#[cfg(test)]
mod documents;
mod node;
mod page;
mod problem;
mod project;
mod run;
mod serve;
mod size;
mod test;
mod toolbox;
mod version;

use std::process::ExitCode;

use problem::{Problem, Result};
use project::Project;

const HELP: &str = "\
The project's own commands:

  cargo xtask serve [--port N]  build the page and serve it on http://127.0.0.1:8080 (or port N)
  cargo xtask gallery [--port N]
                                the same of the debug page, whose #gallery shows every component and chart
  cargo xtask dist [FOLDER] [--data FOLDER]
                                build the page into dist, or into a new folder, ready for any web server; --data names
                                the folder of your own data sets for visitors: datasets.json and the files in it
  cargo xtask test              run every check and every test, as CI does
  cargo xtask demo              write the demonstration files to target/demo
  cargo xtask demo --full       write a school file and group links of the real size to target/demo-full
  cargo xtask bench [--ci] [--write]
                                measure the engine and the page on files of that size; --native or --browser does
                                one half, --ci is short, --write puts the table into BENCHMARKS.md
  cargo xtask size              build the page and report what a visitor downloads
  cargo xtask help              show this

Each installs what it needs first, where it is missing: Rust's wasm target, Trunk and wasm-bindgen (built once,
kept in your cache folder or in TRUST_GAP_TOOLS), and the npm packages of tests/browser. You need Rust, and Node 20
or newer. The tests also need Chromium, Chrome or Edge; CHROME_PATH can name it.";

const USUAL_PORT: u16 = 8080;

#[derive(Debug, PartialEq, Eq)]
enum Task {
    Serve { port: u16 },
    Gallery { port: u16 },
    Dist(dist::Wanted),
    Test,
    Demo { full: bool },
    Bench(bench::Scope),
    Size,
    Assets,
    Stamp,
    Help,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match asked_for(&words).and_then(perform) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\nxtask: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn asked_for(words: &[&str]) -> Result<Task> {
    match words {
        [] | ["help" | "--help" | "-h"] => Ok(Task::Help),
        ["serve", ..] => port(words).map(|port| Task::Serve { port }),
        ["gallery", ..] => port(words).map(|port| Task::Gallery { port }),
        ["dist", words @ ..] => dist::Wanted::asked_for(words).map(Task::Dist),
        ["test"] => Ok(Task::Test),
        ["demo"] => Ok(Task::Demo { full: false }),
        ["demo", "--full"] => Ok(Task::Demo { full: true }),
        ["bench", options @ ..] => bench::Scope::asked_for(options).map(Task::Bench),
        ["size"] => Ok(Task::Size),
        ["assets"] => Ok(Task::Assets),
        ["stamp"] => Ok(Task::Stamp),
        _ => Err(unknown(words)),
    }
}

/// The port on which a command serves.
fn port(words: &[&str]) -> Result<u16> {
    match words {
        [_] => Ok(USUAL_PORT),
        [_, "--port", port] => port
            .parse()
            .map_err(|_| Problem::new(format!("`{port}` is not a port."), "Give a number from 1 to 65535.")),
        _ => Err(unknown(words)),
    }
}

fn unknown(words: &[&str]) -> Problem {
    Problem::new(
        format!("there is no command `{}`.", words.join(" ")),
        "`cargo xtask help` lists the commands.",
    )
}

fn perform(task: Task) -> Result<()> {
    match task {
        Task::Serve { port } => serve::serve(&Project::here()?, port),
        Task::Gallery { port } => serve::gallery(&Project::here()?, port),
        Task::Dist(wanted) => dist::dist(&Project::here()?, &wanted),
        Task::Test => test::test(&Project::here()?),
        Task::Demo { full } => demo::demo(&Project::here()?, full),
        Task::Bench(scope) => bench::bench(&Project::here()?, scope),
        Task::Size => size::size(&Project::here()?),
        Task::Assets => assets::assets(&Project::here()?),
        Task::Stamp => assets::stamp(&Project::here()?),
        Task::Help => {
            println!("{HELP}");
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_understood() {
        assert_eq!(asked_for(&[]).unwrap(), Task::Help);
        assert_eq!(asked_for(&["serve"]).unwrap(), Task::Serve { port: 8080 });
        assert_eq!(
            asked_for(&["serve", "--port", "9000"]).unwrap(),
            Task::Serve { port: 9000 }
        );
        assert_eq!(asked_for(&["gallery"]).unwrap(), Task::Gallery { port: 8080 });
        assert_eq!(
            asked_for(&["gallery", "--port", "9000"]).unwrap(),
            Task::Gallery { port: 9000 }
        );
        assert_eq!(asked_for(&["demo"]).unwrap(), Task::Demo { full: false });
        assert_eq!(asked_for(&["demo", "--full"]).unwrap(), Task::Demo { full: true });
        assert_eq!(asked_for(&["size"]).unwrap(), Task::Size);
        assert_eq!(asked_for(&["assets"]).unwrap(), Task::Assets);
        assert_eq!(asked_for(&["stamp"]).unwrap(), Task::Stamp);
        assert!(matches!(asked_for(&["bench"]), Ok(Task::Bench(_))));
        assert!(matches!(asked_for(&["dist"]), Ok(Task::Dist(_))));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for words in [
            &["sevre"][..],
            &["serve", "--port"],
            &["gallery", "--prot", "9000"],
            &["serve", "--port", "90000"],
            &["test", "fast"],
            &["demo", "--ful"],
            &["bench", "--nativ"],
            &["dist", "--dat"],
        ] {
            assert!(asked_for(words).is_err(), "{words:?}");
        }
    }
}
