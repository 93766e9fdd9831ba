"""The set words of openings and closings, and the test whether words can be a name.

Nothing enters; word sets and compiled patterns on folded text leave.
"""

from __future__ import annotations

import re

from tactful.draft.word_sets import word_set

GREETING = re.compile(
    r"(?:hi+|hey+|hello+|hiya|heya|howdy|yo|hallo|dear(?:est)?|greetings|hola|bonjour|salut|ciao|moin|"
    r"good (?:morning|afternoon|evening|day)(?: to you(?: all)?)?|"
    r"guten (?:tag|morgen)|sehr geehrte[rs]?|liebe[r]?|gm|morning|afternoon|evening)\b"
)
CONCERN = re.compile(
    r"(?:to whom(?:so)?(?:ever)? (?:it|this) (?:(?:may|might) concern|concerns)"
    r"|(?:for|to) the (?:kind )?attention of [^,:.!\n]{2,60}"
    r"|(?:attn|attention|fao)\b(?:[:.]+ ?[^,:!\n]{2,40})?)\b[^\w\s]*"
)

TITLES = word_set(
    """
    mr mister mrs ms miss mx dr prof professor sir madam madame sr sra herr frau mme mlle rev st dipl-ing ing
    capt lt col sgt hon monsieur senor senora
    """
)
PARTICLES = word_set(
    """
    von van der den de del della di da do das dos du la le el al bin ibn ten ter zu zum y e 't
    """
)
ADDRESSED = word_set(
    """
    there all team everyone everybody both folks guys hiring manager managers committee recruiting
    recruiter recruitment talent people hr department selection board panel sir madam colleagues friends
    neighbours neighbors ladies gentlemen and or & the of at concerned again
    """
)
NOT_NAMES = word_set(
    """
    um umm uh uhm er erm hmm ehm
    a about above absolutely accept accepted accepting actually after afraid again ago ah alas all
    almost already also although always am an and another any anybody anyone anything anyway apologies
    apologise apologize appreciate are aren't as ask asking at aw awesome back bad basically be because
    been before being believe below best better between big both but by bye call came can can't cannot
    cant care cheers clearly clown come coming consider considering could couldn't cos coz cuz cya damn
    day days deal decent decided decision declined decline declining definitely did didn't didnt
    disgrace disgraceful do does doesn't doesnt doing don't done dont due each easy either else enough
    even ever every everyone everything exactly excited expected far feel few finally fine first firstly
    following for forget forever forward found frankly free from fun further fyi get gets getting give
    given gl glad go going gonna good goodbye got gotta grateful great greetings had happy hard has hate
    have haven't having he hello help her here hey hi him his hmm home honestly honoured honored hope
    hopefully hoping how however i i'd i'll i'm i've id idk if ignore ill im imho imo in indeed instead
    interested into is isn't it it's its ive job joke just k keep kind know lame last lastly late later
    least lend less let let's lets like listen little lmao lol long look looking lot loved lovely luck
    made make many may maybe me mean might mine money more most much must my myself need neither never
    next nice no nobody none nope nor not nothing now obviously of off offer offers oh ok okay old omg
    on once one only onto or other our ours out over overall own pass passing pathetic people perhaps
    personally plain please pls plz plus ps quick quite rather re read really received refuse regarding
    regards reject rejected ridiculous right rip rude sad sadly said same saw say saying secondly see
    seems send sent seriously shall shame she should shouldn't sick signed since so some somebody
    someone something soon sorry speak speaking sry still stop such suck sucks sure system take taken
    talk tbh tell thank thankful thanks that that's thats the their them then there there's theres
    therefore these they they're think this those though thought through thx till time to today told
    tomorrow too took tried truly try trying turn turning ty u ugh unacceptable under unfortunately
    unless until up upon ur us very via wait waiting want wanted was wasn't waste wasted way we we'd
    we'll we're we've well went were what whatever when where whereas whether which while who whom why
    will wish wishing with withdraw withdrawing without won't wont work worst would wouldn't wow writing
    wrong wtf ya yeah yep yes yesterday yet you you'd you'll you're you've your yours xx thing things
    stuff week month year offering interview process role position salary pay company notes reply draft
    per upset lies liars liar scam joking ever welcome congrats congratulations kindly ta x xx xxx
    """
)

