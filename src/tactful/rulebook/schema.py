"""The shapes of the files of a rule book, as pydantic checks them.

Parsed YAML enters; frozen models leave.  Imported only when files are compiled, never by a check.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Severity = Literal["error", "warning", "suggestion"]
RuleKind = Literal["require", "forbid", "order", "limit", "pair"]
Scope = Literal[
    "clause", "prose", "sentence", "body", "message", "subject", "greeting", "sign-off", "anywhere"
]


class Strict(BaseModel):
    """Unknown keys are errors; what was read does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(Strict):
    """Where a rule comes from: a section of the article, or another work by its title."""

    section: Text | None = None
    title: Text | None = None


class When(Strict):
    """Facts of the context under which a rule speaks; a fact that is unknown fulfils nothing.

    Of the sets of conditions in ``either``, one is enough.
    """

    kind: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    tone: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()
    late: bool | None = None
    via_recruiter: bool | None = None
    rounds_at_least: int | None = None
    either: tuple[When, ...] = ()


class Detect(Strict):
    """One way in which a pattern shows: tags combined within a clause or its sentence.

    ``when`` narrows this one way, as the rule's own ``when`` narrows all of them.  What is ``sure`` is told
    beside the tags of the rule's ``unless_near``, too.
    """

    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    not_: tuple[str, ...] = Field(default=(), alias="not")
    before: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    near_any: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    span: tuple[str, ...] | Literal["clause", "sentence"] = ()
    when: When = When()
    sure: bool = False

    @model_validator(mode="after")
    def _asks_for_something(self) -> Detect:
        if not (self.all or self.any or self.before):
            raise ValueError("needs 'all', 'any' or 'before'")
        if len(self.before) == 1:
            raise ValueError("'before' needs two tags or more, in their order")
        return self


class ActDetect(Strict):
    """For require, order and pair rules: acts of the message.

    A require rule may also name tags of which one clause must have one.
    """

    act: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    within: int | None = None
    place: Literal["start", "after-thanks", "end"] = "end"

    @field_validator("act", "tag", "against", "after", mode="before")
    @classmethod
    def _one_is_a_list(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value

    @model_validator(mode="after")
    def _asks_for_something(self) -> ActDetect:
        if not (self.act or self.tag):
            raise ValueError("needs 'act' or 'tag'")
        return self


class MeasureDetect(Strict):
    """For limit rules: a measure, and how much of it is fine (by channel where it differs)."""

    measure: Identifier
    of: str | None = None
    at_most: float | dict[str, float] | None = None
    at_least: float | dict[str, float] | None = None
    each: bool = False
    beside: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _has_a_limit(self) -> MeasureDetect:
        if self.at_most is None and self.at_least is None:
            raise ValueError("needs 'at_most' or 'at_least'")
        return self


class Replacement(Strict):
    """A mend: what is found in folded text, and what is written in its place."""

    find: Text
    with_: str = Field(alias="with")


class BadExample(Strict):
    """A text in which the rule fires: the exact match, and the same thing said well."""

    text: Text
    match: str
    fixed: Text
    as_: Literal["fragment", "message"] = Field(default="fragment", alias="as")
    context: dict[str, Any] = Field(default_factory=dict)


class GoodExample(Strict):
    """A near miss that must stay clean."""

    text: Text
    as_: Literal["fragment", "message"] = Field(default="fragment", alias="as")
    context: dict[str, Any] = Field(default_factory=dict)


class Examples(Strict):
    """The tests that a rule carries."""

    bad: tuple[BadExample, ...]
    good: tuple[str | GoodExample, ...]


class KnownAs(Strict):
    """The rule under whose name a match is told, where its sentence has all of some tags."""

    rule: Identifier
    all: tuple[str, ...] = Field(min_length=1)


class RuleFile(Strict):
    """One rule."""

    id: Identifier
    severity: Severity
    kind: RuleKind
    when: When = When()
    unless_negotiable: bool = False
    unless_near: tuple[str, ...] = ()
    scope: Scope = "clause"
    message: Text
    why: Text
    advice: Text
    source: Source
    patterns: dict[Identifier, str | tuple[str, ...]] = Field(default_factory=dict)
    detect: Any
    replace: tuple[Replacement, ...] = ()
    transform: tuple[Identifier, ...] = ()
    carries_reason: bool = False
    known_as: tuple[KnownAs, ...] = ()
    examples: Examples

    @model_validator(mode="after")
    def _detect_fits_the_kind(self) -> RuleFile:
        parse_detect(self.kind, self.detect)
        return self


class ActFile(Strict):
    """One speech act and how a clause performs it."""

    id: Identifier
    what: Text
    patterns: dict[Identifier, str | tuple[str, ...]] = Field(default_factory=dict)
    detect: tuple[Detect, ...]
    unless: tuple[Identifier, ...] = ()
    examples: ActExamples


class ActExamples(Strict):
    """Clauses that perform the act, and near misses that do not."""

    yes: tuple[str, ...]
    no: tuple[str, ...]


class LexiconFile(Strict):
    """A list of words: entries are folded text with ``*`` for an ending and ``(a|b)`` for a choice."""

    id: Identifier
    what: Text
    source: Text
    licence: Text
    words: tuple[str, ...]


class SenseTag(Strict):
    """A tag of every sentence whose chance to have one of some senses lies between two bounds."""

    of: tuple[Identifier, ...] = Field(min_length=1)
    at_least: float = Field(default=0.0, ge=0, le=1)
    at_most: float = Field(default=1.0, ge=0, le=1)


class SenseFile(Strict):
    """The senses of sentences, the labels each stands for, and the tags made of them.

    ``weights`` names the table beside the file that holds a row for each word.  ``among`` is the tag of
    another file's senses: only a sentence that has it is asked for these.
    """

    id: Identifier
    what: Text
    source: Text
    licence: Text
    weights: Text
    among: Identifier | None = None
    senses: dict[Identifier, tuple[Identifier, ...]] = Field(min_length=2)
    tags: dict[Identifier, SenseTag]

    @model_validator(mode="after")
    def _names_what_there_is(self) -> SenseFile:
        for name, tag in self.tags.items():
            for sense in tag.of:
                if sense not in self.senses:
                    raise ValueError(f"the tag {name!r} asks for {sense!r}, which is no sense of this file")
        return self


class FragmentFile(Strict):
    """Short named pieces of patterns that other patterns take in as ``{name}``."""

    id: Identifier
    what: Text
    fragments: dict[Identifier, str]


def parse_detect(kind: str, detect: Any) -> tuple[Detect, ...] | ActDetect | MeasureDetect:
    """Return the detect block of a rule, in the shape that its kind asks for."""
    if kind == "forbid":
        blocks = detect if isinstance(detect, list | tuple) else [detect]
        return tuple(Detect.model_validate(block) for block in blocks)
    if kind == "limit":
        return MeasureDetect.model_validate(detect)
    acts = ActDetect.model_validate(detect)
    if acts.tag and kind != "require":
        raise ValueError("only a require rule may name tags; the others go by acts")
    return acts


When.model_rebuild()
ActFile.model_rebuild()
