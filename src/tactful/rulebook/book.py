"""The rule book as it runs: tags, acts, rules, phrases.

The compiled JSON enters; a ``RuleBook`` leaves that tags clauses, finds acts and locates tags.
Neither pydantic nor YAML is imported here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import re2

from tactful.errors import InternalError
from tactful.result import Severity
from tactful.rulebook.detector import Block, Detector, Locate, block_from
from tactful.rulebook.senses import Senses
from tactful.rulebook.tagger import LONGEST_TEXT, MOST_TEXTS, Matcher, Tagger, matcher, options
from tactful.text import Span, without_surrogates

TOPIC_PREFIX = "topic-"

# Which topic names a clause that speaks of several: first what can be said plainly, then verdicts.
TOPIC_ORDER = (
    *("pay", "place", "hours", "travel", "scope", "growth", "visa", "family", "health"),
    *("other-role", "study", "fit", "timing", "benefits", "culture"),
)
WIDE_SCOPES = ("sentence", "body", "message")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, compiled; ``detect`` is its act or measure block where it has no tags.

    ``unless_near`` has the tags beside which, in one sentence, the rule is silent.  ``known_as`` has the
    rules that tell more of what this one finds, each with the tags of a sentence that it takes.
    """

    id: str
    severity: Severity
    kind: str
    scope: str
    message: str
    why: str
    advice: str
    source: str
    when: Mapping[str, Any]
    unless_negotiable: bool
    unless_near: int
    carries_reason: bool
    known_as: tuple[tuple[str, int], ...]
    detect: Any
    replace: tuple[tuple[str, str], ...]
    transform: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActRecogniser:
    """One speech act: its tag, and the acts beside which it does not count."""

    id: str
    tag: int
    unless: int


