//! A passage's text in, its tokens out: words, numbers, marks and the ends of sentences.
//!
//! Each word is looked up once and carries all that the language says it may mean, so that a rule
//! reads senses, not letters.

use std::ops::Range;

use super::{
    lexicon::{Reading, Sense, Senses, Vocabulary},
    sentence,
};

/// A number in digits, as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    /// Its value, without what follows a decimal point.
    pub value: i64,
    /// How many digits it has.
    pub count: u8,
    /// How it was written.
    pub form: DigitsForm,
}

/// How a number in digits was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DigitsForm {
    /// `1996`.
    Plain,
    /// `2,018`: a quantity, never a year.
    Grouped,
    /// `3.5`, with its hundredths.
    Decimal(u8),
    /// `6th`.
    Ordinal,
    /// `1990s`.
    Decade,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A word; whether it is capitalised.
    Word {
        /// Whether its first letter is a capital.
        capital: bool,
    },
    /// A number in digits.
    Number(Digits),
    /// A mark of punctuation or a symbol.
    Mark(char),
    /// The end of a sentence, between two tokens.
    SentenceEnd,
}

/// A token of a passage.
#[derive(Debug, Clone)]
pub struct Token<'v> {
    /// Where it stands, in bytes of the passage.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// Whether it follows the token before without a space.
    pub glued: bool,
    /// What it may mean.
    pub readings: &'v [Reading],
    /// The kinds of its readings.
    pub senses: Senses,
    /// The kinds of its readings that need no other word.
    pub alone: Senses,
    /// Whether it is a word that no time expression holds.
    pub is_plain: bool,
}

impl Token<'_> {
    /// Whether it is the mark `mark`.
    #[must_use]
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// Whether it needs another word behind it to say a time: `the`, `two`, `20`.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        match self.kind {
            Kind::Number(Digits { form: DigitsForm::Plain, count, .. }) => count <= 2,
            Kind::Number(Digits { form, .. }) => form != DigitsForm::Decade,
            _ => self.alone.within(Senses::INCOMPLETE),
        }
    }

    /// Whether it is a capitalised word that says nothing of time: a name, where no sentence begins.
    #[must_use]
    pub fn is_name(&self) -> bool {
        self.is_plain && self.is_capital()
    }

    /// Whether it can mean `sense` by itself.
    #[must_use]
    pub fn means(&self, sense: Sense) -> bool {
        self.readings.iter().any(|reading| reading.sense == sense && reading.rest.is_empty())
    }

    /// Whether it is a dash of any length.
    #[must_use]
    pub fn is_dash(&self) -> bool {
        matches!(self.kind, Kind::Mark('-' | '–' | '—' | '‐' | '‑'))
    }

    /// Whether it is a word, and a capitalised one.
    #[must_use]
    pub fn is_capital(&self) -> bool {
        matches!(self.kind, Kind::Word { capital: true })
    }
}

/// Splits `text` into tokens, with the ends of sentences among them.
#[must_use]
pub fn tokens<'v>(text: &str, vocabulary: &'v Vocabulary) -> Vec<Token<'v>> {
    let mut scanner =
        Scanner { text, vocabulary, at: 0, tokens: Vec::with_capacity(text.len() / 5) };
    scanner.run();
    sentence::mark_ends(text, scanner.tokens, &vocabulary.prose)
}

struct Scanner<'t, 'v> {
    text: &'t str,
    vocabulary: &'v Vocabulary,
    at: usize,
    tokens: Vec<Token<'v>>,
}

impl Scanner<'_, '_> {
    fn run(&mut self) {
        let mut glued = false;
        while let Some(first) = self.text[self.at..].chars().next() {
            let start = self.at;
            if first.is_whitespace() {
                self.at += first.len_utf8();
                glued = false;
                continue;
            }
            if self.link() {
                self.keep(start, Kind::Mark('/'), glued);
            } else if first.is_ascii_digit() {
                self.number(glued);
            } else if first.is_alphabetic() {
                self.word(first, glued);
            } else if is_apostrophe(first) && glued && self.clitic() {
                self.keep(start, Kind::Word { capital: false }, true);
            } else {
                self.at += first.len_utf8();
                self.mark(start, first, glued);
            }
            glued = true;
        }
    }

