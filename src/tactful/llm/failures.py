"""What went wrong with a call, in plain words.

An error of the openai client enters; a ``Failure`` leaves: what the server did, whether a further try can
help, and after what pause.
"""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

_PASSING = {408, 409, 425, 429}
_REFUSED_KEY = {401, 403}
_MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Failure:
    """One try that failed; ``says`` follows the name of the server in a sentence.

    ``wait`` is what the server asked for, in seconds; ``option`` the part of the request that it names.
    """

    says: str
    mend: str
    passing: bool = False
    refused_key: bool = False
    wait: float | None = None
    option: str | None = None


def failure_of(error: Exception, key: str | None) -> Failure:
    """Return what an error of the openai client means; the key is blotted out of what a server says."""
    from openai import APIStatusError

    if isinstance(error, APIStatusError):
        return _answered(error.status_code, error.response.headers, error.body, key)
    return Failure(
        f"cannot be reached, or broke off ({type(_innermost(error)).__name__})",
        "see whether it runs and the address is right.",
        passing=True,
    )


def _innermost(error: BaseException) -> BaseException:
    while error.__cause__ is not None:
        error = error.__cause__
    return error


def _answered(status: int, headers: Mapping[str, str], body: object, key: str | None) -> Failure:
    told = body if isinstance(body, dict) else {}
    message = _one_line(str(told.get("message", "")).replace(key or "\0", "…"))
    says = f"answered {status}" + (f" «{message}»" if message else "")
    if status in _REFUSED_KEY:
        return Failure(says, "", refused_key=True)
    if told.get("code") == "insufficient_quota":
        return Failure(says, "the account has nothing left to spend.")
    if status in _PASSING or status >= 500:
        return Failure(says, "try again later.", passing=True, wait=wait_of(headers))
    option = told.get("param")
    mend = "see whether the model and the address are right."
    return Failure(says, mend, option=option if isinstance(option, str) else None)


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_SHOWN else f"{line[:_MOST_SHOWN]}…"


def wait_of(headers: Mapping[str, str]) -> float | None:
    """Return how many seconds a server asks to wait, or ``None`` where it does not say."""
    for name, unit in (("retry-after-ms", 1000), ("retry-after", 1)):
        try:
            wait = float(headers.get(name, "")) / unit
        except ValueError:
            continue
        if not math.isnan(wait):
            return max(wait, 0.0)
    try:
        return max(parsedate_to_datetime(headers.get("retry-after", "")).timestamp() - time.time(), 0.0)
    except (TypeError, ValueError, OverflowError):
        return None
