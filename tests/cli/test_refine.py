"""``tactful refine`` and ``tactful tone``: what is printed where, and the exit code."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tactful.result import Attempt, Ledger, Question


@pytest.mark.usefixtures("fixed_result")
def test_released_message_is_on_standard_output_and_its_story_on_standard_error(run, golden, draft_file):
    done = run("refine", draft_file.name)
    assert done.code == 0
    golden("refine.out", done.out)
    golden("refine.err", done.err)


@pytest.mark.usefixtures("fixed_result")
def test_json_is_the_golden_one_and_only_the_question_is_told(run, golden, draft_file):
    done = run("refine", draft_file.name, "--format", "json")
    assert done.code == 0
    golden("refine.json", done.out)
    assert done.err == "Questions\n  ? Is the pay open? (--negotiable salary)\n"


@pytest.mark.usefixtures("fixed_result")
def test_diff_shows_the_words_that_changed(run, golden, draft_file):
    done = run("refine", draft_file.name, "--diff")
    golden("refine-diff.err", done.err)


@pytest.mark.usefixtures("fixed_result")
def test_colour_on_a_terminal(run, golden, draft_file):
    golden("refine-colour.err", run("refine", draft_file.name, "--diff", colour=True).err)


def test_alternatives_follow_under_a_line_of_their_own(run, draft_file, fixed_result, result):
    fixed_result.answers[:] = [replace(result, alternatives=(result.text, "Another."))]
    done = run("refine", draft_file.name, "--alternatives", "2")
    assert done.out == (
        f"Subject: Your offer\n\n{result.text}\n\n--- alternative 2 ---\n\nSubject: Your offer\n\nAnother.\n"
    )
    assert fixed_result.asked[0][1].alternatives == 2
    found = json.loads(run("refine", draft_file.name, "--alternatives", "2", "--format", "json").out)
    assert found["alternatives"] == [result.text, "Another."]


def test_nothing_released_is_exit_1_with_the_question(run, golden, draft_file, fixed_result, result):
    fixed_result.answers[:] = [
        replace(
            result,
            released=False,
            text="",
            subject=None,
            after=None,
            ledger=Ledger(),
            changes=(),
            questions=(Question("reply-date", "By when?", "--answer-on DATE", blocking=True),),
        )
    ]
    done = run("refine", draft_file.name)
    assert (done.code, done.out) == (1, "")
    golden("refine-withheld.err", done.err)
    assert json.loads(run("refine", draft_file.name, "--format", "json").out)["after"] is None


def test_nothing_released_without_a_question_says_what_broke(run, draft_file, fixed_result, result):
    attempt = Attempt("composer", ("blame",), ("lost: Anna",))
    fixed_result.answers[:] = [
        replace(
            result, released=False, text="", changes=(), ledger=Ledger(), questions=(), attempts=(attempt,)
        )
    ]
    assert run("refine", draft_file.name).err == "Nothing is released.\n  - lost: Anna\n  - blame\n"


def test_a_kind_that_is_not_rewritten_says_so(run, golden, draft_file, fixed_result, result):
    fixed_result.answers[:] = [
        replace(
            result,
            released=False,
            text="",
            kind="follow-up",
            changes=(),
            ledger=Ledger(),
            questions=(),
            attempts=(),
        )
    ]
    golden("refine-other-kind.err", run("refine", draft_file.name).err)


def test_a_question_without_an_option_points_to_none(run, draft_file, fixed_result, result):
    question = Question("draft", "Can you say it in another way?", "", blocking=True)
    fixed_result.answers[:] = [
        replace(result, released=False, text="", changes=(), ledger=Ledger(), questions=(question,))
    ]
    done = run("refine", draft_file.name)
    assert done.err == "Questions\n  ? Can you say it in another way?\n\nNothing is released.\n"


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_an_unchanged_draft_comes_back_byte_for_byte(run, tmp_path, fixed_result, result, end):
    text = f"Dear Ms Rivera,\r\n\r\nNo, thank you.{end}"
    fixed_result.answers[:] = [
        replace(result, text=text, engine="unchanged", changes=(), ledger=Ledger(), questions=())
    ]
    (tmp_path / "draft.txt").write_bytes(text.encode())
    done = run("refine", "draft.txt")
    assert done.out == text
    assert done.err == "Nothing to change: the draft can be sent as it is.\n"
    assert run("refine", "draft.txt", colour=True).out == (text if end else text + "\n")


@pytest.mark.parametrize(
    ("options", "subject", "text"),
    [
        ([], None, "No."),
        (["--channel", "linkedin"], "Your offer", "No."),
        ([], "Your offer", "Subject: Mine\n\nNo."),
    ],
)
def test_no_subject_line_where_there_is_none_to_give(
    run, draft_file, fixed_result, result, options, subject, text
):
    fixed_result.answers[:] = [replace(result, subject=subject, text=text)]
    assert run("refine", draft_file.name, *options).out == f"{text}\n"


def test_tone_asks_for_the_tone_only(run, draft_file, fixed_result):
    assert run("tone", "warm", draft_file.name).code == 0
    draft, request = fixed_result.asked[0]
    assert draft.context.tone == "warm"
    assert request.tone_only


def test_options_reach_the_context(run, draft_file, fixed_result):
    options = (
        "--kind decline --tone formal --from Sam --role Analyst --company Yahoo! --negotiable salary "
        "--negotiable title --offered-on 2026-01-02 --answer-on 2026-01-05 --today 2026-01-03 --rounds 3 "
        "--stage offered --via-recruiter --channel recruiter"
    )
    run("refine", draft_file.name, "--to", "Ms Rivera", *options.split())
    context = fixed_result.asked[0][0].context
    assert (context.kind, context.tone, context.to, context.sender) == (
        "decline",
        "formal",
        "Ms Rivera",
        "Sam",
    )
    assert (context.role, context.company, context.negotiable) == ("Analyst", "Yahoo!", ("salary", "title"))
    assert str(context.offered_on) == "2026-01-02"
    assert str(context.answer_on) == "2026-01-05"
    assert str(context.today) == "2026-01-03"
    assert (context.rounds, context.stage, context.via_recruiter) == (3, "offered", True)
    assert context.channel == "recruiter"


def test_diff_of_html_shows_the_text(run, tmp_path, fixed_result):
    (tmp_path / "a.html").write_text("<p>Thank you for the offer.</p><p>I decline it.</p>", encoding="utf-8")
    assert "<p>" not in run("refine", "a.html", "--diff").err
    assert fixed_result.asked