    fn mark(&mut self, start: usize, mark: char, glued: bool) {
        self.keep(start, Kind::Mark(mark), glued);
        if is_apostrophe(mark)
            && let Some(token) = self.tokens.last_mut()
        {
            token.senses = token.senses.or(Senses::APOSTROPHE);
        }
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// Moves past an address, which is not read: `https://example.org/2018/06/06/`, `www.example.org`.
    fn link(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let scheme = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let is_link = scheme > 0 && (rest[scheme..].starts_with("://") || rest.starts_with("www."));
        if is_link {
            self.take_while(|c| !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | '”'));
            let link =
                self.text[..self.at].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'']);
            self.at = link.len();
        }
        is_link
    }

    fn take_while(&mut self, is: impl Fn(char) -> bool) {
        let rest = &self.text[self.at..];
        self.at += rest.find(|c| !is(c)).unwrap_or(rest.len());
    }

    /// Moves past `'s` or `'ll` behind a word.
    fn clitic(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let mut chars = rest.chars();
        let quote = chars.next().map_or(0, char::len_utf8);
        let letters =
            rest[quote..].find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len() - quote);
        let is_clitic = (1..=2).contains(&letters);
        if is_clitic {
            self.at += quote + letters;
        }
        is_clitic
    }

    fn word(&mut self, first: char, glued: bool) {
        let start = self.at;
        if !self.acronym() {
            self.take_while(|c| c.is_alphabetic() || is_combining(c));
            self.whole_with_apostrophe(start);
        }
        self.keep(start, Kind::Word { capital: first.is_uppercase() }, glued);
    }

    /// Moves past letters with a full stop behind each: `p.m.`, `U.S.`
    fn acronym(&mut self) -> bool {
        let rest = &self.text.as_bytes()[self.at..];
        let pairs = rest
            .chunks(2)
            .take(ACRONYM + 1)
            .take_while(|pair| pair.len() == 2 && pair[0].is_ascii_alphabetic() && pair[1] == b'.')
            .count();
        let ends_word = !rest.get(pairs * 2).is_some_and(u8::is_ascii_alphanumeric);
        if (2..=ACRONYM).contains(&pairs) && ends_word {
            self.at += pairs * 2;
            return true;
        }
        // `p.m` without its last stop, as at the end of a sentence in some houses.
        let open = rest.len() >= 3
            && rest[0].is_ascii_alphabetic()
            && rest[1] == b'.'
            && rest[2].is_ascii_alphabetic()
            && !rest.get(3).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'.');
        if open
            && self.vocabulary.meanings(&self.text[self.at..self.at + 3].to_lowercase()).is_some()
        {
            self.at += 3;
            return true;
        }
        false
    }

    /// Takes in what follows an apostrophe if the whole is a word of the lexicon: `o'clock`.
    fn whole_with_apostrophe(&mut self, start: usize) {
        let end = self.at;
        if self.peek().is_some_and(is_apostrophe) {
            self.at += self.peek().map_or(0, char::len_utf8);
            self.take_while(char::is_alphabetic);
            let whole = normal(&self.text[start..self.at]);
            if self.at > end + 3 && self.vocabulary.meanings(&whole).is_some() {
                return;
            }
            self.at = end;
        }
    }

    fn number(&mut self, glued: bool) {
        let start = self.at;
        let mut digits = self.digits();
        if let Some(form) = self.number_ending() {
            digits.form = form;
        }
        self.keep(start, Kind::Number(digits), glued);
    }

    fn digits(&mut self) -> Digits {
        let start = self.at;
        self.take_while(|c| c.is_ascii_digit());
        let mut form = DigitsForm::Plain;
        if self.at - start <= 3 {
            while self.group_follows() {
                self.at += 4;
                form = DigitsForm::Grouped;
            }
        }
        let whole = self.at;
        let after = &self.text.as_bytes()[self.at..];
        if after.len() > 1
            && after[0] == b'.'
            && after[1].is_ascii_digit()
            && !is_dotted(after)
            && !self.behind_dotted()
        {
            self.at += 1;
            self.take_while(|c| c.is_ascii_digit());
            let mut decimals = self.text[whole + 1..self.at].bytes().chain(*b"00");
            let mut digit = || decimals.next().map_or(0, |b| b - b'0');
            form = DigitsForm::Decimal(digit() * 10 + digit());
        }
        let text = &self.text[start..whole];
        let value = text.bytes().filter(u8::is_ascii_digit).fold(0_i64, |sum, digit| {
            sum.saturating_mul(10).saturating_add(i64::from(digit - b'0'))
        });
        let count = text.bytes().filter(u8::is_ascii_digit).count();
        Digits { value, count: u8::try_from(count).unwrap_or(u8::MAX), form }
    }

    /// Whether a number and a full stop stand right before: `12.` of `31.12.2017`.
    fn behind_dotted(&self) -> bool {
        let [.., number, dot] = &self.tokens[..] else { return false };
        matches!(number.kind, Kind::Number(_)) && dot.is_mark('.') && dot.glued
    }

    /// Whether a comma and exactly three digits follow.
    fn group_follows(&self) -> bool {
        let rest = &self.text.as_bytes()[self.at..];
        rest.len() >= 4
            && rest[0] == b','
            && rest[1..4].iter().all(u8::is_ascii_digit)
            && !rest.get(4).is_some_and(u8::is_ascii_digit)
    }

    /// Moves past `th` or `s` (also `'s`) behind digits.
    fn number_ending(&mut self) -> Option<DigitsForm> {
        let rest = &self.text[self.at..];
        let quote = rest.chars().next().filter(|&c| is_apostrophe(c)).map_or(0, char::len_utf8);
        let lexicon = self.vocabulary.lexicon;
        let endings = lexicon.decade_endings.iter().chain(lexicon.ordinal_endings);
        let longest = endings.map(|ending| ending.chars().count()).max().unwrap_or(0);
        // One more than the longest tells it from a longer word: a dump of digits is not read to its end.
        let behind = rest[quote..].chars().take_while(|c| c.is_alphanumeric()).take(longest + 1);
        let ending: String = behind.collect();
        let letters = ending.len();
        let ending = ending.to_lowercase();
        if lexicon.decade_endings.contains(&&*ending) {
            self.at += quote + letters;
            return Some(DigitsForm::Decade);
        }
        if quote == 0 && lexicon.ordinal_endings.contains(&&*ending) {
            self.at += letters;
            return Some(DigitsForm::Ordinal);
        }
        None
    }

    fn keep(&mut self, start: usize, kind: Kind, glued: bool) {
        let span = start..self.at;
        let found = match kind {
            Kind::Word { .. } | Kind::Mark('\'' | '’') => self.look_up(&self.text[span.clone()]),
            _ => None,
        };
        let mut senses = found.map_or(Senses::NONE, |meanings| meanings.senses);
        if matches!(kind, Kind::Number(_)) {
            senses = senses.or(Senses::DIGITS);
        }
        let readings = found.map_or(&[][..], |meanings| &meanings.readings);
        let alone = found.map_or(Senses::NONE, |meanings| meanings.alone);
        let is_plain = found.is_none() && matches!(kind, Kind::Word { .. });
        self.tokens.push(Token { span, kind, glued, readings, senses, alone, is_plain });
    }
}

