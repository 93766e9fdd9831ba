"""Refines a draft: makes candidates, verifies each, and releases only what passed.

A ``Draft``, a ``RuleBook`` and a ``Request`` enter; a ``Result`` leaves.  This is the one place that
releases text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tactful.analysis import Analysis, analyse
from tactful.compose import GRAMMAR, Candidate, Order, compose
from tactful.decision import COMPOSED, Decision, decide
from tactful.draft.model import Draft
from tactful.lint import findings_of, lint
from tactful.result import Attempt, Change, Finding, Ledger, Question, Report, Result, Verdict
from tactful.rulebook.book import RuleBook
from tactful.verify import verify_analysis

MOST_ATTEMPTS = 6
# The composer's own words have no finding at all; these are about the writer's circumstances.
_CIRCUMSTANTIAL = frozenset({"channel-choice", "feedback-in-decline"})


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for beside the draft; ``grammar`` mends slips where a message is composed."""

    alternatives: int = 1
    tone_only: bool = False
    grammar: bool = True


@dataclass(frozen=True, slots=True)
class Task:
    """A draft that is read and decided on, before any candidate is made."""

    analysis: Analysis
    before: Report
    decision: Decision
    request: Request


def refine(draft: Draft, book: RuleBook, request: Request = Request()) -> Result:
    """Return the refined message, or why none may leave."""
    return refine_analysis(analyse(draft, book), request)


def refine_analysis(analysis: Analysis, request: Request = Request()) -> Result:
    """Return what ``refine`` returns, for a draft that is analysed already."""
    task = task_of(analysis, request)
    return settled(task) or composed(task)


def task_of(analysis: Analysis, request: Request) -> Task:
    """Return a draft with what is found in it and what the writer decided."""
    return Task(analysis, lint(analysis), decide(analysis.told), request)


def settled(task: Task) -> Result | None:
    """Return the result where nothing is to be made: only the writer can answer, or the draft is fine."""
    if task.decision.blocked:
        return _withheld(task.before, task.decision)
    told = task.analysis.told is not task.analysis
    plain = task.analysis.draft.context.tone == "as-is" and task.request.alternatives <= 1 and not told
    if task.before.passes("warning") and plain:
        return _unchanged(task.analysis, task.before, task.decision)
    if task.decision.kind not in COMPOSED and task.before.passes():
        return _unchanged(task.analysis, task.before, task.decision)
    return None


def composed(task: Task) -> Result:
    """Return what the composer makes of a task, verified."""
    decision = task.decision
    if decision.kind not in COMPOSED:
        asked = (*decision.questions, _not_composed(decision.kind))
        return _withheld(task.before, replace(decision, questions=asked))
    return _composed(task.analysis.told, task.before, decision, task.request)


def composed_of(task: Task, best: Analysis) -> Result | None:
    """Return what the composer makes of another maker's text, verified against the draft, or ``None``.

    Its changes are those to that text.
    """
    if task.decision.kind not in COMPOSED:
        return None
    attempts: list[Attempt] = []
    order = Order(task.decision.kind, best.draft.context.tone, grammar=task.request.grammar)
    found = _search(best, findings_of(best), order, attempts, of=task.analysis)
    if found is None:
        return None
    return _released(best, task.before, task.decision, found, attempts)


def _withheld(before: Report, decision: Decision, attempts: tuple[Attempt, ...] = ()) -> Result:
    questions = decision.questions
    if decision.why_not:
        questions = (Question("kind", decision.why_not, "--kind", blocking=True), *questions)
    return Result(
        released=False,
        text="",
        subject=None,
        kind=decision.kind,
        engine="composer",
        before=before,
        after=None,
        ledger=Ledger(),
        questions=questions,
        attempts=attempts,
    )


def _unchanged(analysis: Analysis, before: Report, decision: Decision) -> Result:
    text = (
        analysis.draft.written
        if analysis.draft.anatomy.quoted or analysis.draft.origin
        else analysis.draft.text
    )
    verdict = verify_analysis(analysis, text)
    return Result(
        released=True,
        text=text,
        subject=_subject(analysis.draft),
        kind=decision.kind,
        engine="unchanged",
        before=before,
        after=verdict.report,
        ledger=replace(verdict.ledger, added=(), lost=()),
        questions=decision.questions,
    )


def _subject(draft: Draft) -> str | None:
    span = draft.anatomy.subject
    return draft.slice(span).strip() or None if span else None


def _composed(analysis: Analysis, before: Report, decision: Decision, request: Request) -> Result:
    attempts: list[Attempt] = []
    texts: list[str] = []
    first: tuple[Candidate, Verdict] | None = None
    for turn in range(max(1, request.alternatives) * 3):
        order = Order(decision.kind, analysis.draft.context.tone, turn=turn, grammar=request.grammar)
        found = _search(analysis, findings_of(analysis), order, attempts)
        if found is not None and found[0].text not in texts:
            first = first or found
            texts.append(found[0].text)
        if len(texts) >= request.alternatives or first is None:
            break
    if first is None:
        return _withheld(
            before, replace(decision, questions=(*decision.questions, _lost(attempts))), tuple(attempts)
        )
    return replace(_released(analysis, before, decision, first, attempts), alternatives=tuple(texts))


