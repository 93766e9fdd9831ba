"""Findings as the JSON of docs/wire.md."""

from __future__ import annotations

from tactful.cli.formats import Checked
from tactful.wire import check_object, to_json


def render(checked: Checked) -> str:
    """Return the object of the check, indented."""
    return to_json(check_object(checked.report, checked.draft, gate=checked.gate), indent=2) + "\n"
