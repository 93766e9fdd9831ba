"""Lays a user's pack over a rule book.

The files of a rule book and a pack's folder enter; the files of both leave, where the pack's file of
the same id counts.  ``pack.yaml`` changes severities, switches rules off and extends lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import Field

from tactful.errors import FileError
from tactful.rulebook.files import PACK_FILE, Loaded, Sources, read_sources
from tactful.rulebook.schema import Identifier, Severity, Strict, Text
from tactful.rulebook.source import Location, line_of, read_model


class Extension(Strict):
    """What a pack adds to a list (``+``) and takes out of it (``-``)."""

    add: tuple[Text, ...] = Field(default=(), alias="+")
    remove: tuple[Text, ...] = Field(default=(), alias="-")


class PackFile(Strict):
    """What a pack changes in the rule book beneath it; ``off`` gives the reason for each rule."""

    name: Text | None = None
    severities: dict[Identifier, Severity] = Field(default_factory=dict)
    off: dict[Identifier, Text] = Field(default_factory=dict)
    extends: dict[Identifier, Extension] = Field(default_factory=dict)


def lay_over(below: Sources, folder: Path) -> Sources:
    """Return the files of a rule book with a pack over it; raises ``FileError``."""
    own = read_sources(folder)
    path = folder / PACK_FILE
    if not path.exists():
        if not any((own.lexicons, own.fragments, own.senses, own.acts, own.phrases, own.rules)):
            mend = f"Put {PACK_FILE} or rule files into it."
            raise FileError(str(folder), 1, "the folder holds no rule pack", mend)
        return _merged(below, own)
    pack = Loaded(path, *read_model(path, PackFile))
    return _switched(_extended(_merged(below, own), pack), pack)


def _merged(below: Sources, own: Sources) -> Sources:
    own_rules = {one.model.id for one in own.rules}
    return Sources(
        lexicons=_replaced(below.lexicons, own.lexicons),
        fragments=_replaced(below.fragments, own.fragments),
        senses=_replaced(below.senses, own.senses),
        acts=_replaced(below.acts, own.acts),
        phrases=_replaced(below.phrases, own.phrases),
        rules=_replaced(below.rules, own.rules),
        off={name: reason for name, reason in below.off.items() if name not in own_rules},
    )


def _replaced(below: Iterable[Loaded], own: Iterable[Loaded]) -> list[Loaded]:
    by_id = {one.model.id: one for one in (*below, *own)}
    return [by_id[name] for name in sorted(by_id)]


def _switched(sources: Sources, pack: Loaded) -> Sources:
    """Return the files with the pack's severities, and its rules switched off."""
    known = [one.model.id for one in sources.rules]
    for key in ("severities", "off"):
        for name in getattr(pack.model, key):
            _require(pack, (key, name), name, known, "rule")
    severities: Mapping[str, Severity] = pack.model.severities
    rules = [
        replace(one, model=one.model.model_copy(update={"severity": severities[one.model.id]}))
        if one.model.id in severities
        else one
        for one in sources.rules
    ]
    return replace(sources, rules=rules, off={**sources.off, **pack.model.off})


def _extended(sources: Sources, pack: Loaded) -> Sources:
    lexicons, fragments = list(sources.lexicons), list(sources.fragments)
    known = [one.model.id for one in lexicons] + [name for one in fragments for name in one.model.fragments]
    for name, extension in pack.model.extends.items():
        _require(pack, ("extends", name), name, known, "lexicon or fragment")
        lexicons = [
            _with_words(one, name, extension, pack) if one.model.id == name else one for one in lexicons
        ]
        fragments = [
            _with_fragment(one, name, extension, pack) if name in one.model.fragments else one
            for one in fragments
        ]
    return replace(sources, lexicons=lexicons, fragments=fragments)


def _with_words(one: Loaded, name: str, extension: Extension, pack: Loaded) -> Loaded:
    words = _changed(one.model.words, name, extension, pack)
    return _overlaid(one, {"words": tuple(words)}, ("words",), name, pack)


def _with_fragment(one: Loaded, name: str, extension: Extension, pack: Loaded) -> Loaded:
    choices = _changed(_alternatives(one.model.fragments[name]), name, extension, pack)
    fragments = {**one.model.fragments, name: "|".join(choices)}
    return _overlaid(one, {"fragments": fragments}, ("fragments", name), name, pack)


def _overlaid(one: Loaded, update: dict[str, Any], place: Location, name: str, pack: Loaded) -> Loaded:
    """Return the changed file; what is wrong in it from now on is the pack's to mend."""
    line = line_of(pack.lines, ("extends", name))
    return Loaded(pack.path, one.model.model_copy(update=update), {place: line, (): line})


def _changed(entries: Sequence[str], name: str, extension: Extension, pack: Loaded) -> list[str]:
    for at, entry in enumerate(extension.remove):
        if entry not in entries:
            close = get_close_matches(entry, entries, n=1)
            mend = f"Did you mean {close[0]!r}?" if close else "Leave it out."
            raise pack.error(("extends", name, "-", at), f"{name!r} has no entry {entry!r}", mend)
    kept = [entry for entry in entries if entry not in extension.remove]
    if not kept and not extension.add:
        raise pack.error(("extends", name), f"{name!r} would be empty", "Leave an entry or add one.")
    return list(dict.fromkeys((*kept, *extension.add)))


def _alternatives(pattern: str) -> list[str]:
    """Return the alternatives of a pattern, split where no bracket is open."""
    pieces, depth = [""], 0
    for character in pattern:
        depth += (character in "([{") - (character in ")]}")
        if character == "|" and not depth:
            pieces.append("")
        else:
            pieces[-1] += character
    return pieces


def _require(pack: Loaded, place: Location, name: str, known: Sequence[str], what: str) -> None:
    if name not in known:
        close = get_close_matches(name, known, n=1)
        mend = f"Did you mean {close[0]!r}?" if close else "Correct the name or leave it out."
        raise pack.error(place, f"there is no {what} {name!r}", mend)
