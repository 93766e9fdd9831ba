"""Facts: what is found, with exact spans and types, and what is left alone."""

from __future__ import annotations

from functools import cache

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tactful.assets import asset
from tactful.draft import Context, take_apart
from tactful.facts import FactFinder, read_english_words


@cache
def finder():
    paths = asset("rules/lexicons").glob("fact-*.yaml")
    lexicons = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths]
    return FactFinder({lexicon["id"]: lexicon["words"] for lexicon in lexicons}, read_english_words)


def facts(text, **context):
    found = finder().find(take_apart(text, Context(**context)))
    return [(fact.type, fact.text) for fact in found]


PERSONS = [
    ("hi sarah", ["sarah"]),
    ("Dear Ms. Rivera,\n\nNo.", ["Ms. Rivera"]),
    ("Hi Søren and Priya,\n\nNo.", ["Søren", "Priya"]),
    ("I told my friend Łukasz Żak about it.", ["Łukasz Żak"]),
    ("Nguyễn Thị Hoa interviewed me.", ["Nguyễn Thị Hoa"]),
    ("I spoke with José and O'Brien about it.", ["José", "O'Brien"]),
    ("Please say hi to van der Berg and D'Souza.", ["van der Berg", "D'Souza"]),
    ("Please say hi to Noor al-Hashimi and Jeanne d'Arc.", ["Noor al-Hashimi", "Jeanne d'Arc"]),
    ("Please say hi to Piet van 't Hoff.", ["Piet van 't Hoff"]),
    ("I met Mr. Al-Rashid there.", ["Mr. Al-Rashid"]),
    ("Tell Marco I said hi.", ["Marco"]),
    ("Thanks Bob", ["Bob"]),
    ("Emma from HR told me so.", ["Emma"]),
    ("Grace told me. The grace period is over.", ["Grace"]),
    ("Sarah's team was kind.", ["Sarah"]),
    ("The CTO, Raj, and my recruiter Beth were kind.", ["Raj", "Beth"]),
    ("hi mr castaldi, no thanks. best, wendy truong", ["mr castaldi", "wendy truong"]),
    ("hi coach barlow,\n\nno thanks", ["coach barlow"]),
    ("could you tell priya that i declined?", ["priya"]),
    ("hey will,\nits a no.\ncheers, grace", ["will", "grace"]),
    ("rick,\n\nno thanks.\n\nappreciate it,\ndonnie prather", ["rick", "donnie prather"]),
    ("hi marguerite, it's dawn. no thanks.", ["marguerite", "dawn"]),
    ("no thanks, that is all!! kev", ["kev"]),
    ("I met María-José Núñez de la Torre.", ["María-José Núñez de la Torre"]),
    (
        "Dear Dr. Kaplan,\n\nNo.\n\nYours,\nThaddeus Q. Merriweather",
        ["Dr. Kaplan", "Thaddeus Q. Merriweather"],
    ),
    ("THANKS FOR NOTHING. SARAH WAS RUDE AND I AM DONE WITH IT. REGARDS, TOM LEE", ["SARAH", "TOM LEE"]),
    ("Please thank Dana. I liked Dana and Teo.", ["Dana", "Dana", "Teo"]),
    ("I wrote to Jose\u0301 Mun\u0303oz.", ["Jose\u0301 Mun\u0303oz"]),
    ("Hi Dana, it was good to see Tom, Ines and van Dijk.", ["Dana", "Tom", "Ines", "van Dijk"]),
    ("I met Sam Carpenter, and I saw Coach Barlow.", ["Sam Carpenter", "Coach Barlow"]),
    ("my friend farid bensalem may be interested", ["farid bensalem"]),
]

