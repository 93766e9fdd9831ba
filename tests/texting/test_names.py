"""Names, days and initials get their capitals; a guess at a name gets none."""

from __future__ import annotations

import pytest

from tactful.analysis import analyse
from tactful.draft import Context, take_apart
from tactful.texting.names import capitalised_names, small_names


def names_of(text, book):
    analysis = analyse(take_apart(text, Context()), book)
    return small_names(analysis.draft, analysis.facts)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("tell maureen at willow lodge", "tell Maureen at Willow Lodge"),
        ("on monday 14 march or in april", "on Monday 14 March or in April"),
        ("you may march on", "you may march on"),
        ("dr nair and mr patel", "Dr Nair and Mr Patel"),
        ("my hgv test and the cscs card", "my HGV test and the CSCS card"),
        ("hmm, the nth time", "hmm, the nth time"),
        ("at curl up and dye", "at Curl Up and Dye"),
    ],
)
def test_names_are_written_as_such(text, written):
    assert capitalised_names(text, ("curl up and dye", "willow lodge", "maureen")) == written


def test_the_names_of_a_draft_are_those_in_small_letters(book):
    text = "hi bev, no to the cook job at gladstone freight, it's 14 pages of gobbledygook. ta, jodie"
    assert names_of(text, book) == ("gladstone freight", "jodie", "bev")
    assert names_of("hi bev, not taking the mick but no to the cook job", book) == ("bev",)
