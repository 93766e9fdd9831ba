"""Tells a person what became of a draft: a ``Result`` enters, some lines leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tactful.cli.output import Paint
from tactful.result import Change, LedgerEntry, Question, Result


def explanation(result: Result, paint: Paint, *, whole: bool = True) -> str:
    """Return the story of a result; the questions alone where not ``whole``."""
    parts = [_questions(result.questions, paint)]
    if whole:
        parts = [
            _changes(result.changes, paint),
            _entries("Put in other words", result.ledger.neutralised, paint),
            _entries("Dropped", result.ledger.dropped, paint),
            *parts,
            _outcome(result, paint),
        ]
    return "\n\n".join(part for part in parts if part)


def _outcome(result: Result, paint: Paint) -> str:
    if result.engine == "unchanged" and result.released:
        return paint("Nothing to change: the draft can be sent as it is.", "green")
    if result.released:
        told = _fallback(result)
        return paint(told, "yellow") if told else ""
    return "\n".join([paint("Nothing is released.", "red", "bold"), *_reasons(result)])


def _fallback(result: Result) -> str:
    """Return why the composer stepped in; empty where it did not."""
    if result.engine != "composer-fallback":
        return ""
    last = [attempt for attempt in result.attempts if attempt.maker != "composer"][-1:]
    why = "; ".join(reason for one in last for reason in dict.fromkeys((*one.breaks, *one.findings)))
    return f"The model's text is not used ({why or 'no call was made'}). The composer made this one."


def _reasons(result: Result) -> Iterator[str]:
    """Yield why nothing was released: the open question, else what the last attempt broke."""
    blocking = [question for question in result.questions if question.blocking]
    if any(question.option for question in blocking):
        yield "  Answer the question with the option behind it, and run again."
    elif not blocking and result.attempts:
        for reason in dict.fromkeys((*result.attempts[-1].breaks, *result.attempts[-1].findings)):
            yield f"  - {reason}"
    elif not blocking:
        yield f"  A message of the kind {result.kind!r} is checked, but not rewritten."
        yield "  Mend what tactful check finds, or say with --kind what it is."


def _changes(changes: Sequence[Change], paint: Paint) -> str:
    return _section("Changes", (line for change in changes for line in _change(change, paint)), paint)


def _change(change: Change, paint: Paint) -> Iterator[str]:
    if change.before:
        yield paint(f"  - {_one_line(change.before)}", "red")
    if change.after:
        yield paint(f"  + {_one_line(change.after)}", "green")
    if change.rules:
        yield paint(f"    because of {', '.join(change.rules)}", "dim")


def _entries(title: str, entries: Sequence[LedgerEntry], paint: Paint) -> str:
    return _section(title, (_entry(entry, paint) for entry in entries), paint)


def _entry(entry: LedgerEntry, paint: Paint) -> str:
    became = f" → «{_one_line(entry.replacement)}»" if entry.replacement else ""
    rule = paint(f" ({entry.rule})", "dim") if entry.rule else ""
    return f"  «{_one_line(entry.text)}»{became}{rule}"


def _questions(questions: Sequence[Question], paint: Paint) -> str:
    return _section("Questions", (_question(question, paint) for question in questions), paint)


def _question(question: Question, paint: Paint) -> str:
    option = f" ({question.option})" if question.option else ""
    return f"  ? {question.ask}{paint(option, 'cyan')}"


def _section(title: str, lines: Iterator[str], paint: Paint) -> str:
    found = list(lines)
    return "\n".join([paint(title, "bold"), *found]) if found else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
