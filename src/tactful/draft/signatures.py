"""Signatures: the lines of name, title and contact at the foot of a message.

The last lines of a message enter; those that sign it leave.
"""

from __future__ import annotations

import re

from tactful.draft.formulas import NOT_NAMES, PARTICLES, may_be_name
from tactful.draft.lines import Line, bullet_length, cut_line

MOST_SIGNATURE_LINES = 12
MOST_SIGNATURE_WORDS = 8
STOPPED = re.compile(r"[a-z]{2}[.?!]$|[a-z]{2}[.?!]\s+\S")
DASHED = re.compile(r"[-~*/]+\s*(?=[^\s/])")

_CONTACT = re.compile(
    r"\S@\S+\.\S|https?:|www\.|linkedin|(?:\+|\b)\d[\d\s()./-]{5,}\d"
    r"|^(?:tel|phone|mobile|mob|cell|e-?mail|fax|m|t|p)\b\.?\s?:?\s*[+\d(\[]|sent from|get outlook|\|"
)
_NOTICE = re.compile(
    r"(?:this|the (?:information|content)).{0,40}(?:e-?mail|message|communication)"
    r".{0,200}(?:confidential|intended)"
)
_DEVICE = re.compile(r"(?:sent|von meinem|envoye) (?:from|via|with|using|de)\b|get outlook for")
_BESIDE_NAME = re.compile(r"[,|(]")
_LONGEST_LINE = 160
_MOST_WORDS_BESIDE_CONTACT = 4


def may_be_signature_name(line: Line) -> bool:
    """Return whether the first line of a signature can be a name."""
    name = _BESIDE_NAME.split(line.folded, maxsplit=1)[0]
    return may_be_name(line.text[: len(name)], name, lower=True) or line.text[:1] in "[{<-"


def signature_lines(lines: list[Line], start: int) -> list[Line]:
    """Return the lines from here on that look like name, title and contact."""
    found: list[Line] = []
    for line in lines[start : start + MOST_SIGNATURE_LINES]:
        if not _is_signature_line(line, first=not found):
            break
        found.append(line)
    if found and found[0].text[0] in "-\u2013\u2014~/" and len(found[0].text) > 1:
        mark = DASHED.match(found[0].folded)
        bare = cut_line(found[0], found[0].start + mark.end(), found[0].end) if mark else None
        found[0] = bare or found[0]
    return found


def _is_signature_line(line: Line, *, first: bool) -> bool:
    if (
        _CONTACT.search(line.folded)
        and len(line.folded) <= _LONGEST_LINE
        and not STOPPED.search(line.folded.split("@")[0])
    ):
        return True
    if _NOTICE.match(line.folded) or (line.text[0] == "[" and line.text[-1] == "]"):
        return True
    words = line.folded.split()
    if len(words) > MOST_SIGNATURE_WORDS:
        return False
    if first and len(words) == 1:
        return True
    if STOPPED.search(line.folded) and not may_be_name(line.text, line.folded):
        return False
    plain = sum(word.strip(".,!") in NOT_NAMES and word not in PARTICLES for word in words)
    return plain <= len(words) // 3


def signature_start(lines: list[Line]) -> int | None:
    """Return the index of the first line of a signature that no sign-off announces, if there is one."""
    index = len(lines)
    while index > 1 and len(lines) - index < MOST_SIGNATURE_LINES and _is_signature_at(lines, index - 1):
        index -= 1
    while index < len(lines) and not _names_or_device(lines[index]):
        index += 1
    return index if index < len(lines) else None


def _names_or_device(line: Line) -> bool:
    return may_be_name(line.text, line.folded) or bool(_DEVICE.match(line.folded))


def _is_signature_at(lines: list[Line], index: int) -> bool:
    """Return whether a line near the end can be of the signature: capitals or contact, no sentence."""
    line, before = lines[index], lines[index - 1]
    apart = before.paragraph != line.paragraph or before.folded[-1] in '.!?,)"\x01'
    if may_be_name(line.text, line.folded) and not bullet_length(line):
        return apart or may_be_name(before.text, before.folded)
    if bullet_length(line) or bullet_length(before) or STOPPED.search(line.folded):
        return (
            bool(_CONTACT.search(line.folded))
            and len(line.folded.split()) <= _MOST_WORDS_BESIDE_CONTACT
            and not bullet_length(line)
        )
    if _CONTACT.search(line.folded):
        return len(line.folded.split()) <= MOST_SIGNATURE_WORDS
    return False
