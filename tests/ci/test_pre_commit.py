"""The hook for pre-commit: the definition is valid, and pre-commit runs it on the files it is for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

GOOD = "Hi Priya,\n\nThank you for the offer. I decline it. I wish you all the best.\n\nSam\n"
BAD = GOOD.replace(" I wish you all the best.", "")


@pytest.fixture
def manifest(repository):
    pytest.importorskip("pre_commit", reason="pre-commit is not installed: pip install pre-commit")
    return repository / ".pre-commit-hooks.yaml"


@pytest.fixture
def commit_check(manifest, tmp_path):
    """Run the hook on a repository that holds these files; it is not installed, but found on the path."""
    (hook,) = yaml.safe_load(manifest.read_text(encoding="utf-8"))
    work = tmp_path / "work"
    work.mkdir()
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }

    def run(*arguments: str):
        return subprocess.run(
            arguments, cwd=work, env=environment, capture_output=True, text=True, check=False
        )

    def check(files, **options):
        local = {"repo": "local", "hooks": [{**hook, "language": "system", **options}]}
        (work / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [local]}), encoding="utf-8")
        for name, text in files.items():
            (work / name).write_text(text, encoding="utf-8")
        run("git", "init", "-q")
        run("git", "add", ".")
        return run(sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never")

    return check


def test_the_definition_is_valid(manifest):
    from pre_commit.clientlib import load_manifest

    assert [hook["id"] for hook in load_manifest(str(manifest))] == ["tactful-check"]


def test_messages_that_pass_are_committed(commit_check):
    done = commit_check({"one.txt": GOOD, "two.txt": GOOD, "code.py": "print('what a joke you are')\n"})
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].startswith("tactful check....")
    assert done.stdout.rstrip().endswith("Passed")


def test_a_message_with_a_finding_is_not(commit_check):
    done = commit_check({"one.txt": GOOD, "two.txt": BAD})
    assert done.returncode == 1
    assert "error missing-goodwill" in done.stdout
    assert "one.txt: passed" in done.stdout


def test_options_go_before_the_files(commit_check):
    done = commit_check({"one.txt": GOOD}, args=["--offered-on=2026-01-01", "--today=2026-02-01"])
    assert done.returncode == 1
    assert "error missing-apology" in done.stdout