class RuleBook:
    """Rules, acts, lexicons and phrases, ready to run on folded text."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.tag_names: list[str] = [name for name, _ in data["tags"]]
        self._expressions: list[str] = [expression for _, expression in data["tags"]]
        self._located: dict[int, tuple[Any, bool]] = {}
        # Where tags were found in texts seen before: a candidate holds most of its draft's sentences.
        self._places: dict[tuple[int, str], tuple[int, int]] = {}
        self._cased = tuple(sorted(data.get("cased", ())))
        self._tagger = Tagger(self._expressions, data["gates"])
        first_act = self.first_act = len(self._expressions)
        ids = [act["id"] for act in data["acts"]]
        self.act_tags: dict[str, int] = {name: first_act + at for at, name in enumerate(ids)}
        self.acts = tuple(
            ActRecogniser(
                act["id"], self.act_tags[act["id"]], sum(1 << self.act_tags[name] for name in act["unless"])
            )
            for act in data["acts"]
        )
        self.act_detector = Detector(
            [block_from(at, block) for at, act in enumerate(data["acts"]) for block in act["detect"]],
            data["gates"]["weights"],
        )
        self.acts_with_unless = tuple(act for act in self.acts if act.unless)
        self.senses = tuple(Senses(one) for one in data.get("senses", ()))
        self.sense_tags = sum(1 << tag for senses in self.senses for tag in senses.tags)
        self.topics = _topics(self.tag_names)
        self.topics_mask = sum(bit for bit, _ in self.topics)
        self.rules = tuple(_rule(rule) for rule in data["rules"])
        self.limit_rules = tuple(rule for rule in self.rules if rule.kind == "limit")
        self.act_rules = tuple(rule for rule in self.rules if rule.kind not in ("forbid", "limit"))
        self.rule_by_id = {rule.id: rule for rule in self.rules}

    @cached_property
    def _cased_matcher(self) -> Matcher:
        """Finds the patterns that run on the text as it was written."""
        return matcher(*(self._expressions[tag] for tag in self._cased))

    @cached_property
    def tag_index(self) -> dict[str, int]:
        """The number of each tag by name; acts as ``act:<id>``."""
        index = {name: at for at, name in enumerate(self.tag_names)}
        index.update({f"act:{name}": tag for name, tag in self.act_tags.items()})
        return index

    def lexicon(self, name: str) -> tuple[str, ...]:
        """Return the words of a lexicon; raises ``InternalError`` where there is none."""
        try:
            return tuple(self.data["lexicons"][name])
        except KeyError:
            raise InternalError(f"The rule book has no lexicon {name!r}.") from None

    def mask(self, folded: str) -> int:
        """Return the tags of a stretch of folded text, one bit a tag."""
        return self._tagger.mask(folded)

    def sense_mask(self, folded: str, tags: int) -> int:
        """Return the tags that stand for the sense of a whole sentence; ``tags`` are those of its clauses."""
        mask = 0
        for senses in self.senses:
            mask |= senses.mask(folded, tags | mask)
        return mask

    def cased_mask(self, written: str) -> int:
        """Return the tags that ask for capitals in a stretch of the text as it was written."""
        mask = 0
        if self._cased:
            for index in self._cased_matcher(written) or ():
                mask |= 1 << self._cased[index]
        return mask

    def tags(self, mask: int) -> list[str]:
        """Return the names of the tags in a mask, for messages and tests."""
        names = [*self.tag_names, *(f"act:{name}" for name in self.act_tags)]
        return [name for at, name in enumerate(names) if mask >> at & 1]

    def bit(self, name: str) -> int:
        """Return the mask of one tag by name; 0 where the book has no such tag."""
        index = self.tag_index.get(name)
        return 0 if index is None else 1 << index

    def locate(self, tag: int, folded: str, start: int, end: int) -> Span | None:
        """Return the first match of a tag in a stretch of folded text; an act or a sense fills the stretch.

        A tag that asks for capitals is looked for in the text as written: ``locator`` sees to that.
        """
        if tag >= len(self._expressions) or self.sense_tags >> tag & 1:
            return Span(start, end)
        found = self._places.get((tag, stretch := folded[start:end]))
        if found is None:
            found = self._place(tag, stretch)
            if len(stretch) <= LONGEST_TEXT:
                if len(self._places) >= MOST_TEXTS:
                    self._places.clear()
                self._places[tag, stretch] = found
        return Span(start + found[0], start + found[1]) if found[0] >= 0 else None

    def _place(self, tag: int, stretch: str) -> tuple[int, int]:
        """Return where the first match of a tag lies in a stretch, -1 where there is none."""
        known = self._located.get(tag)
        if known is None:
            compiled = re2.compile(self._expressions[tag], options())
            known = self._located[tag] = (compiled, compiled.groups > 0)
        pattern, has_group = known
        # RE2 reads bytes; where each character is one, their places are the same.
        match = pattern.search(stretch.encode()) if stretch.isascii() else pattern.search(stretch)
        if match is None:
            return -1, -1
        first, last = match.span(1) if has_group else (-1, -1)
        return (first, last) if first >= 0 else match.span()

    def locator(self, text: str) -> Locate:
        """Return ``locate`` for the folded copy of this text, where some tags ask for the text itself."""

        def locate(tag: int, folded: str, start: int, end: int) -> Span | None:
            return self.locate(tag, without_surrogates(text) if tag in self._cased else folded, start, end)

        return locate

    @cached_property
    def forbid_detectors(self) -> dict[str, Detector]:
        """The blocks of the forbid rules by scope; a block's owner is the rule's place in ``rules``.

        The scopes that lie within one clause, or outside the body, share the name ``clause``.
        """
        blocks: dict[str, list[Block]] = {scope: [] for scope in ("clause", *WIDE_SCOPES)}
        for at, rule in enumerate(self.rules):
            if rule.kind == "forbid":
                scope = rule.scope if rule.scope in WIDE_SCOPES else "clause"
                blocks[scope] += [block_from(at, block) for block in rule.detect]
        weights = self.data["gates"]["weights"]
        return {scope: Detector(listed, weights) for scope, listed in blocks.items()}


def _rule(data: Mapping[str, Any]) -> Rule:
    return Rule(
        **{
            key: data[key]
            for key in (
                "id",
                "severity",
                "kind",
                "scope",
                "message",
                "why",
                "advice",
                "source",
                "when",
                "unless_negotiable",
                "carries_reason",
                "detect",
            )
        },
        unless_near=sum(1 << tag for tag in data["unless_near"]),
        known_as=tuple((rule, sum(1 << tag for tag in tags)) for rule, tags in data["known_as"]),
        replace=tuple((find, written) for find, written in data["replace"]),
        transform=tuple(data["transform"]),
    )


def _topics(tag_names: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Return the bits and names of all topics; the first that a clause has is the one it is about."""
    known = {
        name.removeprefix(TOPIC_PREFIX): 1 << at
        for at, name in enumerate(tag_names)
        if name.startswith(TOPIC_PREFIX)
    }
    order = (*(topic for topic in TOPIC_ORDER if topic in known), *sorted(known.keys() - {*TOPIC_ORDER}))
    return tuple((known[topic], topic) for topic in order)
