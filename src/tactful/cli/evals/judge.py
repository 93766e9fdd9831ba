"""``tactful eval judge``: a finished run enters, a model's verdicts go into it, an exit code leaves."""

from __future__ import annotations

from tactful.cli.books import book_for
from tactful.cli.evals.judging import judge_all, rules_of
from tactful.cli.evals.settings import JudgeSettings
from tactful.cli.evals.table import table
from tactful.cli.output import say, write
from tactful.evals.gate import PROVES_NOTHING
from tactful.evals.judge import JUDGE, judged_rules
from tactful.evals.record import Score
from tactful.evals.store import RunStore


def run(settings: JudgeSettings) -> int:
    """Judge every released text that has no verdict yet; 0, or 3 where no text got one."""
    rules = rules_of(settings, book_for(settings.packs))
    wanted = {rule.id for rule in rules}
    with RunStore(settings.run) as store:
        released = [one for one in store.run().records if one.released]
        open_ones = [one for one in released if not wanted <= judged_rules(one.scores or ())]
        judged = len(released) - len(open_ones)

        def keep(at: int, scores: tuple[Score, ...]) -> None:
            nonlocal judged
            record = open_ones[at]
            own = [one for one in record.scores or () if one.scorer.removeprefix(JUDGE) not in wanted]
            store.write_scores(record.key, (*own, *scores))
            judged += any(one.passed is not None for one in scores)

        judge_all(settings, rules, [(one.draft, one.text) for one in open_ones], keep)
        write(table(store.run()))
    say(f"{settings.model} judged {judged} of {len(released)} texts by {', '.join(sorted(wanted))}")
    return 0 if judged else PROVES_NOTHING
