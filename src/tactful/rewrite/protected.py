"""Finds what a remote model must not read: names, places, amounts, dates, contacts, and what may be one.

An analysed text enters; labelled spans leave, sorted and apart.  What is unsure is protected: a capital
that no sentence start explains, a word that is in no dictionary, anything with a digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from tactful.analysis import Analysis
from tactful.facts import read_english_words
from tactful.facts.vocabulary import Vocabulary, read_vocabulary
from tactful.fidelity.tokens import function_words
from tactful.rulebook.book import RuleBook
from tactful.text import Span, fold

LABELS = {
    "person": "NAME",
    "organisation": "COMPANY",
    "place": "PLACE",
    "date": "DATE",
    "amount": "AMOUNT",
    "contact": "CONTACT",
}
UNSURE = "TERM"
_NAMED = frozenset({"person", "organisation", "place"})
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019.&-][^\W\d_]+)*")
# A lone digit tells nothing («4 the offer»), unless a fact says so.
_TELLING = re.compile(
    r"[^\s\[\](){}<>\"]*[\d@][^\s\[\](){}<>\"]*|\S+://\S+|\bwww\.\S+|\b[\w-]+\.(?:com|org|net|io)\b\S*"
)
_ENDS = re.compile(r"[.,;:!?'\u2019\u201d]+$")
_PARTS = re.compile(r"[^\W_]+")
_OPENS = frozenset('.!?:\n-\u2013\u2014*\u2022>"\u201c(')
_LEAST_CASELESS = 4
_LEAST_PART = 2


@dataclass(frozen=True, slots=True)
class Protected:
    """One span that is masked, and as what."""

    span: Span
    label: str


def protected_spans(analysis: Analysis, parts: frozenset[str] = frozenset()) -> tuple[Protected, ...]:
    """Return what is to be masked in a text; ``parts`` are folded words of names known from elsewhere."""
    text = analysis.draft.text
    known = parts | name_parts(analysis)
    facts = (Protected(fact.span, LABELS[fact.type]) for fact in analysis.facts if fact.type in LABELS)
    telling = (
        Protected(_without_end(text, found.start(), found.end()), UNSURE)
        for found in _TELLING.finditer(text)
        if len(found.group()) > 1
    )
    return tuple(_apart(chain(facts, telling, _words(analysis, known))))


def name_parts(analysis: Analysis) -> frozenset[str]:
    """Return the folded words of which the names in a text and its context consist."""
    context = analysis.draft.context
    names = [fact.text for fact in analysis.facts if fact.type in _NAMED]
    names.extend(value for value in (context.to, context.sender, context.company) if value)
    return frozenset(
        part for name in names for part in _PARTS.findall(fold(name)) if len(part) >= _LEAST_PART
    ) - function_words(analysis.book)


@lru_cache(maxsize=4)
def _vocabulary(book: RuleBook) -> Vocabulary:
    return read_vocabulary(book.data["lexicons"], read_english_words)


def _words(analysis: Analysis, parts: frozenset[str]) -> Iterator[Protected]:
    """Yield the words that are, or may be, part of a name."""
    text = analysis.draft.text
    roles = [fact.span for fact in analysis.facts if fact.type == "role"]
    for found in _WORD.finditer(text):
        span = Span(*found.span())
        if _may_name(analysis, text, span, parts) and not (
            any(role.start <= span.start < role.end for role in roles)
            and _is_ordinary(fold(found.group()), analysis.book)
        ):
            yield Protected(span, UNSURE)


def _may_name(analysis: Analysis, text: str, span: Span, parts: frozenset[str]) -> bool:
    written = text[span.start : span.end]
    word = fold(written)
    ordinary = _is_ordinary(word, analysis.book)
    if not parts.isdisjoint(_PARTS.findall(word)):
        return not ordinary or not written.islower()
    if not ordinary:
        return len(word) >= _LEAST_CASELESS or not written.islower()
    if not written[0].isupper() or word in {"i", "ok"} or word.startswith("i'"):
        return False
    if written.isupper() and len(written) > 1:
        return False
    return not _opens(text, span.start) and word not in _vocabulary(analysis.book).not_names


@lru_cache(maxsize=8192)
def _is_ordinary(word: str, book: RuleBook) -> bool:
    """Return whether a word and each of its parts is in a dictionary, as it is or with an ending."""
    vocabulary = _vocabulary(book)
    return all(
        part in vocabulary.loose
        or part in vocabulary.not_words
        or part in function_words(book)
        or vocabulary.is_derived(part)
        or len(part) == 1
        for part in _PARTS.findall(word)
    )


def _opens(text: str, start: int) -> bool:
    """Return whether a sentence or a line begins here, so that its capital tells nothing."""
    before = text[:start].rstrip(" \t")
    return not before or before[-1] in _OPENS


def _without_end(text: str, start: int, end: int) -> Span:
    """Return the span without the marks that belong to the sentence around it."""
    found = _ENDS.search(text, start, end)
    return Span(start, found.start() if found and found.start() > start else end)


def _apart(found: Iterable[Protected]) -> Iterator[Protected]:
    """Yield the spans sorted and joined where they overlap; the surer label stays."""
    last: Protected | None = None
    for one in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        if last is not None and one.span.start < last.span.end:
            label = last.label if last.label != UNSURE else one.label
            last = Protected(Span(last.span.start, max(last.span.end, one.span.end)), label)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
