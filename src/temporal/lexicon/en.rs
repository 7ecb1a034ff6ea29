//! English.

#[allow(clippy::enum_glob_use, reason = "the table of prose words names nearly all of them")]
use super::prose::Role::{self, *};
use super::{Cue, Lexicon, Pointer, prose::ProseWords};
use crate::{
    source::DateOrder,
    temporal::holiday::Holiday,
    temporal::value::{DayPart, DurationUnit, Modifier, Reference, Season},
};

pub(super) const LEXICON: Lexicon = Lexicon {
    code: "en",
    months: [
        &["january", "Jan"],
        &["february", "Feb"],
        &["March", "Mar"],
        &["april", "Apr"],
        &["May"],
        &["june", "Jun"],
        &["july", "Jul"],
        &["August", "Aug"],
        &["september", "Sept", "Sep"],
        &["october", "Oct"],
        &["november", "Nov"],
        &["december", "Dec"],
    ],
    weekdays: [
        &["monday", "Mon"],
        &["tuesday", "Tues", "Tue"],
        &["wednesday", "Weds", "Wed"],
        &["thursday", "Thurs", "Thur", "Thu"],
        &["friday", "Fri"],
        &["saturday", "Sat"],
        &["sunday", "Sun"],
    ],
    weekday_plurals: [
        &["mondays"],
        &["tuesdays"],
        &["wednesdays"],
        &["thursdays"],
        &["fridays"],
        &["saturdays"],
        &["sundays"],
    ],
    borne_months: &["April", "May", "June", "August"],
    seasons: &[
        ("spring", Season::Spring),
        ("springtime", Season::Spring),
        ("summer", Season::Summer),
        ("summertime", Season::Summer),
        ("autumn", Season::Autumn),
        ("fall", Season::Autumn),
        ("winter", Season::Winter),
        ("wintertime", Season::Winter),
    ],
    day_parts: &[
        ("morning", DayPart::Morning),
        ("dawn", DayPart::Morning),
        ("daybreak", DayPart::Morning),
        ("sunrise", DayPart::Morning),
        ("afternoon", DayPart::Afternoon),
        ("evening", DayPart::Evening),
        ("dusk", DayPart::Evening),
        ("sunset", DayPart::Evening),
        ("night", DayPart::Night),
        ("overnight", DayPart::Night),
        ("early hours", DayPart::Morning),
        ("small hours", DayPart::Night),
        ("nightfall", DayPart::Evening),
        ("daytime", DayPart::Daytime),
        ("daylight", DayPart::Daytime),
    ],
    day_part_plurals: &[
        ("mornings", DayPart::Morning),
        ("afternoons", DayPart::Afternoon),
        ("evenings", DayPart::Evening),
        ("nights", DayPart::Night),
    ],
    clock_words: &[("noon", 12), ("midday", 12), ("mid - day", 12), ("midnight", 24)],
    units: &[
        ("second", DurationUnit::Second),
        ("minute", DurationUnit::Minute),
        ("min", DurationUnit::Minute),
        ("hour", DurationUnit::Hour),
        ("hr", DurationUnit::Hour),
        ("day", DurationUnit::Day),
        ("night", DurationUnit::Day),
        ("weekend", DurationUnit::Weekend),
        ("holiday weekend", DurationUnit::Weekend),
        ("bank holiday weekend", DurationUnit::Weekend),
        ("long weekend", DurationUnit::Weekend),
        ("week", DurationUnit::Week),
        ("fortnight", DurationUnit::Fortnight),
        ("month", DurationUnit::Month),
        ("quarter", DurationUnit::Quarter),
        ("year", DurationUnit::Year),
        ("yr", DurationUnit::Year),
        ("decade", DurationUnit::Decade),
        ("century", DurationUnit::Century),
        ("millennium", DurationUnit::Millennium),
    ],
    plural_units: &[
        ("seconds", DurationUnit::Second),
        ("minutes", DurationUnit::Minute),
        ("mins", DurationUnit::Minute),
        ("hours", DurationUnit::Hour),
        ("hrs", DurationUnit::Hour),
        ("days", DurationUnit::Day),
        ("nights", DurationUnit::Day),
        ("weekends", DurationUnit::Weekend),
        ("weeks", DurationUnit::Week),
        ("fortnights", DurationUnit::Fortnight),
        ("months", DurationUnit::Month),
        ("quarters", DurationUnit::Quarter),
        ("years", DurationUnit::Year),
        ("yrs", DurationUnit::Year),
        ("decades", DurationUnit::Decade),
        ("centuries", DurationUnit::Century),
        ("millennia", DurationUnit::Millennium),
    ],
    numbers: &[
        ("zero", 0),
        ("one", 1),
        ("a couple of", 2),
        ("couple of", 2),
        ("couple", 2),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("eleven", 11),
        ("twelve", 12),
        ("thirteen", 13),
        ("fourteen", 14),
        ("fifteen", 15),
        ("sixteen", 16),
        ("seventeen", 17),
        ("eighteen", 18),
        ("nineteen", 19),
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
        ("seventy", 70),
        ("eighty", 80),
        ("ninety", 90),
    ],
    scales: &[
        ("dozen", 12),
        ("hundred", 100),
        ("thousand", 1000),
        ("million", 1_000_000),
        ("billion", 1_000_000_000),
    ],
    ordinals: &[
        ("first", 1),
        ("second", 2),
        ("third", 3),
        ("fourth", 4),
        ("fifth", 5),
        ("sixth", 6),
        ("seventh", 7),
        ("eighth", 8),
        ("ninth", 9),
        ("tenth", 10),
        ("eleventh", 11),
        ("twelfth", 12),
        ("thirteenth", 13),
        ("fourteenth", 14),
        ("fifteenth", 15),
        ("sixteenth", 16),
        ("seventeenth", 17),
        ("eighteenth", 18),
        ("nineteenth", 19),
        ("twentieth", 20),
        ("thirtieth", 30),
    ],
    ordinal_endings: &["st", "nd", "rd", "th"],
    decade_endings: &["s"],
    decades: &[
        ("twenties", 20),
        ("thirties", 30),
        ("forties", 40),
        ("fifties", 50),
        ("sixties", 60),
        ("seventies", 70),
        ("eighties", 80),
        ("nineties", 90),
    ],
    vague: &[
        "hundreds of",
        "thousands of",
        "millions of",
        "tens of",
        "dozens of",
        "scores of",
        "several",
        "some",
        "a few",
        "few",
        "many",
        "a number of",
        "recent",
        "numerous",
    ],
    day_shifts: &[
        ("today", 0),
        ("yesterday", -1),
        ("tomorrow", 1),
        ("the day before yesterday", -2),
        ("the day after tomorrow", 2),
    ],
    part_shifts: &[("tonight", 0, DayPart::Night), ("last night", -1, DayPart::Night)],
    pointers: &[
        ("last", Pointer::Last),
        ("past", Pointer::Last),
        ("this past", Pointer::Last),
        ("this", Pointer::This),
        ("the current", Pointer::This),
        ("next", Pointer::Next),
        ("coming", Pointer::Next),
        ("this coming", Pointer::Next),
        ("upcoming", Pointer::Next),
        ("previous", Pointer::Previous),
        ("preceding", Pointer::Previous),
        ("following", Pointer::Following),
        ("next", Pointer::Following),
        ("ensuing", Pointer::Following),
        ("that", Pointer::That),
        ("that same", Pointer::That),
        ("same", Pointer::That),
        ("this same", Pointer::That),
    ],
    soon: &["soon", "shortly"],
    references: &[
        ("now", Reference::Present),
        ("currently", Reference::Present),
        ("right now", Reference::Present),
        ("these days", Reference::Present),
        ("at present", Reference::Present),
        ("nowadays", Reference::Present),
        ("recently", Reference::Past),
        ("more recently", Reference::Past),
        ("lately", Reference::Past),
        ("some time ago", Reference::Past),
        ("a long time ago", Reference::Past),
        ("the other day", Reference::Past),
        ("those days", Reference::Past),
        ("the past", Reference::Past),
        ("at the moment", Reference::Present),
        ("the future", Reference::Future),
        ("the near future", Reference::Future),
    ],
    quantifiers: &[
        ("about", Modifier::Approx),
        ("around", Modifier::Approx),
        ("roughly", Modifier::Approx),
        ("approximately", Modifier::Approx),
        ("some", Modifier::Approx),
        ("circa", Modifier::Approx),
        ("c .", Modifier::Approx),
        ("ca .", Modifier::Approx),
        ("nearly", Modifier::LessThan),
        ("almost", Modifier::LessThan),
        ("less than", Modifier::LessThan),
        ("under", Modifier::LessThan),
        ("more than", Modifier::MoreThan),
        ("over", Modifier::MoreThan),
        ("at least", Modifier::EqualOrMore),
        ("up to", Modifier::EqualOrLess),
        ("at most", Modifier::EqualOrLess),
        ("no more than", Modifier::EqualOrLess),
    ],
    phases: &[
        ("early", Modifier::Start),
        ("early in", Modifier::Start),
        ("mid", Modifier::Mid),
        ("middle", Modifier::Mid),
        ("late", Modifier::End),
        ("late in", Modifier::End),
        ("later", Modifier::End),
        ("post", Modifier::After),
        ("pre", Modifier::Before),
        ("earlier", Modifier::Start),
    ],
    edges: &[
        ("beginning", Modifier::Start),
        ("start", Modifier::Start),
        ("outset", Modifier::Start),
        ("middle", Modifier::Mid),
        ("midst", Modifier::Mid),
        ("end", Modifier::End),
        ("close", Modifier::End),
    ],
    frequencies: &[
        ("hourly", DurationUnit::Hour),
        ("daily", DurationUnit::Day),
        ("nightly", DurationUnit::Day),
        ("weekly", DurationUnit::Week),
        ("fortnightly", DurationUnit::Fortnight),
        ("monthly", DurationUnit::Month),
        ("annually", DurationUnit::Year),
        ("yearly", DurationUnit::Year),
    ],
    holidays: &[
        ("Christmas day", Holiday::Fixed(12, 25)),
        ("Christmas eve", Holiday::Fixed(12, 24)),
        ("Christmas", Holiday::Fixed(12, 25)),
        ("Boxing day", Holiday::Fixed(12, 26)),
        ("New year 's day", Holiday::Fixed(1, 1)),
        ("New year 's eve", Holiday::Fixed(12, 31)),
        ("Epiphany", Holiday::Fixed(1, 6)),
        ("Valentine 's day", Holiday::Fixed(2, 14)),
        ("St patrick 's day", Holiday::Fixed(3, 17)),
        ("April fools ' day", Holiday::Fixed(4, 1)),
        ("Anzac day", Holiday::Fixed(4, 25)),
        ("May day", Holiday::Fixed(5, 1)),
        ("Groundhog day", Holiday::Fixed(2, 2)),
        ("International women 's day", Holiday::Fixed(3, 8)),
        ("Earth day", Holiday::Fixed(4, 22)),
        ("Cinco de mayo", Holiday::Fixed(5, 5)),
        ("Guy fawkes night", Holiday::Fixed(11, 5)),
        ("Bonfire night", Holiday::Fixed(11, 5)),
        ("St stephen 's day", Holiday::Fixed(12, 26)),
        ("Twelfth night", Holiday::Fixed(1, 5)),
        ("Mardi gras", Holiday::Easter(-47)),
        ("Shrove tuesday", Holiday::Easter(-47)),
        ("Juneteenth", Holiday::Fixed(6, 19)),
        ("Canada day", Holiday::Fixed(7, 1)),
        ("Independence day", Holiday::Fixed(7, 4)),
        ("Bastille day", Holiday::Fixed(7, 14)),
        ("Halloween", Holiday::Fixed(10, 31)),
        ("All saints' day", Holiday::Fixed(11, 1)),
        ("Armistice day", Holiday::Fixed(11, 11)),
        ("Remembrance day", Holiday::Fixed(11, 11)),
        ("Veterans day", Holiday::Fixed(11, 11)),
        ("Martin luther king day", Holiday::Nth { month: 1, weekday: 1, nth: 3, shift: 0 }),
        ("Presidents ' day", Holiday::Nth { month: 2, weekday: 1, nth: 3, shift: 0 }),
        ("Mother 's day", Holiday::Nth { month: 5, weekday: 7, nth: 2, shift: 0 }),
        ("Memorial day", Holiday::Last { month: 5, weekday: 1 }),
        ("Father 's day", Holiday::Nth { month: 6, weekday: 7, nth: 3, shift: 0 }),
        ("Labor day", Holiday::Nth { month: 9, weekday: 1, nth: 1, shift: 0 }),
        ("Columbus day", Holiday::Nth { month: 10, weekday: 1, nth: 2, shift: 0 }),
        ("Election day", Holiday::Nth { month: 11, weekday: 1, nth: 1, shift: 1 }),
        ("Thanksgiving day", Holiday::Nth { month: 11, weekday: 4, nth: 4, shift: 0 }),
        ("Thanksgiving", Holiday::Nth { month: 11, weekday: 4, nth: 4, shift: 0 }),
        ("Ash wednesday", Holiday::Easter(-46)),
        ("Palm sunday", Holiday::Easter(-7)),
        ("Maundy thursday", Holiday::Easter(-3)),
        ("Good friday", Holiday::Easter(-2)),
        ("Holy saturday", Holiday::Easter(-1)),
        ("Easter sunday", Holiday::Easter(0)),
        ("Easter day", Holiday::Easter(0)),
        ("Easter monday", Holiday::Easter(1)),
        ("Easter", Holiday::Easter(0)),
        ("Ascension day", Holiday::Easter(39)),
        ("Whit sunday", Holiday::Easter(49)),
        ("Pentecost", Holiday::Easter(49)),
        ("Whit monday", Holiday::Easter(50)),
        ("Corpus christi day", Holiday::Easter(60)),
    ],
    cues: &[
        ("a", Cue::A),
        ("an", Cue::A),
        ("the", Cue::The),
        ("of", Cue::Of),
        ("and", Cue::And),
        ("or", Cue::Or),
        ("more", Cue::More),
        ("additional", Cue::More),
        ("extra", Cue::More),
        ("further", Cue::More),
        ("another", Cue::Another),
        ("an additional", Cue::Another),
        ("a further", Cue::Another),
        ("an extra", Cue::Another),
        ("than", Cue::Than),
        ("ahead of", Cue::AheadOf),
        ("in time for", Cue::AheadOf),
        ("as of", Cue::AsOf),
        ("aged", Cue::Aged),
        ("away", Cue::Away),
        ("times", Cue::Times),
        ("half", Cue::Half),
        ("in", Cue::In),
        ("during", Cue::In),
        ("throughout", Cue::In),
        ("for", Cue::For),
        ("within", Cue::Within),
        ("on", Cue::On),
        ("at", Cue::At),
        ("from", Cue::From),
        ("since", Cue::Since),
        ("until", Cue::Until),
        ("till", Cue::Until),
        ("til", Cue::Until),
        ("through", Cue::Until),
        ("by", Cue::By),
        ("as soon as", Cue::By),
        ("as early as", Cue::By),
        ("as late as", Cue::Since),
        ("no later than", Cue::By),
        ("beginning", Cue::By),
        ("beginning on", Cue::By),
        ("starting", Cue::By),
        ("starting on", Cue::By),
        ("payable", Cue::By),
        ("effective", Cue::By),
        ("to", Cue::To),
        ("into", Cue::To),
        ("between", Cue::Between),
        ("before", Cue::Before),
        ("after", Cue::After),
        ("ago", Cue::Ago),
        ("later", Cue::Later),
        ("afterwards", Cue::Later),
        ("afterward", Cue::Later),
        ("earlier", Cue::Earlier),
        ("previously", Cue::Earlier),
        ("beforehand", Cue::Earlier),
        ("from now", Cue::FromNow),
        ("from today", Cue::FromNow),
        ("hence", Cue::FromNow),
        ("every", Cue::Every),
        ("each", Cue::Every),
        ("per", Cue::Per),
        ("fiscal", Cue::Fiscal),
        ("FY", Cue::Fiscal),
        ("financial", Cue::Fiscal),
        ("first", Cue::First),
        ("last", Cue::Last),
        ("final", Cue::Last),
        ("am", Cue::Am),
        ("a.m", Cue::Am),
        ("a.m.", Cue::Am),
        ("pm", Cue::Pm),
        ("p.m", Cue::Pm),
        ("p.m.", Cue::Pm),
        ("o'clock", Cue::Oclock),
        ("hrs", Cue::ClockHours),
        ("hours", Cue::ClockHours),
        ("bc", Cue::BeforeChrist),
        ("b.c", Cue::BeforeChrist),
        ("b.c.", Cue::BeforeChrist),
        ("bce", Cue::BeforeChrist),
        ("b.c.e.", Cue::BeforeChrist),
        ("AD", Cue::AnnoDomini),
        ("a.d.", Cue::AnnoDomini),
        ("CE", Cue::AnnoDomini),
        ("UTC", Cue::UniversalTime),
        ("GMT", Cue::UniversalTime),
        ("universal time", Cue::UniversalTime),
        ("EDT", Cue::TimeZone),
        ("EST", Cue::TimeZone),
        ("ET", Cue::TimeZone),
        ("CDT", Cue::TimeZone),
        ("CST", Cue::TimeZone),
        ("MST", Cue::TimeZone),
        ("PDT", Cue::TimeZone),
        ("PST", Cue::TimeZone),
        ("PT", Cue::TimeZone),
        ("BST", Cue::TimeZone),
        ("CET", Cue::TimeZone),
        ("IST", Cue::TimeZone),
        ("JST", Cue::TimeZone),
        ("CEST", Cue::TimeZone),
        ("MSK", Cue::TimeZone),
        ("AEST", Cue::TimeZone),
        ("AEDT", Cue::TimeZone),
        ("HKT", Cue::TimeZone),
        ("SGT", Cue::TimeZone),
        ("MDT", Cue::TimeZone),
        ("AKDT", Cue::TimeZone),
        ("HST", Cue::TimeZone),
        ("UK time", Cue::TimeZone),
        ("local time", Cue::TimeZone),
        ("eastern time", Cue::TimeZone),
        ("eastern daylight time", Cue::TimeZone),
        ("eastern standard time", Cue::TimeZone),
        ("central time", Cue::TimeZone),
        ("mountain time", Cue::TimeZone),
        ("pacific time", Cue::TimeZone),
        ("greenwich mean time", Cue::UniversalTime),
        ("coordinated universal time", Cue::UniversalTime),
        ("old", Cue::Old),
        ("olds", Cue::Old),
        ("long", Cue::Long),
        ("'s", Cue::Possessive),
        ("'", Cue::Possessive),
        ("year", Cue::YearWord),
        ("years", Cue::YearWord),
        ("day", Cue::DayWord),
        ("night", Cue::NightWord),
        ("eve", Cue::Eve),
        ("past", Cue::Past),
        ("over", Cue::Over),
        ("coming", Cue::Coming),
        ("Q", Cue::QuarterLetter),
        ("H", Cue::HalfLetter),
        ("other", Cue::Other),
        ("same", Cue::Comparable),
        ("corresponding", Cue::Comparable),
        ("comparable", Cue::Comparable),
        ("equivalent", Cue::Comparable),
        ("latest", Cue::Latest),
        ("most recent", Cue::Latest),
        ("period", Cue::Term),
        ("year - ago", Cue::YearAgo),
        ("year - earlier", Cue::YearAgo),
        ("year ago", Cue::YearAgo),
        ("full", Cue::Full),
        ("whole", Cue::Full),
        ("entire", Cue::Full),
        ("ended", Cue::Ended),
        ("ending", Cue::Ended),
    ],
    named_by_year: &[
        "team",
        "teams",
        "squad",
        "side",
        "class",
        "model",
        "models",
        "edition",
        "vintage",
        "version",
        "ford",
        "chevrolet",
        "film",
        "movie",
        "album",
        "novel",
        "song",
        "book",
        "hit",
        "single",
        "production",
        "remake",
        "sequel",
        "classic",
    ],
    times: &["once", "twice", "thrice"],
    bounds_behind: &[
        ("or more", Modifier::EqualOrMore),
        ("or longer", Modifier::EqualOrMore),
        ("or less", Modifier::EqualOrLess),
        ("or so", Modifier::Approx),
        ("or thereabouts", Modifier::Approx),
    ],
    measuring: &[
        "trading",
        "business",
        "working",
        "consecutive",
        "straight",
        "full",
        "whole",
        "successive",
        "solid",
        "single",
        "entire",
        "mere",
        "crucial",
        "critical",
    ],
    crowds: &[
        "army",
        "armies",
        "force",
        "forces",
        "crowd",
        "crowds",
        "garrison",
        "regiment",
        "fleet",
        "congregation",
        "total",
        "sum",
        "population",
        "party",
        "team",
        "staff",
        "workforce",
        "band",
        "corps",
        "membership",
        "audience",
        "attendance",
        "strength",
        "detachment",
        "contingent",
        "maximum",
        "minimum",
        "average",
        "majority",
        "minority",
        "number",
        "range",
        "cost",
        "price",
    ],
    streets: &[
        "street",
        "st",
        "avenue",
        "ave",
        "road",
        "rd",
        "lane",
        "drive",
        "boulevard",
        "blvd",
        "square",
        "court",
        "place",
        "terrace",
        "highway",
        "way",
        "parkway",
    ],
    event_nouns: &[
        "conference",
        "games",
        "olympics",
        "paralympics",
        "cup",
        "expo",
        "summit",
        "festival",
        "championship",
        "championships",
        "awards",
        "eurovision",
        "fair",
        "congress",
        "convention",
        "tour",
        "open",
        "show",
        "exposition",
        "elections",
        "election",
    ],
    of_the_age: &[
        "world",
        "youth",
        "society",
        "economy",
        "economies",
        "market",
        "markets",
        "standards",
        "technology",
        "kids",
        "children",
        "women",
        "men",
        "consumers",
        "computers",
        "generation",
        "young",
        "teenagers",
        "environment",
        "climate",
        "culture",
        "dollars",
        "money",
        "prices",
        "students",
        "parents",
        "politicians",
        "leaders",
        "workers",
        "readers",
        "audiences",
    ],
    verbs_of_length: &[
        "take", "takes", "took", "taken", "taking", "spend", "spends", "spent", "spending", "last",
        "lasts", "lasted", "lasting", "need", "needs", "needed", "wait", "waits", "waited",
        "waiting", "require", "requires", "required",
    ],
    not_times: &[
        "Sunday times",
        "Sunday mail",
        "Sunday world",
        "Sunday people",
        "Sunday best",
        "Mail on sunday",
        "Independent on sunday",
        "Scotland on sunday",
        "Fox news sunday",
        "Saturday night live",
        "Saturday night fever",
        "Saturday evening post",
        "Friday night lights",
        "Monday night football",
        "Sunday night football",
        "Thursday night football",
        "Sheffield wednesday",
        "Casual fridays",
        "Black wednesday",
        "Fat tuesday",
        "Blue monday",
        "Happy mondays",
        "His girl friday",
        "Good friday agreement",
        "Six day war",
        "six - day war",
        "Six days war",
        "Seven years war",
        "Seven years ' war",
        "Thirty years war",
        "Thirty years ' war",
        "Eighty years ' war",
        "Hundred years war",
        "Hundred years ' war",
        "Yom kippur war",
        "Tonight show",
        "CBS this morning",
        "ITV news at ten",
        "Midnight cowboy",
        "Midnight express",
        "Midnight oil",
        "Century foundation",
        "light years",
        "light year",
        "light - years",
        "zero hour",
        "leap year",
        "now and then",
        "now and again",
        "every now",
        "Sunday telegraph",
        "Sunday mirror",
        "Sunday express",
        "Black friday",
        "Bloody sunday",
        "Super tuesday",
        "Cyber monday",
        "Black monday",
        "Black thursday",
        "Black tuesday",
        "Ruby tuesday",
        "Daily mail",
        "Daily telegraph",
        "Daily mirror",
        "Daily express",
        "Daily news",
        "Daily star",
        "second world war",
        "second - hand",
        "some day",
        "day - to - day",
        "up to date",
        "prime time",
        "high noon",
        "the present",
        "at the same time",
        "at the end of the day",
        "last minute",
    ],
    labels: &[
        "route",
        "highway",
        "interstate",
        "flight",
        "section",
        "article",
        "chapter",
        "page",
        "pages",
        "line",
        "room",
        "platform",
        "number",
        "no",
        "nos",
        "model",
        "type",
        "boeing",
        "airbus",
        "version",
        "volume",
        "vol",
        "figure",
        "table",
        "paragraph",
        "clause",
        "rule",
        "code",
        "bus",
        "channel",
        "resolution",
        "directive",
        "bill",
        "act",
        "form",
        "apartment",
        "unit",
        "album",
        "film",
        "movie",
        "novel",
        "song",
        "pp",
        "p",
        "locomotive",
        "windows",
        "russell",
        "nikkei",
        "peugeot",
        "class",
        "category",
        "item",
        "lot",
        "gate",
        "pier",
        "track",
        "episode",
        "level",
        "grade",
        "size",
        "serial",
    ],
    before_counts: &["nearly", "almost", "least", "exactly", "than", "over", "under", "another"],
    counted: &[
        "people",
        "dollars",
        "euros",
        "pounds",
        "men",
        "women",
        "children",
        "soldiers",
        "troops",
        "workers",
        "employees",
        "jobs",
        "students",
        "pupils",
        "residents",
        "homes",
        "houses",
        "miles",
        "kilometres",
        "kilometers",
        "km",
        "metres",
        "meters",
        "feet",
        "ft",
        "acres",
        "hectares",
        "tons",
        "tonnes",
        "kilograms",
        "kg",
        "pounds",
        "lb",
        "percent",
        "per",
        "percent",
        "points",
        "votes",
        "seats",
        "shares",
        "copies",
        "pages",
        "words",
        "times",
        "victims",
        "deaths",
        "cases",
        "prisoners",
        "vehicles",
        "cars",
        "ships",
        "aircraft",
        "tanks",
        "guns",
        "rpm",
        "hp",
        "volts",
        "watts",
        "mph",
        "calories",
        "cubic",
        "square",
        "cc",
        "nm",
        "mm",
        "cm",
        "kw",
        "mw",
        "gb",
        "mb",
        "hz",
        "base",
        "ballots",
        "persons",
        "others",
        "members",
        "delegates",
        "runners",
        "fans",
        "spectators",
        "tickets",
        "visitors",
        "patients",
        "families",
        "refugees",
        "villagers",
        "million",
        "billion",
        "thousand",
        "hundred",
        "francs",
        "yen",
        "rubles",
        "roubles",
    ],
    date_orders: &[
        ("US", DateOrder::Mdy),
        ("PH", DateOrder::Mdy),
        ("GB", DateOrder::Dmy),
        ("IE", DateOrder::Dmy),
        ("AU", DateOrder::Dmy),
        ("NZ", DateOrder::Dmy),
        ("IN", DateOrder::Dmy),
        ("ZA", DateOrder::Dmy),
        ("CA", DateOrder::Ymd),
    ],
    prose: PROSE,
};

