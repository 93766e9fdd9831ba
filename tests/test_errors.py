"""Errors: who must act, which exit code, which words."""

from __future__ import annotations

import pytest

from tactful import errors


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.TactfulError("x"), 1),
        (errors.UserError("x"), 2),
        (errors.InputError("empty", "x"), 2),
        (errors.OptionError("x"), 2),
        (errors.FileError("a.yaml", 3, "x", "Mend it."), 2),
        (errors.ProviderError("x"), 3),
        (errors.CredentialsError("x"), 4),
        (errors.InternalError("x"), 70),
    ],
)
def test_exit_code(error, code):
    assert isinstance(error, errors.TactfulError)
    assert error.exit_code == code


def test_what_the_user_can_mend_is_a_user_error():
    mended_by_the_user = (errors.InputError, errors.OptionError, errors.FileError)
    mended_by_others = (errors.ProviderError, errors.CredentialsError, errors.InternalError)
    assert all(issubclass(kind, errors.UserError) for kind in mended_by_the_user)
    assert not any(issubclass(kind, errors.UserError) for kind in mended_by_others)


def test_an_input_error_has_a_code_beside_its_message():
    error = errors.InputError("empty", "The draft is empty.")
    assert (error.code, str(error)) == ("empty", "The draft is empty.")


def test_a_rule_book_error_names_file_line_and_mend():
    error = errors.FileError("rules/a.yaml", 7, "the key is wrong", "Remove it.")
    assert str(error) == "rules/a.yaml:7: the key is wrong. Remove it."
    assert (error.path, error.line, error.problem, error.mend) == (
        "rules/a.yaml",
        7,
        "the key is wrong",
        "Remove it.",
    )
