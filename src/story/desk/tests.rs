//! Desk files in, entries, rulings and diagnostics out.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{
    super::{
        Story,
        coverage::Withheld,
        testing::{Builder, lines},
    },
    Change, Ruling,
};
use crate::{
    diag::{Severity, Warned},
    settings::Review,
    source::Place,
    temporal::value::When,
};

fn story() -> Builder {
    Builder::new()
        .article("s/first", "2018-06-07")
        .tells(
            "2018-06-06",
            "Trump freed Johnson",
            "Trump freed Johnson [on June 6] after a long campaign.",
        )
        .event(|event| event.people = vec!["A. Johnson".into(), "Donald Trump".into()])
        .tells(
            "2018-06-07",
            "Her family met her at the gate",
            "Her family met her at the gate [on Thursday].",
        )
        .article("s/second", "2018-06-09")
        .tells(
            "2018-06-06",
            "Trump freed Johnson",
            "Trump freed Johnson [on Wednesday], the White House said.",
        )
        .tells(
            "2018-06-08",
            "Lawyers filed a second plea in Memphis",
            "Lawyers filed a second plea in Memphis [on Friday].",
        )
}

#[test]
fn decisions_change_entries_and_never_ids() {
    let freed = "2018-06-06 Trump freed Johnson ×2";
    let gate = "2018-06-07 Her family met her at the gate";
    let plea = "2018-06-08 Lawyers filed a second plea in Memphis";
    let id = "2018-06-07-her-family-met-her-at-the-gate";
    let first = "2018-06-06-trump-freed-johnson";
    for (desk, expected) in [
        (String::new(), vec![freed, gate, plea]),
        ("# nothing yet\n".into(), vec![freed, gate, plea]),
        (format!("- {{ hide: {id}, on: 2018-06-20, why: private }}"), vec![freed, plea]),
        (format!("- hide: s/{id}"), vec![freed, plea]),
        (
            format!("- {{ retitle: {id}, to: 'no: her family met her' }}"),
            vec![freed, "2018-06-07 no: her family met her", plea],
        ),
        (
            format!("- {{ redate: {id}, to: 2018-06-05 }}"),
            vec!["2018-06-05 Her family met her at the gate", freed, plea],
        ),
        (
            format!("- merge: [{first}, {id}]"),
            vec!["2018-06-06 Trump freed Johnson ×2 | 2018-06-07 ×1", plea],
        ),
        (
            format!(
                "- split: {first}\n  at: ['Trump freed Johnson on Wednesday, the White House said.']"
            ),
            vec!["2018-06-06 Trump freed Johnson", "2018-06-06 Trump freed Johnson", gate, plea],
        ),
        (
            "- hide: gone\n  quote: Her family met her at the gate  on Thursday.".into(),
            vec![freed, plea],
        ),
    ] {
        let story = story().desk(&desk).story();
        assert_eq!(lines(&story), expected, "{desk}");
        let known: Vec<_> = story.entries.iter().map(|it| it.id.as_str()).collect();
        assert!(known.contains(&first), "{desk}: {known:?}");
    }
}

#[test]
fn only_what_is_approved_is_published_where_review_is_required() {
    let mut reviewed = story().desk("- approve: 2018-06-06-trump-freed-johnson\n- pin: 2018-06-07-her-family-met-her-at-the-gate");
    reviewed.settings.review = Review::Required;
    reviewed.settings.key_events = Some(1);
    let story = reviewed.story();
    assert_eq!(story.entries.len(), 2);
    assert_eq!(story.left_out.len(), 1);
    let keys: Vec<_> = story.entries.iter().map(|entry| entry.key).collect();
    assert_eq!(keys, [false, true]);
}

#[test]
fn people_are_named_as_the_desk_says() {
    let people = |desk: &str| story().desk(desk).story().entries[0].people.clone();
    assert_eq!(people(""), ["A. Johnson", "Donald Trump"]);
    let named = people("- { person: A. Johnson, is: Alice Marie Johnson }");
    assert_eq!(named, ["Alice Marie Johnson", "Donald Trump"]);
    assert_eq!(people("- drop_person: Donald Trump"), ["A. Johnson"]);
}

#[test]
fn a_note_is_printed() {
    let story = story().desk("- { note: 2018-06-06-trump-freed-johnson, text: '1.10' }").story();
    assert_eq!(story.entries[0].note.as_deref(), Some("1.10"));
}

