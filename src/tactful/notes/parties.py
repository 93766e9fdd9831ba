"""Reads in notes who writes to whom, and about which post: «to: Ms Abdi, Harbour Kitchen».

A value enters; the slots that it fills leave: name, sender, role, company.
"""

from __future__ import annotations

import re

from tactful.facts.english import read_english_words
from tactful.text import capitalise

Slots = tuple[tuple[str, str], ...]

_TITLE = (
    r"(?:mr|ms|mrs|miss|mx|dr|prof|professor|sir|madam|herr|frau|mme|mlle|mevrouw|meneer|se[n\u00f1]ora?"
    r"|sra|sister|father|director|captain|commander|chief|chef|doctor)\b\.?"
)
_WORD = r"(?:[^\W\d_][\w'\u2019.-]*)"
_PARTICLE = (
    "(?:de|van|von|der|den|del|della|di|da|dos|du|la|le|al|el|bin|ibn|ten|ter|zu|y|bey|hanim|han\u0131m)"
)
_NAMED = re.compile(rf"^(?P<title>{_TITLE} )?(?P<rest>{_WORD}(?: (?:{_PARTICLE}|{_WORD}))*)$", re.IGNORECASE)
_APART = re.compile(r"\s*[,/(|]\s*|\s+(?:\u2013|-|\u2014)\s+|\)\s*")
_AT = re.compile(r"\s+(?:at|of|from|with|@)\s+(?=(?:the )?[^\W\d_a-z])")
_OFFICE = re.compile(
    r"^(?:the )?(?:hr|human resources|recruit\w*|talent|hiring|head|manager|director|owner|boss|chef|team"
    r"|school"
    r"|company|lady|man|guy|woman|people|office|agency|client|hospital)\b",
    re.IGNORECASE,
)
_CLIENT = re.compile(r"^(?:the )?(?:client|employer|company|firm) (?:is|=|:)\s*(.+)$", re.IGNORECASE)
_OF_OFFICE = re.compile(
    r"[,(/]\s*(?:hr|recruiter|recruiting|talent|head|manager|owner|director)\b", re.IGNORECASE
)
_OF_THE_OFFICE = re.compile(
    r"^(?:the )?(?:HR|hr|recruiter|recruiting|talent|owner|manager)(?: (?:at|of|from))? (?=[A-Z])"
)
_GREETING = re.compile(r"^(?:hi|hello|hey|dear) ", re.IGNORECASE)
_MOST_NAMES = 4
_LONGEST_ABBREVIATION = 3
_NO_NAME = frozenset(
    {"him", "her", "them", "me", "you", "us", "it", "all", "everyone", "hr", "team", "the", "offer", "myself"}
)
_POST = re.compile(
    r"^(?:the |their |a |an |your |this |that )?(?P<role>.*?)\s*\b(?P<noun>job|role|position|post|gig"
    r"|offer|work|vacancy|thing|thingy)?$",
    re.IGNORECASE,
)
_POST_AT = re.compile(
    r"(?:,| -| \u2013|:|/)?\s+(?:at|with|for|in|@)\s+(?=(?:the )?[A-Z\u00c0-\u00de0-9])|\s*[,:/(]\s*"
    r"|\s+[-\u2013\u2014]\s+"
)


def addressee(value: str) -> Slots:
    """Return the name of whom a message is for, and the firm beside it."""
    slots: dict[str, str] = {}
    parts = (one for one in _APART.split(_GREETING.sub("", value.strip(" .,;:!"))) if one.strip())
    for at, part in enumerate(parts):
        client = _CLIENT.match(part)
        who, *rest = _AT.split(part.strip(), maxsplit=1)
        if client:
            slots["company"] = client.group(1).strip()
        elif at == 0 and (is_titled(who) or not _OFFICE.match(who)):
            name = name_in(who)
            if name:
                slots["name"] = name
        elif at:
            firm = _OF_THE_OFFICE.sub("", part.strip())
            if firm[:1].isupper() and not _OFFICE.match(firm):
                slots.setdefault("firm", firm)
        if rest:
            slots.setdefault("firm", rest[0].strip())
    return tuple(slots.items())


def is_firm(text: str) -> bool:
    """Return whether a name of several words ends in a word of the language: «Fernhill Bakery»."""
    words = text.split()
    ends_plain = words[-1].lower().strip(".,") in read_english_words()
    return "&" in words or (len(words) > 1 and ends_plain and not is_titled(text))


def is_titled(who: str) -> bool:
    """Return whether a name follows a title: «Director Haddad», but not «HR Delftse Kaas»."""
    found = _NAMED.match(who.strip())
    return bool(found and found.group("title") and found.group("rest")[:1].isupper())


def name_in(text: str) -> str:
    """Return a name in its capitals, or nothing where the words are none."""
    bare = text.strip(" ,;:!")
    found = _NAMED.match(bare)
    if found is None:
        return ""
    words = bare.split()
    own = words[len((found.group("title") or "").split()) :]
    if own[0].lower() in _NO_NAME or len(own) > _MOST_NAMES:
        return ""
    if len(own) > 1 and not all(word[0].isupper() or re.fullmatch(_PARTICLE, word) for word in own):
        return ""
    if len(words[-1]) > _LONGEST_ABBREVIATION:
        words[-1] = words[-1].rstrip(".")
    return " ".join(
        word if not word.islower() or re.fullmatch(_PARTICLE, word) else capitalise(word) for word in words
    )


def is_strange(text: str) -> bool:
    """Return whether a single word with a capital is no English word: «Bartek», but not «Controller»."""
    return " " not in text.strip() and text.strip().lower() not in read_english_words()


def is_bare_name(text: str) -> bool:
    """Return whether nothing but capitals makes an item a name: «Fernhill Bakery», but not «mr Tadesse»."""
    found = _NAMED.match(text.strip(" .,"))
    return bool(found and not found.group("title"))


def is_named(text: str) -> bool:
    """Return whether an item is nothing but a name, with a title or in capitals: «mr Tadesse, Addis Sky»."""
    who, *_ = _APART.split(text.strip(" .,"), maxsplit=1)
    found = _NAMED.match(who)
    if found is None or not name_in(who):
        return False
    return (
        bool(found.group("title"))
        or bool(_OF_OFFICE.search(text))
        or (who == text.strip(" .,") and who[0].isupper())
    )


def post(value: str) -> tuple[str, str, str]:
    """Return role, the word for it, and company: «the crane job at Delta-Hoist»; each may be empty."""
    parts = [
        part.strip(" .,;:!()") for part in _POST_AT.split(value.strip(" .,;!")) if part.strip(" .,;:!()")
    ]
    role = noun = company = ""
    for part in parts:
        found = _POST.match(part)
        named = bool(found and found.group("noun"))
        if (
            found
            and (named or not role)
            and not (_is_company(part) and len(parts) > 1 and not named and _has_role(parts))
        ):
            role = role or found.group("role")
            noun = (found.group("noun") or "").lower() or noun
        elif role and part.islower():
            role = f"{role}, {part}"
        else:
            company = company or part
    return role.strip(), noun, company


def _is_company(part: str) -> bool:
    """Return whether every word that weighs has a capital: «Orrin & Bligh»."""
    return all(word[0].isupper() or len(word) < 4 for word in part.split() if word[0].isalpha())


def _has_role(parts: list[str]) -> bool:
    """Return whether another part is written small, as a role is."""
    return any(not _is_company(part) for part in parts)
