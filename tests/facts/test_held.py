"""A job that somebody holds already is told from the one on offer."""

from __future__ import annotations

import pytest

from tactful.facts.held import is_held_firm, is_held_role
from tactful.text import fold


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Your panel sneered at my work as a night nurse.", "night nurse"),
        ("My current job as a school secretary pays more.", "school secretary"),
        ("He laughed at my years as an army chaplain.", "army chaplain"),
        ("I have worked as a dock crane operator for ten years.", "dock crane operator"),
        ("I've served as harbour pilot since June.", "harbour pilot"),
        ("I am already employed as a head gardener.", "head gardener"),
        ("I'll be the lead luthier from May.", "lead luthier"),
        ("My wife is a lab technician and says so.", "lab technician"),
        ("My brother used to be a line cook there.", "line cook"),
        ("As a trained pastry chef I know dirt.", "pastry chef"),
        ("The behaviour of the warehouse manager was foul.", "warehouse manager"),
        ("Your idiot of a recruiter lied.", "recruiter"),
    ],
)
def test_a_job_that_somebody_holds_is_not_the_one_on_offer(text, role):
    assert is_held_role(fold(text), text.index(role))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("You offered me a job as a ferry steward.", "ferry steward"),
        ("I'm not going to be your branch driver.", "branch driver"),
        ("I will not be the branch driver.", "branch driver"),
        ("I won't be joining as a hull surveyor.", "hull surveyor"),
        ("I would never work as a moth taxonomist.", "moth taxonomist"),
        ("You promised I'd be employed as a tuner.", "tuner"),
        ("I refuse the post of a cooper.", "cooper"),
        ("I lay down the crown of the rose queen gardener.", "rose queen gardener"),
        ("I am a nurse. The dock clerk job is not for me.", "dock clerk"),
        ("Sorry, my new role as night baker ends here.", "night baker"),
    ],
)
def test_a_job_that_is_offered_or_refused_is_nobodys_yet(text, role):
    assert not is_held_role(fold(text), text.index(role))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("I'll be the lead luthier at Brackenfold from May.", True),
        ("I start as chief dramaturg at the Brackenfold in May.", True),
        ("I work for Brackenfold.", True),
        ("My wife works at Brackenfold.", True),
        ("My present employer, Brackenfold, asked me to stay.", True),
        ("I was at the interview at Brackenfold.", False),
        ("I was the only one at Brackenfold who was on time.", False),
        ("I was a strong candidate at Brackenfold.", False),
        ("I would work for Brackenfold as a cooper.", False),
        ("You offered me a job as a luthier at Brackenfold.", False),
        ("I am tired. The job at Brackenfold is not for me.", False),
    ],
)
def test_who_employs_somebody_already_is_not_the_employer_who_offers(text, held):
    assert is_held_firm(fold(text), text.index("Brackenfold")) is held
