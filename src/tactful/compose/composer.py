"""Composes a message: edits every sentence, then fills what the plan still lacks.

An analysed draft and an ``Order`` enter; a ``Candidate`` leaves.  The same order gives the same text.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tactful.analysis import Analysis
from tactful.compose.arrange import arrange
from tactful.compose.edit import edit_sentence
from tactful.compose.layout import lay_out
from tactful.compose.pieces import Edit, Piece
from tactful.compose.proofread import proofread
from tactful.compose.reason import restore_reason
from tactful.compose.slots import slot_values
from tactful.compose.supply import Supplier
from tactful.notes import NOTE_RULE
from tactful.result import Finding
from tactful.text import Span


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of the composer.

    ``barred`` are draft sentences that failed before and are to be left out, ``turn`` picks among
    equal phrases, ``bare`` asks for the skeleton of the kind, with no sentence of the draft,
    ``grammar`` mends slips in the writer's sentences.
    """

    kind: str
    tone: str
    barred: frozenset[int] = frozenset()
    turn: int = 0
    bare: bool = False
    reorder: bool = False
    grammar: bool = True


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rewritten text before verification, with its pieces and the edits behind them."""

    text: str
    subject: str | None
    pieces: tuple[Piece, ...]
    edits: tuple[Edit, ...]


def compose(analysis: Analysis, findings: tuple[Finding, ...], order: Order) -> Candidate:
    """Return the candidate for a draft, its findings and an order."""
    flagged: dict[str, list[Span]] = defaultdict(list)
    for one in findings:
        flagged[one.rule].append(one.span)
    edits = tuple(_edit(analysis, index, findings, order) for index in range(len(analysis.draft.sentences)))
    edits = restore_reason(analysis, edits)
    pieces = [piece for edit in edits for piece in edit.pieces]
    if order.grammar:
        pieces = proofread(pieces, analysis)
    topics = tuple(dict.fromkeys(topic for edit in edits for topic in edit.topics))
    supplier = Supplier(
        analysis,
        slot_values(analysis, flagged),
        order.kind,
        order.tone,
        turn=order.turn,
        noted=NOTE_RULE in flagged,
        findings=findings,
    )
    arranged = arrange(pieces, topics, supplier, reorder=order.reorder)
    text = lay_out(analysis, arranged, supplier)
    return Candidate(text, supplier.subject(), tuple(arranged), edits)


def _edit(analysis: Analysis, index: int, findings: tuple[Finding, ...], order: Order) -> Edit:
    if order.bare or index in order.barred:
        edit = edit_sentence(analysis, index, findings)
        return Edit((), edit.topics, edit.rules)
    return edit_sentence(analysis, index, findings)