/// The words that are no time words: verbs, function words, titles, names.
const PROSE: ProseWords = ProseWords {
    words: WORD_ROLES,
    irregular_verbs: IRREGULAR_VERBS,
    suffixes: &[("ed", &[Past, Participle]), ("ing", &[Gerund]), ("ly", &[Adverb])],
    no_suffix: NO_SUFFIX,
    connectives: &[
        "in addition",
        "for example",
        "for instance",
        "in fact",
        "at the same time",
        "in turn",
        "as a result",
        "on the other hand",
        "in contrast",
        "by contrast",
        "of course",
        "in the meantime",
        "in other words",
        "after all",
        "as well",
        "more importantly",
        "in response",
        "in particular",
        "first of all",
        "in the end",
        "at first",
        "for one",
        "on top of that",
        "to date",
        "in short",
        "that said",
        "even so",
    ],
    genitives: &["'s", "’s", "'", "’"],
    planned: "to",
    past_endings: &[("e", "ed"), ("y", "ied"), ("", "ed")],
    passive: ("was", "were"),
    article: "the",
    perfect: ("has", "have"),
    superlatives: (
        "est",
        "forest west request interest protest harvest quest guest test rest arrest contest tempest nest \
         chest vest midwest northwest southwest priest conquest crest behest inquest",
        "worst most first last",
    ),
    general_nouns: GENERAL_NOUNS,
    firm_nouns: "company firm giant corporation conglomerate airline carmaker manufacturer retailer inc ltd \
                 plc corp co llc gmbh airlines motors",
    rate_nouns: RATE_NOUNS,
    plural_suffix: "s",
    singular_suffixes: &["ss", "us", "sis", "xis", "itis", "polis"],
    singulars: SINGULARS,
    plurals: "taxis maxis tutsis kuwaitis menus gurus emus gnus bayous",
};

