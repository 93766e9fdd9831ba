"""What the draft says, clause by clause, in every form in which it may come back.

An analysed draft and its findings enter; ``SourceClause``s leave: words as written and as mended, the
rules that object, the acts, the topics.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tactful.analysis import Analysis
from tactful.decision import FIRM, HINTS, names_no_day
from tactful.draft.model import Clause
from tactful.fidelity.slips import slips_of
from tactful.fidelity.tokens import content_words
from tactful.mends import mender_for
from tactful.result import Finding
from tactful.rulebook.book import RuleBook
from tactful.text import count_words

_CALLED = {
    **dict.fromkeys(
        ("private-illness", "private-pregnancy", "private-treatment", "private-addiction"), "health"
    ),
    "private-relationship": "family",
}
# What a reader may take for a quarrel is left out where whoever rewrites leaves it out, too.
_LIKELY_TAG = "sense-likely-quarrel"
_SUSPICION = "quarrel"
# «I'm so sorry again!»
_BARE_APOLOGY = 4
_SAID_BESIDE = frozenset({"place", "organisation", "person", "amount"})


@dataclass(frozen=True, slots=True)
class SourceClause:
    """One clause of the draft; ``rules`` object to it, ``sentence_rules`` to its sentence.

    ``suspected`` is one that may be a quarrel and does nothing for the message.
    """

    text: str
    mended_text: str
    words: tuple[str, ...]
    mended: tuple[str, ...]
    sentence: int
    rules: tuple[str, ...]
    sentence_rules: tuple[str, ...]
    acts: frozenset[str]
    topics: frozenset[str]
    suspected: bool = False

    @property
    def rule(self) -> str | None:
        """The rule by which it may be left out."""
        found = next(iter((*self.rules, *self.sentence_rules)), None)
        return found or (_SUSPICION if self.suspected else None)


def source_clauses(analysis: Analysis, findings: Sequence[Finding]) -> tuple[SourceClause, ...]:
    """Return every clause of the body and the postscript of a draft."""
    objections = [one for one in findings if one.severity != "suggestion" and one.span.end > one.span.start]
    yielding = yielding_sentences(analysis)
    clauses: list[SourceClause] = []
    for index, sentence in enumerate(analysis.draft.sentences):
        against = _rules_at(objections, sentence.start, sentence.end)
        if index in yielding:
            against = (*against, yielding[index])
        clauses.extend(_clause(analysis, one, index, objections, against) for one in sentence.clauses)
    return tuple(clauses)


def yielding_sentences(analysis: Analysis) -> dict[int, str]:
    """Return the sentences that give way to a clearer phrase, each with the rule that asks for it.

    A hint of a no gives way to the decision; a request for time without a day to one with the day; and «Sorry
    again.» to the apology before it.
    """
    repeated = dict.fromkeys(_repeated_apologies(analysis), "over-apologising")
    return {**repeated, **_hints(analysis)}


def _repeated_apologies(analysis: Analysis) -> list[int]:
    """Return the sentences that are nothing but one more apology."""
    apologies = _sentences_with(analysis, "apology")
    sentences = analysis.draft.sentences
    return [
        at
        for at in dict.fromkeys(apologies[1:])
        if at != apologies[0] and count_words(analysis.draft.slice(sentences[at])) <= _BARE_APOLOGY
    ]


def _hints(analysis: Analysis) -> dict[int, str]:
    if analysis.kind in {"decline", "withdraw"} and not analysis.act_names & FIRM:
        return {
            at: "missing-decision"
            for act in HINTS
            for at in _sentences_with(analysis, act)
            if not _brings_a_reason(analysis, at)
        }
    answer_on = analysis.draft.context.answer_on
    if analysis.kind == "more-time" and answer_on is not None and names_no_day(analysis):
        return dict.fromkeys(_sentences_with(analysis, "more-time"), "missing-reply-date")
    return {}


def _brings_a_reason(analysis: Analysis, at: int) -> bool:
    """Return whether a sentence says more than a hint: a reason, or a name that belongs to one."""
    sentence = analysis.draft.sentences[at]
    named = any(
        one.type in _SAID_BESIDE and sentence.start <= one.span.start < sentence.end for one in analysis.facts
    )
    return named or bool(analysis.tags_of(at) & analysis.book.bit("act:reason"))


def _sentences_with(analysis: Analysis, act: str) -> list[int]:
    bit = analysis.book.bit(f"act:{act}")
    return [one.sentence for one in analysis.readings if one.sentence >= 0 and one.mask & bit]


def _clause(
    analysis: Analysis, clause: Clause, index: int, objections: list[Finding], against: tuple[str, ...]
) -> SourceClause:
    start, end = clause.start, clause.end
    text = analysis.draft.text[start:end].strip()
    mender = mender_for(analysis.book)
    mends = (*against, *mender.tone_rules(analysis.draft.context.tone))
    mended = mender.mend(text, mends) if mends else text
    reading = next(one for one in analysis.readings if one.start == start and one.sentence == index)
    book, slips = analysis.book, slips_of(analysis)
    return SourceClause(
        text=text,
        mended_text=mended,
        words=slips.as_written(content_words(text, book)),
        mended=slips.as_written(content_words(mended, book)),
        sentence=index,
        rules=_rules_at(objections, start, end),
        sentence_rules=against,
        acts=frozenset(name for name, tag in book.act_tags.items() if reading.mask >> tag & 1),
        topics=topics_in(reading.mask, book) | _private_topics(reading.mask, book),
        suspected=bool(reading.around & book.bit(_LIKELY_TAG)) and not reading.mask >> book.first_act,
    )


def _private_topics(mask: int, book: RuleBook) -> frozenset[str]:
    """Return what private matters may be called where they are not told."""
    return frozenset(topic for tag, topic in _CALLED.items() if mask & book.bit(tag))


def topics_in(mask: int, book: RuleBook) -> frozenset[str]:
    """Return the topics among the tags of a clause."""
    return frozenset(name for bit, name in book.topics if mask & bit)


def _rules_at(objections: list[Finding], start: int, end: int) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(one.rule for one in objections if one.span.start < end and start < one.span.end)
    )
