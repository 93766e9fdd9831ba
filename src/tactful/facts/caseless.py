"""Names without capitals: drafts in lower case, shouted drafts, «job at zalando».

The page and the vocabulary enter; hits leave.  A word is looked at where the English list does not
know it, or where it is a known first name or place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tactful.facts.hits import GUESS, NAME, Hit
from tactful.facts.neighbours import last_word, occurrences, word_after, words_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tactful.facts.page import Page
    from tactful.facts.vocabulary import Vocabulary
    from tactful.result import FactType

_GREETING = re.compile(
    r"[ \n>*-]*(?:hi+|hey+|hello|hallo|hiya|dear|yo|good (?:morning|afternoon|evening|day))[ ,]+"
    r"((?:(?:mr|mrs|ms|dr|prof)\b\.? )?[a-z][a-z'-]*)(?: ([a-z][a-z'-]*))?(?= ?(?:[,!.:\n-]|$))"
)
_ORGANISATION_BEFORE = frozenset(("at", "join", "joining", "joined", "@", "from", "for", "of", "by", "than", "leave", "leaving"))
_COMPANY_BEFORE = _ORGANISATION_BEFORE - {"of", "than", "for"} | {"with"}
_SURE_BEFORE = frozenset(("at", "join", "joining", "joined", "@"))
_PERSON_BEFORE = frozenset(
    "with w/ thanks thank thx ty tell told ask asked hi hello hey hiya dear cheers ta meet met meeting its it's im i'm regards "
    "best love sincerely yours sign".split()
)
_PLACE_BEFORE = frozenset(("in", "near", "to", "around", "outside"))
_LONG_PLACE_BEFORE = _PLACE_BEFORE | {"from", "visit", "leave"}
_OFFERED = frozenset("offer offers job role position work working worked team email mail recruiter interview people".split())
_PARTICLES = frozenset(("van", "von", "de", "der", "den", "del", "di", "da", "la", "le", "bin", "al", "el", "&"))
_NOT_ADDRESSED = frozenset(
    "there all team everyone everybody folks guys sir madam sirs hiring manager recruiter committee board again you both friends "
    "ladies gents people colleagues human resources recruiting recruitment panel neighbours neighbors".split()
)
_FOLLOWING = re.compile(r" ([a-z][a-z0-9'-]*)")
_SENTENCE_END = re.compile(r"(?:[.!?,)~\x01-] *|\n *| x+ )$")
_SIGNATURE = re.compile(r"[ \n~-]*([a-z][a-z'.-]*(?: [a-z][a-z'.-]*){0,3})(?=[ .!]*(?:\n|$))", re.MULTILINE)
_NAMED_AT = re.compile(r"\b(?:at|join|joining|with|from) ((?:[a-z0-9&'-]+ ){1,3})$")
_NOT_IN_NAME = frozenset(
    "the a an your my our this that their his her another other new big local same current small whole great good nice any "
    "some at with from in of for to and or but former old public private different is was be".split()
)
_LEAST_TYPO = 7
_MOST_TYPOS = 40


def find_caseless_names(page: Page, words: Vocabulary) -> Iterator[Hit]:
    """Yield the names of a page that no capital marks."""
    yield from _greeted(page, words)
    yield from _signed(page)
    yield from _suffixed(page, words)
    unknown = page.words - words.english - words.not_words
    for word in unknown | (page.words & words.companies):
        if len(word) > 1 and (page.shouted or word in page.text) and not word.isdigit():
            yield from _by_word(page, words, word)
    if not page.words.isdisjoint(words.place_heads):
        yield from _long_places(page, words)


def _greeted(page: Page, words: Vocabulary) -> Iterator[Hit]:
    span = page.anatomy.greeting or page.anatomy.body
    match = _GREETING.match(page.folded, span.start)
    if match is None or match.group(1) in _NOT_ADDRESSED or match.group(2) in _NOT_ADDRESSED:
        return
    if match.group(2) and words.is_ordinary(match.group(2)):
        return
    yield Hit(match.start(1), match.end(), GUESS, "person")


def _signed(page: Page) -> Iterator[Hit]:
    """Yield the first line of a signature that no capital marks."""
    span = page.anatomy.signature
    match = _SIGNATURE.match(page.folded, span.start, span.end) if span else None
    if match and (page.shouted or page.text[match.start(1) : match.end(1)].islower()):
        yield Hit(match.start(1), match.end(1), GUESS, "person")


def _suffixed(page: Page, words: Vocabulary) -> Iterator[Hit]:
    """Yield companies of ordinary words that end in «labs» and the like: «at kiwi foods»."""
    for suffix in page.words & words.company_suffixes:
        if not _is_clear_suffix(suffix, words) or not (page.shouted or suffix in page.text):
            continue
        for start in occurrences(page.folded, suffix):
            match = _NAMED_AT.search(page.folded, max(0, start - 40), start)
            if match and _NOT_IN_NAME.isdisjoint(match.group(1).split()):
                yield Hit(match.start(1), start + len(suffix), GUESS, "organisation")


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
    if last.rstrip(".") in words.titles:
        return Hit(start - len(last) - 1, _surname_end(page, words, end), NAME, "person")
    if word in words.first_names:
        return Hit(start, _surname_end(page, words, end), NAME, "person")
    if word in words.places:
        return Hit(start, end, NAME, "place")
    if word in words.companies and (word not in words.english or last in _COMPANY_BEFORE):
        return Hit(start, _company_end(page, words, end), NAME, "organisation")
    kind = None if word in words.english else _by_neighbour(page, words, before, start, end)
    if kind == "place":
        return None if _is_typo(words, word) else Hit(start, end, GUESS, kind)
    if kind is None or (last not in _SURE_BEFORE and _is_typo(words, word)):
        return None
    end = _company_end(page, words, end) if kind == "organisation" else _surname_end(page, words, end)
    return Hit(start, end, GUESS, kind)


def _by_neighbour(page: Page, words: Vocabulary, before: list[str], start: int, end: int) -> FactType | None:
    last = before[-1] if before else ""
    after = word_after(page.folded, end)
    if last in _SURE_BEFORE or _is_clear_suffix(after, words):
        return "organisation"
    if last in _ORGANISATION_BEFORE and (page.caseless or (len(before) > 1 and before[-2] in _OFFERED)):
        return "organisation"
    if last in _PERSON_BEFORE or last in words.relations or _ends_text(page, start, end):
        return "person"
    if last in _PLACE_BEFORE:
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
        if word in _PARTICLES:
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
    if len(word) < _LEAST_TYPO:
        return False
    letters = "abcdefghijklmnopqrstuvwxyz"
    for index in range(len(word)):
        head, tail = word[:index], word[index + 1 :]
        if head + tail in words.english or head + tail[:1] + word[index] + tail[1:] in words.english:
            return True
        if any(head + letter + tail in words.english or head + letter + word[index:] in words.english for letter in letters):
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
