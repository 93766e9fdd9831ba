"""Contacts: e-mail addresses, links, phone numbers, street addresses, reference numbers.

The page enters; hits leave.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import re2

from tactful.facts.hits import CONTACT, TOLD, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tactful.facts.page import Page

_EMAIL = re2.compile(r"[a-z0-9._%+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+|(?:^|[ (])@[a-z0-9_.]{3,}")
_LINK = re2.compile(
    r"https?://[^ <>\"]+|\bwww\.[^ <>\"]+"
    r"|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|co|dev|me|de|uk|eu|in|ai"
    r"|app|info|fr|nl|ch|at|example)(?:/[^ <>\"]*)?"
)
_PHONE = re2.compile(r"(?:\+ ?|\b00|\()?[0-9][0-9 ()./-]{4,18}[0-9]\b")
_REFERENCE = re2.compile(
    r"\b(?:ref|reference|ticket|offer|requisition|req|job|case|application|applicant|candidate|order|invoice|tracking"
    r"|asset|number|file|id|no)\b"
    r"[.:# ]*(?:(?:number|no|nr|id|code|letter)\b[.:# ]*)*[a-z0-9/_-]*[0-9][a-z0-9/_-]*"
)
_CODE = re2.compile(r"\b[a-z]{1,6}(?:[-/][a-z0-9]+)*[-/]?[0-9]{3,}[a-z0-9]*(?:[-/][a-z0-9]+)*\b|#[0-9]{2,}\b")
_STREET = re2.compile(
    r"\b[0-9]{1,5}[a-z]?,? (?:[a-z'-]+ ){1,3}(?:street|st|road|rd"
    r"|avenue|ave|lane|row|drive|court|close|square|way|nagar"
    r"|place|terrace|crescent|boulevard|blvd)\b(?:,? (?:apartment|apt|suite|flat|unit)\.? [0-9a-z]+)?"
    r"|\b(?:rua|rue|via|calle|avenida|avenue) (?:[a-z]+ ){1,4}[0-9]{1,4}\b"
    r"|\b[a-z]+(?:strasse|straat|gatan|vej)\.? [0-9]{1,4}[a-z]?\b"
)
_LAST_CODE = re.compile(r"[a-z0-9/_-]*[0-9][a-z0-9/_-]*$")
_TRAILING = ".,;:!?)'\""
_LEAST_PHONE_DIGITS = 7
_MOST_PHONE_DIGITS = 15
_LEAST_CODE = 3


def find_contacts(page: Page) -> Iterator[Hit]:
    """Yield the contacts of a page."""
    if "@" in page.folded:
        yield from _emails(page)
    if "://" in page.folded or page.has_inner_dot:
        yield from _links(page)
    if page.has_digit:
        yield from _phones(page)
        yield from _references(page)
        yield from _streets(page)


def _emails(page: Page) -> Iterator[Hit]:
    for match in _EMAIL.finditer(page.folded):
        found = match.group()
        start = match.start() + len(found) - len(found.lstrip(" ('-"))
        yield Hit(start, match.start() + len(found.rstrip(_TRAILING)), CONTACT, "contact")


def _links(page: Page) -> Iterator[Hit]:
    for match in _LINK.finditer(page.folded):
        start = match.start()
        end = start + len(match.group().rstrip(_TRAILING))
        bare = "/" not in page.folded[start:end] and not page.folded.startswith("www.", start)
        if not (bare and page.text[start].isupper()):
            yield Hit(start, end, CONTACT, "contact")


def _phones(page: Page) -> Iterator[Hit]:
    for match in _PHONE.finditer(page.folded):
        digits = sum(map(str.isdigit, match.group()))
        if _LEAST_PHONE_DIGITS <= digits <= _MOST_PHONE_DIGITS:
            start = match.start()
            start -= start > 0 and page.folded[start - 1] in "+("
            yield Hit(start, match.end(), TOLD, "contact")


def _references(page: Page) -> Iterator[Hit]:
    for match in _REFERENCE.finditer(page.folded):
        code = _LAST_CODE.search(match.group())
        if code and len(code.group()) >= _LEAST_CODE:
            yield Hit(match.start() + code.start(), match.end(), CONTACT, "contact")
    for match in _CODE.finditer(page.folded):
        first = page.text[match.start()]
        divided = "/" in match.group() or "-" in match.group()
        if first.isupper() or first == "#" or (page.caseless and divided):
            yield Hit(match.start(), match.end(), CONTACT, "contact")


def _streets(page: Page) -> Iterator[Hit]:
    for match in _STREET.finditer(page.folded):
        if page.caseless or any(map(str.isupper, page.text[match.start() : match.end()])):
            yield Hit(match.start(), match.end(), CONTACT, "contact")
