"""The pieces that a message is made of.

Nothing enters; frozen shapes leave.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Making = Literal["own", "mended", "cut", "neutral", "phrase"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence of the message to be: where it comes from, and the acts it performs.

    ``source`` is the place of the draft's sentence, or -1; ``rules`` are the rules that asked for
    the edit.
    """

    text: str
    making: Making
    source: int
    acts: frozenset[str]
    rules: tuple[str, ...] = ()
    part: str = "body"


@dataclass(frozen=True, slots=True)
class Edit:
    """What became of one sentence: its pieces in order, and the topics it had to say plainly."""

    pieces: tuple[Piece, ...]
    topics: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
