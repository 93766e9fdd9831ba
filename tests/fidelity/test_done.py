"""A rewrite may not claim as done what the draft only promises."""

from __future__ import annotations

import pytest

from tactful.fidelity.done import claims_done


@pytest.mark.parametrize(
    ("said", "draft"),
    [
        ("i sent the badge back by post.", "i return the badge by post on wednesday."),
        ("i have already returned the keys.", "the keys: i'll drop them on friday."),
        ("the laptop has been handed in at reception.", "i will hand the laptop in."),
    ],
)
def test_a_promise_is_no_deed(said, draft):
    assert claims_done(said, draft)


@pytest.mark.parametrize(
    ("said", "draft"),
    [
        ("i sent the badge back by post.", "i've posted the badge."),
        ("i have left the keys with the porter.", "keys are with the porter."),
        ("i have returned the form.", "form is in the post."),
        ("i returned the jacket.", "jacket: already returned"),
        ("i will send the badge back.", "i return the badge by post on wednesday."),
    ],
)
def test_a_deed_that_the_draft_tells_may_be_told(said, draft):
    assert not claims_done(said, draft)
