"""Slips are mended where there is no doubt, and nothing else is touched."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from threading import get_ident

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful import grammar
from tactful.fidelity.tokens import negations
from tactful.grammar import corrected
from tactful.rulebook import built_in

FACTS = (
    "Siemens",
    "Zalando",
    "Recieve Labs",
    "thx",
    "a offer desk",
    "14 March",
    "€41,000",
    "oportunity.example",
)
OWN = (
    "I should of told you",
    "i recieved a offer",
    "its too far from",
    "She don't work at",
    "Thanks alot for",
    "untill I hear from",
    "It came to an useful end at",
    "I cannot move before",
)


def mended(text: str, *facts: str) -> str:
    return corrected(text, facts, built_in())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("I should of told you sooner.", "I should have told you sooner."),
        ("I have recieved a offer.", "I have received an offer."),
        ("It took an useful hour.", "It took a useful hour."),
        ("I decline, as its a long way.", "I decline, as it's a long way."),
        ("Its a good bakery.", "It's a good bakery."),
        ("She don't know yet.", "She doesn't know yet."),
        ("They was kind.", "They were kind."),
        ("Thanks alot, infact for all.", "Thanks a lot, in fact for all."),
        ("Tom and i decline.", "Tom and I decline."),
        ("It is a oportunity.", "It is an opportunity."),
    ],
)
def test_a_slip_is_mended(written, meant):
    assert mended(written) == meant
    assert mended(meant) == meant


@pytest.mark.parametrize(
    "text",
    [
        "I met siemens and zalando, thx.",
        "Siemens and Zalando wrote to me.",
        "I like the company, its people and its open culture.",
        "I had had doubts, and I know that that is late.",
        "If I were you, I would ask her.",
        "The favour, the favor, our neighborhood and our neighbourhood.",
        "I organise and organize it.",
        "A NDA, an SQL test, an MBA and a SCI.",
        "They use postgres and kubernetes.",
        "bol.com pays more.",
        "iPhone work is what I do.",
        "I wants to sing.",  # another verb form may be another meaning
    ],
)
def test_what_is_right_or_doubtful_stays(text):
    assert mended(text) == text


def test_no_fact_is_touched():
    text = "I recieved word from recieved Ltd. about a offer."
    assert mended(text) == "I received word from received Ltd. about an offer."
    assert mended(text, "recieved Ltd.") == "I received word from recieved Ltd. about an offer."


@given(st.lists(st.tuples(st.sampled_from(OWN), st.sampled_from(FACTS)), min_size=1, max_size=3))
def test_facts_and_negations_survive_and_twice_is_once(parts):
    text = ", and ".join(f"{own} {fact}" for own, fact in parts) + "."
    once = mended(text, *FACTS)
    for _, fact in parts:
        assert once.count(fact) == text.count(fact)
    assert mended(once, *FACTS) == once
    assert negations(once.split()) == negations(text.split())


def test_a_sentence_without_suspicion_starts_nothing(monkeypatch):
    def unwanted(thread: int) -> None:
        raise AssertionError(thread)

    monkeypatch.setattr(grammar, "_linter", unwanted)
    assert mended("I have decided to decline the offer.") == "I have decided to decline the offer."


def test_no_speller_ponders_over_a_word_that_is_no_slip():
    grammar._linter.cache_clear()  # noqa: SLF001 - another process would start afresh
    assert mended("I told she don't have infliximab.") == "I told she doesn't have infliximab."
    linter = grammar._linter(get_ident())  # noqa: SLF001 - what it looks at shows in its result
    assert linter is not None
    assert not linter.get_lint_config()[grammar.SPELLING_LINT]
    assert mended("She don't recieve infliximab.") == "She doesn't receive infliximab."
    assert mended("She don't have infliximab.") == "She doesn't have infliximab."


def test_every_lint_exists():
    linter = grammar._linter(0)  # noqa: SLF001 - a lint that harper renamed would never speak again
    assert linter is not None
    assert linter.get_lint_config().keys() >= {*grammar.GRAMMAR_LINTS, grammar.SPELLING_LINT}


def test_without_harper_nothing_is_mended(monkeypatch):
    monkeypatch.setitem(sys.modules, "harper", None)
    grammar._linter.cache_clear()  # noqa: SLF001 - another process would start afresh
    assert mended("I should of told you.") == "I should of told you."
    grammar._linter.cache_clear()  # noqa: SLF001 - another process would start afresh


def test_threads_do_not_share_a_linter():
    with ThreadPoolExecutor(2) as pool:
        texts = list(pool.map(mended, ["I should of told you."] * 8))
    assert texts == ["I should have told you."] * 8
