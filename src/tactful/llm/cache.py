"""Keeps a model's answers on disk, for whoever asks for it: the same question costs no second call.

A model and a folder enter; a model leaves that looks into the folder first.  What is written is the answer,
which holds placeholders where the question did, under a hash of what was asked.  The question itself, the
words behind placeholders and the key are never written, and only the user may read the file.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import get_args

from tactful.errors import OptionError
from tactful.llm.model import CallLimits, Completion, Finish, Message, Model

FILE = "answers.sqlite"
_PRIVATE_FOLDER = 0o700
_PRIVATE_FILE = 0o600
# What was cut off or refused may go better the next time.
_WORTH_KEEPING = frozenset(get_args(Finish)) - {"length", "refused"}
_TABLE = (
    "CREATE TABLE IF NOT EXISTS answer (hash TEXT PRIMARY KEY, text TEXT NOT NULL, finish TEXT NOT NULL) "
    "WITHOUT ROWID"
)
_log = logging.getLogger(__name__)


class CachedModel:
    """A model whose answers are kept in a folder; ``server`` tells models of one name apart.

    An answer that was kept has ``cached`` set and costs no tokens.  Raises ``OptionError`` where the folder
    cannot be used; where it fails later, the model is asked as if there were none.
    """

    def __init__(self, model: Model, folder: Path, *, server: str = "") -> None:
        self._model = model
        self._answers = _Answers(folder / FILE)
        self._server = server
        self._complained = False

    @property
    def name(self) -> str:
        """What the model is called."""
        return self._model.name

    async def complete(self, messages: Sequence[Message], limits: CallLimits) -> Completion:
        """Return the answer that was kept, or else the model's; errors are the model's."""
        key = self._key(messages, limits)
        try:
            kept = await asyncio.to_thread(self._answers.find, key)
        except (sqlite3.Error, OSError) as error:
            kept = None
            self._complain(error)
        if kept is not None:
            return kept
        completion = await self._model.complete(messages, limits)
        if completion.finish in _WORTH_KEEPING and completion.text.strip():
            try:
                await asyncio.to_thread(self._answers.keep, key, completion)
            except (sqlite3.Error, OSError) as error:
                self._complain(error)
        return completion

    async def close(self) -> None:
        """Close the model; the file is open only while it is read or written."""
        await self._model.close()

    def _key(self, messages: Sequence[Message], limits: CallLimits) -> str:
        """Return the hash of model, prompt, text, and what else decides on the answer."""
        said = [(message.role, message.text) for message in messages]
        asked = [self._server, self.name, said, limits.max_tokens, limits.temperature, limits.seed]
        return sha256(json.dumps(asked).encode()).hexdigest()

    def _complain(self, error: Exception) -> None:
        if not self._complained:
            _log.warning("%s cannot be used (%s); the model is asked each time.", self._answers.path, error)
        self._complained = True


class _Answers:
    """The answers in one file, which many processes may use at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(_PRIVATE_FOLDER, parents=True, exist_ok=True)
            with closing(self._opened()):
                pass
        except (sqlite3.Error, OSError) as error:
            raise OptionError(f"{path}: cannot be used as a cache ({error}); give another folder.") from None

    def _opened(self) -> sqlite3.Connection:
        # Made here and not by SQLite, so that nobody else can read it at any moment.
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, _PRIVATE_FILE))
        self.path.chmod(_PRIVATE_FILE)
        base = sqlite3.connect(self.path, isolation_level=None)
        try:
            # What is lost with the power is asked for again: no reason to wait for the disk.
            base.execute("PRAGMA synchronous = OFF")
            base.execute(_TABLE)
        except BaseException:
            base.close()
            raise
        return base

    def find(self, key: str) -> Completion | None:
        with closing(self._opened()) as base:
            row = base.execute("SELECT text, finish FROM answer WHERE hash = ?", (key,)).fetchone()
        if row is None or row[1] not in _WORTH_KEEPING:
            return None
        return Completion(str(row[0]), row[1], 0, 0, cached=True)

    def keep(self, key: str, completion: Completion) -> None:
        with closing(self._opened()) as base:
            base.execute(
                "INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", (key, completion.text, completion.finish)
            )
