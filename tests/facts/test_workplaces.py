"""A company of ordinary words is found in a draft without capitals, after a word for work."""

from __future__ import annotations

import pytest

from tactful.draft import Context, take_apart
from tactful.facts.page import read_page
from tactful.facts.workplaces import find_workplaces


def found(text):
    draft = take_apart(text, Context())
    return [text[hit.start : hit.end] for hit in find_workplaces(read_page(draft))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cant take the care job at willow lodge", "willow lodge"),
        ("no 2 the barista job at brewd up, got smth closer", "brewd up"),
        ("the gig at gladstone freight cuz the nights", "gladstone freight"),
        ("im not coming to pied piper as junior dev", "pied piper"),
        ("not able to join as staff nurse in green valley hospital now", "green valley hospital"),
        ("the chair job at curl up n dye is not for me", "curl up n dye"),
        ("NO TO THE PROOFREADER JOB AT GANGES PRESS", "GANGES PRESS"),
    ],
)
def test_a_company_without_capitals(text, name):
    assert found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "i want work at home",
        "no shifts at night for me",
        "the start at short notice is no good",
        "i like the job with a view",
        "I am declining the post at head office. We spoke to Tom and Ann.",
        "the interview at 4 was fun",
    ],
)
def test_words_that_name_nobody(text):
    assert found(text) == []
