"""Names without capitals: drafts in lower case, shouted drafts, «job at zalando».

The page and the vocabulary enter; hits leave.  A word is looked at where the English list does not
know it, or where it is a known first name or place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import re2

from tactful.facts.cues import (
    AT_OR_FROM,
    JOINING,
    LOWER_TO_PERSON,
    MOVING,
    NOT_ADDRESSED,
    NOT_IN_COMPANY,
    OFFERED,
    PARTICLES,
)
from tactful.facts.hits import GUESS, NAME, Hit
from tactful.facts.neighbours import last_word, occurrences, word_after, words_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tactful.facts.page import Page
    from tactful.facts.vocabulary import Vocabulary
    from tactful.result import FactType

_GREETING = re.compile(
    r"[ \n>*-]*(?:hi+|hey+|hello|hallo|hiya|dear|yo|morning|afternoon|evening"
    r"|good (?:morning|afternoon|evening|day))[ ,]+"
    r"((?:(?:mr|mrs|ms|dr|prof)\b\.? )?[a-z][a-z'-]*)(?: ([a-z][a-z'-]*))?(?= ?(?:[,!.:\n-]|$))"
)
_COMPANY_BEFORE = AT_OR_FROM - {"of", "than", "for"} | {"with"}
# «junior dev» is a post, and Dev a name.
_BEFORE_POST = frozenset(("junior", "senior", "lead", "web", "trainee", "assistant", "head"))
_PLACE_BEFORE = frozenset(("in", "near", "around", "outside"))
_LONG_PLACE_BEFORE = _PLACE_BEFORE | {"to", "from", "visit", "leave"}
_FOLLOWING = re.compile(r" ([a-z][a-z0-9'-]*)")
_SENTENCE_END = re.compile(r"(?:[.!?,)~\x01-] *|\n *| x+ )$")
_SIGNATURE = re.compile(r"[ \n~-]*([a-z][a-z'.-]*(?: [a-z][a-z'.-]*){0,3})(?=[ .!]*(?:\n|,|$))")
_LAST_LINE = re.compile(r"[ ~-]*([a-z][a-z'-]*(?: [a-z][a-z'.-]*){0,2})[ .!\n]*$")
_NAMED_AT = re.compile(
    r"(?:\b(?:at|join|joining|with|from|of)(?: the)? |\n)((?:[a-z0-9][a-z0-9&'-]* ){1,4})$"
)
_PAIR = re.compile(r"\b(?:at|join|joining|with|from|for|about|by) ([a-z0-9']+(?:, [a-z0-9']+)? & [a-z0-9']+)")
_VOCATIVE = re.compile(r"[ \n]*([a-z]{2,12})(?:,|!| -)[ ]*(?:\n|$)")
_INTRODUCED = re2.compile(r"\b(?:it'?s|this is|i'?m) [a-z]+(?:[.,!]| here\b| calling\b| from\b)")
_BARE = re.compile(r"(?:it'?s|this is|i'?m) ([a-z]+)")
_LEAST_TYPO = 7
_LONGEST_TYPO = 16
# A text with more unknown words is no English letter; looking at each would be slow.
_MOST_UNKNOWN = 300


def find_caseless_names(page: Page, words: Vocabulary) -> Iterator[Hit]:
    """Yield the names of a page that no capital marks."""
    yield from _greeted(page, words)
    yield from _signed(page, words)
    yield from _marked(page, words)
    if " & " in page.folded:
        yield from _paired(page)
    yield from _introduced(page, words)
    unknown = page.words - words.english - words.not_words
    if len(unknown) > _MOST_UNKNOWN:
        unknown &= words.first_names | words.places
    for word in unknown | (page.words & words.companies):
        if (
            len(word) > 1
            and (page.shouted or word in page.text or not page.text.isascii())
            and not word.isdigit()
        ):
            yield from _by_word(page, words, word)
    if not page.words.isdisjoint(words.place_heads):
        yield from _long_places(page, words)


def _greeted(page: Page, words: Vocabulary) -> Iterator[Hit]:
    """Yield whom the greeting names."""
    start = (page.anatomy.greeting or page.anatomy.body).start
    match = _GREETING.match(page.folded, start)
    if match is None:
        match = _VOCATIVE.match(page.folded, start)
        if match and _may_be_addressed(words, match.group(1)):
            yield Hit(match.start(1), match.end(1), GUESS, "person")
        return
    first, second = match.group(1), match.group(2)
    if second in NOT_ADDRESSED or not _may_be_addressed(words, first):
        return
    if second and first not in words.titles and words.is_ordinary(second):
        return
    yield Hit(match.start(1), match.end(), GUESS, "person")


def _may_be_addressed(words: Vocabulary, word: str) -> bool:
    """Return whether the word after «hi» may be a name."""
    if word in NOT_ADDRESSED:
        return False
    return word in words.word_names or not (word in words.openers or word in words.not_names)


def _signed(page: Page, words: Vocabulary) -> Iterator[Hit]:
    """Yield the first line of a signature, or the last line of the text, that no capital marks."""
    span = page.anatomy.signature
    if span:
        match = _SIGNATURE.match(page.folded, span.start, span.end)
    else:
        match = _LAST_LINE.match(page.folded, page.folded.rstrip().rfind("\n") + 1)
        if match and (match.start() == 0 or not _is_signature(words, match.group(1).split())):
            return
    if match and (page.shouted or page.text[match.start(1) : match.end(1)].islower()):
        yield Hit(match.start(1), match.end(1), GUESS, "person")


def _is_signature(words: Vocabulary, line: list[str]) -> bool:
    """Return whether a last line may be a name: one word that is no closing word, or a word no list knows."""
    if line[0] in words.openers or line[0] in words.not_names:
        return False
    return len(line) == 1 or not all(map(words.is_ordinary, line))


def _marked(page: Page, words: Vocabulary) -> Iterator[Hit]:
    """Yield companies of ordinary words that end in «labs» and the like: «at kiwi foods»."""
    for mark in page.words & words.company_marks:
        if not (page.shouted or mark in page.text):
            continue
        for start in occurrences(page.folded, mark):
            written = page.shouted or page.text[start].islower()
            match = _NAMED_AT.search(page.folded, max(0, start - 45), start) if written else None
            if match and NOT_IN_COMPANY.isdisjoint(match.group(1).split()):
                yield Hit(match.start(1), start + len(mark), NAME, "organisation")


def _paired(page: Page) -> Iterator[Hit]:
    """Yield companies such as «lumen & loop»."""
    for match in _PAIR.finditer(page.folded):
        start, end = match.span(1)
        if (page.shouted or page.text[start].islower()) and NOT_IN_COMPANY.isdisjoint(match.group(1).split()):
            yield Hit(start, end, NAME, "organisation")


def _introduced(page: Page, words: Vocabulary) -> Iterator[Hit]:
    """Yield names that are ordinary words where the writer gives them: «it's dawn.»."""
    if not page.words.isdisjoint(words.word_names):
        for match in _INTRODUCED.finditer(page.folded):
            named = _BARE.match(page.folded, match.start())
            if named and named.group(1) in words.word_names:
                yield Hit(named.start(1), named.end(1), GUESS, "person")


