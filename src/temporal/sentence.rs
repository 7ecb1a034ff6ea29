//! Tokens in, the same tokens with the ends of sentences among them.
//!
//! A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number; a
//! question mark or an exclamation mark ends one unless the text goes on in lower case.

use super::{
    cursor::FUNCTION_WORDS,
    lexicon::{
        Cue, Sense,
        prose::{Prose, Role},
    },
    token::{Kind, Token},
};

/// Puts a [`Kind::SentenceEnd`] behind the last token of every sentence.
#[must_use]
pub fn mark_ends<'v>(text: &str, tokens: Vec<Token<'v>>, prose: &Prose) -> Vec<Token<'v>> {
    let mut marked = Vec::with_capacity(tokens.len() + tokens.len() / 16 + 1);
    let mut open = false;
    let mut pending = tokens.into_iter().peekable();
    let mut before: Option<Token<'v>> = None;
    while let Some(token) = pending.next() {
        let closes = closes_sentence(text, before.as_ref(), &token, prose);
        before = Some(token.clone());
        let mut end = token.span.end;
        marked.push(token);
        open = true;
        if !closes {
            continue;
        }
        // Closing quotes and brackets, and further stops, still belong to the sentence.
        while let Some(closing) = pending.next_if(|next| next.glued && is_closing(next)) {
            end = closing.span.end;
            before = Some(closing.clone());
            marked.push(closing);
        }
        if pending
            .peek()
            .is_none_or(|next| !next.glued && opens_sentence(text, before.as_ref(), next, prose))
        {
            marked.push(end_at(end));
            open = false;
        }
    }
    if open && let Some(end) = marked.last().map(|token| token.span.end) {
        marked.push(end_at(end));
    }
    marked
}

fn end_at<'v>(end: usize) -> Token<'v> {
    Token {
        span: end..end,
        kind: Kind::SentenceEnd,
        glued: true,
        readings: &[],
        senses: super::lexicon::Senses::NONE,
    }
}

fn is_closing(token: &Token<'_>) -> bool {
    matches!(
        token.kind,
        Kind::Mark('"' | '”' | '’' | '\'' | ')' | ']' | '»' | '.' | '!' | '?' | '…')
    )
}

/// Whether a sentence may end behind `token`.
fn closes_sentence(
    text: &str,
    before: Option<&Token<'_>>,
    token: &Token<'_>,
    prose: &Prose,
) -> bool {
    match token.kind {
        Kind::Mark('!' | '?' | '…' | '。') => true,
        Kind::Mark('.') => !before.is_some_and(|word| token.glued && shortens(text, word, prose)),
        // `p.m.` and `U.S.` carry their stop with them.
        Kind::Word { .. } => text[token.span.clone()].ends_with('.'),
        _ => false,
    }
}

/// Whether a full stop behind `word` marks an abbreviation or an initial.
fn shortens(text: &str, word: &Token<'_>, prose: &Prose) -> bool {
    let Kind::Word { capital } = word.kind else { return false };
    let word = &text[word.span.clone()];
    let initial = capital && word.chars().count() == 1;
    initial || prose.roles(word).any(&[Role::Abbreviation, Role::FinalAbbreviation])
}

/// Whether a sentence may begin with `next` after `last`.
fn opens_sentence(text: &str, last: Option<&Token<'_>>, next: &Token<'_>, prose: &Prose) -> bool {
    let after_acronym = last.is_some_and(|token| matches!(token.kind, Kind::Word { .. }));
    match next.kind {
        // `5 p.m. Tuesday` goes on; `in 202 B.C. Roman troops` does not.
        Kind::Word { capital } if last.is_some_and(ends_a_date) => capital && !goes_on_a_date(next),
        // `the U.S. Senate`: only a word that is no name begins a sentence there.
        Kind::Word { capital } if after_acronym => {
            capital && prose.roles(&text[next.span.clone()]).any(FUNCTION_WORDS)
        }
        Kind::Word { capital } => capital,
        Kind::Number(_) => !after_acronym,
        Kind::Mark(mark) => {
            matches!(
                mark,
                '"' | '“'
                    | '‘'
                    | '\''
                    | '('
                    | '['
                    | '«'
                    | '-'
                    | '–'
                    | '—'
                    | '•'
                    | '*'
                    | '¿'
                    | '¡'
            )
        }
        Kind::SentenceEnd => false,
    }
}

/// Whether `token` is `p.m.` or `B.C.`
fn ends_a_date(token: &Token<'_>) -> bool {
    [Cue::Am, Cue::Pm, Cue::BeforeChrist, Cue::AnnoDomini].iter().any(|&cue| is_cue(token, cue))
}

/// Whether `token` can stand behind the time of day in the same expression.
fn goes_on_a_date(token: &Token<'_>) -> bool {
    token.readings.iter().any(|reading| {
        let zone = matches!(reading.sense, Sense::Cue(Cue::TimeZone | Cue::UniversalTime));
        zone || matches!(reading.sense, Sense::Month(_) | Sense::Weekday(_))
    })
}

fn has(token: &Token<'_>, sense: Sense) -> bool {
    token.readings.iter().any(|reading| reading.sense == sense && reading.rest.is_empty())
}

fn is_cue(token: &Token<'_>, cue: Cue) -> bool {
    has(token, Sense::Cue(cue))
}

#[cfg(test)]
mod tests {
    use crate::temporal::{
        lexicon::{self, Vocabulary},
        token::{Kind, tokens},
    };

    fn sentences(text: &str) -> Vec<&str> {
        let vocabulary = Vocabulary::new(lexicon::find("en").unwrap());
        let tokens = tokens(text, &vocabulary);
        tokens
            .split(|token| token.kind == Kind::SentenceEnd)
            .filter_map(|part| Some(&text[part.first()?.span.start..part.last()?.span.end]))
            .collect()
    }

    #[test]
    fn stops_that_end_a_sentence_and_stops_that_do_not() {
        for text in [
            "He left.|She stayed.",
            "Mr. Smith met Sen. J. R. Jones on Jan. 6 in the U.S. Senate.|It was cold.",
            "It opened at 5 p.m. Tuesday.",
            "Scipio won in 202 B.C.|Roman troops sailed at 5 a.m.|Officials slept.",
            "It opened at 5 p.m.|The doors were blue.",
            "“It is over.”|He left.",
            "Why? nobody knows.",
            "(He left.)|Then it rained!|“Really?”",
            "It grew by 3.5 percent.|1996 was worse.",
            "Acme Inc. sued.",
            "They lived in the U.S.|They left.",
        ] {
            let expected: Vec<_> = text.split('|').collect();
            assert_eq!(sentences(&text.replace('|', " ")), expected);
        }
    }
}
