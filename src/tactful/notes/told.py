"""What one item of notes tells, and the words that such items are made of.

Nothing enters; the shape and the parts of patterns leave.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tactful.notes.parties import Slots

Way = Literal["slot", "heading", "decision", "said", "unsaid", "plain"]
OPENING, DECIDING, REASONING, FURTHER, CLOSING = range(5)
NOTE_RULE = "note-form"

THEM = r"(?:him|her|them|(?:the )?(?:hr|recruiter|boss|manager|company|team|lady|school|agency|people)\b)"
_CAPITAL = "(?-i:[A-Z\u00c0-\u017d])"
_NAME = rf"(?:(?:mr|ms|mrs|dr|prof|mme|se\u00f1ora|sister)\.? )?{_CAPITAL}[\w'-]+"
WHOM = rf"(?:{THEM}|{_NAME}(?: {_CAPITAL}[\w'-]+)*)"
DASH = r"\s+[-\u2013\u2014]\s+"
LEAD = "(?:and |also |then |so |but |please |pls |nah |just |maybe |can you |can u |could you )*"
_EQUALS = r"\s*(?:[:=]+>?|->|\u2192)\s*"


# A way of noting what to say, where in the message it belongs, and how it is said.
SayingWay = tuple[re.Pattern[str], int, Callable[[re.Match[str]], list[str]]]


@dataclass(frozen=True, slots=True)
class Told:
    """What an item tells.

    ``rank`` says where in the message its sentences belong; ``sure`` counts how much in it nobody would
    say so to a reader.
    """

    way: Way
    sentences: tuple[str, ...] = ()
    slots: Slots = ()
    rank: int = FURTHER
    sure: int = 1


def labels(*names: str) -> re.Pattern[str]:
    """Return the pattern of a label with its value: «reason: ...», «reason = ...», «reason - ...»."""
    return spoken(rf"(?:{'|'.join(names)})(?:{_EQUALS}|{DASH})(?P<value>.+)")


def spoken(pattern: str) -> re.Pattern[str]:
    """Return a pattern of notes, which are written in any case and over any lines."""
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)
