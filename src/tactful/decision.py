"""Reads what the writer decided, and what only the writer can say.

An ``Analysis`` enters; a ``Decision`` leaves: the kind to compose, whether it may be composed at all,
and the questions.  A condition that may be honest is never turned into a flat no on a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tactful.acts import Reading
from tactful.analysis import Analysis
from tactful.checks.when import is_negotiable, negotiable_mask
from tactful.result import Question

COMPOSED = frozenset({"decline", "withdraw", "negotiate", "more-time"})
FIRM = frozenset({"decline", "withdraw", "accepted-other", "takes-back-acceptance"})
# What only hints at a no, or sounds like one.
HINTS = frozenset({"hint-of-decline", "seems-decline"})
# «37,000», «52k», «£300»: a sum, in a clause that speaks of a condition.
# What a no falls back on, said before it: «if not», «otherwise», «should that be impossible».
_IMPOSSIBLE = (
    r"(?:out of the question|impossible|not possible|possible|off the table|no option|not an option"
    r"|too much to ask|be (?:done|moved|changed|found))"
)
_FALLING_BACK = re.compile(
    r"\bif (?:not|that|this|it|so|neither)\b|\b(?:otherwise|or else|failing (?:that|this|which|it))\b"
    r"|\bshould (?:that|this|it)\b|^\W*(?:and |but |so )?unless\b"
    r"|\bwithout (?:it|that|this|them|those|which)\b"
    rf"|\bif [\w' ]{{1,40}} (?:is|are|be|isn't|aren't|can't|cannot|proves?) {_IMPOSSIBLE}"
)
_UNLESS = re.compile(r"\bunless (?:you|the|that|this|it|there|we|something)\b")
# «At that level» takes up what stands right before.
_POINTS_BACK = re.compile(r"\b(?:at|with|for|in|on|to) (?:that|this|such)\b|\bthen\b")
_SUM = re.compile(r"[\u00a3\u20ac$]\s?\d|\b\d{1,3}(?:[.,]\d{3})+\b|\b\d+(?:[.,]\d)?\s?k\b", re.IGNORECASE)
_CONFLICTS = {
    "decline": {"accept", "more-time"},
    "withdraw": {"accept", "more-time"},
    "negotiate": {"accept"},
    "more-time": {"accept"},
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be composed; ``why_not`` says why nothing may be, where that is so."""

    kind: str
    questions: tuple[Question, ...] = ()
    why_not: str = ""

    @property
    def blocked(self) -> bool:
        """Whether nothing may be released before the writer answers."""
        return bool(self.why_not) or any(question.blocking for question in self.questions)


def decide(analysis: Analysis) -> Decision:
    """Return the decision that a draft and its context show."""
    asked = analysis.draft.context.kind
    shown = analysis.kind_shown
    names = analysis.act_names
    firm = bool(names & FIRM)
    questions = _side_questions(analysis, firm=firm)
    if firm and "accept" in names and asked is None:
        return Decision(shown, (_both(), *questions))
    if asked in _CONFLICTS and _clashes(asked, shown, firm=firm):
        return Decision(shown, (_otherwise(asked, shown), *questions))
    kind = asked or shown
    if kind == "accept":
        return Decision(
            kind, questions, "The draft accepts the offer, so it is not turned into anything else."
        )
    if kind == "other":
        return Decision(kind, questions, "The draft is no answer to a job offer that tactful knows.")
    if asked is None and _hangs_on_a_condition(analysis):
        return _conditional(analysis, questions)
    if kind == "more-time" and analysis.draft.context.answer_on is None and names_no_day(analysis):
        return Decision(kind, (_day_question(), *questions))
    return Decision(kind, questions)


def _hangs_on_a_condition(analysis: Analysis) -> bool:
    """Return whether a yes, or every no, is said under a condition: «if that cannot be, I must decline»."""
    firm = sum(analysis.book.bit(f"act:{name}") for name in FIRM)
    condition = analysis.book.bit("act:condition")
    refusals = [one for one in analysis.readings if one.sentence >= 0 and one.mask & firm]
    if "not-yet" in analysis.act_names and not refusals:
        return not analysis.act_names & {"negotiate", "more-time"}
    if "conditional-yes" in analysis.act_names:
        return all(one.around & condition or _falls_back(analysis, one) for one in refusals)
    refuses = bool(refusals) and analysis.kind_shown in {"decline", "withdraw"}
    return refuses and all(_falls_back(analysis, one) for one in refusals)


def _falls_back(analysis: Analysis, clause: Reading) -> bool:
    """Return whether a no is what comes about where something else does not: «otherwise I decline»."""
    sentence = analysis.draft.sentences[clause.sentence]
    before = analysis.draft.folded[sentence.start : clause.end]
    after = analysis.draft.folded[clause.start : sentence.end]
    return bool(_FALLING_BACK.search(before) or _UNLESS.search(after))


def _clashes(asked: str, shown: str, *, firm: bool) -> bool:
    if asked in {"negotiate", "more-time"} and firm:
        return True
    return shown in _CONFLICTS[asked]


