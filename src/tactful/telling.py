"""The message that a draft stands for, where the draft is none itself.

Whoever reads notes or texting style makes a ``Telling``; analysis, composer and ledger read it.
"""

from __future__ import annotations

from dataclasses import dataclass

from tactful.text import Span


@dataclass(frozen=True, slots=True)
class Telling:
    """A message made of a draft; ``sources`` has what the writer wrote behind each of its sentences.

    ``unsaid`` is what is not to be said, and ``rule`` the rule that asks for the telling.
    """

    text: str
    rule: str
    sources: tuple[tuple[Span, str], ...] = ()
    unsaid: tuple[str, ...] = ()

    def source_at(self, place: int) -> str:
        """Return what the writer wrote behind a place of the message."""
        return next((written for span, written in self.sources if span.start <= place < span.end), "")
