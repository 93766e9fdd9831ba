"""The ledger: every clause and fact of the draft is kept, neutralised, dropped for a rule, or lost."""

from __future__ import annotations

import pytest

from tactful.analysis import analyse
from tactful.draft import Context, take_apart
from tactful.fidelity import ledger_of
from tactful.lint import findings_of
from tactful.result import Ledger, LedgerEntry

KEPT, GONE = "We met on Monday.", "The pay is awful."


@pytest.fixture(scope="module")
def small(make_book):
    def forbid(name, word, **keys):
        return {"id": name, "kind": "forbid", "patterns": {"x": word}, "detect": [{"any": ["x"]}], **keys}

    return make_book(
        acts={
            "thanks": ["thank you", "thanks"],
            "decline": ["decline", "say no"],
            "deliberation": ["careful thought"],
            "request": ["send me"],
            "hint-of-decline": ["not sure"],
            "offer-mentioned": ["offer"],
        },
        lexicons={
            "fact-function-words": ["the", "is", "but", "i", "on", "to", "for", "you", "of", "it", "and"],
            "topic-pay": ["pay"],
            "fact-role-nouns": ["clerk", "engineer"],
            "fact-not-names": ["dear"],
            "fact-titles": ["ms"],
        },
        rules=[
            forbid("bad", "awful"),
            forbid("meh", "somewhat", severity="suggestion"),
            forbid("gossip", "i heard"),
            forbid("missing-decision", "zqx"),
        ],
        phrases=[
            {"text": "Thank you for everything.", "act": "thanks"},
            {"text": "I decline.", "act": "decline"},
            {"text": "The pay does not suit me.", "act": "reason", "topic": "pay"},
        ],
    )


def ledger(draft, candidate, book, **context) -> Ledger:
    read = analyse(take_apart(draft, Context(**context)), book)
    return ledger_of(read, findings_of(read), analyse(take_apart(candidate, Context(**context)), book))


def words(text, rule=None, replacement=None):
    return LedgerEntry("words", text, rule, replacement)


def test_what_stands_in_both_is_kept(small):
    made = ledger("We met. We spoke.", "We met. We spoke.", small)
    assert made == Ledger(kept=(words("We met."), words("We spoke.")))


def test_what_goes_without_a_reason_is_lost(small):
    made = ledger("We met. We spoke.", "We met.", small)
    assert (made.kept, made.lost, made.dropped) == ((words("We met."),), (words("We spoke."),), ())


def test_a_suggestion_is_no_reason_to_drop(small):
    assert ledger("We met. It was somewhat late.", "We met.", small).lost == (words("It was somewhat late."),)


def test_what_a_rule_objects_to_may_go(small):
    made = ledger("We met. You are awful.", "We met.", small)
    assert made == Ledger(kept=(words("We met."),), dropped=(words("You are awful.", "bad"),))


def test_the_rest_of_a_sentence_may_go_with_it(small):
    made = ledger("We met, but you are awful.", "Thank you for everything.", small)
    assert made.dropped == (words("We met,", "bad"), words("but you are awful.", "bad"))
    assert made.supplied == ("Thank you for everything.",)


def test_but_not_what_the_writer_asks_for(small):
    made = ledger("Send me the badge, but you are awful.", "Thank you for everything.", small)
    assert made.lost == (words("Send me the badge,"),)


def test_a_reason_said_at_a_high_level_is_neutralised(small):
    made = ledger("We met. The pay is awful.", "We met. The pay does not suit me.", small)
    assert made.neutralised == (
        LedgerEntry("reason", "The pay is awful.", "bad", "The pay does not suit me."),
    )
    assert (made.dropped, made.added, made.lost) == ((), (), ())


def test_a_reason_that_nobody_objects_to_is_not_exchanged(small):
    made = ledger("The pay is so low.", "The pay does not suit me.", small)
    assert made.lost == (words("The pay is so low."),)


def test_a_formula_may_be_said_in_other_words(small):
    made = ledger("Thanks, thanks. We met.", "Thank you for everything. We met.", small)
    assert made.kept == (words("Thanks, thanks."), words("We met."))
    assert made.supplied == ("Thank you for everything.",)


@pytest.mark.parametrize(
    ("draft", "fate"),
    [
        pytest.param("Careful thought.", "kept", id="deliberation stands in a decision"),
        pytest.param("Thanks.", "lost", id="thanks do not"),
        pytest.param("I say no to the badge.", "kept", id="another no does"),
        pytest.param("Send me a no, I decline.", "lost", id="a request does not"),
    ],
)
def test_a_formula_needs_its_own_act(small, draft, fate):
    made = ledger(draft, "I decline.", small)
    assert words(draft) in getattr(made, fate)


