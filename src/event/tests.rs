//! Sentences and the events expected of them. A date stands in braces with its value in EDTF:
//! `on {June 6|2018-06-06}`. All documents are published on June 14, 2018, a Thursday.

use std::ops::Range;

use jiff::civil::date;

use super::{Event, Kind, select};
use crate::{
    source::{Document, Passage, PassageKind, TextMap},
    temporal::{
        Sentence, Tagged, Tagger, Timex,
        said::Said,
        value::{Calendar, Recurrence, Value},
    },
};

/// A document of sentences, one a line, and what the tagger would find in it. A `-` after a date's
/// brace makes it the start of a range that the next date ends.
fn tagged(lines: &[&str]) -> (Document, Tagged) {
    let mut text = String::new();
    let mut tagged = Tagged::default();
    for (sentence, line) in lines.iter().enumerate() {
        let start = text.len();
        let mut rest = *line;
        while let Some((before, after)) = rest.split_once('{') {
            let (inside, after) = after.split_once('}').expect("a brace is closed");
            let (words, value) = inside.split_once('|').expect("a date has a value");
            text.push_str(before);
            let span = text.len()..text.len() + words.len();
            text.push_str(words);
            let range = value.ends_with('-').then_some(tagged.timexes.len() + 1);
            tagged.timexes.push(timex(sentence, span, value.trim_end_matches('-'), range));
            rest = after;
        }
        text.push_str(rest);
        tagged.sentences.push(Sentence { passage: 0, span: start..text.len() });
        text.push('\n');
    }
    let passage = Passage { kind: PassageKind::Paragraph, text, map: TextMap::identity(0) };
    let document = Document {
        id: "test".into(),
        date: Some(date(2018, 6, 14)),
        language: "en".into(),
        date_order: None,
        passages: vec![passage],
    };
    (document, tagged)
}

fn timex(sentence: usize, span: Range<usize>, value: &str, range_end: Option<usize>) -> Timex {
    let value = match Calendar::from_edtf(value) {
        Some(calendar) => Value::Calendar(calendar),
        None => Value::Set(Recurrence::Month(1)),
    };
    Timex {
        sentence,
        passage: 0,
        span,
        said: Said::DayShift(0),
        value,
        modifier: None,
        range_end,
        confidence: 1.0,
        rule: "test",
        reason: String::new(),
    }
}

/// The events of sentences after some that tell nothing, so that none is the lead.
fn events(lines: &[&str]) -> Vec<Event> {
    let lines = [&["It is a long story."; 3], lines].concat();
    let (document, tagged) = tagged(&lines);
    select(&Tagger::new(), &document, &tagged).events
}

fn headlines(line: &str) -> Vec<String> {
    events(&[line]).into_iter().map(|event| event.headline).collect()
}

