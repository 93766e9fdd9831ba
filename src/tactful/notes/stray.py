"""Reads one line of notes that stands in a message: a label, an errand, a keyword.

The line enters; a ``Note`` leaves: values for slots, a sentence for the reader, or nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tactful.notes.directions import read_direction, read_signature
from tactful.notes.fullness import begun
from tactful.notes.headings import heading_slots, subject_slots
from tactful.notes.parties import Slots
from tactful.notes.sayings import read_saying
from tactful.notes.told import spoken
from tactful.text import capitalise, close_sentence

# «3. », «- »: what counts the notes.
_MARKER = re.compile(r"^[\s\u2022*>-]*(?:\d+[.)]\s+)?")
_ONLY_THANKED = spoken(
    r"(?:thank|thanks to|say thanks to)\s+(?!(?:him|her|them|you|team|everyone|all)\b)"
    r"(?P<name>(?:(?:mr|ms|mrs|dr|prof)\.? )?[^\W\d_][\w'\u2019-]+)\W*"
)
_KEYWORD = spoken(r"(?:the reason is|i would like to mention) .*")


@dataclass(frozen=True, slots=True)
class Note:
    """What a line of notes is: values for slots, or a sentence for the message."""

    slots: Slots = ()
    sentence: str = ""


def read_note(text: str) -> Note:
    """Return what a line of notes says; an empty note where it is only a keyword."""
    bare = _MARKER.sub("", text).strip().replace("\u2019", "'")
    thanked = _ONLY_THANKED.fullmatch(bare)
    if thanked:
        return Note((("name", thanked.group("name")),))
    headed = heading_slots(bare) or subject_slots(bare)
    if headed:
        return Note(headed)
    told = read_signature(bare, last=False) or read_direction(bare.rstrip(" ."))
    if told:
        return Note(tuple(("company" if slot == "firm" else slot, one) for slot, one in told.slots))
    said = read_saying(bare.rstrip(" ."))
    if said is None or _KEYWORD.fullmatch(said.sentences[0]):
        return Note()
    return Note(sentence=" ".join(said.sentences))


def full_sentence(text: str) -> str:
    """Return an elliptic note with its subject: «starting own workshop» is said of the writer."""
    said = begun(text)
    return close_sentence(capitalise(said)) if said else text
