"""What a rewrite changed, sentence by sentence.

Two analysed texts enter; ``Change``s leave, with the rules that object to what was there before.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from tactful.analysis import Analysis
from tactful.draft.model import Sentence
from tactful.lint import findings_of
from tactful.result import Change


def changes_between(draft: Analysis, read: Analysis) -> tuple[Change, ...]:
    """Return the runs of sentences that differ between a draft and a rewrite of it."""
    before, after = draft.draft.sentences, read.draft.sentences
    matcher = SequenceMatcher(None, _texts(draft), _texts(read), autojunk=False)
    return tuple(
        Change(
            _joined(draft, before[first:last]),
            _joined(read, after[start:end]),
            _rules(draft, before[first:last]),
        )
        for tag, first, last, start, end in matcher.get_opcodes()
        if tag != "equal"
    )


def _texts(analysis: Analysis) -> list[str]:
    return [analysis.draft.slice(one) for one in analysis.draft.sentences]


def _joined(analysis: Analysis, sentences: tuple[Sentence, ...]) -> str:
    return " ".join(analysis.draft.slice(one) for one in sentences)


def _rules(draft: Analysis, sentences: tuple[Sentence, ...]) -> tuple[str, ...]:
    if not sentences:
        return ()
    start, end = sentences[0].start, sentences[-1].end
    return tuple(
        dict.fromkeys(
            one.rule
            for one in findings_of(draft)
            if one.severity != "suggestion" and one.span.start < end and start < one.span.end
        )
    )
