"""Masks what a model must not read, and puts it back.

An analysed text enters and a text with placeholders leaves; a text with placeholders enters and the same
text with the writer's words leaves.  What was hidden comes back exactly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tactful.analysis import Analysis
from tactful.rewrite.protected import LABELS, UNSURE, Protected, name_parts, protected_spans
from tactful.text import Span

_LABEL = "|".join((*LABELS.values(), UNSURE))
# Models drop a bracket, change the case, or put a blank for the line; one sign of a placeholder must stay.
_PLACEHOLDER = re.compile(
    rf"\\?[\[{{<]\s?(?P<label>{_LABEL})\s?\\?[\s_-]?\s?(?P<number>\d+)\s?\\?[\]}}>]?"
    rf"|(?<![^\W_])(?P<label_only>{_LABEL})\\?_(?P<number_only>\d+)\\?\]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Revealed:
    """A text with the writer's words back in; ``invented`` are placeholders that stand for nothing."""

    text: str
    invented: tuple[str, ...]


class Mask:
    """The placeholders of one refinement; the same words always have the same one."""

    def __init__(self) -> None:
        self._placeholders: dict[str, str] = {}
        self._values: dict[int, tuple[str, str]] = {}
        self._parts: frozenset[str] = frozenset()

    def hide(self, analysis: Analysis, without: tuple[Span, ...] = ()) -> str:
        """Return a text with placeholders for all that is protected; ``without`` are spans to leave out."""
        text = analysis.draft.text
        pieces: list[str] = []
        position = 0
        for one in self._protected(analysis):
            pieces.append(_cut(text, Span(position, one.span.start), without))
            if not any(_meet(gap, one.span) for gap in without):
                pieces.append(self._placeholder(text[one.span.start : one.span.end], one.label))
            position = one.span.end
        pieces.append(_cut(text, Span(position, len(text)), without))
        return "".join(pieces)

    def hide_all_but(self, analysis: Analysis, span: Span) -> str:
        """Return the text of one span with placeholders; what reaches beyond the span is left out."""
        return self.hide(analysis, (Span(0, span.start), Span(span.end, len(analysis.draft.text))))

    def _protected(self, analysis: Analysis) -> list[Protected]:
        known = analysis.memo.get("protected")
        if known is None:
            self._parts |= name_parts(analysis)
            spans = protected_spans(analysis, self._parts)
            known = analysis.memo["protected"] = _with_lookalikes(analysis.draft.text, spans)
        found: list[Protected] = known
        return found

    def reveal(self, text: str) -> Revealed:
        """Return the text with the writer's words in the place of placeholders, also of mangled ones."""
        invented: list[str] = []

        def word(found: re.Match[str]) -> str:
            label = found.group("label") or found.group("label_only")
            number = found.group("number") or found.group("number_only")
            known = self._values.get(int(number))
            if known is None or known[0] != label.upper():
                invented.append(found.group())
                return found.group()
            return known[1]

        return Revealed(_PLACEHOLDER.sub(word, text), tuple(invented))

    def _placeholder(self, value: str, label: str) -> str:
        if value not in self._placeholders:
            number = len(self._values) + 1
            self._placeholders[value] = f"[{label}_{number}]"
            self._values[number] = (label, value)
        return self._placeholders[value]


def placeholders_in(text: str) -> tuple[str, ...]:
    """Return the placeholders of a masked text, each once, in order."""
    return tuple(dict.fromkeys(found.group() for found in _PLACEHOLDER.finditer(text)))


def _with_lookalikes(text: str, spans: tuple[Protected, ...]) -> list[Protected]:
    """Return the spans, and what the writer wrote that looks like a placeholder among them."""
    found = [Protected(Span(*one.span()), UNSURE) for one in _PLACEHOLDER.finditer(text)]
    return sorted(
        (*found, *(one for one in spans if not any(_meet(one.span, other.span) for other in found))),
        key=lambda one: one.span,
    )


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _cut(text: str, span: Span, without: tuple[Span, ...]) -> str:
    """Return the text of a span without what lies in the gaps."""
    kept = []
    position = span.start
    for gap in without:
        if gap.start < span.end and position < gap.end:
            kept.append(text[position : max(position, gap.start)])
            position = gap.end
    kept.append(text[position : span.end])
    return "".join(kept)
