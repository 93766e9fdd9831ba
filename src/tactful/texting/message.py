"""Makes the message that a text message stands for: whole words, sentences, names with capitals.

A draft, its facts and what mends its words enter; a ``Telling`` leaves, or nothing where the draft is not
typed like a text message.  Nothing is said that the draft does not say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tactful.draft.model import Draft
from tactful.result import Fact
from tactful.telling import Telling
from tactful.text import Span, capitalise
from tactful.texting.ends import foot, greeted, hailed, introduced, without_signature
from tactful.texting.names import small_names
from tactful.texting.sentences import Mend, is_small, sentences_of
from tactful.texting.words import spelled_out

TEXTING_RULE = "texting-style"
# One sentence in so many must be typed like a text message.
_SPARSEST = 2


@dataclass
class _Writing:
    """The message while it is put together."""

    text: str = ""
    signed: str = ""
    sources: list[tuple[Span, str]] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)

    def add(self, said: str, written: str, before: str) -> None:
        start = len(self.text) + len(before)
        self.text += before + said
        self.sources.append((Span(start, start + len(said)), written))


def read_texting(draft: Draft, facts: Sequence[Fact], mend: Mend) -> Telling | None:
    """Return a text message spelled out, or nothing where the draft is none.

    ``mend`` replaces the short forms that the rules know.
    """
    if draft.anatomy.quoted or draft.anatomy.subject or not _is_texted(draft, mend):
        return None
    names = small_names(draft, facts)
    writing = _Writing()
    _open(writing, draft, names, mend)
    for at in range(len(draft.sentences)):
        if draft.sentences[at].part == "body":
            _say(writing, draft, at, names, mend)
    _close(writing, draft, mend)
    _say_after(writing, draft, names, mend)
    if not writing.sources:
        return None
    return Telling(writing.text, TEXTING_RULE, tuple(writing.sources), tuple(writing.unsaid))


def _is_texted(draft: Draft, mend: Mend) -> bool:
    """Return whether most sentences are typed like a text message, one of them for sure."""
    written = [draft.slice(sentence) for sentence in draft.sentences]
    texted = sum(map(is_small, written))
    return bool(texted) and texted * _SPARSEST >= len(written) and any(mend(one) != one for one in written)


def _open(writing: _Writing, draft: Draft, names: Sequence[str], mend: Mend) -> None:
    span = draft.anatomy.greeting
    if span is None:
        return
    said, whom, rest = greeted(draft.slice(span), names)
    writing.text = f"{capitalise(mend(said).rstrip(' ,!.-:') or said)}{whom},"
    for one in sentences_of(rest, names, mend) if rest else ():
        writing.add(one, rest, "\n\n")


def _say(writing: _Writing, draft: Draft, at: int, names: Sequence[str], mend: Mend) -> None:
    """Write a sentence of the draft, as many as there are in it."""
    sentence = draft.sentences[at]
    text = draft.slice(sentence)
    hail = None if writing.text else hailed(text, names)
    if hail is not None:
        writing.text, text = hail
    if at and at == len(draft.sentences) - 1 and not draft.anatomy.signature:
        text, writing.signed = without_signature(text, names)
    opening, rest = introduced(text, names) if not writing.sources else ("", text)
    said = [*([opening] if opening else []), *(sentences_of(rest, names, mend) if rest else ())]
    if text and not said:
        writing.unsaid.append(text)
    between = draft.text[draft.sentences[at - 1].end if at else draft.anatomy.body.start : sentence.start]
    for number, one in enumerate(said):
        writing.add(one, text, _break(" " if number else between, writing.text))


def _say_after(writing: _Writing, draft: Draft, names: Sequence[str], mend: Mend) -> None:
    """Write the postscript."""
    before = "\n\nP.S. "
    for sentence in draft.sentences:
        text = draft.slice(sentence)
        for one in sentences_of(text, names, mend) if sentence.part == "postscript" else ():
            writing.add(one, text, before)
            before = " "


def _break(between: str, before: str) -> str:
    """Return what parts two sentences: the writer's line breaks, or a blank."""
    if not before:
        return ""
    if "\n" not in between and before.endswith(","):
        return "\n\n"
    return "\n" * min(between.count("\n"), 2) or " "


def _close(writing: _Writing, draft: Draft, mend: Mend) -> None:
    anatomy = draft.anatomy
    sender = draft.slice(anatomy.signature) if anatomy.signature else writing.signed
    sign_off = draft.slice(anatomy.sign_off).casefold() if anatomy.sign_off else ""
    signed = foot(mend(spelled_out(sign_off)), sender)
    writing.text += f"\n\n{signed}" if signed else ""
