"""Writes the labels of a note the one way that the readers of notes know.

A note enters; the notes that it holds leave, or the note with its label in plain form: «cause - late nights»
as «reason: late nights».
"""

from __future__ import annotations

import re

_MARK = r"\s*(?:->|=>|=|:|\u2192|\s[-\u2013\u2014])\s+"
_TO = "to: "
_TARGETS = (
    (
        "reason: ",
        (
            r"(?:the )?(?:official |stated |given |main |short |polite )?"
            r"(?:reasons?|why|cause|because|bc|grounds?|motive)(?: to give| for it| given)?"
        ),
    ),
    (_TO, r"(?:addressee|recipient|them|whom|for whom|reader|contact)"),
    ("sign: ", r"(?:me|sender|signature|signed|signed by|from me|i am|i'm)"),
    ("tone: ", r"(?:tone|mood|style|manner|voice)"),
    ("thanks for ", r"(?:gratitude|appreciation|grateful|thank|thanks|thx)(?: for)?"),
)
_LABELLED = tuple(
    (re.compile(rf"{label}{_MARK}(?:for (?=\w))?", re.IGNORECASE), plain) for plain, label in _TARGETS
)
_THANKS = re.compile(r"(?:gratitude|appreciation|thank)\s+for\s+(?=\w)", re.IGNORECASE)
_REFUSED = re.compile(
    r"(?P<no>no|nope|decline|declined|can't|cannot|not coming)\s*(?:->|=>|=|\u2192|\bbc\b|\bbecause\b)\s*"
    r"(?:because |bc )?(?P<reason>\w.*)",
    re.IGNORECASE,
)
# «commute = 2h, too much»
_MEASURED = re.compile(
    r"(?P<what>(?:the )?(?:commute|pay|salary|money|hours|drive|distance|rent|contract|shifts?|base|travel))"
    r"\s*=\s*(?P<value>\w.*)",
    re.IGNORECASE,
)
# «PS the lens is in crate 7», «need to tell Coach Ramirez no», «offer: happy to help out»
_LEAD = re.compile(
    r"^(?:p\.?\s?s\.?\s*[:,-]?\s+(?=\w)|(?:i )?(?:need|have|want|got|gotta|got) to (?=(?:tell|say|decline"
    r"|turn down|thank|ask)\b)|offer(?:ing)?\s*[:=]\s+(?=(?:happy|glad|willing|can|could|will) ))",
    re.IGNORECASE,
)
# «reply to the vet clinic (Dr Holm)»
_REPLY = re.compile(
    r"^(?:reply|answer|message|msg|note|e-?mail|mail|text|letter)(?: back)? (?:to|for) the [a-z ]+"
    r" \((?P<name>[^()]+)\)\W*$",
    re.IGNORECASE,
)
# «return: stethoscope -> already gave to reception», «uniform + ID card -> send to the office»
_GIVEN = re.compile(
    r"^(?:return(?:ed)?|give back)\s*[:=]?\s*(?:the )?(?P<what>[\w' &+-]+?)\s*(?:->|=>|\u2192)\s*"
    r"(?P<done>already \w+)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"^(?:the )?(?P<what>[\w' &+-]+?)\s*(?:->|=>|\u2192)\s*"
    r"(?P<verb>send|post|mail|return|drop|bring|ship|leave)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_KEYWORDS = re.compile(
    r"(?:key ?words?|key points|points|bullets|facts|stuff)(?: to (?:use|include|put in))?\s*[:=-]\s*"
    r"(?P<rest>[^,]+(?:,\s+[^,]+){3,})",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"re:? (?:the |their )?offer (?:from |of |at |by )?(?P<firm>(?-i:[A-Z]).*?)"
    r"\s*(?:->|=>|=|:|\u2192)\s*no\W*",
    re.IGNORECASE,
)
# «curator Blythe Mackie»: what somebody is, before the name.
_RANK = re.compile(r"^(?:the )?(?:[a-z]+ ){1,3}(?=[A-Z])")
_MANNER_AT_END = re.compile(
    r"\s*\((?:don't|do not|dont|no need to|without|keep)\b[^)]*\)\W*$|"
    r"(?:,|;|\.|\s[-\u2013])?\s*(?:and )?(?:end|close|finish|keep it|be|sound|stay|make it)"
    r" (?:on a )?(?:friendly|warm|warmly|nice|nicely|polite|politely|short|brief|kind|kindly|positive"
    r"|friendly note|good note|warm note)(?: and (?:warm|short|nice|polite|brief|friendly))?\W*$",
    re.IGNORECASE,
)
_PLURAL = frozenset({"hours", "shifts"})


def parted(text: str) -> tuple[str, ...]:
    """Return the notes that one holds: a no with its reason, a list of keywords, an offer and the answer."""
    listed = _KEYWORDS.fullmatch(text)
    if listed:
        return tuple(re.split(r",\s+", listed["rest"]))
    offered = _OFFERED.fullmatch(text)
    if offered:
        return f"company: {offered['firm']}", "decline the offer"
    refused = _REFUSED.fullmatch(text)
    return (refused["no"], f"reason: {refused['reason']}") if refused else (text,)


def with_plain_label(text: str) -> str:
    """Return a note with its label in plain form, without what it says of the manner of the message."""
    text = _REPLY.sub(r"to: \g<name>", _LEAD.sub("", text))
    text = _GIVEN.sub(r"I \g<done> the \g<what>\g<rest>", text)
    text = _SENT.sub(r"I will \g<verb> the \g<what>\g<rest>", text)
    bare = _MANNER_AT_END.sub("", text)
    text = bare if re.search(r"\w", bare) else text
    measured = _MEASURED.fullmatch(text)
    if measured:
        be = "are" if measured["what"].split()[-1].casefold() in _PLURAL else "is"
        return f"reason: the {measured['what'].removeprefix('the ')} {be} {measured['value']}"
    for label, plain in _LABELLED:
        if found := label.match(text):
            return plain + _RANK.sub("", text[found.end() :]) if plain == _TO else plain + text[found.end() :]
    thanked = _THANKS.match(text)
    return f"thanks for {text[thanked.end() :]}" if thanked else text
