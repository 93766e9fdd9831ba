"""Turns the patterns and word lists of rule files into RE2 expressions.

Pattern text with ``{fragment}`` names enters; one expression a tag leaves.  In a pattern a blank
stands for any run of blanks, an apostrophe may be left out by a writer in a hurry, and word
boundaries stand around the whole; a leading ``=`` switches all of that off.  A leading ``case:``
makes a pattern of a tag that runs on the text as it was written, capitals and all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from tactful.text import fold

_NAME = re.compile(r"\{([a-z][a-z0-9-]*)\}")
_CLASS_OR_BLANK = re.compile(r"\\.|\[[^\]]*\]| +\??|'")
_WORD_SYNTAX = re.compile(r"[.+?^$\\\[\]{}]")
_WRITTEN_GAPS = {" +": r"[\s\pZ]+", "'?": "['\u2019]?"}
_FOLDED_GAPS = {" +": " +", "'?": "'?"}
CASE_PREFIX = "case:"
MAX_DEPTH = 5


# What may hold capitals without asking for any: escapes, names of groups and of fragments.
_NO_LETTERS = re.compile(r"\\(?:x\{?[0-9A-Fa-f]+\}?|[pP](?:\{\^?\w+\}|\w)|.)|\(\?P<\w+>|\{[a-z0-9-]+\}")


class PatternError(ValueError):
    """A pattern names a fragment that is not there, or could never be found; ``mend`` says what helps."""

    def __init__(self, problem: str, mend: str) -> None:
        super().__init__(problem)
        self.mend = mend


def mend_of(error: Exception) -> str:
    """Return what helps against an error of a pattern."""
    return error.mend if isinstance(error, PatternError) else "RE2 has no lookaround or backreference."


def expand(pattern: str, fragments: Mapping[str, str], depth: int = 0) -> str:
    """Return the pattern with every ``{name}`` replaced by the fragment or lexicon of that name."""
    if depth > MAX_DEPTH:
        raise PatternError(
            f"fragments take each other in more than {MAX_DEPTH} deep", "Write one of them out."
        )

    def replace(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in fragments:
            close = get_close_matches(name, fragments, n=1)
            mend = f"Did you mean {close[0]!r}?" if close else "Correct the name or write the words out."
            raise PatternError(f"there is no fragment or lexicon named {name!r}", mend)
        return f"(?:{expand(fragments[name], fragments, depth + 1)})"

    return _NAME.sub(replace, pattern)


def expression(pattern: str, fragments: Mapping[str, str]) -> str:
    """Return the RE2 expression of one pattern."""
    gaps = _WRITTEN_GAPS if is_cased(pattern) else _FOLDED_GAPS
    bare = pattern.removeprefix(CASE_PREFIX)
    raw = bare.startswith("=")
    expanded = expand(bare[1:] if raw else bare, fragments)
    return expanded if raw else rf"\b(?:{_loosen(expanded, gaps)})\b"


def alternation(patterns: Sequence[str], fragments: Mapping[str, str]) -> str:
    """Return one expression that matches where any of the patterns does."""
    cased = [is_cased(pattern) for pattern in patterns]
    if any(cased):
        if not all(cased):
            problem = f"either all patterns of a tag start with {CASE_PREFIX!r} or none does"
            raise PatternError(problem, "Make two tags of them.")
        return "|".join(expression(pattern, fragments) for pattern in patterns)
    for pattern in patterns:
        _refuse_unfolded(pattern)
    raw = [expression(pattern, fragments) for pattern in patterns if pattern.startswith("=")]
    bound = [_loosen(expand(pattern, fragments)) for pattern in patterns if not pattern.startswith("=")]
    parts = ([rf"\b(?:{'|'.join(bound)})\b"] if bound else []) + raw
    return "|".join(parts)


def _refuse_unfolded(pattern: str) -> None:
    for character in _NO_LETTERS.sub("", pattern):
        if character.isupper() or not character.isascii():
            problem = f"it runs on text in small plain letters, where no {character!r} stands"
            raise PatternError(
                problem, f"Write it small and plain, or start the pattern with {CASE_PREFIX!r}."
            )


def is_cased(pattern: str) -> bool:
    """Return whether a pattern runs on the text as it was written."""
    return pattern.startswith(CASE_PREFIX)


def word_pattern(word: str) -> str:
    """Return the pattern of one entry of a lexicon."""
    escaped = _WORD_SYNTAX.sub(lambda match: "\\" + match.group(), fold(word.strip()))
    return escaped.replace("(", "(?:").replace("*", r"\w*")


def _loosen(pattern: str, gaps: Mapping[str, str] = _FOLDED_GAPS) -> str:
    def replace(match: re.Match[str]) -> str:
        piece = match.group()
        if piece == "'":
            return gaps["'?"]
        if piece[0] != " ":
            return piece
        return f"(?:{gaps[' +']})?" if piece[-1] == "?" else gaps[" +"]

    return _CLASS_OR_BLANK.sub(replace, pattern)
