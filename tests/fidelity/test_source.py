"""What a draft says, clause by clause: as written, as mended, and which rules object."""

from __future__ import annotations

from datetime import date

import pytest

from tactful.analysis import analyse
from tactful.draft import Context, take_apart
from tactful.fidelity.source import source_clauses, topics_in, yielding_sentences
from tactful.lint import findings_of


@pytest.fixture(scope="module")
def small(make_book):
    def forbid(name, word, **keys):
        return {"id": name, "kind": "forbid", "patterns": {"x": word}, "detect": [{"any": ["x"]}], **keys}

    return make_book(
        acts={
            "decline": ["decline"],
            "hint-of-decline": ["not sure"],
            "more-time": ["more time"],
            "withdraw": ["withdraw"],
        },
        lexicons={"fact-function-words": ["the", "is", "but", "i"], "topic-pay": ["pay"]},
        rules=[
            forbid("bad", "awful"),
            forbid("short", "thx", severity="warning", replace=[{"find": "thx", "with": "thanks"}]),
            forbid("meh", "somewhat", severity="suggestion"),
            forbid("warm", "zqx", when={"tone": ["warm"]}, replace=[{"find": "decline", "with": "pass on"}]),
            {"id": "missing", "kind": "require", "detect": {"act": "withdraw"}},
        ],
    )


def clauses(text, book, **context):
    analysis = analyse(take_apart(text, Context(**context)), book)
    return source_clauses(analysis, findings_of(analysis))


def test_every_clause_is_told_with_what_objects_to_it_and_to_its_sentence(small):
    first, second, third = clauses("Thx the pay is awful, but I decline. It is somewhat late.", small)
    assert (first.text, first.words, first.mended) == (
        "Thx the pay is awful,",
        ("thx", "pay", "awful"),
        ("thanks", "pay", "awful"),
    )
    assert (first.rules, first.sentence_rules) == (("short", "bad"), ("short", "bad"))
    assert (first.acts, first.topics) == (frozenset(), {"pay"})
    assert (second.text, second.words, second.rules) == ("but I decline.", ("decline",), ())
    assert (second.sentence_rules, second.acts) == (("short", "bad"), {"decline"})
    assert (third.rules, third.sentence_rules, third.sentence) == ((), (), 1)


def test_what_is_missing_objects_to_no_clause(small):
    assert [one.rules for one in clauses("We met.", small)] == [()]


def test_a_tone_mends_every_clause(small):
    (clause,) = clauses("I decline.", small, tone="warm")
    assert (clause.words, clause.mended) == (("decline",), ("pass", "on"))


def test_a_postscript_is_source_and_a_quoted_thread_is_not(small):
    text = "We met.\n\nKind regards,\nTom\n\nP.S. It is awful.\n\nOn Monday, Ruth wrote:\n> It is awful.\n"
    assert [one.text for one in clauses(text, small)] == ["We met.", "It is awful."]


@pytest.mark.parametrize(
    ("text", "context", "yielding"),
    [
        pytest.param("We met. I am not sure.", {}, {1: "missing-decision"}, id="a hint gives way to a no"),
        pytest.param("I am not sure. I decline.", {}, {}, id="not beside a no"),
        pytest.param("I need more time.", {}, {}, id="a request whose day nobody knows"),
        pytest.param(
            "We met. I need more time to decide.",
            {"answer_on": date(2026, 12, 4)},
            {1: "missing-reply-date"},
            id="a request gives way to one with the day",
        ),
        pytest.param(
            "I need more time until Friday.",
            {"answer_on": date(2026, 12, 4)},
            {},
            id="not where it names one",
        ),
        pytest.param("We met.", {}, {}, id="nothing to give way"),
    ],
)
def test_sentences_give_way_to_a_clearer_phrase(small, text, context, yielding):
    analysis = analyse(take_apart(text, Context(**context)), small)
    assert yielding_sentences(analysis) == yielding
    told = source_clauses(analysis, ())
    assert {one.sentence: one.sentence_rules for one in told if one.sentence_rules} == {
        at: (rule,) for at, rule in yielding.items()
    }


def test_topics_among_tags(small):
    analysis = analyse(take_apart("The pay. We met.", Context()), small)
    assert [topics_in(one.mask, small) for one in analysis.readings] == [{"pay"}, frozenset()]
