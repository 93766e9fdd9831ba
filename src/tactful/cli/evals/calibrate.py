"""``tactful eval calibrate``: what people say of texts enters, how far a judge agrees is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from tactful.cli.books import book_for
from tactful.cli.evals.judging import judge_all, rules_of
from tactful.cli.evals.settings import CalibrateSettings
from tactful.cli.evals.table import aligned
from tactful.cli.output import write
from tactful.errors import FileError, OptionError
from tactful.evals.agreement import Agreement, agreement
from tactful.evals.gate import PROVES_NOTHING
from tactful.evals.judge import JUDGE
from tactful.evals.record import Score


class LabelLine(BaseModel):
    """What a person says of a text by one rule."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    draft: str
    text: str
    rule: str
    holds: bool


@dataclass(frozen=True, slots=True)
class _Judged:
    """What the judge says of each text, by its place in the list of texts and by the rule."""

    verdicts: dict[tuple[int, str], bool | None]

    def note(self, at: int, scores: tuple[Score, ...]) -> None:
        self.verdicts.update({(at, one.scorer.removeprefix(JUDGE)): one.passed for one in scores})


def run(settings: CalibrateSettings) -> int:
    """Write the agreement for each rule; 0, or 3 where no text got a verdict."""
    labels = _labels(settings.labels)
    named = tuple(dict.fromkeys(one.rule for one in labels))
    rules = rules_of(settings.with_rules(settings.judged or named), book_for(settings.packs))
    wanted = {rule.id for rule in rules}
    labels = [one for one in labels if one.rule in wanted]
    texts = list(dict.fromkeys((one.draft, one.text) for one in labels))
    judged = _Judged({})
    judge_all(settings, rules, texts, judged.note)
    place = {pair: at for at, pair in enumerate(texts)}
    found = {
        rule.id: agreement(
            [
                (one.holds, judged.verdicts[place[one.draft, one.text], rule.id])
                for one in labels
                if one.rule == rule.id
            ]
        )
        for rule in rules
    }
    lines = [_line(name, one) for name, one in found.items()]
    write(
        aligned(
            [("rule", "judge", "texts", "agreed", "kappa", "not scored"), *_with(settings.model, lines)],
            left=2,
        )
    )
    return 0 if any(one.texts for one in found.values()) else PROVES_NOTHING


def _labels(path: Path) -> list[LabelLine]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise OptionError(f"{path}: cannot be read ({error}); give a file of JSON lines.") from error
    labels = []
    for at, line in enumerate(lines, 1):
        if line.strip():
            try:
                labels.append(LabelLine.model_validate_json(line))
            except ValidationError as error:
                detail = error.errors()[0]
                place = ".".join(map(str, detail["loc"])) or "the line"
                mend = 'Write {"draft": "...", "text": "...", "rule": "blame", "holds": true}.'
                raise FileError(str(path), at, f"{place}: {detail['msg']}", mend) from error
    if not labels:
        raise OptionError(f"{path}: has no label; write one JSON object a line.")
    return labels


def _line(rule: str, one: Agreement) -> tuple[str, ...]:
    share = "-" if one.share is None else f"{one.share:.0%}"
    kappa = "-" if one.kappa is None else f"{one.kappa:.2f}"
    return (rule, str(one.texts), share, kappa, str(one.not_scored))


def _with(model: str, lines: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [(rule, model, *rest) for rule, *rest in lines]
