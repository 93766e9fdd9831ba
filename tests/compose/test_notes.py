"""A line of notes is a label with its value, an errand, or only a keyword."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.compose.notes import Note, read_note


@pytest.mark.parametrize(
    ("line", "slot", "value"),
    [
        ("to: Ms Okoye", "name", "Ms Okoye"),
        ("- From = Tom Abara.", "sender", "Tom Abara"),
        ("name: Tom", "sender", "Tom"),
        ("me: Tom", "sender", "Tom"),
        ("signed: Tom", "sender", "Tom"),
        ("sign as: Tom", "sender", "Tom"),
        ("from Tom Abara", "sender", "Tom Abara"),
        ("* sign as Tom", "sender", "Tom"),
        ("role: night clerk", "role", "night clerk"),
        ("Position: clerk", "role", "clerk"),
        ("job = clerk", "role", "clerk"),
        ("company: O'Reilly & Søns", "company", "O'Reilly & Søns"),
        ("employer: 23andMe", "company", "23andMe"),
        ("firm: Yahoo!", "company", "Yahoo!"),
        ("thank Anna", "name", "Anna"),
        ("- say thanks to Ms. Okoye", "name", "Ms. Okoye"),
    ],
)
def test_a_label_fills_a_slot(line, slot, value):
    assert read_note(line) == Note(slot, value)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("return the badge", "I will return the badge."),
        ("- Send back my laptop", "I will send back my laptop."),
        ("refund the ticket", "Please refund the ticket."),
        ("* Delete my data!", "Please delete my data!"),
        ("ask them to delete my data", "Please delete my data."),
        ("ask to send me the form", "Please send me the form."),
        ("pay my ticket", "Please pay my ticket."),
    ],
)
def test_an_errand_becomes_a_sentence(line, sentence):
    assert read_note(line) == Note(sentence=sentence)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "say no",
        "too far",
        "pay too low",
        "pay",
        "ask them to be kind",
        "ask for more",
        "thank them for all of it",
    ],
)
def test_a_keyword_says_nothing_on_its_own(line):
    assert read_note(line) == Note()


@given(st.text(max_size=60))
def test_a_note_invents_nothing_but_its_frame(line):
    note = read_note(line)
    assert note.value in line
    body = note.sentence.removeprefix("I will ").removeprefix("Please ").rstrip(".").casefold()
    assert body.strip() in line.casefold()
