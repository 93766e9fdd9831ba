"""Writes names, days and initials with the capitals that a text message leaves out.

A piece of text and the names of the draft enter; the piece leaves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tactful.draft.model import Draft
from tactful.draft.word_sets import word_set
from tactful.result import Fact
from tactful.text import capitalise, fold
from tactful.texting.words import spelled_out

_NAMES = frozenset({"person", "organisation", "place"})
_SMALL = word_set("of and the de la le van von der den du di da al el y & 's")
_CAPITAL = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september"
    r"|october|november|december|christmas|easter|english|french|german|spanish|polish|irish|welsh|scottish)s?"
)
_TITLE = r"(?:mr|mrs|ms|miss|dr|prof)\.? [a-z]+(?:'s)?"
# «14 march»: elsewhere the two are words.
_DATED = r"(?:(?<=\d )|(?<=\dth )|(?<=\dst )|(?<=\dnd )|(?<=\drd ))(?:march|may)"
_INITIALS = (
    r"(?:nhs|hgv|lgv|hr|uk|usa|eu|cv|qa|nvq|gcse|btec|dbs|crb|ppe|nyc|pdf|cctv|gp|rn|lpn|cna|hvac"
    r"|cdl|sql|p45|p60)"
)
# «bbc», «kpmg», and on a card «cscs».
_ONLY_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,5}")
_INITIALS_ONLY = re.compile(
    r"(?<![\w'@./-])(?!hm+\b|sh+\b|br+\b|gr+\b|pf+t\b|ps+t\b|nth\b|mth?s\b|x+\b)"
    r"[bcdfghjklmnpqrstvwxz]{3,5}(?![\w'@/-]|\.\w)"
)
_FEWEST_LETTERS = 3
_GUESSED = {
    "organisation": re.compile(r"\b(?:of|for|than)\s+$"),
    "person": re.compile(r"\b(?:the|a|an|no|any|some|this|that)\s+$"),
}
_STREET = re.compile(
    r"\d+[a-z]? [a-z ]+(?:st|street|rd|road|ave|avenue|ln|lane|close|drive|way|court|terrace)"
)
_KNOWN = re.compile(
    rf"(?<![\w'@./-])(?:(?P<word>{_CAPITAL}|{_TITLE}|{_DATED})|(?P<initials>{_INITIALS}))(?![\w@/-]|\.\w)"
)


def capitalised_names(text: str, names: Iterable[str]) -> str:
    """Return the text with names, days and initials as they are written."""
    text = _INITIALS_ONLY.sub(lambda one: one.group().upper(), _KNOWN.sub(_known, text))
    for name in names:
        text = re.sub(rf"(?<![\w@.]){re.escape(name)}(?![\w@])", _titled(name), text)
    return text


def _known(found: re.Match[str]) -> str:
    return found.group().upper() if found["initials"] else _titled(found.group())


def small_names(draft: Draft, facts: Iterable[Fact]) -> tuple[str, ...]:
    """Return the names of a draft that are written in small letters, the longest first.

    A word after «of» or «for» is a guess at a company, and as often some other word.
    """
    names = {
        one.text
        for one in facts
        if one.text == fold(one.text)
        and len(one.text.strip()) >= _FEWEST_LETTERS
        and (one.type in _NAMES or _STREET.fullmatch(one.text))
        and not _is_guess(one, draft)
    }
    names = {name for one in names for name in _as_spelled(one)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _as_spelled(name: str) -> tuple[str, ...]:
    """Return a name as it stands and as its words are spelled out; a short form alone is none: «arvo»."""
    spelled = spelled_out(name).partition(",")[0]
    return (name, spelled) if " " in name or spelled == name else ()


def _is_guess(one: Fact, draft: Draft) -> bool:
    """Return whether the word before makes it doubtful that a small word is a name: «taking the mick»."""
    before = draft.folded[max(0, one.span.start - 8) : one.span.start]
    return one.type in _GUESSED and bool(_GUESSED[one.type].search(before))


def _titled(name: str) -> str:
    words = name.split(" ")
    if len(words) == 1 and _ONLY_CONSONANTS.fullmatch(name):
        return name.upper()
    return " ".join(word if at and word in _SMALL else capitalise(word) for at, word in enumerate(words))
