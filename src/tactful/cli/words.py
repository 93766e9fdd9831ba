"""Shows which words changed: two texts enter, one text with marks leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from tactful.cli.output import Paint

_PIECE = re.compile(r"\s+|[^\s]+")


def word_diff(before: str, after: str, paint: Paint) -> str:
    """Return the later text with [-removed-] and {+new+} words."""
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    return "".join(_pieces(old, new, paint))


def _pieces(old: list[str], new: list[str], paint: Paint) -> Iterator[str]:
    for what, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield "".join(old[start:end])
            continue
        removed, put = "".join(old[start:end]), "".join(new[new_start:new_end])
        if removed.strip():
            yield paint(f"[-{removed.strip()}-]", "red")
        if put.strip():
            lead = put[: len(put) - len(put.lstrip())] or (" " if removed.strip() else "")
            tail = put[len(put.rstrip()) :]
            yield lead + paint(f"{{+{put.strip()}+}}", "green") + tail
        elif put or not removed.strip():
            yield put
        else:
            yield removed[len(removed.rstrip()) :]
