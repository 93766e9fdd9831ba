"""What the writer of notes thought better of is not said; what was put in its place is."""

from __future__ import annotations

import pytest

from tactful.notes.items import items_of
from tactful.notes.rethought import rethink


def said_of(text: str) -> list[str]:
    items, unsaid = rethink(items_of(text))
    return [item.text for at, item in enumerate(items) if at not in unsaid]


@pytest.mark.parametrize(
    "line",
    [
        "- write that Ulf is a pig?? no, leave that out",
        "- their office stinks (no, cut that)",
        "- the manager shouted - scrap that",
        "- say the canteen was filthy. wait, drop that bit",
        "- tell her the pay is a joke! hmm better leave it out",
        "- he was drunk, skip this part",
        "- mention my ex works there? nah forget that",
        "- they lied to me ... never mind",
        "- the vans are unsafe; strike that line",
    ],
)
def test_what_is_taken_back_is_not_said(line):
    assert said_of(f"- say no to Anna\n{line}\n- thank her") == ["say no to Anna", "thank her"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("why: back problem (scrap that, just say personal reasons)", "why: personal reasons"),
        ("because -> my divorce. no, cut that, say family reasons", "because -> family reasons"),
        ("my knee is gone, forget that, just say health", "health"),
    ],
)
def test_what_is_put_in_its_place_is_said(line, said):
    assert said_of(f"- say no to Anna\n- {line}")[-1] == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("too far from Bole? no - the real reason is night shifts", "reason: night shifts"),
        ("pay? nope, it's the weekends", "reason: the weekends"),
        ("the boss? no: reason is the commute", "reason: the commute"),
    ],
)
def test_a_question_to_oneself_leaves_its_answer(line, said):
    assert said_of(f"- say no to Anna\n- {line}") == ["say no to Anna", said]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("reason: 8 weeks away, wife is expecting\nwait don't mention the wife", ["reason: 8 weeks away"]),
        ("the pay is low\nmy boss is ill\nno mention of my boss", ["the pay is low"]),
        ("commute too long + new knee\nleave out: knee", ["commute too long"]),
        ("too many nights; my asthma\nnot: asthma", ["too many nights"]),
    ],
)
def test_what_another_note_forbids_is_not_said(lines, said):
    assert said_of(lines) == said


@pytest.mark.parametrize(
    "line",
    [
        "leave my badge at the desk",
        "ask her to cut that key for me",
        "don't mention it",
        "do mention the wife of the foreman",
        "not taking it",
    ],
)
def test_an_ordinary_note_stays(line):
    assert said_of(f"- say no to Anna\n- {line}") == ["say no to Anna", line]


def test_a_question_to_the_reader_is_none_to_oneself():
    assert said_of("- can they move the date?\n- no idea yet") == ["can they move the date?", "no idea yet"]
