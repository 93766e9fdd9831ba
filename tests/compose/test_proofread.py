"""The writer's own sentences are proofread, wherever a message is composed."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful import grammar
from tactful.draft import Context, read_draft
from tactful.refine import Request, refine
from tactful.result import Change, Result
from tactful.rulebook import built_in
from tactful.verify import verify

DRAFT = """Dear Ms. Halvorsen,

Thank you for the offer from Zalando. Your pay is a joke. I have decided to decline it, as it would of been \
too far. I have recieved a offer from siemens that is closer to home.

Kind regards,
Tom Abara
"""
SLIPS = (
    "I have recieved a offer from siemens that is closer to home.",
    "I would appreciate it alot if you sent the refund form untill Friday.",
    "I decline, as its too far from my home in Bergen.",
    "My wife don't want to move to Oslo.",
    "Please send it to tom@recieve.example.",
)


def refined(text: str, *, grammar: bool = True, **context: object) -> Result:
    draft = read_draft(text, Context(**context))  # type: ignore[arg-type]
    return refine(draft, built_in(), Request(grammar=grammar))


def test_slips_are_mended_and_facts_are_not():
    result = refined(DRAFT)
    assert result.released
    assert "as it would have been too far." in result.text
    assert "I have received an offer from siemens that is closer to home." in result.text
    assert "from Zalando." in result.text
    assert (result.ledger.added, result.ledger.lost) == ((), ())


def test_a_change_says_so():
    changes = {change.before: change for change in refined(DRAFT).changes}
    before = "I have recieved a offer from siemens that is closer to home."
    after = "I have received an offer from siemens that is closer to home."
    assert changes[before] == Change(before, after, ("grammar",))


def test_it_can_be_left_out():
    result = refined(DRAFT, grammar=False)
    assert "I have recieved a offer from siemens that is closer to home." in result.text
    assert not any("grammar" in change.rules for change in result.changes)


def test_a_draft_that_passes_is_not_proofread():
    text = DRAFT.replace("Your pay is a joke. ", "").replace(
        "Kind regards", "I wish you all the best.\n\nKind regards"
    )
    assert (refined(text).text, refined(text).engine) == (text, "unchanged")


def test_without_harper_a_message_is_composed_all_the_same(monkeypatch):
    monkeypatch.setitem(sys.modules, "harper", None)
    grammar._linter.cache_clear()  # noqa: SLF001 - another process would start afresh
    assert refined(DRAFT).text == refined(DRAFT, grammar=False).text
    grammar._linter.cache_clear()  # noqa: SLF001 - another process would start afresh


def test_a_formal_message_stays_without_contractions():
    draft = "Dear Ann,\n\nThank you. Your pay is a joke. I decline the offer, as its not near my home.\n\nTom"
    result = refined(draft, tone="formal")
    assert "as it is not near my home." in result.text


@pytest.mark.parametrize("word", ["received", "an"])
def test_the_ledger_takes_a_mended_word_for_the_writer_s(word):
    text = refined(DRAFT).text
    assert word in text.split()
    assert verify(read_draft(DRAFT, Context()), text, built_in()).ledger.added == ()


def test_the_ledger_takes_no_other_word_for_the_writer_s():
    text = refined(DRAFT).text.replace("received", "reviewed")
    added = [entry.text for entry in verify(read_draft(DRAFT, Context()), text, built_in()).ledger.added]
    assert "reviewed" in added


@given(
    st.lists(st.sampled_from(SLIPS), min_size=1, max_size=3, unique=True),
    st.sampled_from(("as-is", "formal")),
)
def test_no_sentence_is_lost_and_twice_is_once(slips, tone):
    text = f"Dear Ann,\n\nThank you. Your pay is a joke. I decline the offer. {' '.join(slips)}\n\nTom"
    result, plain = refined(text, tone=tone), refined(text, grammar=False, tone=tone)
    assert result.released == plain.released
    assert [entry.text for entry in result.ledger.kept] == [entry.text for entry in plain.ledger.kept]
    if result.released:
        assert refined(result.text, tone=tone).text == result.text
        assert refined(text, tone=tone).text == result.text
