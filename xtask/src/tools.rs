//! The programs that the commands call, and how a fresh machine gets them.

use crate::{project, wasm};
use anyhow::{Context, Result, bail, ensure};
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A command at the root of the repository, with no input: nothing here may stop to ask.
pub fn command(program: impl AsRef<Path>) -> Command {
    let mut command = Command::new(program.as_ref());
    command.current_dir(project::root()).stdin(Stdio::null());
    command
}

/// The cargo that runs this program, so that a `cargo +toolchain xtask` stays on its toolchain.
pub fn cargo() -> Command {
    command(env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from))
}

/// Runs to the end; an error says what was run.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start {}", name(command)))?;
    ensure!(status.success(), "{} failed ({status})", line(command));
    Ok(())
}

/// Runs to the end and returns what it printed.
pub fn output(command: &mut Command) -> Result<Vec<u8>> {
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("could not start {}", name(command)))?;
    ensure!(output.status.success(), "{} failed ({})", line(command), output.status);
    Ok(output.stdout)
}

/// The program of a command, as an error names it.
fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()
}

/// The program and its arguments, as an error names them.
fn line(command: &Command) -> String {
    command.get_args().fold(name(command), |line, arg| line + " " + &arg.to_string_lossy())
}

/// The first of `names` on the PATH.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let suffix = env::consts::EXE_SUFFIX;
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(format!("{name}{suffix}"))))
        .find(|program| program.is_file())
}

/// The first of `names` on the PATH; when none is there, the Debian package that has it is installed if that can be done.
pub fn find_or_install(names: &[&str], package: &str) -> Result<PathBuf> {
    if let Some(program) = find(names) {
        return Ok(program);
    }
    install(names[0], package)?;
    find(names).with_context(|| format!("{package} is installed, but {} is not on the PATH", names[0]))
}

/// Installs a Debian package unless `present` says that what it brings is there: for what is no program.
pub fn ensure_package(package: &str, present: impl Fn() -> bool) -> Result<()> {
    if present() {
        return Ok(());
    }
    install(package, package)
}

/// Chromium, as this machine has it.
pub fn chromium() -> Result<PathBuf> {
    find_or_install(&["chromium", "chromium-browser", "google-chrome"], "chromium")
}

/// WebKitGTK's small browser. Debian keeps it in a folder of its version, next to the library, and not on the PATH.
pub fn mini_browser() -> Result<PathBuf> {
    let packages = output(command("dpkg-query").args(["--listfiles", "libwebkit2gtk-4.1-0"]))
        .or_else(|_| output(command("dpkg-query").args(["--listfiles", "libwebkit2gtk-4.0-37"])))?;
    let files = String::from_utf8(packages)?;
    let found = files.lines().find(|file| file.ends_with("/MiniBrowser"));
    found.map(PathBuf::from).context("WebKitGTK is installed, but without its MiniBrowser")
}

/// A Python that has NumPy: the one that `PYTHON` names, the first on the PATH, or Debian's.
pub fn python_with_numpy() -> Result<PathBuf> {
    let has_numpy = |python: &PathBuf| {
        command(python).args(["-c", "import numpy"]).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    };
    let named = env::var_os("PYTHON").map(PathBuf::from);
    if let Some(python) = named.into_iter().chain(find(&["python3", "python"])).find(has_numpy) {
        return Ok(python);
    }
    let debian = PathBuf::from("/usr/bin/python3");
    ensure_package("python3-numpy", || has_numpy(&debian))?;
    Ok(debian)
}

/// Installs a Debian package, where this can be done without asking.
fn install(name: &str, package: &str) -> Result<()> {
    ensure!(can_install(), "{name} is missing: install it (on Debian: apt-get install {package})");
    run(apt_get().arg("update"))?;
    run(apt_get().args(["install", "--yes", "--no-install-recommends"]).args(package.split(' ')))
}

fn can_install() -> bool {
    let root = || Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    find(&["apt-get"]).is_some() && root()
}

fn apt_get() -> Command {
    let mut apt_get = command("apt-get");
    apt_get.arg("--quiet=2").env("DEBIAN_FRONTEND", "noninteractive");
    apt_get
}

/// Adds the WebAssembly target to the toolchain unless it is there: rustup does not read it from `rust-toolchain.toml` where
/// installing by itself is turned off.
pub fn ensure_wasm_target() -> Result<()> {
    let folder = output(command("rustc").args(["--print", "target-libdir", "--target", wasm::TARGET]))?;
    if Path::new(str::from_utf8(folder.trim_ascii())?).exists() {
        return Ok(());
    }
    ensure!(
        find(&["rustup"]).is_some(),
        "this Rust has no {} target and there is no rustup to add it: see https://rustup.rs",
        wasm::TARGET
    );
    run(command("rustup").args(["target", "add", wasm::TARGET]))
}

/// Node, and the packages that the lock file of a Node project names.
pub fn ensure_node_modules(project: &Path) -> Result<PathBuf> {
    let node = find_or_install(&["node"], "nodejs npm")?;
    if node_modules_are_stale(project) {
        let npm = find_npm()?;
        run(command(npm).current_dir(project).args(["ci", "--no-audit", "--no-fund"]))?;
    }
    Ok(node)
}

/// npm on Windows is a batch file.
fn find_npm() -> Result<PathBuf> {
    if cfg!(windows) {
        return Ok(PathBuf::from("npm.cmd"));
    }
    find_or_install(&["npm"], "npm")
}

/// npm leaves a copy of the lock file behind when it is done, so an older copy means that the lock file has changed since.
fn node_modules_are_stale(project: &Path) -> bool {
    let time = |file: &str| project.join(file).metadata().and_then(|file| file.modified()).ok();
    time("node_modules/.package-lock.json") < time("package-lock.json")
}

/// A script of a package that a Node project has, to be run by `node`.
pub fn node_script(project: &Path, path: &str) -> Result<PathBuf> {
    let script = project.join("node_modules").join(path);
    if !script.is_file() {
        bail!("{} is missing: run npm ci in {}", script.display(), project.display());
    }
    Ok(script)
}
