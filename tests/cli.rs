//! The command line as transcripts: what was typed, what was answered, with which exit code.
//!
//! `tests/cli/<group>/<name>.trycmd` holds the transcript; it runs in `<name>.in`, in a copy where
//! there is a `<name>.out` too. `TRYCMD=overwrite cargo test --test cli` writes new answers; read the
//! difference before you keep it.

#[test]
fn transcripts() {
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .env("SOURCE_DATE_EPOCH", "1546300800") // 2019-01-01
        .case("tests/cli/*/*.trycmd")
        .run();
}
