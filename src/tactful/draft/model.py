"""A text taken apart: the frozen shapes that every later step reads.

Nothing enters; the dataclasses of anatomy, sentences and clauses leave.  All spans are half-open
ranges of code points of ``Draft.text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tactful.draft.context import Context
from tactful.text import Span

Part = Literal["body", "postscript"]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a sentence: ``start`` may include the joining word («but», «because»)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body or the postscript, its clauses in order, without outer blanks."""

    start: int
    end: int
    clauses: tuple[Clause, ...]
    paragraph: int
    part: Part = "body"


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Where the parts of a message lie; a part that is not there is ``None``.

    ``subject`` is the subject's own text without the word «Subject:».  ``quoted`` are earlier
    messages of a thread and mail headers, never read as the writer's words.
    """

    subject: Span | None
    greeting: Span | None
    body: Span
    sign_off: Span | None
    signature: Span | None
    postscript: Span | None
    quoted: tuple[Span, ...]


@dataclass(frozen=True)
class Draft:
    """A text taken apart; ``folded`` has the length of ``text``.

    ``origin`` gives, for a text that was read out of HTML, the index in the original of each
    character; it is ``None`` where text and original are the same.
    """

    text: str
    folded: str
    anatomy: Anatomy
    sentences: tuple[Sentence, ...]
    context: Context
    origin: tuple[int, ...] | None = None

    @cached_property
    def written(self) -> str:
        """The text without quoted threads: what the writer wrote."""
        kept: list[str] = []
        position = 0
        for span in self.anatomy.quoted:
            kept.append(self.text[position : span.start])
            position = span.end
        kept.append(self.text[position:])
        return "".join(kept).strip()

    def slice(self, span: Span | Sentence | Clause) -> str:
        """Return the text of a span."""
        return self.text[span.start : span.end]

    def original_span(self, span: Span) -> Span:
        """Return where a span lies in the text as it was given."""
        if self.origin is None or not self.origin:
            return span
        last = self.origin[-1] + 1
        start = self.origin[span.start] if span.start < len(self.origin) else last
        end = self.origin[span.end - 1] + 1 if span.end > span.start else start
        return Span(start, end)
