"""The files of a folder become one JSON object, or one line that says what is wrong where."""

from __future__ import annotations

import json

import pytest

from tactful.errors import FileError
from tactful.rulebook import RuleBook, compile_book
from tactful.rulebook.known import MEASURES, TRANSFORMS


def _change(root, name, *pairs):
    path = root / name
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def _message(root, **options):
    with pytest.raises(FileError) as caught:
        compile_book(root, **options)
    return str(caught.value).replace(str(root), "")


def test_the_object_survives_json_and_is_the_same_again(root):
    data = compile_book(root)
    assert json.loads(json.dumps(data)) == data
    assert compile_book(root) == data
    assert list(data) == [
        "version",
        "tags",
        "cased",
        "gates",
        "senses",
        "acts",
        "rules",
        "off",
        "phrases",
        "lexicons",
    ]


def test_tags_acts_rules_and_phrases_are_in_it(root):
    book = RuleBook(compile_book(root))
    assert [rule.id for rule in book.rules] == ["blame", "emoji", "missing-thanks", "over-explaining"]
    assert [act.id for act in book.acts] == ["decline", "reason", "thanks"]
    assert book.lexicon("harsh") == ("mess", "joke", "disorgani(s|z)ed")
    assert book.data["phrases"][0]["file"] == "thanks.yaml"
    assert book.tags(book.mask("your process is disorganised")) == ["harsh", "target-employer"]
    assert book.rule_by_id["blame"].source == "Language"
    assert book.rule_by_id["missing-thanks"].when == {"kind": ["decline", "withdraw"]}


