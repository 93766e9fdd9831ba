"""Masking hides who, where, when and how much, and gives it back exactly."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.analysis import analyse
from tactful.draft import Context, take_apart
from tactful.lint import lint
from tactful.rewrite import MaskedDraft
from tactful.rewrite.mask import Mask
from tactful.rulebook import built_in

DRAFT = """Dear Ms. Halvorsen,

Harbourline's pay of $84,500 is a joke. Mr Okoye told me in Utrecht that you pay 12% less than Brantwell.
Write to tina.kowalczyk@web.example or call +31 6 1234 5678 about claim RK-7731 by 14 March.
My sister Wilhelmina lives at 12 Quay Street.

Tina Kowalczyk"""
SECRET = (
    *("Halvorsen", "Harbourline", "84,500", "Okoye", "Utrecht", "12%", "Brantwell", "tina", "Tina"),
    *("kowalczyk", "Kowalczyk", "web.example", "1234", "5678", "RK", "7731", "March", "Wilhelmina", "Quay"),
)


def _analysis(text, **context):
    return analyse(take_apart(text, Context(**context)), built_in())


def test_what_a_model_reads_names_nobody_and_nothing():
    hidden = Mask().hide(_analysis(DRAFT))
    assert [word for word in SECRET if word in hidden] == []
    assert "is a joke" in hidden


@pytest.mark.parametrize(
    ("draft", "secret"),
    [
        (
            "hi derek, tell tina kowalczyk at brantwell i wont take it",
            ("derek", "tina", "kowalczyk", "brantwell"),
        ),
        ("Summit called. I won't join Summit. The summit is far.", ("I won't join Summit",)),
        ("Thanks. I told Wojciech no. wojciech knows. WOJCIECH too.", ("ojciech", "OJCIECH")),
        ("I decline.\n\nSam\n@samdev, t.me/samdev1, www.samdev.io", ("samdev",)),
    ],
)
def test_what_may_be_a_name_is_hidden_in_every_spelling(draft, secret):
    hidden = Mask().hide(_analysis(draft))
    assert [word for word in secret if word in hidden] == []


def test_a_private_clause_is_not_in_what_a_model_reads():
    analysis = _analysis(
        "Thank you for the offer. I must decline, since I was diagnosed with lupus. All the best."
    )
    masked = MaskedDraft.of(analysis, lint(analysis).findings)
    assert "lupus" not in masked.text
    assert "I must decline" in masked.text


def test_a_quoted_thread_is_not_in_what_a_model_reads():
    analysis = _analysis("I decline.\n\nTina\n\nOn 3 May Bo Berg wrote:\n> We pay 9 dollars.\n> Bo")
    assert "dollars" not in MaskedDraft.of(analysis, ()).text


@pytest.mark.parametrize(
    "mangled",
    [
        "[NAME_1]",
        "[name_1]",
        "[NAME 1]",
        "[NAME_1",
        "NAME_1]",
        "[ NAME_1 ]",
        "NAME_1",
        "<NAME_1>",
        r"\[NAME\_1\]",
        "[NAME-1]",
        "{NAME_1}",
    ],
)
def test_a_placeholder_that_is_a_little_mangled_is_understood(mangled):
    mask = Mask()
    assert mask.hide(_analysis("Dear Halvorsen,\n\nI decline.")).startswith("Dear [NAME_1],")
    revealed = mask.reveal(f"Dear {mangled}, I liked {mangled}'s style.")
    assert revealed.text == "Dear Halvorsen, I liked Halvorsen's style."
    assert revealed.invented == ()


@pytest.mark.parametrize("made_up", ["[NAME_7]", "[COMPANY_1]", "[DATE_2]"])
def test_a_placeholder_that_stands_for_nothing_is_told(made_up):
    mask = Mask()
    mask.hide(_analysis("Dear Halvorsen,\n\nI decline."))
    assert mask.reveal(f"Dear {made_up},").invented == (made_up,)


def test_what_the_writer_wrote_in_the_form_of_a_placeholder_is_no_placeholder():
    analysis = _analysis("Dear Halvorsen,\n\nI decline, see [NAME_1] and NAME_2.")
    mask = Mask()
    hidden = mask.hide(analysis)
    assert mask.reveal(hidden).text == analysis.draft.text
    assert mask.reveal(hidden).invented == ()


WORDS = st.sampled_from(
    [
        *SECRET,
        *DRAFT.split(),
        "[NAME_1]",
        "NAME_2",
        "[",
        "]",
        "{",
        "date 14",
        "{draft}",
        "\n\n",
        "TERM_1]",
        "12%.",
    ]
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=120)


@given(TEXTS, TEXTS)
def test_what_was_hidden_comes_back_exactly(first, second):
    mask = Mask()
    for text in (first, second):
        analysis = _analysis(re.sub("[\ud800-\udfff]", "", text))
        revealed = mask.reveal(mask.hide(analysis))
        assert revealed.text == analysis.draft.text
        assert revealed.invented == ()
