"""Small suites on disk, and runs made of them."""

from __future__ import annotations

from textwrap import dedent

import pytest

SMALL = """\
suite: small
describe: Three cases.
bars: {kept: 0.5, "rule:blame": 1.0}
cases:
  - id: small-1
    draft: |-
      Hi Priya,

      thx for the offer but no, your interview was a circus. I decline.

      Sam
    expect: {decision: decline, keep: ["Priya"], drop: ["circus"]}
    labels: {voice: nurse}
  - id: small-1.warm
    source: small-1
    draft: |-
      Hi Priya,

      thx for the offer but no, your interview was a circus. I decline.

      Sam
    context: {tone: formal}
    expect: {decision: decline, tone: {formality: up}}
  - id: small-2
    draft: Your process was a mess.
    fragment: true
    expect: {rules: {blame: found, sarcasm: clean}}
"""


@pytest.fixture
def write_suite(tmp_path):
    """Write a suite file and return its path."""

    def write(text: str = SMALL, name: str = "small"):
        path = tmp_path / "suites" / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
        return path

    return write
