"""Says what the writer asks of the reader, gives back, or recommends: «ask them to delete my scan».

An item enters; a way of saying it leaves with the pattern that it fits.
"""

from __future__ import annotations

import re

from tactful.notes.fullness import with_article
from tactful.notes.plain import ORDER, lowered
from tactful.notes.reader import to_reader
from tactful.notes.told import DASH, FURTHER, LEAD, THEM, WHOM, SayingWay, labels, spoken
from tactful.text import capitalise

_ASKED = labels(r"ask(?: (?:him|her|them|for))?", "requests?", "questions?", "q", "please", "pls")
_RETURNED = labels("(?:to )?return", "(?:give|send|hand|bring)(?: it)? back")
_RECOMMENDED = labels("recommend", "referral", "refer", "suggest", "recommendation")
_ASK = spoken(
    rf"{LEAD}(?:ask|tell|get|remind)(?: (?P<whom>{WHOM}))?(?: also)? (?P<how>to (?!stay|keep in)|for "
    r"|about |if |whether |when "
    r"|how |what |where |why |who |may i |can i |could i |could you )(?P<what>.+?)[\s.?!]*"
)
_RECOMMEND = spoken(rf"{LEAD}(?:recommend|suggest|refer|put forward)\s+(?P<what>.+)")
_DAY = r"(?:today|tomorrow|next|this|on|by|mon|tue|wed|thu|fri|sat|sun)\w*"
_BACK = spoken(
    r"(?P<what>(?!(?:could|can|would|will|i|i'm|i'll|i've|you|they|he|she|it|please|put|we|if|get"
    rf"|go)\b)[^.,;:]{{2,60}}?)(?: (?:goes|go|comes|come|will go|will come))? back (?P<how>(?:via|with|w/"
    rf"|through|to|in|at|{_DAY})(?:\W.*)?)"
)
_SENT_BACK = spoken(
    r"(?P<what>[^.,;:]{2,50}?)(?:[: ]|->|=>|\u2192)+(?:was |were |already )*(?P<deed>sent|posted|given|handed"
    r"|brought) back\b(?P<how>.*)"
)
_POSSIBLE = spoken(r"(?:is it |would it be |if )?possible to (?P<what>.+?)[?.\s]*")
_OBJECTLESS = re.compile(
    r"^(keep|send|hold|bin|shred|delete|destroy|post|return)(?= (?:until|till|for|to|by|back|at)\b|$)",
    re.IGNORECASE,
)
_OWN = spoken(
    r"(?:and |also |i'll |i will |will )*(?P<verb>return|send back|give back|hand back|hand in|hand over"
    r"|post back|bring back"
    r"|drop off|ship back|mail back|pay back|pick up|collect) (?:of (?:the )?)?(?P<what>.+)"
)
_OF_THING = spoken(
    r"(?:return (?:of )?)?(?P<what>[^:]{2,50}): (?:i'?ll|i will|will) (?P<verb>[a-z]+) (?:it|them)\b"
    r"(?P<rest>.*)"
)
_GIVEN_BACK = spoken(
    r"(?:i'll |i will |will )?(?P<verb>give|send|bring|hand|post|ship|mail) (?P<what>.+?) back\b(?P<how>.*)"
)
_MODAL = re.compile(
    r"(?P<you>you|I|they|we|it) (?P<verb>would|can|could|will|are|were|have|may|might|should)\b(?P<rest>.*)",
    re.DOTALL,
)
_TURNED = re.compile(
    r"(?:would|could|can|will|do|does|may|might|are|is) (?:they|he|she|you|i|it|we)\b", re.IGNORECASE
)
_PLAINLY = re.compile(r"(?P<you>you|they|we|I) (?P<rest>[a-z].*)", re.DOTALL)
_BEFORE_TIME = re.compile(r",(?= (?:on|by|to|at|next|via|with)\b)")
_IT_IS = re.compile(r"^it'?s ", re.IGNORECASE)


def _ask(found: re.Match[str]) -> list[str]:
    how, what = found.group("how").lower().strip(), to_reader(found.group("what"))
    if how == "to":
        whom = found.group("whom")
        what = _OBJECTLESS.sub(r"\1 it", what)
        return (
            [f"Please {what}"]
            if not whom or re.fullmatch(THEM, whom, re.IGNORECASE)
            else [f"Please ask {whom} to {what}"]
        )
    if how in {"for", "about"}:
        asked = re.split(
            rf"(?:{DASH}|:\s+|\?\s+)(?=(?:can|could|may|would|will|do|is|are)\b)",
            found.group("what"),
            maxsplit=1,
        )
        if how == "about" and len(asked) > 1:
            question = re.sub(r"^(\w+) (?:they|he|she)\b", r"\1 you", asked[1])
            return [f"I would like to ask about {to_reader(asked[0])}: {to_reader(question)}?"]
        return [f"I would like to ask {how} {what}"]
    if how in {"if", "whether"}:
        return [_question(what)]
    if how.startswith(("may", "can", "could")):
        return [f"{capitalise(how)} {what}?".replace(" i ", " I ")]
    return [f"Could you tell me {how} {what}?"]


