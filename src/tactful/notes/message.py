"""Makes the message that notes stand for.

A draft enters; a ``Telling`` leaves: the message as the writer would have put it, where each sentence
comes from, and what is not to be said.  A draft that is a message already gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field

from tactful.draft.model import Draft
from tactful.facts.english import read_english_words
from tactful.notes.fullness import full
from tactful.notes.items import Item, items_of
from tactful.notes.plain import plainly
from tactful.notes.reader import to_reader
from tactful.notes.reading import Reading, read_items
from tactful.notes.told import CLOSING, DECIDING, FURTHER, NOTE_RULE, OPENING, REASONING, Told
from tactful.telling import Telling
from tactful.text import Span, capitalise, close_sentence

# A quick look before the long one: what an item must begin with, or hold, to be an instruction.
_MAY_INSTRUCT = re.compile(
    r"(?!thank you\b|thanks again\b|please (?:let|tell|say|ask|accept)\b)"
    r"(?:(?:ok|okay|and|also|then|so|but|please|pls|just|politely|nah|maybe|my|the|real|main|phone|call|quick"
    r"|to|kindly|i|will|say|give)\s+)*"
    r"(?:(?P<stage>(?:when|if) (?:i|he|she|they)|script)|say|tell|decline|turn|refuse|reject|withdraw|pass"
    r"|no|answer|decision|outcome|verdict|reply|message|ask|thanks?|thx|remind|mention|add|wish|recommend"
    r"|refer|suggest|apologi[sz]e|let|explain|give|reason|why|because|bc|return|end|close|finish"
    r"|request|sign|signed|from|name|re|don't|dont|do|leave|keep|be|make|write|not|sound|short|use"
    r"|mind|notes?|points)\b"
    r"|.*(?:[:=]|->|\s[-\u2013\u2014]\s|\b(?:him|her|them|say so)\b)",
    re.IGNORECASE | re.DOTALL,
)
# No more words than a bare name or a keyword has, with a mark at its end and without.
_BRIEF_CLOSED, _BRIEF = 4, 6
_FEWEST_SURE = 2
# «To: Dr Vance» at the top is a label here and no mail header: it has no address and no date.
_LABELLED = re.compile(r"(?:(?:to|from|re)\s?:[^@\n]*\n?){1,3}", re.IGNORECASE)
_SIGNED = re.compile(r"^(?:sign(?:ed)?(?: it| as| off)?|from|name)\s*[:=]?\s+", re.IGNORECASE)
# A name or a number in a note.
_TELLING = re.compile(
    r"(?<![\w'])(?:[A-Z\u00c0-\u017d][a-z\u00df-\u017f]{2,}|"
    r"(?![24] (?:the|their|this|ur?|you|your|me)\b)\d[\w-]*)"
)
_DASHED = re.compile(r"\s*[-\u2013\u2014]+\s*$")
# One item in so many must be an instruction; in a message with a greeting, one in two.
_SPARSEST = 4
_SPARSEST_GREETED = 2
_JOB = frozenset({"job", "role", "position", "post", "gig"})
_BLOCKS = ((OPENING, DECIDING, REASONING), (FURTHER,), (CLOSING,))


@dataclass
class _Writing:
    """The message while it is put together."""

    text: str = ""
    sources: list[tuple[Span, str]] = field(default_factory=list)

    def add(self, said: str, note: str, before: str) -> None:
        start = len(self.text) + len(before)
        self.text += before + said
        self.sources.append((Span(start, start + len(said)), note))


def read_notes(draft: Draft, role_nouns: Container[str] = ()) -> Telling | None:
    """Return what notes stand for, or nothing where a draft is no notes.

    ``role_nouns`` are the words that a job title ends in.
    """
    items = items_of(_body_of(draft))
    needed = len(items) / (_SPARSEST_GREETED if draft.anatomy.greeting else _SPARSEST)
    needed = max(needed, _FEWEST_SURE)
    if sum(map(_most_sure, items)) < needed or not any(_MAY_INSTRUCT.match(item.text) for item in items):
        return None
    reading = read_items(items, role_nouns)
    return _written(draft, items, reading) if reading.sure >= needed else None


def _most_sure(item: Item) -> int:
    """Return the most that an item may count as an instruction."""
    found = _MAY_INSTRUCT.match(item.text)
    if found is None:
        return int(_is_brief(item.text))
    return 2 if found.group("stage") else 1


def _is_brief(text: str) -> bool:
    closed = text.rstrip().endswith((".", "!", "?", ","))
    return len(text.split()) <= (_BRIEF_CLOSED if closed else _BRIEF)


def _body_of(draft: Draft) -> str:
    """Return what lies between greeting and sign-off, without quoted threads."""
    anatomy = draft.anatomy
    apart = [one for one in anatomy.quoted if one.start or not _LABELLED.fullmatch(draft.slice(one).strip())]
    apart += [span for span in (anatomy.sign_off, anatomy.signature) if span]
    if anatomy.greeting and _names_somebody(draft):
        apart.append(anatomy.greeting)
    text = draft.text
    for span in sorted(apart, reverse=True):
        text = f"{text[: span.start]}\n{text[span.end :]}"
    return text.replace("\u2019", "'").replace("\u2192", "->")


def _names_somebody(draft: Draft) -> bool:
    greeting = draft.anatomy.greeting
    return greeting is not None and len(draft.slice(greeting).split()) > 1


def _written(draft: Draft, items: list[Item], reading: Reading) -> Telling:
    writing = _Writing()
    said = [
        (rank, one, items[at].text) for at, told in enumerate(reading.told) for rank, one in _ranked(told)
    ]
    said += _decision(reading)
    said += _left_over(items, reading, said)
    span = draft.anatomy.greeting
    greeting = _DASHED.sub(",", draft.slice(span)) if span and _names_somebody(draft) else ""
    writing.text = greeting or (f"Dear {reading.slots['name']}," if "name" in reading.slots else "Hello,")
    for block in _BLOCKS:
        before = "\n\n"
        for _, one, note in sorted((one for one in said if one[0] in block), key=lambda one: one[0]):
            writing.add(one, note, before)
            before = " "
    writing.text += _foot(draft, reading)
    unsaid = tuple(items[at].text for at, told in enumerate(reading.told) if told.way == "unsaid")
    return Telling(writing.text, NOTE_RULE, tuple(writing.sources), unsaid)


def _ranked(told: Told) -> list[tuple[int, str]]:
    """Return the sentences of an item, each with its place; what stands beside a no is why."""
    if told.way == "decision":
        return [(REASONING, close_sentence(full(to_reader(one), reason=True))) for one in told.sentences]
    return [(told.rank, one) for one in told.sentences if one.strip()]


def _left_over(
    items: list[Item], reading: Reading, said: list[tuple[int, str, str]]
) -> list[tuple[int, str, str]]:
    """Return the notes that hold a name or a number which the message would not have: they are said whole."""
    told = " ".join((*(one for _, one, _ in said), *reading.slots.values())).lower()
    return [
        (FURTHER, one, item.text)
        for item, of in zip(items, reading.told, strict=True)
        if any(word.lower() not in told for word in _telling(item, of))
        for one in plainly(item.text)
    ]


def _telling(item: Item, told: Told) -> list[str]:
    """Return the names and numbers of a note; in a heading a plain word with a capital is none."""
    found = _TELLING.findall(item.text.partition(" ")[2])
    if told.way == "heading":
        return [word for word in found if word.lower() not in read_english_words()]
    return found if told.way in {"slot", "decision"} else []


def _decision(reading: Reading) -> list[tuple[int, str, str]]:
    """Return the decision, or else thanks for the offer that name the post, where no sentence does."""
    slots = reading.slots
    role, company = slots.get("role", ""), slots.get("company", "")
    at = f" at {company}" if company else ""
    if "branch" in slots:
        at = f" ({slots['branch']}){at}"
    noun = slots.get("noun", "position")
    noun = noun if noun in _JOB else "position"
    if not reading.decided:
        if not role or any(role.lower() in one.lower() for told in reading.told for one in told.sentences):
            return []
        return [(OPENING, f"Thank you for the offer of the {role} {noun}{at}.", "")]
    if "withdraws" in slots:
        what = f"for the {role} {noun}{at}" if role else at.strip()
        return [
            (
                DECIDING,
                close_sentence(f"I have decided to withdraw my application {what}".strip()),
                reading.decided,
            )
        ]
    what = f"the {role} {noun}{at}" if role else f"the offer{f' from {company}' if company else ''}"
    return [(DECIDING, close_sentence(f"I have decided to decline {what}"), reading.decided)]


def _foot(draft: Draft, reading: Reading) -> str:
    anatomy = draft.anatomy
    signed = _SIGNED.sub("", draft.slice(anatomy.signature)) if anatomy.signature else ""
    sender = signed or reading.slots.get("sender", "")
    if not sender:
        return ""
    sign_off = capitalise(draft.slice(anatomy.sign_off)).rstrip(" ,") if anatomy.sign_off else "Kind regards"
    return f"\n\n{sign_off},\n{sender.strip(' -')}"