def _released(
    analysis: Analysis,
    before: Report,
    decision: Decision,
    found: tuple[Candidate, Verdict],
    attempts: list[Attempt],
) -> Result:
    candidate, verdict = found
    return Result(
        released=True,
        text=candidate.text,
        subject=candidate.subject,
        kind=decision.kind,
        engine="composer",
        before=before,
        after=verdict.report,
        ledger=verdict.ledger,
        changes=_changes(analysis, candidate),
        questions=decision.questions,
        attempts=tuple(attempts),
        alternatives=(candidate.text,),
    )


def _search(
    analysis: Analysis,
    findings: tuple[Finding, ...],
    order: Order,
    attempts: list[Attempt],
    of: Analysis | None = None,
) -> tuple[Candidate, Verdict] | None:
    """Compose and verify, and leave out what failed, until a candidate passes or none is left.

    ``of`` is the draft to verify against, where what is composed is another text.
    """
    passed: tuple[Candidate, Verdict] | None = None
    for _ in range(MOST_ATTEMPTS):
        candidate = compose(analysis, findings, order)
        verdict = verify_analysis(of or analysis, candidate.text)
        attempts.append(_attempt(verdict))
        if verdict.passed and _supplied_is_clean(verdict, candidate):
            passed = candidate, verdict
            if order.reorder or not _is_buried(verdict):
                return passed
        following = _next(order, candidate, verdict)
        if following == order or (passed and order.reorder):
            return passed
        order = following
    return passed


def _is_buried(verdict: Verdict) -> bool:
    return any(one.rule == "buried-decision" for one in verdict.report.findings)


def _attempt(verdict: Verdict) -> Attempt:
    breaks = (
        *verdict.breaks,
        *(f"added: {entry.text}" for entry in verdict.ledger.added),
        *(f"lost: {entry.text}" for entry in verdict.ledger.lost),
    )
    return Attempt("composer", tuple(one.rule for one in verdict.report.findings), breaks)


def _supplied_is_clean(verdict: Verdict, candidate: Candidate) -> bool:
    return not any(_sources(one, candidate) == {-1} for one in _counting(verdict.report))


def _counting(report: Report) -> list[Finding]:
    return [
        one
        for one in report.findings
        if one.severity != "suggestion" and one.rule not in _CIRCUMSTANTIAL and one.text
    ]


def _sources(finding: Finding, candidate: Candidate) -> set[int]:
    """Return the pieces in which the text of a finding stands, by their draft sentences."""
    return {
        piece.source for piece in candidate.pieces if finding.text in piece.text or piece.text in finding.text
    }


def _next(order: Order, candidate: Candidate, verdict: Verdict) -> Order:
    """Return the order that mends what failed: another order of sentences, fewer of them, or none."""
    if _is_buried(verdict) and not order.reorder:
        return replace(order, reorder=True)
    if any(GRAMMAR in piece.rules for piece in candidate.pieces):
        return replace(order, grammar=False)
    failing = {
        source for one in _counting(verdict.report) for source in _sources(one, candidate) if source >= 0
    }
    added = {entry.text for entry in verdict.ledger.added}
    failing |= {
        piece.source
        for piece in candidate.pieces
        if piece.source >= 0 and piece.making != "own" and any(text in piece.text for text in added)
    }
    if order.grammar and any(
        piece.source in failing and GRAMMAR in piece.rules for piece in candidate.pieces
    ):
        return replace(order, grammar=False)
    if failing - order.barred:
        return replace(order, barred=order.barred | failing)
    if verdict.breaks or not verdict.report.passes("warning"):
        return replace(order, bare=True)
    return order


def _lost(attempts: list[Attempt]) -> Question:
    last = attempts[-1] if attempts else Attempt("composer", (), ())
    what = "; ".join((*last.breaks, *last.findings)) or "nothing that could be sent"
    ask = f"No version passed the checks ({what}). Can you say it in another way?"
    return Question("draft", ask, "", blocking=True)


def _not_composed(kind: str) -> Question:
    ask = f"A message of the kind {kind!r} is checked and not rewritten. Can you mend what the findings name?"
    return Question("kind", ask, "", blocking=True)


def _changes(analysis: Analysis, candidate: Candidate) -> tuple[Change, ...]:
    """Return what became of each sentence that the writer wrote, however many it stands for."""
    afters: dict[str, list[str]] = {}
    rules: dict[str, list[str]] = {}
    for index, edit in enumerate(candidate.edits):
        before = _source(analysis, index)
        pieces = [piece for piece in candidate.pieces if piece.source == index]
        mended = (GRAMMAR,) if any(GRAMMAR in piece.rules for piece in pieces) else ()
        afters.setdefault(before, []).extend(piece.text for piece in pieces)
        rules.setdefault(before, []).extend((*edit.rules, *mended))
    told_for = (analysis.telling.rule,) if analysis.telling else ()
    changes = [
        Change(before, " ".join(after), tuple(dict.fromkeys((*told_for, *rules[before]))))
        for before, after in afters.items()
        if before != " ".join(after)
    ]
    changes.extend(Change("", piece.text, ()) for piece in candidate.pieces if piece.source < 0)
    return tuple(changes)


def _source(analysis: Analysis, index: int) -> str:
    """Return what the writer wrote that a sentence comes from."""
    sentence = analysis.draft.sentences[index]
    telling = analysis.telling
    return telling.source_at(sentence.start) if telling else analysis.draft.slice(sentence)
