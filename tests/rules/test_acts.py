"""Every example of every speech act is a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tactful.analysis import analyse
from tactful.assets import asset
from tactful.draft import Context, take_apart
from tactful.rulebook import RuleBook
from tactful.rulebook.files import read_acts


def _examples(answer: str) -> Iterator[object]:
    for loaded in read_acts(asset("rules")):
        for at, text in enumerate(getattr(loaded.model.examples, answer)):
            yield pytest.param(loaded.model.id, text, id=f"{loaded.model.id}-{answer}-{at}")


def _acts(text: str, book: RuleBook) -> frozenset[str]:
    return analyse(take_apart(text, Context()), book).act_names


@pytest.mark.parametrize(("act", "text"), list(_examples("yes")))
def test_clause_performs_the_act(act: str, text: str, book: RuleBook) -> None:
    assert act in _acts(text, book)


@pytest.mark.parametrize(("act", "text"), list(_examples("no")))
def test_near_miss_does_not_perform_the_act(act: str, text: str, book: RuleBook) -> None:
    assert act not in _acts(text, book)
