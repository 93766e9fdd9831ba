"""Turns what notes say about the reader into words to the reader: «she showed me» is «you showed me».

A phrase enters; the phrase leaves in the second person.  Who is named before in the same phrase is not
the reader.
"""

from __future__ import annotations

import re
from typing import Final

_SOMEBODY = re.compile(
    r"\b(?:my|our|a|an|another|some|that|this) [a-z]+|(?<=\w )(?-i:[A-Z])[\w'-]+"
    r"|^(?-i:[A-Z])[\w'-]+(?= (?-i:[A-Z]))"
    r"|^(?:the )?[a-z]+(?: lady| man| guy| woman)\b",
    re.IGNORECASE,
)
_SOMETHING = re.compile(
    r"\b(?:the|my|our|a|an|some|these|those) [a-z]+|\b(?:stay|remain)(?:ing)?\b"
    r"|(?<=\w )[A-Z][\w'-]+"
)
_NAMED_LATER = re.compile(
    r"(?<=\w )(?!I\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June"
    r"|July|August"
    r"|September|October|November|December)[A-Z][\w'-]+"
)
_SUBJECT = re.compile(
    r"\b(?P<who>she|he|they)\b(?P<short>'(?:s|d|ll|ve|re))?(?:(?P<gap> (?:also |still |always |only "
    r"|just |even )?)"
    r"(?P<verb>[a-z]+(?:n't)?))?",
    re.IGNORECASE,
)
_HER = re.compile(
    r"\bher\b(?= *(?:$|[.,;:!?)]|(?:the|a|an|my|your|some|this|for|to|that|about|again|if|when|on|at|with"
    r"|in|i|and|how|why|what)\b))",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"\b(?:him|them)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\b(?:her|his|their)\b", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:hers|theirs|his(?= *(?:$|[.,;!])))\b", re.IGNORECASE)
_IRREGULAR: Final = {
    "is": "are", "has": "have", "was": "were", "does": "do", "goes": "go", "isn't": "aren't",
    "hasn't": "haven't", "wasn't": "weren't", "doesn't": "don't",
}  # fmt: skip
_SHORT: Final = {"'d": " would", "'ll": " will", "'ve": " have", "'re": " are"}
_PARTICIPLE = re.compile(r"(?:been|got|had|made|given|taken|shown|left|[a-z]+ed)$")
_NO_VERB_END = ("ss", "us", "is", "always", "as")


def to_reader(text: str) -> str:
    """Return a phrase with «she», «him», «their» and the like said to the reader."""
    first = re.search(r"\b(?:she|he|they|him|her|them|his|their)\b", text, re.IGNORECASE)
    if first is None or _names_another(text[: first.start()], first.group().lower()):
        return text
    other = _NAMED_LATER.search(text, first.end())
    reach = other.start() if other else len(text)
    said = _SUBJECT.sub(_subject, text[:reach])
    said = _OBJECT.sub("you", _HER.sub("you", said))
    return _POSSESSIVE.sub(_same_case, _OWNED.sub("yours", said)) + text[reach:]


def _names_another(before: str, pronoun: str) -> bool:
    """Return whether the words before a pronoun name whom or what it stands for."""
    plural = pronoun in {"they", "them", "their"}
    return bool((_SOMETHING if plural else _SOMEBODY).search(before))


def _same_case(found: re.Match[str]) -> str:
    return "Your" if found.group()[0].isupper() else "your"


def _subject(found: re.Match[str]) -> str:
    you = "You" if found.group("who")[0].isupper() else "you"
    verb = found.group("verb") or ""
    short = found.group("short")
    if short == "'s":
        helping = " have" if _PARTICIPLE.match(verb) else " are"
        return f"{you}{helping}{found.group('gap') or ''}{verb}"
    if short:
        return f"{you}{_SHORT[short]}{found.group('gap') or ''}{verb}"
    if found.group("who").lower() != "they":
        verb = plain_verb(verb)
    return f"{you}{found.group('gap') or ''}{verb}"


def plain_verb(verb: str) -> str:
    """Return a verb as «you» has it: «wants» is «want»."""
    small = verb.lower()
    if small in _IRREGULAR:
        return _IRREGULAR[small]
    if not small.endswith("s") or small.endswith(_NO_VERB_END):
        return verb
    if small.endswith("ies") and len(small) > len("dies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if re.search(r"(?:ch|sh|x|ss|zz)es$", small) else verb[:-1]
