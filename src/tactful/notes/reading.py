"""Reads all items of notes, one after the other.

Items enter; a ``Reading`` leaves: what each tells, the slots they fill, and how many of them are
instructions.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, replace

from tactful.notes.bare import bare_slots, refused_post
from tactful.notes.decisions import read_decision
from tactful.notes.directions import (
    asks_to_write,
    read_direction,
    read_heading,
    read_signature,
    without_manner,
)
from tactful.notes.fullness import has_verb
from tactful.notes.headings import heading_slots
from tactful.notes.items import Item
from tactful.notes.labels import with_plain_label
from tactful.notes.parties import Slots, addressee, is_bare_name, is_firm, is_named, is_strange, post
from tactful.notes.plain import plainly
from tactful.notes.rethought import rethink
from tactful.notes.sayings import read_saying
from tactful.notes.told import DECIDING, FURTHER, OPENING, REASONING, Told, spoken

_HEADED = 2
_BRIEF = 6
_BRIEF_LABEL = 4
_IMPERATIVE = spoken(
    r"(?:and |just |please |pls |politely )*(?:say|tell|decline[,: -]|decline (?:offer|this|politely)"
    r"|turn down|refuse|reject|withdraw|pass on|no (?:to|for)|answer|decision"
    r"|outcome|verdict|reply|message|what)\b.*|.*(?:->|=>|=)\s*no\b.*"
)
_DIRECT = spoken(
    r"(?:and |also |then |so |but |please |pls )*(?:tell|ask|thank|say|remind|mention|add|wish|recommend"
    r"|refer|suggest|apologi[sz]e|let|explain|greet|(?:give|send|pass)(?: on)? my)\b.*"
    r"|(?:reason|why|because|bc|thanks?|ask|return|nice|good|also|end with|request)\s*[:=].*|.*\b(?:thank"
    r"|tell) (?:him|her|them)\W*|.*\bsay so\W*"
)
_TO_READER = spoken(
    r"(?:thank (?:you|u)|thanks to (?:you|your)|say (?:hello|hi) to|let me|please (?:tell|thank|say|let)"
    r"|tell me|wish(?:ing)? you|ask me)\b.*"
)
_OFFERED = re.compile(
    r"\b(?P<offer>offer|accept|accept it|decline|taking it) \((?P<what>[^)]+)\)"
    r"|\b(?P<also>offer), (?P<bare>[^,]+)$",
    re.IGNORECASE,
)
_A_POST = spoken(r"(?:the )?(?P<value>(?:[a-z-]+ ){1,3}(?:job|role|position|post)(?:(?:,| at| with) \S.*)?)")
_REFUSED = spoken(r"\W*(?:decline|rejection|refusal|no)\b")
_COURTESY = spoken(r"(?:(?:best|kind|warm|with kind) )?(?:regards|greetings|wishes)")
_I_SAY = re.compile(r"^I (?:say|will say|go)[:,]? (?:that )?(?=I\b)")
_BARE_LABEL = spoken(r"(?P<label>role|position|company|employer|firm)\s+(?P<value>[^.,:]{2,40})")
_STAGE = spoken(
    r"(?:(?:phone |call )?script:\s*)?(?:(?:ok(?:ay)?|so|and|then)[, ]+)*(?:when|if) (?:i|she|he"
    r"|they) (?:ring|call|phone|answers?|picks? up|calls?|rings?)(?: (?P<who>(?:(?:mr|ms|mrs"
    r"|dr)\.? )?(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)*|him|her|them))?(?: back| up| tomorrow| later"
    r"| today| on \w+)*(?:,? i (?:say|will say|go))?[:,]\s*(?P<rest>.*)"
)
_SCRIPT = spoken(r"(?:phone |call )?script:\s*(?P<rest>.*)")
_FILLER = re.compile(
    r"^(?:(?:um+|uh+|erm?|ok(?:ay)? so|so basically|basically|well|nah|lol|ok)[,.:]?\s+)+(?=\w)|^(?:hi"
    r"|hello|hey)[,!]?\s+(?=it's |it is |this is )",
    re.IGNORECASE,
)
_LAUGH = re.compile(r"[,\s]+(?:lol|haha+|lmao)\b[.!]*", re.IGNORECASE)


_FOR = re.compile(r"\b(thx|thanks?|thank you|ty) 4(?= )", re.IGNORECASE)
_TO = re.compile(r"\bno [24](?= (?:the|their|this|ur|your)\b)", re.IGNORECASE)
_WITH = re.compile(r"(?<!\w)w(?:/|\.)?\s+(?=\w)|(?<!\w)w/(?=\w)")
_BECAUSE = re.compile(r"\bb/?c\b")
_REGARDING = re.compile(r"(?<=\w )re:? (?=\w)")
_PREFIX = spoken(r"(?:quick |my |sry |sorry )?notes?(?: to self)?:\s+(?=\S)")
_DECIDES = re.compile(
    r"I(?:'m| am| have|'ve| will)? (?:not\b|can't|cannot|won't|will not|don't want|do not want|decided"
    r"|accepted|signed|taken|have accepted|must decline|decline)"
)
_EXPLAINS = re.compile(
    r"I(?:'m| am) (?:staying|going|starting|moving|remaining)\b|I (?:accepted|found|got|took|start|want"
    r"|need)\b"
)
_NAMED_FIRST = spoken(
    r"(?P<lead>(?:and |also |then |please )*(?:tell|let|ask|thank|thanks|thanks to|say thanks to|wish"
    r"|remind) )(?P<whom>(?:(?:mr|ms|mrs|dr|prof|mme)\.? )?(?-i:[A-Z\u00c0-\u017d])[\w-]+(?: "
    r"(?-i:[A-Z\u00c0-\u017d])(?:'\w)?[\w-]+)*)(?P<rest>\b.*)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What notes tell; ``decided`` is the item with the decision, or empty."""

    told: tuple[Told, ...]
    slots: dict[str, str]
    sure: int
    decided: str


