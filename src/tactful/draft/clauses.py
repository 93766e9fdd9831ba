"""Clauses: the parts of a sentence that each have their own subject, with the word that joins them.

A sentence enters; its clauses leave and tile it, with no gaps but blanks.  Marks close the clause
before them, a joining word opens its clause.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tactful.draft.model import Clause
from tactful.draft.word_sets import word_set
from tactful.text import Span

# Two searches, each led by one character or class, cost half of one that looks for everything.
_WORD_JOINT = re.compile(
    r" (a(?:nd|s|ltho|lthough)|b(?:ut|ecause|c)|c(?:ause|[uo]z|os)|even|o(?:r|nly|therwise)|p(?:lus|rovided)|"
    r"s(?:o|ince)|th(?:ough|o|en)|unless|yet|however|--?-?|"
    r"w(?:h(?:o|ose|ile|ich|ereas)|e(?:'d|'ll| would| will| could| can| might| may))|"
    r"i(?:f|'d|'ll| would| will| could| can| might| may))(?= )"
)
_MARK_JOINT = re.compile(r"([,;:(])")
_ADVERB = (
    r"(?:(?:honestly|frankly|also|therefore|thus|hence|then|unfortunately|sadly|now|maybe|perhaps|tbh|actually|still|"
    r"yet|anyway|besides|so|somehow|twice|once|today|afterwards|to be honest|quite frankly|at least|"
    r"(?:every|on|in|after|by) [a-z]+),? )?"
)
_FINITE = (
    r"(?:am|is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|isn'?t|aren'?t|"
    r"wasn'?t|weren'?t|hasn'?t|haven'?t|hadn'?t|won'?t|wouldn'?t|can'?t|cannot|couldn'?t|don'?t|doesn'?t|didn'?t|"
    r"sucks|sucked|seems?|seemed|needs?|wants?|looks|looked|feels|felt|sounds|makes|made|took|takes|kept|keeps|"
    r"went|goes|never|always|got|gets|said|told|came|comes|gave|gives|costs|involves|requires|offers|means|works|starts)\b"
)
_CONTRACTED = r"(?:i|we|they|you|he|she|it|there|that)'[a-z]+"
_PRONOUN_SUBJECT = rf"(?:i|we|he|she|they|there|im|ive|ill|id|u|theres|thats|youre|{_CONTRACTED})\b"
_WEAK_SUBJECT = (
    r"(?:you|it|its|this|that|these|those|nobody|everyone|everybody|no one|someone|somebody|people) "
    r"(?!(?:for|and|or|to|in|at|on|with|from|again|all|guys|both|as|too|but|if)\b)[a-z]"
)
_DETERMINER = r"(?:the|your|ur|my|our|his|her|their|its|an?|this|that|these|those|some|no)"
_NO_NOUN = r"i|we|he|she|they|and|or|but|who|which|that|if|as|so|than|because|to"
# After «and» a second determiner or «you» shows a thing that is shared, not a new subject.
_NOUN_SUBJECT = rf"{_DETERMINER} (?:(?!(?:{_NO_NOUN}|you|{_DETERMINER})\b)[a-z0-9'-]+ ){{1,5}}{_FINITE}"
_SPLICED_SUBJECT = rf"{_DETERMINER} (?:(?!(?:{_NO_NOUN})\b)[a-z0-9'-]+ ){{1,7}}{_FINITE}"
_PRONOUN = re.compile(rf" {_ADVERB}{_PRONOUN_SUBJECT}")
_SUBJECT = re.compile(rf" {_ADVERB}(?:{_PRONOUN_SUBJECT}|{_WEAK_SUBJECT}|{_NOUN_SUBJECT})")
_SPLICE = re.compile(rf" {_ADVERB}(?:{_PRONOUN_SUBJECT}|{_WEAK_SUBJECT}|{_SPLICED_SUBJECT})")
# «…, having been admitted to a course» says something of its own, and so does «…, being already engaged».
_PARTICIPLE = re.compile(
    r" (?:having (?:just |already |now )?[a-z]+(?:ed|en|n|t|d|e) |being (?:already|now|still|bound) )"
)
# Looked up first: most words after «and» or a comma open no clause.
_OPENERS = word_set(
    """
    i we he she they there im ive ill id u theres thats youre you it its this that these those nobody
    everyone everybody no someone somebody people the your ur my our his her their a an some honestly
    frankly also therefore thus hence then unfortunately sadly now maybe perhaps tbh actually still yet
    anyway besides so somehow twice once today afterwards to quite at every on in after by if because
    although though while since when unless as
    """
)
_VERB = re.compile(
    rf"\b{_FINITE}|\b(?:i|we|they|he|she) [a-z]|\byou (?!and|or|for|all|guys)[a-z]|'(?:m|ve|ll|d|re)\b|"
    r"\b(?:im|ive|its|thank|thanks|thx|please|let|think|know|hope|wish|want|need|like|love|appreciate|regret|"
    r"accept|decline|gonna|going to|met|left|found|saw|heard|sent|spoke|became|meant|knew|[a-z]{3,}ed)\b"
    r"|\bnot [a-z]+ing\b"
)
_CONDITIONAL = re.compile(
    r"(?:and |but |so |even |only )?(?:if|unless|once|had|should|were|when|provided|as long as)\b"
)

# What may not stand before a joining word, and what must or must not follow it.
_BARRED_BEFORE = {
    "but": word_set("nothing all anything everything none last not anyone everyone"),
    "as": word_set("soon long much well far such same just often"),
    "if": word_set(
        """
    as even only that what know wonder wondering ask asks asked asking see check sure unsure certain
    """
    ),
    "while": word_set("a the worth little some"),
    "and": word_set(
        """
    wife husband partner family team spouse you he she me him her mother father
    """
    ),
}
_BARRED_AFTER = {
    "but": re.compile(r" (?:also|not least)\b"),
    "if": re.compile(r" (?:so|not|any|ever|(?:it )?[a-z]+(?=[\]).,;:!?]|$))"),
    "so": re.compile(r" that\b"),
    "while": re.compile(r" ago\b"),
}
_QUALITY = r"[a-z]{3,}(?:ing|ful|ive|ous|able|ible|ant|ent|al|ic|ed)"
_TWO_QUALITIES = re.compile(rf"{_QUALITY} but (?:[a-z]+ly )?{_QUALITY} [a-z]")
_NEEDED_AFTER = {
    "even": re.compile(r" (?:if|though)\b"),
    "only": re.compile(r" if\b"),
    "provided": re.compile(r" (?:that|you|we|the|i)\b"),
}
_SUBORDINATE = re.compile(
    r" (?:if|because|although|though|while|since|when|unless|as (?:i|we|you|the|it|my))\b"
)
# With a comma before them these need less proof that a clause follows.
_DETERMINED = re.compile(r" (?:the|your|ur|my|our|his|her|their|its|this|that|these|those|there|you|it)\b")
_LOOSE_AFTER_COMMA = {
    "as": _DETERMINED,
    "since": _DETERMINED,
    "so": re.compile(r" (?:thanks?|please|no|not|the|your|my|it|this|that|you)\b"),
}
_AS_LONG_AS = re.compile(r" long as\b")
_ALWAYS = word_set(
    """
    but because cuz coz cos bc although altho whereas unless if while even only provided
    """
)
_ONLY_AFTER_COMMA = word_set("which who whose")
_AFTER_COMMA = _ONLY_AFTER_COMMA | word_set("yet however otherwise")
_COORDINATING = word_set("and or plus then")

_VERB_REACH = 240
_WORD_REACH = 24
_LONGEST_BRACKET = 300
_FEWEST_BRACKET_WORDS = 3
_FEWEST_WORDS = 2
_MOST_LABEL_WORDS = 4
_EM_DASH = "\u2014"


class _Place(NamedTuple):
    """A joining word: where the blank before it and the word end lie, and the clause it may close."""

    folded: str
    clause: int
    at: int
    after: int
    end: int


def read_clauses(text: str, folded: str, sentences: list[Span]) -> list[tuple[Clause, ...]]:
    """Return the clauses of each sentence, in order; they tile it but for blanks."""
    if not sentences:
        return []
    first, last = sentences[0].start, sentences[-1].end
    joints = [(found.start(), found[1]) for found in _WORD_JOINT.finditer(folded, first, last)]
    joints += [(found.start(), found[1]) for found in _MARK_JOINT.finditer(folded, first, last)]
    if _EM_DASH in text:
        joints += [(at, _EM_DASH) for at in range(first, last) if text[at] == _EM_DASH]
    joints.sort()
    clauses: list[tuple[Clause, ...]] = []
    index = 0
    for sentence in sentences:
        cuts: list[int] = []
        clause, end = sentence
        while index < len(joints) and joints[index][0] < end:
            at, joint = joints[index]
            index += 1
            if at < clause:
                continue
            for cut in _cuts_at(joint, folded, clause, at, end):
                if cut < end and folded.count(" ", clause, cut) >= _FEWEST_WORDS - 1:
                    cuts.append(cut)
                    clause = cut + 1 if folded[cut] == " " else cut
        clauses.append(_tile(text, sentence, cuts) if cuts else (Clause(sentence.start, end),))
    return clauses


def _tile(text: str, sentence: Span, cuts: list[int]) -> tuple[Clause, ...]:
    """Return the pieces between cuts, without outer blanks."""
    clauses: list[Clause] = []
    start = sentence.start
    for cut in [*cuts, sentence.end]:
        bare = text[start:cut].strip()
        if bare:
            first = start if text[start] == bare[0] else text.index(bare[0], start)
            clauses.append(Clause(first, first + len(bare)))
        start = cut
    return tuple(clauses)


def _cuts_at(joint: str, folded: str, clause: int, at: int, end: int) -> tuple[int, ...]:
    """Return where a joint cuts the sentence: nowhere, at one place, or at both ends of brackets."""
    if joint == "(":
        return _bracket_cuts(folded, at, end)
    if joint == ",":
        if _PARTICIPLE.match(folded, at + 1, end) and _has_verb(_Place(folded, clause, at, at + 1, end)):
            return (at + 1,)
        if not _may_open(folded, at + 1, end) or not _SPLICE.match(folded, at + 1, end):
            return ()
        return (at + 1,) if _has_verb(_Place(folded, clause, at, at + 1, end)) else ()
    if joint == _EM_DASH:
        return (at + 1,)
    if joint in _COORDINATING and not _may_open(folded, at + len(joint) + 1, end):
        return ()
    after = at + len(joint)
    if joint in ";:" or joint[0] == "-":
        after += joint[0] == "-"
        return (
            (after,)
            if folded[after : after + 1] == " " and _closes(joint, _Place(folded, clause, at, after, end))
            else ()
        )
    place = _Place(folded, clause, at, after + 1, end)
    return (at,) if _joins(joint, place) else ()


def _closes(mark: str, place: _Place) -> bool:
    """Return whether a mark closes a clause: no label («Start date: May»), no range («5 - 9»)."""
    if mark == ";":
        return True
    if mark == ":":
        return _has_verb(place) or place.folded.count(" ", place.clause, place.at) >= _MOST_LABEL_WORDS
    in_brackets = place.folded.rfind("[", place.clause, place.at) > place.folded.rfind(
        "]", place.clause, place.at
    )
    return not in_brackets and place.folded[place.after + 1 : place.after + 2].isalpha()


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
    if word[0] in "iw" and (" " in word or "'" in word):
        return bool(_CONDITIONAL.match(place.folded, place.clause)) and _has_verb(place)
    if _is_barred(word, place):
        return False
    if word in _ALWAYS:
        needed = _NEEDED_AFTER.get(word)
        return needed is None or bool(needed.match(place.folded, place.after, place.end))
    if word in _COORDINATING:
        return _coordinates(place)
    if place.folded[place.at - 1] == ",":
        return word in _AFTER_COMMA or _joins_after_comma(word, place)
    return word not in _ONLY_AFTER_COMMA and _subordinates(word, place)


def _joins_after_comma(word: str, place: _Place) -> bool:
    loose = _LOOSE_AFTER_COMMA.get(word)
    return bool(loose and loose.match(place.folded, place.after, place.end)) or _subordinates(word, place)


def _subordinates(word: str, place: _Place) -> bool:
    if word == "as" and _AS_LONG_AS.match(place.folded, place.after, place.end):
        return True
    return _has_subject(place)


def _is_barred(word: str, place: _Place) -> bool:
    """Return whether the words around a joining word make it part of a phrase: «nothing but», «if so»."""
    comma = place.folded[place.at - 1] == ","
    barred = _BARRED_BEFORE.get(word)
    if barred and not (comma and word == "and") and _word_before(place) in barred:
        # «nothing but praise», yet «thanks for everything but I decline».
        return word != "but" or not _has_subject(place)
    if word == "but" and not comma:
        start = place.folded.rfind(" ", place.clause, place.at) + 1
        if _TWO_QUALITIES.match(place.folded, start):
            return True
    after = _BARRED_AFTER.get(word)
    return bool(after and after.match(place.folded, place.after, place.end))


def _word_before(place: _Place) -> str:
    reach = place.folded[max(place.clause, place.at - _WORD_REACH) : place.at]
    return reach.rsplit(" ", 1)[-1].strip(",")


def _coordinates(place: _Place) -> bool:
    """Return whether «and» joins two clauses rather than two names or things."""
    if _SUBORDINATE.match(place.folded, place.after, place.end):
        return True
    if place.folded[place.at - 1] == "," and _PRONOUN.match(place.folded, place.after, place.end):
        return True
    # «we felt that the role and our team might not fit»: after «that» the verb may still be to come.
    that = place.folded.rfind(" that ", place.clause, place.at)
    return _has_subject(place) and _has_verb(place._replace(clause=max(place.clause, that)))


def _may_open(folded: str, after: int, end: int) -> bool:
    """Return whether the word after a joint is one that clauses open with."""
    stop = folded.find(" ", after + 1, end)
    word = folded[after + 1 : stop if stop > 0 else end]
    return word in _OPENERS or "'" in word or word[-1:] == ","


def _has_subject(place: _Place) -> bool:
    return _may_open(place.folded, place.after, place.end) and bool(
        _SUBJECT.match(place.folded, place.after, place.end)
    )


def _has_verb(place: _Place) -> bool:
    """Return whether the clause before has a verb, so that it can stand alone."""
    return bool(_VERB.search(place.folded, max(place.clause, place.at - _VERB_REACH), place.at))