def test_the_writers_own_formula_stands_for_no_other(small):
    made = ledger("Thanks, Ruth. Thanks to all.", "Thanks to all.", small)
    assert words("Thanks, Ruth.") in made.lost


def test_a_hint_gives_way_to_the_decision(small):
    made = ledger("We met. I am not sure.", "We met. I decline.", small)
    assert made.dropped == (words("I am not sure.", "missing-decision"),)
    assert made.lost == ()


def test_a_clause_without_content_is_kept_whatever_becomes_of_it(small):
    assert ledger("It is. We met.", "We met.", small).kept == (words("It is."), words("We met."))


def test_what_the_draft_does_not_say_is_added(small):
    made = ledger("We met.", "We met. The lift broke.", small)
    assert made.added == (words("lift"), words("broke"))


class TestFacts:
    DRAFT = "We met at +49 170 5551234. You are awful, call +49 170 5559999."

    def test_are_kept_or_dropped_with_their_rule(self, small):
        made = ledger(self.DRAFT, "We met at +49 170 5551234.", small)
        assert [one for one in made.kept if one.type == "contact"] == [
            LedgerEntry("contact", "+49 170 5551234")
        ]
        assert [one for one in made.dropped if one.type == "contact"] == [
            LedgerEntry("contact", "+49 170 5559999", "bad")
        ]

    def test_are_lost_where_their_clause_is(self, small):
        assert LedgerEntry("contact", "+49 170 5551234") in ledger(self.DRAFT, "We met.", small).lost

    def test_outside_the_body_are_lost_where_nobody_says_them(self, small):
        draft = "Dear Ms Okoye,\n\nWe met.\n"
        assert ledger(draft, "Dear Ms Okoye,\n\nWe met.\n", small).clean
        assert ledger(draft, "We met.", small).lost == (LedgerEntry("person", "Ms Okoye"),)

    def test_that_the_candidate_invents_are_added(self, small):
        made = ledger("Dear Ms Okoye,\n\nWe met.\n", "Dear Ms Rosalind,\n\nWe met.\n", small)
        assert made.added == (LedgerEntry("person", "Ms Rosalind"),)

    def test_of_the_context_are_not_added(self, small):
        assert ledger("We met.", "Dear Ms Okoye,\n\nWe met.\n", small, to="Ms Okoye").added == ()

    def test_of_the_offer_must_survive_a_rule(self, book):
        draft = "Thank you for the idiotic offer of site engineer, you fools. I must decline it."
        read = analyse(take_apart(draft, Context()), book)
        gone = analyse(
            take_apart("Thank you for the offer. I must decline it.", Context(kind="decline")), book
        )
        made = ledger_of(read, findings_of(read), gone)
        assert ("role", "site engineer") in [(one.type, one.text) for one in made.lost]
        said = analyse(
            take_apart(
                "Thank you for the offer of site engineer. I must decline it.", Context(kind="decline")
            ),
            book,
        )
        assert LedgerEntry("role", "site engineer") in ledger_of(read, findings_of(read), said).kept

    def test_of_gossip_need_not(self, small):
        draft = "We met. I heard that the clerk is awful."
        made = ledger(draft, "We met.", small)
        assert [(one.type, one.rule) for one in made.dropped if one.type == "role"] in (
            [],
            [("role", "gossip")],
        )
        assert made.lost == ()

    def test_in_the_words_of_a_sign_off_are_none(self, book):
        read = analyse(take_apart("We met.", Context()), book)
        signed = analyse(take_apart("We met.\n\nWarm Regards,", Context()), book)
        assert ledger_of(read, (), signed).added == ()


def test_every_act_fact_is_settled_with_its_clause(book):
    draft = "I must decline because the salary is too low. Please send me the form."
    read = analyse(take_apart(draft, Context()), book)
    made = ledger_of(read, findings_of(read), read)
    assert made.clean
    assert {one.type for one in made.kept} == {"words"}


def test_a_request_put_together_from_several_clauses_is_added(book):
    said = "I have worked as a nurse for nineteen years. I was hoping for fewer direct reports."
    asked = "Please let Ms Okoro know that I decline."
    made = ledger(f"{asked} {said}", f"{asked} {said} Please send me your annual report.", book)
    assert made.added == (words("request"),)
    own = ledger(f"{asked} {said}", f"{said} Could you please tell Ms Okoro that I decline?", book)
    assert own.added == ()
