"""What the slots of phrases may be filled with.

An ``Analysis`` enters; known values leave: name, role, company, day, term.  What is unknown is no key,
so that no phrase that needs it can be used.
"""

from __future__ import annotations

import re

from tactful.analysis import Analysis
from tactful.facts.held import is_held_firm, is_held_role
from tactful.notes import NOTE_RULE, read_note
from tactful.result import Fact
from tactful.text import Span, fold

_OTHER_EMPLOYER_ACTS = ("act:accepted-other",)
# «I have taken the ranger job in Moab»: a job that is taken and not refused is another one.
_TAKEN_TAG = "accepted-other.took"
_REFUSALS = ("decline", "withdraw", "takes-back-acceptance", "thanks", "offer-mentioned")
_OTHER_EMPLOYER_RULES = frozenset(
    {"comparing-offers", "gossip", "threat", "over-sharing", "machine-instructions"}
)
# These object to the form of what is said; the names in it are as good as any.
_HARMLESS_RULES = frozenset(
    {
        "texting-style",
        "note-form",
        "flippant-refusal",
        "long-sentence",
        "over-explaining",
        "rambling",
        "pompous-language",
        "inflated-praise",
        "shouting",
        "emoji",
        "cliche",
        "hard-to-read",
    }
)
_EMPLOYER_CUES: tuple[tuple[re.Pattern[str], int], ...] = (
    (
        re.compile(
            r"\b(?:join|joining|work for|working for|offer from|offer of|offer at|tell)\s+(?:the\s+)?$"
        ),
        2,
    ),
    (
        re.compile(
            r"\b(?:job|role|position|post|offer|place|gig|opening|vacancy|career|work|team)\s+(?:at|with|from|in)\s+(?:the\s+)?$"
        ),
        2,
    ),
    (
        re.compile(
            r"\byour (?:\w+ )?(?:institution|company|firm|house|organi[sz]ation|school|hotel|team),?\s+$"
        ),
        2,
    ),
    (re.compile(r"\b(?:at|with|from)\s+(?:the\s+)?$"), 1),
)
_SURE_EMPLOYER = 2
_BETWEEN_ROLE_AND_EMPLOYER = 18
# «(Head of Localisation, Tandem Games)».
_BESIDE_ROLE = frozenset({", ", " @ ", " / ", " - ", " \u2013 ", " \u2014 "})
_NAME_ENDS = r"(?=[.,;:!?)\n]|$| (?:and|but|or|because|as|for|from|next|this|on|is|was|has|had|which|that)\b)"
# «at St Osyth's, and», «at the Vechtstroom Water Board.»: where nothing is owned it belongs to the name.
_NAME_GOES_ON = re.compile(rf"(?:['\u2019]s| (?:Board|Council|Office|Department))?{_NAME_ENDS}")
_ARTICLE = re.compile(r"\b(?:at|with|for|from|join|joining|of) the $")
# Before a name that is only held up as an example: «this is not Versailles».
_EXAMPLE_CUE = re.compile(
    r"\b(?:like|as|than|not|no|isn't|even|another|from|(?:call|calls|called|name|named|crowned) (?:me|us))"
    r"\s+(?:the\s+|a\s+)?$"
)
# What is said of an employer, and of hardly any island or brand.
_OF_WORK = re.compile(
    r"\b(?:offer\w*|jobs?|roles?|positions?|posts?|gig|team|join\w*|compan(?:y|ies)|interview\w*|hir(?:e|ed|ing)"
    r"|employ\w*|work(?:ing)?|staff|contract|at|with|people)\b"
)
_EMPLOYER_CUE = re.compile(r"\b(?:at|join|joining|with)\s+(?:the\s+)?$")


def slot_values(analysis: Analysis, flagged: dict[str, list[Span]]) -> dict[str, str]:
    """Return the values that draft and context give; ``flagged`` has the spans of each rule."""
    context = analysis.draft.context
    noted = _noted(analysis, flagged)
    values = {
        "name": context.to or noted.get("name") or _greeted(analysis),
        "role": context.role or noted.get("role") or _first(analysis, "role", flagged),
        "company": context.company or noted.get("company") or _employer(analysis, flagged),
        "day": _day(analysis),
        "term": context.negotiable[0] if context.negotiable else None,
        "sender": context.sender or noted.get("sender") or _signed(analysis),
    }
    return {name: value for name, value in values.items() if value}


