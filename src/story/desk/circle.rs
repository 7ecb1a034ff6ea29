//! Decisions in, those without names that would be shown as each other out.
//!
//! `Ann is Bea` and `Bea is Ann` would swap two people on every page. As of any two that contradict each
//! other the later holds; the earlier one is set aside. Names are one where they have one page, however
//! they are written.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    CONTRADICTING,
    decision::{Action, Item},
};
use crate::{
    diag::{Diagnostic, Warned},
    load::slug,
    source::{Source, Span},
};

/// Where a name leads, and the decisions that say so: the last of them holds.
struct Renamed {
    is: Page,
    items: Vec<usize>,
    at: Span,
}

/// The page of a person, by its slug: `Ann Lee` and `ann  lee` share it.
type Page = String;

/// The page of a name; one without a letter or digit has none, and is itself.
fn page(name: &str) -> Page {
    slug::of(name).unwrap_or_else(|| name.to_owned())
}

/// Takes out what a later decision about a name makes a circle of. A name that no article has is in none:
/// whom it is the name of, nobody else is.
pub(super) fn break_circles(
    items: Vec<Item>,
    file: &Arc<Source>,
    is_known: impl Fn(&str) -> bool,
) -> Warned<Vec<Item>> {
    let mut renamed: BTreeMap<Page, Renamed> = BTreeMap::new();
    let mut aside = Vec::new();
    let mut diagnostics = Vec::new();
    for (index, item) in items.iter().enumerate() {
        match &item.decision.action {
            Action::Person { name, is } if is_known(&name.text) => {
                let (from, to) = (page(&name.text), page(is));
                if leads_to(&renamed, &to, &from)
                    && let Some(earlier) = renamed.remove(&to)
                {
                    diagnostics.push(circle(file, item, is, earlier.at));
                    aside.extend(earlier.items);
                }
                let known = renamed.remove(&from).map(|it| it.items);
                let items = known.into_iter().flatten().chain([index]).collect();
                renamed.insert(from, Renamed { is: to, items, at: item.at });
            }
            Action::DropPerson(name) => {
                renamed.remove(&page(&name.text));
            }
            _ => {}
        }
    }
    let kept = items.into_iter().enumerate().filter(|(index, _)| !aside.contains(index));
    Warned::with(kept.map(|(_, item)| item).collect(), diagnostics)
}

/// Whether `from`, another name, is shown as `to` in the end. What is renamed so far has no circle.
fn leads_to(renamed: &BTreeMap<Page, Renamed>, from: &str, to: &str) -> bool {
    let next = |page: &&str| renamed.get(*page).map(|it| it.is.as_str()).filter(|is| is != page);
    from != to && std::iter::successors(Some(from), next).any(|page| page == to)
}

fn circle(file: &Arc<Source>, item: &Item, is: &str, earlier: Span) -> Diagnostic {
    let line = file.line_and_column(earlier.start).0;
    let message = format!(
        "`person` contradicts `person` on line {line}, by which `{is}` is shown as another: the later \
         one holds"
    );
    let hint = "remove the one that is not meant";
    Diagnostic::warning(CONTRADICTING, message).at(file, item.at).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::desk::decision;

    /// The decisions that are left, as `A is B`, and the lines of the warnings with those they name.
    fn broken(desk: &str) -> (Vec<String>, Vec<String>) {
        let file = Arc::new(Source::new("content/s/_desk.yaml", desk));
        let items = decision::read(&file).value;
        let known = |name: &str| ["Ann", "Bea", "Cy"].contains(&name);
        let Warned { value: items, diagnostics } = break_circles(items, &file, known);
        let left = items.into_iter().filter_map(|item| match item.decision.action {
            Action::Person { name, is } => Some(format!("{} is {is}", name.text)),
            _ => None,
        });
        let told = |it: Diagnostic| {
            let line = it.place.as_ref().map_or(0, crate::source::Place::line);
            let (_, rest) = it.message.split_once("on line ").unwrap_or_default();
            format!("{line} against {}", rest.split(',').next().unwrap_or_default())
        };
        (left.collect(), diagnostics.into_iter().map(told).collect())
    }

    #[test]
    fn of_decisions_in_a_circle_the_later_holds() {
        let ann = "- { person: Ann, is: Bea }\n";
        let bea = "- { person: Bea, is: Ann }\n";
        let cy = "- { person: Cy, is: Ann }\n";
        for (desk, left, told) in [
            ([ann, bea].concat(), vec!["Bea is Ann"], vec!["2 against 1"]),
            ([bea, ann].concat(), vec!["Ann is Bea"], vec!["2 against 1"]),
            (
                [ann, "- { person: Bea, is: Cy }\n", cy].concat(),
                vec!["Bea is Cy", "Cy is Ann"],
                vec!["3 against 1"],
            ),
            (
                ["- { person: Ann, is: Dee }\n", ann, bea].concat(),
                vec!["Bea is Ann"],
                vec!["3 against 2"],
            ),
            // However a name is written, it has one page.
            (
                ["- { person: Ann, is: 'BEA ' }\n", "- { person: Bea, is: Ánn }\n"].concat(),
                vec!["Bea is Ánn"],
                vec!["2 against 1"],
            ),
            (
                ["- { person: Ann, is: ANN }\n", bea].concat(),
                vec!["Ann is ANN", "Bea is Ann"],
                vec![],
            ),
            // A name may be kept as it is, stand for several, or be what no article has.
            (
                ["- { person: Ann, is: Ann }\n", bea].concat(),
                vec!["Ann is Ann", "Bea is Ann"],
                vec![],
            ),
            ([bea, cy].concat(), vec!["Bea is Ann", "Cy is Ann"], vec![]),
            (
                "- { person: Ann, is: Dee }\n- { person: Dee, is: Ann }\n".into(),
                vec!["Ann is Dee", "Dee is Ann"],
                vec![],
            ),
            // What was decided otherwise in between makes no circle.
            (
                [ann, "- { person: Ann, is: Cy }\n", bea].concat(),
                vec!["Ann is Bea", "Ann is Cy", "Bea is Ann"],
                vec![],
            ),
            ([ann, "- drop_person: Ann\n", bea].concat(), vec!["Ann is Bea", "Bea is Ann"], vec![]),
        ] {
            let found = broken(&desk);
            assert_eq!(found.0, left, "{desk}");
            assert_eq!(found.1, told, "{desk}");
        }
    }
}