def _by_word(page: Page, words: Vocabulary, word: str) -> Iterator[Hit]:
    for start in occurrences(page.folded, word):
        if not (page.shouted or page.text[start].islower()):
            continue
        hit = _name_at(page, words, word, start)
        if hit:
            yield hit


def _name_at(page: Page, words: Vocabulary, word: str, start: int) -> Hit | None:
    """Return the name that a lower-case word starts, or ``None``."""
    end = start + len(word)
    before = words_before(page.folded, start)
    last = before[-1] if before else ""
    if (
        len(before) > 1
        and before[-2] in JOINING
        and last.isalpha()
        and not (last in NOT_IN_COMPANY or last in words.openers or word in words.first_names)
    ):
        return Hit(start - len(last) - 1, _company_end(page, words, end), GUESS, "organisation")
    if last.rstrip(".") in words.titles:
        return Hit(start - len(last) - 1, _surname_end(page, words, end), NAME, "person")
    if word in words.first_names and last not in _BEFORE_POST:
        return Hit(start, _surname_end(page, words, end), NAME, "person")
    if word in words.places:
        return Hit(start, end, NAME, "place")
    if word in words.companies and (word not in words.english or last in _COMPANY_BEFORE):
        return Hit(start, _company_end(page, words, end), NAME, "organisation")
    kind = None if word in words.english else _by_neighbour(page, words, before, start, end)
    if kind == "place":
        return None if _is_typo(words, word) else Hit(start, end, GUESS, kind)
    if kind is None or (last not in JOINING and _is_typo(words, word)):
        return None
    end = _company_end(page, words, end) if kind == "organisation" else _surname_end(page, words, end)
    return Hit(start, end, GUESS, kind)


