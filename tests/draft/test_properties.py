"""What holds for every text."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tactful.draft import Context, Draft, read_draft, read_html, take_apart
from tactful.errors import InputError

PIECES = [
    "Hi Anna,", "hey tom ", "Dear ", "thanks ", "thank you for the offer", " but ", " and i ", ", i ",
    " if you pay ", " because ", ". ", ".", "! ", "? ", "... ", "\u2026", "\n", "\r\n", "\n\n", "\r",
    "\u2028", "- ", "* ", "1. ", "> ", "On Mon, 3 May Anna wrote:", "From: a",
    "-----Original Message-----", "____________", "Best regards,", "cheers ", "Tom", "Tom Smith",
    "P.S. ", "ps: ", "-- ", "--", "(", ")", "\"", "'", "\u2019", "\ud83d\ude00", ":-)", "\u2014", "; ",
    ": ", "Subject: ", "Re: ", "[Name]", "Ltd. ", "Dr. ", "e.g. ", "a@b.example", "\u00e9", "\u0130",
    "<p>", "<br>", "&amp;", "im ", "the pay is low ", "\x00", "\ud800", " ", "\t", "\u00a0", "12",
    "no ",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


def check(draft: Draft) -> None:
    text, parts = draft.text, draft.anatomy
    assert len(draft.folded) == len(text)
    for span in (parts.subject, parts.greeting, parts.sign_off, parts.signature, parts.postscript):
        assert span is None or 0 <= span.start < span.end <= len(text)
    assert 0 <= parts.body.start <= parts.body.end <= len(text)
    ends = [0]
    for span in parts.quoted:
        assert ends[-1] <= span.start < span.end <= len(text)
        ends.append(span.end)
    last = 0
    for sentence in draft.sentences:
        assert last <= sentence.start < sentence.end <= len(text)
        assert draft.slice(sentence) == draft.slice(sentence).strip()
        assert not any(span.start < sentence.end and sentence.start < span.end for span in parts.quoted)
        last = sentence.end
        place = sentence.start
        for clause in sentence.clauses:
            assert not text[place : clause.start].strip()
            assert clause.start < clause.end
            place = clause.end
        assert place == sentence.end
    if draft.origin is not None:
        assert len(draft.origin) == len(text)


@given(TEXTS)
@example("Hi Anna,\nno.\n--\nTom\nP.S. ps: x")
@example("\u0130\u0130 thanks")
def test_taking_apart_holds(text: str) -> None:
    check(take_apart(text, Context(sender="Tom Smith")))


@given(TEXTS)
def test_intake_refuses_or_reads(text: str) -> None:
    try:
        draft = read_draft(text, Context())
    except InputError:
        return
    check(draft)


@given(st.binary(max_size=200))
def test_bytes_are_refused_or_read(data: bytes) -> None:
    try:
        draft = read_draft(data, Context())
    except InputError:
        return
    check(draft)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_html_keeps_its_places(text: str) -> None:
    plain, origin = read_html(text)
    assert len(plain) == len(origin)
    assert all(0 <= place < len(text) for place in origin)
    assert list(origin) == sorted(origin)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_no_word_of_the_writer_is_lost(text: str) -> None:
    """Every letter lies in a part, in a sentence or in a quoted thread, but for the marks of parts."""
    draft = take_apart(text, Context())
    parts = draft.anatomy
    spans = [parts.subject, parts.greeting, parts.sign_off, parts.signature, parts.postscript, *parts.quoted]
    covered = {place for span in spans if span for place in range(span.start, span.end)}
    covered |= {place for one in draft.sentences for place in range(one.start, one.end)}
    bare = "".join(letter for place, letter in enumerate(text) if place not in covered and letter.isalpha())
    assert bare.lower() in {"", "subject", "ps", "re", "subjectps"}


@pytest.mark.parametrize(
    "unit",
    [
        ", i ",
        "i am ",
        "if i would ",
        "the offer is ",
        "(a b c ",
        "> ",
        "\n",
        "thanks\n",
        "on 1 x ",
        "\u2014",
        "a@",
        "... ",
    ],
)
def test_hostile_text_ends(unit: str) -> None:
    started = time.perf_counter()
    check(take_apart((unit * 20_000)[:20_000], Context()))
    assert time.perf_counter() - started < 10


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the data folder is absent")
@pytest.mark.parametrize("name", ["declines", "other_messages", "blns", "prompt_injections"])
def test_published_texts(name: str) -> None:
    for line in (SHARED / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")[:-1]:
        check(take_apart(str(json.loads(line).get("text", "")), Context()))
