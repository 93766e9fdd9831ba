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
_PLACEHOLDER = re.compile(r"\[[a-z][^\[\]\n]{1,60}\]|\{[^{}\n]{1,40}\}")
_WRAPPED = 45
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
    if "[" in folded or "{" in folded:
        text, folded = _without_placeholders(text, folded)
    text, folded = _with_lines(text, folded, draft.anatomy.body)
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


def _with_lines(text: str, folded: str, body: Span) -> tuple[str, str]:
    """Return text and folded text with a line end only where the writer ended a line.

    A long line of the body whose next line goes on was broken by the mail program: a space.
    """
    if "\n" not in text:
        return text, folded
    texts, foldeds, start = [], [], 0
    for line in text.split("\n"):
        end = start + len(line)
        following = text[end + 1 : end + 2]
        wrapped = len(line) >= _WRAPPED and body.start <= start and end < body.end and following.isalnum()
        texts.append(line + (" " if wrapped else "\n"))
        foldeds.append(folded[start:end] + (" " if wrapped else "\n"))
        start = end + 1
    return "".join(texts)[:-1], "".join(foldeds)[:-1]


def _is_shouted(text: str, folded: str) -> bool:
    """Return whether most letters are capitals, judged by the frequent ones."""
    capitals = sum(text.count(letter.upper()) for letter in _FREQUENT)
    return capitals * 2 > sum(folded.count(letter) for letter in _FREQUENT)


def _without_placeholders(text: str, folded: str) -> tuple[str, str]:
    """Return text and folded text with «[Company]» and «{{name}}» blanked: they name nothing."""
    for match in _PLACEHOLDER.finditer(folded):
        start, end = match.span()
        blank = " " * (end - start)
        text = text[:start] + blank + text[end:]
        folded = folded[:start] + blank + folded[end:]
    return text, folded


def _blank(text: str, quoted: Sequence[Span]) -> str:
    for span in quoted:
        text = text[: span.start] + "\n" * (span.end - span.start) + text[span.end :]
    return text


def _with_currency(text: str, folded: str) -> str:
    characters = list(folded)
    for match in _CURRENCY.finditer(text):
        characters[match.start()] = "$"
    return "".join(characters)
