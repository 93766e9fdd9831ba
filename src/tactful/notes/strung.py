"""Parts a line that strings several notes together: «Kwame / Goldcrest Housing / no / pay too low».

A line enters; its notes leave, a single one where nothing strings them.
"""

from __future__ import annotations

import re
from typing import Final

# What parts notes, and how often it must stand in a line: a dash or a semicolon parts sentences too.
_MARKS: Final = (
    (re.compile(r"\s+/{1,2}(?:\s+|$)|\s*\|{1,2}\s*|\s+[\u2022\u00b7]\s+"), 2),
    (re.compile(r"\s*(?:->|=>|\u2192)\s*"), 2),
    (re.compile(r"(?:^|\s+)\(?\d{1,2}[.)]\s+(?=[^\W\d])"), 2),
    (re.compile(r"\s+[-\u2013\u2014]{1,2}\s+"), 3),
    (re.compile(r"\s*;\s+"), 3),
)
# «offer: rink manager, Galt Arena / contact: Beau»: the right one has a label of its own.
_LABEL_NEXT = re.compile(r"\s*(?:[/|;]|//)\s+(?=[a-z][a-z ]{1,18}[:=]\s)", re.IGNORECASE)
_MOST_WORDS = 9


def parted_line(line: str) -> list[str]:
    """Return the notes of a line; prose with a dash or a stroke in it stays whole."""
    for mark, fewest in _MARKS:
        if len(mark.findall(line)) < fewest:
            continue
        notes = [note.strip() for note in mark.split(line) if note.strip()]
        if sum(len(note.split()) for note in notes) <= _MOST_WORDS * len(notes):
            return notes
    return _LABEL_NEXT.split(line)
