"""Gives a sentence of a text message the subject that it leaves out: «cant take the job».

A sentence in whole words enters; it leaves as the writer would say it.  Who is told something («send my
certificate back») is left alone.
"""

from __future__ import annotations

import re

_STILL = r"(?:(?:just|really|also|still|already|honestly|actually|probably|definitely|totally|sadly)\s+)?"
_AUXILIARY = (
    r"(?:don't (?:want|think|need|have|know|like|feel|see|believe|live|drive|understand|get)"
    r"|can't|cannot|can not|won't|couldn't|wouldn't|didn't|haven't|hadn't|shouldn't|will|would|could"
    r"|must|should|have to|had to|need to|got to)"
)
_DEED = (
    r"(?:appreciate|appreciated|hope|wish|love|loved|like|liked|enjoyed|need|want|wanted|thought|think|told|got"
    r"|had|found|took|posted|sent|left|tried|called|rang|phoned|emailed|texted|spoke|talked|decided|accepted"
    r"|signed|started|start|went|met|came|dropped|returned|put|asked|know|knew|feel|felt|live|moved|work|worked"
    r"|study|saw|heard|guess|reckon|figured|realised|realized|understand|regret)"
)
_NO_DEED = r"(?!\s+(?:a (?:good|great|nice|lovely)|fun|you\b|out\b(?! of)))"
_BUSY = (
    r"(?:not\s+)?(?:going to|coming|taking|turning|staying|starting|moving|leaving|passing|declining"
    r"|withdrawing"
    r"|joining|sticking|accepting|keeping|pulling|backing|looking|hoping|working|studying|opting|heading|flying"
    r"|saying|writing|asking|letting)"
)
_STATE = (
    r"(?:so |very |really |well |dead |super )?(?:sorry|gutted|chuffed|stoked|pumped|buzzing|made up|over"
    r" the moon|happy|glad|grateful|sad|flattered|pleased"
    r"|honoured|honored|touched|thankful|excited)|not able|unable|not sure|not ready|about to"
)
_FINITE = re.compile(
    r"\b(?:is|isn't|was|wasn't|are|aren't|were|would|will|won't|can|can't|means|makes|has|did)\b"
)
_HAVE = re.compile(rf"{_STILL}(?:not\s+)?been\b", re.IGNORECASE)
_SAYS = re.compile(rf"{_STILL}(?:{_AUXILIARY}|{_DEED}{_NO_DEED})\b(?!')", re.IGNORECASE)
_ASKS = re.compile(
    r"(?:can|could|would|will|should|must|have|had|don't|didn't|won't|can't|couldn't|wouldn't)\s+(?:you|u|i|we|they|he|she|it|a|any)\b",
    re.IGNORECASE,
)
_IS = re.compile(rf"{_STILL}(?:{_BUSY})\b", re.IGNORECASE)
_FEELS = re.compile(rf"(?:{_STATE})\b(?! (?:as|is|was)\b)", re.IGNORECASE)
_WELCOME = re.compile(
    r"(?:would|will|'d) (?:really )?(?:be|mean) (?:so |really |very )?(?:great|good|nice|lovely|cool"
    r"|amazing|helpful|a|the)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;]|\b(?:because|so|but|and|as|since|when)\b")
# «it's Kelsey, not going to take it»: what follows the comma is said by itself.
_FOLLOWING = re.compile(
    rf",\s+(?=(?:{_BUSY}|been|{_AUXILIARY}|got|found|told|had|took|decided|accepted|need|loved|hope)\b)",
    re.IGNORECASE,
)
# «thanks but can't take it»: after a subject of its own a verb may go on without another.
_ADDING = re.compile(
    r"^(?:thanks?|thank you|sorry|great|lovely|nice|good)\b[^,.;]*,? (?:but|so) "
    rf"(?=(?:{_BUSY}|{_AUXILIARY})\b)",
    re.IGNORECASE,
)
_OF_MINE = re.compile(r"(?:I|I'm|I've|I'll|I'd|i|i'm|i've|i'll|i'd)\b")
# «if I'm moving, leaving ...»: the parts belong together.
_LISTS = re.compile(r"\b(?:if|when|while|after|before|because|since|as)\b[^,]*$", re.IGNORECASE)


def with_subject(sentence: str) -> str:
    """Return a sentence with «I», «I'm» or «I've» where it, or what a «but» adds to it, has no subject."""
    added = next((one for one in _ADDING.finditer(sentence) if _opening(sentence[one.end() :])), None)
    if added:
        sentence = f"{sentence[: added.end()]}{_opening(sentence[added.end() :])} {sentence[added.end() :]}"
    opening = _opening(sentence)
    return f"{opening} {sentence[:1].lower()}{sentence[1:]}" if opening else sentence


def parted(sentence: str) -> list[str]:
    """Return a sentence with the subjects that its parts lack; a part that follows no «I» stands alone."""
    cut = next((one for one in _FOLLOWING.finditer(sentence) if _may_cut(sentence, one)), None)
    if cut is None:
        return [with_subject(sentence)]
    before, (rest, *more) = with_subject(sentence[: cut.start()]), parted(sentence[cut.end() :])
    if _OF_MINE.match(before):
        return [f"{before}, and {rest}", *more]
    return [before, rest, *more]


def _may_cut(sentence: str, cut: re.Match[str]) -> bool:
    before = sentence[: cut.start()]
    return bool(_opening(sentence[cut.end() :])) and len(before.split()) > 1 and not _LISTS.search(before)


def _opening(sentence: str) -> str:
    """Return the subject that a sentence lacks, with its verb, or nothing."""
    if _WELCOME.match(sentence):
        return "It"
    if _HAVE.match(sentence):
        return "I've"
    if _SAYS.match(sentence) and not _ASKS.match(sentence):
        return "I"
    clause = _CLAUSE_END.split(sentence, maxsplit=1)[0]
    if _FEELS.match(sentence) or (_IS.match(sentence) and not _FINITE.search(clause)):
        return "I'm"
    return ""
