"""Free words may deny only what the draft denies, and assert only what it asserts."""

from __future__ import annotations

import pytest

from tactful.fidelity.denial import About, Denials
from tactful.fidelity.paraphrase import Paraphrase
from tactful.fidelity.source import SourceClause

NONE: frozenset[str] = frozenset()


def clause(text, *acts, rules=(), topics=()):
    words = tuple(text.split())
    return SourceClause(text, text, words, words, 0, rules, rules, frozenset(acts), frozenset(topics))


@pytest.fixture(scope="module")
def denials(make_book):
    book = make_book(lexicons={"fact-denials": ["below"]})
    clauses = (
        clause("not join orchestra", "decline"),
        clause("tour splendid"),
        clause("cannot drive"),
        clause("director clever", rules=("rude-language",)),
        clause("salary below need", topics=("pay",)),
    )
    return Denials(
        clauses, Paraphrase(book), named=frozenset({"bergen"}), formula=frozenset({"offer", "delight"})
    )


@pytest.mark.parametrize(
    ("words", "about", "allowed"),
    [
        ("tour splendid", About(NONE, NONE, NONE), True),
        ("not tour splendid", About(NONE, NONE, NONE), False),
        ("drive", About(NONE, NONE, NONE), False),
        ("cannot drive", About(NONE, NONE, NONE), True),
        pytest.param("not director clever", About(NONE, NONE, NONE), True, id="an offence counts as either"),
        pytest.param("not declin", About(NONE, NONE, NONE), False, id="a refusal that is denied"),
        pytest.param("not accept offer", About(frozenset({"decline"}), NONE, NONE), True, id="of the offer"),
        pytest.param("not wish", About(NONE, frozenset({"goodwill"}), NONE), False, id="a denied wish"),
        pytest.param(
            "not easy", About(NONE, frozenset({"deliberation"}), NONE), True, id="a denying formula"
        ),
        pytest.param(
            "not salary below need", About(NONE, NONE, frozenset({"pay"})), False, id="a denied denial"
        ),
        pytest.param(
            "salary below need", About(NONE, NONE, frozenset({"pay"})), True, id="the reason itself"
        ),
        pytest.param("not cannot drive", About(NONE, NONE, NONE), False, id="two negations for one"),
    ],
)
def test_what_is_denied_is_denied_in_the_draft(denials, words, about, allowed):
    assert denials.allow(words.split(), about) is allowed
