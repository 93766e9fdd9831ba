"""A table of weights is read as it was written, and a wrong one is named with its line."""

from __future__ import annotations

import pytest

from tactful.errors import FileError
from tactful.rulebook.sense_table import BIAS, MOST_WEIGHT, read_table, table_text
from tactful.rulebook.senses import unpack

NAMES = ("quarrel", "matter")


@pytest.fixture
def table(tmp_path):
    def write(text):
        path = tmp_path / "senses.tsv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_what_is_written_is_read(table):
    rows = {BIAS: [3, -4], "circus": [70, 0], "thank you": [-9, 12]}
    text = table_text(NAMES, rows)
    assert text == "word\tquarrel\tmatter\n(bias)\t3\t-4\ncircus\t70\t\nthank you\t-9\t12\n"
    assert {word: unpack(one, 2) for word, one in read_table(table(text), NAMES).items()} == rows


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "the columns are not the senses"),
        ("word\tmatter\tquarrel\n", 1, "the columns are not the senses"),
        ("word\tquarrel\tmatter\na\t1\t2\nb\t1\n", 3, "the row needs 2 whole numbers"),
        ("word\tquarrel\tmatter\na\tone\t2\n", 2, "the row needs 2 whole numbers"),
        (f"word\tquarrel\tmatter\na\t{MOST_WEIGHT + 1}\t2\n", 2, "none beyond"),
    ],
)
def test_a_wrong_table_is_named_with_its_line(table, text, line, problem):
    with pytest.raises(FileError, match=problem) as caught:
        read_table(table(text), NAMES)
    assert f"senses.tsv:{line}" in str(caught.value)


def test_a_table_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileError, match="cannot be read"):
        read_table(tmp_path / "senses.tsv", NAMES)
