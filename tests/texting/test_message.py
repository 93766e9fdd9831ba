"""A text message becomes the message that it stands for; anything else is left alone."""

from __future__ import annotations

import pytest

from tactful.analysis import analyse
from tactful.draft import Context, take_apart
from tactful.refine import refine


def told(text, book):
    return analyse(take_apart(text, Context()), book).told


def test_a_text_message_is_told_in_whole_words(book):
    text = (
        "yo mr patel gonna have 2 pass on the warehouse gig at gladstone freight cuz the nights r killing my "
        "college work. my mate denny (07700 900 412) is lookin if ur stuck. cheers bruv"
    )
    message = told(text, book)
    assert message.draft.text == (
        "Hi Mr Patel,\n\n"
        "I'm going to have to pass on the warehouse gig at Gladstone Freight because the nights are killing "
        "my college work. My mate Denny (07700 900 412) is looking if you're stuck."
    )
    assert message.telling.rule == "texting-style"
    assert [written for _, written in message.telling.sources] == [
        (
            "gonna have 2 pass on the warehouse gig at gladstone freight cuz the nights r killing "
            "my college work."
        ),
        "my mate denny (07700 900 412) is lookin if ur stuck.",
    ]


def test_what_is_no_sentence_is_not_said(book):
    message = told("hi bev, im not taking the cook job sorry. wuu2 at xmas haha\n\nta x jo", book)
    assert message.telling.unsaid == ("wuu2 at xmas haha",)


def test_the_lines_and_the_postscript_stay_in_their_places(book):
    message = told("hi ana,\n\nim gonna pass.\n\nthx 4 the tour!\n\ntom\n\nps the badge is in ur box", book)
    assert message.draft.text == (
        "Hi Ana,\n\nI'm going to pass.\n\nThanks for the tour!\n\nKind regards,\nTom\n\n"
        "P.S. The badge is in your box."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ana,\n\nThank you for the offer. I have decided to decline it.\n\nBest,\nTom",
        "Dear Ana,\n\nThank you. I decline the offer. I wish you well. lol ur pay is a joke.\n\nBest,\nTom",
        "hi ana, no 2 the job thx\n\nOn Mon, 2 Mar 2026, Ana Ruiz <ana@x.example> wrote:\n> We offer it.",
    ],
    ids=["whole words", "one bad sentence", "a quoted thread"],
)
def test_other_drafts_are_told_as_they_are(book, text):
    message = told(text, book)
    assert message.telling is None


def test_a_telling_never_turns_the_answer(book):
    text = "thx so much! can i tell u by monday 9 march? gotta ask my uni."
    analysis = analyse(take_apart(text, Context()), book)
    assert (analysis.kind, analysis.told.kind) == ("more-time", "more-time")


def test_an_offence_in_short_forms_stays_one_in_whole_words(book):
    text = (
        "evening carl, lads at the depot say ur tight wit overtime so nah im not taking it. "
        "got days at stobarts."
    )
    result = refine(take_apart(text, Context()), book)
    assert result.released
    assert "depot" not in result.text
    assert "I got days at Stobarts." in result.text


def test_the_changes_name_what_was_typed_once(book):
    text = "hi bev so sry 4 late reply lol been mad busy. not taking the cook job. thx tho"
    result = refine(take_apart(text, Context()), book)
    befores = [one.before for one in result.changes if one.before]
    assert befores == sorted(set(befores), key=befores.index)
    assert all("texting-style" in one.rules for one in result.changes if one.before)