def read_items(items: list[Item], role_nouns: Container[str] = ()) -> Reading:
    """Return what items tell; ``role_nouns`` are the words that a job title ends in."""
    items, unsaid = rethink([item._replace(text=_PREFIX.sub("", item.text)) for item in items])
    told, slots = _read_all(items, unsaid, role_nouns)
    name = slots.get("name") or _first_named(items)
    if name:
        items = [item._replace(text=_without_name(item.text, name)) for item in items]
        told, slots = _read_all(items, unsaid, role_nouns)
        slots.setdefault("name", name)
    _set_apart(slots)
    decided = next((item.text for item, one in zip(items, told, strict=True) if one.way == "decision"), "")
    return Reading(tuple(told), slots, sum(one.sure for one in told), decided)


def _read_all(
    items: list[Item], unsaid: Container[int], role_nouns: Container[str]
) -> tuple[list[Told], dict[str, str]]:
    told = [Told("unsaid") if at in unsaid else _read(item, at, len(items)) for at, item in enumerate(items)]
    for at, item in enumerate(items):
        refused = refused_post(item, role_nouns) if told[at].way == "plain" else ()
        if refused:
            told[at] = Told("decision", slots=refused, rank=DECIDING)
    for at, bare in bare_slots(items, told, role_nouns).items():
        told[at] = Told("slot", slots=bare)
    decided = [slot for one in told if one.way == "decision" for slot in one.slots]
    labelled = [slot for one in told if one.way != "decision" for slot in one.slots]
    slots: dict[str, str] = {}
    for slot, value in decided:
        # «no to Hüsnü Bey. offer = head mechanic»: who is said no to, where the post has a label.
        named = slot == "role" and is_named(value) and (_has(labelled, "role") or is_strange(value))
        party = "company" if is_firm(value) else "name"
        slots.setdefault(party if named else slot, value)
    for slot, value in labelled:
        slots.setdefault(slot, value)
    return told, slots


def _set_apart(slots: dict[str, str]) -> None:
    """Take the reader's firm as the company; what stood beside the post says where in it the post is."""
    company, firm = slots.get("company", ""), slots.get("firm", "")
    if firm and company and company != firm and company.split()[-1].islower():
        slots["branch"] = company
        slots["company"] = firm
    elif firm:
        slots.setdefault("company", firm)


def _has(slots: list[tuple[str, str]], slot: str) -> bool:
    return any(one == slot for one, _ in slots)


def _first_named(items: list[Item]) -> str:
    """Return whom the notes tell something, or else thank."""
    found = [one for item in items if (one := _NAMED_FIRST.fullmatch(item.text))]
    found.sort(key=lambda one: "thank" in one.group("lead").lower())
    return found[0].group("whom") if found else ""


def _without_name(text: str, name: str) -> str:
    """Return a note with the reader as «them»: «thank Per for the boots», where Per is to read it."""
    found = _NAMED_FIRST.fullmatch(text)
    if found is None or not set(found.group("whom").split()) & set(name.split()):
        return text
    return f"{found.group('lead')}them{found.group('rest')}"


