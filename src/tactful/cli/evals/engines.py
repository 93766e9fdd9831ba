"""Makes the engines that a run asks for.

Settings and a rule book enter; engines leave, each under a name of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit

from tactful.cli.evals.settings import RunSettings
from tactful.errors import OptionError
from tactful.evals.engines import AnswersEngine, ComposerEngine, Engine
from tactful.rulebook import RuleBook


def engines_for(settings: RunSettings, book: RuleBook) -> tuple[Engine, ...]:
    """Return the engines that are asked for, in the order they were named."""
    engines: list[Engine] = []
    for name in settings.engines:
        if name == "answers":
            engines.append(AnswersEngine(book, _answers(settings.answers)))
        elif name == "composer":
            engines.append(ComposerEngine(book))
        else:
            engines.extend(_models(settings, book))
    return tuple(engines)


def _models(settings: RunSettings, book: RuleBook) -> Iterator[Engine]:
    """Yield an engine for each model; servers are given one for each model, or one for all."""
    from tactful.evals.model_engine import ModelEngine  # noqa: PLC0415 - only a model needs it
    from tactful.llm.opening import open_model  # noqa: PLC0415 - only a model needs it
    from tactful.llm.settings import ModelFlags, choose_engine  # noqa: PLC0415 - only a model needs it

    models: tuple[str | None, ...] = settings.models or (None,)
    servers: tuple[str | None, ...] = settings.base_urls or (None,)
    if len(models) == 1:
        models = models * len(servers)
    if len(servers) not in {1, len(models)}:
        raise OptionError(
            f"there are {len(models)} models and {len(servers)} base URLs; give one for each model, or one."
        )
    choices = [
        choose_engine(ModelFlags("llm", model, server))
        for model, server in zip(models, cycle(servers), strict=False)
    ]
    names = [choice.model.value if choice.model else "" for choice in choices]
    for choice, name in zip(choices, names, strict=True):
        label = name if names.count(name) == 1 else f"{name}@{urlsplit(choice.base_url.value).netloc}"
        yield ModelEngine(book, open_model(choice), label, settings.seed)


def _answers(path: Path | None) -> dict[str, str]:
    answers: dict[str, str] = {}
    if path is None:
        return answers
    try:
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = json.loads(line) if line.strip() else {}
            if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
                raise OptionError(f'{path}:{at}: is no answer; write {{"case": "text"}} in each line.')
            answers.update(found)
    except (OSError, ValueError) as error:
        raise OptionError(f"{path}: cannot be read ({error}); give a file of JSON lines.") from error
    return answers
