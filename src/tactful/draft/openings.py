"""The top of a message: subject line and greeting.

The lines that the writer wrote enter; the spans of subject and greeting leave, with the lines that
remain.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tactful.draft.formulas import ADDRESSED, CONCERN, GREETING, NOT_NAMES, TITLES, may_be_name
from tactful.draft.lines import Line, bullet_length, cut_line
from tactful.draft.quoted import is_subject
from tactful.draft.word_sets import word_set
from tactful.text import Span

# Names that are also common words: read as names only in capitals and before a comma or the like.
_NAMES_TOO = word_set("will may hope grace joy art mark bill rob sue pat jack")
_TOKEN = re.compile(r"\s*(?P<word>[^\s,:;!?]+)(?P<mark>\s*[,:;!?]+|\s+-+(?=\s))?")
_DASH = re.compile(r"\s*-+\s+|\s*[,:;!.\x01]+")
_REPLY = re.compile(r"(?:re|aw|fwd?)\s?:\s*\S")
_DOUBTFUL = re.compile(r"(?:good )?(?:morning|afternoon|evening|day)|ciao|salut|lieber?")
_LONGEST_REPLY = 15
_MOST_WORDS = 8
_MOST_BARE_WORDS = 3
_BARE_RUN_IN = re.compile(
    r"(?P<name>[^\s,:;!?()\"]+(?: [^\s,:;!?()\"]+){0,3}?)(?P<mark>\s*[,:!]|\s+-+(?=\s)|$)"
)


class Opening(NamedTuple):
    """Subject and greeting, and the lines after them."""

    subject: Span | None
    greeting: Span | None
    rest: list[Line]


def read_opening(lines: list[Line]) -> Opening:
    """Return subject and greeting of the writer's own lines, and the lines that remain."""
    subject, rest = _read_subject(lines)
    if not rest:
        return Opening(subject, None, rest)
    first = rest[0]
    length = _greeting_length(first, alone=len(rest) > 1)
    if not length:
        return Opening(subject, None, rest)
    after = cut_line(first, first.start + length, first.end)
    return Opening(subject, Span(first.start, first.start + length), ([after] if after else []) + rest[1:])


def _read_subject(lines: list[Line]) -> tuple[Span | None, list[Line]]:
    """Return the subject's own text and the lines after it."""
    if not lines:
        return None, lines
    first = lines[0]
    if is_subject(first):
        bare = cut_line(first, first.start + first.folded.index(":") + 1, first.end)
        star = 1 if bare and bare.text[0] == "*" else 0
        value = cut_line(bare, bare.start + star, bare.end) if bare else None
        return (value.span if value else None), lines[1:]
    if len(lines) > 1 and _REPLY.match(first.folded) and first.folded.count(" ") < _LONGEST_REPLY:
        return first.span, lines[1:]
    return None, lines


def _greeting_length(line: Line, *, alone: bool) -> int:
    """Return how many characters of the line are its greeting; ``alone`` means more lines follow."""
    concern = CONCERN.match(line.folded)
    if concern:
        return concern.end()
    word = GREETING.match(line.folded)
    if word:
        return _after_greeting_word(line, word.end())
    if bullet_length(line):
        return 0
    return _bare_name(line, alone=alone)


def _after_greeting_word(line: Line, position: int) -> int:
    """Return where the greeting ends that starts with «hi», «dear» and the like."""
    mark = _DASH.match(line.folded, position)
    start = mark.end() if mark else position
    end = _address_end(line, start, comma=bool(mark))
    doubtful = not mark and bool(_DOUBTFUL.fullmatch(line.folded, 0, position))
    if end and not (doubtful and _runs_into_sentence(line, start, end)):
        return end
    if doubtful and (end or " " not in line.folded[:position]):
        return 0
    return len(line.folded[:start].rstrip())


def _runs_into_sentence(line: Line, start: int, end: int) -> bool:
    """Return whether «morning shifts are» only looks like a greeting: no mark, no capital."""
    closed = end == len(line.folded) or line.folded[end - 1] in ",:;!.-"
    address = line.text[start:end].strip()
    return not closed and not address[:1].isupper()


