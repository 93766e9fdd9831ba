"""Labels of notes are read in whatever words they are written."""

from __future__ import annotations

import pytest

from tactful.notes.labels import parted, with_plain_label


@pytest.mark.parametrize(
    ("note", "plain"),
    [
        ("cause - late nights", "reason: late nights"),
        ("Official reason: staying put", "reason: staying put"),
        ("them: curator Blythe Mackie", "to: Blythe Mackie"),
        ("Addressee - Mr Hugo Lund", "to: Mr Hugo Lund"),
        ("me -> Edwin", "sign: Edwin"),
        ("Gratitude for the tour", "thanks for the tour"),
        ("thank for the boots", "thanks for the boots"),
        ("commute = 2h, too much", "reason: the commute is 2h, too much"),
        ("the hours = nights only", "reason: the hours are nights only"),
        ("PS the lens is in crate 7", "the lens is in crate 7"),
        ("need to tell Coach Ramirez no", "tell Coach Ramirez no"),
        ("offer: happy to help on open days", "happy to help on open days"),
        ("send it to Kungsgatan 12, end friendly", "send it to Kungsgatan 12"),
        ("moving to Oslo (don't go into detail)", "moving to Oslo"),
        ("return: stethoscope -> already gave to reception", "I already gave the stethoscope to reception"),
        (
            "uniform + ID card -> send to the office by May",
            "I will send the uniform + ID card to the office by May",
        ),
        ("reply to the vet clinic (Dr Holm)", "to: Dr Holm"),
        ("tell her because she asked", "tell her because she asked"),
        ("I am sorry", "I am sorry"),
    ],
)
def test_a_label_in_plain_form(note, plain):
    assert with_plain_label(note) == plain


@pytest.mark.parametrize(
    ("note", "notes"),
    [
        ("no -> going back to school", ("no", "reason: going back to school")),
        ("decline because the pay is low", ("decline", "reason: the pay is low")),
        ("re offer Lantern Museum -> no", ("company: Lantern Museum", "decline the offer")),
        (
            "keywords: decline, baker, Mill & Co, hours too early",
            ("decline", "baker", "Mill & Co", "hours too early"),
        ),
        ("keywords: decline, baker", ("keywords: decline, baker",)),
        ("no to the offer", ("no to the offer",)),
    ],
)
def test_the_notes_that_one_holds(note, notes):
    assert parted(note) == notes
