"""What limit rules can measure.

An ``Analysis`` and an optional name (of an act or a tag) enter; a number leaves, with the places that
make it up where there are any.
"""

from __future__ import annotations

from collections.abc import Callable

from tactful.acts import Reading
from tactful.analysis import Analysis
from tactful.text import Span, count_words

Measured = tuple[float, list[Span]]

# Below these, no formula calls a text hard; the readability library costs 0.25 s to import.
EASY_WORDS_A_SENTENCE = 18
EASY_LETTERS_A_WORD = 5.2


def body_words(analysis: Analysis, _: str | None) -> Measured:
    """Return the words of the body and the postscript."""
    draft = analysis.draft
    return float(sum(count_words(draft.slice(sentence)) for sentence in draft.sentences)), []


def body_sentences(analysis: Analysis, _: str | None) -> Measured:
    """Return the number of sentences, each a place."""
    places = [Span(one.start, one.end) for one in analysis.draft.sentences]
    return float(len(places)), places


def sentence_words(analysis: Analysis, _: str | None) -> Measured:
    """Return the words of the longest sentence, and that sentence."""
    draft = analysis.draft
    longest = max(draft.sentences, key=lambda one: count_words(draft.slice(one)), default=None)
    if longest is None:
        return 0.0, []
    return float(count_words(draft.slice(longest))), [Span(longest.start, longest.end)]


def clauses_with(analysis: Analysis, of: str | None) -> Measured:
    """Return the number of clauses that have a tag or perform an act."""
    places = [Span(one.start, one.end) for one in _with(analysis, of)]
    return float(len(places)), places


def sentences_with(analysis: Analysis, of: str | None) -> Measured:
    """Return the number of sentences that have a tag or perform an act."""
    numbers = dict.fromkeys(one.sentence for one in _with(analysis, of))
    places = [
        Span(analysis.draft.sentences[at].start, analysis.draft.sentences[at].end) for at in numbers
    ]
    return float(len(places)), places


def words_with(analysis: Analysis, of: str | None) -> Measured:
    """Return the words of the clauses that have a tag or perform an act."""
    readings = _with(analysis, of)
    text = analysis.draft.text
    return float(sum(count_words(text[one.start : one.end]) for one in readings)), []


def readability(analysis: Analysis, _: str | None) -> Measured:
    """Return the automated readability index of the body (a school grade)."""
    text = " ".join(analysis.draft.slice(sentence) for sentence in analysis.draft.sentences)
    words = count_words(text)
    sentences = len(analysis.draft.sentences)
    if not words or not sentences:
        return 0.0, []
    letters = sum(map(str.isalnum, text))
    if words / sentences <= EASY_WORDS_A_SENTENCE and letters / words <= EASY_LETTERS_A_WORD:
        return 0.0, []
    from textstat import textstat  # noqa: PLC0415 - costs 0.25 s, and easy texts never need it

    return float(textstat.automated_readability_index(text)), []


def _with(analysis: Analysis, of: str | None) -> list[Reading]:
    bit = analysis.book.bit(of or "")
    return [one for one in analysis.readings if one.sentence >= 0 and one.mask & bit]


MEASURES: dict[str, Callable[[Analysis, str | None], Measured]] = {
    "words": body_words,
    "sentences": body_sentences,
    "sentence-words": sentence_words,
    "clauses-with": clauses_with,
    "sentences-with": sentences_with,
    "words-with": words_with,
    "readability": readability,
}
