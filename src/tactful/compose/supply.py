"""Supplies phrases for what a message lacks.

An analysis, slot values, kind and tone enter; phrases of the bank leave as pieces.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tactful.analysis import Analysis
from tactful.compose.pieces import Piece
from tactful.fidelity.tokens import content_words
from tactful.phrases import Wish, bank_for
from tactful.result import Finding
from tactful.text import fold

_FORMULAS = frozenset({"thanks", "decline", "withdraw", "goodwill"})
_BESIDE_FORMULAS = frozenset({"offer-mentioned", "deliberation"})
_CARRIED = frozenset({"role", "company"})
_FIRST_NAME_GREETINGS = ("hi", "hey", "hello", "hiya")


@dataclass(frozen=True)
class Supplier:
    """Chooses phrases for one message."""

    analysis: Analysis
    values: dict[str, str]
    kind: str
    tone: str
    turn: int = 0
    noted: bool = False
    findings: tuple[Finding, ...] = ()

    def phrase(
        self, act: str, *, topic: str | None = None, needed: frozenset[str] = frozenset()
    ) -> Piece | None:
        """Return a phrase that performs an act, or ``None`` where the bank has none."""
        wish = Wish(
            act=act,
            tone=register(self.analysis) if self.tone == "as-is" else self.tone,
            channel=self.analysis.draft.context.channel,
            kind=self.kind,
            claims=self.analysis.act_names,
            topic=topic,
            needed=needed,
            turn=self.turn,
        )
        text = bank_for(self.analysis.book).choose(wish, self.values)
        return None if text is None else Piece(text, "phrase", -1, frozenset({act}))

    def in_tone(self, piece: Piece) -> Piece:
        """Return a bare formula of the writer's as the tone says it, and any other piece as it is."""
        acts = piece.acts & _FORMULAS
        if len(acts) != 1 or piece.acts - acts - _BESIDE_FORMULAS:
            return piece
        bank = bank_for(self.analysis.book)
        if any(self.tone in phrase.tones for phrase, _ in bank.recognise(piece.text)):
            return piece
        said = set(content_words(piece.text, self.analysis.book))
        carried = frozenset(
            name
            for name, value in self.values.items()
            if fold(value) in fold(piece.text) and name in _CARRIED
        )
        slots = {word for name in carried for word in content_words(self.values[name], self.analysis.book)}
        if said - slots - bank.vocabulary():
            return piece
        phrase = self.phrase(next(iter(acts)), needed=carried)
        if phrase is None or any(fold(self.values[name]) not in fold(phrase.text) for name in carried):
            return piece
        return replace(phrase, source=piece.source, acts=piece.acts)

    def sign_off(self, said: str) -> str:
        """Return a sign-off as it is, or as the tone that is asked for says it."""
        if self.tone == "as-is":
            return said
        bank = bank_for(self.analysis.book)
        if any(self.tone in phrase.tones for phrase, _ in bank.recognise(said)):
            return said
        piece = self.phrase("sign-off")
        return piece.text if piece else said

    def subject(self) -> str | None:
        """Return a neutral subject line, where the channel has one."""
        if self.analysis.draft.context.channel not in {"email", "recruiter"}:
            return None
        span = self.analysis.draft.anatomy.subject
        offends = span is not None and any(
            one.span.start < span.end and span.start < one.span.end
            for one in self.findings
            if one.severity != "suggestion"
        )
        if span is not None and not offends:
            return self.analysis.draft.text[span.start : span.end].strip() or None
        piece = self.phrase("subject", needed=frozenset({"role"}))
        return piece.text if piece else None

    def unplaced(self, pieces: list[Piece]) -> frozenset[str]:
        """Return the slots whose values the draft has and no piece says."""
        said = fold(" ".join(piece.text for piece in pieces))
        draft = self.analysis.draft
        outside = [span for span in (draft.anatomy.subject, draft.anatomy.greeting) if span]
        said += " ".join(draft.folded[span.start : span.end] for span in outside)
        return frozenset(
            name
            for name in ("role", "company")
            if name in self.values and fold(self.values[name]).removeprefix("the ") not in said
        )


def register(analysis: Analysis) -> str:
    """Return the tone in which the writer writes: formal, neutral or warm."""
    draft = analysis.draft
    greeting = draft.anatomy.greeting
    opening = draft.folded[greeting.start : greeting.end].split() if greeting else []
    contracted = any(mark in draft.folded for mark in ("n't", "i'm", "i've", "i'll", "i'd"))
    if opening and opening[0].strip(",") in _FIRST_NAME_GREETINGS:
        return "warm" if "!" in draft.text else "neutral"
    if opening and opening[0] == "dear" and not contracted:
        return "formal"
    return "neutral"
