//! `cargo xtask serve` serves the page on this machine. `cargo xtask gallery` serves the debug page with the gallery.

use std::net::{Ipv4Addr, TcpListener};

use crate::page::{debug, release, trunk};
use crate::problem::{Problem, Result};
use crate::project::Project;
use crate::run;
use crate::toolbox::Toolbox;

/// Builds the page and serves it until it is stopped. It is built again when a source file changes.
pub(crate) fn serve(project: &Project, port: u16) -> Result<()> {
    let tools = tools(project, port)?;
    let step = format!(
        "Building the page (a minute or two the first time), then serving it.\n    \
         Open http://127.0.0.1:{port}/ when Trunk says that it listens. Ctrl+C stops it."
    );
    let mut server = trunk(&tools, "serve");
    server.args(["--port", &port.to_string()]);
    run::last(&step, release(&mut server))
}

/// Does the same with the debug page, which has the component gallery.
pub(crate) fn gallery(project: &Project, port: u16) -> Result<()> {
    let tools = tools(project, port)?;
    let step = format!(
        "Building the debug page (under a minute the first time), then serving it.\n    \
         Open http://127.0.0.1:{port}/#gallery when Trunk says that it listens. Ctrl+C stops it."
    );
    let mut server = trunk(&tools, "serve");
    server.args(["--port", &port.to_string()]);
    run::last(&step, debug(&mut server, project))
}

/// The tools for serving on a port.
fn tools(project: &Project, port: u16) -> Result<Toolbox<'_>> {
    see_that_port_is_free(port)?;
    Toolbox::for_page(project)
}

fn see_that_port_is_free(port: u16) -> Result<()> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) => Err(Problem::new(
            format!("port {port} cannot be served on: {error}."),
            "Stop what uses it, or take another: `cargo xtask serve --port 8081`.",
        )),
    }
}
