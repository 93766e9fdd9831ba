"""Takes out of notes what their writer thought better of: «say they are slow?? no, leave that out».

Items enter; those that are to be said leave, each as it is to be said, and those that are not.
"""

from __future__ import annotations

import re

from tactful.notes.items import Item
from tactful.notes.told import spoken

_DOUBT = r"(?:(?:no|nah|nope|wait|hmm*|hm|oh|ok|actually|sorry|better|maybe|on second thought)\b[\s,.!-]*)*"
_TAKE_BACK = (
    r"(?:(?:leave|cut|take|keep|strike|cross) (?:that|this|it)(?: bit| part| one| line)? ?(?:out|off)"
    r"|(?:scrap|cut|drop|skip|delete|forget|scratch|strike|remove|ignore|kill) (?:that|this|it)"
    r"(?: bit| part| one| line)?|never ?mind)\b"
)
_INSTEAD = r"(?:[\s,;:-]*(?:and |but )?(?:just |better )*(?:say|write|put|call it)[\s:]+(?P<instead>[^)]+))?"
_TAKEN_BACK = spoken(rf"(?:(?P<gone>.*?)[\s?!.,;:(\u2013\u2014-]+)??{_DOUBT}{_TAKE_BACK}{_INSTEAD}[\s.!)]*")
_LABEL = re.compile(r"\w[\w ]{0,18}?\s*(?:[:=]|->|=>|\u2192)\s*")
# «too far? no - the real reason is night shifts»
_OWN_ANSWER = spoken(
    r"(?:no|nah|nope)[\s,.:\u2013\u2014-]+(?:(?:the |my )?(?:real |true |honest |main )*reason(?: is|'s|:)"
    r"|it'?s|it is) (?P<reason>.+)"
)
_SECRET = spoken(
    rf"{_DOUBT}(?:(?:don'?t|do not|not to|never) (?:mention|bring up)|leave out:?|no mention of|nothing about"
    r"|not:)\s+(?!(?:it|that|this|them|him|her|any\w*)\b)(?:the |my |about )*"
    r"(?P<what>[\w'-]+(?: [\w'-]+)?)[\s.!)]*"
)
_PART = re.compile(r"\s*[,;]\s+|\s+(?:\+|and)\s+")


def rethink(items: list[Item]) -> tuple[list[Item], set[int]]:
    """Return the items after the writer's second thoughts, and the places of those not to be said."""
    left: list[Item] = []
    unsaid: set[int] = set()
    for at, item in enumerate(items):
        taken, answered = _TAKEN_BACK.fullmatch(item.text), _OWN_ANSWER.fullmatch(item.text)
        answered = answered if at and items[at - 1].text.endswith("?") else None
        instead = _instead(taken, items[at - 1].text if at else "") if taken else ""
        if taken and not instead:
            unsaid.add(at)
        if answered or (at and taken and not taken.group("gone")):
            unsaid.add(at - 1)
        said = f"reason: {answered.group('reason')}" if answered else instead
        left.append(item._replace(text=said) if said else item)
    return _without_secrets(left, unsaid)


def _instead(taken: re.Match[str], before: str) -> str:
    """Return what is to be said in place of what is taken back, with its label, or nothing."""
    label = _LABEL.match(taken.group("gone") or before)
    said = (taken.group("instead") or "").strip()
    return f"{label.group()}{said}" if label and said else said


def _without_secrets(items: list[Item], unsaid: set[int]) -> tuple[list[Item], set[int]]:
    """Return the items without what another item says is not to be mentioned."""
    secrets = {
        at: found.group("what") for at, one in enumerate(items) if (found := _SECRET.fullmatch(one.text))
    }
    if not secrets:
        return items, unsaid
    told = re.compile(rf"\b(?:{'|'.join(map(re.escape, secrets.values()))})\b", re.IGNORECASE)
    kept = [[part for part in _PART.split(one.text) if not told.search(part)] for one in items]
    left = [
        one._replace(text=", ".join(parts)) if parts and told.search(one.text) and at not in secrets else one
        for at, (one, parts) in enumerate(zip(items, kept, strict=True))
    ]
    return left, unsaid | set(secrets) | {at for at, parts in enumerate(kept) if not parts}
