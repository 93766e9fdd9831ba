"""Says plainly what a note says: in a full sentence to the reader.

An item enters; sentences with their marks leave.
"""

from __future__ import annotations

import re

from tactful.notes.fullness import full
from tactful.notes.reader import to_reader
from tactful.notes.told import spoken
from tactful.text import capitalise, close_sentence

ORDER = spoken(
    r"(?:pls |please |and )*(?P<what>(?:refund|delete|remove|erase|shred|destroy|reimburse|confirm"
    r"|send me|forward|cancel"
    r"|update|keep my|bin|give (?-i:[A-Z])\w+|pay (?:me|my|us|the|for|back))\b.*?)(?: (?:pls|please))?[\s.]*"
)
_ARROW = re.compile(r"\s*(?:->|=>|\u2192)\s*")
_CLOSED_APART = re.compile(r"\)$|[^.!?][\"\u201d]$")
_QUESTION = re.compile(
    r"(?:could|would|can|may|do|are|is|will|have|did) (?:you|i|it|they|we)\b", re.IGNORECASE
)


def plainly(text: str) -> tuple[str, ...]:
    """Return an item that is no instruction as a sentence to the reader."""
    left, *right = _ARROW.split(text, maxsplit=1)
    if not right:
        return (ended(full(to_reader(text))),)
    order = ORDER.fullmatch(right[0])
    if order:
        what = order.group("what")
        asked = f"please {what}" if " " in what else f"please {what} it"
        return (close_sentence(f"{full(to_reader(left))}; {asked}"),)
    said = full(to_reader(right[0]))
    return (close_sentence(f"{full(to_reader(left))}: {lowered(said) if right[0][:1].islower() else said}"),)


def ended(said: str) -> str:
    """Return a sentence with its capital and its mark."""
    said = capitalise(said)
    if _QUESTION.match(said) and not said.endswith("?"):
        return f"{said.rstrip('. ')}?"
    return f"{said}." if _CLOSED_APART.search(said) else close_sentence(said)


def lowered(text: str) -> str:
    """Return a sentence that no longer opens anything: its capital goes, unless it is «I» or a short form."""
    return text if text[:2] in {"I ", "I'"} or text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"
