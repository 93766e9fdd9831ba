"""Annotations of GitHub's workflow commands.

What kind, where and what enters; one line leaves, in which nothing can end the command or start another.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Level = Literal["error", "warning", "notice"]


def annotation(level: Level, properties: Mapping[str, object], message: str) -> str:
    """Return the line of one annotation."""
    listed = ",".join(f"{name}={_escaped_property(str(value))}" for name, value in properties.items())
    return f"::{level} {listed}::{_escaped(message)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
