"""Reads the command line.

Argument strings enter; the settings of one command leave, or an ``OptionError`` that names the mend.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, ClassVar, NoReturn

from tactful.cli.options import add_context, add_input, add_model, add_refinement, context_of, flags_of
from tactful.errors import OptionError
from tactful.llm.settings import ENGINES, ModelFlags
from tactful.result import SEVERITIES, Severity

CHECK_FORMATS = ("text", "json", "sarif", "junit", "github")
# What several files can share: the findings of one stand after those of another.
LINE_FORMATS = ("text", "github")
REFINE_FORMATS = ("text", "json")
RULES_ACTIONS = ("list", "show", "test")
MOST_ALTERNATIVES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What every command takes: folders of rule packs, or nothing for those of the project.

    ``module`` is where the command is run.
    """

    module: ClassVar[str]
    packs: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InputSettings(Settings):
    """What a command takes that reads drafts; ``file`` is a path, «-», or nothing."""

    command: str
    file: str | None
    context: Mapping[str, Any]
    format: str
    jsonl: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings(InputSettings):
    """What ``check`` takes; ``gate`` is the mildest severity that fails, ``more`` are further files."""

    module: ClassVar[str] = "tactful.cli.check"
    gate: Severity
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefineSettings(InputSettings):
    """What ``refine`` and ``tone`` take; without ``fallback`` a model that fails is an error."""

    module: ClassVar[str] = "tactful.cli.refine"
    alternatives: int
    tone_only: bool
    grammar: bool
    diff: bool
    flags: ModelFlags
    fallback: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesSettings(Settings):
    """What ``rules`` takes; ``target`` is the id to show or the folder to test."""

    module: ClassVar[str] = "tactful.cli.rules"
    action: str
    target: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorSettings(Settings):
    """What ``doctor`` takes."""

    module: ClassVar[str] = "tactful.cli.doctor"
    flags: ModelFlags


class HelpWanted(Exception):  # noqa: N818 - no error where the user asked for it
    """Carries a help text; the exit code is 2 where there was nothing to work on."""

    def __init__(self, text: str, exit_code: int) -> None:
        super().__init__(text)
        self.exit_code = exit_code


class Parser(argparse.ArgumentParser):
    """Raises instead of ending the process."""

    def error(self, message: str) -> NoReturn:
        """Raise the ``OptionError`` of a wrong command line."""
        raise OptionError(f"{message}; see {self.prog} --help.")

    def print_help(self, file: object = None) -> NoReturn:  # noqa: ARG002 - argparse's
        """Raise the help text."""
        raise HelpWanted(self.format_help(), 0)

    def option_names(self) -> list[str]:
        """Return every option, as it is written."""
        return [name for action in self._actions for name in action.option_strings]


def parse(arguments: Sequence[str]) -> Settings:
    """Return the settings of a command line; raises ``OptionError`` or ``HelpWanted``."""
    if not arguments:
        raise HelpWanted(overview(), 2)
    name, rest = arguments[0], arguments[1:]
    if name in {"-h", "--help", "help"}:
        raise HelpWanted(overview(), 0)
    if name in {"-V", "--version"}:
        from tactful import __version__  # noqa: PLC0415 - slow to find out, and rarely asked for

        raise HelpWanted(f"tactful {__version__}\n", 0)
    if name not in COMMANDS:
        raise OptionError(_no_command(name))
    if name == "eval":
        from tactful.cli.evals.arguments import parse_eval  # noqa: PLC0415 - only this command needs it

        return parse_eval(rest)
    return _settings(name, parse_rest(parser_of(name), rest))


def overview() -> str:
    """Return the help of the whole command line."""
    lines = [f"  {name:<8} {what}" for name, what in COMMANDS.items()]
    return (
        "usage: tactful COMMAND [FILE|-] [options]\n\n"
        "Turn a rough reply to a job offer into a message you can send.\n\n"
        "commands:\n" + "\n".join(lines) + "\n\n"
        "  tactful COMMAND --help tells the options of a command; tactful --version the version.\n"
    )


COMMANDS = {
    "check": "say what in a draft breaks which rule",
    "refine": "write the message that can be sent, and say what was changed and why",
    "tone": "change only the tone of a draft",
    "eval": "run suites of cases, compare runs, and tell whether a change made anything worse",
    "rules": "list the rules, show one, or run the tests that they carry",
    "doctor": "say what is installed and where things lie",
}


def parser_of(name: str) -> Parser:
    """Return the parser of one command."""
    parser = Parser(prog=f"tactful {name}", description=COMMANDS[name].capitalize() + ".", allow_abbrev=False)
    _ADD[name](parser)
    add_packs(parser)
    return parser


def add_packs(parser: Parser) -> None:
    """Add the option that names rule packs."""
    parser.add_argument(
        "--rules",
        metavar="DIR",
        action="append",
        default=[],
        help="a folder of your own rules; may be repeated",
    )


def _add_check(parser: Parser) -> None:
    add_input(parser, CHECK_FORMATS)
    parser.add_argument("more", metavar="FILE", nargs="*", help="further drafts, each checked by itself")
    parser.add_argument(
        "--fail-on", metavar="SEVERITY", default="error", help=f"one of {', '.join(SEVERITIES)}"
    )
    add_context(parser)


