"""Asks the writer what only the writer can answer.

Questions enter; answers leave as context options.  Each question names the option that carries its
answer, such as «--negotiable salary» (yes or no), «--answer-on DATE» (a value) or several of these.
"""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from tactful.cli.output import say
from tactful.errors import OptionError
from tactful.options import context_from
from tactful.result import Question

_BETWEEN = re.compile(r"\s+or\s+(?=--)|\s*[|,;]\s*(?=--)")
_PLACEHOLDER = re.compile(r"[A-Z][A-Z-]*|\.\.\.|<.*>|…")
_TRIES = 3


def can_ask(file: str | None) -> bool:
    """Return whether somebody can answer: terminals on both sides, and a draft that is not typed."""
    return (
        file not in {None, "-"}
        and sys.stdin is not None
        and sys.stderr is not None
        and sys.stdin.isatty()
        and sys.stderr.isatty()
    )


class Asker:
    """Asks each question once and gathers the options that the answers give."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = dict(options)
        self._asked: set[tuple[str, str]] = set()

    def answered(self, questions: Iterable[Question]) -> bool:
        """Return whether an answer changed the options, so that it is worth starting again."""
        before = dict(self.options)
        for question in questions:
            key = (question.about, question.option)
            if question.option and key not in self._asked:
                self._asked.add(key)
                self._ask(question)
        return self.options != before

    def _ask(self, question: Question) -> None:
        choices = [shlex.split(one) for one in _BETWEEN.split(question.option.strip())]
        say(f"? {question.ask}")
        for _ in range(_TRIES):
            answer = _read(_prompt(choices, blocking=question.blocking))
            if answer is None or (not answer and not question.blocking):
                return
            try:
                chosen = _chosen(choices, answer)
                if chosen is not None:
                    self._take(*chosen)
            except OptionError as error:
                say(f"  {error}")
                continue
            return

    def _take(self, name: str, value: Any) -> None:
        options = dict(self.options)
        if name == "negotiable":
            value = [*options.get(name, ()), value]
        options[name] = int(value) if name == "rounds" and value.isdecimal() else value
        context_from(options)
        self.options = options


def _read(prompt: str) -> str | None:
    """Return what was typed, or ``None`` at the end of input."""
    print(f"  {prompt} ", end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    return line.strip() if line else None


def _prompt(choices: Sequence[Sequence[str]], *, blocking: bool) -> str:
    skip = "" if blocking else ", or Enter to skip"
    if len(choices) > 1:
        listed = "  ".join(f"{at}: {' '.join(choice)}" for at, choice in enumerate(choices, 1))
        return f"[{listed}{skip}]"
    name, value = _parts(choices[0])
    return f"[{name}{skip}]" if value is None else f"[y/n{skip}]"


def _parts(choice: Sequence[str]) -> tuple[str, Any]:
    """Return the name of an option and its value; the value is ``None`` where it is to be typed."""
    name = choice[0].removeprefix("--")
    value = " ".join(choice[1:])
    if name == "via-recruiter":
        return name, True
    return name, None if not value or _PLACEHOLDER.fullmatch(value) else value


def _chosen(choices: Sequence[Sequence[str]], answer: str) -> tuple[str, Any] | None:
    """Return the option that an answer gives, or ``None`` where it declines."""
    if len(choices) > 1:
        if not (answer.isdecimal() and 1 <= int(answer) <= len(choices)):
            raise OptionError(f"The answer is {answer!r}; give a number from 1 to {len(choices)}.")
        name, value = _parts(choices[int(answer) - 1])
        return name, _read(f"[{name}]") or "" if value is None else value
    name, value = _parts(choices[0])
    if value is None:
        return name, answer
    if answer.lower() in {"y", "yes"}:
        return name, value
    if answer.lower() in {"n", "no"}:
        return None
    raise OptionError(f"The answer is {answer!r}; give y or n.")
