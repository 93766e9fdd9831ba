"""Mends grammar and spelling in a sentence of the writer's, by a few kinds of lint that are safe.

A sentence and the texts that must not be touched enter; the corrected sentence leaves.  Harper finds
the slips; it takes about a second to start, so it is asked only where a cheap look has a suspicion.
Without harper nothing is corrected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from threading import get_ident
from typing import TYPE_CHECKING

from tactful.facts import read_english_words
from tactful.fidelity.tokens import content_words
from tactful.rulebook.book import RuleBook
from tactful.spelling import FEWEST_LETTERS, is_same_word, is_slip_of, may_be_slip
from tactful.text import Span

if TYPE_CHECKING:
    from harper import Linter

# Each was tried on some thousand sentences; what guesses at the writer's meaning is left out.
GRAMMAR_LINTS = (
    "AnA",
    "CapitalizePersonalPronouns",
    "ItsContraction",
    "ModalOf",
    "OpenCompounds",
    "PronounInflectionBe",
    "PronounVerbAgreement",
    "SentenceCapitalization",
)
SPELLING_LINT = "SpellCheck"
MOST_THREADS = 4
MOST_PASSES = 3
_SUSPICION = re.compile(
    r"\ba (?:[aeio]|u[^nst]|ho(?:ur|n)|hei)"
    r"|\b[Aa]n (?:[b-dfgj-np-tv-z]|h[^oe]|uni|us[ae]|one|eu)"
    r"|\b[Ii]ts\b|(?<![\w'.-])i(?![\w.-])"
    r"|\b(?:should|could|would|must|might|may)(?:n['\u2019]t)? of\b"
    r"|\b(?:[Hh]e|[Ss]he|[Ii]t) (?:have|do|don|are|were)\b"
    r"|\b(?:[Ww]e|[Yy]ou|[Tt]hey) (?:has|does|is|was|am)\b|\bI (?:has|does|is|are|were)\b"
    r"|^[a-z]"
)
_WORD = re.compile(r"(?<![\w'\u2019@./-])[a-z]{4,}(?![\w'\u2019@/-]|\.\w)")
_LONG_WORD = re.compile(rf"[a-z]{{{FEWEST_LETTERS},}}")
_AFTER_APOSTROPHE = re.compile(r"['\u2019].*")


def corrected(text: str, untouchable: Sequence[str], book: RuleBook) -> str:
    """Return a sentence with its slips mended; none that touches an ``untouchable`` text.

    Function words and the spelling of others may change; what the sentence says may not.
    """
    for _ in range(MOST_PASSES):
        mended = _passed(text, untouchable, book)
        if mended == text:
            break
        text = mended
    return text


def _passed(text: str, untouchable: Sequence[str], book: RuleBook) -> str:
    """Return a sentence after one look; of two corrections of one place the first counts."""
    linter = _linter(get_ident()) if _is_suspicious(text) else None
    if linter is None:
        return text
    taken = [Span(*found.span()) for one in untouchable for found in _places(one, text)]
    for span, written in sorted(_corrections(linter, text), key=lambda one: one[0], reverse=True):
        mended = text[: span.start] + written + text[span.end :]
        if not any(span.start < one.end and one.start < span.end for one in taken) and _says_the_same(
            text, mended, book
        ):
            text = mended
            taken.append(span)
    return text


def _places(wanted: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(re.escape(wanted), text, re.IGNORECASE)


def _is_suspicious(text: str) -> bool:
    return bool(_SUSPICION.search(text)) or any(map(may_be_slip, _WORD.findall(text)))


@lru_cache(maxsize=MOST_THREADS)
def _linter(thread: int) -> Linter | None:  # noqa: ARG001 - a linter serves one thread
    """Return the linter of a thread; ``None`` where harper is not installed."""
    try:
        from harper import Dialect, Linter
    except ImportError:
        return None
    linter = Linter(Dialect.AMERICAN)
    _set_lints(linter, GRAMMAR_LINTS)
    return linter


def _set_lints(linter: Linter, wanted: Sequence[str]) -> None:
    linter.set_lint_config({name: name in wanted for name in linter.get_lint_config()})


def _corrections(linter: Linter, text: str) -> Iterator[tuple[Span, str]]:
    """Yield what to write in which place.

    Spelling is looked at where some word may be a slip: with the name of a drug it takes a second.
    """
    spelled = any(map(may_be_slip, _LONG_WORD.findall(text)))
    wanted = (*GRAMMAR_LINTS, SPELLING_LINT) if spelled else GRAMMAR_LINTS
    if linter.get_lint_config()[SPELLING_LINT] != spelled:
        _set_lints(linter, wanted)
    found = linter.organized_lints(text, language="plaintext", dedup=False)
    for name in wanted:
        for lint in found[name]:
            span = Span(lint.span.start, lint.span.end)
            offered = [one.replacement_text for one in lint.suggestions]
            if name == SPELLING_LINT:
                offered = _meant(lint.problem_text, offered)
            written = offered[0] if offered else ""
            if written and not (name in _DOUBTFUL and _DOUBTFUL[name](text, span)):
                yield span, written


def _before_initials(text: str, span: Span) -> bool:
    """Return whether initials follow: only who knows them can tell whether they are spelled out."""
    return not text[span.end + 1 : span.end + 2].islower()


def _opens_strangely(text: str, span: Span) -> bool:
    """Return whether a small letter stands inside, or begins what may be a name: «iPhone», «npm»."""
    return span.start > 0 or _AFTER_APOSTROPHE.sub("", text[: span.end]) not in read_english_words()


_DOUBTFUL: dict[str, Callable[[str, Span], bool]] = {
    "AnA": _before_initials,
    "SentenceCapitalization": _opens_strangely,
}


def _meant(written: str, offered: Sequence[str]) -> list[str]:
    """Return the word that was meant, where only one can be; the same letters count before others."""
    near = [word for word in offered if is_slip_of(written, word)]
    surest = [word for word in near if set(word) == set(written)] or near
    return surest if len(surest) == 1 else []


def _says_the_same(before: str, after: str, book: RuleBook) -> bool:
    """Return whether the content words are the same, but for the slips in them."""
    old, new = content_words(before, book), content_words(after, book)
    return len(old) == len(new) and all(map(is_same_word, old, new))
