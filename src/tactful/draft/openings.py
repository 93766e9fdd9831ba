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
from tactful.draft.stately import MOST_STATELY_WORDS, SMALL_WORDS, directed_end, is_directed, stately_address
from tactful.draft.word_sets import word_set
from tactful.text import Span

# Names that are also common words: read as names only in capitals and before a comma or the like.
_NAMES_TOO = word_set("will may hope grace joy art mark bill rob sue pat jack")
_TOKEN = re.compile(r"\s*(?P<word>[^\s,:;!?]+)(?P<mark>\s*[,:;!?]+|\s+-+(?=\s|$))?")
# What a sentence begins with right behind a name that is called out: «Ok Sanjeev here's the thing.»
_BEGINS = word_set(
    """
    i i'm i've i'll i'd it it's this thanks thank sorry about we my your you you're just no here's what's
    that's
    """
)
_DASH = re.compile(r"\s*-+\s+|\s*[,:;!.\x01]+")
_REPLY = re.compile(r"(?:re|aw|fwd?)\s?:\s*\S")
_DOUBTFUL = re.compile(r"(?:good )?(?:morning|afternoon|evening|day)|ciao|salut|lieber?")
# «To Mr. Quispe,» on a line of its own.
# «Ah, Monsieur Favre!», «My dear, dear Peregrine!»
_EXCLAIMED = re.compile(
    r"(?:(?:ah|oh|ach|o|well|ay|(?:listen|look)(?: up| here)?|right|okay|ok|so|oi|now|then|alright)"
    r"[,.!\x01]* +)+"
    r"|my (?:[a-z]+,? +)?(?:dear|dearest|esteemed|beloved)(?:,? (?:dear|dearest))* +"
)
# «Mister Petrosyan. You made me wait»
_TITLED = re.compile(
    r"(?:Mr|Mister|Mrs|Ms|Miss|Madame?|Dr|Prof|Professor|Herr|Frau|Mme|Monsieur|Se\u00f1ora?)\.? "
    r"(?:[A-Z\u00c0-\u017d][\w'-]+(?: [A-Z\u00c0-\u017d][\w'-]+)?)[.!](?=\s)"
)
# «To: Coach Baptiste», «@Kofi», «Esteemed Dr Rao», «Dear team, dear Anna,», each on a line of its own.
_NAME = r"[^\W\d_a-z][\w.'-]*"
_HEADED = re.compile(
    rf"[Tt]o ?: ?[^,@\n]{{2,40}}(?:, [^,@\n]{{2,40}})?"
    rf"|(?:@|(?:Most )?(?:Esteemed|Respected|Honou?red) )(?:{_NAME} ){{0,4}}{_NAME}[,:!]?"
    rf"|(?:Dear|Hi|Hello) {_NAME}(?: {_NAME})?, (?:and )?(?:dear|hi|hello) {_NAME}(?: {_NAME}){{0,2}}[,:!]"
)
# «Um, hi Ottoline.»
_FILLER = re.compile(r"(?:um+|uh+|erm?|hm+|oh|ok|okay|so|well)[,.]* +(?=(?:hi|hey|hello|dear)\b)")
_NO_ONE = word_set("lord god jesus christ boy man")
_LONGEST_REPLY = 15
_MOST_WORDS = 8
_MOST_BARE_WORDS = 3
_BARE_RUN_IN = re.compile(
    r"(?P<name>[^\s,:;!?()\"]+(?: [^\s,:;!?()\"]+){0,3}?)(?P<mark>\s*[,:!]|\s+-+(?=\s)|$)"
)


class _Token(NamedTuple):
    """A word after the greeting word: as written, as looked up, and where it and its mark end."""

    word: str
    key: str
    end: int


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
    length = _greeting_length(first, more=len(rest) > 1)
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


def _greeting_length(line: Line, *, more: bool) -> int:
    """Return how many characters of the line are its greeting; ``more`` means that lines follow."""
    concern = CONCERN.match(line.folded)
    if concern:
        return concern.end()
    if more and _HEADED.fullmatch(line.text):
        return len(line.folded)
    filler = _FILLER.match(line.folded)
    word = GREETING.match(line.folded, filler.end() if filler else 0)
    if word:
        whole = more and _is_addressed_throughout(line)
        return len(line.folded) if whole else _after_greeting_word(line, word.end())
    if bullet_length(line):
        return 0
    titled = _TITLED.match(line.text)
    if titled:
        return titled.end()
    exclaimed = _EXCLAIMED.match(line.folded)
    called = exclaimed and (
        _called_end(line, exclaimed.end()) or _called_before_a_sentence(line, exclaimed.end())
    )
    if called:
        return called
    if more and is_directed(line):
        return len(line.folded)
    return directed_end(line) or _bare_name(line, more=more)


