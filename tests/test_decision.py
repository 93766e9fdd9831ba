"""What the writer decided is read, never guessed: what only the writer knows is asked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.analysis import analyse
from tactful.decision import COMPOSED, FIRM, Decision, condition_term, decide
from tactful.draft import KINDS, Context, take_apart
from tactful.rulebook import built_in

# An act's keyword is its name, so that a test says in its text which acts it means.
NAMES = (
    "accept",
    "accepted-other",
    "accusation",
    "condition",
    "conditional-yes",
    "decline",
    "hint-of-decline",
    "more-time",
    "negotiate",
    "not-yet",
    "takes-back-acceptance",
    "withdraw",
)


@pytest.fixture(scope="module")
def small(make_book):
    topics = {
        "pay": "salary",
        "place": "location",
        "benefits": "pension",
        "timing": "later",
        "culture": "mood",
    }
    return make_book(
        acts={name: [f"so {name.replace('-', ' ')}"] for name in NAMES},
        lexicons={f"topic-{name}": [word] for name, word in topics.items()},
    )


def say(*names):
    return " ".join(f"The offer is so {name.replace('-', ' ')}." for name in names)


def decided(text, book, **context):
    made = decide(analyse(take_apart(text, Context(**context)), book))
    return made, [(one.about, one.option, one.blocking) for one in made.questions]


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["decline"], "decline"),
        (["accepted-other"], "decline"),
        (["takes-back-acceptance"], "decline"),
        (["withdraw"], "withdraw"),
        (["negotiate"], "negotiate"),
    ],
)
def test_a_clear_draft_is_composed_without_a_question(small, names, kind):
    made, questions = decided(say(*names), small)
    assert (made.kind, made.blocked, made.why_not, questions) == (kind, False, "", [])


def test_an_acceptance_is_not_turned_into_anything_else(small):
    made, questions = decided(say("accept"), small)
    assert (made.kind, made.blocked, questions) == ("accept", True, [])
    assert made.why_not == "The draft accepts the offer, so it is not turned into anything else."


def test_what_is_no_answer_to_an_offer_is_left_alone(small):
    made, questions = decided("The lift is out of order.", small)
    assert (made.kind, made.blocked, questions) == ("other", True, [])
    assert made.why_not == "The draft is no answer to a job offer that tactful knows."


def test_a_yes_beside_a_no_is_asked_about(small):
    made, questions = decided(say("accept", "decline"), small)
    assert made.blocked
    assert questions == [("decision", "--kind decline or --kind accept", True)]


def test_the_kind_that_is_named_settles_a_yes_beside_a_no(small):
    made, questions = decided(say("accept", "decline"), small, kind="decline")
    assert (made.kind, made.blocked, questions) == ("decline", False, [])


@pytest.mark.parametrize(
    ("asked", "names", "shown"),
    [
        ("decline", ["accept"], "accept"),
        ("decline", ["more-time"], "more-time"),
        ("withdraw", ["accept"], "accept"),
        ("withdraw", ["more-time"], "more-time"),
        ("negotiate", ["accept"], "accept"),
        ("negotiate", ["decline"], "decline"),
        ("negotiate", ["accepted-other"], "decline"),
        ("more-time", ["accept"], "accept"),
        ("more-time", ["withdraw"], "withdraw"),
    ],
)
def test_a_kind_that_the_draft_speaks_against_is_asked_about(small, asked, names, shown):
    made, questions = decided(say(*names), small, kind=asked)
    assert (made.kind, made.blocked) == (shown, True)
    assert questions == [("kind", f"--kind {shown}", True)]
    assert made.questions[0].ask == (
        f"You asked for the kind {asked!r}, but the draft reads as {shown!r}. Which one is meant?"
    )


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("decline", ["negotiate"]),
        ("decline", ["conditional-yes"]),
        ("decline", []),
        ("withdraw", ["decline"]),
        ("negotiate", ["more-time"]),
    ],
)
def test_a_kind_that_fits_or_is_open_is_taken(small, asked, names):
    made, questions = decided(say(*names), small, kind=asked)
    assert (made.kind, made.blocked, questions) == (asked, False, [])


class TestACondition:
    def test_with_no_no_anywhere_is_asked_about(self, small):
        made, questions = decided(f"The salary. {say('conditional-yes')}", small)
        assert (made.kind, made.blocked) == ("negotiate", True)
        assert questions == [("condition", "--negotiable salary or --kind decline", True)]

    def test_about_a_term_that_is_negotiable_is_an_offer(self, small):
        made, questions = decided(f"The salary. {say('conditional-yes')}", small, negotiable=("salary",))
        assert (made.kind, made.blocked, questions) == ("negotiate", False, [])

    def test_about_another_term_is_asked_about_still(self, small):
        text = "For the salary it is so conditional yes."
        made, questions = decided(text, small, negotiable=("location",))
        assert made.blocked
        assert questions == [("condition", "--negotiable salary or --kind decline", True)]

    def test_beside_a_no_is_left_out_and_asked_about(self, small):
        made, questions = decided(f"{say('decline')} For a salary it is so conditional yes.", small)
        assert (made.kind, made.blocked) == ("decline", False)
        assert questions == [("condition", "--negotiable salary", False)]

    def test_beside_a_no_is_not_asked_about_where_it_is_negotiable(self, small):
        text = f"{say('decline')} For a salary it is so conditional yes."
        assert decided(text, small, negotiable=("salary",))[1] == []

    def test_is_settled_by_the_kind_that_is_named(self, small):
        assert not decided(say("conditional-yes"), small, kind="decline")[0].blocked

    @pytest.mark.parametrize(
        ("text", "term"),
        [
            ("For the salary it is so conditional yes.", "salary"),
            ("For the location it is so condition. The salary is fine.", "location"),
            ("The pension. The offer is so conditional yes.", "benefits"),
            ("The offer is so conditional yes, later.", "start-date"),
            ("For the mood it is so conditional yes.", "TERM"),
            ("The offer is so conditional yes.", "TERM"),
            ("The offer is so conditional yes at 37,000, and the location is so conditional yes.", "salary"),
            ("The salary is fine. For the location it is so conditional yes.", "location"),
        ],
    )
    def test_is_about_its_own_term_or_the_messages(self, small, text, term):
        assert condition_term(analyse(take_apart(text, Context()), small)) == term


class TestMoreTime:
    def test_without_a_day_is_asked_for_one(self, small):
        made, questions = decided(say("more-time"), small)
        assert made.blocked
        assert questions == [("reply-date", "--answer-on DATE", True)]

    @pytest.mark.parametrize(
        ("text", "context"),
        [
            ("The offer is so more time until Friday.", {}),
            ("The offer is so more time.", {"answer_on": date(2026, 12, 4)}),
        ],
    )
    def test_with_a_day_is_composed(self, small, text, context):
        made, questions = decided(text, small, **context)
        assert (made.kind, made.blocked, questions) == ("more-time", False, [])


def test_a_hint_is_composed_as_a_no_and_asked_about(small):
    made, questions = decided(say("hint-of-decline"), small)
    assert (made.kind, made.blocked) == ("decline", False)
    assert questions == [("decision", "--kind decline", False)]


def test_a_condition_that_points_back_speaks_of_what_was_asked_for(book):
    text = "Could we talk about a salary of 520,000 a year? If it came to that level, I would sign."
    made, questions = decided(text, book, negotiable=("salary",))
    assert (made.kind, questions) == ("negotiate", [])
    assert decided(text, book, negotiable=("start-date",))[0].kind == "negotiate"
    assert [one[2] for one in decided(text, book, negotiable=("start-date",))[1]] == [True]


def test_asking_somebody_else_for_something_is_no_answer_to_an_offer(book):
    text = "The boiler is broken. Could I have until Saturday? Please send a plumber by then."
    assert decided(text, book)[0].kind == "other"


def test_a_hint_beside_a_no_is_clear(small):
    assert decided(say("hint-of-decline", "decline"), small)[1] == []


def test_the_writer_is_told_where_an_accusation_belongs(small):
    made, questions = decided(say("decline", "accusation"), small)
    assert not made.blocked
    assert questions == [("accusation", "", False)]
    for place in ("complaints office", "labour authority", "lawyer"):
        assert place in made.questions[0].ask


SAID = st.lists(
    st.sampled_from(
        (
            "I decline the offer.",
            "I accept the offer.",
            "I would accept if you paid more.",
            "I have accepted another position.",
            "Please withdraw my application.",
            "I need more time.",
            "Could you raise the salary?",
            "I am not sure that this is for me.",
            "We met on Monday.",
        )
    ),
    max_size=4,
).map(" ".join)


@given(SAID, st.sampled_from((None, *KINDS)))
def test_no_decision_flips_in_silence(text, asked):
    analysis = analyse(take_apart(text, Context(kind=asked)), built_in())
    made = decide(analysis)
    assert made.kind in KINDS
    if made.blocked or made.kind not in COMPOSED:
        return
    if "accept" in analysis.act_names and not analysis.act_names & FIRM:
        pytest.fail("a yes is composed into something else")
    if analysis.act_names & FIRM:
        assert made.kind in {"decline", "withdraw"}
    if "conditional-yes" in analysis.act_names:
        assert analysis.act_names & FIRM or asked is not None


@pytest.mark.parametrize(
    "said",
    [
        "I'd love to take the nurse job if nights could be days. If that can't be done I have to decline.",
        "I'd sign as your welder tomorrow if you could do 28 an hour. If not, then it's a no from me.",
        "Could we start in May? If May is out of the question, I'm afraid I must turn the role down.",
        "I'd be happy to be your bookkeeper on four days a week. Should that be impossible, I will pass.",
        "If the salary can move to 50k I accept the analyst role. Otherwise I regret that I cannot join.",
        "I'm up for the barista job if I can have Sundays off, if not sorry but no.",
    ],
)
def test_a_no_that_holds_only_where_a_condition_fails_is_asked_about(said):
    made = decide(analyse(take_apart(f"Dear Ms Kuhn,\n\n{said}\n\nBest,\nTim", Context()), built_in()))
    assert made.blocked
    assert made.questions[0].about == "condition"


@pytest.mark.parametrize(
    "said",
    [
        "I have decided to decline the job. If you need my badge before Friday, let me know.",
        "I must decline the post, and if another one opens up I would be glad to hear of it.",
        "I won't be joining you as a welder. Otherwise all is well here.",
    ],
)
def test_a_condition_beside_a_no_leaves_it_firm(said):
    made = decide(analyse(take_apart(f"Dear Ms Kuhn,\n\n{said}\n\nBest,\nTim", Context()), built_in()))
    assert not made.blocked
    assert made.kind == "decline"


@pytest.mark.parametrize(
    "said",
    [
        "I can't join before June.",
        "I am unable to start earlier than October.",
        "I won't be able to take the job until my visa is through.",
        "I can't be your teacher before May; from May on I gladly start.",
    ],
)
def test_what_cannot_be_yet_is_asked_about_and_no_flat_no(book, said):
    found, _ = decided(f"Thank you for the offer. {said}", book)
    assert (found.kind, found.blocked) == ("negotiate", True)
    assert found.questions[0].ask.startswith("The draft says what cannot be yet")


def test_what_cannot_be_yet_is_settled_by_the_option(book):
    text = "Thank you for the offer. I can't join before June."
    assert decided(text, book, negotiable=("start-date",)) == (Decision("negotiate"), [])
    assert not decided(text, book, kind="decline")[0].blocked


def test_what_cannot_be_yet_leaves_a_no_firm(book):
    found, questions = decided(
        "Thank you for the offer. I have to decline. I couldn't start before January anyway.", book
    )
    assert (found.kind, questions) == ("decline", [])