/// Words in `-is` for one, names among them, whose end is also that of words for several.
const SINGULARS: &str = "is his this ibis cannabis aegis trellis amaryllis syphilis epidermis pelvis penis \
    tennis iris debris marquis bourgeois patois clematis glottis mantis portcullis brewis \
    alexis atlantis boris calais chablis chris collis curtis davis denis dennis doris elvis ellis \
    francis harris hollis illinois jarvis lewis louis memphis morris otis paris regis tigris travis \
    tunis willis";

/// Words that end like verbs or adverbs and are none, or hardly ever.
const NO_SUFFIX: &str = "aforementioned aged ahmed ally anomaly anything assembly bed beijing belated belly \
    beloved billy boeing breed bring building bully ceiling cling clothing complicated \
    concerning crooked crowded cunning darling deed distinguished during early earring ely embed emily \
    evening everything exceed family feed fling fly following fred gifted hamed \
    high-speed housing hundred indeed inning interesting italy jagged jelly july kelly \
    kindred king learned lightning lily lodging long-awaited meeting mohamed mohammed monopoly \
    morning muhammed naked need nothing notwithstanding offspring outstanding pending proceed \
    ragged rally red reed regarding renowned reply ring rugged sacred saeed salaried sally seed \
    short-lived sibling sing skilled sled sling so-called something sophisticated speed \
    spring sterling sting string succeed supply surprising swing talented ted thing unarmed \
    unemployed unexpected unidentified united unnamed unprecedented viking warring wedding weed \
    wicked wing wretched wring";

