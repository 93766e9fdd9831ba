"""Says what is wrong with the examples of a rule book, for ``tactful rules test``.

A rule book and the folder of its rules, or of a pack laid over it, enter; an ``Audit`` leaves.  A rule
that no example makes fire and an example that asserts nothing read as coverage: they are problems.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tactful.analysis import analyse
from tactful.checks.when import applies
from tactful.draft import take_apart
from tactful.errors import FileError
from tactful.fragments import message_wide
from tactful.options import context_from
from tactful.rule_tests import Outcome, findings_in, recall, run_examples
from tactful.rulebook import RuleBook
from tactful.rulebook.compile import check_examples
from tactful.rulebook.files import Loaded, read_acts, read_rules


@dataclass(frozen=True, slots=True)
class Audit:
    """How many examples ran, what is wrong (each with file and line), and the recall of each rule."""

    examples: int
    problems: tuple[str, ...]
    recall: dict[str, tuple[int, int]]


def audit(book: RuleBook, root: Path, *, built_in: bool) -> Audit:
    """Return what is wrong in a folder; a built-in rule must also have examples enough."""
    rules = [loaded for loaded in read_rules(root) if loaded.model.id in book.rule_by_id]
    outcomes = [one for one in run_examples(book, root) if one.rule in book.rule_by_id]
    acts = [one for loaded in read_acts(root) for one in _act_outcomes(loaded, book)]
    problems = [
        *(_said(one) for one in (*outcomes, *acts) if one.problem),
        *_never_firing(rules, book),
        *(problem for loaded in rules for problem in _empty_assertions(loaded, book)),
        *(_too_few(rules) if built_in else ()),
    ]
    found = {
        name: (hits, count)
        for name, (hits, count) in recall(book, root).items()
        if count and name in book.rule_by_id
    }
    return Audit(len(outcomes) + len(acts), tuple(problems), found)


def _said(outcome: Outcome) -> str:
    text = " ".join(outcome.text.split())
    return f"{outcome.place}: {outcome.rule}: {outcome.label} example «{text}»: {outcome.problem}"


def _act_outcomes(loaded: Loaded, book: RuleBook) -> Iterator[Outcome]:
    """Yield whether each example of an act performs it, or does not."""
    act = loaded.model
    for label, texts in (("yes", act.examples.yes), ("no", act.examples.no)):
        for at, text in enumerate(texts):
            performed = act.id in analyse(take_apart(text, context_from({})), book).act_names
            wrong = performed is not (label == "yes")
            problem = f"it {'performs' if performed else 'does not perform'} the act" if wrong else ""
            yield Outcome(act.id, label, text, problem, loaded.where(("examples", label, at)))


def _never_firing(rules: list[Loaded], book: RuleBook) -> Iterator[str]:
    for loaded in rules:
        name = loaded.model.id
        if not any(
            one.rule == name
            for example in loaded.model.examples.bad
            for one in findings_in(example.text, book, example.context, message=True)
        ):
            yield f"{loaded.where(('examples', 'bad'))}: {name}: no example makes the rule fire"


def _empty_assertions(loaded: Loaded, book: RuleBook) -> Iterator[str]:
    """Yield each example that would hold whatever the rule said."""
    name = loaded.model.id
    seen: set[tuple[str, str]] = set()
    for label in ("bad", "good"):
        for at, example in enumerate(getattr(loaded.model.examples, label)):
            text = example if isinstance(example, str) else example.text
            key = (text, "" if isinstance(example, str) else str(example.context))
            reason = "it stands twice" if key in seen else _asserts_nothing(label, example, name, book)
            seen.add(key)
            if reason:
                place = loaded.where(("examples", label, at))
                yield f"{place}: {name}: {label} example «{' '.join(text.split())}» asserts nothing: {reason}"


def _asserts_nothing(label: str, example: Any, name: str, book: RuleBook) -> str:
    if label == "bad":
        return "its fixed text is the text itself" if example.fixed == example.text else ""
    fragment = isinstance(example, str) or example.as_ == "fragment"
    if fragment and message_wide(name, book):
        return "it is a fragment, and the rule looks at whole messages (say as: message)"
    text = example if isinstance(example, str) else example.text
    if (isinstance(example, str) or not example.context) and not _speaks(text, name, book):
        return "the rule does not speak about a decline without a context of its own"
    return ""


def _speaks(text: str, name: str, book: RuleBook) -> bool:
    analysis = analyse(take_apart(text, context_from({"kind": "decline"})), book)
    return applies(book.rule_by_id[name], analysis)


def _too_few(rules: list[Loaded]) -> Iterator[str]:
    for loaded in rules:
        try:
            check_examples(loaded)
        except FileError as error:
            yield str(error)
