//! Tokens in, the same tokens with the ends of sentences among them.
//!
//! A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number; a
//! question mark or an exclamation mark ends one unless the text goes on in lower case. Text that was
//! copied from a page has lost stops: the end of a title or caption shows in an article with a capital.

use super::{
    cursor::FUNCTION_WORDS,
    lexicon::{
        Cue, Sense,
        prose::{Prose, Role},
    },
    token::{Kind, Token},
};

/// How surely a sentence ends at a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// Not at all: `Mr.`, a comma.
    No,
    /// Where no name follows: `U.S.`, `Inc.`
    BeforeNoName,
    /// Where the time of day or the year does not go on: `5 p.m.`, `202 B.C.`
    BeforeNoDate,
    /// Wherever a sentence can begin.
    Yes,
}

/// Puts a [`Kind::SentenceEnd`] behind the last token of every sentence.
#[must_use]
pub fn mark_ends<'v>(text: &str, tokens: Vec<Token<'v>>, prose: &Prose) -> Vec<Token<'v>> {
    let ends: Vec<bool> = (0..tokens.len()).map(|at| ends_at(text, &tokens, at, prose)).collect();
    let mut marked = Vec::with_capacity(tokens.len() + tokens.len() / 16 + 1);
    for (token, ends) in tokens.into_iter().zip(ends) {
        let end = token.span.end;
        marked.push(token);
        if ends {
            marked.push(end_at(end));
        }
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
        alone: super::lexicon::Senses::NONE,
        is_plain: false,
    }
}

