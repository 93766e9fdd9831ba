"""Which words say what others say: the table of WordNet's synonyms and wider words, read when first asked.

The root of a word enters; the roots leave that say the same, or more.
"""

from __future__ import annotations

from functools import cache, lru_cache

from tactful.assets import asset

_FILE = "rules/lexicons/fact-entailed-words.txt"


@lru_cache(maxsize=4096)
def entailing(root: str) -> frozenset[str]:
    """Return the roots that say at least what this one says: whoever said one of them said this."""
    alike, _, more = _lines().get(root, "").partition("|")
    return frozenset((*alike.split(), *more.split()))


@cache
def _lines() -> dict[str, str]:
    _, _, table = asset(_FILE).read_text(encoding="utf-8").partition("\n\n")
    return dict(line.split("|", 1) for line in table.splitlines())
