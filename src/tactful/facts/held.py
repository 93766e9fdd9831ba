"""Tells jobs that somebody holds, or held, from the one on offer.

The folded text and the place where a role or an employer is named enter; a yes or no leaves.
"""

from __future__ import annotations

import re

_WINDOW = 90
_SENTENCE_END = re.compile(r"[.!?;\n](?=\s|$)")
_ARTICLE = r"(?:an? |the )?(?:(?:trained|qualified|seasoned|working|licensed|certified|senior|junior) )?"
_RELATIVES = (
    r"(?:he|she|who|brother|sister|wife|husband|mother|father|mum|mom|dad|son|daughter|friend|cousin|uncle|aunt"
    r"|partner|neighbour|neighbor|flatmate|roommate|boyfriend|girlfriend|colleague)"
)
# «my work as», «my years as», but not «my new role as».
_OWN_WORK = (
    r"\bmy (?:(?:current|present|old|own|former|last|previous|day|many|long) ){0,2}"
    r"(?:work|job|role|position|post|career|time|days|years|experience|background|training|life|employment)"
    r" (?:here |there )?(?:as|is|being) "
)
_BEING = (
    r"\b(?:i am|i'm|im|i was|i have been|i've been)"
    r" (?:(?:already|currently|now|still|happily|just|employed|working) ){0,3}(?:as )?"
)
_WORKING = (
    r"\bi (?:(?:have|already|currently|now|still) )*(?:works?|worked|served?|trained|train|started|start)"
    r" (?:here |there )?as "
    r"|\bi've (?:worked|served|trained) (?:here |there )?as "
)
_COMING = r"\b(?:i'll|i will) (?:be|start as|work as) (?:working as |starting as )?"
_ONCE = r"\b(?:used to (?:be|work as)|(?<!be )employed as|retired as) "
_OTHERS = (
    rf"\b{_RELATIVES} (?:is|was|works as|worked as|has been|used to be|wants to be) (?:(?:still|also|now) )?"
)
_AS_ONE = r"\bas an? (?:trained|qualified|seasoned|former|working|licensed|certified|practising|retired) "
# «I was a candidate at» tells who came to see the employer.
_NO_CALLER = r"(?!(?:[\w'-]+ ){0,3}(?:candidate|applicant|finalist|guest|visitor|customer|client|fan|fool)\b)"
_HELD = rf"(?:{_OWN_WORK}|{_BEING}|{_WORKING}|{_COMING}|{_ONCE}|{_OTHERS}){_ARTICLE}"
_HELD_ROLE = re.compile(
    rf"(?:{_HELD}|{_AS_ONE}|\bmy (?:(?:current|present|own|old|last|previous|former) )?"
    r"|\b(?:former|ex|fellow) )$"
)
# «my work as a night nurse at», «I work for», «my present employer,», but not «I was at the interview at».
_HELD_FIRM = re.compile(
    rf"(?:(?:(?:{_OWN_WORK}|{_WORKING}|{_ONCE}|{_COMING}|{_OTHERS}){_ARTICLE}|{_BEING}an? |{_AS_ONE})"
    rf"{_NO_CALLER}(?:[\w'-]+ ){{1,5}}(?:at|with|for|in)"
    rf"|\b(?:i|{_RELATIVES}) (?:(?:have|has|already|currently|now|still) )*"
    r"(?:am employed|works?|worked) (?:here |there )?(?:at|for|with)"
    r"|\bmy (?:current |present )(?:\w+ )?(?:employer|company|job|boss|team|post|role)(?:,| at| with| is))"
    r" (?:the )?$"
)
# «the behaviour of the warehouse manager»: a person is spoken of, and no job.
_OF_SOMEBODY = re.compile(r"\b(\w+) of (?:the|an?|your|that|this) $")
_JOB_HEADS = frozenset(
    {
        "appointment", "berth", "capacity", "chair", "crown", "duties", "gig", "honour", "honor", "job",
        "mantle", "offer", "office", "place", "position", "post", "rank", "role", "seat", "shoes", "spot",
        "throne", "title", "vacancy", "work",
    }
)  # fmt: skip


def is_held_role(folded: str, start: int) -> bool:
    """Return whether the role that starts here is somebody's already, and not the one on offer."""
    before = _same_sentence(folded, start)
    somebody = _OF_SOMEBODY.search(before)
    return bool(_HELD_ROLE.search(before) or (somebody and somebody.group(1) not in _JOB_HEADS))


def is_held_firm(folded: str, start: int) -> bool:
    """Return whether the organisation that starts here employs the writer or somebody else already."""
    return bool(_HELD_FIRM.search(_same_sentence(folded, start)))


def _same_sentence(folded: str, start: int) -> str:
    window = folded[max(0, start - _WINDOW) : start]
    ends = [found.end() for found in _SENTENCE_END.finditer(window)]
    return window[ends[-1] :] if ends else window
