"""The drafts of the suites and examples, what is private in them, and a fresh look at what was released."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

import tactful
from tactful.assets import asset
from tactful.draft import read_draft
from tactful.errors import InputError
from tactful.evals.suite_file import read_suite
from tactful.facts import read_english_words
from tactful.options import context_from
from tactful.rulebook import built_in
from tactful.verify import verify

EXAMPLES = Path(__file__).parents[2] / "examples"
SUITES = ("rough", "article", "adversarial", "tone", "detection")
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FIGURE = re.compile(r"\w*\d\w*")


@dataclass(frozen=True)
class Given:
    """A draft with what is known beside it; ``keep`` are patterns of what must stay."""

    id: str
    text: str
    options: Mapping[str, Any] = field(default_factory=dict)
    keep: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def _given(source):
    if source == "examples":
        return tuple(
            Given(path.stem, path.read_text(encoding="utf-8")) for path in sorted(EXAMPLES.glob("*.txt"))
        )
    suite = read_suite(asset(f"evals/suites/{source}.yaml"), built_in().rule_by_id)
    return tuple(Given(one.id, one.draft, one.options, one.expect.keep) for one in suite.cases)


@pytest.fixture
def drafts():
    """Return a function that gives the drafts of a suite, or those of ``examples``."""
    return _given


def _capitals_within(text):
    """Return the capitalised words that no sentence start, title or shout explains."""
    found = set()
    for line in text.splitlines():
        words = list(_WORD.finditer(line))
        signed = len(words) <= 3 and all(word.group()[0].isupper() for word in words)
        for word in words:
            before = line[: word.start()].rstrip(" \t")
            opens = not before or before[-1] in '.!?:;"“(>*-–—•/'
            if word.group()[0].isupper() and (signed or not opens) and not word.group().isupper():
                found.add(word.group())
    return found


def _kept_names(keep):
    """Return the words with a capital or a figure in patterns of what must stay."""
    plain = re.sub(r"\\b|\.\{[^}]*\}|\(\?[^)]*\)", " ", " ".join(keep)).replace("\\.", ".")
    return {word for word in re.findall(r"[^\W_][\w.@'’-]*", plain) if word[0].isupper() or word[0].isdigit()}


def private_words(given):
    """Return the words of a draft that tell of whom, where, when or how much, found without the mask."""
    text = unescape(given.text)
    figures = {token for token in _FIGURE.findall(text) if len(token) > 1}
    addresses = {
        part
        for token in _TOKEN.findall(text)
        if "@" in token[1:-1] or "://" in token
        for part in re.findall(r"\w{3,}", token)
    }
    told = {
        word for value in given.options.values() if isinstance(value, str) for word in _WORD.findall(value)
    }
    names = {word for word in told if word[0].isupper()} | _kept_names(given.keep)
    return figures | addresses | _capitals_within(text) | {word for word in names if word in text}


@pytest.fixture
def private():
    """Return a function that gives the private words of a draft."""
    return private_words


def _foreign(given, text):
    """Return the names and figures of a text that neither the draft nor what is known beside it holds."""
    told = " ".join((given.text, *map(str, given.options.values())))
    known = normalize("NFC", unescape(told)).casefold()
    english = read_english_words()
    words = [found.group() for found in re.finditer(r"[^\W\d_]{2,}|\w*\d\w+", normalize("NFC", text))]
    return sorted(
        {
            word
            for word in words
            if (word[0].isupper() or not word.isalpha()) and word.casefold() not in english
            if word.casefold() not in known and not _is_day_of(word, known)
        }
    )


def _is_day_of(word, known):
    """Return whether a word is a day or a month of which a draft has the short form: «sat», «Thurs.»."""
    return word in (*calendar.day_name, *calendar.month_name) and bool(
        re.search(rf"\b{word[:3].casefold()}[a-z]{{0,3}}\b", known)
    )


def _objections(given, result):
    """Return what speaks against a released text when everything is looked at anew."""
    context = {**given.options, "kind": result.kind}
    found = [one.rule for one in tactful.check(result.text, **context).findings if one.severity == "error"]
    draft = read_draft(given.text, context_from(context))
    verdict = verify(draft, result.text, built_in())
    found.extend(verdict.breaks)
    found.extend(f"added: {one.text}" for one in verdict.ledger.added)
    found.extend(f"lost: {one.text}" for one in verdict.ledger.lost)
    found.extend(f"foreign: {word}" for word in _foreign(given, result.text))
    return found


@pytest.fixture
def objections():
    """Return a function that says what speaks against a released text, looked at anew."""
    return _objections


@pytest.fixture
def readable():
    """Return a function that gives a draft as it is read, or ``None`` where it is none."""

    def read(given):
        try:
            return read_draft(given.text, context_from(dict(given.options)))
        except InputError:
            return None

    return read
