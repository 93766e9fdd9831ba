"""One text is judged by the whole book; findings stand in the order of the text, each once a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.analysis import analyse
from tactful.draft import Context, take_apart
from tactful.lint import findings_of, lint
from tactful.result import SEVERITIES
from tactful.rulebook import built_in


def forbid(name, patterns, **keys):
    shown = {f"p{at}": one for at, one in enumerate(patterns)}
    return {
        "id": name,
        "kind": "forbid",
        "patterns": shown,
        "detect": [{"any": [one]} for one in shown],
        **keys,
    }


@pytest.fixture(scope="module")
def small(make_book):
    return make_book(
        acts={"thanks": ["thank you"], "decline": ["decline"], "accept": ["accept"]},
        rules=[
            forbid("wide", ["awful", "awful mess", "awful mess of a day"]),
            forbid("again", ["grim", "=gri(?:m)"]),
            forbid("light", ["awful"], severity="suggestion"),
            forbid("middle", ["awful"], severity="warning"),
            forbid("other-kind", ["awful"], when={"kind": ["accept"]}),
            {"id": "missing-thanks", "kind": "require", "detect": {"act": "thanks", "place": "start"}},
            {
                "id": "late-no",
                "kind": "order",
                "severity": "warning",
                "detect": {"act": "decline", "within": 2},
            },
            {"id": "both", "kind": "pair", "detect": {"act": "decline", "against": "accept"}},
            {
                "id": "story",
                "kind": "limit",
                "severity": "warning",
                "detect": {
                    "measure": "quarrel-beside-findings",
                    "beside": ["wide"],
                    "at_most": 0,
                    "each": True,
                },
            },
        ],
    )


def found(text, book, **context):
    read = analyse(take_apart(text, Context(**context)), book)
    return [(one.rule, one.severity, one.text) for one in findings_of(read)]


def test_the_widest_finding_of_a_rule_stands_for_those_within_it(small):
    assert ("wide", "error", "awful mess of a day") in found("Thank you. An awful mess of a day.", small)
    assert [rule for rule, _, _ in found("Thank you. An awful mess of a day.", small)].count("wide") == 1


def test_one_place_is_found_once_by_one_rule(small):
    assert found("Thank you. It was grim.", small) == [("again", "error", "grim")]


def test_findings_stand_by_place_then_by_severity(small):
    assert found("It was awful. I decline.", small) == [
        ("missing-thanks", "error", ""),
        ("wide", "error", "awful"),
        ("middle", "warning", "awful"),
        ("light", "suggestion", "awful"),
    ]


def test_every_kind_of_rule_is_asked(small):
    text = "We met there at last. It was an awful day. I decline. I accept."
    assert [rule for rule, _, _ in found(text, small)] == [
        "missing-thanks",
        "story",
        "wide",
        "middle",
        "light",
        "late-no",
        "both",
    ]


@pytest.fixture(scope="module")
def naming(make_book):
    return make_book(
        acts={"thanks": ["thank you"]},
        rules=[
            forbid(
                "row",
                ["nasty"],
                known_as=[
                    {"rule": "menace", "all": ["menace.soon"]},
                    {"rule": "jab", "all": ["jab.you", "jab.like"]},
                ],
            ),
            forbid("same", ["jibe!"], known_as=[{"rule": "jab", "all": ["jab.you"]}]),
            forbid("wider", ["grim beware"], known_as=[{"rule": "menace", "all": ["menace.soon"]}]),
            {
                "id": "menace",
                "kind": "forbid",
                "patterns": {"beware": "beware", "soon": "soon"},
                "detect": [{"any": ["beware"]}],
            },
            {
                "id": "jab",
                "kind": "forbid",
                "patterns": {"jibe": "jibe", "you": "you", "like": "like"},
                "detect": [{"any": ["jibe"]}],
            },
        ],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was nasty.", [("row", "error", "nasty")]),
        pytest.param("It gets nasty soon.", [("menace", "error", "nasty")], id="by the tag of the sentence"),
        pytest.param("You are nasty.", [("row", "error", "nasty")], id="all tags are wanted"),
        pytest.param("You like it nasty soon.", [("menace", "error", "nasty")], id="the first counts"),
        pytest.param(
            "Soon it gets grim beware.",
            [("wider", "error", "grim beware"), ("menace", "error", "beware")],
            id="what the other rule finds by itself is not told twice",
        ),
        pytest.param(
            "It was a jibe!",
            [("jab", "error", "jibe")],
            id="the same words are found by the rule that tells more, and by it alone",
        ),
    ],
)
def test_what_one_rule_finds_may_be_told_by_another(naming, text, expected):
    assert found(text, naming) == expected


def test_a_finding_told_by_another_rule_says_which_found_it(naming):
    analysis = analyse(take_apart("It gets nasty soon.", Context()), naming)
    (one,) = findings_of(analysis)
    assert (one.rule, one.found_by, one.message) == ("menace", "row", "«nasty»")


def test_a_rule_for_another_kind_is_silent(small):
    assert "other-kind" not in [rule for rule, _, _ in found("Thank you. It was awful.", small)]
    assert "other-kind" in [rule for rule, _, _ in found("Thank you. It was awful.", small, kind="accept")]


def test_a_report_holds_findings_kind_acts_and_facts(book):
    text = "Dear Anna,\n\nThank you for the offer. Your manager is an idiot. I must decline it.\n\nTom Abara"
    analysis = analyse(take_apart(text, Context()), book)
    report = lint(analysis)
    assert report.kind == "decline"
    assert report.findings == findings_of(analysis)
    assert report.acts == analysis.acts
    assert report.facts == analysis.facts
    assert not report.passes()


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Your manager is an idiot.", "rude-language"),
        ("If you paid more, I would accept.", "false-conditional"),
        ("I will tell everybody online about you unless you answer.", "threat"),
    ],
)
def test_the_built_in_book_finds_a_clear_offence_and_leaves_the_rest(book, sentence, rule):
    text = (
        "Dear Anna,\n\nThank you for the offer. I have decided to decline it. {}I wish you and the team all "
        "the best.\n\nKind regards,\nTom Abara"
    )
    assert found(text.format(""), book) == []
    rules = {name for name, severity, _ in found(text.format(f"{sentence} "), book) if severity == "error"}
    assert rule in rules


SENTENCES = (
    "Thank you for the offer.",
    "I must decline it.",
    "Your manager is an idiot, and your process is a joke!!!",
    "thx but im not coming lol",
    "If you paid 20% more I would sign tomorrow.",
    "My doctor says that I have cancer.",
    "Zoë’s team — “kind” people — wrote 😊😊.",
    "PLEASE STOP CALLING ME",
    "[Company] and {{role}}",
    "I wish you all the best.",
    "P.S. You are all liars.",
)


@given(st.lists(st.sampled_from(SENTENCES), max_size=8), st.sampled_from((" ", "\n", "\r\n\r\n", "\u00a0")))
def test_spans_are_exact_and_findings_sorted(sentences, blank):
    text = blank.join(sentences)
    analysis = analyse(take_apart(text, Context()), built_in())
    report = lint(analysis)
    quoted = [(one.span, one.text) for one in report.findings] + [
        (one.span, one.text) for one in report.facts
    ]
    for span, said in quoted:
        assert 0 <= span.start <= span.end <= len(text)
        assert said == text[span.start : span.end]
    for act in report.acts:
        assert 0 <= act.span.start < act.span.end <= len(text)
    places = [(one.span.start, SEVERITIES.index(one.severity), one.rule) for one in report.findings]
    assert places == sorted(places)
    assert len({(one.rule, one.span) for one in report.findings}) == len(report.findings)
