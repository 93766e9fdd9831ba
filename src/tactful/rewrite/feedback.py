"""What a model is told about a version that failed: few lines, however much failed.

Remarks on a message or on its numbered sentences enter; lines leave, with what is personal masked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tactful.analysis import Analysis
from tactful.rewrite.mask import Mask
from tactful.text import Span

# A model loses sight of more.
MOST_LINES = 12
MOST_QUOTES = 4


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is wrong with a sentence or a message, for whoever rewrites.

    ``quote`` are the words in question, in the text ``said_in``; a model reads them masked.
    """

    about: str
    quote: str
    said_in: Analysis
    why: str
    advice: str


def feedback(remarks: Iterable[tuple[int | None, Remark]], mask: Mask) -> str:
    """Return a line for each thing that is wrong; ``None`` stands for the number of the whole message.

    What is wrong in the same way is said once, with all its places and its first quotes.
    """
    places: dict[tuple[str, str], dict[str, None]] = {}
    quotes: dict[tuple[str, str], dict[str, None]] = {}
    for number, remark in remarks:
        same = (remark.about, f"{remark.why} {remark.advice}".strip())
        places.setdefault(same, {}).update({} if number is None else {str(number): None})
        quotes.setdefault(same, {}).update(dict.fromkeys(_quoted(remark, mask)))
    lines = [
        f"- {_start(places[same])}({same[0]}){_listed(quotes[same])} {same[1]}"
        for same in list(places)[:MOST_LINES]
    ]
    return "\n".join(lines)


def _start(places: Iterable[str]) -> str:
    numbers = ", ".join(places)
    return f"{numbers}: " if numbers else ""


def _listed(quotes: Iterable[str]) -> str:
    told = ", ".join(f"«{quote}»" for quote in list(quotes)[:MOST_QUOTES])
    return f" {told}:" if told else ""


def _quoted(remark: Remark, mask: Mask) -> tuple[str, ...]:
    """Return the quote, masked; one that is not found is left out, since it cannot be masked."""
    start = remark.said_in.draft.text.find(remark.quote) if remark.quote else -1
    if start < 0:
        return ()
    span = Span(start, start + len(remark.quote))
    return (" ".join(mask.hide_all_but(remark.said_in, span).split()),)
