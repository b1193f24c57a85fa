//! The tools of the commands: found or installed, and put first on the path of child processes.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::node;
use crate::problem::{Problem, Result};
use crate::project::Project;
use crate::run::{answer, run};
use crate::version::Version;

/// The version of Trunk that is installed. Others of the same series work too.
const TRUNK: Version = Version::new(0, 21, 14);

/// Quicker to build: Trunk's own release profile takes four times as long.
const QUICK_RELEASE: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// The available tools.
#[derive(Debug)]
pub(crate) struct Toolbox<'project> {
    project: &'project Project,
    /// Folders to search before the caller's path.
    first: Vec<PathBuf>,
}

impl<'project> Toolbox<'project> {
    /// Cargo and its parts. Nothing is installed.
    pub(crate) fn plain(project: &'project Project) -> Self {
        Self {
            project,
            first: Vec::new(),
        }
    }

    /// All tools for building the page.
    pub(crate) fn for_page(project: &'project Project) -> Result<Self> {
        let mut tools = Self::plain(project);
        tools.see_to_wasm_target()?;
        tools.fetch_crates()?;
        tools.see_to_program("trunk", TRUNK, |it| (it.major, it.minor) == (TRUNK.major, TRUNK.minor))?;
        // The page's code and this program must have the same version, from Cargo.lock.
        let bindgen = project.locked_version("wasm-bindgen")?;
        tools.see_to_program("wasm-bindgen", bindgen, |it| it == bindgen)?;
        node::see_to_wasm_opt(&mut tools)?;
        tools.see_to_splitter()?;
        Ok(tools)
    }

    /// The repository that the tools are for.
    pub(crate) fn project(&self) -> &'project Project {
        self.project
    }

    /// A command in the repository's top folder, with the tools first on its path.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.project.top())
            .env("PATH", self.path())
            .stdin(Stdio::null());
        command
    }

    /// A Cargo command, with the same Cargo that started this program.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let mut command = self.command(&cargo);
        command.args(arguments);
        command
    }

    /// Puts a folder first on the path of later commands.
    pub(crate) fn prepend(&mut self, folder: PathBuf) {
        self.first.insert(0, folder);
    }

    /// Finds Rustfmt and Clippy, which a minimal Rust lacks.
    pub(crate) fn see_to_lints(&self) -> Result<()> {
        for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
            if answer(&mut self.cargo(&[command, "--version"])).is_none() {
                let step = format!("Installing Rust's {component} (seconds)");
                self.run_rustup(&step, &["component", "add", component])?;
            }
        }
        Ok(())
    }

    fn see_to_wasm_target(&self) -> Result<()> {
        let mut rustc = self.command("rustc");
        rustc.args(["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]);
        if answer(&mut rustc).is_some_and(|folder| Path::new(&folder).is_dir()) {
            return Ok(());
        }
        let step = "Installing Rust's standard library for wasm (under a minute)";
        self.run_rustup(step, &["target", "add", "wasm32-unknown-unknown"])
    }

    fn run_rustup(&self, step: &str, arguments: &[&str]) -> Result<()> {
        if answer(self.command("rustup").arg("--version")).is_none() {
            return Err(Problem::new(
                format!(
                    "this Rust lacks a part, and rustup is not here to do `rustup {}`.",
                    arguments.join(" ")
                ),
                "Install Rust from https://rustup.rs, or that part by the means your Rust came by.",
            ));
        }
        run(step, self.command("rustup").args(arguments))
    }

    /// Fetches the crates first, because Trunk works offline (Trunk.toml).
    fn fetch_crates(&self) -> Result<()> {
        run(
            "Fetching the crates that Cargo.lock names, where they are not here yet",
            &mut self.cargo(&["fetch", "--locked"]),
        )
    }

    /// Takes the program from the path if its version fits, otherwise from the folder of tools. Otherwise builds it
    /// there.
    ///
    /// The folder counts only if the program in it prints its version: an interrupted installation does not.
    fn see_to_program(&mut self, name: &str, version: Version, fits: impl Fn(Version) -> bool) -> Result<()> {
        if self.version_of(name).is_some_and(&fits) {
            return Ok(());
        }
        let root = tools_folder()?.join(format!("{name}-{version}"));
        let bin = root.join("bin");
        let program = bin
            .join(format!("{name}{}", env::consts::EXE_SUFFIX))
            .to_string_lossy()
            .into_owned();
        if !self.version_of(&program).is_some_and(&fits) {
            self.install(name, version, &root)?;
            if !self.version_of(&program).is_some_and(&fits) {
                return Err(Problem::new(
                    format!("{program} was installed and yet does not say that it is version {version}."),
                    format!("Remove {} and run the command again.", root.display()),
                ));
            }
        }
        self.prepend(bin);
        Ok(())
    }

    /// Builds what Trunk runs as `wasm-bindgen` (`xtask/parts`), and puts it first on the path by that name. It runs
    /// the other.
    fn see_to_splitter(&mut self) -> Result<()> {
        let step = "Building what splits the page's program (a minute the first time)";
        run(
            step,
            &mut self.cargo(&["build", "--locked", "--quiet", "--package", "page-parts"]),
        )?;
        let own = env::current_exe().map_err(|error| Problem::with_file(Path::new("xtask"), &error))?;
        let program = |name: &str| format!("{name}{}", env::consts::EXE_SUFFIX);
        let folder = self.project.target().join("parts");
        let (from, to) = (
            own.with_file_name(program("page-parts")),
            folder.join(program("wasm-bindgen")),
        );
        fs::create_dir_all(&folder).map_err(|error| Problem::with_file(&folder, &error))?;
        fs::copy(&from, &to).map_err(|error| Problem::with_file(&from, &error))?;
        self.prepend(folder);
        Ok(())
    }

    fn install(&self, name: &str, version: Version, root: &Path) -> Result<()> {
        let step = format!(
            "Building {name} {version} into {}, once (5 to 10 minutes)",
            root.display()
        );
        let mut command = match name {
            "wasm-bindgen" => self.cargo(&["install", "wasm-bindgen-cli", "--force"]),
            _ => self.cargo(&["install", name, "--force", "--locked", "--no-default-features"]),
        };
        command
            .args(["--version", &version.to_string()])
            .arg("--root")
            .arg(root)
            .envs(QUICK_RELEASE);
        run(&step, &mut command)
    }

    /// The version that a program prints.
    pub(crate) fn version_of(&self, program: &str) -> Option<Version> {
        Version::find(&answer(self.command(program).arg("--version"))?)
    }

    fn path(&self) -> OsString {
        let usual = env::var_os("PATH").unwrap_or_default();
        let folders = self.first.iter().cloned().chain(env::split_paths(&usual));
        // Only a folder whose name contains the path's separator cannot be joined.
        env::join_paths(folders).unwrap_or(usual)
    }
}

/// The folder of the tools, shared by all copies of the project of one user.
fn tools_folder() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("TRUST_GAP_TOOLS").filter(|folder| !folder.is_empty()) {
        return std::path::absolute(&folder).map_err(|error| Problem::with_file(Path::new(&folder), &error));
    }
    let cache = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute());
    let cache = cache.or_else(|| env::home_dir().map(|home| home.join(".cache")));
    cache
        .map(|cache| cache.join("trust-gap-explorer").join("tools"))
        .ok_or_else(|| {
            Problem::new(
                "there is no home folder to keep tools in.",
                "Name a folder for them in TRUST_GAP_TOOLS.",
            )
        })
}
