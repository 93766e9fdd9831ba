"""Reads notes that the writer made for a message: labels, errands, keywords.

One line of notes enters; a ``Note`` leaves: values for slots, a sentence for the reader, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tactful.text import capitalise, close_sentence, fold

NOTE_RULE = "note-form"
_LABEL = re.compile(
    r"^\W*(?:\d+[.)]\s*)?(to|addressee|recipient|recruiter|contact|from|sender|sign(?:ed)?(?: as)?|name|me"
    r"|role|position|job|post|gig|offer|company|employer|firm)\s*[:=]\s*"
    r"(.+?)[\s.]*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"^\W*(?:\d+[.)]\s*)?(from|sign(?:ed)?(?: as)?)\s+([^\s:=].*?)[\s.]*$", re.IGNORECASE)
_THANK = re.compile(
    r"^\W*(?:thank|thanks to|say thanks to)\s+((?:(?:mr|ms|mrs|dr|prof)\.? )?[^\W\d_][\w'\u2019-]+)\W*$",
    re.IGNORECASE,
)
# «3. », «- »: what counts the notes.
_MARKER = re.compile(r"^[\s\u2022*>-]*(?:\d+[.)]\s+)?")
_PRONOUN = re.compile(r"(?:him|her|them|you|team|everyone|all)$", re.IGNORECASE)
# «decline email for Gus re carpentry teacher job, Oak Hill High»
_HEADING = re.compile(
    r"^\W*(?:(?:points|notes|ideas|todo|decline|refusal|rejection|polite|short|reply|answer|write|draft"
    r"|an?|no)\W+)*"
    r"(?:e-?mail|mail|note|letter|message|reply|answer|decline|text)\s+(?:to|for)\s+(?P<name>[^,:;]+?)"
    r"(?:\s+(?:at|from)\s+(?P<firm>[^,:;]+?))?"
    r"(?:\s*(?:,|:|\bre\b|\babout\b|\bregarding\b)[\s:]*(?:the\s+)?(?P<role>[^,;]+?)"
    r"(?:\s+(?:job|role|post|position))?(?:(?:,|\s+at|\s+with)\s+(?P<company>[^,;]+?))?)?[\s.]*$",
    re.IGNORECASE,
)
# «decline offer, Product Designer, Lumenhaus»
_SUBJECT = re.compile(
    r"^\W*(?:decline|refuse|turn down|reject|no to)(?: the)?(?: offer| job| position| role)?\s*[,:;]\s*"
    r"(?P<role>[^,;:]+?)(?:,|\s+at|\s+with)\s+(?P<company>[^,;:]+?)[\s.]*$",
    re.IGNORECASE,
)
_ADDRESSEE = re.compile(
    r"^(?P<name>[^,/(]+?)(?:\s*[,/(]\s*(?!(?:hr|recruit\w*|talent|hiring|the|head"
    r"|manager)\b)(?P<firm>[A-Z][^,/()]*?)"
    r"|\s*[,/(]\s*[^,/()]*?)?(?:\s+(?:at|of|from)\s+(?P<company>[^,/()]+?))?\)?$"
)
_SLOTS = {
    "to": "name",
    "addressee": "name",
    "recipient": "name",
    "recruiter": "name",
    "contact": "name",
    "sender": "sender",
    "post": "role",
    "gig": "role",
    "offer": "role",
    "from": "sender",
    "name": "sender",
    "me": "sender",
    "role": "role",
    "position": "role",
    "job": "role",
    "company": "company",
    "employer": "company",
    "firm": "company",
}
# What a writer does, and what a writer wants done, when a note begins with the bare verb.
_OWN_ERRANDS = re.compile(
    r"^(?:return|send back|give back|hand back|hand in|hand over|post back|bring back|drop off|ship back"
    r"|mail back|deliver|pick up|collect|pay back|wire back)\b"
)
_ASKED_ERRANDS = re.compile(
    r"^(?:refund|delete|remove|erase|shred|destroy|reimburse|confirm|send me|forward"
    r"|pay (?:me|my|us|the|for|back|out)|cancel|update|keep my|pass on|tell|let)\b"
)
_SPOKEN_OUT = re.compile(r"(?:I|my|we|our|it|that|this)\b", re.IGNORECASE)
_THIRD_PERSON = {"has": "have", "is": "are", "does": "do", "was": "were", "goes": "go"}
_BARE_NOUN = re.compile(
    r"^(?!(?:the|a|an|my|your|his|her|their|our|this|that|these|those|all|everything|being|taking|having)\b)"
    r"(?!\w+ing\b)(?!(?:[a-z-]+ )?[a-z]+[^s\W]s\b)[a-z]"
)
_ELLIPTIC = re.compile(
    r"^(?P<busy>(?:not |now |already |still )?[a-z]{2,}ing)\b(?! (?:is|was|would|has|will)\b)"
    r"|^(?P<done>(?:want|need|have|can't|cannot|can not|accepted|don't|do not|prefer|got|took|plan|hope"
    r"|will|won't|must|decided|signed|live|found|chose|would|already|got) )",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Note:
    """What a line of notes is: values for slots, or a sentence for the message."""

    slots: tuple[tuple[str, str], ...] = ()
    sentence: str = ""


def read_note(text: str) -> Note:
    """Return what a line of notes says; an empty note where it is only a keyword."""
    labelled = _LABEL.match(text) or _FROM.match(text)
    if labelled:
        return Note(_labelled(labelled.group(1).lower(), labelled.group(2).strip()))
    thanked = _THANK.match(text)
    if thanked and not _PRONOUN.match(thanked.group(1)):
        return Note((("name", thanked.group(1)),))
    heading = _HEADING.match(text) or _SUBJECT.match(text)
    if heading:
        return Note(_headed(heading.groupdict()))
    return Note(sentence=_sentence(_MARKER.sub("", text).strip()))


def heading_slots(text: str) -> tuple[tuple[str, str], ...]:
    """Return the slots that the heading of notes fills: «decline email for Gus re carpentry teacher job»."""
    heading = _HEADING.match(text)
    if heading is None or heading.group("name")[:4].lower() == "the ":
        return ()
    return _headed(heading.groupdict())


def full_sentence(text: str) -> str:
    """Return an elliptic note with its subject: «starting own workshop» is said of the writer."""
    found = _ELLIPTIC.match(fold(text))
    if not found:
        return text
    small = text[:1].lower() + text[1:]
    return close_sentence(f"I am {small}" if found.group("busy") else f"I {small}")


def _labelled(label: str, value: str) -> tuple[tuple[str, str], ...]:
    slot = "sender" if label.startswith("sign") else _SLOTS[label]
    if slot == "role":
        role, _, company = value.partition(",")
        return _known(role=role, company=company)
    addressed = _ADDRESSEE.match(value) if slot == "name" else None
    if addressed is None:
        return ((slot, value),)
    return _known(name=addressed.group("name"), company=addressed.group("company") or addressed.group("firm"))


def _headed(heading: dict[str, str | None]) -> tuple[tuple[str, str], ...]:
    company = heading.get("company") or heading.get("firm")
    return _known(name=heading.get("name"), role=heading.get("role"), company=company)


def _known(**values: str | None) -> tuple[tuple[str, str], ...]:
    return tuple((slot, value.strip()) for slot, value in values.items() if value and value.strip())


def _thanks(found: re.Match[str]) -> str:
    what = found.group(1)
    return f"Thank you for {'the ' if _BARE_NOUN.match(fold(what)) else ''}{what}"


def _whether(found: re.Match[str]) -> str:
    verb = fold(found.group(2))
    plain = _THIRD_PERSON.get(verb) or (verb[:-1] if verb.endswith("s") and verb[-2:] != "ss" else verb)
    return f"Do you {plain}{found.group(3)}?"


def _asked(found: re.Match[str]) -> str:
    return f"Please {found.group(1)[:1].lower()}{found.group(1)[1:]}"


def _own(found: re.Match[str]) -> str:
    return f"I will {found.group()[:1].lower()}{found.group()[1:]}"


def _reason(found: re.Match[str]) -> str:
    said = full_sentence(found.group(1))
    if said != found.group(1):
        return said
    # «6 month contract, I need stability»
    what, comma, rest = said.partition(", ")
    return f"The reason is the {what}; {rest}" if comma and _SPOKEN_OUT.match(rest) else ""


def _said(found: re.Match[str]) -> str:
    return capitalise(found.group(1))


def _in_touch(found: re.Match[str]) -> str:
    return f"I would be glad to stay in touch{found.group(1)}"


_THEM = "(?:him|her|them)"
_GLAD = "(?: it's| its| i'd| i would)?(?: ok| okay| fine| glad| happy| love)"
# Each way of noting what to say, and the sentence that says it to the reader.
_SPOKEN: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (rf"((?:say|give) (?:my )?(?:thanks?|hi|hello|goodbye|regards) to (?!{_THEM}\b)[a-z].*)", _asked),
    (
        rf"(?:(?:say|tell {_THEM}) )?(?:thanks?|thx)(?: to)?(?: (?:{_THEM}|you|the team|everyone))? for (.+)",
        _thanks,
    ),
    (
        rf"(?:ask|say|tell {_THEM})(?: if| that)?{_GLAD} to (?:stay|keep) in (?:touch|contact)(.*?)[.?]*",
        _in_touch,
    ),
    (r"ask (?:him |her |them )?(?:if|whether) (he|she|they) (\w+)(.*?)[.?]*", _whether),
    (r"ask (?:them |him |her |you )?to ((?:not )?[a-z]+\b.*)", _asked),
    (r"ask (?:them |him |her )?(for .+)", lambda found: f"I would like to ask {found.group(1)}"),
    (r"wish (?:him|her|them|you) (.+)", lambda found: f"I wish you {found.group(1)}"),
    (r"(?:apologi[sz]e|say sorry|sorry) (for .+)", lambda found: f"I apologise {found.group(1)}"),
    (r"(recommend|suggest|refer) (.+)", lambda found: f"I {found.group(1).lower()} {found.group(2)}"),
    (r"congratulate (?:him|her|them|you) (on .+)", lambda found: f"Congratulations {found.group(1)}"),
    (r"(?:say|tell (?:him|her|them)|mention)(?: that)? ((?:i|i'm|i've|i'll|we|my|it|the)\b.+)", _said),
    (r"(?:the )?(?:reason|why|because)\s*[:=]\s*(.+)", _reason),
    (rf"{_OWN_ERRANDS.pattern[1:]}.*", _own),
    (rf"({_ASKED_ERRANDS.pattern[1:]}.*)", _asked),
)
_WAYS = tuple((re.compile(pattern, re.IGNORECASE | re.DOTALL), say) for pattern, say in _SPOKEN)


def _sentence(bare: str) -> str:
    """Return the sentence that a note stands for, or nothing where it is only a keyword."""
    straight = bare.replace("\u2019", "'")
    for pattern, say in _WAYS:
        found = pattern.fullmatch(straight)
        if found:
            said = say(found)
            return close_sentence(said) if said else ""
    return ""
