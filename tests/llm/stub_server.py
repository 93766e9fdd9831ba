"""A server on loopback that speaks OpenAI's protocol and does what a test tells it to.

Replies enter, in turn or as a function of the request; what was asked leaves, byte for byte.  Started as
a program, it says the same again and again, or gives a fenced draft back without a sentence:
``python stub_server.py PORT DELAY [SENTENCE]``.
"""

from __future__ import annotations

import asyncio
import json
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Request:
    """What reached the server."""

    method: str
    path: str
    head: bytes
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def prompt(self) -> str:
        """All that the messages say, as one text."""
        return "\n".join(message["content"] for message in self.json["messages"])

    def header(self, name: str) -> str | None:
        for line in self.head.decode("latin-1").split("\r\n")[1:]:
            key, _, value = line.partition(":")
            if key.lower() == name.lower():
                return value.strip()
        return None


@dataclass(frozen=True)
class Reply:
    """What the server does with a request.

    ``delay`` is slept before the answer, ``pause`` between each two bytes of the body; without a body it
    hangs (``hangs``) or closes the connection at once; with ``halved``, in the middle of the body.
    """

    body: bytes | None = None
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)
    delay: float = 0.0
    pause: float = 0.0
    hangs: bool = False
    halved: bool = False

    def after(self, delay: float) -> Reply:
        return replace(self, delay=delay)


def answers(value: Any, status: int = 200, **headers: str) -> Reply:
    """Answer with any JSON; a header is written with _ for -."""
    named = tuple((name.replace("_", "-"), text) for name, text in headers.items())
    return Reply(json.dumps(value).encode(), status, (("Content-Type", "application/json"), *named))


def says(text: str | None, *, finish: str | None = "stop", refusal: str | None = None) -> Reply:
    """Answer with a chat completion."""
    message = {"role": "assistant", "content": text, "refusal": refusal}
    return answers(
        {
            "id": "stub",
            "object": "chat.completion",
            "created": 0,
            "model": "stub",
            "choices": [{"index": 0, "finish_reason": finish, "message": message}],
            "usage": {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18},
        }
    )


def writes(body: bytes, kind: str = "application/json") -> Reply:
    """Answer with these bytes, whatever they are."""
    return Reply(body, headers=(("Content-Type", kind),))


def fails(
    status: int, message: str = "It failed.", *, code: str = "", param: str = "", **headers: str
) -> Reply:
    """Answer with an error, in the form that OpenAI gives it."""
    return answers({"error": {"message": message, "code": code, "param": param}}, status, **headers)


def hangs() -> Reply:
    """Take the request and never answer."""
    return Reply(hangs=True)


def closes() -> Reply:
    """Take the request and close the connection."""
    return Reply()


def dribbles(text: str, pause: float) -> Reply:
    """Answer byte for byte with a pause after each."""
    return replace(says(text), pause=pause)


def breaks_off(text: str) -> Reply:
    """Answer half of what was announced, and close the connection."""
    return replace(says(text), halved=True)


class StubServer:
    """The server; ``replies`` are given in turn, the last one again and again, or made from a request."""

    answers = staticmethod(answers)
    says = staticmethod(says)
    writes = staticmethod(writes)
    fails = staticmethod(fails)
    hangs = staticmethod(hangs)
    closes = staticmethod(closes)
    dribbles = staticmethod(dribbles)
    breaks_off = staticmethod(breaks_off)

    def __init__(self) -> None:
        self.replies = (says("Hello."),)
        self.models: Sequence[str] | None = ("stub",)
        self.requests: list[Request] = []
        self.most_at_once = 0
        self._at_once = 0
        self._loop = asyncio.new_event_loop()
        self._busy: set[asyncio.Task[None]] = set()
        self.port = 0
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    @property
    def replies(self) -> Sequence[Reply] | Callable[[Request], Reply]:
        """What is answered; setting it starts from the first."""
        return self._replies

    @replies.setter
    def replies(self, replies: Sequence[Reply] | Callable[[Request], Reply]) -> None:
        self._replies = replies
        self._given = 0

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def chats(self) -> list[Request]:
        """The requests for a completion."""
        return [one for one in self.requests if one.path.endswith("/chat/completions")]

    def start(self, port: int = 0) -> None:
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(self._listen(port), self._loop).result()
        self.port = self._server.sockets[0].getsockname()[1]

    def stop(self) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _listen(self, port: int) -> asyncio.Server:
        return await asyncio.start_server(self._talk, "127.0.0.1", port, backlog=512)

    async def _end(self) -> None:
        self._server.close()
        for task in self._busy:
            task.cancel()
        await asyncio.gather(*self._busy, return_exceptions=True)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._busy.add(task)
        try:
            while await self._answer(await _request(reader), writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            self._busy.discard(task)
            writer.close()

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        """Do what is told; return whether the connection stays open."""
        self.requests.append(request)
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            return await _give(self._reply_to(request), writer)
        finally:
            self._at_once -= 1

    def _reply_to(self, request: Request) -> Reply:
        if request.path.endswith("/models"):
            listed = [{"id": name, "object": "model"} for name in self.models or ()]
            return fails(404) if self.models is None else answers({"object": "list", "data": listed})
        if callable(self.replies):
            return self.replies(request)
        self._given += 1
        return self.replies[min(self._given, len(self.replies)) - 1]


async def _request(reader: asyncio.StreamReader) -> Request:
    head = await reader.readuntil(b"\r\n\r\n")
    method, path, _ = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ")
    bare = Request(method, path, head, b"")
    return replace(bare, body=await reader.readexactly(int(bare.header("content-length") or 0)))


async def _give(reply: Reply, writer: asyncio.StreamWriter) -> bool:
    if reply.hangs:
        await asyncio.Event().wait()
    await asyncio.sleep(reply.delay)
    if reply.body is None:
        return False
    named = (*reply.headers, ("Content-Length", str(len(reply.body))))
    head = f"HTTP/1.1 {reply.status} Told\r\n" + "".join(f"{name}: {text}\r\n" for name, text in named)
    writer.write(head.encode("latin-1") + b"\r\n")
    body = reply.body[: len(reply.body) // 2] if reply.halved else reply.body
    for piece in [bytes([one]) for one in body] if reply.pause else [body]:
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(reply.pause)
    return not reply.halved


def obeys(request: Request, sentence: str) -> Reply:
    """Give the draft of a prompt back without a sentence; without a fence, say any message."""
    fence = request.prompt.partition("two lines that read ")[2].partition(".")[0]
    parts = request.prompt.split(f"\n{fence}\n") if fence else ()
    return says(parts[1].replace(sentence, "") if len(parts) > 1 else "Thank you for the offer. " * 20)


def main() -> None:
    server = StubServer()
    sentence = sys.argv[3] if len(sys.argv) > 3 else ""
    server.replies = lambda request: obeys(request, sentence).after(float(sys.argv[2]))
    server.start(int(sys.argv[1]))
    sys.stdout.write(f"{server.base_url}\n")
    sys.stdout.flush()
    sys.stdin.read()
    server.stop()


if __name__ == "__main__":
    main()
