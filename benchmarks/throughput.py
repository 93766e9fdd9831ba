"""Measures check and compose throughput beside proselint, on the same distinct messages.

Nothing enters; a table of medians over several rounds and the ratios leaves.  Processor time is counted,
since other work on the machine is none of ours.  Run: ``make bench``.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial

from _messages import messages, unseen

import tactful
from tactful import refine
from tactful.api import book_of
from tactful.grammar import corrected

ROUNDS = 5
CHECKED = 1000
COMPOSED = 200
PEER = 20


def rate(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return how many texts a second one core does, the median of several rounds."""
    share = len(texts) // ROUNDS
    rates = []
    for at in range(ROUNDS):
        part = texts[at * share : (at + 1) * share]
        start = time.process_time()
        for text in part:
            work(text)
        rates.append(len(part) / (time.process_time() - start))
    return statistics.median(rates)


def peer() -> Callable[[str], object]:
    """Return proselint's check of one text."""
    from proselint.registry import CheckRegistry  # noqa: PLC0415 - only the benchmark has it
    from proselint.tools import LintFile  # noqa: PLC0415 - only the benchmark has it

    try:
        from proselint.checks import __register__  # noqa: PLC0415 - only the benchmark has it

        CheckRegistry().register_many(__register__)
    except ImportError:
        pass
    return lambda text: LintFile(source="message", content=text).lint()


def main() -> None:
    """Print the table."""
    texts = messages(CHECKED + COMPOSED + PEER)
    words = statistics.mean(len(text.split()) for text in texts)
    tactful.check(texts[0])
    refine(texts[0])
    corrected("I should of told you.", (), book_of(()))  # starts what mends slips
    print(f"{len(texts)} distinct messages, {words:.0f} words on average, one process, one core")
    checked = rate(tactful.check, texts[:CHECKED])
    strange = unseen()
    met_first = rate(tactful.check, strange)
    composed = rate(refine, texts[CHECKED : CHECKED + COMPOSED])
    plain = rate(partial(refine, grammar=False), texts[CHECKED : CHECKED + COMPOSED])
    print(f"tactful check     {checked:10.0f} messages/s")
    print(f"  no sentence twice {met_first:8.0f} messages/s ({len(strange)} messages)")
    print(f"tactful compose   {composed:10.0f} messages/s")
    print(f"  without grammar {plain:10.0f} messages/s")
    try:
        work = peer()
        work(texts[0])
        compared = rate(work, texts[-PEER:])
    except Exception as error:  # noqa: BLE001 - a peer that cannot run must not hide our figures
        print(f"proselint could not run: {error!r}")
        return
    print(f"proselint         {compared:10.0f} messages/s")
    print(f"ratio             {checked / compared:10.1f} (check : proselint)")


if __name__ == "__main__":
    main()