impl<'v> Scanner<'_, 'v> {
    fn look_up(&self, word: &str) -> Option<&'v super::lexicon::Meanings> {
        // Most words are short and ASCII: they are lowered on the stack.
        let mut buffer = [0_u8; 24];
        if word.is_ascii()
            && let Some(lowered) = buffer.get_mut(..word.len())
        {
            lowered.copy_from_slice(word.as_bytes());
            lowered.make_ascii_lowercase();
            return std::str::from_utf8(lowered)
                .ok()
                .and_then(|word| self.vocabulary.meanings(word));
        }
        self.vocabulary.meanings(&normal(word))
    }
}

/// A word as the lexicon writes it: lower case, straight apostrophes.
#[must_use]
pub fn normal(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

/// Whether `.12.2019` follows: the number begins a date or a version, not a decimal.
fn is_dotted(rest: &[u8]) -> bool {
    let digits = rest[1..].iter().take_while(|b| b.is_ascii_digit()).count();
    rest.get(digits + 1) == Some(&b'.') && rest.get(digits + 2).is_some_and(u8::is_ascii_digit)
}

/// How many letters an acronym has, at most.
const ACRONYM: usize = 8;

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘')
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::temporal::lexicon;

    fn shown(text: &str) -> String {
        let vocabulary = Vocabulary::new(lexicon::find("en").unwrap());
        let shown: Vec<_> = tokens(text, &vocabulary)
            .iter()
            .map(|token| match token.kind {
                Kind::SentenceEnd => "¶".to_owned(),
                Kind::Number(digits) => format!("{}:{:?}", &text[token.span.clone()], digits.form),
                _ => text[token.span.clone()].to_owned(),
            })
            .collect();
        shown.join(" ")
    }

    #[test]
    fn words_numbers_and_marks() {
        for (text, expected) in [
            ("Jan. 6th, 2018", "Jan . 6th:Ordinal , 2018:Plain ¶"),
            ("2,018 people", "2,018:Grouped people ¶"),
            ("in 1996, 120 men", "in 1996:Plain , 120:Plain men ¶"),
            ("the 1990s and 1980's", "the 1990s:Decade and 1980's:Decade ¶"),
            ("3.5 years", "3.5:Decimal(50) years ¶"),
            ("at https://x.org/2018/06/06, so", "at https://x.org/2018/06/06 , so ¶"),
            ("on 1.12.2019", "on 1:Plain . 12:Plain . 2019:Plain ¶"),
            ("5 p.m. Tuesday", "5:Plain p.m. Tuesday ¶"),
            ("5pm", "5:Plain pm ¶"),
            ("eight o’clock", "eight o’clock ¶"),
            ("last year's", "last year 's ¶"),
            ("2018-06-06", "2018:Plain - 06:Plain - 06:Plain ¶"),
            ("Zoë’s naïve", "Zoë ’s naïve ¶"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
