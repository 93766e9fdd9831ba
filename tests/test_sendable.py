"""``objections``: every reason not to send a text, and none where there is none."""

from __future__ import annotations

from typing import Any

import pytest

import tactful
from tactful.errors import InputError, OptionError
from tactful.sendable import Demand, Objection, objections

DRAFT = (
    "Hi Priya,\n\nYour interview was a farce. I decline the analyst offer. "
    "Please send my portfolio back.\n\nSam"
)
GOOD = (
    "Hi Priya,\n\nThank you for the offer. I decline the analyst offer. Please send my portfolio back. "
    "I wish you all the best.\n\nSam"
)
ANY = Demand()


def about(found):
    return [(one.about, one.rule) for one in found]


def test_a_good_text_has_none():
    assert objections(GOOD, ANY) == ()
    assert objections(GOOD, ANY, DRAFT) == ()


def test_what_refine_releases_has_none():
    assert objections(tactful.refine(DRAFT).text, ANY, DRAFT) == ()


def test_the_rules_object_with_message_and_advice():
    found = objections(DRAFT, ANY)
    assert about(found) == [
        ("rules", "missing-thanks"),
        ("rules", "rude-language"),
        ("rules", "missing-goodwill"),
    ]
    assert str(found[1]) == (
        "rude-language: This is rude: «Your interview was a farce». "
        "Take the insult out and say plainly that you decline."
    )


def test_a_draft_that_comes_back_as_it_was_has_neither_added_nor_lost_anything():
    assert objections(DRAFT, ANY, DRAFT) == objections(DRAFT, ANY)


def test_what_the_draft_does_not_say_is_added():
    found = objections(GOOD.replace("I wish", "I graduated from Oxford. I wish"), ANY, DRAFT)
    assert {one.about for one in found} == {"added"}
    assert Objection("added", "the draft does not say: «Oxford» (place).") in found


def test_what_goes_without_a_reason_is_lost():
    found = objections(GOOD.replace("Please send my portfolio back. ", ""), ANY, DRAFT)
    assert found == (
        Objection("lost", "the text leaves out without a reason: «Please send my portfolio back.» (words)."),
    )


def test_a_decision_that_turned_is_one():
    found = objections(GOOD.replace("I decline", "I accept"), ANY, DRAFT)
    assert Objection("decision", "the decision turned into a yes") in found


def test_the_gate_says_what_counts():
    mild = GOOD.replace("best.", "best 😊")
    assert objections(mild, ANY) == ()
    assert about(objections(mild, Demand(gate="suggestion"))) == [("rules", "emoji")]


def test_context_counts_and_python_may_spell_from_with_a_line():
    late = {"offered_on": "2026-01-01", "today": "2026-02-01", "from_": "Sam"}
    assert about(objections(GOOD, Demand(context=late))) == [("rules", "missing-apology")]


def test_a_text_that_cannot_be_read_fails_in_every_aspect():
    assert [one.about for one in objections(" ", ANY, DRAFT)] == ["rules", "decision", "added", "lost"]
    assert objections(" ", ANY) == (Objection("rules", "the text cannot be read as a message (empty)."),)


def test_a_draft_that_cannot_be_read_is_an_error_of_the_user():
    with pytest.raises(InputError, match="The draft is empty"):
        objections(GOOD, ANY, "")


def test_a_gate_that_does_not_exist_is_refused():
    gate: Any = "fatal"
    with pytest.raises(OptionError, match="fail_on is 'fatal'; choose one of error, warning, suggestion"):
        Demand(gate=gate)


def test_a_pack_of_rules_is_laid_over_the_book(tmp_path):
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "pack.yaml").write_text("off: {missing-goodwill: Not asked for here.}\n", encoding="utf-8")
    cold = GOOD.replace(" I wish you all the best.", "")
    assert about(objections(cold, ANY)) == [("rules", "missing-goodwill")]
    assert objections(cold, Demand(rules=(folder,))) == ()
