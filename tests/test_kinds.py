"""The kind of a message follows from its acts; the first kind that fits wins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.draft import KINDS, STAGES, Context
from tactful.kinds import kind_of
from tactful.result import Act
from tactful.text import Span

ACTS = (
    "accept",
    "accepted-other",
    "conditional-yes",
    "decline",
    "feedback-request",
    "follow-up",
    "hint-of-decline",
    "invitation",
    "more-time",
    "negotiate",
    "offer-mentioned",
    "other-matter",
    "reaction",
    "rejects-candidate",
    "reopened",
    "resignation",
    "takes-back-acceptance",
    "thanks",
    "withdraw",
)


def shown(*names: str, stage: str | None = None) -> str:
    return kind_of([Act(name, Span(0, 1)) for name in names], Context(stage=stage))


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ((), "other"),
        (("thanks",), "other"),
        (("decline",), "decline"),
        (("accepted-other",), "decline"),
        (("takes-back-acceptance",), "decline"),
        (("hint-of-decline",), "decline"),
        (("withdraw",), "withdraw"),
        (("accept",), "accept"),
        (("more-time",), "more-time"),
        (("negotiate",), "negotiate"),
        (("conditional-yes",), "negotiate"),
        (("reopened",), "reopened-reply"),
        (("reaction",), "reaction-reply"),
        (("feedback-request",), "feedback-request"),
        (("follow-up",), "follow-up"),
        (("resignation",), "other"),
        (("invitation",), "other"),
        (("other-matter",), "other"),
        (("rejects-candidate",), "other"),
    ],
)
def test_one_act_shows_its_kind(names, kind):
    assert shown(*names) == kind


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        pytest.param(("accept", "decline"), "decline", id="a yes beside a no is no acceptance"),
        pytest.param(("accept", "accepted-other"), "accept", id="another employer's yes counts for nothing"),
        pytest.param(("decline", "more-time", "negotiate"), "decline", id="a no comes before what is asked"),
        pytest.param(("more-time", "negotiate"), "more-time", id="time comes before terms"),
        pytest.param(("negotiate", "hint-of-decline"), "negotiate", id="terms come before a hint"),
        pytest.param(("reopened", "decline"), "decline", id="an answer to the next move: a no"),
        pytest.param(("reopened", "accept"), "accept", id="an answer to the next move: a yes"),
        pytest.param(
            ("follow-up", "hint-of-decline"), "follow-up", id="a question about the state of things"
        ),
        pytest.param(("follow-up", "more-time"), "more-time", id="a follow-up that asks for more than news"),
        pytest.param(("follow-up", "offer-mentioned"), "follow-up", id="a follow-up about an offer"),
        pytest.param(("withdraw", "takes-back-acceptance"), "decline", id="an acceptance taken back"),
        pytest.param(("withdraw", "offer-mentioned"), "decline", id="withdrawing after an offer declines it"),
        pytest.param(("decline", "withdraw"), "withdraw", id="a withdrawal that says no twice"),
        pytest.param(("rejects-candidate", "decline"), "other", id="the employer's own refusal"),
        pytest.param(
            ("rejects-candidate", "accepted-other"), "decline", id="a refusal quoted by the candidate"
        ),
        pytest.param(("rejects-candidate", "withdraw"), "withdraw", id="a refusal beside a withdrawal"),
        pytest.param(("resignation", "decline"), "other", id="a resignation"),
        pytest.param(
            ("resignation", "decline", "offer-mentioned"), "decline", id="beside an offer it is none"
        ),
        pytest.param(("other-matter", "withdraw"), "withdraw", id="a withdrawal is never another matter"),
    ],
)
def test_of_several_acts_the_first_that_fits_wins(names, kind):
    assert shown(*names) == kind


@pytest.mark.parametrize(
    ("stage", "names", "kind"),
    [
        ("applied", ("decline",), "withdraw"),
        ("interviewed", ("decline",), "withdraw"),
        ("interviewed", ("accepted-other",), "withdraw"),
        ("offered", ("withdraw",), "decline"),
        ("accepted", ("withdraw",), "decline"),
        ("applied", ("accept",), "accept"),
        ("offered", ("more-time",), "more-time"),
    ],
)
def test_the_stage_tells_a_decline_from_a_withdrawal_and_nothing_else(stage, names, kind):
    assert shown(*names, stage=stage) == kind


@given(st.lists(st.sampled_from(ACTS), max_size=6), st.sampled_from((None, *STAGES)), st.randoms())
def test_every_set_of_acts_has_one_kind_whatever_their_order(names, stage, chance):
    kind = shown(*names, stage=stage)
    assert kind in KINDS
    turned = list(names)
    chance.shuffle(turned)
    assert shown(*turned, *names, stage=stage) == kind


@given(st.sets(st.sampled_from(ACTS)))
def test_a_plain_no_is_never_read_as_a_yes(names):
    assert shown("decline", *names) != "accept"