ORGANISATIONS = [
    ("I would join Smith and Sons soon.", ["Smith and Sons"]),
    ("The offer from 23andMe and Yahoo! was kind.", ["23andMe", "Yahoo"]),
    ("I thank O'Reilly & Søns for the offer.", ["O'Reilly & Søns"]),
    ("I worked at eBay, iRobot and Booking.com before.", ["eBay", "iRobot", "Booking.com"]),
    ("It was fine at IBM, unlike SAP. The HR team and the CEO replied ASAP.", ["IBM", "SAP"]),
    ("I got a job at zalando and will start soon.", ["zalando"]),
    ("the offer at kiwi foods is not for me", ["kiwi foods"]),
    ("i will join goldman sachs instead", ["goldman sachs"]),
    ("i am keen to join meridian cloudtech.", ["meridian cloudtech"]),
    ("great news from sable & finch, thanks", ["sable & finch"]),
    ("i took an offer at apple, though an apple a day helps", ["apple"]),
    ("got your email about the offer @ yahoo! and no", ["yahoo!"]),
    ("i got an offer from tidepool last week", ["tidepool"]),
    ("I will stay at Bank of America with the Department of Transport.",
     ["Bank of America", "Department of Transport"]),
    ("They moved me to St Brendan's Hospital.", ["St Brendan's Hospital"]),
    ("My employer, Brightpath, matched it. The Brightpath team is kind.", ["Brightpath", "Brightpath"]),
    ("I am joining Ernst & Young, and Whitlock, Dane & Associates LLP.",
     ["Ernst & Young", "Whitlock, Dane & Associates LLP"]),
    ("I will not be joining the Musée Corvin.", ["Musée Corvin"]),
    ("Dear Northfield team,\n\nNo.", ["Northfield"]),
    ("They sent me to the Lanai Island office.", ["Lanai Island"]),
    ("So I chose Oakridge.", ["Oakridge"]),
    ("I liked the Foundation.", ["Foundation"]),
    ("i will not join northwind pay.", ["northwind pay"]),
]  # fmt: skip

ROLES = [
    ("Thank you for the position of Senior Data Analyst.", ["Senior Data Analyst"]),
    ("I decline the Head of Growth role.", ["Head of Growth"]),
    ("Thanks for offering me the VP of Sales job.", ["VP of Sales"]),
    ("the data analyst role isn't for me", ["data analyst"]),
    ("thanks for offering me the ux designer job", ["ux designer"]),
    ("I can't work as a staff nurse any more.", ["staff nurse"]),
    ("i will pass on the barista trainer thing", ["barista trainer"]),
    ("i will pass on the customer happiness hero thing", ["customer happiness hero"]),
    ("i must decline the marketing position", ["marketing"]),
    ("they offered me the post as welder", ["welder"]),
    ("I declined Lecturer in Linguistics.", ["Lecturer in Linguistics"]),
    ("I declined Quality Engineer II today.", ["Quality Engineer II"]),
    ("Subject: director of operations\n\nno", ["director of operations"]),
    ("would senior copywriter be an option", ["senior copywriter"]),
    ("The Forecasting Wizard role is not for me.", ["Forecasting Wizard"]),
    ("Thanks for having me join you as a Puzzle Wizard.", ["Puzzle Wizard"]),
    ("i will pass on the puzzle gizmo hero thing", ["puzzle gizmo hero"]),
    ("Thanks for the offer of warehouse supervisor.", ["warehouse supervisor"]),
    ("I decline the role (Senior Welder).", ["Senior Welder"]),
]

PLACES = [
    ("We are relocating to Lisbon. My wife is based in Cork.", ["Lisbon", "Cork"]),
    ("I move from Leeds to Porto.", ["Leeds", "Porto"]),
    ("i can't move to berlin", ["berlin"]),
    ("i cannot move to new york or hinjewadi", ["new york", "hinjewadi"]),
    ("i cannot move to xanthville", ["xanthville"]),
    ("i live in montréal", ["montréal"]),
    ("I cannot commute to Little Snoring.", ["Little Snoring"]),
    ("The commute to Round Rock is long.", ["Round Rock"]),
    ("I moved to the Bay Area.", ["Bay Area"]),
]

DATES = [
    ("I answer by Friday, 14 March 2026 or on the 14th.", ["Friday, 14 March 2026", "the 14th"]),
    ("It starts March 12th, 2026 at 3 pm; the call is at 15:30 on 3/14.",
     ["March 12th, 2026", "3 pm", "15:30", "3/14"]),
    ("We said 2026-03-14, tomorrow, and the end of the month.", ["2026-03-14", "tomorrow"]),
    ("I start in May or on 1 June. We march on.", ["May", "1 June"]),
    ("It is 01/04/2026, 1.4.2026 or April 1.", ["01/04/2026", "1.4.2026", "April 1"]),
    ("the 1st interview and the 2nd one; next Tuesday", ["Tuesday"]),
    ("I have been here since 2019, and leave in spring 2027.", ["2019", "spring 2027"]),
    ("It was the 4th of July. On Sat 5 Oct at 4 a.m. I left.", ["the 4th of July", "Sat 5 Oct", "4 a.m."]),
    ("no visa til october lol", ["october"]),
    ("Somehow it was May. I said so.", ["May"]),
    ("I sat there, and may the sun shine. It ended 15 March.", ["15 March"]),
]  # fmt: skip

