"""Scores which way a tone moved a text, against the same draft refined in its own tone.

A case, its record and the record to measure against enter; scores leave, named ``tone:MEASURE``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tactful.evals.record import Record, Score
from tactful.evals.scorers.expectations import verdict
from tactful.evals.suite import Case
from tactful.text import fold, words

# A measure that moves by less than this share has stayed the same.
_STILL = 0.03
_CASUAL = re.compile(
    r"\w'(?:t|s|re|ve|ll|d|m)\b|!|\b(?:hi|hey|thanks|ok|okay|got|get|a lot|really|just|so much|cheers|bye)\b"
)
_WARM = re.compile(
    r"\b(?:thank\w*|grateful\w*|appreciat\w*|enjoy\w*|pleasure|glad|happy|kind\w*|warm\w*|generous\w*|hope|"
    r"wish\w*|best|lovely|wonderful|truly|sincere\w*|touched|delight\w*)\b"
)


def tone(case: Case, record: Record, reference: Record | None) -> Iterator[Score]:
    """Score each measure that the case expects to move."""
    for measure, way in case.expect.tone.items():
        name = f"tone:{measure}"
        if reference is None or not reference.released:
            yield Score(
                name, "not-scored", note="there is no text in the draft's own tone to measure against"
            )
        elif not record.released:
            yield Score(name, "not-applicable")
        else:
            before, after = measured(measure, reference.text), measured(measure, record.text)
            note = f"{before:.2f} became {after:.2f}"
            yield verdict(name, holds=_moved(before, after) == way, note=note)


def _moved(before: float, after: float) -> str:
    if abs(after - before) <= _STILL * max(abs(before), abs(after)):
        return "same"
    return "up" if after > before else "down"


def measured(measure: str, text: str) -> float:
    """Return a measure of a text: its length in words, or how formal or warm its words are.

    ``formality`` is the mean length of a word less a tenth of the casual marks in 100 words; ``warmth``
    is the number of warm words.
    """
    found = words(text)
    if measure == "length" or not found:
        return float(len(found))
    folded = fold(text)
    if measure == "warmth":
        return float(len(_WARM.findall(folded)))
    casual = 100 * len(_CASUAL.findall(folded)) / len(found)
    return sum(map(len, found)) / len(found) - casual / 10
