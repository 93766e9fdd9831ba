"""Text primitives: folding one to one, words, and the small repairs of sentence edges.

A string enters; a folded copy of the same length, word spans or a mended string leaves.  The folded
copy is what every pattern runs on: ASCII, lower case, accents and curly quotes replaced one to one,
so that a span in it is the same span in the original.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# One control character stands for a pictograph, so that patterns on folded text can name it.
PICTOGRAPH = "\x01"

_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_STROKED = {"\u00f8": "o", "\u00df": "s", "\u0142": "l", "\u0111": "d", "\u00e6": "a", "\u0153": "o",
            "\u0131": "i", "\u00fe": "t", "\u00f0": "d"}  # fmt: skip

# Letter-like signs, arrows, mathematics; pictures of controls, frames, bullets: no pictographs.
_PLAIN_SYMBOLS = (range(0x2100, 0x2300), range(0x2400, 0x2600))


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


def _fold_character(character: str) -> str:
    if character in _SINGLE_QUOTES:
        return "'"
    if character in _DOUBLE_QUOTES:
        return '"'
    if character in _DASHES:
        return "-"
    if character.isspace():
        return " "
    lower = character.lower()
    base = _STROKED.get(lower[0]) or unicodedata.normalize("NFKD", lower)[0]
    if base.isascii():
        return base.lower()
    if base.isalpha():
        return "x"
    category = unicodedata.category(character)
    if category in {"So", "Sk", "Cs"} and ord(character) > 0x2000:
        return "." if any(ord(character) in block for block in _PLAIN_SYMBOLS) else PICTOGRAPH
    return "0" if category == "Nd" else " " if category[0] in "ZC" else "."


class _FoldTable(dict[int, str]):
    """Fills itself: each character is worked out once."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


_FOLD_TABLE = _FoldTable()
_SURROGATE = re.compile("[\ud800-\udfff]")
# XML 1.0 has no place for these.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Longer texts are no sentences, and not kept.
_SENTENCE = 400
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")


def fold(text: str) -> str:
    """Return an ASCII lower-case copy of the same length, on which patterns run."""
    return text.translate(_FOLD_TABLE)


def without_surrogates(text: str) -> str:
    """Return the text, with a sign in the place of each lone surrogate: no pattern can run on those."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def xml_text(text: str) -> str:
    """Return the text, with a sign in the place of each character that XML cannot hold, not even escaped."""
    return _NOT_XML.sub("\ufffd", text)


def words(text: str) -> list[str]:
    """Return the words of a text, in order; an inner apostrophe belongs to its word."""
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """Return how many words a text has; sentences are counted by many rules, so their counts are kept."""
    return _counted(text) if len(text) <= _SENTENCE else len(_WORD.findall(text))


@lru_cache(maxsize=2048)
def _counted(text: str) -> int:
    return len(_WORD.findall(text))


def capitalise(sentence: str) -> str:
    """Return the sentence with its first letter in upper case, and all else as it was."""
    for index, character in enumerate(sentence):
        if character.isalpha():
            return sentence[:index] + character.upper() + sentence[index + 1 :]
        if character.isdigit():
            break
    return sentence


def close_sentence(sentence: str) -> str:
    """Return the sentence with a full stop where it lacks an end mark."""
    bare = sentence.rstrip(" ,;:-\u2013\u2014\n")
    if not bare or bare[-1] in '.!?\u2026)"\u201d':
        return bare
    return bare + "."
