"""The command line is read, and every mistake in it is said in one line with its mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from tactful.cli.arguments import (
    CheckSettings,
    DoctorSettings,
    RefineSettings,
    RulesSettings,
    overview,
    parse,
)
from tactful.draft.context import KINDS
from tactful.llm.settings import ModelFlags

MISTAKES = [
    ("chekc", "There is no command 'chekc'; did you mean 'check'?"),
    (
        "draft.txt",
        "There is no command 'draft.txt'; the commands are check, refine, tone, eval, rules, doctor.",
    ),
    ("check --formt json", "There is no option '--formt'; did you mean '--format'?"),
    ("check --xyzzy=3", "There is no option '--xyzzy'; see tactful check --help."),
    ("refine a b", "there is one argument too many: 'b'; see tactful refine --help."),
    ("check a b --jsonl", "jsonl takes one file, and there is 'b' too; check them one by one."),
    (
        "check --format junit a b",
        "format 'junit' takes one file, and there is 'b' too; check them one by one.",
    ),
    ("check --kind", "argument --kind: expected one argument; see tactful check --help."),
    ("check --format xml", "format is 'xml'; choose one of text, json, sarif, junit, github."),
    ("refine --format sarif", "format is 'sarif'; choose one of text, json."),
    ("check --fail-on never", "fail-on is 'never'; choose one of error, warning, suggestion."),
    ("check --jsonl --format text", "jsonl writes JSON and format is 'text'; give one of the two."),
    ("refine --jsonl --diff", "diff shows one draft and jsonl reads many; give one of the two."),
    ("refine --engine magic", "engine is 'magic'; choose one of composer, llm."),
    ("refine --alternatives 0", "alternatives is '0'; give a whole number from 1 to 10."),
    ("refine --alternatives two", "alternatives is 'two'; give a whole number from 1 to 10."),
    ("refine --alternatives 99", "alternatives is '99'; give a whole number from 1 to 10."),
    (
        "check --kind no",
        f"kind is 'no'; choose one of {', '.join(KINDS)}.",
    ),
    ("check --channel fax", "channel is 'fax'; choose one of email, phone, recruiter, linkedin."),
    ("refine --tone angry", "tone is 'angry'; choose one of as-is, formal, neutral, warm, concise."),
    ("tone angry", "tone is 'angry'; choose one of as-is, formal, neutral, warm, concise."),
    ("check --stage late", "stage is 'late'; choose one of applied, interviewed, offered, accepted."),
    ("check --rounds many", "rounds is 'many'; give a whole number."),
    ("check --today monday", "today is 'monday'; give a date as YYYY-MM-DD."),
    ("check --offered-on 2026-02-30", "offered-on is '2026-02-30'; give a date as YYYY-MM-DD."),
    ("check --to=", "to is ''; give some text."),
    ("tone", "the following arguments are required: TONE; see tactful tone --help."),
    ("rules frob", "rules is 'frob'; choose one of list, show, test."),
    ("rules show", "rules show needs the id of a rule; tactful rules list tells them."),
    ("rules list blame", "rules list takes nothing more, and there is 'blame'; leave it out."),
    ("check --rules nowhere -", "--rules: there is no folder 'nowhere'; give the folder of a rule pack."),
    ("doctor now", "there is one argument too many: 'now'; see tactful doctor --help."),
]


@pytest.mark.parametrize(("line", "message"), MISTAKES, ids=[line for line, _ in MISTAKES])
def test_mistake(run, line, message):
    done = run(*line.split(), typed="Thank you for the offer, but I have to decline it.")
    assert (done.code, done.out, done.err) == (2, "", f"tactful: error: {message}\n")


def test_no_command_is_help_on_standard_error(run):
    done = run()
    assert (done.code, done.out, done.err) == (2, "", overview())


@pytest.mark.parametrize("word", ["-h", "--help", "help"])
def test_help_that_was_asked_for_is_the_result(run, word):
    done = run(word)
    assert (done.code, done.out, done.err) == (0, overview(), "")


@pytest.mark.parametrize("command", ["check", "refine", "tone", "rules", "doctor"])
def test_help_of_a_command(run, command):
    done = run(command, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"usage: tactful {command} ")
    assert command in overview()


@pytest.mark.parametrize("word", ["-V", "--version"])
def test_version(run, word):
    from importlib.metadata import version

    assert run(word).out == f"tactful {version('tactful')}\n"


def test_settings():
    assert parse(["doctor"]) == DoctorSettings(flags=ModelFlags())
    assert parse(["rules"]) == RulesSettings(action="list", target=None)
    assert parse(["rules", "test", "d", "--rules", "p"]) == RulesSettings(
        packs=(Path("p"),), action="test", target="d"
    )
    assert parse(["check", "-", "--rules", "a", "--rules", "b", "--rounds", "2"]) == CheckSettings(
        packs=(Path("a"), Path("b")),
        command="check",
        file="-",
        context={"rounds": 2},
        format="text",
        jsonl=False,
        gate="error",
    )
    assert parse(["tone", "warm", "a.txt", "--jsonl", "--to", "Ann"]) == RefineSettings(
        command="tone",
        file="a.txt",
        context={"tone": "warm", "to": "Ann"},
        format="json",
        jsonl=True,
        alternatives=1,
        tone_only=True,
        grammar=True,
        diff=False,
        flags=ModelFlags(),
        fallback=True,
    )
    model = ("--engine", "llm", "--model", "m", "--base-url", "u")
    found = parse(["refine", *model, "--no-fallback"])
    assert isinstance(found, RefineSettings)
    assert (found.flags, found.fallback) == (ModelFlags("llm", "m", "u"), False)
    plain = parse(["refine", "--no-grammar"])
    assert isinstance(plain, RefineSettings)
    assert not plain.grammar
    assert parse(["doctor", *model]) == DoctorSettings(flags=ModelFlags("llm", "m", "u"))
    assert parse(["doctor", "--cache", "d"]) == DoctorSettings(flags=ModelFlags(cache="d"))
    assert parse(["doctor", "--no-cache"]) == DoctorSettings(flags=ModelFlags(cache=""))
