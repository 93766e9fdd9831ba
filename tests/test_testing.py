"""``assert_sendable``: silent where a text can be sent, else it lists why not."""

from __future__ import annotations

import pytest

from tactful.errors import OptionError
from tactful.testing import assert_sendable

GOOD = "Hi Priya,\n\nThank you for the offer. I decline it. I wish you all the best.\n\nSam"


def test_a_text_that_can_be_sent_passes():
    assert_sendable(GOOD)
    assert_sendable(GOOD, draft="Hi Priya, I decline. Sam", kind="decline")


def test_a_text_that_cannot_be_sent_fails_and_says_why():
    with pytest.raises(AssertionError) as caught:
        assert_sendable("Hi Priya,\n\nThank you for the offer. I decline it.\n\nSam")
    assert str(caught.value) == (
        "This text cannot be sent:\n"
        "  - missing-goodwill: The message ends without a good word. "
        "Close with a good wish, or with the hope to stay in touch.\n"
        "The text:\nHi Priya,\n\nThank you for the offer. I decline it.\n\nSam"
    )


def test_what_the_draft_says_and_the_text_does_not_fails():
    with pytest.raises(AssertionError, match=r"lost: .*«Please post my badge"):
        assert_sendable(GOOD, draft="Hi Priya, I decline. Please post my badge to me. Sam")


def test_a_wrong_option_is_no_failed_assertion():
    with pytest.raises(OptionError, match="There is no option 'kin'; did you mean 'kind'"):
        assert_sendable(GOOD, kin="decline")