const FREED: &str = "2018-06-06-trump-freed-johnson";
const GATE: &str = "2018-06-07-her-family-met-her-at-the-gate";
const PLEA: &str = "2018-06-08-lawyers-filed-a-second-plea-in-memphis";

/// A desk file with the ids of the story, and that of the second mention of the first event.
fn desk(text: &str) -> String {
    let alias = story().story().entries[0].aliases[0].clone();
    let ids = [("FREED", FREED), ("GATE", GATE), ("PLEA", PLEA), ("ALIAS", &alias)];
    ids.iter().fold(text.to_owned(), |text, (name, id)| text.replace(name, id))
}

#[test]
fn of_two_that_contradict_each_other_the_later_holds_and_both_are_named() {
    let freed = "2018-06-06 Trump freed Johnson ×2";
    let gate = "2018-06-07 Her family met her at the gate";
    let plea = "2018-06-08 Lawyers filed a second plea in Memphis";
    let all = vec![freed, gate, plea];
    for (text, expected, told) in [
        ("- hide: GATE\n- approve: s/GATE", "2 `approve` contradicts `hide`", all.clone()),
        ("- pin: GATE\n- hide: GATE", "2 `hide` contradicts `pin`", vec![freed, plea]),
        (
            "- { retitle: GATE, to: a }\n- { retitle: GATE, to: b }",
            "2 `retitle` contradicts `retitle`",
            vec![freed, "2018-06-07 b", plea],
        ),
        (
            "- { redate: GATE, to: 2018 }\n- { redate: GATE, to: 2018-06-09 }",
            "2 `redate` contradicts `redate`",
            vec![freed, plea, "2018-06-09 Her family met her at the gate"],
        ),
        (
            "- { note: GATE, text: a }\n- { note: GATE, text: b }",
            "2 `note` contradicts `note`",
            all.clone(),
        ),
        (
            "- { split: FREED, at: [Trump freed Johnson on June 6 after a long campaign.] }\n- merge: [FREED, ALIAS]",
            "2 `merge` contradicts `split`",
            all.clone(),
        ),
        (
            "- merge: [GATE, PLEA]\n- { split: GATE, at: Lawyers filed a second plea in Memphis on Friday. }",
            "2 `split` contradicts `merge`",
            all.clone(),
        ),
        (
            "- { person: A. Johnson, is: a }\n- { person: A. Johnson, is: b }",
            "2 `person` contradicts `person`",
            all.clone(),
        ),
        (
            "- { person: A. Johnson, is: a }\n- drop_person: A. Johnson",
            "2 `drop_person` contradicts `person`",
            all.clone(),
        ),
        (
            "- drop_person: A. Johnson\n- { person: A. Johnson, is: a }",
            "2 `person` contradicts `drop_person`",
            all.clone(),
        ),
    ] {
        let warned = story().desk(&desk(text)).warned();
        let expected = expected.replacen(' ', " contradicting-decisions: ", 1)
            + " on line 1: the later one holds — remove the one that is not meant";
        assert_eq!(faults(&warned), [expected], "{text}");
        assert_eq!(lines(&warned.value), told, "{text}");
        assert_eq!(warned.value.rulings.len(), 1, "what is undone is not told: {text}");
    }
}

#[test]
fn the_later_of_two_decisions_about_a_name_holds() {
    let people = |text: &str| story().desk(text).warned().value.entries[0].people.clone();
    let (named, dropped) =
        ("- { person: A. Johnson, is: Alice Marie Johnson }\n", "- drop_person: A. Johnson\n");
    assert_eq!(people(&[named, dropped].concat()), ["Donald Trump"]);
    assert_eq!(people(&[dropped, named].concat()), ["Alice Marie Johnson", "Donald Trump"]);
}

#[test]
fn two_people_are_never_swapped_however_their_names_are_written() {
    for (to, from) in [
        ("Donald Trump", "A. Johnson"),
        ("'Donald  Trump'", "' A.  Johnson'"),
        ("donald trump", "A JOHNSON"),
    ] {
        let text = format!(
            "- {{ person: A. Johnson, is: {to} }}\n- {{ person: Donald Trump, is: {from} }}"
        );
        let warned = story().desk(&text).warned();
        let told: Vec<_> = warned.diagnostics.iter().map(|it| it.code).collect();
        assert_eq!(told, ["contradicting-decisions"], "{text}");
        let people = warned.value.entries[0].people.join(", ").to_lowercase();
        assert!(!people.contains("donald"), "{text}: {people}");
    }
    let spaced = story().desk("- { person: 'A.  Johnson', is: 'Alice  Johnson' }").story();
    assert_eq!(spaced.entries[0].people, ["Alice Johnson", "Donald Trump"]);
}

