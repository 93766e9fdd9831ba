"""A sentence without a subject gets the one that it leaves out; who is told something is left alone."""

from __future__ import annotations

import pytest

from tactful.texting.subjects import parted, with_subject


@pytest.mark.parametrize(
    ("elliptic", "full"),
    [
        ("can't take the job", "I can't take the job"),
        ("Won't be joining you", "I won't be joining you"),
        ("got something closer to home", "I got something closer to home"),
        ("just wanted to say hello", "I just wanted to say hello"),
        ("going to pass on the gig", "I'm going to pass on the gig"),
        ("not coming on Monday", "I'm not coming on Monday"),
        ("been mad busy", "I've been mad busy"),
        ("so gutted", "I'm so gutted"),
        ("thanks for the offer but going to pass", "thanks for the offer but I'm going to pass"),
        ("thank you for all of it, but can't take it", "thank you for all of it, but I can't take it"),
        ("sorry for the wait", "I'm sorry for the wait"),
        ("don't want it any more", "I don't want it any more"),
        ("would be great if you could tell them", "It would be great if you could tell them"),
    ],
)
def test_the_subject_is_put_in(elliptic, full):
    assert with_subject(elliptic) == full


@pytest.mark.parametrize(
    "said",
    [
        "send my certificate back",
        "keep the knives for me",
        "can you send it",
        "don't ring my house again",
        "don't you dare give it away",
        "have a good one",
        "moving to Leeds is not possible",
        "the van makes it not worth it",
        "thanks for the van but the pay is low",
        "I liked it but can't take it",
        "had you asked, I would have said so",
    ],
)
def test_what_has_a_subject_or_needs_none_stays(said):
    assert with_subject(said) == said


def test_a_part_goes_on_from_an_i_or_stands_alone():
    assert parted("won't take it, staying where I am") == ["I won't take it, and I'm staying where I am"]
    assert parted("it's Kelsey from Tuesday, not going to be able to take it") == [
        "it's Kelsey from Tuesday",
        "I'm not going to be able to take it",
    ]
    assert parted("if I move, going home is hard") == ["if I move, going home is hard"]
