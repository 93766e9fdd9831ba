"""Tells whether a rewrite claims a deed as done that the draft only promises.

Two folded texts enter; yes or no leaves: «I sent the badge back» is no rewrite of «I return the badge».
"""

from __future__ import annotations

import re

_DEED = (
    r"sent|returned|mailed|posted|shipped|dropped|handed|delivered|given|gave|left|brought|forwarded|paid"
    r"|transferred|deleted|cancelled|canceled|e-?mailed|called|phoned|written|wrote|told|informed|spoken|spoke"
)
_DONE = re.compile(
    rf"\b(?:i|we)(?:'ve| have| had|'d)? (?:\w+ly |already |just |also |since |now )*(?:{_DEED})\b"
    r"|\b(?:has|have|had|was|were|been) (?:already |just |also |now |been )*"
    # «I had been told» tells of what others did.
    rf"(?!told|informed|called)(?:{_DEED})\b"
)
# A draft in short forms leaves the subject out, or says that the thing is under way.
_DONE_IN_SHORT = re.compile(
    rf"(?:^|[.!?;,\n-] ?|\band |\balready )(?:just |already |have |ive )*(?:{_DEED})\b"
    r"|\b(?:is|are|it's|they're|its) (?:already )?(?:in|on|with|at|under|enclosed|attached|back|gone)\b"
    r"|\b(?:attached|enclosed|done|yesterday)\b"
)


def claims_done(said: str, draft: str) -> bool:
    """Return whether a folded sentence tells of a deed as done where the folded draft tells of none."""
    return bool(_DONE.search(said)) and not (_DONE.search(draft) or _DONE_IN_SHORT.search(draft))
