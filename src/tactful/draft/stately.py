"""Addresses in state: «To the Selection Board,», «Most esteemed Madam Director Lachance,».

The first line of a message enters; how much of it is such an address leaves, 0 for none.
"""

from __future__ import annotations

import re

from tactful.draft.formulas import ADDRESSED, NOT_NAMES, TITLES
from tactful.draft.lines import Line
from tactful.draft.word_sets import word_set

_DIRECTED = re.compile(
    r"(?:to|(?:(?:most|right|highly|ever) )*(?:esteemed|honou?red|illustrious|revered|worthy|noble|gracious"
    r"|respected|venerable|distinguished|learned))\s+\S.*[,:!]\s*$"
)
# «To Mr Quispe at Copperpot Catering.», whatever follows on the line.
_DIRECTED_RUN_IN = re.compile(r"to (?P<title>[a-z]+)\.?(?P<rest>(?: [^\s,.:!]+){1,6})\s*[,.:!]+(?=\s|$)")
# «To the Illustrious Proprietor, Don Evaristo»: small words between the capitals.
SMALL_WORDS = word_set("the of and at & in for or a")


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
MOST_STATELY_WORDS = 14
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


def stately_address(line: Line, *, more: bool) -> int:
    """Return the length of «Most esteemed Madam Director Lachance,» on a line of its own."""
    words = [word.strip(".,") for word in line.folded.rstrip(",:!").split()]
    if not more or line.folded[-1] not in ",:!" or not 1 < len(words) <= MOST_STATELY_WORDS:
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


def is_directed(line: Line) -> bool:
    """Return whether a line names whom the message is for: «To the Selection Board,»."""
    words = line.text.split()
    if len(words) > MOST_STATELY_WORDS or not words[-1][:1].isupper():
        return False
    if _DIRECTED.match(line.folded):
        return not _has_verb([word.strip(".,:!") for word in line.folded.split()[1:]])
    names = [word for word in words[1:] if word.casefold() not in SMALL_WORDS]
    return words[0].casefold() == "to" and len(names) > 1 and all(word[0].isupper() for word in names)


def directed_end(line: Line) -> int:
    """Return where «To Mr Quispe at Copperpot Catering.» ends, 0 where a sentence begins so."""
    found = _DIRECTED_RUN_IN.match(line.folded)
    if found is None or found["title"] not in TITLES:
        return 0
    words = found["rest"].split()
    verbs = any(word in NOT_NAMES and word not in SMALL_WORDS for word in words)
    return 0 if verbs else found.end()
