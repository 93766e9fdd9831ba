"""Runs the steps of the composite action as GitHub does: each script by bash, inputs as expressions."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

_EXPRESSION = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")
_TERM = re.compile(r"(?P<name>inputs\.[\w-]+|github\.action_path)|'(?P<text>[^']*)'")


@dataclass
class ActionRun:
    """What the steps of a job left behind."""

    codes: dict[str, int] = field(default_factory=dict)
    out: str = ""
    err: str = ""
    summary: str = ""
    outputs: str = ""

    @property
    def code(self) -> int:
        return max(self.codes.values(), default=0)


class Action:
    """The action of this repository; understands what its expressions use and nothing else."""

    def __init__(self, root: Path, workspace: Path) -> None:
        self.root = root
        self.workspace = workspace
        self.data = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))

    def run(self, *, leave_out=("Install",), environment=None, **inputs: str) -> ActionRun:
        """Run the scripts with these inputs (written with _ for -), as far as their conditions hold."""
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        assert set(given) <= set(self.data["inputs"]), "no such input"
        values = {name: given.get(name, one.get("default", "")) for name, one in self.data["inputs"].items()}
        done = ActionRun()
        files = {name: self.workspace.parent / name for name in ("summary", "outputs")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        for step in self.data["runs"]["steps"]:
            if "run" not in step or step["name"] in leave_out or not self._wanted(step, values, done):
                continue
            assert step["shell"] == "bash"
            self._script(step, values, done, files, environment or {})
        done.summary = files["summary"].read_text(encoding="utf-8")
        done.outputs = files["outputs"].read_text(encoding="utf-8")
        return done

    def _script(self, step, values, done, files, environment) -> None:
        own = {name: self.expanded(text, values) for name, text in step.get("env", {}).items()}
        ran = subprocess.run(
            ["/usr/bin/env", "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace,
            env={
                **os.environ,
                "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
                "GITHUB_STEP_SUMMARY": str(files["summary"]),
                "GITHUB_OUTPUT": str(files["outputs"]),
                **environment,
                **own,
            },
            capture_output=True,
            text=True,
            check=False,
        )
        done.codes[step["name"]] = ran.returncode
        done.out += ran.stdout
        done.err += ran.stderr

    def _wanted(self, step, values, done: ActionRun) -> bool:
        condition = step.get("if", "true")
        if done.code:
            return False
        if condition == "true":
            return True
        name, text = condition.split(" != ")
        return self._term(name, values) != self._term(text, values)

    def expanded(self, text: str, values) -> str:
        return _EXPRESSION.sub(lambda found: self._term(found[1], values), str(text))

    def _term(self, term: str, values) -> str:
        found = _TERM.fullmatch(term)
        assert found, f"the test does not know the expression {term!r}"
        if found["name"] is None:
            return found["text"]
        return str(self.root) if found["name"] == "github.action_path" else values[found["name"][7:]]


@pytest.fixture
def action(repository, tmp_path) -> Action:
    """Return the action, with an empty workspace."""
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    return Action(repository, workspace)
