//! One diagnostic a cause, however many pages met it.

use std::collections::BTreeMap;

use crate::diag::Diagnostic;

/// What makes two diagnostics the same fault.
type Cause = (&'static str, String, Option<(String, usize)>);

/// Keeps the first diagnostic of each cause, and notes on it how many more pages met it: a template
/// that fails on 500 pages is one fault.
#[must_use]
pub fn once_per_cause(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<Cause, usize> = BTreeMap::new();
    let mut kept: Vec<(Diagnostic, usize)> = Vec::new();
    for diagnostic in diagnostics {
        let place = diagnostic.place.as_ref();
        let place = place.map(|place| (place.source.name().to_owned(), place.span.start));
        let cause = (diagnostic.code, diagnostic.message.clone(), place);
        if let Some(&at) = seen.get(&cause) {
            kept[at].1 += 1;
        } else {
            seen.insert(cause, kept.len());
            kept.push((diagnostic, 0));
        }
    }
    kept.into_iter()
        .map(|(diagnostic, more)| match more {
            0 => diagnostic,
            1 => diagnostic.note("and on one more page"),
            more => diagnostic.note(format!("and on {more} more pages")),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_that_many_pages_meet_is_told_once() {
        let fault = |page: &str| Diagnostic::error("template", "unknown field").note(page);
        let kept = once_per_cause(vec![
            fault("on the page `a`"),
            fault("on the page `b`"),
            Diagnostic::error("template", "another"),
            fault("on the page `c`"),
        ]);
        assert_eq!(kept.len(), 2);
        assert_eq!(kept[0].notes, ["on the page `a`", "and on 2 more pages"]);
    }
}
