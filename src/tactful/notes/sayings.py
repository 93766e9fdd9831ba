"""Reads items that are to be said to the reader: thanks, reasons, requests, what is given back.

An item enters; what it tells leaves as full sentences, or nothing.
"""

from __future__ import annotations

import re

from tactful.notes.errands import ASKING, GIVING_BACK, RECOMMENDING, RETURNING
from tactful.notes.fullness import full, with_article
from tactful.notes.plain import ended, lowered, plainly
from tactful.notes.reader import to_reader
from tactful.notes.thanks import THANKING, THANKING_AFTER, THANKING_FOR
from tactful.notes.told import (
    CLOSING,
    FURTHER,
    LEAD,
    OPENING,
    REASONING,
    THEM,
    WHOM,
    SayingWay,
    Told,
    labels,
    spoken,
)

_REASON = labels(
    "(?:say )?(?:the |my |main |real |honest )*(?:reason|why|why not|because|bc|cause|grounds|explain"
    "|explanation)"
)
_SAY_INSTEAD = spoken(
    r".*(?:\((?:maybe |or |better )*(?:just )?|(?:->|[,;]|\s[-\u2013\u2014])\s*(?:but |better |please )*"
    r"(?:just|only) )(?:say|write|put|call it):? [\"\u201c']?(?P<value>[^)\"\u201d]+?)[\"\u201d')\s.]*"
)
_IF_ASKED = spoken(
    r"if (?:he|she|they) (?:asks?|pushe?s?|wants? to know|insists?)(?: (?:why|what|for (?:a "
    r"|the )?reasons?))?\s*[,:-]\s*(?:say )?(?P<value>.+)"
)
_REASON_BARE = spoken(
    r"(?:say )?(?:(?:the |my |main |real )*reason(?! (?:is|was|for|that|i|we|being)\b)|because|bc|cos"
    r"|explain(?: that)?"
    r"|say why)[\s,:]+(?P<value>.+)"
)
_FURTHER = labels(
    "also", "ps", r"p\.s\.", "extra", "mention", "add", "say", "and", "(?:end|close|start|open|finish) with",
    "tell (?:him|her|them)", "note", "keep", "include",
)  # fmt: skip
_TELL = spoken(
    rf"{LEAD}(?:(?:tell|inform|remind) {WHOM}|let {WHOM} know|(?:say|mention|add|stress|point out"
    rf"|write)(?: to {WHOM})?)"
    r"(?: also)?(?: that|:|,)*\s+(?P<what>.+)"
)
_GOOD_LUCK = spoken(r"(?:good luck|best of luck|all the best) (?:for|with|in) .+")
_APOLOGY = spoken(r"(?:apologi[sz]e|say (?:i'm )?sorry|sorry)(?: to \w+)? for (?P<what>.+)")
_WISH = spoken(rf"{LEAD}wish (?P<whom>{WHOM}) (?P<what>.+)")
_GOOD_WISHES = spoken(
    r"(?:good|best|all the best|kind) ?wishes|wish (?:them |him |her |you )?(?:luck|well|all the best"
    r"|good luck)|all the best"
)
_TOUCH = spoken(
    rf"(?:and |also |ask |say |tell {THEM} |if |to |it's |its |i'd |i would |would |ok |okay |fine |glad "
    r"|happy |like |love |hope "
    r"|that )*(?:(?:stay|keep|staying|keeping) (?:in (?:touch|contact)|connected)|(?:keep"
    r"|leave) (?:the )?doors? open)"
    r"(?P<rest>.*?)[\s.?!]*"
)
_CONGRATULATE = spoken(rf"congratulate {WHOM} (?P<what>on .+)")
_GREET = spoken(
    rf"{LEAD}(?P<what>(?:say|give|send|pass)(?: on)? (?:my )?(?:best |warm |kind )?(?:hi|hello|goodbye"
    rf"|regards|best|greetings|thanks|love) (?:on )?to (?!{THEM}\b|you\b).+)"
)
_GREET_WHOM = spoken(rf"{LEAD}greet (?!{THEM}\b)(?P<whom>\S.*)")
_FEWEST_SAID = 3
_HOW_MUCH = spoken(r"how much (?P<what>I .+)")
_TOLD_THEM = re.compile(r"(?:that|why|about|how)\b", re.IGNORECASE)


def read_saying(text: str) -> Told | None:
    """Return what an item is to say to the reader, in full sentences, or nothing."""
    for pattern, rank, say in _WAYS:
        found = pattern.fullmatch(text)
        if found:
            said = say(found)
            if said:
                return Told("said", tuple(map(ended, said)), rank=rank)
    return None


def _reason(found: re.Match[str]) -> list[str]:
    value = re.sub(r"^of ", "", found.group("value").strip(" ."))
    instead = _SAY_INSTEAD.fullmatch(found.group("value"))
    if instead:
        return [full(instead.group("value"), reason=True)]
    said = full(to_reader(value), reason=True)
    return [said] if said else []


def _tell(found: re.Match[str]) -> list[str]:
    what = found.group("what").strip(" .")
    much = _HOW_MUCH.fullmatch(what)
    if much:
        return [f"{much.group('what')} very much"]
    if _TOLD_THEM.match(what):
        return []
    asked = read_saying(what)
    if asked:
        return list(asked.sentences)
    if len(what.split()) < _FEWEST_SAID and not re.match(r"i\b", what, re.IGNORECASE):
        return [f"I would like to mention {with_article(what)}"]
    return [full(to_reader(what))]


def _further(found: re.Match[str]) -> list[str]:
    asked = read_saying(found.group("value"))
    return list(asked.sentences) if asked else list(plainly(found.group("value")))


def _touch(found: re.Match[str]) -> list[str]:
    return [f"I would be glad to stay in touch{to_reader(found.group('rest'))}"]


def _wish(found: re.Match[str]) -> list[str]:
    whom = "you" if re.fullmatch(THEM, found.group("whom"), re.IGNORECASE) else found.group("whom")
    return [f"I wish {whom} {to_reader(found.group('what')).strip(' .')}"]


_WAYS: tuple[SayingWay, ...] = (
    (_GOOD_WISHES, CLOSING, lambda _: ["I wish you all the best"]),
    (_TOUCH, CLOSING, _touch),
    (_REASON, REASONING, _reason),
    (_IF_ASKED, REASONING, _reason),
    (_SAY_INSTEAD, REASONING, lambda found: [full(found.group("value"), reason=True)]),
    (_REASON_BARE, REASONING, _reason),
    THANKING_FOR,
    (_GREET, FURTHER, lambda found: [f"Please {lowered(found.group('what'))}"]),
    (_GREET_WHOM, FURTHER, lambda found: [f"Please say hello to {found.group('whom')}"]),
    *THANKING,
    (
        _APOLOGY,
        OPENING,
        lambda found: [f"I apologise for {with_article(found.group('what').strip(' .'))}"],
    ),
    (_WISH, CLOSING, _wish),
    (_CONGRATULATE, CLOSING, lambda found: [f"Congratulations {to_reader(found.group('what'))}"]),
    *ASKING,
    *RECOMMENDING,
    RETURNING,
    (_FURTHER, FURTHER, _further),
    (_TELL, FURTHER, _tell),
    *THANKING_AFTER,
    (_GOOD_LUCK, CLOSING, lambda found: [found.group()]),
    *GIVING_BACK,
)
