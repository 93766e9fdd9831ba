"""Starts the browser that is on this machine; without one the tests are skipped, and say so."""

from __future__ import annotations

import os
import shutil

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# What a browser would ask its maker for at every start, and what a container has not got.
_QUIET = (
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
)


@pytest.fixture(scope="module")
def browser():
    """Return a headless Chromium."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install 'tactful[browser]'"
    )
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*_QUIET, *(["--no-sandbox"] if is_root else [])]
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=arguments)
        yield started
        started.close()