#[test]
#[rustfmt::skip]
fn a_sentence_and_its_headlines() {
    let cases: &[(&str, &[&str])] = &[
        // Where the date stands.
        ("Trump granted Johnson clemency on {June 6|2018-06-06}.", &["Trump granted Johnson clemency"]),
        ("On {June 6, 2018|2018-06-06}, President Trump granted Johnson clemency.", &["President Trump granted Johnson clemency"]),
        ("On {June 6|2018-06-06} the president signed the order.", &["The president signed the order"]),
        ("{Yesterday|2018-06-13} the council closed the old bridge.", &["The council closed the old bridge"]),
        ("The two women met, on {Wednesday, June 13|2018-06-13}, in Memphis.", &["The two women met in Memphis"]),
        ("Police on {Tuesday|2018-06-12} arrested two men in Leeds.", &["Police arrested two men in Leeds"]),
        ("The bridge was closed in early {June|2018-06} for repairs.", &["The bridge was closed for repairs"]),
        ("The mine has {since 2016|2016} been closed by its owner.", &["The mine was closed by its owner"]),
        ("The rover landed at {5 p.m.|2018-06-12} on {Tuesday|2018-06-12}.", &["The rover landed"]),
        ("The trial ran from {May|2018-05-} to {June 2018|2018-06} in Oslo.", &["The trial ran in Oslo"]),
        ("Between {2014|2014-} and {2016|2016} the firm built nine schools.", &["The firm built nine schools"]),
        ("The factory burned down {three days ago|2018-06-11}.", &["The factory burned down"]),
        ("The old mill closed on {May 3|2018-05-03}, leaving forty people out of work.", &["The old mill closed"]),
        ("The choir sang for the weekend of {14 August|2017-08-14} in Bath.", &["The choir sang in Bath"]),
        ("The town was flooded in the {1953|1953} North Sea storm.", &["The town was flooded in the 1953 North Sea storm"]),
        ("The ferry ran in early to {mid-June|2018-06}.", &["The ferry ran"]),
        ("The town {yesterday|2018-06-13} opened a new, more modest hall.", &["The town opened a new, more modest hall"]),
        ("The son of a miner, Moor moved to Leeds in {1911|1911}.", &["Moor moved to Leeds"]),
        ("In the fires near Lucca, Tuscany, and the flood in Pisa, nine people died on {Monday|2018-06-11}.", &["Nine people died"]),
        ("The ministry announced in a letter on {Monday|2018-06-11} that the dam had burst.", &["The ministry announced that the dam had burst"]),
        ("They praised the flood wall, which saved the town in {2009|2009}, and the men who built it.", &["The flood wall saved the town"]),
        ("The study, released on {Monday|2018-06-11}, draws on letters.", &["The study was released"]),
        ("Moor said the dam was safe and urged calm on {Monday|2018-06-11}.", &["Moor urged calm"]),
        ("The WHO raised its alert to the highest level on {Monday|2018-06-11}.", &["The WHO raised its alert to the highest level"]),
        ("A plan, seen as the best hope for saving the reef, failed in {2009|2009}.", &["A plan failed"]),
        ("The actor said more than 40 singers were expected on {Monday|2018-06-11}.", &["More than 40 singers were expected"]),
        ("In {1988|1988}, a woman in Leeds died after becoming infected.", &["A woman in Leeds died after becoming infected"]),
        ("They looked at maps, such as the one printed on {Monday|2018-06-11}.", &[]),
        ("A first, shorter trial failed in {2009|2009}.", &["A first, shorter trial failed"]),
        ("On trains, at fairs and in the streets, people wore masks on {Monday|2018-06-11}.", &["People wore masks"]),
        ("The paper used to print its index in {May|2018-05}.", &[]),
        ("The crew poured mud into its well on {Monday|2018-06-11}.", &["The crew poured mud into its well"]),
        ("The crew capped its old well on {Monday|2018-06-11}.", &["The crew capped its old well"]),
        ("The tower was built well before {1600|1600}.", &["The tower was built"]),
        ("They kept to the three months envisaged in {May|2018-05}.", &[]),
        ("The list named only nine birds up to {14 May|2018-05-14}.", &["The list named only nine birds"]),
        ("That call was made on {Monday|2018-06-11}.", &["The call was made"]),
        ("The mayor told reporters the hall would open on {June 24|2018-06-24}.", &["The hall to open"]),
        ("The well was capped after it had leaked for weeks, and sealed in {May|2018-05}.", &["The well was sealed"]),
        ("Waves as high as 3.6 metres struck the pier on {Monday|2018-06-11}.", &["Waves as high as 3.6 metres struck the pier"]),
        // Several happenings.
        (
            "She was convicted in {1996|1996} and freed on {June 6|2018-06-06}.",
            &["She was convicted", "She was freed"],
        ),
        (
            "In {1996|1996}, Johnson was convicted of five counts of drug trafficking and one count of money laundering and sentenced to life in prison.",
            &["Johnson was convicted of five counts of drug trafficking and one count of money laundering"],
        ),
        (
            "He joined the navy in {1951|1951}, and in {1958|1958} the agency hired him.",
            &["He joined the navy", "The agency hired him"],
        ),
        (
            "The ship called at Lisbon in {March|2018-03} and {May|2018-05}.",
            &["The ship called at Lisbon", "The ship called at Lisbon"],
        ),
        ("The firm opened an office and hired ten people in {2009|2009}.", &["The firm hired ten people"]),
        (
            "The barn flooded on {4 May 1904|1904-05-04}, on {2 May 1933|1933-05-02} and on {11 August 1976|1976-08-11}.",
            &["The barn flooded", "The barn flooded", "The barn flooded"],
        ),
        (
            "The guild rebuilt the mill in {1906|1906}, {1935|1935} and {1979|1979}.",
            &["The guild rebuilt the mill", "The guild rebuilt the mill", "The guild rebuilt the mill"],
        ),
        ("The last keeper died in or about {1720|1720}.", &["The last keeper died"]),
        ("The brothers dug the well about {1600|1600}.", &["The brothers dug the well"]),
        ("“The mill burned on {May 31, 1889|1889-05-31},” the guide tells visitors.", &["The mill burned"]),
        ("He came in {1951|1951}, {ten months later|1952}.", &["He came"]),
        ("World War I ended in {1918|1918}.", &["World War I ended"]),
        // Attribution.
        ("Officials said that the dam broke on {Monday|2018-06-11}.", &["The dam broke"]),
        ("Officials said the dam broke on {Monday|2018-06-11}.", &["The dam broke"]),
        ("The dam broke on {Monday|2018-06-11}, police said.", &["The dam broke"]),
        ("The dam broke on {Monday|2018-06-11}, the agency said on {Tuesday|2018-06-12}.", &["The dam broke"]),
        ("According to the mayor, the dam broke on {Monday|2018-06-11}.", &["The dam broke"]),
        ("The dam broke on {Monday|2018-06-11}, according to the mayor.", &["The dam broke"]),
        ("The ministry told reporters on {Tuesday|2018-06-12} that the dam broke on {Monday|2018-06-11}.", &["The dam broke"]),
        ("The airline announced on {Tuesday|2018-06-12} that it had bought twelve jets.", &["The airline announced that it had bought twelve jets"]),
        ("He wrote the novel in {1931|1931}.", &["He wrote the novel"]),
        // Asides.
        ("Anna Bell, who runs the museum, opened the hall on {Monday|2018-06-11}.", &["Anna Bell opened the hall"]),
        ("Anna Bell, 45, a baker, won the race on {Monday|2018-06-11}.", &["Anna Bell won the race"]),
        ("The court freed her on {June 6|2018-06-06}, a first offence.", &["The court freed her"]),
        ("The Deep Space Network (DSN) lost the probe in {2003|2003}.", &["The Deep Space Network lost the probe"]),
        ("He opened offices in Rome, Paris and Oslo in {2003|2003}.", &["He opened offices in Rome, Paris and Oslo"]),
        ("But the deal, signed in {May|2018-05}, fell through.", &["The deal was signed"]),
        ("In {1986|1986} he bought the studio, which was sold in {2005|2005} to a rival.", &["He bought the studio", "The studio was sold to a rival"]),
        ("The library—closed since a fire—reopened on {3 May|2018-05-03}.", &["The library reopened"]),
        ("Under Rosa Diaz, who was elected in {2006|2006}, jobs came back.", &["Rosa Diaz was elected"]),
        ("According to a report released on {Monday|2018-06-11}, a beam failed in {2016|2016}.", &["A beam failed"]),
        ("The gallery, built in {1911|1911}, was torn down in {1964|1964}.", &["The gallery was built", "The gallery was torn down"]),
        ("A coach left the road (no one was hurt) on {Monday|2018-06-11}.", &["A coach left the road"]),
        // Links and datelines.
        ("However, the judge dropped the case in {2001|2001}.", &["The judge dropped the case"]),
        ("Meanwhile, in {2001|2001} the judge dropped the case.", &["The judge dropped the case"]),
        ("In addition, the judge dropped the case in {2001|2001}.", &["The judge dropped the case"]),
        ("PORT LOUIS, Mauritius (XY) — A cyclone struck the coast on {Monday|2018-06-11}.", &["A cyclone struck the coast"]),
        ("OSLO, {June 12|2018-06-12} — A cyclone struck the coast on {Monday|2018-06-11}.", &["A cyclone struck the coast"]),
    ];
    check(cases);
}

