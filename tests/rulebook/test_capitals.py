"""Patterns that ask for capitals, ways of detecting that ask for a context, and what else rules can ask."""

from __future__ import annotations

import pytest

from tactful.analysis import analyse
from tactful.draft import take_apart
from tactful.errors import FileError
from tactful.lint import findings_of
from tactful.options import context_from
from tactful.rulebook import RuleBook, compile_book

_RULE = """\
id: {id}
severity: warning
kind: {kind}
{more}
message: "Found «{{match}}»."
why: Because.
advice: Mend it.
source: {{title: Tests}}
{detect}
examples: {{bad: [], good: []}}
"""
_DECLINE = """\
id: decline
what: The writer says no.
patterns: {no: "decline"}
detect: [{any: [no]}]
examples: {'yes': [I decline.], 'no': [Hello.]}
"""


def _write(root, rule_id, detect, kind="forbid", more=""):
    folder = root / "form"
    folder.mkdir(exist_ok=True)
    text = _RULE.format(id=rule_id, kind=kind, more=more, detect=detect)
    (folder / f"{rule_id}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "decline.yaml").write_text(_DECLINE, encoding="utf-8")
    return tmp_path


def _found(folder, text, **options):
    book = RuleBook(compile_book(folder))
    context = context_from({"kind": "decline", **options})
    return [one.text for one in findings_of(analyse(take_apart(text, context), book))]


def _capitals(folder):
    _write(folder, "shouting", "patterns: {caps: 'case:NO|STOP IT|DON''T'}\ndetect: [{all: [caps]}]")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The answer is NO.", ["NO"]),
        ("The answer is no.", []),
        ("No means no.", []),
        ("Please STOP \u00a0IT now.", ["STOP \u00a0IT"]),
        ("I DON\u2019T want it.", ["DON\u2019T"]),
        ("I DONT want it.", ["DONT"]),
        ("My answer was polite, but it is NO.", ["NO"]),
        ("CANNOT is no NOUN.", []),
        ("My \ud800 answer is NO.", ["NO"]),
    ],
)
def test_a_pattern_can_ask_for_capitals(folder, text, found):
    _capitals(folder)
    assert _found(folder, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("well, I decline. Thank you.", ["well"]),
        ("I decline. well, thank you.", ["well"]),
        ("I do as well as I can, and well I know it.", []),
        ("Dear Ana,\n\nwell, I decline.", []),
        ("Hi Ana, well, I decline.", []),
        ("Dear Ana\n\nWell, I decline. well, thank you.", ["well"]),
    ],
)
def test_the_start_of_a_sentence_is_the_start_of_the_text_of_its_first_clause(folder, text, found):
    _write(folder, "small-start", "patterns: {start: 'case:=\\A(well)\\b'}\ndetect: [{all: [start]}]")
    assert _found(folder, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("If i can, I will.", ["i"]),
        ("So i'm out.", ["i"]),
        ("Points (i) and (ii), i.e. both.", []),
        ("I will.", []),
    ],
)
def test_a_lone_small_i_can_be_found(folder, text, found):
    _write(folder, "small-i", 'patterns: {i: "case:=(?:^|\\\\s)(i)(?:[\\\\s,\']|$)"}\ndetect: [{all: [i]}]')
    assert _found(folder, text) == found


def test_capitals_and_folded_tags_combine(folder):
    detect = "patterns: {no: 'no', caps: 'case:NO'}\ndetect: [{all: [no], not: [caps]}]"
    _write(folder, "quiet-no", detect)
    assert _found(folder, "My answer is no.") == ["no"]
    assert _found(folder, "My answer is NO.") == []


def test_a_tag_is_all_capitals_or_none(folder):
    _write(folder, "mixed", "patterns: {both: ['case:NO', 'nope']}\ndetect: [{all: [both]}]")
    with pytest.raises(FileError, match="either all patterns of a tag start with 'case:' or none does"):
        compile_book(folder)


def test_a_book_without_capitals_looks_for_none(folder):
    _write(folder, "plain", "patterns: {no: 'no'}\ndetect: [{all: [no]}]")
    book = RuleBook(compile_book(folder))
    assert book.cased_mask("NO") == 0


