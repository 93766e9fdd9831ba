"""The bank has enough phrases: for every act, tone, channel and topic; and no register is mixed."""

from __future__ import annotations

import re
from itertools import product

import pytest

CONTRACTION = re.compile(r"n['\u2019]t\b|\b(?:I|it|that|we|you|they|there)['\u2019](?:m|d|ve|ll|s|re)\b")
TONES = ("formal", "neutral", "warm", "concise")
CHANNELS = ("email", "phone", "recruiter", "linkedin")
TOPICS = (
    *("pay", "benefits", "place", "hours", "travel", "scope", "growth"),
    *("visa", "family", "health", "timing", "fit", "personal", "other-role"),
)
PLACES = list(product(TONES, CHANNELS))


def _fitting(book, tone, channel):
    return [one for one in book.data["phrases"] if tone in one["tones"] and channel in one["channels"]]


@pytest.mark.parametrize(
    ("act", "kind", "enough"),
    [
        ("thanks", "decline", 5),
        ("decline", "decline", 5),
        ("goodwill", "decline", 5),
        ("thanks", "withdraw", 5),
        ("withdraw", "withdraw", 5),
        ("goodwill", "withdraw", 5),
        ("plain-good-wish", "decline", 3),
        ("apology", "decline", 3),
        ("apology-for-change", "decline", 3),
        ("negotiate", "negotiate", 3),
        ("more-time", "more-time", 3),
        ("close", "negotiate", 3),
        ("greeting", "decline", 2),
        ("sign-off", "decline", 3),
    ],
)
@pytest.mark.parametrize(("tone", "channel"), PLACES)
def test_there_is_a_choice_for_every_tone_and_channel(book, act, kind, enough, tone, channel):
    texts = {
        one["text"]
        for one in _fitting(book, tone, channel)
        if one["act"] == act and kind in one["kinds"] and not one["claims"]
    }
    assert len(texts) >= enough
    if act in {"thanks", "decline", "withdraw", "goodwill"}:
        assert {"{" in text for text in texts} == {True, False}


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize(("tone", "channel"), PLACES)
def test_every_topic_has_reasons_in_every_tone(book, topic, tone, channel):
    reasons = [one for one in _fitting(book, tone, channel) if one["topic"] == topic]
    assert len(reasons) >= 3
    assert all(bool(one["claims"]) is (topic == "other-role") for one in reasons)


def test_formal_phrases_have_no_contractions(book):
    formal = [one["text"] for one in book.data["phrases"] if "formal" in one["tones"]]
    assert [text for text in formal if CONTRACTION.search(text)] == []


def test_no_phrase_stands_twice(book):
    seen = [
        (one["text"], one["act"], *place)
        for one in book.data["phrases"]
        for place in product(one["channels"], one["tones"], one["kinds"])
    ]
    assert len(seen) == len(set(seen))
