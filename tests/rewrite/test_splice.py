"""Numbered lines go out and come back, and all that was not asked for stays byte for byte."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tactful.draft import Context, take_apart
from tactful.rewrite.splice import numbered, read_numbered, splice

TEXT = "Dear Ms Ito,\n\nThank you.  I decline the job!\tThe pay is a joke.\n\nBest,\nEva"


def test_sentences_are_numbered_from_one_each_on_its_line():
    assert numbered(["One\nlong one.", "Two."]) == "1: One long one.\n2: Two."


def test_only_the_lines_that_were_asked_for_are_read():
    answer = "Sure:\n1: Not asked.\n2: Mended.\n[3]: Also mended.\n**4.** Mended too.\n2: Again.\n5:\nDone."
    assert read_numbered(answer, {2, 3, 4, 5, 6}) == {
        2: "Mended.",
        3: "Also mended.",
        4: "Mended too.",
        5: "",
    }


def test_other_sentences_and_blanks_stay_byte_for_byte():
    draft = take_apart(TEXT, Context())
    assert splice(draft, {2: "The pay is below the range I need."}) == TEXT.replace(
        "The pay is a joke.", "The pay is below the range I need."
    )
    assert splice(draft, {1: ""}) == TEXT.replace("  I decline the job!", "")
    assert splice(draft, {}) == TEXT


@given(st.sets(st.integers(0, 2)), st.text(alphabet="abc .", max_size=9))
def test_a_splice_touches_nothing_else(places, put):
    draft = take_apart(TEXT, Context())
    spliced = splice(draft, dict.fromkeys(places, f"X{put}X"))
    kept = [draft.slice(one) for at, one in enumerate(draft.sentences) if at not in places]
    assert all(one in spliced for one in kept)
    assert spliced.count(f"X{put}X") == len(places)
    assert spliced.startswith("Dear Ms Ito,\n\n")
    assert spliced.endswith("\n\nBest,\nEva")
