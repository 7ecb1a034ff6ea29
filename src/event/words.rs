//! A sentence in, its words out: each with the parts that it may play, a time expression as one word.

use std::ops::Range;

use crate::temporal::lexicon::prose::{Prose, Role, Roles};

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, perhaps with digits, hyphens or dots inside.
    Word,
    /// Begins with a digit or a sign of money.
    Number,
    /// `'s`.
    Genitive,
    /// A mark, in one of its forms: every dash is `—`, every double quote `"`.
    Mark(char),
    /// A time expression with a place on the calendar, by its index in the sentence.
    Date(usize),
}

/// A word of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it stands, in bytes of the sentence.
    pub(super) span: Range<usize>,
    /// What it is.
    pub(super) kind: Kind,
    /// The parts it may play.
    pub(super) roles: Roles,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// Whether it ends like a word for several.
    pub(super) plural: bool,
    /// Whether it stands inside double quotes.
    pub(super) quoted: bool,
}

impl Word {
    /// Whether it is a plain word that may play `role`.
    pub(super) fn has(&self, role: Role) -> bool {
        self.kind == Kind::Word && self.roles.has(role)
    }

    /// Whether it is a plain word that may play any of `roles`.
    pub(super) fn any(&self, roles: &[Role]) -> bool {
        self.kind == Kind::Word && self.roles.any(roles)
    }

    /// Whether it is `mark`.
    pub(super) fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// Whether it is the date of a time expression.
    pub(super) fn is_date(&self) -> bool {
        matches!(self.kind, Kind::Date(_))
    }

    /// Whether it reads like a noun or adjective: a word that plays no part in the frame of a sentence.
    pub(super) fn is_noun_like(&self) -> bool {
        const FRAME: &[Role] = &[
            Role::Past,
            Role::Participle,
            Role::Base,
            Role::Gerund,
            Role::Be,
            Role::BePresent,
            Role::BePast,
            Role::Been,
            Role::HavePresent,
            Role::HavePast,
            Role::DoPresent,
            Role::Future,
            Role::FutureInPast,
            Role::Modal,
            Role::Preposition,
            Role::Subordinator,
            Role::Relative,
            Role::Coordinator,
            Role::Determiner,
            Role::Possessive,
            Role::Pronoun,
            Role::Adverb,
            Role::Negation,
            Role::According,
            Role::Connective,
            Role::Saying,
        ];
        self.kind == Kind::Word && !self.roles.any(FRAME)
    }

    /// Whether it is a mark that parts clauses.
    pub(super) fn parts_clauses(&self) -> bool {
        matches!(self.kind, Kind::Mark(',' | ';' | ':' | '—' | '(' | ')' | '"'))
    }
}

/// Splits `sentence`, in which time expressions stand at `dates` (ascending, in bytes), into words.
/// `quoted` says whether the sentence begins inside double quotes.
pub(super) fn split(
    sentence: &str,
    dates: &[Range<usize>],
    quoted: bool,
    prose: &Prose,
) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    for (index, date) in dates.iter().enumerate() {
        if date.start < at || date.end > sentence.len() {
            continue;
        }
        split_text(sentence, at..date.start, prose, &mut words);
        let kind = Kind::Date(index);
        let roles = Roles::default();
        let (capital, plural, quoted) = (false, false, false);
        words.push(Word { span: date.clone(), kind, roles, capital, plural, quoted });
        at = date.end;
    }
    split_text(sentence, at..sentence.len(), prose, &mut words);
    mark_quoted(sentence, quoted, &mut words);
    words
}

fn split_text(sentence: &str, range: Range<usize>, prose: &Prose, words: &mut Vec<Word>) {
    let mut at = range.start;
    while let Some(first) = sentence[at..range.end].chars().next() {
        let rest = &sentence[at..range.end];
        let genitive = if at == range.start { genitive_len(rest, prose) } else { 0 };
        let end = if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        } else if genitive > 0 {
            at + genitive
        } else if is_word_char(first) || is_money(first) {
            at + word_len(rest, prose)
        } else {
            at + mark_len(rest)
        };
        push(sentence, at..end, prose, words);
        at = end;
    }
}

