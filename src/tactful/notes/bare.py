"""Reads notes that are nothing but a name, a firm or a post: «Tomasz», «Fernhill Bakery», «night baker».

The items and what they tell enter; the slots that the bare ones fill leave, by their places.
"""

from __future__ import annotations

import re
from collections.abc import Container

from tactful.notes.items import Item
from tactful.notes.parties import Slots, addressee, is_firm, is_titled, post
from tactful.notes.told import Told, spoken

_MOST_WORDS = 5
_MOST_TITLE_WORDS = 4
_OFFERED = spoken(
    r"(?:(?:the |their )?(?:offer|job|position|role|post)) (?P<how>of|as|from|at) (?P<value>\S.*)"
)
_REFUSED = spoken(
    r"(?:please |politely )?(?:turn(?:ing)? down|declin(?:e|ing)|refus(?:e|ing)"
    r"|reject(?:ing)?|pass(?:ing)? on|say no to|no to) (?P<post>\S.*)"
)
_PARTED = re.compile(r"\s*[,(/@]\s*|\s+(?:at|of|from)\s+")


def bare_slots(items: list[Item], told: list[Told], role_nouns: Container[str]) -> dict[int, Slots]:
    """Return the slots that bare notes fill; ``role_nouns`` are the words that a job title ends in."""
    slots: dict[int, Slots] = {}
    parties: list[int] = []
    for at, item in enumerate(items):
        if told[at].way != "plain":
            continue
        bare = item.text.strip(" .,;")
        offered = _OFFERED.fullmatch(bare)
        if offered:
            slots[at] = _offered(offered)
        elif _is_post(bare, role_nouns):
            slots[at] = (("role", bare),)
        elif item.bulleted and item.first and _is_party(bare):
            parties.append(at)
    known = {slot for one in told for slot, _ in one.slots}
    return slots | _who_and_where({at: items[at].text.strip(" .,;") for at in parties}, known)


def refused_post(item: Item, role_nouns: Container[str]) -> Slots:
    """Return the post that a note turns down by its bare name: «turn down vet nurse»."""
    refused = _REFUSED.fullmatch(item.text.strip(" .,;"))
    return (("role", refused["post"]),) if refused and _is_post(refused["post"], role_nouns) else ()


def _offered(found: re.Match[str]) -> Slots:
    value = found.group("value")
    if found.group("how").lower() in {"from", "at"}:
        return (("company", value),)
    slots = zip(("role", "noun", "company"), post(value), strict=True)
    return tuple((slot, one) for slot, one in slots if one)


def _is_post(bare: str, role_nouns: Container[str]) -> bool:
    words = bare.lower().split()
    return len(words) <= _MOST_TITLE_WORDS and words[-1] in role_nouns and bare[1:] == bare[1:].lower()


def _is_party(bare: str) -> bool:
    """Return whether every part is a name in capitals: «Anya at Bellweather Nurseries»."""
    parts = [part.strip(" )") for part in _PARTED.split(bare)]
    words = [word for part in parts for word in part.split() if word[0].isalpha()]
    return bool(words) and len(words) <= _MOST_WORDS and all(word[0].isupper() for word in words)


def _who_and_where(parties: dict[int, str], known: set[str]) -> dict[int, Slots]:
    """Return who of several parties is the reader, and which is the firm."""
    slots: dict[int, Slots] = {}
    people = [at for at, one in parties.items() if not is_firm(_PARTED.split(one)[0])] or list(parties)[
        : len(parties) > 1
    ]
    if "name" not in known and people:
        titled = [at for at in people if is_titled(parties[at])]
        reader = (titled or people)[0]
        slots[reader] = addressee(parties[reader])
    left = [at for at in parties if at not in slots]
    firms = [at for at in left if is_firm(parties[at])] or (left if len(parties) > 1 else [])
    if firms and not known & {"company", "firm"} and not any("firm" in dict(one) for one in slots.values()):
        slots[firms[0]] = (("company", parties[firms[0]]),)
    return {at: one for at, one in slots.items() if one}
