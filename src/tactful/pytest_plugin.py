"""The plugin for pytest: the cases of suites are collected as tests, where that is asked for.

Options and paths of files enter; a test for each case leaves.  pytest loads this module at every start, so it
imports nothing else before a suite is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tactful.evals.by_case import CaseByCase
    from tactful.evals.suite import Case


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options; pytest calls this."""
    group = parser.getgroup("tactful", "tactful: suites of cases as tests")
    group.addoption(
        "--tactful-suites",
        metavar="PATTERN",
        action="append",
        default=[],
        help="collect the cases of suite files whose path fits ('evals/suites/*.yaml'); may be repeated",
    )
    group.addoption(
        "--tactful-rules",
        metavar="DIR",
        action="append",
        default=[],
        help="a folder of your own rules for the suites; may be repeated",
    )
    parser.addini("tactful_suites", type="args", help="patterns as for --tactful-suites")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a suite file whose path fits; pytest calls this for every file."""
    patterns = (*parent.config.getoption("tactful_suites"), *parent.config.getini("tactful_suites"))
    if any(file_path.match(pattern) for pattern in patterns):
        return SuiteFile.from_parent(parent, path=file_path)
    return None


class SuiteFile(pytest.File):
    """A suite file; the composer works on its cases."""

    def collect(self) -> Iterator[CaseItem]:
        """Yield a test for each case; a wrong file is an error of its own, with line and mend."""
        from tactful.api import book_of  # noqa: PLC0415 - pytest loads this module at every start
        from tactful.errors import UserError  # noqa: PLC0415 - the same
        from tactful.evals.by_case import CaseByCase  # noqa: PLC0415 - the same
        from tactful.evals.engines import ComposerEngine  # noqa: PLC0415 - the same
        from tactful.evals.suite_file import read_suite  # noqa: PLC0415 - the same

        try:
            book = book_of(self.config.getoption("tactful_rules"))
            suite = read_suite(self.path, book.rule_by_id)
        except UserError as error:
            raise self.CollectError(str(error)) from error
        cases = CaseByCase(suite, ComposerEngine(book), book)
        for case in suite.cases:
            yield CaseItem.from_parent(self, name=case.id, case=case, cases=cases)


class CaseItem(pytest.Item):
    """One case: it passes where everything that it expects holds."""

    def __init__(self, *, case: Case, cases: CaseByCase, **rest: Any) -> None:
        super().__init__(**rest)
        self.case = case
        self.cases = cases

    def runtest(self) -> None:
        """Work on the case and score it; raises ``NotFineError``."""
        from tactful.evals.reports.outcome import lines_of, outcome_of  # noqa: PLC0415 - see above

        record = self.cases.scored(self.case)
        outcome = outcome_of(record)
        if outcome.state != "fine":
            lines = [*lines_of(outcome), *([f"the call failed: {record.error}"] if record.failed else [])]
            texts = ["", "The draft:", record.draft, *(["", "The text:", record.text] if record.text else [])]
            raise NotFineError("\n".join([*lines, *texts]))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show what broke, and not where in this plugin it was noticed."""
        if isinstance(excinfo.value, NotFineError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Return where the case stands, and its name."""
        return self.path, None, f"case {self.case.id}"


class NotFineError(AssertionError):
    """A case is broken, failed, or could not be scored."""
