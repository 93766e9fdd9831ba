"""The page: what the writer wrote, with what every seeker asks of it worked out once.

A ``Draft`` enters; a ``Page`` leaves.  Quoted threads are blanked, so that nothing is found in them
and every span stays a span of the draft.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tactful.draft.model import Anatomy, Draft
    from tactful.text import Span

_APART = {code: " " for code in range(128) if not chr(code).isalnum()}
_DIGIT = re.compile(r"[0-9]")
_INNER_DOT = re.compile(r"\.[a-z]{2}")
_FREQUENT = "eao"
_CURRENCY_SIGNS = "\u20ac\u00a3\u00a5\u20b9\u20a9\u20ba\u20a6\u20aa\u20b1\u20ab\u20b4\u20bd"
_CURRENCY = re.compile(f"[{_CURRENCY_SIGNS}]")


class Page(NamedTuple):
    """A draft without its quoted threads; ``figures`` is ``folded`` with every currency sign a ``$``.

    ``caseless`` tells that capitals say nothing here: the whole text is shouted or has none.
    """

    text: str
    folded: str
    figures: str
    words: frozenset[str]
    has_digit: bool
    has_inner_dot: bool
    shouted: bool
    caseless: bool
    anatomy: Anatomy


def read_page(draft: Draft) -> Page:
    """Return the page of a draft."""
    text = _blank(draft.text, draft.anatomy.quoted)
    folded = _blank(draft.folded, draft.anatomy.quoted)
    words = frozenset(folded.translate(_APART).split())
    figures = folded
    if not text.isascii() and _CURRENCY.search(text):
        figures = _with_currency(text, folded)
    shouted = _is_shouted(text, folded)
    return Page(
        text=text,
        folded=folded,
        figures=figures,
        words=words,
        has_digit=_DIGIT.search(folded) is not None,
        has_inner_dot=_INNER_DOT.search(folded) is not None,
        shouted=shouted,
        caseless=shouted or text.islower(),
        anatomy=draft.anatomy,
    )


def _is_shouted(text: str, folded: str) -> bool:
    """Return whether most letters are capitals, judged by the frequent ones."""
    capitals = sum(text.count(letter.upper()) for letter in _FREQUENT)
    return capitals * 2 > sum(folded.count(letter) for letter in _FREQUENT)


def _blank(text: str, quoted: Sequence[Span]) -> str:
    for span in quoted:
        text = text[: span.start] + "\n" * (span.end - span.start) + text[span.end :]
    return text


def _with_currency(text: str, folded: str) -> str:
    characters = list(folded)
    for match in _CURRENCY.finditer(text):
        characters[match.start()] = "$"
    return "".join(characters)
