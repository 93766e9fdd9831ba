"""A mend changes what its rule finds, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.mends import (
    TRANSFORMS,
    calm_punctuation,
    calm_shouting,
    drop_pictographs,
    mender_for,
    sentence_case,
)
from tactful.rulebook.known import TRANSFORMS as KNOWN_TRANSFORMS


def forbid(name, replace=(), **keys):
    return {
        "id": name,
        "kind": "forbid",
        "patterns": {"x": "zqx"},
        "detect": [{"any": ["x"]}],
        "replace": [{"find": find, "with": written} for find, written in replace],
        **keys,
    }


@pytest.fixture(scope="module")
def mender(make_book):
    return mender_for(
        make_book(
            rules=[
                forbid("short", [("thx", "thanks"), ("im", "I am")]),
                forbid("very", [("very ", ""), ("really", "")]),
                forbid("inner", [("=(?:^|[^a-z])(u)(?:[^a-z]|$)", "you")]),
                forbid("formal", [("glad", "pleased")], when={"tone": ["formal"]}),
                forbid("plain", [("pleased", "glad")], when={"tone": ["neutral", "warm"]}),
                forbid("calm", transform=["calm-punctuation", "sentence-case"]),
                forbid("gone", transform=["drop"]),
                forbid("bare"),
            ]
        )
    )


@pytest.mark.parametrize(
    ("text", "rules", "mended"),
    [
        pytest.param("thx for it", ["short"], "thanks for it", id="a word"),
        pytest.param("Thx for it", ["short"], "Thanks for it", id="a capital stays one"),
        pytest.param("THX for it", ["short"], "thanks for it", id="capitals all through do not"),
        pytest.param("I’m here, thx.", ["short"], "I’m here, thanks.", id="only what is found"),
        pytest.param("thx. im off", ["short"], "thanks. I am off", id="every place, every pair"),
        pytest.param("A very good day", ["very"], "A good day", id="nothing in its place"),
        pytest.param("Good, really, so", ["very"], "Good, so", id="no loose comma is left"),
        pytest.param("really, that is so", ["very"], "that is so", id="nor one at the start"),
        pytest.param("It is good really .", ["very"], "It is good.", id="nor a blank before a mark"),
        pytest.param("are u in? u", ["inner"], "are you in? you", id="a group says what is replaced"),
        pytest.param("thx  for very good", ["short", "very"], "thanks for good", id="rule after rule"),
        pytest.param("well!! i am", ["calm"], "Well. I am", id="transforms, in their order"),
        pytest.param("All of this.", ["gone"], "", id="all of it"),
        pytest.param("  two  blanks , ", ["bare"], "  two  blanks , ", id="a rule without a mend"),
        pytest.param("  two  blanks , ", ["short"], "  two  blanks , ", id="a mend that finds nothing"),
        pytest.param("  two  blanks , ", [], "  two  blanks , ", id="no rule"),
        pytest.param("thx all", ["no-such-rule", "short"], "thanks all", id="a rule that is switched off"),
    ],
)
def test_a_mend(mender, text, rules, mended):
    assert mender.mend(text, rules) == mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("I am glad of it.", "I am pleased of it."),
        ("Glad to hear it. Glad again.", "Pleased to hear it. Pleased again."),
        ("I spoke to Glad about it.", "I spoke to Glad about it."),
        ("You said “glad” to me, and I am glad.", "You said “glad” to me, and I am pleased."),
        ('"Glad" is what you said.', '"Glad" is what you said.'),
        ("I AM GLAD OF IT.", "I AM pleased OF IT."),
    ],
)
def test_the_mends_of_a_tone_spare_quotes_and_names(mender, text, mended):
    assert mender.mend(text, ["formal"]) == mended


@pytest.mark.parametrize(
    ("tone", "rules"), [("formal", ("formal",)), ("warm", ("plain",)), ("concise", ()), ("as-is", ())]
)
def test_a_tone_has_its_own_rules(mender, tone, rules):
    assert mender.tone_rules(tone) == rules


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Send my bag.", "Please send my bag."),
        ("so send my bag", "so please send my bag"),
        ("SEND my bag.", "please SEND my bag."),
    ],
)
def test_a_mend_may_keep_the_words_it_finds(make_book, text, mended):
    order = forbid("order", [("=(send) my", "please {found}")])
    assert mender_for(make_book(rules=[order])).mend(text, ["order"]) == mended


def test_a_book_has_one_mender(book, make_book):
    assert mender_for(book) is mender_for(book)
    assert mender_for(book) is not mender_for(make_book())


def test_rule_files_may_name_every_transform_and_no_other():
    assert set(KNOWN_TRANSFORMS) == set(TRANSFORMS)


@pytest.mark.parametrize(
    ("text", "calm"),
    [
        ("i think i'm in", "I think I'm in"),
        ("i. e. that", "I. e. that"),
        ("the i-beam", "The i-beam"),
        ("3 of us", "3 of us"),
        ("", ""),
    ],
)
def test_sentence_case(text, calm):
    assert sentence_case(text) == calm


@pytest.mark.parametrize(
    ("text", "calm"),
    [
        ("I WILL NOT TAKE IT!", "I will not take it!"),
        ("The GDPR and the HR team are FURIOUS.", "The gdpr and the HR team are furious."),
        ("We met.", "We met."),
        ("123", "123"),
        ("I CAN\u2019T BE IN VARD\u00d8.", "I can\u2019t be in Vard\u00f8."),
        ("I can'T do nights.", "I can't do nights."),
    ],
)
def test_calm_shouting(text, calm):
    assert calm_shouting(text) == calm


@pytest.mark.parametrize(
    ("text", "calm"),
    [
        ("No!!!", "No."),
        ("Why?!", "Why?"),
        ("Well... no", "Well. no"),
        ("Really! ? !", "Really?"),
        ("No! Never.", "No! Never."),
        ("One! Two?", "One! Two?"),
    ],
)
def test_calm_punctuation(text, calm):
    assert calm_punctuation(text) == calm


def test_pictographs_are_dropped_with_their_variation_marks():
    assert drop_pictographs("Thanks ❤️ and 👍 bye") == "Thanks  and  bye"
    assert drop_pictographs("Zoë’s → 5 €") == "Zoë’s → 5 €"


@given(st.text(max_size=80))
def test_calm_punctuation_leaves_no_run_of_marks(text):
    calm = calm_punctuation(text)
    assert calm_punctuation(calm) == calm
    for pair in ("!!", "??", "!?", "?!", ".."):
        assert pair not in calm


@given(st.text(max_size=80))
def test_every_transform_keeps_the_letters_it_does_not_drop(text):
    assert sentence_case(text).casefold() == text.casefold()
    assert calm_shouting(text).casefold() == text.casefold()
    assert drop_pictographs(drop_pictographs(text)) == drop_pictographs(text)