# File, what is changed in it, and what is said: line, problem, mend.
NAME_A_TAG = "Name a pattern of this file, a lexicon, an act as act:<id>, or <id>.<pattern> of another file."
MISTAKES: list[tuple[str, str, str, int, str, str]] = [
    (
        "language/blame.yaml",
        "[target-employer, harsh]",
        "[target-employer, harch]",
        9,
        "there is no tag 'harch'",
        NAME_A_TAG,
    ),
    (
        "language/blame.yaml",
        "id: blame",
        "id: shame",
        1,
        "the id 'shame' is not the file's name 'blame'",
        "Make them the same.",
    ),
    (
        "acts/decline.yaml",
        "can't accept",
        "(?=can't) accept",
        4,
        "the pattern 'decline.no' is wrong: invalid perl operator: (?=",
        "RE2 has no lookaround or backreference.",
    ),
    (
        "acts/decline.yaml",
        "{offer-noun}",
        "{ofer-noun}",
        4,
        "the pattern 'decline.no' is wrong: there is no fragment or lexicon named 'ofer-noun'",
        "Did you mean 'offer-noun'?",
    ),
    (
        "acts/decline.yaml",
        "{offer-noun}",
        "{zzz}",
        4,
        "the pattern 'decline.no' is wrong: there is no fragment or lexicon named 'zzz'",
        "Correct the name or write the words out.",
    ),
    (
        "acts/decline.yaml",
        '"decline"',
        '"Decline"',
        4,
        "the pattern 'decline.no' is wrong: it runs on text in small plain letters, where no 'D' stands",
        "Write it small and plain, or start the pattern with 'case:'.",
    ),
    (
        "acts/thanks.yaml",
        "thank you|thanks|i appreciate",
        "thank you|",
        4,
        "the pattern 'thanks.thank' matches everywhere",
        "Let it ask for a word at least.",
    ),
    (
        "lexicons/harsh.yaml",
        'words: ["mess", "joke", "disorgani(s|z)ed"]',
        "words: []",
        5,
        "the pattern 'harsh' matches everywhere",
        "Let it ask for a word at least.",
    ),
    ("lexicons/harsh.yaml", "disorgani(s|z)ed", "disorgani(s|z", 0, "", ""),
    (
        "acts/reason.yaml",
        "unless: [thanks]",
        "unless: [thank]",
        7,
        "there is no act 'thank'",
        "The acts are decline, reason, thanks.",
    ),
    (
        "acts/reason.yaml",
        "  - any: [why]",
        "  - {any: [why], when: {late: true}}",
        6,
        "an act asks for no context",
        "Leave 'when' to the rules.",
    ),
    (
        "whole/missing-thanks.yaml",
        "act: thanks",
        "act: thank",
        9,
        "there is no act 'thank'",
        "The acts are decline, reason, thanks.",
    ),
    (
        "whole/missing-thanks.yaml",
        "kind: [decline, withdraw]",
        "kind: [decline, withdrew]",
        4,
        "there is no kind 'withdrew'",
        "Did you mean 'withdraw'?",
    ),
    (
        "whole/missing-thanks.yaml",
        "when: {kind: [decline, withdraw]}",
        "when: {either: [{channel: [fax]}]}",
        4,
        "there is no channel 'fax'",
        "There are email, phone, recruiter, linkedin.",
    ),
    (
        "whole/missing-thanks.yaml",
        "kind: require",
        "kind: order",
        9,
        "an order rule needs 'within'",
        "Say within how many sentences.",
    ),
    (
        "whole/missing-thanks.yaml",
        "kind: require",
        "kind: pair",
        9,
        "a pair rule needs 'against'",
        "Name the acts that exclude each other.",
    ),
    (
        "whole/over-explaining.yaml",
        "clauses-with",
        "clause-with",
        8,
        "there is no measure 'clause-with'",
        "Did you mean 'clauses-with'?",
    ),
    (
        "whole/over-explaining.yaml",
        "at_most: 1",
        "at_most: {mail: 1}",
        8,
        "there is no channel 'mail'",
        "Did you mean 'email'?",
    ),
    (
        "whole/over-explaining.yaml",
        "act:reason",
        "act:raison",
        8,
        "there is no tag 'act:raison'",
        NAME_A_TAG,
    ),
    (
        "form/emoji.yaml",
        "detect:",
        "transform: [drop-it]\ndetect:",
        11,
        "there is no transform 'drop-it'",
        "Did you mean 'drop'?",
    ),
    ("form/emoji.yaml", "detect:", "replace: [{find: '(', with: x}]\ndetect:", 0, "", ""),
    (
        "form/emoji.yaml",
        "  - any: [picture]",
        "  - {any: [picture], when: {tone: [warmer]}}",
        12,
        "there is no tone 'warmer'",
        "Did you mean 'warm'?",
    ),
]


def test_a_rule_that_counts_beside_no_rule(root):
    _change(root, "whole/over-explaining.yaml", ("at_most: 1", "at_most: 1, beside: [blame, shame]"))
    mend = "The rules are blame, emoji, missing-thanks, over-explaining."
    assert _message(root) == f"/whole/over-explaining.yaml:8: there is no rule 'shame'. {mend}"


def test_a_rule_that_is_known_as_no_rule(root):
    known_as = "known_as: [{rule: shame, all: [picture]}]\ndetect:"
    _change(root, "form/emoji.yaml", ("detect:", known_as))
    mend = "The rules are blame, emoji, missing-thanks, over-explaining."
    assert _message(root) == f"/form/emoji.yaml:11: there is no rule 'shame'. {mend}"


def test_senses_among_sentences_with_a_tag_that_no_file_has(root):
    text = (
        "id: kinds\nwhat: w\nsource: s\nlicence: MIT\nweights: kinds.tsv\namong: loud\n"
        "senses: {a: [a], b: [b]}\ntags: {}\n"
    )
    (root / "senses").mkdir()
    (root / "senses" / "kinds.yaml").write_text(text, encoding="utf-8")
    (root / "senses" / "kinds.tsv").write_text("word\ta\tb\n", encoding="utf-8")
    assert _message(root) == f"/senses/kinds.yaml:6: there is no tag 'loud'. {NAME_A_TAG}"


