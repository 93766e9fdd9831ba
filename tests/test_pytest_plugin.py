"""The plugin for pytest: the cases of suites as tests."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points

import pytest

pytest_plugins = ("pytester",)
pytestmark = pytest.mark.skipif(
    not entry_points(group="pytest11", name="tactful"),
    reason="tactful is installed without its plugin: install it again (make .venv/.dev)",
)

# pytester forgets the modules that a run loads, and some cannot be loaded twice.
for _name in ("yaml", "textstat", "tactful.api", "tactful.evals.by_case", "tactful.evals.suite_file"):
    import_module(_name)

SUITE = """\
suite: small
describe: Some cases.
cases:
  - id: fine
    draft: Hi Priya, your interview was a circus. I decline the offer. Sam
    expect: {decision: decline, keep: [Priya], drop: [circus]}
  - id: broken
    draft: Hi Priya, I decline the offer. Sam
    expect: {keep: [zebra]}
  - id: fine.formal
    source: fine
    draft: Hi Priya, your interview was a circus. I decline the offer. Sam
    context: {tone: formal}
    expect: {tone: {formality: up}}
  - id: checked
    draft: Your process was a mess.
    fragment: true
    expect: {rules: {blame: clean}}
"""


@pytest.fixture
def suites(pytester, book):  # noqa: ARG001 - whatever loads modules must be there before pytester looks
    """Write the suite, and run pytest on its folder."""
    folder = pytester.mkdir("suites")
    path = folder / "small.yaml"
    path.write_text(SUITE, encoding="utf-8")

    def run(*options: str, text: str = SUITE):
        path.write_text(text, encoding="utf-8")
        return pytester.runpytest_inprocess("-p", "no:cacheprovider", *options, "suites")

    return run


def test_nothing_is_collected_unless_it_is_asked_for(suites):
    suites().assert_outcomes()


def test_each_case_is_a_test(suites):
    done = suites("-v", "--tactful-suites", "suites/*.yaml")
    done.assert_outcomes(passed=2, failed=2)
    done.stdout.fnmatch_lines(["*small.yaml::fine PASSED*", "*small.yaml::fine.formal PASSED*"])


def test_a_failure_says_what_broke_and_shows_both_texts(suites):
    done = suites("--tactful-suites", "*.yaml", "-k", "broken or checked")
    done.assert_outcomes(failed=2, deselected=2)
    done.stdout.fnmatch_lines(
        [
            "*case broken*",
            "kept: zebra",
            "The draft:",
            "Hi Priya, I decline the offer. Sam",
            "The text:",
            "*case checked*",
            "detection:blame: found *",
        ]
    )
    done.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_the_patterns_may_stand_in_the_configuration(pytester, suites):
    pytester.makeini("[pytest]\ntactful_suites = suites/*.yaml\n")
    suites().assert_outcomes(passed=2, failed=2)


def test_a_wrong_suite_is_an_error_with_line_and_mend(suites):
    done = suites("--tactful-suites", "*.yaml", text=SUITE.replace("id: broken", "id: fine"))
    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines(["*small.yaml:7: the id 'fine' stands already in line 4.*"])


def test_a_scorer_that_cannot_judge_is_no_pass(suites, monkeypatch):
    def fail(_):
        raise KeyError("x")

    monkeypatch.setattr("tactful.evals.scorers.SCORERS", {"kept": fail})
    done = suites("--tactful-suites", "*.yaml", "-k", "broken")
    done.assert_outcomes(failed=1, deselected=3)
    done.stdout.fnmatch_lines(["kept (not scored): KeyError: 'x'"])


@pytest.mark.slow
def test_rules_of_ones_own_hold(pytester, suites):
    pack = pytester.mkdir("pack")
    (pack / "pack.yaml").write_text("off: {blame: Not here.}\n", encoding="utf-8")
    done = suites("--tactful-suites", "*.yaml", "--tactful-rules", str(pack), "-k", "checked")
    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines(["*small.yaml:18: there is no rule 'blame'. *"])