#[test]
fn a_merged_event_goes_by_the_first_of_the_list() {
    for (text, expected) in [
        ("- hide: PLEA\n- merge: [GATE, PLEA]", vec!["2 `merge` sets aside `hide` on line 1"]),
        (
            "- { retitle: PLEA, to: a }\n- { retitle: GATE, to: b }\n- merge: [GATE, PLEA]",
            vec!["3 `merge` sets aside `retitle` on line 1"],
        ),
        ("- { retitle: PLEA, to: a }\n- merge: [GATE, PLEA]", vec![]),
        ("- { note: PLEA, text: a }\n- { note: GATE, text: a }\n- merge: [GATE, PLEA]", vec![]),
        // What has moved contradicts what comes later.
        (
            "- { retitle: PLEA, to: a }\n- merge: [GATE, PLEA]\n- { retitle: GATE, to: b }",
            vec!["3 `retitle` contradicts `retitle` on line 1"],
        ),
    ] {
        let shown = faults(&story().desk(&desk(text)).warned());
        let shown: Vec<_> = shown
            .iter()
            .map(|it| it.replace("contradicting-decisions: ", ""))
            .map(|it| it.split(": ").next().unwrap_or_default().to_owned())
            .collect();
        assert_eq!(shown, expected, "{text}");
    }
}

#[test]
fn what_was_decided_goes_with_its_sentence_when_an_event_is_split() {
    let (gate, plea) = ("Her family met her at the gate", "Lawyers filed a second plea in Memphis");
    let merged_and_split = "- merge: [GATE, PLEA]\n- { split: GATE, at: [Lawyers filed a second plea in Memphis on Friday.] }";
    for (text, expected) in [
        (
            format!("- {{ redate: PLEA, to: 2018-06-11 }}\n{merged_and_split}"),
            [format!("2018-06-07 {gate}"), format!("2018-06-11 {plea}")],
        ),
        (
            format!("- {{ retitle: GATE, to: They met }}\n{merged_and_split}"),
            ["2018-06-07 They met".into(), format!("2018-06-08 {plea}")],
        ),
        // What was set aside stays so.
        (
            format!(
                "- {{ retitle: PLEA, to: a }}\n- {{ retitle: GATE, to: b }}\n{merged_and_split}"
            ),
            ["2018-06-07 b".into(), format!("2018-06-08 {plea}")],
        ),
    ] {
        let told = story().desk(&desk(&text)).warned().value;
        assert_eq!(lines(&told)[1..], expected, "{text}");
    }
    let text = "- { redate: PLEA, to: 2018-06-11 }\n".to_owned()
        + merged_and_split
        + "\n- { redate: PLEA, to: 2018-06-12 }";
    let told = faults(&story().desk(&desk(&text)).warned());
    assert!(told[1].contains("`redate` contradicts `redate` on line 1"), "{told:?}");
}

