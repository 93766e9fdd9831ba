"""Loose option values become a context, or one line that says what is wrong."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.draft.context import CHANNELS, KINDS, STAGES, TONES, Context
from tactful.errors import OptionError
from tactful.options import context_from

NAMES = (
    "kind, channel, tone, to, from, sender, role, company, negotiable, offered-on, answer-on, today, rounds, "
)
NAMES += "via-recruiter, stage"


def test_nothing_given_is_nothing_known():
    assert context_from({}) == Context()
    assert context_from(dict.fromkeys(("kind", "to", "today", "rounds"))) == Context()


def test_everything_given():
    context = context_from(
        {
            "kind": "decline",
            "channel": "phone",
            "tone": "warm",
            "to": " Ms  Rivera ",
            "from": "Sam",
            "role": "Analyst",
            "company": "23andMe",
            "negotiable": ["salary", "title"],
            "offered-on": "2026-01-02",
            "answer_on": "2026-01-05",
            "today": date(2026, 1, 3),
            "rounds": 3,
            "via-recruiter": False,
            "stage": "offered",
        }
    )
    assert context == Context(
        kind="decline",
        channel="phone",
        tone="warm",
        to="Ms Rivera",
        sender="Sam",
        role="Analyst",
        company="23andMe",
        negotiable=("salary", "title"),
        offered_on=date(2026, 1, 2),
        answer_on=date(2026, 1, 5),
        today=date(2026, 1, 3),
        rounds=3,
        via_recruiter=False,
        stage="offered",
    )


def test_one_negotiable_term_may_stand_alone():
    assert context_from({"negotiable": "salary"}).negotiable == ("salary",)


def test_a_letter_to_a_recruiter_goes_by_a_recruiter():
    assert context_from({"channel": "recruiter"}).via_recruiter is True
    assert context_from({"channel": "recruiter", "via_recruiter": False}).via_recruiter is False
    assert context_from({"channel": "email"}).via_recruiter is None


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"knd": "decline"}, "There is no option 'knd'; did you mean 'kind'?"),
        ({"offered_by": "x"}, "There is no option 'offered_by'; did you mean 'offered-on'?"),
        ({"xyzzy": None}, f"There is no option 'xyzzy'; the options are {NAMES}."),
        ({"kind": "yes"}, f"kind is 'yes'; choose one of {', '.join(KINDS)}."),
        ({"channel": "fax"}, f"channel is 'fax'; choose one of {', '.join(CHANNELS)}."),
        ({"tone": "rude"}, f"tone is 'rude'; choose one of {', '.join(TONES)}."),
        ({"stage": "late"}, f"stage is 'late'; choose one of {', '.join(STAGES)}."),
        ({"to": ""}, "to is ''; give some text."),
        ({"to": 3}, "to is 3; give some text."),
        ({"kind": ["decline"]}, "kind is ['decline']; give some text."),
        ({"negotiable": ["salary", 3]}, "negotiable is 3; give some text."),
        ({"rounds": "3"}, "rounds is '3'; give a whole number."),
        ({"rounds": True}, "rounds is True; give a whole number."),
        ({"rounds": -1}, "rounds is -1; give 0 or more."),
        ({"via-recruiter": "yes"}, "via-recruiter is 'yes'; give true or false."),
        ({"today": "tomorrow"}, "today is 'tomorrow'; give a date as YYYY-MM-DD."),
        ({"answer_on": 20260101}, "answer_on is 20260101; give a date as YYYY-MM-DD."),
    ],
)
def test_mistake(options, message):
    with pytest.raises(OptionError) as caught:
        context_from(options)
    assert str(caught.value) == message


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=3,
)


@given(st.dictionaries(st.sampled_from(NAMES.split(", ")) | st.text(max_size=8), VALUES, max_size=3))
def test_whatever_is_given_is_a_context_or_an_option_error(options):
    try:
        context = context_from(options)
    except OptionError as error:
        message = str(error)
        assert message
        assert "\n" not in message.replace("\\n", "")
    else:
        assert isinstance(context, Context)
