"""How a text message hails somebody, who writes it, and how it is signed."""

from __future__ import annotations

import pytest

from tactful.texting.ends import foot, greeted, hailed, introduced, without_signature


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ok so Priyanka", ("Hi Priyanka,", "")),
        ("wassup gaz.", ("Hi Gaz,", "")),
        ("omg hi!!", ("Hello,", "")),
        ("yo bro", ("", "")),
        ("good evening madam i m jyothi.", ("Good evening madam,", "i m jyothi.")),
        ("ok so no", None),
        ("hi hat cymbals are loud", None),
        ("the pay is low", None),
    ],
)
def test_a_first_sentence_that_hails(text, found):
    assert hailed(text, ("Priyanka",)) == found


@pytest.mark.parametrize(
    ("greeting", "parts"),
    [
        ("heyyy dean", ("heyyy", " Dean", "")),
        ("hi all,", ("hi", " all", "")),
        ("hey jun-ho", ("hey", " Jun-Ho", "")),
        ("good evening sir im jo", ("good evening", " sir", "im jo")),
    ],
)
def test_a_greeting_in_its_parts(greeting, parts):
    assert greeted(greeting, ()) == parts


def test_the_name_that_the_writer_gives_is_a_sentence():
    assert introduced("its marisol rly sorry it took so long", ()) == (
        "It's Marisol.",
        "rly sorry it took so long",
    )
    assert introduced("its kelsey from tuesday", ("kelsey",)) == ("", "its kelsey from tuesday")
    assert introduced("its lovely there", ()) == ("", "its lovely there")


@pytest.mark.parametrize(
    ("text", "left", "name"),
    [
        ("send it to 14 wattle st. laters, jai", "send it to 14 wattle st", "jai"),
        ("bless u all x dawn", "bless u all", "dawn"),
        ("thnx n rgds, anand", "", "anand"),
        ("tysm temi", "tysm", "temi"),
        ("nils-petter", "", "nils-petter"),
        ("thanks everyone", "thanks everyone", ""),
        ("i love it", "i love it", ""),
    ],
)
def test_the_last_sentence_may_be_signed(text, left, name):
    assert without_signature(text, ("temi",)) == (left, name)


def test_the_foot_of_a_letter():
    assert foot("cheers", "kev") == "Cheers,\nKev"
    assert foot("xx", "mia x") == "Kind regards,\nMia"
    assert foot("Best,", "Dr. Ana Ruiz") == "Best,\nDr. Ana Ruiz"
    assert foot("cheers", "bruv") == ""
