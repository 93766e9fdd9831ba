"""The finder: every seeker over one page.

A ``Draft`` enters; its facts leave, sorted by span and without overlap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tactful.facts.caseless import find_caseless_names
from tactful.facts.contacts import find_contacts
from tactful.facts.hits import TOLD, Hit, settle
from tactful.facts.measures import find_measures
from tactful.facts.names import find_names
from tactful.facts.neighbours import occurrences
from tactful.facts.page import read_page
from tactful.facts.roles import find_roles
from tactful.facts.titles import find_titles
from tactful.facts.vocabulary import read_vocabulary
from tactful.facts.workplaces import find_workplaces
from tactful.result import Fact
from tactful.text import Span, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tactful.draft.context import Context
    from tactful.draft.model import Draft
    from tactful.facts.page import Page
    from tactful.facts.vocabulary import Vocabulary
    from tactful.result import FactType


class FactFinder:
    """Finds persons, organisations, roles, places, dates, amounts and contacts.

    The lexicons are those whose names start with ``fact-``; the English words are asked for when a
    draft is first read.
    """

    def __init__(
        self,
        lexicons: Mapping[str, Sequence[str]],
        english_words: Callable[[], frozenset[str]] | None = None,
    ) -> None:
        self._lexicons = lexicons
        self._english_words = english_words
        self._vocabulary: Vocabulary | None = None

    def find(self, draft: Draft) -> tuple[Fact, ...]:
        """Return the facts of all that the writer wrote; quoted threads are left out."""
        if self._vocabulary is None:
            self._vocabulary = read_vocabulary(self._lexicons, self._english_words)
        page = read_page(draft)
        text = draft.text
        hits = settle(_seek(page, self._vocabulary, draft.context), text)
        return tuple(Fact(hit.type, Span(hit.start, hit.end), text[hit.start : hit.end]) for hit in hits)


def _seek(page: Page, vocabulary: Vocabulary, context: Context) -> Iterator[Hit]:
    yield from find_contacts(page)
    yield from find_measures(page)
    yield from _told(page, context)
    yield from find_roles(page, vocabulary)
    yield from find_titles(page, vocabulary)
    yield from find_names(page, vocabulary)
    yield from find_caseless_names(page, vocabulary)
    yield from find_workplaces(page)


def _told(page: Page, context: Context) -> Iterator[Hit]:
    """Yield where the text names what the context tells."""
    told: tuple[tuple[str | None, FactType], ...] = (
        (context.to, "person"),
        (context.sender, "person"),
        (context.company, "organisation"),
        (context.role, "role"),
    )
    for value, kind in told:
        name = fold(value.strip()) if value else ""
        if name:
            for start in occurrences(page.folded, name):
                yield Hit(start, start + len(name), TOLD, kind)
