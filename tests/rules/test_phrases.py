"""Every phrase of the bank is fit to send: no finding of any rule, and it performs its act."""

from __future__ import annotations

import pytest

from tactful.analysis import analyse
from tactful.draft import Context, take_apart
from tactful.fragments import editing_findings
from tactful.phrases import Phrase, Wish, bank_for
from tactful.plan import FULFILLED_BY
from tactful.rulebook import RuleBook, built_in

VALUES = {
    "name": "Ms Abara",
    "sender": "Jonas Dorn",
    "role": "data analyst",
    "company": "Harbourline",
    "day": "Friday, 4 December",
    "term": "salary",
    "topic": "pay",
}
_NO_SENTENCES = frozenset({"greeting", "sign-off", "subject", "ask-why"})


def _phrases() -> list[Phrase]:
    return [phrase for phrases in bank_for(built_in())._by_act.values() for phrase in phrases]  # noqa: SLF001


@pytest.mark.parametrize(
    "phrase", [pytest.param(one, id=f"{one.act}-{at}") for at, one in enumerate(_phrases())]
)
def test_phrase_has_no_finding(phrase: Phrase, book: RuleBook) -> None:
    if phrase.act in _NO_SENTENCES:
        return
    for channel in phrase.channels:
        context = Context(kind=phrase.kinds[0], channel=channel, negotiable=("salary",))
        fragment = analyse(take_apart(phrase.fill(VALUES), context), book)
        assert editing_findings(fragment) == ()


@pytest.mark.parametrize(
    "phrase",
    [
        pytest.param(one, id=f"{one.act}-{at}")
        for at, one in enumerate(_phrases())
        if one.act in {"thanks", "decline", "withdraw", "goodwill", "negotiate", "more-time", "apology"}
    ],
)
def test_phrase_performs_its_act(phrase: Phrase, book: RuleBook) -> None:
    names = analyse(take_apart(phrase.fill(VALUES), Context()), book).act_names
    assert names & FULFILLED_BY[phrase.act]


@pytest.mark.parametrize("channel", ["email", "phone", "recruiter", "linkedin"])
@pytest.mark.parametrize("tone", ["formal", "neutral", "warm", "concise"])
@pytest.mark.parametrize("act", ["thanks", "decline", "goodwill"])
def test_there_are_different_phrases_for_each_tone_and_channel(
    act: str, tone: str, channel: str, book: RuleBook
) -> None:
    bank = bank_for(book)
    texts = {bank.choose(Wish(act, tone, channel, "decline", turn=turn), {}) for turn in range(6)}
    assert len(texts) >= 2, texts


def test_a_phrase_with_a_claim_needs_the_claim(book: RuleBook) -> None:
    bank = bank_for(book)
    claiming = [phrase for phrase in _phrases() if phrase.claims]
    for phrase in claiming:
        wish = Wish(phrase.act, phrase.tones[0], phrase.channels[0], phrase.kinds[0], topic=phrase.topic)
        assert phrase.fill(VALUES) not in bank.all_fitting(wish, VALUES)
