"""A sentence without a finding stays; one with a finding is mended, cut to its good clauses, or dropped."""

from __future__ import annotations

import pytest

from tactful.analysis import analyse
from tactful.compose.edit import edit_sentence
from tactful.draft import Context, take_apart
from tactful.lint import findings_of
from tactful.result import Finding
from tactful.text import Span


@pytest.fixture(scope="module")
def small(make_book):
    def forbid(name, words, severity="error", **keys):
        return {
            "id": name,
            "kind": "forbid",
            "severity": severity,
            "patterns": {"x": words},
            "detect": [{"any": ["x"]}],
            **keys,
        }

    return make_book(
        acts={
            "thanks": ["thank you", "thanks"],
            "decline": ["decline"],
            "reason": ["because"],
            "request": ["send me"],
            "hint-of-decline": ["not sure"],
        },
        lexicons={
            "fact-not-words": ["qqx"],
            "fact-function-words": ["the", "is", "but", "i"],
            "topic-pay": ["pay"],
            "topic-place": ["bergen"],
        },
        rules=[
            forbid("bad", ["awful", "idiot"]),
            forbid("rude-pay", "insult", carries_reason=True),
            forbid("meh", "somewhat", "suggestion"),
            forbid("texting-style", ["thx", "lol"], "warning", replace=[{"find": "thx", "with": "thanks"}]),
            forbid("no-way", "zap", transform=["drop"]),
            forbid("note-form", "zqx"),
            forbid(
                "tone",
                "glad",
                when={"tone": ["formal"]},
                severity="suggestion",
                replace=[{"find": "glad", "with": "pleased"}],
            ),
        ],
    )


def edited(text, book, index=0, **context):
    analysis = analyse(take_apart(text, Context(**context)), book)
    edit = edit_sentence(analysis, index, findings_of(analysis))
    return [(one.text, one.making) for one in edit.pieces], edit.topics, edit.rules


@pytest.mark.parametrize("text", ["We met on Monday, but I decline.", "It was somewhat late.", "i decline"])
def test_without_a_finding_or_with_a_suggestion_it_stays(small, text):
    assert edited(text, small) == ([(text, "own")], (), ())


def test_the_acts_and_the_part_of_a_sentence_go_with_it(small):
    text = "I decline.\n\nKind regards,\nTom\n\nP.S. Thank you."
    analysis = analyse(take_apart(text, Context()), small)
    pieces = [edit_sentence(analysis, at, ()).pieces[0] for at in range(2)]
    assert [(one.text, one.source, one.acts, one.part) for one in pieces] == [
        ("I decline.", 0, frozenset({"decline"}), "body"),
        ("Thank you.", 1, frozenset({"thanks"}), "postscript"),
    ]


def test_a_rules_own_mend_is_taken_where_it_is_enough(small):
    assert edited("Thx for the tour.", small) == (
        [("Thanks for the tour.", "mended")],
        (),
        ("texting-style",),
    )


def test_a_mend_that_leaves_a_finding_is_cut_further(small):
    pieces, _, rules = edited("Thx for the tour, but you are an idiot.", small)
    assert pieces == [("Thanks for the tour.", "cut")]
    assert set(rules) == {"texting-style", "bad"}


def test_a_mend_that_leaves_slang_is_not_taken(small):
    assert edited("I decline thx qqx zzw.", small)[0] == []


def test_a_mend_that_leaves_nothing_drops(small):
    assert edited("That is zap.", small) == ([], (), ("no-way",))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("I decline, because you are awful.", ["I decline."], id="the end"),
        pytest.param("You are awful, but thank you.", ["Thank you."], id="the start, with its joiner"),
        pytest.param(
            "I decline, because you are awful, but please send me the form.",
            ["I decline.", "Please send me the form."],
            id="the middle",
        ),
        pytest.param(
            "You are awful, having been told that the pay is low, but please send me the form.",
            ["I have been told that the pay is low, but please send me the form."],
            id="a participle gets a subject",
        ),
        pytest.param("You are awful.", [], id="all of it"),
        pytest.param("You are awful, and the sky is blue.", [], id="a rest that does nothing"),
        pytest.param("You are awful, because it is late.", [], id="a reason without a topic"),
        pytest.param("You are awful, which is why I decline.", [], id="a rest that depends on it"),
    ],
)
def test_good_clauses_that_stand_alone_are_kept(small, text, pieces):
    assert edited(text, small)[0] == [(said, "cut") for said in pieces]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Your pay is an insult.", ("pay",)),
        ("Your Bergen is an insult.", ("place",)),
        ("You are an insult.", ()),
        ("Your pay is awful.", ()),
    ],
)
def test_only_a_rule_that_carries_a_reason_hands_on_the_topic(small, text, topics):
    assert edited(text, small)[1] == topics


def test_a_tone_mends_a_good_sentence_in_its_words_only(small):
    text = "I am glad of it."
    assert edited(text, small)[0] == [(text, "own")]
    assert edited(text, small, tone="formal")[0] == [("I am pleased of it.", "mended")]
    assert edited("We met.", small, tone="formal")[0] == [("We met.", "own")]


def test_a_hint_gives_way(small):
    assert edited("I am not sure.", small) == ([], (), ("missing-decision",))


@pytest.mark.parametrize(
    ("line", "pieces", "topics"),
    [
        ("- return the badge", [("I will return the badge.", "cut")], ()),
        ("- pay too low", [], ("pay",)),
        ("- say no", [], ()),
        ("- send back the awful thing", [], ()),
    ],
)
def test_a_note_becomes_a_sentence_or_leaves_its_topic(small, line, pieces, topics):
    text = f"I decline.\n{line}\n- say no"
    analysis = analyse(take_apart(text, Context()), small)
    at = next(at for at, one in enumerate(analysis.draft.sentences) if analysis.draft.slice(one) in line)
    sentence = analysis.draft.sentences[at]
    note = Finding("note-form", "warning", Span(sentence.start, sentence.end), line, "", "")
    edit = edit_sentence(analysis, at, (note,))
    assert [(one.text, one.making) for one in edit.pieces] == pieces
    assert (edit.topics, edit.rules) == (topics, ("note-form",))
