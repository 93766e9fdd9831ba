"""The mends of the tone rules: the writer's sentence in another tone, word by word."""

from __future__ import annotations

import pytest

from tactful.fidelity.tokens import content_words, negations
from tactful.mends import mender_for

MENDS = {
    "formal": [
        (
            "I'm grateful for the offer, but I can't accept it.",
            "I am grateful for the offer, but I cannot accept it.",
        ),
        (
            "It's been a pleasure, and it's clear that the team's work matters.",
            "It has been a pleasure, and it is clear that the team's work matters.",
        ),
        (
            "I'd like to withdraw, and I'd hoped to tell you earlier.",
            "I would like to withdraw, and I had hoped to tell you earlier.",
        ),
        (
            "We've talked about it at home, and I won't be moving.",
            "We have discussed it at home, and I will not be moving.",
        ),
        (
            "Thanks for the call, and thanks to your notes I know more about the role.",
            "Thank you for the call, and thanks to your notes I know more about the role.",
        ),
        ("Many thanks for your patience!", "Many thanks for your patience."),
        ("You guys were really kind to me.", "You were very kind to me."),
        (
            "Please say hello to the guys in the workshop.",
            "Please say hello to the people in the workshop.",
        ),
        (
            "A lot of thought went into this, and I learned a lot from you.",
            "A great deal of thought went into this, and I learned a great deal from you.",
        ),
        (
            "I had lots of questions, and you answered them all.",
            "I had many questions, and you answered them all.",
        ),
        ("The commute is a bit long for me.", "The commute is somewhat long for me."),
        (
            "Please don't hesitate to reach out if you need the badge.",
            "Please do not hesitate to contact me if you need the badge.",
        ),
        (
            "I enjoyed our chat, and I'd be glad to chat again.",
            "I enjoyed our conversation, and I would be glad to speak again.",
        ),
        ("Sorry for the late reply!", "I apologise for the late reply."),
        ("I'm sorry for your loss.", "I am sorry for your loss."),
        (
            "I got your letter on Monday, and I'll get back to you by Friday.",
            "I received your letter on Monday, and I will reply to you by Friday.",
        ),
        (
            "I have to turn down the job at Reach Out Ltd.",
            "I have to decline the position at Reach Out Ltd.",
        ),
        (
            "My boss said \"I'm sure you'll stay\", and that's why I wavered.",
            "My manager said \"I'm sure you'll stay\", and that is why I wavered.",
        ),
        ("Why don't we touch base in May?", "Why don't we speak in May?"),
        ("It's nice there, isn't it?", "It is nice there, isn't it?"),
        (
            "She's accepted a post in Leeds, so I can't move.",
            "She has accepted a post in Leeds, so I cannot move.",
        ),
        (
            "Let's keep in touch, and thanks again for your time!",
            "Let us keep in touch, and thank you again for your time.",
        ),
        (
            "I really appreciate the offer, and I really liked the tour.",
            "I greatly appreciate the offer, and I really liked the tour.",
        ),
        ("Maybe our paths will cross again.", "Perhaps our paths will cross again."),
        (
            "My sister's job doesn't let her travel, and the company's needs don't fit ours.",
            "My sister's job does not let her travel, and the company's needs do not fit ours.",
        ),
        (
            "With my apologies and thanks for your patience, I wouldn't change my mind.",
            "With my apologies and thanks for your patience, I would not change my mind.",
        ),
        ("Hope you find somebody soon 😊", "I hope you find somebody soon."),
    ],
    "neutral": [
        ("I hereby decline the offer.", "I decline the offer."),
        ("I regret to inform you that I cannot accept.", "I am sorry to say that I cannot accept."),
        ("My lease ends prior to the start date.", "My lease ends before the start date."),
        ("I shall not be able to commence in May.", "I will not be able to start in May."),
        ("Kindly confirm that you have this.", "Please confirm that you have this."),
        ("You kindly showed me the workshop.", "You kindly showed me the workshop."),
        ("Your team was super kind.", "Your team was very kind."),
        (
            "It was an awesome visit, and the guys were great.",
            "It was a great visit, and the people were great.",
        ),
        ("You guys have an awesome office.", "You have a great office."),
        ("I was stoked about the gig.", "I was excited about the job."),
        (
            "I had tons of fun and asked a bunch of questions.",
            "I had a lot of fun and asked several questions.",
        ),
        ("Thanks a million for your assistance.", "Thanks a lot for your help."),
        ("Please reach out to me if anything is missing.", "Please contact me if anything is missing."),
        ("I will touch base with the agency.", "I will talk with the agency."),
        ("Please send the form asap.", "Please send the form as soon as possible."),
        ("Upon reflection, I would rather stay.", "On reflection, I would rather stay."),
        ("I call upon nobody to change the plan.", "I call upon nobody to change the plan."),
        ("I cannot utilise my German in lieu of French.", "I cannot use my German instead of French."),
        (
            "There are numerous reasons, and none of them concerns you.",
            "There are many reasons, and none of them concerns you.",
        ),
        (
            "Furthermore, I wish to inform you that I never signed.",
            "Also, I would like to let you know that I never signed.",
        ),
        ("I did not want to talk with regard to the salary.", "I did not want to talk about the salary."),
        (
            "I would not work for Awesome Ltd, whilst my sister does.",
            "I would not work for Awesome Ltd, while my sister does.",
        ),
        (
            'He said "the vibe is awesome" and he was right.',
            'He said "the vibe is awesome" and he was right.',
        ),
        ("I liked the vibe of the office.", "I liked the atmosphere of the office."),
        (
            "I endeavoured to reply on time and did not manage it.",
            "I tried to reply on time and did not manage it.",
        ),
        ("I am declining in the event that this was not clear.", "I am declining if this was not clear."),
    ],
    "warm": [
        (
            "I regret to inform you that I cannot accept the offer.",
            "I'm sorry to say that I can't accept the offer.",
        ),
        (
            "I am grateful for the offer, and I have decided to decline it.",
            "I'm grateful for the offer, and I've decided to decline it.",
        ),
        (
            "I have had time to think, and I would like to stay.",
            "I've had time to think, and I'd like to stay.",
        ),
        ("I know who I am and where I am going.", "I know who I am and where I'm going."),
        (
            "It was as hard as I feared it would be, and I am not sorry that I came.",
            "It was as hard as I feared it would be, and I'm not sorry that I came.",
        ),
        ("I will always remember the visit.", "I'll always remember the visit."),
        ("I do not think that it is the right step.", "I don't think that it's the right step."),
        ("It is a pity, and that is why I am writing.", "It's a pity, and that's why I'm writing."),
        (
            "You have been kind, and we have spoken at length.",
            "You've been kind, and we've spoken at length.",
        ),
        ("Please accept my apologies for the delay.", "I'm sorry for the delay."),
        ("Please accept my sincere thanks for the tour.", "Thank you for the tour."),
        (
            "I would like to express my sincere gratitude for the trust you have shown in me.",
            "I'm truly grateful for the trust you've shown in me.",
        ),
        ("Thank you very much for your assistance.", "Thank you so much for your help."),
        ("Should you need the badge, I will post it.", "If you need the badge, I'll post it."),
        (
            "I shall not forget it, and I shall be glad to return.",
            "I won't forget it, and I'll be glad to return.",
        ),
        ("Prior to the visit I did not know the town.", "Before the visit I didn't know the town."),
        ("I have a house in Leeds and two children.", "I have a house in Leeds and two children."),
        (
            "My aim is not to bargain, and the pay is not the reason.",
            "My aim is not to bargain, and the pay isn't the reason.",
        ),
        ("I was not sure, and I could not have known.", "I wasn't sure, and I couldn't have known."),
        (
            "Not only was it kind, it was not only kind to me.",
            "Not only was it kind, it was not only kind to me.",
        ),
        (
            'She wrote "I am not sure", and I was not sure either.',
            'She wrote "I am not sure", and I wasn\'t sure either.',
        ),
        ("Kindly give my regards to Ana.", "Please give my regards to Ana."),
        ("I wish to thank Mr Iwill of Should You Ltd.", "I'd like to thank Mr Iwill of Should You Ltd."),
        ("There is nothing that I would change.", "There's nothing that I would change."),
        ("I wish you all the best.", "I wish you all the best."),
        (
            "I have always admired your work and would be glad to hear from you.",
            "I've always admired your work and would be glad to hear from you.",
        ),
    ],
    "concise": [
        ("At this point in time I cannot accept.", "Now I cannot accept."),
        ("I am moving in order to be near my family.", "I am moving to be near my family."),
        (
            "I am declining due to the fact that I have found a role in Leeds.",
            "I am declining because I have found a role in Leeds.",
        ),
        ("I would like to thank you for the time and effort.", "Thank you for the time and effort."),
        (
            "I would like to thank you for the offer and wish you well.",
            "I would like to thank you for the offer and wish you well.",
        ),
        (
            "I would like to thank you for your patience, but I have to decline.",
            "Thank you for your patience, but I have to decline.",
        ),
        ("I'd like to thank you and your team for the tour.", "Thank you and your team for the tour."),
        ("I want to thank the panel.", "I want to thank the panel."),
        (
            "I am writing to let you know that I have decided to decline the offer.",
            "I have decided to decline the offer.",
        ),
        ("I am writing to inform you that my plans have changed.", "My plans have changed."),
        (
            "I wanted to let you know that I will stay and that I am grateful.",
            "I wanted to let you know that I will stay and that I am grateful.",
        ),
        (
            "Thank you very much for the offer, which I really liked.",
            "Thank you for the offer, which I liked.",
        ),
        ("It was a very interesting and truly kind offer.", "It was an interesting and kind offer."),
        ("It is a very useful idea.", "It is a useful idea."),
        (
            "It is not very far, but I don't really like the train.",
            "It is not very far, but I don't really like the train.",
        ),
        ("From the very first day you were very kind.", "From the very first day you were kind."),
        ("I am very, very grateful.", "I am grateful."),
        ("I really do not want to move.", "I do not want to move."),
        (
            "The commute is very long, very much longer than mine.",
            "The commute is long, very much longer than mine.",
        ),
        ("I cannot start prior to May.", "I cannot start before May."),
        (
            "In the event that you need it, the badge is on my desk.",
            "If you need it, the badge is on my desk.",
        ),
        ("Please note that I never signed.", "I never signed."),
        ("Despite the fact that I liked it, I have to say no.", "Although I liked it, I have to say no."),
        ('He wrote "I am very sorry" in order to be kind.', 'He wrote "I am very sorry" to be kind.'),
        ("I was at Very Group Ltd until May.", "I was at Very Group Ltd until May."),
        (
            "After a great deal of thought I have decided to stay.",
            "After much thought I have decided to stay.",
        ),
        ("A number of reasons speak against it.", "Several reasons speak against it."),
        ("Yours truly", "Yours truly"),
    ],
}
CASES = [(tone, before, after) for tone, pairs in MENDS.items() for before, after in pairs]


def _mended(book, tone, text):
    mender = mender_for(book)
    return mender.mend(text, mender.tone_rules(tone))


@pytest.mark.parametrize(("tone", "before", "after"), CASES)
def test_a_sentence_changes_its_tone_and_nothing_else(book, tone, before, after):
    assert _mended(book, tone, before) == after


@pytest.mark.parametrize(("tone", "after"), [(tone, after) for tone, _, after in CASES])
def test_what_was_mended_stays_as_it_is(book, tone, after):
    assert _mended(book, tone, after) == after


@pytest.mark.parametrize(("before", "after"), [(before, after) for _, before, after in CASES])
def test_as_many_words_deny_as_before(book, before, after):
    assert negations(content_words(after, book)) == negations(content_words(before, book))


@pytest.mark.parametrize("tone", MENDS)
def test_a_tone_has_rules_of_its_own(book, tone):
    assert mender_for(book).tone_rules(tone)


def test_no_tone_asked_for_has_no_rules(book):
    assert mender_for(book).tone_rules("as-is") == ()