def _add_refine(parser: Parser) -> None:
    add_input(parser, REFINE_FORMATS)
    _add_rewriting(parser)
    add_context(parser, tone=True)


def _add_tone(parser: Parser) -> None:
    parser.add_argument("tone", metavar="TONE", help="formal, neutral, warm or concise")
    add_input(parser, REFINE_FORMATS)
    _add_rewriting(parser)
    add_context(parser)


def _add_rewriting(parser: Parser) -> None:
    add_refinement(parser)
    add_model(parser)
    parser.add_argument(
        "--no-fallback",
        action="store_true",
        help="where the model fails, stop instead of composing without it",
    )


def _add_rules(parser: Parser) -> None:
    parser.add_argument(
        "action", metavar="list|show|test", nargs="?", default="list", help="list is the default"
    )
    parser.add_argument("target", metavar="ID|DIR", nargs="?", help="the rule to show, or the pack to test")


def _add_doctor(parser: Parser) -> None:
    add_model(parser)


_ADD: dict[str, Callable[[Parser], None]] = {
    "check": _add_check,
    "refine": _add_refine,
    "tone": _add_tone,
    "rules": _add_rules,
    "doctor": _add_doctor,
}


def parse_rest(parser: Parser, rest: Sequence[str]) -> argparse.Namespace:
    """Return the values of a command's own arguments; raises ``OptionError``."""
    found, unknown = parser.parse_known_args(rest)
    for word in unknown:
        if not word.startswith("-"):
            parser.error(f"there is one argument too many: {word!r}")
        option = word.partition("=")[0]
        close = get_close_matches(option, parser.option_names(), n=1)
        raise OptionError(
            f"There is no option {option!r}; "
            + (f"did you mean {close[0]!r}?" if close else f"see {parser.prog} --help.")
        )
    return found


def _no_command(name: str) -> str:
    close = get_close_matches(name, COMMANDS, n=1)
    hint = f"did you mean {close[0]!r}?" if close else f"the commands are {', '.join(COMMANDS)}."
    return f"There is no command {name!r}; {hint}"


def choose(name: str, value: str, allowed: Sequence[str]) -> str:
    """Return a value that is one of the allowed ones; raises ``OptionError``."""
    if value not in allowed:
        raise OptionError(f"{name} is {value!r}; choose one of {', '.join(allowed)}.")
    return value


def _settings(name: str, found: argparse.Namespace) -> Settings:
    packs = tuple(Path(one) for one in found.rules)
    if name == "doctor":
        return DoctorSettings(packs=packs, flags=_flags(found))
    if name == "rules":
        return _rules_settings(found, packs)
    formats = CHECK_FORMATS if name == "check" else REFINE_FORMATS
    shared: dict[str, Any] = {
        "packs": packs,
        "command": name,
        "file": found.file,
        "context": context_of(found),
        "format": choose("format", found.format or ("json" if found.jsonl else "text"), formats),
        "jsonl": found.jsonl,
    }
    if found.jsonl and shared["format"] != "json":
        raise OptionError(f"jsonl writes JSON and format is {shared['format']!r}; give one of the two.")
    if name == "check":
        return _check_settings(found, shared)
    return _refine_settings(name, found, shared)


def _check_settings(found: argparse.Namespace, shared: Mapping[str, Any]) -> CheckSettings:
    more = tuple(found.more)
    if more and (found.jsonl or shared["format"] not in LINE_FORMATS):
        what = "jsonl" if found.jsonl else f"format {shared['format']!r}"
        raise OptionError(f"{what} takes one file, and there is {more[0]!r} too; check them one by one.")
    gate: Any = choose("fail-on", found.fail_on, SEVERITIES)
    return CheckSettings(**shared, gate=gate, more=more)


def _rules_settings(found: argparse.Namespace, packs: tuple[Path, ...]) -> RulesSettings:
    action = choose("rules", found.action, RULES_ACTIONS)
    if action == "show" and found.target is None:
        raise OptionError("rules show needs the id of a rule; tactful rules list tells them.")
    if action == "list" and found.target is not None:
        raise OptionError(f"rules list takes nothing more, and there is {found.target!r}; leave it out.")
    return RulesSettings(packs=packs, action=action, target=found.target)


def _refine_settings(name: str, found: argparse.Namespace, shared: dict[str, Any]) -> RefineSettings:
    if found.jsonl and found.diff:
        raise OptionError("diff shows one draft and jsonl reads many; give one of the two.")
    alternatives = found.alternatives
    if not (alternatives.isdecimal() and 1 <= int(alternatives) <= MOST_ALTERNATIVES):
        raise OptionError(
            f"alternatives is {alternatives!r}; give a whole number from 1 to {MOST_ALTERNATIVES}."
        )
    return RefineSettings(
        **shared,
        alternatives=int(alternatives),
        tone_only=name == "tone",
        grammar=not found.no_grammar,
        diff=found.diff,
        flags=_flags(found),
        fallback=not found.no_fallback,
    )


def _flags(found: argparse.Namespace) -> ModelFlags:
    if found.engine is not None:
        choose("engine", found.engine, ENGINES)
    return flags_of(found)
