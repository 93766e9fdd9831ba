"""An analysis holds what was read: acts, facts, kind, and whether the answer is late."""

from __future__ import annotations

from datetime import date

import pytest

from tactful.analysis import LATE_AFTER_DAYS, analyse
from tactful.draft import Context, take_apart


@pytest.fixture(scope="module")
def small(make_book):
    return make_book(
        acts={"decline": ["decline"], "late-reply": ["so late"], "takes-back-acceptance": ["take back"]}
    )


def read(text, book, **context):
    return analyse(take_apart(text, Context(**context)), book)


def test_what_was_read_is_told_in_the_order_of_the_text(book):
    analysis = read("Dear Anna,\n\nThank you for the offer. I must decline it.\n\nTom Abara", book)
    assert [act.act for act in analysis.acts if act.act in {"thanks", "decline"}] == ["thanks", "decline"]
    assert {"thanks", "decline"} <= analysis.act_names
    assert [(fact.type, fact.text) for fact in analysis.facts] == [
        ("person", "Anna"),
        ("person", "Tom Abara"),
    ]
    assert (analysis.kind, analysis.kind_shown) == ("decline", "decline")


def test_the_kind_of_the_context_comes_first_and_what_is_shown_stays_known(small):
    analysis = read("I decline.", small, kind="negotiate")
    assert (analysis.kind, analysis.kind_shown) == ("negotiate", "decline")


OFFERED = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("context", "late"),
    [
        pytest.param({}, False, id="nothing is known"),
        pytest.param(
            {"offered_on": OFFERED, "today": date(2026, 3, 4 + LATE_AFTER_DAYS)}, False, id="in time"
        ),
        pytest.param(
            {"offered_on": OFFERED, "today": date(2026, 3, 5 + LATE_AFTER_DAYS)}, True, id="a day over"
        ),
        pytest.param({"answer_on": OFFERED, "today": OFFERED}, False, id="on the day"),
        pytest.param({"answer_on": OFFERED, "today": date(2026, 3, 5)}, True, id="past the day"),
        pytest.param(
            {"offered_on": OFFERED, "answer_on": date(2026, 3, 30), "today": date(2026, 3, 20)},
            False,
            id="the day that was agreed on counts",
        ),
        pytest.param({"stage": "accepted"}, True, id="an acceptance is taken back"),
        pytest.param({"stage": "offered"}, False, id="offered only"),
    ],
)
def test_dates_and_stage_tell_whether_an_answer_is_late(small, context, late):
    assert read("I decline.", small, **context).late is late


@pytest.mark.parametrize("text", ["Sorry to answer so late. I decline.", "I take back my word."])
def test_the_text_itself_may_say_that_it_is_late(small, text):
    assert read(text, small).late is True


def test_without_a_day_told_today_is_today(small):
    assert read("I decline.", small, answer_on=date(2000, 1, 1)).late is True
    assert read("I decline.", small, answer_on=date(9000, 1, 1)).late is False
