r"""Takes an expression apart into the shapes that its matches can have.

An RE2 expression enters; a tree leaves whose parts tell their shapes.  A shape is what a match looks
like where everything but its words and signs is left open: «not\s+(?:a|the) +fit\w*» has the shapes
«not a fit?» and «not the fit?», with ``?`` for what may be anything.
"""

from __future__ import annotations

import re
import string
from abc import ABC
from collections.abc import Iterable
from functools import lru_cache

# What a shape is made of, beside the letters, digits and signs that stand for themselves.
BREAK = " "  # something that is no part of a word
EDGE = "\x02"  # nothing, at the start or the end of a word
UNKNOWN = "\x03"  # anything, or nothing
DIGIT = "\x04"
_OPEN = (UNKNOWN, DIGIT)

WORD_CHARACTERS = frozenset(string.ascii_lowercase + string.digits + "_")
# Signs too frequent to tell anything; the tokens of a text leave them out.
PLAIN_SIGNS = frozenset(" \t\n\r\f\v,.'-")
# More shapes than these are not worth the time: the part is then split, or left open.
MOST_SHAPES = 24
LONGEST_RUN = 4

_PIECE = re.compile(
    r"[a-z0-9_]+(?![a-z0-9_?*+{])| \+(?!\?)"
    r"|\\x\{[0-9A-Fa-f]+\}|\\x[0-9A-Fa-f]{2}|\\.|\[\^?\]?(?:\[:\w+:\]|\\.|[^\]\\])*\]|\(\?:|\(\?|\{\d+(?:,\d*)?\}|.",
    re.DOTALL,
)
_IN_CLASS = re.compile(r"\[:\w+:\]|\\x\{[0-9A-Fa-f]+\}|\\x[0-9A-Fa-f]{2}|\\.|[^\\]-[^\\]|.", re.DOTALL)
_SHORTHAND = {
    **dict.fromkeys(("\\b", "\\A", "\\z", "^", "$"), EDGE),
    "\\W": BREAK + UNKNOWN + BREAK,
    **dict.fromkeys(("\\s", "\\n", "\\r", "\\t", "\\f", "\\v", " +"), BREAK),
    **dict.fromkeys(("\\w", "\\S", "\\D", "\\B", "."), UNKNOWN),
    "\\d": DIGIT,
}
_QUANTIFIERS: dict[str, tuple[int, int | None]] = {"?": (0, 1), "*": (0, None), "+": (1, None)}


class UnreadableError(ValueError):
    """The expression holds something that this module does not know."""


class Part(ABC):
    """A part of an expression.

    ``shapes`` is ``None`` where there are too many; ``starts_apart`` and ``ends_apart`` tell whether a
    match, where there is one, always starts or ends outside a word.
    """

    shapes: frozenset[str] | None
    starts_apart: bool
    ends_apart: bool
    may_be_missing: bool


class Leaf(Part):
    """A run of letters, or one character, class or assertion."""

    def __init__(self, shapes: frozenset[str]) -> None:
        self.shapes = shapes
        self.starts_apart = not any(shape[0] in WORD_CHARACTERS or shape in _OPEN for shape in shapes)
        self.ends_apart = self.starts_apart
        self.may_be_missing = False


WORD_EDGE = Leaf(frozenset({EDGE}))


class Sequence(Part):
    """Parts that follow one another."""

    def __init__(self, items: tuple[Part, ...]) -> None:
        self.items = items
        self.shapes = joined(items)
        self.starts_apart = always_apart(items, at_end=False)
        self.ends_apart = always_apart(items[::-1], at_end=True)
        self.may_be_missing = False  # where it may, it is not known to start or end apart


class Choice(Part):
    """One part of several; ``places`` tells where each stands in the expression."""

    def __init__(self, items: tuple[Part, ...], places: tuple[tuple[int, int], ...]) -> None:
        self.items = items
        self.places = places
        self.shapes = _united(items)
        self.starts_apart = all(item.starts_apart for item in items)
        self.ends_apart = all(item.ends_apart for item in items)
        self.may_be_missing = any(item.may_be_missing for item in items)


class Repeat(Part):
    """A part several times; ``most`` is ``None`` where there is no end."""

    def __init__(self, item: Part, least: int, most: int | None) -> None:
        self.item = item
        self.least = least
        self.shapes = _repeated(item, least, most)
        self.starts_apart = item.starts_apart
        self.ends_apart = item.ends_apart
        self.may_be_missing = least == 0 or item.may_be_missing


def _united(items: Iterable[Part]) -> frozenset[str] | None:
    found: set[str] = set()
    for item in items:
        if item.shapes is None:
            return None
        found |= item.shapes
    return frozenset(found) if len(found) <= MOST_SHAPES else None


def _repeated(item: Part, least: int, most: int | None) -> frozenset[str] | None:
    """Return the shapes of a part several times, left open where the number is."""
    once = item.shapes
    if once is None:
        return None
    missing = frozenset({""}) if least == 0 else frozenset()
    if most == 1 or once == {BREAK}:
        return once | missing
    if 0 < least == most and least <= MOST_SHAPES:
        exact = joined((item,) * least)
        return frozenset({UNKNOWN}) if exact is None else exact
    tail = BREAK if all(shape.endswith(BREAK) for shape in once) else ""
    if least:
        at_least = joined((item,) * min(least, LONGEST_RUN)) or once
        return frozenset(tied(shape, UNKNOWN) + tail for shape in at_least)
    head = BREAK if all(shape.startswith(BREAK) for shape in once) else ""
    return frozenset({"", head + UNKNOWN + tail})


