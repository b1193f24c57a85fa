//! Tests that the commands, the policy and the actions in the documents and the workflow are those of this repository.

use std::fs;
use std::path::{Path, PathBuf};

use crate::asked_for;

/// The only actions by others that the workflow may use.
const ACTIONS: [&str; 4] = [
    "actions/checkout",
    "actions/configure-pages",
    "actions/deploy-pages",
    "actions/upload-pages-artifact",
];

const WORKFLOW: &str = ".github/workflows/pages.yml";

const DOCUMENTS: [&str; 5] = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "docs/hosting.md",
    WORKFLOW,
];

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(name: &str) -> String {
    fs::read_to_string(top().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The arguments of each command of this program that a text mentions, up to the end of its code span.
fn commands(text: &str) -> Vec<Vec<String>> {
    let named = text.split("cargo xtask").skip(1);
    let ends = |letter: char| matches!(letter, '`' | '\n' | '#' | ',');
    let codes = named.filter_map(|rest| rest.split(ends).next());
    codes
        .map(|code| {
            // The shell keeps both words of the workflow's variable, or neither.
            let code = code.replace("${DATA_FOLDER:+--data \"$DATA_FOLDER\"}", "--data data");
            code.split_whitespace().map(str::to_owned).collect()
        })
        .collect()
}

#[test]
fn every_command_that_is_named_exists() {
    for document in DOCUMENTS {
        let commands = commands(&text(document));
        assert!(!commands.is_empty(), "{document}");
        for words in commands {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            assert!(asked_for(&words).is_ok(), "{document}: {words:?}");
        }
    }
}

#[test]
fn the_workflow_tests_before_it_builds_and_publishes_what_is_built() {
    let workflow = text(WORKFLOW);
    let place = |part: &str| workflow.find(part).unwrap_or_else(|| panic!("{part}"));
    let steps = [
        "run: cargo xtask test",
        "run: cargo xtask dist",
        "path: dist",
        "needs: build",
    ];
    assert!(steps.map(place).is_sorted());
    let used = workflow.split("uses: ").skip(1);
    let used: Vec<&str> = used.filter_map(|rest| rest.split('@').next()).collect();
    assert_eq!(used.len(), ACTIONS.len());
    assert!(used.iter().all(|action| ACTIONS.contains(action)), "{used:?}");
    assert!(text("docs/hosting.md").contains(WORKFLOW));
}

#[test]
fn the_header_that_is_recommended_is_the_policy_of_the_page() {
    let page = text("index.html");
    let (_, rest) = page.split_once("content=\"default-src").unwrap();
    let (policy, _) = rest.split_once('"').unwrap();
    // A page's own policy cannot forbid framing.
    let header = format!("Content-Security-Policy: default-src{policy}; frame-ancestors 'none'\n");
    assert!(text("docs/hosting.md").contains(&header));
}

/// The guide lists the files in the page's folder that keep their names when they change.
#[test]
fn the_guide_names_the_files_without_a_hash() {
    let guide = text("docs/hosting.md");
    let page = text("index.html");
    let copied = page.split("rel=\"copy-file\" href=\"").skip(1);
    let copied = copied.filter_map(|rest| rest.split('"').next());
    let copied: Vec<&str> = copied.filter_map(|path| path.split('/').next_back()).collect();
    let made = ["demonstration.bin", "demonstration-earlier.bin"];
    let own = [
        "icon.svg",
        "icon-512.png",
        "manifest.webmanifest",
        "address.js",
        "boot.js",
        "worker.js",
        "service-worker.js",
        "datasets.json",
    ];
    assert_eq!(copied, [&own[..], &made].concat());
    // Trunk adds no hash to the worker's files.
    let worker = ["trust-gap-worker.js", "trust-gap-worker_bg.wasm"];
    for name in copied.into_iter().chain(worker).chain(["index.html"]) {
        assert!(guide.contains(&format!("`{name}`")), "{name}");
    }
}
