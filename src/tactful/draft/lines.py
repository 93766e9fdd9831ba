"""Lines of a text, the unit in which anatomy is read.

A text and its folded copy enter; the lines that are not blank leave, each with its exact place, its
paragraph and whether a bullet opens it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tactful.text import Span


class Line(NamedTuple):
    """One line without outer blanks; ``paragraph`` counts up at each blank line."""

    start: int
    end: int
    paragraph: int
    text: str
    folded: str

    @property
    def span(self) -> Span:
        """Where the line lies."""
        return Span(self.start, self.end)


_BULLET = re.compile(
    r"(?:[-*\u2022\u2023\u25aa\u25cf\u25e6\u00b7\u2013\u2014]|\(?\d{1,2}[.)])[^\S\r\n]+(?=\S)"
)


def read_lines(text: str, folded: str) -> list[Line]:
    """Return the lines that are not blank; CRLF is one line break."""
    found: list[Line] = []
    position = 0
    paragraph = 0
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            start = position + (raw.find(bare[0]) if raw[0].isspace() else 0)
            end = start + len(bare)
            found.append(Line(start, end, paragraph, bare, folded[start:end]))
        else:
            paragraph += 1
        position += len(raw)
    return found


def cut_line(line: Line, start: int, end: int) -> Line | None:
    """Return the part of a line between two places of the text, or nothing where only blanks are left."""
    text = line.text[start - line.start : end - line.start]
    left = len(text) - len(text.lstrip())
    bare = text.strip()
    if not bare:
        return None
    first = start + left
    offset = first - line.start
    return Line(first, first + len(bare), line.paragraph, bare, line.folded[offset : offset + len(bare)])


def bullet_length(line: Line) -> int:
    """Return how many characters the bullet mark and its blanks take, 0 where there is none."""
    found = _BULLET.match(line.text)
    return found.end() if found else 0
