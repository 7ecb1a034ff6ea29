//! English prose words: verbs, function words, titles, names.

use std::sync::LazyLock;

#[allow(clippy::enum_glob_use, reason = "the table below names nearly all of them")]
use super::prose::Role::{self, *};
use super::prose::{Prose, ProseWords};

/// The table, compiled.
pub(super) static PROSE: LazyLock<Prose> = LazyLock::new(|| Prose::new(&WORDS));

const WORDS: ProseWords = ProseWords {
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
    passive: ("was", "were"),
    plural_suffix: "s",
};

/// Words that end like verbs or adverbs and are none, or hardly ever.
const NO_SUFFIX: &str = "aforementioned aged ahmed ally anomaly anything assembly bed beijing belated belly \
    beloved billy boeing breed bring building bully ceiling cling clothing complicated \
    concerning crooked crowded cunning darling deed distinguished during earring ely embed emily \
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
    (Being, "being"),
    (HavePresent, "has have hasn't haven't 've i've we've they've you've"),
    (HavePast, "had hadn't"),
    (DoPresent, "do does don't doesn't"),
    (DoPast, "did didn't"),
    (Future, "will shall won't 'll he'll she'll it'll they'll we'll i'll"),
    (Modal, "could may might should must can cannot can't couldn't shouldn't ought"),
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
        Saying,
        "said says say saying told tells tell telling added adds stated states explained explains \
         noted notes commented comments remarked replied quoted wrote writes argued argues claimed \
         claims insisted insists recalled recalls reported reports reporting suggested suggests \
         estimated estimates believes believed thinks thought observed concluded concludes \
         stressed stresses emphasized emphasised acknowledged acknowledges asserted predicted \
         predicts expressed described describes cited citing mentioned indicated indicates \
         indicate spoke tweeted conceded maintained reiterated joked warned warns speculated \
         complained felt hinted",
    ),
    (
        Announcing,
        "announced announces announce confirmed confirms revealed reveals accused accuses admitted \
         apologised apologized declared declares denied denies disclosed promised pledged vowed \
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
        "not never no neither nor nobody none nothing without didn't doesn't don't wasn't weren't \
         isn't aren't hasn't haven't hadn't won't wouldn't couldn't can't cannot shouldn't n't \
         hardly barely",
    ),
    (Conditional, "if unless whether suppose assuming provided"),
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
        "but and so yet or however meanwhile moreover furthermore also nevertheless nonetheless \
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
         behind beyond toward towards upon via per despite including following off out outside \
         inside along above below beside besides like unlike as than amidst amongst regarding \
         concerning versus alongside aboard past up down except due because",
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
    (Onset, "since"),
    (Agent, "by"),
    (
        Present,
        "opens begins starts ends launches arrives expires resumes concludes takes goes comes \
         leaves becomes meets holds closes hosts kicks returns enters faces visits flies turns \
         votes gets makes gives sees brings",
    ),
    (Speaker, "i we you i've we've you've i'll we'll"),
    (Particle, "up down out off away apart aside along back together over"),
    (Within, "in near outside across throughout inside"),
    (Comparison, "than compared as like unlike"),
    (FirstName, FIRST_NAMES),
    (
        NameParticle,
        "van von de der den du da dos del della di la le al el bin ibn ben ter ten y abu",
    ),
    (
        Organisation,
        "inc corp corporation co company companies ltd plc llc gmbh ag sa group holdings bank \
         university college school institute ministry department agency council committee \
         commission congress parliament senate assembly party union association federation \
         organization organisation foundation society league club team court army navy force \
         forces police guard corps brigade airlines airways motors industries systems technologies \
         partners capital securities fund trust board bureau office authority administration \
         government news times post journal press daily telegraph guardian tribune herald magazine \
         radio television tv network church museum hospital center centre project program \
         programme alliance coalition movement front republicans democrats nations cross crescent \
         service services international national federal royal central supreme associated united \
         world global state states house white congressional reserve exchange street labs \
         laboratory studios entertainment media software games cup olympics festival award awards \
         prize act bill treaty war battle revolution programs mission apollo command squad task",
    ),
    (
        PlaceNoun,
        "city island islands river airport square mount mountain mountains lake sea ocean bay gulf \
         valley county province district region beach bridge park road avenue street harbor \
         harbour port peninsula strait desert coast canal village town fort cape base prison north \
         south east west northern southern eastern western central new san santa los las saint st \
         republic kingdom states upper lower great tower stadium hall palace castle plaza springs \
         falls hills heights",
    ),
    (
        NotAName,
        "american british english french german russian chinese japanese italian spanish soviet \
         israeli palestinian iraqi iranian syrian egyptian libyan turkish greek indian pakistani \
         afghan korean african european asian arab haitian mexican canadian australian dutch swiss \
         swedish polish irish scottish welsh cuban roman muslim christian jewish catholic islamic \
         christmas easter ramadan thanksgiving internet god earth web gmt utc est edt bst cet pst \
         pdt cdt cst ad bc bce ce i ok h1n1 republican democrat democratic americans russians \
         israelis taliban covid-19 aids hiv tv dvd cd pc ceo gdp vat editor",
    ),
    (
        Abbreviation,
        "mr mrs ms dr prof sen gov rep gen col maj capt lt sgt cpl pvt adm cmdr brig rev hon st mt \
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
        "also then still already just now soon later again once twice even ever never only not too \
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
];

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
    ("learn", "learnt", "learnt"),
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
    ("mow", "", "mown"),
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
    ("prove", "", "proven"),
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
    ("saw", "", "sawn"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("seek", "sought", "sought"),
    ("sell", "sold", "sold"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("sew", "", "sewn"),
    ("shake", "shook", "shaken"),
    ("shed", "shed", "shed"),
    ("shine", "shone", "shone"),
    ("shoot", "shot", "shot"),
    ("show", "", "shown"),
    ("shrink", "shrank", "shrunk"),
    ("shut", "shut", "shut"),
    ("sing", "sang", "sung"),
    ("sink", "sank/sunk", "sunk"),
    ("sit", "sat", "sat"),
    ("slay", "slew", "slain"),
    ("sleep", "slept", "slept"),
    ("slide", "slid", "slid"),
    ("slit", "slit", "slit"),
    ("sow", "", "sown"),
    ("speak", "spoke", "spoken"),
    ("speed", "sped", "sped"),
    ("spend", "spent", "spent"),
    ("spill", "spilt", "spilt"),
    ("spin", "spun", "spun"),
    ("split", "split", "split"),
    ("spoil", "spoilt", "spoilt"),
    ("spread", "spread", "spread"),
    ("spring", "sprang", "sprung"),
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
    ("swell", "", "swollen"),
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

const FIRST_NAMES: &str = "aaron abdul abdullah abraham adam adolf ahmed alan albert alberto alex alexander alexandra \
    alexei alfred ali alice alison allen amanda amy ana anders andre andrea andrew angela anita \
    ann anna anne anthony antonio arnold arthur asif augusto barack barbara barry bashar ben \
    benazir benjamin bernard betty bill billy bob boris brad brandon brian bruce buzz carl carlos \
    carol caroline catherine charles charlie charlotte chris christian christina christine \
    christopher claire clarence claude colin condoleezza conrad craig cristina cynthia dan daniel \
    david dean deborah denise dennis diana diane dick diego dmitri dmitry dominique donald donna \
    dorothy douglas dwight ed eddie edgar edward edwin elena elizabeth ellen emily emma emmanuel \
    eric erich erik ernest eugene eva evan felix fidel frances francis francisco francois frank \
    franklin fred frederick gabriel gary geoffrey george gerald gerard giovanni gordon graham greg \
    gregory guillermo gus hannah hans harold harry hassan heather heinrich helen helmut henri \
    henry herbert hillary hoda hosni howard hugh hugo ian ibrahim igor isaac ivan ivanka jack \
    jacob jacques james jamie jan jane janet jason javier jay jean jeff jeffrey jennifer jeremy \
    jerry jesse jessica jim jimmy joan joe joel johan johann john johnny jon jonathan jorge jose \
    josef joseph joshua juan judith judy julia julian julie karen karl kate katherine kathleen \
    keith kelly ken kenneth kevin kim kofi konrad kurt larry lars laura lauren laurent lawrence \
    lee leo leon leonid lewis linda lisa louis louise lucy luis luke lyndon mahmoud manuel marc \
    marco margaret maria marie mario mark marlon martha martin mary matt matthew max megan melanie \
    melissa michael michel michele michelle miguel mike mikhail mitt mohamed mohammed monica \
    muammar muhammad nancy naomi napoleon natalie nathan neil nelson nicholas nicolas nicole nigel \
    nikita nikolai norman olga oliver olivier omar osama oscar otto pablo pamela patricia patrick \
    paul paula pedro peter philip philippe pierre rachel ralph ray raymond rebecca rene ricardo \
    richard rick robert roberto robin roger roland ron ronald rosa rose roy rudolf russell ruth \
    ryan sally sam samuel sandra sara sarah scott sean sergei sergey sharon silvio simon sonia \
    sophie stanley stefan stephanie stephen steve steven stuart sue susan suzanne sylvia teresa \
    terry theodore theresa thomas tim timothy todd tom tommy tony tracy ulrich ulysses valentina \
    valery vanessa victor victoria viktor vincent virginia vladimir wally walter warren wayne \
    wendy wernher wilhelm will william winston yasser yuri yves zachary";
