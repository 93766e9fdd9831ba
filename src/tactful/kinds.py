"""Tells the kind of a message from its acts.

Acts and the context enter; one of the ten kinds leaves.  The first that fits wins: what is no answer
to an offer goes first, then an answer to the employer's next move, then decisions, then requests.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tactful.draft.context import Context
from tactful.result import Act

# Asking may be about anything, where a no to an offer tells by itself that there was one.
ASKING_KINDS = frozenset({"more-time", "negotiate"})
_JOB_WORD = re.compile(
    r"\b(?:jobs?|roles?|positions?|posts?|offer\w*|contracts?|salar\w+|stipends?|pay|paid|wages?|rates?|bonus\w*|hours|shifts?"
    r"|remote|holidays?|vacation|titles?|start\w*|sign\w*|join\w*|hir\w+|interview\w*|appl\w+|work\w*|career\w*"
    r"|accept\w*|decid\w+|decision|answer\w*|reply|consider\w*|think\w*|notice|employ\w*|relocat\w+|visa|gig|team"
    r"|base|comp|package|equity|tell (?:you|u)|let (?:you|u) know|get back|opportunity|manager|dev|\d+ ?k"
    r"|counter\w*|yes)\b"
)
# What a letter says that turns down work, and not a thing of daily life.
_WORK_WORD = re.compile(
    r"\b(?:jobs?|roles?|positions?|posts?|posting|vacanc\w+|employ\w*|hir(?:e|ed|ing)|recruit\w*|interview\w*"
    r"|candida\w+|salar\w+|wages?|shifts?|apprentic\w+|intern|internship|careers?|colleagues?"
    r"|start date|commute|lectureships?|professorships?|curac(?:y|ies)|bursary|trainee\w*)\b"
)
# What some answers about work have, and few others; a line or two may do without.
_WORKING_WORD = re.compile(
    r"\b(?:contracts?|team|appl(?:y|ied|ication|icant|icants)|work\w*|compan(?:y|ies)|staff|boss|manager|panel|gig"
    r"|pay|paid|hours|opening|appointment|opportunity|firm|offer\w*|join\w*|fellowship|freelanc\w*|postdoc|process"
    r"|visa|notice|rounds?|studio|agency|director\w*|rates?|crew|trial|training|remote|relocat\w+|package|rota"
    r"|thing at|saturday (?:girl|boy|lad|job|staff)"
    r"|overtime|badge|laptop|lanyard|uniform|references?|resume|cv|certificates?|induction|proposal|engagement|office|lab|kitchen|ward|clients?|business|institute|bonus|title|professional)\b"
)
_FEW_WORDS = 8

DECLINES = frozenset({"decline", "accepted-other", "takes-back-acceptance"})
DECIDES = frozenset({*DECLINES, "withdraw", "accept"})

# What makes more of a message than a question about the state of things.
_BEYOND_FOLLOW_UP = frozenset(
    {"offer-mentioned", "more-time", "conditional-yes", "feedback-request", "reopened"}
)

# Acts of letters that have nothing to do with an answer to an offer, where no offer is mentioned.
_OTHER_MATTERS = frozenset({"resignation", "rejects-candidate", "invitation", "other-matter"})


def kind_of(acts: Sequence[Act], context: Context) -> str:
    """Return the kind that the acts show; ``other`` where they show none."""
    names = {act.act for act in acts}
    if _is_other_matter(names):
        return "other"
    if "accept" in names and not names & {"decline", "withdraw", "takes-back-acceptance"}:
        return "accept"
    if "withdraw" in names and not names & {"accept", "takes-back-acceptance"}:
        return _withdraw_or_decline(names, context)
    if names & DECLINES:
        return _withdraw_or_decline(names - {"withdraw"}, context)
    if "follow-up" in names and not names & _BEYOND_FOLLOW_UP:
        return "follow-up"
    for kind, shown_by in _SHOWN_BY:
        if names & shown_by:
            return kind
    return "other"


_SHOWN_BY: tuple[tuple[str, frozenset[str]], ...] = (
    ("more-time", frozenset({"more-time"})),
    ("negotiate", frozenset({"negotiate", "conditional-yes", "not-yet"})),
    ("decline", frozenset({"hint-of-decline"})),
    ("reopened-reply", frozenset({"reopened"})),
    ("reaction-reply", frozenset({"reaction"})),
    ("feedback-request", frozenset({"feedback-request"})),
    ("follow-up", frozenset({"follow-up"})),
    ("decline", frozenset({"seems-decline"})),
)


def _is_other_matter(names: set[str]) -> bool:
    """Return whether the letter is a resignation, a refusal by an employer, or about something else."""
    if "rejects-candidate" in names:
        return not names & {"accepted-other", "withdraw"}
    return bool(names & _OTHER_MATTERS) and not names & {"offer-mentioned", "withdraw"}


def speaks_of_a_job(folded: str, context: Context) -> bool:
    """Return whether a text has a word about a job, its terms or a decision, or the context has.

    A plumber may be asked for time as well, and a landlord for better terms.
    """
    return bool(context.role or context.company or context.negotiable or _JOB_WORD.search(folded))


def speaks_of_work(folded: str, context: Context) -> bool:
    """Return whether a text or the context has a word that only an answer about work has."""
    return bool(context.role or context.company or _WORK_WORD.search(folded))


def may_speak_of_work(folded: str, words: int) -> bool:
    """Return whether a no may be one to an offer of work: it has a word for it, or too few words for any."""
    return words <= _FEW_WORDS or bool(_WORK_WORD.search(folded) or _WORKING_WORD.search(folded))


def _withdraw_or_decline(names: set[str], context: Context) -> str:
    if context.stage in {"offered", "accepted"}:
        return "decline"
    if context.stage in {"applied", "interviewed"}:
        return "withdraw"
    return "withdraw" if "withdraw" in names and "offer-mentioned" not in names else "decline"
