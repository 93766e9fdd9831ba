"""Data is found where it lies, and a missing piece is an error that names it."""

from __future__ import annotations

import pytest

from tactful.assets import asset, packaged
from tactful.errors import InternalError


def test_the_rule_book_is_found():
    assert (asset("rules") / "acts" / "thanks.yaml").is_file()
    assert asset("rules/acts/thanks.yaml").is_file()


def test_what_is_missing_is_named():
    with pytest.raises(InternalError) as caught:
        asset("rules/no-such-file")
    assert str(caught.value) == (
        "The data 'rules/no-such-file' is missing from this installation; install tactful again."
    )


def test_what_no_wheel_has_is_not_packaged():
    assert packaged("no-such-file") is None


def test_a_checkout_reads_its_own_copy(repository):
    if packaged("rules") is not None:
        pytest.skip("this is an installed package")
    assert asset("rules") == repository / "rules"
    assert packaged("rulebook.json") is None
