"""Errors by who must act: the user (input, options, rule files), the provider, or us.

Nothing enters; exception classes leave.  Each carries the exit code of the command line, and its
message says what was wrong, where, and the mend.
"""

from __future__ import annotations


class TactfulError(Exception):
    """The root of every error this package raises on purpose."""

    exit_code = 1


class UserError(TactfulError):
    """Something the user gave is wrong and the user can mend it."""

    exit_code = 2


class InputError(UserError):
    """The text cannot be read as a draft: empty, not text, not English, too long.

    ``code`` is the short machine-readable name that the JSON error line carries.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class OptionError(UserError):
    """An option or a context value is not one that exists or fits."""


class FileError(UserError):
    """A file of rules, acts, words, phrases or cases is wrong.

    The message starts with ``file:line`` and ends with the mend.
    """

    def __init__(self, path: str, line: int, problem: str, mend: str) -> None:
        super().__init__(f"{path}:{line}: {problem}. {mend}")
        self.path = path
        self.line = line
        self.problem = problem
        self.mend = mend


class ProviderError(TactfulError):
    """The model server or the network failed."""

    exit_code = 3


class CredentialsError(TactfulError):
    """The model server refused the key, or there is none."""

    exit_code = 4


class InternalError(TactfulError):
    """A fault of ours: an invariant of this package does not hold."""

    exit_code = 70
