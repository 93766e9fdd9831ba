"""Released text is accounted for, word for word; another draft's sentences never pass as this one's."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tactful.analysis import analyse
from tactful.draft import Context, read_draft, take_apart
from tactful.fidelity.tokens import content_words
from tactful.refine import refine
from tactful.rulebook import built_in
from tactful.text import fold
from tactful.verify import verify

MINE = (
    "Your interview process was a joke.",
    "The salary is below the range I need.",
    "Your pay is an insult.",
    "I will return the badge by Friday.",
    "Please send me the refund form for the ticket, ref. RK-7731.",
    "My friend Lila Brandt (lila.brandt@web.example) would be a good fit.",
    "If you paid 20% more I would sign tomorrow.",
    "thx 4 the tour lol",
    "We spoke about the plans for the spring at length.",
    "My doctor says that I have cancer.",
    "I AM SO TIRED OF THIS!!!",
)
OTHERS = (
    "I cannot move to Lisbon with my family.",
    "Please refund 41 euro to account 7719.",
    "I have accepted a post at Zentara.",
    "The night shifts do not suit me.",
    "I will send the laptop back on Tuesday.",
    "Ruth Adeyemi would suit you well.",
    "I was impressed by the new laboratory.",
    "My visa ends in October.",
)
FRAME = (
    "Dear Ms. Halvorsen,\n\nThank you for the offer of site engineer at Harbourline. I have decided to "
    "decline the offer. {}\n\nI wish you every success.\n\nKind regards,\nTom Abara\n"
)


@given(st.lists(st.sampled_from(MINE), max_size=5, unique=True))
def test_every_fact_and_content_word_of_a_released_draft_is_accounted_for(middle):
    text = FRAME.format(" ".join(middle))
    draft = read_draft(text, Context())
    result = refine(draft, built_in())
    assert result.released
    entries = (*result.ledger.kept, *result.ledger.neutralised, *result.ledger.dropped)
    told = " \n ".join(entry.text for entry in entries)
    for fact in analyse(draft, built_in()).facts:
        assert fold(fact.text) in fold(told) or all(
            word in content_words(told, built_in()) for word in content_words(fact.text, built_in())
        )
    settled = set(content_words(told, built_in()))
    for sentence in draft.sentences:
        assert set(content_words(draft.slice(sentence), built_in())) <= settled
    assert all(entry.rule for entry in (*result.ledger.neutralised, *result.ledger.dropped))


@given(
    st.lists(st.sampled_from(MINE), max_size=3, unique=True),
    st.lists(st.sampled_from(OTHERS), min_size=1, max_size=4, unique=True),
)
def test_sentences_of_another_draft_are_rejected(mine, others):
    draft = read_draft(FRAME.format(" ".join(mine)), Context())
    released = refine(draft, built_in()).text
    mixed = released.replace(
        "I have decided to decline the offer.", f"I have decided to decline the offer. {' '.join(others)}"
    )
    assert verify(draft, released, built_in()).passed
    assert mixed != released
    assert not verify(draft, mixed, built_in()).passed


@given(st.lists(st.sampled_from(OTHERS), min_size=1, max_size=5, unique=True), st.data())
def test_a_message_without_one_of_its_sentences_is_rejected(sentences, data):
    text = FRAME.format(" ".join(sentences))
    draft = take_apart(text, Context())
    assert verify(draft, text, built_in()).ledger.clean
    gone = data.draw(st.sampled_from(sentences))
    assert not verify(draft, text.replace(gone, ""), built_in()).passed
