"""A draft's own layout stays byte for byte; where it has none, a message is laid out anew."""

from __future__ import annotations

import pytest

from tactful.draft import Context, read_draft
from tactful.refine import refine

GOOD = """Dear Ms. Halvorsen,

Thank you for offering me the position of site engineer at Harbourline.
I have decided to decline the offer, as I cannot move to Bergen.

I wish you and the team every success.

Kind regards,
Tom Abara
"""
BAD = "Your recruiters are idiots."


def text(draft, book, **context):
    result = refine(read_draft(draft, Context(**context)), book)
    assert result.released
    return result.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("I have decided", f"{BAD} I have decided", id="at the start of a line"),
        pytest.param("to Bergen.", f"to Bergen. {BAD}", id="at the end of a paragraph"),
        pytest.param("to Bergen.", f"to Bergen.\n{BAD}", id="on a line of its own"),
        pytest.param("I wish you", f"{BAD}\n\nI wish you", id="in a paragraph of its own"),
        pytest.param("Thank you for", f"{BAD} Thank you for", id="first of all"),
        pytest.param("every success.", f"every success. {BAD}", id="last of all"),
    ],
)
def test_only_the_bad_sentence_goes_and_all_blanks_stay(book, before, after):
    assert text(GOOD.replace(before, after), book) == GOOD


def test_a_missing_act_is_put_in_and_the_layout_stays(book):
    without = GOOD.replace("I wish you and the team every success.\n\n", "")
    made = text(without, book)
    head, tail = without.split("\n\nKind regards")
    assert made.startswith(head)
    assert made.endswith(f"\n\nKind regards{tail}")
    assert len(made) > len(without)


def test_a_missing_end_of_line_is_not_put_in(book):
    assert text(GOOD.rstrip().replace("to Bergen.", f"to Bergen. {BAD}"), book) == GOOD.rstrip()


def test_a_draft_in_one_line_gets_paragraphs(book):
    made = text(
        "hi sarah thx for the offer for night clerk but im gonna pass. pls send me the form. good luck! tom",
        book,
    )
    blocks = made.split("\n\n")
    assert blocks[0] == "Hi Sarah,"
    assert blocks[-1].splitlines()[-1] == "Tom"
    assert 3 <= len(blocks) <= 5


class TestTheGreeting:
    def test_with_a_name_in_small_letters_is_written_out(self, book):
        made = text("hi sarah,\n\nthx for the offer but im gonna pass. good luck!\n\nthx,\ntom", book)
        assert made.startswith("Hi Sarah,\n\n")

    def test_that_offends_is_replaced(self, book):
        made = text(GOOD.replace("Dear Ms. Halvorsen,", "Dear greedy bastards,"), book)
        assert "bastards" not in made
        assert made.splitlines()[0].endswith(",")

    def test_is_put_in_where_the_context_names_the_reader(self, book):
        body = GOOD.removeprefix("Dear Ms. Halvorsen,\n\n").replace("to Bergen.", f"to Bergen. {BAD}")
        made = text(body, book, to="Ms Okoye")
        assert made.splitlines()[0] == "Dear Ms Okoye,"

    def test_is_not_put_in_where_nobody_knows_the_reader(self, book):
        body = GOOD.removeprefix("Dear Ms. Halvorsen,\n\n")
        assert text(body.replace("to Bergen.", f"to Bergen. {BAD}"), book) == body

    def test_takes_the_tone_that_is_asked_for(self, book):
        made = text(GOOD.replace("Dear Ms. Halvorsen,", "Hi Anna,"), book, tone="formal")
        assert made.splitlines()[0] == "Dear Anna,"


class TestTheSignOff:
    def test_that_offends_is_replaced(self, book):
        made = text(GOOD.replace("Kind regards,", "Up yours, idiots,"), book)
        assert "idiots" not in made
        assert made.rstrip().endswith("Tom Abara")

    def test_takes_the_tone_that_is_asked_for(self, book):
        made = text(GOOD, book, tone="warm")
        assert "Kind regards," not in made
        assert made.rstrip().endswith("Tom Abara")

    def test_of_the_tone_already_stays(self, book):
        assert "Kind regards,\nTom Abara" in text(GOOD, book, tone="formal")


class TestThePostscript:
    def test_that_is_good_stays(self, book):
        draft = GOOD + "\nP.S. I will return the badge by Friday.\n"
        assert text(draft.replace("to Bergen.", f"to Bergen. {BAD}"), book) == draft

    def test_that_is_bad_goes(self, book):
        assert text(GOOD + f"\nP.S. {BAD}\n", book).rstrip() == GOOD.rstrip()

    def test_loses_its_bad_sentence_only(self, book):
        draft = GOOD + "\nP.S. I will return the badge by Friday."
        assert text(f"{draft} {BAD}", book).rstrip() == draft

    def test_stands_last_where_the_message_is_laid_anew(self, book):
        made = text(
            "hi sarah thx for the offer but im gonna pass. good luck!\ntom\n\nP.S. I will return the badge.",
            book,
        )
        assert made.rstrip().endswith("P.S. I will return the badge.")


def test_a_quoted_thread_between_is_left_out(book):
    draft = (
        GOOD.replace("to Bergen.", f"to Bergen. {BAD}") + "\nOn Monday, Anna wrote:\n> We offer you 50k.\n"
    )
    assert text(draft, book).rstrip() == GOOD.rstrip()


def test_a_subject_line_stays(book):
    draft = "Subject: The offer\n\n" + GOOD
    assert text(draft.replace("to Bergen.", f"to Bergen. {BAD}"), book) == draft


def test_notes_become_a_message(book):
    made = text(
        "- to: Ms Okoye\n- from: Tom Abara\n- role: site engineer\n- company: Harbourline\n"
        "- thanks for the offer\n- say no\n- pay too low\n- return the laptop\n",
        book,
    )
    lines = made.splitlines()
    assert lines[0].endswith("Ms Okoye,")
    assert lines[-1] == "Tom Abara"
    for said in ("site engineer", "Harbourline", "I will return the laptop."):
        assert said in made
    for note in ("to:", "from:", "role:", "say no", "Please pay", "\n-"):
        assert note not in made


class TestTheScript:
    def test_begins_with_who_speaks_and_holds_the_reason_back(self, book):
        draft = GOOD.replace(", as I cannot move to Bergen", ". I cannot move to Bergen")
        made = text(draft.replace("Thank you for", "Thx for"), book, channel="phone")
        assert "this is Tom Abara" in made.splitlines()[0]
        assert "Kind regards" not in made
        assert made.endswith("If they ask why:\nI cannot move to Bergen.")

    def test_without_a_reason_has_none_to_hold_back(self, book):
        draft = GOOD.replace(", as I cannot move to Bergen", "")
        made = text(draft.replace("Thank you for", "Thx for"), book, channel="phone")
        assert "this is Tom Abara" in made.splitlines()[0]
        assert "If they ask why" not in made