def _spelled(text: str) -> str:
    """Return a note without its last full stop and the short forms of notes."""
    spelled = _BECAUSE.sub("because", _WITH.sub("with ", _PREFIX.sub("", text)))
    spelled = _TO.sub("no to", _FOR.sub(r"\1 for", spelled))
    spelled = _REGARDING.sub("about ", spelled)
    return with_plain_label(spelled.strip().rstrip(".").rstrip())


def _rank(sentences: tuple[str, ...]) -> int:
    """Return where a sentence that is no instruction belongs: by the decision, by its reason, or after."""
    first = sentences[0] if sentences else ""
    return DECIDING if _DECIDES.match(first) else REASONING if _EXPLAINS.match(first) else FURTHER


def _read(item: Item, at: int, count: int) -> Told:
    text = _spelled(item.text)
    last = at == count - 1
    signed = read_signature(text, last=last)
    if signed and (last or re.match(r"(?:and |then )?(?:sign|from)", text, re.IGNORECASE)):
        return signed
    direction = read_direction(text)
    if direction:
        return direction
    return _read_saying(
        _I_SAY.sub("", _LAUGH.sub("", _FILLER.sub("", without_manner(text)))), item, at, last=last
    )


def _read_saying(text: str, item: Item, at: int, *, last: bool) -> Told:
    staged = _staged(text)
    if staged:
        return staged
    headed = heading_slots(text) if at < _HEADED and not asks_to_write(text) else ()
    if headed:
        return Told("decision" if _REFUSED.match(text) else "slot", slots=headed, rank=DECIDING)
    decision = read_decision(text)
    if decision:
        brief = item.bulleted and len(text.split()) <= _BRIEF
        return replace(decision, sure=int(brief or bool(_IMPERATIVE.fullmatch(text))))
    party = _party(text, item, at, last=last)
    if party:
        return party
    offered = _OFFERED.search(text)
    slots = _post_slots(offered.group("what") or offered.group("bare")) if offered else ()
    bare = _OFFERED.sub(lambda found: found.group("offer") or found.group("also"), text)
    said = read_saying(bare)
    if said is None:
        sentences = plainly(bare)
        return Told("plain", sentences, slots, _rank(sentences), sure=0)
    sure = int(bool(_DIRECT.fullmatch(text)) and not _TO_READER.fullmatch(text))
    rank = _rank(said.sentences) if said.rank == FURTHER else said.rank
    return Told("said", said.sentences, slots, rank, sure)


def _party(text: str, item: Item, at: int, *, last: bool) -> Told | None:
    """Return whom, or which post, an item names that is nothing but a name."""
    if _COURTESY.fullmatch(text):
        return Told("heading", sure=0)
    headed = read_heading(text) if at < _HEADED else None
    if headed:
        sentences = tuple(
            one
            for rest in headed.sentences
            for one in _read(Item(rest, bulleted=False, first=False), 9, 99).sentences
        )
        again = read_decision(headed.sentences[0]) if headed.sentences else None
        return (
            replace(again, slots=(*headed.slots, *again.slots))
            if again
            else replace(headed, sentences=sentences)
        )
    guessed = item.bulleted and not last and is_bare_name(text)
    if is_named(text) and (last or at < _HEADED) and item.first and not guessed:
        return Told("slot", slots=(("sender", text.strip(" .,")),) if last else addressee(text))
    named = _A_POST.fullmatch(text.strip(" ."))
    if named:
        return Told("slot", slots=_post_slots(named.group("value")), sure=0)
    brief = len(text.split()) <= _BRIEF_LABEL
    labelled = _BARE_LABEL.fullmatch(text) if item.first or brief else None
    if labelled and not has_verb(labelled.group("value")):
        company = labelled.group("label").lower() in {"company", "employer", "firm"}
        return Told(
            "slot",
            slots=(("company", labelled.group("value")),)
            if company
            else _post_slots(labelled.group("value")),
        )
    return None


def _staged(text: str) -> Told | None:
    """Return what is said after a stage direction: «when I ring Mr. Sokolovsky: hi it's Zara»."""
    staged = _STAGE.fullmatch(text) or _SCRIPT.fullmatch(text)
    if staged is None:
        return None
    who = staged.groupdict().get("who")
    rest = _FILLER.sub("", staged.group("rest"))
    return Told("plain", plainly(rest) if rest else (), addressee(who) if who else (), OPENING, sure=2)


def _post_slots(value: str) -> Slots:
    return tuple(
        (slot, one) for slot, one in zip(("role", "noun", "company"), post(value), strict=True) if one
    )
