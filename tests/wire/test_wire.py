"""The JSON is the one that docs/wire.md describes: keys, order, offsets."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from tactful import wire
from tactful.draft import read_draft
from tactful.draft.context import Context
from tactful.result import (
    Act,
    Attempt,
    Change,
    Fact,
    Finding,
    Ledger,
    LedgerEntry,
    PromptUsed,
    Question,
    Report,
    Result,
    Usage,
)
from tactful.text import Span

TEXT = "Hi Ann,\n\nYour pay is a joke 😊. I decline.\n"


def _span(text: str, whole: str = TEXT) -> Span:
    start = whole.index(text)
    return Span(start, start + len(text))


BLAME = Finding("blame", "error", _span("Your pay is a joke"), "Your pay is a joke", "M", "A")
REPORT = Report(
    "decline", (BLAME,), (Act("decline", _span("I decline.")),), (Fact("person", _span("Ann"), "Ann"),)
)
RESULT = Result(
    released=True,
    text="Hi Ann,\n\nThank you. I decline.",
    subject="Your offer",
    kind="decline",
    engine="composer",
    before=REPORT,
    after=Report("decline", (replace(BLAME, severity="suggestion", span=Span(9, 18), text="Thank you"),)),
    ledger=Ledger(
        kept=(LedgerEntry("person", "Ann"),),
        neutralised=(LedgerEntry("reason", "Your pay is a joke", "blame", "the pay"),),
        dropped=(LedgerEntry("words", "😊", "emoji"),),
        supplied=("Thank you.",),
        added=(LedgerEntry("date", "Monday"),),
        lost=(LedgerEntry("place", "Rome"),),
    ),
    changes=(Change("Your pay is a joke 😊.", "Thank you.", ("blame", "emoji")),),
    questions=(Question("condition", "Is it?", "--negotiable salary", blocking=False),),
    attempts=(Attempt("llm", ("blame",), ("lost: Ann",), 3, 4, 5.64, PromptUsed("rewrite", 2, "0a1b")),),
    usage=Usage(1, 2, 3),
)


REASON = {"type": "reason", "text": "Your pay is a joke", "rule": "blame", "as": "the pay"}


@pytest.fixture
def draft():
    return read_draft(TEXT, Context())


def test_check_object(draft):
    assert wire.check_object(REPORT, draft, identity={"a": 1}) == {
        "schema": "tactful.check/1",
        "id": {"a": 1},
        "kind": "decline",
        "passed": False,
        "findings": [
            {
                "rule": "blame",
                "severity": "error",
                "start": 9,
                "end": 27,
                "text": "Your pay is a joke",
                "message": "M",
                "advice": "A",
            }
        ],
        "acts": [{"act": "decline", "start": 31, "end": 41, "text": "I decline."}],
        "facts": [{"type": "person", "start": 3, "end": 6, "text": "Ann"}],
    }


def test_passed_hangs_on_the_gate(draft):
    mild = replace(REPORT, findings=(replace(BLAME, severity="warning"),))
    assert wire.check_object(mild, draft)["passed"] is True
    assert wire.check_object(mild, draft, gate="warning")["passed"] is False
    assert wire.check_object(mild, draft)["id"] is None


def test_refine_object(draft):
    found = wire.refine_object(RESULT, draft, identity=7)
    keys = "schema id released text subject kind engine before after ledger changes questions attempts usage"
    assert list(found) == keys.split()
    assert (found["schema"], found["id"], found["engine"]) == ("tactful.refine/1", 7, "composer")
    assert found["before"]["findings"][0]["start"] == 9
    assert found["after"]["findings"][0]["text"] == "Thank you"
    assert found["ledger"] == {
        "kept": [{"type": "person", "text": "Ann"}],
        "neutralised": [REASON],
        "dropped": [{"type": "words", "text": "😊", "rule": "emoji"}],
        "supplied": ["Thank you."],
        "added": [{"type": "date", "text": "Monday"}],
    }
    assert found["changes"] == [
        {"before": "Your pay is a joke 😊.", "after": "Thank you.", "rules": ["blame", "emoji"]}
    ]
    assert found["questions"] == [
        {"about": "condition", "ask": "Is it?", "option": "--negotiable salary", "blocking": False}
    ]
    assert found["attempts"] == [
        {
            "maker": "llm",
            "findings": ["blame"],
            "breaks": ["lost: Ann"],
            "prompt_tokens": 3,
            "completion_tokens": 4,
            "milliseconds": 5.6,
            "prompt": {"name": "rewrite", "version": 2, "hash": "0a1b"},
            "cached": False,
        }
    ]
    assert found["usage"] == {"calls": 1, "prompt_tokens": 2, "completion_tokens": 3}


def test_alternatives_are_there_only_where_there_are_several(draft):
    assert "alternatives" not in wire.refine_object(replace(RESULT, alternatives=("a",)), draft)
    assert wire.refine_object(replace(RESULT, alternatives=("a", "b")), draft)["alternatives"] == ["a", "b"]


def test_what_was_not_released_has_no_report_after(draft):
    withheld = replace(RESULT, released=False, text="", after=None)
    assert wire.refine_object(withheld, draft)["after"] is None


def test_offsets_are_those_of_the_original_html():
    html = "<p>Hi Ann,</p><p>Your pay is a joke &amp; I decline.</p>"
    draft = read_draft(html, Context())
    start = draft.text.index("joke")
    finding = replace(BLAME, span=Span(start, start + len("joke & I")), text="joke & I")
    report = Report("decline", (finding,), (Act("decline", Span(start, start + 4)),), ())
    found = wire.check_object(report, draft)
    placed = found["findings"][0]
    assert html[placed["start"] : placed["end"]] == "joke &amp; I"
    assert found["acts"][0]["text"] == "joke"
    assert html[found["acts"][0]["start"] : found["acts"][0]["end"]] == "joke"


def test_error_object():
    assert wire.error_object("empty", "Write.", identity="x") == {
        "schema": "tactful.error/1",
        "id": "x",
        "error": "empty",
        "message": "Write.",
    }


def test_json_is_one_line_or_indented_and_never_nan():
    assert wire.to_json({"a": "é\n"}) == '{"a": "é\\n"}'
    assert wire.to_json({"a": 1}, indent=2) == '{\n  "a": 1\n}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        wire.to_json({"a": float("nan")})


# --- docs/wire.md ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page(repository):
    return (repository / "docs" / "wire.md").read_text(encoding="utf-8")


def _keys(value, path=""):
    """Yield every key of an object with the keys above it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{path}{key}"
            yield from _keys(inner, f"{path}{key}.")
    elif isinstance(value, list) and value:
        yield from _keys(value[0], path)


