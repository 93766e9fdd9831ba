"""Opens a judge and lets it judge many texts at once.

Settings and texts enter; the scores of each text leave, in order.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from difflib import get_close_matches

from tactful.cli.evals.settings import JudgingSettings
from tactful.errors import OptionError
from tactful.evals.gate import OFFENCES
from tactful.evals.judge import Judge
from tactful.evals.record import Score
from tactful.llm import Model
from tactful.llm.opening import open_model
from tactful.llm.settings import ModelFlags, choose_engine
from tactful.rulebook import Rule, RuleBook

Told = Callable[[int, tuple[Score, ...]], None]


def rules_of(settings: JudgingSettings, book: RuleBook) -> tuple[Rule, ...]:
    """Return the rules to judge by; raises ``OptionError`` where one does not exist."""
    for name in settings.judged:
        if name not in book.rule_by_id:
            close = get_close_matches(name, book.rule_by_id, n=1)
            hint = f"did you mean {close[0]!r}?" if close else "tactful rules list tells them all."
            raise OptionError(f"There is no rule {name!r}; {hint}")
    names = settings.judged or tuple(name for name in OFFENCES if name in book.rule_by_id)
    return tuple(book.rule_by_id[name] for name in names)


def model_of(settings: JudgingSettings) -> Model:
    """Return the model that judges; raises ``OptionError`` or ``CredentialsError``."""
    return open_model(choose_engine(ModelFlags("llm", settings.model, settings.base_url)))


def judge_all(
    settings: JudgingSettings, rules: tuple[Rule, ...], texts: Sequence[tuple[str, str]], tell: Told
) -> None:
    """Judge each pair of a draft and a text; ``tell`` is given its number and its scores at once."""
    asyncio.run(_judged(Judge(model_of(settings), rules), settings.concurrency, texts, tell))


async def _judged(judge: Judge, concurrency: int, texts: Sequence[tuple[str, str]], tell: Told) -> None:
    turn = asyncio.Semaphore(concurrency)

    async def one(at: int, draft: str, text: str) -> None:
        async with turn:
            tell(at, await judge.judge(draft, text))

    try:
        async with asyncio.TaskGroup() as group:
            for at, (draft, text) in enumerate(texts):
                group.create_task(one(at, draft, text))
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None
    finally:
        await judge.model.close()
