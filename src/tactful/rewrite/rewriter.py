"""Asks a language model for candidates: the whole message, or a few of its sentences.

An analysed draft, findings and a ``Model`` enter; ``Proposal``s leave, unmasked and cleaned, never
verified here.  The model reads placeholders for names and numbers, and what is private not at all.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tactful.analysis import Analysis
from tactful.checks.when import applies
from tactful.errors import ProviderError, TactfulError
from tactful.llm.model import CallLimits, Completion, Message, Model
from tactful.prompts import Prompt, fence_for, prompt
from tactful.result import Finding
from tactful.rewrite.cleaning import clean
from tactful.rewrite.feedback import Remark, feedback
from tactful.rewrite.mask import Mask, placeholders_in
from tactful.rewrite.splice import numbered, read_numbered, splice
from tactful.text import Span

PRIVATE_RULES = frozenset({"over-sharing"})
_LEAST_TOKENS = 200
_TOKENS_A_CHARACTER = 0.6
_ASKED_FOR = {
    "decline": "the writer declines the offer",
    "withdraw": "the writer withdraws the application",
    "negotiate": "the writer negotiates and has not decided",
    "more-time": "the writer asks for more time and has not decided",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a model made of it: the text, the placeholders it made up, and what the call took."""

    text: str
    invented: tuple[str, ...]
    completion: Completion
    prompt: Prompt


@dataclass(frozen=True, slots=True)
class MaskedDraft:
    """A draft as a model may read it."""

    analysis: Analysis
    findings: tuple[Finding, ...]
    mask: Mask
    text: str

    @classmethod
    def of(cls, analysis: Analysis, findings: tuple[Finding, ...]) -> MaskedDraft:
        """Return the draft without what is private, with placeholders for what is personal."""
        mask = Mask()
        gaps = _joined((*analysis.draft.anatomy.quoted, *_private_clauses(analysis, findings)))
        return cls(analysis, findings, mask, mask.hide(analysis, gaps).strip())


def _private_clauses(analysis: Analysis, findings: Sequence[Finding]) -> list[Span]:
    private = [one.span for one in findings if one.rule in PRIVATE_RULES]
    return [
        Span(clause.start, clause.end)
        for sentence in analysis.draft.sentences
        for clause in sentence.clauses
        if any(span.start < clause.end and clause.start < span.end for span in private)
    ] + private


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans sorted, with those that meet made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


class Rewriter:
    """Asks one model about one draft."""

    def __init__(self, model: Model, draft: MaskedDraft, kind: str, *, tone_only: bool = False) -> None:
        self._model = model
        self._draft = draft
        self._kind = _ASKED_FOR.get(kind, f"a message of the kind {kind}")
        self._whole = prompt("tone" if tone_only else "rewrite")
        self._repair = prompt("repair")

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """The prompts that are used."""
        return self._whole, self._repair

    async def whole(self, remarks: Sequence[Remark], seconds: float) -> Proposal:
        """Return a whole message; ``remarks`` tell what was wrong with the one before."""
        context = self._draft.analysis.draft.context
        told = feedback(((None, one) for one in remarks), self._draft.mask)
        placeholders = ", ".join(placeholders_in(self._draft.text)) or "(none)"
        values = {
            "kind": self._kind,
            "channel": context.channel,
            "tone": "as the writer's" if context.tone == "as-is" else context.tone,
            "checklist": "\n".join(f"- {advice}" for advice in self._checklist()),
            "placeholders": placeholders,
            "feedback": f"The version before this one failed:\n{told}" if told else "",
            "draft": self._draft.text,
        }
        completion = await self._ask(self._whole, values, len(self._draft.text), seconds)
        revealed = self._draft.mask.reveal(clean(completion.text))
        return Proposal(revealed.text, revealed.invented, completion, self._whole)

    async def sentences(
        self, read: Analysis, remarks: Mapping[int, Sequence[Remark]], seconds: float
    ) -> Proposal:
        """Return a message with the sentences replaced that remarks are about, by their places."""
        hidden = [
            self._draft.mask.hide_all_but(read, Span(one.start, one.end)) for one in read.draft.sentences
        ]
        values = {
            "kind": self._kind,
            "numbers": ", ".join(str(at + 1) for at in sorted(remarks)),
            "findings": feedback(
                ((at + 1, one) for at in sorted(remarks) for one in remarks[at]), self._draft.mask
            ),
            "lines": numbered(hidden),
        }
        size = sum(len(hidden[at]) for at in remarks)
        completion = await self._ask(self._repair, values, size, seconds)
        lines = read_numbered(clean(completion.text), {at + 1 for at in remarks})
        revealed = {number: self._draft.mask.reveal(line) for number, line in lines.items()}
        text = splice(read.draft, {number - 1: one.text for number, one in revealed.items()})
        invented = tuple(word for one in revealed.values() for word in one.invented)
        return Proposal(text, invented, completion, self._repair)

    async def _ask(self, asked: Prompt, values: dict[str, str], size: int, seconds: float) -> Completion:
        values["fence"] = fence_for(values.values())
        messages = [Message(role, text) for role, text in asked.render(values)]
        most = max(_LEAST_TOKENS, int(size * _TOKENS_A_CHARACTER * 2))
        try:
            async with asyncio.timeout(seconds):
                return await self._model.complete(messages, CallLimits(most, seconds))
        except TactfulError:
            raise
        except TimeoutError:
            what = f"did not answer within {seconds:.0f} s"
        except Exception as error:  # noqa: BLE001 - a model is anybody's code, and may raise anything
            what = f"failed ({type(error).__name__})"
        raise ProviderError(f"The model {self._model.name!r} {what}; see whether it runs.")

    def _checklist(self) -> list[str]:
        """Return what passing looks like: what the kind asks for, and the rules that the draft broke."""
        analysis = self._draft.analysis
        book = analysis.book
        asked = [rule.advice for rule in book.act_rules if rule.kind == "require" and applies(rule, analysis)]
        broken = [one.advice for one in self._draft.findings if one.severity != "suggestion"]
        return list(dict.fromkeys((*asked, *broken)))
