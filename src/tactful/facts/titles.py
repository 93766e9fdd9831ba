"""Job titles that no list of job words knows, by the words around them and by their last syllable.

The page and the vocabulary enter; hits leave.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tactful.facts.cues import NOT_IN_FRAME, NOT_IN_TITLE
from tactful.facts.hits import ROLE, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tactful.facts.page import Page
    from tactful.facts.vocabulary import Vocabulary

_TITLE = r"((?:[^\W\d_][\w&/'\u2019-]* ){0,4}?[^\W\d_][\w&/'\u2019-]*)"
# Where a title ends.
_END = r"(?= (?:at|with|for|in|from|on|to|and|is|was|has|comes|that|which|who|but|or|as)\b|[.,;:!?)\]\n]|$)"
# «the post of deputy beekeeper at Larkmoor», «to the rank of Senior Chocolatier».
_HEADS = frozenset(
    {"post", "position", "role", "job", "rank", "seat", "mantle", "appointment", "berth", "vacancy", "office"}
)
_OWNERS = frozenset({"your", "its"})
_BESIDE_FIRM = frozenset({"at", "with", "for"})
_HEAD = (
    r"\b(?:post|position|role|job|rank|seat|mantle|appointment|berth|vacancy|(?:to|for|up) the office)"
    r" (?:of|as) (?:the |an? |your )?"
)
# «It is the job of a fair manager» speaks of managers.
_MAXIMS = ("it's the ", "it is the ", "that is the ", "that's the ")
_HEADED = re.compile(_HEAD + _TITLE + _END)
# «to the rank of Senior Chocolatier has»: the capitals are the title, whatever follows.
_RANKED = re.compile(_HEAD)
# «be your branch driver», «to be named its stores clerk».
_YOURS = re.compile(
    r"\b(?:be|become|becoming|being|named|made|appointed|hired as|join(?:ing)? (?:you )?as|come as)"
    r" (?:your|its) (?:new |next )?" + _TITLE + _END
)
# «that I become cupping-room assistant at Tostadora», «of bullring museum archivist at Fundación Ybarrola»,
# «being a piano tuner for Kirkwall Concerts».
_AT = re.compile(
    r"\b(?:of |(?:become|becoming|be|being|as|appointed|named) (?:the |an? )?)"
    + _TITLE
    + r" (at|with|for) (?:the )?(?=(\w+))"
)
# «the tram conductor shift at Bergenhus Lines».
_SHIFT = re.compile(
    r"\b(?:the|an?|your|this|that) " + _TITLE + r" shift(?= (?:at|with|for|from|on|in)\b|[.,;:!?)\n]|$)"
)
# «the job I was promised (Senior Glassblower, Murano North)».
_BRACKETED = re.compile(
    r"\b(?:post|position|role|job|offer|vacancy)\b[^.!?()\n]{0,30}\(" + _TITLE + r"(?:, | @ | at |\))"
)
# «Assistant Bursar»: before it any word in capitals is what somebody is.
_ASSISTING = frozenset(
    {
        "assistant",
        "deputy",
        "junior",
        "senior",
        "chief",
        "head",
        "lead",
        "associate",
        "principal",
        "trainee",
        "vice",
    }
)
_CAPITALS = re.compile(r"[^\W\d_a-z][\w'\u2019-]*(?: [^\W\d_a-z][\w'\u2019-]*){0,3}")
_RANKS = frozenset({"senior", "junior", "night", "day", "evening", "weekend", "second", "first"})
_NEVER = frozenset({"any", "each", "every", "no", "being", "having", "many", "all", "some", "such"})
_NOT_IN_TITLE = (NOT_IN_TITLE | NOT_IN_FRAME | _NEVER) - _RANKS
# Who does something for a living: «rose-breeder», «horologist», «wheelwright».
_AGENT = re.compile(
    r"(?:[^aeiou\W]er|[^aeiou\W]or|uer|ist|eer|ier|eur|euse|ician|rian|yst|man|woman|person|wright|smith|monger|maker"
    r"|herd|hand|maid|clerk|ess|nurse|cook|chef|guard|guide|aide|scientist|assistant|accountant|consultant"
    r"|attendant|apprentice|trainee|deputy|steward|master|mistress|mate|pilot|help|nanny)$"
)
_NO_TITLE = frozenset(
    {
        "answer", "career", "chapter", "christmas", "computer", "copper", "customer", "daughter", "december",
        "dinner", "door", "error", "ever", "favor", "floor", "gender", "honor", "honour", "labor", "labour",
        "leather", "letter", "matter", "mother", "father", "brother", "sister", "neighbor", "neighbour",
        "never", "november", "number", "october", "offer", "order", "other", "paper", "partner", "person",
        "power", "prisoner", "reader", "september", "servant", "summer", "supporter", "timber", "visitor",
        "water", "weather", "winter", "wonder", "human", "woman", "man", "less", "success", "process",
        "business", "stress", "illness", "happiness", "access", "interest", "list", "friendship",
    }
)  # fmt: skip


def find_titles(page: Page, words: Vocabulary) -> Iterator[Hit]:
    """Yield what is a job title by the words around it and by its last word."""
    headed = not page.words.isdisjoint(_HEADS)
    frames = (
        (_HEADED, headed),
        (_YOURS, not page.words.isdisjoint(_OWNERS)),
        (_SHIFT, "shift" in page.words),
        (_BRACKETED, "(" in page.folded),
    )
    for frame, likely in frames:
        for found in frame.finditer(page.folded) if likely else ():
            if not page.folded.endswith(_MAXIMS, 0, found.start()):
                yield from _titled(*found.span(1), page, words)
    for found in _AT.finditer(page.folded) if not page.words.isdisjoint(_BESIDE_FIRM) else ():
        if _names_a_firm(found, page, words):
            yield from _titled(*found.span(1), page, words)
    for found in _RANKED.finditer(page.folded) if headed and not page.caseless else ():
        if capitals := _CAPITALS.match(page.text, found.end()):
            yield from _titled(found.end(), capitals.end(), page, words)


def _names_a_firm(found: re.Match[str], page: Page, words: Vocabulary) -> bool:
    """Return whether a title stands beside a name that is no person's: «a babysitter for Kevin»."""
    if not page.text[found.start(3)].isupper():
        return False
    return found.group(2) == "at" or found.group(3) not in words.first_names


def _titled(start: int, end: int, page: Page, words: Vocabulary) -> Iterator[Hit]:
    named = page.folded[start:end].split()
    if not _NOT_IN_TITLE.isdisjoint(named):
        return
    proper = not page.shouted and all(word[:1].isupper() for word in page.text[start:end].split())
    ranked = proper and len(named) > 1 and named[0] in _ASSISTING
    known = ranked or named[-1] in words.role_nouns or _AGENT.search(named[-1])
    if named[-1] not in _NO_TITLE and known:
        yield Hit(start, end, ROLE, "role")
