"""Evidence made of a draft, a text and what is expected."""

from __future__ import annotations

import pytest

from tactful.evals.reading import CaseReading
from tactful.evals.record import Key, Record
from tactful.evals.scorers.evidence import Evidence
from tactful.evals.suite import Case, Expectation

DRAFT = (
    "Hi Priya,\n\nThank you for the offer. Your process was a mess. I have decided to decline it.\n\n"
    "I wish you and the team all the best.\n\nSam"
)


@pytest.fixture
def evidence(book):
    """Return a function that makes evidence; a text of ``None`` is one that was withheld."""

    def make(text=None, *, draft=DRAFT, fragment=False, result=None, options=None, **expected) -> Evidence:
        case = Case("small", "a", "a", draft, options or {}, Expectation(**expected), fragment=fragment)
        record = Record(
            Key("small", "a", "answers", 0),
            "a",
            draft,
            {},
            {},
            released=text is not None,
            text=text or "",
            result=result,
        )
        return Evidence(CaseReading(case, book), record)

    return make
