"""The draft floor: reading a text and taking it apart.

Bytes or a string and a ``Context`` enter; a ``Draft`` with anatomy, sentences and clauses leaves.
"""

from tactful.draft.anatomy import take_apart
from tactful.draft.context import CHANNELS, KINDS, STAGES, TONES, Channel, Context, Kind, Stage, Tone
from tactful.draft.html import looks_like_html, read_html
from tactful.draft.intake import read_draft
from tactful.draft.model import Anatomy, Clause, Draft, Part, Sentence

__all__ = [
    "CHANNELS",
    "KINDS",
    "STAGES",
    "TONES",
    "Anatomy",
    "Channel",
    "Clause",
    "Context",
    "Draft",
    "Kind",
    "Part",
    "Sentence",
    "Stage",
    "Tone",
    "looks_like_html",
    "read_draft",
    "read_html",
    "take_apart",
]
