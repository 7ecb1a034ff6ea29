//! Texts as they stand, tagged and read: which of their dates become events, and why the others do not.
//! All are published on June 14, 2018, a Thursday.

use jiff::civil::date;

use crate::{
    event::{Ground, Selection, select},
    source::Document,
    temporal::Tagger,
};

fn selection(text: &str) -> (Document, Selection, Vec<String>) {
    let mut document = Document::from_text("test", text, None);
    document.date = Some(date(2018, 6, 14));
    let tagger = Tagger::new();
    let read = tagger.tag(&document);
    let found = select(&tagger, &document, &read);
    let words = |timex: usize| {
        let timex = &read.timexes[timex];
        document.passages[timex.passage].text[timex.span.clone()].to_owned()
    };
    let unused = found.unused.iter().map(|unused| words(unused.timex)).collect();
    (document, found, unused)
}

/// The events of a sentence behind some that tell nothing, so that it is not the lead.
fn told(line: &str) -> Vec<(String, String)> {
    let (_, found, _) = selection(&format!("{}{line}", "It is a long story. ".repeat(3)));
    found.events.into_iter().map(|event| (event.when.edtf(), event.headline)).collect()
}

/// Why the dates of a sentence are not used.
fn grounds(line: &str) -> Vec<(String, Ground)> {
    let (_, found, words) = selection(&format!("{}{line}", "It is a long story. ".repeat(3)));
    words.into_iter().zip(found.unused.iter().map(|unused| unused.ground)).collect()
}