def _by_neighbour(page: Page, words: Vocabulary, before: list[str], start: int, end: int) -> FactType | None:
    last = before[-1] if before else ""
    after = word_after(page.folded, end)
    if last in JOINING or _is_clear_suffix(after, words):
        return "organisation"
    if last in AT_OR_FROM and (page.caseless or (len(before) > 1 and before[-2] in OFFERED)):
        return "organisation"
    if last in LOWER_TO_PERSON or last in words.relations or _ends_text(page, start, end):
        return "person"
    if last in _PLACE_BEFORE or (last == "to" and len(before) > 1 and before[-2] in MOVING):
        return "place"
    return None


def _ends_text(page: Page, start: int, end: int) -> bool:
    """Return whether a word stands alone at the end of the text, where a writer signs."""
    if page.folded[end:].strip(" \n.!x"):
        return False
    return bool(_SENTENCE_END.search(page.folded, max(0, start - 4), start))


def _surname_end(page: Page, words: Vocabulary, end: int) -> int:
    """Return where a personal name ends: unknown words right after the first name belong to it."""
    for _ in range(3):
        match = _FOLLOWING.match(page.folded, end)
        word = match.group(1) if match else ""
        if not match or "\n" in page.text[end : match.end()]:
            break
        if word in PARTICLES:
            further = _FOLLOWING.match(page.folded, match.end())
            if not further or words.is_ordinary(further.group(1)):
                break
        elif words.is_ordinary(word.partition("'")[0]):
            break
        end = match.start(1) + len(word.removesuffix("'s"))
    return end


def _company_end(page: Page, words: Vocabulary, end: int) -> int:
    """Return where a company's name ends: suffixes and unknown words belong to it."""
    if page.folded[end : end + 1] == "!" and page.folded[end + 1 : end + 2] == " ":
        following = page.folded[end + 2 : end + 3]
        end += following.islower() and page.text[end + 2].islower()
    for _ in range(3):
        match = _FOLLOWING.match(page.folded, end)
        if not match or "\n" in page.text[end : match.end()]:
            break
        word = match.group(1)
        if words.is_ordinary(word) and word not in words.company_words and not _is_clear_suffix(word, words):
            break
        end = match.end()
    return end


def _is_clear_suffix(word: str, words: Vocabulary) -> bool:
    """Return whether a word marks a company in lower case too; «as» and «se» do not."""
    return word in words.company_suffixes and (len(word) > 3 or word in {"inc", "ltd", "llc", "plc"})


def _is_typo(words: Vocabulary, word: str) -> bool:
    """Return whether a long word is an English one with one letter wrong."""
    if words.is_derived(word):
        return True
    if not _LEAST_TYPO <= len(word) <= _LONGEST_TYPO:
        return False
    letters = "abcdefghijklmnopqrstuvwxyz"
    for index in range(len(word)):
        head, tail = word[:index], word[index + 1 :]
        if head + tail in words.english or head + tail[:1] + word[index] + tail[1:] in words.english:
            return True
        if any(
            head + letter + tail in words.english or head + letter + word[index:] in words.english
            for letter in letters
        ):
            return True
    return False


def _long_places(page: Page, words: Vocabulary) -> Iterator[Hit]:
    for head in page.words & words.place_heads:
        for name, parts in words.long_places[head]:
            if parts <= page.words:
                for start in occurrences(page.folded, name):
                    written = page.shouted or page.text[start].islower()
                    if written and last_word(page.folded, start) in _LONG_PLACE_BEFORE:
                        yield Hit(start, start + len(name), NAME, "place")
