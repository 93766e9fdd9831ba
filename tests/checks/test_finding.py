"""A finding quotes what was matched, on one line."""

from __future__ import annotations

import pytest

from tactful.analysis import analyse
from tactful.checks.finding import finding
from tactful.draft import Context, take_apart
from tactful.result import Finding
from tactful.text import Span


@pytest.mark.parametrize(
    ("span", "text", "message"),
    [
        (Span(4, 15), "awful\n  day", "Not «awful day», please: «awful day»."),
        (Span(4, 4), "", "Not «», please: «»."),
    ],
)
def test_a_finding_tells_rule_place_text_message_and_advice(make_book, span, text, message):
    book = make_book(
        rules=[
            {
                "id": "bad",
                "severity": "warning",
                "kind": "forbid",
                "patterns": {"x": "awful"},
                "detect": [{"any": ["x"]}],
                "message": "Not «{match}», please: «{match}».",
                "advice": "Leave it out.",
            }
        ]
    )
    analysis = analyse(take_apart("One awful\n  day.", Context()), book)
    assert finding(book.rules[0], analysis, span) == Finding(
        "bad", "warning", span, text, message, "Leave it out."
    )
