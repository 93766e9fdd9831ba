"""Assertions for tests.

A text and what is known beside it enter; nothing leaves, or an ``AssertionError`` that lists why the text
cannot be sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tactful.result import Severity
from tactful.sendable import Demand, objections

__all__ = ["assert_sendable"]


def assert_sendable(
    text: str,
    *,
    draft: str | None = None,
    rules: Sequence[str | Path] = (),
    fail_on: Severity = "error",
    **context: Any,
) -> None:
    """Raise an ``AssertionError`` unless the text can be sent.

    With the ``draft`` it was made from, nothing may be added, lost or decided otherwise.  ``rules`` are
    folders of rule packs; ``context`` is the same as for ``tactful.check``.
    """
    __tracebackhide__ = True
    found = objections(text, Demand(rules, context, fail_on), draft)
    if found:
        lines = "\n".join(f"  - {one}" for one in found)
        raise AssertionError(f"This text cannot be sent:\n{lines}\nThe text:\n{text}")
