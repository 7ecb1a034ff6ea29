//! What someone may have meant who wrote a name that is not there.

use dateline::diag::Error;

/// From which likeness on a name is worth suggesting.
const LIKE: f64 = 0.75;

/// The candidate that is most like `wanted`, if any is like it at all.
pub(crate) fn nearest<'a>(
    wanted: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let scored = candidates.into_iter().map(|name| (strsim::jaro_winkler(wanted, name), name));
    scored
        .filter(|&(likeness, _)| likeness >= LIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, name)| name)
}

/// The error that says so: there is no such `kind`, did you mean another?
pub(crate) fn unknown<'a>(
    kind: &str,
    wanted: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    otherwise: &str,
) -> Error {
    let hint = match nearest(wanted, candidates) {
        Some(name) => format!("did you mean `{name}`?"),
        None => otherwise.to_owned(),
    };
    Error::refusal(format!("there is no {kind} `{wanted}`")).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_found_or_none() {
        let ids = ["1996-johnson-was-convicted", "2018-06-06-trump-granted-johnson-clemency"];
        assert_eq!(nearest("2018-06-06-trump-granted-jonson", ids), Some(ids[1]));
        assert_eq!(nearest("zzz", ids), None);
    }
}
