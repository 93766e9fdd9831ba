"""What a model is told about a candidate that failed, sentence by sentence where that is possible.

An analysed draft, an analysed candidate and its verdict enter; ``Remarks`` leave.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tactful.analysis import Analysis
from tactful.result import Finding, Verdict
from tactful.rewrite import Remark, overlaps

MOST_FLAGGED = 0.4
_ADDED = ("This is not in the draft.", "Take it out, or say only what the draft says.")
_LOST = ("The draft says this and the message does not.", "Say it, in words close to these.")
_BREAK = "Keep the writer's decision as the draft states it."


@dataclass(frozen=True, slots=True)
class Remarks:
    """Remarks on sentences by their places, and those that only a whole new message can meet."""

    sentences: dict[int, tuple[Remark, ...]]
    message: tuple[Remark, ...]
    count: int

    @property
    def everything(self) -> tuple[Remark, ...]:
        """The remarks, those on the message first."""
        return (*self.message, *(one for remarks in self.sentences.values() for one in remarks))

    @property
    def ask_for_a_whole(self) -> bool:
        """Whether so much is wrong that single sentences are not worth mending."""
        return bool(self.message) or len(self.sentences) > MOST_FLAGGED * self.count


def remarks_on(draft: Analysis, read: Analysis, verdict: Verdict) -> Remarks:
    """Return what keeps a candidate from being released, for whoever rewrites."""
    sentences: dict[int, list[Remark]] = defaultdict(list)
    message: list[Remark] = [Remark("decision", "", read, f"{broken}.", _BREAK) for broken in verdict.breaks]
    for finding in verdict.report.findings:
        if finding.severity == "error":
            _file(_remark(finding, read), overlaps(finding.span, read.draft), sentences, message)
    for entry in verdict.ledger.added:
        _file(Remark("added", entry.text, read, *_ADDED), _saying(entry.text, read), sentences, message)
    message.extend(Remark("lost", entry.text, draft, *_LOST) for entry in verdict.ledger.lost)
    filed = {at: tuple(dict.fromkeys(found)) for at, found in sorted(sentences.items())}
    return Remarks(filed, tuple(message), len(read.draft.sentences))


def _file(
    remark: Remark, places: tuple[int, ...], sentences: dict[int, list[Remark]], message: list[Remark]
) -> None:
    for at in places:
        sentences[at].append(remark)
    if not places:
        message.append(remark)


def _remark(finding: Finding, read: Analysis) -> Remark:
    rule = read.book.rule_by_id.get(finding.rule)
    return Remark(finding.rule, finding.text, read, rule.why if rule else "", finding.advice)


def _saying(text: str, read: Analysis) -> tuple[int, ...]:
    """Return the places of the sentences that hold a piece of text, by folded letters."""
    wanted = text.casefold()
    return tuple(
        at for at, one in enumerate(read.draft.sentences) if wanted in read.draft.slice(one).casefold()
    )
