"""Compiles the files of a rule book into one JSON object.

A folder of YAML files enters; a dict that ``json.dumps`` takes leaves.  Every mistake in a file is a
``FileError`` with file, line and mend, and no pattern leaves that RE2 does not take.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import re2

from tactful.rulebook.files import Loaded, Sources, read_rules, read_sources
from tactful.rulebook.gates import gates_of
from tactful.rulebook.known import OF_A_TAG, check_brackets, check_rule
from tactful.rulebook.pack import lay_over
from tactful.rulebook.patterns import PatternError, alternation, is_cased, mend_of, word_pattern
from tactful.rulebook.schema import Detect, RuleFile, When, parse_detect
from tactful.rulebook.sense_table import NEVER, compile_senses
from tactful.rulebook.source import Location

__all__ = ["Loaded", "check_examples", "compile_book", "read_rules"]

VERSION = 1
MINIMUM_EXAMPLES = 6
_LONGEST_REASON = 60
_ANY_WORD = "zqx"
_DETECT_TAGS = ("all", "any", "not_", "before", "near", "near_any", "not_near")


@dataclass(slots=True)
class _Tags:
    """The tags found so far: a name each, its expression, and which run on the text as written."""

    names: dict[str, int] = field(default_factory=dict)
    expressions: list[str] = field(default_factory=list)
    cased: list[int] = field(default_factory=list)

    def add(self, name: str, expression: str, *, cased: bool) -> None:
        if cased:
            self.cased.append(len(self.expressions))
        self.names[name] = len(self.expressions)
        self.expressions.append(expression)


def compile_book(root: Path, packs: tuple[Path, ...] = (), *, strict: bool = False) -> dict[str, Any]:
    """Return the compiled rule book of a folder with packs laid over it, in order.

    ``strict`` also asks for enough examples a rule.
    """
    sources = read_sources(root)
    if strict:
        for rule in sources.rules:
            check_examples(rule)
    for pack in packs:
        sources = lay_over(sources, pack)
    return _Compiler(sources).compile(sources)


def check_examples(rule: Loaded) -> None:
    """Raise ``FileError`` where a rule has too few examples to be believed."""
    for name in ("bad", "good"):
        count = len(getattr(rule.model.examples, name))
        if count < MINIMUM_EXAMPLES:
            problem = f"{rule.model.id} has {count} {name} examples"
            raise rule.error(("examples", name), problem, f"Write at least {MINIMUM_EXAMPLES}.")


class _Compiler:
    """Holds the tags while acts and rules are compiled, in that order."""

    def __init__(self, sources: Sources) -> None:
        lexicons, fragments = sources.lexicons, sources.fragments
        self.tags = _Tags()
        self.rule_ids: list[str] = []
        self.fragments: dict[str, str] = {}
        self.lexicons = {one.model.id: list(one.model.words) for one in lexicons}
        for one in fragments:
            for name, pattern in one.model.fragments.items():
                if name in self.fragments:
                    raise one.error(("fragments", name), f"the fragment {name!r} stands twice", "Rename one.")
                self.fragments[name] = pattern
        for one in lexicons:
            self.fragments[one.model.id] = "|".join(word_pattern(word) for word in one.model.words)
        for one in fragments:
            for name, pattern in one.model.fragments.items():
                self._compiled(one, ("fragments", name), name, (pattern,))
        for one in lexicons:
            if not one.model.id.startswith("fact-"):
                check_brackets(one)
                self._add_tag(one, ("words",), one.model.id, (f"{{{one.model.id}}}",))

        self.senses = [self._sense(one) for one in sorted(sources.senses, key=_is_among)]

    def _sense(self, one: Loaded) -> dict[str, Any]:
        """Return a compiled sense file; each of its tags gets a number that no search will find."""
        sense = compile_senses(one, self.tags.names)
        if one.model.among is not None:
            sense["among"] = self._tag(one, ("among",), one.model.among)
        for tag in sense["tags"]:
            tag["tag"] = len(self.tags.expressions)
            self.tags.add(tag.pop("name"), NEVER, cased=False)
        return sense

    def _compiled(
        self, source: Loaded, place: Location, name: str, patterns: Sequence[str]
    ) -> tuple[str, Any]:
        """Return the expression of some patterns, as text and compiled."""
        try:
            expression = alternation(patterns, self.fragments)
            return expression, re2.compile(expression, _quiet())
        except (PatternError, re2.error) as error:
            problem = f"the pattern {name!r} is wrong: {_reason(error)}"
            raise source.error(place, problem, mend_of(error)) from error

    def _add_tag(self, source: Loaded, place: Location, name: str, patterns: Sequence[str]) -> None:
        expression, compiled = self._compiled(source, place, name, patterns)
        found = compiled.search(_ANY_WORD)
        if found is not None and found.start() == found.end():
            problem = f"the pattern {name!r} matches everywhere"
            raise source.error(place, problem, "Let it ask for a word at least.")
        self.tags.add(name, expression, cased=any(map(is_cased, patterns)))

    def compile(self, sources: Sources) -> dict[str, Any]:
        """Return the JSON of the whole book; of a rule that is off only its patterns are in it."""
        acts = sources.acts
        self.rule_ids = [one.model.id for one in sources.rules]
        for one in (*acts, *sources.rules):
            for name, patterns in one.model.patterns.items():
                listed = (patterns,) if isinstance(patterns, str) else patterns
                self._add_tag(one, ("patterns", name), f"{one.model.id}.{name}", listed)
        act_ids = [one.model.id for one in acts]
        act_tags = {f"act:{name}": len(self.tags.expressions) + index for index, name in enumerate(act_ids)}
        compiled_acts = [self._act(one, act_ids) for one in acts]
        self.tags.names.update(act_tags)
        return {
            "version": VERSION,
            "tags": [
                [name, self.tags.expressions[index]]
                for name, index in self.tags.names.items()
                if index < len(self.tags.expressions)
            ],
            "cased": self.tags.cased,
            "gates": self._gates(),
            "senses": self.senses,
            "acts": compiled_acts,
            "rules": [self._rule(one, act_ids) for one in sources.rules if one.model.id not in sources.off],
            "off": sources.off,
            "phrases": [
                {"file": str(one.path.name), **phrase.model_dump(mode="json")}
                for one in sources.phrases
                for phrase in one.model.phrases
            ],
            "lexicons": self.lexicons,
        }

    def _gates(self) -> dict[str, Any]:
        cased = frozenset(self.tags.cased)
        searched = {
            tag: text for tag, text in enumerate(self.tags.expressions) if tag not in cased and text != NEVER
        }
        return gates_of(searched)

    def _act(self, one: Loaded, act_ids: list[str]) -> dict[str, Any]:
        for name in one.model.unless:
            self._known_act(one, ("unless",), name, act_ids)
        for at, block in enumerate(one.model.detect):
            if _conditions(block.when):
                raise one.error(("detect", at), "an act asks for no context", "Leave 'when' to the rules.")
        blocks = [self._block(one, block, ("detect", at)) for at, block in enumerate(one.model.detect)]
        return {"id": one.model.id, "unless": list(one.model.unless), "detect": blocks}

    def _rule(self, one: Loaded, act_ids: list[str]) -> dict[str, Any]:
        model: RuleFile = one.model
        detect = parse_detect(model.kind, model.detect)
        check_rule(one, detect)
        if isinstance(detect, tuple):
            body: Any = [self._block(one, block, ("detect", at)) for at, block in enumerate(detect)]
        else:
            body = detect.model_dump(mode="json", exclude_none=True)
            if (name := body.get("of")) and body["measure"] in OF_A_TAG:
                body["of"] = self._name_of(self._tag(one, ("detect", "of"), name))
            for name in body.get("beside", ()):
                self._known_rule(one, name, ("detect", "beside"))
            if tags := body.get("tag"):
                body["tag"] = [self._tag(one, ("detect", "tag"), name) for name in tags]
            for name in (*body.get("act", ()), *body.get("against", ()), *body.get("after", ())):
                self._known_act(one, ("detect",), name, act_ids)
        replace = [[self._replacement(one, at), pair.with_] for at, pair in enumerate(model.replace)]
        keys = (
            "id",
            "severity",
            "kind",
            "unless_negotiable",
            "scope",
            "message",
            "why",
            "advice",
            "carries_reason",
        )
        return {
            **{key: getattr(model, key) for key in keys},
            "unless_near": [self._tag(one, ("unless_near",), name) for name in model.unless_near],
            "known_as": [self._known_as(one, at) for at in range(len(model.known_as))],
            "when": _conditions(model.when),
            "source": model.source.section or model.source.title or "",
            "detect": body,
            "replace": replace,
            "transform": list(model.transform),
        }

    def _known_as(self, one: Loaded, at: int) -> list[Any]:
        name = one.model.known_as[at]
        self._known_rule(one, name.rule, ("known_as", at))
        return [name.rule, [self._tag(one, ("known_as", at), tag) for tag in name.all]]

    def _replacement(self, one: Loaded, at: int) -> str:
        find = one.model.replace[at].find
        return self._compiled(one, ("replace", at), find, (find,))[0]

    def _block(self, one: Loaded, block: Detect, place: Location) -> dict[str, Any]:
        compiled: dict[str, Any] = {}
        for name in _DETECT_TAGS:
            if tags := getattr(block, name):
                compiled[name.rstrip("_")] = [self._tag(one, place, tag) for tag in tags]
        if when := _conditions(block.when):
            compiled["when"] = when
        if block.sure:
            compiled["sure"] = True
        if block.span:
            compiled["span"] = (
                block.span
                if isinstance(block.span, str)
                else [self._tag(one, (*place, "span"), tag) for tag in block.span]
            )
        return compiled

    def _tag(self, one: Loaded, place: Location, name: str) -> int:
        for known in (f"{one.model.id}.{name}", name):
            if known in self.tags.names:
                return self.tags.names[known]
        mend = (
            "Name a pattern of this file, a lexicon, an act as act:<id>, or <id>.<pattern> of another file."
        )
        raise one.error(place, f"there is no tag {name!r}", mend)

    def _name_of(self, tag: int) -> str:
        return next(name for name, number in self.tags.names.items() if number == tag)

    def _known_rule(self, one: Loaded, name: str, place: Location) -> None:
        if name not in self.rule_ids:
            mend = f"The rules are {', '.join(self.rule_ids)}."
            raise one.error(place, f"there is no rule {name!r}", mend)

    def _known_act(self, one: Loaded, place: Location, name: str, act_ids: list[str]) -> None:
        if name not in act_ids:
            raise one.error(place, f"there is no act {name!r}", f"The acts are {', '.join(act_ids)}.")


def _is_among(one: Loaded) -> bool:
    """Return whether a sense file asks for a tag of another one, which has to be read first."""
    return one.model.among is not None


def _conditions(when: When) -> dict[str, Any]:
    return when.model_dump(mode="json", exclude_none=True, exclude_defaults=True)


def _reason(error: Exception) -> str:
    """Return what is wrong; RE2 would quote the whole expression, which may be a page."""
    reason = error.args[0]
    said = reason.decode() if isinstance(reason, bytes) else str(reason)
    return said if isinstance(error, PatternError) else said[:_LONGEST_REASON].partition(": \\b(")[0]


def _quiet() -> re2.Options:
    options = re2.Options()
    options.log_errors = False
    return options
