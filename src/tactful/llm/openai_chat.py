"""A model behind any server that speaks OpenAI's protocol: OpenAI, Ollama, llama.cpp, vLLM, LM Studio.

Messages enter; a completion leaves, or an error that says what the server did.  A call never takes longer
than its limit: a server that hangs, sends byte by byte or asks for patience is left when the time is up.
The key goes to the server and nowhere else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tactful.errors import CredentialsError, ProviderError
from tactful.llm.answers import completion_of, names_of
from tactful.llm.failures import Failure, failure_of
from tactful.llm.model import CallLimits, Completion, Message

if TYPE_CHECKING:
    from openai import AsyncOpenAI

TRIES = 3
FIRST_PAUSE = 0.5
# An answer is one message; more than this is no answer.
MOST_BYTES = 4 * 2**20
# What some models do not take, and what says the same to them.
_INSTEAD = {"max_tokens": "max_completion_tokens", "temperature": None, "seed": None}


class OpenAIChat:
    """A chat model by its name and the address of its server; a local server needs no key."""

    def __init__(self, name: str, base_url: str, key: str | None = None) -> None:
        self.name = name
        self.base_url = base_url
        self._key = key
        self._client: AsyncOpenAI | None = None
        self._not_taken: set[str] = set()

    def __repr__(self) -> str:
        """Return the name and the address, and never the key."""
        return f"OpenAIChat({self.name!r}, {self.base_url!r})"

    async def complete(self, messages: Sequence[Message], limits: CallLimits) -> Completion:
        """Return the answer; raises ``ProviderError`` or ``CredentialsError``, both in time."""
        told = [{"role": message.role, "content": message.text} for message in messages]

        def ask() -> Any:
            asked = {"model": self.name, "messages": told, **self._options(limits), **self._headers()}
            return self._opened().chat.completions.with_streaming_response.create(**asked)

        return completion_of(await self._answer(ask, limits.seconds), self._server)

    async def listed(self, seconds: float) -> tuple[str, ...]:
        """Return the models that the server says it has; errors as those of ``complete``."""

        def ask() -> Any:
            return self._opened().models.with_streaming_response.list(**self._headers())

        return names_of(await self._answer(ask, seconds), self._server)

    async def close(self) -> None:
        """Close the connections; a later call opens new ones."""
        client, self._client = self._client, None
        if client is not None:
            await client.close()

    @property
    def _server(self) -> str:
        return f"The model server {self.base_url}"

    def _opened(self) -> AsyncOpenAI:
        if self._client is None:
            from openai import AsyncOpenAI, DefaultAioHttpClient

            # One address was agreed to: a redirect would send the text to another one.
            self._client = AsyncOpenAI(
                base_url=self.base_url,
                api_key=self._key or "none",
                max_retries=0,
                http_client=DefaultAioHttpClient(follow_redirects=False),
            )
        return self._client

    def _headers(self) -> dict[str, Any]:
        from openai import omit

        return {} if self._key else {"extra_headers": {"Authorization": omit}}

    def _options(self, limits: CallLimits) -> dict[str, Any]:
        """Return the limits as the server takes them."""
        options = {
            "max_tokens": limits.max_tokens,
            "temperature": limits.temperature,
            "seed": limits.seed,
        }
        for name in self._not_taken:
            value = options.pop(name)
            instead = _INSTEAD[name]
            if instead:
                options[instead] = value
        return {name: value for name, value in options.items() if value is not None}

    async def _answer(self, ask: Callable[[], Any], seconds: float) -> bytes:
        """Return the bytes of an answer, after further tries where they can help."""
        self._opened()  # not in the call's time: the first import is slow
        clock = asyncio.get_running_loop()
        end = clock.time() + seconds
        failure: Failure | None = None
        tried = 0
        try:
            async with asyncio.timeout_at(end):
                while True:
                    outcome = await self._once(ask)
                    if isinstance(outcome, bytes):
                        return outcome
                    failure = outcome
                    if self._can_do_without(failure.option):
                        continue
                    tried += 1
                    await asyncio.sleep(self._pause(failure, tried, end - clock.time()))
        except TimeoutError:
            last = "" if failure is None else f"; before, it {failure.says}"
            raise ProviderError(
                f"{self._server} did not answer within {seconds:g} s{last}; see whether it runs, "
                "or give it more time."
            ) from None

    async def _once(self, ask: Callable[[], Any]) -> bytes | Failure:
        """Return the bytes of one answer, or what went wrong."""
        from aiohttp import ClientError
        from httpx2 import HTTPError
        from openai import OpenAIError

        try:
            async with ask() as response:
                return await self._whole(response)
        except (OpenAIError, HTTPError, ClientError) as error:
            return failure_of(error, self._key)

    async def _whole(self, response: Any) -> bytes:
        read = bytearray()
        async for piece in response.iter_bytes():
            read += piece
            if len(read) > MOST_BYTES:
                raise ProviderError(
                    f"{self._server} sent more than {MOST_BYTES} bytes; see whether it is a model server."
                )
        return bytes(read)

    def _can_do_without(self, option: str | None) -> bool:
        """Return whether the next try leaves out what the server did not take."""
        if option not in _INSTEAD or option in self._not_taken:
            return False
        self._not_taken.add(option)
        return True

    def _pause(self, failure: Failure, tried: int, left: float) -> float:
        """Return the seconds to the next try; raises where there will be none."""
        if failure.refused_key:
            raise CredentialsError(
                f"{self._server} {failure.says}: it refused the key, or there is none; set OPENAI_API_KEY, "
                "or key-command in your own settings."
            )
        if not failure.passing or tried == TRIES:
            again = f" ({tried} tries)" if tried > 1 else ""
            raise ProviderError(f"{self._server} {failure.says}{again}; {failure.mend}")
        pause = FIRST_PAUSE * 2 ** (tried - 1) if failure.wait is None else failure.wait
        if pause >= left:
            raise ProviderError(
                f"{self._server} {failure.says}; the next try would be due in {pause:g} s and the call has "
                f"{max(left, 0.0):.1f} s left; try again later."
            )
        return pause
