"""``--jsonl``: one JSON object a line enters, one leaves, in order, each as soon as it can.

A line that cannot be worked on gives an error object, and the run goes on.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from tactful.cli.arguments import InputSettings
from tactful.cli.input import MOST_BYTES, read_lines
from tactful.cli.output import write
from tactful.errors import CredentialsError, InputError, OptionError, ProviderError, UserError
from tactful.wire import error_object, to_json

# The object of a line, and whether it is well.
Answer = tuple[dict[str, Any], bool]
# Takes the text, the options and the id of a line.
Work = Callable[[str, Mapping[str, Any], Any], Answer]
# The same for what waits for a model.
WaitingWork = Callable[[str, Mapping[str, Any], Any], Awaitable[Answer]]
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line asks for; ``error`` is what is wrong with it."""

    identity: Any = None
    text: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    error: UserError | None = None


def run_batch(settings: InputSettings, work: Work) -> int:
    """Work on every line; the exit code is that of the worst one."""
    worst = 0
    for raw in _lines(settings):
        found, code = _answer(raw, settings.context, work)
        write(to_json(found) + "\n")
        worst = max(worst, code)
    return worst


async def run_waiting_batch(settings: InputSettings, work: WaitingWork) -> int:
    """Work on several lines at once and answer in their order; the exit code is that of the worst one."""
    from tactful.loop import in_order  # noqa: PLC0415 - only a model needs it

    async def answer(raw: bytes) -> tuple[dict[str, Any], int]:
        line = _line(raw, settings.context)
        try:
            return _told(*await work(*_asked(line)))
        except Exception as error:  # noqa: BLE001 - one line must not end the run
            return _failed(error, line.identity)

    worst = 0
    async for found, code in in_order(_lines(settings), answer):
        write(to_json(found) + "\n")
        worst = max(worst, code)
    return worst


def _lines(settings: InputSettings) -> Iterator[bytes]:
    return (raw for raw in read_lines(settings.file, settings.command) if raw.strip())


def _answer(raw: bytes, context: Mapping[str, Any], work: Work) -> tuple[dict[str, Any], int]:
    line = _line(raw, context)
    try:
        return _told(*work(*_asked(line)))
    except Exception as error:  # noqa: BLE001 - one line must not end the run
        return _failed(error, line.identity)


def _line(raw: bytes, context: Mapping[str, Any]) -> _Line:
    identity: Any = None
    try:
        line = _read(raw)
        identity = line.pop("id", None)
        return _Line(identity, _text(line), _merged(context, line))
    except UserError as error:
        return _Line(identity, error=error)


def _asked(line: _Line) -> tuple[str, Mapping[str, Any], Any]:
    if line.error is not None:
        raise line.error
    return line.text, line.options, line.identity


def _told(found: dict[str, Any], well: bool) -> tuple[dict[str, Any], int]:  # noqa: FBT001 - a pair taken apart
    return found, 0 if well else 1


def _failed(error: Exception, identity: Any) -> tuple[dict[str, Any], int]:
    """Return the object of a line that could not be worked on, and its exit code."""
    if isinstance(error, InputError):
        return error_object(error.code, str(error), identity=identity), error.exit_code
    if isinstance(error, OptionError):
        return error_object("bad-option", str(error), identity=identity), error.exit_code
    if isinstance(error, UserError):
        return error_object("user-error", str(error), identity=identity), error.exit_code
    if isinstance(error, ProviderError):
        return error_object("provider", str(error), identity=identity), error.exit_code
    if isinstance(error, CredentialsError):
        return error_object("credentials", str(error), identity=identity), error.exit_code
    what = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(".")
    return error_object("fault", f"This is a fault of tactful, not yours: {what}.", identity=identity), 2


def _merged(context: Mapping[str, Any], line: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of the command with those of the line over them; null gives none."""
    return {
        **context,
        **{name: value for name, value in line.items() if value is not None or name not in context},
    }


def _read(raw: bytes) -> dict[str, Any]:
    if len(raw) > MOST_BYTES:
        raise InputError("too-long", "The line holds more than 16 MiB; give one message a line.")
    try:
        line = json.loads(raw.removeprefix(_MARK), parse_constant=_no_number, parse_float=_number)
    except UnicodeDecodeError:
        raise InputError("bad-json", "The line is not UTF-8; save the file as UTF-8.") from None
    except json.JSONDecodeError as error:
        problem = f"The line is not JSON ({error.msg}, column {error.colno})"
        raise InputError("bad-json", f"{problem}; give one JSON object a line.") from None
    except (ValueError, RecursionError):
        raise InputError(
            "bad-json", "The line is not JSON that can be read; give one JSON object a line."
        ) from None
    if not isinstance(line, dict):
        raise InputError("bad-json", 'The line is JSON but no object; give one with a "text".')
    return line


def _number(written: str) -> float:
    number = float(written)
    return number if number - number == 0 else _no_number(written)


def _no_number(written: str) -> NoReturn:
    raise ValueError(f"{written} is no number")


def _text(line: dict[str, Any]) -> str:
    if "text" not in line:
        raise InputError("missing-text", 'The line has no "text"; give the draft under that key.')
    text = line.pop("text")
    if not isinstance(text, str):
        raise InputError("bad-text", 'The "text" is no string; give the draft as a string.')
    return text
