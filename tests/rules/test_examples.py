"""Every example of every rule is a test: the exact match, the mended text clean, near misses clean."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tactful.assets import asset
from tactful.rule_tests import Outcome, findings_in, run_examples
from tactful.rulebook import RuleBook, built_in
from tactful.rulebook.compile import check_examples, read_rules


def _outcomes() -> Iterator[object]:
    for outcome in run_examples(built_in(), asset("rules")):
        name = f"{outcome.rule}-{outcome.label}-{outcome.place.rsplit(':', 1)[-1]}"
        yield pytest.param(outcome, id=name)


@pytest.mark.parametrize("outcome", list(_outcomes()))
def test_example_holds(outcome: Outcome) -> None:
    assert outcome.problem == "", f"{outcome.place}: {outcome.text!r}: {outcome.problem}"


@pytest.mark.parametrize("loaded", [pytest.param(one, id=one.model.id) for one in read_rules(asset("rules"))])
def test_rule_has_enough_examples(loaded: object) -> None:
    check_examples(loaded)  # type: ignore[arg-type]


def test_rule_that_is_asked_about_nothing_fires_on_nothing(book: RuleBook) -> None:
    assert findings_in("The train leaves at nine.", book) == []