def _is_addressed_throughout(line: Line) -> bool:
    """Return whether a line is nothing but a greeting: «Dear Recruitment at Lumina Call Centres,»."""
    words = line.text.split()[1:]
    named = [word for word in words if word.casefold() not in SMALL_WORDS]
    return (
        line.text.endswith(",")
        and "," not in line.text[:-1]
        and 1 < len(words) <= MOST_STATELY_WORDS
        and all(word[0].isupper() for word in named)
        and words[-1].rstrip(",").casefold() not in NOT_NAMES
    )


def _called_end(line: Line, position: int) -> int:
    """Return where a name ends that is called out, once or twice: «Gavin, Gavin.»; 0 where none is."""
    name: list[str] = []
    while found := _TOKEN.match(line.folded, position):
        position, word = found.end(), line.text[found.start("word") : found.end("word")]
        bare = word.rstrip(".")
        key = found["word"].rstrip(".")
        if not word[0].isupper() or (key in NOT_NAMES and key not in TITLES) or key in _NO_ONE:
            return 0
        name.append(key)
        if not (found["mark"] or (bare != word and key not in TITLES) or position == len(line.folded)):
            continue
        again = _TOKEN.match(line.folded, position)
        if again is None or again["word"].rstrip(".") not in name:
            return position
    return 0


def _called_before_a_sentence(line: Line, position: int) -> int:
    """Return where a single name ends that is called out with no mark behind it: «Ok Sanjeev here's»."""
    found = _TOKEN.match(line.folded, position)
    after = _TOKEN.match(line.folded, found.end()) if found else None
    if found is None or after is None or found["mark"] or after["word"] not in _BEGINS:
        return 0
    named = line.text[found.start("word")].isupper() and found["word"] not in NOT_NAMES
    return found.end() if named else 0


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
    """Return where the words of address end, 0 where none follow; ``comma`` means a mark stood before."""
    accepted: list[_Token] = []
    position = start
    while len(accepted) < _MOST_WORDS:
        found = _TOKEN.match(line.folded, position)
        if found is None:
            return len(line.folded) if accepted and not comma else 0
        position = found.end()
        key = found["word"].rstrip(".")
        token = _Token(line.text[found.start("word") : found.end("word")], key, position)
        closed = bool(found["mark"]) or _ends_with_stop(found["word"], key, line.folded, position)
        titled = bool(accepted) and accepted[-1].key in TITLES and token.word[0].isupper()
        if not titled and not _is_address(token, closed=closed):
            break
        if closed:
            return position
        accepted.append(token)
    return 0 if comma else _undelimited_end(accepted)


def _ends_with_stop(word: str, key: str, folded: str, end: int) -> bool:
    """Return whether the full stop after a word closes the greeting, as in «hi Fiona. Well.»."""
    return word != key and len(key) > 1 and key not in TITLES and end < len(folded)


def _is_address(token: _Token, *, closed: bool) -> bool:
    if token.key in ADDRESSED or token.key in TITLES:
        return True
    if token.key in NOT_NAMES:
        return closed and token.key in _NAMES_TOO and token.word[0].isupper()
    return token.key not in _NAMES_TOO or token.word[0].isupper()


def _undelimited_end(accepted: list[_Token]) -> int:
    """Return where an address ends that no mark closes: «hey sarah thanks for the offer»."""
    end = 0
    short = len(accepted) <= _MOST_BARE_WORDS
    for token in accepted:
        if not (short or not end or token.word[0].isupper() or token.key in TITLES or token.key in ADDRESSED):
            break
        end = token.end
    return end


def _bare_name(line: Line, *, more: bool) -> int:
    """Return the length of a greeting that is only a name: «Sarah,» or «Marco, no offense but»."""
    found = _BARE_RUN_IN.match(line.folded)
    if found is None:
        return stately_address(line, more=more)
    end = found.end()
    own_line = end == len(line.folded)
    mark = found["mark"].strip()
    name = line.text[: found.end("name")]
    words = found["name"].split()
    titled = len(words) > 1 and words[0].rstrip(".") in TITLES and name[:1].isupper()
    if own_line and (not more or (not mark and not titled) or mark == "!"):
        return 0
    if not may_be_name(name, found["name"], lower=own_line):
        if own_line and all(word in ADDRESSED for word in words):
            return end
        return stately_address(line, more=more)
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