def _objects(draft):
    refined = replace(RESULT, alternatives=("a", "b"))
    return {
        wire.CHECK: wire.check_object(REPORT, draft),
        wire.REFINE: wire.refine_object(refined, draft),
        wire.ERROR: wire.error_object("empty", "Write."),
    }


def _sections(page):
    return dict(re.findall(r"^## `(tactful\.\w+/1)`.*?\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE))


@pytest.mark.parametrize("schema", [wire.CHECK, wire.REFINE, wire.ERROR])
def test_the_page_names_every_key_and_no_other(page, draft, schema):
    named = set(re.findall(r"^\| `([a-z_.]+)` \|", _sections(page)[schema], re.MULTILINE))
    assert named == set(_keys(_objects(draft)[schema]))


@pytest.mark.parametrize("schema", [wire.CHECK, wire.REFINE, wire.ERROR])
def test_the_example_on_the_page_has_the_keys_in_their_order(page, draft, schema):
    match = re.search(r"```json\n(.*?)```", _sections(page)[schema], re.DOTALL)
    assert match
    example = json.loads(match.group(1))
    expected = {key: value for key, value in _objects(draft)[schema].items() if key != "alternatives"}
    assert list(example) == list(expected)
    assert example["schema"] == schema
    for key, value in example.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            assert list(value[0]) == list(expected[key][0])


def test_the_page_names_every_error_code_of_a_line(page, repository):
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in (
            repository / "src/tactful/cli/batch.py",
            repository / "src/tactful/draft/intake.py",
        )
    )
    codes = set(re.findall(r"(?:InputError|error_object)\(\s*\"([a-z-]+)\"", source))
    table = page.partition("## What goes wrong in a line")[2]
    assert codes == set(re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE))
