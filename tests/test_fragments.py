"""A piece is judged on its own: what only a whole message can break does not count."""

from __future__ import annotations

import pytest

from tactful.analysis import analyse
from tactful.draft import Context, take_apart
from tactful.fragments import editing_findings, names_no_place, read_fragment, whole_message_rule


def forbid(name, word, severity="error", **keys):
    return {
        "id": name,
        "kind": "forbid",
        "severity": severity,
        "patterns": {"x": word},
        "detect": [{"any": ["x"]}],
        **keys,
    }


@pytest.fixture(scope="module")
def small(make_book):
    return make_book(
        acts={"thanks": ["thank you"], "decline": ["decline"], "withdraw": ["withdraw"]},
        rules=[
            forbid("bad", "awful"),
            forbid("poor", "tired", "warning"),
            forbid("meh", "somewhat", "suggestion"),
            forbid("only-declines", "grim", when={"kind": ["decline"]}),
            {"id": "missing-thanks", "kind": "require", "detect": {"act": "thanks"}},
            {"id": "late-no", "kind": "order", "detect": {"act": "decline", "within": 1}},
            {"id": "both", "kind": "pair", "detect": {"act": "decline", "against": "withdraw"}},
            {"id": "long", "kind": "limit", "detect": {"measure": "words", "at_most": 3}},
            {"id": "many", "kind": "limit", "detect": {"measure": "sentences", "at_most": 1}},
            {"id": "long-sentence", "kind": "limit", "detect": {"measure": "sentence-words", "at_most": 7}},
            {"id": "idle", "kind": "limit", "detect": {"measure": "idle-words", "at_most": 0}},
        ],
    )


def whole(book, text="I decline.", **context):
    return analyse(take_apart(text, Context(**context)), book)


@pytest.mark.parametrize(
    ("rule", "whole_message", "no_place"),
    [
        ("bad", False, False),
        ("missing-thanks", True, True),
        ("late-no", True, True),
        ("both", True, True),
        ("long", True, True),
        ("many", True, True),
        ("long-sentence", True, False),
        ("idle", True, False),
    ],
)
def test_which_rules_look_at_whole_messages_and_which_name_no_place(small, rule, whole_message, no_place):
    assert whole_message_rule(rule, small) is whole_message
    assert names_no_place(rule, small) is no_place


@pytest.mark.parametrize(
    ("piece", "rules"),
    [
        ("We met twice, and then again.", []),
        ("It was awful and somewhat odd.", [("bad", "awful")]),
        ("I was tired.", [("poor", "tired")]),
        ("It was somewhat odd.", []),
        ("One two three four five six seven eight.", []),
        ("", []),
    ],
)
def test_only_errors_and_warnings_of_the_piece_itself_call_for_an_edit(small, piece, rules):
    fragment = read_fragment(piece, whole(small))
    assert [(one.rule, one.text) for one in editing_findings(fragment)] == rules


def test_a_piece_is_read_in_the_circumstances_of_its_message(small):
    decline = read_fragment("It was grim.", whole(small, channel="phone", tone="warm"))
    assert (decline.kind, decline.kind_shown) == ("decline", "other")
    assert (decline.draft.context.channel, decline.draft.context.tone) == ("phone", "warm")
    assert [one.rule for one in editing_findings(decline)] == ["only-declines"]
    withdrawal = read_fragment("It was grim.", whole(small, "I withdraw."))
    assert withdrawal.kind == "withdraw"
    assert editing_findings(withdrawal) == ()
