"""``--jsonl``: one JSON object a line enters, one leaves, in order and at once.

A line that cannot be worked on gives an error object, and the run goes on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from tactful.cli.arguments import InputSettings
from tactful.cli.input import MOST_BYTES, read_lines
from tactful.cli.output import write
from tactful.errors import InputError, OptionError, UserError
from tactful.wire import error_object, to_json

# Takes the text, the options and the id of a line; gives its object, and whether it is well.
Work = Callable[[str, Mapping[str, Any], Any], tuple[dict[str, Any], bool]]
_MARK = b"\xef\xbb\xbf"


def run_batch(settings: InputSettings, work: Work) -> int:
    """Work on every line; 2 where one was in error, else 1 where one was not well, else 0."""
    worst = 0
    for raw in read_lines(settings.file, settings.command):
        if raw.strip():
            found, code = _answer(raw, settings.context, work)
            write(to_json(found) + "\n")
            worst = max(worst, code)
    return worst


def _answer(raw: bytes, context: Mapping[str, Any], work: Work) -> tuple[dict[str, Any], int]:
    identity: Any = None
    try:
        line = _read(raw)
        identity = line.pop("id", None)
        text = _text(line)
        found, well = work(text, _merged(context, line), identity)
    except InputError as error:
        return error_object(error.code, str(error), identity=identity), 2
    except OptionError as error:
        return error_object("bad-option", str(error), identity=identity), 2
    except UserError as error:
        return error_object("user-error", str(error), identity=identity), 2
    except Exception as error:  # noqa: BLE001 - one line must not end the run
        what = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(".")
        return error_object("fault", f"This is a fault of tactful, not yours: {what}.", identity=identity), 2
    return found, 0 if well else 1


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
