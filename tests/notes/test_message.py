"""Notes to oneself become the message that they stand for; a message stays what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tactful.draft import take_apart
from tactful.draft.context import Context
from tactful.notes import read_notes
from tactful.telling import Telling

LABELLED = """\
- to: Ms Bhattacharjee, Riverstone Hospice
- say no to palliative care nurse post
- reason: shifts clash w/ my degree
- thank her for showing me the garden
- return parking permit by 1 June
- from Siobhán Tully"""
RUNNING = (
    "tell them no thank you for the crane operator job. company is Delta-Hoist BV, contact is Joost. "
    "reason: found work in Zwolle nearer my house. ask them to delete my passport scan. "
    "sign it Stanisław Kępa"
)
KEYWORDS = """\
decline offer - events coordinator - Château Bellegarde Weddings
to Mme Fontanarosa
why: too many weekends, want Sundays w kids
thanks for tasting lunch
keys + alarm fob back via Luc on wed
— Odile"""
FORM = """\
To: Dr Vance
Answer: no
Post: postdoc in marine ecology
Why: staying w/ current lab
Thanks for: the boat day, the reference for my student
Ask: whether she'd still like the 2019 kelp data
yours, Imke"""
STROKES = (
    "mr de Vries // no // got into teacher training in Ghent // thx for the tasting "
    "// badge goes back by post // Wout"
)


ROLE_NOUNS = frozenset({"baker", "cook", "driver", "handler", "nurse"})


def notes_of(text: str, role_nouns: frozenset[str] = frozenset()) -> Telling | None:
    return read_notes(take_apart(text, Context()), role_nouns)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            LABELLED,
            (
                "Dear Ms Bhattacharjee,\n\nThank you for showing me the garden. I have decided to decline "
                "the "
                "palliative care nurse post at Riverstone Hospice. The shifts clash with my degree.\n\n"
                "I will return the parking permit by 1 June.\n\nKind regards,\nSiobhán Tully"
            ),
        ),
        (
            RUNNING,
            (
                "Dear Joost,\n\nI have decided to decline the crane operator job at Delta-Hoist BV. "
                "I found work in Zwolle nearer my house.\n\nPlease delete my passport scan.\n\nKind "
                "regards,\nStanisław Kępa"
            ),
        ),
        (
            KEYWORDS,
            (
                "Dear Mme Fontanarosa,\n\nThank you for the tasting lunch. I have decided to decline the "
                "events "
                "coordinator position at Château Bellegarde Weddings. There are too many weekends, and I "
                "want "
                "Sundays with kids.\n\nI will return the keys and the alarm fob via Luc on wed.\n\n"
                "Kind regards,\nOdile"
            ),
        ),
        (
            FORM,
            (
                "Dear Dr Vance,\n\nThank you for the boat day and the reference for my student. I have "
                "decided to decline the postdoc in marine ecology position. I am staying with my current "
                "lab.\n\n"
                "Would you still like the 2019 kelp data?\n\nYours,\nImke"
            ),
        ),
        (
            STROKES,
            (
                "Dear Mr de Vries,\n\nThank you for the tasting. I have decided to decline the offer. I "
                "got into "
                "teacher training in Ghent.\n\nI will return the badge by post.\n\nKind regards,\nWout"
            ),
        ),
    ],
)
def test_notes_in_any_shape_become_the_message(text, message):
    notes = notes_of(text)
    assert notes is not None
    assert notes.text == message


def test_what_is_not_to_be_said_is_left_out_and_listed():
    notes = notes_of(f"{LABELLED}\n- don't mention the matron\n- be nice")
    assert notes is not None
    assert "matron" not in notes.text
    assert notes.unsaid == ("don't mention the matron", "be nice")


def test_each_sentence_knows_its_note():
    notes = notes_of(LABELLED)
    assert notes is not None
    assert notes.source_at(notes.text.index("I will return")) == "return parking permit by 1 June"
    assert notes.source_at(0) == ""


def test_a_line_that_is_only_a_job_title_names_the_post():
    notes = notes_of(
        "Saying no to Bartek (Zubr Logistics)\n- forklift driver\n- thank him\n- Ola", frozenset({"driver"})
    )
    assert notes is not None
    assert "decline the forklift driver position at Zubr Logistics" in notes.text


def test_a_name_that_no_instruction_has_room_for_is_said_whole():
    notes = notes_of(
        "Reply to Karsten at Nordwind\n- tell him no\n- contact: HR, Ludmila Ek\n- thank him\n- from Aino"
    )
    assert notes is not None
    assert "Ludmila" in notes.text


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ms Varga,\n\nThank you. I have decided to decline it. Please thank Ben for me.\n\nBest,\nEva",
        "Hi Tom, thanks but no. Tell Bev I said hi and thanks for the lunch. Please delete my data. Jo",
        "Thank you for the offer.\n\nReason: the commute. I wish you well.\n\nPetra Holm",
        "No, thanks. I'm not taking it. Say hello to Ben for me, and tell me if you need the badge.",
    ],
)
def test_a_message_is_no_notes(text):
    assert notes_of(text) is None


@given(st.text(alphabet="tell them no to: from reason thank - ask\n.,:AB1", max_size=200))
def test_what_notes_become_is_a_message(text):
    notes = notes_of(text)
    if notes is not None:
        assert notes_of(notes.text) is None
        assert all(notes.text[span.start : span.end] for span, _ in notes.sources)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            (
                "Anya at Bellweather Nurseries - head gardener job - no thanks - commute 90 min "
                "each way - Priya showed me round the glasshouses, thank her"
            ),
            (
                "Dear Anya,\n\nPlease thank Priya, who showed me round the glasshouses. I have "
                "decided to decline the head gardener job at Bellweather Nurseries.\n\nThe commute "
                "is 90 min each way."
            ),
        ),
        (
            "Ruth, Calder Vets | vet nurse | not taking it | moving to Inverness in May",
            (
                "Dear Ruth,\n\nI have decided to decline the vet nurse position at Calder Vets. I "
                "am moving to Inverness in May."
            ),
        ),
        (
            (
                "decline / Fernhill Bakery / Tomasz / night baker / reason: nights + kids / ask "
                "him to keep my number"
            ),
            (
                "Dear Tomasz,\n\nI have decided to decline the night baker position at Fernhill "
                "Bakery. The reason is nights and kids.\n\nPlease keep my number."
            ),
        ),
        (
            (
                "offer of tram driver → Stadtwerke Auenfeld → Herr Brandt → sorry, no → badge: "
                "I'll post it on Tuesday"
            ),
            (
                "Dear Herr Brandt,\n\nI have decided to decline the tram driver position at "
                "Stadtwerke Auenfeld.\n\nI will post the badge on Tuesday."
            ),
        ),
        (
            (
                "- to: Halvard at Nordlys Ferries\n- job: second cook, Bodø boat\n- no\n- thank "
                "Ingunn, she showed me the galley"
            ),
            (
                "Dear Halvard,\n\nPlease thank Ingunn, who showed me the galley. I have decided to "
                "decline the second cook position (Bodø boat) at Nordlys Ferries."
            ),
        ),
        (
            (
                "no to Grönvall Rederi (Lars). ship's cook. reason: the rotation is 8 weeks, wife "
                "is expecting. wait don't mention the wife"
            ),
            (
                "Dear Lars,\n\nI have decided to decline the ship's cook position at Grönvall "
                "Rederi. The rotation is 8 weeks."
            ),
        ),
        (
            (
                "- say no to Sable Insurance\n- claims handler\n- contact is Bronagh\n- why: pay "
                "under what I need + Leeds too far\n- greet Oskar\n- pass my thanks to Joanna"
            ),
            (
                "Dear Bronagh,\n\nI have decided to decline the claims handler position at Sable "
                "Insurance. The pay is under what I need; Leeds is too far.\n\nPlease say hello to "
                "Oskar. Please pass my thanks to Joanna."
            ),
        ),
        (
            (
                "no 4 the barista lead thing. cafe = Two Magpies. boss = Gwen. thx 4 the tasting. "
                "ask: could she send my cup back"
            ),
            (
                "Dear Gwen,\n\nThank you for the tasting. I have decided to decline the barista "
                "lead position at Two Magpies.\n\nCould you send my cup back?"
            ),
        ),
        (
            (
                "Dear Farid - reply re welding inspector - have to say no - wife got posted to "
                "Aberdeen - pls pass my thanks to Joanna"
            ),
            (
                "Dear Farid,\n\nI have decided to decline the welding inspector position.\n\nMy "
                "wife got posted to Aberdeen. Please pass my thanks to Joanna."
            ),
        ),
        (
            (
                "thank: everyone at Windrush Theatre, esp Bea\ndecline: lighting tech\nwhy: my "
                'shoulder, doctor forbids it -> just say "for health reasons"\nsign: Milo'
            ),
            (
                "Hello,\n\nPlease thank everyone at Windrush Theatre, especially Bea. I have "
                "decided to decline the lighting tech position. This is for health "
                "reasons.\n\nKind regards,\nMilo"
            ),
        ),
    ],
)
def test_notes_strung_on_a_line_and_second_thoughts_become_the_message(text, message):
    notes = notes_of(text, ROLE_NOUNS)
    assert notes is not None
    assert notes.text == message


@given(
    st.sampled_from(["Ms Okoro", "Joost", "Mme Laval", "Prof Lindqvist"]),
    st.sampled_from(["Delta-Hoist", "Riverstone Hospice", "Orrin & Bligh"]),
    st.sampled_from(["crane operator job", "night porter post", "junior actuary role"]),
    st.permutations(["reason: moving to Leeds", "thank them for the tour", "ask them to send the form 4471"]),
)
def test_no_name_and_no_number_is_lost_in_any_order(name, company, role, others):
    text = "\n".join((f"- to: {name}, {company}", f"- say no to {role}", *(f"- {one}" for one in others)))
    notes = notes_of(text)
    assert notes is not None
    for kept in (name, company, role, "Leeds", "the tour", "4471"):
        assert kept in notes.text


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        (
            "REPLY GRETA\nno thanks\ndriver job is 5am starts\nshe was kind so thank her loads\nluv Jamie",
            ("Dear GRETA", "The driver job is 5am starts.", "You were kind. Thank you for that.", "\nJamie"),
            ("thank her", "luv"),
        ),
        (
            "sry notes: hi to mr Lund, thank for offer, say no, i get seasick (just say health), from Emil",
            ("Dear Mr Lund", "The reason is health.", "decline the offer", "\nEmil"),
            ("seasick", "just say"),
        ),
        (
            "Notes for reply to Yolanda (Tejas Pecan Growers)\n* foreman - not taking it\n* thank her",
            ("Dear Yolanda", "decline the foreman position at Tejas Pecan Growers"),
            ("Notes", "not taking"),
        ),
        (
            "phone script: ok so when I ring Mr. Sokolovsky: hi it's Zara. Um, I'm not going to take it.",
            ("Dear Mr. Sokolovsky", "It's Zara.", "I'm not going to take it."),
            ("when I ring", "script", "Um"),
        ),
        (
            (
                "write to Erika @ Lumo Labs: not joining as UX researcher. tell her thanks. "
                " NOT saying it's a scam. Tove"
            ),
            ("Dear Erika", "decline the UX researcher position at Lumo Labs", "\nTove"),
            ("scam", "write to"),
        ),
    ],
    ids=["texting", "commas", "heading", "stage direction", "order to write"],
)
def test_nothing_still_reads_as_a_note(text, kept, gone):
    notes = notes_of(text)
    assert notes is not None
    for one in kept:
        assert one in notes.text
    for one in gone:
        assert one not in notes.text