/// Which part each word may play. To teach a word a part, add it to that part's list; a part
/// may stand more than once.
const WORD_ROLES: &[(Role, &str)] = &[
    (BePresent, "am is are isn't aren't 're it's he's she's"),
    (BePast, "was were wasn't weren't"),
    (Be, "be"),
    (Been, "been"),
    (Having, "having"),
    (Being, "being"),
    (HavePresent, "has have hasn't haven't 've i've we've they've you've"),
    (HavePast, "had hadn't"),
    (Possessing, "got"),
    (DoPresent, "do does don't doesn't"),
    (DoPast, "did didn't"),
    (Future, "will shall won't 'll he'll she'll it'll they'll we'll i'll"),
    (Modal, "could may might should must can cannot can't couldn't shouldn't ought"),
    (ModalAhead, "may might should must ought"),
    (Infinitive, "to"),
    (
        Prospective,
        "expected scheduled set due slated planned poised supposed going bound ready tipped \
         predicted projected forecast likely anticipated rescheduled booked billed earmarked",
    ),
    (
        Intention,
        "plans plan intends intend aims aim hopes hope expects expect promises vows pledges wants \
         prepares preparing planning hoping intending aiming expecting agrees",
    ),
    (
        PastIntention,
        "agreed aimed decided expected hoped intended meant offered opted planned pledged prepared \
         promised proposed resolved threatened undertook vowed wanted",
    ),
    (
        Implicative,
        "began started continued failed refused declined managed tried attempted used came went \
         helped seemed appeared happened proceeded forced had turned rushed gathered returned \
         stopped remained got reached lived served worked struggled grew dared bothered chose \
         proved survived rose",
    ),
    (Assembling, "met voted assembled convened arrived travelled traveled flew marched sat"),
    (
        Ability,
        "effort efforts attempt attempts failure failures ability inability struggle able unable \
         first second third last only latest next battle bid refusal operation operations \
         aim goal objective intention purpose",
    ),
    (
        BareNoun,
        "hospital prison college university church sea death life people charity war parliament \
         congress office safety freedom justice town independence democracy victory defeat history \
         custody bankruptcy",
    ),
    (NounOrVerb, "jail court school bed power trial exile"),
    (
        Saying,
        "said says say saying told tells tell telling added adds stated states explained explains \
         noted notes commented comments remarked replied quoted wrote writes argued argues claimed \
         claims insisted insists recalled recalls reported reports reporting suggested suggests \
         estimated estimates believes believed thinks thought observed concluded concludes \
         stressed stresses emphasized emphasised acknowledged acknowledges asserted predicted \
         predicts expressed described describes cited citing mentioned indicated indicates \
         indicate spoke tweeted conceded maintained reiterated joked warned warns speculated \
         complained felt hinted believe predict suggest argue",
    ),
    (
        ImprintNoun,
        "article version page blog caption content correction op-ed photo photograph picture image",
    ),
    (
        Imprinting,
        "amended updated corrected modified revised misstated misidentified misspelled misspelt taken shows shown \
         appeared appears published posted printed referred removed expired",
    ),
    (
        Announcing,
        "announced announces announce confirmed confirms revealed reveals accused accuses admitted \
         apologised apologized declared declares denied denies disclosed proclaimed proclaims \
         promised pledged vowed \
         proposed urged condemned demanded called ordered ruled pleaded testified threatened \
         resigned endorsed rejected criticised criticized unveiled published alleged appealed \
         asked",
    ),
    (According, "according"),
    (
        Stative,
        "had has have owned owns knew knows believed believes seemed seems remained remains \
         belonged belongs contained contains included includes include meant means consisted \
         consists resembled wanted wants felt feels thought thinks looked looks liked likes \
         needed needs existed exists cost costs depended depends deserved weighed weighs measured \
         measures lacked lacks loved hated hopes feared fears understood preferred considers \
         comprised comprises tended tends constituted reflected reflects resided lay lies \
         accounted averaged totalled totaled amounted equalled equaled dates dated hoped hope",
    ),
    (
        StativePassive,
        "used known located situated based regarded entitled supposed related associated \
         considered concerned owned",
    ),
    (
        Habit,
        "usually often always typically regularly normally annually sometimes generally \
         traditionally frequently routinely commonly rarely seldom ordinarily occasionally \
         currently nowadays",
    ),
    (
        Negation,
        "not never no no-one neither nor nobody none nothing without didn't doesn't don't wasn't weren't \
         isn't aren't hasn't haven't hadn't won't wouldn't couldn't can't cannot shouldn't n't \
         hardly barely almost nearly",
    ),
    (Conditional, "if unless whether suppose assuming provided how what"),
    (
        Subordinator,
        "when after before while because since although though until till once where whereas as \
         whenever wherever if unless whether how why what so lest",
    ),
    (Complementizer, "that"),
    (Relative, "who which whose whom that where when"),
    (Coordinator, "and but or nor yet &"),
    (
        Connective,
        "but and so yet or now however meanwhile moreover furthermore also nevertheless nonetheless \
         then still instead therefore thus hence besides additionally similarly likewise \
         consequently accordingly indeed finally eventually later afterwards afterward \
         subsequently apparently reportedly allegedly interestingly ironically unfortunately \
         fortunately sadly notably importantly incidentally separately elsewhere otherwise anyway \
         initially originally overall perhaps clearly obviously actually basically essentially \
         specifically significantly first second secondly third lastly",
    ),
    (
        Preposition,
        "of in on at by for with from to into onto over under about against between among amid \
         during since until till through throughout within without before after near around across \
         behind beyond toward towards upon via per pending despite including following off out outside \
         inside along above below beside besides like unlike as than amidst amongst regarding \
         concerning versus alongside aboard atop past up down except due because",
    ),
    (
        DatePreposition,
        "on in at by since until till from to between during before after for around about \
         through throughout over within into following circa",
    ),
    (
        DateModifier,
        "early late mid just only about around nearly almost shortly exactly approximately \
         roughly sometime beginning starting back effective precisely some the local again \
         both probably possibly earlier later even well",
    ),
    (PlacePreposition, "in at from near outside across throughout inside around"),
    (
        Determiner,
        "the a an this that these those another each every some any all both several many most few \
         no more such other one two three four five six seven eight nine ten what half dozens \
         hundreds thousands millions much least either",
    ),
    (
        Pronoun,
        "i he she it they we you there who him her them us me himself herself itself themselves \
         this that these those others everyone everybody someone somebody anyone nobody none",
    ),
    (Masculine, "he his him himself he's he'll he'd"),
    (Feminine, "she her hers herself she's she'll she'd"),
    (Neuter, "it its itself it's"),
    (Plural, "they their them themselves they'll they've"),
    (Possessive, "his her its their our my your whose"),
    (
        Title,
        "mr mrs ms miss dr prof professor doctor president premier chancellor minister senator sen \
         governor gov mayor judge justice king queen prince princess pope cardinal bishop \
         archbishop rev reverend father sister rabbi imam sheikh sheik ayatollah general gen \
         colonel col major maj captain capt lieutenant lt sergeant sgt corporal private admiral \
         adm commander cmdr marshal brigadier brig officer detective inspector ambassador \
         congressman congresswoman rep representative secretary chairman chairwoman spokesman \
         spokeswoman ceo lord lady sir dame emperor empress tsar duke duchess count countess baron \
         saint attorney director coach astronaut cosmonaut sheriff speaker czar sultan shah crown",
    ),
    (
        Office,
        "president prime vice deputy foreign chief executive minister secretary spokesman \
         spokeswoman chairman attorney general defense defence finance interior former acting us \
         u.s senior first lady lieutenant officer press state crown special envoy opposition \
         leader house majority minority assistant interim",
    ),
    (FutureInPast, "would wouldn't 'd he'd she'd they'd we'd"),
    (
        Postponing,
        "moved postponed delayed rescheduled adjourned deferred extended pushed put shifted",
    ),
    (
        Cancelling,
        "cancelled canceled postponed delayed rescheduled adjourned deferred scrapped shelved aborted \
         abandoned",
    ),
    (Onset, "since"),
    (Terminal, "until till"),
    (Totalling, "stood averaged totalled totaled earned grossed netted"),
    (
        Moving,
        "rose fell grew shrank dropped climbed declined decreased increased gained lost slipped \
         jumped surged soared plunged plummeted tumbled slid sank dipped edged rebounded contracted \
         expanded slowed widened narrowed",
    ),
    (
        Amount,
        "percent pct pc percentage cent million billion trillion half third thirds quarter quarters \
         fifth tenth",
    ),
    (Agent, "by"),
    (Partitive, "of"),
    (
        Several,
        "these those many few both several two three four five six seven eight nine ten eleven \
         twelve twenty thirty forty fifty sixty seventy eighty ninety dozens \
         hundreds thousands millions most people police men women children families authorities \
         crew crews they we",
    ),
    (
        Opening,
        "the a an this these those his her its their our he she it they we there on in at after \
         before when while with for from but and as although since during more some many most \
         under by if what why how ahead following meanwhile also however earlier two three four five \
         six seven eight nine ten",
    ),
    (Single, "a an one each every another this that"),
    (Origin, "from"),
    (Paired, "between both either neither"),
    (
        Completed,
        "cast declare declared accuse accused accuses accusing attribute attributed bar barred blame blamed block blocked \
         estimate estimated estimating value valued present presented provide provided stop stopped supply supplied deem deemed describe \
         described comparing label labelled labeled compare compared convert converted deprive \
         deprived keep kept keeping lay laid \
         lead led leading place placed placing prevent prevented preventing prohibit prohibited put \
         putting regard regarded remind reminded set setting subject subjected throw threw throwing \
         thrown transfer transferred turn turned turning view viewed",
    ),
    (
        Commanding,
        "advise advised assured informed notified allow allowed allows allowing ask asked asks asking authorise authorised \
         authorize authorized call called cause caused causes causing compel compelled convince \
         convinced direct directed enable enabled enables enabling encourage encouraged expect \
         expected force forced forces forcing get got instruct instructed invite invited lead led \
         order ordered orders ordering permit permitted persuade persuaded prompt prompted \
         prompting press pressed require required requires requiring tell told telling urge urged \
         urges urging want wanted warn warned",
    ),
    (DateNoun, "weekend week month year day hour evening night morning afternoon eve"),
    (
        Focusing,
        "alone only just even merely solely exclusively mainly mostly largely primarily chiefly partly \
         especially particularly simply purely specifically not",
    ),
    (
        Phrasal,
        "time line response addition return favor favour charge exchange spite light view \
         regard respect relation connection accordance keeping conjunction \
         cooperation collaboration association search pursuit lieu advance danger \
         part behalf terms front aid awe honor honour memory compliance",
    ),
    (
        Measure,
        "mile miles metre metres meter meters foot feet yard yards kilometre kilometres kilometer \
         kilometers km block blocks inch inches",
    ),
    (Degree, "more most less least very so too as highly quite rather soon shortly immediately"),
    (Depicting, "seen pictured shown photographed"),
    (Position, "left right center centre foreground background"),
    (FormerHabit, "used"),
    (Spending, "spend spends spent spending"),
    (Credit, "photograph photographs photo photos picture pictures image images illustration"),
    (
        PictureAgency,
        "images features ap afp reuters getty epa pa corbis rex alamy upi nasa bloomberg eyevine",
    ),
    (
        Present,
        "opens begins starts ends launches arrives expires resumes concludes takes goes comes \
         leaves becomes meets holds closes hosts kicks returns enters faces visits flies turns \
         votes gets makes gives sees brings reports plays travels testifies addresses releases \
         publishes unveils celebrates convenes gathers reopens retires heads hears sails departs \
         decides appears airs reconvenes premieres debuts competes concludes ends graduates",
    ),
    (
        Scheduling,
        "meet face play open close start begin vote go return arrive leave travel visit hold host \
         gather resume reopen expire launch take reconvene",
    ),
    (
        Speaker,
        "i we you us i've we've you've i'll we'll me my your i'm we're you're i'd we'd you'd ours \
         yours myself ourselves yourself yourselves let's",
    ),
    (Particle, "up down out off away apart aside along back together over"),
    (Within, "in near outside across throughout inside"),
    (Comparison, "than compared as like unlike"),
    (FirstName, FEMININE_NAMES),
    (FirstName, MASCULINE_NAMES),
    (FirstName, OTHER_NAMES),
    (FeminineName, FEMININE_NAMES),
    (MasculineName, MASCULINE_NAMES),
    (
        FeminineName,
        "mrs ms miss queen princess lady dame duchess countess empress sister congresswoman \
         chairwoman spokeswoman",
    ),
    (
        MasculineName,
        "mr king prince sir duke baron emperor tsar czar sultan shah father congressman chairman \
         spokesman",
    ),
    (
        PersonNoun,
        "husband wife widow widower son daughter father mother parent brother sister uncle aunt \
         nephew niece cousin grandfather grandmother grandson granddaughter partner fiance fiancee \
         girlfriend boyfriend friend man woman boy girl child baby person someone somebody \
         president premier chancellor minister senator governor mayor judge king queen prince \
         princess pope bishop archbishop cardinal rabbi imam sheikh emperor empress tsar officer \
         detective inspector sergeant lieutenant captain colonel admiral ambassador congressman \
         congresswoman representative secretary chairman chairwoman spokesman spokeswoman director \
         coach astronaut cosmonaut sheriff lawyer attorney prosecutor doctor nurse surgeon teacher \
         professor student driver pilot soldier guard gunman suspect victim witness assailant \
         attacker killer murderer prisoner inmate hostage defendant player striker goalkeeper \
         rival opponent successor predecessor colleague assistant aide deputy leader chief boss \
         manager owner founder co-founder editor reporter journalist author writer singer actor \
         actress artist farmer worker neighbour neighbor guest passenger priest banker \
         businessman businesswoman candidate employee engineer scientist brother-in-law \
         son-in-law father-in-law stepson stepdaughter stepfather stepmother heir",
    ),
    (
        Happening,
        "accident accidents ambush assassination assault attack attacks avalanche blast blasts \
         blow-out blowout bombing bombings catastrophe collapse collision crash crashes derailment disaster \
         earthquake earthquakes eruption explosion explosions landslide landslides massacre mudslide \
         quake quakes raid raids shooting shootings shipwreck sinking stampede tornado tragedy tremor \
         tremors tsunami wreck",
    ),
    (
        Denying,
        "denied denies deny denying denial denials disputed disputes dispute disputing rejected \
         rejects reject rejecting refuted refutes rumour rumours rumor rumors rumoured rumored \
         falsely wrongly erroneously untrue false myth hoax doubted doubts doubt disproved \
         dismissed mistakenly",
    ),
    (
        Intransitive,
        "gathered died resigned retired collapsed disbanded confessed quit left moved fell rose came went \
         joined returned became arrived departed escaped fled survived appeared reappeared \
         disappeared vanished emigrated immigrated migrated travelled traveled graduated married \
         settled sang acted competed ran won fought lived worked studied taught wrote played \
         served stayed remained began ended started happened occurred emerged surrendered \
         succumbed apologised apologized agreed refused declined continued attended enlisted \
         deserted sailed flew swam walked drove stood sat slept woke spoke lost dissolved exploded \
         crashed sank burst erupted failed succeeded proceeded responded replied recovered \
         converted spent ceased lapsed expired opened closed met drowned perished pleaded \
         promised pledged vowed admitted claimed denied",
    ),
    (Phase, "began started ended finished stopped resumed happened occurred"),
    (
        Impersonal,
        "rained snowed hailed thundered poured drizzled froze thawed emerged happened seemed \
         appeared turned took transpired became rains snows",
    ),
    (
        NameParticle,
        "van von de der den du da dos del della di la le al el bin ibn ben ter ten y abu &",
    ),
    (
        Organisation,
        "images inc corp corporation co company companies ltd plc llc gmbh ag sa group holdings bank \
         university college school institute ministry department agency council committee \
         commission congress parliament senate assembly party union association federation \
         organization organisation foundation society league club team court army navy force \
         forces police guard corps brigade airlines airways motors industries systems technologies \
         partners capital securities fund trust board bureau office authority administration \
         government news times post journal press daily telegraph guardian tribune herald magazine \
         radio television tv network church museum hospital center centers centre centres project program \
         programme alliance coalition movement front republicans democrats nations cross crescent \
         service services international national federal royal central supreme associated united \
         world global state states house white congressional reserve exchange street labs \
         laboratory studios entertainment media software games cup olympics festival award awards \
         prize act bill treaty war battle revolution programs mission command squad task",
    ),
    (
        PlaceNoun,
        "city island islands river airport square mount mountain mountains lake sea ocean bay gulf \
         valley county province district region beach bridge park road avenue street harbor \
         harbour port peninsula strait desert coast canal village town fort cape base prison north \
         south east west northern southern eastern western central new san santa los las saint st \
         republic kingdom states upper lower great tower stadium hall palace castle plaza springs \
         falls hills heights well",
    ),
    (
        NotAName,
        "american british english french german russian chinese japanese italian spanish soviet \
         israeli palestinian iraqi iranian syrian egyptian libyan turkish greek indian pakistani \
         afghan korean african european asian arab haitian mexican canadian australian dutch swiss \
         swedish polish irish scottish welsh cuban roman muslim christian jewish catholic islamic \
         christmas easter ramadan thanksgiving internet god earth web gmt utc est edt bst cet pst \
         pdt cdt cst ad bc bce ce i ok republican democrat democratic americans russians \
         israelis taliban aids hiv tv dvd cd pc ceo gdp vat editor",
    ),
    (
        Abbreviation,
        "c mr mrs ms dr prof sen gov rep gen col maj capt lt sgt cpl pvt adm cmdr brig rev hon st mt \
         ft vs no nos vol pp fig ca cf approx dept univ assn bros messrs mme mlle sr pres supt det \
         insp sec atty dist e.g i.e ave blvd rd est jan feb mar apr jun jul aug sep sept oct nov \
         dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo \
         mont neb nev okla ore pa tenn tex vt va wash wis wyo n.h n.j n.m n.y n.c n.d r.i s.c s.d \
         w.va d.c op ed",
    ),
    (
        FinalAbbreviation,
        "inc corp co ltd plc jr sr etc a.m p.m b.c a.d u.s u.k u.n e.u u.s.a u.s.s.r al bce b.c.e \
         c.e ph.d m.d",
    ),
    (
        Adverb,
        "also then still already just now soon later again once twice even ever never only not too alone \
         so very well always often first together almost nearly both since yet long further \
         instead thus therefore meanwhile however all each",
    ),
    (Sequence, "later then subsequently afterwards eventually finally earlier"),
    (
        CalendarName,
        "january february march april may june july august september october november december \
         monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep \
         sept oct nov dec mon tue tues wed thu thurs fri sat spring summer autumn fall winter \
         today yesterday tomorrow last next earlier later ago day week month year",
    ),
    (
        CommonNoun,
        "officials police authorities people doctors experts critics analysts scientists \
         researchers residents witnesses reports sources prosecutors investigators lawyers troops \
         soldiers rebels protesters demonstrators students workers members leaders lawmakers \
         supporters opponents survivors victims rescuers firefighters engineers thousands hundreds \
         dozens millions shares stocks prices sales state local federal government parliament \
         congress senate court health security military rescue aid relief foreign former senior \
         top new old many most several both other early late under while during about according \
         because despite until",
    ),
    (Anaphoric, "another other such same new latest latter aforementioned remaining there thereby"),
];

