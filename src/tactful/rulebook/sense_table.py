"""Reads and writes the table of weights that belongs to a file of senses.

A checked sense file with its table enters; its compiled JSON leaves.  A row is a word or a pair of
words and a whole number for each sense, parted by tabs; the row ``(bias)`` holds what no word decides,
a row ``@name`` what a word of that lexicon does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tactful.errors import FileError
from tactful.rulebook.files import Loaded
from tactful.rulebook.senses import FIELD_BITS, pack

BIAS = "(bias)"
# Before the name of a lexicon: the weight of having a word of it.
OF_LEXICON = "@"
# An expression that no text fulfils: the tag of a sense is set by weights, not by a search.
NEVER = r"\b\B"
# The most that a weight may count, so that the sum of a long sentence stays within its field.
MOST_WEIGHT = (1 << (FIELD_BITS - 1)) // 1000


def compile_senses(one: Loaded, lexicons: Mapping[str, int]) -> dict[str, Any]:
    """Return the compiled senses; ``lexicons`` are tags by name.  Raises ``FileError``."""
    names = list(one.model.senses)
    table = read_table(one.path.parent / one.model.weights, names)
    named = {word: table.pop(word) for word in list(table) if word.startswith(OF_LEXICON)}
    return {
        "names": names,
        "bias": table.pop(BIAS, 0),
        "weights": table,
        "of_tag": [[lexicons[word[1:]], weight] for word, weight in named.items() if word[1:] in lexicons],
        "tags": [
            {"name": name, "of": list(tag.of), "at_least": tag.at_least, "at_most": tag.at_most}
            for name, tag in one.model.tags.items()
        ],
    }


def read_table(path: Path, names: Sequence[str]) -> dict[str, int]:
    """Return the packed weights of each word of a table; raises ``FileError``."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(str(path), 1, f"the table cannot be read ({error})", "Run make senses.") from error
    if not lines or lines[0].split("\t")[1:] != list(names):
        mend = f"Let it begin with: word, {', '.join(names)}."
        raise FileError(str(path), 1, "the columns are not the senses of the sense file", mend)
    table: dict[str, int] = {}
    for number, line in enumerate(lines[1:], start=2):
        word, *weights = line.split("\t")
        table[word] = pack(_weights(path, number, weights, len(names)))
    return table


def _weights(path: Path, number: int, written: Sequence[str], count: int) -> list[int]:
    try:
        weights = [int(weight or "0") for weight in written]
    except ValueError:
        weights = []
    if len(weights) != count or any(abs(weight) > MOST_WEIGHT for weight in weights):
        problem = f"the row needs {count} whole numbers, none beyond {MOST_WEIGHT}"
        raise FileError(str(path), number, problem, "Run make senses.")
    return weights


def table_text(names: Sequence[str], rows: Mapping[str, Iterable[int]]) -> str:
    """Return the text of a table, sorted by word; a weight of 0 is left blank."""
    lines = ["\t".join(("word", *names))]
    lines += ["\t".join((word, *(str(weight or "") for weight in rows[word]))) for word in sorted(rows)]
    return "\n".join(lines) + "\n"
