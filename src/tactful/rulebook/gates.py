"""Finds the words without which an expression cannot match.

The expressions of the tags enter; ``Gates`` leave, as JSON: for each alternative of each tag up to
three sets of words, of each of which a matching text holds at least one.  An alternative that is a
word by itself needs no more than that word.  The rarest words are chosen, so that few expressions have
to be tried on a text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tactful.rulebook.frequency import ANY, weight
from tactful.rulebook.shapes import (
    BREAK,
    DIGIT,
    EDGE,
    MOST_SHAPES,
    UNKNOWN,
    WORD_CHARACTERS,
    WORD_EDGE,
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

# A unit whose rarest set of words weighs more is tried only where its other sets are there, too.
OFTEN = 1.0

Place = tuple[int, int]
_Gate = frozenset[str]
_OPEN = re.compile(f"[{UNKNOWN}{DIGIT}]")
_CHUNK = re.compile(rf"[{BREAK}{EDGE}]|([^\w{UNKNOWN}{DIGIT}{BREAK}{EDGE}])", re.ASCII)


def gates_of(expressions: Mapping[int, str]) -> dict[str, Any]:
    r"""Return the gates of numbered expressions, for ``json.dumps``.

    What has many parts is one text of many lines, since a text is read fast and few of its lines are
    ever asked for.  ``words``: each word that is a whole match, with its tags.  ``units``: the place of
    an alternative in an expression, whether ``\b`` stands before (1) and behind (2) it, and the tags
    that have it, the first of which is the one whose expression is meant.
    ``often``: how many of the units, the first ones, have frequent words.  ``exact``, ``starts``,
    ``ends``, ``inside``: each word or part of a word with the numbers of what it opens, as ``opened_by``
    gives them; ``pairs``: the same by first word, with a tab before each second word.  ``always``: the
    tags that no word tells of.  ``weights``: how often each tag may be found, roughly.
    """
    words: dict[str, list[int]] = {}
    known: dict[tuple[str, int], tuple[_Alternative, set[int]]] = {}
    always: set[int] = set()
    for tag, expression in expressions.items():
        for one in _alternatives(expression):
            for word in sorted(one.alone):
                words.setdefault(word, []).append(tag)
            if not one.alone and one.needs:
                text = expression[slice(*one.place)]
                known.setdefault((text, one.edges), (one, set()))[1].add(tag)
            elif not one.alone:
                always.add(tag)
    often = [unit for unit in known.values() if _is_often(unit[0])]
    units = often + [unit for unit in known.values() if not _is_often(unit[0])]
    marks = opened_by([one.needs for one, _ in units], len(often))
    found = ((tag, _weight_of_all(one.needs[0])[0]) for one, tags in units for tag in tags)
    alone = ((tag, weight(word)) for word, tags in words.items() for tag in tags)
    return {
        "words": _lines(words),
        "units": "\n".join(" ".join(map(str, (*one.place, one.edges, *sorted(tags)))) for one, tags in units),
        "often": len(often),
        "always": sorted(always),
        "weights": _summed((*found, *alone), max(expressions, default=-1) + 1),
        **_by_kind(marks),
    }


def _summed(weights: Iterable[tuple[int, float]], count: int) -> list[float]:
    sums = [0.0] * count
    for tag, heavy in weights:
        sums[tag] += heavy
    return [round(one, 1) for one in sums]


def opened_by(needs: Sequence[Sequence[_Gate]], often: int) -> dict[str, list[int]]:
    """Return what each mark opens.

    Of a unit with frequent words all three sets must be open: three numbers stand for it, its own, and
    that plus once and twice ``often``.  Any other unit asks for its first set: its number comes above.
    """
    marks: dict[str, list[int]] = defaultdict(list)
    for unit, gates in enumerate(needs):
        for plane in range(SETS) if unit < often else (SETS - 1,):
            gate = gates[min(plane, len(gates) - 1)] if unit < often else gates[0]
            for mark in gate:
                marks[mark].append(unit + plane * often)
    return dict(sorted(marks.items()))


def _by_kind(marks: Mapping[str, list[int]]) -> dict[str, str]:
    kinds: dict[str, dict[str, list[int]]] = {"exact": {}, "starts": {}, "ends": {}, "inside": {}}
    pairs: dict[str, dict[str, list[int]]] = {}
    for mark, numbers in marks.items():
        first, _, second = mark.partition(" ")
        after, before = mark[0] == ANY, mark[-1] == ANY
        if second:
            pairs.setdefault(first, {})[second] = numbers
        else:
            name = "inside" if after and before else "ends" if after else "starts" if before else "exact"
            kinds[name][mark.strip(ANY)] = numbers
    by_first = (f"{first} {_lines(seconds, chr(9))}" for first, seconds in pairs.items())
    return {**{name: _lines(found) for name, found in kinds.items()}, "pairs": "\n".join(by_first)}


def _lines(numbers: Mapping[str, list[int]], between: str = "\n") -> str:
    return between.join(f"{name} {' '.join(map(str, listed))}" for name, listed in numbers.items())


@dataclass(frozen=True, slots=True)
class _Alternative:
    """One way to match: the words that it is (``alone``), or the sets of words that it needs."""

    place: tuple[int, int]
    edges: int
    alone: frozenset[str]
    needs: tuple[_Gate, ...]


def _is_often(one: _Alternative) -> bool:
    return _weight_of_all(one.needs[0])[0] > OFTEN and len(one.needs) > 1


def _alternatives(expression: str) -> Iterator[_Alternative]:
    whole = (0, len(expression))
    try:
        tree = parse(expression)
    except UnreadableError:
        yield _Alternative(whole, 0, frozenset(), ())
        return
    for part, place, left, right in _split(tree, whole, left=False, right=False):
        shapes = part.shapes
        edges = left + 2 * right
        if edges == 3 and shapes and all(shape and WORD_CHARACTERS.issuperset(shape) for shape in shapes):
            yield _Alternative(place, edges, shapes, ())
        else:
            yield _Alternative(place, edges, frozenset(), tuple(_needs(part, left=left, right=right)))


def _split(part: Part, place: Place, *, left: bool, right: bool) -> Iterator[tuple[Part, Place, bool, bool]]:
    r"""Yield the alternatives, their places, and whether ``\b`` stands before and behind each."""
    if isinstance(part, Choice):
        for item, where in zip(part.items, part.places, strict=True):
            yield from _split(item, where, left=left, right=right)
        return
    if isinstance(part, Row):
        choice = [item for item in part.items if item is not WORD_EDGE]
        if len(choice) == 1 and isinstance(choice[0], Choice):
            before, behind = part.items[0] is WORD_EDGE, part.items[-1] is WORD_EDGE
            yield from _split(choice[0], place, left=left or before, right=right or behind)
            return
    yield part, place, left, right


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
    found: list[list[_Gate]] = []
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
        found.append(needs)
        start = end
    return _apart(found)


def _apart(found: Iterable[Sequence[_Gate]]) -> list[_Gate]:
    """Return the most telling sets, from as many places as there are: those of one place say the same."""
    firsts = sorted({needs[0] for needs in found if needs}, key=_weight_of_all)
    others = sorted({gate for needs in found for gate in needs[1:]} - {*firsts}, key=_weight_of_all)
    return [*firsts, *others][:SETS]


def _joinable(items: Sequence[Part], start: int) -> int:
    """Return where the items from ``start`` on become too many shapes; at least one item is taken."""
    end, shapes = start, 1
    while end < len(items) and (more := items[end].shapes) is not None and shapes * len(more) <= MOST_SHAPES:
        shapes *= len(more)
        end += 1
    return max(end, start + 1)


def _needs_of(shapes: Iterable[str], *, left: bool, right: bool) -> list[_Gate]:
    before, behind = EDGE if left else UNKNOWN, EDGE if right else UNKNOWN
    each = [_best(_marks(tied(tied(before, shape), behind))) for shape in shapes]
    return _in_each([[frozenset({mark}) for mark in marks] for marks in each])


def _best(marks: Iterable[str]) -> list[str]:
    """Return the marks, the rarest first; the inside of a word only where there is nothing else.

    What a rarer mark has said comes last: «good» where there is «good luck».
    """
    ranked = sorted(set(marks), key=_weight_and_word)
    ranked = [mark for mark in ranked if not (mark[0] == mark[-1] == ANY)] or ranked
    said: set[str] = set()
    fresh: list[str] = []
    stale: list[str] = []
    for mark in ranked:
        (stale if said.issuperset(mark.split(" ")) else fresh).append(mark)
        said.update(mark.split(" "))
    return fresh + stale


def _in_each(needs: Sequence[Sequence[_Gate]]) -> list[_Gate]:
    """Return sets for a choice: of each alternative its first, its second, and so on."""
    if not all(needs):
        return []
    return [
        frozenset().union(*(one[min(place, len(one) - 1)] for one in needs))
        for place in range(min(SETS, max(map(len, needs))))
    ]


def _marks(shape: str) -> Iterator[str]:
    """Yield the words and signs of a shape, alone and in pairs; ``ANY`` stands where a word may go on."""
    before = ""
    for chunk in filter(None, _CHUNK.split(shape)):
        pieces = _OPEN.split(chunk)
        whole = chunk if len(pieces) == 1 else ""
        if whole:
            yield whole
            if before:
                yield f"{before} {whole}"
        else:
            yield from _incomplete(pieces)
            if DIGIT in chunk:
                yield DIGIT
        before = whole


def _incomplete(pieces: Sequence[str]) -> Iterator[str]:
    for at, piece in enumerate(pieces):
        if piece:
            yield ("" if at == 0 else ANY) + piece + ("" if at == len(pieces) - 1 else ANY)


def _weight_and_word(mark: str) -> tuple[float, str]:
    return weight(mark), mark


def _weight_of_all(gate: _Gate) -> tuple[float, list[str]]:
    return sum(map(weight, gate)), sorted(gate)
