"""Require, order and pair rules: what is missing is found where it belongs."""

from __future__ import annotations

import pytest

from tactful.analysis import analyse
from tactful.checks.message import order, pair, require
from tactful.draft import Context, take_apart

ACTS = {"thanks": ["thank you"], "decline": ["decline"], "accept": ["accept"], "reason": ["because"]}
CHECKS = {"require": require, "order": order, "pair": pair}


@pytest.fixture
def found(make_book):
    def find(text, kind, **detect):
        rule = {"id": "rule", "kind": kind, "detect": detect}
        book = make_book(acts=ACTS, lexicons={"badge": ["badge"]}, rules=[rule])
        analysis = analyse(take_apart(text, Context()), book)
        return [(one.text, tuple(one.span)) for one in CHECKS[kind](book.rules[0], analysis)]

    return find


class TestRequire:
    TEXT = "Dear Anna,\n\nWe met. I decline.\n\nTom"

    def test_is_silent_where_one_of_the_acts_is_there(self, found):
        assert found(self.TEXT, "require", act=["thanks", "decline"]) == []

    def test_is_silent_where_one_clause_has_a_tag(self, found):
        assert found("I return the badge.", "require", act="thanks", tag="badge") == []

    def test_a_tag_outside_the_body_does_not_count(self, found):
        assert found("Subject: badge\n\nWe met.", "require", tag="badge") != []

    @pytest.mark.parametrize(("place", "at"), [("start", 12), ("end", 30), ("after-thanks", 12)])
    def test_what_is_missing_is_an_empty_span_where_it_belongs(self, found, place, at):
        assert found(self.TEXT, "require", act="reason", place=place) == [("", (at, at))]

    def test_it_may_belong_behind_the_thanks(self, found):
        text = "We met. Thank you. I decline."
        assert found(text, "require", act="reason", place="after-thanks") == [("", (18, 18))]

    def test_a_postscript_is_not_the_end(self, found):
        text = "We met.\n\nKind regards,\nTom\n\nP.S. Bye now."
        assert found(text, "require", act="reason", place="end") == [("", (7, 7))]

    def test_without_a_body_it_belongs_where_the_body_would_be(self, found):
        assert found("", "require", act="thanks") == [("", (0, 0))]


class TestPair:
    def test_finds_the_first_act_that_excludes_the_other(self, found):
        assert found("I decline. I accept. I accept it.", "pair", act="decline", against="accept") == [
            ("I accept.", (11, 20))
        ]

    @pytest.mark.parametrize("text", ["I decline.", "I accept.", "We met."])
    def test_one_of_them_alone_is_fine(self, found, text):
        assert found(text, "pair", act="decline", against="accept") == []


class TestOrder:
    def test_an_act_within_the_bound_is_fine(self, found):
        text = "We met there on Monday. I decline. We spoke of many things."
        assert found(text, "order", act="decline", within=2) == []

    def test_an_act_behind_the_bound_is_found_as_its_sentence(self, found):
        text = "We met there on Monday. We spoke of many things. I decline. I decline."
        assert found(text, "order", act="decline", within=2) == [("I decline.", (49, 59))]

    def test_acts_that_may_come_first_do_not_count(self, found):
        text = "Thank you for the day. We met there on Monday. I decline."
        assert found(text, "order", act="decline", within=2, after="thanks") == []
        assert found(text, "order", act="decline", within=2) == [("I decline.", (47, 57))]

    @pytest.mark.parametrize("line", ["Main Street 12", "Well now.", "We walked down Main Street"])
    def test_lines_that_tell_nothing_do_not_count(self, found, line):
        assert found(f"{line}\n\nI decline.", "order", act="decline", within=1) == []

    def test_without_the_act_there_is_nothing_to_bury(self, found):
        assert found("We met there on Monday. We met.", "order", act="decline", within=1) == []
