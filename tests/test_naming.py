"""A role, an employer or a no that only an offence told is still in the message; a wrong one is not."""

from __future__ import annotations

import pytest

from tactful import refine


def _about(sentence: str) -> str:
    return f"Hi Jo,\n\n{sentence} I decline.\n\nPim"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Being a piano tuner for Kirkwall Concerts under that moron is my idea of hell.",
            "Thank you for offering me the position of piano tuner at Kirkwall Concerts.",
        ),
        (
            "Working as a hop picker for Fenwick Farms under your thug of a foreman is out of the question.",
            "Thank you for offering me the position of hop picker at Fenwick Farms.",
        ),
        (
            "As for the position of night porter at the Vechtstroom Water Board, you can shove it.",
            "Thank you for offering me the position of night porter at the Vechtstroom Water Board.",
        ),
    ],
)
def test_the_thanks_name_what_went_with_its_sentence(sentence, told):
    assert told in refine(_about(sentence)).text


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Your panel sneered at my work as a night nurse at St Aidan's.", "nurse"),
        (
            "I'll be the lead luthier at Brackenfold from May, and they pay twice your pathetic wage.",
            "Brackenfold",
        ),
        ("My wife is a lab technician at Selby Dairy and she says your boss is a crook.", "join"),
        ("It's the job of a decent manager at Orrin to answer mails, and yours is an idiot.", "manager"),
    ],
)
def test_the_thanks_name_no_job_that_is_not_on_offer(sentence, wrong):
    result = refine(_about(sentence))
    assert result.released
    assert wrong not in result.text.split("I decline")[0].split("Thank you", 1)[1].split(".")[0]


@pytest.mark.parametrize(
    "refusal",
    [
        "As for the farrier post at Blackmoor Stables, you can shove it.",
        "I'd sooner chew hay than be a farrier for Blackmoor Stables.",
        "You must be joking if you think I would work as a farrier at Blackmoor Stables.",
        "After the way you spoke to me about the farrier post, forget it.",
        "Alas, the fates forbid me the honour of the farrier post at Blackmoor Stables!",
    ],
)
def test_a_no_that_is_only_an_offence_is_still_a_no(refusal):
    result = refine(f"Dear Ms Quill,\n\n{refusal}\n\nRoel")
    assert result.released
    assert result.kind == "decline"
    assert refusal not in result.text


def test_a_ghostwriter_is_not_late():
    result = refine("Sorry, but being a ghostwriter for Pelham House Press is slave labour. No thanks.")
    assert "late" not in result.text
