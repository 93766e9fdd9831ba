"""Makes full sentences of fragments: «too many weekends, want Sundays off» gets its subjects.

A fragment enters; a sentence without its full stop leaves.  No word with a meaning is added.
"""

from __future__ import annotations

import re

from tactful.draft.word_sets import word_set
from tactful.facts.english import read_english_words
from tactful.text import capitalise

_DETERMINED = word_set(
    """
    the a an my your his her their our its this that these those all both each every some any no one two
    three four five six seven eight nine ten being taking having who whom what which how why when where
    i you he she it we they there here nobody nothing everybody everyone everything
    and but so or nor yet if when while because although though since as not also then still however
    honestly frankly right well ok okay anyway please could would can will should may might do does did
    to from in on at by for with without after before until till through
    me us him them mr ms mrs dr prof sir madam herr frau
    """
)
_AUXILIARIES = (
    "is|are|was|were|am|has|have|had|will|would|can|could|can't|cannot|couldn't|won't|wouldn't|isn't|aren't"
    "|wasn't|weren't|hasn't|haven't|hadn't|do|does|did|don't|doesn't|didn't|must|may|might|should|shall"
)
_VERBS = (
    "need|want|start|begin|end|finish|clash|overlap|conflict|collide|suit|fit|work|mean|require|involve|offer"
    "|last|go|come|run|pay|cost|move|live|leave|stay|keep|take|make|give|get|collect|deliver|bring|expire"
    "|fall"
    "|close|open|seem|feel|sound|look|matter|count|remain|continue|depend|help|allow|hold|say|let|know|belong"
)
_PAST = (
    "needed|wanted|started|began|ended|clashed|went|came|ran|paid|moved|left|stayed|kept|took|made|gave|got"
    "|said|offered|renewed|showed|told|asked|agreed|turned|felt|seemed|sounded|grew|became|changed|helped"
)
_THIRD = "|".join(
    f"{verb}{'es' if verb.endswith(('h', 's', 'o', 'x')) else 's'}" for verb in _VERBS.split("|")
)
_FINITE = re.compile(rf"\b(?:{_AUXILIARIES}|{_PAST})\b|\b(?:{_THIRD})\b(?! (?:of|and)\b)", re.IGNORECASE)
# «shifts clash w/ my degree»: a plural, and a verb before what it is done with.
_PLURAL = re.compile(
    rf"^(?:[a-z-]+ ){{0,2}}[a-z]+s (?:{_VERBS}|[a-z]+)(?= (?:w/|with|into|too|for|on|me|my|the|at|to|from"
    r"|out)(?:\W|$))"
    r"(?<!with)(?<!w/)",
    re.IGNORECASE,
)
_HAS_SUBJECT = re.compile(
    r"^(?:(?:and|but|so|also|then|honestly|frankly|right|well|however|anyway|still|plus|because|since|if"
    r"|when|as)\b,? )*"
    r"(?:I|I'm|I've|I'd|I'll|im|ive|ill|we|we're|you|you're|you've|he|she|it|it's|its|they|there|there's"
    r"|that's"
    r"|this|that|these|those|my|our|your|his|her|their|the|an?|nobody|nothing|everybody|everyone|all|both"
    r"|if|what"
    r"|please|pls|thanks?|thx|sorry|best|good luck|hope|wish|congratulations|let me|can you|may I"
    r"|(?:could|would) (?:you|I|we|it|they|he|she|there|that|this|the|your|my)"
    r"|do you|have you|are you)(?:\W|$)",
    re.IGNORECASE,
)
_OWNED = re.compile(r"^(?:my|our|your|his|her|their|the|an?|this|that|these|those)\b", re.IGNORECASE)
_BUSY = re.compile(
    r"^(?:(?:not|now|already|still|just|only) )?(?!(?:according|during|nothing|something|everything"
    r"|morning|evening"
    r"|being|spring|parking|training|building|meeting|housing|including|regarding|heating|funding|king)\b)"
    r"[a-z]{2,}ing\b(?! (?:is|was|would|has|will|clash|takes|starts)\b)",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"^(?:(?:not|already|still|now|very|so|really|always|too) )?(?:able|unable|open|glad|happy|keen|bound"
    r"|hired|committed|busy|ready"
    r"|willing|tied|based|due|available|grateful|interested|sorry|expecting|pregnant|ill|engaged|booked"
    r"|stuck|back"
    r"|delighted|thankful)\b(?! (?:trouble|pain|problem|injury|fees))",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"^(?:(?:really|just|still|also|now|already|only|simply) )?(?:want|need|have|can't|cannot|cant"
    r"|can not|could not"
    r"|couldn't|could|don't|dont|do not|did not|didn't|accepted|signed|prefer|got|took|plan|hope to"
    r"|hope for|will"
    r"|won't|wont|would|must|decided|live|found|chose|like|liked|loved|love|enjoyed|appreciate"
    r"|appreciated|start"
    r"|started|moved|had|has to|stay|promised|received|know|think|feel|wish to|look forward|am|was|went|gave"
    r"|left|no longer (?:want|need|have|live|plan|can)|never got|never had|would like) ?\b",
    re.IGNORECASE,
)
_EXCESS = re.compile(
    r"^(?:far |way |much |just |simply |a bit )?(?:too )?(?P<many>many|few)\b(?! thanks)"
    r"|^(?:not enough|too much|too little|no)\b (?!longer)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"(?:not enough|no) (?:[a-z-]+ )?[a-z]+[^s\W]s\b", re.IGNORECASE)
_MEASURE = re.compile(
    r"^(?:(?:far|way|much|just|simply|a bit|only|also|a little) )*(?:too|only|seasonal|temporary|unpaid"
    r"|just|not(?= (?:the|an?|my|quite|really)\b))\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:\s*[,;]\s+(?:and |but |so )?|\s+[-\u2013\u2014]\s+|\s+(?:and|but)\s+(?=I\b))(?![^(]*\))"
)
_ADDED = re.compile(r"\s+\+\s+")
_ROOTED = re.compile(
    r"\b(?P<own>current|present|own|old|previous) (?P<what>lab|job|employer|role|team|company|firm"
    r"|workshop|business|school|hospital|position|studio|shop|practice|bakery|farm)\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r"^(?P<what>(?:[a-z-]+ ){1,3}?)(?P<deed>renewed|extended|signed|confirmed|booked|postponed|cancelled"
    r"|approved|left behind)\b",
    re.IGNORECASE,
)


_GERUND = re.compile(
    r"(?!(?:meeting|morning|evening|building|training|briefing|tasting|wedding|setting|parking|housing"
    r"|meaning|opening"
    r"|hearing|warning|wording|timing|thing|ring|spring|string|viewing|greeting|outing|recording"
    r"|mentoring|catering"
    r"|ceiling|clothing|gardening|drawing|painting|sing|king|bearing)\b)[a-z]{2,}ing\b"
    r"(?=$| (?:me|us|my|the|an?|your|you|him|her|them|it|in|on|for|with|out|to|so|this|that|all|back"
    r"|round|around|up"
    r"|down|late|early|at|through|about|by|how|what|everyone|everybody)\b| (?-i:[A-Z]))",
    re.IGNORECASE,
)
_WITH_KIN = re.compile(r"\bwith (husband|wife|partner|fianc\u00e9e?)\b", re.IGNORECASE)
_KIN = re.compile(
    r"^(?P<who>wife|husband|partner|kids?|children|mother|father|mum|mom|dad|son|daughter|parents|baby"
    r"|family|knee|back|health)"
    r"(?= (?:is|are|was|got|gets|had|has|needs?|starts?|expecting|due|ill|sick|not|can't|lives?|goes))\b",
    re.IGNORECASE,
)
_LACKS_IS = re.compile(
    r"^(?P<what>(?:(?!(?:the reason|and|or|but|with|for|to)\b)[a-z-]+ ){1,3}?)(?P<how>(?:only|too|not|far"
    r"|way too|below|above|out of|under|over|just|expecting|due|ill|sick|unpaid|unclear)\b.*)",
    re.IGNORECASE,
)
_CAUSE = re.compile(r"(?:for|due to|because of)\b", re.IGNORECASE)
# «commute 90 min each way», «pay 28k»
_MEASURED = re.compile(
    r"^(?P<what>(?:my |the |your )?(?:[a-z]+ )?(?:commute|distance|drive|journey|ride|pay|salary"
    r"|wage|rate|notice|contract|rota|shifts?|hours|rent)) "
    r"(?P<how>(?:only |about |over |under )?[\u00a3$\u20ac]?\d.*)",
    re.IGNORECASE,
)


def with_article(noun: str) -> str:
    """Return a bare noun phrase with «the»: names, numbers and what is determined stay as they are."""
    first = re.split(r"[\s,]", noun, maxsplit=1)[0].rstrip(".:").lower()
    if not noun or not noun[0].isalpha() or first in _DETERMINED or first.endswith(("'s", "s'")):
        return noun
    words = noun.split()
    short_form = words[0].isupper() and len(words[0]) > 1 and len(words) > 1 and words[1].islower()
    if noun[0].isupper() and not short_form and not _is_sentence_case(noun):
        return noun
    if _GERUND.match(noun):
        return noun
    return f"the {noun[0].lower()}{noun[1:]}" if noun[1:2].islower() or noun[1:2] in " -" else f"the {noun}"


def _is_sentence_case(noun: str) -> bool:
    """Return whether a capital only opens the line: «Laptop on loan», but not «Almaz»."""
    return noun.split(maxsplit=1)[0].rstrip(",.").lower() in read_english_words()


def has_verb(text: str) -> bool:
    """Return whether a fragment has a verb that asks for no other."""
    return bool(_FINITE.search(text) or _PLURAL.match(text))


def full(text: str, *, reason: bool = False) -> str:
    """Return a fragment as a full sentence; a ``reason`` that is only a noun is named as one."""
    said = ""
    for added in _ADDED.split(_rooted(text)):
        parts = [part for part in _parts(added) if part.strip()]
        if not parts:
            continue
        said = _added(said, parts[0]) if said else _first(parts[0], reason=reason)
        for part in parts[1:]:
            said = _joined(said, part)
    return capitalise(said)


def _added(said: str, part: str) -> str:
    """Return a sentence with what a plus adds to it: a clause of its own, or one more thing."""
    added = _first(part, reason=False)
    own = added != part or _HAS_SUBJECT.match(part) or has_verb(part)
    return f"{said}{';' if own and has_verb(said) else ''} {'' if own and has_verb(said) else 'and '}{added}"


def _rooted(text: str) -> str:
    """Return «current lab» as «my current lab»."""
    text = _WITH_KIN.sub(r"with my \1", text)
    return _ROOTED.sub(
        lambda found: (
            found.group()
            if text[: found.start()]
            .rstrip()
            .lower()
            .endswith(("my", "the", "a", "an", "our", "your", "their", "s"))
            else f"my {found.group()}"
        ),
        text,
    )


def _parts(text: str) -> list[str]:
    """Return the comma parts of a fragment; those of a full sentence stay together."""
    text = text.strip(" ,;")
    return [text] if _HAS_SUBJECT.match(text) else _PART.split(text)


def _first(part: str, *, reason: bool) -> str:
    if _HAS_SUBJECT.match(part):
        bare = reason and _OWNED.match(part) and not has_verb(part) and not _LACKS_IS.match(part)
        return f"the reason is {_small(part)}" if bare else part
    opened = begun(part)
    if opened:
        return opened
    passive = _PARTICIPLE.match(part)
    if passive and not has_verb(part[: passive.start("deed")]):
        return f"the {_small(passive.group('what'))}is {part[passive.start('deed') :]}"
    kin = f"my {_small(part)}" if _KIN.match(part) else part
    if has_verb(kin):
        return with_article(kin)
    lacking = _MEASURED.match(kin) or _LACKS_IS.match(kin)
    if lacking:
        what = lacking.group("what").strip()
        several = what.endswith("s") and not what.endswith("ss") and _is_sentence_case(what)
        verb = "are" if several else "is"
        return f"{with_article(what)} {verb} {lacking.group('how')}"
    if reason and _CAUSE.match(part):
        return f"this is {_small(part)}"
    return f"the reason is {_counted(_small(part))}" if reason else part


def _counted(noun: str) -> str:
    """Return a noun that begins with a number with its article: «the 6 month contract»."""
    return f"the {noun}" if noun[:1].isdigit() else noun


def begun(part: str) -> str:
    """Return a fragment without a subject with the one that it stands for, or nothing."""
    small = _small(part)
    lowered = f"{part[:1].lower()}{part[1:]}"
    if _BUSY.match(part) or _STATE.match(part):
        return f"I am {lowered}"
    if _DEED.match(part):
        return f"I {lowered}"
    excess = _EXCESS.match(part)
    if excess:
        several = excess.group("many") or _SEVERAL.match(small)
        return f"there {'are' if several else 'is'} {small}"
    return f"it is {small}" if _MEASURE.match(part) else ""


def _joined(said: str, part: str) -> str:
    if re.match(r"^(?:I|I'm|I've|I'd|I'll|it|it's|we|they|he|she|you)\b", part, re.IGNORECASE):
        return (
            f"{said}, and {part}"
            if said.lower().startswith(("i ", "i'", "there ", "it "))
            else f"{said}; {part}"
        )
    opened = begun(part)
    if opened:
        return f"{said}, and {opened}"
    passive = _PARTICIPLE.match(part)
    if passive or (has_verb(part) and not re.match(r"^(?:who|which|that|if|when|because|so|but)\b", part)):
        return f"{said}; {_first(part, reason=False)}"
    return f"{said}, {part}"


def _small(text: str) -> str:
    """Return a fragment that no longer opens the sentence: a plain capital goes."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    keeps = first.isupper() or first[1:] != first[1:].lower() or not _is_sentence_case(text or " x")
    return text if keeps or not first else f"{text[0].lower()}{text[1:]}"
