"""Opens the model that was chosen, with its key.

A choice enters; a model leaves, or an error that names the mend.  The key is in the environment, or a
command of the user writes it; it is never in an option, a message or a log.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tactful.errors import CredentialsError, OptionError
from tactful.llm.model import Model
from tactful.llm.openai_chat import OpenAIChat
from tactful.llm.settings import OPENAI, EngineChoice

SECONDS = 30.0
_COMMAND = "key-command"


def open_model(choice: EngineChoice, environment: Mapping[str, str] | None = None) -> OpenAIChat:
    """Return the model of a choice; raises ``CredentialsError`` where its key cannot be had.

    The environment is that of the process unless another is given.
    """
    if choice.model is None:
        raise OptionError("There is no model; give --model or set TACTFUL_MODEL.")
    key = key_of(choice, os.environ if environment is None else environment)
    if key is None and choice.base_url.value == OPENAI:
        raise CredentialsError(
            f"{OPENAI} needs a key; set OPENAI_API_KEY, or {_COMMAND} in your own settings."
        )
    return OpenAIChat(choice.model.value, choice.base_url.value, key)


def open_kept_model(choice: EngineChoice, environment: Mapping[str, str] | None = None) -> Model:
    """Return the model of a choice, with its answers kept where the user asked for it."""
    model = open_model(choice, environment)
    if choice.cache is None:
        return model
    from tactful.llm.cache import CachedModel  # noqa: PLC0415 - only who asks for it needs it

    return CachedModel(model, Path(choice.cache.value).expanduser(), server=model.base_url)


def key_source(choice: EngineChoice, environment: Mapping[str, str]) -> str | None:
    """Return where the key comes from, or ``None`` where there is none."""
    if environment.get("OPENAI_API_KEY", "").strip():
        return "OPENAI_API_KEY"
    return _COMMAND if choice.key_command else None


def key_of(choice: EngineChoice, environment: Mapping[str, str]) -> str | None:
    """Return the key, or ``None`` where none is set; raises ``CredentialsError``."""
    source = key_source(choice, environment)
    if source is None:
        return None
    key = environment["OPENAI_API_KEY"].strip() if source != _COMMAND else _told(choice.key_command)
    if not key.isascii() or not key.isprintable() or " " in key:
        raise CredentialsError(f"The key of {source} holds blanks or letters that no key has; set it anew.")
    return key


def _told(command: tuple[str, ...]) -> str:
    """Return the first line that the command writes."""
    try:
        done = subprocess.run(  # noqa: S603 - the user's own settings name it
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, ValueError) as error:
        raise CredentialsError(f"{_COMMAND}: {command[0]!r} cannot be run ({error}); mend it.") from None
    except subprocess.TimeoutExpired:
        raise CredentialsError(f"{_COMMAND}: {command[0]!r} took more than {SECONDS:g} s; mend it.") from None
    if done.returncode:
        raise CredentialsError(
            f"{_COMMAND}: {command[0]!r} failed with code {done.returncode}; run it by hand."
        )
    key = next(iter(done.stdout.decode("ascii", "replace").split("\n")), "").strip()
    if not key:
        raise CredentialsError(
            f"{_COMMAND}: {command[0]!r} wrote nothing; the key is the first line it writes."
        )
    return key
