"""Numbered lines: what a model is asked to mend, and its answer put back.

Sentences and their numbers enter and lines leave; a model's numbered lines enter and the text with only
these sentences replaced leaves.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from tactful.draft.model import Draft
from tactful.text import Span

_NUMBERED = re.compile(r"^\s*[\[(*]{0,2}(\d{1,3})[\])*]{0,2}\s*[:.)]\*{0,2}\s?(.*)$")
_BLANKS = re.compile(r"\s+")


def numbered(sentences: Sequence[str]) -> str:
    """Return sentences as numbered lines, from 1."""
    return "\n".join(f"{at}: {_BLANKS.sub(' ', text).strip()}" for at, text in enumerate(sentences, 1))


def read_numbered(answer: str, wanted: Collection[int]) -> dict[int, str]:
    """Return the wanted lines of an answer by their numbers; the first of a number counts."""
    found: dict[int, str] = {}
    for line in answer.splitlines():
        match = _NUMBERED.match(line)
        if match and int(match.group(1)) in wanted:
            found.setdefault(int(match.group(1)), match.group(2).strip())
    return found


def splice(draft: Draft, replaced: Mapping[int, str]) -> str:
    """Return a text with sentences replaced, by their places from 0; the rest stays byte for byte.

    An empty replacement takes the sentence out, with the blanks before it.
    """
    pieces: list[str] = []
    position = 0
    for at, sentence in enumerate(draft.sentences):
        if at not in replaced:
            continue
        before = draft.text[position : sentence.start]
        if not replaced[at]:
            before = before.rstrip(" ")
        pieces.extend((before, replaced[at]))
        position = sentence.end
    return "".join((*pieces, draft.text[position:]))


def overlaps(span: Span, draft: Draft) -> tuple[int, ...]:
    """Return the places of the sentences that a span touches."""
    return tuple(
        at
        for at, sentence in enumerate(draft.sentences)
        if span.start < sentence.end and sentence.start < span.end
    )
