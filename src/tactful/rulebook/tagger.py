"""Finds the tags of a stretch of text.

Expressions and their gates enter; a ``Tagger`` leaves that turns folded text into a mask, one bit a
tag.  Of several thousand alternatives only those are tried whose rarest words stand in the text: an
automaton of all of them at once has too many states to be built for each new text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import re2

from tactful.rulebook.detector import numbers
from tactful.rulebook.shapes import DIGIT

_TOKENS = re.compile(r"\w+|[^\w\s,.'-]", re.ASCII)
_HAS_DIGIT = re.compile("[0-9]")
_PHRASE = re.compile(r"[a-z0-9_]+(?: \+[a-z0-9_]+)+")
_BLANKS = re.compile("  +")

# Enough for any of our own expressions; RE2 gives up on a set that needs more.
MEMORY = 32 << 20
# What is kept of texts and words seen before.
MOST_TEXTS = 4096
LONGEST_TEXT = 400
MOST_WORDS = 50_000
LONGEST_WORD = 40
# A longer stretch is tried with whole expressions: there are fewer of them.
LONG_TEXT = 2000

Matcher = Callable[[str | bytes], Any]
Told = tuple[int, list[int]]


def options(memory: int = MEMORY) -> Any:
    """Return RE2's options: without memory for long word lists it falls back to a slow engine."""
    chosen = re2.Options()
    chosen.log_errors = False
    chosen.max_mem = memory
    return chosen


def matcher(*expressions: str) -> Matcher:
    """Return a function that gives the numbers of the expressions that match, or nothing."""
    patterns: Any = re2.Set.SearchSet(options())
    for expression in expressions:
        patterns.Add(expression)
    patterns.Compile()
    match: Matcher = patterns.Match
    return match


class Tagger:
    """Tags text by gates and, where these are open, by RE2."""

    def __init__(self, expressions: Sequence[str], gates: Mapping[str, Any]) -> None:
        self._expressions = expressions
        self._units: list[str] = gates["units"].split("\n")
        self._often: int = gates["often"]
        self._bits = [0] * len(self._units)
        self._always = sum(1 << tag for tag in gates["always"])
        self._words = _Words(len(expressions), gates)
        self._tries: list[str | Matcher | None] = [None] * len(self._units)
        self._tag_matchers: dict[int, Matcher] = {}
        self._seen: dict[str, int] = {}

    def mask(self, text: str) -> int:
        """Return the tags of a stretch of folded text."""
        found = self._seen.get(text)
        if found is None:
            found = self._find(text)
            if len(text) <= LONGEST_TEXT:
                if len(self._seen) >= MOST_TEXTS:
                    self._seen.clear()
                self._seen[text] = found
        return found

    def _find(self, text: str) -> int:
        everything, words = 0, self._words
        seldom: list[int] = []
        pairs: dict[str, str | Told] = {}
        for token in _TOKENS.findall(text):
            pair = pairs.get(token)
            if pair is not None:
                both, units = pairs[token] = words.told(pair) if isinstance(pair, str) else pair
                everything |= both
                seldom += units
            mask, units, pairs = words[token]
            everything |= mask
            seldom += units
        tags = len(self._expressions)
        found = everything & ((1 << tags) - 1)
        opened = dict.fromkeys((*self._open_units(everything >> tags), *seldom))
        if len(text) > LONG_TEXT:
            return found | self._whole(text, {tag for unit in opened for tag in self._place(unit)[3:]})
        return self._tried(text, opened, found | self._whole(text, numbers(self._always & ~found)))

    def _open_units(self, planes: int) -> list[int]:
        """Return the units with frequent words of which each set has a word in the text."""
        count = self._often
        held = planes & planes >> count & planes >> 2 * count & ((1 << count) - 1)
        return numbers(held)

    def _tried(self, text: str, units: Iterable[int], found: int) -> int:
        """Return the tags found, with those whose units match."""
        single = _BLANKS.sub(" ", text)
        raw = text.encode()
        bits, tries = self._bits, self._tries
        for unit in units:
            tags = bits[unit] or self._bits_of(unit)
            if found & tags == tags:
                continue
            attempt = tries[unit] or self._prepared(unit)
            if _stands_in(attempt, single) if isinstance(attempt, str) else attempt(raw):
                found |= tags
        return found

    def _place(self, unit: int) -> list[int]:
        """Return where a unit starts and ends in the expression of its first tag, its edges, its tags."""
        return [int(number) for number in self._units[unit].split()]

    def _bits_of(self, unit: int) -> int:
        bits = self._bits[unit] = sum(1 << tag for tag in self._place(unit)[3:])
        return bits

    def _prepared(self, unit: int) -> str | Matcher:
        """Return what tries a unit, made once: the phrase itself where it is a plain one."""
        start, end, edges, tag, *_ = self._place(unit)
        inner = self._expressions[tag][start:end]
        attempt: str | Matcher
        if edges == 3 and _PHRASE.fullmatch(inner):
            attempt = inner.replace("+", "")
        else:
            attempt = matcher(("\\b" if edges & 1 else "") + f"(?:{inner})" + ("\\b" if edges & 2 else ""))
        self._tries[unit] = attempt
        return attempt

    def _whole(self, text: str, tags: Iterable[int]) -> int:
        """Return those of the tags whose whole expression matches."""
        found = 0
        raw = text.encode()
        for tag in tags:
            match = self._tag_matchers.get(tag)
            if match is None:
                match = self._tag_matchers[tag] = matcher(self._expressions[tag])
            if match(raw):
                found |= 1 << tag
        return found


