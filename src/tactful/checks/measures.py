"""What limit rules can measure.

An ``Analysis`` and an optional name (of an act or a tag) enter; a number leaves, with the places that
make it up where there are any.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from tactful.acts import Reading, performs
from tactful.analysis import Analysis
from tactful.draft.model import Sentence
from tactful.result import Finding
from tactful.text import Span, count_words

Measured = tuple[float, list[Span]]
Found = Sequence[Finding]

# Where one clause may go on to the next remark.
_PART = re.compile(r"(?:,|;)? (?:and|nor|but|while|plus) |[,;] ")

# Below these, no formula calls a text hard; the readability library costs 0.25 s to import.
EASY_WORDS_A_SENTENCE = 18
EASY_LETTERS_A_WORD = 5.2
# Acts beside which a clause may still be nothing but explanation, and what makes that the bulk of a message.
# What the writer asks or promises is no explanation, however long.
ERRAND_TAG = "errand-thing"
INTRODUCTION_WORDS = 6
# A sentence is told by its words to belong to a quarrel, or to be none; one that settles the matter stays.
_TOLD = frozenset({"person", "organisation", "place", "date", "amount", "contact"})
QUARREL_TAG = "sense-quarrel"
STRONG_QUARREL_TAG = "sense-strong-quarrel"
LIKELY_TAG = "sense-likely-quarrel"
HARMLESS_TAG = "sense-harmless"
MATTER_TAG = "sense-matter"
PLAIN_TAG = "sense-plain"
ERRANDS = ("request", "logistics", "referral", "pass-on")
SETTLING_ACTS = ("thanks", "decline", "withdraw", "accepted-other", "openness", "goodwill", *ERRANDS)
ERRAND_ACTS = ("request", "logistics", "referral", "feedback-request")
EXPLAINING_ACTS = (
    "reason",
    "critique",
    "condition",
    "hint-of-decline",
    "seems-decline",
    "deliberation",
    "offer-mentioned",
    "accepted-other",
    "conditional-yes",
    "maybe",
    "more-time",
    "negotiate",
    "reply-date",
    "resignation",
    "other-matter",
    "follow-up",
)
EXPLAINING_SHARE = 0.66
FRAGMENT_WORDS = 2


def body_words(analysis: Analysis, _: str | None, __: Found) -> Measured:
    """Return the words of the body and the postscript."""
    draft = analysis.draft
    return float(sum(count_words(draft.slice(sentence)) for sentence in draft.sentences)), []


def body_sentences(analysis: Analysis, _: str | None, __: Found) -> Measured:
    """Return the number of sentences, each a place."""
    places = [Span(one.start, one.end) for one in analysis.draft.sentences]
    return float(len(places)), places


def sentence_words(analysis: Analysis, _: str | None, __: Found) -> Measured:
    """Return the words of the longest sentence, and that sentence."""
    draft = analysis.draft
    longest = max(draft.sentences, key=lambda one: count_words(draft.slice(one)), default=None)
    if longest is None:
        return 0.0, []
    return float(count_words(draft.slice(longest))), [Span(longest.start, longest.end)]


def clauses_with(analysis: Analysis, of: str | None, _: Found) -> Measured:
    """Return the number of clauses that have a tag or perform an act."""
    places = [Span(one.start, one.end) for one in _with(analysis, of)]
    return float(len(places)), places


def sentences_with(analysis: Analysis, of: str | None, _: Found) -> Measured:
    """Return the number of sentences that have a tag or perform an act."""
    numbers = dict.fromkeys(one.sentence for one in _with(analysis, of))
    places = [Span(analysis.draft.sentences[at].start, analysis.draft.sentences[at].end) for at in numbers]
    return float(len(places)), places


def parts_with(analysis: Analysis, of: str | None, _: Found) -> Measured:
    """Return how often an act is performed, where one clause may perform it several times.

    «The pay is low and the hours are long» is two remarks: each part between commas or «and» that
    performs the act by itself is a place, and a clause of which no part does is one place.
    """
    act = (of or "").removeprefix("act:")
    draft = analysis.draft
    places: list[Span] = []
    for one in _with(analysis, of):
        cuts = [
            one.start,
            *(one.start + cut.end() for cut in _PART.finditer(draft.folded[one.start : one.end])),
            one.end,
        ]
        parts = [Span(start, end) for start, end in pairwise(cuts) if end > start]
        alone = [part for part in parts if performs(analysis.book, draft, part, act)]
        places.extend(alone or [Span(one.start, one.end)])
    return float(len(places)), places


def words_with(analysis: Analysis, of: str | None, _: Found) -> Measured:
    """Return the words of the clauses that have a tag or perform an act, each clause a place."""
    places = [Span(one.start, one.end) for one in _with(analysis, of)]
    text = analysis.draft.text
    return float(sum(count_words(text[span.start : span.end]) for span in places)), places


def explaining_words(analysis: Analysis, _: str | None, found: Found) -> Measured:
    """Return the words of the clauses that explain, each a place; 0 where they are not most of the message.

    A clause explains that does nothing else than give a reason or tell a story.  A sentence beside a
    finding does not count: it will change for that.
    """
    book = analysis.book
    explains = sum(book.bit(f"act:{name}") for name in EXPLAINING_ACTS)
    errands = (
        sum(book.bit(f"act:{name}") for name in ERRAND_ACTS) | book.bit(ERRAND_TAG) | book.bit(PLAIN_TAG)
    )
    objected = _objected(analysis, found)
    written = [
        one
        for one in analysis.readings
        if one.sentence >= 0 and one.start >= _opening(analysis) and one.sentence not in objected
    ]
    places = [
        one for one in written if not (one.mask & ~explains) >> book.first_act and not one.around & errands
    ]
    text = analysis.draft.text
    total = sum(count_words(text[one.start : one.end]) for one in written)
    words = sum(count_words(text[one.start : one.end]) for one in places)
    if words < EXPLAINING_SHARE * total:
        return 0.0, []
    return float(words), [Span(one.start, one.end) for one in places]


def _objected(analysis: Analysis, found: Found) -> set[int]:
    return {
        at
        for at, sentence in enumerate(analysis.draft.sentences)
        for one in found
        if one.span.start < sentence.end and sentence.start < one.span.end
    }


def readability(analysis: Analysis, _: str | None, __: Found) -> Measured:
    """Return the automated readability index of the body (a school grade)."""
    text = " ".join(analysis.draft.slice(sentence) for sentence in analysis.draft.sentences)
    words = count_words(text)
    sentences = len(analysis.draft.sentences)
    if not words or not sentences:
        return 0.0, []
    if words / sentences <= EASY_WORDS_A_SENTENCE and _letters_are_few(text, EASY_LETTERS_A_WORD * words):
        return 0.0, []
    from textstat import textstat

    return float(textstat.automated_readability_index(text)), []


def _letters_are_few(text: str, most: float) -> bool:
    """Return whether a text has at most so many letters and digits; without its blanks is told sooner."""
    return len(text) - text.count(" ") <= most or sum(map(str.isalnum, text)) <= most


def idle_words(analysis: Analysis, _: str | None, __: Found) -> Measured:
    """Return the words of sentences that do nothing for the message, each such sentence a place."""
    places = [Span(one.start, one.end) for one in _idle(analysis).values()]
    text = analysis.draft.text
    return float(sum(count_words(text[span.start : span.end]) for span in places)), places


def quarrel_beside_findings(analysis: Analysis, _: str | None, found: Found) -> Measured:
    """Return the sentences that belong to the story of a finding.

    Anywhere in the message those that sound like a quarrel, and side by side with it those that may be
    one: they do nothing for the message, or their words leave it open.  A bare name tells no story.
    """
    if not found:
        return 0.0, []
    names = {fact.span for fact in analysis.facts if fact.type == "person"}
    quarrelling = {
        **_quarrelling(analysis, QUARREL_TAG, SETTLING_ACTS),
        **_quarrelling(analysis, STRONG_QUARREL_TAG, ERRANDS),
    }
    told = {at for at, one in quarrelling.items() if Span(one.start, one.end) not in names}
    mild = analysis.book.bit(HARMLESS_TAG) | analysis.book.bit(PLAIN_TAG)
    idle = {at: one for at, one in _idle(analysis).items() if not analysis.tags_of(at) & mild}
    likely = _quarrelling(analysis, LIKELY_TAG, (*SETTLING_ACTS, "reason"))
    open_to_doubt = {at: one for at, one in {**idle, **likely}.items() if not _tells_a_fact(one, analysis)}
    touched = _touched(analysis, found)
    places = {at for at in told if at not in touched}
    touched |= places
    last = len(analysis.draft.sentences) - 1
    for order, step in ((range(1, last + 1), -1), (range(last - 1, -1, -1), 1)):
        for at in order:
            if at not in touched and at + step in touched and at in open_to_doubt:
                touched.add(at)
                places.add(at)
    spans = [Span(one.start, one.end) for one in (analysis.draft.sentences[at] for at in sorted(places))]
    return float(len(spans)), spans


def _tells_a_fact(sentence: Sentence, analysis: Analysis) -> bool:
    """Return whether a sentence names somebody, a place, a day, a sum or an address.

    Of two that are as likely to be a quarrel, it is the one that somebody would miss.
    """
    return any(
        sentence.start <= fact.span.start < sentence.end for fact in analysis.facts if fact.type in _TOLD
    )


def _touched(analysis: Analysis, found: Found) -> set[int]:
    """Return the sentences in which a finding lies."""
    return {
        at
        for at, sentence in enumerate(analysis.draft.sentences)
        if any(one.span.start < sentence.end and sentence.start < one.span.end and one.text for one in found)
    }


def _quarrelling(analysis: Analysis, tag: str, acts: tuple[str, ...]) -> dict[int, Sentence]:
    """Return the sentences that sound like a quarrel, to the degree of a tag, with none of the acts."""
    book = analysis.book
    quarrel = book.bit(tag)
    settled = sum(book.bit(f"act:{name}") for name in acts)
    return {
        at: sentence
        for at, sentence in enumerate(analysis.draft.sentences)
        if analysis.tags_of(at) & quarrel and not analysis.tags_of(at) & settled
    }


def idle_fragments(analysis: Analysis, _: str | None, found: Found) -> Measured:
    """Return the idle sentences of one or two words, such as «Well.» or «Seriously?».

    A message without any other fault keeps them: there they are the writer's manner.
    """
    text = analysis.draft.text
    if not any(one.severity != "suggestion" and one.text for one in found):
        return 0.0, []
    named = [fact.span.start for fact in analysis.facts]
    places = [
        Span(one.start, one.end)
        for one in _idle(analysis).values()
        if count_words(text[one.start : one.end]) <= FRAGMENT_WORDS
        and not any(one.start <= start < one.end for start in named)
    ]
    return float(len(places)), places


def _idle(analysis: Analysis) -> dict[int, Sentence]:
    """Return the sentences that do nothing for the message; worked out once."""
    if "idle" not in analysis.memo:
        analysis.memo["idle"] = _found_idle(analysis)
    idle: dict[int, Sentence] = analysis.memo["idle"]
    return idle


def _found_idle(analysis: Analysis) -> dict[int, Sentence]:
    """Return the sentences that perform no act, bring no matter, name no contact, and introduce nobody."""
    thing, matter = analysis.book.bit(ERRAND_TAG), analysis.book.bit(MATTER_TAG)
    text = analysis.draft.text
    # Of one or two words the sense is a guess.
    acting = {
        one.sentence
        for one in analysis.readings
        if one.mask >> analysis.book.first_act
        or one.mask & thing
        or (one.mask & matter and count_words(text[one.start : one.end]) > FRAGMENT_WORDS)
    }
    contacts = [fact.span.start for fact in analysis.facts if fact.type == "contact"]
    persons = [fact.span.start for fact in analysis.facts if fact.type == "person"]
    return {
        at: sentence
        for at, sentence in enumerate(analysis.draft.sentences)
        if at not in acting
        and sentence.start >= _opening(analysis)
        and not any(sentence.start <= start < sentence.end for start in contacts)
        and not (
            count_words(text[sentence.start : sentence.end]) <= INTRODUCTION_WORDS
            and any(sentence.start <= start < sentence.end for start in persons)
        )
    }


def _opening(analysis: Analysis) -> int:
    """Return where the message begins: an address block above the greeting is no part of it."""
    greeting = analysis.draft.anatomy.greeting
    return greeting.end if greeting else 0


def _with(analysis: Analysis, of: str | None) -> list[Reading]:
    bit = analysis.book.bit(of or "")
    return [one for one in analysis.readings if one.sentence >= 0 and one.mask & bit]


MEASURES: dict[str, Callable[[Analysis, str | None, Found], Measured]] = {
    "words": body_words,
    "sentences": body_sentences,
    "sentence-words": sentence_words,
    "clauses-with": clauses_with,
    "sentences-with": sentences_with,
    "parts-with": parts_with,
    "words-with": words_with,
    "explaining-words": explaining_words,
    "readability": readability,
    "idle-words": idle_words,
    "idle-fragments": idle_fragments,
    "quarrel-beside-findings": quarrel_beside_findings,
}
