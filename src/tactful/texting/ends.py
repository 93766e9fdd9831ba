"""Reads how a text message hails somebody and how it is signed.

The greeting, or the first or last sentence, and the names of the draft enter; the greeting or signature
leaves as it is written, with what is left of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tactful.draft.word_sets import word_set
from tactful.spelling import is_no_word
from tactful.text import capitalise
from tactful.texting.names import capitalised_names

FAMILIAR = word_set(
    "ttyl tty cya ciao bye byee laters bruv bro mate m8 pal hun babe luv love dude fam guys all lads chick"
)
_THANKS = word_set("tysm thx ty thanks thnx thanx thnks")
_NOBODY = word_set(
    "all team there everyone everybody sir madam guys folks both again ladies gents and & y'all"
)
_MOST_NAMES = 3
_FEWEST_LETTERS = 3
_INTRODUCING = r"(?:i'?m|i m|i am|its|it's|this is)"
_LETTER = r"(?:sir|madam|mam|ma'am|team|all|everyone)"
_HAIL = r"(?:ok(?:ay)?|k|right|so|omg|(?P<sure>yo|wass?up|whassup|sup|alrite|oi|hi|hey|hello|evenin|mornin))"
# «good evening madam i m jyothi»: the greeting, whom it names, and what follows.
_ADDRESSED = re.compile(
    rf"((?:good )?[^\s,]+)(.*?)(?:[\s,]+({_INTRODUCING}\s.*))?$", re.IGNORECASE | re.DOTALL
)
_POLITE = re.compile(
    rf"(?:good (?:morning|evening|afternoon|day)|hi|hello|dear|respected)\s+{_LETTER}\b[\s,.]*", re.IGNORECASE
)
_HAILED = re.compile(rf"^(?:{_HAIL}\b[\s,!.-]*)+(?P<name>.*?)[\s,.!?]*$", re.IGNORECASE)
_INTRODUCED = re.compile(
    r"(?P<says>it'?s|this is|i[' ]?m) (?P<name>[a-z]{3,}),?(?:\s+|\.?$)"
    r"(?!(?:from|here|again|the|and|n|at|who|with|that|of)\b)",
    re.IGNORECASE,
)
# «its jess (from the interview tues)»
_ASIDE = re.compile(r"\([^()]*\)\s*")
_BYE = (
    r"laters?|x{1,4}|xoxo|peace|(?:thn?x|thanks) (?:n|and|&) re?g(?:ar)?ds|re?g(?:ar)?ds"
    r"|[a\u00e0] bient[o\u00f4]t|ciao|adios|hasta luego"
)
# «thanks everyone», «love it»: these stand before other words than names as well.
_SAID_ELSEWHERE = (
    r"(?:lots of )?(?:love|luv)(?: ya| u| you| you all| u all)?|hugs|tysm|thx|ty|thanks|cheers|best"
)
_SIGNED = re.compile(
    rf"(?:^|[\s,.!]*\s)(?P<said>{_BYE}|(?P<elsewhere>{_SAID_ELSEWHERE}))[\s,]+"
    r"(?P<name>[a-z]+(?: [a-z]+)?)(?P<kissed>\s+x+)?[\s.!]*$",
    re.IGNORECASE,
)
_NO_SIGN_OFF = re.compile(r"(?:from|x+|xo(?:xo)?|later|laters|peace(?: out)?|bye|[\W\d_]*)", re.IGNORECASE)


# «soz becca cant do it»: sorry is said to somebody, and the writer says the rest.
_TURNED_TO = re.compile(
    r"(?P<said>soz|sorry|sry|thanks|thx|thanx|ty|ta|cheers)\s+(?P<name>[a-z]{3,})[\s,]+"
    r"(?:but\s+)?(?=(?:can|can'?t|cannot|won'?t|don'?t|didn'?t|gonna|gotta|not|i'?m|i'?ve|i)\b)",
    re.IGNORECASE,
)


def greeted(greeting: str, names: Sequence[str]) -> tuple[str, str, str]:
    """Return the word of a greeting, whom it names, and what follows it on the same breath."""
    found = _ADDRESSED.match(greeting)
    if found is None:
        return greeting, "", ""
    said, named, rest = found.groups()
    whom = "".join(
        part if part in _NOBODY or not part[:1].isalpha() else capitalise(part)
        for part in re.split(r"([\s-]+)", named.rstrip(" ,!.:\n-"))
    )
    return said, capitalised_names(whom, names), rest or ""


def hailed(text: str, names: Sequence[str]) -> tuple[str, str] | None:
    """Return the greeting that a first sentence is or begins with, and what is left of it; or nothing."""
    polite = _POLITE.match(text)
    if polite:
        return f"{capitalise(polite.group().rstrip(' ,.'))},", text[polite.end() :]
    turned = _TURNED_TO.match(text)
    if turned and (turned["name"] in names or is_no_word(turned["name"].casefold())):
        return f"Hi {capitalise(turned['name'])},", f"{turned['said']} but {text[turned.end() :]}"
    found = _HAILED.match(text)
    if found is None:
        return None
    name = found["name"]
    if name.casefold() in FAMILIAR:
        return "", ""
    sure = found["sure"] and len(name.split()) == 1 and len(name) >= _FEWEST_LETTERS
    if name and not (sure or name in names or is_no_word(name.casefold())):
        return None
    return (f"Hi {' '.join(map(capitalise, name.split()))}," if name else "Hello,"), ""


def introduced(text: str, names: Sequence[str]) -> tuple[str, str]:
    """Return how the writer gives a name, and the rest: «its marisol rly sorry it took so long»."""
    found = _INTRODUCED.match(text)
    if found is None or not (found["name"] in names or is_no_word(found["name"].casefold())):
        return "", text
    says = "This is" if found["says"].casefold() == "this is" else "It's"
    rest = text[found.end() :]
    aside = _ASIDE.match(rest)
    known = f" {aside.group().strip()}" if aside else ""
    return f"{says} {capitalise(found['name'])}{known}.", rest[aside.end() :] if aside else rest


def without_signature(text: str, names: Sequence[str]) -> tuple[str, str]:
    """Return the last sentence without the name that signs it, and the name: «laters, jai»."""
    signed = _SIGNED.search(text)
    if signed and _may_sign(signed, names):
        thanked = signed["said"] if signed["said"].casefold() in _THANKS else ""
        return f"{text[: signed.start()]}. {thanked}".strip(". "), signed["name"]
    bare = text.strip(" .!")
    words = re.split(r"[ -]", bare)
    if len(words) <= _MOST_NAMES and bare.islower() and all(map(is_no_word, words)):
        return "", bare
    return text, ""


def _may_sign(signed: re.Match[str], names: Sequence[str]) -> bool:
    """Return whether the words after a sign-off are a name; after kisses and «laters» any are."""
    if not signed["elsewhere"] or signed["kissed"]:
        return True
    return all(word in names or is_no_word(word.casefold()) for word in signed["name"].split())


def foot(sign_off: str, sender: str) -> str:
    """Return sign-off and signature as a letter has them; nothing where nobody signs."""
    sender = sender.strip(" .!\n").removesuffix(" xx").removesuffix(" x")
    if not sender or sender.casefold() in FAMILIAR | _THANKS:
        return ""
    said = sign_off.strip(" ,.!-\n")
    said = "Kind regards" if _NO_SIGN_OFF.fullmatch(said) else capitalise(said)
    signed = sender if sender != sender.casefold() else " ".join(map(capitalise, sender.split(" ")))
    return f"{said},\n{signed}"
