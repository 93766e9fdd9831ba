"""Checking and refining as steps of a LangChain chain.

A text enters, or a mapping of ``text`` and what is known beside it; a ``Report`` or a ``Result`` leaves.
What does not fit is a ``UserError``.  Only importing this module loads LangChain.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.runnables import Runnable, RunnableConfig

from tactful.api import Given, Packs, check, refine, refine_async, text_and_options
from tactful.llm.langchain_chat import LangChainChat
from tactful.llm.model import Model
from tactful.loop import Effort, Progress, Step
from tactful.loop.running import run_now
from tactful.result import Report, Result


class TactfulChecker(Runnable[Given, Report]):
    """Gives the report of a text, as ``tactful.check`` does.

    ``rules`` and ``context`` hold for every text; a mapping that enters may change the context of its own.
    """

    def __init__(self, *, rules: Packs = (), **context: Any) -> None:
        self._rules = rules
        self._context = context

    def invoke(self, input: Given, config: RunnableConfig | None = None, **_: Any) -> Report:  # noqa: A002 - LangChain's name
        """Return the findings of a text, with what was read in it."""
        return self._call_with_config(self._report, input, config)

    def _report(self, given: Given) -> Report:
        text, context = text_and_options(given, self._context)
        return check(text, rules=self._rules, **context)


class TactfulRefiner(Runnable[Given, Result]):
    """Gives the refined message, as ``tactful.refine`` does.

    ``model`` is a chat model of LangChain or a model of this package; without one the composer writes.
    ``effort`` and ``options`` (those of ``tactful.refine``) hold for every text; a mapping that enters may
    change the context of its own.  Calls that do not await close a model of this package afterwards.
    """

    def __init__(
        self, model: BaseChatModel | Model | None = None, *, effort: Effort | None = None, **options: Any
    ) -> None:
        self._model = LangChainChat(model) if isinstance(model, BaseChatModel) else model
        self._effort = effort or Effort()
        self._options = options

    def invoke(self, input: Given, config: RunnableConfig | None = None, **_: Any) -> Result:  # noqa: A002 - LangChain's name
        """Return the refined message, or why there is none."""
        return self._call_with_config(self._refined_now, input, config)

    async def ainvoke(self, input: Given, config: RunnableConfig | None = None, **_: Any) -> Result:  # noqa: A002 - LangChain's name
        """Return what ``invoke`` returns, without blocking the event loop."""
        return await self._acall_with_config(self._refined, input, config)

    def batch(
        self,
        inputs: list[Given],
        config: RunnableConfig | list[RunnableConfig] | None = None,
        *,
        return_exceptions: bool = False,
        **_: Any | None,
    ) -> list[Result]:
        """Return the results in order; one event loop serves all, since connections belong to it."""

        async def whole() -> list[Result]:
            try:
                return await self.abatch(inputs, config, return_exceptions=return_exceptions)
            finally:
                if self._model is not None:
                    await self._model.close()

        return run_now(whole())

    async def astream(
        self,
        input: Given,  # noqa: A002 - LangChain's name
        config: RunnableConfig | None = None,
        **_: Any | None,
    ) -> AsyncIterator[Any]:
        """Yield each ``Step`` while a model works, then the ``Result``; no step holds any text."""

        async def given() -> AsyncIterator[Given]:
            yield input

        async for event in self._atransform_stream_with_config(given(), self._events, config):
            yield event

    async def _events(self, inputs: AsyncIterator[Given]) -> AsyncIterator[Any]:
        async for given in inputs:
            steps: asyncio.Queue[Step | None] = asyncio.Queue()
            work = asyncio.create_task(self._refined(given, steps.put_nowait))
            work.add_done_callback(partial(_end, steps))
            try:
                while (step := await steps.get()) is not None:
                    yield step
                yield await work
            finally:
                work.cancel()

    def _refined_now(self, given: Given) -> Result:
        text, options = text_and_options(given, self._options)
        return refine(text, model=self._model, effort=self._effort, **options)

    async def _refined(self, given: Given, progress: Progress | None = None) -> Result:
        if self._model is None:
            return await asyncio.to_thread(self._refined_now, given)
        text, options = text_and_options(given, self._options)
        effort = replace(self._effort, progress=_both(self._effort.progress, progress))
        return await refine_async(text, model=self._model, effort=effort, **options)


def _end(steps: asyncio.Queue[Step | None], _: asyncio.Task[Result]) -> None:
    steps.put_nowait(None)


def _both(first: Progress | None, second: Progress | None) -> Progress | None:
    if first is None or second is None:
        return first or second

    def tell(step: Step) -> None:
        first(step)
        second(step)

    return tell
