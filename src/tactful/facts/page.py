"""The page: what the writer wrote, with what every seeker asks of it worked out once.

A ``Draft`` enters; a ``Page`` leaves.  Quoted threads are blanked, so that nothing is found in them
and every span stays a span of the draft.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tactful.draft.model import Anatomy, Draft
    from tactful.text import Span

_WORD = re.compile(r"[a-z][a-z0-9]*")
_DIGIT = re.compile(r"[0-9]")
_INNER_DOT = re.compile(r"[a-z0-9]\.[a-z]{2}")
_SHOUTED = re.compile(r"[A-Z]{2}[A-Z']*")
_CURRENCY_SIGNS = "\u20ac\u00a3\u00a5\u20b9\u20a9\u20ba\u20a6\u20aa\u20b1\u20ab\u20b4\u20bd"
_CURRENCY = re.compile(f"[{_CURRENCY_SIGNS}]")
_SHOUTED_SHARE = 3


@dataclass(frozen=True, slots=True)
class Page:
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
    words = _WORD.findall(folded)
    figures = folded
    if not text.isascii() and _CURRENCY.search(text):
        figures = _with_currency(text, folded)
    shouted = len(_SHOUTED.findall(text)) * _SHOUTED_SHARE > len(words)
    return Page(
        text=text,
        folded=folded,
        figures=figures,
        words=frozenset(words),
        has_digit=_DIGIT.search(folded) is not None,
        has_inner_dot=_INNER_DOT.search(folded) is not None,
        shouted=shouted,
        caseless=shouted or text.islower(),
        anatomy=draft.anatomy,
    )


def _blank(text: str, quoted: Sequence[Span]) -> str:
    for span in quoted:
        text = text[: span.start] + "\n" * (span.end - span.start) + text[span.end :]
    return text


def _with_currency(text: str, folded: str) -> str:
    characters = list(folded)
    for match in _CURRENCY.finditer(text):
        characters[match.start()] = "$"
    return "".join(characters)
