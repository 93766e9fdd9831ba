"""Cuts notes into items: one line, or one sentence of a line, is one item.

A text enters; its items leave in order, without bullets and numbers.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tactful.draft.lines import Line, bullet_length, read_lines
from tactful.draft.sentences import read_sentences
from tactful.notes.labels import parted
from tactful.notes.strung import parted_line
from tactful.text import fold

_MARK = re.compile(
    r"^(?:[-*+~>\u2022\u2023\u25aa\u25cf\u25e6\u00b7\u2013\u2014]+|->|=>|\(?\d{1,2}[.)])\s+(?=\S)"
)
# «Crumb & Co. tell Marcy»: a full stop that the next note closes.
_NEXT_NOTE = re.compile(
    r"(?<=[.!?])\s+(?=(?:tell|thank|thanks|say|ask|sign|signed|reason|don't|recommend|return|remind"
    r"|and thank)\b)",
    re.IGNORECASE,
)
# «wish him well and ask him to tear up my copy»: two instructions in one sentence.
_NEXT_INSTRUCTION = re.compile(
    r"(?:,? (?:and|then|and then) (?=(?:ask|thank|tell|wish|remind) (?:him|her|them)\b)"
    r"|(?:,|\s+[-\u2013\u2014]) (?=(?:ask|tell) (?:him|her|them)\b))",
    re.IGNORECASE,
)
_NAME_LINE = re.compile(r"(?:[A-Z\u00c0-\u017d][\w'\u2019.-]*)(?: [A-Z\u00c0-\u017d][\w'\u2019.-]*){1,3}")
_HANGS = re.compile(r"(?:,|\b(?:and|or|the|a|an|of|my|your|because))$")
_FULL_LINE = 60
_LISTED = re.compile(
    r",\s+(?=(?:thank|say|ask|tell|give|from|sign|return|wish|recommend|i)\b)", re.IGNORECASE
)
_FEWEST_LISTED = 3
_NEW_NOTE = re.compile(
    r"(?:to|from|re|why|reason|thanks?|thx|ask|tell|say|sign|return|recommend|don't|be|no|not|ps|btw|cheers)\b"
    r"|[a-z][a-z ]{0,18}(?:[:=]|->|\u2192)\s"
)
# «company is Delta-Hoist, contact is Joost»: two notes with a comma between.
_NOTE_AFTER_COMMA = re.compile(
    r",\s+(?=(?:company|contact|client|job|role|post|position|employer|name) (?:is|was|=)\s)", re.IGNORECASE
)


class Item(NamedTuple):
    """One item; ``bulleted`` says that a mark opens its line, ``first`` that it opens its line itself."""

    text: str
    bulleted: bool
    first: bool


def items_of(text: str) -> list[Item]:
    """Return the items of a text; what a line strings together counts as lines of their own."""
    found: list[Item] = []
    for line in _whole_lines(text):
        notes = parted_line(line)
        for note in notes:
            bare = _MARK.sub("", note)
            marked = len(notes) > 1 or bare != note
            sentences = (one for one in _sentences_of(bare) if re.search(r"\w", one))
            plain = (one for sentence in sentences for one in parted(sentence))
            found.extend(Item(one, marked, at == 0) for at, one in enumerate(plain))
    return found


def _whole_lines(text: str) -> list[str]:
    """Return the lines, a wrapped one joined to the one before."""
    joined: list[str] = []
    before: Line | None = None
    for line in read_lines(text, fold(text)):
        if before is not None and before.paragraph == line.paragraph and _goes_on(before, line, text):
            joined[-1] += f" {line.text}"
        else:
            joined.append(line.text)
        before = line
    return joined


def _goes_on(before: Line, line: Line, text: str) -> bool:
    """Return whether a line is only the wrapped end of the one before."""
    if bullet_length(line) or _MARK.match(line.text):
        return False
    indented = text[line.start - 1 : line.start] in {" ", "\t"} and bullet_length(before) > 0
    full = len(before.text) >= _FULL_LINE and line.text[0].islower() and not _NEW_NOTE.match(line.folded)
    return indented or full or bool(_HANGS.search(before.folded))


def _listed(note: str) -> list[str]:
    """Return the notes of a line that strings several together with commas."""
    several = len(_LISTED.findall(note)) >= _FEWEST_LISTED
    return _LISTED.split(note) if several else [note]


def _sentences_of(line: str) -> list[str]:
    if _NAME_LINE.fullmatch(line):
        return [line]
    folded = fold(line)
    whole = Line(0, len(line), 0, line, folded)
    sentences = [line[one.start : one.end].strip() for one in read_sentences(line, folded, [whole], "body")]
    notes = [part for sentence in sentences for part in _NEXT_NOTE.split(sentence)]
    notes = [part for note in notes for part in _listed(note)]
    notes = [part for note in notes for part in _NEXT_INSTRUCTION.split(note)]
    return [part.strip() for note in notes for part in _NOTE_AFTER_COMMA.split(note)]