_WARMTH = r"(?:(?:very|all|best|kind(?:est)?|warm(?:est)?|kindly|sincere|friendly|cordial|good) )"
_CLOSING_STRONG = (
    rf"(?:with |and |our |my )*{_WARMTH}*(?:regards?|rgds|regds|rgrds)"
    r"(?: and (?:many |best |all |good )*(?:wishes|thanks))?"
    rf"|(?:with )?(?:my |our )?{_WARMTH}+wishes(?: and regards)?"
    r"|(?:yours |very |most )*(?:sincerely|faithfully|truly|respectfully|cordially|gratefully)(?: yours)?"
    r"|(?:with|in) (?:all |due |much |great |deep |utmost |the utmost |my )*"
    r"(?:respect|friendship|gratitude|appreciation)"
    r"|(?:i remain,? )?your (?:most |ever |very )*"
    r"(?:devoted|obedient|faithful|loyal|affectionate|obliged|humble)"
    r"|(?:mit )?(?:freundlichen?|viele|liebe|beste|herzlichen?) grus+en?|hochachtungsvoll|mfg"
    r"|(?!(?:please|give|pass|send|say|my|our|with|and)\b)(?:[a-z'-]+ ){1,3}(?:regards|greetings)"
    r"|over and out|farewell|adieu|adios|au revoir|good day(?: to you)?|in haste|so long|tata|toodle-?oo"
    r"|cordialement|saludos|cheers|cheerio|br|kr|brgds|warmly"
)
_CLOSING_WEAK = (
    r"(?:with |many |best |my |and |so )*(?:thanks|thank you|thx|ty|thank u)"
    r"(?: (?:again|in advance|so much|very much|a lot|a million|"
    r"and (?:kind |best |warm )?(?:regards|wishes)))?"
    r"|best|all (?:the|my) (?:very )?best|atb|take care|(?:speak|talk|chat|see you|see ya) (?:soon|later)"
    r"|bye|goodbye|good bye|ta(?: x+)?|love|hugs|ciao|later|peace|lg|vg|xoxo|x+|yours"
    r"|until then|from|have a (?:good|great|nice|lovely) (?:day|week|weekend|one)"
)
_CLOSING_FREE = (
    r"(?:yours|thine|with) (?:[a-z]+ ){0,6}[a-z]+"
    r"|(?:i (?:am|remain)|i have the honou?r to (?:be|remain)|believe me|ever|prostrate),(?: [a-z,'-]+){1,10}"
    r"|(?:i (?:am|remain),? |ever |prostrate )?(?:your|thy) (?:[a-z'-]+,? ){0,6}"
    r"(?:servant|vassal|handmaid|handmaiden|friend|admirer|debtor|supplicant|subject|disciple|devotee|slave"
    r"|well-wisher|scribe|pupil)"
)

CLOSING_LINE = re.compile(
    rf"(?:(?P<strong>{_CLOSING_STRONG})|(?P<weak>{_CLOSING_WEAK})|(?P<free>{_CLOSING_FREE})(?=,))"
    r"(?P<mark>\s*[,!.\x01~-]*)$"
)
CLOSING_START = re.compile(
    rf"(?:(?P<strong>{_CLOSING_STRONG})|(?P<weak>{_CLOSING_WEAK}))(?P<mark>\s*[,!.:\x01-]*)\s+(?=\S)"
)
CLOSING_INSIDE = re.compile(
    r"\s(?P<closing>cheers|(?:(?:best|kind|warm) )?regards|(?:yours )?sincerely|x{2,}|xoxo)(?P<mark>,?)\s+"
    r"(?=\S+(?: \S+)?$)"
)

_WORD = re.compile(r"[^\s,;:!?()\"]+")
_OUTBURST = re.compile(r"(?:able|ible|ful|less|ous|ing|tion|ness|fully|tic)$")
_NAME_LETTERS = re.compile(r"[a-z][a-z.'-]*")
# «al-Hashimi», «d'Arc»
_JOINED = re.compile(r"[a-z]{1,3}[-'\u2019][^\W\d_a-z]")
MOST_NAME_WORDS = 5


def may_be_name(text: str, folded: str, *, lower: bool = False, most: int = MOST_NAME_WORDS) -> bool:
    """Return whether these words can be a person's name; ``lower`` allows small letters."""
    bare = folded.split()
    if not 0 < len(bare) <= most:
        return False
    for word, key in zip(text.split(), bare, strict=False):
        if not _may_be_name_word(word, key.strip(".,!:;()~\x01"), lower=lower):
            return False
    return not (len(bare) == 1 and _OUTBURST.search(bare[0]))


def _may_be_name_word(word: str, key: str, *, lower: bool) -> bool:
    if word[0] in "[{<":
        return True
    if key in TITLES or key in PARTICLES:
        return True
    if key in NOT_NAMES or not _NAME_LETTERS.fullmatch(key):
        return False
    return lower or word[0].isupper() or _JOINED.match(word) is not None


def name_words(folded: str) -> list[str]:
    """Return the words of a folded piece as they are looked up in the sets above."""
    return [word.strip(".") for word in _WORD.findall(folded)]
