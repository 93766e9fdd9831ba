"""A job title is told by the words around it, whatever it is called."""

from __future__ import annotations

import pytest

from tactful.analysis import analyse
from tactful.draft import Context, take_apart
from tactful.rulebook import built_in


def roles(text):
    facts = analyse(take_apart(text, Context()), built_in()).facts
    return [fact.text for fact in facts if fact.type == "role"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I cannot take the post of deputy beekeeper at Larkmoor.", "deputy beekeeper"),
        ("Thanks for the position of sub-postmistress in Llanfair.", "sub-postmistress"),
        ("You raised me to the rank of Senior Chocolatier yesterday.", "Senior Chocolatier"),
        ("I'm turning down the role as lead hedge-layer with Cotswold Rangers.", "lead hedge-layer"),
        ("I'm not going to be your branch driver.", "branch driver"),
        (
            "It was kind of you to ask that I become cupping-room assistant at Tostadora.",
            "cupping-room assistant",
        ),
        ("I do not want the role of night ferry deckhand, thank you.", "night ferry deckhand"),
        ("I won't take the tram conductor shift at Bergenhus Lines.", "tram conductor"),
        ("The job I was promised (Senior Glassblower, Murano North) is not for me.", "Senior Glassblower"),
        ("Being a piano tuner for Kirkwall Concerts is my idea of hell.", "piano tuner"),
        ("Working as a hop picker for Fenwick Farms is out of the question.", "hop picker"),
        ("Who would want to be a cheese grader at Norrby Dairy?", "cheese grader"),
    ],
)
def test_a_title_in_its_frame_is_a_role(text, expected):
    assert roles(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It is the job of every manager to listen.",
        "I see the role of education in the post of honour.",
        "I could not be your friend.",
        "Would you be your own boss?",
        "The role of the customer is clear.",
        "That is a position of strength and power.",
        "I said so as I am having another position in Dhaka.",
        "It's the job of a decent manager at Orrin to answer.",
        "The early morning shift at Orrin is not for me.",
        "The warehouse manager shift plan was a joke.",
        "Nobody should have to be a babysitter for Kevin.",
    ],
)
def test_what_only_looks_like_a_title_is_none(text):
    assert roles(text) == []
