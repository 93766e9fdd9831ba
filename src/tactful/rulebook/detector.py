"""Combines tags: which clause shows a pattern, and where in it.

Compiled detect blocks and clause masks enter; the blocks that hold, and their spans, leave.  A mask
is an integer with one bit a tag, so that a block is a few integer operations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tactful.text import Span

# How many combinations of tags a detector remembers.
MOST_SEEN = 4096

Locate = Callable[[int, str, int, int], Span | None]


@dataclass(frozen=True, slots=True)
class Block:
    """One detect block: masks to test, the tags whose hull is the span, and conditions of its own."""

    owner: int
    need: int
    any: int
    bar: int
    near: int
    near_any: int
    not_near: int
    order: tuple[int, ...]
    located: tuple[int, ...]
    whole: str
    when: Mapping[str, Any]
    sure: bool = False

    def holds(self, mask: int, around: int) -> bool:
        """Return whether the tags of a clause (``mask``) and its sentence (``around``) fulfil it."""
        return (
            mask & self.need == self.need
            and not mask & self.bar
            and (not self.any or bool(mask & self.any))
            and around & self.near == self.near
            and (not self.near_any or bool(around & self.near_any))
            and not around & self.not_near
        )


def numbers(mask: int) -> list[int]:
    """Return the numbers of the bits that are set, from the lowest."""
    found = []
    while mask:
        lowest = mask & -mask
        mask ^= lowest
        found.append(lowest.bit_length() - 1)
    return found


def _mask(tags: Sequence[int]) -> int:
    mask = 0
    for tag in tags:
        mask |= 1 << tag
    return mask


def block_from(owner: int, data: dict[str, Any]) -> Block:
    """Return the block of a compiled rule book's JSON."""
    need = (*data.get("all", ()), *data.get("before", ()))
    any_tags = tuple(data.get("any", ()))
    chosen = data.get("span", ())
    whole = chosen if isinstance(chosen, str) else ""
    located = tuple(dict.fromkeys((*need, *any_tags))) if whole or not chosen else tuple(chosen)
    return Block(
        owner=owner,
        need=_mask(need),
        any=_mask(any_tags),
        bar=_mask(data.get("not", ())),
        near=_mask(data.get("near", ())),
        near_any=_mask(data.get("near_any", ())),
        not_near=_mask(data.get("not_near", ())),
        order=tuple(data.get("before", ())),
        located=located,
        whole=whole,
        when=data.get("when", {}),
        sure=data.get("sure", False),
    )


class Detector:
    """Many blocks at once, found by the rarest of the tags that each needs."""

    def __init__(self, blocks: Sequence[Block], weights: Sequence[float] = ()) -> None:
        """``weights`` tells how often each tag is found; tags beyond its end are rare."""
        self._of: dict[int, list[Block]] = defaultdict(list)
        self._any: dict[int, list[Block]] = defaultdict(list)
        for block in blocks:
            if block.need:
                self._of[min(numbers(block.need), key=lambda tag: (_at(weights, tag), -tag))].append(block)
            else:
                for tag in numbers(block.any):
                    self._any[tag].append(block)
        self._of_anchors = _mask(tuple(self._of))
        self._any_anchors = _mask(tuple(self._any))
        self._asked = _united(block.need | block.any | block.bar for block in blocks)
        self._asked_around = _united(block.near | block.near_any | block.not_near for block in blocks)
        self._seen: dict[tuple[int, int], tuple[Block, ...]] = {}

    def candidates(self, mask: int, around: int) -> tuple[Block, ...]:
        """Return the blocks that hold, each once; letters say the same again and again."""
        key = (mask & self._asked, around & self._asked_around)
        found = self._seen.get(key)
        if found is None:
            if len(self._seen) >= MOST_SEEN:
                self._seen.clear()
            found = self._seen[key] = tuple(self._found(mask, around))
        return found

    def _found(self, mask: int, around: int) -> Iterator[Block]:
        for tag in numbers(mask & self._of_anchors):
            for block in self._of[tag]:
                if block.need & mask == block.need and block.holds(mask, around):
                    yield block
        hits = mask & self._any_anchors
        if hits:
            found = {id(block): block for tag in numbers(hits) for block in self._any[tag]}
            for block in found.values():
                if block.holds(mask, around):
                    yield block


def _united(masks: Iterable[int]) -> int:
    united = 0
    for mask in masks:
        united |= mask
    return united


def _at(weights: Sequence[float], tag: int) -> float:
    return weights[tag] if tag < len(weights) else 0.0


def hull(block: Block, locate: Locate, folded: str, start: int, end: int, mask: int = -1) -> Span | None:
    """Return the smallest span that holds the block's tags, or ``None`` where their order is wrong.

    Tags that ``mask``, where it is given, says are not in the stretch are not looked for.
    """
    if block.order and not _in_order(block.order, locate, folded, start, end):
        return None
    if block.whole:
        return Span(start, end)
    spans = [
        span
        for tag in block.located
        if mask >> tag & 1 and (span := locate(tag, folded, start, end)) is not None
    ]
    if not spans:
        return Span(start, end)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _in_order(tags: tuple[int, ...], locate: Locate, folded: str, start: int, end: int) -> bool:
    position = start
    for tag in tags:
        span = locate(tag, folded, position, end)
        if span is None:
            return False
        position = span.end
    return True