def _address_end(line: Line, start: int, *, comma: bool) -> int:
    """Return where the words of address end, 0 where none follow."""
    end = 0
    count = 0
    position = start
    while count < _MOST_WORDS:
        token = _TOKEN.match(line.folded, position)
        if token is None:
            return len(line.folded) if count and not comma else 0
        word = line.text[token.start("word") : token.end("word")]
        key = token["word"].rstrip(".")
        closed = bool(token["mark"]) or _ends_with_stop(token["word"], key, line.folded, token.end())
        if not _is_address(word, key, closed=closed):
            return _undelimited_end(line, start, count, comma=comma)
        count += 1
        end = token.end()
        if closed:
            return end
        position = end
    return _undelimited_end(line, start, count, comma=comma)


def _ends_with_stop(word: str, key: str, folded: str, end: int) -> bool:
    """Return whether the full stop after a word closes the greeting, as in «hi Fiona. Well.»."""
    return word != key and len(key) > 1 and key not in TITLES and end < len(folded)


def _is_address(word: str, key: str, *, closed: bool) -> bool:
    if key in ADDRESSED or key in TITLES:
        return True
    if key in NOT_NAMES:
        return closed and key in _NAMES_TOO and word[0].isupper()
    return key not in _NAMES_TOO or word[0].isupper()


def _undelimited_end(line: Line, start: int, count: int, *, comma: bool) -> int:
    """Return where an address ends that no mark closes: «hey sarah thanks for the offer»."""
    if comma or not count:
        return 0
    end = 0
    position = start
    for index in range(count):
        token = _TOKEN.match(line.folded, position)
        if token is None:
            break
        word = line.text[token.start("word") : token.end("word")]
        key = token["word"].rstrip(".")
        lower_run = count <= _MOST_BARE_WORDS or index == 0
        if not (
            word[0].isupper()
            or key in TITLES
            or key in {"there", "all", "team", "everyone", "and"}
            or lower_run
        ):
            break
        position = token.end()
        end = position
    return end


def _bare_name(line: Line, *, alone: bool) -> int:
    """Return the length of a greeting that is only a name: «Sarah,» or «Marco, no offense but»."""
    found = _BARE_RUN_IN.match(line.folded)
    if found is None:
        return _stately_address(line, alone=alone)
    end = found.end()
    own_line = end == len(line.folded)
    mark = found["mark"].strip()
    if own_line and (not alone or not mark or mark == "!"):
        return 0
    name = line.text[: found.end("name")]
    words = found["name"].split()
    if not may_be_name(name, found["name"], lower=own_line):
        if own_line and all(word in ADDRESSED for word in words):
            return end
        return _stately_address(line, alone=alone)
    if own_line:
        return end
    return end if _may_run_in(words, mark) else 0


def _may_run_in(words: list[str], mark: str) -> bool:
    """Return whether a capitalised name before a comma addresses somebody, rather than opens a sentence."""
    if mark == ":" or (words[-1] in TITLES and len(words) == 1):
        return False
    if any(word.endswith(("ly", "ward", "wise")) and word not in _LY_NAMES for word in words):
        return False
    return len(words) <= 3 + (words[0].rstrip(".") in TITLES)


_LY_NAMES = word_set(
    """
    emily sally lily kelly molly polly beverly billy carly holly kimberly ally reilly
    """
)


def _stately_address(line: Line, *, alone: bool) -> int:
    """Return the length of «Most esteemed Madam Director Lachance,» on a line of its own."""
    words = line.folded.rstrip(",:").split()
    if not alone or line.folded[-1] not in ",:" or not 1 < len(words) <= _MOST_WORDS:
        return 0
    titled = any(
        word.rstrip(".") in TITLES or word in {"team", "committee", "board", "all"} for word in words
    )
    verbs = any(word in NOT_NAMES and word not in ADDRESSED and word != "most" for word in words)
    return len(line.folded) if titled and not verbs else 0