#[test]
fn what_is_hidden_comes_out_neither_by_a_split_nor_without_a_word() {
    let freed = "Trump freed Johnson on Wednesday, the White House said.";
    let (gate, plea) = (
        "2018-06-07 Her family met her at the gate",
        "2018-06-08 Lawyers filed a second plea in Memphis",
    );
    for (text, expected, told) in [
        (format!("- hide: FREED\n- {{ split: FREED, at: ['{freed}'] }}"), vec![gate, plea], None),
        (
            format!("- hide: FREED\n- {{ split: FREED, at: ['{freed}'] }}\n- approve: ALIAS"),
            vec!["2018-06-06 Trump freed Johnson", gate, plea],
            None,
        ),
        (
            "- hide: FREED\n- merge: [FREED, GATE]".into(),
            vec![gate, plea],
            Some(
                "2 merged-into-hidden: `FREED` is hidden and would hide the others; nothing was merged — hide each of them, or begin the list with one that is published",
            ),
        ),
        ("- hide: FREED\n- hide: GATE\n- merge: [FREED, GATE]".into(), vec![plea], None),
    ] {
        let warned = story().desk(&desk(&text)).warned();
        assert_eq!(lines(&warned.value), expected, "{text}");
        assert_eq!(faults(&warned), told.map(desk).into_iter().collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn what_is_hidden_is_hidden_by_a_decision_that_holds() {
    let split = "- merge: [PLEA, GATE]\n- { hide: PLEA, why: private }\n- { split: PLEA, at: [Her family met her at the gate on Thursday.] }";
    let contradicts = |verb, line| {
        format!(
            "{line} contradicting-decisions: `{verb}` contradicts `hide` on line 2: the later one holds — remove the one that is not meant"
        )
    };
    for (more, left, told) in [
        ("", vec![GATE, PLEA], vec![]),
        ("- approve: PLEA", vec![GATE], vec![]),
        ("- approve: GATE", vec![PLEA], vec![]),
        ("- pin: GATE\n- approve: PLEA", vec![], vec![contradicts("approve", 5)]),
        (
            "- hide: GATE",
            vec![GATE, PLEA],
            vec![
                "4 repeated-decision: `hide` adds nothing to `hide` on line 2 — remove one of the two".into(),
            ],
        ),
        (
            "- merge: [FREED, GATE]",
            vec![PLEA],
            vec![
                "4 contradicting-decisions: `merge` sets aside `hide` on line 2: the first event of the list decides — remove the one that is not meant".into(),
            ],
        ),
    ] {
        let warned = story().desk(&desk(&format!("{split}\n{more}"))).warned();
        let hidden: BTreeSet<_> =
            warned.value.left_out.iter().map(|it| it.entry.id.as_str()).collect();
        assert_eq!(hidden, left.iter().copied().collect(), "{more}");
        for left_out in &warned.value.left_out {
            let by = left_out.ruling.as_ref().map(|it| (it.line, it.why.as_deref()));
            assert_eq!(by, Some((2, Some("private"))), "{more}: {}", left_out.entry.id);
        }
        let rulings = &warned.value.rulings;
        let hides = rulings.iter().filter(|it| it.change == Change::Hidden).count();
        assert_eq!(hides, usize::from(!left.is_empty()), "{more}: {rulings:?}");
        assert_eq!(faults(&warned)[1..], told, "{more}");
    }
}

#[test]
fn a_decision_that_was_made_already_is_told() {
    let split = "{ split: FREED, at: ['Trump freed Johnson on Wednesday, the White House said.'] }";
    for (text, expected) in [
        ("- hide: GATE\n- hide: GATE", "`hide` adds nothing to `hide`"),
        ("- pin: GATE\n- approve: GATE", "`approve` adds nothing to `pin`"),
        ("- hide: FREED\n- hide: ALIAS", "`hide` adds nothing to `hide`"),
        ("- merge: [GATE, PLEA]\n- merge: [PLEA, GATE]", "`merge` adds nothing to `merge`"),
        (&format!("- {split}\n- {split}"), "`split` adds nothing to `split`"),
        (
            "- { person: A. Johnson, is: a }\n- { person: A. Johnson, is: a }",
            "`person` adds nothing to `person`",
        ),
    ] {
        let warned = story().desk(&desk(text)).warned();
        let expected = format!("2 repeated-decision: {expected} on line 1 — remove one of the two");
        assert_eq!(faults(&warned), [expected], "{text}");
        assert_eq!(warned.value.rulings.len(), 1, "{text}");
    }
    assert_eq!(story().desk(&desk("- approve: GATE\n- pin: GATE")).warned().diagnostics, []);
}

#[test]
fn what_is_lost_is_told_with_what_may_be_meant() {
    let is_lost = "no event of this story has the id";
    let gone = "remove the decision if the event has gone";
    for (text, expected) in [
        (
            "- { pin: 2018-06-06-johnson-was-set-free }",
            format!(
                "{is_lost} `2018-06-06-johnson-was-set-free`; nothing was changed — did you mean `FREED`?"
            ),
        ),
        (
            "- pin: gone\n  quote: Lawyers in Memphis filed one more plea before the court on Friday.",
            format!("{is_lost} `gone` or the quote; nothing was changed — did you mean `PLEA`?"),
        ),
        (
            "- hide: 2018-06-07-her-family-met-here-at-the-gates\n  quote: Her lawyers filed a second plea in the court of Memphis.",
            format!(
                "{is_lost} `2018-06-07-her-family-met-here-at-the-gates` or the quote; what it was to hide may be published — did you mean `GATE` or `PLEA`?"
            ),
        ),
        (
            "- pin: 1969-gone\n  quote: Nothing of the kind.",
            format!("{is_lost} `1969-gone` or the quote; nothing was changed — {gone}"),
        ),
        (
            "- merge: [GATE, 1969-gone]",
            format!(
                "{is_lost} `1969-gone`; nothing was changed — {gone}, or add its sentence to `quotes`"
            ),
        ),
    ] {
        let warned = story().desk(&desk(text)).warned();
        assert_eq!(faults(&warned), [format!("1 unknown-event: {}", desk(&expected))], "{text}");
        assert_eq!(warned.value.rulings, [], "{text}");
    }
}

#[test]
fn a_merge_survives_edited_articles_by_its_quotes() {
    let quotes = "quotes: [Her family met her at the gate on that Thursday., Lawyers filed a second plea in Memphis on Friday.]";
    let warned = story().desk(&format!("- merge: [gone, gone-too]\n  {quotes}")).warned();
    let lines = lines(&warned.value);
    assert_eq!(lines[1], "2018-06-07 Her family met her at the gate | 2018-06-08 ×1");
}

#[test]
fn an_edited_sentence_is_found_again_and_told_but_never_one_that_tells_another_thing() {
    let note = "2 edited-quote: this sentence is taken for “Her family met her at the gate on Thursday.” — write it as it stands now (`GATE`), or remove the decision if it means another";
    for (quote, found) in [
        ("Her family met her at the gate on that Thursday.", true),
        ("Her family met her at the gate.", true),
        ("Her famliy met her at the gate on Thursday.", true),
        ("Her family left her at the gate on Thursday.", false),
        ("His family met her at the gate on Thursday.", false),
        ("Her family met her not at the gate on Thursday.", false),
        ("At the gate her family met her on Thursday.", false),
    ] {
        let warned = story().desk(&format!("- hide: gone\n  quote: {quote}")).warned();
        let told = faults(&warned);
        assert_eq!(warned.value.entries.len() == 2, found, "{quote}");
        assert_eq!(told == [desk(note)], found, "{quote}: {told:?}");
        assert!(found || told[0].contains("did you mean"), "{told:?}");
    }
}

#[test]
fn a_quote_of_another_event_hides_nothing_and_an_edited_one_hides_with_a_warning() {
    let told = [
        ("Parliament elected Speaker Ann Lee", "Parliament elected Speaker Ann Lee [on June 6]."),
        ("Neil Johnson resigned", "Neil Johnson resigned [on June 6] in the early morning."),
        ("The dam above the town broke", "The dam above the town broke [on June 6] after rain."),
    ];
    let story = || {
        let begun = Builder::new().article("s/a", "2018-06-07");
        told.iter().fold(begun, |story, (headline, text)| story.tells("2018-06-06", headline, text))
    };
    for quote in [
        "Parliament ejected Speaker Ann Lee on June 6.",
        "Neil Johnston resigned on June 6 in the early morning.",
        "An aide to Neil Johnson resigned on June 6 in the early morning.",
        "Officials denied that the dam above the town broke on June 6 after rain.",
        "The dam above the town broke on June 6 after rain, they said.",
    ] {
        let warned = story().desk(&format!("- hide: gone\n  quote: '{quote}'")).warned();
        let codes: Vec<_> = warned.diagnostics.iter().map(|it| it.code).collect();
        assert_eq!((warned.value.entries.len(), codes), (3, vec!["unknown-event"]), "{quote}");
    }
    for (verb, severity) in [("hide", Severity::Warning), ("pin", Severity::Note)] {
        let quote = "Neil Johnson resigned on June 6 in the early morninng.";
        let warned = story().desk(&format!("- {verb}: gone\n  quote: {quote}")).warned();
        let met: Vec<_> = warned.diagnostics.iter().map(|it| (it.code, it.severity)).collect();
        assert_eq!(met, [("edited-quote", severity)], "{verb}");
    }
}

#[test]
fn rulings_tell_what_was_read_and_what_is_shown() {
    let text = "
- { retitle: GATE, to: They met, on: 2018-06-20, why: shorter }
- { redate: GATE, to: 2018-06-05 }
- { merge: [GATE, PLEA] }
- { person: A. Johnson, is: Alice Marie Johnson }
- { drop_person: Donald Trump }";
    let story = story().desk(&desk(text)).story();
    let ruling = |change, entry: Option<&str>| Ruling {
        change,
        entry: entry.map(Into::into),
        line: 0,
        on: None,
        why: None,
    };
    let retitled =
        Change::Retitled { from: "Her family met her at the gate".into(), to: "They met".into() };
    let date = |edtf| When::from_edtf(edtf).unwrap();
    let redated = Change::Redated { from: date("2018-06-07"), to: date("2018-06-05") };
    let merged = ["Her family met her at the gate", "Lawyers filed a second plea in Memphis"];
    let renamed = Change::Renamed { from: "A. Johnson".into(), to: "Alice Marie Johnson".into() };
    let expected = [
        Ruling {
            on: Some(jiff::civil::date(2018, 6, 20)),
            why: Some("shorter".into()),
            ..ruling(retitled, Some(GATE))
        },
        ruling(redated, Some(GATE)),
        ruling(Change::Merged(merged.map(Into::into).into()), Some(GATE)),
        ruling(renamed, None),
        ruling(Change::Dropped, None),
    ];
    let expected = expected.into_iter().zip(2..).map(|(ruling, line)| Ruling { line, ..ruling });
    assert_eq!(story.rulings, expected.collect::<Vec<_>>());
}

#[test]
fn what_is_hidden_stays_hidden_in_the_rulings() {
    for text in [
        "- { retitle: GATE, to: They met }\n- { redate: GATE, to: 2018-06-05 }\n- { note: GATE, text: At noon. }\n- hide: GATE",
        "- merge: [GATE, PLEA]\n- hide: GATE",
        // The hidden part gave the merged event its words.
        "- merge: [PLEA, FREED]\n- split: PLEA\n  at: Trump freed Johnson on June 6 after a long campaign.\n- hide: FREED",
    ] {
        let story = story().desk(&desk(text)).story();
        let shown = format!("{:?}", story.rulings);
        assert!(shown.contains("Hidden"), "{shown}");
        for hidden in ["gate", "They met", "2018-06-07", "At noon", "freed"] {
            assert!(!shown.contains(hidden), "{text}: {shown}");
        }
    }
}

#[test]
fn a_day_that_is_none_is_told_and_the_decision_holds() {
    let warned = story().desk(&desk("- { hide: GATE, on: yesterday }")).warned();
    let told = "1 wrong-type: `on` must be a day — write it as `on: 2018-06-20`";
    assert_eq!(faults(&warned), [told]);
    assert_eq!(warned.value.entries.len(), 2);
}

/// The diagnostics as `line code: message — hint`.
fn faults(warned: &Warned<Story>) -> Vec<String> {
    let shown = warned.diagnostics.iter().map(|it| {
        let line = it.place.as_ref().map_or(0, Place::line);
        let hint = it.hint.as_deref().unwrap_or("");
        format!("{line} {}: {} — {hint}", it.code, it.message)
    });
    shown.collect()
}

#[test]
fn faults_name_their_line_and_leave_the_entry() {
    for (desk, expected) in [
        ("- hyde: x", "1 unknown-key: `hyde` is not a decision — did you mean `hide`?"),
        (
            "\n- { hide: 2018-06-06-trump-freed-jonson }",
            "2 unknown-event: no event of this story has the id `2018-06-06-trump-freed-jonson`; what it was to hide may be published — did you mean `2018-06-06-trump-freed-johnson`?",
        ),
        (
            "- approve: nothing",
            "1 unknown-event: no event of this story has the id `nothing`; nothing was changed — remove the decision if the event has gone, or add its sentence as `quote`",
        ),
        (
            "- approve: 2018-06-06-trump-freed-johnson\n  quot: x",
            "2 unknown-key: unknown key `quot` beside `approve` — did you mean `quote`?",
        ),
        (
            "- { retitle: 2018-06-06-trump-freed-johnson, to: Trump freed Johnson, too: x }",
            "1 unknown-key: unknown key `too` beside `retitle` — `retitle` takes `to`, `quote`, `on`, `why`",
        ),
        (
            "- hide: [a, b]",
            "1 wrong-type: `hide` takes one value: the id of an event — write a decision for each: `- { hide: ID }`",
        ),
        (
            "- { retitle: a, to: [b] }",
            "1 wrong-type: `to` must be a text: the headline — write it as `- { retitle: ID, to: \"The new headline\" }`, between quotes a text that has `: `, is `null` or begins with a sign",
        ),
        (
            "- hide:",
            "1 missing-value: `hide` is empty: it needs the id of an event — write it as `- { hide: ID }`, between quotes a text that has `: `, is `null` or begins with a sign",
        ),
        (
            "- { merge: [] }",
            "1 missing-value: `merge` is empty: it needs the ids of two events or more — write it as `- { merge: [ID, ID] }`, between quotes a text that has `: `, is `null` or begins with a sign",
        ),
        (
            "- person: A. Johnson\n  is: # 1 of two",
            "2 missing-value: `is` is empty: it needs the name to show — write it as `- { person: \"A. Johnson\", is: \"Alice Marie Johnson\" }`, between quotes a text that has `: `, is `null` or begins with a sign",
        ),
        (
            "- merge: [a]",
            "1 wrong-type: `merge` must be a list of at least 2 texts: the ids of two events or more — write it as `- { merge: [ID, ID] }`, between quotes a text that has `: `, is `null` or begins with a sign",
        ),
        (
            "- retitle: a",
            "1 missing-key: `retitle` needs `to`: the headline — write it as `- { retitle: ID, to: \"The new headline\" }`",
        ),
        (
            "- { redate: a, to: June 6 }",
            "1 wrong-type: `June 6` is not a date — write it as EDTF: `2018-06-06`, `2018-06`, `1996`, `199X`, `1996/2018`, `1996~`",
        ),
        (
            "- { hide: a, pin: a }",
            "1 two-decisions: `hide` and `pin` are two decisions — write an item of the list for each",
        ),
        (
            "hide: a",
            "1 wrong-type: a list of decisions is expected — begin each decision with `- `, as in `- { hide: ID }`",
        ),
        ("- a", "1 wrong-type: a decision is a mapping — write it as `- { hide: ID }`"),
        (
            "- { person: Zoe, is: x }",
            "1 unknown-person: nobody in this story is called `Zoe` — write the name as an article has it",
        ),
        (
            "- { person: A. Jonson, is: x }",
            "1 unknown-person: nobody in this story is called `A. Jonson` — did you mean `A. Johnson`?",
        ),
        (
            "- split: 2018-06-06-trump-freed-johnson\n  at: [He sang.]",
            "2 unknown-quote: `2018-06-06-trump-freed-johnson` has no such sentence — copy it from one of the event's sources",
        ),
        (
            "- &x { hide: a }\n- *x",
            "2 bad-yaml: the desk file cannot be read: aliases are not read — write the value again",
        ),
    ] {
        let warned = story().desk(desk).warned();
        let shown = faults(&warned);
        assert_eq!(shown, [expected], "{desk}");
        assert_eq!(warned.value.entries, story().story().entries, "{desk}");
    }
}

#[test]
fn what_says_nothing_is_an_error_that_points_there_and_shows_the_key() {
    let quotes = ", between quotes a text that has `: `, is `null` or begins with a sign";
    for (desk, at, expected) in [
        ("- hide: null", "null", "`hide` is empty: it needs the id of an event — `- { hide: ID }`"),
        ("- { hide: ~ }", "~", "`hide` is empty: it needs the id of an event — `- { hide: ID }`"),
        (
            "- { retitle: FREED, to: ~ }",
            "~",
            "`to` is empty: it needs the headline — `- { retitle: ID, to: \"The new headline\" }`",
        ),
        ("- { merge: [FREED, ''] }", "''", "item 2 of `merge` is empty — `- { merge: [ID, ID] }`"),
        (
            "- { merge: [Null, FREED] }",
            "Null",
            "item 1 of `merge` is empty — `- { merge: [ID, ID] }`",
        ),
        (
            "- { split: FREED, at: [He sang., {}] }",
            "{",
            "item 2 of `at` is empty — `- { split: ID, at: [\"The sentence that stands alone.\"] }`",
        ),
        (
            "- { hide: FREED, quote: '' }",
            "''",
            "`quote` is empty: it needs a sentence of the event — `- { hide: ID, quote: \"A sentence.\" }`",
        ),
        (
            "- { merge: [FREED, GATE], quotes: [~, He sang.] }",
            "~",
            "item 1 of `quotes` is empty — `- { merge: [ID, ID], quotes: [\"A sentence.\", \"Another.\"] }`",
        ),
        (
            "- { pin: FREED, why: [a] }",
            "[",
            "`why` must be a text: the reason — `- { pin: ID, why: \"The reason.\" }`",
        ),
    ] {
        let warned = story().desk(&self::desk(desk)).warned();
        let shown: Vec<_> = faults(&warned)
            .iter()
            .map(|it| it.replacen(" — write it as ", " — ", 1))
            .map(|it| it.split_once(": ").unwrap_or_default().1.to_owned())
            .collect();
        assert_eq!(shown, [format!("{expected}{quotes}")], "{desk}");
        let place = warned.diagnostics[0].place.as_ref().expect("a place");
        let pointed = &place.source.text()[place.span.start..place.span.end];
        assert_eq!(pointed.trim_end(), at, "{desk}");
        assert_eq!(warned.value.entries, story().story().entries, "{desk}");
    }
}

#[test]
fn a_reason_that_says_nothing_is_none_and_what_is_quoted_is_a_text() {
    for why in ["", "~", "null", "''", "' '"] {
        let story = story().desk(&format!("- {{ pin: {FREED}, why: {why} }}")).story();
        assert_eq!(story.rulings[0].why, None, "{why}");
    }
    for to in ["'~'", "\"null\"", "!!str null"] {
        let story = story().desk(&format!("- {{ retitle: {FREED}, to: {to} }}")).story();
        let shown = story.entries[0].headline.as_str();
        assert!(["~", "null"].contains(&shown), "{to}: {shown}");
    }
}

#[test]
fn broken_files_are_refused_without_panic() {
    let deep = "[".repeat(10_000);
    for desk in [
        "- {",
        "- hide: \"",
        "\t- x",
        "- hide: a\n b: c",
        "---\n- hide: a\n---\n- b",
        &deep,
        "- \u{0}",
        "%",
        "- ? [a]: b",
        "é: [",
        "- !!x hide: y",
    ] {
        let warned = story().desk(desk).warned();
        assert!(!warned.diagnostics.is_empty(), "{desk}");
        assert_eq!(warned.value.entries.len(), 3, "{desk}");
    }
}

#[test]
fn places_count_bytes_behind_wide_letters_and_a_mark() {
    let warned = story().desk("\u{feff}# déjà\n- { hide: é, why: x }").warned();
    let place = warned.diagnostics[0].place.as_ref().unwrap();
    assert_eq!(&place.source.text()[place.span.start..place.span.end], "é");
}

#[test]
fn a_desk_of_no_articles_is_no_trouble() {
    let story: Story = Builder::new().desk("[]").story();
    assert_eq!(story.entries, []);
}

/// A decision about the story, whether it makes sense or not.
fn any_item() -> impl Strategy<Value = String> {
    let event = prop_oneof![Just("FREED"), Just("GATE"), Just("PLEA"), Just("ALIAS")];
    let sentence = prop_oneof![
        Just("Trump freed Johnson on June 6 after a long campaign."),
        Just("Trump freed Johnson on Wednesday, the White House said."),
        Just("Her family met her at the gate on Thursday."),
        Just("Lawyers filed a second plea in Memphis on Friday."),
    ];
    let verb = prop_oneof![
        Just("hide: A"),
        Just("pin: A"),
        Just("approve: A"),
        Just("retitle: A, to: x"),
        Just("redate: A, to: 2018-06"),
        Just("note: A, text: y"),
        Just("merge: [A, B]"),
        Just("split: A, at: ['S']"),
    ];
    (verb, event.clone(), event, sentence).prop_map(|(verb, first, second, sentence)| {
        let filled = [("A", first), ("B", second), ("S", sentence)];
        let of = |c: char| filled.iter().find(|(name, _)| name.starts_with(c)).map(|(_, it)| *it);
        let text: String =
            verb.chars().map(|c| of(c).map_or_else(|| c.to_string(), Into::into)).collect();
        format!("- {{ {text} }}")
    })
}

proptest! {
    #[test]
    fn whatever_is_decided_is_told_and_gives_nothing_hidden_away(
        items in prop::collection::vec(any_item(), 0..9),
    ) {
        let mut headlines: BTreeSet<_> =
            ["Trump freed Johnson", "Her family met her at the gate", "Lawyers filed a second plea in Memphis"].into();
        let text = desk(&items.join("\n"));
        let Warned { value: told, diagnostics } = story().desk(&text).warned();
        let others = told.entries.iter().flat_map(|entry| &entry.conflicts);
        let others = others.flat_map(|conflict| &conflict.citations);
        for citation in told.entries.iter().flat_map(|entry| &entry.citations).chain(others) {
            headlines.remove(citation.headline.as_str());
        }
        let rulings = format!("{:?}", told.rulings);
        for hidden in headlines {
            let id = hidden.to_lowercase().replace(' ', "-");
            prop_assert!(!rulings.contains(hidden) && !rulings.contains(&id), "{}\n{}", text, rulings);
        }
        for left_out in told.left_out.iter().filter(|it| it.why == Withheld::Hidden) {
            prop_assert!(left_out.ruling.is_some(), "hidden by nothing: {}\n{}", left_out.entry.id, text);
        }
        let published: BTreeSet<_> = told.entries.iter().map(|entry| entry.id.as_str()).collect();
        prop_assert!(told.rulings.iter().flat_map(|it| &it.entry).all(|id| published.contains(id.as_str())));
        if told.left_out.is_empty() && diagnostics.is_empty() {
            prop_assert_eq!(told.rulings.len(), items.len(), "{}", text);
        }
    }
}
