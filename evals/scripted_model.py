"""A model that follows a script, so that the suites ask a model where there is none: ``make evals``.

A command enters; it is run with a server on this machine as its model, and its exit code leaves.  The server
speaks OpenAI's protocol.  It edits a draft as far as the prompt tells it to and no further, and slips now
and then, by a chance that hangs on the draft and the seed alone.  So a prompt that says less is answered
worse, and the same prompt and seed are always answered alike.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from typing import Any

NAME = "scripted"
# Words of sentences that it leaves out, where the prompt asks for that.
HEATED = re.compile(
    r"\b(mess|circus|joke|clown|terrible|awful|ridiculous|insult\w*|waste\w*|disrespect\w*|unprofessional|"
    r"chao\w+|lowball\w*|pathetic|garbage|lol|stupid|hell|damn|liars?|lied|horrible|rude|worst|shame|toxic|"
    r"incompetent|useless|nightmare|idiots?|losers?)\b",
    re.IGNORECASE,
)
# What it writes where the list of the prompt asks for it: asked for, there already, the sentence.
ASKED_FOR = (
    (r"sentence of thanks", r"\bthank|\bgrateful|\bappreciate", "Thank you for the offer."),
    (
        r"sentence that you decline",
        r"\bdeclin|\bnot to accept|\bwithdraw|\baccepted",
        "I decline the offer.",
    ),
    (r"good wish", r"\bwish|\bgood luck|\ball the best|\bhope", "I wish you and the team all the best."),
)
# What it does wrong, how often, and what in the prompt holds it back.
SLIPS = (
    (0.12, r"", " Cheers! \N{SMILING FACE WITH SMILING EYES}"),
    (0.06, r"", " I was deeply impressed by your rapid growth."),
    (1.0, r"no new fact", " I have accepted a better offer elsewhere."),
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*\s*|\n\s*")


@dataclass(frozen=True)
class Asked:
    """What a request asks: what it is told, and the text between the fences."""

    told: str
    text: str
    chance: Random

    @classmethod
    def of(cls, request: dict[str, Any]) -> Asked:
        """Return what a request to the server asks."""
        system, user = (message["content"] for message in request["messages"])
        *told, text, _ = re.split(r"^={3,}$", user, flags=re.MULTILINE)
        seed = f"{request.get('seed')} {text}"
        return cls("\n".join((system, *told)), text.strip(), Random(seed))  # noqa: S311 - no secret

    def says(self, words: str) -> bool:
        """Return whether the prompt says so."""
        return re.search(words, self.told, re.IGNORECASE) is not None


def answer(request: dict[str, Any]) -> str:
    """Return what the model writes."""
    asked = Asked.of(request)
    if asked.says(r"mend the sentences"):
        wanted = re.search(r"Mend the sentences ([\d, ]+)", asked.told)
        return "\n".join(f"{number}:" for number in re.findall(r"\d+", wanted[1] if wanted else ""))
    return _letter(asked)


def _letter(asked: Asked) -> str:
    """Return the draft, edited as the prompt asks for."""
    greeting, body, closing = _parts(asked.text)
    if asked.says(r"leave out insults"):
        body = "".join(one for one in _SENTENCE.findall(body) if not HEATED.search(one))
    for at, (words, there, sentence) in enumerate(ASKED_FOR):
        if asked.says(words) and not re.search(there, body, re.IGNORECASE):
            body = f"{sentence} {body}" if at == 0 else f"{body.rstrip()} {sentence}"
    for often, held_back, addition in SLIPS:
        if asked.chance.random() < often and not (held_back and asked.says(held_back)):
            body = body.rstrip() + addition
    return "\n\n".join(part.strip() for part in (greeting, body, closing) if part.strip())


def _parts(text: str) -> tuple[str, str, str]:
    """Return the greeting, the body and the closing lines."""
    lines = text.splitlines()
    greeting = lines.pop(0) if lines and re.match(r"(?i)(hi|hello|hey|dear)\b.{0,40}$", lines[0]) else ""
    closing: list[str] = []
    while lines and len(lines[-1].split()) <= 3:
        closing.insert(0, lines.pop())
    return greeting, "\n".join(lines), "\n".join(closing)


class _Handler(BaseHTTPRequestHandler):
    """Answers each request as the script says."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answer a request for a completion."""
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        text = answer(request)
        told = sum(len(message["content"].split()) for message in request["messages"])
        written = len(text.split())
        content = {
            "id": NAME,
            "object": "chat.completion",
            "created": 0,
            "model": NAME,
            "choices": [
                {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
            ],
            "usage": {"prompt_tokens": told, "completion_tokens": written, "total_tokens": told + written},
        }
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the run says what matters."""


@contextmanager
def serving() -> Iterator[str]:
    """Serve the model; yields its base URL."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/v1"
        finally:
            server.shutdown()
            thread.join()


def main(command: list[str]) -> int:
    """Run a command with the model, and return its exit code."""
    if not command:
        raise SystemExit("usage: scripted_model.py COMMAND [ARGUMENT...]")
    with serving() as url:
        settings = {"TACTFUL_MODEL": NAME, "TACTFUL_BASE_URL": url, "OPENAI_API_KEY": ""}
        return subprocess.run(command, env={**os.environ, **settings}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
