"""Finds the writer's reason where the words that give it cannot stay.

A clause that goes and what was found in it enter; the topics leave that may be told in plain words.  Or
an analysed draft and the edits of its sentences enter, and the edits leave, one of them with a reason that
fell with too many others.
"""

from __future__ import annotations

import re

from tactful.acts import Reading
from tactful.analysis import Analysis
from tactful.compose.pieces import Edit, Piece
from tactful.fragments import editing_findings, read_fragment
from tactful.result import Finding
from tactful.text import Span, count_words

# Reasons that may be said at a high level after the clause that held them is gone.
TERMS_OF_OFFER = ("pay", "travel", "place", "hours", "scope", "growth", "visa")
PLAIN_TOPICS = (*TERMS_OF_OFFER, "family", "health")
_OWN = re.compile(r"\b(?:i|me|my|mine|we|us|our|ours)\b")
# What stands before a matter that is the writer's own, and relations whose matters are none.
_OWNED = re.compile(r"\b(?:i|i'm|i've|my|me|our|we|own)\b[^,;:.!?]*$")
_DISTANT = re.compile(r"(?:cousin|nephew|niece|uncle|aunt|sister|brother|friend|mate|neighbou?r)")
_OFFENCES = frozenset({"threat", "blame", "gossip", "quarrel", "rude-language", "sarcasm", "demand"})
# What somebody is threatened with is no judgement of the offer.
_THREATS = frozenset({"threat"})
# What a harsh word may be a reason about: «your pay is an insult», but not «grow up, you tyrant».
_JUDGED = frozenset({"pay", "travel", "place"})
# «it is certainly not the money», «nothing to do with the pay», «not because of the hours»
_DENIED = re.compile(
    r"\b(?:(?:it|this|that|reason|problem)(?:'s| is| was)(?: \w+)? not|(?:it|this|that) (?:isn't|wasn't)"
    r"|nothing to do with|not (?:because of|about|for|over))(?: about| for| because of)?(?: the| your| my)? $"
)
# «the pay was not the problem»
_DENIED_AFTER = re.compile(
    r"(?: [a-z]+){0,2} (?:(?:is|was|were|are) (?:\w+ )?not|isn't|wasn't|weren't|aren't)(?: \w+)? "
    r"(?:problem|issue|reason|point|matter|question)"
)
MOST_REASON_WORDS = 25
# Between what is judged and the judgement: «the pay here is an insult».
_FEW_BLANKS = 4
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


def topics_told(
    fragment: Analysis, clause: Reading, findings: tuple[Finding, ...], rules: tuple[str, ...]
) -> list[str]:
    """Return the first topic of a clause that gives a reason, or that is judged in it.

    What is only mentioned is no reason: «the test took four hours» does not speak of working hours.  Nor is
    the family or the health of others, or what stands in an offence.  ``rules`` have found something in the
    sentence.
    """
    book, folded = fragment.book, fragment.draft.folded
    if clause.mask & book.bit("act:accepted-other"):
        return []
    private = _OWN.search(folded[clause.start : clause.end]) and not _OFFENCES.intersection(rules)
    topics = PLAIN_TOPICS if private else TERMS_OF_OFFER
    told = [
        topic
        for topic in topics
        if clause.mask & book.bit(f"topic-{topic}")
        and not _is_denied(fragment, clause, topic)
        and (topic in TERMS_OF_OFFER or _is_of_the_writer(fragment, clause, topic))
    ]
    if not clause.mask & book.bit("act:reason"):
        judged = [
            one
            for one in findings
            if book.rule_by_id[one.found_by or one.rule].carries_reason and one.rule not in _THREATS
        ]
        told = [topic for topic in told if topic in _JUDGED and _is_judged(fragment, clause, topic, judged)]
    return told[:1]


def _is_denied(fragment: Analysis, clause: Reading, topic: str) -> bool:
    """Return whether a matter is not the reason, as the writer says («it is not the money»), or is a name."""
    book, folded = fragment.book, fragment.draft.folded
    span = book.locate(book.tag_index[f"topic-{topic}"], folded, clause.start, clause.end)
    if span is None:
        return False
    # «The Charity Commission» is no pay.
    named = (
        topic != "place"
        and span.start > clause.start
        and fragment.draft.text[span.start : span.end].istitle()
    )
    before, after = folded[clause.start : span.start], folded[span.end : clause.end]
    return named or bool(_DENIED.search(before) or _DENIED_AFTER.match(after))


def _is_of_the_writer(fragment: Analysis, clause: Reading, topic: str) -> bool:
    """Return whether family or health is the writer's own: «my back», but not «my cousin's mates»."""
    book, folded = fragment.book, fragment.draft.folded
    span = book.locate(book.tag_index[f"topic-{topic}"], folded, clause.start, clause.end)
    if span is None or _DISTANT.match(folded, span.start):
        return False
    return bool(_OWNED.search(folded[clause.start : span.start]) or _OWN.match(folded, span.start))


def _is_judged(fragment: Analysis, clause: Reading, topic: str, judged: list[Finding]) -> bool:
    """Return whether a finding judges what speaks of a topic: «your pay is an insult», «silly pay»."""
    book, folded = fragment.book, fragment.draft.folded
    span = book.locate(book.tag_index[f"topic-{topic}"], folded, clause.start, clause.end)
    return span is not None and any(
        _overlap(one.span, span)
        or (span.end <= one.span.start and folded[span.end : one.span.start].count(" ") <= _FEW_BLANKS)
        or (one.span.end <= span.start and not folded[one.span.end : span.start].strip())
        for one in judged
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
