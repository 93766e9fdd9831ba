"""Finds the words without which an expression cannot match.

The expressions of the tags enter; ``Gates`` leave, as JSON: for each alternative of each tag up to
three sets of words, of each of which a matching text holds at least one.  An alternative that is a
word by itself needs no more than that word.  The rarest words are chosen, so that few expressions have
to be tried on a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tactful.rulebook.shapes import (
    BREAK,
    DIGIT,
    EDGE,
    MOST_SHAPES,
    UNKNOWN,
    WORD_CHARACTERS,
    Choice,
    Part,
    Repeat,
    UnreadableError,
    always_apart,
    joined,
    parse,
    tied,
)
from tactful.rulebook.shapes import Sequence as Row

SETS = 3
ANY = UNKNOWN
ANY_DIGIT = DIGIT

_Gate = frozenset[str]
_CHUNK = re.compile(rf"[{BREAK}{EDGE}]|([^\w{UNKNOWN}{DIGIT}{BREAK}{EDGE}])", re.ASCII)

# How often a word stands in letters of this kind, roughly; all others are rare.
_FREQUENT: dict[str, float] = {
    word: weight
    for weight, words in (
        (60, "i you the to and a of for it in my is that"),
        (30, "not t s your this have be with was but me so as at do on are we am or will"),
        (
            12,
            "if can just what they an from no would by he all more there about time get been like has up "
            "one out had who were when think which don m ve ll re d offer thank thanks position role job "
            "opportunity company team work know very could any much how than their our also",
        ),
        (
            4,
            "take make want need go going see say back good new only now really please never feel even "
            "because some them then other into over after first well way right should too us she his her "
            "him its let didn doesn isn wasn won cant dont im did does done being where here still most "
            "many such own same those these again off down before while may might must year day days "
            "week people interview manager process decision hope wish best further",
        ),
    )
    for word in words.split()
}
_RARE = 0.3
_SHORT = {1: 60.0, 2: 25.0, 3: 6.0, 4: 2.0}


def gates_of(expressions: Mapping[int, str]) -> dict[str, Any]:
    """Return the gates of numbered expressions, for ``json.dumps``.

    ``words``: the words that are a whole match of a tag; ``sets``: sets of words; ``units``: a tag and
    the places of its sets; ``always``: the tags that no word tells of.
    """
    words: dict[int, set[str]] = {}
    units: dict[tuple[int, tuple[_Gate, ...]], None] = {}
    always: set[int] = set()
    for tag, expression in expressions.items():
        for alone, gates in _alternatives(expression):
            if alone:
                words.setdefault(tag, set()).update(alone)
            elif gates:
                units[tag, gates] = None
            else:
                always.add(tag)
    places: dict[_Gate, int] = {}
    listed = [
        [tag, *(places.setdefault(gate, len(places)) for gate in gates)]
        for tag, gates in units
        if tag not in always
    ]
    return {
        "words": {str(tag): " ".join(sorted(found)) for tag, found in words.items()},
        "sets": [" ".join(sorted(gate)) for gate in places],
        "units": listed,
        "always": sorted(always),
    }


def _alternatives(expression: str) -> Iterable[tuple[frozenset[str], tuple[_Gate, ...]]]:
    """Yield each alternative: the words that it is, or else what it needs."""
    try:
        tree = parse(expression)
    except UnreadableError:
        yield frozenset(), ()
        return
    for part, left, right in _split(tree, left=False, right=False):
        shapes = part.shapes
        if left and right and shapes and all(shape and WORD_CHARACTERS.issuperset(shape) for shape in shapes):
            yield shapes, ()
        else:
            yield frozenset(), tuple(_needs(part, left=left, right=right))


def _split(part: Part, *, left: bool, right: bool) -> Iterable[tuple[Part, bool, bool]]:
    """Yield the alternatives, and whether each starts and ends at the edge of a word."""
    if isinstance(part, Row) and part.items:
        items = part.items
        first = 1 if items[0].shapes == {EDGE} else 0
        last = len(items) - (1 if len(items) > 1 and items[-1].shapes == {EDGE} else 0)
        left, right = left or first > 0, right or last < len(items)
        if last - first == 1:
            part = items[first]
        elif (first, last) != (0, len(items)):
            part = Row(items[first:last])
    if isinstance(part, Choice):
        for item in part.items:
            yield from _split(item, left=left, right=right)
    else:
        yield part, left, right


def _needs(part: Part, *, left: bool, right: bool) -> list[_Gate]:
    """Return the sets of words that a match needs, the most telling first; none where any text may do."""
    if part.shapes is not None:
        return _needs_of(part.shapes, left=left, right=right)
    if isinstance(part, Choice):
        return _in_each([_needs(item, left=left, right=right) for item in part.items])
    if isinstance(part, Repeat):
        return _needs(part.item, left=False, right=False) if part.least else []
    if isinstance(part, Row):
        return _needs_of_row(part.items, left=left, right=right)
    return []


def _needs_of_row(items: Sequence[Part], *, left: bool, right: bool) -> list[_Gate]:
    """Return the most telling sets of a sequence, of which as much is joined as has few shapes."""
    found: dict[_Gate, None] = {}
    start = 0
    while start < len(items):
        end = _joinable(items, start)
        starts = always_apart(items[:start][::-1], at_end=True, beyond=left)
        ends = always_apart(items[end:], at_end=False, beyond=right)
        shapes = joined(items[start:end])
        needs = (
            _needs(items[start], left=starts, right=ends)
            if shapes is None
            else _needs_of(shapes, left=starts, right=ends)
        )
        found.update(dict.fromkeys(needs))
        start = end
    return sorted(found, key=_weight_of_all)[:SETS]


def _joinable(items: Sequence[Part], start: int) -> int:
    """Return where the items from ``start`` on become too many shapes; at least one item is taken."""
    end, shapes = start, 1
    while end < len(items) and (more := items[end].shapes) is not None and shapes * len(more) <= MOST_SHAPES:
        shapes *= len(more)
        end += 1
    return max(end, start + 1)


def _needs_of(shapes: Iterable[str], *, left: bool, right: bool) -> list[_Gate]:
    before, behind = EDGE if left else UNKNOWN, EDGE if right else UNKNOWN
    each = [sorted(set(_marks(tied(tied(before, shape), behind))), key=_weight_and_word) for shape in shapes]
    return _in_each([[frozenset({mark}) for mark in marks] for marks in each])


def _in_each(needs: Sequence[Sequence[_Gate]]) -> list[_Gate]:
    """Return sets for a choice: of each alternative its first, its second, and so on."""
    if not all(needs):
        return []
    return [
        frozenset().union(*(one[min(place, len(one) - 1)] for one in needs))
        for place in range(min(SETS, max(map(len, needs))))
    ]


def _marks(shape: str) -> Iterable[str]:
    """Yield the words and signs of a shape; ``ANY`` stands where a word may go on."""
    for chunk in filter(None, _CHUNK.split(shape)):
        pieces = re.split(f"[{UNKNOWN}{DIGIT}]", chunk)
        if DIGIT in chunk:
            yield ANY_DIGIT
        if len(pieces) == 1:
            yield chunk
            continue
        for at, piece in enumerate(pieces):
            if piece:
                yield ("" if at == 0 else ANY) + piece + ("" if at == len(pieces) - 1 else ANY)


def _weight(mark: str) -> float:
    bare = mark.strip(ANY)
    weight = _FREQUENT.get(bare, _RARE)
    return weight if bare == mark else max(weight, _SHORT.get(len(bare), 2 * _RARE))


def _weight_and_word(mark: str) -> tuple[float, str]:
    return _weight(mark), mark


def _weight_of_all(gate: _Gate) -> tuple[float, list[str]]:
    return sum(map(_weight, gate)), sorted(gate)
