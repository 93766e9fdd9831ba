"""Gives the writer's own reason back where many reasons were too many.

An analysed draft and the edits of its sentences enter; the edits leave, one of them with the reason.
"""

from __future__ import annotations

from tactful.analysis import Analysis
from tactful.compose.pieces import Edit, Piece
from tactful.fragments import editing_findings, read_fragment
from tactful.text import count_words

MOST_REASON_WORDS = 25
# These object to how much is said, not to what.
_TOO_MUCH = frozenset({"over-explaining", "rambling", "long-sentence", "detailed-critique"})
_REASONS = frozenset({"reason", "accepted-other"})


def restore_reason(analysis: Analysis, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Give back one reason, brief and in the writer's own words, where none is left.

    The last one counts: it is where «what it boils down to» stands.
    """
    if any(_REASONS & piece.acts for edit in edits for piece in edit.pieces):
        return edits
    for index in range(len(edits) - 1, -1, -1):
        edit = edits[index]
        if edit.rules and not edit.pieces and _TOO_MUCH.issuperset(edit.rules):
            piece = _reason(analysis, index)
            if piece is not None:
                return (*edits[:index], Edit((piece,)), *edits[index + 1 :])
    return edits


def _reason(analysis: Analysis, index: int) -> Piece | None:
    """Return a sentence as it is, if it is brief, gives a reason and offends nobody by itself."""
    sentence = analysis.draft.sentences[index]
    text = analysis.draft.slice(sentence)
    if count_words(text) > MOST_REASON_WORDS:
        return None
    tags, book = analysis.tags_of(index), analysis.book
    acts = frozenset(act.act for act in analysis.acts if sentence.start <= act.span.start < sentence.end)
    gives = bool(acts & _REASONS) or bool(tags & book.bit("sense-reason"))
    if not gives or not tags & book.bit("sense-harmless") or editing_findings(read_fragment(text, analysis)):
        return None
    return Piece(text, "own", index, acts | {"reason"}, part=sentence.part)
