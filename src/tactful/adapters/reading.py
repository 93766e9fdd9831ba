"""Finds the text, the draft and the context in what a runner hands over.

Strings, mappings or objects enter; strings and a ``Demand`` leave.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tactful.errors import OptionError
from tactful.result import Severity
from tactful.sendable import Demand


def text_of(output: Any) -> str:
    """Return the text of an output: a string, a mapping with «text», or an object that has one."""
    found = output
    if isinstance(output, Mapping):
        found = output.get("text")
    elif not isinstance(output, str):
        found = getattr(output, "text", None)
    if not isinstance(found, str):
        raise OptionError(f"The output is {type(output).__name__}; give a string, or a text under «text».")
    return found


def draft_of(inputs: Any, key: str) -> str | None:
    """Return the draft: the inputs where they are a string, else what stands under the key, if anything."""
    found = inputs.get(key) if isinstance(inputs, Mapping) else inputs
    if found is not None and not isinstance(found, str):
        raise OptionError(f"The draft is {type(found).__name__}; give a string under «{key}».")
    return found


def demand_of(fail_on: Severity, rules: Sequence[str | Path], *contexts: Mapping[str, Any] | None) -> Demand:
    """Return the demand; a later context goes before an earlier one."""
    merged: dict[str, Any] = {}
    for context in contexts:
        if context is not None and not isinstance(context, Mapping):
            raise OptionError(
                f"The context is {type(context).__name__}; give a mapping such as {{'kind': 'decline'}}."
            )
        merged.update(context or {})
    return Demand(tuple(rules), merged, fail_on)
