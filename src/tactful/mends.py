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

from tactful.rulebook.book import RuleBook
from tactful.text import PICTOGRAPH, capitalise, fold

_SPACE_BEFORE_MARK = re.compile(r"[ \t]+([,.!?;:])(?=\s|$)")
_MANY_BLANKS = re.compile(r"[ \t]{2,}")
_LOOSE_COMMAS = re.compile(r"^[\s,;.!?\-\u2013\u2014]+|(?<=,)\s*,")
_SHOUTED = re.compile(r"\b[A-Z][A-Z']+\b")
_MARKS = re.compile(r"([!?.])(?:\s?[!?.])+")
_LONE_I = re.compile(r"(?<![\w'.-])i(?=$|[\s,;:!?]|['\u2019](?:m|ve|d|ll)\b)")


class Mender:
    """The replacements and transforms of every rule of a book, compiled when first used."""

    def __init__(self, book: RuleBook) -> None:
        self._book = book
        self._compiled: dict[str, list[tuple[Any, str]]] = {}

    def mend(self, text: str, rules: Iterable[str]) -> str:
        """Return the text with the mends of these rules; a rule without mends changes nothing."""
        mended = text
        for rule_id in rules:
            rule = self._book.rule_by_id[rule_id]
            for pattern, written in self._replacements(rule_id):
                mended = _replace(mended, pattern, written)
            for name in rule.transform:
                mended = TRANSFORMS[name](mended)
        return mended if mended == text else _tidy(mended)

    def tone_rules(self, tone: str) -> tuple[str, ...]:
        """Return the rules that speak only in this tone; their mends are what the tone sounds like."""
        return tuple(rule.id for rule in self._book.rules if tone in rule.when.get("tone", ()))

    def _replacements(self, rule_id: str) -> list[tuple[Any, str]]:
        if rule_id not in self._compiled:
            rule = self._book.rule_by_id[rule_id]
            self._compiled[rule_id] = [(re2.compile(find), written) for find, written in rule.replace]
        return self._compiled[rule_id]


@lru_cache(maxsize=4)
def mender_for(book: RuleBook) -> Mender:
    """Return the mender of a rule book."""
    return Mender(book)


def _replace(text: str, pattern: Any, written: str) -> str:
    folded = fold(text)
    pieces: list[str] = []
    position = 0
    for match in pattern.finditer(folded):
        start, end = match.span(1) if match.re.groups and match.start(1) >= 0 else match.span()
        if start < position or end == start:
            continue
        put = capitalise(written) if text[start].isupper() and not text[start : start + 2].isupper() else written
        pieces.extend((text[position:start], put))
        position = end
    return "".join((*pieces, text[position:])) if pieces else text


def _tidy(text: str) -> str:
    bare = _SPACE_BEFORE_MARK.sub(r"\1", _MANY_BLANKS.sub(" ", text))
    return _LOOSE_COMMAS.sub("", bare).strip()


def sentence_case(text: str) -> str:
    """Return the text with a capital at its start and for a lone «i»."""
    return capitalise(_LONE_I.sub("I", text))


def calm_shouting(text: str) -> str:
    """Return the text with words in capitals written small; short ones among small words stay."""
    letters = [character for character in text if character.isalpha()]
    shouted = sum(character.isupper() for character in letters) > len(letters) * 0.6
    if not shouted:
        return _SHOUTED.sub(lambda match: match.group() if len(match.group()) < 4 else match.group().lower(), text)  # noqa: PLR2004 - acronyms are short
    return sentence_case(_SHOUTED.sub(lambda match: match.group().lower(), text))


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
