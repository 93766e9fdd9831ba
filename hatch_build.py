"""The build hook: what lies at the top of the repository goes into the wheel as ``tactful/_data``.

The top folders and the source code enter; a compiled rule book and the folders' files leave for the
wheel.  An editable install gets none of it: there the package reads the repository itself, and a
copy would only grow stale.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = "tactful/_data"
FOLDERS = ("rules", "prompts", "evals/suites")


class DataHook(BuildHookInterface[BuilderConfig]):
    """Adds the data folders and the compiled rule book to the wheel."""

    scratch: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files to include; hatchling calls this before it builds."""
        if version == "editable":
            return
        root = Path(self.root)
        include: dict[str, str] = build_data["force_include"]
        for folder in FOLDERS:
            if any(path.is_file() for path in (root / folder).rglob("*")):
                include[str(root / folder)] = f"{DATA}/{folder}"
        self.scratch = Path(tempfile.mkdtemp(prefix="tactful-build-"))
        compiled = self.scratch / "rulebook.json"
        compiled.write_text(_compiled_rule_book(root), encoding="utf-8")
        include[str(compiled)] = f"{DATA}/rulebook.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's
        """Remove the scratch folder; hatchling calls this after it has built."""
        if self.scratch is not None:
            shutil.rmtree(self.scratch, ignore_errors=True)


def _compiled_rule_book(root: Path) -> str:
    source = str(root / "src")
    sys.path.insert(0, source)
    try:
        from tactful.rulebook import compile_book  # noqa: PLC0415 - within reach only now

        book = compile_book(root / "rules")
    finally:
        sys.path.remove(source)
    return json.dumps(book, ensure_ascii=False, separators=(",", ":"))