/// Asserts that each sentence gives its headlines.
fn check(cases: &[(&str, &[&str])]) {
    let wrong = cases.iter().filter(|(line, expected)| headlines(line) != *expected);
    let wrong: Vec<_> = wrong.map(|(line, _)| format!("{line}\n  {:?}", headlines(line))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[rustfmt::skip]
fn bounds_quotations_and_addresses_tell_no_happening() {
    let cases: &[(&str, &[&str])] = &[
        ("The wall held back the sea for the first time since {May 1|2018-05-01}.", &[]),
        ("The river rose to its highest mark since {1990|1990} on {Monday|2018-06-11}.", &["The river rose to its highest mark"]),
        ("Bell proclaimed outside the town hall on {Monday|2018-06-11}: \"The bridge will stand for ever.\"", &[]),
        ("Here on {Monday|2018-06-18} we'll see a great fair.", &[]),
        ("Moor, which took a loan tied to its land, grew by half in {2009|2009}.", &["Moor grew by half"]),
    ];
    check(cases);
}

#[test]
#[rustfmt::skip]
fn clauses_plans_and_chronicles_and_their_headlines() {
    let cases: &[(&str, &[&str])] = &[
        // Other clauses.
        ("When the tunnel opened in {1994|1994}, few trains used it.", &["The tunnel opened"]),
        ("Since the phone was released in {2007|2007}, rivals have copied it.", &["The phone was released"]),
        ("After years of debate, the town banned cars in {2016|2016}.", &["The town banned cars"]),
        ("The first flight of the jet was in {1994|1994}.", &["The first flight of the jet"]),
        ("The inquiry into the crash, held in {1995|1995}, cleared the pilot.", &["The inquiry into the crash was held"]),
        // Plans.
        ("The museum will open on {June 24|2018-06-24}.", &["The museum to open"]),
        ("The trial is set to begin on {June 20|2018-06-20} in Rome.", &["The trial to begin in Rome"]),
        ("Early voting will begin on {Monday|2018-06-18}.", &["Early voting to begin"]),
        ("A second well will be drilled {later this year|2018}.", &["A second well to be drilled"]),
        ("The rose garden opens on {Saturday|2018-06-16}.", &["The rose garden opens"]),
        ("The launch is scheduled for {June 20|2018-06-20}.", &["The launch scheduled"]),
        ("The bank plans to close the branch in {2020|2020}.", &["The bank plans to close the branch"]),
        ("The court begins its hearing on {Monday|2018-06-18}.", &["The court begins its hearing"]),
        ("The mayor said the museum would open on {June 24|2018-06-24}.", &["The museum to open"]),
        // Chronicles.
        ("{June 6, 2018|2018-06-06}: Trump grants clemency to a prisoner.", &["Trump grants clemency to a prisoner"]),
        ("{1969|1969} — Two astronauts walked on the Moon.", &["Two astronauts walked on the Moon"]),
        (
            "{1994|1994} - A storm floods the port {1998|1998} - A fire destroys the mill",
            &["A storm floods the port", "A fire destroys the mill"],
        ),
        (
            "{June 1|2018-06-01} - Crews sweep nine beaches in the valley of Lucca, filling sacks by the road, on news the latest effort to stop the leak has failed.",
            &["Crews sweep nine beaches in the valley of Lucca, filling sacks by the road"],
        ),
        // Quotes and brackets do not come apart.
        (":o))) The old wall fell down in {1962|1962}.", &["The old wall fell down"]),
        ("The paper called it “a disgrace” on {Monday|2018-06-11}.", &["The paper called it “a disgrace”"]),
        ("The crew kept quiet until Anna Bell, the harbour master, had left the town on {Monday|2018-06-11}.", &["Anna Bell left the town"]),
    ];
    check(cases);
}

#[test]
#[rustfmt::skip]
fn a_headline_names_who_did_it_or_to_whom_it_was_done() {
    let cases: &[(&str, &[&str])] = &[
        // Only what was done to the subject takes the auxiliary of the verb before.
        ("She was born in {1950|1950} and died in {2010|2010}.", &["She was born", "She died"]),
        ("He was arrested in {May|2018-05} and confessed in {June|2018-06}.", &["He was arrested", "He confessed"]),
        ("The band was formed in {1961|1961} and disbanded in {1970|1970}.", &["The band was formed", "The band disbanded"]),
        ("She was hired in {1990|1990} and founded a school in {1999|1999}.", &["She was hired", "She founded a school"]),
        ("The mill was built in {1911|1911} and given to the town in {1964|1964}.", &["The mill was built", "The mill was given to the town"]),
        // Who did it, not what the date or an aside names.
        (
            "On {May 4, 2018|2018-05-04}, the Norwegian minister, Carl B. Moor, who had been advised by Anna Bell, closed the mine of Skarvik.",
            &["Carl B. Moor closed the mine of Skarvik"],
        ),
        ("At the {1996|1996} Olympics, she won gold.", &["She won gold"]),
        ("At the {2012|2012} Games in London, Moor won three golds.", &["Moor won three golds"]),
        ("{Sunday|2018-06-10}, the 10th, it rained.", &["It rained"]),
    ];
    check(cases);
}

#[test]
fn what_is_no_event() {
    let cases = [
        // The date of saying.
        "He said on {Thursday|2018-06-14} that he was tired.",
        "The work goes on, a spokesman said {Tuesday|2018-06-12}.",
        "The minister told reporters on {Tuesday|2018-06-12} that prices will fall.",
        // States, habits, possibilities.
        "He was the mayor in {1998|1998}.",
        "The firm had 27 employees in {2009|2009}.",
        "The town usually held a fair in {June|2018-06}.",
        "The team may travel on {June 24|2018-06-24}.",
        "If the vote fails on {June 24|2018-06-24}, she will resign.",
        "The bill would have passed in {2012|2012}.",
        "The council did not meet on {Monday|2018-06-11}.",
        "In {2003|2003} the house belonged to a banker.",
        "Nobody came on {Monday|2018-06-11}.",
        // How the text itself was printed.
        "This article was amended on {June 13|2018-06-13}.",
        "An earlier version of this article misstated the date on {Monday|2018-06-11}.",
        "The Today page was corrected on {June 13|2018-06-13}.",
        "Picture taken on {June 13|2018-06-13}.",
        "A photo taken on {June 13|2018-06-13} shows the ferry.",
        "No one was hurt on {Monday|2018-06-11}.",
        "The wall almost fell in {1962|1962}.",
        "No trains ran on {Monday|2018-06-11}.",
        "None of the divers survived on {Monday|2018-06-11}.",
        "Not one diver survived on {Monday|2018-06-11}.",
        "Neither side won on {Monday|2018-06-11}.",
        "Nothing happened on {Monday|2018-06-11}.",
        // Denials.
        "Police denied that she was killed on {March 8|2018-03-08}.",
        "It is not true that he died on {May 2|2018-05-02}.",
        "The minister denied he had resigned on {May 2|2018-05-02}.",
        "The minister denied taking the money on {May 2|2018-05-02}.",
        "It was falsely reported that the dam broke on {May 2|2018-05-02}.",
        "Rumours that he died on {May 2|2018-05-02} were false.",
        "The two plates have been pushing against each other since a great quake in {1760|1760}.",
        "They wondered how close the town had come to ruin in {1962|1962}.",
        "The last great quake in the valley was in {1860|1860}.",
        // The writer and the reader.
        "My neighbour fled the island in {1958|1958}.",
        "The old captain let me see the map in {1958|1958}.",
        // How and where something was said.
        "As the poet Ada Moor put it in {1776|1776}, all roads end.",
        "See the story in the Harbour Gazette, published on {May 2|2018-05-02}.",
        // Several sentences without the marks between them.
        "A town of ten thousand people Most left the valley in {2006|2006} after the quake",
        // Dates that only say which one is meant.
        "She liked the {2003|2003} film.",
        "The phone released {last year|2017} sold badly.",
        "The war of {1812|1812} ended badly for both.",
        "{Monday|2018-06-11}'s talks broke down.",
        "He won more medals than in {2014|2014}.",
        "The second edition ({2003|2003}) sold well.",
        "The {Today|2018-06-14} programme sent a reporter.",
        // What is no date of the calendar.
        "He trained {every Tuesday|XXXX-WXX-2}.",
        // No verb.
        "A quiet summer in {1995|1995}.",
        // Somebody's words.
        "“We bought it in {1995|1995},” she said.",
    ];
    let wrong = cases.iter().filter(|line| !headlines(line).is_empty());
    let wrong: Vec<_> = wrong.map(|line| format!("{line}\n  {:?}", headlines(line))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pronouns_give_way_to_names() {
    let cases: &[(&[&str], &str)] = &[
        (
            &["Maria Lopez runs the clinic.", "She opened a second one in {2011|2011}."],
            "Maria Lopez opened a second one",
        ),
        (
            &["Mr. Tanaka spoke to the press.", "He resigned on {June 6|2018-06-06}."],
            "Tanaka resigned",
        ),
        // A title that anyone may bear, a name that anyone may bear, and the wrong one.
        (&["President Tanaka spoke.", "He resigned on {June 6|2018-06-06}."], "He resigned"),
        (&["Robin Moor spoke.", "He resigned on {June 6|2018-06-06}."], "He resigned"),
        (&["Peter Moor spoke.", "She resigned on {June 6|2018-06-06}."], "She resigned"),
        (&["Anna Bell won. Bell sang.", "She left in {2011|2011}."], "Anna Bell left"),
        // Somebody else may be meant.
        (&["Anna Bell won. Her husband, Carl Bell, fell.", "He left in {2011|2011}."], "He left"),
        (&["Anna Bell and her daughter won.", "She left in {2011|2011}."], "She left"),
        (&["Carl Moor was robbed by Peter Hall.", "He left in {2011|2011}."], "He left"),
        (&["Carl Moor was robbed by Okwara.", "He left in {2011|2011}."], "He left"),
        (&["Maria Lopez won.", "Anna Bell said she left in {2011|2011}."], "She left"),
        (&["Anna Bell won.", "She beat Carl Moor.", "She left in {2011|2011}."], "Anna Bell left"),
        (&["Anna Bell won.", "She beat Maria Lopez.", "She left in {2011|2011}."], "She left"),
        // What stands for nothing, and what may be a person.
        (&["Harbour Bank failed.", "It rained on {June 6|2018-06-06}."], "It rained"),
        (&["Later Okwara resigned.", "It closed in {2011|2011}."], "It closed"),
        (
            &["Northwind Airlines is a small carrier.", "It bought ten jets in {2011|2011}."],
            "Northwind Airlines bought ten jets",
        ),
        (
            &["Maria Lopez said she opened the clinic in {2011|2011}."],
            "Maria Lopez opened the clinic",
        ),
        // What is theirs.
        (
            &["The UN met in Geneva.", "Its envoy flew home in {2011|2011}."],
            "The UN's envoy flew home",
        ),
        (&["Maria Lopez won.", "Her horse died in {2011|2011}."], "Maria Lopez's horse died"),
        // A thing without a name, where nothing else was about.
        (&["The old ship exploded.", "It sank in {1911|1911}."], "The old ship sank"),
        (&["The firm bought the mine.", "It closed in {1911|1911}."], "It closed"),
        // Nobody says who: the pronoun stays.
        (&["The clinic is busy.", "She left in {2011|2011}."], "She left"),
        (
            &["Maria Lopez and Anna Bell run the clinic.", "They opened it in {2011|2011}."],
            "They opened it",
        ),
    ];
    for (lines, expected) in cases {
        let found: Vec<String> = events(lines).into_iter().map(|e| e.headline).collect();
        assert_eq!(found, [*expected], "{lines:?}");
    }
}

#[test]
fn a_word_that_the_document_writes_small_begins_a_sentence() {
    let told = |lines: &[&str]| -> Vec<String> {
        events(lines).into_iter().map(|event| event.headline).collect()
    };
    let glued = "Storm over the islands Sailors went back to sea on {Monday|2018-06-11}.";
    let small = "Few sailors have a boat as old as his.";
    assert_eq!(told(&[small, glued]), ["Sailors went back to sea"]);
    // A name may be a word of every day.
    for (small, named) in [
        ("The shell was empty.", "The oil giant Shell left Leeds {on June 6|2018-06-06}."),
        ("Police sued a brown bear.", "Moor met Brown in Leeds {on June 6|2018-06-06}."),
    ] {
        let headline = told(&[small, named]).pop().unwrap_or_default();
        assert!(headline.ends_with(" Leeds"), "{headline}");
    }
    let named = "The firm Shell Oil left Leeds on {Monday|2018-06-11}.";
    assert_eq!(told(&["Every shell was broken.", named]), ["The firm Shell Oil left Leeds"]);
}

#[test]
fn a_pronoun_that_is_an_object_gives_way_to_a_name() {
    let told = |lines: &[&str]| -> Vec<String> {
        events(lines).into_iter().map(|event| event.headline).collect()
    };
    let before = "Mary Moor swam across the bay {on June 5|2018-06-05}.";
    let after = told(&[before, "John Bell followed her {on June 6|2018-06-06}."]);
    assert_eq!(after[1], "John Bell followed Mary Moor");
    let other = told(&[before, "John Bell followed him {on June 6|2018-06-06}."]);
    assert_eq!(other[1], "John Bell followed him");
    let stranger =
        told(&[before, "A nurse came and John Bell thanked her {on June 6|2018-06-06}."]);
    assert_eq!(stranger[1], "John Bell thanked her");
    let hers = told(&[before, "John Bell sold her boat {on June 6|2018-06-06}."]);
    assert_eq!(hers[1], "John Bell sold her boat");
}

#[test]
fn a_pronoun_that_stands_for_nobody_is_doubtful() {
    let doubtful = |line: &str| events(&[line]).iter().all(|event| event.confidence < 0.5);
    assert!(doubtful("They landed in {2011|2011}."));
    assert!(doubtful("It closed in {2011|2011}."));
    assert!(!doubtful("The ferry landed in {2011|2011}."));
    assert!(!doubtful("Everyone left in {2011|2011}."));
}

#[test]
fn the_times_of_a_log_are_no_years() {
    let entries = [
        "2055: The mayor has closed the old bridge.",
        "2031: The harbour is calm.",
        "2014: Divers have found the anchor.",
        "1948: The crew is tired.",
    ];
    let (document, _) = tagged(&[]);
    let text = entries.join("\n\n");
    let log = Document { date: document.date, ..Document::from_text("log", &text, None) };
    let tagger = Tagger::new();
    let found = select(&tagger, &log, &tagger.tag(&log));
    let told: Vec<(String, &str)> =
        found.events.iter().map(|e| (e.when.edtf(), e.quote.as_str())).collect();
    let today = "2018-06-14".to_owned();
    let bridge = (today.clone(), "The mayor has closed the old bridge.");
    assert_eq!(told, [bridge, (today, "Divers have found the anchor.")]);
}

#[test]
fn a_time_of_printing_behind_its_day_dates_nothing() {
    let text = "Thursday, June 14, 2018; 8:30 PM In May the mayor closed the bridge.";
    let (document, _) = tagged(&[]);
    let printed = Document { date: document.date, ..Document::from_text("printed", text, None) };
    let tagger = Tagger::new();
    let found = select(&tagger, &printed, &tagger.tag(&printed)).events;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].when.edtf(), "2018-05");
    assert!(found[0].quote.starts_with("In May"));
}

/// The events of a table, given row by row, of which `dates` are nothing but a year.
fn of_table(cells: &[&str]) -> Vec<(String, String)> {
    let mut document = Document::from_text("test", "", None);
    document.date = Some(date(2018, 6, 14));
    let mut found = Tagged::default();
    document.passages.clear();
    for (passage, cell) in cells.iter().enumerate() {
        found.sentences.push(Sentence { passage, span: 0..cell.len() });
        if cell.parse::<i32>().is_ok() {
            let timex = timex(passage, 0..cell.len(), cell, None);
            found.timexes.push(Timex { passage, ..timex });
        }
        let (text, map) = ((*cell).to_owned(), TextMap::identity(0));
        document.passages.push(Passage { kind: PassageKind::Cell, text, map });
    }
    let events = select(&Tagger::new(), &document, &found).events;
    events.into_iter().map(|event| (event.when.edtf(), event.headline)).collect()
}

#[test]
fn a_cell_that_is_a_date_dates_its_row() {
    let tram = ("1899".to_owned(), "The first tram ran".to_owned());
    let rails = ("1952".to_owned(), "The city tore up the rails".to_owned());
    let both = [tram.clone(), rails];
    let (first, last) = ("The first tram ran.", "The city tore up the rails.");
    assert_eq!(of_table(&["Year", "Event", "1899", first, "1952", last]), both);
    assert_eq!(of_table(&["Event", "Year", first, "1899", last, "1952"]), both);
    assert_eq!(of_table(&["1899", first, "Where", "1952", last, "There"]), both);
    assert_eq!(of_table(&["1899", first, "The mayor spoke."]), [tram]);
    assert_eq!(of_table(&["1899", "1900", "1901"]), []);
}

#[test]
#[rustfmt::skip]
fn a_long_clause_ends_where_a_phrase_does() {
    let cases: &[(&str, &str)] = &[
        // A purpose that holds a list, a clause of time, a phrase of place.
        (
            "The committee approved a plan to rebuild the harbour, the market hall and the two railway stations in {2011|2011} because the engineers of the province had warned that the old walls were cracked.",
            "The committee approved a plan",
        ),
        (
            "Shares in the oldest bank of the republic fell by a third in {June|2018-06} as worried savers waited before its doors.",
            "Shares in the oldest bank of the republic fell by a third",
        ),
        (
            "The expedition reached the southern edge of the great plateau in {May 1912|1912-05} in a snowstorm of unusual strength.",
            "The expedition reached the southern edge of the great plateau",
        ),
        // A second verb, a clause about a noun, a participle.
        (
            "The observatory moved its largest telescope to the island of La Palma in {1979|1979} and trained a generation of astronomers there.",
            "The observatory moved its largest telescope to the island of La Palma",
        ),
        (
            "Engineers began to raise the wreck of the old warship in {1959|1959} after divers had dug tunnels beneath her hull.",
            "Engineers began to raise the wreck of the old warship",
        ),
        (
            "The academy gave its gold medal in {1903|1903} to a young student working in a shed behind the school of physics.",
            "The academy gave its gold medal to a young student",
        ),
        // What a verb or a noun asks for stays.
        (
            "The court asked the ministry to publish the complete minutes of its meetings with the builders in {2011|2011} within a month.",
            "The court asked the ministry to publish the complete minutes of its meetings",
        ),
        (
            "Fishermen from both sides of the strait called on the two governments in {June|2018-06} to rebuild the old lighthouse.",
            "Fishermen called on the two governments to rebuild the old lighthouse",
        ),
        // A long subject makes room: its titles, the phrases after it.
        (
            "Northern Ireland's long-serving deputy transport secretary Maria Lopez opened the first of the seven new stations on {June 6|2018-06-06}.",
            "Maria Lopez opened the first of the seven new stations",
        ),
        (
            "Fishermen on both sides of the strait between the two islands repaired more than a hundred boats in {June|2018-06}.",
            "Fishermen on both sides of the strait repaired more than a hundred boats",
        ),
        (
            "The government's chief scientist signed an agreement on {Monday|2018-06-11} renaming the oldest of the four northern weather stations.",
            "The government's chief scientist signed an agreement",
        ),
        (
            "The harbour board asked the regional administrative court on {Monday|2018-06-11} to delay the sale \"to keep the peace\" on the island.",
            "The harbour board asked the regional administrative court to delay the sale",
        ),
        (
            "The mayor, who visited the islands on {Tuesday|2018-06-12} to survey the storm damage and to meet the fishermen and their weary families, would not answer.",
            "The mayor visited the islands",
        ),
        // What was announced, where the announcing leaves no room.
        (
            "The Royal Society for the Protection of Northern Seabirds announced on {Monday|2018-06-11} that it had bought the island of Skarvik.",
            "The Royal Society for the Protection of Northern Seabirds bought the island of Skarvik",
        ),
    ];
    check_fits(cases);
}

/// Asserts that each sentence gives its headline, of the length that one may have.
fn check_fits(cases: &[(&str, &str)]) {
    let wrong = cases.iter().filter(|(line, expected)| headlines(line) != [*expected]);
    let wrong: Vec<_> = wrong.map(|(line, _)| format!("{line}\n  {:?}", headlines(line))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cases.iter().all(|(_, headline)| headline.chars().count() <= 90));
}

#[test]
#[rustfmt::skip]
fn a_long_clause_loses_what_is_said_of_its_nouns() {
    let cases: &[(&str, &str)] = &[
        // What is said of a noun goes, what a verb asks for stays.
        (
            "The guild on {Monday|2018-06-11} asked a court of the province to block a claim filed by the harbour board of Skarvik for damages.",
            "The guild asked a court of the province to block a claim",
        ),
        (
            "The two tugs set fire on {Monday|2018-06-11} to a small portion of the crude oil floating in the uncommonly broad and shallow bay.",
            "The two tugs set fire to a small portion of the crude oil",
        ),
        (
            "The mayor demanded on {Monday|2018-06-11} that the judge withdraw his remarks and, above all, his apology, and stress his regard for the guild.",
            "The mayor demanded that the judge withdraw his remarks",
        ),
        (
            "The slick behind the harbour grew to cover nine hundred miles on {Monday|2018-06-11} as the coast guard struggled to keep it away from the reef.",
            "The slick behind the harbour grew to cover nine hundred miles",
        ),
        (
            "The fund was set up in {August 2011|2011-08} to independently administer the guild's $20 million compensation scheme for flooded farms.",
            "The fund was set up",
        ),
        (
            "The new device was lowered over the leaking well in the outer bay a mile beneath the sea on {Monday|2018-06-11} in the rain.",
            "The new device was lowered over the leaking well in the outer bay a mile beneath the sea",
        ),
        (
            "The minister called the long strike of the dockers “the greatest disaster of its kind in the history of our port” on {Monday|2018-06-11}.",
            "The minister called the long strike of the dockers the greatest disaster of its kind",
        ),
        (
            "The guild called on its members on {Monday|2018-06-11} to stay at home in the week of the fair, and to keep all of their boats in port.",
            "The guild called on its members to stay at home in the week of the fair",
        ),
        (
            "The steel dome reached the site of the long and wide spill in the bay 50 miles south of the island of Skarvik on {Monday|2018-06-11}.",
            "The steel dome reached the site of the long and wide spill in the bay",
        ),
        (
            "The court of appeal rejected the government's effort to restore its far-reaching northern fishing moratorium in {2011|2011}.",
            "The court of appeal rejected the government's effort",
        ),
    ];
    check_fits(cases);
}

#[test]
fn what_cannot_be_told_whole_says_that_it_goes_on() {
    let line = "The harbour board considered the unusually long-running and remarkably \
                expensive restoration project in {2011|2011}.";
    let told = events(&[line]);
    let headline =
        "The harbour board considered the unusually long-running and remarkably expensive…";
    assert_eq!(told[0].headline, headline);
    assert!(told[0].confidence < 0.9);
    // Too little would be left.
    let line = "The Society considered Longbottom-Featherstonehaugh's \
                Extraordinarily-Comprehensive-And-Thoroughly-Illustrated Encyclopaedia in {2011|2011}.";
    assert_eq!(headlines(line), [""; 0]);
}

#[test]
#[rustfmt::skip]
fn what_happened_is_told_in_the_simple_past() {
    let cases: &[(&str, &[&str])] = &[
        ("The two banks had merged in {2009|2009}.", &["The two banks merged"]),
        ("By {2009|2009} the lake had frozen over.", &["The lake froze over"]),
        ("The bridge had been closed in {2009|2009}.", &["The bridge was closed"]),
        ("The bridges had been closed in {2009|2009}.", &["The bridges were closed"]),
        ("Both the mayor and the judge had been arrested on {Monday|2018-06-11}.", &["Both the mayor and the judge were arrested"]),
        ("The pumps have been working since {Monday|2018-06-11}.", &[]),
        ("The ferry had been due to sail on {Monday|2018-06-11}.", &["The ferry was due to sail"]),
        ("A report on {Monday|2018-06-11} revealed that.", &[]),
        ("She has also won the race in {2009|2009}.", &["She won the race"]),
        ("The council has not met on {Monday|2018-06-11}.", &[]),
    ];
    check(cases);
}

#[test]
#[rustfmt::skip]
fn what_only_looks_like_a_clause_has_no_headline() {
    for line in [
        // A participle that tells of the noun before it.
        "A similar study carried out in {2009|2009} by two students of the school",
        "The report released by the ministry on {Monday|2018-06-11}, along with two maps.",
        "Fewer people came, compared with {last year|2017}.",
        "The sum he spent in {2009|2009} was lost.",
        "According to a letter sent on {Monday|2018-06-11} to the school.",
        // A question, a list of links.
        "Is it true that the dam broke on {Monday|2018-06-11}?",
        "Dam breaks in the hills - {3 June|2018-06-03} Herald Trains stand still - {2 June|2018-06-02} Mirror Two held",
        // What is to be seen.
        "{May 7|2018-05-07}: The harbour is seen from the old tower.",
        "{May 7|2018-05-07}: In this picture two tugs tow the ferry.",
        // A date that the verb is about.
        "Growers have until {June 20|2018-06-20} to pay the tax.",
        "The crew spent {Monday|2018-06-11} mending the sails.",
    ] {
        assert_eq!(headlines(line), [""; 0], "{line}");
    }
}

#[test]
#[rustfmt::skip]
fn a_sentence_glued_to_a_headline_is_told_alone() {
    let cases: &[(&str, &[&str])] = &[
        ("Two ferries collide off coast The Greek coast guard rescued forty people on {Monday|2018-06-11}.", &["The Greek coast guard rescued forty people"]),
        ("Photograph: Anna Bell/Reuters AP The glacier lost a cubic kilometre of ice in {2009|2009}.", &["The glacier lost a cubic kilometre of ice"]),
        ("Harbour master: “watch, wait and pray” A girl of six was saved from the ferry on {Monday|2018-06-11}.", &["A girl of six was saved from the ferry"]),
        ("Ferries collide off the coast ATHENS, {June 12|2018-06-12} (XY) - A ferry sank on {Monday|2018-06-11}.", &["A ferry sank"]),
    ];
    check(cases);
}

#[test]
#[rustfmt::skip]
fn the_subject_is_whom_the_verb_tells_of() {
    let cases: &[(&str, &[&str])] = &[
        // After an aside the sentence goes on with its own subject.
        ("Moor worked at Harbour Corp., which merged with Northwind long ago, and lost his post in {2009|2009}.", &["Moor lost his post"]),
        ("The guild said the mill, built by two brothers, had burned on {Monday|2018-06-11}.", &["The mill burned"]),
        ("The mayor wept when the old ferry, loaded with a few sacks, struck the pier on {Monday|2018-06-11}.", &["The old ferry struck the pier"]),
        ("The match, parts of which were shown by the club, is due to end on {Monday|2018-06-18}.", &["The match to end"]),
        ("On {Monday|2018-06-11} the clinic confirmed that forty sailors, some of whom had been ill, had been sent home.", &["The clinic confirmed that forty sailors had been sent home"]),
        ("The guild (founded by two brothers) will sell its mill in {2020|2020}.", &["The guild to sell its mill"]),
        // A list of names in what is said, an abbreviation before a hyphen.
        ("Bell says boats from Oslo, Bergen and Malmo will race on {Monday|2018-06-18}.", &["Boats from Oslo, Bergen and Malmo to race"]),
        ("The firm sold its U.S.-owned mines and shut two mills in {2009|2009}.", &["The firm shut two mills"]),
        // Who tells is not told of.
        ("“I wonder whether the dam holds while the rain falls,” Anna Bell told the council on {Monday|2018-06-11}.", &[]),
        ("The school spoke to a sailor from Oslo, who crossed the strait in {May|2018-05}.", &["A sailor crossed the strait"]),
        ("The paper spoke of a pair of lions to replace Leo, who died in {May|2018-05}.", &["Leo died"]),
        ("Most experts believe the virus was found in {May|2018-05}.", &["The virus was found"]),
        ("The report spoke of the ministry and the coast guard, which began on {Monday|2018-06-11}.", &[]),
        ("The report told of a test Northwind made in {May|2018-05}.", &[]),
        ("Nearly sixty goats and more than 600 sheep were sold on {Monday|2018-06-11}.", &["Nearly sixty goats and more than 600 sheep were sold"]),
        ("The device, called the Dome, was set on the leak on {Monday|2018-06-11}.", &["The device was set on the leak"]),
        ("The paper praised the council of Mayor Anna Bell, who was elected in {2009|2009}.", &["Mayor Anna Bell was elected"]),
        ("Which began on {Monday|2018-06-11}.", &[]),
        ("Get the Gazette delivered on {Monday|2018-06-11}.", &[]),
        // One or several.
        ("More than forty sailors had been rescued by {Monday|2018-06-11}.", &["More than forty sailors were rescued"]),
        ("A new bus had been tested by {Monday|2018-06-11}.", &["A new bus was tested"]),
    ];
    check(cases);
}

#[test]
#[rustfmt::skip]
fn a_pronoun_gives_way_to_the_noun_of_its_sentence() {
    let cases: &[(&str, &[&str])] = &[
        ("The ferry burned for two hours until it sank on {Monday|2018-06-11}.", &["The ferry sank"]),
        ("The bank said it had closed two branches in {May|2018-05}.", &["The bank closed two branches"]),
        ("The bank said its profits fell in {May|2018-05}.", &["The bank's profits fell"]),
        ("Two climbers said they saw the wreck on {Monday|2018-06-11}.", &["Two climbers saw the wreck"]),
        // Another noun may be meant.
        ("The crew left the ferry before it sank on {Monday|2018-06-11}.", &["It sank"]),
        ("The bank said it rained on {Monday|2018-06-11}.", &["It rained"]),
    ];
    check(cases);
}

#[test]
fn a_cut_takes_nothing_that_tells_which_one_is_meant() {
    check_fits(&[
        (
            "Divers took a cap from the gushing well {on June 6|2018-06-06}.",
            "Divers took a cap from the gushing well",
        ),
        (
            "{On June 6|2018-06-06} Moor ordered the owner of the ferry, whose bow had broken, to pay.",
            "Moor ordered the owner of the ferry to pay",
        ),
        (
            "Wardens found sixty seals, most of them dead, {on June 6|2018-06-06}.",
            "Wardens found sixty seals, most of them dead",
        ),
        ("Moor's also {on June 6|2018-06-06} cut its price.", "Moor's cut its price"),
        (
            "{On June 6|2018-06-06} Moor saw the ferries as a way to win back a part of the trade that the \
             railway, the road and the tunnel had taken from it.",
            "Moor saw the ferries as a way to win back a part of the trade",
        ),
        (
            "{On June 6|2018-06-06} shares in the Harbour Bank and the Bank of Leeds fell by more than six per cent \
             as buyers feared a much higher bill.",
            "Shares in the Harbour Bank and the Bank of Leeds fell by more than six per cent",
        ),
    ]);
    check(&[(
        "Moor was fined after a fire in Leeds which killed two men {in 2016|2016}.",
        &["A fire in Leeds killed two men"],
    )]);
}

#[test]
#[rustfmt::skip]
fn a_headline_ends_with_what_it_began() {
    let cases: &[(&str, &[&str])] = &[
        ("Moor closed the fair on {Monday|2018-06-11} and declared that if it rained, the games would move.", &["Moor closed the fair"]),
        ("The council banned cars in {2009|2009} as the mayor, Anna Bell, called the town too loud for its own good, and even for the birds.", &["The council banned cars as the mayor, Anna Bell, called the town too loud"]),
        ("The fair was run in {2009|2009} almost exclusively by the pupils of the three schools in the valley below the old castle of the bishops.", &["The fair was run almost exclusively by the pupils of the three schools in the valley"]),
        ("The sails were sent to the harbour in {May|2018-05} in time for the regatta of the four islands and the feast of Saint Anna, its patron.", &["The sails were sent to the harbour"]),
        ("Moor made the remark on {June 1|2018-06-01}, not on {June 2|2018-06-02}.", &["Moor made the remark"]),
        ("The couple sold their mill just {two years ago|2016}.", &["The couple sold their mill"]),
        ("The firm sold nine ships in {2008|2008} alone.", &["The firm sold nine ships"]),
        ("The firm dug a well on {Monday|2018-06-11}, and a second one on {Tuesday|2018-06-12}.", &["The firm dug a well"]),
        ("Crews for the builder Harbour Works were putting the last touches on {Monday|2018-06-11} on the new lighthouse above the old town.", &["Crews for the builder Harbour Works were putting the last touches on the new lighthouse"]),
        ("Moor angered the council on {Monday|2018-06-11} by dismissing its letter as “dull as ditch water”.", &["Moor angered the council by dismissing its letter as “dull as ditch water”"]),
        ("The clinic asked doctors in the valley, on the border with Italy, to report new cases on {Monday|2018-06-11}.", &["The clinic asked doctors in the valley to report new cases"]),
        ("The bank not only paid no tax in {May|2018-05}.", &[]),
        ("The judge asked on {Monday|2018-06-11}.", &[]),
        ("The firm asked the sailors who had just come home from Oslo on {Monday|2018-06-11} to stay on the old ship in the outer harbour.", &[]),
        ("The cap fitted {last week|2018-W23} stopped the leak on {Monday|2018-06-11}.", &["The cap stopped the leak"]),
        ("The town has now opened its third hall, the mayor said on {Monday|2018-06-11}.", &[]),
        ("The council passed new rules to prevent child labour after the flood of {May|2018-05} had closed the schools of eleven villages.", &[]),
    ];
    check(cases);
}

#[test]
#[rustfmt::skip]
fn a_clause_keeps_its_own_words() {
    let cases: &[(&str, &[&str])] = &[
        // A particle is no part of the date, a name neither.
        ("The plan to drain the lake was set back on {Monday|2018-06-11}.", &["The plan to drain the lake was set back"]),
        ("The strike began back in {May|2018-05}.", &["The strike began"]),
        ("The barge ran aground near Saint Just the {next day|2018-06-12}.", &["The barge ran aground near Saint Just"]),
        ("The town opened its fair on {this Easter|2018-04-01} Weekend.", &["The town opened its fair"]),
        ("The yield rose on {Monday|2018-06-11} above the bonds due in {2019|2019}.", &["The yield rose above the bonds due in 2019"]),
        // Two adjectives, two nouns, a compound.
        ("The firm announced on {Monday|2018-06-11} that it would draw up a ten-year, $5 million plan based on the letters of the guild.", &["The firm announced that it would draw up a ten-year, $5 million plan"]),
        ("The crew fitted a larger, tighter-fitting lid on {Monday|2018-06-11}.", &["The crew fitted a larger, tighter-fitting lid"]),
        ("The king declared a public truce on {Monday|2018-06-11} and Swedes and Danes were freed.", &["The king declared a public truce"]),
        ("The guild sold fish and salt on {Monday|2018-06-11}, out of nine ports, the mayor said.", &["The guild sold fish and salt"]),
        ("The firm has paid the town $5 million for cleanup costs for the flood on {Monday|2018-06-11}.", &["The firm paid the town $5 million for cleanup costs for the flood"]),
        // The clause of a noun is over where the verb comes for which the noun waits.
        ("The clinic on {Monday|2018-06-11} confirmed a sailor who came by sea was taken ill.", &["The clinic confirmed a sailor who came by sea was taken ill"]),
        ("The firm announced on {Monday|2018-06-11} that retired Admiral Carl Moor, the harbour master, had bought the quay.", &["The firm announced that retired Admiral Carl Moor, the harbour master, had bought the quay"]),
        ("The mayor said six of the ten boats regarded as lost on {Monday|2018-06-11} had been found.", &[]),
        ("The old sluices, which were carried off in {2005|2005}, caused the leak, the firm said.", &["The old sluices were carried off"]),
        ("A letter saying the firm had sold the mine has helped its rivals on {Monday|2018-06-11}.", &["A letter saying the firm had sold the mine helped its rivals"]),
        ("The paper praised the council of Mayor Anna Bell, who is due to visit Oslo on {Monday|2018-06-18}.", &["Mayor Anna Bell to visit Oslo"]),
        ("The guards of the council of Mayor Anna Bell, who is due to visit Oslo on {Monday|2018-06-18}, came.", &["Mayor Anna Bell to visit Oslo"]),
        // The verb of two, the subject of one, the noun of a phrase.
        ("The firm had hoped to sell two ships and cut its fares in {2009|2009}.", &[]),
        ("The furnace in the yard burst or burned nine tons of coal on {Monday|2018-06-11}.", &["The furnace in the yard burst or burned nine tons of coal"]),
        ("The school was told that a boy had won and was advised on {Monday|2018-06-11} to wait.", &["The school was advised to wait"]),
        ("The firm has cut jobs since the war ended and closed its plant on {Monday|2018-06-11}.", &["The firm closed its plant"]),
        ("Shares have lost a third since the strike began and fell another 6 percent on {Monday|2018-06-11}.", &["Shares fell another 6 percent"]),
        ("Ten men have fled since the mountain erupted and buried two farms on {Monday|2018-06-11}.", &["The mountain erupted and buried two farms"]),
        ("Ten men have died since the ferry capsized and sank on {Monday|2018-06-11}.", &["The ferry capsized and sank"]),
        ("Both sides won on {Monday|2018-06-11}.", &["Both sides won"]),
        ("Unable to swim and far from the shore, she drowned on {Monday|2018-06-11}.", &["She drowned"]),
        ("Others were given a pill on {Monday|2018-06-11}.", &[]),
        ("The aim is to feed the town on {Monday|2018-06-18}.", &["The aim is to feed the town"]),
        ("The merger was announced on {Monday|2018-06-11} but no word on price or terms was given.", &["The merger was announced"]),
        ("The storm saw sailors from Oslo to Malmo pitching in on {Monday|2018-06-11}.", &["The storm saw sailors from Oslo to Malmo pitching in"]),
        ("Bell was forced on {Monday|2018-06-11} to apologise for saying: “The dam will hold.”", &["Bell was forced to apologise"]),
        ("The firm's shares fell 3% on {Monday|2018-06-11} over fears that the new dam above the town of Skarvik would burst in the storm.", &["The firm's shares fell 3%"]),
        ("The crew of the leaking well closed it on {Monday|2018-06-11}.", &["The crew of the leaking well closed it"]),
        ("Anna Bell (left) and Carl Moor opened the hall on {Monday|2018-06-11}.", &[]),
        ("Two wells drilled to end the drought {Tuesday 1 June 2010 23.59 BST|2010-06-01} Herdsmen walk to the river in {May|2018-05}.", &["Two wells drilled to end the drought"]),
        ("As many as forty ships sank on {Monday|2018-06-11}.", &["As many as forty ships sank"]),
        ("That spill from a ship killed forty ducks on {Monday|2018-06-11}.", &["The spill from a ship killed forty ducks"]),
        ("The mayor released a letter on {Monday|2018-06-11} that said, in a few words, the dam would hold.", &["The mayor released a letter"]),
        ("The firm closed the valves of its ruptured well on {Monday|2018-06-11}.", &["The firm closed the valves of its ruptured well"]),
        ("The firm capped its blown out well on {Monday|2018-06-11} and left.", &["The firm capped its blown out well and left"]),
        ("No-one joining on {Monday|2018-06-18} will be paid.", &[]),
        ("This last happened in {1968|1968}.", &[]),
        ("They last met in {1968|1968}.", &[]),
        ("Nine tons were lost each day, but the well was capped on {Monday|2018-06-11}.", &["The well was capped"]),
        ("The clinic confirmed on {Monday|2018-06-11} a sailor from Oslo, who had come by sea, had died.", &["The clinic confirmed a sailor from Oslo had died"]),
        ("Drilling experts from the valley asked the board for help on {Monday|2018-06-11}.", &["Drilling experts from the valley asked the board for help"]),
        ("The only hope he had of a rescue was in {May|2018-05}.", &[]),
        ("The paper published on {Monday|2018-06-11}.", &[]),
        ("The mayor was moved to tears by the flood GRAND ISLE, La. on {Monday|2018-06-11}.", &["The mayor was moved to tears by the flood"]),
        ("The judge gave the plan on {Monday|2018-06-11} -- a bold one -- another year.", &["The judge gave the plan another year"]),
        ("The losses since the leak began on {Monday|2018-06-11} stand at $5 million.", &["The leak began"]),
        ("They used the old name the firm carried from {1950|1950}.", &[]),
        ("The Skarvik well was dug in {1950|1950}.", &["The Skarvik well was dug"]),
        ("The long hearing on {Monday|2018-06-11} came down to a single word.", &["The long hearing came down to a single word"]),
        // What a sentence without a mark goes on to tell.
        ("On {Monday|2018-06-11} the town has opened its halls Norwegian ministers have praised the work.", &["The town opened its halls"]),
        ("Copies of the old letter, obtained on {Monday|2018-06-11} by the paper, tell of a flood.", &["Copies of the old letter were obtained by the paper"]),
        ("More than forty ships have been held in port since the flood of {May|2018-05} and on {Monday|2018-06-11}.", &["More than forty ships were held in port"]),
        ("Some of them fled on {Monday|2018-06-11}.", &[]),
        ("Bell pledged on {Monday|2018-06-11} to “keep watch”.", &["Bell pledged to “keep watch”"]),
    ];
    check(cases);
}

#[test]
fn what_an_event_carries() {
    let found = events(&["President Anna Bell opened a school in Lisbon on {June 6|2018-06-06}."]);
    let event = &found[0];
    assert_eq!(event.when.edtf(), "2018-06-06");
    assert_eq!(event.kind, Kind::Happened);
    assert_eq!(event.timex, Some(0));
    assert_eq!(event.people, ["Anna Bell"]);
    assert_eq!(event.places, ["Lisbon"]);
    assert!(event.quote.starts_with("President Anna Bell"));
    assert!(event.confidence > 0.9);
}

#[test]
fn a_range_and_a_plan() {
    let range = &events(&["The trial ran from {May|2018-05-} to {June 2018|2018-06} in Oslo."])[0];
    assert_eq!(range.when.edtf(), "2018-05/2018-06");
    let plan = &events(&["The museum will open on {June 24|2018-06-24}."])[0];
    assert_eq!(plan.kind, Kind::Planned);
}

#[test]
fn names_of_people_and_places() {
    let cases: &[(&str, &[&str], &[&str])] = &[
        ("Sen. Ruth Adler flew to Geneva in {2011|2011}.", &["Ruth Adler"], &[]),
        (
            "Ruth Adler met Adler Corp. officials in Geneva in {2011|2011}.",
            &["Ruth Adler"],
            &["Geneva"],
        ),
        ("Police on {Tuesday|2018-06-12} searched the Tagus River area.", &[], &[]),
        ("The French Army camped near the Tagus River in {1807|1807}.", &[], &["Tagus River"]),
        ("He moved to Apple from Boeing in {1999|1999}.", &[], &[]),
        (
            "Ludwig van Dorn, 61, died in Santa Rosa in {1999|1999}.",
            &["Ludwig van Dorn"],
            &["Santa Rosa"],
        ),
    ];
    for (line, people, places) in cases {
        let found = events(&[line]);
        assert_eq!(found[0].people, *people, "{line}");
        assert_eq!(found[0].places, *places, "{line}");
    }
}

#[test]
fn the_lead_tells_the_news_of_the_day() {
    let lead = |lines: &[&str]| {
        let (document, tagged) = tagged(lines);
        select(&Tagger::new(), &document, &tagged)
            .events
            .into_iter()
            .map(|e| e.headline)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        lead(&["Police have arrested two men in Leeds."]),
        ["Police arrested two men in Leeds"]
    );
    // In the simple past only where the document shows that it is news.
    assert_eq!(lead(&["Police arrested two men in Leeds."]), [""; 0]);
    assert_eq!(
        lead(&["Police arrested two men in Leeds.", "The trial opens on {Monday|2018-06-18}."]),
        ["Police arrested two men in Leeds", "The trial opens"]
    );
    // A caption or a scene may stand before it, but not a whole introduction.
    assert_eq!(
        lead(&["Leeds is a city.", "Police have arrested two men."]),
        ["Police arrested two men"]
    );
    assert_eq!(
        lead(&["Leeds is a city.", "It is old.", "It rains.", "Police have arrested two men."]),
        [""; 0]
    );
    // What speaks to the reader is no news.
    assert_eq!(lead(&["The evening letter has landed in your inbox."]), [""; 0]);
    // When the text was last changed is no news.
    assert_eq!(lead(&["Last updated: noon.", "The trial opened on {Monday|2018-06-11}."]).len(), 1);
    // What goes on from it is named, or announced.
    assert_eq!(
        lead(&[
            "Police have arrested two men in Leeds.",
            "The city has been ill at ease.",
            "The mayor announced a curfew.",
            "Harbour Bank has closed its doors, while Northwind Airlines has cut its fares.",
        ]),
        [
            "Police arrested two men in Leeds",
            "The mayor announced a curfew",
            "Harbour Bank closed its doors",
            "Northwind Airlines cut its fares"
        ]
    );
    // A date beside the verb is the sentence's own; one that names something is not.
    assert_eq!(
        lead(&["Northwind Airlines has cut {Sunday|2018-06-17}'s flights."]),
        ["Northwind Airlines cut Sunday's flights"]
    );
}

#[test]
fn a_monstrous_sentence_is_not_read() {
    let line = format!("The firm {} closed in {{2009|2009}}.", "and its partner ".repeat(1000));
    assert!(headlines(&line).is_empty());
}

#[test]
fn nothing_panics_on_odd_text() {
    for line in [
        "",
        "—",
        "' ' ' \" (",
        "{2009|2009}",
        "was",
        "which {2009|2009} that",
        "İ’s, was, and",
        "“{2009|2009}",
    ] {
        let _ = headlines(line);
    }
}