def _noted(analysis: Analysis, flagged: dict[str, list[Span]]) -> dict[str, str]:
    """Return the values that labelled notes give."""
    noted: dict[str, str] = {}
    for sentence in analysis.draft.sentences:
        if any(
            span.start < sentence.end and sentence.start < span.end for span in flagged.get(NOTE_RULE, ())
        ):
            note = read_note(analysis.draft.slice(sentence))
            for slot, value in note.slots:
                noted.setdefault(slot, value)
    return noted


def _signed(analysis: Analysis) -> str | None:
    """Return the name in the signature."""
    span = analysis.draft.anatomy.signature
    names = [fact for fact in analysis.facts if fact.type == "person" and span and _within(fact.span, span)]
    return names[0].text if names else None


def _greeted(analysis: Analysis) -> str | None:
    greeting = analysis.draft.anatomy.greeting
    if greeting is None:
        return None
    names = [fact for fact in analysis.facts if fact.type == "person" and _within(fact.span, greeting)]
    return analysis.draft.text[names[0].span.start : names[-1].span.end] if names else None


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _first(analysis: Analysis, kind: str, flagged: dict[str, list[Span]]) -> str | None:
    """Return the first fact of a type that may be told; one that only an accusation names comes last."""
    rules = analysis.book.rule_by_id
    charged = [span for rule in flagged if rules[rule].severity == "error" for span in flagged[rule]]
    facts = [fact for fact in offer_facts(analysis, kind, flagged) if _is_surely_named(fact)]
    facts.sort(key=lambda fact: _lies_in(fact.span, charged))
    return facts[0].text if facts else None


def _employer(analysis: Analysis, flagged: dict[str, list[Span]]) -> str | None:
    """Return the organisation that the draft shows to be the employer, by the words before it."""
    best, most = None, 0
    for fact in offer_facts(analysis, "organisation", flagged):
        before = analysis.draft.folded[max(0, fact.span.start - 32) : fact.span.start]
        score = sum(weight for pattern, weight in _EMPLOYER_CUES if pattern.search(before))
        score += 2 * _follows_role(analysis, fact)
        alone = _is_the_only_one(analysis, fact) and _is_spoken_of_as_one(analysis, fact)
        score += 2 * (alone and not _EXAMPLE_CUE.search(before))
        if score > most and _is_surely_named(fact):
            best, most = _in_full(analysis, fact), score
    return best if most >= _SURE_EMPLOYER else _named_in_full(analysis, flagged)


def _named_in_full(analysis: Analysis, flagged: dict[str, list[Span]]) -> str | None:
    """Return the one organisation whose name has several words: a single word is often a guess."""
    named = {
        fold(fact.text): fact.text
        for fact in analysis.facts
        if fact.type == "organisation"
        and " " in fact.text
        and _is_surely_named(fact)
        and not _EXAMPLE_CUE.search(analysis.draft.folded[max(0, fact.span.start - 32) : fact.span.start])
    }
    offered = {fold(fact.text) for fact in offer_facts(analysis, "organisation", flagged, accused=True)}
    return next(iter(named.values())) if len(named) == 1 and named.keys() <= offered else None


def _in_full(analysis: Analysis, fact: Fact) -> str:
    """Return a name as the draft says it: with «the» before it, and with an ending that is its own."""
    draft = analysis.draft
    ending = _NAME_GOES_ON.match(draft.text, fact.span.end)
    if ending is None:
        return fact.text
    article = _ARTICLE.search(draft.folded, max(0, fact.span.start - 16), fact.span.start)
    name = fact.text + (ending.group() if _is_cued(analysis, fact) else "")
    return f"the {name}" if article else name


def _is_the_only_one(analysis: Analysis, fact: Fact) -> bool:
    """Return whether a draft names no other organisation."""
    names = {fold(one.text) for one in analysis.facts if one.type == "organisation"}
    return names == {fold(fact.text)}


