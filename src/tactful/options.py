"""Makes a ``Context`` of loose option values.

A mapping of option names (``to``, ``from``, ``offered-on``, ...) enters, as the command line, a JSON
line or a Python caller gives them; a ``Context`` leaves.  A wrong name or value is an ``OptionError``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from tactful.draft.context import Context
from tactful.errors import OptionError

_FIELDS = {
    "kind": "kind",
    "channel": "channel",
    "tone": "tone",
    "to": "to",
    "from": "sender",
    "sender": "sender",
    "role": "role",
    "company": "company",
    "negotiable": "negotiable",
    "offered-on": "offered_on",
    "answer-on": "answer_on",
    "today": "today",
    "rounds": "rounds",
    "via-recruiter": "via_recruiter",
    "stage": "stage",
}
_DATES = {"offered_on", "answer_on", "today"}


def context_from(options: Mapping[str, Any]) -> Context:
    """Return the context of these options; a value of ``None`` counts as not given."""
    values: dict[str, Any] = {}
    for name, value in options.items():
        field = _FIELDS.get(name.replace("_", "-"))
        if field is None:
            close = get_close_matches(name.replace("_", "-"), _FIELDS, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"the options are {', '.join(_FIELDS)}."
            raise OptionError(f"There is no option {name!r}; {hint}")
        if value is not None:
            values[field] = _value(name, field, value)
    if values.get("channel") == "recruiter":
        values.setdefault("via_recruiter", True)
    return Context(**values)


def _value(name: str, field: str, value: Any) -> Any:
    if field in _DATES:
        return _day(name, value)
    if field == "negotiable":
        terms = (value,) if isinstance(value, str) else tuple(value)
        return tuple(_text(name, term) for term in terms)
    if field == "rounds":
        return _number(name, value)
    if field == "via_recruiter":
        if not isinstance(value, bool):
            raise OptionError(f"{name} is {value!r}; give true or false.")
        return value
    return _text(name, value)


def _day(name: str, value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise OptionError(f"{name} is {value!r}; give a date as YYYY-MM-DD.") from None


def _number(name: str, value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise OptionError(f"{name} is {value!r}; give a whole number.")


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise OptionError(f"{name} is {value!r}; give some text.")
    return " ".join(value.split())
