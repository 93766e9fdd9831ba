"""Says the thanks that notes ask for: «thank her + old Don Evaristo for the coffee».

An item enters; a way of saying it leaves with the pattern that it fits.
"""

from __future__ import annotations

import re

from tactful.notes.fullness import full, with_article
from tactful.notes.plain import ended, plainly
from tactful.notes.reader import to_reader
from tactful.notes.told import FURTHER, LEAD, OPENING, THEM, WHOM, SayingWay, labels, spoken

_THANKED = labels("(?:say |give )?(?:thanks?|thx|thank you)(?: (?:him|her|them|you))?(?: for)?")
_LIKED = labels("nice", "good", "(?:i )?liked", "enjoyed", "best part")
_ALSO_WHOM = r"(?P<others>\s*(?:\+|&|and|,)\s*(?:also |old |the |dear )*(?-i:[A-Z]).*?)"
_THANK = spoken(
    rf"{LEAD}(?:(?:say|give (?:my )?)\s*)?(?:a )?(?:big )?(?:thank(?:s| you)?|thx)\s+(?:also "
    rf"|to )*(?P<whom>{WHOM}){_ALSO_WHOM}?,?"
    r"(?:\s+(?:very much|so much|again|nicely|a lot))*(?:\s+(?:for|that)\s+(?P<what>.+?))?"
    r"(?:\s*(?:[,;:(]|\s[-\u2013\u2014]|\b(?:because|since|as|who)\b)\s*"
    r"(?P<why>(?:(?:she|he|they)\b|(?<=who )).+?))?[\s.!)]*"
)
_THANK_FOR = spoken(
    rf"{LEAD}(?:many |say |give |tell {WHOM} )*(?P<form>thanks?|thx|thank you)(?: (?:nicely|a lot))*(?: for|:"
    r"|,)\s+(?P<what>.+)"
)
_ESPECIALLY = re.compile(r"\besp\b\.?", re.IGNORECASE)
_THANK_ALL = spoken(rf"{LEAD}thank (?P<what>(?:everyone|everybody|all of them)\b.*)")
_BESIDE_THANKS = re.compile(
    r"[,;] (?=(?:will|i'll|i will|he|she|they|i|we|it|please|pls|giving|returning|no|but)\b)", re.IGNORECASE
)
_OTHER_THANKED = re.compile(r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)* for .+")
_THANK_AFTER = spoken(
    rf"(?P<what>.+?)[,;:]? (?:so |and )?(?:thank|say thanks to) {THEM}(?: (?:for (?:it|that)|loads|a lot"
    r"|so much|very much|again))*[\s.!]*"
)
# «Priya showed me the glasshouses, thank her»
_SOMEBODY_DID = spoken(
    r"(?P<whom>(?-i:[A-Z\u00c0-\u017d])(?!')[\w-]+(?: (?-i:[A-Z\u00c0-\u017d])[\w-]+)*) "
    r"(?P<why>(?:was|[a-z]+ed|let|lent|gave|drove|took|made|taught|sent|brought|kept|stood|came|told|spent|put)\b.+)"
)
_AGENT = re.compile(r"^(?:she|he|they)\s+", re.IGNORECASE)
_SAY_SO = spoken(
    r"(?P<what>.+?),? (?:so )?(?:say so|tell (?:him|her|them)(?: so)?|mention (?:it|that))[\s.!]*"
)


def _thanks_for(found: re.Match[str]) -> list[str]:
    said = found.groupdict().get("what") or found.group("value")
    everyone = _THANK_ALL.fullmatch(f"thank {said}")
    if everyone:
        return _thank_all(everyone)
    what, *beside = _BESIDE_THANKS.split(said, maxsplit=1)
    parts = re.split(r",\s+", re.sub(r"^for ", "", what))
    others = [part for part in parts if _OTHER_THANKED.fullmatch(part)]
    own = ", ".join(part for part in parts if part not in others)
    return [
        *([f"Thank you for {_listed(own)}"] if own else []),
        *(f"Please thank {one}" for one in others),
        *(one for rest in beside for one in _apart(rest)),
    ]


def _apart(said: str) -> tuple[str, ...]:
    """Return what stands beside thanks; there «them» is the thing that somebody is thanked for."""
    return plainly(said) if re.match(r"(?:he|she|they)\b", said, re.IGNORECASE) else (ended(full(said)),)


def _listed(what: str) -> str:
    """Return what somebody is thanked for, as a list with its articles."""
    parts = [
        part.strip()
        for part in re.split(r"\s*[,;]\s+|\s+\+\s+", to_reader(what).strip(" .!"))
        if part.strip()
    ]
    nouns = all(len(part.split()) <= 7 for part in parts)
    if not nouns:
        return with_article(to_reader(what).strip(" .!"))
    parts = [with_article(re.sub(r"^and ", "", part)) for part in parts]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _thank_all(found: re.Match[str]) -> list[str]:
    return [f"Please thank {_ESPECIALLY.sub('especially', found.group('what'))}"]


def _thank(found: re.Match[str]) -> list[str]:
    whom = found.group("whom")
    others = re.sub(
        r"^\s*(?:\+|&|and|,)\s*(?:also |old |dear )*", "", found.group("others") or "", flags=re.IGNORECASE
    )
    given, *beside = _BESIDE_THANKS.split(found.group("what") or "", maxsplit=1)
    what = _listed(given) if given else ""
    for_it = f" for {what}" if what else ""
    why = found.group("why")
    if not re.fullmatch(THEM, whom, re.IGNORECASE):
        who = f", who {_AGENT.sub('', why)}" if why else ""
        after = [ended(full(rest)) for rest in beside]
        return [f"Please thank {whom}{' and ' + others if others else ''}{for_it}{who}", *after]
    after = [one for rest in (*beside, *([why] if why else ())) for one in _apart(rest)]
    return [f"Thank you{for_it}", *([f"Please thank {others} as well"] if others else []), *after]


def _thank_after(found: re.Match[str]) -> list[str]:
    other = _SOMEBODY_DID.fullmatch(found.group("what"))
    if other:
        return [f"Please thank {other.group('whom')}, who {other.group('why')}"]
    return [*plainly(found.group("what")), "Thank you for that"]


THANKING: tuple[SayingWay, ...] = (
    (_THANK_ALL, FURTHER, _thank_all),
    (_THANK, OPENING, _thank),
    (_THANK_FOR, OPENING, _thanks_for),
    (_LIKED, OPENING, lambda found: [f"{with_article(found.group('value'))} was nice"]),
)
THANKING_FOR: SayingWay = (_THANKED, OPENING, _thanks_for)
THANKING_AFTER: tuple[SayingWay, ...] = (
    (_THANK_AFTER, OPENING, _thank_after),
    (_SAY_SO, OPENING, lambda found: list(plainly(found.group("what")))),
)
