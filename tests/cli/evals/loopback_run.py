"""Runs ``tactful eval`` with an engine that calls a server on this machine: ADDRESS, then the arguments."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass, replace
from functools import partial
from unittest.mock import patch

import tactful.cli.evals.run as command
from tactful.cli import main
from tactful.refine import refine_analysis
from tactful.result import Usage
from tactful.rulebook import RuleBook


@dataclass(frozen=True)
class LoopbackEngine:
    """Asks the server once for each case, and gives what the composer makes."""

    book: RuleBook
    port: int
    label: str = "loopback"
    model: str | None = "loopback"
    most_calls: int = 1

    def prepare(self):
        pass

    async def close(self):
        pass

    async def refine(self, case, draft, _):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(f"GET /{case.id} HTTP/1.0\r\n\r\n".encode())
        await writer.drain()
        answer = await reader.read()
        writer.close()
        assert answer.startswith(b"HTTP/1.0 200"), answer
        return replace(refine_analysis(draft), usage=Usage(1, 10, 5))


if __name__ == "__main__":
    engine = partial(LoopbackEngine, port=int(sys.argv[1]))
    with patch.object(command, "engines_for", lambda _, book: (engine(book),)):
        sys.exit(main(sys.argv[2:]))
