"""The bank chooses the phrase that fits best, asserts nothing on its own, and knows its phrases again."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.phrases import PhraseBank, Wish, bank_for
from tactful.rulebook import built_in

PHRASES = [
    {"text": "Thank you.", "act": "thanks", "tones": ["formal", "neutral"], "channels": ["email"]},
    {"text": "Many thanks.", "act": "thanks", "tones": ["warm"], "channels": ["email"]},
    {"text": "Thanks so much.", "act": "thanks", "tones": ["warm"], "channels": ["email"]},
    {
        "text": "Thank you for the post of {role}.",
        "act": "thanks",
        "tones": ["neutral"],
        "channels": ["email"],
    },
    {"text": "Thanks for {role} at {company}.", "act": "thanks", "tones": ["neutral"], "channels": ["email"]},
    {"text": "Thanks, said aloud.", "act": "thanks", "tones": ["neutral"], "channels": ["phone"]},
    {
        "text": "Thanks, it was a hard choice.",
        "act": "thanks",
        "tones": ["concise"],
        "channels": ["email"],
        "claims": ["deliberation"],
    },
    {"text": "The pay is low.", "act": "reason", "topic": "pay"},
    {"text": "Your time was kind.", "act": "thanks", "kinds": ["withdraw"], "tones": ["neutral"]},
]
NOTHING = frozenset[str]()


@pytest.fixture(scope="module")
def bank(make_book):
    return PhraseBank(make_book(phrases=PHRASES))


def wish(act="thanks", tone="neutral", **options):
    return Wish(act=act, tone=tone, **{"channel": "email", "kind": "decline", **options})


@pytest.mark.parametrize(
    ("asked", "values", "text"),
    [
        pytest.param(wish(), {}, "Thank you.", id="the tone"),
        pytest.param(wish(tone="warm"), {}, "Many thanks.", id="another tone"),
        pytest.param(wish(tone="concise"), {}, "Thank you.", id="a tone that has none"),
        pytest.param(wish(channel="phone"), {}, "Thanks, said aloud.", id="the channel before the tone"),
        pytest.param(
            wish(tone="concise", claims=frozenset({"deliberation"})),
            {},
            "Thanks, it was a hard choice.",
            id="a claim that is made",
        ),
        pytest.param(wish(), {"role": "clerk"}, "Thank you.", id="a slot that need not be filled stays out"),
        pytest.param(
            wish(needed=frozenset({"role"})),
            {"role": "clerk"},
            "Thank you for the post of clerk.",
            id="one slot",
        ),
        pytest.param(
            wish(needed=frozenset({"role", "company"})),
            {"role": "clerk", "company": "Zentara"},
            "Thanks for clerk at Zentara.",
            id="two slots",
        ),
        pytest.param(
            wish(needed=frozenset({"company"})),
            {"company": "Zentara"},
            "Thank you.",
            id="a slot beside one that is unknown",
        ),
        pytest.param(wish("reason", topic="pay"), {}, "The pay is low.", id="the topic"),
        pytest.param(wish("reason", topic="place"), {}, None, id="another topic"),
        pytest.param(wish("reason"), {}, None, id="no topic"),
        pytest.param(wish(kind="withdraw"), {}, "Your time was kind.", id="the kind"),
        pytest.param(wish(kind="negotiate"), {}, None, id="a kind that has none"),
        pytest.param(wish("apology"), {}, None, id="an act that has none"),
    ],
)
def test_the_phrase_that_fits_best_is_chosen(bank, asked, values, text):
    assert bank.choose(asked, values) == text


def test_turns_walk_through_equals_and_begin_again(bank):
    chosen = [bank.choose(wish(tone="warm", turn=turn), {}) for turn in range(4)]
    assert chosen == ["Many thanks.", "Thanks so much.", "Many thanks.", "Thanks so much."]


def test_all_that_fits_comes_best_first(bank):
    assert bank.all_fitting(wish(tone="warm", needed=frozenset({"role"})), {"role": "clerk"}) == [
        "Thank you for the post of clerk.",
        "Many thanks.",
        "Thanks so much.",
        "Thank you.",
        "Thanks, said aloud.",
    ]
    assert bank.all_fitting(wish("apology"), {}) == []


@pytest.mark.parametrize(
    ("sentence", "known"),
    [
        ("Thank you.", [("Thank you.", {})]),
        ("  THANK   you. ", [("Thank you.", {})]),
        (
            "Thanks for night clerk at Zentara.",
            [("Thanks for {role} at {company}.", {"role": "night clerk", "company": "zentara"})],
        ),
        ("Thank you", []),
        ("Thank you. Really.", []),
        (f"Thank you for the post of {'x' * 81}.", []),
    ],
)
def test_a_phrase_is_known_again_word_for_word(bank, sentence, known):
    assert [(phrase.text, values) for phrase, values in bank.recognise(sentence)] == known


def test_the_vocabulary_holds_the_words_of_free_formulas_only(bank):
    words = bank.vocabulary()
    assert {"thank", "you", "post", "kind"} <= words
    assert words.isdisjoint({"hard", "choice", "role", "company", "pay", "low"})


def test_a_book_has_one_bank(book, make_book):
    assert bank_for(book) is bank_for(book)
    assert bank_for(book) is not bank_for(make_book())


VALUES = {
    "name": "Ms Okoye",
    "role": "clerk",
    "company": "Zentara",
    "day": "Friday",
    "term": "pay",
    "sender": "Jo",
}


@given(
    st.sampled_from(["thanks", "decline", "goodwill", "withdraw", "sign-off", "greeting"]),
    st.sampled_from(["formal", "neutral", "warm", "concise"]),
    st.sampled_from(["email", "phone", "recruiter", "linkedin"]),
    st.sets(st.sampled_from(sorted(VALUES))),
    st.integers(0, 9),
)
def test_what_the_built_in_bank_chooses_is_filled_and_known_again(act, tone, channel, known, turn):
    bank = bank_for(built_in())
    values = {name: VALUES[name] for name in known}
    text = bank.choose(Wish(act, tone, channel, "decline", needed=frozenset(known), turn=turn), values)
    if text is None:
        return
    assert "{" not in text
    assert any(
        phrase.act == act and not phrase.claims and phrase.slots <= known
        for phrase, _ in bank.recognise(text)
    )


def test_turns_of_the_built_in_bank_give_different_thanks():
    bank = bank_for(built_in())
    said: list[str | None] = []
    for turn in count():
        text = bank.choose(Wish("thanks", "neutral", "email", "decline", turn=turn), {})
        if text in said:
            break
        said.append(text)
    assert len(said) > 1
