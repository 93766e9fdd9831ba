"""What chat models put around a message goes; the message itself stays byte for byte."""

from __future__ import annotations

import pytest

from tactful.rewrite.cleaning import clean

MESSAGE = "Dear Ms Ito,\n\nThank you for the offer. I have decided to decline.\n\nKind regards,\nEva"


@pytest.mark.parametrize(
    "answer",
    [
        MESSAGE,
        f"Sure! Here is your email:\n\n{MESSAGE}",
        f"Sure!\n\n{MESSAGE}",
        f"Here's a polite version of your email: {MESSAGE}",
        f"Certainly!\nBelow it is:\n\n---\n\n{MESSAGE}\n\n---\n\nLet me know if you need more!",
        f"```text\n{MESSAGE}\n```",
        f"Here it is:\n```\n{MESSAGE}\n```\nI hope this helps!",
        f'"{MESSAGE}"',
        f"\u201c{MESSAGE}\u201d",
        f"Subject: Your offer\n\n{MESSAGE}",
        f"**Subject:** Your offer\n\n{MESSAGE}",
        f'Sure, here is the email:\n\n"Subject: Your offer\n\n{MESSAGE}"\n\nFeel free to adjust it.',
        MESSAGE.replace("decline", "**decline**"),
        MESSAGE.replace("\n", "\r\n"),
        f"<think>They decline.\nSo be polite.</think>\n{MESSAGE}",
        f"===\n{MESSAGE}\n===",
        f"{MESSAGE}\n\nNote: I removed the insults.",
    ],
)
def test_only_the_message_is_left(answer):
    assert clean(answer) == MESSAGE


@pytest.mark.parametrize(
    "message",
    [
        "I am sure: I decline.",
        "Of course I read the offer. I decline.",
        '"Fair" was the word you used. I said "no"',
        "Here is my answer. I decline.",
        "Let me know where to send the badge.",
        "I call it a * b * c.",
    ],
)
def test_words_of_the_message_that_look_alike_stay(message):
    assert clean(message) == message


@pytest.mark.parametrize("answer", ["", " \n ", "```\n```", "Sure!", "---"])
def test_an_answer_without_a_message_leaves_nothing(answer):
    assert clean(answer) == ""