/// How many bytes the genitive mark at the start of `text`, right after a date, has.
fn genitive_len(text: &str, prose: &Prose) -> usize {
    let marks = prose.words.genitives.iter().filter(|mark| {
        let rest = text.strip_prefix(**mark);
        mark.chars().count() > 1 && rest.is_some_and(|r| !r.starts_with(is_word_char))
    });
    marks.map(|mark| mark.len()).max().unwrap_or(0)
}

fn push(sentence: &str, span: Range<usize>, prose: &Prose, words: &mut Vec<Word>) {
    let text = &sentence[span.clone()];
    let first = text.chars().next().unwrap_or(' ');
    let mut word = |span: Range<usize>, kind| {
        let text = sentence[span.clone()].trim_end_matches('.');
        let roles = if kind == Kind::Word { prose.roles(text) } else { Roles::default() };
        // `The WHO` is no relative pronoun.
        let letters = text.chars().count() > 1 && text.chars().all(char::is_uppercase);
        let lower = sentence.contains(char::is_lowercase);
        let roles = if letters && lower && roles.any(&[Role::Relative, Role::Pronoun]) {
            Roles::default()
        } else {
            roles
        };
        // `a tighter-fitting cap`: a compound tells what a thing is like, not what it does.
        let compound = text.contains('-') && roles.has(Role::Gerund);
        let roles = if compound { Roles::default() } else { roles };
        let plural = prose.is_plural(text);
        words.push(Word {
            span,
            kind,
            roles,
            capital: first.is_uppercase(),
            plural,
            quoted: false,
        });
    };
    if prose.words.genitives.contains(&text) && text.len() > first.len_utf8() {
        return word(span, Kind::Genitive);
    }
    if !is_word_char(first) && !is_money(first) {
        return word(span, Kind::Mark(mark(text)));
    }
    let kind = |text: &str| {
        let number = text.starts_with(|c: char| c.is_ascii_digit() || is_money(c));
        if number { Kind::Number } else { Kind::Word }
    };
    let genitive = prose.words.genitives.iter().find_map(|mark| {
        let stem = text.strip_suffix(mark)?;
        let whole = prose.roles(text).is_empty() && !stem.is_empty();
        (whole && mark.chars().count() > 1).then_some(stem)
    });
    match genitive {
        Some(stem) => {
            let middle = span.start + stem.len();
            word(span.start..middle, kind(stem));
            word(middle..span.end, Kind::Genitive);
        }
        None => word(span, kind(text)),
    }
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '&'
}

/// Whether a sign stands before a sum of money.
pub(super) fn is_money(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥')
}

/// How many bytes the word at the start of `text` has.
fn word_len(text: &str, prose: &Prose) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let inside = match c {
            // `MXN=MEX01` names a price by its ticker.
            '\'' | '’' | '-' | '/' | '=' => at > 0 && next.is_some_and(char::is_alphanumeric),
            '.' | ',' | ':' => {
                let digits = text[..at].ends_with(|c: char| c.is_ascii_digit());
                // `U.S.-owned` is one word.
                let hyphen = next == Some('-') && text[..at].contains('.');
                let letters = c == '.' && (next.is_some_and(char::is_alphanumeric) || hyphen);
                letters && at > 0 || digits && next.is_some_and(|c| c.is_ascii_digit())
            }
            '%' => at > 0,
            _ => is_word_char(c) || is_money(c),
        };
        if !inside {
            break;
        }
        end = at + c.len_utf8();
    }
    let end = end.max(text.chars().next().map_or(0, char::len_utf8));
    let dotted = text[end..].starts_with('.');
    // The dot of an abbreviation belongs to it, the last dot of the sentence does not.
    if dotted && is_abbreviation(&text[..end], &text[end + 1..], prose) { end + 1 } else { end }
}

