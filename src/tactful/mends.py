"""Mends words that a rule has a replacement for, and nothing else.

The text of one sentence and the ids of the rules that fired enter; the mended text leaves.  Mends are
data of the rules, so that the composer, a model's loop and the ledger all see the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import re2

from tactful.facts import read_english_words
from tactful.rulebook.book import Rule, RuleBook
from tactful.rulebook.tagger import Matcher, matcher
from tactful.text import PICTOGRAPH, capitalise, fold

_SPACE_BEFORE_MARK = re.compile(r"[ \t]+([,.!?;:])(?=\s|$)")
_MANY_BLANKS = re.compile(r"[ \t]{2,}")
_LOOSE_COMMAS = re.compile(r"^[\s,;.!?\-\u2013\u2014]+|(?<=,)\s*,")
_LETTERED = re.compile(r"[^\W\d_](?:['\u2019]?[^\W\d_])+")
# What a word in small letters leaves of «CAN'T».
_LOUD_END = re.compile(r"(?<=[a-z]['\u2019])[A-Z]{1,2}\b")
# «may» and «march» are words as well.
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_MONTHS = frozenset(
    {"january", "february", "april", "june", "july", "august", "september", "october", "november", "december"}
)
_MARKS = re.compile(r"([!?.])(?:\s?[!?.])+")
# What stands in a replacement for the words that it replaces.
_FOUND = "{found}"
_QUOTED = re.compile(r'"[^"]*"')
_LONE_I = re.compile(r"(?<![\w'.-])i(?=$|[\s,;:!?]|['\u2019](?:m|ve|d|ll)\b)")


class Mender:
    """The replacements and transforms of every rule of a book, compiled when first used."""

    def __init__(self, book: RuleBook) -> None:
        self._book = book
        self._compiled: dict[str, tuple[Matcher, list[tuple[Any, str]]]] = {}
        self._of_tone: dict[str, tuple[str, ...]] = {}

    def mend(self, text: str, rules: Iterable[str]) -> str:
        """Return the text with the mends of these rules; a rule without mends, or off, changes nothing."""
        mended = text
        for rule_id in rules:
            rule = self._book.rule_by_id.get(rule_id)
            if rule is None:
                continue
            if rule.replace:
                mended = self._replaced(mended, rule)
            for name in rule.transform:
                mended = TRANSFORMS[name](mended)
        return mended if mended == text else _tidy(mended)

    def tone_rules(self, tone: str) -> tuple[str, ...]:
        """Return the rules that speak only in this tone; their mends are what the tone sounds like."""
        if tone not in self._of_tone:
            self._of_tone[tone] = tuple(
                rule.id for rule in self._book.rules if tone in rule.when.get("tone", ())
            )
        return self._of_tone[tone]

    def _replaced(self, text: str, rule: Rule) -> str:
        """Return the text with a rule's replacements, in their order; one look tells which can apply."""
        match, replacements = self._replacements(rule)
        spare = "tone" in rule.when
        applicable = frozenset(match(fold(text)) or ())
        for at, (pattern, written) in enumerate(replacements):
            if at in applicable:
                replaced = _replace(text, pattern, written, spare=spare)
                if replaced != text:
                    text = replaced
                    applicable = frozenset(match(fold(text)) or ())
        return text

    def _replacements(self, rule: Rule) -> tuple[Matcher, list[tuple[Any, str]]]:
        if rule.id not in self._compiled:
            finds = [find for find, _ in rule.replace]
            replacements = [(re2.compile(find), written) for find, written in rule.replace]
            self._compiled[rule.id] = (matcher(*finds), replacements)
        return self._compiled[rule.id]


@lru_cache(maxsize=4)
def mender_for(book: RuleBook) -> Mender:
    """Return the mender of a rule book."""
    return Mender(book)


def _replace(text: str, pattern: Any, written: str, *, spare: bool = False) -> str:
    """Return the text with what a pattern finds replaced; ``spare`` leaves quotes and names alone."""
    folded = fold(text)
    quotes = [found.span() for found in _QUOTED.finditer(folded)] if spare and '"' in folded else []
    pieces: list[str] = []
    position = 0
    for match in pattern.finditer(folded):
        start, end = match.span(1) if match.re.groups and match.start(1) >= 0 else match.span()
        if start < position or end == start:
            continue
        if spare and (_named(text, start) or any(first < end and start < last for first, last in quotes)):
            continue
        put = _written(written, text[start:end])
        if not put and start and text[end - 1] == "," and text[start] != ",":
            put = ","
        pieces.extend((text[position:start], put))
        position = end
    return "".join((*pieces, text[position:])) if pieces else text


def _written(written: str, found: str) -> str:
    """Return what is written for what was found: with its words, and with a capital where it has one."""
    opens = found[:1].isupper() and not found[:2].isupper()
    put = written.replace(_FOUND, found[:1].lower() + found[1:] if opens else found)
    return capitalise(put) if opens else put


def _named(text: str, start: int) -> bool:
    """Return whether a capital inside a sentence makes a name of what begins here; «I» is none."""
    start += len(text[start:]) - len(text[start:].lstrip())
    if not text[start].isupper() or not text[start + 1 : start + 2].islower():
        return False
    return text[:start].rstrip(" \t\"'(\u2018\u201c")[-1:] not in {
        "",
        ".",
        "!",
        "?",
        ":",
        "\n",
        "-",
        "\u2013",
        "\u2014",
    }


def _tidy(text: str) -> str:
    bare = _SPACE_BEFORE_MARK.sub(r"\1", _MANY_BLANKS.sub(" ", text))
    return _LOOSE_COMMAS.sub("", bare).strip()


def sentence_case(text: str) -> str:
    """Return the text with a capital at its start and for a lone «i»."""
    return capitalise(_LONE_I.sub("I", text))


def calm_shouting(text: str) -> str:
    """Return the text with words in capitals written small; short ones among small words stay."""
    text = _LOUD_END.sub(lambda end: end.group().lower(), text)
    letters = [character for character in text if character.isalpha()]
    shouted = sum(character.isupper() for character in letters) > len(letters) * 0.6
    if shouted:
        return sentence_case(_LETTERED.sub(_written_small, text))
    return _LETTERED.sub(lambda word: word.group().lower() if _is_loud(word.group()) else word.group(), text)


def _is_loud(word: str) -> bool:
    """Return whether a word is in capitals and longer than most abbreviations."""
    return len(word) > 3 and word.isupper()


def _written_small(word: re.Match[str]) -> str:
    """Return a shouted word in small letters, a name (no English word, or a day) with its capital."""
    if not word.group().isupper():
        return word.group()
    small = word.group().lower()
    is_name = small in _DAYS | _MONTHS or (small.isalpha() and small not in read_english_words())
    return small.capitalize() if is_name else small


def calm_punctuation(text: str) -> str:
    """Return the text with one mark where several stood, and no exclamation but a full stop."""

    def calm(match: re.Match[str]) -> str:
        return "?" if "?" in match.group() else "."

    return _MARKS.sub(calm, text)


def drop_pictographs(text: str) -> str:
    """Return the text without emoji."""
    folded = fold(text)
    return "".join(
        character for character, plain in zip(text, folded, strict=True) if plain != PICTOGRAPH
    ).replace("\ufe0f", "")


TRANSFORMS: dict[str, Callable[[str], str]] = {
    "sentence-case": sentence_case,
    "calm-shouting": calm_shouting,
    "calm-punctuation": calm_punctuation,
    "drop-pictographs": drop_pictographs,
    "drop": lambda _: "",
}
