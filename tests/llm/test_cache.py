"""Answers are kept where the user asked for it: once paid for, private, and never in the way."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
from dataclasses import replace

import pytest

from tactful.errors import OptionError, ProviderError
from tactful.llm import CallLimits, Completion, Message, ScriptedModel
from tactful.llm.cache import CachedModel

ASKED = (Message("system", "Rewrite it."), Message("user", "I decline, [NAME_1]."))
LIMITS = CallLimits(max_tokens=200, seconds=60)
SECOND = "The second answer."


def ask(model, messages=ASKED, limits=LIMITS):
    return asyncio.run(model.complete(messages, limits))


@pytest.fixture
def kept(tmp_path):
    """Return a function that wraps a scripted model over one folder."""
    return lambda *answers, name="m", server="": CachedModel(
        ScriptedModel(answers, name=name), tmp_path / "kept", server=server
    )


def test_the_same_question_is_answered_from_the_disk_in_another_process_too(kept):
    first = ask(kept("I must decline."))
    assert first == Completion("I must decline.", "stop", 5, 3)
    assert ask(kept()) == Completion("I must decline.", "stop", 0, 0, cached=True)


@pytest.mark.parametrize(
    "other",
    [
        {"messages": (ASKED[0], Message("user", "I decline."))},
        {"messages": (Message("system", "Rewrite this."), ASKED[1])},
        {"messages": tuple(reversed(ASKED))},
        {"limits": replace(LIMITS, max_tokens=100)},
        {"limits": replace(LIMITS, temperature=1.0)},
        {"limits": replace(LIMITS, seed=1)},
    ],
)
def test_another_question_is_asked(kept, other):
    ask(kept("The first answer."))
    assert ask(kept(SECOND), **other).text == SECOND


@pytest.mark.parametrize("other", [{"name": "n"}, {"server": "http://127.0.0.1/v1"}])
def test_another_model_or_server_is_asked(kept, other):
    ask(kept("The first answer."))
    assert ask(kept(SECOND, **other)).text == SECOND


def test_the_time_that_is_left_makes_no_other_question(kept):
    ask(kept("The first answer."))
    assert ask(kept(SECOND), limits=replace(LIMITS, seconds=3)).text == "The first answer."


@pytest.mark.parametrize(
    "worthless", [Completion("I de", "length", 1, 1), Completion("No.", "refused", 1, 1), " \n"]
)
def test_what_may_go_better_the_next_time_is_not_kept(kept, worthless):
    ask(kept(worthless))
    assert ask(kept(SECOND)).text == SECOND


def test_an_error_is_passed_on_and_not_kept(kept):
    with pytest.raises(ProviderError, match="It is down"):
        ask(kept(ProviderError("It is down.")))
    assert ask(kept(SECOND)).text == SECOND


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_only_the_user_may_read_it_whatever_the_mask_of_the_process_allows(kept, tmp_path):
    before = os.umask(0)
    try:
        ask(kept("I must decline."))
    finally:
        os.umask(before)
    folder = tmp_path / "kept"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {
        "answers.sqlite": 0o600
    }


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_file_that_others_could_read_is_closed_to_them(kept, tmp_path):
    ask(kept("I must decline."))
    (tmp_path / "kept" / "answers.sqlite").chmod(0o644)
    ask(kept())
    assert stat.S_IMODE((tmp_path / "kept" / "answers.sqlite").stat().st_mode) == 0o600


def test_the_question_is_not_written(kept, tmp_path):
    ask(kept("I must say no."))
    written = (tmp_path / "kept" / "answers.sqlite").read_bytes()
    assert b"I must say no." in written
    assert b"I decline" not in written
    assert b"Rewrite it" not in written


def test_a_folder_that_cannot_be_used_is_an_error(tmp_path):
    (tmp_path / "file").write_text("taken", encoding="utf-8")
    with pytest.raises(OptionError, match=r"answers\.sqlite: cannot be used as a cache \(.+\); give another"):
        CachedModel(ScriptedModel([]), tmp_path / "file")


def test_a_file_that_is_none_of_ours_is_an_error_and_stays_as_it_is(tmp_path):
    (tmp_path / "answers.sqlite").write_text("My diary. " * 100, encoding="utf-8")
    with pytest.raises(OptionError, match="file is not a database"):
        CachedModel(ScriptedModel([]), tmp_path)
    assert (tmp_path / "answers.sqlite").read_text(encoding="utf-8") == "My diary. " * 100


def test_a_file_that_breaks_later_is_named_once_and_the_model_asked(kept, tmp_path, caplog):
    model = kept("The first answer.", SECOND)
    (tmp_path / "kept" / "answers.sqlite").write_text("broken " * 100, encoding="utf-8")
    assert [ask(model).text, ask(model).text] == ["The first answer.", SECOND]
    (record,) = caplog.records
    assert "answers.sqlite cannot be used (file is not a database)" in record.message
    assert "decline" not in record.message


def test_a_row_that_makes_no_sense_is_no_answer(kept, tmp_path):
    ask(kept("The first answer."))
    base = sqlite3.connect(tmp_path / "kept" / "answers.sqlite")
    base.execute("UPDATE answer SET finish = 'sideways'")
    base.commit()
    base.close()
    assert ask(kept(SECOND)).text == SECOND


def test_many_at_once_get_their_own_answers(tmp_path):
    model = CachedModel(ScriptedModel(lambda messages: messages[1].text.upper()), tmp_path)

    async def many():
        asked = ((ASKED[0], Message("user", f"draft {at % 20}")) for at in range(60))
        return await asyncio.gather(*(model.complete(messages, LIMITS) for messages in asked))

    assert [one.text for one in asyncio.run(many())] == [f"DRAFT {at % 20}" for at in range(60)]


def test_closing_closes_the_model(tmp_path):
    scripted = ScriptedModel([])
    asyncio.run(CachedModel(scripted, tmp_path).close())
    assert scripted.closed