/// Whether a sentence ends behind the token `at`.
fn ends_at(text: &str, tokens: &[Token<'_>], at: usize, prose: &Prose) -> bool {
    let Some(next) = tokens.get(at + 1) else { return true };
    if next.glued {
        return false;
    }
    if lost_stop(text, &tokens[at..], prose) || ends_credit(text, &tokens[..=at], next, prose) {
        return true;
    }
    // Closing quotes and brackets still belong to the sentence.
    let closing = tokens[..=at].iter().rev().take_while(|token| is_closing(token)).count();
    match (at + 1).checked_sub(closing + 1) {
        Some(mark) => begins(text, stop(text, tokens, mark, prose), next, prose),
        None => false,
    }
}

/// Words that no sentence ends with, where only a capital says that the next one begins.
const NEVER_LAST: &[Role] = &[
    Role::Preposition,
    Role::Determiner,
    Role::Possessive,
    Role::Coordinator,
    Role::Subordinator,
    Role::Complementizer,
    Role::Relative,
    Role::Connective,
    Role::Saying,
    Role::BePresent,
    Role::BePast,
    Role::HavePresent,
    Role::HavePast,
    Role::Modal,
    Role::Negation,
];

/// How many words a picture's credit may have from its colon on.
const LONGEST_CREDIT: usize = 12;

/// Whether `tokens` end with the credit of a picture, behind which a capital begins another sentence:
/// `Photograph: Ann Lee/Reuters The ferry sank`.
fn ends_credit(text: &str, tokens: &[Token<'_>], next: &Token<'_>, prose: &Prose) -> bool {
    let capital = |token: &Token<'_>| matches!(token.kind, Kind::Word { capital: true });
    let credit = tokens.iter().rev().take(LONGEST_CREDIT);
    let of_credit = credit.take_while(|token| {
        capital(token) || matches!(token.kind, Kind::Mark('/' | '\\') | Kind::Number(_))
    });
    let words = of_credit.count();
    let Some(colon) = tokens.len().checked_sub(words + 1) else { return false };
    let slash = |token: &Token<'_>| token.kind == Kind::Mark('/');
    let last_slash = tokens[colon..].iter().rposition(slash);
    let agency = last_slash.map_or(0, |slash| words - slash);
    let body = |token: &Token<'_>| prose.is(&text[token.span.clone()], Role::Organisation);
    // One word or two: `Getty Images`.
    let whole = match agency {
        1 => !body(next),
        2 => tokens.last().is_some_and(body),
        _ => false,
    };
    tokens[colon].kind == Kind::Mark(':') && capital(next) && whole
}

/// Whether a sentence ends behind the first of `tokens` though no mark says so: an article or pronoun
/// with a capital follows, which inside a sentence only a name would have (`the band The Beatles`).
fn lost_stop(text: &str, tokens: &[Token<'_>], prose: &Prose) -> bool {
    let [last, first, second, ..] = tokens else { return false };
    let word = |token: &Token<'_>, with_capital: bool| matches!(token.kind, Kind::Word { capital } if capital == with_capital);
    let roles = |token: &Token<'_>| prose.roles(&text[token.span.clone()]);
    let parted = !first.glued && !second.glued;
    let shapes = word(last, false) && word(first, true) && word(second, false);
    // The article `A` may be a grade, and `I` a numeral.
    let opens = roles(first).any(&[Role::Determiner, Role::Pronoun]) && first.span.len() > 1;
    parted && shapes && opens && !roles(last).any(NEVER_LAST) && last.span.len() > 2
}

fn is_closing(token: &Token<'_>) -> bool {
    token.glued && matches!(token.kind, Kind::Mark('"' | '”' | '’' | '\'' | ')' | ']' | '»'))
}

/// How surely a sentence ends at the token `at`.
fn stop(text: &str, tokens: &[Token<'_>], at: usize, prose: &Prose) -> Stop {
    let token = &tokens[at];
    match token.kind {
        Kind::Mark('.') if token.glued && at > 0 => stop_behind(text, &tokens[at - 1], prose),
        Kind::Mark('.' | '!' | '?' | '…' | '。') => Stop::Yes,
        // `p.m.` and `U.S.` carry their stop with them.
        Kind::Word { .. } if text[token.span.clone()].ends_with('.') => {
            if ends_a_date(token) {
                Stop::BeforeNoDate
            } else {
                Stop::BeforeNoName
            }
        }
        _ => Stop::No,
    }
}

/// How surely a full stop right behind `word` ends a sentence.
fn stop_behind(text: &str, word: &Token<'_>, prose: &Prose) -> Stop {
    let Kind::Word { capital } = word.kind else { return Stop::Yes };
    let name = &text[word.span.clone()];
    let roles = prose.roles(name);
    if ends_a_date(word) {
        Stop::BeforeNoDate
    } else if roles.has(Role::FinalAbbreviation) {
        Stop::BeforeNoName
    } else if roles.has(Role::Abbreviation) || (capital && name.chars().count() == 1) {
        Stop::No
    } else {
        Stop::Yes
    }
}

/// Whether a sentence begins with `next` behind `stop`.
fn begins(text: &str, stop: Stop, next: &Token<'_>, prose: &Prose) -> bool {
    let function_word = || prose.roles(&text[next.span.clone()]).any(FUNCTION_WORDS);
    match (stop, next.kind) {
        (Stop::No, _) | (_, Kind::SentenceEnd) => false,
        (Stop::BeforeNoDate, Kind::Word { capital }) => capital && !goes_on_a_date(next),
        (Stop::BeforeNoName, Kind::Word { capital }) => capital && function_word(),
        (Stop::Yes, Kind::Word { capital }) => capital,
        // A bracket may go on a date: `4:20 a.m. (0220 GMT) on Friday`.
        (_, Kind::Number(_) | Kind::Mark('(')) => stop == Stop::Yes,
        (_, Kind::Mark(mark)) => OPENING.contains(&mark),
    }
}

/// The marks with which a sentence may begin.
const OPENING: &[char] = &['"', '“', '‘', '\'', '(', '[', '«', '-', '–', '—', '•', '*', '¿', '¡'];

/// Whether `token` is `p.m.` or `B.C.`
fn ends_a_date(token: &Token<'_>) -> bool {
    [Cue::Am, Cue::Pm, Cue::BeforeChrist, Cue::AnnoDomini]
        .iter()
        .any(|&cue| token.means(Sense::Cue(cue)))
}

/// Whether `token` can stand behind the time of day in the same expression.
fn goes_on_a_date(token: &Token<'_>) -> bool {
    token.readings.iter().any(|reading| {
        let zone = matches!(reading.sense, Sense::Cue(Cue::TimeZone | Cue::UniversalTime));
        zone || matches!(reading.sense, Sense::Month(_) | Sense::Weekday(_))
    })
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
            "It sank at 4:20 a.m. (0220 GMT) on Friday.",
            "Scipio won in 202 B.C.|Roman troops sailed at 5 a.m.|Officials slept.",
            "It opened at 5 p.m.|The doors were blue.",
            "“It is over.”|He left.",
            "Why? nobody knows.",
            "(He left.)|Then it rained!|“Really?”",
            "It grew by 3.5 percent.|1996 was worse.",
            "Acme Inc. sued.",
            "He sued Acme Inc.|The court heard him.",
            "Rome fell upon Carthage in 146 BCE.|Senators cheered.",
            "He met John F. Kennedy (at last.)|They talked...|It ended.",
            "They lived in the U.S.|They left.",
            "A ship lies in the harbour|The mayor has resigned.",
            "Ferry sinks off the coast|She was on board when it sank.",
            "They heard the band The Beatles in the hall The Cavern.",
            "He said The crew was safe.",
            "Photograph: Ann Lee/Reuters|Bell Harbour lies in ruins.",
            "Photograph: Ann Lee/Getty Images|The harbour lies in ruins.",
            "The rate was 1/2 Ann Lee said.",
        ] {
            let expected: Vec<_> = text.split('|').collect();
            assert_eq!(sentences(&text.replace('|', " ")), expected);
        }
    }
}
