"""Roles: job titles, by the noun that they end in or by the word «role» and its like beside them.

The page and the vocabulary enter; hits leave.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tactful.facts.cues import (
    ARTICLES,
    HEADS,
    NOT_FIRST,
    NOT_IN_FRAME,
    NOT_IN_TITLE,
    OWNERS,
    ROLE_FOLLOWERS,
    ROLE_HEADS,
    SURE_FOLLOWERS,
)
from tactful.facts.hits import ROLE, Hit
from tactful.facts.neighbours import occurrences, word_after, words_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tactful.facts.page import Page
    from tactful.facts.vocabulary import Vocabulary

# Words that follow a job title: «the data analyst role».
_OF = re.compile(r" (?:of|in) (?:the )?([a-z][a-z&/-]*(?: (?:and|&) [a-z]+)?)")
# «the Assistant Librarianship».
_OFFICE = re.compile(r" [a-z]{4,}ship\b")
_LEVEL = re.compile(r" (?:ii|iii|iv|vi?|[1-5])\b(?![.,:]?[0-9])")
_MOST_WORDS = 6
# «the sheet metal job»: whatever stands between the article and the word for a job.
_FRAME = re.compile(
    r"\b(?:the|your|this|that|an?|for|as) ((?:[a-z][a-z0-9/&-]* ){1,4})"
    r"(?:job|role|position|post|vacancy|gig|apprenticeship|internship|traineeship|appointment|opening)\b"
    r"(?! (?:offer|market|search|description|office|interview|ad|advert|code|title|box|is not|isn't)\b)"
)
_AFTER_ARTICLE = re.compile(r"\b(?:the|an?|your|this|that) ((?:[a-z0-9/&-]+ ){0,3})$")


def find_roles(page: Page, words: Vocabulary) -> Iterator[Hit]:
    """Yield the job titles of a page."""
    for noun in page.words & words.role_nouns:
        for start in occurrences(page.folded, noun):
            yield from _by_noun(page, words, start, start + len(noun))
    if not page.words.isdisjoint(SURE_FOLLOWERS):
        for field in page.words & words.role_fields:
            for start in occurrences(page.folded, field):
                yield from _by_field(page, words, start, start + len(field))
    yield from _by_frame(page, words)


def _by_frame(page: Page, words: Vocabulary) -> Iterator[Hit]:
    """Yield what is named as a job by its frame alone; one word may be anything, unless it is a field."""
    for found in _FRAME.finditer(page.folded):
        named = found.group(1).split()
        while named and (named[0] in NOT_IN_TITLE or named[0] in NOT_IN_FRAME):
            named = named[1:]
        if any(word in NOT_IN_TITLE or word in NOT_IN_FRAME for word in named):
            continue
        if len(named) > 1 or (named and (named[0] in words.role_fields or named[0] in words.role_nouns)):
            end = found.end(1) - 1
            yield Hit(end - len(" ".join(named)), end, ROLE, "role")


def _by_noun(page: Page, words: Vocabulary, start: int, end: int) -> Iterator[Hit]:
    capital = not page.caseless and page.text[start].isupper()
    first = _extend_left(page, words, start, capital=capital)
    if first < 0:
        return
    end = _extend_right(page, end, capital=capital)
    office = _OFFICE.match(page.folded, end) if capital else None
    end = office.end() if office else end
    if capital and _is_name_or_title(page, words, first, start, end):
        return
    if capital or _has_role_context(
        page, words, first, end, several=first < start or " " in page.folded[start:end]
    ):
        yield Hit(first, end, ROLE, "role")
    elif word_after(page.folded, end) in ROLE_FOLLOWERS:
        named = _AFTER_ARTICLE.search(page.folded, max(0, start - 40), start)
        if named and NOT_IN_TITLE.isdisjoint(named.group(1).split()):
            yield Hit(named.start(1), end, ROLE, "role")


def _is_name_or_title(page: Page, words: Vocabulary, first: int, start: int, end: int) -> bool:
    """Return whether a capitalised noun is a form of address, an abbreviation in prose or an opening word."""
    greeting = page.anatomy.greeting
    if greeting and greeting.start <= start < greeting.end:
        return True
    if first < start:
        return False
    noun = page.folded[start:end]
    if noun in words.titles and page.text[end : end + 1] == " " and page.text[end + 1 : end + 2].isupper():
        return True
    if noun in words.not_names:
        return word_after(page.folded, end) not in ROLE_FOLLOWERS
    opens = start == 0 or page.text[start - 2 : start] in {". ", "! ", "? "} or page.text[start - 1] == "\n"
    return opens and noun in words.english and page.text[end : end + 1] == " "


def _has_role_context(page: Page, words: Vocabulary, start: int, end: int, *, several: bool) -> bool:
    """Return whether the words around say that a lower-case title is the job spoken of."""
    subject = page.anatomy.subject
    if several and subject and subject.start <= start < subject.end:
        return True
    after = word_after(page.folded, end)
    if after in SURE_FOLLOWERS or (several and after in ROLE_FOLLOWERS):
        return True
    before = words_before(page.folded, start)
    if before and before[-1] in ARTICLES:
        before = before[:-1]
    elif (
        several and page.caseless and not (before and (before[-1] in words.relations or before[-1] in OWNERS))
    ):
        return True
    if not before:
        return False
    if before[-1] in {"as", "become", "becoming"}:
        return True
    if before[-1] in {"of", "for"}:
        return several or (len(before) > 1 and before[-2] in ROLE_HEADS)
    return False


def _extend_left(page: Page, words: Vocabulary, start: int, *, capital: bool) -> int:
    """Return where the title starts whose noun starts here; -1 where the noun is a surname."""
    position = sure = start
    for _ in range(_MOST_WORDS):
        if not position or page.folded[position - 1] != " ":
            break
        before = page.folded.rfind(" ", 0, position - 1) + 1
        before = max(
            before, page.folded.rfind("(", before, position) + 1, page.text.rfind("\n", before, position) + 1
        )
        word = page.folded[before : position - 1]
        if not word or not word[-1].isalnum():
            break
        if word in words.role_words or word in words.role_fields or word in words.role_nouns:
            position = sure = before
        elif (
            capital and page.text[before].isupper() and word not in words.not_names and word not in NOT_FIRST
        ):
            if word in words.first_names:
                return sure if sure < start else -1
            position = before
        else:
            break
    return position


def _extend_right(page: Page, end: int, *, capital: bool) -> int:
    """Return where a title ends: «of ...» after a head and a level belong to it."""
    last = page.folded[page.folded.rfind(" ", 0, end) + 1 : end].lstrip("(\"'[")
    match = _OF.match(page.folded, end) if last in HEADS else None
    if match and (not capital or page.text[match.start(1)].isupper()):
        return match.end(1) if capital else match.end()
    level = _LEVEL.match(page.folded, end)
    return level.end() if level and page.text[level.end() - 1] in "IVX12345" else end


def _by_field(page: Page, words: Vocabulary, start: int, end: int) -> Iterator[Hit]:
    if word_after(page.folded, end) in SURE_FOLLOWERS:
        yield Hit(max(_extend_left(page, words, start, capital=False), 0), end, ROLE, "role")
