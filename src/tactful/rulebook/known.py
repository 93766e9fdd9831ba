"""Checks that a rule speaks of things that exist: kinds, channels, measures, transforms.

A rule file enters; nothing leaves, or a ``FileError`` with the nearest word that does exist.  A
word that nothing answers to would make a rule silent, and silence reads as «all is well».
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from tactful.draft.context import CHANNELS, KINDS, STAGES, TONES
from tactful.rulebook.files import Loaded
from tactful.rulebook.schema import ActDetect, Detect, MeasureDetect, When
from tactful.rulebook.source import Location

# What the checks and the mends know; tests hold these against them.
MEASURES = (
    "words",
    "sentences",
    "sentence-words",
    "clauses-with",
    "parts-with",
    "sentences-with",
    "words-with",
    "explaining-words",
    "readability",
    "idle-words",
    "quarrel-beside-findings",
    "idle-fragments",
)
# Those whose «of» is a tag or an act.
OF_A_TAG = ("clauses-with", "parts-with", "sentences-with", "words-with")
TRANSFORMS = ("sentence-case", "calm-shouting", "calm-punctuation", "drop-pictographs", "drop")
_CONTEXT = {"kind": KINDS, "channel": CHANNELS, "tone": TONES, "stage": STAGES}


def check_rule(one: Loaded, detect: tuple[Detect, ...] | ActDetect | MeasureDetect) -> None:
    """Raise ``FileError`` where a rule names something that does not exist."""
    _check_when(one, one.model.when, ("when",))
    for name in one.model.transform:
        _require(one, ("transform",), name, TRANSFORMS, "transform")
    if isinstance(detect, MeasureDetect):
        _check_measure(one, detect)
    elif isinstance(detect, ActDetect):
        _check_acts(one, detect)
    else:
        for at, block in enumerate(detect):
            _check_when(one, block.when, ("detect", at, "when"))


def check_brackets(lexicon: Loaded) -> None:
    """Raise ``FileError`` where an entry of a lexicon has a bracket without its partner."""
    for at, word in enumerate(lexicon.model.words):
        depth = 0
        for character in word:
            depth += (character == "(") - (character == ")")
            if depth < 0:
                break
        if depth:
            mend = "Close the bracket, and put quotes around an entry that holds a comma."
            raise lexicon.error(("words", at), f"the entry {word!r} has a bracket without its partner", mend)


def _check_when(one: Loaded, when: When, place: Location) -> None:
    for name, known in _CONTEXT.items():
        for value in getattr(when, name):
            _require(one, (*place, name), value, known, name)
    for at, inner in enumerate(when.either):
        _check_when(one, inner, (*place, "either", at))


def _check_measure(one: Loaded, detect: MeasureDetect) -> None:
    _require(one, ("detect", "measure"), detect.measure, MEASURES, "measure")
    for name in ("at_most", "at_least"):
        bound = getattr(detect, name)
        for channel in bound if isinstance(bound, dict) else ():
            _require(one, ("detect", name), channel, (*CHANNELS, "default"), "channel")


def _check_acts(one: Loaded, detect: ActDetect) -> None:
    if one.model.kind == "order" and detect.within is None:
        raise one.error(("detect",), "an order rule needs 'within'", "Say within how many sentences.")
    if one.model.kind == "pair" and not detect.against:
        raise one.error(("detect",), "a pair rule needs 'against'", "Name the acts that exclude each other.")


def _require(one: Loaded, place: Location, value: str, known: Iterable[str], what: str) -> None:
    listed: Sequence[str] = tuple(known)
    if value not in listed:
        close = get_close_matches(value, listed, n=1)
        mend = f"Did you mean {close[0]!r}?" if close else f"There are {', '.join(listed)}."
        raise one.error(place, f"there is no {what} {value!r}", mend)