def _is_spoken_of_as_one(analysis: Analysis, fact: Fact) -> bool:
    """Return whether a name is surely a firm's: of several words, owning something, or beside work."""
    draft = analysis.draft
    if " " in fact.text or draft.folded.startswith("'s", fact.span.end):
        return True
    sentence = next((one for one in draft.sentences if one.start <= fact.span.start < one.end), None)
    return sentence is None or bool(_OF_WORK.search(draft.folded, sentence.start, sentence.end))


def _follows_role(analysis: Analysis, fact: Fact) -> bool:
    """Return whether a role stands right before: «site engineer at Harbourline»."""
    return any(
        one.type == "role" and 0 <= fact.span.start - one.span.end <= _BETWEEN_ROLE_AND_EMPLOYER
        for one in analysis.facts
    )


def _is_surely_named(fact: Fact) -> bool:
    """Return whether a fact may be put into another sentence: a guess in small letters may not."""
    return fact.type == "role" or any(not character.islower() for character in fact.text.replace(" ", ""))


def offer_facts(
    analysis: Analysis, kind: str, flagged: dict[str, list[Span]], *, accused: bool = False
) -> list[Fact]:
    """Return the facts of a type that are about this offer, and not about another employer.

    ``accused`` takes in organisations that only an accusation names.
    """
    other = 0
    for name in _OTHER_EMPLOYER_ACTS:
        other |= analysis.book.bit(name)
    taken = analysis.book.bit(_TAKEN_TAG)
    refused = sum(analysis.book.bit(f"act:{name}") for name in _REFUSALS)
    foreign = [
        Span(one.start, one.end)
        for one in analysis.readings
        if one.sentence >= 0 and (one.mask & other or (one.mask & taken and not one.mask & refused))
    ]
    for rule in _OTHER_EMPLOYER_RULES:
        foreign.extend(flagged.get(rule, ()))
    greeting = analysis.draft.anatomy.greeting
    charged = [span for rule, spans in flagged.items() for span in spans if rule not in _HARMLESS_RULES]
    return [
        fact
        for fact in analysis.facts
        if fact.type == kind
        and not any(fact.span.start < span.end and span.start < fact.span.end for span in foreign)
        and not _is_held(analysis, fact)
        and not (greeting and kind in {"organisation", "role"} and _within(fact.span, greeting))
        and (
            kind != "organisation"
            or _is_cued(analysis, fact)
            or _is_the_only_one(analysis, fact)
            or accused
            or not _lies_in(fact.span, charged)
        )
    ]


def _is_held(analysis: Analysis, fact: Fact) -> bool:
    """Return whether a role or an employer is somebody's already: «my work as a night nurse at»."""
    if fact.type == "role":
        return is_held_role(analysis.draft.folded, fact.span.start)
    return fact.type == "organisation" and is_held_firm(analysis.draft.folded, fact.span.start)


def _is_cued(analysis: Analysis, fact: Fact) -> bool:
    """Return whether a word or a role before a name says that it is the employer."""
    before = analysis.draft.folded[max(0, fact.span.start - 12) : fact.span.start]
    return bool(_EMPLOYER_CUE.search(before)) or any(
        one.type == "role" and analysis.draft.text[one.span.end : fact.span.start] in _BESIDE_ROLE
        for one in analysis.facts
    )


def _lies_in(inner: Span, spans: list[Span]) -> bool:
    return any(inner.start < span.end and span.start < inner.end for span in spans)


def _day(analysis: Analysis) -> str | None:
    answer_on = analysis.draft.context.answer_on
    if answer_on is not None:
        return f"{answer_on.strftime('%A')}, {answer_on.day} {answer_on.strftime('%B %Y')}"
    bit = analysis.book.bit("act:more-time")
    dates = [fact for fact in analysis.facts if fact.type == "date"]
    for reading in analysis.readings:
        if reading.sentence >= 0 and reading.around & bit:
            for fact in dates:
                if reading.start <= fact.span.start < reading.end:
                    return fact.text
    return dates[0].text if dates else None
