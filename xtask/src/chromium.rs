//! Finds a browser for the tests, or installs Debian's.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::problem::{Problem, Result};
use crate::run::{answer, on_path, run};
use crate::toolbox::Toolbox;

const NAMES: [&str; 8] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "msedge",
];

/// Where installers put browsers that are not on the path.
const PLACES: [&str; 10] = [
    "/opt/google/chrome/chrome",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files\Chromium\Application\chrome.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// Returns the browser's program. If there is none, installs it on Debian and Ubuntu as root.
pub(crate) fn see_to_browser(tools: &Toolbox<'_>) -> Result<PathBuf> {
    for variable in ["CHROME_PATH", "CHROMIUM"] {
        if let Some(program) = env::var_os(variable)
            .filter(|program| !program.is_empty())
            .map(PathBuf::from)
        {
            return named_by(variable, program);
        }
    }
    if let Some(program) = find() {
        return Ok(program);
    }
    if may_install(tools) {
        install(tools)?;
    }
    find().ok_or_else(|| {
        Problem::new(
            "there is no Chromium, Chrome or Edge here to test the page in.",
            "Install one (on Debian: `apt-get install chromium`), or name its program in CHROME_PATH.",
        )
    })
}

fn named_by(variable: &str, program: PathBuf) -> Result<PathBuf> {
    if program.is_file() {
        return Ok(program);
    }
    Err(Problem::new(
        format!("{variable} names {}, which is not there.", program.display()),
        "Name the browser's program, or unset the variable to have one looked for.",
    ))
}

/// The first browser that exists and runs. Ubuntu's package is a stub that only names another.
fn find() -> Option<PathBuf> {
    let named = NAMES.iter().filter_map(|name| on_path(&[name]));
    let placed = PLACES.iter().map(PathBuf::from);
    named.chain(placed).find(|program| runs(program))
}

/// Whether a program prints its version. On Windows, where a browser would open a window, whether it exists.
fn runs(program: &Path) -> bool {
    let asked = || answer(Command::new(program).arg("--version")).is_some();
    program.is_file() && (cfg!(windows) || asked())
}

fn may_install(tools: &Toolbox<'_>) -> bool {
    let root = || answer(tools.command("id").arg("-u")).is_some_and(|user| user == "0");
    Path::new("/etc/debian_version").is_file() && root()
}

fn install(tools: &Toolbox<'_>) -> Result<()> {
    run(
        "Reading Debian's list of packages (seconds)",
        tools.command("apt-get").arg("update"),
    )?;
    let mut command = tools.command("apt-get");
    command
        .args(["install", "--yes", "chromium"])
        .env("DEBIAN_FRONTEND", "noninteractive");
    run("Installing Chromium (a minute or two)", &mut command)
}
