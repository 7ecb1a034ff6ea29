//! Months that are people: `Theresa May`, of whom the same text may say `Critics of May` and mean no month.
//!
//! ```text
//! a capitalised month beside a name, which no rule reads ──▶ Borne, over the whole document
//! expressions that are a bare month ──▶ dropped where a person bears its name and no word places it in time
//! ```

use super::{
    cursor::Cursor,
    lexicon::{Sense, prose::Role},
    read::Found,
    reference::Fact,
    said::{DateFields, Part, Said},
    token::{Kind, Token},
};

/// The months whose names people bear in a text, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Borne(u16);

impl Borne {
    /// Notes the month at the cursor, which no rule reads, if a person bears its name.
    pub(super) fn note(&mut self, cursor: &Cursor<'_>) {
        let mut ahead = *cursor;
        let month = ahead.sense(|s| if let Sense::Month(month) = s { Some(month) } else { None });
        let capital =
            cursor.next().is_some_and(|token| token.is_capital() && token.means(Sense::Borne));
        if let Some(month) = month.filter(|_| capital && is_beside_name(cursor, &ahead)) {
            self.0 |= 1 << month;
        }
    }

    /// Adds the months of another text.
    pub(super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Whether `found` is likely the person.
    pub(super) fn means(self, found: &Found) -> bool {
        match found.said {
            Said::Date(DateFields { year: None, part: Part::Month(month), .. }) => {
                self.0 & (1 << month) != 0 && !found.context.is(Fact::Placed)
            }
            _ => false,
        }
    }
}

/// Whether the month at the cursor stands behind a first name, a title or a name inside the sentence, or
/// before a name.
fn is_beside_name(cursor: &Cursor<'_>, behind: &Cursor<'_>) -> bool {
    let role = |back, role| cursor.before(back).is_some_and(|token| cursor.plays(token, role));
    let inside = |back| cursor.before(back).is_some_and(|it| it.kind != Kind::SentenceEnd);
    let name =
        cursor.before(1).is_some_and(Token::is_name) && (role(1, Role::FirstName) || inside(2));
    let title = cursor.before(1).is_some_and(|token| token.is_mark('.')) && role(2, Role::Title);
    name || title || behind.next().is_some_and(|token| token.is_name() && !token.glued)
}

#[cfg(test)]
mod tests {
    use crate::{source::Document, temporal::Tagger};

    fn values(text: &str) -> Vec<String> {
        let mut document = Document::from_text("a", text, None);
        document.date = Some(jiff::civil::date(2018, 6, 14));
        let tagged = Tagger::new().tag(&document);
        tagged.timexes.iter().map(|timex| timex.value.timex_value()).collect()
    }

    #[test]
    fn a_month_that_a_person_bears_is_read_only_where_it_is_placed() {
        for (text, expected) in [
            ("Theresa May faced rebels. Critics of May say so. Support for May fell.", &[][..]),
            ("She met Theresa May in May. Since May, they have talked.", &["2018-05", "2018-05"]),
            ("The actress June Brown is 95. Friends of June came.", &[]),
            ("Mr. May spoke. “No one trusts May,” she said.", &[]),
            ("Critics of the law met for May and June.", &["2018-05", "2018-06"]),
        ] {
            assert_eq!(values(text), expected, "{text}");
        }
    }
}