AMOUNTS = [
    ("$85,000 is low; I need 85k or €60.000 or 60 000 EUR or CHF 110k.",
     ["$85,000", "85k", "€60.000", "60 000 EUR", "CHF 110k"]),
    ("They pay £45/hr, 20% more, 10 percent, 15 lakh, 90 grand.",
     ["£45/hr", "20%", "10 percent", "15 lakh", "90 grand"]),
    ("3 days a week, 45 hours, 90 minutes.", ["3 days a week", "45 hours", "90 minutes"]),
    ("It pays +41,000 or 4.500 € per month or ninety percent of it.",
     ["+41,000", "4.500 € per month", "ninety percent"]),
    ("It is 80-90k, a 2-hour drive.", ["80-90k", "2-hour"]),
]  # fmt: skip

CONTACTS = [
    (
        "Write to jo.li+x@mail.example, see https://x.example/a?b=1.",
        ["jo.li+x@mail.example", "https://x.example/a?b=1"],
    ),
    (
        "Call +44 20 7946 0958 or (915) 555-0148 or 555-0142.",
        ["+44 20 7946 0958", "(915) 555-0148", "555-0142"],
    ),
    ("Reference number AB-1234, ticket #4521, requisition 88123.", ["AB-1234", "#4521", "88123"]),
    ("Your letter no. VIPL/HR/2026/118 came.", ["VIPL/HR/2026/118"]),
    ("the ref is sc/0417 i think", ["sc/0417"]),
    (
        "I am on linkedin.example/jordanlee or www.jordan.example.",
        ["linkedin.example/jordanlee", "www.jordan.example"],
    ),
    ("Send it to 18 Tanner Row, Apartment 5.", ["18 Tanner Row, Apartment 5"]),
    ("I am @jordan_lee there.", ["@jordan_lee"]),
]

ALL = [
    (kind, text, expected)
    for kind, cases in (
        ("person", PERSONS),
        ("organisation", ORGANISATIONS),
        ("role", ROLES),
        ("place", PLACES),
        ("date", DATES),
        ("amount", AMOUNTS),
        ("contact", CONTACTS),
    )
    for text, expected in cases
]


@pytest.mark.parametrize(("kind", "text", "expected"), ALL)
def test_finds_exactly(kind, text, expected):
    assert facts(text) == [(kind, value) for value in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Unfortunately, I cannot. After much thought, I decline. Best, HR.",
        "May I ask for more time? Will you wait? Mark my words.",
        "To Whom It May Concern,\n\nNo.",
        "Dear Hiring Manager,\n\nNo.",
        "Dear Search Committee,\n\nNo.",
        "Dear Hiring Team,\n\nNo.",
        "hi there, no thanks",
        "hi team,\n\nno thanks",
        "Good morning,\n\nNo.",
        "Thank You for the Offer \u2013 I Must Decline",
        "Subject: Your Kind Words\n\nNo.",
        "I learned a lot about Python, SQL and Kubernetes from your engineers.",
        "I speak French. PLEASE STOP NOW. I have accepted an offer with another company.",
        "your engineering manager was rude to me",
        "I really VERY much decline.",
        "Thankfull for it, I decline. Unfortunatley no.",
        "Fourthly, I decline. Soooo no. Itll be fine.",
        "Thank you for the [Job Title] at [Company], {{name}}.",
        "Kind regards,",
        "i am thankfull for the oportunity and for considring me",
        "I look for a closer fit, and he'd rather, as we'll see, that they're well.",
        "she has met another engineer with one friend",
        "Cool, thanks.",
        "Dear Recruiter,\n\nNo.",
        "hi summer people, no thanks",
        "The right hero thing is not for me. I saw a guard.",
    ],
)
def test_leaves_ordinary_words_alone(text):
    assert facts(text) == []


