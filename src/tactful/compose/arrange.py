"""Puts pieces in order and fills the gaps of the plan.

Edited pieces, the topics that must be said plainly and a supplier enter; the pieces of the whole
message leave.  The writer's own order stays, but where the decision would be buried.
"""

from __future__ import annotations

from tactful.compose.pieces import Piece
from tactful.compose.supply import Supplier
from tactful.plan import missing_acts, rank

_DECISION_RANK = 3
# Who does not want to be contacted again wishes well, and no more.
_PLAIN_CLOSE = "plain-good-wish"
# Thanks that somebody else is to be given are none for the offer.
_PASSES_ON = frozenset({"pass-on", "request"})
_REASON_ACTS = frozenset({"reason", "accepted-other"})


def arrange(
    pieces: list[Piece], topics: tuple[str, ...], supplier: Supplier, *, reorder: bool
) -> list[Piece]:
    """Return all pieces of the message, in order."""
    arranged = _without_repeats([piece for piece in pieces if piece.part == "body"])
    if supplier.tone != "as-is":
        arranged = [supplier.in_tone(piece) for piece in arranged]
    if reorder:
        arranged.sort(key=lambda piece: rank(piece.acts))
    present = {
        act for piece in arranged for act in piece.acts if act != "thanks" or not _PASSES_ON & piece.acts
    }
    if arranged and _is_warm(arranged[-1], supplier):
        present.add("goodwill")
    if supplier.analysis.late and "apology" not in present:
        change = "takes-back-acceptance" in supplier.analysis.act_names
        _insert(arranged, supplier.phrase("apology-for-change" if change else "apology"), 0)
    for act in missing_acts(supplier.kind, present):
        needed = supplier.unplaced(arranged)
        wanted = _PLAIN_CLOSE if act == "goodwill" and "no-contact" in supplier.analysis.act_names else act
        _insert(arranged, supplier.phrase(wanted, needed=needed), _place(act, arranged))
    if supplier.unplaced(arranged):
        _place_facts(arranged, supplier)
    if topics and supplier.kind in {"decline", "withdraw"} and not _has_reason(arranged):
        _insert(arranged, supplier.phrase("reason", topic=topics[0]), _after_decision(arranged))
    return arranged + [piece for piece in pieces if piece.part == "postscript"]


def _has_reason(pieces: list[Piece]) -> bool:
    return any(piece.acts & _REASON_ACTS for piece in pieces)


def _is_warm(piece: Piece, supplier: Supplier) -> bool:
    """Return whether a sentence of the writer's is a kind close by its sense: «I'll come to see the play»."""
    analysis = supplier.analysis
    return piece.making == "own" and bool(analysis.tags_of(piece.source) & analysis.book.bit("sense-warm"))


def _without_repeats(pieces: list[Piece]) -> list[Piece]:
    seen: set[str] = set()
    kept = []
    for piece in pieces:
        key = piece.text.casefold()
        if piece.making == "own" or key not in seen:
            kept.append(piece)
        seen.add(key)
    return kept


def _insert(pieces: list[Piece], piece: Piece | None, place: int) -> None:
    if piece is not None:
        pieces.insert(place, piece)


def _place(act: str, pieces: list[Piece]) -> int:
    if act in {"goodwill", "close"}:
        return len(pieces)
    if act == "thanks":
        return _after(pieces, 0)
    return _after(pieces, 2)


def _after(pieces: list[Piece], highest: int) -> int:
    """Return the place behind the leading pieces whose rank is at most ``highest``."""
    place = 0
    while place < len(pieces) and rank(pieces[place].acts) <= highest:
        place += 1
    return place


def _after_decision(pieces: list[Piece]) -> int:
    places = [at for at, piece in enumerate(pieces) if rank(piece.acts) == _DECISION_RANK]
    return places[0] + 1 if places else len(pieces)


def _place_facts(pieces: list[Piece], supplier: Supplier) -> None:
    """Say role and company in a supplied phrase, or in place of a bare formula of the writer's."""
    needed = supplier.unplaced(pieces)
    for act in ("thanks", "decline", "withdraw"):
        for at, piece in enumerate(pieces):
            if act not in piece.acts or piece.making == "own":
                continue
            better = supplier.phrase(act, needed=needed)
            if better is not None and (piece.making == "phrase" or len(piece.acts) == 1):
                pieces[at] = better
                if not supplier.unplaced(pieces):
                    return
                break
