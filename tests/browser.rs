//! What only a browser can say of the pages: the suite in `tests/browser/`, run where the machine has what it
//! needs. Elsewhere this passes and says in a line what was skipped; `DATELINE_BROWSER=required` fails then.

use std::{
    env,
    ffi::OsStr,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

#[test]
fn the_pages_hold_in_a_browser() {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    if let Err(missing) = machine(&suite) {
        let required = env::var_os("DATELINE_BROWSER").is_some_and(|it| it == "required");
        assert!(!required, "the browser suite cannot run; {missing}");
        // Past the capture of the test runner, so that it is seen although the test passes.
        let line = format!("skipped the browser suite; {missing}\n");
        std::io::stderr().write_all(line.as_bytes()).unwrap();
        return;
    }
    let status = Command::new("node")
        .arg(suite.join("run.mjs"))
        .env("DATELINE_BIN", env!("CARGO_BIN_EXE_dateline"))
        .status()
        .unwrap();
    assert!(status.success(), "the browser suite failed: what and where stands above");
}

/// Whether all is there that the suite needs; otherwise what is missing, and how to get it.
fn machine(suite: &Path) -> Result<(), String> {
    let check: PathBuf = suite.join("lib/machine.mjs");
    match Command::new("node").arg(OsStr::new(&check)).output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            let said = [output.stdout, output.stderr].concat();
            Err(String::from_utf8_lossy(&said).trim().to_owned())
        }
        Err(_) => Err("missing: Node 18.19 or newer (apt-get install nodejs npm)".to_owned()),
    }
}
