"""Reads notes that the writer made for a message: labels, errands, keywords.

One line of notes enters; a ``Note`` leaves: a value for a slot, a sentence, or nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tactful.text import close_sentence, fold

NOTE_RULE = "note-form"
_LABEL = re.compile(
    r"^\W*(to|from|sign(?:ed)?(?: as)?|name|me|role|position|job|company|employer|firm)\s*[:=]\s*"
    r"(.+?)[\s.]*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"^\W*(from|sign(?:ed)?(?: as)?)\s+([^\s:=].*?)[\s.]*$", re.IGNORECASE)
_THANK = re.compile(
    r"^\W*(?:thank|thanks to|say thanks to)\s+((?:(?:mr|ms|mrs|dr|prof)\.? )?[^\W\d_][\w'\u2019-]+)\W*$",
    re.IGNORECASE,
)
_SLOTS = {
    "to": "name",
    "from": "sender",
    "name": "sender",
    "me": "sender",
    "role": "role",
    "position": "role",
    "job": "role",
    "company": "company",
    "employer": "company",
    "firm": "company",
}
# What a writer does, and what a writer wants done, when a note begins with the bare verb.
_OWN_ERRANDS = re.compile(
    r"^(?:return|send back|give back|hand back|hand in|hand over|post back|bring back|drop off|ship back"
    r"|mail back|deliver)\b"
)
_ASKED_ERRANDS = re.compile(
    r"^(?:refund|delete|remove|erase|shred|destroy|reimburse|confirm|send me|forward"
    r"|pay (?:me|my|us|the|for|back|out)|cancel|update|keep my|pass on|tell|let)\b"
)
_ASK_FOR = re.compile(r"^ask (?:them |him |her |you )?(?:to|for|if)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Note:
    """What a line of notes is: a slot and its value, or a sentence for the message."""

    slot: str = ""
    value: str = ""
    sentence: str = ""


def read_note(text: str) -> Note:
    """Return what a line of notes says; an empty note where it is only a keyword."""
    labelled = _LABEL.match(text) or _FROM.match(text)
    if labelled:
        name = labelled.group(1).lower()
        slot = "sender" if name.startswith("sign") else _SLOTS[name]
        return Note(slot, labelled.group(2).strip())
    thanked = _THANK.match(text)
    if thanked:
        return Note("name", thanked.group(1))
    return Note(sentence=_errand(text))


def _errand(text: str) -> str:
    bare = text.strip(" -*\u2022\t")
    asked = _ASK_FOR.match(bare)
    if asked and " to " in asked.group().lower() + " ":
        bare = bare[asked.end() :]
        return close_sentence(f"Please {bare}") if _ASKED_ERRANDS.match(fold(bare)) else ""
    if _OWN_ERRANDS.match(fold(bare)):
        return close_sentence(f"I will {bare[:1].lower()}{bare[1:]}")
    if _ASKED_ERRANDS.match(fold(bare)):
        return close_sentence(f"Please {bare[:1].lower()}{bare[1:]}")
    return ""
