"""Asks a language model which rules a text breaks, as a second opinion beside the rule book.

A draft, a text and the rules to judge enter; a score for each rule leaves, named ``judge:ID``.  The model
sees both messages twice, the second time in the other order, and gives its reason before its verdict.  Where
its two verdicts differ, or cannot be read, the rule is not scored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, ValidationError

from tactful.errors import CredentialsError, TactfulError
from tactful.evals.record import Score
from tactful.llm import CallLimits, Message, Model
from tactful.prompts import fence_for, prompt
from tactful.rulebook import Rule

JUDGE = "judge:"
LIMITS = CallLimits(max_tokens=800, seconds=60.0)


class Opinion(BaseModel):
    """What the model said: why, and the rules that the first and the second message break."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reason: str
    first: tuple[str, ...]
    second: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """A model that judges by some of the rules."""

    model: Model
    rules: tuple[Rule, ...]

    async def judge(self, draft: str, text: str) -> tuple[Score, ...]:
        """Return a score for each rule; raises ``CredentialsError``, for no other text would fare better."""
        try:
            before = await self._opinion(draft, text)
            after = await self._opinion(text, draft)
        except CredentialsError:
            raise
        except (TactfulError, ValidationError) as error:
            note = f"{self.model.name}: {type(error).__name__}: {' '.join(str(error).split())}"
            return tuple(Score(JUDGE + rule.id, "not-scored", note=note) for rule in self.rules)
        return tuple(self._score(rule.id, before, after) for rule in self.rules)

    def _score(self, rule: str, before: Opinion, after: Opinion) -> Score:
        """Return what both opinions say of the text: second in the one, first in the other."""
        broken = rule in before.second
        if broken is not (rule in after.first):
            note = f"{self.model.name}: the verdict changes with the order of the messages"
            return Score(JUDGE + rule, "not-scored", note=note)
        return Score(
            JUDGE + rule, "broken" if broken else "holds", note=f"{self.model.name}: {before.reason}"
        )

    async def _opinion(self, first: str, second: str) -> Opinion:
        values = {
            "rules": "\n".join(f"- {rule.id}: {' '.join(rule.why.split())}" for rule in self.rules),
            "fence": fence_for((first, second)),
            "first": first,
            "second": second,
        }
        messages = [Message(role, told) for role, told in prompt("judge").render(values)]
        completion = await self.model.complete(messages, LIMITS)
        return Opinion.model_validate_json(_object_in(completion.text))


def _object_in(answer: str) -> str:
    """Return the JSON object of an answer, without the fence or the words that models put around it."""
    start, end = answer.find("{"), answer.rfind("}")
    return answer[start : end + 1] if 0 <= start < end else answer


def judged_rules(scores: Sequence[Score]) -> frozenset[str]:
    """Return the rules on which a judge has given its verdict already."""
    return frozenset(
        one.scorer.removeprefix(JUDGE)
        for one in scores
        if one.scorer.startswith(JUDGE) and one.passed is not None
    )
