"""The differences of two texts, word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tactful.evals.reports.word_diff import Piece, word_diff


def test_words_that_the_other_text_has_not_are_pieces_of_their_own():
    before, after = word_diff("I will not\ncome, sorry.", "I will come, sorry.")
    assert before == (
        Piece("I will ", shared=True),
        Piece("not\n", shared=False),
        Piece("come, sorry.", shared=True),
    )
    assert after == (Piece("I will come, sorry.", shared=True),)


def test_texts_without_a_word_in_common_share_nothing():
    assert word_diff("a b", "c") == ((Piece("a b", shared=False),), (Piece("c", shared=False),))


@given(st.text(alphabet="ab \n\t.", max_size=40), st.text(alphabet="ab \n\t.", max_size=40))
def test_the_pieces_are_the_texts_again(before, after):
    old, new = word_diff(before, after)
    assert "".join(piece.text for piece in old) == before
    assert "".join(piece.text for piece in new) == after
    assert [w for p in old if p.shared for w in p.text.split()] == [
        w for p in new if p.shared for w in p.text.split()
    ]
