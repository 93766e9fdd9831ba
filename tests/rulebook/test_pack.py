"""Packs lie over a rule book: they add, replace, change, switch off and extend."""

from __future__ import annotations

import pytest

from tactful.errors import FileError
from tactful.rulebook import RuleBook, compile_book

SEVERITIES = (
    "Input should be 'error', 'warning' or 'suggestion'. Choose one of the words that the message names."
)
BLAME = """\
id: blame
severity: warning
kind: forbid
message: "Mine: «{match}»."
why: Ours.
advice: Ours.
source: {title: Ours}
detect: {all: [harsh]}
examples: {bad: [], good: []}
"""


def _book(root, *packs):
    return RuleBook(compile_book(root, packs))


def _message(root, folder):
    with pytest.raises(FileError) as caught:
        compile_book(root, (folder,))
    return str(caught.value).replace(str(folder), "")


def test_a_file_of_the_same_id_takes_the_place_wherever_it_lies(root, pack):
    book = _book(root, pack({"blame.yaml": BLAME}))
    assert book.rule_by_id["blame"].message == "Mine: «{match}»."
    assert [rule.id for rule in book.rules] == ["blame", "emoji", "missing-thanks", "over-explaining"]


def test_a_file_of_a_new_id_is_added(root, pack):
    lexicon = "id: soft\nwhat: W\nsource: S\nlicence: L\nwords: [kind]\n"
    fragment = "id: more\nwhat: W\nfragments: {well: good|fine}\n"
    act = (
        "id: praise\nwhat: W\npatterns: {ok: '{well}'}\ndetect: [{any: [ok, soft]}]\n"
        "examples: {yes: ['All good.'], no: ['Bad.']}\n"
    )
    phrases = "id: praise\nwhat: W\nphrases: [{text: All is well., act: praise}]\n"
    folder = pack(
        {
            "lexicons/soft.yaml": lexicon,
            "fragments/more.yaml": fragment,
            "acts/praise.yaml": act,
            "phrases/praise.yaml": phrases,
            "ours/no-harsh.yaml": BLAME.replace("id: blame", "id: no-harsh"),
        }
    )
    book = _book(root, folder)
    assert book.rule_by_id["no-harsh"].severity == "warning"
    assert "praise" in book.act_tags
    assert book.lexicon("soft") == ("kind",)
    assert [one["text"] for one in book.data["phrases"]] == ["All is well.", "Thank you for the offer."]


def test_severities(root, pack):
    book = _book(root, pack({"pack.yaml": "severities: {blame: suggestion}"}))
    assert book.rule_by_id["blame"].severity == "suggestion"
    assert book.rule_by_id["emoji"].severity == "suggestion"
    assert book.rule_by_id["missing-thanks"].severity == "error"


def test_a_rule_that_is_off_lends_its_patterns_still(root, pack):
    folder = pack(
        {
            "pack.yaml": "off: {emoji: We like them.}",
            "blame.yaml": BLAME.replace("[harsh]", "[emoji.picture]"),
        }
    )
    book = _book(root, folder)
    assert "emoji" not in book.rule_by_id
    assert book.data["off"] == {"emoji": "We like them."}
    assert book.bit("emoji.picture")


def test_later_packs_lie_over_earlier_ones(root, pack, tmp_path):
    first = pack({"pack.yaml": "off: {blame: Why not.}\nseverities: {emoji: error}\n"})
    second = tmp_path / "second"
    second.mkdir()
    (second / "blame.yaml").write_text(BLAME, encoding="utf-8")
    third = tmp_path / "third"
    third.mkdir()
    (third / "pack.yaml").write_text("severities: {emoji: warning}\n", encoding="utf-8")
    book = _book(root, first, second, third)
    assert book.rule_by_id["blame"].severity == "warning"
    assert book.rule_by_id["emoji"].severity == "warning"
    assert book.data["off"] == {}


def test_lexicons_are_extended(root, pack):
    text = """\
        extends:
          harsh:
            "+": ["circus", "mess"]
            "-": ["joke"]
    """
    book = _book(root, pack({"pack.yaml": text}))
    assert book.lexicon("harsh") == ("mess", "disorgani(s|z)ed", "circus")


def test_fragments_are_extended_alternative_by_alternative(root, pack):
    text = """\
        extends:
          offer-noun: {"+": ["gig"], "-": ["job(?: offer|)"]}
    """
    book = _book(root, pack({"pack.yaml": text}))
    no = book.bit("decline.no")
    assert book.mask("i turn gig down") & no
    assert book.mask("i turn role down") & no
    assert not book.mask("i turn job offer down") & no


def test_a_folder_of_nothing_is_no_pack(root, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    assert _message(root, folder) == ":1: the folder holds no rule pack. Put pack.yaml or rule files into it."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "name: ours\nseverities:\n  blam: error\n",
            "/pack.yaml:3: there is no rule 'blam'. Did you mean 'blame'?",
        ),
        ("off: {zzz: Because.}\n", "/pack.yaml:1: there is no rule 'zzz'. Correct the name or leave it out."),
        ("off:\n  emoji: ''\n", None),
        ("off:\n  emoji:\n", None),
        (
            "severities: {emoji: bad}\n",
            f"/pack.yaml:1: severities.emoji: {SEVERITIES}",
        ),
        (
            "\nextends:\n  hash: {'+': [x]}\n",
            "/pack.yaml:3: there is no lexicon or fragment 'hash'. Did you mean 'harsh'?",
        ),
        (
            "extends:\n  harsh:\n    '-':\n      - mess\n      - jokes\n",
            "/pack.yaml:5: 'harsh' has no entry 'jokes'. Did you mean 'joke'?",
        ),
        ("extends: {harsh: {'-': [zzz]}}\n", "/pack.yaml:1: 'harsh' has no entry 'zzz'. Leave it out."),
        (
            "extends:\n  harsh: {'-': [mess, joke, disorgani(s|z)ed]}\n",
            "/pack.yaml:2: 'harsh' would be empty. Leave an entry or add one.",
        ),
        ("extends: {harsh: {'*': [x]}}\n", None),
        (
            "rules: []\n",
            "/pack.yaml:1: rules: Extra inputs are not permitted. Remove the key or correct its spelling.",
        ),
        ("", "/pack.yaml:1: the file is empty. Fill it or delete it."),
    ],
)
def test_a_mistake(root, pack, text, message):
    found = _message(root, pack({"pack.yaml": text}))
    assert found.startswith("/pack.yaml:")
    if message:
        assert found == message


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("harsh", "the entry '(oops' has a bracket without its partner"),
        ("offer-noun", "the pattern 'offer-noun' is wrong: missing )"),
    ],
)
def test_an_entry_that_cannot_be_compiled_is_the_packs_to_mend(root, pack, name, problem):
    found = _message(root, pack({"pack.yaml": f"name: ours\nextends:\n  {name}: {{'+': ['(oops']}}\n"}))
    assert found.startswith(f"/pack.yaml:3: {problem}. ")