fn check(cases: &[(&str, &[(&str, &str)])]) {
    let owned = |(date, headline): &(&str, &str)| ((*date).to_owned(), (*headline).to_owned());
    let wrong = cases
        .iter()
        .filter(|(line, expected)| told(line) != expected.iter().map(owned).collect::<Vec<_>>());
    let wrong: Vec<_> = wrong.map(|(line, _)| format!("{line}\n  {:?}", told(line))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_not_used_says_why() {
    for (line, expected) in [
        (
            "LONDON, March 3 (XY) — The mayor closed the old bridge on March 2.",
            &[("March 3", Ground::Stamp)][..],
        ),
        ("LONDON, March 3 (XY) — The mayor is glad.", &[("March 3", Ground::Stamp)]),
        ("Did the mayor close the old bridge on March 2?", &[("March 2", Ground::Condition)]),
        ("Who closed the old bridge in 2003?", &[("2003", Ground::Condition)]),
        ("Bell asked: “Was it shut in 2003?”", &[("2003", Ground::Condition)]),
        ("Unemployment stood at 6 percent in May.", &[("May", Ground::Statistic)]),
    ] {
        let owned = |(date, ground): &(&str, Ground)| ((*date).to_owned(), *ground);
        assert_eq!(grounds(line), expected.iter().map(owned).collect::<Vec<_>>(), "{line}");
    }
}

#[test]
#[rustfmt::skip]
fn the_figures_of_a_period_are_no_happening() {
    check(&[
        ("Unemployment stood at 6 percent in February.", &[]),
        ("Sales fell 3 percent in the first quarter.", &[]),
        ("In 2009, sales of the firm rose by almost 12% to $3bn.", &[]),
        ("Inflation rose from 2 to 3 percent in May.", &[]),
        ("The firm said that profits had dropped to £40m in 2017.", &[]),
        ("Sales last year grew nearly 10 percent to 3 billion euros.", &[]),
        ("Exports climbed more than 8 per cent last year.", &[]),
        ("Profit rose 5pc in May.", &[]),
        ("Profit fell by a third in May.", &[]),
        ("The profit of the firm rose in May by 5 percent.", &[]),
        ("The firm earned $3bn in 2017.", &[]),
        ("The price of oil fell 12 percent in 2017.", &[]),
        ("Support for the dam slipped from 64 percent to 52 percent last year.", &[]),
        ("The market fell 14 percent between January and March 2017.", &[]),
        // A milestone, a result, a blow.
        ("The network reached 1 billion users in October 2012.", &[("2012-10", "The network reached 1 billion users")]),
        ("The firm hit $1 trillion in May 2016.", &[("2016-05", "The firm hit $1 trillion")]),
        ("Turnout reached 80 percent in the referendum in May 2016.", &[("2016-05", "Turnout reached 80 percent in the referendum")]),
        ("Cases surged past 1 million in May 2016.", &[("2016-05", "Cases surged past 1 million")]),
        ("Bell came first with 60 percent in May 2016.", &[("2016-05", "Bell came first with 60 percent")]),
        ("The quake hit 3 million people in May 2016.", &[("2016-05", "The quake hit 3 million people")]),
        ("The stock market fell 23 percent in October 1929.", &[("1929-10", "The stock market fell 23 percent")]),
        // The price of a day moves on it, what has no rate is news of its period, and an act is one.
        ("The share price fell 13 percent on Monday.", &[("2018-06-11", "The share price fell 13 percent")]),
        ("The mill reached a 78 percent increase in 2017.", &[("2017", "The mill reached a 78 percent increase")]),
        ("Sales fell sharply in the first quarter.", &[("2018-33", "Sales fell sharply")]),
        ("The toll rose to four euros in May.", &[("2018-05", "The toll rose to four euros")]),
        ("The lake rose by three metres in May.", &[("2018-05", "The lake rose by three metres")]),
        ("The bank raised its rate to 5 percent in May.", &[("2018-05", "The bank raised its rate to 5 percent")]),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_date_that_it_was_points_out_dates_what_follows() {
    check(&[
        ("It was on March 2 that the court freed the pilot.", &[("2018-03-02", "The court freed the pilot")]),
        ("It was on 2 March that the court ruled against the firm.", &[("2018-03-02", "The court ruled against the firm")]),
        ("It was only in 1998 that the firm bought the mill.", &[("1998", "The firm bought the mill")]),
        ("It was not until 1998 that the firm bought the mill.", &[("1998", "The firm bought the mill")]),
        ("But it was in May 1998, that Anna Bell won the race.", &[("1998-05", "Anna Bell won the race")]),
        ("It was in 1998 when the firm bought the mill.", &[("1998", "The firm bought the mill")]),
        ("It was on March 2 that the judge, who had come from Oslo, freed the pilot.", &[("2018-03-02", "The judge freed the pilot")]),
        ("It was in May 2017 that, the firm said, the bank failed.", &[("2017-05", "The bank failed")]),
        ("It was in May 2017 that the bank failed, the firm said.", &[("2017-05", "The bank failed")]),
        ("It was in 1998 that the firm bought the mill and sold its ships.", &[("1998", "The firm bought the mill and sold its ships")]),
        ("It was not in 1998 that the firm bought the mill.", &[]),
        ("It was said in 1998 that the firm was rich.", &[]),
    ]);
}

#[test]
#[rustfmt::skip]
fn what_is_due_on_a_date_is_told_apart_by_it() {
    check(&[
        ("The bonds due in 2019 were sold.", &[]),
        ("The bonds due in 2019 were sold on Monday.", &[("2018-06-11", "The bonds due in 2019 were sold")]),
        ("The firm sold bonds due in 2019.", &[]),
        ("On Monday the firm sold bonds due in 2019.", &[("2018-06-11", "The firm sold bonds due in 2019")]),
        ("The yield on its debt coming due next year rose above 7 percent.", &[]),
        ("The ship, due back in July, sank on Monday.", &[("2018-06-11", "The ship sank")]),
        ("The report is due in July.", &[("2018-07", "The report is due")]),
    ]);
    assert_eq!(grounds("The bonds due in 2019 were sold."), [("2019".to_owned(), Ground::PartOfNoun)]);
}

#[test]
#[rustfmt::skip]
fn a_date_before_the_verb_may_be_a_list_or_stand_for_itself() {
    check(&[
        ("Police on May 4 and 6 arrested two men.", &[("2018-05-04", "Police arrested two men"), ("2018-05-06", "Police arrested two men")]),
        ("Ahead of hearings on May 4 and May 6, the mayor spoke.", &[]),
        ("Anna Bell, in a speech on Monday, proposed a truce.", &[("2018-06-11", "Anna Bell proposed a truce")]),
        ("The report, to be released in full on Monday, angers many.", &[]),
        ("A fire killed three men on May 4 and 25 were hurt.", &[("2018-05-04", "A fire killed three men")]),
    ]);
}

#[test]
#[rustfmt::skip]
fn happenings_that_a_word_may_hide() {
    check(&[
        // An adverb that is a noun, a genitive that ends a name.
        ("The well ruptured on April 20, causing a fire that killed eleven men.", &[("2018-04-20", "The well ruptured")]),
        ("On Monday, rating agency Moor's downgraded the bank's bonds by three notches.", &[("2018-06-11", "Rating agency Moor's downgraded the bank's bonds by three notches")]),
        ("Hall & Bell's downgraded the bank on Monday.", &[("2018-06-11", "Hall & Bell's downgraded the bank")]),
        ("Moor's closed 30 stores on Monday.", &[("2018-06-11", "Moor's closed 30 stores")]),
        ("Moor's recalled lettuce on Monday.", &[("2018-06-11", "Moor's recalled lettuce")]),
        ("On Monday, Hall & Moor's cut ratings and closed a branch.", &[("2018-06-11", "Hall & Moor's cut ratings and closed a branch")]),
        ("McMoor's closed restaurants in Leeds on Monday.", &[("2018-06-11", "McMoor's closed restaurants in Leeds")]),
        ("On Monday, Moor's sold paintings that came from Oslo.", &[("2018-06-11", "Moor's sold paintings that came from Oslo")]),
        ("Moor's sold ships sank on Monday.", &[("2018-06-11", "Moor's sold ships sank")]),
        ("Moor's sold ships and boats sank on Monday.", &[("2018-06-11", "Moor's sold ships and boats sank")]),
        ("Moor's beleaguered chief executive, Carl Bell, on Monday sold his ships.", &[("2018-06-11", "Moor's beleaguered chief executive sold his ships")]),
        ("Moor's injured striker misses the match on Monday.", &[]),
        ("Moor's sold ships that had come from Oslo sank on Monday.", &[("2018-06-11", "Moor's sold ships that had come from Oslo sank")]),
        ("Moor's disgraced general Carl Bell on Monday.", &[]),
        ("Moor's got a very good price on Monday.", &[]),
        ("The firm's injured workers sued it on Monday.", &[("2018-06-11", "The firm's injured workers sued it")]),
        // A date between a subject and its verb.
        ("The company last month sued two rivals.", &[("2018-05", "The company sued two rivals")]),
        ("Alabama late last week closed its beaches.", &[("2018-06-04/2018-06-10", "Alabama closed its beaches")]),
        ("The court in May freed the pilot.", &[("2018-05", "The court freed the pilot")]),
        ("The crash in May led to an inquiry.", &[]),
        ("The judge agreed and in his ruling on Monday rebuked the ministry.", &[("2018-06-11", "The judge rebuked the ministry")]),
        // A phrase that leads up to the subject: what is done in it, or meanwhile, has its day.
        ("In a speech in Leeds on Monday, Anna Bell proposed a truce.", &[("2018-06-11", "Anna Bell proposed a truce")]),
        ("Speaking at the harbour on Monday, the mayor proposed a truce.", &[("2018-06-11", "The mayor proposed a truce")]),
        ("Following talks in Leeds on Monday, the mayor proposed a truce.", &[]),
        ("Having seen the flood on Monday, the mayor proposed a truce.", &[]),
        ("On Monday, retired admiral Carl Moor sued the paper.", &[("2018-06-11", "Retired admiral Carl Moor sued the paper")]),
        ("As if to calm the town, on Monday the mayor posted a letter.", &[("2018-06-11", "The mayor posted a letter")]),
        // A clause of a gerund that a comma closes.
        ("The crew raised the bell, using two cranes, on Monday.", &[("2018-06-11", "The crew raised the bell")]),
        ("The crew raised the bell, using two cranes built in 1998.", &[]),
    ]);
}

#[test]
fn what_a_known_happening_did_is_no_news() {
    let read = |text: &str| {
        let (_, found, _) = selection(text);
        let told =
            |events: Vec<crate::event::Event>| events.into_iter().next().map(|it| it.headline);
        (told(found.events), told(found.retold))
    };
    // The second sentence makes the text news.
    let with = |line: &str| read(&format!("{line}\nOn June 12 it was warm."));
    for known in [
        "The blast killed 11 workers",
        "The explosion on the ferry killed 11 workers",
        "The earthquake in Messina destroyed the old town",
        "Eleven workers were killed in the blast",
        "The town of Banda Aceh was flattened by the 2004 tsunami",
    ] {
        let (news, retold) = with(&format!("{known}."));
        assert_eq!((news, retold.as_deref()), (None, Some(known)), "{known}");
    }
    for news in [
        "A blast killed 11 workers",
        "Eleven workers were killed in a blast",
        "The attack was condemned by the mayor",
        "The council sold the old pier",
        "The company closed the mine after the blast",
        "Two companies traded charges over pumps used in the blast",
    ] {
        let (told, retold) = with(&format!("{news}."));
        assert_eq!((told.as_deref(), retold), (Some(news), None), "{news}");
    }
    let perfect = with("The blast has killed 11 workers.");
    assert_eq!(perfect.0.as_deref(), Some("The blast killed 11 workers"));
}

#[test]
fn a_title_makes_news_of_what_it_tells() {
    let document = |title: &str| {
        let text =
            format!("{title}\n\nThe blast killed 11 workers in Leeds.\n\nOn June 12 it was warm.");
        let mut document = Document::from_text("test", &text, Some(title));
        document.date = Some(date(2018, 6, 14));
        let tagger = Tagger::new();
        let found = select(&tagger, &document, &tagger.tag(&document));
        found.events.into_iter().map(|event| event.headline).collect::<Vec<_>>()
    };
    assert_eq!(document("Leeds blast killed 11"), ["The blast killed 11 workers in Leeds"]);
    assert!(document("The firm looks ahead").is_empty());
}

#[test]
fn a_date_of_a_happening_dates_nothing_else() {
    check(&[
        ("The crew left the rig before the explosion on April 20.", &[]),
        ("The crew skipped two tests in the hours before the 20 April explosion.", &[]),
        ("The mayor acted soon after the deadly April 20 explosion.", &[]),
        ("The firm has been blamed for the long delay on April 20.", &[]),
        ("Many choices made before the explosion on April 20 were taken in haste.", &[]),
        (
            "Eleven men died in the explosion on April 20.",
            &[("2018-04-20", "Eleven men died in the explosion")],
        ),
        (
            "The explosion on April 20 killed 11 men.",
            &[("2018-04-20", "The explosion killed 11 men")],
        ),
        (
            "The rebels launched the attack on April 20.",
            &[("2018-04-20", "The rebels launched the attack")],
        ),
        // The news of these days may follow on the same day.
        (
            "Police arrested Bell after the shooting on Wednesday.",
            &[("2018-06-13", "Police arrested Bell after the shooting")],
        ),
    ]);
}
