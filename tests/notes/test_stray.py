"""A line of notes is a label with its value, an errand, or only a keyword."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.notes import Note, full_sentence, read_note


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
    assert read_note(line) == Note(((slot, value),))


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
        ("thank him for class visit", "Thank you for the class visit."),
        ("Say thanks to Lila for the tour", "Please say thanks to Lila for the tour."),
        ("thank them for all of it", "Thank you for all of it."),
        ("ask if she wants the spare clamps", "Do you want the spare clamps?"),
        ("ask for more", "I would like to ask for more."),
        ("wish them luck with the move", "I wish you luck with the move."),
        ("apologise for the late reply", "I apologise for the late reply."),
        ("recommend Freja Holm for the lab", "I would like to recommend Freja Holm for the lab."),
        ("tell them I'm moving to Leeds", "I'm moving to Leeds."),
        ("reason: want to work outdoors", "I want to work outdoors."),
        ("reason = starting own workshop", "I am starting my own workshop."),
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
        "reason: pay",
    ],
)
def test_a_keyword_says_nothing_on_its_own(line):
    assert read_note(line) == Note()


@given(st.text(max_size=60))
def test_a_note_invents_nothing_but_its_frame(line):
    note = read_note(line)
    for _, value in note.slots:
        assert value in line
    frame = {"i", "will", "please", "thank", "you", "for", "the", "would", "like", "to", "ask", "am"}
    assert set(re.findall(r"\w+", note.sentence.casefold())) <= frame | set(
        re.findall(r"\w+", line.casefold())
    )


@pytest.mark.parametrize(
    ("line", "slots"),
    [
        ("to: Mrs Haugen, HR at Fjordlaks", (("name", "Mrs Haugen"), ("company", "Fjordlaks"))),
        (
            "decline email for Gus re carpentry teacher job, Oak Hill High",
            (("name", "Gus"), ("role", "carpentry teacher"), ("company", "Oak Hill High")),
        ),
        (
            "decline offer, Product Designer, Lumenhaus",
            (("role", "Product Designer"), ("company", "Lumenhaus")),
        ),
    ],
)
def test_a_heading_fills_several_slots(line, slots):
    assert read_note(line) == Note(slots)


def test_an_elliptic_note_is_said_of_the_writer():
    assert full_sentence("not taking it") == "I am not taking it."
    assert full_sentence("Accepted a post in Turku") == "I accepted a post in Turku."
    assert full_sentence("The keys are in the post.") == "The keys are in the post."
