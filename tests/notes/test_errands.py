"""What the writer asks for, gives back or recommends is said to the reader."""

from __future__ import annotations

import pytest

from tactful.notes.sayings import read_saying


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("ask her to keep until June", "Please keep it until June."),
        ("ask Marco to post my boots", "Please ask Marco to post my boots."),
        ("ask for my X", "I would like to ask for my X."),
        ("ask about the ticket - can they pay it", "I would like to ask about the ticket: can you pay it?"),
        ("ask if it's ok to keep the apron", "Would it be ok to keep the apron?"),
        ("ask whether she could send the file", "Could you send the file?"),
        ("ask if they need the key", "Do you need the key?"),
        ("ask whether the van is mine", "Could you tell me whether the van is mine?"),
        ("ask may I keep the scarf", "May I keep the scarf?"),
        ("ask when the shop opens", "Could you tell me when the shop opens?"),
        ("ask: could she send my cup back", "Could you send my cup back?"),
        ("ask: delete my scan", "Please delete my scan."),
        ("request: reference letter", "I would like to ask for the reference letter."),
        ("possible to keep the apron?", "Would it be possible to keep the apron?"),
        ("recommend Ethan (he agreed)", "I would like to recommend Ethan; he agreed."),
        ("referral: Moira Stanhope, welder", "I would like to recommend Moira Stanhope, welder."),
        ("fob: will post it Monday", "I will post the fob Monday."),
        ("return of helmet by parcel", "I will return the helmet by parcel."),
        ("return: badge + keys, on Friday", "I will return the badge and the keys on Friday."),
        ("will bring the drill back on Friday", "I will bring the drill back on Friday."),
        ("badge -> sent back by post", "The badge was sent back by post."),
        ("keys back via Luc", "I will return the keys via Luc."),
        ("shred my papers pls", "Please shred my papers."),
    ],
)
def test_an_errand_is_said_to_the_reader(note, sentence):
    said = read_saying(note)
    assert said is not None
    assert said.sentences == (sentence,)


@pytest.mark.parametrize("note", ["", "pay", "night baker", "could go back in May", "the laptop is heavy"])
def test_what_is_no_errand_is_none(note):
    assert read_saying(note) is None
