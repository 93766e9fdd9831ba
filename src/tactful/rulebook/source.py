"""Reads YAML files, of rules and of whatever else a person writes, and knows the line of every key.

A path and a model enter; a checked model leaves.  What does not fit is a ``FileError`` with the
file, the line and the mend.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError

from tactful.errors import FileError

Model = TypeVar("Model", bound=BaseModel)
Location = tuple[str | int, ...]

_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_BASE):  # type: ignore[misc]
    """Reads ``no``, ``off`` and dates as the words they are: this is about language."""


_Loader.yaml_implicit_resolvers = {
    first: [
        pair for pair in pairs if pair[0] not in {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"}
    ]
    for first, pairs in _BASE.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))

_MENDS = {
    "extra_forbidden": "Remove the key or correct its spelling",
    "missing": "Add the key",
    "literal_error": "Choose one of the words that the message names",
    "string_pattern_mismatch": "Write it in kebab-case: lower-case words joined by hyphens",
}


def read_yaml(path: Path) -> tuple[Any, dict[Location, int]]:
    """Return what a YAML file holds, and the line (from 1) of each place in it."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(str(path), 1, f"the file cannot be read ({error})", "Save it as UTF-8.") from error
    try:
        node = yaml.compose(text, _Loader)
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line + 1) if error.problem_mark else 1
        raise FileError(str(path), line, f"no valid YAML ({error.problem})", "Mend the line.") from error
    except yaml.YAMLError as error:
        raise FileError(str(path), 1, f"no valid YAML ({error})", "Mend the file.") from error
    if node is None:
        raise FileError(str(path), 1, "the file is empty", "Fill it or delete it.")
    lines: dict[Location, int] = {}
    _note_lines(node, (), lines, path)
    return yaml.load(text, _Loader), lines  # noqa: S506 - built on the safe loader


def _note_lines(node: Any, place: Location, lines: dict[Location, int], path: Path) -> None:
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise FileError(
                    str(path),
                    key.start_mark.line + 1,
                    f"the key {key.value!r} stands twice",
                    "Keep one of them.",
                )
            seen.add(key.value)
            _note_lines(value, (*place, key.value), lines, path)
            lines[(*place, key.value)] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _note_lines(value, (*place, index), lines, path)


def read_model(path: Path, model: type[Model]) -> tuple[Model, dict[Location, int]]:
    """Return a file as a model, with its lines; raises ``FileError`` on the first misfit."""
    data, lines = read_yaml(path)
    try:
        return model.model_validate(data), lines
    except ValidationError as error:
        raise _first_misfit(path, error, lines, model) from error


def _first_misfit(
    path: Path, error: ValidationError, lines: dict[Location, int], model: type[BaseModel]
) -> FileError:
    # A key that is spelt wrong is also a key that is missing: the first tells more.
    detail = min(error.errors(), key=lambda one: one["type"] != "extra_forbidden")
    place = tuple(part for part in detail["loc"])
    named = ".".join(str(part) for part in place) or "the file"
    mend = _MENDS.get(detail["type"], "Mend the value")
    if detail["type"] == "extra_forbidden":
        close = get_close_matches(str(place[-1]), _keys_at(model, place[:-1]), n=1)
        mend = f"Did you mean {close[0]!r}?" if close else mend
    problem = f"{named}: {detail['msg'].removeprefix('Value error, ')}"
    return FileError(str(path), line_of(lines, place), problem, mend if mend[-1] == "?" else mend + ".")


def _keys_at(model: type[BaseModel], place: Location) -> list[str]:
    """Return the keys that a place in a file may have."""
    for part in place:
        field = next((one for name, one in model.model_fields.items() if part in {name, one.alias}), None)
        inner = None if field is None else _model_in(field.annotation)
        model = inner or model
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def line_of(lines: dict[Location, int], place: Location) -> int:
    """Return the line of a place, or of the nearest place around it that the file has."""
    while place not in lines and place:
        place = place[:-1]
    return lines.get(place, 1)
