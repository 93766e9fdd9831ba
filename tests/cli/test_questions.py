"""Questions are asked where somebody can answer, and the answers are taken in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tactful.result import Question

SALARY = Question("condition", "Is the pay open?", "--negotiable salary", blocking=False)
DAY = Question("reply-date", "By when will you answer?", "--answer-on DATE", blocking=True)
EITHER = Question("condition", "Negotiate, or no?", "--negotiable TERM or --kind decline", blocking=True)
ROUNDS = Question("rounds", "How many interviews?", "--rounds N", blocking=False)
RECRUITER = Question("recruiter", "Is there a recruiter?", "--via-recruiter", blocking=False)
KIND = Question("kind", "What is it?", "--kind", blocking=True)


@pytest.fixture
def ask(run, draft_file, fixed_result, result, monkeypatch):
    """Refine with a question open and an answer typed; a second round has no question."""
    monkeypatch.setenv("NO_COLOR", "1")

    def start(question: Question, typed: str, *arguments: str):
        fixed_result.answers[:] = [replace(result, questions=(question,)), replace(result, questions=())]
        done = run("refine", draft_file.name, *arguments, typed=typed, terminal=True)
        contexts = [draft.context for draft, _ in fixed_result.asked]
        return done, contexts

    return start


def test_yes_takes_the_option_in_and_refines_again(ask):
    done, contexts = ask(SALARY, "y\n", "--negotiable", "title")
    assert [one.negotiable for one in contexts] == [("title",), ("title", "salary")]
    assert done.err.startswith("? Is the pay open?\n  [y/n, or Enter to skip] ")


@pytest.mark.parametrize("typed", ["n\n", "no\n", "\n", ""])
def test_no_enter_and_the_end_of_input_skip(ask, typed):
    done, contexts = ask(SALARY, typed)
    assert len(contexts) == 1
    assert "Questions\n  ? Is the pay open? (--negotiable salary)" in done.err


def test_a_value_is_typed(ask):
    done, contexts = ask(DAY, "2026-03-04\n")
    assert [str(one.answer_on) for one in contexts] == ["None", "2026-03-04"]
    assert done.err.startswith("? By when will you answer?\n  [answer-on] ")


def test_a_wrong_value_is_asked_again(ask):
    done, contexts = ask(DAY, "next week\n\n2026-03-04\n")
    assert str(contexts[-1].answer_on) == "2026-03-04"
    assert "  answer-on is 'next week'; give a date as YYYY-MM-DD.\n" in done.err
    assert "  answer-on is ''; give a date as YYYY-MM-DD.\n" in done.err


def test_three_wrong_answers_are_enough(ask):
    done, contexts = ask(SALARY, "maybe\nperhaps\nwell\ny\n")
    assert len(contexts) == 1
    assert done.err.count("; give y or n.") == 3


@pytest.mark.parametrize(
    ("typed", "negotiable", "kind"), [("2\n", (), "decline"), ("1\nsalary\n", ("salary",), None)]
)
def test_one_of_several_options_is_chosen_by_its_number(ask, typed, negotiable, kind):
    done, contexts = ask(EITHER, typed)
    assert (contexts[-1].negotiable, contexts[-1].kind) == (negotiable, kind)
    assert "[1: --negotiable TERM  2: --kind decline] " in done.err


def test_a_number_that_is_not_offered_is_asked_again(ask):
    done, contexts = ask(EITHER, "3\n2\n")
    assert "  The answer is '3'; give a number from 1 to 2.\n" in done.err
    assert contexts[-1].kind == "decline"


def test_a_value_that_does_not_come_is_an_error_of_the_answer(ask):
    done, contexts = ask(EITHER, "1\n")
    assert "  negotiable is ''; give some text.\n" in done.err
    assert len(contexts) == 1


def test_a_number_is_typed(ask):
    assert ask(ROUNDS, "5\n")[1][-1].rounds == 5


def test_a_word_is_no_number(ask):
    assert "  rounds is 'five'; give a whole number.\n" in ask(ROUNDS, "five\n")[0].err


def test_a_flag_is_answered_by_yes(ask):
    assert ask(RECRUITER, "yes\n")[1][-1].via_recruiter is True


def test_an_option_without_a_value_is_typed(ask):
    assert ask(KIND, "decline\n")[1][-1].kind == "decline"


def test_a_question_is_asked_once(run, draft_file, fixed_result, result):
    fixed_result.answers[:] = [replace(result, questions=(SALARY,))]
    done = run("refine", draft_file.name, typed="y\ny\ny\n", terminal=True)
    assert done.err.count("[y/n") == 1
    assert len(fixed_result.asked) == 2


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_nobody_is_asked_without_a_file_or_a_terminal(run, draft_file, fixed_result, arguments):
    text = draft_file.read_bytes()
    run("refine", *(arguments or ["-"]), typed=text, terminal=bool(arguments))
    run("refine", draft_file.name, typed="y\n")
    assert len(fixed_result.asked) == 2