@pytest.mark.parametrize("entry", ["a(b", "a)b", "a)(b"])
def test_an_entry_with_a_bracket_that_stands_alone(root, entry):
    _change(root, "lexicons/harsh.yaml", ('"joke"', f'"{entry}"'))
    problem = f"the entry '{entry}' has a bracket without its partner"
    mend = "Close the bracket, and put quotes around an entry that holds a comma."
    assert _message(root) == f"/lexicons/harsh.yaml:5: {problem}. {mend}"


@pytest.mark.parametrize(("name", "old", "new", "line", "problem", "mend"), MISTAKES)
def test_a_mistake(root, name, old, new, line, problem, mend):
    _change(root, name, (old, new))
    found = _message(root)
    if problem:
        assert found == f"/{name}:{line}: {problem}. {mend}"
    else:
        assert found.startswith(f"/{name}:")


def test_two_files_of_one_id(root):
    (root / "form" / "blame.yaml").write_bytes((root / "language" / "blame.yaml").read_bytes())
    problem = "the rule 'blame' is already in /form/blame.yaml"
    assert _message(root) == f"/language/blame.yaml:1: {problem}. Give it an id of its own."


def test_two_fragments_of_one_name(root):
    text = (root / "fragments" / "grammar.yaml").read_text(encoding="utf-8")
    (root / "fragments" / "more.yaml").write_text(text.replace("id: grammar", "id: more"), encoding="utf-8")
    assert _message(root) == "/fragments/more.yaml:4: the fragment 'offer-noun' stands twice. Rename one."


def test_a_file_that_would_not_be_read(root):
    (root / "language" / "blame.yml").write_text("id: blame", encoding="utf-8")
    assert _message(root) == (
        "/language/blame.yml:1: the file is not read, its name ends in .yml. Rename it to .yaml."
    )


def test_a_strict_book_asks_for_examples(root):
    assert (
        _message(root, strict=True) == "/language/blame.yaml:12: blame has 1 bad examples. Write at least 6."
    )


def test_a_strict_book_asks_for_good_examples_too(root):
    one = '{text: "Your process was a mess.", match: "Your process was a mess.", fixed: "Thank you."}'
    _change(root, "language/blame.yaml", ("  good:", "".join(f"    - {one}\n" for _ in range(5)) + "  good:"))
    assert (
        _message(root, strict=True) == "/language/blame.yaml:19: blame has 1 good examples. Write at least 6."
    )


def test_tags_of_other_files_and_of_this_one(root):
    _change(
        root,
        "language/blame.yaml",
        ("detect:", "patterns: {own: loud}\nreplace: [{find: loud, with: calm}]\ndetect:"),
        (
            "    span: clause",
            "    span: clause\n  - {any: [own, emoji.picture], not: ['act:thanks'], span: [own]}",
        ),
    )
    book = RuleBook(compile_book(root))
    tags = [book.tag_names[tag] for tag in book.rule_by_id["blame"].detect[1]["any"]]
    assert tags == ["blame.own", "emoji.picture"]
    assert book.rule_by_id["blame"].replace == ((r"\b(?:loud)\b", "calm"),)


def test_a_limit_may_name_a_pattern_of_its_own(root):
    _change(
        root,
        "whole/over-explaining.yaml",
        ('of: "act:reason"', "of: why"),
        ("detect:", "patterns: {why: because}\ndetect:"),
    )
    book = RuleBook(compile_book(root))
    assert book.rule_by_id["over-explaining"].detect["of"] == "over-explaining.why"
    assert book.bit("over-explaining.why")


def test_the_words_that_rules_may_use_are_those_that_the_checks_and_mends_know():
    from tactful.checks.measures import MEASURES as MEASURED
    from tactful.mends import TRANSFORMS as DONE

    assert set(MEASURES) == set(MEASURED)
    assert set(TRANSFORMS) == set(DONE)


def test_the_built_in_rule_book_compiles():
    from tactful.assets import asset

    data = compile_book(asset("rules"))
    assert len(data["rules"]) > 20
    assert data["off"] == {}