class _Words(dict[str, tuple[int, list[int], dict[str, str | Told]]]):
    """What each word or sign of a text tells, worked out once.

    The mask holds the tags that the word is a match of and, above these, three planes of one bit for
    each unit with frequent words: which of its sets hold the word.  The list holds the other units.
    The same is told of the words that may follow, when one first does: until then it is a list of
    numbers.
    """

    def __init__(self, tags: int, gates: Mapping[str, Any]) -> None:
        super().__init__()
        self._tags = tags
        self._often: int = gates["often"]
        self._matches = _by_word(gates["words"])
        self._exact = _by_word(gates["exact"])
        self._pairs = _by_word(gates["pairs"])
        self._starts = _by_word(gates["starts"])
        self._ends = _by_word(gates["ends"])
        self._inside = _by_word(gates["inside"])
        self._longest = max(map(len, (*self._starts, *self._ends)), default=0)
        self._told: dict[str, Told] = {}

    def _opened(self, word: str) -> Iterator[str]:
        """Yield lists of the numbers of what a word opens, as ``gates.opened_by`` gives them."""
        starts, ends = self._starts, self._ends
        yield self._exact.get(word, "")
        for length in range(1, min(len(word), self._longest) + 1):
            if (start := word[:length]) in starts:
                yield starts[start]
            if (end := word[-length:]) in ends:
                yield ends[end]
        yield from [self._inside[inside] for inside in self._inside if inside in word]
        if _HAS_DIGIT.search(word):
            yield self._exact.get(DIGIT, "")

    def told(self, opened: str) -> Told:
        """Return what a list of numbers stands for; many words share their first or last letters."""
        found = self._told.get(opened)
        if found is None:
            mask, planes = 0, 3 * self._often
            units: list[int] = []
            for number in map(int, opened.split()):
                if number < planes:
                    mask |= 1 << number + self._tags
                else:
                    units.append(number - planes + self._often)
            found = self._told[opened] = mask, units
        return found

    def __missing__(self, word: str) -> tuple[int, list[int], dict[str, str | Told]]:
        mask = 0
        units: list[int] = []
        for opened in self._opened(word):
            both, more = self.told(opened)
            mask |= both
            units += more
        for tag in self._matches.get(word, "").split():
            mask |= 1 << int(tag)
        told = (mask, units, _by_word(self._pairs.get(word, ""), "\t"))
        if len(word) <= LONGEST_WORD:
            if len(self) >= MOST_WORDS:
                self.clear()
            self[word] = told
        return told


def _by_word(lines: str, between: str = "\n") -> dict[str, Any]:
    parts = (line.partition(" ") for line in lines.split(between)) if lines else ()
    return {word: rest for word, _, rest in parts}


def _stands_in(phrase: str, text: str) -> bool:
    """Return whether a phrase stands in a text with no part of a word before or behind it."""
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not (at and _is_word(text[at - 1])) and not (end < len(text) and _is_word(text[end])):
            return True
        at = text.find(phrase, at + 1)
    return False


def _is_word(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character == "_")
