"""Other words for the same thing pass; other things in the same words do not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tactful.draft import Context, take_apart
from tactful.fidelity.paraphrase import answers_no, paraphrase_of, stem
from tactful.fidelity.tokens import content_words
from tactful.rulebook import built_in
from tactful.verify import verify

PAIRS = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "data" / "paraphrases.jsonl").read_text("utf-8").splitlines()
]
# Known to fall, each for want of a recogniser or a word; a mended one is taken off the list.
FALLS = frozenset({"sorry 4 the late reply", "I have another offer"})

HOSTILE = {
    "a condition": ("I have decided to decline", "I would accept the offer if you paid more"),
    "an acceptance": ("I have decided to decline", "I have decided to accept"),
    "a double no": ("I have decided to decline", "I have decided not to decline"),
    "a number": ("below what I need", "below the 95,000 I need"),
    "a number in words": ("below what I need", "below the ninety thousand I need"),
    "a turned reason": ("The salary is below what I need", "The salary is not below what I need"),
    "another reason": ("The salary is below what I need", "The commute is too long"),
    "a turned request": ("Please delete", "Please do not delete"),
    "another request": ("Please delete my documents", "Please send my documents to my lawyer"),
    "a turned promise": ("I will return", "I will not return"),
    "another day": ("Friday", "Monday"),
    "another name": ("Ms Brandt", "Ms Berg"),
    "a promise": ("I wish", "I will call you in June. I wish"),
    "a feeling": ("I wish", "I was impressed by the team. I wish"),
    "a hope for later": ("I wish", "I remain interested in other roles. I wish"),
    "another employer": ("I have decided to decline", "I have accepted another position"),
    "a refusal denied": ("I have decided to decline", "I have not decided to decline"),
    "a reason denied": ("The salary is below", "The salary is not below"),
    "a wish denied": ("I wish you", "I do not wish you"),
    "no decision": ("I have decided to decline. ", ""),
    "no request": ("Please delete my documents. ", ""),
    "no promise": ("I will return the badge by Friday. ", ""),
    "no signature": ("Jonas Weil", ""),
}
DRAFT = """Dear Ms Brandt,

Your interview was a joke. I have decided to decline. The salary is below what I need. Please delete my \
documents. I will return the badge by Friday.

Jonas Weil"""
FINE = DRAFT.replace("Your interview was a joke.", "Thank you for the offer.").replace(
    "by Friday.", "by Friday. I wish you all the best."
)


def _passes(draft, text):
    return verify(take_apart(draft, Context()), text, built_in()).passed


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["rewrite"][17:60] for pair in PAIRS])
def test_an_innocent_rewrite_passes(pair):
    falls = any(start in pair["draft"] for start in FALLS)
    assert _passes(pair["draft"], pair["rewrite"]) is not falls


def test_the_fine_one_passes():
    assert _passes(DRAFT, FINE)


@pytest.mark.parametrize(("said", "put"), HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_rewrite_falls(said, put):
    assert said in FINE
    assert not _passes(DRAFT, FINE.replace(said, put))


# Of 53 whole messages put in other words these pass; of 24 that change something this many get through.
INNOCENT, HOSTILE_ONES = 35, 1
REWRITES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "data" / "rewrites.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("kind", "passing"), [("innocent", INNOCENT), ("hostile", HOSTILE_ONES)])
def test_whole_messages_in_other_words_pass_and_what_changes_them_falls(kind, passing):
    of_kind = [one for one in REWRITES if one["kind"] == kind]
    assert sum(_passes(one["draft"], one["rewrite"]) for one in of_kind) == passing


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("needs", "need"),
        ("accepting", "accept"),
        ("relocating", "relocat"),
        ("relocate", "relocat"),
        ("classes", "class"),
        ("class", "class"),
        ("withdrawing", "withdraw"),
        ("shipping", "ship"),
        ("the", "the"),
    ],
)
def test_the_forms_of_a_word_have_one_root(word, root):
    assert stem(word) == root


def test_a_number_stands_for_itself_alone():
    assert paraphrase_of(built_in()).senses("12") == {"12"}


@pytest.mark.parametrize(
    ("told", "said", "unsaid"),
    [
        ("commute", "journey", []),
        ("child", "daughter", []),
        ("lorry", "truck", []),
        ("six days", "six-day", []),
        ("daughter", "son", ["daughter"]),
        ("mother", "father", ["mother"]),
        ("stay", "position", ["stay"]),
    ],
)
def test_a_word_of_the_draft_is_said_by_its_like_or_a_wider_one(told, said, unsaid):
    paraphrase = paraphrase_of(built_in())
    assert paraphrase.unsaid(_words(told), paraphrase.said(_words(said))) == unsaid


@pytest.mark.parametrize(
    ("said", "told", "unaccounted"),
    [
        ("seat", "sofa", []),
        ("sofa", "seat", ["sofa"]),
        ("six-day", "six days", []),
        ("nine-day", "six days", ["nine-day"]),
        ("ex-colleague", "former colleague", []),
        ("accept", "remain", ["accept"]),
    ],
)
def test_a_wider_word_adds_nothing_and_a_narrower_one_does(said, told, unaccounted):
    paraphrase = paraphrase_of(built_in())
    assert paraphrase.unaccounted(_words(said), paraphrase.senses_of(_words(told))) == unaccounted


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("the recipes are mine please do not use them", "do not use the recipes, which are mine", True),
        ("the recipes are secret please do not use them", "the recipes are not secret, use them", False),
        ("I answer no as I can not start in May", "I can not start in May", True),
        ("I can not start in May", "I can start in May", False),
    ],
)
def test_what_stands_behind_a_negation_is_what_it_denies(one, other, alike):
    assert paraphrase_of(built_in()).denies_alike(_words(one), _words(other)) is alike


@pytest.mark.parametrize(
    ("said", "answers"), [("I say no", True), ("I can not say no", False), ("no rain", False)]
)
def test_an_answer_of_no_denies_no_word(said, answers):
    assert answers_no(_words(said)) is answers


def _words(text):
    return content_words(text, built_in())
