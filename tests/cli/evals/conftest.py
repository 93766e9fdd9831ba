"""A folder with a suite in it."""

from __future__ import annotations

import re

import pytest

SMALL = """\
suite: small
describe: Three cases.
bars: {kept: 0.5, "rule:blame": 1.0}
cases:
  - id: small-1
    draft: |-
      Hi Priya,

      thx for the offer but no, your process was a mess. I decline.

      Sam
    expect: {decision: decline, keep: ["Priya"], drop: ["mess"]}
    labels: {voice: nurse}
  - id: small-1.formal
    source: small-1
    draft: |-
      Hi Priya,

      thx for the offer but no, your process was a mess. I decline.

      Sam
    context: {tone: formal}
    expect: {decision: decline, tone: {formality: up}}
  - id: small-2
    draft: Your process was a mess.
    fragment: true
    expect: {rules: {blame: found, sarcasm: clean}}
  - id: small-3
    draft: Ich nehme Ihr freundliches Angebot leider nicht an, denn der Weg ist mir viel zu weit.
    expect: {decision: other}
"""


@pytest.fixture
def suite(tmp_path):
    """Write the suite where it is found by its name."""
    path = tmp_path / "evals" / "suites" / "small.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def without_times():
    """Return a function that takes the milliseconds out of a table."""

    def clean(text: str) -> str:
        return re.sub(r" +(?:\d+|ms)$", "", text, flags=re.MULTILINE)

    return clean
