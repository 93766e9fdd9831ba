"""What a text message strings together becomes sentences."""

from __future__ import annotations

import pytest

from tactful.mends import mender_for
from tactful.texting.sentences import sentences_of


@pytest.fixture(scope="module")
def spelled(book):
    mender = mender_for(book)

    def spell(text, *names):
        return list(sentences_of(text, names, lambda one: mender.mend(one, ("texting-style", "emoji"))))

    return spell


@pytest.mark.parametrize(
    ("typed", "sentences"),
    [
        ("so sry 4 the wait lol been mad busy", ["I'm sorry for the wait.", "I've been mad busy."]),
        (
            "thx 4 everything tho u were all rly sound",
            ["Thanks for everything.", "You were all really sound."],
        ),
        (
            "thank u 4 the offer i cant take it",
            ["Thank you for the offer.", "I can't take it."],
        ),
        ("my bag is under the till can u post it cheers", ["My bag is under the till; can you post it."]),
        ("k so i thought abt it n its a no from me", ["I thought about it and it's a no from me."]),
        ("hey so bad news lol, im not coming", ["I'm not coming."]),
        ("idk it just wasnt it for me??", ["It just wasn't it for me??"]),
        ("luv ur salon tho x", ["I love your salon."]),
        ("just no.", ["I have to say no."]),
        ("wuu2 at xmas haha", []),
        ("soz!!", []),
        ("so kind of u all", ["So kind of you all."]),
        ("The salary is below what I need.", ["The salary is below what I need."]),
        ("I won't join. pls say hi", ["I won't join.", "Please say hi."]),
    ],
)
def test_the_sentences_of_one_that_was_typed(spelled, typed, sentences):
    assert spelled(typed) == sentences
