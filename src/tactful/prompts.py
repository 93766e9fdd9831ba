"""Prompts: what a language model is told, as files under ``prompts/``.

A prompt's name enters; a ``Prompt`` with its version and content hash leaves.  A prompt and values enter;
the role and text of each message leave.  Values are put in as they are: braces in them mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from tactful.assets import asset
from tactful.errors import FileError, InternalError

PROMPTS = ("rewrite", "repair", "tone", "judge")
_KEYS = frozenset({"id", "version", "what", "inputs", "system", "user"})
_HASH_DIGITS = 12
_SLOT = re.compile(r"(?<!\{)\{([a-z_]+)\}(?!\})")


@dataclass(frozen=True)
class Prompt:
    """One prompt file; ``digest`` is the start of the SHA-256 of its content."""

    name: str
    version: int
    inputs: tuple[str, ...]
    system: str
    user: str
    digest: str

    def render(
        self, values: Mapping[str, str]
    ) -> tuple[tuple[Literal["system"], str], tuple[Literal["user"], str]]:
        """Return the system's and the user's text with the values in; raises ``InternalError``."""
        missing = [name for name in self.inputs if name not in values]
        beyond = [name for name in values if name not in self.inputs]
        if missing or beyond:
            raise InternalError(f"The prompt {self.name!r} lacks {missing} and does not know {beyond}.")
        system, user = self._template.format_messages(**values)
        return ("system", str(system.content)), ("user", str(user.content))

    @cached_property
    def _template(self) -> Any:
        from langchain_core.prompts import ChatPromptTemplate

        return ChatPromptTemplate([("system", self.system), ("user", self.user)])


@lru_cache(maxsize=8)
def prompt(name: str) -> Prompt:
    """Return one of ``PROMPTS``."""
    return read_prompt(asset(f"prompts/{name}.yaml"))


def read_prompt(path: Path) -> Prompt:
    """Return the prompt of a file; raises ``FileError`` where it is no prompt."""
    import yaml  # noqa: PLC0415 - slow to import

    content = path.read_bytes()
    try:
        data = yaml.safe_load(content)
    except yaml.YAMLError:
        raise FileError(str(path), 1, "this is not YAML", "Mend its indentation and quotes.") from None
    if not isinstance(data, dict) or set(data) != _KEYS:
        raise FileError(str(path), 1, "a prompt has other keys", f"Give {', '.join(sorted(_KEYS))}.")
    inputs = tuple(map(str, data["inputs"]))
    used = set(_SLOT.findall(data["system"] + data["user"]))
    if used != set(inputs):
        odd = ", ".join(sorted(used ^ set(inputs)))
        raise FileError(str(path), 1, f"inputs and slots differ ({odd})", "Name in inputs what is used.")
    digest = sha256(content.replace(b"\r\n", b"\n")).hexdigest()[:_HASH_DIGITS]
    return Prompt(data["id"], data["version"], inputs, data["system"].strip(), data["user"].strip(), digest)


def fence_for(texts: Iterable[str]) -> str:
    """Return a line that stands in none of the texts."""
    whole = "\n".join(texts)
    length = 3
    while "=" * length in whole:
        length += 1
    return "=" * length