def _conditional(analysis: Analysis, questions: tuple[Question, ...]) -> Decision:
    if condition_is_negotiable(analysis):
        return Decision("negotiate", questions)
    hangs = "says yes under a condition"
    if "conditional-yes" not in analysis.act_names and "not-yet" in analysis.act_names:
        hangs = "says what cannot be yet, and not what the answer is"
    ask = f"The draft {hangs}. Is it meant as an offer to negotiate, or is the answer no?"
    term = condition_term(analysis)
    question = Question("condition", ask, f"--negotiable {term} or --kind decline", blocking=True)
    return Decision("negotiate", (question, *questions))


def condition_is_negotiable(analysis: Analysis) -> bool:
    """Return whether a conditional yes speaks of a term that the writer marked negotiable.

    «At that level I would accept» speaks of what was asked for right before.
    """
    negotiable = negotiable_mask(analysis)
    yes = analysis.book.bit("act:conditional-yes") | analysis.book.bit("act:not-yet")
    asks = analysis.book.bit("act:negotiate")
    asked = 0
    for reading in analysis.readings:
        if reading.mask & yes:
            about = asked if asked and _points_back(analysis, reading) else reading.mask
            if is_negotiable(about, negotiable, analysis):
                return True
        asked = reading.mask if reading.mask & asks else asked
    return False


def _points_back(analysis: Analysis, clause: Reading) -> bool:
    """Return whether the sentence of a clause takes up what was said before it."""
    if clause.sentence < 0:
        return False
    sentence = analysis.draft.sentences[clause.sentence]
    return bool(_POINTS_BACK.search(analysis.draft.folded, sentence.start, sentence.end))


def condition_term(analysis: Analysis) -> str:
    """Return the word for the term that a condition in the draft is about.

    A clause that names a term, or a sum, tells by itself; else its sentence does, else the message.
    """
    bits = sum(analysis.book.bit(f"act:{name}") for name in ("conditional-yes", "condition", "not-yet"))
    hanging = [reading for reading in analysis.readings if reading.mask & bits]
    around = everything = 0
    for reading in hanging:
        around |= reading.around
    for reading in analysis.readings:
        everything |= reading.mask
    own = (_own_term(analysis, reading) for reading in hanging)
    return next(filter(None, own), None) or _term(analysis, around) or _term(analysis, everything) or "TERM"


def _own_term(analysis: Analysis, clause: Reading) -> str | None:
    sum_named = _SUM.search(analysis.draft.text, clause.start, clause.end)
    return TERMS["pay"] if sum_named else _term(analysis, clause.mask)


def _term(analysis: Analysis, mask: int) -> str | None:
    return next((term for topic, term in TERMS.items() if mask & analysis.book.bit(f"topic-{topic}")), None)


TERMS = {
    "pay": "salary",
    "benefits": "benefits",
    # «If the start date could move» speaks of a place only by its verb.
    "timing": "start-date",
    "place": "location",
    "hours": "hours",
    "travel": "travel",
    "scope": "title",
    "growth": "growth",
    "visa": "visa",
}


def names_no_day(analysis: Analysis) -> bool:
    """Return whether a draft names no day at all."""
    return not any(fact.type == "date" for fact in analysis.facts)


def _side_questions(analysis: Analysis, *, firm: bool) -> tuple[Question, ...]:
    names = analysis.act_names
    questions: list[Question] = []
    if firm and "conditional-yes" in names and not condition_is_negotiable(analysis):
        ask = "The draft says no, and names a condition for a yes. The condition is left out; was it meant?"
        questions.append(
            Question("condition", ask, f"--negotiable {condition_term(analysis)}", blocking=False)
        )
    if not firm and names & HINTS and analysis.kind in {"decline", "withdraw"}:
        questions.append(_hinted(analysis))
    if "accusation" in names:
        ask = (
            "The draft speaks of a wrong such as discrimination or harassment. It is kept out of this "
            "message. Such a report belongs with the complaints office, a labour authority or a lawyer. "
            "Do you want to keep your own record of it?"
        )
        questions.append(Question("accusation", ask, "", blocking=False))
    return tuple(questions)


def _hinted(analysis: Analysis) -> Question:
    """Return the question about a no that nobody said; what only sounds like one is not composed."""
    guessed = "hint-of-decline" not in analysis.act_names and analysis.draft.context.kind is None
    if guessed:
        return Question(
            "decision", "The draft does not say no. Is that the answer?", "--kind decline", blocking=True
        )
    ask = "The draft only hints at a no; it is composed as a clear one. Is the answer no?"
    return Question("decision", ask, "--kind decline", blocking=False)


def _both() -> Question:
    ask = "The draft both accepts and declines. Which one is meant?"
    return Question("decision", ask, "--kind decline or --kind accept", blocking=True)


def _otherwise(asked: str, shown: str) -> Question:
    ask = f"You asked for the kind {asked!r}, but the draft reads as {shown!r}. Which one is meant?"
    return Question("kind", ask, f"--kind {shown}", blocking=True)


def _day_question() -> Question:
    ask = "Asking for time needs a day: by when will you answer?"
    return Question("reply-date", ask, "--answer-on DATE", blocking=True)
