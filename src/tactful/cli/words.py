"""Shows which words changed: two texts enter, one text with marks leaves."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from tactful.cli.output import Paint

_WORD_AND_GAP = re.compile(r"(\S+)(\s*)")


def word_diff(before: str, after: str, paint: Paint) -> str:
    """Return the later text with [-removed-] and {+new+} words; its own line ends are kept."""
    old = _WORD_AND_GAP.findall(before)
    new = _WORD_AND_GAP.findall(after)
    matcher = SequenceMatcher(None, [word for word, _ in old], [word for word, _ in new], autojunk=False)
    shown = ""
    gap = ""
    for what, start, end, new_start, new_end in matcher.get_opcodes():
        if end > start and what != "equal":
            opens_line = what == "replace" or (start > 0 and "\n" in old[start - 1][1])
            lead = gap if opens_line else " " * bool(shown)
            shown += lead + paint(f"[-{_joined(old[start:end])}-]", "red")
            gap = (" " if what == "replace" else old[end - 1][1] or " ") if opens_line else gap or " "
        if new_end > new_start:
            run = _joined(new[new_start:new_end])
            shown += gap + (run if what == "equal" else paint(f"{{+{run}+}}", "green"))
            gap = new[new_end - 1][1]
    return shown


def _joined(words: list[tuple[str, str]]) -> str:
    """Return words with the gaps between them."""
    return "".join(word + gap for word, gap in words).rstrip()
