"""Writes docs/rules.md from the rule files: ``python -m tactful.rulebook.document --write|--check``.

The built-in rule files enter; a Markdown page leaves, or the word that the page has drifted.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from tactful.assets import asset
from tactful.errors import FileError
from tactful.rulebook.files import Loaded, read_rules
from tactful.rulebook.schema import BadExample, GoodExample, RuleFile, When

PAGE = Path("docs/rules.md")
_MEND = "Run: make docs"
_SYNTAX = re.compile(r"([\\`*_\[\]<>|#])")
_CONDITIONS = {
    "kind": "the message is of the kind {}",
    "channel": "it goes by {}",
    "tone": "the tone is {}",
    "stage": "the stage is {}",
    "rounds_at_least": "there were {} interviews or more",
}
_FLAGS = {
    ("late", True): "the answer is late",
    ("late", False): "the answer is not late",
    ("via_recruiter", True): "a recruiter stands between",
    ("via_recruiter", False): "no recruiter stands between",
}
_SCOPES = {
    "clause": "each clause",
    "prose": "a clause of the body",
    "sentence": "each sentence",
    "body": "the body",
    "message": "the whole message",
    "subject": "the subject",
    "greeting": "the greeting",
    "sign-off": "the sign-off",
    "anywhere": "every part of the message",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page or compare it; 1 where it has drifted, 2 where a rule file is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tactful.rulebook.document", description=__doc__)
    parser.add_argument("--file", type=Path, default=PAGE, help="the page (docs/rules.md)")
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--write", action="store_true", help="write the page")
    action.add_argument("--check", action="store_true", help="say whether the page is what the rules say")
    chosen = parser.parse_args(arguments)
    try:
        text = page(asset("rules"))
    except FileError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    if chosen.write:
        chosen.file.write_text(text, encoding="utf-8")
        return 0
    if chosen.file.exists() and chosen.file.read_text(encoding="utf-8") == text:
        return 0
    print(f"{chosen.file} is not what the rule files say. {_MEND}", file=sys.stderr)
    return 1


def page(root: Path) -> str:
    """Return the page on the rules of a folder, grouped by their sub-folders."""
    rules = sorted(read_rules(root), key=lambda one: (_topic(one, root), one.model.id))
    sections = [
        "\n".join([f"## {topic.replace('-', ' ').capitalize()}\n", *(section(one.model) for one in group)])
        for topic, group in groupby(rules, lambda one: _topic(one, root))
    ]
    return "\n".join([_HEAD, _overview(rules), *sections]).rstrip("\n") + "\n"


_HEAD = """\
<!-- Written by `make docs` from the files in rules/. Change those, not this page. -->

# The rules

Each rule is one file in `rules/`; [rule-format.md](rule-format.md) tells how to write one. An error keeps a
message from being released, a warning is mended where that loses nothing, a suggestion is only told.
"""


def _topic(one: Loaded, root: Path) -> str:
    parts = one.path.relative_to(root).parts
    return parts[0] if len(parts) > 1 else "rules"


def _overview(rules: Sequence[Loaded]) -> str:
    rows = (
        f"| [{one.model.id}](#{one.model.id}) | {one.model.severity} | {_plain(one.model.why)} |"
        for one in rules
    )
    return "\n".join(["| rule | severity | why |", "|---|---|---|", *rows]) + "\n"


def section(rule: RuleFile) -> str:
    """Return what the page says of one rule."""
    lines = [
        f"### {rule.id}\n",
        f"*{rule.severity}* · {looks_at(rule)} · {speaks(rule)}\n",
        f"{_plain(rule.why)}\n",
        f"- **Says:** {_plain(rule.message)}",
        f"- **Advice:** {_plain(rule.advice)}",
        *_examples(rule),
        f"- **Source:** {_plain(source_of(rule))}",
    ]
    return "\n".join(lines) + "\n"


def looks_at(rule: RuleFile) -> str:
    """Return in words which part of a message a rule looks at."""
    what = _SCOPES[rule.scope] if rule.kind == "forbid" else "the whole message"
    return f"looks at {what}"


def speaks(rule: RuleFile) -> str:
    """Return in words about which messages a rule speaks."""
    when = _when(rule.when) or "always"
    negotiable = "; silent about a term that you marked negotiable" if rule.unless_negotiable else ""
    return f"speaks {when if when == 'always' else f'when {when}'}{negotiable}"


def _when(when: When) -> str:
    asked: dict[str, Any] = when.model_dump(exclude_defaults=True, exclude={"either"})
    parts = [_condition(name, value) for name, value in asked.items()]
    if when.either:
        parts.append(" or ".join(_when(one) for one in when.either))
    return " and ".join(parts)


def _condition(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return _FLAGS[name, value]
    listed = " or ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return _CONDITIONS[name].format(listed)


def _examples(rule: RuleFile) -> Iterator[str]:
    if rule.examples.bad:
        example: BadExample = rule.examples.bad[0]
        yield f"- **Instead of:** {_quoted(example.text)}"
        yield f"- **Write:** {_quoted(example.fixed)}"
    if rule.examples.good:
        near: str | GoodExample = rule.examples.good[0]
        yield f"- **Fine as it is:** {_quoted(near if isinstance(near, str) else near.text)}"


def source_of(rule: RuleFile) -> str:
    """Return where a rule comes from."""
    return "; ".join(part for part in (rule.source.section, rule.source.title) if part) or "own work"


def _quoted(text: str) -> str:
    return f"«{_plain(text)}»"


def _plain(text: str) -> str:
    """Return text on one line, with what Markdown would read as a mark made plain."""
    return _SYNTAX.sub(r"\\\1", " ".join(text.split()))


if __name__ == "__main__":
    sys.exit(main())