/// Nouns that with an article stand for what was told before: people, texts, acts, and the shells of
/// what was said (Schmid, "English Abstract Nouns as Conceptual Shells", 2000).
const GENERAL_NOUNS: &str = "\
    man men woman women boy girl person child children couple pair duo trio team panel board \
    committee commission unit body group agency organisation organization department ministry \
    regulator watchdog charity \
    statement announcement letter email e-mail message memo note document report study survey paper \
    article speech address interview comment remark claim allegation accusation warning call appeal \
    request demand lawsuit suit complaint petition question answer reply response news details information data figure number total \
    result finding estimate \
    offer bid proposal plan scheme idea suggestion move step decision ruling order agreement deal pact \
    settlement bill measure action operation effort attempt project programme program initiative \
    process procedure work task change \
    incident episode event case matter issue problem situation development \
    meeting session talks hearing discussion visit trip tour journey ceremony show \
    thing part place area location building house vehicle device equipment tool test method approach \
    technique system substance product item disease condition rule policy struggle alteration";

/// Nouns for what is counted or polled over a month, a quarter or a year; what is traded moves on days.
const RATE_NOUNS: &str = "\
    sales revenue revenues turnover profit profits earnings income loss losses margin margins \
    dividend deficit surplus debt spending borrowing lending investment exports imports output \
    production productivity manufacturing consumption demand supply orders shipments deliveries \
    inflation deflation unemployment joblessness employment payrolls vacancies claims wages pay \
    salaries costs prices price rate rates yield yields gdp economy growth trade traffic rents \
    starts registrations bookings approvals foreclosures bankruptcies emissions value support \
    opposition approval backing popularity confidence";