def test_a_quoted_thread_holds_no_facts():
    text = "Hi Gareth, no thanks. Bleddyn\n\nOn Tue, 3 Oct 2023 at 16:12, Gareth Pugh wrote:\n"
    text += "> Salary: 34,200 at Acme.\n"
    assert facts(text) == [("person", "Gareth"), ("person", "Bleddyn")]


def test_a_name_before_a_title_is_not_part_of_it():
    assert facts("It was Anna Berg Client Service Representative.") == [
        ("person", "Anna Berg"),
        ("role", "Client Service Representative"),
    ]


def test_a_company_after_a_title_is_no_person():
    assert facts("I decline: Product Designer, Lumenhaus") == [
        ("role", "Product Designer"),
        ("organisation", "Lumenhaus"),
    ]


def test_what_the_context_tells_is_a_fact_of_its_type():
    found = facts(
        "dear grace, no to quiet works and to puzzle lord. joy",
        to="Grace",
        sender="Joy",
        company="Quiet Works",
        role="Puzzle Lord",
    )
    assert found == [
        ("person", "grace"),
        ("organisation", "quiet works"),
        ("role", "puzzle lord"),
        ("person", "joy"),
    ]


def test_a_whole_message():
    text = (
        "Subject: Job offer \u2013 Northgate Academy\n\nDear Mrs Pemberton-Rhys,\n\n"
        "Thank you for telephoning on Friday to offer me the post of Head of Geography at Northgate\n"
        "Academy. I cannot move to York for \u00a342,000.\n\nYours sincerely,\nDavid Achebe\nSenior Teacher\n"
        "Hillview School\nLeeds\nAnna Berg\n0113 496 0000\n"
    )
    assert facts(text) == [
        ("organisation", "Northgate Academy"),
        ("person", "Mrs Pemberton-Rhys"),
        ("date", "Friday"),
        ("role", "Head of Geography"),
        ("organisation", "Northgate\nAcademy"),
        ("place", "York"),
        ("amount", "\u00a342,000"),
        ("person", "David Achebe"),
        ("role", "Senior Teacher"),
        ("organisation", "Hillview School"),
        ("place", "Leeds"),
        ("person", "Anna Berg"),
        ("contact", "0113 496 0000"),
    ]


def test_without_lexicons_the_shape_still_tells():
    found = FactFinder({}).find(take_apart("I met Ines Ortega at Quillstone on 3 May for $5.", Context()))
    assert [(fact.type, fact.text) for fact in found] == [
        ("person", "Ines Ortega"),
        ("organisation", "Quillstone"),
        ("date", "3 May"),
        ("amount", "$5"),
    ]


PIECES = """
Dear hi Ms. Rivera sarah Sarah I at join zalando IBM of and & the role analyst Analyst Data Head Bank London
new york May 14 March Friday the 3rd $ 85 , 000 k % @ a.b . ! ? ( ) [ ] { } - Regards, Søren Nguyễn Thị
田中 e' ß İ
Ŀ labs van der
http:// www. ref AB-12345 +44 20 7946 0958 it's grace 18 Tanner Row NO STOP percent ninety > On
"""
WORDS = st.sampled_from([*PIECES.split(), "\n", "\n\n", " "])


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(WORDS, max_size=60).map(" ".join),
        st.lists(WORDS, max_size=30).map("".join),
    )
)
def test_spans_are_sorted_apart_and_true_to_the_text(text):
    found = finder().find(take_apart(text, Context()))
    end = 0
    for fact in found:
        assert end <= fact.span.start < fact.span.end <= len(text)
        assert fact.text == text[fact.span.start : fact.span.end]
        end = fact.span.end


STRANGE = " ".join(a + b + c + "qj" for a in "bcdfghkl" for b in "aeiou" for c in "mnprstvwz")


@pytest.mark.parametrize(
    "text", ["analyst " * 2500, "offer from qzxwv " * 1200, "\u7530" * 20000, "Ab of " * 3300, STRANGE]
)
def test_a_long_text_is_read_to_its_end(text):
    found = finder().find(take_apart(text + "\n\nWrite to jo@mail.example", Context()))
    assert ("contact", "jo@mail.example") in [(fact.type, fact.text) for fact in found]
