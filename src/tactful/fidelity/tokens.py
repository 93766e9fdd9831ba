"""Content words: what is compared when two texts are held against each other.

Text enters; folded content words leave, contractions taken apart, negations kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tactful.rulebook.book import RuleBook
from tactful.text import fold

_TOKEN = re.compile(r"[a-z0-9]+(?:[.@/:_&+-][a-z0-9]+)*")
_CONTRACTIONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"\b(?:can'?t|cannot)\b", "can not"),
        (r"\bunable\b", "not able"),
        (r"\bimpossible\b", "not possible"),
        (r"\bwon'?t\b", "will not"),
        (r"\bshan'?t\b", "shall not"),
        (r"(?<=[a-z])n't\b", " not"),
        (r"\b(do|does|did|is|are|was|were|has|have|had|would|could|should)nt\b", r"\1 not"),
        (r"'(?:m|re|ve|ll|d|s)\b", " "),
        (r"\b(?:im)\b", "i am"),
        (r"\by'?all\b", "you"),
        (r"\btoo(?=\s*(?:[,.;:!?)]|$))", " "),
        (r"\b(?:ive)\b", "i have"),
    )
)
_WORD = re.compile(r"[^\W_]+")
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "january february march april june july august september october november december"
_IN_FULL = {word[:3]: word for word in f"{_DAYS} {_MONTHS}".split()} | {
    "tues": "tuesday",
    "weds": "wednesday",
    "thur": "thursday",
    "thurs": "thursday",
    "sept": "september",
}
_DIGITS = "two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = {
    f"{ten}ty": f"{at}0"
    for at, ten in enumerate(("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"), start=2)
}
# «One» is as often no number.
_FIGURES = {word: str(at) for at, word in enumerate(f"{_DIGITS} {_TEENS}".split(), start=2)} | _TENS
_COMPOUND = re.compile(rf"\b({'|'.join(_TENS)})-(one|{_DIGITS.replace(' ', '|')})\b")
# «May» is a verb as well, but not beside a day.
_DATED = "|".join((*_MONTHS.split(), "may"))
_DATE = re.compile(
    rf"\b(?:the )?(?P<day>\d{{1,2}}) (?:of )?(?P<month>{_DATED})\b"
    rf"|\b(?P<month_first>{_DATED}) (?:the )?(?P<day_after>\d{{1,2}})\b"
)
# «5 pm», «5.30 p.m.», «11am»: the same as «17:00», «17:30», «11:00».
_TIME = re.compile(r"\b(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?")
_NOON = 12
_UNITS = {f"{unit}s": unit for unit in ("hour", "day", "week", "month", "year", "minute", "euro", "pound")}
# One person is written to as Sir or as Mr, and as Mrs or as Ms.
_TITLES = {
    **dict.fromkeys(("mister", "sir", "shri", "sri", "herr"), "mr"),
    **dict.fromkeys(("mrs", "miss", "madam", "madame", "mme", "frau"), "ms"),
    "doctor": "dr",
    "professor": "prof",
}
_TITLE_TWICE = re.compile(r"\b(mr|ms|dr|prof)(?: \1)+\b")
_FORMS = _TITLES | _IN_FULL | _UNITS | _FIGURES | {"per": "a"}
NEGATIONS = frozenset(
    {
        "not",
        "no",
        "never",
        "without",
        "nothing",
        "none",
        "nor",
        "neither",
        "nobody",
        "cannot",
        "hardly",
        "unable",
    }
)


@lru_cache(maxsize=4)
def function_words(book: RuleBook) -> frozenset[str]:
    """Return the words that carry no content."""
    return frozenset(book.lexicon("fact-function-words"))


@lru_cache(maxsize=1024)
def expand(folded: str) -> str:
    """Return folded text with its contractions taken apart."""
    for pattern, written in _CONTRACTIONS:
        folded = pattern.sub(written, folded)
    return folded


def content_words(text: str, book: RuleBook) -> list[str]:
    """Return the content words of a text, in order, negations among them."""
    empty = function_words(book)
    words = _TOKEN.findall(_in_figures(expand(fold(text))))
    return [_in_figure(token) for token in words if token not in empty]


def parts_of(token: str) -> list[str]:
    """Return the words of a compound, numbers in figures."""
    return [_in_figure(part) for part in token.split("-") if part]


def negations(tokens: Sequence[str]) -> int:
    """Return how many of the words negate."""
    return sum(token in NEGATIONS for token in tokens)


def plain(text: str) -> str:
    """Return folded text with single blanks and no marks, so that what is the same reads the same.

    Titles are of one form; days and months stand in full, the day before the month; units in the singular;
    numbers in figures.
    """
    words = " ".join(_in_one_form(word) for word in _WORD.findall(_in_figures(fold(text))))
    return _TITLE_TWICE.sub(r"\1", _DATE.sub(_day_first, words))


def _in_one_form(word: str) -> str:
    return _FORMS.get(word) or (_ORDINAL.sub(r"\1", word) if word[0].isdigit() else word)


def _in_figure(word: str) -> str:
    return _FIGURES.get(word) or (_ORDINAL.sub(r"\1", word) if word[0].isdigit() else word)


def _in_figures(folded: str) -> str:
    """Return folded text with numbers of two words («twenty-five») in figures, and times as on a clock."""
    if "m" in folded:
        folded = _TIME.sub(_by_the_clock, folded)
    if "ty-" not in folded:
        return folded
    return _COMPOUND.sub(lambda found: f"{_TENS[found[1]][0]}{_FIGURES.get(found[2], '1')}", folded)


def _by_the_clock(found: re.Match[str]) -> str:
    hour = int(found["hour"]) % _NOON + (_NOON if found["half"] == "p" else 0)
    return f"{hour}:{found['minute'] or '00'}"


def _day_first(found: re.Match[str]) -> str:
    return f"{found['day'] or found['day_after']} {found['month'] or found['month_first']}"


def is_subsequence(inner: Sequence[str], outer: Sequence[str]) -> bool:
    """Return whether all of ``inner`` stands in ``outer``, in its order."""
    rest = iter(outer)
    return all(token in rest for token in inner)
