//! A name that is not there in, the one that was most likely meant out.

use super::Error;

/// How alike two names must be (Jaro and Winkler) to take one for a slip of the other.
const ALIKE: f64 = 0.8;

/// The name of `known` that `written` was most likely meant to be, if any is like it at all; case makes
/// no difference.
///
/// ```
/// use dateline::diag::nearest;
/// assert_eq!(nearest("Titel", ["date", "title"]), Some("title"));
/// assert_eq!(nearest("weather", ["date", "title"]), None);
/// ```
pub fn nearest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let written = written.to_lowercase();
    let likeness = |name: &'k str| (strsim::jaro_winkler(&written, &name.to_lowercase()), name);
    let better = |a: &(f64, &str), b: &(f64, &str)| a.0.total_cmp(&b.0).then(b.1.cmp(a.1));
    let (best, name) = known.into_iter().map(likeness).max_by(better)?;
    (best >= ALIKE).then_some(name)
}

impl Error {
    /// The refusal of a name: there is no such `kind`; did you mean another that is `known`? Where none
    /// is like it, `otherwise` says how to mend it.
    ///
    /// ```
    /// use dateline::diag::Error;
    /// let fault = Error::unknown("story", "clemncy", ["clemency"], "stories are folders");
    /// assert_eq!(fault.to_string(), "there is no story `clemncy`");
    /// assert_eq!(fault.hint.as_deref(), Some("did you mean `clemency`?"));
    /// ```
    #[must_use]
    pub fn unknown<'k>(
        kind: &str,
        written: &str,
        known: impl IntoIterator<Item = &'k str>,
        otherwise: &str,
    ) -> Self {
        let hint = match nearest(written, known) {
            Some(name) => format!("did you mean `{name}`?"),
            None => otherwise.to_owned(),
        };
        Self::refusal(format!("there is no {kind} `{written}`")).hint(hint)
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_found_or_none() {
        let ids = ["1996-johnson-was-convicted", "2018-06-06-trump-granted-johnson-clemency"];
        let keys = ["author", "date", "publisher", "title", "updated"];
        for (written, known, expected) in [
            ("2018-06-06-trump-granted-jonson", &ids[..], Some(ids[1])),
            ("zzz", &ids, None),
            ("autor", &keys, Some("author")),
            ("Datum", &keys, Some("date")),
            ("publicher", &keys, Some("publisher")),
            ("weather", &keys, None),
            ("title", &[], None),
        ] {
            assert_eq!(nearest(written, known.iter().copied()), expected, "{written}");
        }
    }
}
