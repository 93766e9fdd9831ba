"""What is no answer to a job offer, says yes, or decides nothing is never composed as a no."""

from __future__ import annotations

import pytest

from tactful.analysis import analyse
from tactful.decision import decide
from tactful.draft import Context, take_apart
from tactful.refine import refine


def refined(text, book, **context):
    return refine(take_apart(text, Context(**context)), book)


@pytest.mark.parametrize(
    "text",
    [
        "I'd have been a fool to say no to the signalman post. I'm starting to pack already.",
        "My wife said no at first, but she has come round. You have your new harbour master.",
        "Re the van driver job: go on then. I'll do it. Start Monday?",
        "But yes, a thousand times yes, I'm taking the glassblower's position. I said no in my head twice.",
        "No more hesitating from me: I'll be your night porter.",
        "I've declined the Leeds offer. So it's you. When can I pick up my uniform?",
        "I cannot imagine turning this down. Consider the bookkeeper's chair filled.",
    ],
)
def test_a_yes_in_other_words_is_not_composed_as_a_no(text, book):
    assert not refined(text, book).released


@pytest.mark.parametrize(
    "text",
    [
        "One day I think I'll turn the stillman job down, the next day I'm packing. I just don't know.",
        "I've changed my mind about the stillman job four times since breakfast. My wife is asleep.",
        "My head says yes to the post and my stomach says no. I can't make my mind up.",
        "Part of me wants the salon job, part of me is like no way.",
    ],
)
def test_a_draft_in_two_minds_is_not_composed(text, book):
    assert not refined(text, book).released


@pytest.mark.parametrize(
    "text",
    [
        "I have to decline your offer of the second parking space in the garage. Please fix the light first.",
        "Thank you for inviting us to the christening. We won't be able to come, as we are in Spain then.",
        "I decline your offer of £4,500 for the Volvo. The price in the advert stands.",
        "I withdraw my poem from the competition since it was printed with the wrong title.",
        "I have decided not to go ahead with the operation. Thank you for explaining it so well.",
        "I can't come to the next one, my sister is getting married then. Please bring the smoker back.",
        "Please cancel my booking for 3-5 May at the seaside. I will not be travelling. Thank you very much.",
    ],
)
def test_a_no_to_something_of_daily_life_is_not_composed(text, book):
    result = refined(text, book)
    assert (result.released, result.kind) == (False, "other")


@pytest.mark.parametrize(
    "text",
    [
        "can't take it. no visa till october, sorry",
        "Thanks, but no. Good luck!",
        "I have to decline the job at the surgery, as I am not signing a new lease in town.",
        "I have decided, after nearly a week of thought, to decline the post.",
        "Thank you for offering me the place as parking attendant. I have decided against it.",
    ],
)
def test_a_no_to_work_is_composed(text, book):
    result = refined(text, book)
    assert (result.released, result.kind) == (True, "decline")


def test_a_no_to_daily_life_counts_as_one_to_work_where_the_context_says_so(book):
    text = "I have decided not to go ahead with the treatment of the pool. I wish you well with it."
    assert refined(text, book, role="pool attendant").kind == "decline"


def test_a_no_that_is_only_heard_is_asked_for(book):
    text = "I will be leaving the post for somebody else."
    analysis = analyse(take_apart(text, Context()), book)
    assert analysis.act_names == {"seems-decline"}
    question = decide(analysis).questions[0]
    assert (question.option, question.blocking) == ("--kind decline", True)
    told = analyse(take_apart(text, Context(kind="decline")), book)
    assert not any(one.blocking for one in decide(told).questions)
