"""Clauses: the parts of a sentence that each have their own subject, with the word that joins them.

A sentence enters; its clauses leave and tile it, with no gaps but blanks.  Marks close the clause
before them, a joining word opens its clause.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tactful.draft.model import Clause
from tactful.text import Span

_JOINT = re.compile(
    r" (?P<word>a(?:nd|s|ltho|lthough)|b(?:ut|ecause|c)|c(?:ause|[uo]z|os)|even|if|o(?:r|nly|therwise)|"
    r"p(?:lus|rovided)|s(?:o|ince)|th(?:ough|o|en)|unless|wh(?:o|ose|ile|ich|ereas)|yet|however)(?= )"
    r"|(?P<main> (?:i|we)(?:'d|'ll| would| will| could| can| might| may) )"
    r"|(?P<mark>[;:](?= )| -+(?= ))|(?P<open>\()|(?P<comma>,)(?= )"
)
_ADVERB = (
    r"(?:(?:honestly|frankly|also|therefore|thus|hence|then|unfortunately|sadly|now|maybe|perhaps|tbh|actually|still|"
    r"yet|anyway|besides|so|to be honest|quite frankly),? )?"
)
_FINITE = (
    r"(?:am|is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|isn'?t|aren'?t|"
    r"wasn'?t|weren'?t|hasn'?t|haven'?t|hadn'?t|won'?t|wouldn'?t|can'?t|cannot|couldn'?t|don'?t|doesn'?t|didn'?t|"
    r"sucks|sucked|seems|seemed|needs|looks|looked|feels|felt|sounds|makes|made|took|takes|kept|keeps|went|goes|never|"
    r"always|got|gets|said|told|came|comes|gave|gives)\b"
)
_SUBJECT = re.compile(
    rf" {_ADVERB}(?:"
    r"(?:i|we|he|she|they|there|im|ive|ill|id|u|theres|thats|youre|(?:i|we|they|you|he|she|it|there|that)'[a-z]+)\b"
    r"|(?:you|it|its|this|that|these|those|nobody|everyone|everybody|no one|someone|somebody|people) "
    r"(?!(?:for|and|or|to|in|at|on|with|from|again|all|guys|both|as|too|but|if)\b)[a-z]"
    r"|(?:the|your|ur|my|our|his|her|their|its|an?|this|that|these|those|some|no) "
    rf"(?:[a-z'-]+ ){{1,3}}{_FINITE})"
)
_VERB = re.compile(
    rf"\b{_FINITE}|'(?:m|ve|ll|d|re)\b|\b(?:im|ive|its|thank|thanks|thx|please|let|think|know|hope|wish|want|need|like|love|"
    r"appreciate|regret|accept|decline|gonna|met|left|found|saw|heard|sent|spoke|became|meant|knew|[a-z]{3,}ed)\b"
)
_CONDITIONAL = re.compile(r"(?:and |but |so |even |only )?(?:if|unless|once|had|should|were|when|provided|as long as)\b")

# What may not stand before a joining word, and what must or must not follow it.
_BARRED_BEFORE = {
    "but": frozenset("nothing all anything everything none last not anyone everyone".split()),
    "as": frozenset("soon long much well far such same just often".split()),
    "if": frozenset("as even only what know wonder wondering ask asks asked asking see check sure unsure certain".split()),
    "while": frozenset("a the worth little some".split()),
    "and": frozenset("wife husband partner family team spouse you he she me him her mother father".split()),
}
_BARRED_AFTER = {
    "but": re.compile(r" (?:also|not least)\b"),
    "if": re.compile(r" (?:so|possible|not|any|necessary|needed|ever|applicable)\b"),
    "while": re.compile(r" ago\b"),
}
_NEEDED_AFTER = {
    "even": re.compile(r" (?:if|though)\b"),
    "only": re.compile(r" if\b"),
    "provided": re.compile(r" (?:that|you|we|the|i)\b"),
}
_SUBORDINATE = re.compile(r" (?:if|because|although|though|while|since|when|unless|as (?:i|we|you|the|it|my))\b")
_AS_LONG_AS = re.compile(r" long as\b")
_ALWAYS = frozenset("but because cuz coz cos bc although altho whereas unless if while even only provided".split())
_AFTER_COMMA = frozenset("which who whose".split())
_AFTER_COMMA_OR_WITH_SUBJECT = frozenset("so since yet however otherwise".split())
_COORDINATING = frozenset("and or plus then".split())

_VERB_REACH = 240
_LONGEST_BRACKET = 300
_FEWEST_BRACKET_WORDS = 3
_FEWEST_WORDS = 2
_EM_DASH = "\u2014"


class _Place(NamedTuple):
    """A joining word: where the blank before it and the word end lie, and the clause it may close."""

    folded: str
    clause: int
    at: int
    after: int
    end: int


def read_clauses(text: str, folded: str, sentence: Span) -> tuple[Clause, ...]:
    """Return the clauses of a sentence, in order; they tile it but for blanks."""
    cuts = _find_cuts(folded, sentence)
    if _EM_DASH in text[sentence.start : sentence.end]:
        dashes = (at + 1 for at in range(sentence.start, sentence.end - 1) if text[at] == _EM_DASH)
        cuts = sorted({*cuts, *dashes})
    if not cuts:
        return (Clause(sentence.start, sentence.end),)
    clauses: list[Clause] = []
    start = sentence.start
    for cut in [*cuts, sentence.end]:
        piece = text[start:cut]
        bare = piece.strip()
        if bare:
            first = start + len(piece) - len(piece.lstrip())
            clauses.append(Clause(first, first + len(bare)))
        start = cut
    return tuple(clauses)


def _find_cuts(folded: str, sentence: Span) -> list[int]:
    """Return where clauses start, in order."""
    start, end = sentence
    cuts: list[int] = []
    clause = start
    for found in _JOINT.finditer(folded, start, end):
        for cut in _cuts_at(found, folded, clause, end):
            if cut > clause and cut < end and folded.count(" ", clause, cut) >= _FEWEST_WORDS - 1:
                cuts.append(cut)
                clause = cut
                while clause < end and folded[clause] == " ":
                    clause += 1
    return cuts


def _cuts_at(found: re.Match[str], folded: str, clause: int, end: int) -> tuple[int, ...]:
    """Return where a joint cuts the sentence: nowhere, at one place, or at both ends of brackets."""
    at = found.start()
    kind = found.lastgroup
    if kind == "word":
        return (at,) if _joins(found["word"], _Place(folded, clause, at, found.end(), end)) else ()
    if kind == "comma":
        place = _Place(folded, clause, at, at + 1, end)
        return (at + 1,) if _SUBJECT.match(folded, at + 1, end) and _has_verb(place) else ()
    if kind == "mark":
        return (found.end(),)
    if kind == "main":
        return (at,) if _CONDITIONAL.match(folded, clause) and _has_verb(_Place(folded, clause, at, at, end)) else ()
    return _bracket_cuts(folded, at, end)


def _bracket_cuts(folded: str, at: int, end: int) -> tuple[int, ...]:
    """Return both ends of a bracket that holds enough words to say something."""
    close = folded.find(")", at, min(end, at + _LONGEST_BRACKET))
    if close < 0 or folded.count(" ", at, close) < _FEWEST_BRACKET_WORDS - 1:
        return ()
    close += 1
    while close < end and folded[close] in ".,;:!?":
        close += 1
    return (at, close)


def _joins(word: str, place: _Place) -> bool:
    """Return whether a joining word opens a clause here."""
    if _is_barred(word, place):
        return False
    if word in _ALWAYS:
        needed = _NEEDED_AFTER.get(word)
        return needed is None or bool(needed.match(place.folded, place.after, place.end))
    comma = place.folded[place.at - 1] == ","
    if word in _AFTER_COMMA:
        return comma
    if word in _AFTER_COMMA_OR_WITH_SUBJECT:
        return comma or _has_subject(place)
    if word in _COORDINATING:
        return _coordinates(place)
    if word == "as" and _AS_LONG_AS.match(place.folded, place.after, place.end):
        return True
    return _has_subject(place)


def _is_barred(word: str, place: _Place) -> bool:
    """Return whether the words around a joining word make it part of a phrase: «nothing but», «if so»."""
    before = _BARRED_BEFORE.get(word)
    if before and place.folded[max(place.clause, place.at - 24) : place.at].rsplit(" ", 1)[-1].strip(",") in before:
        return True
    after = _BARRED_AFTER.get(word)
    return bool(after and after.match(place.folded, place.after, place.end))


def _coordinates(place: _Place) -> bool:
    """Return whether «and» joins two clauses rather than two names or things."""
    if _SUBORDINATE.match(place.folded, place.after, place.end):
        return True
    return _has_subject(place) and _has_verb(place)


def _has_subject(place: _Place) -> bool:
    return bool(_SUBJECT.match(place.folded, place.after, place.end))


def _has_verb(place: _Place) -> bool:
    """Return whether the clause before has a verb, so that it can stand alone."""
    return bool(_VERB.search(place.folded, max(place.clause, place.at - _VERB_REACH), place.at))
