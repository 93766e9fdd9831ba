"""Refines a draft with a language model: verify, then mend or swap what failed, within a budget.

A ``Draft``, a ``RuleBook``, a ``Model`` and an ``Effort`` enter; a ``Result`` leaves.  What a model writes
leaves only where it passed; else the composer's text does, or an error where no fallback is wanted.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable
from dataclasses import dataclass, field, replace

from tactful.analysis import Analysis, analyse
from tactful.compose.slots import slot_values
from tactful.compose.supply import Supplier
from tactful.draft.model import Draft
from tactful.errors import CredentialsError, ProviderError
from tactful.llm.model import Model
from tactful.loop.budget import Budget, Spending
from tactful.loop.changes import changes_between
from tactful.loop.judging import Judged, judge, unusable
from tactful.loop.progress import Doing, Progress, Step
from tactful.loop.remarks import Remarks, remarks_on
from tactful.loop.running import run_now
from tactful.prompts import Prompt
from tactful.refine import Request, Task, composed, composed_of, settled, task_of
from tactful.result import Attempt, PromptUsed, Result
from tactful.rewrite import MaskedDraft, Proposal, Rewriter
from tactful.rulebook.book import RuleBook
from tactful.verify import read_candidate, verdict_on

MOST_REPAIRS = 2
MOST_UNUSABLE = 2
# What anybody may say needs no second call.
_FORMULAS_MISSING = frozenset({"missing-thanks", "missing-goodwill"})


@dataclass(frozen=True, slots=True)
class Effort:
    """How far to go: what a model may take, and whether the composer steps in where it fails."""

    budget: Budget = field(default_factory=Budget)
    fallback: bool = True
    progress: Progress | None = None


async def refine_with_model(
    draft: Draft,
    book: RuleBook,
    model: Model,
    request: Request | None = None,
    effort: Effort | None = None,
) -> Result:
    """Return the refined message, or why none may leave.

    Without fallback raises ``ProviderError`` or ``CredentialsError`` where the model did not do it.
    """
    return await refine_analysis_with_model(analyse(draft, book), model, request, effort)


async def refine_analysis_with_model(
    analysis: Analysis, model: Model, request: Request | None = None, effort: Effort | None = None
) -> Result:
    """Return what ``refine_with_model`` returns, for a draft that is analysed already."""
    task = task_of(analysis, request or Request())
    return settled(task) or await _Rewriting(task, model, effort or Effort()).result()


def refine_at_once(
    draft: Draft,
    book: RuleBook,
    model: Model,
    request: Request | None = None,
    effort: Effort | None = None,
) -> Result:
    """Return what ``refine_with_model`` returns, to a caller that does not await.

    Connections belong to an event loop, and this one ends here: so the model is closed.
    """

    async def whole() -> Result:
        try:
            return await refine_with_model(draft, book, model, request, effort)
        finally:
            await model.close()

    return run_now(whole())


class _Rewriting:
    """One draft on its way through a model."""

    def __init__(self, task: Task, model: Model, effort: Effort) -> None:
        self._task = task
        self._model = model
        self._effort = effort
        self._rewriter = Rewriter(
            model,
            MaskedDraft.of(task.analysis, task.before.findings),
            task.decision.kind,
            tone_only=task.request.tone_only,
        )
        self._spending = Spending(effort.budget)
        self._attempts: list[Attempt] = []
        self._best: Judged | None = None

    async def result(self) -> Result:
        """Return the model's text where it passed, else the composer's."""
        failure: ProviderError | CredentialsError | None = None
        try:
            passed = await self._search()
        except (ProviderError, CredentialsError) as error:
            passed, failure = None, error
            self._attempts.append(Attempt("llm", (), (str(error),)))
        if passed is None and not self._effort.fallback:
            raise failure or self._nothing_passed()
        found = self._released(passed) if passed is not None else self._fallen_back()
        self._tell("finished")
        return replace(found, usage=self._spending.usage)

    async def _search(self) -> Judged | None:
        """Return the first candidate that passes, or ``None`` where going on is no use."""
        seen: set[tuple[str, ...]] = set()
        remarks: Remarks | None = None
        repairs = unusables = 0
        while self._spending.allows_a_call:
            judged = await self._next(remarks)
            if judged is None:
                unusables += 1
                if unusables >= MOST_UNUSABLE:
                    return None
                continue
            if judged.passed:
                return judged
            gained = self._keep(judged)
            failing = tuple(sorted((*judged.broken_rules, *judged.breaks)))
            if repairs >= MOST_REPAIRS or failing in seen or not gained:
                return None
            seen.add(failing)
            repairs += 1
            remarks = remarks_on(self._task.analysis, judged.read, judged.verdict)
        return None

    def _keep(self, judged: Judged) -> bool:
        """Keep the better candidate; return whether this one is better than all before it."""
        draft = self._task.analysis
        if self._best is not None and judged.rank(draft) >= self._best.rank(draft):
            return False
        self._best = judged
        return True

    async def _next(self, remarks: Remarks | None) -> Judged | None:
        """Ask once, and judge the answer; ``None`` where it is no message."""
        best = self._best
        if remarks is None or best is None or remarks.ask_for_a_whole:
            self._tell("rewriting" if remarks is None else "repairing", remarks)
            asked = self._rewriter.whole(remarks.everything if remarks else (), self._spending.seconds_left)
        else:
            self._tell("repairing", remarks)
            asked = self._rewriter.sentences(best.read, remarks.sentences, self._spending.seconds_left)
        began = time.monotonic()
        proposal = await self._call(asked)
        milliseconds = (time.monotonic() - began) * 1000
        problem = unusable(proposal.completion, proposal.text)
        judged = None if problem else self._completed(judge(self._task.analysis, proposal))
        self._attempts.append(_attempt(judged, problem, proposal, milliseconds))
        return judged

    def _completed(self, judged: Judged) -> Judged:
        """Return a candidate that lacks nothing but a formula with the composer's phrase for it."""
        lacking = {one.rule for one in judged.verdict.report.findings if one.severity == "error"}
        if not lacking or not lacking <= _FORMULAS_MISSING or judged.breaks:
            return judged
        found = composed_of(self._task, judged.read)
        if found is None:
            return judged
        read = read_candidate(self._task.analysis, found.text)
        return replace(judged, text=found.text, read=read, verdict=verdict_on(self._task.analysis, read))

    async def _call(self, asked: Awaitable[Proposal]) -> Proposal:
        self._spending.begin_call()
        proposal = await asked
        self._spending.add(proposal.completion)
        return proposal

    def _released(self, judged: Judged) -> Result:
        task = self._task
        repaired = sum(attempt.maker == "llm" for attempt in self._attempts) > 1
        return Result(
            released=True,
            text=judged.text,
            subject=_subject(task),
            kind=task.decision.kind,
            engine="llm-repaired" if repaired else "llm",
            before=task.before,
            after=judged.verdict.report,
            ledger=judged.verdict.ledger,
            changes=changes_between(task.analysis, judged.read),
            questions=task.decision.questions,
            attempts=tuple(self._attempts),
            alternatives=self._alternatives(judged.text),
        )

    def _alternatives(self, text: str) -> tuple[str, ...]:
        """Return the model's text, and the composer's beside it where several are asked for."""
        most = self._task.request.alternatives
        more = composed(self._task).alternatives if most > 1 else ()
        return tuple(dict.fromkeys((text, *more)))[:most]

    def _fallen_back(self) -> Result:
        """Return what the composer makes of the best candidate, or else of the draft."""
        self._tell("composing")
        best = self._best
        found = None
        if best is not None and not best.breaks:
            found = self._mended(best)
        found = found or composed(self._task)
        engine = "composer-fallback" if found.released else found.engine
        return replace(found, engine=engine, attempts=(*self._attempts, *found.attempts))

    def _mended(self, best: Judged) -> Result | None:
        """Return what the composer makes of a candidate, with the changes that it makes to the draft."""
        draft = self._task.analysis
        found = composed_of(self._task, best.read)
        if found is None:
            return None
        return replace(found, changes=changes_between(draft, read_candidate(draft, found.text)))

    def _nothing_passed(self) -> ProviderError:
        last = self._attempts[-1] if self._attempts else None
        what = "; ".join((*last.breaks, *last.findings)) if last else "the budget allows no call"
        return ProviderError(
            f"Nothing that the model {self._model.name!r} wrote passes ({what}). "
            "Try another model, or allow the fallback."
        )

    def _tell(self, doing: Doing, remarks: Remarks | None = None) -> None:
        if self._effort.progress is not None:
            failing = len(remarks.everything) if remarks else 0
            calls = self._spending.usage.calls + (doing in {"rewriting", "repairing"})
            self._effort.progress(Step(doing, calls, failing))


def _attempt(judged: Judged | None, problem: str | None, proposal: Proposal, milliseconds: float) -> Attempt:
    return Attempt(
        maker="llm",
        findings=judged.broken_rules if judged else (),
        breaks=judged.breaks if judged else (str(problem),),
        prompt_tokens=proposal.completion.prompt_tokens,
        completion_tokens=proposal.completion.completion_tokens,
        milliseconds=milliseconds,
        prompt=_used(proposal.prompt),
        cached=proposal.completion.cached,
    )


def _used(prompt: Prompt) -> PromptUsed:
    return PromptUsed(prompt.name, prompt.version, prompt.digest)


def _subject(task: Task) -> str | None:
    tone = task.analysis.draft.context.tone
    values = slot_values(task.analysis, {})
    return Supplier(task.analysis, values, task.decision.kind, tone, findings=task.before.findings).subject()