def test_one_way_of_detecting_may_ask_for_a_context(folder):
    detect = (
        "patterns: {yours: 'your team', mail: 'this e-mail'}\n"
        "detect:\n  - {all: [yours], when: {channel: [recruiter]}}\n"
        "  - {all: [mail], when: {channel: [phone]}}"
    )
    _write(folder, "wrong-form", detect)
    text = "I thank your team with this e-mail."
    assert _found(folder, text) == []
    assert _found(folder, text, channel="recruiter") == ["your team"]
    assert _found(folder, text, channel="phone") == ["this e-mail"]


def test_a_wide_rule_may_ask_for_a_context_too(folder):
    detect = "patterns: {a: 'one', b: 'two'}\ndetect: [{all: [a, b], when: {channel: [phone]}}]"
    _write(folder, "wide", detect, more="scope: body")
    text = "This is one. That is two."
    assert _found(folder, text) == []
    assert _found(folder, text, channel="phone") == ["one. That is two"]


def test_an_act_asks_for_no_context(folder):
    act = _DECLINE.replace("{any: [no]}", "{any: [no], when: {channel: [phone]}}")
    (folder / "acts" / "decline.yaml").write_text(act, encoding="utf-8")
    with pytest.raises(FileError, match="an act asks for no context"):
        compile_book(folder)


@pytest.mark.parametrize(
    ("options", "fires"),
    [
        ({}, False),
        ({"rounds": 4}, True),
        ({"rounds": 4, "channel": "phone"}, False),
        ({"rounds": 2}, False),
        ({"via_recruiter": True}, True),
        ({"via_recruiter": True, "kind": "other"}, False),
    ],
)
def test_of_several_sets_of_conditions_one_is_enough(folder, options, fires):
    more = "when: {kind: [decline], either: [{rounds_at_least: 3, channel: [email]}, {via_recruiter: true}]}"
    _write(folder, "either", "patterns: {no: 'decline'}\ndetect: [{all: [no]}]", more=more)
    assert bool(_found(folder, "I decline.", **options)) is fires


def test_a_require_rule_may_ask_for_a_tag(folder):
    _write(folder, "missing-call", "patterns: {call: 'on the phone'}\ndetect: {tag: call}", kind="require")
    assert _found(folder, "I decline.") == [""]
    assert _found(folder, "As I said on the phone, I decline.") == []


@pytest.mark.parametrize(
    ("kind", "detect", "problem"),
    [
        ("require", "detect: {place: end}", "needs 'act' or 'tag'"),
        ("order", "patterns: {a: 'b'}\ndetect: {tag: [a], within: 2}", "only a require rule may name tags"),
        ("require", "detect: {tag: [nowhere]}", "there is no tag 'nowhere'"),
    ],
)
def test_what_a_rule_asks_for_must_make_sense(folder, kind, detect, problem):
    _write(folder, "wrong", detect, kind=kind)
    with pytest.raises(FileError, match=problem):
        compile_book(folder)


def test_only_rules_for_anywhere_read_the_signature(folder):
    detect = "patterns: {{blank: '=\\[[a-z ]+\\]'}}\ndetect: [{{all: [blank]}}]".replace("{{", "{").replace(
        "}}", "}"
    )
    text = "I decline.\n\nKind regards,\n[Your Name]"
    _write(folder, "blank", detect)
    assert _found(folder, text) == []
    _write(folder, "blank", detect, more="scope: anywhere")
    assert _found(folder, text) == ["[Your Name]"]


def test_the_finding_of_a_long_sentence_is_that_sentence(folder):
    _write(folder, "long", "detect: {measure: sentence-words, at_most: 5}", kind="limit")
    assert _found(folder, "I decline. This one has more words than five. Thank you.") == [
        "This one has more words than five."
    ]


def test_lines_of_an_address_do_not_bury_a_decision(folder):
    _write(folder, "buried", "detect: {act: decline, within: 2}", kind="order")
    assert _found(folder, "12 Mill Lane\n\nLeeds LS1 4AB\n\nTo the firm\n\nI decline.") == []
    assert _found(folder, "The lab is new. I decline.") == []
    assert _found(folder, "The lab is new. The park is near. I decline.") == ["I decline."]
