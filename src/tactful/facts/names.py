"""Names in cased text: which run of capitals is a person, an organisation or a place.

The page and the vocabulary enter; hits leave.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tactful.facts.cues import (
    AFTER_TITLE,
    AT,
    BEFORE_COMPANY,
    BEFORE_TITLE,
    BELONGING,
    GROUPS,
    IN,
    MOVE,
    OFFERING,
    PERSON_VERBS,
    SURE_FOLLOWERS,
    TALK,
    TO_PERSON,
    WITH,
)
from tactful.facts.hits import GUESS, NAME, Hit
from tactful.facts.neighbours import last_word, word_after, words_before
from tactful.facts.runs import find_runs, opens_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tactful.draft.model import Anatomy
    from tactful.facts.page import Page
    from tactful.facts.runs import Run
    from tactful.facts.vocabulary import Vocabulary
    from tactful.result import FactType

_ENDS_TITLE = frozenset(("", ".", ",", ";", ":", "!", "?", ")", "\n"))
_INNER_MARK = re.compile(r"[-/]")
_STRETCHED = re.compile(r"([a-wyz])\1\1")
_LONGEST_JOINT = 6


def find_names(page: Page, words: Vocabulary) -> Iterator[Hit]:
    """Yield the persons, organisations and places of a page that are written with capitals."""
    if page.shouted:
        return
    known: dict[str, FactType] = {}
    unsure: list[tuple[Run, str]] = []
    before: Hit | None = None
    for run in find_runs(page, words):
        part = _part(page.anatomy, run.start)
        if part == "sign-off":
            continue
        kind = _sure_type(page, words, run, part) or _same_as_before(page, run, before)
        if kind is None:
            unsure.append((run, part))
            continue
        before = Hit(run.start, run.end, NAME, kind)
        for word in run.words:
            known.setdefault(word, kind)
        yield before
    for run, part in unsure:
        kind = known.get(run.words[0]) or _likely_type(page, words, run, part)
        if kind:
            yield Hit(run.start, run.end, GUESS, kind)


def _part(anatomy: Anatomy, start: int) -> str:
    """Return in which part of the message a position lies; empty for the body."""
    body = anatomy.body
    if body.start <= start < body.end:
        return ""
    for name, span in (
        ("greeting", anatomy.greeting),
        ("signature", anatomy.signature),
        ("subject", anatomy.subject),
        ("sign-off", anatomy.sign_off),
    ):
        if span and span.start <= start < span.end:
            return name
    return ""


def _same_as_before(page: Page, run: Run, before: Hit | None) -> FactType | None:
    """Return the type of the name that this one is joined to by «and» or «or»."""
    if before is None or run.start - before.end > _LONGEST_JOINT:
        return None
    return before.type if page.folded[before.end : run.start].strip(" ,") in {"and", "or", "&"} else None


def _sure_type(page: Page, words: Vocabulary, run: Run, part: str) -> FactType | None:
    """Return the type that the words of a run, or those beside it, tell for sure."""
    first, last = run.words[0], run.words[-1]
    if last != first:
        if first in words.titles:
            return "person"
        if last in words.company_suffixes or "&" in page.text[run.start : run.end]:
            return "organisation"
    if part == "greeting":
        return _addressee(page, words, run)
    if part == "signature":
        return _signer(page, words, run)
    whole = page.folded[run.start : run.end]
    if whole in words.places:
        return "place"
    if whole in words.companies:
        return "organisation"
    return _by_neighbour(page, words, run)


def _by_neighbour(page: Page, words: Vocabulary, run: Run) -> FactType | None:
    """Return the type that the words beside a run tell."""
    *_, earlier, before = "", "", *words_before(page.folded, run.start)
    if before in AT:
        return "organisation"
    several = len(run.words) > 1
    if _is_first_name(words, run.words[0], several=several):
        return "person"
    after = word_after(page.folded, run.end)
    if several and before in BEFORE_TITLE and after in SURE_FOLLOWERS:
        return "role"
    if (
        before in TO_PERSON
        or (before in WITH and earlier in TALK)
        or _is_human(page, words, run.start, before)
    ):
        return "person"
    if before in IN or (before in {"to", "from"} and earlier in MOVE):
        return "place"
    if before == "the" or run.words[-1] in words.company_words:
        return "organisation"
    if before in {"a", "an", "as"} and earlier in OFFERING:
        return "role" if page.text[run.end : run.end + 1] in _ENDS_TITLE or after in AFTER_TITLE else None
    return "person" if after in PERSON_VERBS else None


def _is_first_name(words: Vocabulary, word: str, *, several: bool) -> bool:
    if word in words.first_names or word.partition("-")[0] in words.first_names:
        return True
    return several and word in words.word_names


def _is_human(page: Page, words: Vocabulary, start: int, before: str) -> bool:
    """Return whether a word before a name says who it is: «my friend», «the recruiter,».

    A job title with a comma does not: «Product Designer, Lumenhaus».
    """
    word = before.rstrip(",")
    if word in words.relations:
        return True
    apart = word != before and page.text[start - len(before) - 1 : start].strip(" ,").istitle()
    return word in words.role_nouns and not apart


def _addressee(page: Page, words: Vocabulary, run: Run) -> FactType | None:
    """Return what a name in the greeting is: «Dear Northfield team» names a company."""
    if word_after(page.folded, run.end) in GROUPS:
        return "organisation"
    if len(run.words) > 1 or run.words[0] not in words.english or run.words[0] in words.word_names:
        return "person"
    greeted = last_word(page.folded, run.start) in TO_PERSON
    return "person" if greeted and not page.text[run.end : run.end + 1].strip(" \n,.!:;-") else None


def _signer(page: Page, words: Vocabulary, run: Run) -> FactType | None:
    """Return what a name in the signature is: the first one signs."""
    signature = page.anatomy.signature
    lead = page.text[signature.start : run.start] if signature else ""
    if "\n" not in lead.strip("\n"):
        return "person"
    if page.folded[run.start : run.end] in words.places:
        return "place"
    return "person" if run.words[0] in words.first_names else "organisation"


def _likely_type(page: Page, words: Vocabulary, run: Run, part: str) -> FactType | None:
    """Return the likelier type of a run that nothing tells for sure; ``None`` for an ordinary word."""
    several = len(run.words) > 1
    opens = opens_sentence(page.text, run.start)
    before = last_word(page.folded, run.start)
    written = page.text[run.start : run.end]
    shouted = written.isupper() and before not in BELONGING
    if words.english.issuperset(_parts(run)):
        return None if part == "subject" or opens or shouted else "organisation"
    if shouted and several and not words.english.isdisjoint(run.words):
        return None
    if opens and not several and _is_opener(words, run.words[0]):
        return None
    if before == "the" or (not several and not written.istitle()):
        return "organisation"
    if opens or (several and before not in BEFORE_COMPANY and words.english.isdisjoint(run.words)):
        return "person"
    return "organisation"


def _parts(run: Run) -> list[str]:
    """Return the words of a run, those joined by hyphens and slashes one by one."""
    return [part for word in run.words for part in _INNER_MARK.split(word) if part]


def _is_opener(words: Vocabulary, word: str) -> bool:
    """Return whether an unknown word at a sentence's start is an English one after all."""
    return (
        word in words.not_words
        or _STRETCHED.search(word) is not None
        or words.is_derived(word)
        or words.is_misspelt_opener(word)
    )