fn is_abbreviation(word: &str, after: &str, prose: &Prose) -> bool {
    let lettered = word.contains('.') && !word.contains(|c: char| c.is_ascii_digit());
    if lettered || after.trim().is_empty() {
        return lettered;
    }
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || prose.roles(word).any(&[Role::Abbreviation, Role::FinalAbbreviation])
}

fn mark_len(text: &str) -> usize {
    let first = text.chars().next().map_or(1, char::len_utf8);
    let dashes = text.len() - text.trim_start_matches('-').len();
    let doubled = text.starts_with("``") || text.starts_with("''");
    if doubled { 2 } else { dashes.max(first) }
}

fn mark(text: &str) -> char {
    match text {
        "“" | "”" | "\"" | "«" | "»" | "„" | "``" | "''" => '"',
        "–" | "—" | "―" | "-" | "_" => '—',
        "[" | "{" => '(',
        "]" | "}" => ')',

        _ if text.starts_with("--") => '—',
        _ => text.chars().next().unwrap_or(' '),
    }
}

/// Notes which words stand inside double quotes.
fn mark_quoted(sentence: &str, quoted: bool, words: &mut [Word]) {
    let mut inside = quoted;
    for word in words {
        if word.is('"') {
            inside = match &sentence[word.span.clone()] {
                "``" => true,
                "''" => false,
                mark => ends_quoted(mark, inside),
            };
        }
        word.quoted = inside;
    }
}

/// Whether a text that begins outside or inside double quotes ends inside them.
pub(super) fn ends_quoted(text: &str, quoted: bool) -> bool {
    text.chars().fold(quoted, |inside, c| match c {
        '“' | '„' | '«' => true,
        '”' | '»' => false,
        '"' => !inside,
        _ => inside,
    })
}

/// Whether a word stands for the writer or the reader; the `I` of `World War I` does not.
pub(super) fn is_speaker(words: &[Word], at: usize) -> bool {
    let noun_follows = words.get(at + 1).is_some_and(Word::is_noun_like);
    let named = |before: &Word| {
        before.any(&[Role::Organisation, Role::FirstName, Role::Title])
            || noun_follows && before.is_noun_like() && before.kind == Kind::Word
    };
    let numeral = at > 0 && words[at - 1].capital && named(&words[at - 1]);
    words[at].has(Role::Speaker) && !(words[at].capital && numeral)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::temporal::lexicon;

    fn texts(sentence: &str) -> Vec<&str> {
        let prose = Prose::new(&lexicon::find("en").expect("English has a lexicon").prose);
        split(sentence, &[], false, &prose).into_iter().map(|w| &sentence[w.span]).collect()
    }

    #[test]
    fn words_keep_what_is_inside_them() {
        for (sentence, expected) in [
            ("Mr. Lee’s U.S. team won.", "Mr.|Lee|’s|U.S.|team|won|."),
            (
                "It didn't sell 1,200 A380-800s at $1.5bn.",
                "It|didn't|sell|1,200|A380-800s|at|$1.5bn|.",
            ),
            ("AT&T -- “no”, he said", "AT&T|--|“|no|”|,|he|said"),
            ("12% of P.O. boxes", "12%|of|P.O.|boxes"),
            ("a U.S.-owned mine", "a|U.S.-owned|mine"),
        ] {
            assert_eq!(texts(sentence).join("|"), expected);
        }
    }

    #[test]
    fn quoted_words_are_marked() {
        let prose = &Prose::new(&lexicon::find("en").expect("English has a lexicon").prose);
        let quoted = |sentence: &str, begins| -> Vec<&'static str> {
            let words = split(sentence, &[], begins, prose);
            words.iter().map(|w| if w.quoted { "q" } else { "-" }).collect()
        };
        assert_eq!(quoted("He said “we won” twice", false).concat(), "--qqq--");
        assert_eq!(quoted("We won\" he said", true).concat(), "qq---");
        assert_eq!(quoted("He said \"we", false).concat(), "--qq");
        assert_eq!(quoted("no quotes", false).concat(), "--");
    }
}
