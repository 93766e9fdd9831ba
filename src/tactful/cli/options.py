"""The options that several commands share.

A parser enters and has the options afterwards; parsed values enter, and the context options leave
under the names that ``tactful.options`` knows.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from tactful.draft.context import CHANNELS, KINDS, STAGES, TONES
from tactful.llm.settings import ENGINES, OPENAI, ModelFlags

_CONTEXT: tuple[tuple[str, str, str], ...] = (
    ("kind", "KIND", f"what the message is: {', '.join(KINDS)}"),
    ("channel", "CHANNEL", f"how it is sent: {', '.join(CHANNELS)}"),
    ("to", "NAME", "whom it goes to"),
    ("from", "NAME", "who writes it"),
    ("role", "ROLE", "the role that was offered"),
    ("company", "NAME", "the company that offers it"),
    ("offered-on", "DATE", "when the offer came, as YYYY-MM-DD"),
    ("answer-on", "DATE", "by when the answer is due, or will come"),
    ("today", "DATE", "the day that counts as today"),
    ("rounds", "N", "how many interviews there were"),
    ("stage", "STAGE", f"how far it has come: {', '.join(STAGES)}"),
)


def add_input(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """Add what a command needs that reads drafts."""
    parser.add_argument("file", metavar="FILE", nargs="?", help="the draft; - or nothing is standard input")
    parser.add_argument("--format", metavar="FORMAT", help=f"one of {', '.join(formats)}")
    parser.add_argument(
        "--jsonl",
        action="store_true",
        help='read one JSON object a line ({"text": ...}) and write one a line',
    )


def add_refinement(parser: argparse.ArgumentParser) -> None:
    """Add what only a rewriting command needs."""
    group = parser.add_argument_group("refining")
    group.add_argument("--alternatives", metavar="N", default="1", help="how many different texts to write")
    group.add_argument(
        "--no-grammar", action="store_true", help="leave slips in grammar and spelling as they are"
    )
    group.add_argument("--diff", action="store_true", help="show on standard error which words changed")


def add_model(parser: argparse.ArgumentParser) -> None:
    """Add what says which engine rewrites, and with which model."""
    group = parser.add_argument_group("engine")
    group.add_argument(
        "--engine",
        metavar="ENGINE",
        help=f"one of {', '.join(ENGINES)}; llm is the default where a model is set, else composer",
    )
    group.add_argument("--model", metavar="NAME", help="the language model, as its server calls it")
    group.add_argument(
        "--base-url",
        metavar="URL",
        help=f"the server of the model, speaking OpenAI's protocol; else {OPENAI}",
    )
    kept = group.add_mutually_exclusive_group()
    kept.add_argument(
        "--cache", metavar="DIR", help="keep the model's answers in this folder, so that none is paid twice"
    )
    kept.add_argument(
        "--no-cache", dest="cache", action="store_const", const="", help="keep no answers and use none"
    )


def flags_of(found: argparse.Namespace) -> ModelFlags:
    """Return what was said of engine and model."""
    return ModelFlags(found.engine, found.model, found.base_url, found.cache)


def add_context(parser: argparse.ArgumentParser, *, tone: bool = False) -> None:
    """Add the options that tell what is known beside the draft."""
    group = parser.add_argument_group("context: what you know beside the draft")
    if tone:
        group.add_argument("--tone", metavar="TONE", help=f"one of {', '.join(TONES)}")
    for name, metavar, what in _CONTEXT:
        group.add_argument(f"--{name}", metavar=metavar, help=what)
    group.add_argument(
        "--negotiable",
        metavar="TERM",
        action="append",
        help="a term you would still talk about; may be repeated",
    )
    group.add_argument(
        "--via-recruiter", action="store_true", default=None, help="a recruiter stands between you and them"
    )


def context_of(found: argparse.Namespace) -> dict[str, Any]:
    """Return the context options that were given."""
    names = ("tone", "negotiable", "via-recruiter", *(name for name, _, _ in _CONTEXT))
    values = {name: getattr(found, name.replace("-", "_"), None) for name in names}
    rounds = values["rounds"]
    if rounds is not None and rounds.isdecimal():
        values["rounds"] = int(rounds)
    return {name: value for name, value in values.items() if value is not None}
