"""Every measure counts what its name says, with the places that make it up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.analysis import analyse
from tactful.checks.measures import MEASURES
from tactful.draft import Context, take_apart
from tactful.lint import findings_of
from tactful.rulebook import built_in
from tactful.rulebook.known import MEASURES as KNOWN_MEASURES


@pytest.fixture(scope="module")
def small(make_book):
    bad = {"id": "bad", "kind": "forbid", "patterns": {"x": "awful"}, "detect": [{"any": ["x"]}]}
    hint = {**bad, "id": "hint", "severity": "suggestion", "patterns": {"x": "cosy"}}
    return make_book(
        acts={"thanks": ["thank you"], "decline": ["decline"], "reason": ["because"], "critique": ["slow"]},
        lexicons={"tired": ["tired"]},
        rules=[bad, hint],
    )


def measured(name, text, book, of=None):
    analysis = analyse(take_apart(text, Context()), book)
    value, places = MEASURES[name](analysis, of, findings_of(analysis))
    return value, [text[place.start : place.end] for place in places]


def test_rule_files_may_name_every_measure_and_no_other():
    assert set(KNOWN_MEASURES) == set(MEASURES)


MAIL = "Dear Anna,\n\nI can't come, because I'm tired. I decline.\n\nKind regards,\nTom\n\nP.S. Bye now."


@pytest.mark.parametrize(
    ("name", "of", "value", "places"),
    [
        ("words", None, 10, []),
        ("sentences", None, 3, ["I can't come, because I'm tired.", "I decline.", "Bye now."]),
        ("sentence-words", None, 6, ["I can't come, because I'm tired."]),
        ("clauses-with", "act:reason", 1, ["because I'm tired."]),
        ("clauses-with", "tired", 1, ["because I'm tired."]),
        ("clauses-with", "act:thanks", 0, []),
        ("clauses-with", "no-such-tag", 0, []),
        ("clauses-with", None, 0, []),
        ("sentences-with", "act:reason", 1, ["I can't come, because I'm tired."]),
        ("words-with", "act:reason", 3, ["because I'm tired."]),
        ("idle-words", None, 2, ["Bye now."]),
    ],
)
def test_a_measure(small, name, of, value, places):
    assert measured(name, MAIL, small, of) == (value, places)


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_of_an_empty_text_every_measure_is_zero(small, name):
    assert measured(name, "", small) == (0.0, [])


def test_two_clauses_of_one_sentence_are_one_sentence(small):
    text = "I decline because it is far, and because it is late."
    assert measured("clauses-with", text, small, "act:reason")[0] == 2
    assert measured("sentences-with", text, small, "act:reason") == (1, [text])


class TestExplaining:
    def test_counts_the_words_where_they_are_most_of_the_message(self, small):
        text = "I came because it is near. We saw the roof. I decline."
        assert measured("explaining-words", text, small) == (
            10,
            ["I came", "because it is near.", "We saw the roof."],
        )

    def test_is_nothing_where_they_are_not(self, small):
        text = "Thank you for the offer of the day. I decline it with regret. We met."
        assert measured("explaining-words", text, small) == (0.0, [])


class TestReadability:
    def test_of_plain_sentences_is_not_worked_out(self, small):
        assert measured("readability", "We met on Monday. I was glad. It rained a lot.", small) == (0.0, [])

    def test_of_long_words_is_a_school_grade(self, small):
        hard = (
            "Notwithstanding considerable organisational complexities, comprehensive reconsideration "
            "necessitates extraordinarily straightforward communication."
        )
        value, places = measured("readability", hard, small)
        assert value > 20
        assert places == []

    def test_of_a_long_sentence_is_higher_than_of_its_halves(self, small):
        half = "we walked along the river to the old mill where the workers had left the tools"
        together, _ = measured("readability", f"{half} and {half}.", small)
        apart, _ = measured("readability", f"{half}. {half}.", small)
        assert together > apart == 0


class TestIdle:
    def test_a_sentence_that_acts_or_names_a_contact_is_not_idle(self, small):
        text = "We met. I decline. Write to tom@web.example soon."
        assert measured("idle-words", text, small) == (2, ["We met."])

    def test_the_story_around_a_finding_goes_both_ways_until_something_acts(self, small):
        text = "We met. It rained. It was awful. We left. I decline. We slept."
        assert measured("quarrel-beside-findings", text, small) == (3, ["We met.", "It rained.", "We left."])

    def test_without_a_finding_there_is_no_story(self, small):
        assert measured("quarrel-beside-findings", "We met. It rained.", small) == (0.0, [])

    def test_a_bare_name_is_no_part_of_a_story(self, book):
        text = "Your process was a joke. It rained.\n\nRobert')--\nPriya Nair"
        assert measured("quarrel-beside-findings", text, book) == (1, ["It rained."])

    def test_what_sounds_mild_is_no_part_of_a_story(self, make_book):
        told = make_book(
            rules=[{"id": "bad", "kind": "forbid", "patterns": {"x": "awful"}, "detect": [{"any": ["x"]}]}],
            senses={"rained": [400, 0], "left": [0, 400]},
        )
        text = "It rained. It was awful. We left."
        assert measured("quarrel-beside-findings", text, told) == (1, ["It rained."])

    def test_what_sounds_like_a_quarrel_is_told_anywhere_in_the_message(self, make_book):
        told = make_book(
            acts={"thanks": ["thank you"]},
            rules=[{"id": "bad", "kind": "forbid", "patterns": {"x": "awful"}, "detect": [{"any": ["x"]}]}],
            senses={"rained": [400, 0], "left": [0, 400]},
        )
        text = "It was awful. We left. It rained. Thank you, it rained."
        assert measured("quarrel-beside-findings", text, told) == (1, ["It rained."])

    def test_two_words_beside_a_fault_are_a_fragment(self, small):
        text = "Well. It was awful. Not good. That went on for days. Seriously?"
        assert measured("idle-fragments", text, small) == (3, ["Well.", "Not good.", "Seriously?"])

    def test_a_fragment_that_names_somebody_stays(self, small):
        assert measured("idle-fragments", "It was awful. Call +49 170 5551234.", small) == (0.0, [])

    @pytest.mark.parametrize("text", ["Well. We met.", "Well. It was cosy."])
    def test_without_a_fault_fragments_are_the_writers_manner(self, small, text):
        assert measured("idle-fragments", text, small) == (0.0, [])


TAGS = (None, "act:thanks", "act:reason", "topic-pay")
SENTENCES = (
    "Thank you.",
    "We met, and it rained.",
    "I must decline because of the pay.",
    "Well.",
    "You are an idiot!",
)


@given(
    st.sampled_from(sorted(MEASURES)), st.sampled_from(TAGS), st.lists(st.sampled_from(SENTENCES), max_size=6)
)
def test_no_measure_is_negative_and_every_place_lies_in_the_text(name, of, sentences):
    text = " ".join(sentences)
    value, places = measured(name, text, built_in(), of)
    assert value >= 0
    assert all(place.strip() for place in places)
    assert len(places) <= max(value, 1)
