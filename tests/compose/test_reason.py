"""A reason is told in plain words only where the draft gave it as one."""

from __future__ import annotations

import pytest

import tactful

_DRAFT = """Dear Ms Kuhn,

I will not take the job of welder at Nordhavn Yard. {said}

Best,
Tim Roth
"""


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("Your pay is an insult.", "The pay is below what I need."),
        ("Who could live on such laughable wages?", "The pay is below what I need."),
    ],
)
def test_what_is_judged_becomes_a_plain_reason(said, reason):
    assert reason in tactful.refine(_DRAFT.format(said=said)).text


@pytest.mark.parametrize(
    "said",
    [
        "You people made me sit a test of four hours and nobody ever looked at it.",
        "My cousin's mates know where the yard is, so watch out.",
        "After what happened on the 9th you can forget it.",
        "Your foreman lied to my face about the salary.",
        "You clowns, it is certainly not the money.",
    ],
)
def test_what_is_only_mentioned_becomes_none(said):
    result = tactful.refine(_DRAFT.format(said=said))
    assert result.released
    assert result.ledger.neutralised == ()
