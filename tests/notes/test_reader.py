"""What notes say about the reader is said to the reader; who is named before is somebody else."""

from __future__ import annotations

import pytest

from tactful.notes.reader import to_reader


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("she showed me her garden", "you showed me your garden"),
        ("he knows my father", "you know my father"),
        ("they'd still like it", "you would still like it"),
        ("she's been kind", "you have been kind"),
        ("he's kind", "you are kind"),
        ("send her the sample", "send you the sample"),
        ("my cousin said he okayed it", "my cousin said he okayed it"),
        ("staying at the nursery, they need me", "staying at the nursery, they need me"),
        ("could she tell Mr Fenn I found his glove", "could you tell Mr Fenn I found his glove"),
        ("the hours are long", "the hours are long"),
    ],
)
def test_the_third_person_becomes_the_second(noted, said):
    assert to_reader(noted) == said