/// The irregular verbs: base form, past forms, past participles; `/` between alternatives.
const IRREGULAR_VERBS: &[(&str, &str, &str)] = &[
    ("arise", "arose", "arisen"),
    ("awake", "awoke", "awoken"),
    ("be", "was/were", "been"),
    ("bear", "bore", "borne/born"),
    ("beat", "beat", "beaten"),
    ("become", "became", "become"),
    ("befall", "befell", "befallen"),
    ("begin", "began", "begun"),
    ("bend", "bent", "bent"),
    ("bet", "bet", "bet"),
    ("bid", "bid/bade", "bid/bidden"),
    ("bind", "bound", "bound"),
    ("bite", "bit", "bitten"),
    ("bleed", "bled", "bled"),
    ("blow", "blew", "blown"),
    ("break", "broke", "broken"),
    ("breed", "bred", "bred"),
    ("bring", "brought", "brought"),
    ("broadcast", "broadcast", "broadcast"),
    ("build", "built", "built"),
    ("burn", "burnt", "burnt"),
    ("burst", "burst", "burst"),
    ("buy", "bought", "bought"),
    ("cast", "cast", "cast"),
    ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"),
    ("cling", "clung", "clung"),
    ("come", "came", "come"),
    ("cost", "cost", "cost"),
    ("creep", "crept", "crept"),
    ("cut", "cut", "cut"),
    ("deal", "dealt", "dealt"),
    ("dig", "dug", "dug"),
    ("dive", "dove", ""),
    ("do", "did", "done"),
    ("draw", "drew", "drawn"),
    ("dream", "dreamt", "dreamt"),
    ("drink", "drank", "drunk"),
    ("drive", "drove", "driven"),
    ("eat", "ate", "eaten"),
    ("fall", "fell", "fallen"),
    ("feed", "fed", "fed"),
    ("feel", "felt", "felt"),
    ("fight", "fought", "fought"),
    ("find", "found", "found"),
    ("flee", "fled", "fled"),
    ("fling", "flung", "flung"),
    ("fly", "flew", "flown"),
    ("forbid", "forbade", "forbidden"),
    ("forecast", "forecast", "forecast"),
    ("forego", "forewent", "foregone"),
    ("foresee", "foresaw", "foreseen"),
    ("forget", "forgot", "forgotten"),
    ("forgive", "forgave", "forgiven"),
    ("forsake", "forsook", "forsaken"),
    ("freeze", "froze", "frozen"),
    ("get", "got", "got/gotten"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("grind", "ground", "ground"),
    ("grow", "grew", "grown"),
    ("hang", "hung", "hung"),
    ("have", "had", "had"),
    ("hear", "heard", "heard"),
    ("hide", "hid", "hidden"),
    ("hit", "hit", "hit"),
    ("hold", "held", "held"),
    ("hurt", "hurt", "hurt"),
    ("input", "input", "input"),
    ("keep", "kept", "kept"),
    ("kneel", "knelt", "knelt"),
    ("know", "knew", "known"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("leap", "leapt", "leapt"),
    ("learn", "learned/learnt", "learned/learnt"),
    ("leave", "left", "left"),
    ("lend", "lent", "lent"),
    ("let", "let", "let"),
    ("lie", "lay", "lain"),
    ("light", "lit", "lit"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("mean", "meant", "meant"),
    ("meet", "met", "met"),
    ("mislead", "misled", "misled"),
    ("mistake", "mistook", "mistaken"),
    ("misunderstand", "misunderstood", "misunderstood"),
    ("mow", "mowed", "mown"),
    ("offset", "offset", "offset"),
    ("outbid", "outbid", "outbid"),
    ("outdo", "outdid", "outdone"),
    ("outgrow", "outgrew", "outgrown"),
    ("outrun", "outran", "outrun"),
    ("outsell", "outsold", "outsold"),
    ("overcome", "overcame", "overcome"),
    ("overhear", "overheard", "overheard"),
    ("override", "overrode", "overridden"),
    ("overrun", "overran", "overrun"),
    ("oversee", "oversaw", "overseen"),
    ("overtake", "overtook", "overtaken"),
    ("overthrow", "overthrew", "overthrown"),
    ("pay", "paid", "paid"),
    ("plead", "pled", "pled"),
    ("prove", "proved", "proven"),
    ("put", "put", "put"),
    ("quit", "quit", "quit"),
    ("read", "read", "read"),
    ("rebuild", "rebuilt", "rebuilt"),
    ("rerun", "reran", "rerun"),
    ("repay", "repaid", "repaid"),
    ("reset", "reset", "reset"),
    ("retake", "retook", "retaken"),
    ("rewrite", "rewrote", "rewritten"),
    ("rid", "rid", "rid"),
    ("ride", "rode", "ridden"),
    ("ring", "rang", "rung"),
    ("rise", "rose", "risen"),
    ("run", "ran", "run"),
    ("saw", "sawed", "sawn"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("seek", "sought", "sought"),
    ("sell", "sold", "sold"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("sew", "sewed", "sewn"),
    ("shake", "shook", "shaken"),
    ("shed", "shed", "shed"),
    ("shine", "shone", "shone"),
    ("shoot", "shot", "shot"),
    ("show", "showed", "shown"),
    ("shrink", "shrank/shrunk", "shrunk"),
    ("shut", "shut", "shut"),
    ("sing", "sang", "sung"),
    ("sink", "sank/sunk", "sunk"),
    ("sit", "sat", "sat"),
    ("slay", "slew", "slain"),
    ("sleep", "slept", "slept"),
    ("slide", "slid", "slid"),
    ("slit", "slit", "slit"),
    ("sow", "sowed", "sown"),
    ("speak", "spoke", "spoken"),
    ("speed", "sped", "sped"),
    ("spend", "spent", "spent"),
    ("spill", "spilt", "spilt"),
    ("spin", "spun", "spun"),
    ("split", "split", "split"),
    ("spoil", "spoilt", "spoilt"),
    ("spread", "spread", "spread"),
    ("spring", "sprang/sprung", "sprung"),
    ("stand", "stood", "stood"),
    ("steal", "stole", "stolen"),
    ("stick", "stuck", "stuck"),
    ("sting", "stung", "stung"),
    ("stride", "strode", "stridden"),
    ("strike", "struck", "struck/stricken"),
    ("string", "strung", "strung"),
    ("strive", "strove", "striven"),
    ("swear", "swore", "sworn"),
    ("sweep", "swept", "swept"),
    ("swell", "swelled", "swollen"),
    ("swim", "swam", "swum"),
    ("swing", "swung", "swung"),
    ("take", "took", "taken"),
    ("teach", "taught", "taught"),
    ("tear", "tore", "torn"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("thrust", "thrust", "thrust"),
    ("tread", "trod", "trodden"),
    ("undergo", "underwent", "undergone"),
    ("understand", "understood", "understood"),
    ("undertake", "undertook", "undertaken"),
    ("undo", "undid", "undone"),
    ("unwind", "unwound", "unwound"),
    ("uphold", "upheld", "upheld"),
    ("upset", "upset", "upset"),
    ("wake", "woke", "woken"),
    ("wear", "wore", "worn"),
    ("weave", "wove", "woven"),
    ("weep", "wept", "wept"),
    ("win", "won", "won"),
    ("wind", "wound", "wound"),
    ("withdraw", "withdrew", "withdrawn"),
    ("withhold", "withheld", "withheld"),
    ("withstand", "withstood", "withstood"),
    ("wring", "wrung", "wrung"),
    ("write", "wrote", "written"),
];

/// First names of women only.
const FEMININE_NAMES: &str = "alexandra alice alison amanda amy ana angela anita ann anna anne barbara benazir betty \
    carol caroline catherine charlotte christina christine claire condoleezza cristina \
    cynthia deborah denise diana diane donna dorothy elena elizabeth ellen emily emma eva \
    hannah heather helen hillary hoda ivanka jane janet jennifer jessica joan judith judy \
    julia julie karen kate katherine kathleen laura linda lisa louise lucy margaret maria \
    marie martha mary megan melanie melissa michelle monica nancy naomi natalie nicole olga \
    pamela patricia paula rachel rebecca rosa rose ruth sally sandra sara sarah sharon sonia \
    sophie stephanie sue susan suzanne sylvia teresa theresa valentina vanessa victoria \
    virginia wendy";

/// First names of men only.
const MASCULINE_NAMES: &str = "aaron abdul abdullah abraham adam adolf ahmed alan albert alberto alexander alexei \
    alfred allen anders andre andrew anthony antonio arnold arthur asif augusto barack barry \
    bashar ben benjamin bernard bill billy bob boris brad brandon brian bruce buzz carl \
    carlos charles christian christopher clarence colin conrad craig dan daniel david dean \
    dennis dick diego dmitri dmitry donald douglas dwight ed eddie edgar edward edwin \
    emmanuel eric erich erik ernest eugene felix fidel francisco francois frank franklin \
    fred frederick gabriel gary geoffrey george gerald gerard giovanni gordon graham greg \
    gregory guillermo gus hans harold harry hassan heinrich helmut henri henry herbert hosni \
    howard hugh hugo ian ibrahim igor isaac ivan jack jacob jacques james jason javier jeff \
    jeffrey jeremy jerry jim jimmy joe joel johan johann john johnny jon jonathan jorge jose \
    josef joseph joshua juan julian karl keith ken kenneth kevin kofi konrad kurt larry lars \
    laurent lawrence leo leon leonid lewis louis luis luke lyndon mahmoud manuel marc marco \
    mario mark marlon martin matt matthew michael miguel mike mikhail mitt mohamed mohammed \
    muammar muhammad napoleon nathan neil nelson nicholas nicolas nigel nikolai norman \
    oliver olivier omar osama oscar otto pablo patrick paul pedro peter philip philippe \
    pierre ralph ray raymond rene ricardo richard rick robert roberto roger roland ron \
    ronald roy rudolf russell ryan samuel scott sean sergei sergey silvio simon stanley \
    stefan stephen steve steven stuart theodore thomas tim timothy todd tom tommy tony \
    ulrich ulysses valery victor viktor vincent vladimir wally walter warren wayne wernher \
    wilhelm will william winston yasser yuri yves zachary";

/// First names that say nothing of who bears them.
const OTHER_NAMES: &str = "alex ali andrea charlie chris claude dominique evan frances francis jamie jan jay jean \
    jesse kelly kim lauren lee max michel michele nikita robin sam terry tracy";