def always_apart(items: Iterable[Part], *, at_end: bool, beyond: bool = False) -> bool:
    """Return whether the first part that is there is outside a word; ``beyond`` is for none at all."""
    for item in items:
        if not (item.ends_apart if at_end else item.starts_apart):
            return False
        if not item.may_be_missing:
            return True
    return beyond


def joined(items: Iterable[Part]) -> frozenset[str] | None:
    """Return every way to join the shapes of these parts, or ``None`` where there are too many."""
    shapes: frozenset[str] = frozenset({""})
    for item in items:
        more = item.shapes
        if more is None or len(shapes) * len(more) > MOST_SHAPES:
            return None
        shapes = frozenset(tied(one, other) for one in shapes for other in more)
    return shapes


def tied(one: str, other: str) -> str:
    """Return two shapes as one, with no two breaks or unknowns in a row."""
    if other[:1] == one[-1:] and other[:1] in (BREAK, UNKNOWN):
        return one + other[1:]
    return one + other


def parse(expression: str) -> Part:
    """Return the tree of an expression; raises ``UnreadableError`` where it is not understood."""
    reader = _Reader(expression)
    tree = reader.choice()
    if reader.at < len(reader.pieces):
        raise UnreadableError(expression)
    return tree


class _Reader:
    """Reads the pieces of an expression from left to right."""

    def __init__(self, expression: str) -> None:
        found = list(_PIECE.finditer(expression))
        self.pieces = [piece.group() for piece in found]
        self.starts = [*(piece.start() for piece in found), len(expression)]
        self.at = 0

    def _peek(self) -> str:
        return self.pieces[self.at] if self.at < len(self.pieces) else ""

    def choice(self) -> Part:
        start = self.starts[self.at]
        items = [self._sequence()]
        places = [(start, self.starts[self.at])]
        while self._peek() == "|":
            self.at += 1
            start = self.starts[self.at]
            items.append(self._sequence())
            places.append((start, self.starts[self.at]))
        return items[0] if len(items) == 1 else Choice(tuple(items), tuple(places))

    def _sequence(self) -> Part:
        items: list[Part] = []
        while self._peek() not in ("", "|", ")"):
            items.append(self._quantified(self._atom()))
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def _atom(self) -> Part:
        piece = self._peek()
        self.at += 1
        if piece == "(?":
            raise UnreadableError(piece)
        if piece not in ("(", "(?:"):
            return _leaf(piece)
        inner = self.choice()
        if self._peek() != ")":
            raise UnreadableError(piece)
        self.at += 1
        return inner

    def _quantified(self, part: Part) -> Part:
        while (bounds := _bounds(self._peek())) is not None:
            self.at += 1
            if self._peek() == "?":
                self.at += 1
            part = Repeat(part, *bounds)
        return part


def _bounds(piece: str) -> tuple[int, int | None] | None:
    if len(piece) < 2 or piece[0] != "{":
        return _QUANTIFIERS.get(piece)
    least, comma, most = piece[1:-1].partition(",")
    return int(least), int(most) if most else None if comma else int(least)


@lru_cache(maxsize=4096)
def _leaf(piece: str) -> Leaf:
    if piece == "\\b":
        return WORD_EDGE
    known = _SHORTHAND.get(piece)
    if known is not None:
        return Leaf(frozenset({known}))
    if len(piece) > 1 and piece[0] == "[":
        return Leaf(_class(piece[1:-1]))
    return Leaf(frozenset({piece if WORD_CHARACTERS.issuperset(piece) else _character(piece)}))


def _character(piece: str) -> str:
    """Return what stands for one character, given as itself or escaped."""
    character = piece
    if piece.startswith("\\x"):
        character = chr(int(piece[2:].strip("{}"), 16))
    elif piece[0] == "\\":
        if piece[1].isalnum():
            raise UnreadableError(piece)
        character = piece[1]
    if character in WORD_CHARACTERS:
        return character
    return UNKNOWN if character.isupper() else BREAK if character in PLAIN_SIGNS else character


def _class(inner: str) -> frozenset[str]:
    if inner.startswith("^"):
        return frozenset({UNKNOWN})
    shapes: set[str] = set()
    for piece in _IN_CLASS.findall(inner):
        if len(piece) == 3 and piece[1] == "-" and piece[0] != "\\":
            digits = piece[0].isdigit() and piece[2].isdigit()
            shapes.add(DIGIT if digits else UNKNOWN)
        elif piece.startswith("[:"):
            shapes.add(UNKNOWN)
        elif piece[0] == "\\" and piece in _SHORTHAND:
            shapes.add(_SHORTHAND[piece])
        else:
            shapes.add(_character(piece))
    return frozenset({UNKNOWN}) if UNKNOWN in shapes or EDGE in shapes else frozenset(shapes)
