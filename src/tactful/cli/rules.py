"""``tactful rules``: lists the rules, shows one, or runs the tests that they carry."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from tactful.assets import asset
from tactful.cli.arguments import RulesSettings
from tactful.cli.books import packs_for
from tactful.cli.output import say, write
from tactful.errors import OptionError
from tactful.rulebook import RuleBook, load


def run(settings: RulesSettings) -> int:
    """Run ``list``, ``show`` or ``test``; 1 where a test fails."""
    if settings.action == "test":
        return _test(settings)
    packs = packs_for(settings.packs)
    book = load(*packs)
    if settings.action == "list":
        write("".join(_listed(book)))
    else:
        write("\n".join(_shown(settings.target or "", book, packs)) + "\n")
    return 0


def _listed(book: RuleBook) -> Iterator[str]:
    width = max((len(rule.id) for rule in book.rules), default=0)
    for rule in sorted(book.rules, key=lambda rule: rule.id):
        yield f"{rule.id:<{width}}  {rule.severity:<10}  {_first_sentence(rule.why)}\n"
    for name, reason in book.data.get("off", {}).items():
        yield f"{name:<{width}}  {'off':<10}  {reason}\n"


def _first_sentence(text: str) -> str:
    line = " ".join(text.split())
    end = line.find(". ")
    return line if end < 0 else line[: end + 1]


def _shown(name: str, book: RuleBook, packs: tuple[Path, ...]) -> Iterator[str]:
    if name not in book.rule_by_id:
        raise OptionError(_no_rule(name, book))
    from tactful.rulebook.document import looks_at, source_of, speaks  # noqa: PLC0415 - imports pydantic and yaml

    loaded = _file_of(name, packs)
    rule = loaded.model
    yield f"{name}: {book.rule_by_id[name].severity}, {looks_at(rule)}, {speaks(rule)}\n"
    for label, text in (("Says", rule.message), ("Why", rule.why), ("Advice", rule.advice)):
        yield f"{label:<8}{' '.join(text.split())}"
    yield f"Source  {source_of(rule)}"
    yield f"File    {loaded.path}"
    for example in rule.examples.bad:
        yield f"\nBad     {example.text}\nBetter  {example.fixed}"
    yield ""
    for example in rule.examples.good:
        yield f"Fine    {example if isinstance(example, str) else example.text}"


def _file_of(name: str, packs: tuple[Path, ...]) -> Any:
    """Return the file of a rule: the last pack's that has one, else the built-in one."""
    from tactful.rulebook.files import read_rules  # noqa: PLC0415 - imports pydantic and yaml

    roots = (*reversed(packs), asset("rules"))
    return next(one for root in roots for one in read_rules(root) if one.model.id == name)


def _no_rule(name: str, book: RuleBook) -> str:
    if name in book.data.get("off", {}):
        return f"The rule {name!r} is switched off: {book.data['off'][name]}"
    close = get_close_matches(name, book.rule_by_id, n=1)
    hint = f"did you mean {close[0]!r}?" if close else "tactful rules list tells them all."
    return f"There is no rule {name!r}; {hint}"


def _test(settings: RulesSettings) -> int:
    from tactful.rule_audit import audit  # noqa: PLC0415 - imports pydantic and yaml

    packs = packs_for((*settings.packs, Path(settings.target)) if settings.target else settings.packs)
    root = packs[-1] if settings.target else asset("rules")
    found = audit(load(*packs), root, built_in=not settings.target)
    forms = [f"{name}: {hits} of {count} varied forms found" for name, (hits, count) in found.recall.items()]
    write("".join(f"{line}\n" for line in (*found.problems, *forms)))
    say(f"{found.examples} examples, {len(found.problems)} failures")
    return 1 if found.problems else 0
