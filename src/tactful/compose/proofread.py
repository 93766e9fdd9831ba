"""Proofreads the writer's own sentences.

The pieces of a message and the analysis of the draft enter; the same pieces leave, grammar and spelling
mended in those that the writer wrote.
"""

from __future__ import annotations

from dataclasses import replace

from tactful.analysis import Analysis
from tactful.compose.pieces import Piece
from tactful.fragments import editing_findings, read_fragment
from tactful.grammar import corrected
from tactful.mends import mender_for

GRAMMAR = "grammar"
_OWN = frozenset({"own", "mended", "cut"})
_SAID = frozenset({"reason", "request", "commitment"})


def proofread(pieces: list[Piece], analysis: Analysis) -> list[Piece]:
    """Return the pieces with the slips mended in the writer's own, but in no fact."""
    context = analysis.draft.context
    known = (context.to, context.sender, context.role, context.company)
    untouchable = tuple(
        dict.fromkeys(
            (
                *(one.text for one in analysis.facts if one.type not in _SAID and one.text.strip()),
                *(value for value in known if value),
            )
        )
    )
    return [_proofread(piece, untouchable, analysis) if piece.making in _OWN else piece for piece in pieces]


def _proofread(piece: Piece, untouchable: tuple[str, ...], analysis: Analysis) -> Piece:
    """Return a piece with its slips mended, unless a rule then objects to it."""
    known = analysis.memo.setdefault("corrected", {})
    if piece.text not in known:
        known[piece.text] = corrected(piece.text, untouchable, analysis.book)
    text = known[piece.text]
    if text == piece.text:
        return piece
    mender = mender_for(analysis.book)
    text = mender.mend(text, mender.tone_rules(analysis.draft.context.tone))
    if editing_findings(read_fragment(text, analysis)):
        return piece
    making = "mended" if piece.making == "own" else piece.making
    return replace(piece, text=text, making=making, rules=(*piece.rules, GRAMMAR))
