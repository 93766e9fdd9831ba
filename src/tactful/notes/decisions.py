"""Reads the answer in notes: «say no to the crane job», «orchard foreman - not taking it».

An item enters; what it tells leaves: a decision with role and company, and what stands beside it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tactful.notes.parties import addressee, post
from tactful.notes.told import DECIDING, WHOM, Told, labels, spoken

_ANSWER = labels("(?:my |the )?(?:answer|decision|status|outcome|verdict|reply|response|what|message|result)")
_FIRM = r"(?-i:[A-Z])[\w'&-]+(?: (?-i:[A-Z])[\w'&-]+)*"
_SAY_NO = spoken(
    r"(?:and |but |just |please |pls |politely |kindly |gently |i |we |sorry,? "
    r"|i want to |want to |need to |have to |must |to )*"
    rf"(?:(?:(?:say(?:ing)?|tell(?:ing)? (?P<whom>{WHOM})(?: (?:at|of|from) (?P<firm>{_FIRM}))?|message"
    r"|answer)\s*:?\s+)?(?:it'?s |its )?(?:a |but )?"
    r"(?:big |polite |clear |firm |definite )*no+(?: thank(?:s| you)| thx)?"
    r"|(?:decline|declining|refuse|refusing|turn down|turning down|reject|rejecting|pass on|turn))\b[!.]*"
    r"(?:\s+(?:them|it|this|that|him|her))?(?: down)?(?:\s*(?P<mark>[:,/(\u2013\u2014-]|(?:to|for|on|about|re"
    r"|as)\b)\s*|\s+|$)"
    r"(?P<what>.*)"
)
_NOT_TAKING = spoken(
    r"(?P<what>.*?)(?:^|\s*(?:,|:|=>?|->|\s[-\u2013\u2014]+\s)\s*)(?:(?:i'?m |i am |am )?(?:not|won'?t be) "
    r"(?:taking|accepting|doing|going for|joining)(?: (?:it|this|the (?:job|offer|role|post|position)))?"
    r"|no(?:pe)?(?: thanks?| thx| thank you)?|declined?)\W*"
)
_NOT_GOING = spoken(
    r"(?:not|(?:i'?m|i am|am) not) (?:taking|accepting|going for|doing) (?P<what>(?:the |their |this )?.*\b"
    r"(?:job|role|position|post|offer|gig)\b.*)"
    r"|not (?:taking|accepting|going for|joining as|joining as an?) "
    r"(?P<named>(?!(?:it|this|that|any|the|your|part|no)\b)[a-z -]{3,40})"
)
_WITHDRAW = spoken(
    r"(?:please |pls )*(?:withdraw(?: (?:me|my (?:application|candidacy|name)|application))?)"
    r"(?:\s*(?:\b(?:from|for|of)\b|[,:-])\s*(?P<what>.*))?"
)
_OUT = spoken(rf"(?:let {WHOM} know )?(?:that )?i'?m out\W*")
# What follows a bare no is no post: «no!!! already signed somewhere else».
_BESIDE = spoken(
    r"(?:because|bc|since|as|but|and|reason|already|moving|staying|going|starting|i|i'm|i've|my"
    r"|the reason|got|found"
    r"|too|not|need|want|have|politely|nicely|sorry)\b.*"
)
_ADVERB = spoken(r"\s*\b(?:politely|nicely|kindly|gently|firmly|pls|please)\b[\s.]*$")
_REFUSING = spoken(r"(?:decline|refuse|turn down|reject)\b")
_BARE_OFFER = spoken(
    r"(?:the |their |this |it|that )*(?:offer|job|it|role|position|application)?|sorry|thanks?"
)
# «no to Grönvall Rederi (Lars)»: the firm, and who writes for it.
_FIRM_AND_NAME = spoken(rf"(?P<company>{_FIRM}) \((?P<name>(?-i:[A-Z])[\w'-]+)\)[\s.!]*")
_OFFERED = spoken(r"^offer\s*(?:[,:]|\s[-\u2013\u2014])\s*")
_THEN = spoken(
    r"[,;]\s+(?=(?:moving|staying|going|starting|i|i'm|i've|my|got|found|too|because|since|but|already"
    r"|need|want"
    r"|have|not|can't)\b)"
)
_A_POST = spoken(r"(?:the|their|this|that|your|offer)\b.*|.*\b(?:job|role|position|post|offer|gig)\b.*")


def read_decision(text: str) -> Told | None:
    """Return the decision that an item notes, or nothing."""
    withdrawn = _WITHDRAW.fullmatch(text)
    if withdrawn:
        return _decided(withdrawn.group("what") or "", withdraws=True)
    if _OUT.fullmatch(text):
        return _decided("")
    answered = _ANSWER.fullmatch(text)
    if answered:
        return read_decision(answered.group("value"))
    going = _NOT_GOING.fullmatch(text)
    said = None if going else _SAY_NO.fullmatch(text)
    if said:
        return _said_no(said)
    going = going or _NOT_TAKING.fullmatch(text)
    return _decided(going.group("what") or going.groupdict().get("named") or "") if going else None


def _said_no(said: re.Match[str]) -> Told | None:
    what, whom = _ADVERB.sub("", said.group("what")).strip(), said.group("whom") or ""
    if not said.group("mark") and what and not _A_POST.fullmatch(what):
        if _BESIDE.fullmatch(what):
            return _decided("", beside=what)
        return _decided(what) if what[:1].isupper() and _REFUSING.match(said.group()) else None
    told = _decided(what)
    firm = (("company", said.group("firm")),) if said.group("firm") else ()
    return replace(told, slots=(*told.slots, *(addressee(whom) if whom[:1].isupper() else ()), *firm))


def _decided(what: str, *, beside: str = "", withdraws: bool = False) -> Told:
    parties = _FIRM_AND_NAME.fullmatch(what)
    if parties:
        return Told("decision", slots=tuple(parties.groupdict().items()), rank=DECIDING)
    what, *rest = _THEN.split(_ADVERB.sub("", what), maxsplit=1)
    if _BESIDE.fullmatch(what) and not _A_POST.fullmatch(what):
        what, rest = "", [what]
    bare = _BARE_OFFER.fullmatch(what.strip(" .!"))
    role, noun, company = ("", "", "") if bare else post(_OFFERED.sub("", what))
    values = {"role": role, "noun": noun, "company": company, "withdraws": "yes" if withdraws else ""}
    after = beside or (rest[0] if rest else "")
    slots = tuple((slot, value) for slot, value in values.items() if value)
    return Told("decision", (after,) if after else (), slots, DECIDING)