def _question(what: str) -> str:
    """Return a question of what follows «whether»."""
    if re.match(r"(?:it'?s |its )?(?:ok|okay|fine|possible|all right)\b", what, re.IGNORECASE):
        return f"Would it be {re.sub(r'^(?:its|it.s) ', '', what)}?"
    modal = _MODAL.fullmatch(re.sub(r"^i\b", "I", what))
    if modal:
        return f"{capitalise(modal.group('verb'))} {modal.group('you')}{modal.group('rest')}?"
    plain = _PLAINLY.fullmatch(what)
    if plain:
        return f"Do {plain.group('you')} {plain.group('rest')}?"
    return f"Could you tell me whether {what}?"


def _asked(found: re.Match[str]) -> list[str]:
    value = found.group("value").strip(" .?")
    begun = re.match(
        r"(?:if|whether|for|to|when|how|what|where|about|may i|can i|could i|could you)\b",
        value,
        re.IGNORECASE,
    )
    again = _ASK.fullmatch(f"ask {value}") if begun else None
    if again:
        return _ask(again)
    if _MODAL.fullmatch(to_reader(value)) or _TURNED.match(value):
        return [f"{capitalise(to_reader(value))}?"]
    order = ORDER.fullmatch(value)
    said = order.group("what") if order else value
    return (
        [f"Please {lowered(to_reader(said))}"]
        if order or re.match(r"(?:let|tell|send|give|keep|pass)\b", value, re.IGNORECASE)
        else [f"I would like to ask for {with_article(to_reader(value))}"]
    )


def _recommend(found: re.Match[str]) -> list[str]:
    what = (found.groupdict().get("what") or found.group("value")).strip(" .")
    who, *rest = re.split(rf"\s*[,;(]\s*|{DASH}", what.rstrip(")"), maxsplit=1)
    said = f"I would like to recommend {who}"
    for part in re.split(rf"\s*[,;]\s+|{DASH}", rest[0]) if rest else ():
        clause = re.match(r"(?:he|she|they|who|it)\b", part, re.IGNORECASE)
        said += f"; {part}" if clause else f", {part}"
    return [said]


def _of_thing(found: re.Match[str]) -> list[str]:
    return [f"I will {found.group('verb')} {_things(found.group('what'))}{found.group('rest')}"]


def _own(found: re.Match[str]) -> list[str]:
    return [f"I will {found.group('verb').lower()} {_things(found.group('what'))}"]


def _back(found: re.Match[str]) -> list[str]:
    return [f"I will return {_things(found.group('what'))} {found.group('how').strip()}"]


def _sent_back(found: re.Match[str]) -> list[str]:
    what = with_article(found.group("what"))
    were = "were" if what.endswith("s") else "was"
    return [f"{what} {were} {found.group('deed').lower()} back{found.group('how')}"]


def _given_back(found: re.Match[str]) -> list[str]:
    return [f"I will {found.group('verb').lower()} {_things(found.group('what'))} back{found.group('how')}"]


def _returned(found: re.Match[str]) -> list[str]:
    return [f"I will return {_things(_BEFORE_TIME.sub('', found.group('value')))}"]


def _things(what: str) -> str:
    parts = [part for part in re.split(r"\s+(?:\+|&)\s+", to_reader(what).strip(" .")) if part]
    return " and ".join(map(with_article, parts))


ASKING: tuple[SayingWay, ...] = (
    (_POSSIBLE, FURTHER, lambda found: [f"Would it be possible to {to_reader(found.group('what'))}?"]),
    (_ASKED, FURTHER, _asked),
    (_ASK, FURTHER, _ask),
)
RETURNING: SayingWay = (_RETURNED, FURTHER, _returned)
RECOMMENDING: tuple[SayingWay, ...] = ((_RECOMMENDED, FURTHER, _recommend), (_RECOMMEND, FURTHER, _recommend))
GIVING_BACK: tuple[SayingWay, ...] = (
    (_OF_THING, FURTHER, _of_thing),
    (_OWN, FURTHER, _own),
    (_GIVEN_BACK, FURTHER, _given_back),
    (_SENT_BACK, FURTHER, _sent_back),
    (_BACK, FURTHER, _back),
    (ORDER, FURTHER, lambda found: [f"Please {lowered(found.group('what'))}"]),
)
