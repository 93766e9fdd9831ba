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
# «To Mr. Quispe,» on a line of its own.
_DIRECTED = re.compile(
    r"(?:to|(?:(?:most|right|highly|ever) )*(?:esteemed|honou?red|illustrious|revered|worthy|noble|gracious"
    r"|respected|venerable|distinguished|learned))\s+\S.*[,:!]\s*$"
)
# «To Mr Quispe at Copperpot Catering.», whatever follows on the line.
_DIRECTED_RUN_IN = re.compile(r"to (?P<title>[a-z]+)\.?(?P<rest>(?: [^\s,.:!]+){1,6})\s*[,.:!]+(?=\s|$)")
# «To the Illustrious Proprietor, Don Evaristo»: small words between the capitals.
_SMALL_WORDS = word_set("the of and at & in for or a")
# «Ah, Monsieur Favre!», «My dear, dear Peregrine!»
_EXCLAIMED = re.compile(
    r"(?:ah|oh|ach|o|well|ay|listen|look|right|okay|ok|so|oi|now then|alright)[,!]? +"
    r"|my (?:[a-z]+,? +)?(?:dear|dearest|esteemed|beloved)(?:,? (?:dear|dearest))* +"
)
# «Mister Petrosyan. You made me wait»
_TITLED = re.compile(
    r"(?:Mr|Mister|Mrs|Ms|Miss|Madame?|Dr|Prof|Professor|Herr|Frau|Mme|Monsieur|Se\u00f1ora?)\.? "
    r"(?:[A-Z\u00c0-\u017d][\w'-]+(?: [A-Z\u00c0-\u017d][\w'-]+)?)[.!](?=\s)"
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
    called = _called_end(line, exclaimed.end()) if exclaimed else 0
    if called:
        return called
    if more and _is_directed(line):
        return len(line.folded)
    return _directed_end(line) or _bare_name(line, more=more)


def _is_addressed_throughout(line: Line) -> bool:
    """Return whether a line is nothing but a greeting: «Dear Recruitment at Lumina Call Centres,»."""
    words = line.text.split()[1:]
    named = [word for word in words if word.casefold() not in _SMALL_WORDS]
    return (
        line.text.endswith(",")
        and "," not in line.text[:-1]
        and 1 < len(words) <= _MOST_STATELY_WORDS
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


def _is_directed(line: Line) -> bool:
    """Return whether a line names whom the message is for: «To the Selection Board,»."""
    words = line.text.split()
    if len(words) > _MOST_STATELY_WORDS or not words[-1][:1].isupper():
        return False
    if _DIRECTED.match(line.folded):
        return not _has_verb([word.strip(".,:!") for word in line.folded.split()[1:]])
    names = [word for word in words[1:] if word.casefold() not in _SMALL_WORDS]
    return words[0].casefold() == "to" and len(names) > 1 and all(word[0].isupper() for word in names)


def _directed_end(line: Line) -> int:
    """Return where «To Mr Quispe at Copperpot Catering.» ends, 0 where a sentence begins so."""
    found = _DIRECTED_RUN_IN.match(line.folded)
    if found is None or found["title"] not in TITLES:
        return 0
    words = found["rest"].split()
    verbs = any(word in NOT_NAMES and word not in _SMALL_WORDS for word in words)
    return 0 if verbs else found.end()


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
        return _stately_address(line, more=more)
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
        return _stately_address(line, more=more)
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


# Who is addressed in state by an office.
_STATELY = word_set(
    """
    team committee board all director directors president principal chairman chairwoman chair headmaster
    headmistress excellency excellencies lord lords lady maestro rector dean warden governor governors
    proprietor proprietors colonel general captain chef master masters mistress steward stewards trustees
    members panel head manager managers keeper keepers officer officers consul councillors council judges
    sirs madams mesdames ladies gentlemen
    """
)
_MOST_STATELY_WORDS = 14
_COURTLY = word_set(
    """
    esteemed honoured honored respected revered illustrious venerable exalted gracious noble beloved worthy
    """
)
_JOINING = word_set(
    """
    the of and at & in for or a my you o most ever right reverend learned honoured honored respected doctor
    """
)
_HIGHNESS = word_set("excellency honour honor grace lordship ladyship worship majesty highness reverence")


def _stately_address(line: Line, *, more: bool) -> int:
    """Return the length of «Most esteemed Madam Director Lachance,» on a line of its own."""
    words = [word.strip(".,") for word in line.folded.rstrip(",:!").split()]
    if not more or line.folded[-1] not in ",:!" or not 1 < len(words) <= _MOST_STATELY_WORDS:
        return 0
    courtly = words[0] in _COURTLY or (words[0] == "most" and words[1] in _COURTLY)
    if words[0] == "your" and words[1] in _HIGHNESS:
        words = words[1:]
    titled = any(word in TITLES or word in _STATELY or word in _HIGHNESS for word in words)
    titled = titled or (courtly and line.text.split()[-1][:1].isupper())
    return len(line.folded) if titled and not _has_verb(words) else 0


def _has_verb(words: list[str]) -> bool:
    """Return whether words of address hold one that speaks of something."""
    return any(word in NOT_NAMES and word not in ADDRESSED and word not in _JOINING for word in words)
